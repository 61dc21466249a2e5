"""Settings: from the call, the environment (`POLICYSEARCH_*`) and `policysearch.toml`, in this order.

Nothing is kept between calls; every command and every `open_corpus` reads them anew.
"""

import datetime as dt
import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from policysearch.errors import SettingsError
from policysearch.model.query import ENGINES, EngineName

CONFIG_NAME = "policysearch.toml"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one original may cost before it is given up: wall-clock seconds, MiB of memory, MiB of its file."""

    seconds: int = 1800
    memory_mb: int = 4096
    file_mb: int = 1024


@dataclass(frozen=True, slots=True)
class Pull:
    """How documents are fetched from their channels (`[pull]`, docs/adr/0009-pulling.md).

    Attributes:
        contact: A mail address or web page where publishers reach whoever runs this; nothing is fetched without one.
        catalogue: Files with channels; by default `catalogue.toml` in the folder of the corpus.
        delay: Seconds between two requests to a host; more where its robots.txt asks for more.
        seconds: The longest that one exchange may take.
        least_rate: Bytes a second below which an answer is given up, once a minute has passed.
        file_mb: The largest answer, in MiB.
        attempts: How often an address is tried where the server fails or is silent.
        minutes: How long a run may take; the next one goes on.
        recheck_days: How long a document that its channel lists no more is left before its address is looked at again.
        allow_hosts: Machines of a private network that may be fetched from, with or without a port.
    """

    contact: str = ""
    catalogue: tuple[Path, ...] = ()
    delay: float = 2.0
    seconds: int = 600
    least_rate: int = 500
    file_mb: int = 200
    attempts: int = 4
    minutes: int = 120
    recheck_days: int = 7
    allow_hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are and how they are done.

    `engine` makes and asks the index (docs/engines.md); `today` anchors *next* and *due*; `jobs` 0 means one per core;
    `reviewer` is who says what is said by `review`; `feedback` is the mail address or web page where readers of the web
    page say what does not work; `at` names the freeze that is asked in the place of the corpus.
    """

    corpus: Path = Path("corpus")
    index: Path = Path("index")
    engine: EngineName = "whoosh"
    today: dt.date = field(default_factory=dt.date.today)
    jobs: int = 0
    ocr: bool = True
    reviewer: str = ""
    feedback: str = ""
    limits: Limits = field(default_factory=Limits)
    pull: Pull = field(default_factory=Pull)
    at: str | None = None

    @property
    def n_workers(self) -> int:
        """How many processes read originals side by side."""
        return self.jobs or os.cpu_count() or 1


def load_settings(
    *,
    corpus: Path | None = None,
    index: Path | None = None,
    engine: EngineName | None = None,
    today: dt.date | None = None,
    folder: Path | None = None,
    environ: Mapping[str, str] | None = None,
) -> Settings:
    """Settings for one call.

    Args:
        corpus: Wins over environment and file, as do the other arguments.
        index: As `corpus`.
        engine: As `corpus`.
        today: As `corpus`.
        folder: Where `policysearch.toml` is looked for; the current folder by default.
        environ: The environment; that of the process by default.

    Raises:
        SettingsError: A value is not of its kind, or the file holds an unknown key.
    """
    environ = os.environ if environ is None else environ
    path = (folder or Path()) / CONFIG_NAME
    values = _read_file(path) if path.is_file() else {}
    for name in ("corpus", "index", "engine", "today", "jobs", "ocr", "reviewer", "feedback"):
        if text := environ.get(f"POLICYSEARCH_{name.upper()}"):
            values[name] = (text, f"the environment variable POLICYSEARCH_{name.upper()}")
    settings: dict[str, Any] = {}
    for name, (value, where) in values.items():
        settings[name] = _LOADERS[name](value, name, where)
    given = {"corpus": corpus, "index": index, "engine": engine, "today": today}
    settings.update({name: value for name, value in given.items() if value is not None})
    return Settings(**settings)


def _read_file(path: Path) -> dict[str, tuple[Any, str]]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is not valid TOML: {error}") from error
    if unknown := sorted(data.keys() - _LOADERS.keys()):
        raise SettingsError(f"{path} has unknown settings: {', '.join(unknown)}; known are {', '.join(_LOADERS)}")
    return {name: (value, str(path)) for name, value in data.items()}


def _folder(value: Any, name: str, where: str) -> Path:
    if not isinstance(value, str) or not value:
        raise SettingsError(f"{name} in {where} must be a folder, not {value!r}")
    return Path(value).expanduser()


def _engine(value: Any, name: str, where: str) -> EngineName:
    for known in ENGINES:
        if value == known:
            return known
    raise SettingsError(f"{name} in {where} must be {' or '.join(ENGINES)}, not {value!r}")


def _text(value: Any, name: str, where: str) -> str:
    if not isinstance(value, str):
        raise SettingsError(f"{name} in {where} must be a text, not {value!r}")
    return value


def _day(value: Any, name: str, where: str) -> dt.date:
    try:
        return value if isinstance(value, dt.date) else dt.date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise SettingsError(f"{name} in {where} must be a day such as 2024-05-31, not {value!r}") from error


def _count(value: Any, name: str, where: str) -> int:
    try:
        number = int(value)
    except (TypeError, ValueError) as error:
        raise SettingsError(f"{name} in {where} must be a whole number, not {value!r}") from error
    if number < 0:
        raise SettingsError(f"{name} in {where} must not be negative, it is {number}")
    return number


def _switch(value: Any, name: str, where: str) -> bool:
    known = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    if (key := str(value).lower()) not in known:
        raise SettingsError(f"{name} in {where} must be true or false, not {value!r}")
    return known[key]


def _limits(value: Any, name: str, where: str) -> Limits:
    known = {f.name for f in fields(Limits)}
    if not isinstance(value, dict) or not value.keys() <= known:
        raise SettingsError(f"[{name}] in {where} may hold {', '.join(sorted(known))} only")
    return Limits(**{key: _count(number, f"{name}.{key}", where) for key, number in value.items()})


def _pull(value: Any, name: str, where: str) -> Pull:
    known = {f.name for f in fields(Pull)}
    if not isinstance(value, dict) or not value.keys() <= known:
        raise SettingsError(f"[{name}] in {where} may hold {', '.join(sorted(known))} only")
    loaders: dict[str, Callable[[Any, str, str], Any]] = {
        "contact": _contact,
        "catalogue": _files,
        "delay": _seconds,
        "allow_hosts": _hosts,
    }
    given: dict[str, Any] = {}
    for key, each in value.items():
        loader: Callable[[Any, str, str], Any] = loaders.get(key, _positive)
        given[key] = loader(each, f"{name}.{key}", where)
    return Pull(**given)


def _contact(value: Any, name: str, where: str) -> str:
    if not isinstance(value, str) or not _CONTACT.fullmatch(value.strip()):
        raise SettingsError(f"{name} in {where} must be a mail address or the address of a web page, not {value!r}")
    return value.strip()


_CONTACT = re.compile(r"[!-~]+@[!-~]+\.[!-~]+|https?://[!-~]+")


def _files(value: Any, name: str, where: str) -> tuple[Path, ...]:
    return tuple(_folder(each, name, where) for each in (value if isinstance(value, list) else [value]))


def _hosts(value: Any, name: str, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) and each for each in value):
        raise SettingsError(f'{name} in {where} must be a list of hosts such as ["intranet.example"], not {value!r}')
    return tuple(each.lower() for each in value)


def _seconds(value: Any, name: str, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 3600:
        raise SettingsError(f"{name} in {where} must be seconds from 0 to 3600, not {value!r}")
    return float(value)


def _positive(value: Any, name: str, where: str) -> int:
    number = _count(value, name, where)
    if number == 0 and not name.endswith("recheck_days"):
        raise SettingsError(f"{name} in {where} must be more than 0")
    return number


_LOADERS = {
    "corpus": _folder,
    "index": _folder,
    "engine": _engine,
    "today": _day,
    "jobs": _count,
    "ocr": _switch,
    "reviewer": _text,
    "feedback": _contact,
    "limits": _limits,
    "pull": _pull,
}

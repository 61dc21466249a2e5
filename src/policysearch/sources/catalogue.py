"""The catalogue: files of channels, `[[channel]]` entries of TOML, of which those with a `connector` can be pulled."""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from policysearch.errors import UsageError
from policysearch.model.channel import Channel

FILE_NAME = "catalogue.toml"


def load_channels(paths: Sequence[Path], corpus: Path, names: Iterable[str] = ()) -> tuple[Channel, ...]:
    """The channels to pull.

    Args:
        paths: The files of the settings; by default that in the corpus's folder, else the one of the program itself.
        corpus: The folder of the corpus.
        names: Ids of channels; all of them if there are none, but for those whose robots rules are known to forbid it.

    Raises:
        UsageError: A file is missing or wrong, or there is no channel of a name.
    """
    entries = list(_entries(paths or _default(corpus)))
    known = {channel.id: channel for channel, _ in entries}
    wanted = list(dict.fromkeys(names))
    if unknown := [name for name in wanted if name not in known]:
        listed = ", ".join(known) or "none"
        raise UsageError(f"no channel with a connector is called {', '.join(unknown)}; there are: {listed}")
    if wanted:
        return tuple(known[name] for name in wanted)
    if open_ := tuple(channel for channel, robots in entries if robots != "deny"):
        return open_
    raise UsageError("no channel of the catalogue can be pulled: an entry needs a `connector` (docs/sources.md)")


def _default(corpus: Path) -> Sequence[Path]:
    own = corpus / FILE_NAME
    shipped = Path(str(files("policysearch.sources") / FILE_NAME))
    if not own.is_file() and shipped.is_file():
        return (shipped,)
    return (own,)


def _entries(paths: Iterable[Path]) -> Iterator[tuple[Channel, str]]:
    seen: dict[str, Path] = {}
    for path in paths:
        try:
            catalogue = tomllib.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError as error:
            raise UsageError(f"there is no catalogue at {path}: set pull.catalogue in policysearch.toml") from error
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise UsageError(f"the catalogue {path} cannot be read: {error}") from error
        for entry in catalogue.get("channel", ()):
            if "connector" in entry:
                channel = _channel(entry, path, catalogue.get("document", ()))
                if channel.id in seen:
                    raise UsageError(f"channel {channel.id} stands twice, in {seen[channel.id]} and {path}")
                seen[channel.id] = path
                yield channel, str(entry.get("robots", "unknown"))


def _channel(entry: dict[str, Any], path: Path, documents: Iterable[dict[str, Any]]) -> Channel:
    name = entry.get("id", "without an id")
    kinds = {"id": str, "connector": str, "name": str, "base": str, "queries": list, "options": dict, "topic": bool}
    for key, kind in kinds.items():
        is_needed = key in ("id", "connector", "base")
        if key in entry and not isinstance(entry[key], kind):
            raise UsageError(f"channel {name} in {path}: {key} must be of the kind {kind.__name__}, not {entry[key]!r}")
        if is_needed and not entry.get(key):
            raise UsageError(f"channel {name} in {path} has no {key}")
    options = entry.get("options", {})
    if options.get("documents") is True:  # those that the same file lists for the channel
        options = {**options, "addresses": [d["address"] for d in documents if d.get("channel") == entry["id"]]}
    return Channel(
        entry["id"],
        entry["connector"],
        entry.get("name", entry["id"]),
        entry["base"],
        tuple(map(str, entry.get("queries", ()))),
        options,
        entry.get("topic", True),
    )

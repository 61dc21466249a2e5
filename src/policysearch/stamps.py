"""What made a stored thing: digests of the code and data of the stages, so that no change of a rule goes unnoticed."""

import hashlib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from policysearch import codec
from policysearch.lang.base import Language
from policysearch.lang.others import others_stamp
from policysearch.model.source import Metadata

_READING = ("model", "extract", "lang", "structure", "privacy/screen.py")
_FINDING = (*_READING, "facts", "measures")
_SAMENESS = ("sameness", "likeness.py", "cases/numbers.py", "cases/bodies.py")
_THREADING = ("model", "lang", "threads", "follow.py")


def read_stamp(language: Language, overrides: Metadata, hints: Metadata) -> str:
    """Names how an original is read: extraction, structure, dictionary, the user's own values and those of listings."""
    return f"{_digest(_READING)}/{_languages(language)}/{_short(codec.encode((overrides, hints)).encode())}"


def facts_stamp(language: Language) -> str:
    """Names how facts are found in what was read."""
    return f"{_digest(_FINDING)}/{language.stamp}"


def sameness_stamp() -> str:
    """Names how documents are known to be one."""
    return _digest(_SAMENESS)


def threads_stamp(language: Language) -> str:
    """Names how threads are made of facts."""
    return f"{_digest(_THREADING)}/{language.stamp}"


def analysis_stamp(language: Language) -> str:
    """Names how words become terms of the index."""
    return f"{_digest(('lang',))}/{_languages(language)}"


def _languages(language: Language) -> str:
    return f"{language.stamp}; {others_stamp()}"


@cache
def _digest(parts: tuple[str, ...]) -> str:
    whole = hashlib.sha256()
    for part in parts:
        for name, data in _files(resources.files("policysearch").joinpath(part), part):
            whole.update(f"{name}:{len(data)}:".encode())
            whole.update(data)
    return whole.hexdigest()[:16]


def _files(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    if folder.is_file():
        return [(prefix, folder.read_bytes())]
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{prefix}/{entry.name}"
        if entry.is_dir() and entry.name != "__pycache__":
            found += _files(entry, name)
        elif entry.is_file() and not entry.name.endswith(".pyc"):
            found.append((name, entry.read_bytes()))
    return found


def _short(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:8]

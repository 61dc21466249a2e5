"""The journal of pulls, `pull.jsonl` in the folder of the corpus: what was fetched when, and what came of it.

It cannot be made again: it is a part of every backup. Lines are only ever added, each safe on disk before anything
builds on it. A last line that a killed run left half written is no line: readers pass it by, the next writer cuts it.
"""

import datetime as dt
import json
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Literal

from policysearch.errors import CorpusFormatError
from policysearch.kill_points import kill_point
from policysearch.model.pulling import Expected, Fetched, Listed, Troubled
from policysearch.model.source import AddressEvent

FILE_NAME = "pull.jsonl"
Line = Fetched | Expected | Troubled | Listed
_KINDS: Mapping[str, type[Line]] = {
    "fetch": Fetched,
    "expectation": Expected,
    "trouble": Troubled,
    "listing": Listed,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}
_SAYS_WHAT_IS_THERE = frozenset({"added", "new_version", "updated", "unchanged", "returned", "withdrawn", "left_out"})


class Journal:
    """The lines so far, in memory, and the file that they are added to."""

    def __init__(self, folder: Path) -> None:
        """Read the journal of the corpus in `folder`; there need be none.

        Raises:
            CorpusFormatError: A line other than a torn last one cannot be understood.
        """
        self.path = folder / FILE_NAME
        self._history: dict[str, list[Fetched]] = defaultdict(list)
        self._by_key: dict[tuple[str, str], str] = {}
        self._expected: dict[tuple[str, str, str], Expected] = {}
        self._new_troubles: dict[str, list[Troubled]] = defaultdict(list)
        self._troubles: dict[str, list[Troubled]] = {}
        self._listed: dict[str, Listed] = {}
        for line in _read(self.path):
            self._take(line)

    # --- reading --------------------------------------------------------------------------------------------------

    def history(self, uri: str) -> tuple[Fetched, ...]:
        """All tries at an address, oldest first."""
        return tuple(self._history.get(uri, ()))

    def latest(self) -> Mapping[str, Fetched]:
        """The last try at each address, by address."""
        return {uri: lines[-1] for uri, lines in self._history.items()}

    def known(self, uri: str) -> Fetched | None:
        """The last line that says what an address holds; failures since then are passed by."""
        lines = self._history.get(uri, ())
        return next((line for line in reversed(lines) if line.outcome in _SAYS_WHAT_IS_THERE), None)

    def address_of(self, channel: str, key: str) -> str | None:
        """The address at which a channel offered that key last."""
        return self._by_key.get((channel, key))

    def left_out(self) -> tuple[Fetched, ...]:
        """What is left out now, and by which rule; by channel and address."""
        found = [line for line in self.latest().values() if line.outcome == "left_out"]
        return tuple(sorted(found, key=lambda line: (line.channel, line.uri)))

    def expectations(self) -> tuple[Expected, ...]:
        """What each channel said last there should be, by channel, series and kind."""
        return tuple(self._expected[key] for key in sorted(self._expected))

    def troubles(self) -> tuple[Troubled, ...]:
        """What could not be read of the last listing of each channel."""
        return tuple(trouble for channel in sorted(self._troubles) for trouble in self._troubles[channel])

    def listings(self) -> Mapping[str, Listed]:
        """The last listing of each channel."""
        return dict(self._listed)

    # --- writing --------------------------------------------------------------------------------------------------

    def add(self, line: Line) -> None:
        """Write a line; when this returns it is safe on disk."""
        if isinstance(line, Expected) and _same(self._expected.get((line.channel, line.series, line.kind)), line):
            return
        data = _encoded(line).encode() + b"\n"
        self.path.parent.mkdir(parents=True, exist_ok=True)
        is_new = not self.path.exists()
        kill_point()
        with self.path.open("r+b" if not is_new else "w+b", buffering=0) as file:
            _cut_torn_line(file.fileno())
            half = len(data) // 2
            os.write(file.fileno(), data[:half])
            kill_point()
            os.write(file.fileno(), data[half:])
            os.fsync(file.fileno())
        if is_new:
            _sync_folder(self.path.parent)
        kill_point()
        self._take(line)

    def _take(self, line: Line) -> None:
        match line:
            case Fetched():
                self._history[line.uri].append(line)
                self._by_key[line.channel, line.key] = line.uri
            case Expected():
                self._expected[line.channel, line.series, line.kind] = line
            case Troubled():
                self._new_troubles[line.channel].append(line)
            case Listed():
                self._listed[line.channel] = line
                self._troubles[line.channel] = self._new_troubles.pop(line.channel, [])


def _same(old: Expected | None, new: Expected) -> bool:
    return old is not None and (old.names, old.note) == (new.names, new.note)


def _encoded(line: Line) -> str:
    values: dict[str, Any] = {"line": _NAMES[type(line)]}
    for field in fields(line):
        value = getattr(line, field.name)
        if value is not None:
            values[field.name] = value.isoformat() if isinstance(value, dt.datetime) else value
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _decoded(text: bytes) -> Line:
    values = json.loads(text)
    kind: Any = _KINDS[values.pop("line")]
    values["at"] = dt.datetime.fromisoformat(values["at"])
    if kind is Expected:
        values["names"] = tuple(values["names"])
    line: Line = kind(**values)
    return line


def _read(path: Path) -> Iterator[Line]:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return
    whole, _, _ = data.rpartition(b"\n")
    for number, text in enumerate(whole.splitlines() if whole else (), start=1):
        try:
            yield _decoded(text)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise CorpusFormatError(
                f"{path}, line {number}, is damaged ({error}): restore it from a backup, or take the line out"
            ) from error


def _cut_torn_line(file: int) -> None:
    """Go to the end of the last whole line, and cut off what a killed run left behind it."""
    end = os.lseek(file, 0, os.SEEK_END)
    at = end
    while at > 0:
        start = max(0, at - 65536)
        found = os.pread(file, at - start, start).rfind(b"\n")
        if found >= 0:
            at = start + found + 1
            break
        at = start
    if at != end:
        os.ftruncate(file, at)
        os.lseek(file, at, os.SEEK_SET)


def _sync_folder(path: Path) -> None:
    folder = os.open(path, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def last_tries(journal: Journal, histories: Iterable[Sequence[AddressEvent]]) -> tuple[AddressEvent, ...]:
    """What happened at addresses, with the last look at each, where it brought nothing new or failed."""
    found: list[AddressEvent] = []
    for events in histories:
        found += events
        tries = journal.history(events[0].uri) if events else ()
        last = tries[-1] if tries else None
        if last is not None and last.at > events[-1].at and last.outcome in ("unchanged", "failed"):
            kind: Literal["unchanged", "failed"] = "unchanged" if last.outcome == "unchanged" else "failed"
            found.append(replace(events[-1], kind=kind, at=last.at, status=last.status))
    return tuple(found)

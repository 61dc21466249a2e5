"""What was forgotten, `forgotten.jsonl` in the folder of the corpus: hashes, a reason, who and when, and no name.

It is truth, not derived, and belongs into every backup: by it an original that comes again is known and not taken in.
"""

import datetime as dt
import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from policysearch import codec
from policysearch.errors import CorpusFormatError
from policysearch.kill_points import kill_point
from policysearch.sources.addresses import spelt

NAME = "forgotten.jsonl"
AT_WORK = ".forgetting"
"""A file in the folder of the corpus, as long as something that is to be forgotten may still be somewhere."""
RULE = "forgotten"
"""By which rule what comes again is left out."""


@dataclass(frozen=True, slots=True)
class Buried:
    """An original whose bytes are gone.

    Attributes:
        documents: Ids of those of its documents that are gone or were covered.
        is_whole: Nothing of it is kept; else its other words are, in a reading without the forgotten ones.
    """

    sha256: str
    documents: tuple[str, ...]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Tombstone:
    """One act of forgetting.

    Attributes:
        id: 32 hex digits, made once.
        at: UTC.
        by: Who asked for it.
        what: Documents, or a name in documents that stay.
        addresses: `address_key` of where they came from: nothing is fetched from there again.
        lines: Of a name, what in the journals held it in words of people or listings: ids of reviews and watches, and
            `line_key` of pulls; should a backup bring them back, they go.
    """

    id: str
    at: dt.datetime
    by: str
    reason: str
    what: Literal["document", "name"]
    originals: tuple[Buried, ...]
    addresses: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


def address_key(uri: str) -> str:
    """What stands for an address, which may hold a name itself."""
    return hashlib.sha256(spelt(uri).encode()).hexdigest()


def offer_key(channel: str, key: str) -> str:
    """What stands for something that a channel offers, at whatever address."""
    return hashlib.sha256(f"{channel}\n{key}".encode()).hexdigest()


def line_key(line: object) -> str:
    """What stands for a line of a journal."""
    return hashlib.sha256(json.dumps(line, sort_keys=True).encode()).hexdigest()[:32]


class Tombstones:
    """All of them, and the file that they are added to."""

    def __init__(self, folder: Path) -> None:
        """Read those of the corpus in `folder`; there need be none.

        Raises:
            CorpusFormatError: A line cannot be understood.
        """
        self.path = folder / NAME
        self.all: tuple[Tombstone, ...] = read_tombstones(self.path)

    def __bool__(self) -> bool:
        return bool(self.all)

    def of_original(self, sha256: str) -> Tombstone | None:
        """By which an original is gone; the one that leaves nothing of it before others."""
        found = [(stone, buried) for stone in self.all for buried in stone.originals if buried.sha256 == sha256]
        found.sort(key=lambda pair: not pair[1].is_whole)
        return found[0][0] if found else None

    def is_whole(self, sha256: str) -> bool:
        """Whether nothing of an original may be kept."""
        return any(b.is_whole for stone in self.all for b in stone.originals if b.sha256 == sha256)

    def of_address(self, *keys: str) -> Tombstone | None:
        """By which nothing is fetched from an address; `keys` are of `address_key` or `offer_key`."""
        return next((stone for stone in self.all if set(keys) & set(stone.addresses)), None)

    def originals(self) -> frozenset[str]:
        """The hashes of all originals whose bytes are gone."""
        return frozenset(buried.sha256 for stone in self.all for buried in stone.originals)

    def add(self, stones: Iterable[Tombstone]) -> int:
        """Add those that are not known; how many they were. They are safe on disk when this returns."""
        known = {stone.id for stone in self.all}
        new = tuple(stone for stone in stones if stone.id not in known)
        if new:
            with self.path.open("ab") as file:
                file.write("".join(f"{codec.encode(stone)}\n" for stone in new).encode())
                file.flush()
                os.fsync(file.fileno())
            kill_point()
            self.all += new
        return len(new)


def is_forgetting(folder: Path) -> bool:
    """Whether something that is to be forgotten may still be somewhere: a run is at work, or was killed."""
    return (folder / AT_WORK).exists()


def why_left_out(stone: Tombstone) -> str:
    """A sentence for somebody who brings it again."""
    return f"{RULE} on {stone.at:%Y-%m-%d} ({stone.reason})"


def read_tombstones(path: Path) -> tuple[Tombstone, ...]:
    """The tombstones of a file anywhere; none where there is no file.

    Raises:
        CorpusFormatError: A line cannot be understood.
    """
    try:
        lines = path.read_bytes().rpartition(b"\n")[0].splitlines()
    except FileNotFoundError:
        return ()
    found = []
    for number, line in enumerate(lines, 1):
        try:
            found.append(codec.decode(line.decode(), Tombstone))
        except ValueError as error:
            raise CorpusFormatError(f"line {number} of {path} is damaged: {error}; restore it from a backup") from error
    return tuple(found)

"""The file `reviews.jsonl`: a line a review, only ever added to."""

import os
from collections.abc import Iterable
from pathlib import Path

from filelock import FileLock

from policysearch import codec
from policysearch.errors import CorpusFormatError
from policysearch.model.reviews import Review

NAME = "reviews.jsonl"


class ReviewJournal:
    """The journal of one corpus."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME

    @property
    def size(self) -> int:
        """Bytes of the journal; it only grows."""
        return self.path.stat().st_size if self.path.exists() else 0

    def read(self) -> tuple[Review, ...]:
        """All reviews in the order in which they were said; none where there is no journal.

        A last line that a killed run left half written is passed over.

        Raises:
            CorpusFormatError: A line cannot be understood.
        """
        return read_reviews(self.path)

    def append(self, reviews: Iterable[Review]) -> None:
        """Add lines, on disk before it returns. Several processes may add at once."""
        lines = "".join(f"{codec.encode(review)}\n" for review in reviews).encode()
        if not lines:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{self.path}.lock"), self.path.open("a+b") as file:
            if torn := _torn(file.seek(0, os.SEEK_END), self.path):
                file.truncate(torn.start)
            file.write(lines)
            file.flush()
            os.fsync(file.fileno())


def read_reviews(path: Path) -> tuple[Review, ...]:
    """The reviews of a journal anywhere; as `ReviewJournal.read`."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return ()
    whole, _, _ = data.rpartition(b"\n")
    found = []
    for number, line in enumerate(whole.splitlines(), 1):
        try:
            found.append(codec.decode(line.decode(), Review))
        except ValueError as error:
            raise CorpusFormatError(f"line {number} of {path} is damaged: {error}; restore it from a backup") from error
    return tuple(found)


def _torn(size: int, path: Path) -> range | None:
    """Where a half-written last line lies, if there is one."""
    with path.open("rb") as file:
        data = file.read()
    end = data.rfind(b"\n") + 1
    return range(end, size) if end < size else None

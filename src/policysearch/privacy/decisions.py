"""What persons decided of documents that were held back, `decisions.jsonl` in the folder of the corpus: only added to.

It is truth, not derived, and belongs into every backup: by it a withdrawn document that is to stay is shown again.
"""

import datetime as dt
import os
from collections.abc import Iterable
from pathlib import Path

from filelock import FileLock

from policysearch import codec
from policysearch.errors import CorpusFormatError
from policysearch.kill_points import kill_point
from policysearch.model.held import Decision

NAME = "decisions.jsonl"


class Decisions:
    """The journal of one corpus."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self._read: tuple[int, tuple[Decision, ...]] = (0, ())

    def all(self) -> tuple[Decision, ...]:
        """All of them, oldest first.

        Raises:
            CorpusFormatError: A line cannot be understood.
        """
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return ()
        if len(data) == self._read[0]:
            return self._read[1]
        lines, found = data.rpartition(b"\n")[0].splitlines(), []
        for number, line in enumerate(lines, 1):
            try:
                found.append(codec.decode(line.decode(), Decision))
            except ValueError as error:
                where = f"line {number} of {self.path}"
                raise CorpusFormatError(f"{where} is damaged: {error}; restore it from a backup") from error
        self._read = (len(data), tuple(found))
        return self._read[1]

    def add(self, decisions: Iterable[Decision]) -> None:
        """Add some; they are safe on disk when this returns."""
        self._read = (0, ())
        text = "".join(f"{codec.encode(decision)}\n" for decision in decisions)
        with FileLock(self.path.with_name(f"{NAME}.lock")), self.path.open("a+b") as file:
            file.seek(0)
            whole = file.read().rpartition(b"\n")
            file.truncate(len(whole[0]) + len(whole[1]))  # half a line of a killed process is no decision
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        kill_point()

    def keeps(self, sha256: str, withdrawn_at: dt.datetime) -> bool:
        """Whether somebody decided to keep an original that was withdrawn then."""
        return any(
            one.what == "keep" and one.sha256 == sha256 and one.withdrawn_at and one.withdrawn_at >= withdrawn_at
            for one in self.all()
        )

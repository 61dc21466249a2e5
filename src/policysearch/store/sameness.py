"""Documents that are one in several originals, or in several languages. A part of `Store`."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any

from policysearch.model.search import DocumentSummary, Translation
from policysearch.model.source import Source
from policysearch.store.rows import METADATA


class Sameness:
    """What the store knows of documents that are one; `Store` has the connection."""

    _db: Any

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing of what is written inside."""
        raise NotImplementedError

    def meta(self, name: str) -> str | None:
        """A value of the corpus itself."""
        raise NotImplementedError

    @property
    def revision(self) -> int:
        """Grows with every change of documents or facts."""
        raise NotImplementedError

    def _advance(self) -> None:
        raise NotImplementedError

    def sources(self, sha256: str) -> tuple[Source, ...]:
        """Addresses at which an original was met."""
        raise NotImplementedError

    def _summary(self, row: Any) -> DocumentSummary:
        raise NotImplementedError

    def newest_summaries(self) -> Iterator[DocumentSummary]:
        """The newest versions, also those for which another document stands; by id."""
        query = f"SELECT id, sha256, locator, {METADATA}, 1 FROM latest ORDER BY id"
        for row in self._db.execute(query).fetchall():
            yield self._summary(row)

    def sketches(self, *, stamp: str) -> dict[str, tuple[int, ...]]:
        """The sketch of each document that has one; none of them where other rules made them."""
        if (self.meta("same") or "").partition("|")[0] != stamp:
            return {}
        rows = self._db.execute("SELECT document, hashes FROM sketch")
        return {document: tuple(json.loads(hashes)) for document, hashes in rows}

    def replace_sameness(
        self,
        copies: Mapping[str, str],
        twins: Iterable[tuple[str, str]],
        sketches: Mapping[str, tuple[int, ...]],
        *,
        stamp: str,
    ) -> None:
        """Write which documents are one.

        Args:
            copies: Documents, and those that stand for them.
            twins: Documents that are one in two languages.
            sketches: Those that are not there yet.
            stamp: Names the rules; `sketches` of other ones are forgotten.
        """
        pairs = sorted({pair for one, other in twins for pair in ((one, other), (other, one))})
        with self.transaction():
            if (self.meta("same") or "").partition("|")[0] != stamp:
                self._db.execute("DELETE FROM sketch")
            rows = [(document, json.dumps(values)) for document, values in sketches.items()]
            self._db.executemany("INSERT OR REPLACE INTO sketch VALUES (?, ?)", rows)
            before = (
                dict(self._db.execute("SELECT document, main FROM same")),
                self._db.execute("SELECT document, other FROM twin ORDER BY 1, 2").fetchall(),
            )
            if before != (dict(copies), pairs):
                self._db.execute("DELETE FROM same")
                self._db.execute("DELETE FROM twin")
                self._db.executemany("INSERT INTO same VALUES (?, ?)", copies.items())
                self._db.executemany("INSERT INTO twin VALUES (?, ?)", pairs)
                self._advance()
            self._db.execute("INSERT OR REPLACE INTO meta VALUES ('same', ?)", (f"{stamp}|{self.revision}",))

    def main_of(self, document: str) -> str | None:
        """The document that stands for this one, None where it stands for itself."""
        row = self._db.execute("SELECT main FROM same WHERE document = ?", (document,)).fetchone()
        return None if row is None else str(row[0])

    def translations_of(self, document: str) -> tuple[Translation, ...]:
        """The documents that are this one in another language."""
        query = (
            "SELECT other, language FROM twin JOIN document ON id = other WHERE document = ? ORDER BY language, other"
        )
        return tuple(Translation(*row) for row in self._db.execute(query, (document,)).fetchall())

    def _sources_of_copies(self, document: str) -> Iterator[Source]:
        """The addresses of the other originals of a document."""
        query = "SELECT id, sha256 FROM same JOIN document ON id = same.document WHERE main = ? ORDER BY id"
        for copy, sha256 in self._db.execute(query, (document,)).fetchall():
            yield from (replace(source, document=copy) for source in self.sources(sha256))

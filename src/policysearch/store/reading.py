"""A store that is only read: it sees one state of the file, keeps what it unpacked, and may cover contact details."""

from collections.abc import Collection, Hashable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from policysearch.contacts import without_contacts
from policysearch.model.document import Document, Passage, Section
from policysearch.model.facts import Commitment, Measure
from policysearch.model.report import Failure, Skipped
from policysearch.model.search import DocumentSummary
from policysearch.model.source import shown_address
from policysearch.store.database import Store, connect
from policysearch.store.rows import FactKind, FactRow

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)

_KEPT = 256
"""Documents whose text and sections are kept at a time."""


class ReadStore(Store):
    """One open `corpus.db` as it is now, until it is closed, whatever others write meanwhile."""

    def __init__(self, path: Path, *, hide_contacts: bool = False, hide_places: bool = False) -> None:
        """Open the file.

        Args:
            path: The file.
            hide_contacts: Cover phone numbers and e-mail addresses of persons in everything that is read.
            hide_places: Of files of this machine give the names alone, not where they lie.

        Raises:
            CorpusNotFoundError: It does not exist.
            CorpusFormatError: It is no corpus, or one of another format.
        """
        super().__init__(path)
        self._hides, self._hides_places = hide_contacts, hide_places
        self._watching = connect(path)
        for connection in (self._db, self._watching):
            connection.execute("PRAGMA query_only = ON")
        self._db.execute("BEGIN")
        self.opened_state = _state(self._db)
        self._kept_text = lru_cache(_KEPT)(self._read_text)
        self._kept_sections = lru_cache(_KEPT)(super().sections)

    def close(self) -> None:
        """Let go of the file."""
        super().close()
        self._watching.close()

    def newest_state(self) -> tuple[int, str]:
        """The revision, and the key of the threads, as they are by now; `opened_state` is as they were at opening."""
        return _state(self._watching)

    def summaries(self, *, all_versions: bool = False) -> Iterator[DocumentSummary]:
        """What is shown of each document, dated ones first in the order of their dates."""
        yield from map(self._placeless, super().summaries(all_versions=all_versions))

    def summary(self, document: str) -> DocumentSummary:
        """What is shown of the document with that full id."""
        return self._placeless(super().summary(document))

    def newest_summaries(self) -> Iterator[DocumentSummary]:
        """The newest versions, also those for which another document stands; by id."""
        yield from map(self._placeless, super().newest_summaries())

    def failures(self) -> tuple[Failure, ...]:
        """Originals that could not be read at the last try, by address."""
        return tuple(replace(each, uri=self._shown(each.uri)) for each in super().failures())

    def skipped(self) -> tuple[Skipped, ...]:
        """Files that are no documents, by address."""
        return tuple(replace(each, uri=self._shown(each.uri)) for each in super().skipped())

    def text(self, document: str) -> str:
        """The text of a document."""
        return self._kept_text(document)

    def sections(self, document: str) -> tuple[Section, ...]:
        """The sections of a document, in the order of its text."""
        return self._kept_sections(document)

    def heading(self, document: str, passage: Passage) -> str | None:
        """The heading over a passage, as printed, on one line."""
        if passage.section is None:
            return None
        return " ".join(self.sections(document)[passage.section].heading.of(self.text(document)).split()) or None

    def document(self, document: str) -> Document:
        """The document with that full id."""
        found = super().document(document)
        furniture = tuple((page, self._covered(text)) for page, text in found.furniture)
        return replace(found, text=self.text(document), furniture=furniture)

    def fact_rows(
        self, kind: FactKind, *, document: str | None = None, actors: Collection[str] | None = None
    ) -> Iterator[FactRow]:
        """Facts of one kind in current documents, as `Store.fact_rows`."""
        for row in super().fact_rows(kind, document=document, actors=actors):
            yield _CoveredRow(*row.columns) if self._hides else row

    def commitments(self, ids: Collection[str]) -> dict[str, Commitment]:
        """Commitments by their full ids; those that are not there are missing."""
        return {id_: self._covered_fact(fact) for id_, fact in super().commitments(ids).items()}

    def measures(self, ids: Collection[str]) -> dict[str, Measure]:
        """Measures by their full ids; those that are not there are missing."""
        return {id_: self._covered_fact(fact) for id_, fact in super().measures(ids).items()}

    def _records(self, document: str, kind: FactKind) -> Iterator[Any]:
        yield from map(self._covered_fact, super()._records(document, kind))

    def _read_text(self, document: str) -> str:
        return self._covered(super().text(document))

    def _covered(self, text: str) -> str:
        return without_contacts(text) if self._hides else text

    def _shown(self, uri: str) -> str:
        return shown_address(uri) if self._hides_places else uri

    def _placeless(self, summary: DocumentSummary) -> DocumentSummary:
        if not self._hides_places:
            return summary
        sources = tuple(replace(source, uri=shown_address(source.uri)) for source in summary.sources)
        return replace(summary, uri=shown_address(summary.uri), sources=sources)

    def _covered_fact(self, fact: T) -> T:
        return covered(fact) if self._hides else fact


@dataclass(frozen=True, slots=True)
class _CoveredRow(FactRow):
    """A fact whose quote shows no contact details."""

    @property
    def fact(self) -> Any:
        """The `TimeExpression`, `Mention`, `Commitment` or `Measure`."""
        return covered(FactRow.fact.fget(self))  # type: ignore[attr-defined]  # a property of a slotted class


def covered(fact: Any) -> Any:
    """A fact with contact details covered in its verbatim words."""
    names = [name for name in ("quote", "condition") if getattr(fact, name, None)]
    inner = {"fields": tuple(map(covered, fact.fields))} if isinstance(fact, Measure) else {}
    return replace(fact, **{name: without_contacts(getattr(fact, name)) for name in names}, **inner)


def _state(db: Any) -> tuple[int, str]:
    found = dict(db.execute("SELECT name, value FROM meta WHERE name IN ('revision', 'threads')").fetchall())
    return int(found.get("revision", 0)), found.get("threads", "")

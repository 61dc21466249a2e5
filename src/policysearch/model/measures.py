"""Measures of a plan, with what the corpus says of them since."""

import datetime as dt
from dataclasses import dataclass

from policysearch.model.facts import Commitment, Measure
from policysearch.model.reviews import ReviewState
from policysearch.model.search import DocumentSummary
from policysearch.model.text import Span
from policysearch.model.threads import EventKind, MeasureLink


@dataclass(frozen=True, slots=True)
class MeasureNews:
    """Something that a later document says of a measure: a commitment, or a row of a report or an answer.

    Attributes:
        event: What happened by it; None where a row tells that in words of its own.
        link: Why it is about the measure; None where the plan's own commitment was met again.
        thread: The thread through which it came, where it did.
    """

    event: EventKind | None
    document: DocumentSummary
    commitment: Commitment | None = None
    row: Measure | None = None
    link: MeasureLink | None = None
    thread: str | None = None

    @property
    def other(self) -> str:
        """The id of the commitment or the row."""
        return (self.commitment or self.told).id

    @property
    def told(self) -> Measure:
        """The row, where it is one."""
        assert self.row is not None
        return self.row

    @property
    def day(self) -> dt.date | None:
        """When it was said."""
        said = self.commitment.said_on if self.commitment else None
        return said or self.document.metadata.date

    @property
    def span(self) -> Span:
        """Where it stands in its document."""
        return (self.commitment or self.told).span

    @property
    def page(self) -> int | None:
        """The page on which it stands."""
        return (self.commitment or self.told).page

    @property
    def quotes(self) -> tuple[str, ...]:
        """The words, verbatim: of a row those of its status and answer, else those of the measure itself."""
        if self.commitment is not None:
            return (self.commitment.quote,)
        said = (*self.told.parts("status"), *self.told.parts("answer"))
        return tuple(field.quote for field in said) or (self.told.quote,)


@dataclass(frozen=True, slots=True)
class FoundMeasure:
    """A measure of a plan, with its document.

    Attributes:
        since: What later documents surely say of it, in the order of their days.
        unsure: What may be about it.
        review: What people say of it, its status among that.
        entry: The id of the commitment at its words, where there is one.
    """

    measure: Measure
    document: DocumentSummary
    since: tuple[MeasureNews, ...] = ()
    unsure: tuple[MeasureNews, ...] = ()
    review: ReviewState | None = None
    entry: str | None = None

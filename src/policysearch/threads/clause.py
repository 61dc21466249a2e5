"""What threads are made of: commitments with the words of their clause and what their document says of itself."""

import datetime as dt
from dataclasses import dataclass

from policysearch.model.document import Part
from policysearch.model.facts import Actor, Commitment
from policysearch.model.source import DocumentType
from policysearch.model.text import Span
from policysearch.model.time import When


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text.

    Attributes:
        start: Where it begins, in the text of its document.
        lemma: The dictionary form of the best reading.
        parts: Dictionary forms of the compound parts, empty for a simple word.
        verbs: Verbs that any reading is a form of, or a noun of action (*laatiminen*) of.
        is_name: It begins with a capital letter inside a sentence, so that it is a name or an abbreviation.
        is_content: The best reading is a noun, a name or an adjective.
    """

    start: int
    lemma: str
    parts: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    is_content: bool = True
    is_name: bool = False

    @property
    def head(self) -> str:
        """The last compound part, or the word itself: *ohje* of *valvontaohje*."""
        return self.parts[-1] if self.parts else self.lemma


@dataclass(frozen=True, slots=True)
class Clause:
    """A commitment where it stands.

    Attributes:
        commitment: The commitment itself.
        words: The words of its quote, in order.
        before: The words of its passage that stand before the quote; where a pronoun looks for its noun.
        mentions: Actors named in the quote, and where.
        times: Temporal expressions in the quote, and where.
        day: When it was said; else the day of the document; else, of what is reported as done, the day it was done.
        document_type: What the document is.
        issuer: Whose document it is.
        case_number: Of the document.
        not_before: Of a document without a date, a day than which it is hardly older; None where nothing tells.
        part: What the section does in its document.
        item: Names the numbered section or agenda item around it; None where the document is one matter.
        number: Of the numbered recommendation in which it stands.
        answers: Words of the recommendation beside which it stands in a table, as the answer to it.
    """

    commitment: Commitment
    words: tuple[Word, ...]
    before: tuple[Word, ...] = ()
    mentions: tuple[tuple[Span, Actor], ...] = ()
    times: tuple[tuple[Span, When], ...] = ()
    day: dt.date | None = None
    document_type: DocumentType | None = None
    issuer: str | None = None
    case_number: str | None = None
    part: Part | None = None
    item: int | None = None
    not_before: dt.date | None = None
    number: str | None = None
    answers: tuple[Word, ...] = ()

    @property
    def id(self) -> str:
        """The id of the commitment."""
        return self.commitment.id

    @property
    def document(self) -> str:
        """The id of the document."""
        return self.commitment.document

    @property
    def order(self) -> tuple[bool, dt.date, str, bool, int, int]:
        """By the day on which it was said, undated ones last; then by document, proposals first, and place."""
        c = self.commitment
        answers = c.kind != "proposal"
        return self.day is None, self.day or dt.date.max, self.document, answers, c.span.start, c.span.end

"""What people say of what the machine found. A review is never derived: it is kept in a journal, and only added to."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args

from policysearch.model.facts import Commitment, CommitmentKind
from policysearch.model.text import Span

ReviewKind = Literal["confirm", "reject", "correct", "status", "note", "tag", "untag", "add", "retract"]
REVIEW_KINDS: tuple[ReviewKind, ...] = get_args(ReviewKind)
ReviewField = Literal["kind", "actor", "date", "action"]
REVIEW_FIELDS: tuple[ReviewField, ...] = get_args(ReviewField)
DoneStatus = Literal["done", "partly", "ongoing", "lapsed"]
DONE_STATUSES: tuple[DoneStatus, ...] = get_args(DoneStatus)
"""*tehty, osittain, kesken, rauennut*."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of an original, however its facts are called.

    Attributes:
        sha256: Of the original.
        locator: Of the item in it; empty for a whole file.
        quote: The words, verbatim as they were read.
        occurrence: 0 for the first time that they stand in the text.
        uri: An address of the original, so that a new version of it can be found.
    """

    sha256: str
    locator: str
    quote: str
    occurrence: int
    uri: str


@dataclass(frozen=True, slots=True)
class Review:
    """One line of the journal.

    Attributes:
        id: 32 hex digits, made once.
        at: UTC.
        by: Who says so.
        kind: `confirm`: it is an entry; `reject`: it is none; `correct`: `field` is really `value`; `status`: what
            became of it, `value` is a `DoneStatus`, `evidence` says where that is told; `note`; `tag` and `untag`: a
            researcher's code; `add`: an entry that the machine did not find, its kind is `value`; `retract`: the
            review `value` no longer holds.
        anchor: What it is said of; None where a whole review is retracted.
        value: For a date ISO 8601, a day, month or year, or two of them parted by `/`, or empty where there is none;
            for an actor its name, as the gazetteer has it or the person writes it, or empty where nobody is named.
        evidence: An id of the corpus, an address, or words.
    """

    id: str
    at: dt.datetime
    by: str
    kind: ReviewKind
    anchor: Anchor | None
    field: ReviewField | None = None
    value: str | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing to say of a commitment; the fields are those of `Review`."""

    kind: ReviewKind
    field: ReviewField | None = None
    value: str | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class Attached:
    """A review with what it is attached to now.

    Attributes:
        commitment: Id of the commitment of the machine, of one that was added by hand, or of a measure of a plan;
            None where it attaches to nothing.
        document: Id of the document in which the words stand; None where they stand in none.
        moved: The words stand in another version than the one that was reviewed.
        why: Why it attaches to nothing.
    """

    review: Review
    commitment: str | None = None
    document: str | None = None
    span: Span | None = None
    moved: bool = False
    why: str | None = None


@dataclass(frozen=True, slots=True)
class ReviewState:
    """All that people say of one commitment, the newest word last.

    Attributes:
        verdict: `confirmed`, `rejected`, `added`, or None.
        corrected: Field and value, of the newest correction of each field.
        status: What became of it, by the newest word.
        by: Who said something.
        conflicts: Fields of which two people say different things; also *verdict* and *status*.
    """

    verdict: Literal["confirmed", "rejected", "added"] | None = None
    corrected: tuple[tuple[ReviewField, str], ...] = ()
    status: DoneStatus | None = None
    evidence: str | None = None
    notes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()

    def value(self, field: ReviewField) -> str | None:
        """The corrected value of a field, None where it stands as found."""
        return dict(self.corrected).get(field)


@dataclass(frozen=True, slots=True)
class ReviewedEntry:
    """One commitment, and all that people say of it.

    Attributes:
        commitment: As the machine found it, or as it was added by hand.
        reviewed: With the values of people, also where they say that it is no entry.
        reviews: Those that hold, in the order in which they were said.
    """

    commitment: Commitment
    reviewed: Commitment
    state: ReviewState
    reviews: tuple[Attached, ...]


@dataclass(frozen=True, slots=True)
class AddedEntry:
    """An entry that a person added: its words, where they stand now, and its kind."""

    id: str
    document: str
    span: Span
    quote: str
    kind: CommitmentKind


@dataclass(frozen=True, slots=True)
class Said:
    """A tag or a note, who said it, and when (UTC)."""

    value: str
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class CodedPlace:
    """Words of a document with the tags that hold, and the notes."""

    document: str
    span: Span
    tags: tuple[Said, ...]
    notes: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class ReviewConflict:
    """Two people, one entry, two values: who says what. `document` is the id of the one in which the words stand."""

    quote: str
    document: str | None
    field: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MergedReviews:
    """What a merge of two journals did: how many lines were new, and where people say different things."""

    added: int
    known: int
    conflicts: tuple[ReviewConflict, ...]

"""What changed between two versions of a document: in its words, in what it says of itself, and in its facts."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from policysearch.model.facts import Commitment
from policysearch.model.search import DocumentSummary
from policysearch.model.text import Span
from policysearch.model.time import TimeExpression

PieceKind = Literal["same", "gone", "added"]
FactChangeKind = Literal["deadline_moved", "changed", "reworded", "added", "gone"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a row that stand in both versions, or in one of them."""

    kind: PieceKind
    text: str


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """A sentence that reads otherwise, is gone (`new` is None) or was added (`old` is None).

    The pieces that are not `added` make the old sentence, those that are not `gone` the new one, letter by letter.
    """

    old: Span | None
    new: Span | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A value of metadata or of a fact that is another one now, as text; None is *unknown*."""

    name: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class FactChange:
    """A commitment, or a deadline outside all commitments, that is another one now.

    Attributes:
        kind: `reworded`: its words changed, and nothing that was found in them.
        fields: What was found in them and changed.
    """

    kind: FactChangeKind
    old: Commitment | TimeExpression | None
    new: Commitment | TimeExpression | None
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """Two versions of one document that followed one another at an address.

    Attributes:
        uri: The address.
        at: When the newer one was met there, UTC.
        old: None where an original that holds several documents has one more.
        new: None where it has one less.
        is_approved: The older one calls itself a draft, the newer one does not.
        moved: Sentences that stand elsewhere now, and say the same.
    """

    uri: str
    at: dt.datetime
    old: DocumentSummary | None
    new: DocumentSummary | None
    is_approved: bool = False
    metadata: tuple[FieldChange, ...] = ()
    sentences: tuple[SentenceChange, ...] = ()
    facts: tuple[FactChange, ...] = ()
    moved: int = 0

"""What is found in a document: mentions of actors, and commitments. Every fact carries its verbatim quote."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from policysearch.model.text import Span
from policysearch.model.time import TimeExpression, When

ActorKind = Literal["organisation", "person"]
CommitmentKind = Literal["decision", "undertaking", "obligation", "proposal", "accomplishment"]
COMMITMENT_KINDS: tuple[CommitmentKind, ...] = get_args(CommitmentKind)
Outcome = Literal[
    "approved", "rejected", "returned", "tabled", "noted", "concluded", "forwarded", "deferred",
]  # fmt: skip
Strength = Literal["binding", "intended", "considered"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts. `id`: the gazetteer's, or made of kind and name; `name`: the canonical nominative."""

    id: str
    name: str
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an actor is named. `quote` is the text at `span`; the other fields as the document gives them."""

    id: str
    document: str
    span: Span
    quote: str
    page: int | None
    actor: Actor
    title: str | None = None
    organisation: str | None = None
    role: str | None = None
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money; `currency` is ISO 4217."""

    value: Decimal
    currency: str = "EUR"


@dataclass(frozen=True, slots=True)
class Commitment:
    """A clause that decides, promises, obliges, proposes or reports as done.

    Attributes:
        quote: The text at `span`, verbatim.
        actors: Whose act it is, in the order of the clause; empty where the clause does not say.
        possible_actors: Who it may be, where the clause does not say; marked as possible wherever it is shown.
        action: Dictionary form of the verb that carries the act; None where there is none (*Ehdotuksen mukaan*).
        speaker: Whose words these are; None where unknown.
        said_on: The day on which they were said.
        own_words: The speaker speaks of its own acts, not of somebody else's.
        routine: Procedure of every meeting: agenda and earlier minutes approved, times of meetings.
        cue: Names the rule that found it.
    """

    id: str
    document: str
    span: Span
    quote: str
    page: int | None
    kind: CommitmentKind
    cue: str
    actors: tuple[Actor, ...] = ()
    possible_actors: tuple[Actor, ...] = ()
    action: str | None = None
    when: When | None = None
    condition: str | None = None
    amount: Amount | None = None
    polarity: Literal["positive", "negative"] = "positive"
    outcome: Outcome | None = None
    strength: Strength | None = None
    speaker: Actor | None = None
    said_on: dt.date | None = None
    own_words: bool = True
    routine: bool = False
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything found in one document, each kind in the order of the text."""

    times: tuple[TimeExpression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    commitments: tuple[Commitment, ...] = ()

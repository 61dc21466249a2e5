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


MeasureKind = Literal["measure", "recommendation"]
MeasurePart = Literal[
    "responsible",  # Vastuutaho, Päävastuu
    "partners",  # Yhteistyötahot
    "schedule",  # Aikataulu
    "indicator",  # Mittari, Seuranta
    "funding",  # Rahoitus, Resurssit
    "goal",  # Tavoite, Painopiste
    "description",  # what is printed between the measure and its labels, or in a column of its own
    "status",  # Tilanne, Toteutuminen
    "answer",  # Vastaus, Vastine
]
MEASURE_PARTS: tuple[MeasurePart, ...] = get_args(MeasurePart)


@dataclass(frozen=True, slots=True)
class MeasureField:
    """What a plan says of a measure under one of its labels. `quote` is the text at `span`."""

    name: MeasurePart
    span: Span
    quote: str
    page: int | None


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of a plan, or a recommendation: a row of a table, a numbered heading, an item of a list.

    Attributes:
        quote: What is to be done: the text at `span`, without its number.
        number: As printed, *3.2*; None where it has none.
        fields: In the order of the text; a part may have several, where a page break cuts a row.
        actors: Those named as responsible, as far as they are known.
        when: The first time of its schedule.
        cue: Names the layout in which it was found: *table*, *labels*, *number*, *list*, *sentence*.
    """

    id: str
    document: str
    span: Span
    quote: str
    page: int | None
    kind: MeasureKind
    cue: str
    number: str | None = None
    fields: tuple[MeasureField, ...] = ()
    actors: tuple[Actor, ...] = ()
    when: When | None = None
    ocr: bool = False

    def parts(self, name: MeasurePart) -> tuple[MeasureField, ...]:
        """The fields of one name."""
        return tuple(field for field in self.fields if field.name == name)


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything found in one document, each kind in the order of the text."""

    times: tuple[TimeExpression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    measures: tuple[Measure, ...] = ()

"""One matter over its handlings: committee, board, council."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from policysearch.model.facts import Commitment, Outcome
from policysearch.model.search import DocumentSummary
from policysearch.model.text import Span

Known = Literal["held", "quoted", "named"]
"""How a handling is known: a document of it is in the corpus, another one quotes it, or another one only names it."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of a document: `text` stands at `span`, on `page` where that is known."""

    document: str
    span: Span
    text: str
    page: int | None


@dataclass(frozen=True, slots=True)
class Handling:
    """What one body did with a matter on one day.

    Attributes:
        body: As its own document, or the one that names it, calls it.
        section: The §, digits only, or the number of the item in the minutes.
        documents: That are of this handling; several where it came in several languages or copies.
        told_in: That quote or name it.
        outcome: Of its decision.
        said: Its decisions, proposals and other commitments, in the order of the text; no routine.
        votes: What was voted on, and how.
        is_announced: Named as one to come (*V 19.5.2021* in the title of what the board proposed to the council).
    """

    body: str | None
    date: dt.date | None
    section: str | None
    title: str | None
    known: Known
    documents: tuple[DocumentSummary, ...] = ()
    told_in: tuple[DocumentSummary, ...] = ()
    outcome: Outcome | None = None
    said: tuple[Commitment, ...] = ()
    votes: tuple[Excerpt, ...] = ()
    is_announced: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A matter.

    Attributes:
        number: As its documents print it most often.
        forms: Every way in which they print it.
        handlings: In the order of their days, undated ones last.
        mentions: Documents of other matters that name the number.
        withheld: Ids of documents of it that are held back until a person decides.
    """

    number: str
    forms: tuple[str, ...]
    title: str | None
    handlings: tuple[Handling, ...]
    mentions: tuple[DocumentSummary, ...] = ()
    withheld: tuple[str, ...] = ()

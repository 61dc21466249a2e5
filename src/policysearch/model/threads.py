"""Threads: one commitment met again, in a later document or as the proposal that its own document adopts."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args

from policysearch.model.time import When

EventKind = Literal[
    "proposed", "decided", "undertaken", "obliged", "restated", "moved", "begun", "done", "not_done", "rejected",
    "tabled", "returned",
]  # fmt: skip
EVENT_KINDS: tuple[EventKind, ...] = get_args(EventKind)
LinkBasis = Literal["same", "adoption", "answers"]


@dataclass(frozen=True, slots=True)
class ThreadLink:
    """Why two commitments belong to one thread; the evidence is the quotes of the two.

    Attributes:
        first: Id of the commitment that was said first; of the proposal, in an adoption; of the recommendation.
        second: Id of the other one; of the clause that adopts, rejects or tables, in an adoption; of the answer.
        basis: The same commitment again; a proposal and what its document did with it; a recommendation and an answer
            to it, which names or quotes it, though another body gives it.
        score: From 0 to 1, by `threads.measure`; 1 in an adoption; of an answer the share of the shared words.
        words: What both speak of: dictionary forms, the rarest first.
        act: How the verbs agree: *same*, *life* (stages of one thing) or *open*.
        actor: How the actors agree: *same*, *name*, *place*, *possible* or *unknown*.
        time: How the times agree: *equal*, *within*, *moved*, *late*, *open*.
    """

    first: str
    second: str
    basis: LinkBasis
    score: float
    words: tuple[str, ...] = ()
    act: str = ""
    actor: str = ""
    time: str = ""
    same_case: bool = False


@dataclass(frozen=True, slots=True)
class ThreadMember:
    """A commitment of a thread.

    Attributes:
        commitment: Its id.
        document: Id of its document.
        day: When it was said: by its speaker, else the date of its document; None where that is unknown.
        stage: How far the act brings the thing, from 1 (begun) to 5 (carried out); 2 where the verb does not tell.
        acts: The dictionary form of what is to be done, where the verb of the clause only frames it.
        due: When it is to be done; None where it names no such time, or the time tells when it was.
        is_performed: The act is done by being decided (*myöntää*, *hyväksyä*).
        is_formula: It stands in the same words in many cases, so that it is the routine of a body.
    """

    commitment: str
    document: str
    day: dt.date | None
    stage: int = 2
    acts: tuple[str, ...] = ()
    due: When | None = None
    is_performed: bool = False
    is_formula: bool = False


@dataclass(frozen=True, slots=True)
class ThreadPaper:
    """A document that is itself what was promised; the evidence is its title and the quote of the promise.

    Attributes:
        commitment: Id of the promise.
        document: Id of the document.
        day: The date of the document.
        words: What its title and the promise both speak of: dictionary forms.
    """

    commitment: str
    document: str
    day: dt.date
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThreadEvent:
    """One step of a thread: what happened, when it was said, and the commitment that says so.

    `was` and `now` are the old and the new time of what was moved.
    """

    kind: EventKind
    commitment: str
    document: str
    day: dt.date | None
    was: When | None = None
    now: When | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """Commitments that are one, in the order in which they were said; `id` is that of the first one.

    `adopters` are the clauses that adopt, reject or table a member; one of these may do so in several threads.
    `papers` are documents that are themselves what a member promised.
    """

    id: str
    members: tuple[ThreadMember, ...]
    adopters: tuple[ThreadMember, ...]
    links: tuple[ThreadLink, ...]
    events: tuple[ThreadEvent, ...]
    papers: tuple[ThreadPaper, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasureLink:
    """A measure of a plan, and a later commitment or row of a table of another document that is about it.

    Attributes:
        measure: Its id.
        other: Id of the later commitment or measure; `is_measure` tells which.
        is_sure: Words, body and act agree; of a row, the words of the measure stand in it again.
        words: What both speak of: dictionary forms, the rarest first.
        act: How the verbs agree, as in `ThreadLink`; empty for a row.
    """

    measure: str
    other: str
    is_measure: bool
    is_sure: bool
    score: float
    words: tuple[str, ...] = ()
    act: str = ""
    actor: str = ""
    time: str = ""

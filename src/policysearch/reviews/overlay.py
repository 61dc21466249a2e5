"""What people said, laid over what the machine found. Pure functions over commitments."""

import calendar
import datetime as dt
import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from policysearch.errors import UsageError
from policysearch.model.facts import COMMITMENT_KINDS, Actor, Commitment, CommitmentKind
from policysearch.model.reviews import AddedEntry, ReviewState
from policysearch.model.time import TimeRole, When

BY_HAND = "by-hand"
"""The rule that is named as having found an entry which a person added."""
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Overlay:
    """What people say of the commitments of a corpus.

    Attributes:
        states: By the id of the commitment.
        added: Entries that people added, as commitments with the rule `BY_HAND`.
        actor_of: The actor that a name means; makes one where none is known.
    """

    states: Mapping[str, ReviewState] = field(default_factory=dict)
    added: tuple[Commitment, ...] = ()
    actor_of: Callable[[str], Actor] = lambda name: named_actor(name)

    def reviewed(self, commitment: Commitment) -> Commitment | None:
        """The commitment with the values that people gave it; None where they say that it is no entry."""
        state = self.states.get(commitment.id)
        if state is None:
            return commitment
        return None if state.verdict == "rejected" else corrected(commitment, state, self.actor_of)


def corrected(commitment: Commitment, state: ReviewState, actor_of: Callable[[str], Actor]) -> Commitment:
    """The commitment with the corrected values of `state`; the words stay as they are."""
    kind, actor, date, action = (state.value(name) for name in ("kind", "actor", "date", "action"))
    if kind in COMMITMENT_KINDS:
        commitment = replace(commitment, kind=kind)
    if actor is not None:
        commitment = replace(commitment, actors=(actor_of(actor),) if actor else (), possible_actors=())
    if date is not None:
        role = commitment.when.role if commitment.when else "deadline"
        commitment = replace(commitment, when=when_of(date, role) if date else None)
    if action is not None:
        commitment = replace(commitment, action=action or None)
    return commitment


def added_commitment(entry: AddedEntry, *, page: int | None, ocr: bool) -> Commitment:
    """An entry added by hand, before anything of it is corrected."""
    return Commitment(entry.id, entry.document, entry.span, entry.quote, page, entry.kind, BY_HAND, ocr=ocr)


def named_actor(name: str) -> Actor:
    """An actor of whom only the name is known."""
    return Actor(f"named:{hashlib.sha256(name.casefold().encode()).hexdigest()[:16]}", name, "organisation")


def kind_of(value: str) -> CommitmentKind:
    """The kind of that name.

    Raises:
        UsageError: There is none.
    """
    for kind in COMMITMENT_KINDS:
        if kind == value:
            return kind
    raise UsageError(f"{value!r} is no kind of commitment; there are {', '.join(COMMITMENT_KINDS)}")


def when_of(value: str, role: TimeRole = "deadline") -> When:
    """A time as a person writes it: *2023-06-30*, *2023-06*, *2023*, or two of them parted by */*.

    Raises:
        UsageError: It is none of these, or ends before it begins.
    """
    first, slash, last = value.partition("/")
    begin, end = _bounds(first)[0], _bounds(last if slash else first)[1]
    if end < begin:
        raise UsageError(f"{value} ends before it begins")
    if role in ("duration", "recurrence"):
        role = "deadline"
    is_limit = role == "deadline" and not slash
    return When(role, None if is_limit else begin, None if role == "start" and not slash else end)


def _bounds(value: str) -> tuple[dt.date, dt.date]:
    match = _DAY.fullmatch(value.strip())
    try:
        if match is None:
            raise ValueError(value)
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        begin = dt.date(year, month or 1, day or 1)
        end = dt.date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    except ValueError as error:
        raise UsageError(f"{value!r} is no day, month or year: write 2023-06-30, 2023-06 or 2023") from error
    return begin, end

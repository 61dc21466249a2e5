"""The history of a thread: what was proposed, decided, promised, moved, done; and whether it is still open."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policysearch.model.facts import Commitment
from policysearch.model.threads import EventKind, ThreadEvent, ThreadMember
from policysearch.model.time import When
from policysearch.threads.profile import interval
from policysearch.threads.same_time import CARRIED_OUT

_PLANS = frozenset({"decision", "undertaking", "obligation"})
_OUTCOMES: dict[str, EventKind] = {
    "rejected": "rejected", "tabled": "tabled", "deferred": "tabled", "returned": "returned",
}  # fmt: skip
_KINDS: dict[str, EventKind] = {
    "proposal": "proposed", "decision": "decided", "undertaking": "undertaken", "obligation": "obliged",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A member of a thread with its commitment; `adopts` where it settles a proposal of the thread."""

    member: ThreadMember
    commitment: Commitment
    adopts: bool = False

    @property
    def is_plan(self) -> bool:
        """Whether something is to be done by it."""
        c = self.commitment
        return c.kind in _PLANS and not self.member.is_performed and c.polarity == "positive" and not _settled(c)

    @property
    def is_report(self) -> bool:
        """Whether something has been done by it."""
        c = self.commitment
        is_done = c.kind == "accomplishment" or (self.member.is_performed and not self.adopts)
        return is_done and c.polarity == "positive" and not _settled(c)


def lifecycle(told: Iterable[Told]) -> tuple[ThreadEvent, ...]:
    """The steps of a thread, in the order in which they were said, undated ones last."""
    return tuple(_events(in_order(told)))


def in_order(told: Iterable[Told]) -> list[Told]:
    """By the day on which it was said; what settles a proposal after the proposal; undated ones last."""
    return sorted(told, key=_key)


def is_open(member: ThreadMember, thread: Iterable[Told]) -> bool:
    """Whether no later clause of the thread, in another document, reports it done or takes it back.

    A report whose day is unknown counts as later, since that is unsure.
    """
    for other in thread:
        is_later = other.member.day is None or member.day is None or other.member.day >= member.day
        if other.member.document == member.document or not is_later:
            continue
        if other.is_report and other.member.stage >= member.stage:
            return False
        if other.commitment.kind == "decision" and (other.commitment.polarity == "negative" or _is_rejected(other)):
            return False
    return True


def _events(told: Sequence[Told]) -> Iterator[ThreadEvent]:
    seen: dict[EventKind, int] = {}
    dues: dict[bool, When] = {}
    reached = 0
    for one in told:
        c, m = one.commitment, one.member
        now = m.due if one.is_plan or c.kind == "proposal" else None
        is_carried_out = m.stage >= CARRIED_OUT
        was = dues.get(is_carried_out) if now else None
        kind = _kind(one, reached)
        if kind in _KINDS.values() and not one.adopts:
            is_moved = bool(now and was and _ends(now) != _ends(was))
            if is_moved and c.kind != "proposal":
                kind = "moved"
            elif m.stage <= seen.get(kind, 0):
                kind = "restated"
        moved = kind == "moved"
        yield ThreadEvent(kind, c.id, c.document, m.day, was if moved else None, now if moved else None)
        if not one.adopts:
            base = _KINDS.get(c.kind, kind)
            seen[base] = max(m.stage, seen.get(base, 0))
        if one.is_plan or c.kind == "proposal":
            reached = max(reached, m.stage)
        if now and (c.kind != "proposal" or was is None):
            dues[is_carried_out] = now


def _kind(one: Told, reached: int) -> EventKind:
    c = one.commitment
    if c.outcome in _OUTCOMES:
        return _OUTCOMES[c.outcome]
    if c.kind == "accomplishment" and c.polarity == "negative":
        return "not_done"  # Ei toteutettu: a report, and none that it was done
    if c.kind == "accomplishment":
        return "done" if one.member.stage >= reached else "begun"
    if c.kind == "decision" and c.polarity == "negative":
        return "rejected"
    return _KINDS[c.kind]


def _ends(when: When) -> tuple[object, object]:
    days = interval(when)
    return (days.end, None) if days and when.role == "deadline" else (days and days.begin, days and days.end)


def _settled(c: Commitment) -> bool:
    return c.outcome in _OUTCOMES


def _is_rejected(one: Told) -> bool:
    return one.commitment.outcome == "rejected"


def _key(one: Told) -> tuple[object, ...]:
    m, span = one.member, one.commitment.span
    is_answer = one.commitment.kind != "proposal"
    return m.day is None, m.day.isoformat() if m.day else "", one.adopts, m.document, is_answer, span.start, span.end

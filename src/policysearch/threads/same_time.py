"""How the times of two commitments agree, or that they are two: another year, done before it was promised."""

import datetime as dt
from typing import Literal

from policysearch.threads.profile import Interval, Profile

TimeMatch = Literal["equal", "within", "moved", "late", "open"]

CARRIED_OUT = 5
"""The stage that has days of its own: a programme is published by one day and carried out until another."""
SOON = dt.timedelta(days=62)
"""A report of so few days around the day of a promise is hardly of another one."""
LATE = dt.timedelta(days=550)
"""A thing that was done later than this after its day was hardly the one that was promised."""


def time_match(first: Profile, second: Profile, *, is_single: bool) -> TimeMatch | None:
    """How the times agree; None where they say that these are two."""
    if first.happened and second.happened:
        if first.happened == second.happened:
            return "equal"
        return "within" if first.happened.overlaps(second.happened) else _apart(first, second)
    if _tells_of(second, first) or _tells_of(first, second):
        return "equal"
    if second.is_report and not first.is_report:
        return _done_after(first, second, is_single)
    if first.is_report:
        # What was done cannot be promised again; what was begun, handed on or put before somebody can go on.
        return "open" if first.stage < second.stage or (second.is_report and first.stage == second.stage) else None
    if first.due and second.due:
        return _both_due(first, second, first.due, second.due, is_single)
    if first.years and second.years and not first.years & second.years and not is_single:
        return None
    if not is_single and (_is_recurring(first) != _is_recurring(second)) and (first.due or second.due):
        return None
    recurrences = [p.clause.commitment.when.recurrence if p.clause.commitment.when else None for p in (first, second)]
    return "equal" if recurrences[0] and recurrences[0] == recurrences[1] else "open"


def _both_due(first: Profile, second: Profile, one: Interval, other: Interval, is_single: bool) -> TimeMatch | None:
    if one == other:
        return "equal"
    if (first.stage >= CARRIED_OUT) != (second.stage >= CARRIED_OUT):
        return "open"
    if one.overlaps(other) and not (one.is_long or other.is_long):
        return "within"
    return "moved" if is_single or first.is_moving or second.is_moving else None


def _is_recurring(p: Profile) -> bool:
    when = p.clause.commitment.when
    return bool(when and when.recurrence)


def _tells_of(teller: Profile, told: Profile) -> bool:
    """Whether one names the very day on which the other one was said: *kehotti 10.11.2021*."""
    day = told.clause.day
    return bool(day and teller.happened and teller.happened.begin == teller.happened.end == day != teller.clause.day)


def _apart(first: Profile, second: Profile) -> TimeMatch | None:
    """Two days on which something was done: stages of one thing have each their own, and so has its refusal."""
    is_turned = first.clause.commitment.polarity != second.clause.commitment.polarity
    return "open" if is_turned or first.stage != second.stage else None


def _done_after(promise: Profile, report: Profile, is_single: bool) -> TimeMatch | None:
    said, done = promise.clause.day, report.happened
    told = report.clause.day
    if done and said and done.end < said:
        return None
    if not promise.due:
        return "open"
    if done is None:
        if told is None or promise.due.end == dt.date.max:
            return "open"
        if said and said < told and abs(told - promise.due.end) <= SOON:
            return "within"
        return None if told - promise.due.end > LATE and not is_single else "open"
    if done.overlaps(promise.due) or done.end <= promise.due.end:
        return "within"
    if not is_single or done.begin - promise.due.end > LATE:
        return None
    return "late"

"""What the grammar makes of a run of atoms before its role is known: a core, resolved against a frame."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from dateutil.relativedelta import relativedelta

from policysearch.facts.times.atoms import Atom
from policysearch.facts.times.cues import TimeCues
from policysearch.facts.times.values import Grain, Interval, date_of
from policysearch.model.language import Case
from policysearch.model.time import TimeRole

Direction = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class Frame:
    """What an expression without a year of its own is resolved against.

    Attributes:
        anchor: The day on which the words were said; None where unknown.
        direction: Whether the clause looks back or ahead; None where its verb does not tell.
        year: The year of a neighbour in the same list (*10.3. ja 12.5.2022*).
        day: The day that a lone clock time belongs to.
        after: The day of the last expression with a year, where the clause tells on from there in the past.
        named: The last year that was named before in the passage; *samana vuonna* means it.
    """

    anchor: dt.date | None = None
    direction: Direction | None = None
    year: int | None = None
    day: dt.date | None = None
    after: dt.date | None = None
    named: int | None = None


Resolver = Callable[[Frame], Interval | None]


@dataclass(frozen=True, slots=True)
class Core:
    """Atoms `first` up to `last` (half open), and how their interval is computed.

    Attributes:
        cases: Cases of the word that carries the case of the whole expression.
        edge: *begin*, *middle* or *end* of the interval, where the words say so.
        role: The role that the form itself gives, to be overruled by the words around it.
        needs_year: No year is written; `Frame` decides.
        dated: The day as the date alone gives it, and the ISO weekday that the words name beside it.
    """

    first: int
    last: int
    grain: Grain
    resolve: Resolver | None = None
    cases: frozenset[Case] = field(default_factory=frozenset)
    edge: str | None = None
    approximate: bool = False
    needs_year: bool = False
    role: TimeRole | None = None
    duration: str | None = None
    recurrence: str | None = None
    dated: tuple[Resolver, int] | None = None


_NOTHING = Atom("mark", 0, 0)


@dataclass(frozen=True, slots=True)
class Reader:
    """The atoms of a passage with the cues; beyond its ends there is an empty mark."""

    atoms: tuple[Atom, ...]
    cues: TimeCues

    def at(self, index: int) -> Atom:
        """The atom at `index`."""
        return self.atoms[index] if 0 <= index < len(self.atoms) else _NOTHING

    def known(self, index: int, *tables: object) -> str | None:
        """The first dictionary form of the word at `index` that is a key of one of `tables`."""
        for lemma in self.at(index).lemmas:
            if any(lemma in table for table in tables):  # type: ignore[operator]  # mappings and sets
                return lemma
        return None


def fixed(interval: Interval | None) -> Resolver:
    """A resolver of an interval that depends on nothing."""
    return lambda frame: interval


def nearest(make: Callable[[int], Interval | None]) -> Resolver:
    """The interval of the year that the frame asks for: inherited, coming, past, or the one next to the anchor."""

    def resolve(frame: Frame) -> Interval | None:
        if frame.year is not None:
            return make(frame.year)
        anchor = frame.anchor
        if anchor is None:
            return None
        made = [interval for year in range(anchor.year - 1, anchor.year + 2) if (interval := make(year))]
        if frame.direction == "past" and frame.after is not None:
            told = [make(frame.after.year), make(frame.after.year + 1)]
            found = next((one for one in told if one and date_of(one.end) >= frame.after), None)
            if found and date_of(found.begin) <= anchor:
                return found
        if frame.direction == "future":
            return next((interval for interval in made if date_of(interval.end) >= anchor), None)
        if frame.direction == "past":
            return next((interval for interval in reversed(made) if date_of(interval.begin) <= anchor), None)
        return min(made, key=lambda interval: _distance(interval, anchor), default=None)

    return resolve


def _distance(interval: Interval, anchor: dt.date) -> int:
    begin, end = date_of(interval.begin), date_of(interval.end)
    return 0 if begin <= anchor <= end else min(abs((begin - anchor).days), abs((end - anchor).days))


def chosen(make: Callable[[int], Interval | None], which: str) -> Resolver:
    """The next, last or present one of intervals that come once a year (*ensi syksynä*, *viime kesäkuussa*)."""

    def resolve(frame: Frame) -> Interval | None:
        anchor = frame.anchor
        if anchor is None or which not in {"next", "last", "this"}:
            return None
        made = [interval for year in range(anchor.year - 2, anchor.year + 3) if (interval := make(year))]
        if which == "next":
            return next((interval for interval in made if date_of(interval.begin) > anchor), None)
        if which == "last":
            return next((interval for interval in reversed(made) if date_of(interval.end) < anchor), None)
        return next(
            (interval for interval in made if date_of(interval.begin) <= anchor <= date_of(interval.end)),
            make(anchor.year),
        )

    return resolve


def shifted(which: str, unit: Literal["year", "month", "week"]) -> Resolver:
    """The next, last, present or same year, month or week (*ensi vuonna*, *viime kuussa*, *samana vuonna*)."""
    steps = {"next": 1, "last": -1, "this": 0}

    def resolve(frame: Frame) -> Interval | None:
        if which == "same" and unit == "year":
            return None if frame.named is None else Interval(dt.date(frame.named, 1, 1), dt.date(frame.named, 12, 31))
        anchor = frame.anchor
        if anchor is None or which not in steps:
            return None
        if unit == "year":
            year = anchor.year + steps[which]
            return Interval(dt.date(year, 1, 1), dt.date(year, 12, 31))
        if unit == "month":
            begin = anchor.replace(day=1) + relativedelta(months=steps[which])
            return Interval(begin, begin + relativedelta(months=1, days=-1))
        monday = anchor - dt.timedelta(days=anchor.weekday()) + dt.timedelta(weeks=steps[which])
        return Interval(monday, monday + dt.timedelta(days=6))

    return resolve


def within(outer: Resolver, make: Callable[[int], Interval | None]) -> Resolver:
    """A month, season or quarter of the year that `outer` gives."""

    def resolve(frame: Frame) -> Interval | None:
        whole = outer(frame)
        return None if whole is None else make(date_of(whole.begin).year)

    return resolve

"""What follows a period and narrows it: *loppuun*, *puolivälissä*, *toisella neljänneksellä*, *talousarvioon*."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from dateutil.relativedelta import relativedelta

from policysearch.facts.times.core import Core, Frame, Reader, within
from policysearch.facts.times.quarters import quarter_at
from policysearch.facts.times.values import Interval, date_of, months, part


def with_tail(reader: Reader, core: Core) -> Core:
    """The core, narrowed by the words behind it; unchanged where nothing narrows it."""
    if reader.at(core.last).is_lemma("vaihde") and core.grain in {"month", "year"}:
        return _at_turn(reader, core)
    if core.grain == "month" and (inside := inside_month(reader, core)) is not None:
        return inside
    if core.grain == "year" and core.role != "period":
        core = _inside_year(reader, core)
    edge = reader.known(core.last, reader.cues.edges)
    if edge is None or (core.cases and "genitive" not in core.cases):
        return core
    kind = reader.cues.edges[edge]
    cases = reader.at(core.last).cases(edge)
    if kind == "none" or not cases:
        return core
    if edge == "vaihe" or (edge == "päättyminen" and "illative" not in cases):
        return core
    if kind in {"first_half", "second_half"}:
        return replace(core, last=core.last + 1, cases=cases, resolve=_part(core, kind))
    year = reader.at(core.last + 1)
    if core.needs_year and year.kind == "year":  # lokakuun alussa 2021
        resolve, number = core.resolve, year.value
        assert resolve is not None
        return replace(
            core,
            last=core.last + 2,
            cases=cases,
            edge=kind,
            needs_year=False,
            resolve=lambda frame: resolve(replace(frame, year=number)),
        )
    return replace(core, last=core.last + 1, cases=cases, edge=kind)


def _at_turn(reader: Reader, core: Core) -> Core:
    """*kesä–heinäkuun vaihteessa*, *vuosien 2021 ja 2022 vaihteessa*: the last day of the one, the first of the other.

    Of more than two months or years, or of one, nothing is known.
    """
    last, year = core.last + 1, reader.at(core.last + 1)

    def resolve(frame: Frame) -> Interval | None:
        if core.needs_year and year.kind == "year":
            frame = replace(frame, year=year.value)
        whole = core.resolve(frame) if core.resolve else None
        if whole is None:
            return None
        step = relativedelta(months=1) if core.grain == "month" else relativedelta(years=1)
        first = date_of(whole.begin) + step
        is_pair = date_of(whole.end) == first + step - dt.timedelta(days=1)
        return Interval(first - dt.timedelta(days=1), first) if is_pair else None

    has_year = core.needs_year and year.kind == "year"
    return replace(
        core,
        last=last + has_year,
        grain="day",
        cases=reader.at(core.last).cases(),
        resolve=resolve,
        role=None,
        approximate=True,
        needs_year=core.needs_year and not has_year,
    )


def inside_month(reader: Reader, core: Core) -> Core | None:
    """*maaliskuun ensimmäisenä tiistaina*, *toukokuun viimeisellä viikolla *: a day of a month, or about a week."""
    if core.cases and "genitive" not in core.cases:
        return None
    atom = reader.at(core.last)
    word = reader.known(core.last, reader.cues.ordinals)
    number = reader.cues.ordinals[word] if word is not None else atom.value if atom.kind == "ordinal" else 0
    head = core.last + 1
    weekday = reader.known(head, reader.cues.weekdays)
    is_week = reader.at(head).is_lemma("viikko")
    if reader.known(head, reader.cues.halves) and number in {1, 2, -1}:
        half = _part(core, "first_half" if number == 1 else "second_half")
        return replace(core, last=head + 1, cases=reader.at(head).cases(), resolve=half, role=None, approximate=True)
    if not -1 <= number <= 4 or number == 0 or not (is_week or weekday):
        return None
    year = reader.at(head + 1)
    has_year = core.needs_year and year.kind == "year"
    outer = core.resolve

    def resolve(frame: Frame) -> Interval | None:
        if has_year:
            frame = replace(frame, year=year.value)
        whole = outer(frame) if outer else None
        if whole is None:
            return None
        begin, end = date_of(whole.begin), date_of(whole.end)
        if weekday is None:
            if number == -1:
                return Interval(end - dt.timedelta(days=6), end)
            return Interval(begin + dt.timedelta(days=7 * number - 7), begin + dt.timedelta(days=7 * number - 1))
        wanted = reader.cues.weekdays[weekday]
        if number == -1:
            date = end - dt.timedelta(days=(end.isoweekday() - wanted) % 7)
        else:
            date = begin + dt.timedelta(days=(wanted - begin.isoweekday()) % 7 + 7 * number - 7)
        return Interval(date, date)

    return replace(
        core,
        last=head + 1 + has_year,
        grain="week" if is_week else "day",
        cases=reader.at(head).cases(),
        resolve=resolve,
        role=None,
        approximate=is_week,
        needs_year=core.needs_year and not has_year,
    )


def _part(core: Core, kind: str) -> "Callable[[Frame], Interval | None]":
    def resolve(frame: Frame) -> Interval | None:
        whole = core.resolve(frame) if core.resolve else None
        return None if whole is None else part(whole, kind, core.grain)

    return resolve


def _border_day(reader: Reader, core: Core) -> Core | None:
    """*vuoden 2021 viimeisenä päivänä*, *vuoden ensimmäiseen päivään*."""
    word = reader.known(core.last, reader.cues.ordinals)
    if word not in {"viimeinen", "ensimmäinen"} or not reader.at(core.last + 1).is_lemma("päivä"):
        return None
    outer = core.resolve

    def resolve(frame: Frame) -> Interval | None:
        whole = outer(frame) if outer else None
        if whole is None:
            return None
        date = whole.begin if word == "ensimmäinen" else whole.end
        return Interval(date, date)

    cases = reader.at(core.last + 1).cases("päivä")
    return replace(core, last=core.last + 2, grain="day", cases=cases, resolve=resolve, role=None)


def _inside_year(reader: Reader, core: Core) -> Core:
    """*vuoden 2022 toisella neljänneksellä*, *kuluvan vuoden keväällä*, *vuoden 2021 talousarvioon*."""
    cues = reader.cues
    if core.cases and not core.cases & {"genitive", "essive"}:
        return core
    plan = reader.known(core.last, cues.plans)
    if plan is not None and "genitive" in core.cases:
        return replace(core, last=core.last + 1, cases=frozenset(), role="period")
    if core.resolve is None:
        return core
    if (border := _border_day(reader, core)) is not None:
        return border
    quarter = quarter_at(reader, core.last, with_year=True)
    if quarter is not None:
        resolve = within(core.resolve, quarter.make)
        return replace(core, last=quarter.last, cases=quarter.cases, resolve=resolve, grain="quarter")
    skip = core.last + (reader.at(core.last).is_lemma("ensimmäinen") and reader.at(core.last + 1).is_lemma("puoli"))
    season = reader.known(skip, cues.seasons, cues.year_parts)
    if season is not None:
        begin, end = cues.seasons.get(season) or cues.year_parts[season]
        resolve = within(core.resolve, lambda year: months(year, begin, end))
        cases = reader.at(skip).cases(season)
        return replace(core, last=skip + 1, cases=cases, resolve=resolve, grain="season", approximate=True, role=None)
    month = reader.known(core.last, cues.months)
    if month is not None:
        number = cues.months[month]
        resolve = within(core.resolve, lambda year: months(year, number, number))
        cases = reader.at(core.last).cases(month)
        return replace(core, last=core.last + 1, cases=cases, resolve=resolve, grain="month", role=None)
    return core

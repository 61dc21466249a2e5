"""Periods: weeks, months, seasons, quarters and years, whole or in part, and days told from the present one."""

import datetime as dt

from policysearch.facts.times.core import Core, Frame, Reader, Resolver, fixed, nearest, shifted, within
from policysearch.facts.times.days import at_clock
from policysearch.facts.times.months import parse_month, parse_season, parse_year_part
from policysearch.facts.times.quarters import quarter_at
from policysearch.facts.times.tails import with_tail
from policysearch.facts.times.terms import parse_decade, parse_term, parse_turn_of_year
from policysearch.facts.times.values import Interval, date_of, weeks, years
from policysearch.facts.times.years import parse_year, written_year


def parse_period(reader: Reader, first: int) -> Core | None:
    """A period that begins at atom `first`, with what follows and narrows it (*loppuun*, *toisella neljänneksellä*)."""
    which = reader.known(first, reader.cues.which)
    kind = None if which is None else reader.cues.which[which]
    if which == "kulua" and reader.at(first).word.startswith("kulun"):
        kind = "last"
    if kind == "last" and which != "viime" and not reader.known(first + 1, reader.cues.months, reader.cues.seasons):
        kind = "preceding"  # kuluneen vuoden aikana: the twelve months before, or the last year
    head = first if kind is None else first + 1
    if (both := _two_years(reader, first, kind)) is not None:
        return both
    for parse in _PARSERS:
        core = parse(reader, first, head, kind)
        if core is not None:
            return with_tail(reader, core)
    return None


def _two_years(reader: Reader, first: int, which: str | None) -> Core | None:
    """*tänä ja ensi vuonna*, *kuluvana ja seuraavana vuonna*: this year and the next."""
    if which != "this" or reader.at(first + 1).word not in {"ja", "sekä"}:
        return None
    other = reader.known(first + 2, reader.cues.which)
    if other is None or reader.cues.which[other] not in {"next", "following"}:
        return None
    if not reader.at(first + 3).is_lemma("vuosi"):
        return None

    def resolve(frame: Frame) -> Interval | None:
        return None if frame.anchor is None else years(frame.anchor.year, frame.anchor.year + 1)

    return Core(first, first + 4, "year", resolve, reader.at(first + 3).cases("vuosi"), role="period")


def _week(reader: Reader, first: int, head: int, which: str | None) -> Core | None:
    """*viikolla 23*, *viikoilla 23–25 (2022)*, *ensi viikolla*."""
    atom = reader.at(head)
    if not atom.is_lemma("viikko", "vko", "vk"):
        return None
    cases = atom.cases()
    if which is not None:
        weekday = reader.known(head + 1, reader.cues.weekdays)
        if weekday is not None and "genitive" in cases:  # ensi viikon perjantaihin
            resolve = _day_of_week(shifted(which, "week"), reader.cues.weekdays[weekday])
            return Core(first, head + 2, "day", resolve, reader.at(head + 1).cases(weekday))
        return Core(first, head + 1, "week", shifted(which, "week"), cases)
    number = reader.at(head + 1)
    if number.kind not in {"number", "ordinal"} or not 1 <= number.value <= 53:
        return None
    if cases <= {"partitive"} and cases:
        return None  # 3 viikkoa 5 …
    begin = end = number.value
    last = head + 2
    other = reader.at(head + 3)
    if reader.at(head + 2).kind == "dash" and other.kind in {"number", "ordinal"} and begin < other.value <= 53:
        end, last = other.value, head + 4
    year = written_year(reader, last)
    if year.number is not None:
        return Core(first, year.last, "week", fixed(weeks(year.number, begin, end)), cases)
    return Core(first, last, "week", nearest(lambda year: weeks(year, begin, end)), cases, needs_year=True)


def _day_of_week(week: Resolver, weekday: int) -> Resolver:
    def resolve(frame: Frame) -> Interval | None:
        whole = week(frame)
        if whole is None:
            return None
        date = date_of(whole.begin) + dt.timedelta(days=weekday - 1)
        return Interval(date, date)

    return resolve


def _this_unit(reader: Reader, first: int, head: int, which: str | None) -> Core | None:
    """*ensi kuussa*, *kuluvan kuun loppuun*, *tämän kuukauden aikana*; *ensi torstaina*; *tänään*."""
    atom = reader.at(head)
    if which in {"next", "last", "this"} and atom.is_lemma("kuu", "kuukausi"):
        return Core(first, head + 1, "month", shifted(which, "month"), atom.cases())
    if atom.word == "jälkeen" and reader.at(first).word == "tämän" and head == first + 1:
        return Core(first, head + 1, "day", None, role="start")
    if which is None and first == head:
        word = next((word for word in reader.cues.days if atom.word == word or word in atom.lemmas), None)
        if word is not None:
            return at_clock(reader, _day_from_here(reader, head, reader.cues.days[word]))
    weekday = reader.known(head, reader.cues.weekdays)
    if weekday is not None:
        cases = atom.cases(weekday)
        if (
            which in {"next", "last", "this"}
            or cases & {"essive"}
            or reader.at(head + 1).word in {"mennessä", "asti", "saakka"}
        ):
            resolve_day = _by_weekday(reader.cues.weekdays[weekday], which)
            return at_clock(reader, Core(first, head + 1, "day", resolve_day, cases))
    return None


def _day_from_here(reader: Reader, head: int, days: int) -> Core:
    """*tänään*, *huomenna torstaina*: a weekday beside it must agree."""
    named = reader.known(head + 1, reader.cues.weekdays)
    weekday = None if named is None else reader.cues.weekdays[named]

    def dated(frame: Frame) -> Interval | None:
        if frame.anchor is None:
            return None
        date = frame.anchor + dt.timedelta(days=days)
        return Interval(date, date)

    def resolve(frame: Frame) -> Interval | None:
        day = dated(frame)
        return day if day is None or weekday in (None, date_of(day.begin).isoweekday()) else None

    last = head + 1 + (weekday is not None)
    beside = None if weekday is None else (dated, weekday)
    return Core(head, last, "day", resolve, role="event", dated=beside)


def _by_weekday(weekday: int, which: str | None) -> Resolver:
    """The nearest such day on the side that the clause looks to; of *tänä torstaina*, the one of this week."""

    def resolve(frame: Frame) -> Interval | None:
        anchor = frame.anchor
        if anchor is None:
            return None
        ahead = (weekday - anchor.isoweekday()) % 7
        told = frame.after
        if which is None and told is not None and told > anchor:
            # Of a day named before: the same day, or one that nobody can tell.
            return Interval(told, told) if told.isoweekday() == weekday else None
        if which == "this":
            date = anchor + dt.timedelta(days=weekday - anchor.isoweekday())
        elif which == "next" or (which is None and frame.direction == "future"):
            date = anchor + dt.timedelta(days=ahead or 7)
        elif which == "last":
            date = anchor - dt.timedelta(days=(7 - ahead) % 7 or 7)
        elif frame.direction == "past":
            # A release of a Thursday says *torstaina* of what was done on the very day.
            date = anchor - dt.timedelta(days=(7 - ahead) % 7)
        else:
            return None
        return Interval(date, date)

    return resolve


def _quarter_first(reader: Reader, first: int, head: int, which: str | None) -> Core | None:
    """*kolmannella vuosineljänneksellä (2022)*, *Q3/2022*: the quarter named before its year, or alone."""
    if which is not None:
        return None
    found = quarter_at(reader, first, with_year=False)
    if found is None:
        return None
    year = written_year(reader, found.last)
    if found.year is not None:
        return Core(first, found.last, "quarter", fixed(found.make(found.year)), found.cases)
    if year.number is not None:
        return Core(first, year.last, "quarter", fixed(found.make(year.number)), found.cases)
    if year.resolve is not None:
        return Core(first, year.last, "quarter", within(year.resolve, found.make), found.cases)
    return Core(first, found.last, "quarter", nearest(found.make), found.cases, needs_year=True)


_PARSERS = (
    parse_month, parse_season, parse_year_part, parse_turn_of_year, _week, parse_term, parse_year, _this_unit,
    parse_decade, _quarter_first,
)  # fmt: skip

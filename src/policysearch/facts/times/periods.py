"""Periods: weeks, months, seasons, quarters and years, whole or in part, and days told from the present one."""

import datetime as dt

from policysearch.facts.times.core import Core, Frame, Reader, Resolver, fixed, nearest, shifted, within
from policysearch.facts.times.months import parse_month, parse_season, parse_year_part
from policysearch.facts.times.tails import quarter_at, with_tail
from policysearch.facts.times.values import Interval, weeks
from policysearch.facts.times.years import parse_decade, parse_term, parse_turn_of_year, parse_year, written_year


def parse_period(reader: Reader, first: int) -> Core | None:
    """A period that begins at atom `first`, with what follows and narrows it (*loppuun*, *toisella neljänneksellä*)."""
    which = reader.known(first, reader.cues.which)
    kind = None if which is None else reader.cues.which[which]
    head = first if kind is None else first + 1
    for parse in _PARSERS:
        core = parse(reader, first, head, kind)
        if core is not None:
            return with_tail(reader, core)
    return None


def _week(reader: Reader, first: int, head: int, which: str | None) -> Core | None:
    """*viikolla 23*, *viikoilla 23–25 (2022)*, *ensi viikolla*."""
    atom = reader.at(head)
    if not atom.is_lemma("viikko", "vko", "vk"):
        return None
    cases = atom.cases()
    if which is not None:
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
            days = reader.cues.days[word]

            def resolve(frame: Frame) -> Interval | None:
                if frame.anchor is None:
                    return None
                date = frame.anchor + dt.timedelta(days=days)
                return Interval(date, date)

            return Core(first, head + 1, "day", resolve, role="event")
    weekday = reader.known(head, reader.cues.weekdays)
    if weekday is not None:
        cases = atom.cases(weekday)
        if (
            which in {"next", "last", "this"}
            or cases & {"essive"}
            or reader.at(head + 1).word in {"mennessä", "asti", "saakka"}
        ):
            return Core(first, head + 1, "day", _by_weekday(reader.cues.weekdays[weekday], which), cases)
    return None


def _by_weekday(weekday: int, which: str | None) -> Resolver:
    """The nearest such day on the side that the clause looks to; of *tänä torstaina*, the one of this week."""

    def resolve(frame: Frame) -> Interval | None:
        anchor = frame.anchor
        if anchor is None:
            return None
        ahead = (weekday - anchor.isoweekday()) % 7
        if which == "this":
            date = anchor + dt.timedelta(days=weekday - anchor.isoweekday())
        elif which == "next" or (which is None and frame.direction == "future"):
            date = anchor + dt.timedelta(days=ahead or 7)
        elif which == "last" or frame.direction == "past":
            date = anchor - dt.timedelta(days=(7 - ahead) % 7 or 7)
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

"""Days and clock times: *9. helmikuuta 2021*, *torstaihin 11.2.*, *1 päivänä tammikuuta 2023*, *klo 13.30*."""

import datetime as dt
from dataclasses import dataclass, replace

from policysearch.facts.times.atoms import Atom, full_year
from policysearch.facts.times.core import Core, Frame, Reader, Resolver, nearest
from policysearch.facts.times.values import Grain, Interval, date_of, day
from policysearch.model.language import Case

_CLOCK_WORDS = frozenset({"klo", "klo.", "kello", "kl", "kl.", "klo:"})


@dataclass(frozen=True, slots=True)
class _Day:
    """One written day; month and year are None where they are not written."""

    number: int
    month: int | None
    year: int | None


@dataclass(frozen=True, slots=True)
class _Days:
    begin: _Day
    end: _Day
    last: int
    cases: frozenset[Case] = frozenset()


@dataclass(frozen=True, slots=True)
class _Clock:
    begin: dt.time
    end: dt.time
    last: int


def parse_days(reader: Reader, first: int) -> Core | None:
    """A day or a range of days, with its weekday before it and a clock time after it."""
    weekday = _weekday(reader, first)
    index = first if weekday is None else first + 1
    if weekday is not None and reader.at(index).word in {".", ","}:
        index += 1
    days = _days(reader, index)
    if days is None:
        return None
    cases = days.cases
    if weekday is not None:
        cases = cases | reader.at(first).cases()
    resolve = _resolver(days, weekday)
    last = days.last
    clock = _clock_after(reader, last)
    grain: Grain = "day"
    if clock is not None:
        resolve, last, grain = _at_clock(resolve, clock), clock.last, "minute"
    dated = None if weekday is None else (_resolver(days, None), weekday)
    return Core(first, last, grain, resolve, cases, needs_year=days.end.year is None, dated=dated)


def at_clock(reader: Reader, core: Core) -> Core:
    """The core with the clock time that stands right behind it (*torstaina klo 13*); else as it is."""
    clock = _clock_after(reader, core.last)
    if clock is None or core.resolve is None:
        return core
    return replace(core, last=clock.last, grain="minute", resolve=_at_clock(core.resolve, clock))


def parse_clock(reader: Reader, first: int) -> Core | None:
    """A clock time alone; its day comes from the frame."""
    clock = _clock(reader, first)
    if clock is None:
        return None

    def resolve(frame: Frame) -> Interval | None:
        return None if frame.day is None else Interval(frame.day, frame.day)

    return Core(first, clock.last, "minute", _at_clock(resolve, clock), role="event")


def _weekday(reader: Reader, index: int) -> int | None:
    atom = reader.at(index)
    lemma = reader.known(index, reader.cues.weekdays)
    if lemma is not None:
        return reader.cues.weekdays[lemma]
    short = reader.cues.weekday_abbreviations.get(atom.word.rstrip("."))
    if short is not None and reader.at(index + 1 + (reader.at(index + 1).word == ".")).kind in {"date", "ordinal"}:
        return short
    return None


def _days(reader: Reader, index: int) -> _Days | None:
    atom = reader.at(index)
    if atom.kind == "date":
        return _from_date(reader, index)
    if atom.kind in {"ordinal", "number"} and 1 <= atom.value <= 31:
        return _from_number(reader, index)
    if reader.known(index, reader.cues.months):
        return _from_month(reader, index)
    return None


def _from_date(reader: Reader, index: int) -> _Days:
    begin = _day_of(reader.at(index))
    after = index + 1
    if reader.at(after).kind == "dash":
        skip = after + 1 + (_weekday(reader, after + 1) is not None)
        if reader.at(skip).kind == "date":
            return _Days(begin, _day_of(reader.at(skip)), skip + 1)
    return _Days(begin, begin, after)


def _from_number(reader: Reader, index: int) -> _Days | None:
    """*5.–6.10.2021*, *9. helmikuuta 2021*, *1.–15. maaliskuuta*, *1 päivänä tammikuuta 2023*."""
    begin = end = reader.at(index).value
    after = index + 1
    if reader.at(after).kind == "dash" or reader.at(after).word == "ja":
        joined = reader.at(after + 1)
        if (
            joined.kind == "date"
            and joined.day > begin
            and (reader.at(after).kind == "dash" or joined.day == begin + 1)
        ):
            last_day = _day_of(joined)
            return _Days(replace(last_day, number=begin), last_day, after + 2)
        if joined.kind in {"ordinal", "number"} and begin < joined.value <= 31:
            end, after = joined.value, after + 2
    cases: frozenset[Case] = frozenset()
    is_ordinal = reader.at(after - 1).kind == "ordinal"
    if reader.at(after).is_lemma("päivä", "pnä", "p:nä", "p"):
        cases, is_ordinal, after = reader.at(after).cases(), True, after + 1
    month = reader.known(after, reader.cues.months)
    if month is None or not is_ordinal or "partitive" not in reader.at(after).cases(month):
        return None
    number = reader.cues.months[month]
    year, after = _year_after(reader, after + 1)
    if begin == end and reader.at(after).kind == "dash" and reader.at(after + 1).kind == "ordinal":
        other = _from_number(reader, after + 1)  # 10. kesäkuuta – 12. heinäkuuta 2021
        if other is not None:
            return _Days(_Day(begin, number, year), other.end, other.last, cases)
    return _Days(_Day(begin, number, year), _Day(end, number, year), after, cases)


def _from_month(reader: Reader, index: int) -> _Days | None:
    """*joulukuun 31. päivään (2021)*, *tammikuun ensimmäisenä päivänä*."""
    lemma = reader.known(index, reader.cues.months)
    if lemma is None or "genitive" not in reader.at(index).cases(lemma):
        return None
    month = reader.cues.months[lemma]
    year, after = _year_after(reader, index + 1)
    atom = reader.at(after)
    number = atom.value if atom.kind in {"ordinal", "number"} else 0
    if word := reader.known(after, reader.cues.ordinals):
        number = reader.cues.ordinals[word]
    if not reader.at(after + 1).is_lemma("päivä") or not -1 <= number <= 31 or number == 0:
        return None
    cases = reader.at(after + 1).cases("päivä")
    last = after + 2
    if year is None:
        year, last = _year_after(reader, last)
    written = _Day(number, month, year)
    return _Days(written, written, last, cases)


def _year_after(reader: Reader, index: int) -> tuple[int | None, int]:
    """A year at `index`, with *vuonna* or *vuoden* before it or not, and the index behind it."""
    skip = index + 1 if reader.at(index).is_lemma("vuosi") else index
    if reader.at(skip).kind == "year":
        return reader.at(skip).year, skip + 1
    return None, index


def _day_of(atom: Atom) -> _Day:
    return _Day(atom.day, atom.month, atom.year)


def _resolver(days: _Days, weekday: int | None) -> Resolver:
    def made(begin_year: int | None, end_year: int) -> Interval | None:
        end = _date(days.end, end_year)
        begin = _date(days.begin, begin_year if begin_year is not None else end_year)
        if begin and end and begin > end and begin_year is None:
            begin = _date(days.begin, end_year - 1)
        if begin is None or end is None or begin > end:
            return None
        return Interval(begin, end)

    def resolve(frame: Frame) -> Interval | None:
        begin_year, end_year = (_written_year(day.year, frame) for day in (days.begin, days.end))
        if end_year is None and begin_year is None:
            found = nearest(lambda year: made(None, year))(frame)
        elif end_year is None:
            assert begin_year is not None
            found = made(begin_year, begin_year) or made(begin_year, begin_year + 1)
        else:
            found = made(begin_year, end_year)
        if found is None or weekday is None or date_of(found.begin).isoweekday() == weekday:
            return found
        return None

    return resolve


def _written_year(year: int | None, frame: Frame) -> int | None:
    """A year as written; two digits (kept below zero) become a full year beside the anchor."""
    if year is None or year > 0:
        return year
    return full_year(-year - 1, frame.anchor)


def _date(written: _Day, year: int) -> dt.date | None:
    if written.month is None:
        return None
    if written.number == -1:
        following = dt.date(year + written.month // 12, written.month % 12 + 1, 1)
        return following - dt.timedelta(days=1)
    found = day(year, written.month, written.number)
    return None if found is None else date_of(found.begin)


def _clock_after(reader: Reader, index: int) -> _Clock | None:
    """A clock time after a date, announced by *klo*, or bare after a full date (*8.6.2023 15.09*)."""
    if reader.at(index).word == ",":
        return _clock(reader, index + 1)
    is_short = reader.at(index).kind == "date" and reader.at(index).year is None
    if (is_short or reader.at(index).kind in {"clock", "decimal"}) and reader.at(index - 1).year:
        return _clock(reader, index, announced=True)
    if reader.at(index).word == "(":
        return None
    return _clock(reader, index)


def _clock(reader: Reader, index: int, *, announced: bool = False) -> _Clock | None:
    if reader.at(index).word in _CLOCK_WORDS:
        index, announced = index + 1, True
        if reader.at(index).word in {".", ":"}:
            index += 1
    if not announced:
        return None
    begin = _time(reader.at(index))
    if begin is None:
        return None
    if reader.at(index + 1).kind == "dash":
        skip = index + 2 + (reader.at(index + 2).word in _CLOCK_WORDS)
        end = _time(reader.at(skip))
        if end is not None and end > begin:
            return _Clock(begin, end, skip + 1)
    return _Clock(begin, begin, index + 1)


def _time(atom: Atom) -> dt.time | None:
    """The time that an atom may be: *13:30*, *13.30*, *13*; a stop after it may have made a date of it."""
    hour, minute = {
        "clock": (atom.hour, atom.minute),
        "decimal": (atom.hour, atom.minute),
        "number": (atom.value, 0),
        "ordinal": (atom.value, 0),
        "date": (atom.day if atom.year is None else -1, atom.month),
    }.get(atom.kind, (-1, 0))
    if (hour, minute) == (24, 0):
        return dt.time(23, 59)
    return dt.time(hour, minute) if 0 <= hour <= 23 else None


def _at_clock(resolve: Resolver, clock: _Clock) -> Resolver:
    def at_clock(frame: Frame) -> Interval | None:
        found = resolve(frame)
        if found is None:
            return None
        begin = dt.datetime.combine(date_of(found.begin), clock.begin)
        return Interval(begin, dt.datetime.combine(date_of(found.end), clock.end))

    return at_clock

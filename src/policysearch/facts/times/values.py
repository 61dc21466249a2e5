"""Calendar arithmetic: intervals of days for months, seasons, quarters, weeks; ISO 8601 durations."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from dateutil.relativedelta import relativedelta

from policysearch.model.time import Moment

Grain = Literal["minute", "day", "week", "month", "season", "quarter", "year", "term", "decade", "century", "length"]


@dataclass(frozen=True, slots=True)
class Interval:
    """Days (or minutes) from `begin` to `end`, both inclusive."""

    begin: Moment
    end: Moment


def day(year: int, month: int, number: int) -> Interval | None:
    """One day, or None where the calendar has no such day."""
    try:
        date = dt.date(year, month, number)
    except ValueError:
        return None
    return Interval(date, date)


def months(year: int, first: int, last: int) -> Interval:
    """Whole months; a `last` before the `first` lies in the next year (winter: 12 to 2)."""
    end_year = year if last >= first else year + 1
    end = dt.date(end_year, last, 1) + relativedelta(months=1, days=-1)
    return Interval(dt.date(year, first, 1), end)


def years(first: int, last: int) -> Interval:
    """Whole years, both inclusive."""
    return Interval(dt.date(first, 1, 1), dt.date(last, 12, 31))


def weeks(year: int, first: int, last: int) -> Interval | None:
    """Whole ISO weeks, Monday to Sunday, or None where the year has no such week."""
    try:
        return Interval(dt.date.fromisocalendar(year, first, 1), dt.date.fromisocalendar(year, last, 7))
    except ValueError:
        return None


def part(whole: Interval, edge: str, grain: Grain) -> Interval:
    """The beginning, middle or end of a longer interval: of a year its first or last three months, of a month ten days.

    The borders are a convention; whoever uses them marks the result as approximate.
    """
    begin, end = date_of(whole.begin), date_of(whole.end)
    if edge in {"first_half", "second_half"}:
        n = n_months(whole)
        middle = begin.replace(day=16) if n == 1 else begin + relativedelta(months=n // 2)
        return Interval(begin, middle - dt.timedelta(days=1)) if edge == "first_half" else Interval(middle, end)
    if grain in {"decade", "century"}:
        third = {"decade": 3, "century": 30}[grain]
        first, last = begin + relativedelta(years=third), end - relativedelta(years=third)
        return {
            "begin": Interval(begin, first - dt.timedelta(days=1)),
            "end": Interval(last + dt.timedelta(days=1), end),
        }.get(edge, Interval(first, last))
    if grain in {"year", "term", "quarter", "season"}:
        third = 3 if grain in {"year", "term"} else 1
        if edge == "begin":
            return Interval(begin, begin + relativedelta(months=third, days=-1))
        if edge == "end":
            return Interval(end + dt.timedelta(days=1) - relativedelta(months=third), end)
        half = begin + relativedelta(months=max(1, n_months(whole) // 2))
        return Interval(half - relativedelta(months=1), half + relativedelta(months=1, days=-1))
    third_of_days = ((end - begin).days + 1) // 3
    cut = (begin + dt.timedelta(days=third_of_days), end - dt.timedelta(days=third_of_days))
    if edge == "begin":
        return Interval(begin, cut[0] - dt.timedelta(days=1))
    if edge == "end":
        return Interval(cut[1] + dt.timedelta(days=1), end)
    return Interval(cut[0], cut[1])


def middle_of(whole: Interval) -> dt.date:
    """The last day of the first half: 30 June of a year, the 15th of a month."""
    begin, n = date_of(whole.begin), n_months(whole)
    return begin + relativedelta(months=n // 2, days=-1) if n >= 2 else begin.replace(day=15)


def n_months(whole: Interval) -> int:
    """How many months the interval spans, at least 1."""
    begin, end = date_of(whole.begin), date_of(whole.end)
    return max(1, (end.year - begin.year) * 12 + end.month - begin.month + 1)


def date_of(moment: Moment) -> dt.date:
    """The day of a moment."""
    return moment.date() if isinstance(moment, dt.datetime) else moment


def scaled(unit: str, number: int) -> str:
    """`number` times an ISO 8601 duration of one unit (*P1M*, 4 → *P4M*; *P10Y*, 2 → *P20Y*)."""
    body = unit.removeprefix("PT").removeprefix("P")
    head = "PT" if unit.startswith("PT") else "P"
    return f"{head}{int(body[:-1]) * number}{body[-1]}"


def halved(unit: str) -> str | None:
    """Half of a unit (*puoli vuotta* → *P6M*), or None where no whole smaller unit makes it."""
    return {"P1Y": "P6M", "PT1H": "PT30M", "P1D": "PT12H", "P10Y": "P5Y"}.get(unit)


def one_and_a_half(unit: str) -> str | None:
    """*puolitoista vuotta* → *P18M*."""
    return {"P1Y": "P18M", "PT1H": "PT90M", "P1D": "PT36H"}.get(unit)


def divided(unit: str, number: int) -> str | None:
    """The time between two of `number` occurrences in a unit (*kaksi kertaa vuodessa* → *P6M*), None where uneven."""
    if number == 1:
        return unit
    parts = {"P1Y": (12, "P{}M"), "P1W": (7, "P{}D"), "P1D": (24, "PT{}H"), "P3M": (3, "P{}M"), "P6M": (6, "P{}M")}
    if unit not in parts or number < 1:
        return None
    total, form = parts[unit]
    if total % number:
        return None
    return form.format(total // number)

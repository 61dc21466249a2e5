"""Values of filters inside a query: names, dates and ranges (*2019..2023*, *<2022-07*), pages."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from policysearch.index.mistakes import Mistake, nearest, replaced
from policysearch.index.operators import operators
from policysearch.model.days import first_and_last
from policysearch.model.query import Condition, FilterName, OfDay, OfPage, OfValue
from policysearch.model.text import Span

_COMPARED = re.compile(r"(<=|>=|<|>|=)?(.*)", re.DOTALL)
_RANGE = re.compile(r"(.*?)\.\.+(.*)", re.DOTALL)
_YEARS = re.compile(r"(\d{4})[–—](\d{4})")
Bounds = tuple[int | None, int | None]
"""The first and the last number, both inclusive; None is open."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a range is of: `read` gives the first and the last number that one value stands for."""

    name: str
    advice: str
    read: Callable[[str], tuple[int, int]]


def _ordinals(value: str) -> tuple[int, int]:
    first, last = first_and_last(value)
    return first.toordinal(), last.toordinal()


def _page(value: str) -> tuple[int, int]:
    if not value.isascii() or not value.isdecimal():
        raise ValueError(value)
    return int(value), int(value)


_DAYS = _Kind("date", "Write 2021, 2021-05, 2021-05-31 or 31.5.2021, a range as 2019..2023, or <2022-07.", _ordinals)
_PAGES = _Kind("page", "Write page:3, page:3..5 or page:<10.", _page)


def read_condition(text: str, name: FilterName, value: str, start: int, span: Span) -> Condition:
    """A filter inside a query.

    Args:
        text: The query.
        name: Of the filter.
        value: Without the quotation marks around it.
        start: Where the value begins in the query; it has no marks there, or one.
        span: Of the whole filter.

    Raises:
        Mistake: The filter takes no such value.
    """
    if name == "date" or name == "due":
        first, last = (
            None if number is None else dt.date.fromordinal(number)
            for number in _bounds(text, value, start, span, _DAYS)
        )
        return OfDay(name, first, last, span)
    if name == "page":
        return OfPage(*_bounds(text, value, start, span, _PAGES), span)
    known = operators().values.get(name)
    if known is None:
        typed = " ".join(value.removeprefix("§").split()) if name == "section" else " ".join(value.split())
        return OfValue(name, (typed,), span)
    values: list[str] = []
    at = start
    for each in value.split(","):
        word = each.strip().casefold().replace(" ", "_")
        if word not in known:
            like = nearest(word, known)
            place = at + len(each) - len(each.lstrip())
            mended = replaced(text, place, place + len(each.strip()), like) if like else _without(text, span)
            takes = ", ".join(dict.fromkeys(known.values()))
            raise Mistake(place, f"{name}: does not take {each.strip()!r}", f"It takes {takes}.", mended)
        values.append(known[word])
        at += len(each) + 1
    return OfValue(name, tuple(dict.fromkeys(values)), span)


def _bounds(text: str, value: str, start: int, span: Span, kind: _Kind) -> Bounds:
    def one(part: str) -> tuple[int, int]:
        try:
            return kind.read(part.strip())
        except (ValueError, OverflowError):
            said = f"{part.strip()!r} is no {kind.name}"
            raise Mistake(start, said, kind.advice, _without(text, span)) from None

    value = _YEARS.sub(r"\1..\2", value)
    if match := _RANGE.fullmatch(value):
        low = one(match[1])[0] if match[1].strip() else None
        high = one(match[2])[1] if match[2].strip() else None
        if low is None and high is None:
            raise Mistake(start, "the range has neither end", kind.advice, _without(text, span))
        if low is not None and high is not None and low > high:
            turned = replaced(text, start, start + len(value), f"{match[2]}..{match[1]}")
            raise Mistake(start, "the range ends before it begins", "Write the earlier one first.", turned)
        return low, high
    compared = _COMPARED.fullmatch(value)
    assert compared is not None
    first, last = one(compared[2])
    return _compared(compared[1], first, last)


def _compared(sign: str | None, first: int, last: int) -> Bounds:
    match sign:
        case "<":
            return None, first - 1
        case "<=":
            return None, last
        case ">":
            return last + 1, None
        case ">=":
            return first, None
        case _:
            return first, last


def _without(text: str, span: Span) -> str:
    return replaced(text, span.start, span.end)

"""The first of very many hits in their exact order, without looking at all of them; no engine is known here.

An engine gives its best by score, or its newest or oldest, with all that are equal to the last one. Equal ones are put
in the order of day and text here, and rows that say the same are folded.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import Protocol

from policysearch.index.conditions import Between
from policysearch.index.port import Sort

UNDATED_LAST = 99_999_999
_WHOLE = 8
"""Digits of a day."""


def day_number(date: str) -> int:
    """The day of an ISO 8601 date as a number."""
    return int(date[:10].replace("-", ""))


def days_between(wanted: Between) -> tuple[int, int] | None:
    """The first and the last day of a condition as numbers; None where it names a time of the day."""
    low, high = (wanted.low or "0001").replace("-", ""), (wanted.high or "9999").replace("-", "")
    if not (low.isdecimal() and high.isdecimal() and len(low) <= _WHOLE and len(high) <= _WHOLE):
        return None
    return int(low.ljust(_WHOLE, "0")), int(high.ljust(_WHOLE, "9"))


class Row(Protocol):
    """A hit: what is at hand at once, and what is only read when it is needed."""

    @property
    def score(self) -> float:
        """Its score."""

    @property
    def is_first(self) -> bool:
        """Whether it comes before those that are not, where the best come first."""

    @property
    def day(self) -> int:
        """Its day as a number, such as 20240531; 0 where it is undated."""

    @property
    def fold(self) -> int | None:
        """The same number for rows that say the same."""

    @property
    def id(self) -> str:
        """Its id; dear."""

    @property
    def place(self) -> tuple[str, int]:
        """Its document, and its place there; dear."""


class Ranked(Protocol):
    """The hits of one question."""

    @property
    def total(self) -> int:
        """How many there are."""

    def best(self, count: int) -> Sequence[Row]:
        """At least the `count` best, with all that are as good and as new as the last of them."""

    def newest(self, count: int) -> Sequence[Row]:
        """At least the `count` newest, undated ones last, with all of the day of the last of them."""

    def oldest(self, count: int) -> Sequence[Row]:
        """At least the `count` oldest, undated ones last, with all of the day of the last of them."""

    def folding(self, keys: Iterable[int]) -> Sequence[Row]:
        """All hits of some fold keys."""


def first_rows(ranked: Ranked, count: int, sort: Sort) -> list[Row]:
    """The first `count` hits, in the order of `sort`."""
    count = min(count, ranked.total)
    if not count:
        return []
    match sort:
        case "relevance":
            rows = ranked.best(count)
        case "date":
            rows = ranked.newest(count)
        case "document":
            rows = ranked.oldest(count)
    return list(islice(_in_order(rows, sort), count))


def folded_rows(
    ranked: Ranked, repeated: Mapping[int, int], count: int, sort: Sort
) -> tuple[list[Row], dict[str, list[Row]]]:
    """The first `count` hits of which no two say the same, and by id what is folded under them.

    Where `repeated` is empty, they are the first hits.

    Args:
        ranked: The hits.
        repeated: The fold keys that several of them have.
        count: So many are wanted.
        sort: Their order; the first of those that say the same is shown.
    """
    if not repeated:
        return first_rows(ranked, count, sort), {}
    asked = count
    while True:
        rows = first_rows(ranked, asked, sort)
        shown = list(islice(_apart(rows, repeated), count))
        if len(shown) == count or len(rows) == ranked.total:
            break
        asked *= 2
    heads = {row.fold: row.id for row in shown if row.fold in repeated}
    under: dict[str, list[Row]] = {}
    for row in _in_order(ranked.folding(key for key in heads if key is not None), sort):
        head = heads[row.fold]
        if row.id != head:
            under.setdefault(head, []).append(row)
    return shown, under


def _apart(rows: Iterable[Row], repeated: Mapping[int, int]) -> Iterator[Row]:
    seen: set[int] = set()
    for row in rows:
        if row.fold is not None and row.fold in repeated:
            if row.fold in seen:
                continue
            seen.add(row.fold)
        yield row


def _in_order(rows: Sequence[Row], sort: Sort) -> Iterator[Row]:
    """All of them in order; their places are read only where day and score leave some equal."""

    def key(row: Row) -> tuple[float, ...]:
        match sort:
            case "relevance":
                return (not row.is_first, -row.score, -row.day)
            case "date":
                return (-row.day, -row.score)
            case "document":
                return (row.day or UNDATED_LAST,)

    for _, equal in groupby(sorted(rows, key=key), key):
        group = list(equal)
        yield from sorted(group, key=lambda row: row.place) if len(group) > 1 else group

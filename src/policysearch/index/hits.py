"""What every engine does alike once it knows which rows a query meets: filters, order, folding, page, facets."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from policysearch.index.conditions import Column, Filter, Value, is_of_document_date, meets
from policysearch.index.port import Found, Sort
from policysearch.index.scoring import FACT_WEIGHT, HEADING_WEIGHT, LIST_PARTS, LIST_WEIGHT

_SINGLE = 1000
"""After so many cells of a column, reading all of it at once is worth it."""


class ColumnValues:
    """A column: single cells are read where they lie, all of them at once only when many are needed.

    Args:
        cell: Reads what one row has.
        every: Reads all: for each row the number of its value, and the distinct values.
    """

    def __init__(
        self, cell: Callable[[int], Value], every: Callable[[], tuple[Sequence[int], Sequence[Value]]]
    ) -> None:
        self._cell, self._every = cell, every
        self._meeting: dict[Filter, frozenset[int]] = {}
        self._n_read = 0

    def __getitem__(self, row: int) -> Value:
        self._n_read += 1
        if self._n_read < _SINGLE:
            return self._cell(row)
        return self.values[self.codes[row]]

    @cached_property
    def _all(self) -> tuple[Sequence[int], Sequence[Value]]:
        return self._every()

    @property
    def codes(self) -> Sequence[int]:
        """For each row the number of its value."""
        return self._all[0]

    @property
    def values(self) -> Sequence[Value]:
        """The distinct values."""
        return self._all[1]

    def meeting(self, wanted: Filter) -> frozenset[int]:
        """The numbers of the values that meet a condition; each distinct value is looked at once."""
        known = self._meeting.get(wanted)
        if known is None:
            known = frozenset(code for code, value in enumerate(self.values) if meets(value, wanted))
            self._meeting[wanted] = known
        return known

    def rows_meeting(self, wanted: Filter, rows: Iterable[int]) -> list[int]:
        """Those of `rows` that meet a condition."""
        met, codes = self.meeting(wanted), self.codes
        return [row for row in rows if codes[row] in met]


ColumnReader = Callable[[str], ColumnValues]
"""From the name of a column to its values by row number; `id`, `document` and `order` are columns too."""


@dataclass(frozen=True, slots=True)
class Page:
    """What of the hits is asked for: arguments of `Engine.search`."""

    limit: int
    offset: int
    facets: Sequence[Column]
    sort: Sort = "relevance"
    fold: bool = False


def page_of_hits(
    scores: Mapping[int, float],
    column: ColumnReader,
    filters: Sequence[Filter],
    page: Page,
    conditions: Collection[Filter] = (),
    first: AbstractSet[int] | None = None,
) -> Found:
    """From the rows that the words of a query meet to one page of the answer.

    Args:
        scores: By row number.
        column: Reads a column.
        filters: All must be met.
        page: What is asked for.
        conditions: For each row of the page it is told which of them it meets.
        first: Rows that come before all others where the best come first; None where all are equal.
    """
    rows: Sequence[int] = list(scores)
    dated = [each for each in filters if is_of_document_date(each)]
    for each in filters:
        if not is_of_document_date(each):
            rows = column(each.column).rows_meeting(each, rows)
    undated = {row for each in dated for row in _without(column(each.column), rows)}
    rows = [row for row in rows if row not in undated] if undated else rows
    for each in dated:
        rows = column(each.column).rows_meeting(each, rows)
    scores = _weighed(rows, scores, column)
    order = _Order(page.sort, scores, column, first)
    groups, under = _folded(rows, column("fold"), order) if page.fold else (rows, {})
    shown = order.first(groups, page.offset + page.limit)[page.offset :]
    ids = column("id")
    return Found(
        ids=tuple(str(ids[row]) for row in shown),
        scores=tuple(scores[row] for row in shown),
        total=len(rows),
        facets={name: _counts(rows, column(name)) for name in page.facets},
        undated=len(undated),
        groups=len(groups),
        folded=tuple(tuple(str(ids[row]) for row in order.first(under.get(row, ()))) for row in shown),
        met=tuple(_met(row, column, conditions) for row in shown) if conditions else (),
        n_first=len(rows) if first is None else sum(row in first for row in rows),
    )


def _without(values: ColumnValues, rows: Iterable[int]) -> list[int]:
    unknown = {code for code, value in enumerate(values.values) if not value}
    return [row for row in rows if values.codes[row] in unknown] if unknown else []


def _met(row: int, column: ColumnReader, conditions: Iterable[Filter]) -> frozenset[Filter]:
    return frozenset(each for each in conditions if column(each.column).codes[row] in column(each.column).meeting(each))


def _weighed(rows: Sequence[int], scores: Mapping[int, float], column: ColumnReader) -> dict[int, float]:
    """The scores, less for lists and headings, which only name things, and more where something is committed to."""
    weights = (
        [LIST_WEIGHT if value in LIST_PARTS else 1.0 for value in column("part").values],
        [HEADING_WEIGHT if value == "heading" else 1.0 for value in column("block").values],
        [FACT_WEIGHT if value else 1.0 for value in column("kind").values],
    )
    parts, blocks, kinds = (column(name).codes for name in ("part", "block", "kind"))
    part, block, kind = weights
    return {row: scores[row] * part[parts[row]] * block[blocks[row]] * kind[kinds[row]] for row in rows}


class _Order:
    """The order of hits: of `sort`, and where that leaves two equal, that of time and text."""

    def __init__(
        self, sort: Sort, scores: Mapping[int, float], column: ColumnReader, first: AbstractSet[int] | None = None
    ) -> None:
        self._sort, self._scores, self._before = sort, scores, first or frozenset()
        self._dates, self._documents, self._orders = column("date"), column("document"), column("order")

    def key(self, row: int) -> tuple[float | int | str, ...]:
        """The smaller, the earlier."""
        date = self._dates[row]
        day = int(date[:10].replace("-", "")) if isinstance(date, str) else 0
        place = (str(self._documents[row]), str(self._orders[row]))
        match self._sort:
            case "relevance":
                return (row not in self._before, -self._scores[row], -day, *place)
            case "date":
                return (-day, -self._scores[row], *place)
            case "document":
                return (day or 99999999, *place)

    def first(self, rows: Sequence[int], count: int | None = None) -> list[int]:
        """The first `count` of `rows`; all without it."""
        count = len(rows) if count is None else min(count, len(rows))
        if count <= 0:
            return []
        if self._sort == "relevance" and count < len(rows):
            ranks = [(row in self._before, self._scores[row]) for row in rows]
            least = sorted(ranks, reverse=True)[count - 1]
            rows = [row for row, rank in zip(rows, ranks, strict=True) if rank >= least]
        return sorted(rows, key=self.key)[:count]


def _folded(rows: Sequence[int], keys: ColumnValues, order: _Order) -> tuple[list[int], dict[int, list[int]]]:
    """One row of each fold key, the first in the order, and the others under it; rows without a key stay apart."""
    unknown = {code for code, value in enumerate(keys.values) if value is None}
    groups: dict[int, list[int]] = {}
    alone: list[int] = []
    for row in rows:
        code = keys.codes[row]
        if code in unknown:
            alone.append(row)
        else:
            groups.setdefault(code, []).append(row)
    under: dict[int, list[int]] = {}
    for members in groups.values():
        first = members[0] if len(members) == 1 else min(members, key=order.key)
        alone.append(first)
        if len(members) > 1:
            under[first] = [row for row in members if row != first]
    return alone, under


def _counts(rows: Sequence[int], column: ColumnValues) -> tuple[tuple[str | None, int], ...]:
    """How often each value stands in `rows`, most frequent first, *unknown* (None) last among equals."""
    counted = Counter(map(column.codes.__getitem__, rows))
    counts: Counter[str | None] = Counter()
    for code, count in counted.items():
        value = column.values[code]
        for each in value if isinstance(value, tuple) else (value,):
            counts[each] += count
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0] is None, pair[0] or "")))

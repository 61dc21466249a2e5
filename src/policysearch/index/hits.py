"""What every engine does alike once it knows which rows a query meets: filters, order, page, facets."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from policysearch.index.port import Between, Column, Filter, Found, Holds, OneOf

Value = str | tuple[str, ...] | None
LIST_PARTS = frozenset({"attachments", "contacts", "notification", "participants", "presenter"})
"""Parts of a document that list things and people, and say nothing of them."""
LIST_WEIGHT = 0.5
ColumnReader = Callable[[str], Sequence[Value]]
"""From the name of a column to its value in every row, by row number; `id`, `document` and `order` are columns too."""


def page_of_hits(
    scores: Mapping[int, float],
    column: ColumnReader,
    filters: Sequence[Filter],
    *,
    limit: int,
    offset: int,
    facets: Sequence[Column],
) -> Found:
    """From the rows that the words of a query meet to one page of the answer.

    Args:
        scores: By row number.
        column: Reads a column.
        filters: All must be met.
        limit: Rows of the page, at least 0.
        offset: Rows before the page.
        facets: Columns to count over all hits.
    """
    rows: Sequence[int] = list(scores)
    for each in filters:
        if not isinstance(each, Between):
            rows = _met(rows, column(each.column), each)
    undated: set[int] = set()
    for each in filters:
        if isinstance(each, Between):
            dates = column(each.column)
            undated.update(row for row in rows if dates[row] is None)
    rows = [row for row in rows if row not in undated]
    for each in filters:
        if isinstance(each, Between):
            rows = _within(rows, column(each.column), each)
    scores = _weighed(rows, scores, column("part"), column("kind"))
    page = _best(rows, scores, column, offset + limit)[offset:]
    ids = column("id")
    return Found(
        ids=tuple(str(ids[row]) for row in page),
        scores=tuple(scores[row] for row in page),
        total=len(rows),
        facets={name: _counts(rows, column(name)) for name in facets},
        undated=len(undated),
    )


def _weighed(
    rows: Sequence[int], scores: Mapping[int, float], parts: Sequence[Value], kinds: Sequence[Value]
) -> dict[int, float]:
    """The scores, those of lists and headings less: they are short, so their few words weigh too much."""
    return {
        row: scores[row] * (LIST_WEIGHT if parts[row] in LIST_PARTS or kinds[row] == "heading" else 1.0) for row in rows
    }


def _met(rows: Sequence[int], values: Sequence[Value], wanted: OneOf | Holds) -> list[int]:
    """The rows whose value meets the filter; each distinct value is looked at once."""
    known: dict[Value, bool] = {}
    met = []
    for row in rows:
        value = values[row]
        meets = known.get(value)
        if meets is None:
            meets = known[value] = _meets(value, wanted)
        if meets:
            met.append(row)
    return met


def _meets(value: Value, wanted: OneOf | Holds) -> bool:
    values = (value,) if isinstance(value, str) else value or ()
    if isinstance(wanted, OneOf):
        return not wanted.values.isdisjoint(values)
    return any(wanted.text.casefold() in each.casefold() for each in values)


def _within(rows: Sequence[int], dates: Sequence[Value], wanted: Between) -> list[int]:
    low, high = wanted.low or "", wanted.high or "9999-12-31T24"
    # A minute of the last day is still that day: an upper end without a time covers all of it.
    return [row for row in rows if low <= str(dates[row]) and str(dates[row])[: len(high)] <= high]


def _best(rows: Sequence[int], scores: Mapping[int, float], column: ColumnReader, count: int) -> list[int]:
    """The first `count` rows: by score, then newest first and undated last, then in the order of the text."""
    if not rows or count <= 0:
        return []
    least = sorted((scores[row] for row in rows), reverse=True)[min(count, len(rows)) - 1]
    dates, documents, orders = column("date"), column("document"), column("order")

    def rank(row: int) -> tuple[float, int, str, str]:
        date = dates[row]
        day = int(date[:10].replace("-", "")) if isinstance(date, str) else 0
        return (-scores[row], -day, str(documents[row]), str(orders[row]))

    return sorted((row for row in rows if scores[row] >= least), key=rank)[:count]


def _counts(rows: Sequence[int], values: Sequence[Value]) -> tuple[tuple[str | None, int], ...]:
    """How often each value stands in `rows`, most frequent first, *unknown* (None) last among equals."""
    counted = Counter(values[row] for row in rows)
    counts: Counter[str | None] = Counter()
    for value, count in counted.items():
        for each in value if isinstance(value, tuple) else (value,):
            counts[each] += count
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0] is None, pair[0] or "")))

"""The hits of one query, and each of them, as `ranked` asks for them."""

from collections.abc import Iterable, Sequence
from typing import Any

import tantivy

from policysearch.index.tantivy_engine.parts import MUST, NOT, all_of, any_of, silent

_Hit = tuple[float, tantivy.DocAddress]
_MORE = 32
"""So many more hits than are wanted are asked for, since the last of them may have equals."""
_DIGITS = 4
"""Of a score, after the point."""


class Hits:
    """The hits of one query (`Ranked`)."""

    def __init__(
        self,
        schema: tantivy.Schema,
        searcher: tantivy.Searcher,
        asked: tantivy.Query,
        wanted: int,
        first: tantivy.Query | None = None,
    ) -> None:
        self._schema, self._searcher, self._asked, self._first = schema, searcher, asked, first
        size = max(1, min(wanted + _MORE, searcher.num_docs))
        found = searcher.search(asked, size, weight_by_field="weight")
        self.total = int(found.count)  # type: ignore[attr-defined]  # its stub lacks it
        self._top = _rounded(found.hits)

    def all(self) -> list["HitRow"]:
        """All of them, in no order."""
        return self._rows(self._found(self._asked, self.total))

    def best(self, count: int) -> list["HitRow"]:
        """At least the `count` best, with all that are as good and as new as the last of them."""
        if self._first is None:
            return self._best(count)
        first, others = self._parted(self._first, count)
        if first.total >= count:
            return first._best(count)
        return [*first._best(first.total), *_after(others._best(count - first.total))]

    def _best(self, count: int) -> list["HitRow"]:
        if not count:
            return []
        found, size = self._top, count + _MORE
        while True:
            if not found[0][0]:
                return self.newest(count)  # nothing is scored: only days order them
            if len(found) == self.total or (len(found) > count and found[-1][0] < found[count - 1][0]):
                return self._rows([hit for hit in found if hit[0] >= found[count - 1][0]])
            found = self._found(self._asked, size)
            size *= 4

    def _parted(self, first: tantivy.Query, count: int) -> tuple["Hits", "Hits"]:
        """What comes first, and what comes after it."""
        before = [(MUST, self._asked), (MUST, silent(first))]
        after = [(MUST, self._asked), (NOT, first)]
        return tuple(Hits(self._schema, self._searcher, all_of(parts), count) for parts in (before, after))  # type: ignore[return-value]

    def newest(self, count: int) -> list["HitRow"]:
        """At least the `count` newest, undated ones last, with all of the day of the last of them."""
        found = self._searcher.search(self._asked, count, count=False, order_by_field="day").hits
        return self._between("day", found[-1][0], None)

    def oldest(self, count: int) -> list["HitRow"]:
        """At least the `count` oldest, undated ones last, with all of the day of the last of them."""
        asc = tantivy.Order.Asc
        found = self._searcher.search(self._asked, count, count=False, order_by_field="day_last", order=asc).hits
        return self._between("day_last", None, found[-1][0])

    def folding(self, keys: Iterable[int]) -> list["HitRow"]:
        """All hits of some fold keys."""
        same = any_of([tantivy.Query.term_query(self._schema, "fold_key", key, "basic") for key in keys])
        asked = all_of([(MUST, self._asked), (MUST, silent(same))])
        hits = Hits(self._schema, self._searcher, asked, 1)
        if self._first is None:
            return hits.all()
        first, others = hits._parted(self._first, 1)
        return [*first.all(), *_after(others.all())]

    def _between(self, field: str, low: int | None, high: int | None) -> list["HitRow"]:
        days = tantivy.Query.range_query(self._schema, field, tantivy.FieldType.Unsigned, low, high)
        return self._rows(self._found(all_of([(MUST, self._asked), (MUST, silent(days))]), self.total))

    def _found(self, asked: tantivy.Query, size: int) -> list[_Hit]:
        size = max(1, min(size, self.total))
        return _rounded(self._searcher.search(asked, size, count=False, weight_by_field="weight").hits)

    def _rows(self, found: Sequence[_Hit]) -> list["HitRow"]:
        addresses = [address for _, address in found]
        days = self._searcher.fast_field_values("day", addresses)
        folds = self._searcher.fast_field_values("fold_key", addresses)
        return [
            HitRow(self._searcher, address, score, int(day or 0), None if fold is None else int(fold))
            for (score, address), day, fold in zip(found, days, folds, strict=True)
        ]


def _rounded(hits: Sequence[_Hit]) -> list[_Hit]:
    """Scores without the noise of the order in which they were summed."""
    return [(round(score, _DIGITS), address) for score, address in hits]


def _after(rows: Sequence["HitRow"]) -> Sequence["HitRow"]:
    for row in rows:
        row.is_first = False
    return rows


class HitRow:
    """A hit (`Row`)."""

    __slots__ = ("_address", "_searcher", "_stored", "day", "fold", "is_first", "score")

    def __init__(
        self, searcher: tantivy.Searcher, address: tantivy.DocAddress, score: float, day: int, fold: int | None
    ) -> None:
        self._searcher, self._address = searcher, address
        self.score, self.day, self.fold = score, day, fold
        self.is_first = True
        self._stored: tantivy.Document | None = None

    @property
    def id(self) -> str:
        """Its id."""
        return str(self.stored("id"))

    @property
    def place(self) -> tuple[str, int]:
        """Its document, and its place there."""
        return str(self.stored("document")), int(self.stored("order"))

    def stored(self, field: str) -> Any:
        """What is stored of it."""
        if self._stored is None:
            self._stored = self._searcher.doc(self._address)
        return self._stored.get_first(field)

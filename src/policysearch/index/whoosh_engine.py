"""The default engine: Whoosh, as Whoosh-Reloaded 2.7.5; the only module that imports it.

Its index holds pre-analysed terms and columns, no text. Whoosh keeps the postings; rows are combined and scored here,
since its matcher trees lose rows (docs/adr/0006-engine-boundary.md has all its traps). Only files that the caller
names are ever opened, since they hold pickles; the caller brings them to the disk.
"""

import contextlib
from array import array
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import whoosh
from whoosh import columns, fields
from whoosh.analysis import Analyzer
from whoosh.analysis import Token as WhooshToken
from whoosh.codec.whoosh3 import W3LeafMatcher
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, FileIndex
from whoosh.matching import Matcher
from whoosh.searching import Searcher
from whoosh.writing import SegmentWriter

from policysearch.index.combine import CONTEXT, Ranked, ranked_rows
from policysearch.index.conditions import COLUMNS, SEVERAL, Column, Filter, Value
from policysearch.index.hits import ColumnReader, ColumnValues, Page, page_of_hits
from policysearch.index.port import FACETS, ColumnValue, Found, IndexRow, Sort
from policysearch.index.scoring import rarity
from policysearch.index.tree import AnalysedQuery, ScoredField, conditions
from policysearch.model.query import TermField

_NAME = "MAIN"
_PLACE, _VALUE = "\x1e", "\x1f"  # part the places of a field, and the values of one place or column
_FEW = ("type", "issuer", "year", "part", "block", "kind", "date", "begin", "end", "routine", "language", "page")
_MOST_KEPT = 500_000
"""Postings of a segment that are kept from query to query; a posting is about 100 bytes."""
_TEXT_FIELDS = ("mixed", "lemma", "part", "form", *CONTEXT)


class PlaceAnalyzer(Analyzer):  # type: ignore[misc]
    """Unpacks `_packed`: terms of one place have one position, so that a phrase may meet any of them."""

    def __call__(self, value: str, positions: bool = False, **_: object) -> Iterator[WhooshToken]:
        """One token for every term; Whoosh expects the same object again and again."""
        token = WhooshToken(positions, chars=False, removestops=True)
        token.boost = 1.0
        token.stopped = False
        for position, place in enumerate(value.split(_PLACE)):
            for term in place.split(_VALUE):
                token.text = term
                token.pos = position
                yield token


class NamedFiles(FileStorage):  # type: ignore[misc]
    """A folder of which only `names` are seen, and from which Whoosh itself deletes nothing of `names`."""

    def __init__(self, folder: Path, names: Iterable[str]) -> None:
        super().__init__(str(folder))
        self.names = set(names)

    def list(self) -> list[str]:
        """The names that may be read."""
        return sorted(self.names)

    def create_file(self, name: str, **options: Any) -> Any:
        """Create a file, which may be read from now on."""
        self.names.add(name)
        return super().create_file(name, **options)

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """Rename a file; the new name may be read from now on."""
        super().rename_file(oldname, newname, safe)
        self.names.discard(oldname)
        self.names.add(newname)

    def file_exists(self, name: str) -> bool:
        """Whether the file may be read and is there."""
        return name in self.names and bool(super().file_exists(name))

    def open_file(self, name: str, **options: Any) -> Any:
        """Open a file that may be read; of any other one it is said that it is not there."""
        if name not in self.names:
            raise FileNotFoundError(name)
        return super().open_file(name, **options)

    def delete_file(self, name: str) -> None:
        """Forget a file; it is deleted by the owner of the folder, once no manifest names it."""
        self.names.discard(name)


class WhooshEngine:
    """The engine over the files `names` of `folder`; none make a new, empty index."""

    name = "whoosh-reloaded"
    version = ".".join(str(number) for number in whoosh.__version__)
    rewrites: frozenset[str] = frozenset()

    def __init__(self, folder: Path, names: Iterable[str] = ()) -> None:
        self._folder = folder
        self._names = frozenset(names)
        self._searcher: Searcher | None = None
        self._columns: dict[str, ColumnValues] = {}
        self._terms: dict[tuple[str, str], Sequence[tuple[str, int]]] = {}
        self._segments: dict[int, _Leaf] = {}
        self._writer: SegmentWriter | None = None
        self._storage: NamedFiles | None = None
        self._pending: set[str] = set()

    def replace(self, document: str, rows: Iterable[IndexRow]) -> None:
        """Put `rows` in the place of all rows of `document`; seen by `search` after `commit`."""
        writer = self._delete(document)
        for number, row in enumerate(rows):
            writer.add_document(**_fields(row, number))

    def remove(self, document: str) -> None:
        """Take out all rows of `document`."""
        self._delete(document)

    def commit(self) -> tuple[str, ...]:
        """Write what was replaced and removed; the names of all files that make up the index now."""
        if self._writer is None and not self._names:
            self._open_writer()
        if self._writer is not None and self._storage is not None:
            self._writer.commit()
            self._names = frozenset(_names_of(self._storage))
        self.cancel()
        self._close_searcher()
        return tuple(sorted(self._names))

    def cancel(self) -> None:
        """Forget what was replaced and removed since the last commit."""
        if self._writer is not None and not self._writer.is_closed:
            with contextlib.suppress(OSError):  # it writes even then; what it leaves is swept away by the next writer
                self._writer.cancel()
        self._writer, self._storage = None, None
        self._pending.clear()

    def search(
        self,
        query: AnalysedQuery,
        filters: Sequence[Filter] = (),
        *,
        limit: int = 10,
        offset: int = 0,
        facets: Sequence[Column] = FACETS,
        sort: Sort = "relevance",
        fold: bool = False,
    ) -> Found:
        """The rows that `query`, its own filters and all `filters` meet, as `Engine` says."""
        wanted = [*(where.condition for where in query.filters), *filters]
        page = Page(limit, offset, facets, sort, fold)
        ranked = self._ranked(query)
        return page_of_hits(ranked.scores, self._column, wanted, page, tuple(conditions(query.root)), ranked.first)

    def terms(self, field: TermField, prefix: str = "") -> Sequence[tuple[str, int]]:
        """All terms of a field that begin with `prefix`, and how many rows have each."""
        if not self._names:
            return ()
        key = (field, prefix)
        if key not in self._terms:
            found: dict[str, int] = {}
            for reader, _ in self._open_searcher().reader().leaf_readers():
                for term, info in reader.iter_prefix(field, prefix):
                    name = term[1] if isinstance(term, tuple) else term
                    text = name.decode() if isinstance(name, bytes) else name
                    found[text] = found.get(text, 0) + int(info.doc_frequency())
            self._terms[key] = sorted(found.items())
        return self._terms[key]

    def close(self) -> None:
        """Let go of all files; what was not committed is forgotten."""
        self.cancel()
        self._close_searcher()

    def _delete(self, document: str) -> SegmentWriter:
        if document in self._pending and self._writer is not None:
            # A writer deletes only what an earlier one has written.
            self._writer.commit()
            self._writer = None
            self._pending.clear()
        self._pending.add(document)
        writer = self._writer or self._open_writer()
        writer.delete_by_term("document", document)
        return writer

    def _open_writer(self) -> SegmentWriter:
        if self._storage is None:
            self._storage = NamedFiles(self._folder, self._names)
            if not self._names:
                TOC.create(self._storage, _schema(), _NAME)
        self._writer = SegmentWriter(FileIndex(self._storage, _schema(), _NAME), compound=False, _lk=False)
        return self._writer

    def _open_searcher(self) -> Searcher:
        if self._searcher is None:
            storage = NamedFiles(self._folder, self._names)
            index = FileIndex(storage, _schema(), _NAME)
            self._searcher = Searcher(index.reader(), fromindex=index)
        return self._searcher

    def _close_searcher(self) -> None:
        if self._searcher is not None:
            self._searcher.close()
        self._searcher = None
        self._columns, self._terms, self._segments = {}, {}, {}

    def _ranked(self, query: AnalysedQuery) -> Ranked:
        scores: dict[int, float] = {}
        first: set[int] = set()
        if self._names:
            searcher = self._open_searcher()
            for leaf, offset in searcher.leaf_searchers():
                segment = self._segments.setdefault(offset, _Leaf(leaf, searcher, self._column, offset))
                found = ranked_rows(query, segment)
                segment.forget()
                scores.update((row + offset, score) for row, score in found.scores.items())
                first.update(row + offset for row in found.first or ())
        return Ranked(scores, None if query.first is None else frozenset(first))

    def _column(self, name: str) -> ColumnValues:
        if name not in self._columns:
            self._columns[name] = (
                self._read_column(name) if self._names else ColumnValues(lambda _: None, lambda: ((), ()))
            )
        return self._columns[name]

    def _read_column(self, name: str) -> ColumnValues:
        readers = [leaf for leaf, _ in self._open_searcher().reader().leaf_readers()]
        counts = [reader.doc_count_all() for reader in readers]
        field = _column_field(name)
        stored = [
            reader.column_reader(field, translate=False) if reader.has_column(field) else [b""] * count
            for reader, count in zip(readers, counts, strict=True)
        ]
        begins = list(accumulate(counts, initial=0))
        decode: Callable[[bytes], Value] = _values if name in SEVERAL else bytes.decode

        def cell(row: int) -> Value:
            segment = bisect(begins, row) - 1
            raw = stored[segment][row - begins[segment]]
            return decode(raw) if raw else None

        def every() -> tuple[Sequence[int], Sequence[Value]]:
            codes, numbers = array("l"), {b"": 0}
            values: list[Value] = [None]
            for column, count in zip(stored, counts, strict=True):
                for row in range(count):
                    raw = column[row]
                    code = numbers.get(raw)
                    if code is None:
                        code = numbers[raw] = len(values)
                        values.append(decode(raw))
                    codes.append(code)
            return codes, values

        return ColumnValues(cell, every)


def _values(raw: bytes) -> tuple[str, ...]:
    return tuple(raw.decode().split(_VALUE))


def _schema() -> fields.Schema:
    text = {name: fields.TEXT(analyzer=PlaceAnalyzer(), phrase=name in ("lemma", "form")) for name in _TEXT_FIELDS}
    kept = {_column_field(name): fields.COLUMN(_column_type(name)) for name in ("id", "order", *COLUMNS)}
    return fields.Schema(document=fields.ID(sortable=columns.VarBytesColumn()), **text, **kept)


def _column_type(name: str) -> columns.Column:
    """A column of few different values keeps each of them once (Whoosh allows 65,535 in a segment)."""
    return columns.RefBytesColumn() if name in _FEW else columns.VarBytesColumn()


def _column_field(name: str) -> str:
    """The field of the schema behind a column; `document` is indexed as well, and the term fields have their names."""
    return name if name == "document" else f"column_{name}"


def _fields(row: IndexRow, number: int) -> dict[str, object]:
    """A row as Whoosh takes it; `number` keeps the order of the rows of one document."""
    tokens = row.tokens
    values: dict[str, object] = {
        "document": row.document,
        _column_field("id"): row.id.encode(),
        _column_field("order"): f"{number:08}".encode(),
        "mixed": [term for token in tokens for term in token.terms("mixed")],
        "part": [term for token in tokens for term in token.terms("part")],
        "title": list(dict.fromkeys(row.title)),
        "heading": list(dict.fromkeys(row.heading)),
    }
    if tokens:
        values["lemma"] = _packed([token.terms("lemma") for token in tokens])
        values["form"] = _packed([token.terms("form") for token in tokens])
    for name, value in row.columns.items():
        packed = _column_bytes(value)
        if packed:
            values[_column_field(name)] = packed
    return values


def _packed(places: Sequence[Sequence[str]]) -> str:
    return _PLACE.join(_VALUE.join(place) for place in places)


def _column_bytes(value: ColumnValue) -> bytes:
    if value is None:
        return b""
    return (_VALUE.join(value) if isinstance(value, tuple) else str(value)).encode()


def _names_of(storage: NamedFiles) -> set[str]:
    return {name for name in storage.list() if storage.file_exists(name)}


def _postings(matcher: Matcher) -> Iterator[tuple[int, float]]:
    """Row and count of all postings of a term; block by block where Whoosh would go row by row."""
    while matcher.is_active():
        if isinstance(matcher, W3LeafMatcher):
            matcher.id(), matcher.weight()  # reads the block
            yield from zip(matcher._ids, matcher._weights, strict=True)  # one version of Whoosh is used
            matcher._next_block()
        else:
            yield matcher.id(), matcher.weight()
            matcher.next()


class _Leaf:
    """One segment, as `combine` reads it. Postings are read once for a query, and kept for those that follow it."""

    def __init__(self, searcher: Searcher, whole: Searcher, column: ColumnReader, offset: int) -> None:
        self._searcher, self._whole, self._column, self._offset = searcher, whole, column, offset
        self._counts: dict[tuple[str, str], dict[int, float]] = {}
        self._n_kept = 0
        self._lengths: dict[int, float] = {}
        self._mean = whole.avg_field_length("mixed") or 1.0

    def rows(self) -> Iterable[int]:
        rows: Iterable[int] = self._searcher.reader().all_doc_ids()
        return rows

    def counts(self, field: ScoredField, term: str) -> dict[int, float]:
        key = (field, term)
        if key not in self._counts:
            matcher = self._matcher(field, term)
            self._counts[key] = {} if matcher is None else dict(_postings(matcher))
            self._n_kept += len(self._counts[key])
        return self._counts[key]

    def forget(self) -> None:
        """Let go of the postings that were read, if they are many."""
        if self._n_kept > _MOST_KEPT:
            self._counts.clear()
            self._n_kept = 0

    def positions(self, field: TermField, term: str, among: Sequence[int]) -> Iterator[tuple[int, Sequence[int]]]:
        matcher = self._matcher(field, term)
        for row in among:
            if matcher is None or not matcher.is_active():
                return
            matcher.skip_to(row)
            if matcher.is_active() and matcher.id() == row:
                yield row, matcher.value_as("positions")

    def length(self, row: int) -> float:
        length = self._lengths.get(row)
        if length is None:
            length = self._lengths[row] = self._searcher.reader().doc_field_length(row, "mixed", 0) / self._mean
        return length

    def rarity(self, field: ScoredField, term: str) -> float:
        return rarity(self._whole.doc_count_all(), self._whole.doc_frequency(field, term))

    def meeting(self, condition: Filter, rows: Iterable[int]) -> list[int]:
        column, offset = self._column(condition.column), self._offset
        met, codes = column.meeting(condition), column.codes
        return [row for row in rows if codes[row + offset] in met]

    def _matcher(self, field: ScoredField, term: str) -> Matcher | None:
        return self._searcher.postings(field, term) if (field, term) in self._searcher.reader() else None

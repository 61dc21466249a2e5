"""The engine for corpora that outgrow the default one: tantivy, native code; the only module that imports it.

Its index holds pre-analysed terms and columns, no text: terms of a field stand joined in one string that a tokenizer
of one rule parts again, and those of one place share a position. What a row holds where it is unknown is a term of its
own, so that unknown values are counted and found like others. The tree of a query becomes a tree of tantivy's: what
decides is asked without a score, beside it the terms are, so that scores add up as with the default engine. A commit
writes `meta.json` anew and never changes another file.
"""

import errno
import json
import os
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, Literal

import tantivy

from policysearch.index.conditions import COLUMNS, Between, Column, Filter, OneOf, meets
from policysearch.index.hits import LIST_PARTS, LIST_WEIGHT
from policysearch.index.places import Choice, choices, is_met, pairs_of
from policysearch.index.port import FACETS, Found, IndexRow, Sort
from policysearch.index.ranked import UNDATED_LAST, Row, day_number, days_between, first_rows, folded_rows
from policysearch.index.tree import (
    AllOf, AnalysedQuery, AnyOf, AnyTerm, Everything, Near, Node, NoneOf, TermRun, Where, conditions,
)  # fmt: skip
from policysearch.model.query import TermField

META = "meta.json"
_PLACE, _VALUE = "\x1e", "\x1f"  # part the places of a field, and the terms of one place
_UNKNOWN = "\x00"
_HEAP = 64_000_000
_ALL = 60_000
"""More distinct values than a column that is counted has, and fewer than tantivy is willing to count."""
_SEGMENT_ALL = 4_000_000
_MUST, _SHOULD, _NOT = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot
_Part = tuple[tantivy.Occur, tantivy.Query]
_Hit = tuple[float, tantivy.DocAddress]
_POSITIONED: tuple[Literal["lemma", "form"], ...] = ("lemma", "form")
_MORE = 32
"""So many more hits than are wanted are asked for, since the last of them may have equals."""
_DIGITS = 4
_FEW = 32
"""Values up to which asking for each of them is cheaper than for the set."""


class TantivyEngine:
    """The engine over the files `names` of `folder`; none make a new, empty index."""

    name = "tantivy"
    version = tantivy.__version__
    rewrites = frozenset({META})

    def __init__(self, folder: Path, names: Iterable[str] = ()) -> None:
        self._folder = folder
        self._names = frozenset(names)
        self._writer: tantivy.IndexWriter | None = None
        self._reader: _Reader | None = None

    def replace(self, document: str, rows: Iterable[IndexRow]) -> None:
        """Put `rows` in the place of all rows of `document`; seen by `search` after `commit`."""
        self.remove(document)
        assert self._writer is not None
        for number, row in enumerate(rows):
            self._writer.add_document(_document(row, number))

    def remove(self, document: str) -> None:
        """Take out all rows of `document`."""
        if self._writer is None:
            self._writer = self._index().writer(_HEAP * _threads(), _threads())
        self._writer.delete_documents_by_term("document", document)

    def commit(self) -> tuple[str, ...]:
        """Write what was replaced and removed; the names of all files that make up the index now."""
        self._reader = None
        try:
            if self._writer is not None:
                self._writer.commit()
                self._writer.wait_merging_threads()
            elif not self._names:
                self._index()
        except ValueError as error:  # whatever the system says, tantivy raises this
            if not self._folder.is_dir():
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self._folder)) from None
            raise OSError(errno.EIO, str(error)) from None
        self._writer = None
        self._names = frozenset(_files(self._folder))
        return tuple(sorted(self._names))

    def cancel(self) -> None:
        """Forget what was replaced and removed since the last commit."""
        self._writer = None

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
        if not self._names:
            return Found((), (), 0, {name: () for name in facets})
        wanted = [*(where.condition for where in query.filters), *filters]
        return self._opened().search(query, wanted, offset + limit, offset, facets, sort, fold=fold)

    def terms(self, field: TermField, prefix: str = "") -> Sequence[tuple[str, int]]:
        """All terms of a field that begin with `prefix`, and how many rows have each."""
        return self._opened().terms(field, prefix) if self._names else ()

    def close(self) -> None:
        """Let go of all files; what was not committed is forgotten."""
        self._writer = self._reader = None

    def _index(self) -> tantivy.Index:
        if META in self._names:
            index = tantivy.Index.open(str(self._folder))
        else:
            index = tantivy.Index(_schema(), path=str(self._folder))
        index.register_tokenizer("joined", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.regex(f"[^{_VALUE}]+")).build())
        return index

    def _opened(self) -> "_Reader":
        if self._reader is None:
            for name in self._names:
                (self._folder / name).stat()  # tantivy's error does not say that a file is gone
            self._reader = _Reader(self._index())
        return self._reader


class _Reader:
    """Answers questions to one commit."""

    def __init__(self, index: tantivy.Index) -> None:
        self._schema, self._searcher = index.schema, index.searcher()
        self._conditions: dict[Filter, tantivy.Query] = {}

    def search(
        self,
        query: AnalysedQuery,
        filters: Sequence[Filter],
        count: int,
        offset: int,
        facets: Sequence[Column],
        sort: Sort,
        *,
        fold: bool,
    ) -> Found:
        words = [(_MUST, self._node(query.root)), *((_SHOULD, self._term("mixed", term)) for term in query.extra)]
        asked = _all([*words, *((_MUST, self._condition(each)) for each in filters)])
        ranked = self._hits(self._weighed(asked))
        count = min(count, ranked.total)
        repeated = self._repeated(asked) if fold else {}
        if repeated:
            shown, folded = folded_rows(ranked, repeated, count, sort)
        else:
            shown, folded = first_rows(ranked, count, sort), {}
        page = shown[offset:count]
        inside = tuple(conditions(query.root))
        return Found(
            ids=tuple(row.id for row in page),
            scores=tuple(row.score for row in page),
            total=ranked.total,
            facets={name: self._facet(asked, name) for name in facets},
            undated=self._undated(words, filters),
            groups=ranked.total - sum(number - 1 for number in repeated.values()),
            folded=tuple(tuple(other.id for other in folded.get(row.id, ())) for row in page),
            met=self._met(asked, inside, page) if inside else (),
        )

    def terms(self, field: str, prefix: str = "") -> list[tuple[str, int]]:
        return self._searcher.terms_with_prefix(field, prefix)

    def _hits(self, asked: tantivy.Query) -> "_Hits":
        return _Hits(self._schema, self._searcher, asked)

    def _node(self, node: Node) -> tantivy.Query:
        match node:
            case AnyTerm(field, terms):
                return _any([self._term(field, term) for term in dict.fromkeys(terms)])
            case TermRun(field, places) | Near(field, places, _):
                scored = [(_SHOULD, self._term(field, term)) for place in places for term in dict.fromkeys(place)]
                return _all([(_MUST, _silent(self._places(node))), *scored])
            case Where(condition):
                return self._condition(condition)
            case AllOf(children):
                wanted = [(_MUST, self._node(child)) for child in children if not isinstance(child, NoneOf)]
                excluded = [(_NOT, self._node(child.child)) for child in children if isinstance(child, NoneOf)]
                return _all([*(wanted or [(_MUST, _everything())]), *excluded])
            case AnyOf(children):
                return _any([self._node(child) for child in children])
            case NoneOf(child):
                return _all([(_MUST, _everything()), (_NOT, self._node(child))])
            case Everything():
                return _everything()

    def _term(self, field: str, term: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, term, "freq")

    def _places(self, node: TermRun | Near) -> tantivy.Query:
        """Rows whose places meet `node`: few choices of terms and distances as phrases, others row by row."""
        phrases = choices(node)
        if phrases is not None:
            return self._phrases(node.field, phrases)
        pairs = [choices(pair) for pair in pairs_of(node)]
        each = [self._one_of(node.field, list(dict.fromkeys(place))) for place in node.places]
        each += [self._phrases(node.field, pair) for pair in pairs if pair is not None]
        candidates = self._hits(_all([(_MUST, _silent(query)) for query in each]))
        met = []
        for row in candidates.all():
            stored = bytes(row.stored(f"{node.field}_places")).decode()
            if is_met(node, [place.split(_VALUE) for place in stored.split(_PLACE)]):
                met.append(row.id)
        return self._one_of("id", met)

    def _phrases(self, field: str, phrases: Sequence[Choice]) -> tantivy.Query:
        return _any([tantivy.Query.phrase_query(self._schema, field, list(each)) for each in phrases])

    def _condition(self, wanted: Filter) -> tantivy.Query:
        if wanted not in self._conditions:
            self._conditions[wanted] = _silent(self._of_values(wanted))
        return self._conditions[wanted]

    def _of_values(self, wanted: Filter) -> tantivy.Query:
        """Rows whose column has one of the values that meet a condition; days in a range of numbers."""
        if isinstance(wanted, OneOf):
            return self._one_of(_column(wanted.column), sorted(wanted.values))
        if isinstance(wanted, Between) and wanted.column == "date":
            bounds = days_between(wanted)
            if bounds is not None:
                return tantivy.Query.range_query(self._schema, "day", tantivy.FieldType.Unsigned, *bounds)
        known = (value for value, _ in self.terms(_column(wanted.column)) if value != _UNKNOWN)
        return self._one_of(_column(wanted.column), [value for value in known if meets(value, wanted)])

    def _one_of(self, field: str, values: Sequence[str]) -> tantivy.Query:
        if len(values) > _FEW:
            return tantivy.Query.term_set_query(self._schema, field, values)
        return _any([tantivy.Query.term_query(self._schema, field, value, "basic") for value in values])

    def _weighed(self, asked: tantivy.Query) -> tantivy.Query:
        """The same rows, those of lists and headings with less weight."""
        parts = self._one_of(_column("part"), sorted(LIST_PARTS))
        light = _silent(_any([parts, self._one_of(_column("block"), ["heading"])]))
        lighter = tantivy.Query.boost_query(_all([(_MUST, asked), (_MUST, light)]), LIST_WEIGHT)
        return _any([_all([(_MUST, asked), (_NOT, light)]), lighter])

    def _undated(self, words: Sequence[_Part], filters: Sequence[Filter]) -> int:
        """How many rows only filters of days leave out, because they have none."""
        dated = [each for each in filters if isinstance(each, Between)]
        if not dated:
            return 0
        others = [(_MUST, self._condition(each)) for each in filters if not isinstance(each, Between)]
        unknown = _any([self._one_of(_column(each.column), [_UNKNOWN]) for each in dated])
        return self._hits(_all([*words, *others, (_MUST, unknown)])).total

    def _facet(self, asked: tantivy.Query, name: Column) -> tuple[tuple[str | None, int], ...]:
        """How often each value stands in the hits, most frequent first, *unknown* last among equals."""
        counted = self._buckets(asked, {"field": _column(name)})
        counts = [(None if value == _UNKNOWN else str(value), count) for value, count in counted.items()]
        return tuple(sorted(counts, key=lambda pair: (-pair[1], pair[0] is None, pair[0] or "")))

    def _repeated(self, asked: tantivy.Query) -> dict[int, int]:
        """The fold keys that several hits have, and how many."""
        counted = self._buckets(asked, {"field": "fold_key", "min_doc_count": 2})
        return {int(key): count for key, count in counted.items()}

    def _buckets(self, asked: tantivy.Query, what: dict[str, object]) -> dict[str | int, int]:
        terms = {"size": _ALL, "segment_size": _SEGMENT_ALL, **what}
        found = self._searcher.aggregate(asked, {"counts": {"terms": terms}})["counts"]
        return {bucket["key"]: bucket["doc_count"] for bucket in found["buckets"]}

    def _met(self, asked: tantivy.Query, inside: Sequence[Filter], page: Sequence[Row]) -> tuple[frozenset[Filter], ...]:
        """For each row of the page the conditions that it meets."""
        rows = (_MUST, _silent(self._one_of("id", [row.id for row in page])))
        met: dict[str, set[Filter]] = {row.id: set() for row in page}
        for each in dict.fromkeys(inside):
            found = self._hits(_all([rows, (_MUST, self._condition(each))]))
            for row in found.all():
                met[row.id].add(each)
        return tuple(frozenset(met[row.id]) for row in page)


class _Hits:
    """The hits of one query (`Ranked`)."""

    def __init__(self, schema: tantivy.Schema, searcher: tantivy.Searcher, asked: tantivy.Query) -> None:
        self._schema, self._searcher, self._asked = schema, searcher, asked
        self.total = int(searcher.search(asked, 1).count or 0)

    def all(self) -> list["_Row"]:
        """All of them, in no order."""
        return self._rows(self._found(self._asked, self.total))

    def best(self, count: int) -> list["_Row"]:
        """At least the `count` best, with all that are as good as the last of them."""
        size = count + _MORE
        while True:
            found = self._found(self._asked, size)
            if not found[0][0]:
                return self.newest(count)  # nothing is scored: only days order them
            least = found[count - 1][0]
            if len(found) == self.total or found[-1][0] < least:
                return self._rows([hit for hit in found if hit[0] >= least])
            size *= 4

    def newest(self, count: int) -> list["_Row"]:
        """At least the `count` newest, undated ones last, with all of the day of the last of them."""
        found = self._searcher.search(self._asked, count, count=False, order_by_field="day").hits
        return self._between("day", found[-1][0], None)

    def oldest(self, count: int) -> list["_Row"]:
        """At least the `count` oldest, undated ones last, with all of the day of the last of them."""
        asc = tantivy.Order.Asc
        found = self._searcher.search(self._asked, count, count=False, order_by_field="day_last", order=asc).hits
        return self._between("day_last", None, found[-1][0])

    def folding(self, keys: Iterable[int]) -> list["_Row"]:
        """All hits of some fold keys."""
        same = _any([tantivy.Query.term_query(self._schema, "fold_key", key, "basic") for key in keys])
        return self._rows(self._found(_all([(_MUST, self._asked), (_MUST, _silent(same))]), self.total))

    def _between(self, field: str, low: int | None, high: int | None) -> list["_Row"]:
        days = tantivy.Query.range_query(self._schema, field, tantivy.FieldType.Unsigned, low, high)
        return self._rows(self._found(_all([(_MUST, self._asked), (_MUST, _silent(days))]), self.total))

    def _found(self, asked: tantivy.Query, size: int) -> list[_Hit]:
        """The best, their scores without the noise of the order in which they were summed."""
        size = max(1, min(size, self.total))
        hits = self._searcher.search(asked, size, count=False).hits
        return [(round(score, _DIGITS), address) for score, address in hits]

    def _rows(self, found: Sequence[_Hit]) -> list["_Row"]:
        addresses = [address for _, address in found]
        days = self._searcher.fast_field_values("day", addresses)
        folds = self._searcher.fast_field_values("fold_key", addresses)
        return [
            _Row(self._searcher, address, score, day, fold)
            for (score, address), day, fold in zip(found, days, folds, strict=True)
        ]


class _Row:
    """A hit (`Row`)."""

    __slots__ = ("_address", "_searcher", "_stored", "day", "fold", "score")

    def __init__(
        self, searcher: tantivy.Searcher, address: tantivy.DocAddress, score: float, day: int, fold: int | None
    ) -> None:
        self._searcher, self._address = searcher, address
        self.score, self.day, self.fold = score, day, fold
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


def _all(parts: Sequence[_Part]) -> tantivy.Query:
    return tantivy.Query.boolean_query(parts)


def _any(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    if not queries:
        return tantivy.Query.empty_query()
    return queries[0] if len(queries) == 1 else _all([(_SHOULD, query) for query in queries])


def _silent(query: tantivy.Query) -> tantivy.Query:
    return tantivy.Query.const_score_query(query, 0.0)


def _everything() -> tantivy.Query:
    return _silent(tantivy.Query.all_query())


def _column(name: str) -> str:
    """The field behind a column; the fields of terms have their names."""
    return name if name == "document" else f"column_{name}"


def _schema() -> tantivy.Schema:
    schema = tantivy.SchemaBuilder()
    for name in ("mixed", "part"):
        schema.add_text_field(name, tokenizer_name="joined", index_option="freq")
    for name in ("lemma", "form"):
        schema.add_text_field(name, tokenizer_name="joined", index_option="position")
        schema.add_bytes_field(f"{name}_places", stored=True)
    schema.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    schema.add_text_field("document", stored=True, tokenizer_name="raw", index_option="basic")
    schema.add_unsigned_field("order", stored=True)
    for name in ("day", "day_last"):
        schema.add_unsigned_field(name, fast=True)
    schema.add_unsigned_field("fold_key", fast=True, indexed=True)
    for name in COLUMNS:
        schema.add_text_field(_column(name), fast=True, tokenizer_name="raw", index_option="basic")
    return schema.build()


def _document(row: IndexRow, number: int) -> tantivy.Document:
    """A row as tantivy takes it; `number` keeps the order of the rows of one document."""
    made = tantivy.Document()
    made.add_text("id", row.id)
    made.add_text("document", row.document)
    made.add_unsigned("order", number)
    made.add_text("mixed", _VALUE.join(term for token in row.tokens for term in token.terms("mixed")))
    made.add_text("part", _VALUE.join(term for token in row.tokens for term in token.terms("part")))
    for name in _POSITIONED:
        places = [token.terms(name) for token in row.tokens]
        if all(len(place) == 1 for place in places):
            made.add_text(name, _VALUE.join(place[0] for place in places))
        else:
            tokens = [tantivy.Token(term, number, 0, 0) for number, place in enumerate(places) for term in place]
            made.add_pre_tokenized_text(name, tantivy.PreTokenizedString("", tokens))
        made.add_bytes(f"{name}_places", _PLACE.join(_VALUE.join(place) for place in places).encode())
    for column in COLUMNS:
        value = row.columns.get(column)
        for each in value if isinstance(value, tuple) and value else (value,):
            made.add_text(_column(column), str(each) if each else _UNKNOWN)
    date, fold = row.columns.get("date"), row.columns.get("fold")
    day = day_number(str(date)) if date else 0
    made.add_unsigned("day", day)
    made.add_unsigned("day_last", day or UNDATED_LAST)
    if fold:
        made.add_unsigned("fold_key", int.from_bytes(blake2b(str(fold).encode(), digest_size=8).digest()))
    return made


def _files(folder: Path) -> Iterable[str]:
    """The files of the last commit: what it says that there is, and that it says so."""
    yield META
    segments = json.loads((folder / META).read_bytes())["segments"]
    known = {segment["segment_id"].replace("-", ""): segment["deletes"] for segment in segments}
    for path in folder.iterdir():
        name, _, kind = path.name.partition(".")
        deletes = known.get(name)
        if name in known and (not kind.endswith(".del") or (deletes and kind == f"{deletes['opstamp']}.del")):
            yield path.name


def _threads() -> int:
    return min(4, os.cpu_count() or 1)

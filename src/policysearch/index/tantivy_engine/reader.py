"""Answers questions to one commit: the tree of a query becomes a tree of tantivy's.

What decides is asked without a score, beside it the terms are, so that scores add up as with the default engine.
"""

from collections.abc import Sequence

import tantivy

from policysearch.index.conditions import Between, Column, Filter, OneOf, meets
from policysearch.index.hits import LIST_PARTS, LIST_WEIGHT, Page
from policysearch.index.places import Choice, choices, is_met, numbers, pairs_of
from policysearch.index.port import Found
from policysearch.index.ranked import Row, days_between, folded_rows
from policysearch.index.tantivy_engine.fields import PLACE, UNKNOWN, VALUE, column_field
from policysearch.index.tantivy_engine.hits import Hits
from policysearch.index.tantivy_engine.parts import MUST, NOT, SHOULD, Part, all_of, any_of, everything, silent
from policysearch.index.tree import (
    AllOf,
    AnalysedQuery,
    AnyOf,
    AnyTerm,
    Everything,
    Near,
    Node,
    NoneOf,
    TermRun,
    Where,
    conditions,
)  # fmt: skip

_ALL = 60_000
"""More distinct values than a column that is counted has, and fewer than tantivy is willing to count."""
_SEGMENT_ALL = 4_000_000
_FEW = 32
"""Values up to which asking for each of them is cheaper than for the set."""


class Reader:
    """Answers questions to one commit."""

    def __init__(self, index: tantivy.Index) -> None:
        self._schema, self._searcher = index.schema, index.searcher()
        self._conditions: dict[Filter, tantivy.Query] = {}

    def search(self, query: AnalysedQuery, filters: Sequence[Filter], page: Page) -> Found:
        """One page of the rows that `query` and all `filters` meet."""
        words = [(MUST, self._node(query.root)), *((SHOULD, self._term("mixed", term)) for term in query.extra)]
        asked = all_of([*words, *((MUST, self._condition(each)) for each in filters)])
        ranked = self._hits(self._weighed(asked))
        count = min(page.offset + page.limit, ranked.total)
        repeated = self._repeated(asked) if page.fold else {}
        first, folded = folded_rows(ranked, repeated, count, page.sort)
        shown = first[page.offset :]
        inside = tuple(conditions(query.root))
        return Found(
            ids=tuple(row.id for row in shown),
            scores=tuple(row.score for row in shown),
            total=ranked.total,
            facets={name: self._facet(asked, name) for name in page.facets},
            undated=self._undated(words, filters),
            groups=ranked.total - sum(number - 1 for number in repeated.values()),
            folded=tuple(tuple(other.id for other in folded.get(row.id, ())) for row in shown),
            met=self._met(inside, shown) if inside else (),
        )

    def terms(self, field: str, prefix: str = "") -> list[tuple[str, int]]:
        """All terms of a field that begin with `prefix`, in order, and how many rows have each."""
        return sorted(self._searcher.terms_with_prefix(field, prefix))

    def _hits(self, asked: tantivy.Query) -> "Hits":
        return Hits(self._schema, self._searcher, asked)

    def _node(self, node: Node) -> tantivy.Query:
        match node:
            case AnyTerm(field, terms):
                return any_of([self._term(field, term) for term in dict.fromkeys(terms)])
            case TermRun(field, places) | Near(field, places, _):
                scored = [(SHOULD, self._term(field, term)) for place in places for term in dict.fromkeys(place)]
                return all_of([(MUST, silent(self._places(node))), *scored])
            case Where(condition):
                return self._condition(condition)
            case AllOf(children):
                wanted = [(MUST, self._node(child)) for child in children if not isinstance(child, NoneOf)]
                excluded = [(NOT, self._node(child.child)) for child in children if isinstance(child, NoneOf)]
                return all_of([*(wanted or [(MUST, everything())]), *excluded])
            case AnyOf(children):
                return any_of([self._node(child) for child in children])
            case NoneOf(child):
                return all_of([(MUST, everything()), (NOT, self._node(child))])
            case Everything():
                return everything()

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
        candidates = self._hits(all_of([(MUST, silent(query)) for query in each]))
        met = []
        for row in candidates.all():
            stored = bytes(row.stored(f"{node.field}_places")).decode()
            if is_met(node, numbers(node, [place.split(VALUE) for place in stored.split(PLACE)])):
                met.append(row.id)
        return self._one_of("id", met)

    def _phrases(self, field: str, phrases: Sequence[Choice]) -> tantivy.Query:
        return any_of([tantivy.Query.phrase_query(self._schema, field, list(each)) for each in phrases])

    def _condition(self, wanted: Filter) -> tantivy.Query:
        if wanted not in self._conditions:
            self._conditions[wanted] = silent(self._of_values(wanted))
        return self._conditions[wanted]

    def _of_values(self, wanted: Filter) -> tantivy.Query:
        """Rows whose column has one of the values that meet a condition; days in a range of numbers."""
        if isinstance(wanted, OneOf):
            return self._one_of(column_field(wanted.column), sorted(wanted.values))
        if isinstance(wanted, Between) and wanted.column == "date":
            bounds = days_between(wanted)
            if bounds is not None:
                return tantivy.Query.range_query(self._schema, "day", tantivy.FieldType.Unsigned, *bounds)
        known = (value for value, _ in self.terms(column_field(wanted.column)) if value != UNKNOWN)
        return self._one_of(column_field(wanted.column), [value for value in known if meets(value, wanted)])

    def _one_of(self, field: str, values: Sequence[str]) -> tantivy.Query:
        if len(values) > _FEW:
            return tantivy.Query.term_set_query(self._schema, field, values)
        return any_of([tantivy.Query.term_query(self._schema, field, value, "basic") for value in values])

    def _weighed(self, asked: tantivy.Query) -> tantivy.Query:
        """The same rows, those of lists and headings with less weight."""
        parts = self._one_of(column_field("part"), sorted(LIST_PARTS))
        light = silent(any_of([parts, self._one_of(column_field("block"), ["heading"])]))
        lighter = tantivy.Query.boost_query(all_of([(MUST, asked), (MUST, light)]), LIST_WEIGHT)
        return any_of([all_of([(MUST, asked), (NOT, light)]), lighter])

    def _undated(self, words: Sequence[Part], filters: Sequence[Filter]) -> int:
        """How many rows only filters of days leave out, because they have none."""
        dated = [each for each in filters if isinstance(each, Between)]
        if not dated:
            return 0
        others = [(MUST, self._condition(each)) for each in filters if not isinstance(each, Between)]
        unknown = any_of([self._one_of(column_field(each.column), [UNKNOWN]) for each in dated])
        return self._hits(all_of([*words, *others, (MUST, unknown)])).total

    def _facet(self, asked: tantivy.Query, name: Column) -> tuple[tuple[str | None, int], ...]:
        """How often each value stands in the hits, most frequent first, *unknown* last among equals."""
        counted = self._buckets(asked, {"field": column_field(name)})
        counts = [(None if value == UNKNOWN else str(value), count) for value, count in counted.items()]
        return tuple(sorted(counts, key=lambda pair: (-pair[1], pair[0] is None, pair[0] or "")))

    def _repeated(self, asked: tantivy.Query) -> dict[int, int]:
        """The fold keys that several hits have, and how many."""
        counted = self._buckets(asked, {"field": "fold_key", "min_doc_count": 2})
        return {int(key): count for key, count in counted.items()}

    def _buckets(self, asked: tantivy.Query, what: dict[str, object]) -> dict[str | int, int]:
        terms = {"size": _ALL, "segment_size": _SEGMENT_ALL, **what}
        found = self._searcher.aggregate(asked, {"counts": {"terms": terms}})["counts"]
        return {bucket["key"]: bucket["doc_count"] for bucket in found["buckets"]}

    def _met(self, inside: Sequence[Filter], shown: Sequence[Row]) -> tuple[frozenset[Filter], ...]:
        """For each row that is shown the conditions that it meets."""
        rows = (MUST, silent(self._one_of("id", [row.id for row in shown])))
        met: dict[str, set[Filter]] = {row.id: set() for row in shown}
        for each in dict.fromkeys(inside):
            for row in self._hits(all_of([rows, (MUST, self._condition(each))])).all():
                met[row.id].add(each)
        return tuple(frozenset(met[row.id]) for row in shown)

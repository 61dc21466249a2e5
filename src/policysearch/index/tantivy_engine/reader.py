"""Answers questions to one commit: the tree of a query becomes a tree of tantivy's.

What decides is asked without a score, beside it the terms are, so that scores add up as with the default engine.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import takewhile

import tantivy

from policysearch.index.combine import CONTEXT
from policysearch.index.conditions import Between, Filter, OneOf, is_of_document_date, meets
from policysearch.index.hits import Page
from policysearch.index.places import Choice, choices, is_met, numbers, pairs_of
from policysearch.index.port import Found
from policysearch.index.ranked import Row, days_between, folded_rows
from policysearch.index.scoring import K1, rarity
from policysearch.index.tantivy_engine.fields import (
    LEAST_WEIGHT,
    NO_TERMS,
    OWN_K1,
    PLACE,
    REPEATS,
    UNKNOWN,
    VALUE,
    column_field,
)  # fmt: skip
from policysearch.index.tantivy_engine.hits import HitRow, Hits
from policysearch.index.tantivy_engine.parts import MUST, NOT, SHOULD, Part, all_of, any_of, everything, silent
from policysearch.index.tree import (
    AllOf,
    AnalysedQuery,
    AnyOf,
    AnyTerm,
    Clue,
    Everything,
    InContext,
    Near,
    Node,
    NoneOf,
    TermRun,
    Weighed,
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

    def __init__(self, index: tantivy.Index, n_rows: int) -> None:
        """`n_rows` are all that its statistics count, those too that were taken out and not yet merged away."""
        self._n_rows = n_rows
        self._schema, self._searcher = index.schema, index.searcher()
        self._conditions: dict[Filter, tantivy.Query] = {}

    def search(self, query: AnalysedQuery, filters: Sequence[Filter], page: Page) -> Found:
        """One page of the rows that `query` and all `filters` meet."""
        words = (MUST, silent(self._node(query.root)))
        rows = [words, *((MUST, self._condition(each)) for each in filters)]
        asked = all_of([*rows, *((SHOULD, clue) for clue in map(self._clue, query.clues) if clue is not None)])
        first = None if query.first is None or page.sort != "relevance" else self._node(query.first)
        wanted = page.offset + page.limit
        ranked = Hits(self._schema, self._searcher, tantivy.Query.boost_query(asked, LEAST_WEIGHT), wanted, first)
        counts = self._counts(all_of(rows), page)
        repeated = {int(key): count for key, count in counts.pop("fold_key", {}).items()}
        shown, folded = folded_rows(ranked, repeated, min(wanted, ranked.total), page.sort)
        shown = shown[page.offset :]
        inside = tuple(conditions(query.root))
        return Found(
            ids=tuple(row.id for row in shown),
            scores=tuple(row.score for row in shown),
            total=ranked.total,
            facets={name: _facet(counts[column_field(name)]) for name in page.facets},
            undated=self._undated(words, filters),
            groups=ranked.total - sum(number - 1 for number in repeated.values()),
            folded=tuple(tuple(other.id for other in folded.get(row.id, ())) for row in shown),
            met=self._met(inside, shown) if inside else (),
            n_first=ranked.total if query.first is None else self._total([*rows, (MUST, self._node(query.first))]),
        )

    def terms(self, field: str, prefix: str = "") -> list[tuple[str, int]]:
        """All terms of a field that begin with `prefix`, in order, and how many rows have each."""
        return sorted(pair for pair in self._searcher.terms_with_prefix(field, prefix) if pair[0] not in NO_TERMS)

    def _total(self, parts: Sequence[Part]) -> int:
        return int(self._searcher.search(all_of(parts), 1).count)  # type: ignore[attr-defined]  # its stub lacks it

    def _node(self, node: Node) -> tantivy.Query:
        match node:
            case AnyTerm(field, terms):
                return self._one_of(field, list(dict.fromkeys(terms)))
            case InContext(terms):
                return any_of([self._one_of(field, list(dict.fromkeys(terms))) for field in CONTEXT])
            case TermRun() | Near():
                return self._places(node)
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

    def _clue(self, clue: Clue) -> tantivy.Query | None:
        """What a row scores for a clue: the best of its terms; None where no row has any."""
        counts = self._frequencies(clue)
        each = [self._scored(term, counts[term.field, term.term]) for term in clue if counts[term.field, term.term]]
        if not each:
            return None
        return each[0] if len(each) == 1 else tantivy.Query.disjunction_max_query(each)

    def _frequencies(self, clue: Clue) -> dict[tuple[str, str], int]:
        """In how many rows each term stands; terms of one beginning are looked up at once."""
        start = _shared([each.term for each in clue]) if len(clue) > _FEW else ""
        if not start:
            return {(field, term): self._searcher.doc_freq(field, term) for field, term, _ in clue}
        known = {field: dict(self._searcher.terms_with_prefix(field, start)) for field in {each.field for each in clue}}
        return {(field, term): known[field].get(term, 0) for field, term, _ in clue}

    def _scored(self, clue: Weighed, n_with: int) -> tantivy.Query:
        """A term with its worth in the place of tantivy's own measure of rarity."""
        field, term, weight = clue
        n_rows = self._n_rows
        if field in CONTEXT:
            worth = weight * rarity(n_rows, self._searcher.doc_freq("mixed", term))
            return tantivy.Query.const_score_query(self._term(field, term, "basic"), worth)
        own = math.log(1 + (n_rows - n_with + 0.5) / (n_with + 0.5))
        worth = weight * rarity(n_rows, n_with) * (K1 + 1) / (OWN_K1 + 1)
        return tantivy.Query.boost_query(self._term(field, term, "freq"), worth / own)

    def _term(self, field: str, term: str, option: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, term, option)

    def _places(self, node: TermRun | Near) -> tantivy.Query:
        """Rows whose places meet `node`: few choices of terms and distances as phrases, others row by row."""
        phrases = choices(node)
        if phrases is not None:
            return self._phrases(node.field, phrases)
        pairs = [choices(pair) for pair in pairs_of(node)]
        each = [self._one_of(node.field, list(dict.fromkeys(place))) for place in node.places]
        each += [self._phrases(node.field, pair) for pair in pairs if pair is not None]
        met = []
        for row in self._all(all_of([(MUST, silent(query)) for query in each])):
            stored = bytes(row.stored(f"{node.field}_places")).decode()
            if is_met(node, numbers(node, [place.split(VALUE) for place in stored.split(PLACE)])):
                met.append(row.id)
        return self._one_of("id", met)

    def _phrases(self, field: str, phrases: Sequence[Choice]) -> tantivy.Query:
        return any_of(
            [
                tantivy.Query.phrase_query(self._schema, field, [(offset * REPEATS, term) for offset, term in each])
                for each in phrases
            ]
        )

    def _all(self, asked: tantivy.Query) -> Sequence[HitRow]:
        return Hits(self._schema, self._searcher, asked, 1).all()

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

    def _undated(self, words: Part, filters: Sequence[Filter]) -> int:
        """How many rows only filters of days leave out, because they have none."""
        dated = [each for each in filters if is_of_document_date(each)]
        if not dated:
            return 0
        others = [(MUST, self._condition(each)) for each in filters if not is_of_document_date(each)]
        unknown = any_of([self._one_of(column_field(each.column), [UNKNOWN]) for each in dated])
        return self._total([words, *others, (MUST, unknown)])

    def _counts(self, rows: tantivy.Query, page: Page) -> dict[str, dict[str | int, int]]:
        """How often each value of a facet stands in the hits; by fold key, how many of those that several have."""
        everything_of = {"size": _ALL, "segment_size": _SEGMENT_ALL}
        asked = {field: {"terms": {"field": field, **everything_of}} for field in map(column_field, page.facets)}
        if page.fold:
            asked["fold_key"] = {"terms": {"field": "fold_key", "min_doc_count": 2, **everything_of}}
        found = self._searcher.aggregate(rows, asked) if asked else {}
        return {
            name: {bucket["key"]: bucket["doc_count"] for bucket in counted["buckets"]}
            for name, counted in found.items()
        }

    def _met(self, inside: Sequence[Filter], shown: Sequence[Row]) -> tuple[frozenset[Filter], ...]:
        """For each row that is shown the conditions that it meets."""
        rows = (MUST, silent(self._one_of("id", [row.id for row in shown])))
        met: dict[str, set[Filter]] = {row.id: set() for row in shown}
        for each in dict.fromkeys(inside):
            for row in self._all(all_of([rows, (MUST, self._condition(each))])):
                met[row.id].add(each)
        return tuple(frozenset(met[row.id]) for row in shown)


def _shared(terms: Sequence[str]) -> str:
    """The letters that all terms begin with: those that the first and the last one share."""
    pairs = zip(min(terms), max(terms), strict=False)
    return "".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _facet(counts: Mapping[str | int, int]) -> tuple[tuple[str | None, int], ...]:
    """The values of a facet, most frequent first, *unknown* last among equals."""
    named = [(None if value == UNKNOWN else str(value), count) for value, count in counts.items()]
    return tuple(sorted(named, key=lambda pair: (-pair[1], pair[0] is None, pair[0] or "")))

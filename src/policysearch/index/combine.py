"""Which rows a query meets, and what they score, from the postings of single terms.

Every branch of the tree becomes a set of rows; branches are then intersected, united and taken away. It is the same
plain logic as `highlight.is_match`, only by columns instead of by rows. Scores come from the clues of the query alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple, Protocol

from policysearch.index.conditions import Filter
from policysearch.index.places import is_met
from policysearch.index.scoring import saturation
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
    ScoredField,
    TermRun,
    Where,
)  # fmt: skip
from policysearch.model.query import TermField

CONTEXT: tuple[ScoredField, ...] = ("title", "heading")
"""Fields of which a row has a term or not: that one is repeated in a title says nothing."""


class Ranked(NamedTuple):
    """Rows by number: what each scores, and which of them come first; None where all are equal."""

    scores: dict[int, float]
    first: frozenset[int] | None


class Postings(Protocol):
    """A segment of an index; a term that it does not have has no postings."""

    def rows(self) -> Iterable[int]:
        """The numbers of all rows."""

    def counts(self, field: ScoredField, term: str) -> Mapping[int, float]:
        """By row, how often a term stands in it."""

    def positions(self, field: TermField, term: str, among: Sequence[int]) -> Iterable[tuple[int, Sequence[int]]]:
        """Row and the numbers of the tokens, for `lemma` and `form`; only of rows `among` these, in their order."""

    def length(self, row: int) -> float:
        """How long the text of a row is; that of all rows of the index is 1 on average."""

    def rarity(self, field: ScoredField, term: str) -> float:
        """What a term is worth by its rarity in the whole index (`scoring.rarity`)."""

    def meeting(self, condition: Filter, rows: Iterable[int]) -> Iterable[int]:
        """Those of `rows` whose column meets a condition."""


def ranked_rows(query: AnalysedQuery, segment: Postings) -> Ranked:
    """The rows that meet `query`."""
    rows = _meeting(query.root, segment)
    scores = dict.fromkeys(rows, 0.0)
    if scores:
        for clue in query.clues:
            for row, score in _best(clue, scores, segment).items():
                scores[row] += score
    first = None if query.first is None else frozenset(rows & _meeting(query.first, segment))
    return Ranked(scores, first)


def _best(clue: Clue, rows: Mapping[int, float], segment: Postings) -> dict[int, float]:
    """What a clue is worth in each of `rows`: the best of its terms."""
    best: dict[int, float] = {}
    for field, term, weight in clue:
        counts = segment.counts(field, term)
        if not counts:
            continue
        worth = weight * segment.rarity("mixed" if field in CONTEXT else field, term)
        for row in counts.keys() & rows.keys():
            value = worth if field in CONTEXT else worth * saturation(counts[row], segment.length(row))
            if value > best.get(row, 0.0):
                best[row] = value
    return best


def _meeting(node: Node, segment: Postings) -> AbstractSet[int]:
    match node:
        case AnyTerm(field, terms):
            return _any_of(segment.counts(field, term).keys() for term in terms)
        case InContext(terms):
            return _any_of(segment.counts(field, term).keys() for term in terms for field in CONTEXT)
        case TermRun() | Near():
            return _placed(node, segment)
        case Where(condition):
            return set(segment.meeting(condition, segment.rows()))
        case AllOf(children):
            return _all_of(children, segment)
        case AnyOf(children):
            return _any_of(_meeting(child, segment) for child in children)
        case NoneOf(child):
            return set(segment.rows()) - _meeting(child, segment)
        case Everything():
            return set(segment.rows())


def _any_of(each: Iterable[AbstractSet[int]]) -> AbstractSet[int]:
    return set().union(*each)


def _all_of(children: Sequence[Node], segment: Postings) -> AbstractSet[int]:
    conditions = [child.condition for child in children if isinstance(child, Where)]
    wanted = [_meeting(child, segment) for child in children if not isinstance(child, NoneOf | Where)]
    rows = set(wanted[0]) if wanted else set(segment.rows())
    rows.intersection_update(*wanted)
    rows.difference_update(*(_meeting(child.child, segment) for child in children if isinstance(child, NoneOf)))
    for condition in conditions:
        rows = set(segment.meeting(condition, rows))
    return rows


def _placed(node: TermRun | Near, segment: Postings) -> AbstractSet[int]:
    """Rows that hold a term of each place where `node` wants it; positions are read of rows that hold them all."""
    holding = [_any_of(segment.counts(node.field, term).keys() for term in place) for place in node.places]
    rows = sorted(set(holding[0]).intersection(*holding[1:]))
    places: list[dict[int, set[int]]] = []
    for place in node.places:
        found: dict[int, set[int]] = {}
        for term in dict.fromkeys(place):
            for row, positions in segment.positions(node.field, term, rows):
                found.setdefault(row, set()).update(positions)
        places.append(found)
    return {row for row in rows if is_met(node, [found.get(row, set()) for found in places])}

"""Which rows a query meets, and their scores, from the postings of single terms.

Every branch of the tree becomes the scores of its rows; branches are then intersected, united and taken away as sets.
It is the same plain logic as `highlight.is_match`, only by columns instead of by rows.
"""

import math
from collections.abc import Iterable, Sequence
from typing import Protocol

from policysearch.index.conditions import Filter
from policysearch.index.places import is_met
from policysearch.index.tree import AllOf, AnalysedQuery, AnyOf, AnyTerm, Everything, Near, Node, NoneOf, TermRun, Where
from policysearch.model.query import TermField

Scores = dict[int, float]
"""Score by row number."""
_FEW = 8
"""Terms of a word that are looked at to tell how frequent it is."""


class Postings(Protocol):
    """A segment of an index; a term that it does not have has no postings.

    `among` are the only rows that matter, in their order: others may be left out, so that they need not be read.
    """

    def rows(self) -> Iterable[int]:
        """The numbers of all rows."""

    def frequency(self, field: TermField, term: str) -> int:
        """In about how many rows a term stands."""

    def postings(self, field: TermField, term: str, among: Sequence[int] | None) -> Iterable[tuple[int, float]]:
        """Row and score of a term, in the order of the rows."""

    def positions(self, field: TermField, term: str, among: Sequence[int]) -> Iterable[tuple[int, Sequence[int]]]:
        """Row and the numbers of its tokens, for `lemma` and `form`."""

    def meeting(self, condition: Filter, rows: Iterable[int]) -> Iterable[int]:
        """Those of `rows` whose column meets a condition."""


def row_scores(query: AnalysedQuery, segment: Postings) -> Scores:
    """The rows that meet `query`, with their scores."""
    scores = _node(query.root, segment)
    if scores and query.extra:
        for row, score in _terms("mixed", query.extra, segment, sorted(scores)).items():
            if row in scores:
                scores[row] += score
    return scores


def _node(node: Node, segment: Postings, among: Sequence[int] | None = None) -> Scores:
    match node:
        case AnyTerm(field, terms):
            return _terms(field, terms, segment, among)
        case TermRun() | Near():
            return _placed(node, segment, among)
        case Where(condition):
            return dict.fromkeys(segment.meeting(condition, segment.rows() if among is None else among), 0.0)
        case AllOf(children):
            return _all_of(children, segment, among)
        case AnyOf(children):
            return _summed(_node(child, segment, among) for child in children)
        case NoneOf(child):
            excluded = _node(child, segment, among)
            return {row: 0.0 for row in (segment.rows() if among is None else among) if row not in excluded}
        case Everything():
            return dict.fromkeys(segment.rows() if among is None else among, 0.0)


def _all_of(children: Sequence[Node], segment: Postings, among: Sequence[int] | None) -> Scores:
    """The rarest first, so that the others need only be read where it stands; what excludes comes last."""
    wanted = [child for child in children if not isinstance(child, NoneOf)] or [Everything()]
    excluded = [child.child for child in children if isinstance(child, NoneOf)]
    each: list[Scores] = [{} for _ in wanted]
    for number in sorted(range(len(wanted)), key=lambda number: _size(wanted[number], segment)):
        each[number] = _node(wanted[number], segment, among)
        among = sorted(each[number] if among is None else each[number].keys() & set(among))
    rows = set(among or ()).difference(*(_node(child, segment, among) for child in excluded))
    return {row: sum(scores[row] for scores in each) for row in rows}


def _size(node: Node, segment: Postings) -> float:
    """About how many rows meet a node; only its order among others counts."""
    match node:
        case AnyTerm(field, terms):
            return _count(field, terms, segment)
        case TermRun(field, places) | Near(field, places, _):
            return min(_count(field, terms, segment) for terms in places)
        case AllOf(children):
            return min(_size(child, segment) for child in children)
        case AnyOf(children):
            return sum(_size(child, segment) for child in children)
        case NoneOf() | Where() | Everything():
            return math.inf


def _count(field: TermField, terms: Sequence[str], segment: Postings) -> float:
    looked_at = terms[:_FEW]
    return sum(segment.frequency(field, term) for term in looked_at) * len(terms) / max(1, len(looked_at))


def _terms(field: TermField, terms: Sequence[str], segment: Postings, among: Sequence[int] | None) -> Scores:
    return _summed(dict(segment.postings(field, term, among)) for term in dict.fromkeys(terms))


def _summed(each: Iterable[Scores]) -> Scores:
    summed: Scores = {}
    for scores in each:
        for row, score in scores.items():
            summed[row] = summed.get(row, 0.0) + score
    return summed


def _placed(node: TermRun | Near, segment: Postings, among: Sequence[int] | None) -> Scores:
    """Rows that hold a term of each place where `node` wants it; positions are read of rows that hold them all."""
    leaves = tuple(AnyTerm(node.field, place, node.span) for place in node.places)
    scores = _all_of(leaves, segment, among)
    rows = sorted(scores)
    places: list[dict[int, set[int]]] = []
    for place in node.places:
        found: dict[int, set[int]] = {}
        for term in dict.fromkeys(place):
            for row, positions in segment.positions(node.field, term, rows):
                found.setdefault(row, set()).update(positions)
        places.append(found)
    return {row: scores[row] for row in rows if is_met(node, [found.get(row, set()) for found in places])}

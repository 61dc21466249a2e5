"""Which rows a query meets, and their scores, from the postings of single terms.

Every branch of the tree becomes the scores of its rows; branches are then intersected, united and taken away as sets.
It is the same plain logic as `highlight.is_match`, only by columns instead of by rows.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from policysearch.index.tree import AllOf, AnalysedQuery, AnyOf, AnyTerm, Everything, Node, NoneOf, TermRun
from policysearch.model.search import TermField

Scores = dict[int, float]
"""Score by row number."""


class Postings(Protocol):
    """A segment of an index; a term that it does not have has no postings."""

    def rows(self) -> Iterable[int]:
        """The numbers of all rows."""

    def postings(self, field: TermField, term: str) -> Iterable[tuple[int, float]]:
        """Row and score of a term, in the order of the rows."""

    def positions(self, field: TermField, term: str) -> Iterable[tuple[int, float, Sequence[int]]]:
        """The same, with the numbers of the tokens; for `lemma` and `form`."""


def row_scores(query: AnalysedQuery, segment: Postings) -> Scores:
    """The rows that meet `query`, with their scores."""
    scores = _node(query.root, segment)
    if scores:
        for row, score in _terms("mixed", query.extra, segment).items():
            if row in scores:
                scores[row] += score
    return scores


def _node(node: Node, segment: Postings) -> Scores:
    match node:
        case AnyTerm(field, terms):
            return _terms(field, terms, segment)
        case TermRun(field, places):
            return _run(field, places, segment)
        case AllOf(children):
            return _all_of(children, segment)
        case AnyOf(children):
            return _summed(_node(child, segment) for child in children)
        case NoneOf(child):
            excluded = _node(child, segment)
            return {row: 0.0 for row in segment.rows() if row not in excluded}
        case Everything():
            return dict.fromkeys(segment.rows(), 0.0)


def _all_of(children: Sequence[Node], segment: Postings) -> Scores:
    wanted = [_node(child, segment) for child in children if not isinstance(child, NoneOf)]
    excluded = [_node(child.child, segment) for child in children if isinstance(child, NoneOf)]
    if not wanted:
        wanted = [_node(Everything(), segment)]
    rows = set(wanted[0]).intersection(*wanted[1:]).difference(*excluded)
    return {row: sum(scores[row] for scores in wanted) for row in rows}


def _terms(field: TermField, terms: Sequence[str], segment: Postings) -> Scores:
    return _summed(dict(segment.postings(field, term)) for term in dict.fromkeys(terms))


def _summed(each: Iterable[Scores]) -> Scores:
    summed: Scores = {}
    for scores in each:
        for row, score in scores.items():
            summed[row] = summed.get(row, 0.0) + score
    return summed


def _run(field: TermField, places: Sequence[Sequence[str]], segment: Postings) -> Scores:
    """Rows where a term of each place stands next to one of the place before."""
    scores: list[Scores] = []
    begins: dict[int, set[int]] = {}
    for number, terms in enumerate(places):
        score: Scores = {}
        found: dict[int, set[int]] = {}
        for term in dict.fromkeys(terms):
            for row, each, positions in segment.positions(field, term):
                if number == 0 or row in begins:
                    score[row] = score.get(row, 0.0) + each
                    found.setdefault(row, set()).update(position - number for position in positions)
        scores.append(score)
        begins = found if number == 0 else {row: both for row in found if (both := found[row] & begins[row])}
    return {row: sum(score[row] for score in scores) for row in begins}

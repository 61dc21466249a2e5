"""Which rows a query meets, and their scores, from the postings of single terms.

Every branch of the tree becomes the scores of its rows; branches are then intersected, united and taken away as sets.
It is the same plain logic as `highlight.is_match`, only by columns instead of by rows.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from policysearch.index.conditions import Filter
from policysearch.index.near import taking_part
from policysearch.index.tree import AllOf, AnalysedQuery, AnyOf, AnyTerm, Everything, Near, Node, NoneOf, TermRun, Where
from policysearch.model.query import TermField

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

    def meeting(self, condition: Filter, rows: Iterable[int]) -> Iterable[int]:
        """Those of `rows` whose column meets a condition."""


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
        case Near(field, places, within):
            return _near(field, places, within, segment)
        case Where(condition):
            return dict.fromkeys(segment.meeting(condition, segment.rows()), 0.0)
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
    conditions = [child.condition for child in children if isinstance(child, Where)]
    wanted = [_node(child, segment) for child in children if not isinstance(child, NoneOf | Where)]
    excluded = [_node(child.child, segment) for child in children if isinstance(child, NoneOf)]
    if not wanted:
        wanted = [_node(Everything(), segment)]
    rows = set(wanted[0]).intersection(*wanted[1:]).difference(*excluded)
    for condition in conditions:
        rows = set(segment.meeting(condition, rows))
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


def _near(field: TermField, places: Sequence[Sequence[str]], within: int, segment: Postings) -> Scores:
    """Rows where tokens of all places stand within a stretch of tokens."""
    each: list[dict[int, set[int]]] = []
    scores: Scores = {}
    for terms in places:
        found: dict[int, set[int]] = {}
        for term in dict.fromkeys(terms):
            for row, score, positions in segment.positions(field, term):
                if not each or row in each[-1]:
                    scores[row] = scores.get(row, 0.0) + score
                    found.setdefault(row, set()).update(positions)
        each.append(found)
    rows = set(each[0]).intersection(*each[1:])
    return {row: scores[row] for row in rows if taking_part([found[row] for found in each], within)}

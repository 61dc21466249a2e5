"""Where a passage meets a query, on the same stored tokens as the index."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from policysearch.index.conditions import Filter
from policysearch.index.near import taking_part
from policysearch.index.terms import StoredToken
from policysearch.index.tree import (
    AllOf,
    AnalysedQuery,
    AnyOf,
    AnyTerm,
    Everything,
    InContext,
    Near,
    Node,
    NoneOf,
    TermRun,
    Where,
)  # fmt: skip
from policysearch.model.query import TermField
from policysearch.model.text import Span

_MEMBERS = re.compile(r"[^\s/]+")


def is_match(
    query: AnalysedQuery,
    tokens: Sequence[StoredToken],
    met: Collection[Filter] = (),
    context: Collection[str] = (),
) -> bool:
    """Whether a passage of these tokens is a hit: the truth that an engine is tested against.

    Args:
        query: Its `root` is asked; its `filters` are the engine's.
        tokens: All tokens of the passage.
        met: The conditions inside the query that the row of the passage meets.
        context: The terms of the title of its document and of its heading.
    """
    return _spans(query.root, tokens, _Row(met, frozenset(context))) is not None


def matches(
    query: AnalysedQuery,
    tokens: Sequence[StoredToken],
    met: Collection[Filter] = (),
    context: Collection[str] = (),
) -> tuple[Span, ...]:
    """The words of a passage that make it a hit, in order; a phrase is one span, and spans do not overlap.

    Args:
        query: The query that found the passage.
        tokens: All tokens of the passage.
        met: The conditions inside the query that the row of the passage meets (`Found.met`).
        context: The terms of the title of its document and of its heading.

    Returns:
        Spans of the document's text; none where the passage is no hit, or meets only what the query excludes.
    """
    return _joined(_spans(query.root, tokens, _Row(met, frozenset(context))) or ())


def words_met(query: AnalysedQuery, tokens: Iterable[StoredToken]) -> tuple[Span, ...]:
    """The tokens of a title or heading that plain words of a query are met by, in order."""
    wanted = {term for word in query.words for term in word.node.terms}
    return _joined(Span(each.start, each.end) for each in tokens if not wanted.isdisjoint(each.mixed))


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that overlap joined."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


class _Row(NamedTuple):
    """What a row meets beside the words of its passage."""

    conditions: Collection[Filter]
    context: frozenset[str]


def _spans(node: Node, tokens: Sequence[StoredToken], row: _Row) -> set[Span] | None:
    """The spans that meet `node`; None where it is not met at all."""
    match node:
        case AnyTerm(field, terms):
            wanted = frozenset(terms)
            found = {
                _span(tokens, index, term)
                for index, token in enumerate(tokens)
                for term in token.terms(field)
                if term in wanted
            }
            return found or None
        case TermRun(field, places):
            return set(_runs(field, places, tokens)) or None
        case Near(field, places, within):
            numbers = taking_part([_meeting(field, place, tokens) for place in places], within)
            return {Span(tokens[number].start, tokens[number].end) for number in numbers} or None
        case Where(condition):
            return set() if condition in row.conditions else None
        case InContext(terms):
            return None if row.context.isdisjoint(terms) else set()
        case AllOf(children):
            each = [_spans(child, tokens, row) for child in children]
            return None if None in each else set().union(*(spans for spans in each if spans))
        case AnyOf(children):
            any_of = [spans for spans in (_spans(child, tokens, row) for child in children) if spans is not None]
            return set().union(*any_of) if any_of else None
        case NoneOf(child):
            return set() if _spans(child, tokens, row) is None else None
        case Everything():
            return set()


def _meeting(field: TermField, place: Sequence[str], tokens: Sequence[StoredToken]) -> set[int]:
    """The numbers of the tokens that `field` knows under a term of `place`."""
    return {number for number, token in enumerate(tokens) if not set(place).isdisjoint(token.terms(field))}


def _span(tokens: Sequence[StoredToken], index: int, term: str) -> Span:
    """The token; for the lemma of an elliptic compound the words from its first member on."""
    members = len(_MEMBERS.findall(term)) if " " in term or "/" in term else 1
    first = index - members + 1
    is_elliptic = members > 1 and first >= 0 and tokens[first].form.endswith("-")
    return Span(tokens[first].start if is_elliptic else tokens[index].start, tokens[index].end)


def _runs(field: str, places: Sequence[Sequence[str]], tokens: Sequence[StoredToken]) -> Iterator[Span]:
    for first in range(len(tokens) - len(places) + 1):
        run = tokens[first : first + len(places)]
        if all(
            any(term in place for term in (token.lemmas if field == "lemma" else (token.form,)))
            for token, place in zip(run, places, strict=True)
        ):
            yield Span(run[0].start, run[-1].end)

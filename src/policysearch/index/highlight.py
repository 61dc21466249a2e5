"""Where a passage meets a query, on the same stored tokens as the index."""

import re
from collections.abc import Iterator, Sequence

from policysearch.index.terms import StoredToken
from policysearch.index.tree import AllOf, AnalysedQuery, AnyOf, AnyTerm, Everything, Node, NoneOf, TermRun
from policysearch.model.text import Span

_MEMBERS = re.compile(r"[^\s/]+")


def is_match(query: AnalysedQuery, tokens: Sequence[StoredToken]) -> bool:
    """Whether a passage of these tokens is a hit: the truth that an engine is tested against."""
    return _spans(query.root, tokens) is not None


def matches(query: AnalysedQuery, tokens: Sequence[StoredToken]) -> tuple[Span, ...]:
    """The words of a passage that make it a hit, in order; a phrase is one span, and spans do not overlap.

    Args:
        query: The query that found the passage.
        tokens: All tokens of the passage.

    Returns:
        Spans of the document's text; none where the passage is no hit, or meets only what the query excludes.
    """
    joined: list[Span] = []
    for span in sorted(_spans(query.root, tokens) or ()):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _spans(node: Node, tokens: Sequence[StoredToken]) -> set[Span] | None:
    """The spans that meet `node`; None where it is not met at all."""
    match node:
        case AnyTerm(field, terms):
            found = {
                _span(tokens, index, term)
                for index, token in enumerate(tokens)
                for term in token.terms(field)
                if term in terms
            }
            return found or None
        case TermRun(field, places):
            return set(_runs(field, places, tokens)) or None
        case AllOf(children):
            each = [_spans(child, tokens) for child in children]
            return None if None in each else set().union(*(spans for spans in each if spans))
        case AnyOf(children):
            met = [spans for spans in (_spans(child, tokens) for child in children) if spans is not None]
            return set().union(*met) if met else None
        case NoneOf(child):
            return set() if _spans(child, tokens) is None else None
        case Everything():
            return set()


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

"""What to ask instead of a query that finds nothing: words that the corpus has, and filters to drop."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from policysearch.errors import QueryError
from policysearch.index.mistakes import replaced
from policysearch.index.query import parse_query
from policysearch.index.vocabulary import Vocabulary, similar
from policysearch.lang.base import Language
from policysearch.model.query import And, Condition, OfDay, OfPage, OfValue, Or, Query, Suggestion, Term
from policysearch.model.search import Filters
from policysearch.model.text import Span

MOST_WORDS = 6
"""Words of a query that corrections are looked for."""
MOST = 8
"""Suggestions that are made."""
Count = Callable[[str, Filters], int]
"""How many passages a query and filters beside it find."""
Alike = Callable[[str], tuple[str, ...]]
"""Words of the corpus that are spelled much like a word."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query that found nothing, and the filters beside it."""

    text: str
    filters: Filters


def suggestions(
    asked: Asked, vocabulary: Vocabulary, language: Language, count: Count, known: Collection[Span] = ()
) -> tuple[Suggestion, ...]:
    """Other queries that have hits: first without a filter, then with a word that is spelled much like a typed one.

    Args:
        asked: What found nothing.
        vocabulary: The terms of the index.
        language: Reads words.
        count: So many passages another query finds.
        known: Where names and terms stand that the synonyms know; they are spelled rightly, and not corrected.
    """
    query = parse_query(asked.text) if asked.text.strip() else None

    def alike(word: str) -> tuple[str, ...]:
        return similar(word, vocabulary, language)

    found: dict[tuple[str, str | None], Suggestion] = {}
    for each in (
        *_fewer_filters(asked, query, count),
        *_corrected(asked, query, alike, count, known),
    ):
        found.setdefault((each.query, each.dropped), each)
    return tuple(found.values())[:MOST]


def _fewer_filters(asked: Asked, query: Query | None, count: Count) -> Iterator[Suggestion]:
    inside = list(_conditions(query)) if query is not None else []
    beside = dict(_set(asked.filters))
    for condition in inside:
        text = _without(asked.text, condition.span)
        total = _counted(text, asked.filters, count)
        if total:
            yield Suggestion(text, total, f"without {condition.span.of(asked.text)}")
    for name, fewer in beside.items():
        total = _counted(asked.text, fewer, count)
        if total:
            yield Suggestion(asked.text, total, f"without --{name}", dropped=name)
    if len(inside) + len(beside) > 1:
        text = asked.text
        for condition in reversed(inside):
            text = _without(text, condition.span)
        total = _counted(text, Filters(), count)
        if total:
            yield Suggestion(text, total, "without any filter", dropped="*" if beside else None)


def _counted(text: str, filters: Filters, count: Count) -> int:
    if not text.strip() and filters == Filters():
        return 0
    try:
        return count(text, filters)
    except QueryError:
        return 0


def _corrected(
    asked: Asked, query: Query | None, alike: Alike, count: Count, known: Collection[Span]
) -> Iterator[Suggestion]:
    words = [] if query is None else [word for word in _words(query) if not any(map(word.span.overlaps, known))]
    for term in words[:MOST_WORDS]:
        start, end = term.span.end - len(term.text), term.span.end
        if asked.text[start:end] != term.text or _counted(term.text, Filters(), count):
            continue
        for word in alike(term.text):
            text = replaced(asked.text, start, end, word)
            total = _counted(text, asked.filters, count)
            if total:
                yield Suggestion(text, total, f"{word} for {term.text}")


def _set(filters: Filters) -> Iterator[tuple[str, Filters]]:
    """By the option of each filter that is set, the filters without it."""
    cleared: Mapping[str, Filters] = {
        "type": replace(filters, types=()),
        "issuer": replace(filters, issuer=None, issuer_names=None),
        "actor": replace(filters, actor=None),
        "after": replace(filters, after=None),
        "before": replace(filters, before=None),
        "document": replace(filters, document=None),
    }
    yield from ((name, fewer) for name, fewer in cleared.items() if fewer != filters)


def _conditions(query: Query) -> Iterator[Condition]:
    """The filters that all hits must meet, in the order of the query."""
    children = query.children if isinstance(query, And) else (query,)
    yield from (child for child in children if isinstance(child, OfValue | OfDay | OfPage))


def _words(query: Query) -> Iterator[Term]:
    """Single words as they stand in the query."""
    match query:
        case Term():
            yield query
        case And(children) | Or(children):
            for child in children:
                yield from _words(child)
        case _:
            return


def _without(text: str, span: Span) -> str:
    return " ".join(replaced(text, span.start, span.end).split())

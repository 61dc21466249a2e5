"""The Finnish language, opened once for all tests of the index."""

import functools
from collections.abc import Iterable

from policysearch.index.analysis import analyse_query
from policysearch.index.highlight import matches
from policysearch.index.port import IndexRow
from policysearch.index.query import Match, parse_query
from policysearch.index.terms import StoredToken, passage_terms
from policysearch.index.tree import AnalysedQuery
from policysearch.lang.base import Language
from policysearch.lang.fi import open_finnish


@functools.cache
def finnish() -> Language:
    """Whichever Voikko this machine has."""
    return open_finnish()


def terms_of(text: str) -> tuple[StoredToken, ...]:
    """The tokens of a text as the store keeps them."""
    return passage_terms(finnish().tokens(text))


def analysed(query: str, *, match: Match = "all") -> AnalysedQuery:
    """A query, parsed and read."""
    return analyse_query(parse_query(query, match=match), finnish())


def highlighted(query: str, text: str) -> list[str]:
    """The words of `text` that make it a hit."""
    return [span.of(text) for span in matches(analysed(query), terms_of(text))]


def rows_of(document: str, texts: Iterable[str]) -> list[IndexRow]:
    """A row for each text, named after its document and number."""
    return [IndexRow(f"{document}-{number}", document, terms_of(text)) for number, text in enumerate(texts)]

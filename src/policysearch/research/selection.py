"""The seam between the researcher's tools and the search: which passages a query finds, and where it meets them.

Nothing else of this folder knows the query language, the index or the highlighter. Passages come document by document
in the order of dates, with the tokens that the index was made from.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from policysearch.index import OneOf, open_index
from policysearch.index.analysis import analyse_query
from policysearch.index.highlight import matches
from policysearch.index.query import parse_query
from policysearch.index.rows import filters_of
from policysearch.index.terms import StoredToken, read_tokens
from policysearch.index.tree import EVERYTHING, AnalysedQuery
from policysearch.lang.base import Language
from policysearch.model.document import Passage
from policysearch.model.search import DocumentSummary, Filters
from policysearch.model.text import Span
from policysearch.retrieval import ALL, Retrieval
from policysearch.stamps import analysis_stamp
from policysearch.store import Store


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """A passage with its words; `spans` are the places where the word asked for is met, in order, apart."""

    passage: Passage
    tokens: tuple[StoredToken, ...]
    sentences: tuple[Span, ...]
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """Passages that a query and filters select.

    Attributes:
        ids: Of all of them; None for every passage of the corpus.
        query: As the highlighter wants it.
        undated: How many a date filter left out for want of a date.
        notes: What was left out of the query, or put beside it.
        without: Of passages that are left out all the same.
    """

    ids: frozenset[str] | None
    query: AnalysedQuery
    undated: int = 0
    notes: tuple[str, ...] = ()
    without: frozenset[str] | None = None

    def has(self, passage: str) -> bool:
        """Whether the passage is one of them."""
        if self.without is not None and passage in self.without:
            return False
        return self.ids is None or passage in self.ids

    def spans(self, passage: str, tokens: tuple[StoredToken, ...]) -> tuple[Span, ...]:
        """Where the query meets a passage."""
        return matches(self.query, tokens) if self.has(passage) else ()


class Selector:
    """Asks the index of a corpus for passages."""

    def __init__(self, folder: Path, store: Store, retrieval: Retrieval, language: Language) -> None:
        self._folder, self._store, self._retrieval, self._language = folder, store, retrieval, language

    def choose(self, query: str, filters: Filters, actors: Collection[str] | None) -> Chosen:
        """All passages with all words of `query` that `filters` admit; the query may be empty.

        Raises:
            QueryError: The query cannot be parsed; the message points at the place.
        """
        is_all = not query.strip() and actors is None and filters == Filters()
        # Also brings the index up to date, and says what became of the words of the query.
        first = self._retrieval.passages(query, filters, actors=actors, limit=1, offset=0, any_word=False)
        if is_all:
            return Chosen(None, EVERYTHING)
        analysed = analyse_query(parse_query(query), self._language) if query.strip() else EVERYTHING
        wanted = list(filters_of(replace(filters, actor=None)))
        if actors is not None:
            wanted.append(OneOf("actors", frozenset(actors)))
        stamp = analysis_stamp(self._language)
        with open_index(self._folder, name="passages", corpus_id=self._store.corpus_id, stamp=stamp) as index:
            found = index.search(analysed, wanted, limit=ALL, facets=())
        notes = tuple(note for note in first.notes if found.total or not first.total)
        return Chosen(frozenset(found.ids), analysed, found.undated, notes)

    def documents(self) -> Iterator[DocumentSummary]:
        """Current documents, dated ones first in the order of their dates."""
        yield from self._store.summaries()

    def passages(self, document: str, where: Chosen, word: Chosen | None = None) -> Iterator[ReadPassage]:
        """The passages of a document that `where` holds, in the order of its text.

        Args:
            document: Its full id.
            where: Which passages.
            word: What `ReadPassage.spans` are of; none without it.
        """
        for stored in self._store.passages(document):
            passage = stored.passage
            if where.has(passage.id):
                tokens = read_tokens(stored.tokens)
                spans = word.spans(passage.id, tokens) if word else ()
                yield ReadPassage(passage, tokens, stored.sentences, spans)


def is_word(token: StoredToken) -> bool:
    """Whether a token is a word: it has a letter in it."""
    return any(character.isalpha() for character in token.form)

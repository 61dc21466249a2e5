"""The seam between the researcher's tools and the search: which passages a query finds, and where it meets them.

Nothing else of this folder knows the query language, the index or the highlighter. Passages come document by document
in the order of dates, with the tokens that the index was made from.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from policysearch.index import Filter
from policysearch.index.highlight import matches
from policysearch.index.terms import StoredToken, read_tokens
from policysearch.index.tree import EVERYTHING, AnalysedQuery
from policysearch.model.document import Passage
from policysearch.model.search import DocumentSummary, Filters
from policysearch.model.text import Span
from policysearch.present.expansions import expansion_text
from policysearch.retrieval import Question, Retrieval
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
        met: The conditions inside the query that each passage meets, where the query has any.
    """

    ids: frozenset[str] | None
    query: AnalysedQuery
    undated: int = 0
    notes: tuple[str, ...] = ()
    without: frozenset[str] | None = None
    met: Mapping[str, frozenset[Filter]] = field(default_factory=dict)

    def has(self, passage: str) -> bool:
        """Whether the passage is one of them."""
        if self.without is not None and passage in self.without:
            return False
        return self.ids is None or passage in self.ids

    def spans(self, passage: str, tokens: tuple[StoredToken, ...]) -> tuple[Span, ...]:
        """Where the query meets a passage."""
        return matches(self.query, tokens, self.met.get(passage, ())) if self.has(passage) else ()


class Selector:
    """Asks the index of a corpus for passages."""

    def __init__(self, store: Store, retrieval: Retrieval) -> None:
        self._store, self._retrieval = store, retrieval

    def choose(self, query: str, filters: Filters, actors: Collection[str] | None) -> Chosen:
        """All passages with all words of `query` that `filters` admit; the query may be empty.

        Raises:
            QueryError: The query cannot be parsed; the message points at the place.
        """
        asked = Question(query, filters, actors, expand=False)  # what is counted is what was typed
        analysed, found, notes = self._retrieval.all_passages(asked)  # also brings the index up to date
        if not query.strip() and actors is None and filters == Filters():
            return Chosen(None, EVERYTHING)
        met = {id_: found.met_by(place) for place, id_ in enumerate(found.ids)} if found.met else {}
        notes = (*notes, *map(expansion_text, analysed.expansions))
        return Chosen(frozenset(found.ids), analysed, found.undated, notes, met=met)

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

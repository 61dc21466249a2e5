"""Between the store and the index: keeps the index up to date, and turns what it finds into results."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from policysearch.errors import CorpusBusyError, IndexDamagedError, IndexMismatchError
from policysearch.index import IndexRow, IndexState, OneOf, SearchIndex, open_index
from policysearch.index.analysis import analyse_query
from policysearch.index.highlight import matches
from policysearch.index.query import parse_query
from policysearch.index.rows import commitment_row, filters_of, passage_row, tokens_within
from policysearch.index.snippets import snippet
from policysearch.index.terms import read_tokens
from policysearch.index.tree import EVERYTHING, AnalysedQuery
from policysearch.lang.base import Language
from policysearch.model.search import FacetName, Filters, Hit, SearchResults
from policysearch.notes import Note
from policysearch.stamps import analysis_stamp
from policysearch.store import Store

ALL = 2**31 - 1
"""A limit that leaves nothing out."""
_FACETS: tuple[FacetName, ...] = ("type", "issuer", "year", "part")


class Retrieval:
    """The two indexes of one corpus: of its passages, and of its commitments."""

    def __init__(self, folder: Path, store: Store, language: Language, note: Note) -> None:
        self._store, self._language, self._note = store, language, note
        self._folder = folder
        stamp = analysis_stamp(language)
        self._passages = open_index(folder, name="passages", corpus_id=store.corpus_id, stamp=stamp)
        self._commitments = open_index(folder, name="commitments", corpus_id=store.corpus_id, stamp=stamp)

    def close(self) -> None:
        """Let go of all files."""
        for index in self._indexes:
            index.close()

    def state(self) -> IndexState:
        """The worse state of the two indexes."""
        states = [index.state(self._revision) for index in self._indexes]
        return max(states, key=lambda state: _WORSE.index(state.name))

    def update(self) -> bool:
        """Bring both indexes up to date; true if there was anything to do.

        Raises:
            IndexMismatchError: They were made by another analysis, or for another corpus.
            IndexDamagedError: Their files are not those that were written.
            CorpusBusyError: Another process is writing to them.
        """
        state = self.state()
        if state.name == "mismatch":
            raise IndexMismatchError(state.detail)
        if state.name == "damaged":
            raise IndexDamagedError(state.detail)
        if state.name == "current":
            return False
        for index in self._indexes:
            self._write(index, anew=False)
        return True

    def rebuild(self) -> None:
        """Make both indexes anew, whatever is there."""
        for index in self._indexes:
            self._write(index, anew=True)

    def passages(
        self,
        text: str,
        filters: Filters,
        *,
        actors: Collection[str] | None,
        limit: int | None,
        offset: int,
        any_word: bool,
    ) -> SearchResults:
        """Passages that answer the query `text`, best first, as `Corpus.search` describes."""
        self._make_ready()
        wanted = list(filters_of(replace(filters, actor=None)))
        if actors is not None:
            wanted.append(OneOf("actors", frozenset(actors)))
        size = ALL if limit is None else limit
        notes = []
        query = self._analysed(text, "any" if any_word else "all")
        found = self._passages.search(query, wanted, limit=size, offset=offset, facets=_FACETS)
        if not found.total and not any_word and text.strip():
            wider = self._analysed(text, "any")
            if wider.root != query.root:
                query, found = wider, self._passages.search(wider, wanted, limit=size, offset=offset, facets=_FACETS)
                if found.total:
                    notes.append("No passage has all of the words; these have some of them.")
        if query.ignored:
            notes.append(f"Left out of the query: {', '.join(query.ignored)}.")
        hits = tuple(self._hit(id_, score, query) for id_, score in zip(found.ids, found.scores, strict=True))
        facets = {name: found.facets[name] for name in _FACETS}
        return SearchResults(text, found.total, offset, hits, facets, found.undated, tuple(notes))

    def commitments(self, text: str) -> tuple[str, ...]:
        """Ids of all commitments with the words of the query `text`, best first."""
        self._make_ready()
        return self._commitments.search(self._analysed(text, "all"), limit=ALL, facets=()).ids

    @property
    def _indexes(self) -> tuple[SearchIndex, SearchIndex]:
        return self._passages, self._commitments

    @property
    def _revision(self) -> str:
        return str(self._store.revision)

    def _make_ready(self) -> None:
        """Bring the index up to date before a question, and say so; beside a writer the last state answers."""
        state = self.state()
        if state.name == "current":
            return
        try:
            if self.update():
                done = "made" if state.name == "missing" else "brought up to date"
                self._note(f"The index at {self._folder} was {done}.")
        except CorpusBusyError:
            if state.name == "missing":
                raise
            self._note("Another process is writing to the index: the answer is from before its changes.")

    def _analysed(self, text: str, match: Literal["all", "any"]) -> AnalysedQuery:
        if not text.strip():
            return EVERYTHING
        return analyse_query(parse_query(text, match=match), self._language)

    def _hit(self, id_: str, score: float, query: AnalysedQuery) -> Hit:
        document, stored = self._store.passage(id_)
        passage = stored.passage
        highlights = matches(query, read_tokens(stored.tokens))
        shown = snippet(self._store.text(document), passage.span, stored.sentences, highlights)
        return Hit(passage, self._store.summary(document), self._store.heading(document, passage), score, shown)

    def _write(self, index: SearchIndex, *, anew: bool) -> None:
        revision, wanted = self._revision, self._store.content_keys()
        index.begin(anew=anew)
        try:
            known = index.documents()
            for document in known.keys() - wanted.keys():
                index.remove(document)
            rows = self._passage_rows if index is self._passages else self._commitment_rows
            for document, key in wanted.items():
                if known.get(document) != key:
                    index.replace(document, key, rows(document))
            index.commit(revision)
        except BaseException:
            index.cancel()
            raise

    def _passage_rows(self, document: str) -> Iterator[IndexRow]:
        metadata = self._store.summary(document).metadata
        mentions = self._store.facts(document).mentions
        for stored in self._store.passages(document):
            span = stored.passage.span
            actors = (mention.actor.id for mention in mentions if span.contains(mention.span))
            yield passage_row(document, metadata, stored.passage, read_tokens(stored.tokens), actors)

    def _commitment_rows(self, document: str) -> Iterator[IndexRow]:
        metadata = self._store.summary(document).metadata
        tokens = [token for stored in self._store.passages(document) for token in read_tokens(stored.tokens)]
        for commitment in self._store.facts(document).commitments:
            span = commitment.span
            yield commitment_row(metadata, commitment, tokens_within(tokens, span.start, span.end))


_WORSE: Sequence[str] = ("current", "stale", "missing", "mismatch", "damaged")
"""States of an index, from good to bad."""

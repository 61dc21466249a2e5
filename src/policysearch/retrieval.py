"""Between the store and the index: keeps the index up to date, and turns what it finds into results."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path

from policysearch.errors import CorpusBusyError, IndexDamagedError, IndexMismatchError
from policysearch.finding import can_fall_due
from policysearch.index import Filter, Found, IndexRow, IndexState, OneOf, SearchIndex, open_index
from policysearch.index.analysis import analyse_query
from policysearch.index.asking import LookUp
from policysearch.index.conditions import Column
from policysearch.index.expansion import Expander, no_expansion
from policysearch.index.highlight import matches, words_met
from policysearch.index.query import Match, has_operators, parse_query
from policysearch.index.rows import Around, Inside, commitment_row, filters_of, passage_row, tokens_within
from policysearch.index.snippets import snippet
from policysearch.index.suggest import Asked, suggestions
from policysearch.index.terms import StoredToken, passage_terms, read_tokens, terms_of
from policysearch.index.tree import EVERYTHING, AnalysedQuery
from policysearch.index.widening import FEW, in_context, widened
from policysearch.lang.base import Language
from policysearch.lang.others import OTHERS, open_other, reader_of
from policysearch.model.document import Passage, Section
from policysearch.model.facts import Facts
from policysearch.model.query import EngineName, Expansion, Suggestion
from policysearch.model.search import FacetName, Filters, Hit, SearchResults, Sort
from policysearch.model.source import Metadata
from policysearch.model.text import Span
from policysearch.notes import Note
from policysearch.stamps import analysis_stamp
from policysearch.store import Store

ALL = 2**31 - 1
"""A limit that leaves nothing out."""
_FACETS: Mapping[FacetName, Column] = {
    "type": "type", "issuer": "issuer", "year": "year", "actor": "actors", "kind": "kind", "part": "part",
}  # fmt: skip
_MOST_LINES = 4096
"""Titles and headings that are kept as they were read."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the passages: arguments of `Corpus.search`; `actors` are the ids of `filters.actor`."""

    text: str
    filters: Filters
    actors: Collection[str] | None = None
    limit: int | None = 10
    offset: int = 0
    any_word: bool = False
    sort: Sort = "relevance"
    fold: bool = False
    expand: bool = False
    fill: bool = True


class Retrieval:
    """The two indexes of one corpus: of its passages, and of its commitments.

    Args:
        folder: Holds the indexes.
        store: The corpus.
        language: Reads queries as it read the texts.
        note: Is told what was done beside the answer.
        look_up: Knows what names in a query mean.
        expand: Knows synonyms.
        engine: Makes and asks the indexes.
        read_only: They answer as they stand, whatever the corpus holds by now.
        prepare: Is called before they are brought up to date: settles which documents stand for others.
    """

    def __init__(
        self,
        folder: Path,
        store: Store,
        language: Language,
        note: Note,
        *,
        look_up: LookUp,
        expand: Expander = no_expansion,
        engine: EngineName = "whoosh",
        read_only: bool = False,
        prepare: Callable[[], object] = lambda: None,
    ) -> None:
        self._prepare = prepare
        self._store, self._language, self._note, self._read_only = store, language, note, read_only
        self._look_up, self._expand = look_up, expand
        self._languages: tuple[int, tuple[Language, ...]] | None = None
        self._folder = folder
        # A page of hits repeats titles and headings, and names; pages ask one after another.
        self._read_line = lru_cache(_MOST_LINES)(
            lambda text, code: passage_terms(reader_of(code, language).tokens(text))
        )
        self._actor_names = lru_cache(1)(lambda _revision: _shown_actors(store))
        stamp = analysis_stamp(language)
        opened = partial(open_index, folder, corpus_id=store.corpus_id, stamp=stamp, engine=engine)
        self._passages, self._commitments = opened(name="passages"), opened(name="commitments")

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
        self._prepare()
        state = self.state()
        if state.name == "mismatch":
            raise IndexMismatchError(state.detail)
        if state.name == "damaged":
            raise IndexDamagedError(state.detail)
        if state.name == "current":
            return False
        self._write(anew=False)
        return True

    def rebuild(self) -> None:
        """Make both indexes anew, whatever is there."""
        self._prepare()
        self._write(anew=True)

    def passages(self, asked: Question) -> SearchResults:
        """Passages that answer a question, as `Corpus.search` describes."""
        self._make_ready()
        wanted, notes = list(_filters(asked)), []
        query = self._read(asked, "any" if asked.any_word else "all")
        found = self._found(query, wanted, asked)
        others: tuple[Suggestion, ...] = ()
        if not found.total:
            known = [each.span for each in query.expansions]
            others = suggestions(
                Asked(asked.text, asked.filters), self._passages.terms, self._language, self._count(asked), known
            )
        if self._is_too_little(found, asked):
            complete, some = (self._read(asked, match, stems=True) for match in ("all", "some"))
            wider = widened(in_context(complete), some, plain=not has_operators(asked.text))
            more = self._found(wider, wanted, asked)
            if more.total > found.total:
                query, found = wider, more
                notes.append(_of_fill(found, is_word=len(asked.text.split()) == 1))
        notes.extend(_notes(query))
        shown = (place for place, id_ in enumerate(found.ids) if self._store.has_passage(id_))
        hits = tuple(self._hit(found, place, query) for place in shown)
        return SearchResults(
            asked.text,
            found.total,
            asked.offset,
            hits,
            {name: self._named(name, found.facets[column]) for name, column in _FACETS.items()},
            found.undated,
            tuple(notes),
            groups=found.groups,
            expansions=query.expansions,
            filters=tuple(where.span.of(asked.text) for where in query.filters),
            suggestions=others,
            n_complete=found.n_first,
        )

    def all_passages(self, asked: Question) -> tuple[AnalysedQuery, Found, tuple[str, ...]]:
        """The query as it was read, all passages that it finds in the order of the engine, and notes for the reader."""
        self._make_ready()
        query = self._analysed(asked.text, "all", self._passages, expand=asked.expand)
        found = self._passages.search(query, list(_filters(asked)), limit=ALL, facets=())
        return query, found, tuple(_notes(query))

    def commitments(self, text: str, *, expand: bool = False) -> tuple[AnalysedQuery, tuple[str, ...]]:
        """The query as it was read, and the ids of all commitments that it finds, best first."""
        self._make_ready()
        query = self._analysed(text, "all", self._commitments, expand=expand)
        return query, self._commitments.search(query, limit=ALL, facets=()).ids

    def _read(self, asked: Question, match: Match, *, stems: bool = False) -> AnalysedQuery:
        return self._analysed(asked.text, match, self._passages, expand=asked.expand, stems=stems)

    def _is_too_little(self, found: Found, asked: Question) -> bool:
        """Whether passages with some of the words are shown too: never beside all that there are, or by date."""
        if asked.any_word or not asked.text.strip():
            return False
        is_page = asked.fill and asked.limit is not None and asked.sort == "relevance"
        return found.total < FEW if is_page else not found.total

    def _found(self, query: AnalysedQuery, wanted: Sequence[Filter], asked: Question) -> Found:
        return self._passages.search(
            query,
            wanted,
            limit=ALL if asked.limit is None else asked.limit,
            offset=asked.offset,
            facets=tuple(_FACETS.values()),
            sort=asked.sort,
            fold=asked.fold,
        )

    def _count(self, asked: Question) -> Callable[[str, Filters], int]:
        def count(text: str, filters: Filters) -> int:
            query = self._analysed(text, "all", self._passages, expand=asked.expand)
            wanted = list(_filters(replace(asked, filters=filters, actors=asked.actors if filters.actor else None)))
            return self._passages.search(query, wanted, limit=0, facets=()).total

        return count

    def _named(
        self, facet: FacetName, counts: tuple[tuple[str | None, int], ...]
    ) -> tuple[tuple[str | None, int], ...]:
        """Counts of actors by their names; passages without any are no value of the facet."""
        if facet == "kind":
            return tuple((value, count) for value, count in counts if value is not None)
        if facet != "actor":
            return counts
        names = self._actor_names(self._revision)
        return tuple((names[value], count) for value, count in counts if value in names)

    @property
    def _indexes(self) -> tuple[SearchIndex, SearchIndex]:
        return self._passages, self._commitments

    @property
    def _revision(self) -> str:
        return str(self._store.revision)

    def _make_ready(self) -> None:
        """Bring the index up to date before a question, and say so; beside a writer the last state answers."""
        if self._read_only:
            return
        if all(index.state(self._revision, thorough=False).name == "current" for index in self._indexes):
            return  # the files are looked at when they are opened
        state = self.state()
        try:
            if self.update():
                done = "made" if state.name == "missing" else "brought up to date"
                self._note(f"The index at {self._folder} was {done}.")
        except CorpusBusyError:
            if state.name == "missing":
                raise
            self._note("Another process is writing to the index: the answer is from before its changes.")

    def _analysed(
        self, text: str, match: Match, index: SearchIndex, *, expand: bool = False, stems: bool = False
    ) -> AnalysedQuery:
        if not text.strip():
            return EVERYTHING
        return analyse_query(
            parse_query(text, match=match),
            self._language,
            others=self._others(),
            vocabulary=index.terms,
            look_up=self._look_up,
            expand=self._expand if expand else no_expansion,
            stems=stems,
        )

    def _others(self) -> tuple[Language, ...]:
        """The languages beside Finnish that the corpus has passages in."""
        if self._languages is None or self._languages[0] != self._store.revision:
            codes = self._store.languages()
            self._languages = (self._store.revision, tuple(open_other(code) for code in OTHERS if code in codes))
        return self._languages[1]

    def _hit(self, found: Found, place: int, query: AnalysedQuery) -> Hit:
        id_, score = found.ids[place], found.scores[place]
        document, stored = self._store.passage(id_)
        passage = stored.passage
        summary, heading = self._store.summary(document), self._store.heading(document, passage)
        title, above = self._context(summary.metadata, heading, passage)
        context = terms_of((*title, *above))
        highlights = matches(query, read_tokens(stored.tokens), found.met_by(place), context)
        shown = snippet(self._store.text(document), passage.span, stored.sentences, highlights)
        folded = found.folded[place] if found.folded else ()
        marked = (words_met(query, title), words_met(query, above))
        return Hit(passage, summary, heading, score, shown, folded, *marked)

    def _context(
        self, metadata: Metadata, heading: str | None, passage: Passage
    ) -> tuple[Sequence[StoredToken], Sequence[StoredToken]]:
        """The words of the title, and of the heading that a passage stands under; a heading stands under none."""
        above = heading if passage.kind != "heading" else None
        return self._read_line(metadata.title or "", metadata.language), self._read_line(above or "", passage.language)

    def _write(self, *, anew: bool) -> None:
        """Write both, and let searches see them together: readers never meet one of this state and one of the last."""
        revision = self._revision
        try:
            for index in self._indexes:
                self._fill(index, anew=anew)
                index.prepare(revision)
            for index in self._indexes:
                index.publish()
        finally:
            for index in self._indexes:
                index.cancel()

    def _fill(self, index: SearchIndex, *, anew: bool) -> None:
        wanted = self._store.content_keys()
        index.begin(anew=anew)
        known = index.documents()
        for document in known.keys() - wanted.keys():
            index.remove(document)
        rows = self._passage_rows if index is self._passages else self._commitment_rows
        for document, key in wanted.items():
            if known.get(document) != key:
                index.replace(document, key, rows(document))

    def _passage_rows(self, document: str) -> Iterator[IndexRow]:
        metadata = self._store.summary(document).metadata
        facts, sections = self._store.facts(document), self._store.sections(document)
        title, text = terms_of(self._read_line(metadata.title or "", metadata.language)), self._store.text(document)
        for stored in self._store.passages(document):
            passage = stored.passage
            span = passage.span
            is_under = passage.section is not None and passage.kind != "heading"
            above = sections[passage.section].heading.of(text) if is_under and passage.section is not None else ""
            heading = terms_of(self._read_line(above, passage.language))
            around = Around(metadata, _numbers(sections, span), title, heading)
            yield passage_row(document, around, passage, read_tokens(stored.tokens), _inside(facts, span))

    def _commitment_rows(self, document: str) -> Iterator[IndexRow]:
        metadata = self._store.summary(document).metadata
        passages, sections = self._store.passages(document), self._store.sections(document)
        tokens = [token for stored in passages for token in read_tokens(stored.tokens)]
        for commitment in self._store.facts(document).commitments:
            span = commitment.span
            part = next((each.passage.part for each in passages if each.passage.span.contains(span)), None)
            around = Around(metadata, _numbers(sections, span))
            words = tokens_within(tokens, span.start, span.end)
            yield commitment_row(around, commitment, part, words, is_due=can_fall_due(commitment))


def _of_fill(found: Found, *, is_word: bool) -> str:
    """That passages with some of the words are shown too."""
    whole, some = "all of the words, title and heading counted", "some of them"
    if is_word:
        whole, some = "the word", "a part of it or a word of its stem"
    if not found.n_first:
        return f"No passage has {whole}; these have {some}."
    are, them = ("1 passage has", "it") if found.n_first == 1 else (f"{found.n_first} passages have", "them")
    return f"{are} {whole}; the {found.total - found.n_first} after {them} have {some}."


def _filters(asked: Question) -> Iterator[Filter]:
    yield from filters_of(replace(asked.filters, actor=None))
    if asked.actors is not None:
        yield OneOf("actors", frozenset(asked.actors))


def _notes(query: AnalysedQuery) -> Iterator[str]:
    if query.ignored:
        yield f"Left out of the query: {', '.join(query.ignored)}."
    yield from (_too_many(each) for each in query.expansions if each.left_out)


def _shown_actors(store: Store) -> dict[str, str]:
    """The names of the actors that are counted: organisations, and persons in office."""
    hidden = store.bystanders()
    return {id_: name for id_, name in store.actor_names().items() if id_ not in hidden}


def _too_many(expansion: Expansion) -> str:
    return (
        f"{expansion.typed} stands for more words of this corpus than are searched for; the {expansion.left_out} least "
        "frequent ones were left out."
    )


def _inside(facts: Facts, span: Span) -> Inside:
    commitments = [each for each in facts.commitments if span.contains(each.span) and not each.routine]
    mentioned = (mention.actor.id for mention in facts.mentions if span.contains(mention.span))
    acting = (actor.id for each in commitments for actor in each.actors)
    owed = (each.when.end for each in commitments if each.when and can_fall_due(each))
    return Inside(
        (*mentioned, *acting), tuple(each.kind for each in commitments), tuple(end for end in owed if end is not None)
    )


def _numbers(sections: Iterable[Section], span: Span) -> tuple[str, ...]:
    return tuple(each.number for each in sections if each.number and each.span.contains(span))


_WORSE: Sequence[str] = ("current", "stale", "missing", "mismatch", "damaged")
"""States of an index, from good to bad."""

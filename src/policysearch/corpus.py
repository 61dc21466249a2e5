"""The facade: everything that users of the library, the command line and the web page call.

from policysearch import open_corpus

with open_corpus("corpus", "index", create=True) as corpus:
    for event in corpus.ingest(["corpus/examples"]):
        print(event.outcome, event.uri)
    for hit in corpus.search("uhrien auttaminen").hits:
        print(hit.document.metadata.title, hit.passage.page, hit.snippet.text)
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar

from policysearch.errors import (
    CaseNotFoundError,
    CorpusBusyError,
    CorpusNotFoundError,
    DocumentNotFoundError,
    OriginalGoneError,
    PictureError,
    UsageError,
)
from policysearch.index.manifest import index_revisions
from policysearch.model.document import Document, line_boxes
from policysearch.model.facts import Facts
from policysearch.model.report import IngestEvent, Status, VerifyEvent
from policysearch.model.search import (
    ActorSummary,
    DocumentSummary,
    FactFilters,
    FactRows,
    Filters,
    FoundCommitment,
    FoundMention,
    FoundPlace,
    FoundThread,
    FoundTime,
    SearchResults,
    Sort,
)
from policysearch.model.source import AddressEvent, Metadata
from policysearch.model.text import Box, Span
from policysearch.naming import listed, names_like
from policysearch.notes import Note, say_nothing
from policysearch.own_files import left_out_line, own_files
from policysearch.privacy.tombstones import Tombstone, Tombstones, is_forgetting
from policysearch.settings import Settings, load_settings
from policysearch.snapshots import Snapshots
from policysearch.store import ReadStore, Store

if TYPE_CHECKING:
    from policysearch.facts.gazetteer import Gazetteer
    from policysearch.finding import Selection
    from policysearch.forgetting import Forgetting
    from policysearch.freezes import Freezes
    from policysearch.index.asking import LookUp
    from policysearch.ingest import Ingest
    from policysearch.journal import Journal
    from policysearch.lang.fi import Finnish
    from policysearch.model.cases import Case
    from policysearch.model.changes import DocumentChange
    from policysearch.model.comparing import Comparison
    from policysearch.model.coverage import Coverage, GroupKind
    from policysearch.model.document import AnalysedPassage
    from policysearch.model.evidence import Evidence
    from policysearch.model.freezing import CheckedDocument, Freeze
    from policysearch.model.held import HeldDocument
    from policysearch.model.measures import FoundMeasure
    from policysearch.model.meeting import MeetingSheet
    from policysearch.model.pulling import ChannelSummary, Plan, PullEvent, PullOptions, Troubled
    from policysearch.model.quotes import ArticleCheck, QuoteCheck
    from policysearch.model.research import Citation, Provenance
    from policysearch.model.reviews import CodedPlace
    from policysearch.pictures import Pictures
    from policysearch.present.qdpx import CodedDocument
    from policysearch.privacy.decisions import Decisions
    from policysearch.quotes.check import Checker
    from policysearch.research import LookedUp, Research
    from policysearch.retrieval import Retrieval
    from policysearch.reviewing import Reviewing
    from policysearch.reviews.overlay import Overlay

F = TypeVar("F", bound=Filters)
PDF = "application/pdf"
HTML = "text/html"
_LARGEST_PAGE = 3 * 2**20
"""Bytes of a page that is parsed again to be shown."""

_CANDIDATES = 60
"""Passages with most of the words of a quotation, in whose documents it is looked for."""


def open_corpus(
    corpus: Path | str | None = None,
    index: Path | str | None = None,
    *,
    create: bool = False,
    today: dt.date | None = None,
    settings: Settings | None = None,
    on_note: Note | None = None,
    read_only: bool = False,
    hide_contacts: bool = False,
    hide_places: bool = False,
) -> "Corpus":
    """Open a corpus and its index.

    Args:
        corpus: Folder of the corpus; by default what settings say, else `./corpus`.
        index: Folder of the index; by default what settings say, else `./index`.
        create: Make the corpus if there is none.
        today: Anchors *next* and *due*; the real day by default.
        settings: All of it at once, in the place of the arguments above.
        on_note: Is told in a sentence what was done beside the answer (an index brought up to date).
        read_only: Write nothing, and see one state of the corpus, as it is now, until it is closed; index and threads
            answer as they stand. `Corpus.is_outdated` tells when to open anew.
        hide_contacts: Cover phone numbers and e-mail addresses of persons in all texts and quotes, letter by letter, so
            that spans hold. Only with `read_only`.
        hide_places: Of files of this machine give the names alone, not where they lie. Only with `read_only`.

    Raises:
        CorpusNotFoundError: There is no corpus and `create` is false.
        CorpusFormatError: The folder holds a corpus of another format.
        SettingsError: A setting is not valid.
    """
    if settings is None:
        settings = load_settings(
            corpus=None if corpus is None else Path(corpus), index=None if index is None else Path(index), today=today
        )
    say = on_note or say_nothing
    if read_only:
        return Corpus(
            settings,
            create=False,
            on_note=say,
            read_only=True,
            hide_contacts=hide_contacts,
            hide_places=hide_places,
        )
    return Corpus(settings, create=create, on_note=say)


def plan_pull(
    settings: Settings,
    channels: Iterable[str] = (),
    *,
    options: "PullOptions | None" = None,
    on_note: Note | None = None,
) -> Iterator["Plan | Troubled"]:
    """What `Corpus.pull` would do, without fetching a document or writing anything; there need be no corpus yet.

    Raises as `Corpus.pull`.
    """
    from policysearch.model.pulling import PullOptions
    from policysearch.pull import open_client, plan_pull
    from policysearch.sources.catalogue import load_channels

    wanted = load_channels(settings.pull.catalogue, settings.corpus, channels)
    with closing(open_client(settings, on_note or say_nothing, cache=None)) as client:
        yield from plan_pull(wanted, client, settings, options or PullOptions())


class Corpus:
    """An open corpus. Close it, or use it in a `with` statement; use it in one thread."""

    def __init__(
        self,
        settings: Settings,
        *,
        create: bool,
        on_note: Note,
        read_only: bool = False,
        hide_contacts: bool = False,
        hide_places: bool = False,
    ) -> None:
        self.settings = settings
        self._read_only, self._hide_contacts = read_only, hide_contacts
        self._note = on_note
        self._snapshots = Snapshots(settings.corpus / "snapshots")
        self._only_reviews: frozenset[str] | None = None
        path = settings.corpus / "corpus.db"
        if not create and not path.is_file() and next(self._snapshots.all(), None):
            raise CorpusNotFoundError(
                f"{path} is gone, but the originals beside it are there: restore it with `policysearch reindex`"
            )
        if settings.at is not None:
            path = self._frozen_database(path)
        self._store = (
            ReadStore(path, hide_contacts=hide_contacts, hide_places=hide_places)
            if read_only
            else Store(path, create=create)
        )
        self._index_as_opened = index_revisions(self.settings.index) if read_only else ()
        self._store.why_withheld = self._why_withheld
        if not read_only and settings.at is None and (self._tombstones or is_forgetting(settings.corpus)):
            self.forgetting.sweep()

    def _frozen_database(self, path: Path) -> Path:
        """The store as it was at the freeze that the settings name; its index takes the place of the index."""
        from policysearch.freezes import Freezes

        found = Freezes(self.settings.corpus, self.settings.index).copy(
            self.settings.at or "", self._plain_language, lambda: Store(path)
        )
        for sentence in found.notes:
            self._note(sentence)
        self.settings = replace(self.settings, index=found.index)
        self._only_reviews = frozenset(found.freeze.reviews)
        return found.database

    def _refuse_if_frozen(self) -> None:
        if self.settings.at is not None:
            raise UsageError(f"the freeze {self.settings.at!r} is only read: leave --at out to change the corpus")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of all files."""
        if "_retrieval" in self.__dict__:
            self._retrieval.close()
        self._store.close()

    def is_outdated(self) -> bool:
        """Whether a corpus opened now would answer from a newer state that is complete: documents and index agree.

        While another process takes documents in, the state before them stays the complete one.
        """
        if not isinstance(self._store, ReadStore):
            return False  # one that may write sees what is there
        newest, index = self._store.newest_state(), index_revisions(self.settings.index)
        if newest == self._store.opened_state:
            return index != self._index_as_opened
        return set(index) == {str(newest[0])}

    def is_complete(self) -> bool:
        """Whether documents and index agreed when the corpus was opened, read-only."""
        return isinstance(self._store, ReadStore) and set(self._index_as_opened) == {str(self._store.opened_state[0])}

    def has_moved(self) -> bool:
        """Whether the index is no longer the one that was there when the corpus was opened, read-only.

        An answer during which that happened may be of two states.
        """
        return self._read_only and index_revisions(self.settings.index) != self._index_as_opened

    # --- documents in -----------------------------------------------------------------------------------------------

    def ingest(
        self,
        paths: Iterable[Path | str],
        *,
        overrides: Metadata | None = None,
        url: str | None = None,
        on_start: Callable[[int], None] | None = None,
    ) -> Iterator[IngestEvent]:
        """Take in files and folders; the index follows with `update_index`, or with the next search.

        Args:
            paths: Files, and folders with everything below them; what the program keeps itself is left out, and said.
            overrides: Metadata that the caller knows better, for all of them.
            url: The address on the web that the one file came from: a source of it beside the file.
            on_start: Is told how many originals there are, before the first one is read.

        Yields:
            One event an original, in order; by then it is safe on disk. Stop at any time and call again to go on.

        Raises:
            UsageError: A path does not exist, or `url` is given with several files.
            CorpusBusyError: Another process is writing.
        """
        given = [Path(path) for path in paths]
        if line := left_out_line(own_files(self.settings), given):
            self._note(line)
        yield from self._ingest().files(given, overrides or Metadata(), on_start, url=url)

    def add(self, data: bytes, name: str, *, overrides: Metadata | None = None, url: str | None = None) -> IngestEvent:
        """Take in one original that somebody hands over, as `ingest` does with files.

        Args:
            data: Its bytes.
            name: What it is called; no path is made of it.
            overrides: Metadata that the caller knows better.
            url: The address on the web that it came from.

        Raises:
            UsageError: `url` is no address of the web.
            CorpusBusyError: Another process is writing.
        """
        return self._ingest().given(data, name, overrides or Metadata(), url=url)

    def pull(
        self, channels: Iterable[str] = (), *, options: "PullOptions | None" = None
    ) -> Iterator["PullEvent | Troubled | ChannelSummary"]:
        """Fetch what channels of the catalogue offer, and take it in; the index follows as after `ingest`.

        Args:
            channels: Their ids; all that can be pulled if there are none.
            options: What to leave out and what to keep.

        Yields:
            What became of each offer, in order, by then safe on disk; troubles between them; a summary of each channel
            at the end. Stop at any time and call again to go on.

        Raises:
            UsageError: There is no such channel, or no catalogue.
            SettingsError: `pull.contact` is not set.
            CorpusBusyError: Another pull, or another writer, is at work.
        """
        from policysearch.model.pulling import PullOptions
        from policysearch.pull import CACHE_NAME, Pull, open_client
        from policysearch.sources.catalogue import load_channels

        wanted = load_channels(self.settings.pull.catalogue, self.settings.corpus, channels)
        cache = self.settings.corpus / CACHE_NAME
        with (
            closing(open_client(self.settings, self._note, cache=cache)) as client,
            closing(Pull(self._ingest(), client, options or PullOptions())) as run,
        ):
            yield from run.run(wanted)

    @property
    def journal(self) -> "Journal":
        """What pulls noted: the history of each address, what was left out, what channels say there should be.

        Raises:
            CorpusFormatError: It is damaged.
        """
        from policysearch.journal import Journal

        return Journal(self.settings.corpus)

    def reindex(self, *, on_start: Callable[[int], None] | None = None) -> Iterator[IngestEvent]:
        """Read again what other rules or another dictionary read, then make the index anew.

        Works from the stored originals alone, also where `corpus.db` is gone. Yields one event an original.
        """
        self.forgetting.sweep(thorough=True)
        yield from self._ingest().stored(on_start)
        self._update_threads()  # before the index, which says that all of this state is there
        self._retrieval.rebuild()

    def update_index(self) -> None:
        """Bring the index, and the threads of commitments, up to date with the corpus.

        Raises:
            IndexMismatchError: It was made by another analysis.
            CorpusBusyError: Another process is writing to it.
        """
        self._update_threads()  # before the index, which says that all of this state is there
        self._retrieval.update()
        hidden = {one.sha256 for one in self.held() if one.withdrawn_at}
        self._pictures.forget_others(lambda sha256: sha256 not in hidden and self._snapshots.path(sha256).exists())

    @cached_property
    def forgetting(self) -> "Forgetting":
        """How documents, and names in documents, are forgotten for good (docs/privacy.md)."""
        from policysearch.forgetting import Forgetting
        from policysearch.freezes import forget_copies

        self._refuse_if_frozen()

        def rebuild() -> None:
            forget_copies(self.settings.index)
            self._update_threads()
            self._retrieval.rebuild()

        return Forgetting(self._ingest(), self._pictures, rebuild)

    def held(self) -> "tuple[HeldDocument, ...]":
        """Documents that are held back until a person has decided; they are nowhere else in the corpus.

        Those that the screen holds, and those that all their addresses have withdrawn (`HeldDocument.withdrawn_at`).
        """
        return self._held_as_opened if self._read_only else tuple(self._snapshots.all_held())

    @cached_property
    def _held_as_opened(self) -> "tuple[HeldDocument, ...]":
        return tuple(self._snapshots.all_held())

    @property
    def withheld_note(self) -> str | None:
        """A sentence that says how many withdrawn documents are hidden, beside what could be misread without it."""
        n_hidden = sum(one.withdrawn_at is not None for one in self.held())
        if not n_hidden:
            return None
        are = "1 withdrawn document is" if n_hidden == 1 else f"{n_hidden} withdrawn documents are"
        return f"{are} hidden until somebody decides: `policysearch held list`"

    def release(self, ref: str, *, by: str, reason: str | None = None) -> "HeldDocument":
        """Let a document in that the screen holds back; the index follows with `update_index`.

        Args:
            ref: Its id, or the beginning of it.
            by: Who has looked at it.
            reason: Why it may come in; noted.

        Raises:
            DocumentNotFoundError: None that is held back answers to it, or several do.
            UsageError: Nobody has looked, or the screen does not hold it.
        """
        from policysearch.model.held import Decision

        if not by.strip():
            raise UsageError("who has looked at it? Give your name with --by, or set reviewer in policysearch.toml")
        found = self.find_held(ref)
        if found.released_at or not found.reasons:
            raise UsageError(f"document {found.id} was withdrawn by its publisher: `policysearch held keep` shows it")
        let_in = replace(found, released_at=dt.datetime.now(dt.UTC), by=by.strip())
        self._decisions.add(
            [Decision("release", found.sha256, found.id, dt.datetime.now(dt.UTC), by.strip(), reason or None)]
        )
        kept = [let_in if one.id == found.id else one for one in self._snapshots.held(found.sha256)]
        self._snapshots.keep_held(found.sha256, kept)
        for _ in self._ingest().stored():
            pass
        return let_in

    def keep(self, refs: "Iterable[str] | None" = None, *, by: str, reason: str) -> "tuple[HeldDocument, ...]":
        """Show withdrawn documents again, marked as withdrawn; the index follows with `update_index`.

        Args:
            refs: Their ids, or the beginnings of them; None for all that are withdrawn.
            by: Who decides.
            reason: Why they stay; noted, so it must not say what should not be read.

        Returns:
            Those that were asked for, and the other versions that were met at the same addresses.

        Raises:
            DocumentNotFoundError: None that is held back answers to one of them, or several do.
            UsageError: Nobody decides, or without a reason, or one is not withdrawn.
        """
        from policysearch.model.held import Decision

        if not by.strip():
            raise UsageError("who decides? Give your name with --by, or set reviewer in policysearch.toml")
        if not reason.strip():
            raise UsageError("why is it kept? The reason is noted: give it with --reason")
        withdrawn = {one.id: one for one in self.held() if one.withdrawn_at}
        asked = list(withdrawn.values()) if refs is None else [self.find_held(ref) for ref in refs]
        if other := next((one for one in asked if one.id not in withdrawn), None):
            raise UsageError(f"document {other.id} is not withdrawn: `policysearch held release` lets it in")
        ingest, now = self._ingest(), dt.datetime.now(dt.UTC)
        group = {each.id: each for one in asked for each in self.held_with(one)}
        decided = {
            (sha256, one.id if one.sha256 == sha256 else ""): one.withdrawn_at
            for one in group.values()
            for sha256 in (one.sha256, *self._store.saying_as(one.sha256))
        }
        self._decisions.add(
            Decision("keep", sha256, id_, now, by.strip(), reason.strip(), since)
            for (sha256, id_), since in sorted(decided.items())
        )
        ingest.settle()
        return tuple(group.values())

    def held_with(self, one: "HeldDocument") -> "tuple[HeldDocument, ...]":
        """A withdrawn document and what goes with it: the other versions that were met at its addresses."""
        if one.withdrawn_at is None:
            return (one,)
        uris = [source.uri for source in self._store.sources(one.sha256)]
        shas = {one.sha256, *self._store.originals_at(uris)}
        return tuple(each for each in self.held() if each.sha256 in shas and each.withdrawn_at)

    def kept_original(self, one: "HeldDocument") -> Path:
        """The file of a document that is held back, for whoever decides."""
        return self._snapshots.path(one.sha256)

    def find_held(self, ref: str) -> "HeldDocument":
        """The document that is held back whose id begins with `ref`; raises as `release`."""
        found = [one for one in self.held() if one.id.startswith(ref)]
        if len(found) != 1 or not ref:
            many = "several documents" if found else "no document"
            raise DocumentNotFoundError(
                f"{many} that are held back have the id {ref!r}: `policysearch held list` lists them"
            )
        return found[0]

    @property
    def tombstones(self) -> tuple[Tombstone, ...]:
        """What was forgotten: hashes, reasons, days, and no names."""
        return self._tombstones.all

    def freeze(self, name: str) -> "Freeze":
        """Note which versions of documents there are and how they were read, to ask them later (`Settings.at`).

        Raises:
            FreezeError: The name is none, or taken; or documents were read by other rules than today's.
            CorpusBusyError: Another process is writing.
        """
        self._refuse_if_frozen()
        self.update_index()
        return self.freezes.make(name, self._store, self._language)

    def check_freeze(self, name: str) -> "Iterator[CheckedDocument]":
        """What became of each document of a freeze.

        Raises:
            FreezeError: There is none of that name.
        """
        return self.freezes.check(self.freezes.read(name), self._store)

    @property
    def freezes(self) -> "Freezes":
        """The freezes of this corpus: their manifests, and how they are removed."""
        from policysearch.freezes import Freezes

        return Freezes(self.settings.corpus, self.settings.index)

    def _ingest(self) -> "Ingest":
        from policysearch.ingest import Ingest

        self._refuse_if_frozen()
        return Ingest(self._store, self._snapshots, self.settings, self._language, self._tombstones, self._decisions)

    @cached_property
    def _decisions(self) -> "Decisions":
        from policysearch.privacy.decisions import Decisions

        return Decisions(self.settings.corpus)

    @cached_property
    def _tombstones(self) -> Tombstones:
        return Tombstones(self.settings.corpus)

    # --- questions --------------------------------------------------------------------------------------------------

    def search(
        self,
        query: str,
        *,
        filters: Filters | None = None,
        limit: int | None = 10,
        offset: int = 0,
        any_word: bool = False,
        sort: Sort = "relevance",
        fold: bool = False,
        expand: bool = True,
        fill: bool = True,
    ) -> SearchResults:
        """Passages that answer a query (docs/query-language.md), best first.

        Args:
            query: Empty for all passages that `filters` admit.
            filters: What hits must be.
            limit: At most so many; None for all.
            offset: So many are left out.
            any_word: Passages with any of the words, not only those with all. Where no passage has all of them,
                those with any are given, and `SearchResults.notes` says so.
            sort: Best first; or newest first; or document by document, oldest first, in the order of the text.
            fold: Passages that say the same are one hit, and `limit` and `offset` count these.
            expand: Search for synonyms and words of the same stem too; `SearchResults.expansions` says which.
            fill: Where fewer than ten passages have all of the words, those with some of them follow, and a note says
                so; not by date, and not with `limit=None`.

        Raises:
            QueryError: The query cannot be parsed; the message points at the place.
            IndexMismatchError: The index was made by another analysis.
            DocumentNotFoundError: `filters.document` names none.
        """
        filters = self._full(filters or Filters())
        actors = None if filters.actor is None else self._actor_ids(filters.actor)
        from policysearch.retrieval import Question

        found = self._retrieval.passages(
            Question(
                query, filters, actors, limit, offset, any_word=any_word, sort=sort, fold=fold, expand=expand, fill=fill
            )
        )
        withheld = self.withheld_note
        return replace(found, notes=(*found.notes, withheld)) if withheld else found

    def commitments(
        self,
        query: str | None = None,
        *,
        filters: FactFilters | None = None,
        open: bool = False,  # noqa: A002  # the word that the command line has too
        undated: bool = False,
        as_of: dt.date | None = None,
        limit: int | None = None,
        offset: int = 0,
        reviewed: bool = False,
        expand: bool = False,
    ) -> FactRows[FoundCommitment]:
        """Commitments by words and filters: rows are `FoundCommitment`.

        Without `filters.kinds`, proposals and the routine of every meeting are left out unless `filters.routine`.
        With `open`, only what was to be done and is not reported done in a later document: each row has a `standing`.

        Args:
            query: Words that the commitment holds; None or empty for all.
            filters: What they must be.
            open: Only open ones; by `filters.due_before` where that is given.
            undated: Of the open ones only those that name no day.
            as_of: Of the open ones: documents after this day are left out, as if it were that day.
            limit: At most so many; None for all.
            offset: So many are left out.
            reviewed: With the values that people gave them, without what they say is no entry, with what they added;
                else as the machine found them. What people say stands beside each row either way.
            expand: Search for synonyms of the words too; `FactRows.expansions` says which.

        Raises:
            QueryError: The query cannot be parsed; the message points at the place.
        """
        from policysearch.finding import find_commitments
        from policysearch.reviewed import beside, commitment_rows, open_rows, with_machine
        from policysearch.standing import find_open

        overlay = self.reviews.overlay()
        asked = self._selection(query, filters, limit, offset, expand=expand)
        self._make_threads_ready()
        if reviewed and filters and filters.actor:
            asked = replace(asked, actors={*(asked.actors or ()), overlay.actor_of(filters.actor).id})
        if reviewed and query:
            asked = replace(asked, ids=(*(asked.ids or ()), *self._added_where(query, overlay, expand=expand)))
        if open and reviewed:
            found = open_rows(self._store, asked, overlay, as_of=as_of, undated=undated)
        elif open:
            found = beside(find_open(self._store, asked, as_of=as_of, undated=undated), overlay)
        elif reviewed:
            rows = commitment_rows(self._store, overlay, asked.filters.document)
            found = with_machine(beside(find_commitments(self._store, asked, rows), overlay), self._store)
        else:
            found = beside(find_commitments(self._store, asked), overlay)
        return replace(found, expansions=asked.expansions)

    def thread(self, commitment: str, *, as_of: dt.date | None = None) -> FoundThread:
        """The history of a commitment: proposed, decided, promised, restated, moved, done, or silent since.

        Args:
            commitment: The id of any commitment of the thread, or the beginning of it.
            as_of: Documents after this day are left out.

        Raises:
            ThreadNotFoundError: No commitment answers to the id, or several do, or it belongs to no thread.
        """
        from policysearch.standing import find_thread

        self._make_threads_ready()
        return find_thread(self._store, commitment, as_of=as_of)

    def deadlines(
        self,
        query: str | None = None,
        *,
        filters: FactFilters | None = None,
        limit: int | None = None,
        offset: int = 0,
        reviewed: bool = False,
        expand: bool = False,
    ) -> FactRows[FoundTime]:
        """Deadlines in the order of their dates: rows are `FoundTime`. Arguments as `commitments`."""
        from policysearch.finding import find_deadlines
        from policysearch.reviewed import time_rows

        asked = self._selection(query, filters, limit, offset, expand=expand)
        overlay = self.reviews.overlay() if reviewed else None
        if not overlay or not overlay.states:
            found = find_deadlines(self._store, asked)
        else:
            rows = time_rows(self._store, overlay, asked.filters.document)
            found = find_deadlines(self._store, asked, rows, overlay.reviewed)
        return replace(found, expansions=asked.expansions)

    def actors(
        self,
        *,
        kind: Literal["organisation", "person"] | None = None,
        filters: FactFilters | None = None,
    ) -> tuple[ActorSummary, ...]:
        """All actors of the current documents, those that are named most first; persons only in office.

        Args:
            kind: Only these.
            filters: Of the documents: `after`, `before` and `document` count.
        """
        filters = self._full(filters or FactFilters())
        if filters.after or filters.before or filters.document:
            from policysearch.finding import count_actors

            counted = count_actors(self._store, filters)
        else:
            counted = tuple(self._store.actors())
        hidden = self._store.bystanders()
        return tuple(
            ActorSummary(a.id, a.name, a.kind, self._gazetteer.names(a.id), *numbers)
            for a, *numbers in counted
            if kind in (None, a.kind) and a.id not in hidden
        )

    def persons_in_office(self) -> frozenset[str]:
        """Ids of the persons who act in office: named in a role (chair, presenter, member, contact), or councillors.

        Others (appointees, applicants, clients, victims) are named in documents, and nothing is gathered about them.
        """
        return self._store.persons_in_office()

    def mentions(
        self,
        name: str,
        *,
        filters: FactFilters | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> FactRows[FoundMention]:
        """Where an actor is named, under any of its names: rows are `FoundMention`.

        Of persons who act in no office there are none, as with `actors`.
        """
        from policysearch.finding import Selection, find_mentions

        meant = self._actor_ids(name) - self._store.bystanders()
        asked = Selection(self._full(filters or FactFilters()), meant, limit=limit, offset=offset)
        return find_mentions(self._store, asked)

    @cached_property
    def reviews(self) -> "Reviewing":
        """What people said of the facts, and how they say it."""
        from policysearch.reviewing import Reviewing

        return Reviewing(self._store, self.settings.corpus, self._gazetteer, only=self._only_reviews)

    # --- research ---------------------------------------------------------------------------------------------------

    @cached_property
    def research(self) -> "Research":
        """Concordance, frequencies, keyness and collocates."""
        from policysearch.research import Research

        return Research(self.settings, self._store, self._retrieval, self._language, self._looked_up)

    def provenance(
        self,
        asked: str,
        *,
        query: str | None = None,
        filters: Filters | None = None,
        options: Mapping[str, Any] | None = None,
        expansions: Iterable[str] = (),
        n_hits: int | None = None,
        undated: int = 0,
    ) -> "Provenance":
        """What is needed to cite an answer of this corpus and to get it again (`provenance.provenance_of`)."""
        from policysearch.provenance import provenance_of

        return provenance_of(
            self._store,
            self._language,
            self.settings.today,
            asked=asked,
            query=query,
            filters=filters,
            options=options,
            expansions=expansions,
            n_hits=n_hits,
            undated=undated,
            freeze=self.settings.at,
        )

    def cite(self, ref: str) -> "Citation":
        """What is needed to cite a document, passage or commitment, by its id or the beginning of it.

        Raises:
            DocumentNotFoundError: Nothing has such an id, or several things do.
        """
        from policysearch.citing import citation_of

        return citation_of(self._store, ref, lambda: self.reviews.overlay().added)

    # --- proof ------------------------------------------------------------------------------------------------------

    def check(self, quote: str) -> "QuoteCheck":
        """Whether quoted words stand in the corpus: exactly, differently, or not at all (docs/proof.md).

        Raises:
            UsageError: There is no word in it.
        """
        return self._checker.check(quote)

    def check_article(self, path: Path | str, *, min_words: int = 3) -> "ArticleCheck":
        """`check` of every quotation in an article, a file of any format that can be ingested.

        Args:
            path: The file.
            min_words: Fewer words between quotation marks are counted, and not checked.

        Raises:
            UsageError: The file cannot be read.
        """
        from policysearch.model.quotes import ArticleCheck
        from policysearch.quotes.article import n_words, quotations_of
        from policysearch.quotes.check import in_paragraph

        found = quotations_of(Path(path), limit=self.settings.limits.file_mb * 2**20)
        long = [quotation for quotation in found if n_words(quotation.words) >= min_words]
        checks = tuple(in_paragraph(self.check(words), paragraph) for words, paragraph in long)
        return ArticleCheck(str(path), checks, len(found) - len(long))

    def evidence(self, ref: str, *, width: int = 1200, with_original: bool = False) -> "Evidence":
        """What proves a passage or commitment to somebody without the corpus (docs/proof.md).

        Args:
            ref: Its id, or the beginning of it.
            width: Pixels of the pictures of its pages, one of `pictures.WIDTHS`.
            with_original: Put the bytes of the original in.

        Raises:
            DocumentNotFoundError: Nothing has such an id, or several things do.
            UsageError: It is a whole document, which has no words to mark.
        """
        from policysearch import __version__
        from policysearch.model.evidence import Evidence, EvidencePage
        from policysearch.proving import context_of, pages_of, printed_lines, settled_by

        citation = self.cite(ref)
        span = citation.span
        if span is None:
            raise UsageError(f"{ref} is a whole document: give a passage or a commitment, whose words can be marked")
        doc = self.document(citation.document.id)
        context = context_of(self._store, doc.id, span)
        boxes = self.marks(doc.id, [span])
        pages = []
        for number in pages_of(doc, span) if doc.media_type == PDF else ():
            with suppress(PictureError):  # its words are there all the same
                picture = self.page_picture(doc.id, number, width=width)
                page = next(page for page in doc.pages if page.number == number)
                own = tuple(box for box in boxes if box.page == number)
                pages.append(EvidencePage(number, page.width, page.height, picture, own))
        return Evidence(
            citation=citation,
            context=context.of(doc.text),
            at=Span(span.start - context.start, span.end - context.start),
            printed_lines=printed_lines(doc.text, doc.printed, span),
            part=next((p.part for p in doc.passages if p.span.overlaps(span)), None),
            settled=settled_by(self._store, citation.id, self._store.thread_ids()),
            pages=tuple(pages),
            warnings=doc.warnings,
            original=self.original(doc.id)[0] if with_original else None,
            media_type=doc.media_type,
            version=__version__,
        )

    def compare(self, first: str, second: str) -> "Comparison":
        """The entries of two documents side by side, by their ids or the beginnings of them; raises as `summary`."""
        from policysearch.comparing import compare_documents

        return compare_documents(self._store, self._store.find_document(first), self._store.find_document(second))

    def measures(self, document: str) -> "tuple[FoundMeasure, ...]":
        """The measures of a plan or the recommendations of a report, with what the corpus says of each since.

        In the order of its text; raises as `summary`.
        """
        from policysearch.progress import measures_of

        self._make_threads_ready()
        return measures_of(self._store, self._store.find_document(document), self.reviews.overlay())

    def meeting(self, document: str) -> "MeetingSheet":
        """One meeting on one sheet, by the id of its minutes or of one decision of it; raises as `summary`."""
        from policysearch.meetings import meeting_of

        self._make_threads_ready()
        return meeting_of(self._store, self._store.find_document(document))

    @cached_property
    def _checker(self) -> "Checker":
        from policysearch.quotes.check import Checker

        def holding(words: Iterable[str]) -> Iterator[str]:
            query = " ".join(words).lower()  # an operator is a word here
            for hit in self.search(query, any_word=True, limit=_CANDIDATES, expand=False).hits:
                yield hit.document.id

        return Checker(self._store, self._language, holding)

    # --- documents out ----------------------------------------------------------------------------------------------

    def documents(self, *, all_versions: bool = False) -> tuple[DocumentSummary, ...]:
        """All documents, dated ones first in the order of their dates."""
        return tuple(self._store.summaries(all_versions=all_versions))

    def summary(self, document: str) -> DocumentSummary:
        """Metadata and source of one document, by its id or the beginning of it.

        Raises:
            DocumentNotFoundError: No document, or more than one, answers to it.
        """
        return self._store.summary(self._store.find_document(document))

    def document(self, document: str) -> Document:
        """One document with its text, by its id or the beginning of it; raises as `summary`."""
        return self._store.document(self._store.find_document(document))

    def passages(self, ids: Iterable[str]) -> tuple[FoundPlace, ...]:
        """Passages by their ids (`Hit.folded`), each with its document."""
        found = [self._store.passage(id_) for id_ in ids]
        return tuple(FoundPlace(stored.passage, self._store.summary(document)) for document, stored in found)

    def boxes(self, document: str, spans: Sequence[Span]) -> tuple[tuple[Box, ...], ...]:
        """Where each of the spans of a document's text is printed, a box a line; none where the layout is unknown.

        Args:
            document: Its id or the beginning of it; raises as `summary`.
            spans: Such as `Snippet.highlights`.
        """
        if not spans:
            return ()
        whole = Span(min(span.start for span in spans), max(span.end for span in spans))
        printed = self._store.printed(self._store.find_document(document), whole)
        return tuple(line_boxes(printed, (span,)) for span in spans)

    def facts(self, document: str) -> Facts:
        """Everything found in one document; raises as `summary`."""
        return self._store.facts(self._store.find_document(document))

    def history(self, document: str) -> tuple[AddressEvent, ...]:
        """What happened at each address of a document, older and newer versions too; raises as `summary`."""
        from policysearch.journal import last_tries

        summary = Store.summary(self._store, self._store.find_document(document))  # a reader's names files alone
        known = [self._store.history(source.uri) for source in summary.sources]
        return last_tries(self.journal, known)

    def changes(self, document: str | None = None) -> "tuple[DocumentChange, ...]":
        """What changed between versions, in words and in facts, what was met last first.

        Args:
            document: Any version of the document, by its id or the beginning of it; None for all with several.

        Raises:
            DocumentNotFoundError: No document, or more than one, answers to it.
        """
        from policysearch.versions import find_changes

        return find_changes(self._store, None if document is None else self._store.find_document(document))

    def case(self, number: str, *, issuer: str | None = None) -> "Case":
        """One matter over its handlings, committee, board and council, in the order of their days.

        Args:
            number: Its diary number, in any way in which it is written.
            issuer: Words of the name of the municipality, where the number does not say whose it is.

        Raises:
            CaseNotFoundError: No document is of that matter, or the number is one of several municipalities.
        """
        from policysearch.cases.numbers import case_key
        from policysearch.cases.story import find_case

        key = case_key(number)
        withheld = tuple(one.id for one in self.held() if case_key(one.metadata.case_number or "") == key)
        try:
            found = find_case(self._store, number, issuer=issuer)
        except CaseNotFoundError as error:
            if not withheld:
                raise
            ids = ", ".join(id_[:8] for id_ in withheld)
            raise CaseNotFoundError(
                f"{error}; of it there is what is withheld until somebody decides, {ids}: see `policysearch held list`"
            ) from error
        return replace(found, withheld=withheld)

    def coverage(self, *, kinds: "Iterable[GroupKind]" = ()) -> "Coverage":
        """What documents and channels say there should be, and what of it is not in this corpus.

        Args:
            kinds: Only these; empty for all.
        """
        from policysearch.coverage import find_coverage
        from policysearch.coverage.channels import channel_groups
        from policysearch.coverage.withheld import held_groups, with_withheld

        wanted = tuple(kinds)
        held = self.held()
        met = (s for one in held for s in self._snapshots.sightings(one.sha256))
        addresses = {uri for sighting in met for uri in (sighting.uri, sighting.url) if uri}
        found = find_coverage(self._store, kinds=wanted, more=channel_groups(self.journal), held=addresses)
        withheld = held_groups(held) if not wanted or "originals" in wanted else ()
        return replace(found, groups=(*with_withheld(found.groups, held), *withheld))

    def page_text(self, document: str, page: int) -> str:
        """The text of one page (1-based).

        Raises:
            DocumentNotFoundError: There is no such document, or it has no such page.
        """
        doc = self.document(document)
        known = {p.number: p for p in doc.pages}
        if page not in known:
            has = f"it has {len(known)} pages" if known else "its pages are unknown"
            raise DocumentNotFoundError(f"document {doc.id} has no page {page}: {has}")
        span = dict(doc.page_spans).get(page)
        return "" if span is None else span.of(doc.text)

    def page_picture(self, document: str, page: int, *, width: int = 900) -> bytes:
        """A page of a PDF as PNG, drawn from the stored original and kept in the folder of the index.

        With `hide_contacts` phone numbers and e-mail addresses of persons are painted over.

        Args:
            document: Its id, or the beginning of it.
            page: 1-based.
            width: Pixels, one of `pictures.WIDTHS`.

        Raises:
            DocumentNotFoundError: There is no such document, or it has no such page.
            PictureError: The original has no pages, is gone (`OriginalGoneError`), or the page cannot be drawn.
        """
        from policysearch.pictures import WIDTHS

        id_ = self._store.find_document(document)
        sha256, media_type = self._store.original(id_)
        if media_type != PDF:
            raise PictureError(f"document {id_} has no pictures of its pages: only PDF has")
        if self._store.page(id_, page) is None:
            raise DocumentNotFoundError(f"document {id_} has no page {page}")
        if width not in WIDTHS:
            raise UsageError(f"a picture is {listed([str(each) for each in WIDTHS])} pixels wide, not {width}")
        if not self._snapshots.path(sha256).exists():
            self._original_bytes(sha256)
        kept = self._pictures.kept(sha256, page, width, hide_contacts=self._hide_contacts)
        if kept is not None:
            return kept
        covered = self._contact_boxes(id_, page) if self._hide_contacts else ()
        original = self._snapshots.path(sha256)
        return self._pictures.draw(original, sha256, page, width, covered=covered, hide_contacts=self._hide_contacts)

    def prepare_pictures(self) -> None:
        """Make ready what draws pages, so that the first picture is as quick as the others."""
        from policysearch.pictures import make_ready

        make_ready()

    def marks(self, document: str, spans: Iterable[Span]) -> tuple[Box, ...]:
        """Where words of a document are printed: a box a line, on as many pages as they stand on.

        Raises as `summary`. Empty where the original has no layout.
        """
        printed = self._store.printed(self._store.find_document(document))
        return line_boxes(printed, tuple(spans))

    def original(self, document: str) -> tuple[bytes, str]:
        """The stored original of a document, unchanged, and its media type.

        Raises:
            DocumentNotFoundError: No document, or more than one, answers to it.
            OriginalGoneError: Something in it was forgotten, and its bytes with it.
        """
        id_ = self._store.find_document(document)
        sha256, media_type = self._store.original(id_)
        if any(one.is_held for one in self._snapshots.held(sha256)):
            raise OriginalGoneError(
                "the original is withheld: another document in it is held back (`policysearch held list`)"
            )
        return self._original_bytes(sha256), media_type

    def article(self, document: str) -> str:
        """The article of a stored HTML page, in its own markup: whoever shows it must sanitise it.

        Raises:
            DocumentNotFoundError: There is no such document, it is no page, or too large to be shown.
            OriginalGoneError: Something in it was forgotten, and its bytes with it.
        """
        from policysearch.extract.html_shown import shown_article

        id_ = self._store.find_document(document)
        sha256, media_type = self._store.original(id_)
        data = self._original_bytes(sha256) if media_type == HTML else b""
        if not data or len(data) > _LARGEST_PAGE:
            raise DocumentNotFoundError(f"document {id_} is no page that can be shown")
        return shown_article(data, base=self._store.summary(id_).url, hide_contacts=self._hide_contacts)

    def export(
        self, *, document: str | None = None, all_versions: bool = False, reviewed: bool = False
    ) -> Iterator[tuple[DocumentSummary, Facts]]:
        """Documents with everything found in them; `present.records` makes records of them.

        With `reviewed`, commitments are as people corrected them, with those that they added.
        """
        from policysearch.reviewed import facts_of

        summaries = (self.summary(document),) if document else self.documents(all_versions=all_versions)
        for summary in summaries:
            facts = self._store.facts(summary.id)
            yield summary, facts_of(facts, summary.id, self.reviews.overlay()) if reviewed else facts

    def analysed(
        self, *, document: str | None = None, all_versions: bool = False
    ) -> "Iterator[tuple[DocumentSummary, Document, tuple[AnalysedPassage, ...]]]":
        """Documents with their words read, for `present.conllu` and `present.vrt`; arguments as `export`."""
        from policysearch.pipeline import analyse

        summaries = (self.summary(document),) if document else self.documents(all_versions=all_versions)
        for summary in summaries:
            whole = self.document(summary.id)
            yield summary, whole, analyse(whole, self._language)

    def coded(self, *, document: str | None = None) -> "tuple[CodedDocument, ...]":
        """Documents with what people tagged and noted in them, for `present.qdpx`; those without any are left out."""
        from policysearch.present.qdpx import CodedDocument

        only = self.summary(document).id if document else None
        by_document: dict[str, list[CodedPlace]] = {}
        for place in self.reviews.coded():
            if only in (None, place.document):
                by_document.setdefault(place.document, []).append(place)
        return tuple(
            CodedDocument(self.summary(id_), self.document(id_).text, tuple(places))
            for id_, places in by_document.items()
        )

    # --- the corpus itself ------------------------------------------------------------------------------------------

    def status(self) -> Status:
        """What is in the corpus and the index, what failed, which Voikko reads, and what is missing here."""
        from policysearch.state import status_of

        held = self.held()
        n_withdrawn = sum(one.withdrawn_at is not None for one in held)
        found = status_of(self.settings, self._store, self._language, self._retrieval)
        return replace(found, n_held=len(held) - n_withdrawn, n_withdrawn=n_withdrawn)

    def verify(self, documents: Iterable[str] = ()) -> Iterator[VerifyEvent]:
        """Prove hashes, spans and quotes from the stored originals, all versions.

        Args:
            documents: Ids, or beginnings of them; all documents if there are none.

        Yields:
            One event a document.
        """
        from policysearch.privacy.covering import read_covered
        from policysearch.verify import other_bytes_problems, verify_document

        ids = [self._store.find_document(ref) for ref in documents]
        for id_ in ids or [summary.id for summary in self.documents(all_versions=True)]:
            document = self._store.document(id_)
            uri, original = self._store.summary(id_).uri, self._snapshots.path(document.sha256)
            covered = read_covered(self._snapshots.covered_path(document.sha256))
            kept = next((each for each in covered.documents if each.id == id_), None) if covered else None
            event = verify_document(document, self._store.facts(id_), original, uri, kept=kept)
            others = ((sha256, self._snapshots.path(sha256)) for sha256 in self._store.saying_as(document.sha256))
            yield replace(event, problems=(*event.problems, *other_bytes_problems(others)))

    def _why_withheld(self, ref: str) -> str | None:
        found = [one for one in self.held() if one.id.startswith(ref)] if ref else []
        if len(found) != 1:
            return None
        one = found[0]
        if one.withdrawn_at:
            short = one.id[:8]
            return (
                f"document {one.id} is kept, and hidden until somebody decides ({one.why}): show it again with "
                f"`policysearch held keep {short} --reason …`, or `policysearch held forget {short} --reason …`"
            )
        return f"document {one.id} is held back until somebody has looked ({one.why}): see `policysearch held list`"

    def _original_bytes(self, sha256: str) -> bytes:
        try:
            return self._snapshots.path(sha256).read_bytes()
        except FileNotFoundError:
            if (stone := self._tombstones.of_original(sha256)) is None:
                raise
            raise OriginalGoneError(
                f"the original is not kept: something in it was forgotten on {stone.at:%Y-%m-%d} ({stone.reason}); "
                "its other words are here as they were read"
            ) from None

    def _contact_boxes(self, document: str, page: int) -> tuple[Box, ...]:
        from policysearch.contacts import contact_spans

        text = Store.text(self._store, document)  # the store of a reader has them covered already
        spans = contact_spans(text)
        return tuple(box for box in line_boxes(self._store.printed(document), spans) if box.page == page)

    @cached_property
    def _pictures(self) -> "Pictures":
        from policysearch.pictures import Pictures

        return Pictures(self.settings.index / "pictures")

    @cached_property
    def _plain_language(self) -> "Finnish":
        from policysearch.lang.fi import open_finnish

        return open_finnish()

    @cached_property
    def _language(self) -> "Finnish":
        language = self._plain_language
        language.remember(self._store.forms(stamp=language.stamp))
        return language

    @cached_property
    def _gazetteer(self) -> "Gazetteer":
        from policysearch.facts.gazetteer import open_gazetteer

        return open_gazetteer(self._language)

    @cached_property
    def _retrieval(self) -> "Retrieval":
        from policysearch.expanding import synonyms
        from policysearch.retrieval import Retrieval

        return Retrieval(
            self.settings.index,
            self._store,
            self._language,
            self._note,
            look_up=self._names(),
            engine=self.settings.engine,
            expand=synonyms(self._language),
            read_only=self._read_only,
            prepare=self._update_sameness,
        )

    def _names(self) -> "LookUp":
        """What names inside a query mean: the same as those of filters beside it."""
        from policysearch.index.asking import LookUp

        corpus = self

        @lru_cache(maxsize=100)  # a query is read several times, and what a name is taken for is said once
        def meant(_: int, kind: str, name: str) -> frozenset[str]:
            if kind == "actor":
                return corpus._actor_ids(name)
            return frozenset(corpus._full(Filters(issuer=name)).issuer_names or ())

        class Names(LookUp):
            def issuers(self, name: str) -> frozenset[str]:
                return meant(corpus._store.revision, "issuer", name)

            def actors(self, name: str) -> frozenset[str]:
                return meant(corpus._store.revision, "actor", name)

            def document(self, ref: str) -> str:
                return corpus._store.find_document(ref)

        return Names()

    def _update_sameness(self) -> None:
        from policysearch.sameness import update_sameness

        if not self._read_only:
            update_sameness(self._store)

    def _update_threads(self) -> None:
        from policysearch.follow import update_threads

        self._update_sameness()
        update_threads(self._store, self._language)

    def _make_threads_ready(self) -> None:
        """Bring the threads up to date before a question; beside a writer those of the last state answer."""
        if self._read_only:
            return
        try:
            self._update_threads()
        except CorpusBusyError:
            self._note("Another process is writing to the corpus: the threads are from before its changes.")

    def _selection(
        self, query: str | None, filters: FactFilters | None, limit: int | None, offset: int, *, expand: bool
    ) -> "Selection":
        """What is asked for, with the query and the names in it looked up."""
        from policysearch.finding import Selection
        from policysearch.index.tree import asks_for

        full = self._full(filters or FactFilters())
        actors = None if full.actor is None else self._actor_ids(full.actor)
        if not query:
            return Selection(full, actors, None, limit, offset)
        asked, ids = self._retrieval.commitments(query, expand=expand)
        kinds, due = asks_for(asked, "kind"), asks_for(asked, "due")
        return Selection(
            full, actors, ids, limit, offset, names_kinds=kinds, names_due=due, expansions=asked.expansions
        )

    def _added_where(self, query: str, overlay: "Overlay", *, expand: bool) -> Iterator[str]:
        """Ids of the entries added by hand that stand in a passage which answers a query."""
        if not overlay.added:
            return
        hits = self.search(query, limit=None, fold=False, expand=expand).hits
        for commitment in overlay.added:
            if any(h.document.id == commitment.document and h.passage.span.overlaps(commitment.span) for h in hits):
                yield commitment.id

    def _looked_up(self, filters: Filters) -> "LookedUp":
        from policysearch.research import LookedUp

        return LookedUp(self._full(filters), None if filters.actor is None else self._actor_ids(filters.actor))

    def _full(self, filters: F) -> F:
        """The filters with the full id of their document, and the issuers that are meant."""
        if filters.document is not None:
            filters = replace(filters, document=self._store.find_document(filters.document))
        if filters.issuer is None:
            return filters
        known = sorted({s.metadata.issuer for s in self._store.summaries() if s.metadata.issuer})
        names = names_like(filters.issuer, known, self._language)
        if not names:
            self._note(f"no issuer of this corpus is called {filters.issuer!r}; there are {listed(known)}")
        return replace(filters, issuer_names=names)

    def _actor_ids(self, name: str) -> frozenset[str]:
        """Ids of the actors that `name` may mean: the one known by that name, else all whose names hold it."""
        met = [actor for actor, *_ in self._store.actors()]
        known = self._gazetteer.resolve(name)
        if known is not None and any(actor.id == known.id for actor in met):
            return frozenset({known.id})
        names = {actor.name for actor in met}
        exact = {other for other in names if other.casefold() == name.casefold()}
        # One word (kaupunginhallitus) may be the whole name in one document and a part of it in the others.
        is_whole = bool(exact) and " " in name.strip()
        meant = exact if is_whole else exact | set(names_like(name, sorted(names), self._language))
        if not meant:
            self._note(f"no actor of this corpus is called {name!r}: `policysearch actors` lists them")
        elif meant != exact:
            self._note(f"{name!r} is taken for {listed(sorted(meant))}")
        return frozenset(actor.id for actor in met if actor.name in meant)

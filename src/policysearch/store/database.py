"""The derived part of a corpus in one SQLite file: what was read and found. The only importer of sqlite3.

A transaction holds all documents of one original, so that a process killed at any moment leaves whole documents only.
`revision` grows with each of them; the index says which one it was made from.
"""

import contextlib
import datetime as dt
import json
import sqlite3
import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Any

from filelock import FileLock

from policysearch import codec
from policysearch.errors import (
    CorpusBusyError,
    CorpusFormatError,
    CorpusNotFoundError,
    DocumentNotFoundError,
    ThreadNotFoundError,
    WithheldError,
)
from policysearch.kill_points import kill_point
from policysearch.model.document import Document, Passage, PrintedWord, Section
from policysearch.model.facts import Actor, Commitment, Facts, Measure
from policysearch.model.held import Mark
from policysearch.model.report import Failure, Skipped, Stage
from policysearch.model.search import DocumentSummary
from policysearch.model.source import Listed, Snapshot
from policysearch.model.text import Page, Span
from policysearch.model.threads import MeasureLink, Thread
from policysearch.store.addresses import Addresses
from policysearch.store.erasing import Erasing
from policysearch.store.freezing import Freezing
from policysearch.store.rows import (
    BLOCK,
    METADATA,
    PAGE,
    PASSAGE,
    RECORD_TYPES,
    Body,
    FactKind,
    FactRow,
    ReadDocument,
    Row,
    StoredPassage,
    block_of,
    block_rows,
    document_row,
    fact_rows,
    metadata_of,
    page_of,
    page_rows,
    passage_of,
    passage_rows,
    unpack,
)
from policysearch.store.sameness import Sameness

FORMAT = "8"
_IS_LATEST = (
    "EXISTS (SELECT 1 FROM newest WHERE newest.sha256 IN"
    " (SELECT {of}.sha256 UNION ALL SELECT sha256 FROM snapshot WHERE says_as = {of}.sha256))"
)
"""Whether one document is: asked of `latest`, it is looked for among all of them."""
_SUMMARY = f"id, sha256, locator, {METADATA}, {_IS_LATEST}"


def connect(path: Path) -> sqlite3.Connection:
    """A connection on which every statement stands for itself until a transaction is begun."""
    return sqlite3.connect(path, timeout=30.0, isolation_level=None)


class Store(Addresses, Sameness, Erasing, Freezing):
    """One open `corpus.db`. Use it in one thread; many processes may read while one writes."""

    _db: sqlite3.Connection
    why_withheld: Callable[[str], str | None] = staticmethod(lambda _: None)
    """Why a document that is not here is withheld, by the beginning of its id; whoever opens the store may know."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open the file.

        Raises:
            CorpusNotFoundError: It does not exist and `create` is false.
            CorpusFormatError: It is no corpus, or one of another format.
        """
        if not create and not path.is_file():
            raise CorpusNotFoundError(f"there is no corpus at {path.parent}: make one with `policysearch ingest PATH…`")
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CorpusFormatError(
                f"{path.parent} cannot be a corpus: {error.strerror}; name another folder"
            ) from error
        try:
            # SQLite does not wait for another process while it turns to WAL: one at a time makes a new corpus.
            with FileLock(path.parent / ".corpus.lock") if create else contextlib.nullcontext():
                self._db = self._opened(path, create=create)
            found = self.meta("format")
        except OSError as error:
            raise CorpusFormatError(f"{path.parent} cannot be written to: {error.strerror}") from error
        except sqlite3.DatabaseError as error:
            raise CorpusFormatError(f"{path} is no policysearch corpus, or is damaged: {error}") from error
        if found != FORMAT:
            raise CorpusFormatError(
                f"{path} has corpus format {found}, this program writes {FORMAT}: "
                "move corpus.db away and run `policysearch reindex`, which makes it again from the stored originals"
            )

    def _opened(self, path: Path, *, create: bool) -> sqlite3.Connection:
        self._db = connect(path)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.execute("PRAGMA foreign_keys = ON")
        self._db.execute("PRAGMA secure_delete = ON")
        if create:
            self._create()
        return self._db

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    # --- corpus ---------------------------------------------------------------------------------------------------

    def meta(self, name: str) -> str | None:
        """A value of the corpus itself: `format`, `corpus_id`, `revision`."""
        row = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    @property
    def corpus_id(self) -> str:
        """Names this corpus, whatever is in it."""
        return self.meta("corpus_id") or ""

    @property
    def revision(self) -> int:
        """Grows with every change of documents or facts."""
        return int(self.meta("revision") or 0)

    def counts(self) -> dict[str, int]:
        """How many sources, snapshots, documents, current documents, passages and facts of each kind there are."""
        queries = {
            "copies": "SELECT count(*) FROM same",
            "sources": "SELECT count(*) FROM source",
            "snapshots": "SELECT count(*) FROM snapshot",
            "documents": "SELECT count(*) FROM document",
            "current": "SELECT count(*) FROM current",
            "passages": "SELECT count(*) FROM passage JOIN current ON current.id = document",
        }
        counts = {name: int(self._db.execute(query).fetchone()[0]) for name, query in queries.items()}
        query = "SELECT kind, count(*) FROM fact JOIN current ON current.id = document GROUP BY kind"
        return counts | {str(kind): int(n) for kind, n in self._db.execute(query)}

    def types(self) -> dict[str, int]:
        """How many current documents of each type there are, most frequent first."""
        query = "SELECT type, count(*) FROM current GROUP BY type ORDER BY 2 DESC, 1"
        return {str(name): int(n) for name, n in self._db.execute(query)}

    def readers(self) -> dict[str, int]:
        """How many current documents have words that each OCR engine read, most frequent first."""
        query = (
            "SELECT json_extract(body, '$.reader') AS reader, count(*) FROM current"
            " WHERE reader IS NOT NULL GROUP BY reader ORDER BY 2 DESC, 1"
        )
        return {str(reader): int(n) for reader, n in self._db.execute(query)}

    # --- writing --------------------------------------------------------------------------------------------------

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing of what is written inside; inside another one it is a part of that.

        Raises:
            CorpusBusyError: Another process is writing.
        """
        if self._db.in_transaction:
            yield
            return
        try:
            self._db.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise CorpusBusyError(f"another process is writing to {self.path}: try again when it is done") from error
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        kill_point()
        self._db.execute("COMMIT")
        kill_point()

    def add_snapshot(
        self,
        snapshot: Snapshot,
        documents: Sequence[ReadDocument],
        *,
        read_stamp: str,
        facts_stamp: str,
        says_as: str | None = None,
        marks: Iterable[Mark] = (),
    ) -> None:
        """Write all documents of an original in the place of what an earlier reading of it gave.

        Args:
            snapshot: The original.
            documents: What was read.
            read_stamp: By which rules it was read.
            facts_stamp: By which rules facts were found.
            says_as: The hash of an original that says the same: its documents stand for these, which are not written.
            marks: What they say of attachments, by canonical address.
        """
        with self.transaction():
            for table in ("document", "mark"):
                self._db.execute(f"DELETE FROM {table} WHERE sha256 = ?", (snapshot.sha256,))
            self._db.execute(
                "INSERT INTO snapshot VALUES (?, ?, ?, ?) ON CONFLICT (sha256)"
                " DO UPDATE SET read_stamp = excluded.read_stamp, says_as = excluded.says_as",
                (snapshot.sha256, snapshot.size, read_stamp, says_as),
            )
            if says_as is not None:
                query = "UPDATE snapshot SET says_as = ? WHERE says_as = ?"
                self._db.execute(query, (says_as, snapshot.sha256))
                documents = ()
            self._insert("mark", ((snapshot.sha256, mark.uri, mark.field, mark.value) for mark in marks))
            for ordinal, item in enumerate(documents):
                self._insert_document(item, ordinal, facts_stamp)
            self._advance()

    def marks(self, addresses: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """What records of the corpus say of what is at these canonical addresses: fields and values, each once."""
        query = "SELECT DISTINCT field, value FROM mark WHERE uri = ?"
        found = (row for uri in addresses for row in self._db.execute(query, (uri,)))
        return tuple(sorted({(field, value) for field, value in found}))

    def replace_facts(self, document: str, facts: Facts, *, facts_stamp: str) -> None:
        """Write what was found in a document anew."""
        with self.transaction():
            self._db.execute("DELETE FROM fact WHERE document = ?", (document,))
            self._insert_facts(document, facts)
            self._db.execute("UPDATE document SET facts_stamp = ? WHERE id = ?", (facts_stamp, document))
            self._advance()

    def add_failure(self, uri: str, stage: Stage, reason: str, at: dt.datetime, *, kept: str | None = None) -> None:
        """Note that an original could not be read; a later success clears it.

        Args:
            uri: Its address.
            stage: Where it failed.
            reason: Why.
            at: UTC.
            kept: Its hash, if it was read once: then only a success with the same bytes clears it.
        """
        with self.transaction():
            self._db.execute("DELETE FROM skipped WHERE uri = ?", (uri,))
            values = (uri, kept or "", stage, reason, at.isoformat())
            self._db.execute("INSERT OR REPLACE INTO failure VALUES (?, ?, ?, ?, ?)", values)

    def add_skipped(self, uri: str, reason: str) -> None:
        """Note that a file is no document."""
        with self.transaction():
            self._db.execute("DELETE FROM failure WHERE uri = ? AND kept = ''", (uri,))
            self._db.execute("INSERT OR REPLACE INTO skipped VALUES (?, ?)", (uri, reason))

    def remember_forms(self, forms: Mapping[str, str], *, stamp: str) -> None:
        """Keep analysed word forms; those of another dictionary are forgotten first."""
        with self.transaction():
            if self.meta("forms") != stamp:
                self._db.execute("DELETE FROM form")
                self._db.execute("INSERT OR REPLACE INTO meta VALUES ('forms', ?)", (stamp,))
            self._db.executemany("INSERT OR REPLACE INTO form VALUES (?, ?)", forms.items())

    # --- reading --------------------------------------------------------------------------------------------------

    def forms(self, *, stamp: str) -> dict[str, str]:
        """The analysed word forms of that dictionary."""
        if self.meta("forms") != stamp:
            return {}
        return dict(self._db.execute("SELECT form, readings FROM form"))

    def read_stamp(self, sha256: str) -> str | None:
        """How the original was read, or None if it was not."""
        row = self._db.execute("SELECT read_stamp FROM snapshot WHERE sha256 = ?", (sha256,)).fetchone()
        return None if row is None else str(row[0])

    def has_unread_pages(self, sha256: str) -> bool:
        """Whether the original has pages that nobody has read yet."""
        query = "SELECT 1 FROM page JOIN document ON id = document WHERE sha256 = ? AND status = 'unread' LIMIT 1"
        return self._db.execute(query, (sha256,)).fetchone() is not None

    def stale_facts(self, facts_stamp: str) -> tuple[str, ...]:
        """Ids of the documents whose facts were found by other rules."""
        query = "SELECT id FROM document WHERE facts_stamp <> ? ORDER BY id"
        return tuple(row[0] for row in self._db.execute(query, (facts_stamp,)))

    def facts_stamp(self, document: str) -> str:
        """By which rules the facts of a document were found."""
        return str(self._db.execute("SELECT facts_stamp FROM document WHERE id = ?", (document,)).fetchone()[0])

    def failures(self) -> tuple[Failure, ...]:
        """Originals that could not be read at the last try, by address."""
        rows = self._db.execute("SELECT uri, stage, reason, at, kept FROM failure ORDER BY uri, at")
        return tuple(
            Failure(uri, stage, reason, dt.datetime.fromisoformat(at), kept or None)
            for uri, stage, reason, at, kept in rows
        )

    def skipped(self) -> tuple[Skipped, ...]:
        """Files that are no documents, by address."""
        return tuple(Skipped(*row) for row in self._db.execute("SELECT uri, reason FROM skipped ORDER BY uri"))

    def find_document(self, ref: str) -> str:
        """The id that `ref` abbreviates.

        Raises:
            DocumentNotFoundError: None does, or several do.
        """
        query = "SELECT id FROM document WHERE id GLOB ? ORDER BY id LIMIT 3"
        ids = [row[0] for row in self._db.execute(query, (ref + "*",))] if ref.isalnum() else []
        if len(ids) == 1:
            return str(ids[0])
        if ids:
            raise DocumentNotFoundError(f"{ref!r} begins several ids ({', '.join(ids)}, …): give more of it")
        if why := self.why_withheld(ref):
            raise WithheldError(why)
        raise DocumentNotFoundError(f"no document has the id {ref!r}: `policysearch show` without an id lists them")

    def find_any(self, ref: str) -> tuple[str, str]:
        """What the id that `ref` abbreviates is of, `document`, `passage`, `commitment` or `measure`, and its id.

        Raises:
            DocumentNotFoundError: Nothing has such an id, or several things do.
        """
        tables = {
            "document": "document WHERE",
            "passage": "passage WHERE",
            "commitment": "fact WHERE kind = 'commitment' AND",
            "measure": "fact WHERE kind = 'measure' AND",
        }
        found = [
            (kind, str(row[0]))
            for kind, of in tables.items()
            for row in self._db.execute(f"SELECT id FROM {of} id GLOB ? ORDER BY id LIMIT 3", (ref + "*",))
            if ref.isalnum()
        ]
        if len(found) == 1:
            return found[0]
        if found:
            ids = ", ".join(f"{kind} {id_}" for kind, id_ in found[:3])
            raise DocumentNotFoundError(f"{ref!r} begins several ids ({ids}, …): give more of it")
        if why := self.why_withheld(ref):
            raise WithheldError(why)
        raise DocumentNotFoundError(
            f"no document, passage or commitment has the id {ref!r}: `policysearch show`, and `search` and"
            " `commitments` with `--format json`, give ids"
        )

    def summaries(self, *, all_versions: bool = False) -> Iterator[DocumentSummary]:
        """What is shown of each document, dated ones first in the order of their dates."""
        of = "document" if all_versions else "current"
        query = f"SELECT {_SUMMARY.format(of=of)} FROM {of} ORDER BY date IS NULL, date, id"
        for row in self._db.execute(query).fetchall():
            yield self._summary(row)

    def summary(self, document: str) -> DocumentSummary:
        """What is shown of the document with that full id."""
        query = f"SELECT {_SUMMARY.format(of='document')} FROM document WHERE id = ?"
        return self._summary(self._db.execute(query, (document,)).fetchone())

    def text(self, document: str) -> str:
        """The text of a document."""
        return unpack(self._db.execute("SELECT text FROM document WHERE id = ?", (document,)).fetchone()[0])

    def document(self, document: str) -> Document:
        """The document with that full id."""
        query = f"SELECT sha256, locator, media_type, {METADATA}, text, body FROM document WHERE id = ?"
        sha256, locator, media_type, *metadata, text, body_json = self._db.execute(query, (document,)).fetchone()
        body = codec.decode(body_json, Body)
        query = f"SELECT {PAGE} FROM page WHERE document = ? ORDER BY number"
        pages = [page_of(row) for row in self._db.execute(query, (document,))]
        query = f"SELECT {BLOCK} FROM block WHERE document = ? ORDER BY number"
        blocks = tuple(block_of(row) for row in self._db.execute(query, (document,)))
        return Document(
            id=document,
            sha256=sha256,
            locator=locator,
            media_type=media_type,
            metadata=metadata_of(metadata),
            text=unpack(text),
            blocks=blocks,
            sections=body.sections,
            passages=tuple(stored.passage for stored in self.passages(document)),
            participants=body.participants,
            agenda=body.agenda,
            pages=tuple(page for page, _, _ in pages),
            page_spans=tuple((page.number, span) for page, span, _ in pages if span is not None),
            printed=tuple(sorted((word for _, _, words in pages for word in words), key=lambda word: word.span)),
            furniture=body.furniture,
            warnings=body.warnings,
            reader=body.reader,
            listed=body.listed,
        )

    def original(self, document: str) -> tuple[str, str]:
        """Hash and media type of the original of a document."""
        sha256, media_type = self._db.execute(
            "SELECT sha256, media_type FROM document WHERE id = ?", (document,)
        ).fetchone()
        return sha256, media_type

    def page(self, document: str, number: int) -> Page | None:
        """A page of a document; None where it has no such page."""
        query = f"SELECT {PAGE} FROM page WHERE document = ? AND number = ?"
        row = self._db.execute(query, (document, number)).fetchone()
        return None if row is None else page_of(row)[0]

    def printed(self, document: str, around: Span | None = None) -> tuple[PrintedWord, ...]:
        """Where the words of a document are printed, in the order of the text; empty for formats without a layout.

        Args:
            document: Its full id.
            around: Only the pages that this span lies on, and the one after, which has the rest of a cut word.
        """
        query = f"SELECT {PAGE} FROM page WHERE document = :document"
        if around is not None:
            touched = "FROM page WHERE document = :document AND start < :end AND end > :start"
            query += f" AND number BETWEEN (SELECT min(number) {touched}) AND (SELECT max(number) + 1 {touched})"
        ends = {"start": around.start, "end": around.end} if around else {}
        pages = [page_of(row) for row in self._db.execute(query, {"document": document, **ends})]
        return tuple(sorted((word for _, _, words in pages for word in words), key=lambda word: word.span))

    def passages(self, document: str) -> tuple[StoredPassage, ...]:
        """The passages of a document, in the order of its text."""
        query = f"SELECT {PASSAGE} FROM passage WHERE document = ? ORDER BY number"
        return tuple(passage_of(row) for row in self._db.execute(query, (document,)))

    def languages(self) -> frozenset[str]:
        """The languages that passages are in, ISO 639-1."""
        return frozenset(code for (code,) in self._db.execute("SELECT DISTINCT language FROM passage"))

    def passage_languages(self, document: str) -> dict[str, int]:
        """How many passages of a document are in each language, most frequent first."""
        query = "SELECT language, count(*) FROM passage WHERE document = ? GROUP BY language ORDER BY 2 DESC, 1"
        return {str(code): int(n) for code, n in self._db.execute(query, (document,))}

    def has_passage(self, passage: str) -> bool:
        """Whether there is one; beside a writer the index may know others than the store."""
        return self._db.execute("SELECT 1 FROM passage WHERE id = ?", (passage,)).fetchone() is not None

    def passage(self, passage: str) -> tuple[str, StoredPassage]:
        """The id of its document, and the passage with that id."""
        query = f"SELECT document, {PASSAGE} FROM passage WHERE id = ?"
        document, *row = self._db.execute(query, (passage,)).fetchone()
        return document, passage_of(row)

    def heading(self, document: str, passage: Passage) -> str | None:
        """The heading over a passage, as printed, on one line."""
        if passage.section is None:
            return None
        body = self._db.execute("SELECT body FROM document WHERE id = ?", (document,)).fetchone()[0]
        start, end = (json.loads(body)["sections"][passage.section]["heading"][name] for name in ("start", "end"))
        return " ".join(self.text(document)[start:end].split()) or None

    def warnings(self) -> tuple[tuple[str, str], ...]:
        """Current documents read with something missing: their id and a sentence each."""
        query = "SELECT id, body FROM current ORDER BY id"
        found = ((id_, codec.decode(body, Body).warnings) for id_, body in self._db.execute(query))
        return tuple((id_, warning) for id_, warnings in found for warning in warnings)

    def facts(self, document: str) -> Facts:
        """Everything found in a document, in the order of its text."""
        return Facts(
            times=tuple(self._records(document, "time")),
            mentions=tuple(self._records(document, "actor")),
            commitments=tuple(self._records(document, "commitment")),
            measures=tuple(self._records(document, "measure")),
        )

    def content_keys(self) -> dict[str, str]:
        """A text for each current document that changes whenever what was read or found in it does."""
        query = "SELECT current.id, read_stamp, facts_stamp FROM current JOIN snapshot USING (sha256)"
        return {id_: f"{read_stamp}|{facts_stamp}" for id_, read_stamp, facts_stamp in self._db.execute(query)}

    def fact_rows(
        self,
        kind: FactKind,
        *,
        document: str | None = None,
        actors: Collection[str] | None = None,
    ) -> Iterator[FactRow]:
        """Facts of one kind in current documents, in the order of documents and text.

        Args:
            kind: Which facts.
            document: Only those of the document with this full id, current or not.
            actors: Only those of one of these actors.
        """
        of = "current" if document is None else "document"
        query = (
            "SELECT of.id, fact.id, of.type, of.issuer, of.date, fact.start, fact.end, fact.begins, fact.ends, record"
            f" FROM fact JOIN {of} AS of ON of.id = fact.document WHERE fact.kind = ?"
        )
        values: list[str] = [kind]
        if document is not None:
            query += " AND of.id = ?"
            values.append(document)
        if actors is not None:
            marks = ", ".join("?" * len(actors))
            query += f" AND EXISTS (SELECT 1 FROM fact_actor WHERE fact = fact.id AND actor IN ({marks}))"
            values += actors
        query += " ORDER BY of.date IS NULL, of.date, of.id, fact.start, fact.end, fact.id"
        for id_, fact, type_, issuer, date, start, end, begins, ends, record in self._db.execute(
            query, values
        ).fetchall():
            yield FactRow(id_, fact, type_, issuer, date, Span(start, end), begins, ends, record, kind)

    def actors(self) -> Iterator[tuple[Actor, int, int, int]]:
        """Each actor of the current documents with its number of mentions, documents and commitments."""
        query = (
            "SELECT actor, min(fact_actor.name), actor_kind, sum(fact.kind = 'actor'), count(DISTINCT document),"
            " sum(fact.kind = 'commitment') FROM fact_actor JOIN fact ON fact.id = fact"
            " JOIN current ON current.id = document GROUP BY actor, actor_kind ORDER BY 4 DESC, 2"
        )
        for id_, name, kind, *numbers in self._db.execute(query).fetchall():
            yield Actor(id_, name, kind), numbers[0], numbers[1], numbers[2]

    def persons_in_office(self) -> frozenset[str]:
        """Ids of the persons of current documents who are named in a role, or as councillor or minister."""
        query = (
            "SELECT DISTINCT actor FROM fact_actor JOIN fact ON fact.id = fact JOIN current ON current.id = document"
            " WHERE fact.kind = 'actor' AND actor_kind = 'person' AND (json_extract(record, '$.role') IS NOT NULL"
            " OR json_extract(record, '$.title') LIKE '%valtuutettu'"
            " OR json_extract(record, '$.title') LIKE '%ministeri')"
        )
        return frozenset(id_ for (id_,) in self._db.execute(query))

    def bystanders(self) -> frozenset[str]:
        """Ids of the persons who act in no office (appointees, clients, victims): nothing is gathered of them.

        An office that is named as a person is (*Saarimaan oikeusasiavaltuutettu*) is none of them.
        """
        query = "SELECT DISTINCT actor, name FROM fact_actor WHERE actor_kind = 'person'"
        persons = {id_ for id_, name in self._db.execute(query) if not name.split()[-1][:1].islower()}
        return frozenset(persons) - self.persons_in_office()

    def actor_names(self) -> dict[str, str]:
        """The name of each actor that is met in the corpus, by its id."""
        return dict(self._db.execute("SELECT actor, min(name) FROM fact_actor GROUP BY actor"))

    def page_spans(self, document: str) -> tuple[tuple[int, Span], ...]:
        """Where the text of each page of a document lies, by page number; a page without text is missing."""
        query = "SELECT number, start, end FROM page WHERE document = ? AND start IS NOT NULL ORDER BY number"
        rows = self._db.execute(query, (document,))
        return tuple((number, Span(start, end)) for number, start, end in rows)

    def sections(self, document: str) -> tuple[Section, ...]:
        """The sections of a document, in the order of its text."""
        body = self._db.execute("SELECT body FROM document WHERE id = ?", (document,)).fetchone()[0]
        return codec.decode(body, Body).sections

    def furniture(self, document: str) -> tuple[tuple[int | None, str], ...]:
        """Running headers and footers of a document, as printed, with their page."""
        body = self._db.execute("SELECT body FROM document WHERE id = ?", (document,)).fetchone()[0]
        return codec.decode(body, Body).furniture

    def page_statuses(self, document: str) -> tuple[tuple[int, str], ...]:
        """Number and status of each page of a document."""
        query = "SELECT number, status FROM page WHERE document = ? ORDER BY number"
        return tuple((int(number), str(status)) for number, status in self._db.execute(query, (document,)))

    def listed(self, document: str) -> tuple[Listed, ...]:
        """What the record of a document lists beside its text."""
        body = self._db.execute("SELECT body FROM document WHERE id = ?", (document,)).fetchone()[0]
        return codec.decode(body, Body).listed

    def commitments(self, ids: Collection[str]) -> dict[str, Commitment]:
        """Commitments by their full ids; those that are not there are missing."""
        query = "SELECT record FROM fact WHERE id = ? AND kind = 'commitment'"
        rows = (self._db.execute(query, (id_,)).fetchone() for id_ in dict.fromkeys(ids))
        found = (codec.decode(row[0], Commitment) for row in rows if row)
        return {commitment.id: commitment for commitment in found}

    # --- threads --------------------------------------------------------------------------------------------------

    def replace_threads(self, threads: Iterable[Thread], measures: Iterable[MeasureLink] = (), *, key: str) -> None:
        """Write all threads and links of measures anew; `key` names what they were made from and by."""
        with self.transaction():
            self._db.execute("DELETE FROM thread")
            self._db.execute("DELETE FROM measure_link")
            links = [(link.measure, link.other, codec.encode(link)) for link in measures]
            self._insert("measure_link", links)
            for thread in threads:
                self._insert("thread", [(thread.id, codec.encode(thread))])
                members = [(thread.id, member.commitment, 0) for member in thread.members]
                members += [(thread.id, member.commitment, 1) for member in thread.adopters]
                self._insert("thread_member", members)
            self._db.execute("INSERT OR REPLACE INTO meta VALUES ('threads', ?)", (key,))

    def threads(self) -> Iterator[Thread]:
        """All threads, by id."""
        for (record,) in self._db.execute("SELECT record FROM thread ORDER BY id").fetchall():
            yield codec.decode(record, Thread)

    def measure_links(self, document: str) -> dict[str, tuple[MeasureLink, ...]]:
        """What later documents say of the measures of a document, by the id of the measure, sure links first."""
        query = (
            "SELECT measure_link.record FROM measure_link JOIN fact ON fact.id = measure"
            " WHERE fact.document = ? ORDER BY measure, other"
        )
        found: dict[str, tuple[MeasureLink, ...]] = {}
        for (record,) in self._db.execute(query, (document,)).fetchall():
            link = codec.decode(record, MeasureLink)
            found[link.measure] = (*found.get(link.measure, ()), link)
        return {id_: tuple(sorted(links, key=lambda link: not link.is_sure)) for id_, links in found.items()}

    def measures(self, ids: Collection[str]) -> dict[str, Measure]:
        """Measures by their full ids; those that are not there are missing."""
        query = "SELECT record FROM fact WHERE id = ? AND kind = 'measure'"
        rows = (self._db.execute(query, (id_,)).fetchone() for id_ in dict.fromkeys(ids))
        found = (codec.decode(row[0], Measure) for row in rows if row)
        return {measure.id: measure for measure in found}

    def thread_ids(self) -> dict[str, str]:
        """The thread of each commitment that was met again; what settles proposals of several threads is missing."""
        query = (
            "SELECT commitment, min(thread) FROM thread_member WHERE thread IN"
            " (SELECT thread FROM thread_member GROUP BY thread HAVING count(*) > 1)"
            " GROUP BY commitment HAVING count(*) = 1"
        )
        return dict(self._db.execute(query))

    def thread(self, ref: str) -> Thread:
        """The thread of the commitment whose id is, or begins with, `ref`.

        Raises:
            ThreadNotFoundError: No commitment, or several, have that id, or it belongs to no thread, or to several.
        """
        commitment = self._find_commitment(ref)
        query = "SELECT record FROM thread JOIN thread_member ON thread = id WHERE commitment = ? ORDER BY id"
        found = [codec.decode(row[0], Thread) for row in self._db.execute(query, (commitment,))]
        if len(found) == 1:
            return found[0]
        if found:
            ids = ", ".join(thread.id for thread in found)
            raise ThreadNotFoundError(f"commitment {commitment} settles several threads: give one of {ids}")
        raise ThreadNotFoundError(
            f"commitment {commitment} belongs to no thread: it is routine, or its document is not the current version"
        )

    def _find_commitment(self, ref: str) -> str:
        query = "SELECT id FROM fact WHERE kind = 'commitment' AND id GLOB ? ORDER BY id LIMIT 3"
        ids = [str(row[0]) for row in self._db.execute(query, (ref + "*",))] if ref.isalnum() else []
        if len(ids) == 1:
            return ids[0]
        if ids:
            raise ThreadNotFoundError(f"{ref!r} begins several ids ({', '.join(ids)}, …): give more of it")
        raise ThreadNotFoundError(f"no commitment has the id {ref!r}: `policysearch commitments` shows their ids")

    # --- inside ---------------------------------------------------------------------------------------------------

    def _create(self) -> None:
        script = resources.files("policysearch.store").joinpath("schema.sql").read_text(encoding="utf-8")
        rows = {"format": FORMAT, "corpus_id": uuid.uuid4().hex, "revision": "0"}
        with self.transaction():
            # Looked up inside, since another process may be making the same corpus.
            if self._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone():
                return
            for statement in script.split(";\n"):
                self._db.execute(statement)
            self._db.executemany("INSERT INTO meta VALUES (?, ?)", rows.items())

    def _advance(self) -> None:
        self._db.execute("UPDATE meta SET value = value + 1 WHERE name = 'revision'")

    def _insert_document(self, item: ReadDocument, ordinal: int, facts_stamp: str) -> None:
        document = item.document
        self._insert("document", [document_row(document, ordinal, facts_stamp)])
        self._insert("page", page_rows(document))
        self._insert("block", block_rows(document))
        self._insert("passage", passage_rows(item))
        self._insert_facts(document.id, item.facts)

    def _insert_facts(self, document: str, facts: Facts) -> None:
        for row, actors in fact_rows(document, facts):
            self._insert("fact", [row])
            each_once = {actor.id: (row[0], actor.id, actor.name, actor.kind) for actor in actors}
            self._insert("fact_actor", each_once.values())

    def _insert(self, table: str, rows: Iterable[Row]) -> None:
        for row in rows:
            self._db.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)

    def _records(self, document: str, kind: FactKind) -> Iterator[Any]:
        query = "SELECT record FROM fact WHERE document = ? AND kind = ? ORDER BY start, end, id"
        for (record,) in self._db.execute(query, (document, kind)):
            yield codec.decode(record, RECORD_TYPES[kind])

    def _summary(self, row: Sequence[Any]) -> DocumentSummary:
        id_, sha256, locator, *metadata, is_current = row
        sources = self.sources(sha256)
        first = sources[0]
        return DocumentSummary(
            id_,
            metadata_of(metadata),
            first.uri,
            sha256,
            first.retrieved_at,
            locator,
            bool(is_current),
            (*sources, *self._sources_of_copies(id_)),
            self.main_of(id_),
            self.translations_of(id_),
        )

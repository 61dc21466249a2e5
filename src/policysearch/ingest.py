"""Originals into the corpus: fetch, read in child processes, write. The parent alone writes, in input order."""

import datetime as dt
import hashlib
import re
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from urllib.parse import quote, urlsplit

from policysearch.errors import ReadError, UnsupportedFormatError, UsageError
from policysearch.kill_points import kill_point
from policysearch.lang.fi import Finnish
from policysearch.marking import Marked, hold_back, holding, marks_stamp
from policysearch.model.document import Document
from policysearch.model.facts import Facts
from policysearch.model.held import HeldDocument
from policysearch.model.report import IngestEvent
from policysearch.model.source import Metadata, Reference, Snapshot
from policysearch.own_files import own_files
from policysearch.pipeline import ReadOriginal, Work
from policysearch.privacy.covering import covered_stamp, read_covered
from policysearch.privacy.decisions import Decisions
from policysearch.privacy.tombstones import Tombstones, why_left_out
from policysearch.settings import Settings
from policysearch.snapshots import Sighting, Snapshots
from policysearch.sources.addresses import spelt
from policysearch.sources.files import list_references, name_of, read_bytes
from policysearch.stamps import facts_stamp, read_stamp
from policysearch.store import Store
from policysearch.topic import Judgement
from policysearch.versions.reading import say_the_same
from policysearch.withdrawing import HIDDEN, hidden_at, hidden_by_notes, take_out
from policysearch.workers import Outcome, run


@dataclass(frozen=True, slots=True)
class _Fetched:
    """An original on its way: what is known of it before it is read, or why it was not fetched.

    Attributes:
        url: The address on the web that the file came from, as the user says.
        is_stored: It comes from the snapshots, at a time that they have noted already.
        gone: The note of the snapshots that its address gave nothing more.
        hints: What all listings say of these bytes; `given_hints` is what this one says.
        read_as: As what these bytes were read once; None if they never were.
        hidden_at: Since when all its addresses have withdrawn it, and nobody has decided: its documents are held back.
        marked: What records said of these bytes where they listed them as an attachment, as far as it is noted.
    """

    uri: str
    snapshot: Snapshot | None = None
    overrides: Metadata = field(default_factory=Metadata)
    stamp: str = ""
    event: IngestEvent | None = None
    needs_reading: bool = False
    url: str | None = None
    is_stored: bool = False
    gone: Sighting | None = None
    hints: Metadata = field(default_factory=Metadata)
    given_hints: Metadata = field(default_factory=Metadata)
    served_as: str | None = None
    read_as: str | None = None
    marked: Marked = ()
    rule_against: "RuleAgainst | None" = None
    hidden_at: dt.datetime | None = None


RuleAgainst = Callable[[Judgement, bool], str | None]
"""The rule by which a document that was read is left out; is told too whether it has pages that nobody has read."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """An original that was fetched from a channel; its bytes are among the snapshots.

    Attributes:
        snapshot: None where nothing came that would have to be read: it passes through, in its place.
        hints: What the listing says of it.
        served_as: What the server called it.
        rule_against: Asked once it is read, if it is new at its address; None to keep it whatever it says.
    """

    snapshot: Snapshot | None = None
    hints: Metadata = field(default_factory=Metadata)
    served_as: str | None = None
    rule_against: RuleAgainst | None = None


_NOTHING = _Fetched("", event=IngestEvent("", "unchanged"))
SAME_TEXT = "other bytes, the same text"
"""What is said of a page whose bytes changed, by a counter, and whose text did not."""
_LONGEST_NAME = 120
LEFTOVER_AGE = dt.timedelta(days=1)
"""A half-written file older than this was left by a killed run, not by one that is at work."""


@dataclass(frozen=True, slots=True)
class Ingest:
    """One run over originals: where they go, and how they are read."""

    store: Store
    snapshots: Snapshots
    settings: Settings
    language: Finnish
    tombstones: Tombstones
    decisions: Decisions

    def files(
        self,
        paths: Iterable[Path],
        overrides: Metadata,
        on_start: Callable[[int], None] | None = None,
        *,
        url: str | None = None,
    ) -> Iterator[IngestEvent]:
        """Take in files and folders.

        Args:
            paths: Files, and folders with everything below them; what the program keeps itself is left out.
            overrides: The user's own metadata for all of them.
            on_start: Is told how many originals there are, before the first one is read.
            url: The address on the web that the one file came from.

        Yields:
            One event an original, in order; by then it is safe on disk.

        Raises:
            UsageError: A path does not exist, `url` is no address of the web, or there are several files beside it.
        """
        self.snapshots.remove_leftovers(dt.datetime.now(dt.UTC) - LEFTOVER_AGE)
        references = tuple(list_references(paths, leave_out=own_files(self.settings)))
        if url is not None:
            _check_address(url, len(references))
        if on_start:
            on_start(len(references))
        yield from self._read(self._fetch(reference, overrides, url) for reference in references)
        self.settle()

    def given(self, data: bytes, name: str, overrides: Metadata, *, url: str | None = None) -> IngestEvent:
        """Take in an original that somebody hands over: its source is its hash and the name that it came with.

        Args:
            data: Its bytes.
            name: Of the file, as whoever gave it calls it; only shown, and used to tell formats apart.
            overrides: What is known better of it.
            url: The address on the web that it came from, by the word of whoever gives it.

        Raises:
            UsageError: `url` is no address of the web.
        """
        if url is not None:
            _check_address(url, 1)
        sha256 = hashlib.sha256(data).hexdigest()
        uri = given_uri(sha256, name)
        if stone := self.tombstones.of_original(sha256):
            return IngestEvent(uri, "left_out", reason=why_left_out(stone))
        known = self.store.snapshot_documents(sha256)
        if known and url is None and overrides == Metadata():
            return IngestEvent(uri, "unchanged", known)  # it was met elsewhere, and nothing new is said of it
        self.snapshots.add(data)
        snapshot = Snapshot(uri, sha256, len(data), dt.datetime.now(dt.UTC))
        (event,) = self._read([self._plan(snapshot, overrides, url=url)])
        self.settle()
        return event

    def arrived(self, arrivals: Iterable[Arrival]) -> Iterator[IngestEvent | None]:
        """Take in what a pull fetched.

        Args:
            arrivals: In the order in which they were fetched; of the same bytes one alone at a time.

        Yields:
            For each, in order, what became of it, which is then safe on disk; None for one without a snapshot.
        """
        for event in self._read(self._fetch_arrived(arrival) for arrival in arrivals):
            yield event if event.uri else None
        self.settle()

    @property
    def reading_stamp(self) -> str:
        """Names the rules by which originals are read today."""
        return read_stamp(self.language, Metadata(), Metadata())

    def withdraw(self, uri: str, at: dt.datetime, status: int | None = None) -> IngestEvent:
        """Note that an address gives nothing more: what was met there is kept, and held back if no other gives it.

        Args:
            uri: The address.
            at: When that was seen, UTC.
            status: The answer that said so, 404 or 410; None for a file that is gone.

        Returns:
            `withdrawn`; `unchanged` where that is known; `skipped` where nothing was ever taken in from there.
        """
        sha256 = self.store.newest_sha256(uri)
        if sha256 is None:
            return IngestEvent(uri, "skipped", reason="nothing was taken in from this address")
        documents = self.store.snapshot_documents(sha256)
        if self.store.is_withdrawn(uri):
            return IngestEvent(uri, "unchanged", documents)
        noted = [sighting for sighting in self.snapshots.sightings(sha256) if sighting.uri == uri]
        if noted and noted[-1].withdrawn:  # a run was killed between the two
            at, status = noted[-1].retrieved_at, noted[-1].status
        else:
            self.snapshots.add_sighting(sha256, Sighting(uri, at, withdrawn=True, status=status))
        kill_point()
        with self.store.transaction():
            self.store.withdraw(uri, at, status)
            for original in dict.fromkeys(map(self.store.original_of, self.store.originals_at([uri]))):
                self._hide(original)
        return IngestEvent(uri, "withdrawn", documents)

    def settle(self) -> None:
        """Hold back what all its addresses have withdrawn, and let in again what one of them gives, or a person keeps.

        Does nothing where nothing changed; what a killed run left is done by the next one.
        """
        for original in self.store.originals_withdrawn():
            with self.store.transaction():
                self._hide(original)
        back = {one.sha256 for one in self.snapshots.all_held() if one.withdrawn_at}
        back = {sha256 for sha256 in back if hidden_at(self.store, self.decisions, sha256) is None}
        if not back:
            return
        # What was met at these addresses is compared with one another again: other bytes may say the same.
        uris = [source.uri for sha256 in back for source in self.store.sources(sha256)]
        again = {*back, *self.store.originals_at(uris)}
        for sha256 in again:
            self.store.read_again(sha256)
        for _ in self._read_stored(again):
            pass
        for sha256 in back:
            if self.store.read_stamp(sha256):  # else it could not be read: that is listed, and it stays where it is
                self._keep_held(sha256, withdrawn=False)

    def _hide(self, sha256: str) -> None:
        """Hold an original back, if all its addresses have withdrawn it and nobody has decided."""
        since = hidden_at(self.store, self.decisions, sha256)
        if since and self.store.snapshot_documents(sha256):
            take_out(self.store, self.snapshots, sha256, since)

    def _keep_held(self, sha256: str, *, withdrawn: bool) -> None:
        """Without the withdrawn ones, where there are none any more."""
        held = self.snapshots.held(sha256)
        if not withdrawn and any(one.withdrawn_at for one in held):
            stay = (replace(one, withdrawn_at=None) for one in held if one.reasons)
            self.snapshots.keep_held(sha256, stay)

    def stored(self, on_start: Callable[[int], None] | None = None) -> Iterator[IngestEvent]:
        """Read the stored originals again where they were read by other rules, and find facts again likewise.

        Also restores a corpus whose `corpus.db` is gone. What cannot be read again stays as it was read, and fails.
        Yields one event an address of an original.
        """
        yield from self._read_stored(None, on_start)
        yield from self._without_note()
        yield from self._find_again()
        self.settle()

    def _read_stored(
        self, only: Collection[str] | None, on_start: Callable[[int], None] | None = None
    ) -> Iterator[IngestEvent]:
        """Read stored originals again, all of them or some."""
        notes = {sha256: self.snapshots.sightings(sha256) for sha256 in self.snapshots.all()}
        hidden = hidden_by_notes(notes, self.decisions)
        met = [(sha256, one) for sha256, noted in notes.items() if only is None or sha256 in only for one in noted]
        if on_start:
            on_start(len(met))
        # In the order of time, so that the versions of a source come in theirs.
        met.sort(key=lambda one: (one[1].retrieved_at, one[1].uri, one[0]))
        yield from self._read(self._fetch_stored(*one, hidden.get(one[0])) for one in met)

    def _fetch(self, reference: Reference, given: Metadata, url: str | None) -> _Fetched:
        uri = reference.uri
        try:
            data = read_bytes(uri, limit=self.settings.limits.file_mb * 2**20)
        except UnsupportedFormatError as error:
            return _Fetched(uri, event=IngestEvent(uri, "skipped", reason=str(error)))
        except ReadError as error:
            return _Fetched(uri, event=IngestEvent(uri, "failed", stage="fetch", reason=str(error)))
        sha256 = hashlib.sha256(data).hexdigest()
        if stone := self.tombstones.of_original(sha256):
            return _Fetched(uri, event=IngestEvent(uri, "left_out", reason=why_left_out(stone)))
        self.snapshots.add(data)
        snapshot = Snapshot(uri, sha256, len(data), dt.datetime.now(dt.UTC))
        return self._plan(snapshot, given, url=url)

    def _fetch_arrived(self, arrival: Arrival) -> _Fetched:
        snapshot = arrival.snapshot
        if snapshot is None:
            return _NOTHING
        planned = self._plan(snapshot, Metadata(), arrival.hints, arrival.served_as)
        is_known = self.store.newest_sha256(snapshot.uri) or self.store.read_stamp(snapshot.sha256)
        if is_known or self.snapshots.sightings(snapshot.sha256):
            return planned  # what is in the corpus stays there
        return replace(planned, rule_against=arrival.rule_against)

    def _fetch_stored(self, sha256: str, sighting: Sighting, hidden: dt.datetime | None) -> _Fetched:
        uri = sighting.uri
        if sighting.withdrawn:
            return _Fetched(uri, gone=sighting, is_stored=True)
        path, covered = self.snapshots.path(sha256), read_covered(self.snapshots.covered_path(sha256))
        if covered is None and not path.is_file():
            reason = f"the stored original is gone: restore {path} from a backup"
            event = IngestEvent(uri, "failed", self.store.snapshot_documents(sha256), stage="store", reason=reason)
            snapshot = Snapshot(uri, sha256, 0, sighting.retrieved_at)
            return _Fetched(uri, snapshot, event=event, read_as=sighting.read_as, is_stored=True)
        snapshot = Snapshot(uri, sha256, covered.size if covered else path.stat().st_size, sighting.retrieved_at)
        if self.store.original_of(sha256) != sha256:
            hidden = None  # the one that says the same has the documents
        return replace(self._plan(snapshot, Metadata(), url=sighting.url, hidden=hidden), is_stored=True)

    def _without_note(self) -> Iterator[IngestEvent]:
        """Originals of which nobody knows any more where they came from."""
        long_ago = (dt.datetime.now(dt.UTC) - LEFTOVER_AGE).timestamp()
        for path in self.snapshots.without_note():
            documents = self.store.snapshot_documents(path.name)
            if documents or path.stat().st_mtime < long_ago:  # else it may be one that is just being taken in
                reason = f"no note says where it was met: restore {path.name}.json from a backup, or ingest this file"
                yield IngestEvent(path.absolute().as_uri(), "failed", documents, stage="store", reason=reason)

    def _plan(
        self,
        snapshot: Snapshot,
        given: Metadata,
        listed: Metadata | None = None,
        served_as: str | None = None,
        url: str | None = None,
        hidden: dt.datetime | None = None,
    ) -> _Fetched:
        overrides, read_as = given, None
        sightings = self.snapshots.sightings(snapshot.sha256)
        for sighting in reversed(sightings):
            overrides = overrides.over(sighting.overrides)
            served_as = served_as or sighting.served_as
            read_as = read_as or sighting.read_as
        # Of what listings say, the last word of each address; the address that was met first goes before the others.
        said = {sighting.uri: sighting.hints for sighting in sightings if not sighting.withdrawn}
        if listed is not None:
            said[snapshot.uri] = listed
        hints = Metadata()
        for one in said.values():
            hints = hints.over(one)
        kept = covered_stamp(self.snapshots.covered_path(snapshot.sha256))
        stamp = f"{kept}/{self.language.stamp}" if kept else read_stamp(self.language, overrides, hints)
        released = sorted(held.id for held in self.snapshots.held(snapshot.sha256) if held.released_at)
        stamp += "".join(f"/released {id_}" for id_ in released)
        stamp += HIDDEN if hidden else ""
        marked = self._marked(snapshot.sha256, snapshot.uri, url)
        stamp += marks_stamp(marked)
        needs_reading = self.store.read_stamp(snapshot.sha256) != stamp or self._can_read_more(snapshot.sha256)
        return _Fetched(
            snapshot.uri,
            snapshot,
            overrides,
            stamp,
            needs_reading=needs_reading,
            hints=hints,
            given_hints=said.get(snapshot.uri, Metadata()),
            served_as=served_as,
            read_as=read_as,
            url=url,
            marked=marked,
            hidden_at=hidden,
        )

    def _can_read_more(self, sha256: str) -> bool:
        """Whether pages were left unread for want of OCR, and it is here now."""
        if not (self.settings.ocr and self.store.has_unread_pages(sha256)):
            return False
        from policysearch.extract.ocr import ocr_engine  # late: few originals need it

        return ocr_engine() is not None

    def _read(self, originals: Iterable[_Fetched]) -> Iterator[IngestEvent]:
        under_way: deque[_Fetched] = deque()

        def works() -> Iterator[Work | None]:
            for fetched in originals:
                under_way.append(fetched)
                yield self._work(fetched)

        forms = self.store.forms(stamp=self.language.stamp)
        for outcome in run(works(), settings=self.settings, forms=forms):
            yield self._finish(under_way.popleft(), outcome)

    def _work(self, fetched: _Fetched) -> Work | None:
        if fetched.snapshot is None or not fetched.needs_reading:
            return None
        sha256 = fetched.snapshot.sha256
        return Work(
            self.snapshots.path(sha256),
            self.snapshots.ocr_path(sha256),
            name_of(fetched.uri),
            sha256,
            fetched.overrides,
            self.settings.ocr,
            fetched.hints,
            fetched.served_as,
            fetched.read_as,
            judge=fetched.rule_against is not None,
            covered_path=self.snapshots.covered_path(sha256),
            released=frozenset(held.id for held in self.snapshots.held(sha256) if held.released_at),
        )

    def _finish(self, fetched: _Fetched, outcome: Outcome | None) -> IngestEvent:
        fetched, outcome = self._with_marks(fetched, outcome)
        read = outcome.result if outcome else None
        holds_back = isinstance(read, ReadOriginal) and bool(read.held or fetched.hidden_at)
        if outcome and outcome.forms and not holds_back:  # names are among the forms
            self.store.remember_forms(outcome.forms, stamp=self.language.stamp)
        event = fetched.event or (self._withdraw_again(fetched) or self._write(fetched, outcome))
        if event.outcome == "failed":
            kept = fetched.snapshot.sha256 if fetched.snapshot and fetched.read_as else None
            now = dt.datetime.now(dt.UTC)
            self.store.add_failure(event.uri, event.stage or "fetch", event.reason or "", now, kept=kept)
        elif event.outcome == "skipped":
            self.store.add_skipped(event.uri, event.reason or "")
        return event

    def _with_marks(self, fetched: _Fetched, outcome: Outcome | None) -> tuple[_Fetched, Outcome | None]:
        """Hold back what a record says is personal or not public; the record may have been read just before."""
        if fetched.snapshot is None or outcome is None or not isinstance(outcome.result, ReadOriginal):
            return fetched, outcome
        sha256 = fetched.snapshot.sha256
        marked = self._marked(sha256, fetched.uri, fetched.url)
        released = (held.id for held in self.snapshots.held(sha256) if held.released_at)
        result = hold_back(outcome.result, marked, released)
        if self.snapshots.sightings(sha256):  # else it is noted with them
            self.snapshots.note_marks(sha256, marked)
        stamp = fetched.stamp.removesuffix(marks_stamp(fetched.marked)) + marks_stamp(marked)
        return replace(fetched, marked=marked, stamp=stamp), replace(outcome, result=result)

    def _marked_too_late(self, read: ReadOriginal) -> Iterator[str]:
        """A warning where an attachment came before the record that says what it is."""
        here = {
            mark.uri
            for mark in holding(read)
            if self.store.snapshot_documents(self.store.newest_sha256(mark.uri) or "")
        }
        for uri in sorted(here):
            yield f"it lists {uri} as personal or not public, which is here: `policysearch reindex` holds that back"

    def _marked(self, sha256: str, *addresses: str | None) -> Marked:
        """What records say of an original, at these addresses and at those where it was met."""
        sightings = self.snapshots.sightings(sha256)
        met = {spelt(uri) for s in sightings for uri in (s.uri, s.url) if uri} | {
            spelt(uri) for uri in addresses if uri
        }
        noted = {mark for sighting in sightings for mark in sighting.marked}
        return tuple(sorted(noted | set(self.store.marks(met))))

    def _write(self, fetched: _Fetched, outcome: Outcome | None) -> IngestEvent:
        snapshot = fetched.snapshot
        assert snapshot is not None
        if event := self._not_taken(fetched, outcome):
            return event
        was_known = self.store.newest_sha256(snapshot.uri) == snapshot.sha256
        was_gone = was_known and self.store.is_withdrawn(snapshot.uri)
        warnings: tuple[str, ...] = ()
        read = outcome.result if outcome else None
        if isinstance(read, ReadOriginal):
            fetched = self._noted_reading(fetched, read.media_type)
        if not fetched.is_stored and not (was_known and self._is_noted(fetched)):
            snapshot = self._noted(fetched)
        # Of the same bytes at two addresses of a run the first reading counts: the second may have other OCR words.
        is_first = self.store.read_stamp(snapshot.sha256) != fetched.stamp
        if isinstance(read, ReadOriginal) and is_first:
            self.snapshots.add_ocr(snapshot.sha256, read.ocr_pages)
            self._note_held(snapshot, read, fetched.hidden_at)
        with self.store.transaction():
            if isinstance(read, ReadOriginal):
                warnings = tuple(dict.fromkeys(w for item in read.documents for w in item.document.warnings))
                warnings += tuple(self._marked_too_late(read))
                if is_first:
                    stamp = facts_stamp(self.language)
                    self.store.add_snapshot(
                        snapshot,
                        () if fetched.hidden_at else read.documents,
                        read_stamp=fetched.stamp,
                        facts_stamp=stamp,
                        says_as=None if fetched.hidden_at else self._says_as(fetched, read),
                        marks=holding(read),
                    )
            is_new = not (fetched.is_stored and self.store.has_version(snapshot))
            is_newer = is_new and self.store.add_version(snapshot, fetched.overrides, url=fetched.url)
        documents = self.store.snapshot_documents(snapshot.sha256)
        warnings += tuple(self._held_back(snapshot.sha256))
        event = IngestEvent(snapshot.uri, "new_version" if is_newer else "added", documents, warnings=warnings)
        if was_gone and not self.store.is_withdrawn(snapshot.uri):
            return replace(event, outcome="returned")
        if is_newer and self.store.original_before(snapshot) == self.store.original_of(snapshot.sha256):
            return replace(event, outcome="unchanged", reason=SAME_TEXT)
        if was_known or not is_new:
            return replace(event, outcome="updated" if outcome else "unchanged")
        return event

    def _says_as(self, fetched: _Fetched, read: ReadOriginal) -> str | None:
        """The original that the address gave before, if it says what was read now."""
        snapshot = fetched.snapshot
        assert snapshot is not None
        before = self.store.original_before(snapshot)
        if before is None or before == snapshot.sha256 or read.held or any(self._held_back(before)):
            return None
        told = {
            field.name
            for field in fields(Metadata)
            if getattr(fetched.overrides, field.name) is None
            and any(getattr(one.overrides, field.name) is not None for one in self.snapshots.sightings(before))
        }
        old = [self.store.document(id_) for id_ in self.store.snapshot_documents(before)]
        return before if say_the_same(old, [item.document for item in read.documents], told) else None

    def _note_held(self, snapshot: Snapshot, read: ReadOriginal, hidden: dt.datetime | None) -> None:
        """Note what is held back of an original; that it was withdrawn is noted until `settle` sees it come back."""
        sha256, uri = snapshot.sha256, snapshot.uri
        before = {one.id: one for one in self.snapshots.held(sha256)}
        found = [
            HeldDocument(id_, sha256, uri, reasons, metadata=metadata, withdrawn_at=hidden)
            for id_, reasons, metadata in read.held
        ]
        for item in read.documents:
            known = before.get(item.document.id)
            if hidden:
                known = known or HeldDocument(item.document.id, sha256, uri, ())
                found.append(replace(known, metadata=item.document.metadata, withdrawn_at=hidden))
            elif known and (known.released_at or known.withdrawn_at):
                found.append(known)
        if found or before:
            self.snapshots.keep_held(sha256, found)

    def _held_back(self, sha256: str) -> Iterator[str]:
        """A warning where documents of an original are held back."""
        if held := [one for one in self.snapshots.held(sha256) if one.is_held]:
            kinds = ", ".join(dict.fromkeys(one.why for one in held))
            documents = "a document is" if len(held) == 1 else f"{len(held)} documents are"
            yield f"{documents} held back until somebody has looked ({kinds}): `policysearch held list` lists them"

    def _withdraw_again(self, fetched: _Fetched) -> IngestEvent | None:
        """What the snapshots have noted of an address that gave nothing more."""
        if fetched.gone is None:
            return None
        gone = fetched.gone
        is_new = self.store.withdraw(gone.uri, gone.retrieved_at, gone.status)
        documents = self.store.snapshot_documents(self.store.newest_sha256(gone.uri) or "")
        return IngestEvent(gone.uri, "withdrawn" if is_new else "unchanged", documents)

    def _not_taken(self, fetched: _Fetched, outcome: Outcome | None) -> IngestEvent | None:
        """Why an original does not come into the corpus: it failed, is no document, or breaks a rule."""
        snapshot = fetched.snapshot
        assert snapshot is not None
        if outcome and (error := outcome.error):
            was_read = fetched.read_as is not None or self.store.read_stamp(snapshot.sha256) is not None
            if error.skipped and not (was_read or fetched.is_stored):
                if not self.snapshots.sightings(snapshot.sha256):  # else it failed under another name, and is kept
                    self.snapshots.drop(snapshot.sha256)
                return IngestEvent(snapshot.uri, "skipped", reason=error.reason)
            if not self.snapshots.sightings(snapshot.sha256):
                self._note(fetched)
            documents = self.store.snapshot_documents(snapshot.sha256)
            kept = "; what was read of it before stays" if documents else "; it was read before, and its bytes are kept"
            reason = error.reason + (kept if was_read else "")
            return IngestEvent(snapshot.uri, "failed", documents, stage=error.stage, reason=reason)
        if rule := self._rule_against(fetched, outcome):
            self.snapshots.drop(snapshot.sha256)
            return IngestEvent(snapshot.uri, "left_out", reason=rule)
        return None

    def _rule_against(self, fetched: _Fetched, outcome: Outcome | None) -> str | None:
        """The rule by which what was read is left out."""
        read = outcome.result if outcome else None
        if fetched.rule_against is None or not isinstance(read, ReadOriginal) or read.judgement is None:
            return None
        unread = any(page.status == "unread" for item in read.documents for page in item.document.pages)
        return fetched.rule_against(read.judgement, unread)

    def _noted(self, fetched: _Fetched) -> Snapshot:
        """Note that the original was met; a note that a killed run left without its version is that note already."""
        assert fetched.snapshot is not None
        snapshot = fetched.snapshot
        if self._is_noted(fetched):
            noted_at = [s for s in self.snapshots.sightings(snapshot.sha256) if s.uri == fetched.uri][-1].retrieved_at
            newest_at = self.store.newest_at(fetched.uri)
            if newest_at is None or newest_at < noted_at:
                return replace(snapshot, retrieved_at=noted_at)
        self._note(fetched)
        return snapshot

    def _noted_reading(self, fetched: _Fetched, media_type: str) -> _Fetched:
        """Note as what an original was read, if it is new."""
        assert fetched.snapshot is not None
        sha256 = fetched.snapshot.sha256
        if media_type != fetched.read_as and self.snapshots.sightings(sha256):
            self.snapshots.note_reading(sha256, media_type)
        return replace(fetched, read_as=media_type)

    def _note(self, fetched: _Fetched) -> None:
        assert fetched.snapshot is not None
        sighting = Sighting(
            fetched.uri,
            fetched.snapshot.retrieved_at,
            fetched.overrides,
            url=fetched.url,
            hints=fetched.given_hints,
            served_as=fetched.served_as,
            read_as=fetched.read_as,
            marked=fetched.marked,
        )
        self.snapshots.add_sighting(fetched.snapshot.sha256, sighting)

    def _is_noted(self, fetched: _Fetched) -> bool:
        """Whether the last note of this address says the same of it."""
        assert fetched.snapshot is not None
        notes = [s for s in self.snapshots.sightings(fetched.snapshot.sha256) if s.uri == fetched.uri]
        if not notes or notes[-1].withdrawn:
            return False
        last = notes[-1]
        is_same = (last.overrides, last.hints) == (fetched.overrides, fetched.given_hints)
        return is_same and fetched.url in (None, last.url)

    def _find_again(self) -> Iterator[IngestEvent]:
        stamp = facts_stamp(self.language)
        ids = self.store.stale_facts(stamp)
        documents: Iterator[Document] = (self.store.document(id_) for id_ in ids)
        forms = self.store.forms(stamp=self.language.stamp)
        for id_, outcome in zip(ids, run(documents, settings=self.settings, forms=forms), strict=True):
            assert outcome is not None
            uri = self.store.summary(id_).uri
            if outcome.error:
                yield IngestEvent(uri, "failed", (id_,), stage=outcome.error.stage, reason=outcome.error.reason)
                continue
            assert isinstance(outcome.result, Facts)
            self.store.replace_facts(id_, outcome.result, facts_stamp=stamp)
            yield IngestEvent(uri, "updated", (id_,))


def given_uri(sha256: str, name: str) -> str:
    """The source of an original that was handed over: bytes of another hash are never a version of it."""
    last = re.split(r"[/\\]", name)[-1]
    seen = " ".join("".join(sign if sign.isprintable() else " " for sign in last).split())
    return f"given:/{sha256[:16]}/{quote(seen[-_LONGEST_NAME:] or 'original', safe='')}"


def _check_address(url: str, n_files: int) -> None:
    """Refuse what is no address of one file.

    Raises:
        UsageError: With what is wrong.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError(f"{url!r} is no address of the web: give one that begins with https:// or http://")
    if n_files != 1:
        raise UsageError(f"one address is that of one file, and here are {n_files}: give each file with its own --url")

"""Originals into the corpus: fetch, read in child processes, write. The parent alone writes, in input order."""

import datetime as dt
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

from policysearch.errors import ReadError, UnsupportedFormatError, UsageError
from policysearch.lang.fi import Finnish
from policysearch.model.document import Document
from policysearch.model.facts import Facts
from policysearch.model.report import IngestEvent
from policysearch.model.source import Metadata, Reference, Snapshot
from policysearch.pipeline import ReadOriginal, Work
from policysearch.settings import Settings
from policysearch.snapshots import Sighting, Snapshots
from policysearch.sources.files import list_references, name_of, read_bytes
from policysearch.stamps import facts_stamp, read_stamp
from policysearch.store import Store
from policysearch.workers import Outcome, run


@dataclass(frozen=True, slots=True)
class _Fetched:
    """An original on its way: what is known of it before it is read, or why it was not fetched.

    Attributes:
        url: The address on the web that the file came from, as the user says.
        is_stored: It comes from the snapshots, at a time that they have noted already.
        gone: The note of the snapshots that its address gave nothing more.
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


LEFTOVER_AGE = dt.timedelta(days=1)
"""A half-written file older than this was left by a killed run, not by one that is at work."""


@dataclass(frozen=True, slots=True)
class Ingest:
    """One run over originals: where they go, and how they are read."""

    store: Store
    snapshots: Snapshots
    settings: Settings
    language: Finnish

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
            paths: Files, and folders with everything below them.
            overrides: The user's own metadata for all of them.
            on_start: Is told how many originals there are, before the first one is read.
            url: The address on the web that the one file came from.

        Yields:
            One event an original, in order; by then it is safe on disk.

        Raises:
            UsageError: A path does not exist, `url` is no address of the web, or there are several files beside it.
        """
        self.snapshots.remove_leftovers(dt.datetime.now(dt.UTC) - LEFTOVER_AGE)
        corpus = self.settings.corpus
        ours = (self.snapshots.folder, self.settings.index, *corpus.glob("corpus.db*"))
        references = tuple(list_references(paths, leave_out=ours))
        if url is not None:
            _check_address(url, len(references))
        if on_start:
            on_start(len(references))
        yield from self._read(self._fetch(reference, overrides, url) for reference in references)

    def withdraw(self, uri: str, at: dt.datetime, status: int | None = None) -> IngestEvent:
        """Note that an address gives nothing more: what was met there is kept, and shown as withdrawn.

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
        self.store.withdraw(uri, at, status)
        return IngestEvent(uri, "withdrawn", documents)

    def stored(self, on_start: Callable[[int], None] | None = None) -> Iterator[IngestEvent]:
        """Read the stored originals again where they were read by other rules, and find facts again likewise.

        Also restores a corpus whose `corpus.db` is gone. Yields one event an address of an original.
        """
        met = [(sha256, sighting) for sha256 in self.snapshots.all() for sighting in self.snapshots.sightings(sha256)]
        if on_start:
            on_start(len(met))
        # In the order of time, so that the versions of a source come in theirs.
        met.sort(key=lambda one: (one[1].retrieved_at, one[1].uri, one[0]))
        yield from self._read(self._fetch_stored(*sighting) for sighting in met)
        yield from self._find_again()

    def _fetch(self, reference: Reference, given: Metadata, url: str | None) -> _Fetched:
        uri = reference.uri
        try:
            data = read_bytes(uri, limit=self.settings.limits.file_mb * 2**20)
        except UnsupportedFormatError as error:
            return _Fetched(uri, event=IngestEvent(uri, "skipped", reason=str(error)))
        except ReadError as error:
            return _Fetched(uri, event=IngestEvent(uri, "failed", stage="fetch", reason=str(error)))
        sha256 = self.snapshots.add(data)
        snapshot = Snapshot(uri, sha256, len(data), dt.datetime.now(dt.UTC))
        return replace(self._plan(snapshot, given), url=url)

    def _fetch_stored(self, sha256: str, sighting: Sighting) -> _Fetched:
        uri = sighting.uri
        if sighting.withdrawn:
            return _Fetched(uri, gone=sighting, is_stored=True)
        size = self.snapshots.path(sha256).stat().st_size
        snapshot = Snapshot(uri, sha256, size, sighting.retrieved_at)
        return replace(self._plan(snapshot, Metadata()), url=sighting.url, is_stored=True)

    def _plan(self, snapshot: Snapshot, given: Metadata) -> _Fetched:
        overrides = given
        for sighting in reversed(self.snapshots.sightings(snapshot.sha256)):
            overrides = overrides.over(sighting.overrides)
        stamp = read_stamp(self.language, overrides)
        needs_reading = self.store.read_stamp(snapshot.sha256) != stamp or self._can_read_more(snapshot.sha256)
        return _Fetched(snapshot.uri, snapshot, overrides, stamp, needs_reading=needs_reading)

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
        )

    def _finish(self, fetched: _Fetched, outcome: Outcome | None) -> IngestEvent:
        if outcome and outcome.forms:
            self.store.remember_forms(outcome.forms, stamp=self.language.stamp)
        event = fetched.event or (self._withdraw_again(fetched) or self._write(fetched, outcome))
        if event.outcome == "failed":
            self.store.add_failure(event.uri, event.stage or "fetch", event.reason or "", dt.datetime.now(dt.UTC))
        elif event.outcome == "skipped":
            self.store.add_skipped(event.uri, event.reason or "")
        return event

    def _write(self, fetched: _Fetched, outcome: Outcome | None) -> IngestEvent:
        snapshot = fetched.snapshot
        assert snapshot is not None
        if outcome and (error := outcome.error):
            if error.skipped and self.store.read_stamp(snapshot.sha256) is None:
                self.snapshots.drop(snapshot.sha256)
                return IngestEvent(snapshot.uri, "skipped", reason=error.reason)
            if not self.snapshots.sightings(snapshot.sha256):
                self._note(fetched)
            return IngestEvent(snapshot.uri, "failed", stage=error.stage, reason=error.reason)
        was_known = self.store.newest_sha256(snapshot.uri) == snapshot.sha256
        was_gone = was_known and self.store.is_withdrawn(snapshot.uri)
        if not fetched.is_stored and not (was_known and self._is_noted(fetched)):
            self._note(fetched)
        warnings: tuple[str, ...] = ()
        read = outcome.result if outcome else None
        # Of the same bytes at two addresses of a run the first reading counts: the second may have other OCR words.
        is_first = self.store.read_stamp(snapshot.sha256) != fetched.stamp
        if isinstance(read, ReadOriginal) and is_first:
            self.snapshots.add_ocr(snapshot.sha256, read.ocr_pages)
        with self.store.transaction():
            if isinstance(read, ReadOriginal):
                warnings = tuple(dict.fromkeys(w for item in read.documents for w in item.document.warnings))
                if is_first:
                    stamp = facts_stamp(self.language)
                    self.store.add_snapshot(snapshot, read.documents, read_stamp=fetched.stamp, facts_stamp=stamp)
            is_new = not (fetched.is_stored and self.store.has_version(snapshot))
            is_newer = is_new and self.store.add_version(snapshot, fetched.overrides, url=fetched.url)
        documents = self.store.snapshot_documents(snapshot.sha256)
        if was_gone and not self.store.is_withdrawn(snapshot.uri):
            return IngestEvent(snapshot.uri, "returned", documents, warnings=warnings)
        if was_known or not is_new:
            return IngestEvent(snapshot.uri, "updated" if outcome else "unchanged", documents, warnings=warnings)
        return IngestEvent(snapshot.uri, "new_version" if is_newer else "added", documents, warnings=warnings)

    def _withdraw_again(self, fetched: _Fetched) -> IngestEvent | None:
        """What the snapshots have noted of an address that gave nothing more."""
        if fetched.gone is None:
            return None
        gone = fetched.gone
        is_new = self.store.withdraw(gone.uri, gone.retrieved_at, gone.status)
        documents = self.store.snapshot_documents(self.store.newest_sha256(gone.uri) or "")
        return IngestEvent(gone.uri, "withdrawn" if is_new else "unchanged", documents)

    def _note(self, fetched: _Fetched) -> None:
        assert fetched.snapshot is not None
        sighting = Sighting(fetched.uri, fetched.snapshot.retrieved_at, fetched.overrides, url=fetched.url)
        self.snapshots.add_sighting(fetched.snapshot.sha256, sighting)

    def _is_noted(self, fetched: _Fetched) -> bool:
        """Whether the last note of this address says the same of it."""
        assert fetched.snapshot is not None
        notes = [s for s in self.snapshots.sightings(fetched.snapshot.sha256) if s.uri == fetched.uri]
        if not notes or notes[-1].withdrawn:
            return False
        return notes[-1].overrides == fetched.overrides and fetched.url in (None, notes[-1].url)

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

"""Documents, and names in documents, forgotten for good: in originals, text, facts, index, pictures and journals.

The order is such that a run that is killed anywhere can be given again, and that nothing comes back: what is kept in
the place of an original first, then the tombstone, then everything that is gone by it. `sweep` does the last part again
for whatever a backup, or a copy of somebody else's corpus, brought back.
"""

import datetime as dt
import shutil
import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from policysearch import codec
from policysearch.errors import CorpusBusyError, UsageError
from policysearch.ingest import Ingest
from policysearch.kill_points import kill_point
from policysearch.model.document import Document
from policysearch.model.forgetting import ForgetPlan, ReachedDocument
from policysearch.model.held import HeldDocument
from policysearch.pictures import Pictures
from policysearch.privacy import journals
from policysearch.privacy.covering import CoveredOriginal, cover_document, cover_strings, read_covered
from policysearch.privacy.journals import Reach
from policysearch.privacy.names import PersonName, read_name
from policysearch.privacy.tombstones import (
    AT_WORK,
    Buried,
    Tombstone,
    Tombstones,
    address_key,
    offer_key,
    read_tombstones,
)
from policysearch.snapshots import Sighting, Snapshots, write_whole
from policysearch.store import Store

_PULL_CACHE = "pull-cache"


@dataclass(frozen=True, slots=True)
class _Intent:
    """What was asked for, in the mark until it is done: a run that is killed is gone on with by the next one.

    Attributes:
        id: Of the tombstone to be.
        documents: Ids of those that are meant.
    """

    id: str
    what: Literal["document", "name"]
    name: str | None
    documents: tuple[str, ...]
    by: str
    reason: str


@dataclass(frozen=True)
class Forgetting:
    """How one corpus forgets.

    Args:
        ingest: Reads again what is kept.
        pictures: Of its pages.
        rebuild: Makes index and threads anew.
    """

    ingest: Ingest
    pictures: Pictures
    rebuild: Callable[[], None]

    # --- what it will reach -------------------------------------------------------------------------------------------

    def plan_documents(self, ref: str, *, this_version: bool = False) -> ForgetPlan:
        """What forgetting a document reaches: with it all its versions and copies.

        Args:
            ref: The id of any version of it, or the beginning of it.
            this_version: This version alone.

        Raises:
            DocumentNotFoundError: None answers to it, or several do.
        """
        store = self._store
        id_ = store.find_document(ref)
        ids = [id_] if this_version else sorted(self._one_with(id_))
        of_original = {sha: set(store.snapshot_documents(sha)) for sha in {store.summary(i).sha256 for i in ids}}
        reached = []
        for each in ids:
            summary = store.summary(each)
            reached.append(ReachedDocument(summary, others=len(of_original[summary.sha256] - set(ids))))
        twins = {twin.document for each in ids for twin in store.translations_of(each)} - set(ids)
        return self._counted(ForgetPlan("document", None, tuple(reached), tuple(sorted(twins))))

    def plan_name(self, name: str, documents: Iterable[str] | None = None) -> ForgetPlan:
        """Where a name stands, and what covering it reaches.

        Args:
            name: Given name and surname.
            documents: Ids of the documents, or beginnings of them, in which it is covered; None for all that have it.

        Raises:
            UsageError: It is no whole name, or stands in none of the documents.
            DocumentNotFoundError: None answers to one of `documents`, or several do.
        """
        person = read_name(name)
        chosen = None if documents is None else {self._store.find_document(ref) for ref in documents}
        reached = tuple(self._holding(person, chosen))
        n_withheld = sum(1 for _ in self._snapshots.all_held())
        if not reached:
            where = "any document" if chosen is None else "these documents"
            said = f"{name!r} does not stand in {where} of this corpus, in any of its forms"
            if n_withheld:
                said += f"; of those withheld, {n_withheld} were not looked into (`policysearch held list`)"
            raise UsageError(said)
        return self._counted(ForgetPlan("name", name, reached, n_withheld=n_withheld))

    def _holding(self, person: PersonName, chosen: Collection[str] | None) -> Iterator[ReachedDocument]:
        for summary in self._store.summaries(all_versions=True):
            if chosen is not None and summary.id not in chosen:
                continue
            text = self._store.text(summary.id)
            beside = [summary.metadata.title or "", *(source.uri for source in summary.sources)]
            beside += [line for _, line in self._store.furniture(summary.id)]
            beside += [codec.encode(self._store.listed(summary.id))]
            if not person.is_in(text) and not any(map(person.is_in, beside)):
                continue
            spans = person.spans(text, alone=True)
            sentences = [
                " ".join(sentence.of(text).split())
                for stored in self._store.passages(summary.id)
                for sentence in stored.sentences or (stored.passage.span,)
                if any(sentence.overlaps(span) for span in spans)
            ]
            others = len(self._store.snapshot_documents(summary.sha256)) - 1
            yield ReachedDocument(summary, tuple(dict.fromkeys(sentences)), others)

    def _one_with(self, id_: str) -> set[str]:
        """The ids of all versions and copies of a document, itself among them."""
        store, found, new = self._store, set[str](), {id_}
        while new:
            found |= new
            near: set[str] = set()
            for each in new:
                summary = store.summary(each)
                main = store.main_of(each) or each
                near |= {main, *(source.document for source in store.summary(main).sources if source.document)}
                for uri in store.addresses_of(summary.sha256):
                    for event in store.history(uri):
                        near |= {d for d in event.documents if store.summary(d).locator == summary.locator}
            new = near - found
        return found

    def _counted(self, plan: ForgetPlan) -> ForgetPlan:
        store, ids = self._store, [reached.document.id for reached in plan.documents]
        reviews, fetched, watches = journals.count(self._folder, self._reach(plan))
        return replace(
            plan,
            n_originals=len(self._with_same(reached.document.sha256 for reached in plan.documents)),
            n_passages=sum(len(store.passages(id_)) for id_ in ids),
            n_commitments=sum(len(store.facts(id_).commitments) for id_ in ids),
            n_reviews=reviews,
            n_fetched=fetched,
            watches=watches,
        )

    # --- doing it -----------------------------------------------------------------------------------------------------

    def carry_out(self, plan: ForgetPlan, *, by: str, reason: str) -> Tombstone:
        """Forget for good. Backups made before still hold it: make new ones, and destroy those.

        Args:
            plan: As it was shown.
            by: Who asks for it.
            reason: Why; it is kept, so it must hold no name.

        Raises:
            UsageError: The reason is empty or holds the name, or nobody asks.
            CorpusBusyError: Another process is at work on this corpus; what it holds open may still be there.
        """
        if not by.strip():
            raise UsageError("who asks for it? Give your name with --by, or set reviewer in policysearch.toml")
        if not reason.strip():
            raise UsageError("why? A reason is kept in the place of what is forgotten: give it with --reason")
        person = read_name(plan.name) if plan.name else None
        if person and person.spans(reason, alone=True):
            raise UsageError("the reason holds the name, and is kept: give one without it")
        meant = tuple(reached.document.id for reached in plan.documents)
        intent = _Intent(uuid.uuid4().hex, plan.what, plan.name, meant, by.strip(), reason.strip())
        with journals.locked(self._folder):
            write_whole(self._mark, codec.encode(intent).encode())
            return self._carry_out(plan, intent)

    def _carry_out(self, plan: ForgetPlan, intent: _Intent) -> Tombstone:
        person = read_name(plan.name) if plan.name else None
        reach = self._reach(plan)
        buried, covered = tuple(self._kept(plan, person)), {}
        for each in buried:
            if not each.is_whole:
                covered[each.sha256] = self._texts(each.sha256)
        reach = replace(reach, covered=covered if person else None)
        lines = journals.lines_with(self._folder, reach)
        journals.rewrite(self._folder, reach)
        stone = Tombstone(
            intent.id, dt.datetime.now(dt.UTC), intent.by, intent.reason, plan.what, buried,
            tuple(sorted(reach.keys)), lines,
        )  # fmt: skip
        self._tombstones.add((stone,))
        self._erase(also=self._noted_with(person))
        return stone

    def forget_held(self, held: Sequence[HeldDocument], *, by: str, reason: str) -> Tombstone:
        """Forget documents that were held back: the bytes of their originals; what was read of neighbours stays.

        Args:
            held: One that the screen holds; or a withdrawn one with its other versions.
            by: Who asks for it.
            reason: Why; it is kept.

        Raises as `carry_out`.
        """
        if not (by.strip() and reason.strip()):
            raise UsageError("who forgets it, and why? Give --by and --reason")
        ids: dict[str, set[str]] = {}
        for one in held:
            ids.setdefault(one.sha256, set()).add(one.id)
        with journals.locked(self._folder):
            self._mark.touch()
            buried = tuple(each for sha256, own in ids.items() for each in self._buried(sha256, own))
            originals = [each.sha256 for each in buried]
            uris = self._uris(originals)
            fetched = list(journals.fetched_of(self._folder, set(originals), uris))
            keys = {address_key(uri) for uri in uris if uri.startswith("http")}
            keys |= {offer_key(line["channel"], line["key"]) for line in fetched if line.get("key")}
            stone = Tombstone(
                uuid.uuid4().hex, dt.datetime.now(dt.UTC), by.strip(), reason.strip(), "document", buried,
                tuple(sorted(keys)),
            )  # fmt: skip
            self._tombstones.add((stone,))
            journals.rewrite(self._folder, self._reach_of_tombstones())
            self._erase()
        return stone

    def _buried(self, sha256: str, ids: Collection[str]) -> Iterator[Buried]:
        """Keep the neighbours of documents that were held back, in the place of their original."""
        documents = tuple(self._kept_of(sha256, ids, None))
        if documents:
            size = self._snapshots.path(sha256).stat().st_size
            kept = CoveredOriginal(size, documents, self._snapshots.sightings(sha256))
            self._snapshots.keep_covered(sha256, codec.encode(kept))
        yield Buried(sha256, tuple(sorted(ids)), is_whole=not documents)
        if not documents:
            yield from (Buried(other, (), is_whole=True) for other in self._store.saying_as(sha256))

    def take_in(self, path: Path) -> int:
        """Forget what the tombstones of another copy of this corpus say; how many were new.

        Raises:
            UsageError: There is no such file.
            CorpusFormatError: It holds no tombstones.
        """
        if not path.is_file():
            raise UsageError(f"{path} does not exist: give the forgotten.jsonl of another corpus")
        added = self._tombstones.add(read_tombstones(path))
        self.sweep(thorough=True)
        return added

    def sweep(self, *, thorough: bool = False) -> bool:
        """Forget again what came back with a backup, or what a killed run left; true if there was anything.

        Args:
            thorough: Look into the journals too, not only for originals.

        Raises:
            CorpusBusyError: Another process is at work on this corpus.
        """
        if (intent := self._intent()) is not None:
            with journals.locked(self._folder):
                self._resume(intent)
            return True
        if not self._tombstones or not (self._mark.exists() or any(map(self._is_back, self._tombstones.originals()))):
            if not (thorough and self._tombstones):
                return False
            with journals.locked(self._folder):
                journals.rewrite(self._folder, self._reach_of_tombstones())
            return False
        with journals.locked(self._folder):
            self._mark.touch()
            journals.rewrite(self._folder, self._reach_of_tombstones())
            self._erase()
        return True

    def _intent(self) -> _Intent | None:
        """What a killed run was about to forget; None where it was far enough, or there was none."""
        try:
            intent = codec.decode(self._mark.read_text(encoding="utf-8"), _Intent)
        except (FileNotFoundError, ValueError):
            return None
        return None if any(stone.id == intent.id for stone in self._tombstones.all) else intent

    def _resume(self, intent: _Intent) -> None:
        """Go on with what was asked for, from the beginning: covering what is covered changes nothing."""
        here = {summary.id: summary for summary in self._store.summaries(all_versions=True)}
        reached = tuple(ReachedDocument(here[id_]) for id_ in intent.documents if id_ in here)
        self._carry_out(ForgetPlan(intent.what, intent.name, reached), intent)

    def _is_back(self, sha256: str) -> bool:
        """Whether something of an original is here that should be gone."""
        snapshots = self._snapshots
        if snapshots.path(sha256).exists() or snapshots.ocr_path(sha256).exists():
            return True
        if self._tombstones.is_whole(sha256):
            return self._store.knows_original(sha256)
        stamp = self._store.read_stamp(sha256)
        return stamp is not None and not stamp.startswith("covered/")

    def _kept(self, plan: ForgetPlan, person: PersonName | None) -> Iterator[Buried]:
        """Keep what stays of the originals in their place."""
        by_original: dict[str, set[str]] = {}
        for reached in plan.documents:
            by_original.setdefault(reached.document.sha256, set()).add(reached.document.id)
        for sha256, ids in by_original.items():
            documents = tuple(self._kept_of(sha256, ids, person))
            if documents:
                earlier = read_covered(self._snapshots.covered_path(sha256))
                size = earlier.size if earlier else self._snapshots.path(sha256).stat().st_size
                noted = self._snapshots.sightings(sha256)
                if person:
                    noted = tuple(cover_strings(each, Sighting, person, alone=True) for each in noted)
                self._snapshots.keep_covered(sha256, codec.encode(CoveredOriginal(size, documents, noted)))
            yield Buried(sha256, tuple(sorted(ids)), is_whole=not documents)
            # Other bytes with the same words hold them too, and nothing was read of them that could be kept.
            yield from (Buried(other, (), is_whole=True) for other in self._store.saying_as(sha256))

    def _kept_of(self, sha256: str, ids: Collection[str], person: PersonName | None) -> Iterator[Document]:
        for id_ in self._store.snapshot_documents(sha256):
            document = self._store.document(id_)
            if id_ not in ids:
                yield _with_warning(document, "something else in its original was forgotten: the original is not kept")
            elif person:
                covered = cover_document(document, person)
                yield _with_warning(covered, "a name was covered in it: the original is not kept")

    def _erase(self, also: Collection[str] = ()) -> None:
        """Take out everything that the tombstones name, and make anew what is derived."""
        stones, store, snapshots = self._tombstones, self._store, self._snapshots
        originals = stones.originals()
        addresses = {*also, *self._addresses(originals)}
        for sha256 in originals:
            kept = None if stones.is_whole(sha256) else read_covered(snapshots.covered_path(sha256))
            if kept is None:
                snapshots.drop(sha256)
                continue
            if snapshots.sightings(sha256) != kept.sightings:
                snapshots.replace_sightings(sha256, kept.sightings)
            snapshots.drop_bytes(sha256)
        kill_point()
        self.pictures.forget(originals)
        shutil.rmtree(self._folder / _PULL_CACHE, ignore_errors=True)
        store.erase(originals, addresses)
        covered = self._uris(sha for sha in originals if self._has_covered(sha))
        for event in self.ingest.stored():
            if event.outcome == "failed" and event.uri in covered:
                raise CorpusBusyError(f"what is kept of {event.uri} cannot be read ({event.reason}): try again")
        self.rebuild()
        kill_point()
        if not store.scrub():
            raise CorpusBusyError(
                f"it is forgotten, but another process still reads {store.path}, and its log holds the words: end that "
                "process (a web page that `policysearch serve` shows?), then run `policysearch forget --finish`"
            )
        kill_point()
        self._mark.unlink(missing_ok=True)

    # --- inside -------------------------------------------------------------------------------------------------------

    def _reach(self, plan: ForgetPlan) -> Reach:
        ids = frozenset(reached.document.id for reached in plan.documents)
        originals = frozenset(reached.document.sha256 for reached in plan.documents)
        same = self._with_same(originals) - originals
        uris = self._uris(originals | same)
        fetched = list(journals.fetched_of(self._folder, originals | same, uris))
        keys = {address_key(uri) for uri in uris if uri.startswith("http")}
        keys |= {address_key(line[key]) for line in fetched for key in ("uri", "final_uri") if line.get(key)}
        keys |= {offer_key(line["channel"], line["key"]) for line in fetched if line.get("key")}
        items = {s.passage.id for id_ in ids for s in self._store.passages(id_)}
        items |= {c.id for id_ in ids for c in self._store.facts(id_).commitments}
        if plan.name is None:
            whole = frozenset(sha for sha in originals if set(self._store.snapshot_documents(sha)) <= ids)
            return Reach(ids, whole | same, frozenset(keys), items=frozenset(items))
        others = [s for s in self._store.summaries(all_versions=True) if s.id not in ids and s.sha256 not in originals]
        homonyms = {s.sha256 for s in others} | {source.uri for s in others for source in s.sources}
        covered = {sha: {i: self._store.text(i) for i in self._store.snapshot_documents(sha)} for sha in originals}
        person = read_name(plan.name)
        covered = {sha: {i: person.covered(t, alone=True) for i, t in texts.items()} for sha, texts in covered.items()}
        return Reach(originals=same, keys=frozenset(keys), name=person, covered=covered, homonyms=frozenset(homonyms))

    def _with_same(self, originals: Iterable[str]) -> frozenset[str]:
        """Originals, and those that say the same as one of them in other bytes."""
        return frozenset(sha for original in originals for sha in (original, *self._store.saying_as(original)))

    def _reach_of_tombstones(self) -> Reach:
        """What no journal may hold, by all that was ever forgotten."""
        buried = [(stone, each) for stone in self._tombstones.all for each in stone.originals]
        whole = frozenset(each.sha256 for _, each in buried if each.is_whole or not self._has_covered(each.sha256))
        gone = (each.documents for stone, each in buried if stone.what == "document")
        return Reach(
            documents=frozenset(id_ for ids in gone for id_ in ids),
            originals=whole,
            keys=frozenset(key for stone in self._tombstones.all for key in stone.addresses),
            lines=frozenset(line for stone in self._tombstones.all for line in stone.lines),
            covered={each.sha256: self._texts(each.sha256) for _, each in buried if each.sha256 not in whole},
        )

    def _has_covered(self, sha256: str) -> bool:
        return self._snapshots.covered_path(sha256).exists()

    def _texts(self, sha256: str) -> Mapping[str, str]:
        kept = read_covered(self._snapshots.covered_path(sha256))
        return {document.id: document.text for document in kept.documents} if kept else {}

    def _uris(self, originals: Iterable[str]) -> set[str]:
        """The addresses at which originals were met, or came from."""
        found: set[str] = set()
        for sha256 in originals:
            found |= self._store.addresses_of(sha256)
            for sighting in self._snapshots.sightings(sha256):
                found |= {uri for uri in (sighting.uri, sighting.url) if uri}
        return found

    def _addresses(self, originals: Iterable[str]) -> set[str]:
        """The addresses of originals, and those that have a version in common with them: their order is made anew."""
        noted = {sha: {u for s in self._snapshots.sightings(sha) for u in (s.uri, s.url) if u} for sha in self._all()}
        found, size = self._uris(originals), -1
        while len(found) != size:
            size = len(found)
            for uris in noted.values():
                if uris & found:
                    found |= uris
        return found

    def _all(self) -> Iterator[str]:
        return self._snapshots.all()

    def _noted_with(self, person: PersonName | None) -> set[str]:
        """Addresses of files that failed, or are no documents, whose note holds the name."""
        if person is None:
            return set()
        noted = [(f.uri, f.reason) for f in self._store.failures()] + [(s.uri, s.reason) for s in self._store.skipped()]
        return {uri for uri, reason in noted if person.is_in(uri) or person.is_in(reason)}

    @property
    def _store(self) -> Store:
        return self.ingest.store

    @property
    def _snapshots(self) -> Snapshots:
        return self.ingest.snapshots

    @property
    def _tombstones(self) -> Tombstones:
        return self.ingest.tombstones

    @property
    def _folder(self) -> Path:
        return self.ingest.settings.corpus

    @property
    def _mark(self) -> Path:
        return self._folder / AT_WORK


def _with_warning(document: Document, sentence: str) -> Document:
    return replace(document, warnings=tuple(dict.fromkeys((*document.warnings, sentence))))

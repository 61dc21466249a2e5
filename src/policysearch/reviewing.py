"""Reviews of a corpus: said, kept, found again in what is read now, merged with those of somebody else."""

import datetime as dt
import re
import uuid
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from policysearch.errors import DocumentNotFoundError, UsageError
from policysearch.facts.gazetteer import Gazetteer
from policysearch.model.document import page_at
from policysearch.model.facts import Actor, Commitment, Measure
from policysearch.model.ids import document_id, fact_id
from policysearch.model.reviews import (
    DONE_STATUSES,
    AddedEntry,
    Anchor,
    Attached,
    CodedPlace,
    MergedReviews,
    Review,
    ReviewConflict,
    ReviewedEntry,
    ReviewField,
    ReviewKind,
    ReviewState,
    Saying,
)
from policysearch.model.text import Span
from policysearch.privacy.covering import as_covered
from policysearch.privacy.tombstones import Tombstones
from policysearch.reviews.anchors import Place, anchor_at, entry_at, find_again
from policysearch.reviews.journal import ReviewJournal, read_reviews
from policysearch.reviews.overlay import Overlay, added_commitment, corrected, kind_of, named_actor, when_of
from policysearch.reviews.state import coded_places, conflicts_of, holding, states_of
from policysearch.snapshots import Snapshots
from policysearch.store import Store

_MOMENT = dt.timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class _Read:
    """What of a document is compared with anchors."""

    text: str
    commitments: tuple[Commitment, ...]
    measures: tuple[Measure, ...]


WITHHELD = "its document is withheld until somebody decides, and these words with it"
"""Why a review attaches to nothing; its quote and its words are not shown."""
_OF_MEASURES: frozenset[ReviewKind] = frozenset({"status", "note", "tag", "untag"})
"""What is said of a measure of a plan."""


class Reviewing:
    """The reviews of one corpus.

    Args:
        store: Holds the documents.
        folder: Of the corpus: the journal lies there.
        gazetteer: Knows the names of bodies.
        only: Ids of the reviews that count, and nothing is said anew: those of a freeze.
    """

    def __init__(
        self, store: Store, folder: Path, gazetteer: Gazetteer, *, only: Collection[str] | None = None
    ) -> None:
        self._store, self._only = store, only
        self._journal = ReviewJournal(folder)
        self._tombstones = Tombstones(folder)
        self._snapshots = Snapshots(folder / "snapshots")
        self._gazetteer = gazetteer
        self._laid: tuple[object, Overlay] | None = None

    # --- saying -------------------------------------------------------------------------------------------------------

    def say(
        self,
        ref: str,
        kind: ReviewKind,
        *,
        by: str,
        field: ReviewField | None = None,
        value: str | None = None,
        evidence: str | None = None,
    ) -> Review:
        """Add a review of a commitment, of the machine or added by hand.

        Args:
            ref: Its id, or the beginning of it; or that of a measure of a plan.
            kind: What is said; `add` has a method of its own.
            by: Who says it.
            field: Of a correction.
            value: As `model.reviews.Review` describes.
            evidence: Of a status.

        Raises:
            DocumentNotFoundError: No commitment answers to `ref`, or several do.
            UsageError: The value is not of its kind, or nobody says it.
        """
        return self.say_all(ref, [Saying(kind, field, value, evidence)], by=by)[0]

    def say_all(self, ref: str, sayings: Sequence[Saying], *, by: str) -> tuple[Review, ...]:
        """Add several reviews of one commitment, all of them or, where one is not valid, none; raises as `say`."""
        for saying in sayings:
            _check(saying)
        commitment = self._commitment(ref)
        if isinstance(commitment, Measure) and not all(saying.kind in _OF_MEASURES for saying in sayings):
            raise UsageError(f"{ref} is a measure of a plan: say what became of it (--status), a note or a tag")
        anchor = self._anchor(commitment.document, commitment.span)
        return self._keep(by, anchor, *sayings)

    def add(self, document: str, quote: str, kind: str, *, by: str, occurrence: int = 0) -> tuple[Review, str]:
        """Add an entry that the machine did not find: words of a document, verbatim but for white space.

        Returns:
            The review, and the id of the entry.

        Raises:
            UsageError: The words do not stand in the document, or not so often, or the kind is none.
        """
        return self.add_at(document, _span_of(quote, self._read_text(document), occurrence), kind, by=by)

    def add_at(self, document: str, span: Span, kind: str, *, by: str) -> tuple[Review, str]:
        """`add`, of the words at a place of the document's text."""
        kind_of(kind)
        if not (0 <= span.start < span.end <= len(self._read_text(document))):
            raise UsageError("there are no words at this place of the document")
        (review,) = self._keep(by, self._anchor(document, span), Saying("add", value=kind))
        found = entry_at(span, self._store.facts(document).commitments)
        return review, found.id if found else _added_id(document, span)

    def retract(self, ref: str, *, by: str) -> Review:
        """Take back a review by its id or the beginning of it; the journal keeps both lines.

        Raises:
            UsageError: There is none, or several are meant.
        """
        found = [review for review in holding(self._journal.read()) if review.id.startswith(ref)]
        if len(found) != 1:
            raise UsageError(
                f"{'no review' if not found else 'more than one review'} has an id that begins with {ref!r}"
            )
        return self._keep(by, None, Saying("retract", value=found[0].id))[0]

    def merge(self, path: Path) -> MergedReviews:
        """Take in the reviews of another journal; lines that are known already stay as they are.

        Raises:
            UsageError: There is no such file.
            CorpusFormatError: It is no journal.
        """
        if not path.is_file():
            raise UsageError(f"{path} does not exist: give the reviews.jsonl of another corpus")
        known = {review.id for review in self._journal.read()}
        new = [kept for review in read_reviews(path) if review.id not in known and (kept := self._unforgotten(review))]
        self._journal.append(new)
        return MergedReviews(len(new), len(known), self.conflicts())

    # --- reading ------------------------------------------------------------------------------------------------------

    def entry(self, ref: str) -> ReviewedEntry:
        """One commitment with all that people say of it; raises as `say`."""
        commitment, overlay = self._commitment(ref), self.overlay()
        if isinstance(commitment, Measure):
            raise DocumentNotFoundError(f"{ref} is a measure of a plan, not a commitment")
        state = overlay.states.get(commitment.id, ReviewState())
        said = tuple(one for one in self.attached() if one.commitment == commitment.id) if overlay.states else ()
        return ReviewedEntry(commitment, corrected(commitment, state, overlay.actor_of), state, said)

    def sentences(self, document: str, at: int) -> tuple[Span, ...]:
        """The sentences of the passage at a place of a document's text, or of the first one after it."""
        stored = self._store.passages(document)
        passage = next((one for one in stored if one.passage.span.end > at), None)
        return () if passage is None else passage.sentences or (passage.passage.span,)

    def places(self, document: str, words: str) -> tuple[Span, ...]:
        """Where words stand in a document, verbatim but for white space."""
        return tuple(_spans_of(words, self._store.text(document)))

    def attached(self) -> tuple[Attached, ...]:
        """Every review that holds, with what it is attached to now, in the order in which they were said.

        Of a document that is withheld, without the words of either.
        """
        reviews = holding(one for one in self._journal.read() if self._only is None or one.id in self._only)
        read: dict[str, _Read] = {}
        current = frozenset(summary.id for summary in self._store.summaries()) if reviews else frozenset()
        places = [(review, self._place(review.anchor, current, read)) for review in reviews if review.anchor]
        added = {
            _added_id(place.document, place.span): place
            for review, place in places
            if review.kind == "add" and isinstance(place, Place)
        }
        return tuple(self._attach(review, place, read, added) for review, place in places)

    def unattached(self) -> tuple[Attached, ...]:
        """Reviews that attach to no entry of today, and why."""
        return tuple(one for one in self.attached() if one.commitment is None)

    def coded(self) -> tuple[CodedPlace, ...]:
        """The words that people tagged or noted something of, where they stand now."""
        return coded_places(self.attached())

    def overlay(self) -> Overlay:
        """What people say, ready to be laid over the facts; made anew where the journal or the corpus has changed."""
        key = (self._journal.size, self._store.revision)
        if self._laid is None or self._laid[0] != key:
            self._laid = (key, self._overlay())
        return self._laid[1]

    def _overlay(self) -> Overlay:
        attached = self.attached()
        states = states_of(attached)
        entries: dict[str, Commitment] = {}
        for one in attached:
            if one.review.kind != "add" or one.commitment is None or one.document is None or one.span is None:
                continue
            if one.commitment == _added_id(one.document, one.span) and one.commitment not in entries:
                entries[one.commitment] = self._added(one)
        return Overlay(states, tuple(entries.values()), self._actor_of)

    def conflicts(self) -> tuple[ReviewConflict, ...]:
        """Entries of which two people say different things."""
        by_entry: dict[str, list[Attached]] = {}
        for one in self.attached():
            if one.why == WITHHELD:
                continue
            anchor = one.review.anchor
            key = one.commitment or (f"{anchor.sha256}/{anchor.quote}/{anchor.occurrence}" if anchor else "")
            by_entry.setdefault(key, []).append(one)
        return tuple(self._conflicts(by_entry.values()))

    def _unforgotten(self, review: Review) -> Review | None:
        """A review from elsewhere without the words that were forgotten here; None where it is of such a document."""
        anchor = review.anchor
        stone = self._tombstones.of_original(anchor.sha256) if anchor else None
        if anchor is None or stone is None:
            return review
        id_ = document_id(anchor.sha256, anchor.locator)
        if id_ not in self._store.snapshot_documents(anchor.sha256):
            return None
        quote = as_covered(anchor.quote, self._store.text(id_))
        if quote is None or stone.what == "name":
            uris = [source.uri for source in self._store.sources(anchor.sha256)]
            anchor = replace(anchor, uri=anchor.uri if anchor.uri in uris else uris[0])
        return None if quote is None else replace(review, anchor=replace(anchor, quote=quote))

    # --- inside -------------------------------------------------------------------------------------------------------

    def _keep(self, by: str, anchor: Anchor | None, *sayings: Saying) -> tuple[Review, ...]:
        if self._only is not None:
            raise UsageError("a freeze is only read: leave --at out to say something of the corpus")
        if not by.strip():
            raise UsageError("who says so? Give your name with --by, or set reviewer in policysearch.toml")
        at, who = dt.datetime.now(dt.UTC), by.strip()
        # A moment apart, so that they stay in their order.
        reviews = tuple(
            Review(uuid.uuid4().hex, at + n * _MOMENT, who, one.kind, anchor, one.field, one.value, one.evidence)
            for n, one in enumerate(sayings)
        )
        self._journal.append(reviews)
        return reviews

    def _anchor(self, document: str, span: Span) -> Anchor:
        summary = Store.summary(self._store, document)  # with its whole address
        text = self._read_text(document)
        return anchor_at(sha256=summary.sha256, locator=summary.locator, uri=summary.uri, text=text, span=span)

    def _read_text(self, document: str) -> str:
        """The text as it was read: the store of a reader may have covered contact details in it."""
        return Store.text(self._store, document)

    def _commitment(self, ref: str) -> Commitment | Measure:
        by_hand = [c for c in self.overlay().added if c.id.startswith(ref)]
        if len(by_hand) == 1 and ref:
            return by_hand[0]
        kind, id_ = self._store.find_any(ref)
        if kind == "measure":
            return self._store.measures((id_,))[id_]
        if kind != "commitment":
            raise DocumentNotFoundError(f"{ref} is the id of a {kind}, and only commitments and measures are reviewed")
        return self._store.commitments((id_,))[id_]

    def _place(self, anchor: Anchor, current: Collection[str], read: dict[str, _Read]) -> Place | str:
        """Where the words stand now, or why nowhere."""
        own = document_id(anchor.sha256, anchor.locator)
        candidates = [own] if own in current else []
        newest = self._store.newest_sha256(anchor.uri)
        if newest is not None and newest != anchor.sha256:
            of_newest = self._store.snapshot_documents(newest)
            same = document_id(newest, anchor.locator)
            candidates += [same] if same in of_newest else of_newest
        for id_ in candidates:
            if (span := find_again(anchor, self._read(id_, read).text)) is not None:
                return Place(id_, span, moved=id_ != own)
        if not candidates and self._is_held(anchor):
            return WITHHELD
        if not candidates:
            return "its original is not in this corpus"
        return "the words do not stand there any more" if candidates != [own] else "the words are read otherwise now"

    def _is_held(self, anchor: Anchor) -> bool:
        id_ = document_id(anchor.sha256, anchor.locator)
        return any(one.id == id_ and one.is_held for one in self._snapshots.held(anchor.sha256))

    def _attach(self, review: Review, place: Place | str, read: dict[str, _Read], added: dict[str, Place]) -> Attached:
        if place == WITHHELD and review.anchor:
            return Attached(
                replace(review, anchor=replace(review.anchor, quote=""), value=None, evidence=None), why=place
            )
        if isinstance(place, str):
            return Attached(review, why=place)
        found = entry_at(place.span, self._read(place.document, read).commitments)
        if found is not None:
            return Attached(review, found.id, place.document, place.span, place.moved)
        by_hand = _added_id(place.document, place.span)
        if by_hand in added:
            return Attached(review, by_hand, place.document, place.span, place.moved)
        measure = entry_at(place.span, self._read(place.document, read).measures)
        if measure is not None:
            return Attached(review, measure.id, place.document, place.span, place.moved)
        why = "no entry is found there now"
        return Attached(review, None, place.document, place.span, place.moved, why)

    def _read(self, id_: str, read: dict[str, _Read]) -> _Read:
        if id_ not in read:
            facts = self._store.facts(id_)
            read[id_] = _Read(self._read_text(id_), facts.commitments, facts.measures)
        return read[id_]

    def _added(self, one: Attached) -> Commitment:
        assert one.document is not None
        assert one.span is not None
        span, id_ = one.span, one.document
        text = self._store.text(id_)
        entry = AddedEntry(one.commitment or "", id_, span, span.of(text), kind_of(one.review.value or ""))
        ocr = any(stored.passage.ocr for stored in self._store.passages(id_) if stored.passage.span.overlaps(span))
        return added_commitment(entry, page=page_at(self._store.page_spans(id_), text, span.start), ocr=ocr)

    def _actor_of(self, name: str) -> Actor:
        return self._gazetteer.resolve(name) or self._met(name) or named_actor(name)

    def _met(self, name: str) -> Actor | None:
        return next((actor for actor, *_ in self._store.actors() if actor.name.casefold() == name.casefold()), None)

    def _conflicts(self, groups: Iterable[list[Attached]]) -> Iterator[ReviewConflict]:
        for group in groups:
            for thing, values in conflicts_of([one.review for one in group]).items():
                anchor = group[0].review.anchor
                document = next((one.document for one in group if one.document), None)
                yield ReviewConflict(anchor.quote if anchor else "", document, thing, values)


def _added_id(document: str, span: Span) -> str:
    return fact_id(document, "added", span.start, span.end)


def _check(saying: Saying) -> None:
    """Refuse a value that is not of its kind.

    Raises:
        UsageError: With what it may be.
    """
    value = saying.value or ""
    if saying.field == "kind":
        kind_of(value)
    if saying.field == "date" and value:
        when_of(value)
    if saying.kind == "status" and value not in DONE_STATUSES:
        raise UsageError(f"{value!r} is no status; there are {', '.join(DONE_STATUSES)}")
    if saying.kind in ("note", "tag", "untag") and not value.strip():
        raise UsageError(f"the {saying.kind} is empty")


def _spans_of(quote: str, text: str) -> list[Span]:
    """Where words stand in a text, whatever the white space between them."""
    words = quote.split()
    if not words:
        raise UsageError("which words? Give them in quotation marks, as they stand in the document")
    return [Span(*match.span()) for match in re.finditer(r"\s+".join(map(re.escape, words)), text)]


def _span_of(quote: str, text: str, occurrence: int) -> Span:
    found = _spans_of(quote, text)
    if not found:
        raise UsageError("these words do not stand in the document: `policysearch check` shows what does")
    if occurrence >= len(found):
        raise UsageError(f"they stand there {len(found)} times only")
    return found[occurrence]

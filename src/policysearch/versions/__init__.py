"""What changed between the versions of documents."""

from collections.abc import Iterator, Sequence
from dataclasses import fields

from policysearch.model.changes import DocumentChange, FieldChange
from policysearch.model.search import DocumentSummary
from policysearch.model.source import Metadata, Snapshot
from policysearch.model.text import Span
from policysearch.store import Store
from policysearch.versions.facts import Sentence, fact_changes
from policysearch.versions.reading import calls_itself_a_draft
from policysearch.versions.words import sentence_changes


def find_changes(store: Store, document: str | None = None) -> tuple[DocumentChange, ...]:
    """What changed between versions that followed one another at an address, what was met last first.

    Args:
        store: Where they are.
        document: Full id of a version of the document that is asked for; None for all that have more than one.
    """
    seen: set[tuple[str, str]] = set()
    pairs = []
    for uri, old, new in store.version_pairs():
        if (old.sha256, new.sha256) not in seen:  # a copy of an address changes as that does
            seen.add((old.sha256, new.sha256))
            pairs += [(uri, new, *pair) for pair in _document_pairs(store, old, new)]
    if document is not None:
        wanted = _versions_of(document, [(old, new) for _, _, old, new in pairs])
        pairs = [pair for pair in pairs if {pair[2], pair[3]} & wanted]
    return tuple(change for pair in pairs if (change := _change(store, *pair)))


def _document_pairs(store: Store, old: Snapshot, new: Snapshot) -> Iterator[tuple[str | None, str | None]]:
    """The documents of two originals that are one in two versions, and those that only one has."""
    before = [store.summary(id_) for id_ in store.snapshot_documents(old.sha256)]
    after = [store.summary(id_) for id_ in store.snapshot_documents(new.sha256)]
    if len(before) == len(after) == 1:
        yield before[0].id, after[0].id
        return
    for key in (_locator, _numbers):
        for was in list(before):
            same = [now for now in after if key(now) is not None and key(now) == key(was)]
            if len(same) == 1 and sum(key(other) == key(was) for other in before) == 1:
                before.remove(was)
                after.remove(same[0])
                yield was.id, same[0].id
    yield from ((None, now.id) for now in after)
    yield from ((was.id, None) for was in before)


def _locator(summary: DocumentSummary) -> object:
    return summary.locator or None


def _numbers(summary: DocumentSummary) -> object:
    """What names one handling where the publisher gives a new locator to each version of it."""
    m = summary.metadata
    return (m.issuer, m.case_number, m.section_number, m.date) if m.case_number and m.section_number else None


def _versions_of(document: str, pairs: Sequence[tuple[str | None, str | None]]) -> set[str | None]:
    """All versions that hang together with one of them."""
    known: set[str | None] = {document}
    while True:
        more = {id_ for pair in pairs if known & set(pair) for id_ in pair if id_} - known
        if not more:
            return known
        known |= more


def _change(store: Store, uri: str, met: Snapshot, old: str | None, new: str | None) -> DocumentChange | None:
    """What changed, None where both read the same."""
    at = met.retrieved_at
    if old is None or new is None:
        return DocumentChange(
            uri, at, None if old is None else store.summary(old), None if new is None else store.summary(new)
        )
    before, after = store.summary(old), store.summary(new)
    old_text, new_text = store.text(old), store.text(new)
    metadata = tuple(_metadata_changes(before.metadata, after.metadata))
    is_approved = _is_draft(store, before, old_text) and not _is_draft(store, after, new_text)
    if old_text == new_text and not metadata and not is_approved:
        return None
    old_spans, new_spans = _sentences(store, old), _sentences(store, new)
    sentences, moved = sentence_changes(old_text, old_spans, new_text, new_spans)
    facts = fact_changes(store.facts(old), store.facts(new), _around(old_text, old_spans), _around(new_text, new_spans))
    return DocumentChange(uri, at, before, after, is_approved, metadata, sentences, facts, moved)


def _sentences(store: Store, document: str) -> tuple[Span, ...]:
    """The sentences of all passages, headings too, in the order of the text."""
    return tuple(span for stored in store.passages(document) for span in (stored.sentences or (stored.passage.span,)))


def _around(text: str, sentences: Sequence[Span]) -> Sentence:
    def sentence(span: Span) -> str:
        return next((one.of(text) for one in sentences if one.overlaps(span)), span.of(text))

    return sentence


def _metadata_changes(old: Metadata, new: Metadata) -> Iterator[FieldChange]:
    for field in fields(Metadata):
        was, now = getattr(old, field.name), getattr(new, field.name)
        if was != now:
            yield FieldChange(field.name, None if was is None else str(was), None if now is None else str(now))


def _is_draft(store: Store, summary: DocumentSummary, text: str) -> bool:
    return calls_itself_a_draft(summary.metadata.title, text, store.furniture(summary.id))

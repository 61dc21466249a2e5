"""A meeting from the documents of it: its minutes, or all decisions of one body and day."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain

from policysearch.finding import sentences
from policysearch.model.document import AgendaItem, Document
from policysearch.model.facts import Commitment, Facts
from policysearch.model.meeting import Attendee, MeetingSheet, SheetEntry, SheetItem, SheetList
from policysearch.model.search import DocumentSummary
from policysearch.model.text import Span
from policysearch.model.threads import EventKind
from policysearch.model.time import TimeExpression
from policysearch.proving import settled_by
from policysearch.store import Store

_TIME = re.compile(
    r"(?:kokous)?(?:aika(?:[ ]ja[ ]-?paikka)?|(?:mötes)?tid(?:[ ]och[ ]-?plats)?|time(?:[ ]and[ ]place)?)\b[\s:]*",
    re.IGNORECASE,
)
"""Time, or time and place in one: *Kokousaika ja -paikka: 16:00 valtuustosali* stays whole, as nothing parts it."""
_PLACE = re.compile(r"(?:kokous)?(?:paikka|plats|place)\b[\s:]*", re.IGNORECASE)
_HEAD = 20
"""Passages at the beginning of minutes among which time and place are printed."""
_LEFT_OPEN = frozenset({"tabled", "returned", "deferred"})
_TOLD = frozenset({"rationale", "history", "statement", "summary", "appeal", "attachments", "contacts", "notification"})
"""Parts of a decision that tell what was before, or what others said: nothing of them was done in the meeting."""
_LISTS: dict[str, SheetList] = {
    "decision": "decided",
    "undertaking": "to_do",
    "obligation": "to_do",
    "proposal": "proposed",
    "accomplishment": "reported",
}


def meeting_of(store: Store, document: str) -> MeetingSheet:
    """The sheet of the meeting that a document is of.

    Args:
        store: Holds it.
        document: The id of its minutes, or of one decision of it.
    """
    summaries = tuple(_documents(store, store.summary(document)))
    documents = tuple(store.document(summary.id) for summary in summaries)
    m = summaries[0].metadata
    items = tuple(chain.from_iterable(_items(doc) for doc in documents))
    sentence = sentences(store)
    threads = store.thread_ids()
    entries: list[SheetEntry] = []
    for doc in documents:
        starts = [(item.span.start, i) for i, item in enumerate(_own(doc), _first(items, doc))]
        if not starts:
            starts = [(0, _first(items, doc))] if items else []
        settled = {c.id: settled_by(store, c.id, threads) for c in store.facts(doc.id).commitments if c.id in threads}
        entries += _entries(doc, store.facts(doc.id), starts, partial(sentence, doc.id), settled)
    return MeetingSheet(
        documents=summaries,
        body=m.issuer,
        number=m.meeting_number,
        date=m.date,
        time=_labelled(documents[0], _TIME),
        place=_labelled(documents[0], _PLACE),
        people=tuple(chain.from_iterable(_people(store, doc) for doc in documents)),
        items=items,
        entries=tuple(entries),
    )


def _documents(store: Store, summary: DocumentSummary) -> Iterator[DocumentSummary]:
    """The minutes alone; of a decision all decisions of that body and day, by section."""
    m = summary.metadata
    if m.type != "decision" or m.issuer is None or m.date is None:
        yield summary
        return
    same = (
        other
        for other in store.summaries()
        if (other.metadata.type, other.metadata.issuer, other.metadata.date) == (m.type, m.issuer, m.date)
    )
    yield from sorted(same, key=lambda other: (_number(other.metadata.section_number), other.id)) or (summary,)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() else 0


def _own(doc: Document) -> tuple[AgendaItem, ...]:
    return doc.agenda if doc.metadata.type == "minutes" else ()


def _items(doc: Document) -> Iterator[SheetItem]:
    if doc.metadata.type == "minutes":
        yield from (SheetItem(item.number, item.title, doc.id) for item in doc.agenda)
        return
    section = doc.metadata.section_number
    yield SheetItem(None if section is None else f"§ {section}", doc.metadata.title or "", doc.id)


def _first(items: tuple[SheetItem, ...], doc: Document) -> int:
    return next((i for i, item in enumerate(items) if item.document == doc.id), 0)


def _entries(
    doc: Document,
    facts: Facts,
    starts: list[tuple[int, int]],
    sentence: Callable[[Span], str],
    settled: Mapping[str, EventKind | None],
) -> Iterator[SheetEntry]:
    def item(span: Span) -> int | None:
        return next((i for start, i in reversed(starts) if start <= span.start), None)

    def is_of_meeting(span: Span) -> bool:
        return next((p.part not in _TOLD for p in doc.passages if p.span.overlaps(span)), True)

    own = [c for c in facts.commitments if is_of_meeting(c.span) and c.said_on in {None, doc.metadata.date}]
    found = [(c.span, _entry(c, item(c.span), settled.get(c.id))) for c in own]
    covered = [c.span for c in facts.commitments]
    loose = [t for t in facts.times if _is_loose(t, covered) and is_of_meeting(t.span)]
    found += [(t.span, SheetEntry("to_do", sentence(t.span), t.page, doc.id, item(t.span), deadline=t)) for t in loose]
    yield from (entry for _, entry in sorted(found, key=lambda pair: pair[0]))


def _entry(c: Commitment, item: int | None, settled: EventKind | None) -> SheetEntry:
    on: SheetList = _LISTS[c.kind]
    if c.routine:
        on = "routine"
    elif c.kind == "decision" and c.outcome in _LEFT_OPEN:
        on = "left_open"
    return SheetEntry(
        on, c.quote, c.page, c.document, item, commitment=c, settled=settled if on == "proposed" else None
    )


def _is_loose(time: TimeExpression, covered: list[Span]) -> bool:
    """A deadline that stands in no commitment: *Huomioita voi toimittaa torstaihin mennessä*."""
    return (
        time.when.role == "deadline" and time.when.end is not None and not any(s.overlaps(time.span) for s in covered)
    )


def _labelled(doc: Document, label: re.Pattern[str]) -> str | None:
    """What is printed after a label of the head, on its line or in the next passage."""
    head = [passage.span.of(doc.text) for passage in doc.passages[:_HEAD]]
    for text, after in zip(head, [*head[1:], ""], strict=True):
        if match := label.match(text):
            return " ".join((text[match.end() :] or after).split()) or None
    return None


def _people(store: Store, doc: Document) -> Iterator[Attendee]:
    """Everybody in its list of participants, or before the first item of its agenda."""
    first = min((item.span.start for item in doc.agenda), default=0)
    for person in doc.participants:
        passage = next((p for p in doc.passages if p.span.overlaps(person.span)), None)
        if passage is None or not (passage.part == "participants" or person.span.start < first):
            continue
        if passage.part in {"contacts", "presenter"}:
            continue
        printed = " ".join(passage.span.of(doc.text).split())
        yield Attendee(person.name, printed, store.heading(doc.id, passage), doc.page_at(person.span.start))

"""What the corpus says of the measures of a plan since: later commitments, rows of reports, and what people say."""

from collections.abc import Iterator, Mapping

from policysearch.model.facts import Commitment, Measure
from policysearch.model.measures import FoundMeasure, MeasureNews
from policysearch.model.search import DocumentSummary
from policysearch.model.threads import EventKind, MeasureLink, Thread
from policysearch.reviews.anchors import entry_at
from policysearch.reviews.overlay import Overlay
from policysearch.store import Store

_EVENTS: Mapping[str, EventKind] = {
    "proposal": "proposed", "decision": "decided", "undertaking": "undertaken", "obligation": "obliged",
    "accomplishment": "done",
}  # fmt: skip
_REFUSED: Mapping[str, EventKind] = {"decision": "rejected", "accomplishment": "not_done"}


def measures_of(store: Store, document: str, overlay: Overlay) -> tuple[FoundMeasure, ...]:
    """The measures of a document, in the order of its text, each with what is known of it.

    Args:
        store: Holds it, with threads that are up to date.
        document: Its full id.
        overlay: What people say.
    """
    summary = store.summary(document)
    facts = store.facts(document)
    links = store.measure_links(document)
    found = []
    for measure in facts.measures:
        own = [c for c in facts.commitments if c.span.overlaps(measure.span)]
        sure = [*_of_threads(store, summary, own), *_linked(store, summary, links.get(measure.id, ()), is_sure=True)]
        sure = _once(sure)
        known = {news.other for news in sure}
        maybe = _once(_linked(store, summary, links.get(measure.id, ()), is_sure=False))
        entry = entry_at(measure.span, facts.commitments)
        state = overlay.states.get(measure.id) or (overlay.states.get(entry.id) if entry else None)
        unsure = tuple(news for news in maybe if news.other not in known)
        found.append(FoundMeasure(measure, summary, tuple(sure), unsure, state, entry.id if entry else None))
    return tuple(found)


def _event_of(c: Commitment) -> EventKind:
    """What a commitment without a thread is to the measure."""
    if c.polarity == "negative" and c.kind in _REFUSED:
        return _REFUSED[c.kind]
    return _EVENTS[c.kind]


def _of_threads(store: Store, plan: DocumentSummary, own: list[Commitment]) -> Iterator[MeasureNews]:
    """The later steps of the threads of the plan's own commitments."""
    threads = store.thread_ids()
    for id_ in dict.fromkeys(threads[c.id] for c in own if c.id in threads):
        yield from _later_steps(store, plan, store.thread(id_), None)


def _linked(
    store: Store, plan: DocumentSummary, links: tuple[MeasureLink, ...], *, is_sure: bool
) -> Iterator[MeasureNews]:
    threads = store.thread_ids() if links else {}
    for link in links:
        if link.is_sure != is_sure:
            continue
        if link.is_measure:
            row = store.measures((link.other,)).get(link.other)
            if row is not None:
                document = store.summary(row.document)
                yield MeasureNews(_of_row(row), document, row=row, link=link)
            continue
        c = store.commitments((link.other,)).get(link.other)
        if c is None:
            continue
        thread = store.thread(threads[c.id]) if c.id in threads else None
        event = next((e.kind for e in thread.events if e.commitment == c.id), None) if thread else None
        yield MeasureNews(event or _event_of(c), store.summary(c.document), commitment=c, link=link)
        if thread is not None and is_sure:
            yield from _later_steps(store, plan, thread, link)


def _later_steps(
    store: Store, plan: DocumentSummary, thread: Thread, link: MeasureLink | None
) -> Iterator[MeasureNews]:
    since = plan.metadata.date
    for event in thread.events:
        if event.document == plan.id or event.day is None or since is None or event.day <= since:
            continue
        c = store.commitments((event.commitment,)).get(event.commitment)
        if c is not None:
            yield MeasureNews(event.kind, store.summary(c.document), commitment=c, link=link, thread=thread.id)


def _of_row(row: Measure) -> EventKind | None:
    """A row says what became of it in words of its own: only a repetition has a name."""
    return None if row.parts("status") or row.parts("answer") else "restated"


def _once(news: Iterator[MeasureNews] | list[MeasureNews]) -> list[MeasureNews]:
    """Each later commitment or row once, in the order of their days."""
    first: dict[str, MeasureNews] = {}
    for one in news:
        first.setdefault(one.other, one)
    return sorted(first.values(), key=lambda one: (one.day is None, str(one.day), one.document.id, one.span))

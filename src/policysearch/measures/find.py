"""The measures of a document, from every layout; with pages, actors and times looked up."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from policysearch.measures.labelled import labelled_measures
from policysearch.measures.layout import units_of
from policysearch.measures.listed import list_measures, sentence_measures
from policysearch.measures.tables import Draft, table_measures
from policysearch.model.document import Document
from policysearch.model.facts import Facts, Measure, MeasureField
from policysearch.model.ids import fact_id
from policysearch.model.text import Span

_BULLETS = " \t\n–—-•·*▪●"


def find_measures(document: Document, facts: Facts) -> tuple[Measure, ...]:
    """The measures and recommendations of a document, in the order of its text.

    Args:
        document: The document, as it is read.
        facts: Found in it: who is named in a cell, and what its words of time mean.
    """
    tables = list(table_measures(document))
    taken = frozenset(number for _, rows in tables for number in rows)
    layout = tuple(units_of(document, taken))
    drafts = [draft for draft, _ in tables]
    for more in (labelled_measures(document, layout), list_measures(document, layout)):
        drafts += _new(drafts, more)
    drafts += _new(drafts, sentence_measures(document, facts.commitments))
    found = sorted((_measure(document, facts, draft) for draft in drafts), key=lambda measure: measure.span)
    return tuple(_once(found))


def _new(known: Iterable[Draft], more: Iterable[Draft]) -> list[Draft]:
    spans = [span for draft in known for span in (draft.text, *(span for _, span in draft.fields))]
    return [draft for draft in more if not any(draft.text.overlaps(span) for span in spans)]


def _measure(document: Document, facts: Facts, draft: Draft) -> Measure:
    def field(span: Span) -> Span:
        return _trimmed(document.text, span)

    fields = tuple(
        MeasureField(name, span, span.of(document.text), document.page_at(span.start))
        for name, whole in draft.fields
        if len(span := field(whole))
    )
    text = field(draft.text)
    own = Measure(
        id=fact_id(document.id, "measure", text.start, text.end),
        document=document.id,
        span=text,
        quote=text.of(document.text),
        page=document.page_at(text.start),
        kind=draft.kind,
        cue=draft.cue,
        number=draft.number,
        fields=fields,
        ocr=draft.ocr,
    )
    who = [f.span for f in own.parts("responsible")]
    when = [f.span for f in own.parts("schedule")]
    actors = (m.actor for m in facts.mentions if any(span.contains(m.span) for span in who))
    times = (t.when for t in facts.times if t.when.is_resolved and any(span.contains(t.span) for span in when))
    return replace(own, actors=tuple(dict.fromkeys(actors)), when=next(times, None))


def _trimmed(text: str, span: Span) -> Span:
    """Without white space around it, nor the bullet before it."""
    words = span.of(text)
    lead = len(words) - len(words.lstrip(_BULLETS))
    return Span(span.start + lead, max(span.start + lead, span.end - len(words) + len(words.rstrip())))


def _once(found: Iterable[Measure]) -> Iterator[Measure]:
    """Each measure once: a list of contents, a summary and the chapter itself repeat number and words."""
    best: dict[tuple[str | None, str], Measure] = {}
    for measure in found:
        key = measure.number, " ".join(measure.quote.casefold().split()).strip(" .")
        known = best.get(key)
        if known is None or len(measure.fields) > len(known.fields):
            best[key] = measure
    yield from sorted(best.values(), key=lambda measure: measure.span)

"""Results as plain dictionaries: the record shapes of `docs/record-shapes.md`, and those of the commands."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from policysearch.model.document import Document
from policysearch.model.facts import MEASURE_PARTS, Actor, Commitment, Facts, Measure, Mention
from policysearch.model.measures import FoundMeasure, MeasureNews
from policysearch.model.query import Expansion, Suggestion
from policysearch.model.reviews import ReviewState
from policysearch.model.search import (
    ActorSummary,
    DocumentSummary,
    FoundCommitment,
    FoundMention,
    FoundPaper,
    FoundStep,
    FoundThread,
    FoundTime,
    Hit,
    SearchResults,
    Standing,
)
from policysearch.model.source import AddressEvent, Source
from policysearch.model.text import Box, Span
from policysearch.model.time import TimeExpression, When

Record = dict[str, Any]


def export_records(summary: DocumentSummary, facts: Facts) -> Iterator[Record]:
    """A document and everything found in it, a record each: the document first, then in the order of the text."""
    yield document_record(summary)
    found = [
        *((c.span, commitment_record(c)) for c in facts.commitments),
        *((t.span, time_record(t)) for t in facts.times),
        *((m.span, mention_record(m)) for m in facts.mentions),
        *((m.span, measure_record(m)) for m in facts.measures),
    ]
    yield from (record for _, record in sorted(found, key=lambda pair: pair[0]))


def document_record(summary: DocumentSummary) -> Record:
    """The `document` record."""
    m = summary.metadata
    return {
        "record": "document",
        "id": summary.id,
        "source": {
            "uri": summary.uri,
            "url": summary.url,
            "locator": summary.locator or None,
            "sha256": summary.sha256,
            "retrieved_at": summary.retrieved_at.isoformat(),
        },
        "type": m.type,
        "title": m.title,
        "date": _iso(m.date),
        "issuer": m.issuer,
        "language": m.language,
        "identifiers": {
            "meeting_number": m.meeting_number,
            "case_number": m.case_number,
            "section_number": m.section_number,
        },
        "current": summary.is_current,
        "withdrawn_at": _second(summary.withdrawn_at),
        "sources": [source_record(source) for source in summary.sources],
        "same_as": summary.same_as,
        "translations": [{"document": one.document, "language": one.language} for one in summary.translations],
    }


def source_record(source: Source) -> Record:
    """An address of a document."""
    return {
        "uri": source.uri,
        "retrieved_at": source.retrieved_at.isoformat(),
        "newest": source.is_newest,
        "told": source.is_told,
        "withdrawn_at": _second(source.withdrawn_at),
        "status": source.status,
        "document": source.document,
    }


def address_event_record(event: AddressEvent) -> Record:
    """One thing that happened at an address."""
    return {
        "record": "address_event",
        "uri": event.uri,
        "event": event.kind,
        "at": event.at.isoformat(),
        "sha256": event.sha256,
        "size": event.size,
        "status": event.status,
        "documents": list(event.documents),
    }


def commitment_record(commitment: Commitment) -> Record:
    """The `commitment` record."""
    amount = commitment.amount
    return {
        "record": "commitment",
        "id": commitment.id,
        "document": commitment.document,
        "quote": commitment.quote,
        "span": _span(commitment.span),
        "page": commitment.page,
        "kind": commitment.kind,
        "actors": [_actor(actor) for actor in commitment.actors],
        "possible_actors": [_actor(actor) for actor in commitment.possible_actors],
        "action": commitment.action,
        "time": None if commitment.when is None else when_record(commitment.when),
        "condition": commitment.condition,
        "amount": None if amount is None else {"value": float(amount.value), "currency": amount.currency},
        "polarity": commitment.polarity,
        "outcome": commitment.outcome,
        "strength": commitment.strength,
        "routine": commitment.routine,
        "speaker": None if commitment.speaker is None else _actor(commitment.speaker),
        "said_on": _iso(commitment.said_on),
        "own_words": commitment.own_words,
        "cue": commitment.cue,
        "ocr": commitment.ocr,
    }


def time_record(time: TimeExpression) -> Record:
    """The `time` record."""
    return {
        "record": "time",
        "id": time.id,
        "document": time.document,
        "quote": time.quote,
        "span": _span(time.span),
        "page": time.page,
        **when_record(time.when),
        "ocr": time.ocr,
    }


def mention_record(mention: Mention) -> Record:
    """The `actor` record."""
    return {
        "record": "actor",
        "id": mention.id,
        "document": mention.document,
        "quote": mention.quote,
        "span": _span(mention.span),
        "page": mention.page,
        "actor": {**_actor(mention.actor), "kind": mention.actor.kind},
        "title": mention.title,
        "organisation": mention.organisation,
        "role": mention.role,
        "ocr": mention.ocr,
    }


def measure_record(measure: Measure) -> Record:
    """The `measure` record."""
    return {
        "record": "measure",
        "id": measure.id,
        "document": measure.document,
        "quote": measure.quote,
        "span": _span(measure.span),
        "page": measure.page,
        "kind": measure.kind,
        "number": measure.number,
        "parts": {
            name: [
                {"quote": field.quote, "span": _span(field.span), "page": field.page} for field in measure.parts(name)
            ]
            for name in MEASURE_PARTS
        },
        "actors": [_actor(actor) for actor in measure.actors],
        "time": None if measure.when is None else when_record(measure.when),
        "cue": measure.cue,
        "ocr": measure.ocr,
    }


def found_measure_record(found: FoundMeasure) -> Record:
    """A measure with its document inside, what later documents say of it, and what people say."""
    return {
        **measure_record(found.measure),
        "document": document_record(found.document),
        "since": [_news_record(news) for news in found.since],
        "unsure": [_news_record(news) for news in found.unsure],
        "review": None if found.review is None else review_state_record(found.review),
    }


def _news_record(news: MeasureNews) -> Record:
    link = news.link
    return {
        "event": news.event,
        "day": _iso(news.day),
        "quotes": list(news.quotes),
        "page": news.page,
        "document": document_record(news.document),
        "commitment": news.commitment.id if news.commitment else None,
        "measure": news.row.id if news.row else None,
        "thread": news.thread,
        "score": None if link is None else link.score,
        "words": [] if link is None else list(link.words),
    }


def when_record(when: When) -> Record:
    """Role, ISO ends, duration, recurrence (`set`), and whether it is approximate."""
    return {
        "role": when.role,
        "begin": _iso(when.begin),
        "end": _iso(when.end),
        "duration": when.duration,
        "set": when.recurrence,
        "approximate": when.approximate,
        "note": when.note,
    }


Boxes = Sequence[Sequence[Box]]
"""For each highlight, where it is printed: several boxes for one that runs over a line, none for an unknown layout."""


def hit_record(hit: Hit, boxes: Boxes = ()) -> Record:
    """A passage that was found: spans are of the document's text; those `in_title` and `in_heading` of these.

    Args:
        hit: The passage.
        boxes: Of the highlights of its snippet, in their order.
    """
    return {
        "record": "hit",
        "passage": hit.passage.id,
        "score": round(hit.score, 4),
        "document": document_record(hit.document),
        "heading": hit.heading,
        "part": hit.passage.part,
        "page": hit.passage.page,
        "language": hit.passage.language,
        "span": _span(hit.passage.span),
        "snippet": {"text": hit.snippet.text, "span": _span(hit.snippet.span)},
        "highlights": [_span(span) for span in hit.snippet.highlights],
        "in_title": [_span(span) for span in hit.in_title],
        "in_heading": [_span(span) for span in hit.in_heading],
        "boxes": [[box_record(box) for box in each] for each in boxes],
        "folded": list(hit.folded),
        "ocr": hit.passage.ocr,
    }


def box_record(box: Box) -> Record:
    """A rectangle on a page, in PDF points from the top left corner."""
    return {"page": box.page, "x0": box.x0, "top": box.top, "x1": box.x1, "bottom": box.bottom}


def results_record(results: SearchResults, boxes: Callable[[Hit], Boxes] = lambda _: ()) -> Record:
    """A page of hits with totals and facets."""
    return {
        "record": "results",
        "query": results.query,
        "total": results.total,
        "complete": results.n_complete,
        "differing": results.groups or results.total,
        "offset": results.offset,
        "undated_left_out": results.undated,
        "notes": list(results.notes),
        "expansions": [expansion_record(expansion) for expansion in results.expansions],
        "filters": list(results.filters),
        "suggestions": [suggestion_record(other) for other in results.suggestions],
        "facets": {
            name: [{"value": value, "count": count} for value, count in values]
            for name, values in results.facets.items()
        },
        "hits": [hit_record(hit, boxes(hit)) for hit in results.hits],
    }


def expansion_record(expansion: Expansion) -> Record:
    """What words of the query were also searched as; `span` points into the query."""
    return {
        "typed": expansion.typed,
        "searched": list(expansion.searched),
        "source": expansion.source,
        "span": _span(expansion.span),
        "left_out": expansion.left_out,
        "notes": list(expansion.notes),
    }


def suggestion_record(other: Suggestion) -> Record:
    """Another query that finds something, where this one finds nothing."""
    return {"query": other.query, "total": other.total, "change": other.change, "dropped": other.dropped}


OPEN = "no later document in this corpus reports it done"
"""What is said of an open commitment, word for word: whether it was done is not known here."""
OPEN_FI = "ei toteutumismerkintää aineistossa"


def found_commitment_record(found: FoundCommitment) -> Record:
    """A commitment with its document and the id of its thread inside; `standing` where open ones were asked for."""
    record = {
        **commitment_record(found.commitment),
        "document": document_record(found.document),
        "thread": found.thread,
    }
    if found.standing is not None:
        record["standing"] = standing_record(found.standing)
    if found.review is not None:
        record["review"] = review_state_record(found.review)
    if found.found is not None:
        record["found"] = commitment_record(found.found)
    return record


def review_state_record(state: ReviewState) -> Record:
    """What people say of a commitment."""
    return {
        "verdict": state.verdict,
        "corrected": dict(state.corrected),
        "status": state.status,
        "evidence": state.evidence,
        "notes": list(state.notes),
        "tags": list(state.tags),
        "by": list(state.by),
        "conflicts": list(state.conflicts),
    }


def standing_record(standing: Standing) -> Record:
    """What is known of an open commitment; `newest` is the newest document held of its body."""
    newest = standing.newest
    return {
        "finding": OPEN,
        "finding_fi": OPEN_FI,
        "as_of": _iso(standing.as_of),
        "was": None if standing.was is None else when_record(standing.was),
        "adopted": standing.is_adopted,
        "body": standing.body,
        "newest": None if newest is None else document_record(newest),
    }


def thread_record(found: FoundThread) -> Record:
    """The history of a commitment, with the evidence that its parts are one."""
    return {
        "record": "thread",
        "id": found.id,
        "steps": [step_record(found.id, step) for step in found.steps],
        "links": [
            {
                "first": link.first,
                "second": link.second,
                "basis": link.basis,
                "score": link.score,
                "words": list(link.words),
                "act": link.act or None,
                "actor": link.actor or None,
                "time": link.time or None,
                "same_case": link.same_case,
            }
            for link in found.links
        ],
        "paper": None if found.paper is None else _paper_record(found.paper),
        "silent_since": _iso(found.silent_since),
        "standing": None if found.standing is None else standing_record(found.standing),
    }


def _paper_record(paper: FoundPaper) -> Record:
    return {
        "document": document_record(paper.document),
        "commitment": paper.commitment,
        "words": list(paper.words),
    }


def step_record(thread: str, step: FoundStep) -> Record:
    """One step of a thread."""
    event = step.event
    return {
        "record": "step",
        "thread": thread,
        "event": event.kind,
        "day": _iso(event.day),
        "was": None if event.was is None else when_record(event.was),
        "now": None if event.now is None else when_record(event.now),
        "commitment": {**commitment_record(step.commitment), "document": document_record(step.document)},
    }


def found_time_record(found: FoundTime) -> Record:
    """A time with its sentence, its document, the commitments that it belongs to, and whose acts they are."""
    actors = {actor.id: actor for commitment in found.commitments for actor in commitment.actors}
    return {
        **time_record(found.time),
        "document": document_record(found.document),
        "sentence": found.sentence,
        "actors": [_actor(actor) for actor in actors.values()],
        "commitments": [commitment_record(commitment) for commitment in found.commitments],
    }


def found_mention_record(found: FoundMention) -> Record:
    """A mention with its sentence and document."""
    return {**mention_record(found.mention), "document": document_record(found.document), "sentence": found.sentence}


def actor_summary_record(actor: ActorSummary) -> Record:
    """An actor over the whole corpus."""
    return {
        "record": "actor_summary",
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "names": list(actor.names),
        "mentions": actor.n_mentions,
        "documents": actor.n_documents,
        "commitments": actor.n_commitments,
    }


def structure_record(document: Document) -> Record:
    """What a document is made of: sections, agenda, participants, pages."""
    return {
        "sections": [
            {
                "heading": section.heading.of(document.text),
                "level": section.level,
                "part": section.part,
                "number": section.number,
                "speaker": section.speaker,
                "said_on": _iso(section.said_on),
                "span": _span(section.span),
                "page": document.page_at(section.heading.start),
            }
            for section in document.sections
        ],
        "agenda": [{"number": item.number, "title": item.title} for item in document.agenda],
        "participants": [
            {"name": p.name, "title": p.title, "organisation": p.organisation, "role": p.role}
            for p in document.participants
        ],
        "pages": [{"number": page.number, "status": page.status} for page in document.pages],
        "languages": [{"language": code, "passages": n} for code, n in document.languages],
        "warnings": list(document.warnings),
        "reader": document.reader,
    }


def _actor(actor: Actor) -> Record:
    return {"id": actor.id, "name": actor.name}


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _second(moment: dt.datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _iso(value: dt.date | dt.datetime | None) -> str | None:
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="minutes")
    return None if value is None else value.isoformat()

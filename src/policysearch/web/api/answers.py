"""What the interface answers: a function an operation, from a request to a record."""

from typing import Any, Literal, cast

from policysearch.errors import DocumentNotFoundError, UsageError
from policysearch.model.research import GROUPINGS, SORTINGS
from policysearch.model.search import SORTS, FactFilters, Filters
from policysearch.present import citations, quotes, records, research
from policysearch.present.records import Record
from policysearch.web.api.lists import (
    cut,
    fact_filters,
    is_reviewed,
    needed,
    page_of,
    passage_filters,
    rows_of,
    when_and_where,
    window,
)
from policysearch.web.asking import Asked

MOST_WIDTH = 300
"""Letters on each side of a line of a concordance."""


def search(asked: Asked) -> Record:
    """Passages."""
    limit, offset = window(asked)
    found = asked.corpus.search(
        asked.text("q"),
        filters=Filters(**passage_filters(asked)),
        limit=limit,
        offset=offset,
        any_word=asked.switch("any"),
        sort=cast("Any", asked.choice("sort", SORTS, default="relevance")),
        fold=asked.switch("fold"),
        expand=not asked.switch("exact"),
    )
    said = records.results_record(found)
    items, total = said.pop("hits"), found.groups if asked.switch("fold") else found.total
    return {**said, **page_of(asked, items, total)}


def documents(asked: Asked) -> Record:
    """All documents."""
    found = asked.corpus.documents(all_versions=asked.switch("all_versions"))
    return cut(asked, [records.document_record(each) for each in found])


def document(asked: Asked) -> Record:
    """One document with its text."""
    summary = asked.corpus.summary(asked.path("id"))
    whole = asked.corpus.document(summary.id)
    structure = records.structure_record(whole)
    return {**records.document_record(summary), "structure": structure, "text": whole.text}


def passages_of(asked: Asked) -> Record:
    """The passages of a document."""
    whole = asked.corpus.document(asked.path("id"))
    found = [
        {
            "record": "passage",
            "id": p.id,
            "document": whole.id,
            "quote": p.span.of(whole.text),
            "span": [p.span.start, p.span.end],
            "page": p.page,
            "part": p.part,
            "kind": p.kind,
            "language": p.language,
            "ocr": p.ocr,
        }
        for p in whole.passages
    ]
    return cut(asked, found)


def facts_of(asked: Asked) -> Record:
    """What was found in a document."""
    summary = asked.corpus.summary(asked.path("id"))
    _, *found = records.export_records(summary, asked.corpus.facts(summary.id))
    return cut(asked, found)


def measures_of(asked: Asked) -> Record:
    """The measures of a plan."""
    return cut(asked, [records.found_measure_record(found) for found in asked.corpus.measures(asked.path("id"))])


def passage(asked: Asked) -> Record:
    """One passage."""
    citation = asked.corpus.cite(asked.path("id"))
    if citation.kind != "passage":
        raise DocumentNotFoundError(f"{asked.path('id')} is no passage, but a {citation.kind}")
    place = asked.corpus.passages([citation.id])[0]
    span = place.passage.span
    return {
        "record": "passage",
        "id": citation.id,
        "document": records.document_record(place.document),
        "quote": citation.quote,
        "span": [span.start, span.end],
        "page": citation.page,
        "heading": citation.heading,
        "part": place.passage.part,
        "kind": place.passage.kind,
        "ocr": citation.ocr,
    }


def commitments(asked: Asked) -> Record:
    """The ledger."""
    limit, offset = window(asked)
    is_open, undated, as_of = asked.switch("open"), asked.switch("undated"), asked.day("as_of")
    if (undated or as_of) and not is_open:
        raise UsageError("undated and as_of are of open commitments: add open=1")
    filters = fact_filters(asked)
    if is_open and not undated and not (filters["due_before"] or filters["due_after"]):
        filters["due_before"] = as_of or asked.corpus.settings.today
    found = asked.corpus.commitments(
        asked.text("q") or None,
        filters=FactFilters(**filters),
        open=is_open,
        undated=undated,
        as_of=as_of,
        limit=limit,
        offset=offset,
        reviewed=is_reviewed(asked),
    )
    return rows_of(asked, found, map(records.found_commitment_record, found.rows))


def thread(asked: Asked) -> Record:
    """The history of a commitment."""
    return records.thread_record(asked.corpus.thread(asked.path("id"), as_of=asked.day("as_of")))


def deadlines(asked: Asked) -> Record:
    """Deadlines."""
    limit, offset = window(asked)
    found = asked.corpus.deadlines(
        asked.text("q") or None,
        filters=FactFilters(**fact_filters(asked)),
        limit=limit,
        offset=offset,
        reviewed=is_reviewed(asked),
    )
    return rows_of(asked, found, map(records.found_time_record, found.rows))


def actors(asked: Asked) -> Record:
    """Actors; of persons only those in office."""
    kind = cast("Literal['organisation', 'person'] | None", asked.choice("kind", ("organisation", "person")))
    filters = FactFilters(**when_and_where(asked))
    found = asked.corpus.actors(kind=kind, filters=filters)
    return cut(asked, [records.actor_summary_record(each) for each in found])


def mentions(asked: Asked) -> Record:
    """Where an actor is named."""
    limit, offset = window(asked)
    filters = FactFilters(**when_and_where(asked))
    found = asked.corpus.mentions(needed(asked, "name"), filters=filters, limit=limit, offset=offset)
    return rows_of(asked, found, map(records.found_mention_record, found.rows))


def concordance(asked: Asked) -> Record:
    """Occurrences in their context."""
    limit, offset = window(asked)
    found = asked.corpus.research.concordance(
        needed(asked, "q"),
        filters=Filters(**passage_filters(asked)),
        width=asked.number("width", default=40, most=MOST_WIDTH),
        sort=cast("Any", asked.choice("sort", SORTINGS, default="date")),
        group=cast("Any", asked.choice("group", GROUPINGS)),
        limit=limit,
        offset=offset,
    )
    return page_of(asked, map(research.line_record, found.lines), found.total)


def cite(asked: Asked) -> Record:
    """What is needed to cite something."""
    found = asked.corpus.cite(asked.path("id"))
    span = found.span
    mark = {} if span is None else {"mark": f"{span.start}-{span.end}", "of": found.id}
    return {
        "record": "citation",
        "of": found.kind,
        "id": found.id,
        "document": records.document_record(found.document),
        "page": found.page,
        "span": None if span is None else [span.start, span.end],
        "heading": found.heading,
        "quote": found.quote,
        "ocr": found.ocr,
        "address": asked.address("document", id=found.document.id, **mark) + ("#mark" if mark else ""),
        "text": citations.citation_text(found),
        "bibtex": citations.citation_bibtex(found),
        "csl": citations.citation_csl(found),
    }


def check(asked: Asked) -> Record:
    """Whether quoted words stand in the corpus."""
    return quotes.check_record(asked.corpus.check(needed(asked, "q")))


def corpus(asked: Asked) -> Record:
    """What is in the corpus; where it lies on the disk is nobody's business here."""
    state = asked.corpus.status()
    return {
        "record": "corpus",
        "revision": state.revision,
        "originals": state.n_snapshots,
        "sources": state.n_sources,
        "documents": state.n_documents,
        "current": state.n_current,
        "passages": state.n_passages,
        "counts": dict(state.counts),
        "types": dict(state.types),
        "readers": dict(state.readers),
        "failures": [
            {"uri": each.uri, "stage": each.stage, "reason": each.reason, "at": each.at.isoformat()}
            for each in state.failures
        ],
        "skipped": [{"uri": each.uri, "reason": each.reason} for each in state.skipped],
        "warnings": [{"document": document, "warning": warning} for document, warning in state.warnings],
        "language": state.language,
        "index": state.index_state,
    }

"""What the interface answers: a function an operation, from a request to a record."""

from collections.abc import Iterable
from typing import Any, Literal, cast

from policysearch.errors import DocumentNotFoundError, UsageError
from policysearch.model.facts import COMMITMENT_KINDS
from policysearch.model.research import GROUPINGS, SORTINGS
from policysearch.model.search import SORTS, FactFilters, FactRows, Filters
from policysearch.model.source import DOCUMENT_TYPES
from policysearch.present import citations, quotes, records, research
from policysearch.present.records import Record
from policysearch.web.asking import Asked

DEFAULT_LIMIT, MOST_LIMIT = 20, 100
MOST_WIDTH = 300
"""Letters on each side of a line of a concordance."""


def search(asked: Asked) -> Record:
    """Passages."""
    limit, offset = _window(asked)
    found = asked.corpus.search(
        asked.text("q"),
        filters=Filters(**_filters(asked)),
        limit=limit,
        offset=offset,
        any_word=asked.switch("any"),
        sort=cast("Any", asked.choice("sort", SORTS, default="relevance")),
        fold=asked.switch("fold"),
        expand=not asked.switch("exact"),
    )
    said = records.results_record(found)
    items, total = said.pop("hits"), found.groups if asked.switch("fold") else found.total
    return {**said, **_page(asked, items, total)}


def documents(asked: Asked) -> Record:
    """All documents."""
    found = asked.corpus.documents(all_versions=asked.switch("all_versions"))
    return _cut(asked, [records.document_record(each) for each in found])


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
    return _cut(asked, found)


def facts_of(asked: Asked) -> Record:
    """What was found in a document."""
    summary = asked.corpus.summary(asked.path("id"))
    _, *found = records.export_records(summary, asked.corpus.facts(summary.id))
    return _cut(asked, found)


def measures_of(asked: Asked) -> Record:
    """The measures of a plan."""
    return _cut(asked, [records.found_measure_record(found) for found in asked.corpus.measures(asked.path("id"))])


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
    limit, offset = _window(asked)
    is_open, undated, as_of = asked.switch("open"), asked.switch("undated"), asked.day("as_of")
    if (undated or as_of) and not is_open:
        raise UsageError("undated and as_of are of open commitments: add open=1")
    filters = _fact_filters(asked)
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
        reviewed=_reviewed(asked),
    )
    return _rows(asked, found, map(records.found_commitment_record, found.rows))


def thread(asked: Asked) -> Record:
    """The history of a commitment."""
    return records.thread_record(asked.corpus.thread(asked.path("id"), as_of=asked.day("as_of")))


def deadlines(asked: Asked) -> Record:
    """Deadlines."""
    limit, offset = _window(asked)
    found = asked.corpus.deadlines(
        asked.text("q") or None,
        filters=FactFilters(**_fact_filters(asked)),
        limit=limit,
        offset=offset,
        reviewed=_reviewed(asked),
    )
    return _rows(asked, found, map(records.found_time_record, found.rows))


def actors(asked: Asked) -> Record:
    """Actors; of persons only those in office."""
    kind = cast("Literal['organisation', 'person'] | None", asked.choice("kind", ("organisation", "person")))
    filters = FactFilters(**_when_and_where(asked))
    found = asked.corpus.actors(kind=kind, filters=filters)
    return _cut(asked, [records.actor_summary_record(each) for each in found])


def mentions(asked: Asked) -> Record:
    """Where an actor is named."""
    limit, offset = _window(asked)
    filters = FactFilters(**_when_and_where(asked))
    found = asked.corpus.mentions(_needed(asked, "name"), filters=filters, limit=limit, offset=offset)
    return _rows(asked, found, map(records.found_mention_record, found.rows))


def concordance(asked: Asked) -> Record:
    """Occurrences in their context."""
    limit, offset = _window(asked)
    found = asked.corpus.research.concordance(
        _needed(asked, "q"),
        filters=Filters(**_filters(asked)),
        width=asked.number("width", default=40, most=MOST_WIDTH),
        sort=cast("Any", asked.choice("sort", SORTINGS, default="date")),
        group=cast("Any", asked.choice("group", GROUPINGS)),
        limit=limit,
        offset=offset,
    )
    return _page(asked, map(research.line_record, found.lines), found.total)


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
    return quotes.check_record(asked.corpus.check(_needed(asked, "q")))


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


def _window(asked: Asked) -> tuple[int, int]:
    return asked.number("limit", default=DEFAULT_LIMIT, least=1, most=MOST_LIMIT), asked.number("offset", default=0)


def _page(asked: Asked, items: Iterable[Record], total: int) -> Record:
    limit, offset = _window(asked)
    more = offset + limit < total
    return {
        "total": total,
        "offset": offset,
        "limit": limit,
        "next": asked.here(offset=offset + limit) if more else None,
        "items": list(items),
    }


def _cut(asked: Asked, found: list[Record]) -> Record:
    limit, offset = _window(asked)
    return _page(asked, found[offset : offset + limit], len(found))


def _rows(asked: Asked, found: FactRows[Any], items: Iterable[Record]) -> Record:
    return {**_page(asked, items, found.total), "undated_left_out": found.undated}


def _when_and_where(asked: Asked) -> dict[str, Any]:
    return {
        "after": asked.day("after"),
        "before": asked.day("before"),
        "document": asked.text("document", most=100) or None,
    }


def _filters(asked: Asked) -> dict[str, Any]:
    return {
        **_when_and_where(asked),
        "types": asked.choices("type", DOCUMENT_TYPES),
        "issuer": asked.text("issuer") or None,
        "actor": asked.text("actor") or None,
    }


def _fact_filters(asked: Asked) -> dict[str, Any]:
    return {
        **_filters(asked),
        "kinds": asked.choices("kind", COMMITMENT_KINDS),
        "due_after": asked.day("due_after"),
        "due_before": asked.day("due_before"),
        "routine": asked.switch("routine"),
    }


def _reviewed(asked: Asked) -> bool:
    return asked.choice("values", ("found", "reviewed"), default="found") == "reviewed"


def _needed(asked: Asked, name: str) -> str:
    value = asked.text(name)
    if not value:
        raise UsageError(f"{name} is needed")
    return value

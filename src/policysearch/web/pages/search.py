"""The page of search: passages with their words marked, and what they can be narrowed by."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from policysearch.model.search import SORTS, Filters, Hit, SearchResults, Sort
from policysearch.model.source import DOCUMENT_TYPES
from policysearch.present import records
from policysearch.web.asking import Asked
from policysearch.web.exporting import FORMS, MOST_ROWS, export
from policysearch.web.facets import chosen, facets, restored
from policysearch.web.labels import N_, label
from policysearch.web.paging import paging, wanted
from policysearch.web.sayings import said

PARAMETERS = (
    "type", "issuer", "actor", "after", "before", "document", "any", "sort", "fold", "exact", "size",
)  # fmt: skip
"""What narrows or changes a search, beside the query; kept when another query is typed."""
SORTINGS: dict[Sort, str] = {
    "relevance": N_("best first"),
    "date": N_("newest first"),
    "document": N_("by document"),
}
_MOST_MARKS = 20


@dataclass(frozen=True, slots=True)
class Shown:
    """A hit as the template shows it."""

    title: Any
    address: str
    language: str
    words_language: str
    about: tuple[str, ...]
    heading: Any
    words: Any
    n_folded: int


def page(asked: Asked) -> Response:
    """Search, or the empty form."""
    query, filters, (limit, offset) = asked.text("q"), filters_of(asked), wanted(asked)
    kept = [(name, value) for name in PARAMETERS for value in asked.request.query_params.getlist(name) if value]
    context: dict[str, Any] = {"query": query, "kept": kept, "after": filters.after, "before": filters.before}
    is_asked = bool(query or filters != Filters())
    if not is_asked:
        return asked.page("search.html", found=None, **context)
    found = _search(asked, limit, offset)
    total = found.groups if asked.switch("fold") else found.total
    return asked.page(
        "search.html",
        found=found,
        hits=[_shown(asked, hit) for hit in found.hits],
        facets=facets(asked, found),
        chosen=chosen(asked, filters, found),
        notes=[said(asked.words, note) for note in found.notes if note != asked.corpus.withheld_note],
        suggestions=list(_suggestions(asked, found)),
        pages=paging(asked, total=total, limit=limit, offset=offset),
        sortings=[(name, message, name == _sort(asked)) for name, message in SORTINGS.items()],
        exports=[(form, asked.address("search-export", form=form, **_asked_values(asked))) for form in FORMS],
        feed=asked.address(
            "search-feed", **{k: v for k, v in _asked_values(asked).items() if k not in ("sort", "fold")}
        ),
        concordance=_concordance(asked) if query else None,
        most_rows=MOST_ROWS,
        **context,
    )


def export_page(asked: Asked) -> Response:
    """The hits of a search as a file."""
    form = next((form for form in FORMS if form == asked.path("form")), None)
    if form is None:
        return asked.not_found()
    found = _search(asked, MOST_ROWS, 0)
    provenance = asked.corpus.provenance(
        "search",
        query=found.query,
        filters=filters_of(asked),
        options={
            "any": asked.switch("any"),
            "sort": _sort(asked),
            "fold": asked.switch("fold"),
            "exact": asked.switch("exact"),
            "limit": MOST_ROWS,
        },
        expansions=[*found.notes, *(f"{each.typed}: {', '.join(each.searched)}" for each in found.expansions)],
        n_hits=found.total,
        undated=found.undated,
    )
    cited = (asked.corpus.cite(hit.passage.id) for hit in found.hits)
    return export(form, "search", provenance, map(records.hit_record, found.hits), "hit", cited)


def filters_of(asked: Asked) -> Filters:
    """The filters that the address names."""
    return Filters(
        types=asked.choices("type", DOCUMENT_TYPES),  # type: ignore[arg-type]  # they were just compared
        issuer=asked.text("issuer") or None,
        actor=asked.text("actor") or None,
        after=asked.day("after"),
        before=asked.day("before"),
        document=asked.text("document", most=100) or None,
    )


def _search(asked: Asked, limit: int, offset: int) -> SearchResults:
    return asked.corpus.search(
        asked.text("q"),
        filters=filters_of(asked),
        limit=limit,
        offset=offset,
        any_word=asked.switch("any"),
        sort=_sort(asked),
        fold=asked.switch("fold"),
        expand=not asked.switch("exact"),
    )


def _sort(asked: Asked) -> Sort:
    value = asked.choice("sort", SORTS)
    return next((name for name in SORTS if name == value), "relevance")


def _asked_values(asked: Asked) -> dict[str, Any]:
    """Everything that decides the answer, whatever page of it is shown."""
    names = ("q", *(name for name in PARAMETERS if name != "size"))
    return {name: asked.request.query_params.getlist(name) for name in names}


def _concordance(asked: Asked) -> str | None:
    """The same words a line each; None where the search is narrowed by what a concordance does not know."""
    values = asked.request.query_params
    if any(values.get(name) for name in ("actor", "any")):
        return None
    kept = {name: values.getlist(name) for name in ("type", "issuer", "after", "before", "document")}
    return asked.address("concordance", q=asked.text("q"), **kept)


def _shown(asked: Asked, hit: Hit) -> Shown:
    m, words = hit.document.metadata, asked.words
    about = [m.issuer or words.gettext("issuer unknown"), words.date(m.date), label(words.gettext, m.type, "type")]
    if hit.passage.part:
        about.append(label(words.gettext, hit.passage.part, "part"))
    if hit.passage.page:
        about.append(words.gettext("page %(page)s") % {"page": words.number(hit.passage.page)})
    if hit.passage.ocr:
        about.append(words.gettext("read by OCR"))
    if hit.document.withdrawn_at:
        about.append(words.gettext("withdrawn by its publisher"))
    title = m.title or words.gettext("Untitled document")
    return Shown(
        title=asked.marked(title, hit.in_title if m.title else ()),
        address=_address(asked, hit),
        language=m.language or "fi",
        words_language=hit.passage.language,
        about=tuple(about),
        heading=asked.marked(hit.heading, hit.in_heading) if hit.heading and hit.heading != title else None,
        words=asked.marked(hit.snippet.text, hit.snippet.highlights, offset=hit.snippet.span.start),
        n_folded=len(hit.folded),
    )


def _address(asked: Asked, hit: Hit) -> str:
    """The document at the words that were found, which are marked there; a filter alone marks the passage."""
    spans = hit.snippet.highlights or (hit.passage.span,)
    mark = ",".join(f"{span.start}-{span.end}" for span in spans[:_MOST_MARKS])
    return asked.address("document", id=hit.document.id, mark=mark, of=hit.passage.id) + "#mark"


def _suggestions(asked: Asked, found: SearchResults) -> Iterator[dict[str, Any]]:
    for each in found.suggestions:
        change, language = said(asked.words, each.change)
        yield {
            "query": each.query,
            "total": each.total,
            "change": change,
            "lang": language,
            "address": asked.here(q=each.query, page=None, **restored(each.dropped)),
        }

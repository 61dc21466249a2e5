"""The page of search: passages with their words marked, and what they can be narrowed by."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from policysearch.model.search import FacetName, Filters, Hit, SearchResults
from policysearch.model.source import DOCUMENT_TYPES
from policysearch.web.asking import Asked
from policysearch.web.labels import N_, label
from policysearch.web.paging import paging, wanted

FACETS: Mapping[FacetName, str] = {
    "type": N_("Type of document"),
    "year": N_("Year"),
    "issuer": N_("Issuer"),
    "part": N_("Part of the document"),
}
_PARAMETERS = ("type", "issuer", "actor", "after", "before", "document", "any", "size")
"""What narrows or changes a search, beside the query; kept when another query is typed."""
_MOST_VALUES = 12
_MOST_MARKS = 20


@dataclass(frozen=True, slots=True)
class Choice:
    """A link with a text, and how many passages it leads to; no address where nothing can be narrowed by it."""

    text: str
    address: str | None
    count: int = 0


@dataclass(frozen=True, slots=True)
class Facet:
    """Counts over all hits by one property."""

    title: str
    values: tuple[Choice, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A hit as the template shows it."""

    title: str
    address: str | None
    language: str
    about: tuple[str, ...]
    heading: str | None
    words: Any


def page(asked: Asked) -> Response:
    """Search, or the empty form."""
    query, filters = asked.text("q"), filters_of(asked)
    any_word, (limit, offset) = asked.switch("any"), wanted(asked)
    kept = [(name, value) for name in _PARAMETERS for value in asked.request.query_params.getlist(name) if value]
    context: dict[str, Any] = {"query": query, "kept": kept, "after": filters.after, "before": filters.before}
    if not query and not kept:
        return asked.page("search.html", found=None, **context)
    found = asked.corpus.search(query, filters=filters, limit=limit, offset=offset, any_word=any_word)
    return asked.page(
        "search.html",
        found=found,
        hits=[_shown(asked, hit) for hit in found.hits],
        facets=list(_facets(asked, found)),
        chosen=list(_chosen(asked, filters)),
        notes=[{"text": note, "lang": "en"} for note in found.notes],
        pages=paging(asked, total=found.total, limit=limit, offset=offset),
        **context,
    )


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


def _shown(asked: Asked, hit: Hit) -> Shown:
    m, words = hit.document.metadata, asked.words
    about = [m.issuer or words.gettext("issuer unknown"), words.date(m.date), label(words.gettext, m.type, "type")]
    if hit.passage.part:
        about.append(label(words.gettext, hit.passage.part, "part"))
    if hit.passage.page:
        about.append(words.gettext("page %(page)s") % {"page": words.number(hit.passage.page)})
    if hit.passage.ocr:
        about.append(words.gettext("read by OCR"))
    title = m.title or words.gettext("Untitled document")
    return Shown(
        title=title,
        address=_address(asked, hit),
        language=m.language or "fi",
        about=tuple(about),
        heading=hit.heading if hit.heading != title else None,
        words=asked.marked(hit.snippet.text, hit.snippet.highlights, offset=hit.snippet.span.start),
    )


def _address(asked: Asked, hit: Hit) -> str:
    """The document at the words that were found, which are marked there; a filter alone marks the passage."""
    spans = hit.snippet.highlights or (hit.passage.span,)
    mark = ",".join(f"{span.start}-{span.end}" for span in spans[:_MOST_MARKS])
    return asked.address("document", id=hit.document.id, mark=mark, of=hit.passage.id) + "#mark"


def _facets(asked: Asked, found: SearchResults) -> Iterator[Facet]:
    for name, title in FACETS.items():
        counts = found.facets.get(name, ())
        if len(counts) < 2:
            continue
        values = tuple(
            Choice(_value_text(asked, name, value), _narrowed(asked, name, value), count)
            for value, count in counts[:_MOST_VALUES]
        )
        yield Facet(asked.words.gettext(title), values, is_open=name in ("type", "year"))


def _narrowed(asked: Asked, name: FacetName, value: str | None) -> str | None:
    make = _NARROW.get(name)
    return None if make is None or value is None else asked.here(page=None, **make(value))


_NARROW: Mapping[FacetName, Callable[[str], Mapping[str, str]]] = {
    "type": lambda value: {"type": value},
    "issuer": lambda value: {"issuer": value},
    "year": lambda value: {"after": f"{value}-01-01", "before": f"{value}-12-31"},
}
"""Parameters that a value of a facet stands for."""


def _value_text(asked: Asked, name: FacetName, value: str | None) -> str:
    if value is None and name == "year":
        return asked.words.gettext("undated")
    return label(asked.words.gettext, value, name)


def _chosen(asked: Asked, filters: Filters) -> Iterator[Choice]:
    """What narrows the search, each with the address of the search without it."""
    words = asked.words
    for type_ in filters.types:
        others = [other for other in filters.types if other != type_]
        yield Choice(label(words.gettext, type_, "type"), asked.here(page=None, type=others))
    for name, value in (("issuer", filters.issuer), ("actor", filters.actor), ("document", filters.document)):
        if value:
            yield Choice(value, asked.here(page=None, **{name: None}))
    if filters.after or filters.before:
        first = words.date(filters.after) if filters.after else ""
        last = words.date(filters.before) if filters.before else ""
        yield Choice(f"{first}–{last}", asked.here(page=None, after=None, before=None))
    if asked.switch("any"):
        yield Choice(words.gettext("any of the words"), asked.here(page=None, any=None))

"""What a search can be narrowed by, with counts, and what it is narrowed by."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from policysearch.model.search import FacetName, Filters, SearchResults
from policysearch.web.asking import Asked
from policysearch.web.labels import N_, label

FACETS: Mapping[FacetName, str] = {
    "type": N_("Type of document"),
    "year": N_("Year"),
    "issuer": N_("Issuer"),
    "kind": N_("Kind of commitment"),
    "actor": N_("Actor"),
    "part": N_("Part of the document"),
}
_MOST_VALUES = 12
_OPEN = ("type", "year")
_OR = re.compile(r"\b(?:OR|TAI)\b")


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


def facets(asked: Asked, found: SearchResults) -> list[Facet]:
    """The properties that tell hits apart."""
    shown = []
    for name, title in FACETS.items():
        counts = [(value, count) for value, count in found.facets.get(name, ()) if value is not None or name == "year"]
        if len(counts) > 1 or (counts and counts[0][1] < found.total):
            values = (
                Choice(_text(asked, name, value), _narrowed(asked, name, value), count)
                for value, count in counts[:_MOST_VALUES]
            )
            shown.append(Facet(asked.words.gettext(title), tuple(values), name in _OPEN))
    return shown


def chosen(asked: Asked, filters: Filters, found: SearchResults) -> list[Choice]:
    """What narrows the search, each with the address of the search without it."""
    return [*_parameters(asked, filters), *_inside(asked, found)]


def restored(dropped: str | None) -> dict[str, None]:
    """The parameters that are taken out where the library suggests to drop the filter of that name."""
    return {} if dropped is None else {"type" if dropped == "types" else dropped: None}


def _narrowed(asked: Asked, name: FacetName, value: str | None) -> str | None:
    return None if value is None else asked.here(page=None, **_NARROW[name](asked.text("q"), value))


def _with(query: str, condition: str) -> str:
    """The query and a filter inside it."""
    inner = f"({query})" if _OR.search(query) else query
    return f"{inner} {condition}".strip()


_NARROW: Mapping[FacetName, Callable[[str, str], Mapping[str, str]]] = {
    "type": lambda _, value: {"type": value},
    "issuer": lambda _, value: {"issuer": value},
    "actor": lambda _, value: {"actor": value},
    "year": lambda _, value: {"after": f"{value}-01-01", "before": f"{value}-12-31"},
    "kind": lambda query, value: {"q": _with(query, f"kind:{value}")},
    "part": lambda query, value: {"q": _with(query, f"part-of:{value}")},
}
"""Parameters that a value of a facet stands for."""


def _text(asked: Asked, name: FacetName, value: str | None) -> str:
    if value is None and name == "year":
        return asked.words.gettext("undated")
    return label(asked.words.gettext, value, name)


def _parameters(asked: Asked, filters: Filters) -> Iterator[Choice]:
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
    for name, message in (("any", N_("any of the words")), ("exact", N_("without synonyms"))):
        if asked.switch(name):
            yield Choice(words.gettext(message), asked.here(page=None, **{name: None}))
    if asked.switch("fold"):
        yield Choice(words.gettext("the same words once"), asked.here(page=None, fold=None))


def _inside(asked: Asked, found: SearchResults) -> Iterator[Choice]:
    """The filters inside the query."""
    for condition in found.filters:
        rest = " ".join(found.query.replace(condition, " ").split())
        yield Choice(_spoken(asked, condition), asked.here(page=None, q=rest))


def _spoken(asked: Asked, condition: str) -> str:
    name, _, value = condition.partition(":")
    what = {"kind": "kind", "part-of": "part", "type": "type"}.get(name)
    return label(asked.words.gettext, value, what) if what else condition

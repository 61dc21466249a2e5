"""Queries as a syntax tree that no engine owns. All spans point into the query string."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args

from policysearch.model.text import Span

TermField = Literal["mixed", "lemma", "part", "form"]
"""What a word is met as: lemma or compound part (`mixed`), one of them alone, or the form as it stands."""
ValueName = Literal["type", "issuer", "actor", "kind", "part-of", "case", "section", "lang", "document"]
DayName = Literal["date", "due"]
FilterName = Literal[ValueName, DayName, "page"]
EngineName = Literal["whoosh", "tantivy"]
"""What makes and asks the index (docs/engines.md)."""
ENGINES: tuple[EngineName, ...] = get_args(EngineName)
FILTER_NAMES: tuple[FilterName, ...] = get_args(FilterName)


@dataclass(frozen=True, slots=True)
class Term:
    """One word as the user typed it."""

    text: str
    field: TermField
    span: Span


@dataclass(frozen=True, slots=True)
class Prefix:
    """The beginning of a word, without the star: of a form, a dictionary form or a compound part (`mixed`)."""

    text: str
    field: TermField
    span: Span


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """A word and what is spelled much like it: at most `distance` letters differ, None for what its length allows."""

    text: str
    field: TermField
    span: Span
    distance: int | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in this order and next to one another: their lemmas, or their exact forms.

    With `within`, in any order and with at most so many other words among them.
    """

    texts: tuple[str, ...]
    field: Literal["lemma", "form"]
    span: Span
    within: int | None = None


@dataclass(frozen=True, slots=True)
class OfValue:
    """What is any of `values` in `name`: a type, a kind, words of a name, a number."""

    name: ValueName
    values: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class OfDay:
    """What has its date, or is due, from `first` to `last`, both inclusive; None is open."""

    name: DayName
    first: dt.date | None
    last: dt.date | None
    span: Span


@dataclass(frozen=True, slots=True)
class OfPage:
    """What stands on the pages `first` to `last`, both inclusive; None is open."""

    first: int | None
    last: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class And:
    """All of `children`."""

    children: tuple["Query", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Or:
    """Any of `children`."""

    children: tuple["Query", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Not:
    """Everything that `child` does not meet."""

    child: "Query"
    span: Span


Condition = OfValue | OfDay | OfPage
"""A filter inside a query."""
Query = Term | Prefix | Fuzzy | Phrase | OfValue | OfDay | OfPage | And | Or | Not
ExpansionSource = Literal["gazetteer", "thesaurus", "prefix", "fuzzy"]


@dataclass(frozen=True, slots=True)
class Expansion:
    """What typed words were also searched as.

    Attributes:
        typed: The words, as typed.
        searched: What was put beside them: for `prefix` and `fuzzy` words of the corpus, most frequent first.
        source: Why.
        span: Where the words stand in the query.
        left_out: Words of the corpus that were not searched for, beyond the limit (docs/query-language.md).
        notes: What is to be known of some of them: *Ulkomaalaisvirasto: name until 2007*.
    """

    typed: str
    searched: tuple[str, ...]
    source: ExpansionSource
    span: Span
    left_out: int = 0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another query that may be meant, with what it finds.

    Attributes:
        query: To be run as it is; the same as before where a filter beside it is to be dropped.
        total: The hits that it has.
        change: What is different, in a few words: *ihmiskauppa for ihmiskuppa*, *without type:minutes*.
        dropped: The name of the filter beside the query that is to be dropped, if that is the change.
    """

    query: str
    total: int
    change: str
    dropped: str | None = None

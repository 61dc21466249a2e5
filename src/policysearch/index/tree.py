"""A query as the index understands it: the syntax tree with its words read by the language."""

from dataclasses import dataclass
from typing import Literal

from policysearch.model.search import TermField
from policysearch.model.text import Span


@dataclass(frozen=True, slots=True)
class AnyTerm:
    """A token that `field` knows under any of `terms`."""

    field: TermField
    terms: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class TermRun:
    """Tokens next to one another, each known under any of the terms of its place; at least two places."""

    field: Literal["lemma", "form"]
    places: tuple[tuple[str, ...], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class AllOf:
    """All of `children`, at least one."""

    children: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Any of `children`, at least one."""

    children: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class NoneOf:
    """Everything that `child` does not meet."""

    child: "Node"


@dataclass(frozen=True, slots=True)
class Everything:
    """All there is: a search by filters alone."""


Node = AnyTerm | TermRun | AllOf | AnyOf | NoneOf | Everything


@dataclass(frozen=True, slots=True)
class AnalysedQuery:
    """A query ready for an engine and for the highlighter.

    Attributes:
        root: Decides what is a hit.
        extra: Terms of the field `mixed` that raise the score of a hit, and make none: parts of a compound.
        ignored: Words of the query that were left out, as typed, because they carry no meaning to search for.
    """

    root: Node
    extra: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()


EVERYTHING = AnalysedQuery(Everything())

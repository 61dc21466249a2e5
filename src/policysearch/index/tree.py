"""A query as the index understands it: the syntax tree with its words read by the language."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from policysearch.index.conditions import Filter
from policysearch.model.query import Expansion, TermField
from policysearch.model.text import Span


@dataclass(frozen=True, slots=True)
class AnyTerm:
    """A token that `field` knows under any of `terms`; without terms nothing meets it."""

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
class Near:
    """Tokens in any order, one for each place, with at most `within` other tokens among them (`near.taking_part`)."""

    field: Literal["lemma", "form"]
    places: tuple[tuple[str, ...], ...]
    within: int
    span: Span


@dataclass(frozen=True, slots=True)
class Where:
    """Rows whose column meets `condition`, whatever their words."""

    condition: Filter
    span: Span


@dataclass(frozen=True, slots=True)
class InContext:
    """Rows of which the title of the document or the heading holds any of `terms`."""

    terms: tuple[str, ...]
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


Node = AnyTerm | TermRun | Near | Where | InContext | AllOf | AnyOf | NoneOf | Everything


@dataclass(frozen=True, slots=True)
class Word:
    """A plain word of a query.

    Attributes:
        node: What meets it.
        near: Words of its stem that are met where too few passages have all words.
        parts: If it is a compound, the parts of it; they raise the score, and are met as `near` is.
    """

    node: AnyTerm
    near: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


ScoredField = Literal["mixed", "lemma", "part", "form", "title", "heading"]


class Weighed(NamedTuple):
    """A term of a field, and what it is worth in the score."""

    field: ScoredField
    term: str
    weight: float


Clue = tuple[Weighed, ...]
"""What a row scores for: its best term counts (`scoring`)."""


@dataclass(frozen=True, slots=True)
class AnalysedQuery:
    """A query ready for an engine and for the highlighter.

    Attributes:
        root: Decides what is a hit, together with `filters`.
        clues: What hits score for, summed.
        words: The plain words that must not be missing.
        first: Hits that meet it come before all others; None where all are equal.
        ignored: Words of the query that were left out, as typed, because they carry no meaning to search for.
        filters: Conditions of the query that all hits must meet: the engine treats them as outer filters, so that
            undated rows are counted. Conditions inside a group or after NOT stand in `root`.
        expansions: What typed words were also searched as, to be shown.
    """

    root: Node
    clues: tuple[Clue, ...] = ()
    ignored: tuple[str, ...] = ()
    filters: tuple[Where, ...] = ()
    expansions: tuple[Expansion, ...] = ()
    words: tuple[Word, ...] = ()
    first: Node | None = None


EVERYTHING = AnalysedQuery(Everything())


def conditions(node: Node) -> Iterator[Filter]:
    """The conditions that stand inside a tree."""
    match node:
        case Where(condition):
            yield condition
        case NoneOf(child):
            yield from conditions(child)
        case AllOf(children) | AnyOf(children):
            for each in children:
                yield from conditions(each)
        case _:
            return


def asks_for(query: AnalysedQuery, column: str) -> bool:
    """Whether a query has a condition on a column."""
    asked = (*(where.condition for where in query.filters), *conditions(query.root))
    return any(condition.column == column for condition in asked)

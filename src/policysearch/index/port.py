"""What an engine must offer. An engine knows terms, columns and filters; it knows no text, no query and no store."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol, get_args

from policysearch.index.terms import StoredToken
from policysearch.index.tree import AnalysedQuery

ColumnValue = str | int | tuple[str, ...] | None
Column = Literal[
    "type",
    "issuer",
    "date",  # ISO 8601
    "year",
    "part",
    "kind",
    "actors",  # ids
    "begin",  # ISO 8601, of the time of a commitment
    "end",
    "routine",  # "yes" or "no"
]
COLUMNS: tuple[Column, ...] = get_args(Column)
FACETS: tuple[Column, ...] = ("type", "issuer", "year", "part")


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One unit of retrieval: a passage or a commitment. What is not in `columns` is unknown."""

    id: str
    document: str
    tokens: Sequence[StoredToken]
    columns: Mapping[Column, ColumnValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OneOf:
    """The column holds one of `values`; for a column with several values, any of them does."""

    column: Column | Literal["document"]
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Holds:
    """The column holds `text` somewhere, whatever the case of letters."""

    column: Column
    text: str


@dataclass(frozen=True, slots=True)
class Between:
    """The column holds a date from `low` to `high`, both inclusive, ISO 8601; rows without a date are counted apart."""

    column: Column
    low: str | None
    high: str | None


Filter = OneOf | Holds | Between


@dataclass(frozen=True, slots=True)
class Found:
    """One page of hits: ids and scores side by side, best first; everything else is over all hits.

    Attributes:
        undated: Rows that only a `Between` filter left out, because they have no date.
    """

    ids: tuple[str, ...]
    scores: tuple[float, ...]
    total: int
    facets: Mapping[Column, tuple[tuple[str | None, int], ...]]
    undated: int = 0


class Engine(Protocol):
    """An engine over one folder of files, of which it may read only those that it was given."""

    @property
    def name(self) -> str:
        """The name of the engine, for the manifest."""

    @property
    def version(self) -> str:
        """Its version; files of another one are not read."""

    def replace(self, document: str, rows: Iterable[IndexRow]) -> None:
        """Put `rows` in the place of all rows of `document`; seen by `search` after `commit`."""

    def remove(self, document: str) -> None:
        """Take out all rows of `document`."""

    def commit(self) -> tuple[str, ...]:
        """Write what was replaced and removed; the names of all files that make up the index now."""

    def cancel(self) -> None:
        """Forget what was replaced and removed since the last commit."""

    def search(
        self,
        query: AnalysedQuery,
        filters: Sequence[Filter] = (),
        *,
        limit: int = 10,
        offset: int = 0,
        facets: Sequence[Column] = FACETS,
    ) -> Found:
        """The rows that `query` and all `filters` meet, by score, then newest first, then in the order of the text."""

    def close(self) -> None:
        """Let go of all files."""

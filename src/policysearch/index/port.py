"""What an engine must offer. An engine knows terms, columns and filters; it knows no text, no query and no store."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from policysearch.index.conditions import COLUMNS, Between, Column, Filter, Holds, Numbers, OneOf
from policysearch.index.terms import StoredToken
from policysearch.index.tree import AnalysedQuery
from policysearch.model.query import TermField

__all__ = [
    "COLUMNS", "FACETS", "Between", "Column", "ColumnValue", "Engine", "Filter", "Found", "Holds", "IndexRow",
    "Numbers", "OneOf", "Sort",
]  # fmt: skip

ColumnValue = str | int | tuple[str, ...] | None
VERSION = "3"
"""Changes whenever a row would get other columns or terms."""
FACETS: tuple[Column, ...] = ("type", "issuer", "year", "actors", "kind", "part")
Sort = Literal["relevance", "date", "document"]
"""`relevance`: best first, then newest. `date`: newest first, undated last, then best. `document`: oldest first,
undated last, in the order of the text."""


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One unit of retrieval: a passage or a commitment. What is not in `columns` is unknown.

    `title` and `heading` are the terms of the title of its document and of the heading that it stands under.
    """

    id: str
    document: str
    tokens: Sequence[StoredToken]
    columns: Mapping[Column, ColumnValue] = field(default_factory=dict)
    title: Sequence[str] = ()
    heading: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One page of hits: ids and scores side by side, in the wanted order; everything else is over all hits.

    Attributes:
        total: Rows that are hits, each of them, folded or not.
        n_first: Those of them that meet what the query wants `first`; all, where it wants nothing first.
        undated: Rows that only a `Between` filter left out, because they have no date; that nothing is `due` is none.
        groups: What is left of `total` where rows of one fold key are one; equal to `total` where nothing is folded.
        folded: For each id of the page the ids of the other hits that are folded under it.
        met: For each id of the page the conditions inside the query that its row meets; empty if there are none.
    """

    ids: tuple[str, ...]
    scores: tuple[float, ...]
    total: int
    facets: Mapping[Column, tuple[tuple[str | None, int], ...]]
    undated: int = 0
    groups: int = 0
    folded: tuple[tuple[str, ...], ...] = ()
    met: tuple[frozenset[Filter], ...] = ()
    n_first: int = 0

    def met_by(self, place: int) -> frozenset[Filter]:
        """The conditions that the hit at `place` of the page meets."""
        return self.met[place] if self.met else frozenset()


class Engine(Protocol):
    """An engine over one folder of files, of which it may read only those that it was given."""

    @property
    def name(self) -> str:
        """The name of the engine, for the manifest."""

    @property
    def version(self) -> str:
        """Its version; files of another one are not read."""

    @property
    def rewrites(self) -> frozenset[str]:
        """Names of the files that a commit writes anew; none of the others ever changes.

        Where there are any, each writer gets a folder of its own, so that the commit before stands until the manifest
        is in place.
        """

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
        sort: Sort = "relevance",
        fold: bool = False,
    ) -> Found:
        """The rows that `query`, its own filters and all `filters` meet.

        With `fold`, `limit` and `offset` count groups: of the rows of one fold key the first one in the order is shown.
        """

    def terms(self, field: TermField, prefix: str = "") -> Sequence[tuple[str, int]]:
        """All terms of a field that begin with `prefix`, in the order of code points, and how many rows have each.

        Rows that were replaced or removed may still count, and their terms may still be there.
        """

    def close(self) -> None:
        """Let go of all files."""

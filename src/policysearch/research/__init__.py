"""The researcher's tools: concordance, frequencies, keyness, collocates. `Corpus.research` opens them.

with open_corpus("corpus", "index") as corpus:
    for line in corpus.research.concordance("hyväksikäyttö", sort="right").lines:
        print(line.left, line.node, line.right, line.page)
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from policysearch.lang.base import Language
from policysearch.model.research import (
    Concordance,
    Grouping,
    Provenance,
    Sorting,
)
from policysearch.model.search import Filters
from policysearch.provenance import provenance_of
from policysearch.research.concordance import WIDTH, concordance
from policysearch.research.selection import Chosen, Selector
from policysearch.retrieval import Retrieval
from policysearch.settings import Settings
from policysearch.store import Store


@dataclass(frozen=True, slots=True)
class LookedUp:
    """Filters with full ids and names, and the ids of the actors that are meant, if any are."""

    filters: Filters
    actors: Collection[str] | None = None


LookUp = Callable[[Filters], LookedUp]
"""Turns filters as a person types them into those of the corpus."""


class Research:
    """The tools over one open corpus. All of them raise `QueryError` for a query that cannot be parsed."""

    def __init__(
        self, settings: Settings, store: Store, retrieval: Retrieval, language: Language, look_up: LookUp
    ) -> None:
        self._settings, self._store, self._language, self._look_up = settings, store, language, look_up
        self._selector = Selector(settings.index, store, retrieval, language)

    def concordance(
        self,
        query: str,
        *,
        filters: Filters | None = None,
        width: int = WIDTH,
        sort: Sorting = "date",
        group: Grouping | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Concordance:
        """Every occurrence of a query, a line each.

        Args:
            query: At least one word; the words that the search would mark are the occurrences.
            filters: Of the passages.
            width: Code points of context on each side.
            sort: Order of the lines.
            group: Lines of one group stand together, the largest group first.
            limit: At most so many lines; None for all.
            offset: So many are left out.
        """
        chosen = self._choose(query, filters)
        found = concordance(self._store, self._selector, chosen, width=width, sort=sort, group=group)
        shown = found.lines[offset : None if limit is None else offset + limit]
        options = {"width": width, "sort": sort, "group": group, "limit": limit, "offset": offset or None}
        return Concordance(
            lines=shown,
            total=len(found.lines),
            n_documents=len({line.document.id for line in found.lines}),
            n_passages=len({line.passage.id for line in found.lines}),
            provenance=self._provenance("concordance", query, filters, options, chosen, len(found.lines)),
            groups=found.groups,
        )

    def _choose(self, query: str, filters: Filters | None) -> Chosen:
        looked_up = self._look_up(filters or Filters())
        return self._selector.choose(query, looked_up.filters, looked_up.actors)

    def _provenance(
        self,
        asked: str,
        query: str | None,
        filters: Filters | None,
        options: Mapping[str, Any],
        chosen: Chosen,
        n_hits: int,
    ) -> Provenance:
        return provenance_of(
            self._store,
            self._language,
            self._settings.today,
            asked=asked,
            query=query,
            filters=filters,
            options=options,
            expansions=chosen.notes,
            n_hits=n_hits,
            undated=chosen.undated,
        )

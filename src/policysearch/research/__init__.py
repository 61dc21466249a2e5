"""The researcher's tools: concordance, frequencies, keyness, collocates. `Corpus.research` opens them.

with open_corpus("corpus", "index") as corpus:
    for line in corpus.research.concordance("hyväksikäyttö", sort="right").lines:
        print(line.left, line.node, line.right, line.page)
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from policysearch.errors import UsageError
from policysearch.lang.base import Language
from policysearch.model.research import (
    Along,
    Collocates,
    Concordance,
    Counted,
    FoundPassage,
    Frequencies,
    Grouping,
    Keyness,
    Measure,
    Provenance,
    Sorting,
    Within,
)
from policysearch.model.search import Filters
from policysearch.present.provenance import filter_texts
from policysearch.provenance import provenance_of
from policysearch.research.collocates import collocate_rows, neighbours
from policysearch.research.concordance import WIDTH, concordance, found_passages
from policysearch.research.frequencies import frequency_rows, tally
from policysearch.research.keyness import key_rows
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
        self._selector = Selector(store, retrieval)

    def passages(self, query: str, *, filters: Filters | None = None) -> Iterator[FoundPassage]:
        """All passages with all words of a query, in the order of dates and text: no ranking, nothing folded."""
        yield from found_passages(self._store, self._selector, self._choose(query, filters))

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

    def frequencies(
        self,
        word: str | None = None,
        *,
        where: str | None = None,
        filters: Filters | None = None,
        of: Counted = "lemma",
        along: Along | None = None,
        pos: Collection[str] = (),
        every_time: bool = False,
        minimum: int = 1,
        limit: int | None = 50,
    ) -> Frequencies:
        """How often words are met, absolutely and in a thousand words.

        Args:
            word: A query: only what it meets is counted, of all words that are read; None for every word.
            where: A query: only passages that it finds are read.
            filters: Of the passages that are read.
            of: What is counted.
            along: Into which groups.
            pos: Classes of words that are counted, as `model.language.WordClass`; empty for all.
            every_time: Count repeated passages and quoted statements each time, not once.
            minimum: Items met less often are left out.
            limit: At most so many items; None for all.
        """
        chosen = self._choose(where or "", filters)
        met = self._choose(word, filters) if word else None
        found = tally(
            self._store, self._selector, self._language, chosen, met,
            of=of, along=along, pos=pos, every_time=every_time,
        )  # fmt: skip
        rows, n_items = frequency_rows(found, minimum=minimum, limit=limit)
        count = sum(n for n in found.totals().values() if n >= minimum)
        options = {
            "where": where, "of": of, "by": along, "pos": tuple(pos), "every_time": every_time, "min": minimum,
            "limit": limit,
        }  # fmt: skip
        asked = chosen if met is None else replace(met, undated=chosen.undated)
        return Frequencies(
            rows=rows,
            n_items=n_items,
            count=count,
            words=found.words.total(),
            repeated=found.repeated,
            groups={str(group): n for group, n in found.words.items() if group is not None},
            provenance=self._provenance("frequencies", word, filters, options, asked, count),
            titles=found.titles,
        )

    def keyness(
        self,
        a: str,
        b: str | None = None,
        *,
        filters_a: Filters | None = None,
        filters_b: Filters | None = None,
        of: Counted = "lemma",
        pos: Collection[str] = (),
        every_time: bool = False,
        minimum: int = 3,
        more_in: Literal["a", "b"] | None = None,
        limit: int | None = 50,
    ) -> Keyness:
        """Words that are more frequent in one selection of passages than in another (docs/measures.md).

        Args:
            a: A query that selects passages; empty for all that `filters_a` admit.
            b: As `a`; with None and without `filters_b` all passages that A leaves.
            filters_a: Of A.
            filters_b: Of B.
            of: `lemma` or `form`.
            pos: Classes of words that are compared; empty for all.
            every_time: Count repeated passages and quoted statements each time.
            minimum: Words met less often in both together are left out.
            more_in: Only words that are more frequent there.
            limit: At most so many words.

        Raises:
            UsageError: A is the whole corpus, and nothing is left for B.
        """
        chosen_a = self._choose(a, filters_a)
        is_rest = b is None and filters_b is None
        if is_rest and chosen_a.ids is None:
            raise UsageError("A is the whole corpus: select less by a query or a filter, or say what B is")
        chosen_b = Chosen(None, chosen_a.query, without=chosen_a.ids) if is_rest else self._choose(b or "", filters_b)
        tally_a, tally_b = (
            tally(self._store, self._selector, self._language, chosen, None, of=of, pos=pos, every_time=every_time)
            for chosen in (chosen_a, chosen_b)
        )
        rows = key_rows(tally_a, tally_b, minimum=minimum)
        if more_in:
            sign = 1 if more_in == "a" else -1
            rows = tuple(row for row in rows if sign * (row.per_1000_a - row.per_1000_b) > 0)
        options = {
            "b": "the rest" if is_rest else b,
            **{f"a {name}": text for name, text in filter_texts(filters_a).items()},
            **{f"b {name}": text for name, text in filter_texts(filters_b).items()},
            "of": of, "pos": tuple(pos), "every_time": every_time, "min": minimum, "more_in": more_in, "limit": limit,
        }  # fmt: skip
        notes = tuple(dict.fromkeys((*chosen_a.notes, *chosen_b.notes)))
        both = Chosen(None, chosen_a.query, chosen_a.undated + chosen_b.undated, notes)
        return Keyness(
            rows=rows[:limit],
            total=len(rows),
            words_a=tally_a.words[None],
            words_b=tally_b.words[None],
            shared=len(tally_a.passages & tally_b.passages),
            provenance=self._provenance("keyness", a, None, options, both, len(rows)),
        )

    def collocates(
        self,
        word: str,
        *,
        where: str | None = None,
        filters: Filters | None = None,
        window: int = 5,
        within: Within = "sentence",
        of: Counted = "lemma",
        pos: Collection[str] = (),
        measure: Measure = "logdice",
        every_time: bool = False,
        minimum: int = 2,
        limit: int | None = 50,
    ) -> Collocates:
        """Words that stand near a word more often than chance would have it (docs/measures.md).

        Args:
            word: A query; what it meets are the occurrences.
            where: A query: only passages that it finds are read.
            filters: Of the passages that are read.
            window: So many words and numbers to each side.
            within: The window never leaves the sentence, or the passage.
            of: `lemma` or `form`.
            pos: Classes of the words near it; empty for all.
            measure: What orders them.
            every_time: Count repeated passages and quoted statements each time.
            minimum: Words met together less often are left out.
            limit: At most so many.
        """
        met, chosen = self._choose(word, filters), self._choose(where or "", filters)
        found = neighbours(
            self._store, self._selector, self._language, chosen, met,
            of=of, window=window, within=within, pos=pos, every_time=every_time,
        )  # fmt: skip
        rows = collocate_rows(found, measure=measure, minimum=minimum)
        options = {
            "where": where, "window": window, "within": within, "of": of, "pos": tuple(pos), "measure": measure,
            "every_time": every_time, "min": minimum, "limit": limit,
        }  # fmt: skip
        asked = replace(met, undated=chosen.undated)
        return Collocates(
            rows=rows[:limit],
            total=len(rows),
            nodes=found.nodes,
            words=found.words,
            provenance=self._provenance("collocates", word, filters, options, asked, found.nodes),
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
            freeze=self._settings.at,
        )

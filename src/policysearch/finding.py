"""Facts of the store by filters, with their documents and sentences beside them."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from policysearch.model.facts import Actor, Commitment
from policysearch.model.query import Expansion
from policysearch.model.search import FactFilters, FactRows, FoundCommitment, FoundMention, FoundTime
from policysearch.model.text import Span
from policysearch.model.time import TimeExpression
from policysearch.store import FactKind, FactRow, Store

T = TypeVar("T")
DUE_KINDS = frozenset({"decision", "undertaking", "obligation"})
"""What is decided, promised or owed can fall due; a wish or a report of what was done cannot."""
DUE_ROLES = frozenset({"deadline", "period", "event"})
_ISO_DAY = len("2021-02-09")


@dataclass(frozen=True, slots=True)
class _Kept:
    """Rows that passed all filters, and how many failed only for want of a date."""

    rows: tuple[FactRow, ...]
    undated: int


@dataclass(frozen=True, slots=True)
class Selection:
    """Which facts are asked for, and which of them are shown.

    Attributes:
        filters: Kinds, documents, dates.
        actors: Ids of actors, any of which acts; None for all.
        ids: Ids of commitments that a query met, best first; None for all.
        limit: At most so many; None for all.
        offset: So many are left out.
        names_kinds: The query says which kinds are wanted, so that none is left out beside it.
        names_due: The query says by when they are due, so that they come in that order.
        expansions: What words of the query were also searched as.
    """

    filters: FactFilters
    actors: Collection[str] | None = None
    ids: Collection[str] | None = None
    limit: int | None = None
    offset: int = 0
    names_kinds: bool = False
    names_due: bool = False
    expansions: tuple[Expansion, ...] = ()

    def page(self, rows: Sequence[T]) -> Sequence[T]:
        """The rows that are shown."""
        return rows[self.offset : None if self.limit is None else self.offset + self.limit]


def find_commitments(
    store: Store, asked: Selection, rows: Iterable[FactRow] | None = None
) -> FactRows[FoundCommitment]:
    """Commitments: in the order of `ids` if there are any, of due dates if asked for, else of documents.

    Routine entries are left out unless `filters.routine`. Without kinds, so are proposals; with due dates, all that
    cannot fall due: wishes, reports of what was done, conditional items.

    Args:
        store: Holds them.
        asked: Which ones.
        rows: The commitments to choose from, where they are not those of the store.
    """
    filters, actors, ids = asked.filters, asked.actors, asked.ids
    rank = None if ids is None else {id_: place for place, id_ in enumerate(ids)}
    if rows is None:
        rows = store.fact_rows("commitment", document=filters.document, actors=actors)
    elif actors is not None:
        rows = [row for row in rows if any(actor.id in actors for actor in row.fact.actors)]
    candidates = (row for row in rows if rank is None or row.id in rank)
    kept = _keep(candidates, filters)
    found = [(row, row.fact) for row in kept.rows]
    found = [(row, c) for row, c in found if _is_wanted(c, filters, names_kinds=asked.names_kinds)]
    if filters.due_after or filters.due_before or asked.names_due:
        found.sort(key=lambda pair: pair[0].ends or "")
    elif rank is not None:
        found.sort(key=lambda pair: rank[pair[0].id])
    page = asked.page(found)
    threads = store.thread_ids()
    shown = tuple(FoundCommitment(c, store.summary(row.document), threads.get(row.id)) for row, c in page)
    return FactRows(shown, len(found), kept.undated)


def find_deadlines(
    store: Store,
    asked: Selection,
    rows: Iterable[FactRow] | None = None,
    reviewed: Callable[[Commitment], Commitment | None] = lambda c: c,
) -> FactRows[FoundTime]:
    """Deadlines by date: times of that role, and ends of the times of what was decided, promised or is owed.

    `actors` and `ids` are those of a commitment at that place.

    Args:
        store: Holds them.
        asked: Which ones.
        rows: The times to choose from, where they are not those of the store.
        reviewed: Gives for a commitment what it counts as; None where it is none.
    """
    filters, actors, ids = asked.filters, asked.actors, asked.ids
    kept = _keep(store.fact_rows("time", document=filters.document) if rows is None else rows, filters)
    around = _CommitmentsAround(store)
    found: list[tuple[FactRow, TimeExpression, tuple[Commitment, ...]]] = []
    for row in kept.rows:
        if not row.ends:
            continue
        commitments = tuple(filter(None, map(reviewed, around(row.document, row.span))))
        time: TimeExpression = row.fact
        if not _is_due(row, time, commitments):
            continue
        if actors is not None and not any(actor.id in actors for c in commitments for actor in c.actors):
            continue
        if ids is not None and not any(c.id in ids for c in commitments):
            continue
        found.append((row, time, commitments))
    found.sort(key=lambda item: (item[0].ends or "", item[0].document, item[0].span))
    page = asked.page(found)
    sentence = sentences(store)
    shown = tuple(
        FoundTime(time, store.summary(row.document), sentence(row.document, row.span), commitments)
        for row, time, commitments in page
    )
    return FactRows(shown, len(found), kept.undated)


def find_mentions(store: Store, asked: Selection) -> FactRows[FoundMention]:
    """Where actors are named, in the order of time."""
    filters = asked.filters
    kept = _keep(store.fact_rows("actor", document=filters.document, actors=asked.actors), filters)
    page = asked.page(kept.rows)
    sentence = sentences(store)
    shown = tuple(FoundMention(row.fact, store.summary(row.document), sentence(row.document, row.span)) for row in page)
    return FactRows(shown, len(kept.rows), kept.undated)


def count_actors(store: Store, filters: FactFilters) -> tuple[tuple[Actor, int, int, int], ...]:
    """Actors of the documents that `filters` admit, with their mentions, documents and commitments."""
    mentions: Counter[Actor] = Counter()
    commitments: Counter[Actor] = Counter()
    documents: dict[Actor, set[str]] = defaultdict(set)
    counters: tuple[tuple[FactKind, Counter[Actor]], ...] = (("actor", mentions), ("commitment", commitments))
    for kind, counter in counters:
        for row in _keep(store.fact_rows(kind, document=filters.document), filters).rows:
            for actor in (row.fact.actor,) if kind == "actor" else row.fact.actors:
                counter[actor] += 1
                documents[actor].add(row.document)
    counted = ((actor, mentions[actor], len(found), commitments[actor]) for actor, found in documents.items())
    return tuple(sorted(counted, key=lambda item: (-item[1], item[0].name)))


def sentences(store: Store) -> Callable[[str, Span], str]:
    """A function that gives the sentence around a span of a document; it keeps the document it saw last.

    Of a table it is the row: a cell alone (*vuoden 2023 loppuun mennessä*) does not say what of.
    """
    seen: dict[str, tuple[str, tuple[tuple[Span, tuple[Span, ...]], ...]]] = {}

    def sentence(document: str, span: Span) -> str:
        if document not in seen:
            seen.clear()
            passages = tuple(
                (stored.passage.span, () if stored.passage.kind == "table_row" else stored.sentences)
                for stored in store.passages(document)
            )
            seen[document] = (store.text(document), passages)
        text, passages = seen[document]
        for passage, cuts in passages:
            if passage.overlaps(span):
                return _sentence_at(cuts, span, passage).of(text)
        return span.of(text)

    return sentence


class _CommitmentsAround:
    """The commitments whose clause holds a span; keeps those of the document it saw last."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._document = ""
        self._commitments: tuple[Commitment, ...] = ()

    def __call__(self, document: str, span: Span) -> tuple[Commitment, ...]:
        if document != self._document:
            self._document, self._commitments = document, self._store.facts(document).commitments
        return tuple(c for c in self._commitments if c.span.contains(span) or (c.when and c.span.overlaps(span)))


def _is_due(row: FactRow, time: TimeExpression, commitments: Iterable[Commitment]) -> bool:
    """A deadline that lay ahead when the document was made, or the time of something that can fall due."""
    if time.when.role == "deadline":
        return row.date is None or (row.ends or "")[:_ISO_DAY] >= row.date
    return any(c.when == time.when and not c.routine and can_fall_due(c) for c in commitments)


def can_fall_due(commitment: Commitment) -> bool:
    """Whether the end of its time is a day by which something is owed, whatever else happens.

    It must lie ahead of the day on which it was said; the day of a decision itself is nothing that is owed.
    """
    when = commitment.when
    if when is None or when.role not in DUE_ROLES or when.end is None or isinstance(when.end, dt.datetime):
        return False
    if commitment.kind not in DUE_KINDS or commitment.condition:
        return False
    is_told_by_its_day = commitment.kind == "decision" and when.role == "event"
    if commitment.said_on is None:
        return not is_told_by_its_day
    return when.end > commitment.said_on or (when.end == commitment.said_on and not is_told_by_its_day)


def _is_wanted(commitment: Commitment, filters: FactFilters, *, names_kinds: bool = False) -> bool:
    if commitment.routine and not filters.routine:
        return False
    if filters.kinds:
        return commitment.kind in filters.kinds
    if filters.due_after or filters.due_before:
        return can_fall_due(commitment)
    return filters.routine or names_kinds or commitment.kind != "proposal"


def _keep(rows: Iterable[FactRow], filters: FactFilters) -> _Kept:
    kept, undated = [], 0
    for row in rows:
        if not is_of_document(row, filters):
            continue
        verdicts = tuple(_date_verdicts(row, filters))
        if "no" in verdicts:
            continue
        if "undated" in verdicts:
            undated += 1
        else:
            kept.append(row)
    return _Kept(tuple(kept), undated)


def is_of_document(row: FactRow, filters: FactFilters) -> bool:
    """Whether the document of a fact is of the wanted types and issuer."""
    if filters.types and row.type not in filters.types:
        return False
    return filters.issuer_names is None or row.issuer in filters.issuer_names


def _date_verdicts(row: FactRow, filters: FactFilters) -> Iterator[Literal["yes", "no", "undated"]]:
    yield between(row.date, filters.after, filters.before)
    yield between(row.ends, filters.due_after, filters.due_before)


def between(day: str | None, low: dt.date | None, high: dt.date | None) -> Literal["yes", "no", "undated"]:
    """Whether an ISO day lies between two days, each inclusive, and open where it is None."""
    if low is None and high is None:
        return "yes"
    if day is None:
        return "undated"
    day = day[:_ISO_DAY]
    return "yes" if (low is None or low.isoformat() <= day) and (high is None or day <= high.isoformat()) else "no"


def _sentence_at(sentences: tuple[Span, ...], span: Span, fallback: Span) -> Span:
    """From the sentence in which `span` begins to the one in which it ends."""
    touching = [sentence for sentence in sentences if sentence.overlaps(span)]
    return Span(touching[0].start, touching[-1].end) if touching else fallback

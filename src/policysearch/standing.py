"""What became of commitments: the history of one, and those of which no later document reports that they were done."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from policysearch.errors import ThreadNotFoundError
from policysearch.finding import DUE_KINDS, Selection, between, can_fall_due, is_of_document
from policysearch.model.facts import Actor, Commitment
from policysearch.model.search import (
    DocumentSummary,
    FactFilters,
    FactRows,
    FoundCommitment,
    FoundPaper,
    FoundStep,
    FoundThread,
    Standing,
)
from policysearch.model.threads import Thread, ThreadMember
from policysearch.model.time import When
from policysearch.store import FactRow, Store
from policysearch.threads import Told, in_order, is_open, lifecycle, load_words


@dataclass(frozen=True, slots=True)
class _Promise:
    """The clause of a thread by which something is to be done as things stand."""

    told: Told
    was: When | None


class _Corpus:
    """The commitments that were said by a day, with their documents."""

    def __init__(self, store: Store, as_of: dt.date | None) -> None:
        self._store, self.as_of = store, as_of
        self.rows: dict[str, FactRow] = {row.id: row for row in store.fact_rows("commitment")}
        self._commitments: dict[str, Commitment] = {}
        self._hidden = frozenset(self._later_documents()) if as_of else frozenset()
        self._newest: dict[str, tuple[str, str]] | None = None

    def commitment(self, id_: str) -> Commitment:
        if id_ not in self._commitments:
            self._commitments[id_] = self.rows[id_].fact
        return self._commitments[id_]

    def told(self, thread: Thread) -> list[Told]:
        """Its members that were said by the day, in order; what settles a proposal too."""
        members = [(member, False) for member in thread.members] + [(member, True) for member in thread.adopters]
        return in_order(
            Told(member, self.commitment(member.commitment), adopts)
            for member, adopts in members
            if member.commitment in self.rows and member.document not in self._hidden
        )

    def paper(self, thread: Thread, promise: _Promise) -> FoundPaper | None:
        """The document that is itself what was promised, if it was there by the day and no later clause asks for it."""
        said = promise.told.member.day
        for paper in thread.papers:
            if said and paper.day >= said and paper.document not in self._hidden:
                return FoundPaper(self._store.summary(paper.document), paper.commitment, paper.words)
        return None

    def standing(self, promise: _Promise) -> Standing:
        c = promise.told.commitment
        row = self.rows[c.id]
        actor = next(iter((*c.actors, *c.possible_actors)), None) or c.speaker
        name = actor.name if actor else row.issuer
        found = self._newest_document(actor, name)
        return Standing(self.as_of, promise.was, c.kind == "proposal", name, found)

    def _newest_document(self, actor: Actor | None, name: str | None) -> DocumentSummary | None:
        if self._newest is None:
            self._newest = self._newest_by_body()
        keys = [key for key in (actor.id if actor else None, name.casefold() if name else None) if key]
        found = max((self._newest[key] for key in keys if key in self._newest), default=None)
        return self._store.summary(found[1]) if found else None

    def _newest_by_body(self) -> dict[str, tuple[str, str]]:
        """Day and id of the newest document of each body, by its id and by its name in lower case."""
        newest: dict[str, tuple[str, str]] = {}
        for summary in self._store.summaries():
            m = summary.metadata
            if m.date and m.issuer and summary.id not in self._hidden:
                newest[m.issuer.casefold()] = (m.date.isoformat(), summary.id)
        for row in self.rows.values():
            if row.date and row.document not in self._hidden:
                c = self.commitment(row.id)
                for actor in (*c.actors, *((c.speaker,) if c.speaker else ())):
                    newest[actor.id] = max(newest.get(actor.id, ("", "")), (row.date, row.document))
        return newest

    def _later_documents(self) -> Iterator[str]:
        """Documents of a later date, and undated ones that tell of what was done later."""
        assert self.as_of is not None
        last = self.as_of.isoformat()
        for summary in self._store.summaries():
            if summary.metadata.date and summary.metadata.date > self.as_of:
                yield summary.id
        for row in self.rows.values():
            if row.date is None and row.begins and row.begins[: len(last)] > last:
                c = self.commitment(row.id)
                if c.kind == "accomplishment" and c.when and c.when.role == "event":
                    yield row.document


def find_thread(store: Store, ref: str, *, as_of: dt.date | None) -> FoundThread:
    """The history of the commitment whose id is, or begins with, `ref`.

    Args:
        store: Where it is.
        ref: The id of any of its commitments, or the beginning of it.
        as_of: Documents after this day are left out; None for none.

    Raises:
        ThreadNotFoundError: No commitment answers to `ref`, or several do, or it was said after `as_of`.
    """
    thread = store.thread(ref)
    corpus = _Corpus(store, as_of)
    told = corpus.told(thread)
    if not told:
        raise ThreadNotFoundError(f"commitment {thread.id} was said after {as_of}: give a later --as-of")
    shown = {one.member.commitment for one in told}
    steps = tuple(
        FoundStep(event, corpus.commitment(event.commitment), store.summary(event.document))
        for event in lifecycle(told)
    )
    links = tuple(link for link in thread.links if {link.first, link.second} <= shown)
    promise = _promise(told, undated=False) or _promise(told, undated=True)
    paper = corpus.paper(thread, promise) if promise else None
    if promise is None or paper or not _is_silent(promise, told):
        return FoundThread(thread.id, steps, links, paper=paper)
    last = max((step.event.day for step in steps if step.event.day), default=None)
    return FoundThread(thread.id, steps, links, last, corpus.standing(promise))


def find_open(store: Store, asked: Selection, *, as_of: dt.date | None, undated: bool) -> FactRows[FoundCommitment]:
    """What was to be done by a day and is not reported done in a later document, in the order of the days.

    Args:
        store: Where it is.
        asked: `due_*` of its filters look at the day that was said last, after all moves.
        as_of: Documents after this day are left out; None for none.
        undated: Only what names no day, in the order in which it was said.
    """
    filters, actors, ids = asked.filters, asked.actors, asked.ids
    corpus = _Corpus(store, as_of)
    threads = store.thread_ids()
    found: list[tuple[_Promise, FactRow]] = []
    n_undated = 0
    for thread in store.threads():
        told = corpus.told(thread)
        promise = _promise(told, undated=False)
        if promise is None:
            promise = _promise(told, undated=True)
            is_dated = False
        else:
            is_dated = True
        if promise is None or not _is_silent(promise, told) or corpus.paper(thread, promise):
            continue
        row = corpus.rows[promise.told.commitment.id]
        members = {one.member.commitment for one in told}
        if ids is not None and not members & set(ids):
            continue
        if not _is_wanted(promise.told.commitment, row, filters, actors):
            continue
        if is_dated == undated:
            n_undated += not is_dated
            continue
        if undated or between(row.ends, filters.due_after, filters.due_before) == "yes":
            found.append((promise, row))
    found.sort(key=lambda pair: (pair[1].ends or "", pair[1].date or "9", pair[1].document, pair[1].span))
    page = asked.page(found)
    shown = tuple(
        FoundCommitment(
            promise.told.commitment, store.summary(row.document), threads.get(row.id), corpus.standing(promise)
        )
        for promise, row in page
    )
    return FactRows(shown, len(found), n_undated)


def _is_silent(promise: _Promise, told: list[Told]) -> bool:
    """Whether nothing later reports it done; beside a promise without a day nothing may, since order is unsure."""
    if promise.told.member.day is None and any(event.kind == "done" for event in lifecycle(told)):
        return False
    return is_open(promise.told.member, told)


def _promise(told: Iterable[Told], *, undated: bool) -> _Promise | None:
    """The clause that was said last by which something is to be done, and the time that it had before."""
    told = list(told)
    adopted = any(
        one.adopts
        and one.commitment.outcome not in ("rejected", "tabled", "returned", "deferred")
        and one.commitment.polarity == "positive"
        for one in told
    )
    candidates = [one for one in told if not one.adopts and _can_be_open(one, adopted=adopted, undated=undated)]
    if not candidates:
        return None
    dated = [one for one in candidates if one.member.day] or candidates
    last = dated[-1]
    times = [one.member.due for one in dated[:-1] if one.member.due and last.member.due]
    was = next((when for when in reversed(times) if last.member.due and when.end != last.member.due.end), None)
    return _Promise(last, was)


def _can_be_open(one: Told, *, adopted: bool, undated: bool) -> bool:
    """Whether something is to be done by it.

    Not by wishes, refusals, conditions, routine, what only happens, nor what was done by deciding. A proposal that
    its document adopted is a decision.
    """
    c, lists = one.commitment, load_words()
    if adopted and c.kind == "proposal":
        c = replace(c, kind="decision", outcome=None, strength=None)
    if c.kind not in DUE_KINDS or c.condition or c.routine or c.polarity == "negative":
        return False
    if c.outcome not in (None, "approved") or c.strength == "considered" or c.action in lists.happening:
        return False
    if one.member.is_formula or _is_done_by_deciding(c, one.member) or _decides_only(c, one.member):
        return False
    if not undated:
        return can_fall_due(c) and c.when is not None and c.when.end is not None and one.member.due is not None
    acts = set(one.member.acts) or {c.action or ""}
    has_end = c.when is not None and (c.when.end is not None or c.when.recurrence is not None)
    return not has_end and not acts & lists.standing


def _is_done_by_deciding(c: Commitment, member: ThreadMember) -> bool:
    return member.is_performed and not (c.when and c.when.role == "deadline")


def _decides_only(c: Commitment, member: ThreadMember) -> bool:
    """Whether nothing is named that remains to be done: *päätti optiosta*. Who is asked is asked for something."""
    lists = load_words()
    is_frame = c.action in lists.frames - lists.asks
    return c.kind == "decision" and is_frame and not set(member.acts) - lists.frames


def _is_wanted(c: Commitment, row: FactRow, filters: FactFilters, actors: Collection[str] | None) -> bool:
    if filters.kinds and c.kind not in filters.kinds:
        return False
    if filters.document is not None and row.document != filters.document:
        return False
    if actors is not None and not any(actor.id in actors for actor in c.actors):
        return False
    return is_of_document(row, filters) and between(row.date, filters.after, filters.before) == "yes"

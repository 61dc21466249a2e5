"""Rows of facts with what people said of them: beside the values of the machine, or in their place."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from policysearch import codec
from policysearch.finding import DUE_KINDS, Selection, between, can_fall_due
from policysearch.model.facts import Commitment, Facts
from policysearch.model.reviews import ReviewState
from policysearch.model.search import DocumentSummary, FactFilters, FactRows, FoundCommitment, Standing
from policysearch.model.time import TimeExpression, When
from policysearch.reviews.overlay import Overlay
from policysearch.standing import find_open
from policysearch.store import FactRow, Store

_SETTLED = frozenset({"done", "lapsed"})
"""A person says that nothing remains to be done."""


def beside(found: FactRows[FoundCommitment], overlay: Overlay) -> FactRows[FoundCommitment]:
    """The rows as they are, each with what people say of it."""
    if not overlay.states:
        return found
    rows = tuple(replace(row, review=overlay.states.get(row.commitment.id)) for row in found.rows)
    return replace(found, rows=rows)


def commitment_rows(store: Store, overlay: Overlay, document: str | None) -> Iterator[FactRow]:
    """The commitments of current documents as people corrected them, and those that they added, in order."""
    rows = [_corrected(row, overlay) for row in store.fact_rows("commitment", document=document)]
    rows += [_added(store, c, overlay) for c in overlay.added if document in (None, c.document)]
    kept = (row for row in rows if row is not None)
    yield from sorted(kept, key=lambda row: (row.date is None, row.date or "", row.document, row.span, row.id))


def time_rows(store: Store, overlay: Overlay, document: str | None) -> Iterator[FactRow]:
    """The times of current documents; one by which a person says otherwise has that day."""
    moved = {c.document for c in _originals(store, overlay) if _moves(overlay.states[c.id])}
    for row in store.fact_rows("time", document=document):
        yield _moved(store, row, overlay) if row.document in moved else row


def open_rows(
    store: Store, asked: Selection, overlay: Overlay, *, as_of: dt.date | None, undated: bool
) -> FactRows[FoundCommitment]:
    """What is open by the words of people too: what they say is done or has lapsed is not, what they added may be."""
    every = replace(asked, filters=replace(asked.filters, due_after=None, due_before=None), limit=None, offset=0)
    machine = [row for dated in (False, True) for row in find_open(store, every, as_of=as_of, undated=dated).rows]
    rows = [row for one in (*machine, *_added_open(store, overlay, asked, as_of)) if (row := _open(one, overlay))]
    dated_rows = [row for row in rows if _has_end(row)]
    chosen = (
        [row for row in rows if not _has_end(row)]
        if undated
        else [row for row in dated_rows if _is_due(row, asked.filters)]
    )
    chosen.sort(key=lambda row: (_end(row.commitment.when) or "", row.document.id, row.commitment.span))
    return FactRows(tuple(asked.page(chosen)), len(chosen), 0 if undated else len(rows) - len(dated_rows))


def with_machine(found: FactRows[FoundCommitment], store: Store) -> FactRows[FoundCommitment]:
    """The rows, each with how the machine had found what people changed."""
    machine = store.commitments({row.commitment.id for row in found.rows if row.review})
    rows = tuple(
        replace(row, found=original)
        if (original := machine.get(row.commitment.id)) not in (None, row.commitment)
        else row
        for row in found.rows
    )
    return replace(found, rows=rows)


def facts_of(facts: Facts, document: str, overlay: Overlay) -> Facts:
    """The facts of a document with its commitments as people corrected them."""
    own = [*facts.commitments, *(c for c in overlay.added if c.document == document)]
    kept = (c for c in map(overlay.reviewed, own) if c is not None)
    return replace(facts, commitments=tuple(sorted(kept, key=lambda c: (c.span, c.id))))


def _corrected(row: FactRow, overlay: Overlay) -> FactRow | None:
    if row.id not in overlay.states:
        return row
    c = overlay.reviewed(row.fact)
    return None if c is None else _with(row, c)


def _added(store: Store, commitment: Commitment, overlay: Overlay) -> FactRow | None:
    c = overlay.reviewed(commitment)
    summary = store.summary(commitment.document)
    if c is None or not summary.is_current:
        return None
    m = summary.metadata
    date = m.date.isoformat() if m.date else None
    bare = FactRow(c.document, c.id, m.type, m.issuer, date, c.span, None, None, "", "commitment")
    return _with(bare, c)


def _with(row: FactRow, commitment: Commitment) -> FactRow:
    when = commitment.when
    begins, ends = (_begin(when), _end(when))
    return replace(row, begins=begins, ends=ends, record=codec.encode(commitment))


def _originals(store: Store, overlay: Overlay) -> Iterator[Commitment]:
    yield from store.commitments(overlay.states.keys() - {c.id for c in overlay.added}).values()


def _moves(state: ReviewState) -> bool:
    return state.value("date") is not None and state.verdict != "rejected"


def _moved(store: Store, row: FactRow, overlay: Overlay) -> FactRow:
    time: TimeExpression = row.fact
    for c in store.facts(row.document).commitments:
        state = overlay.states.get(c.id)
        if state is None or not _moves(state) or c.when != time.when or not c.span.overlaps(row.span):
            continue
        when = replace(overlay.reviewed(c) or c).when
        if when is not None:
            changed = replace(time, when=when)
            return replace(row, begins=_begin(when), ends=_end(when), record=codec.encode(changed))
    return row


def _open(row: FoundCommitment, overlay: Overlay) -> FoundCommitment | None:
    state = overlay.states.get(row.commitment.id)
    if state is None:
        return row
    c = overlay.reviewed(row.commitment)
    if c is None or state.status in _SETTLED:
        return None
    return replace(row, commitment=c, review=state, found=row.commitment if c != row.commitment else None)


def _added_open(store: Store, overlay: Overlay, asked: Selection, as_of: dt.date | None) -> Iterator[FoundCommitment]:
    for commitment in overlay.added:
        c = overlay.reviewed(commitment)
        if c is None or c.kind not in DUE_KINDS or not (c.when is None or can_fall_due(c)):
            continue
        if asked.ids is not None and c.id not in asked.ids:
            continue
        if asked.actors is not None and not any(actor.id in asked.actors for actor in c.actors):
            continue
        summary = store.summary(c.document)
        if _is_of(summary, asked.filters, as_of):
            body = c.actors[0].name if c.actors else summary.metadata.issuer
            yield FoundCommitment(c, summary, standing=Standing(as_of, body=body))


def _is_of(summary: DocumentSummary, filters: FactFilters, as_of: dt.date | None) -> bool:
    m = summary.metadata
    if filters.document not in (None, summary.id) or (filters.types and m.type not in filters.types):
        return False
    if filters.issuer_names is not None and m.issuer not in filters.issuer_names:
        return False
    day = m.date.isoformat() if m.date else None
    return between(day, filters.after, filters.before) == "yes" and not (as_of and m.date and m.date > as_of)


def _is_due(row: FoundCommitment, filters: FactFilters) -> bool:
    return between(_end(row.commitment.when), filters.due_after, filters.due_before) == "yes"


def _has_end(row: FoundCommitment) -> bool:
    return _end(row.commitment.when) is not None


def _begin(when: When | None) -> str | None:
    return when.begin.isoformat() if when and when.begin else None


def _end(when: When | None) -> str | None:
    return when.end.isoformat() if when and when.end else None

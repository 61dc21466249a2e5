"""Actors: a list, and a page of each with what it promised, proposed and was obliged to."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import Response

from policysearch.model.facts import CommitmentKind
from policysearch.model.search import ActorSummary, FactFilters, FoundCommitment
from policysearch.web.asking import Asked
from policysearch.web.entries import Entry, entry_of
from policysearch.web.labels import N_
from policysearch.web.pages.commitments import chart_of
from policysearch.web.paging import paging, wanted

KINDS = ("organisation", "person")
GROUPS: tuple[tuple[CommitmentKind, str], ...] = (
    ("undertaking", N_("Promised")),
    ("obligation", N_("Was obliged to")),
    ("proposal", N_("Proposed")),
    ("decision", N_("Decided")),
    ("accomplishment", N_("Reported as done")),
)
"""What an actor does by a commitment of each kind."""
_MOST_SHOWN = 10
_MOST_PARTNERS = 20


@dataclass(frozen=True, slots=True)
class Group:
    """Commitments of one kind: the newest ones, and how many there are in all."""

    kind: CommitmentKind
    title: str
    total: int
    rows: tuple[Entry, ...]


def page(asked: Asked) -> Response:
    """Those who act, the ones named most first."""
    limit, offset = wanted(asked, size=50)
    kind, typed = asked.choice("kind", KINDS), asked.text("q").casefold()
    found = [
        actor
        for actor in asked.corpus.actors()
        if kind in (None, actor.kind) and any(typed in name.casefold() for name in (actor.name, *actor.names))
    ]
    return asked.page(
        "actors.html",
        actors=found[offset : offset + limit],
        total=len(found),
        kinds=KINDS,
        kind=kind,
        pages=paging(asked, total=len(found), limit=limit, offset=offset),
    )


def actor_page(asked: Asked) -> Response:
    """One actor. A person who acts in no office has no page."""
    everybody = {actor.id: actor for actor in asked.corpus.actors()}
    actor = everybody.get(asked.path("id"))
    if actor is None:
        return asked.not_found()
    found = asked.corpus.commitments(filters=FactFilters(actor=actor.name, routine=True)).rows
    rows = tuple(row for row in found if any(each.id == actor.id for each in row.commitment.actors))
    return asked.page(
        "actor.html",
        actor=actor,
        names=[name for name in actor.names if name != actor.name],
        groups=_groups(asked, rows),
        chart=chart_of(asked, rows),
        partners=_partners(actor, rows, everybody.get),
        total=len(rows),
    )


def _groups(asked: Asked, rows: tuple[FoundCommitment, ...]) -> list[Group]:
    groups = []
    for kind, title in GROUPS:
        of_kind = [row for row in reversed(rows) if row.commitment.kind == kind]
        dated_first = sorted(of_kind, key=lambda row: row.document.metadata.date is None)
        if of_kind:
            shown = tuple(entry_of(asked, row) for row in dated_first[:_MOST_SHOWN])
            groups.append(Group(kind, title, len(of_kind), shown))
    return groups


def _partners(
    actor: ActorSummary, rows: tuple[FoundCommitment, ...], known: Callable[[str], ActorSummary | None]
) -> list[tuple[ActorSummary, int]]:
    """Who else stands in the same commitments, with how many."""
    together = Counter(each.id for row in rows for each in {*row.commitment.actors} if each.id != actor.id)
    return [(who, count) for id_, count in together.most_common(_MOST_PARTNERS) if (who := known(id_))]

"""A document says a thing once: of several clauses that look alike, the one that is most alike is the same."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from policysearch.threads.measure import Match
from policysearch.threads.profile import Profile

TWICE = 0.85
"""From this likeness on a document may have said the thing in several clauses."""
CLEARLY = 0.02
"""A rival is better by this at least."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two commitments that look the same, and what agrees in them."""

    first: Profile
    second: Profile
    match: Match


def without_rivals(pairs: Sequence[Pair]) -> list[Pair]:
    """Leave out a pair where a document has a clause that answers the other one clearly better.

    The text of a case stands again in its next paper, sentence by sentence: what a sentence is the same as is its own
    copy there, not its neighbour on the same subject. A report and a plan are no rivals, nor are a proposal and the
    decision on it.
    """
    by_side: dict[tuple[str, str], list[tuple[Profile, float]]] = defaultdict(list)
    for pair in pairs:
        for one, other in ((pair.first, pair.second), (pair.second, pair.first)):
            by_side[one.clause.id, other.clause.document].append((other, pair.match.score))
    kept = []
    for pair in pairs:
        sides = ((pair.first, pair.second), (pair.second, pair.first))
        rivals = (
            score
            for one, other in sides
            for rival, score in by_side[one.clause.id, other.clause.document]
            if rival is not other and _are_rivals(rival, other)
        )
        if pair.match.score >= TWICE or max(rivals, default=0.0) < pair.match.score + CLEARLY:
            kept.append(pair)
    return kept


def _are_rivals(one: Profile, other: Profile) -> bool:
    if one.is_report != other.is_report:
        return False
    return {one.clause.part, other.clause.part} != {"proposal", "decision"}

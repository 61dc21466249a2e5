"""What became of the proposals of a document: *Päätösehdotus … / Ehdotuksen mukaan*, *Äänestyksessä ehdotus voitti*."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from policysearch.model.document import Document, Part
from policysearch.model.facts import Commitment, Outcome

_DECIDING: frozenset[Part | None] = frozenset({"decision", "handling"})
#: Outcomes of a decision on a proposal; a proposal to take note that is approved has been noted.
_SETTLING: frozenset[Outcome] = frozenset({"approved", "rejected", "returned", "tabled"})
_PROPOSALS = ("ehdotu", "esity", "esitti")
_OWN_OUTCOMES: tuple[tuple[str, Outcome], ...] = (
    ("tiedoksi", "noted"),
    ("käsitellyksi", "concluded"),
    ("lähettää", "forwarded"),
)


def with_outcomes(document: Document, found: Sequence[Commitment]) -> tuple[Commitment, ...]:
    """The commitments with the outcome of every proposed decision that the same document decides on.

    A decision that names the proposal (or nothing, as *Ehdotuksen mukaan*) settles the proposals nearest before it, or
    nearest after it where the record of the decision stands first, as in the extracts of some municipalities.

    Args:
        document: For the parts of its passages.
        found: Its commitments in the order of the text.
    """
    starts = [passage.span.start for passage in document.passages]
    parts = [document.passages[bisect_right(starts, c.span.start) - 1].part for c in found]
    proposed = [i for i, c in enumerate(found) if c.kind == "proposal" and parts[i] == "proposal" and not _personal(c)]
    settled = [i for i, c in enumerate(found) if parts[i] in _DECIDING and _settles(c)]
    if not proposed or not settled:
        return tuple(found)
    decided_first = settled[0] < proposed[0]
    outcomes: dict[int, Outcome] = {}
    for i in proposed:
        order = [j for j in reversed(settled) if j < i] if decided_first else [j for j in settled if j > i]
        outcome = found[order[0]].outcome if order else None
        if outcome is not None and found[i].outcome is None:
            outcomes[i] = _own_outcome(found[i]) if outcome == "approved" else outcome
    return tuple(replace(c, outcome=outcomes[i]) if i in outcomes else c for i, c in enumerate(found))


def _personal(commitment: Commitment) -> bool:
    """A counterproposal of a member, which is decided on apart."""
    return any(actor.kind == "person" for actor in commitment.actors)


def _settles(commitment: Commitment) -> bool:
    """Whether a decision is one on a proposal."""
    if commitment.kind != "decision" or commitment.outcome not in _SETTLING:
        return False
    words = commitment.quote.casefold()
    return commitment.cue.startswith("elided.") or commitment.cue == "vote" or any(w in words for w in _PROPOSALS)


def _own_outcome(proposal: Commitment) -> Outcome:
    words = proposal.quote.casefold()
    return next((outcome for word, outcome in _OWN_OUTCOMES if word in words), "approved")

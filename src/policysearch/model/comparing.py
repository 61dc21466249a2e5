"""The entries of two documents side by side."""

from dataclasses import dataclass
from typing import Literal, get_args

from policysearch.model.facts import Commitment
from policysearch.model.search import DocumentSummary

Difference = Literal["kind", "verb", "strength", "polarity", "actor", "time", "amount", "condition"]
DIFFERENCES: tuple[Difference, ...] = get_args(Difference)


@dataclass(frozen=True, slots=True)
class ComparedPair:
    """Two entries that speak of the same, or one that has no counterpart; at least one is there.

    Attributes:
        words: Dictionary forms that both have, the rarest first.
        likeness: Share of common words by weight, 0 to 1; 0 where there is one entry only.
        differences: What the two say differently; nothing is concluded from it.
    """

    first: Commitment | None
    second: Commitment | None
    words: tuple[str, ...] = ()
    likeness: float = 0.0
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents, their entries in the order of the first one, then what only the second has."""

    first: DocumentSummary
    second: DocumentSummary
    pairs: tuple[ComparedPair, ...]

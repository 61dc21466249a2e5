"""Words of an original: made into an anchor, and found again in what is read now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from policysearch.model.facts import Commitment, Measure
from policysearch.model.reviews import Anchor
from policysearch.model.text import Span

Entry = TypeVar("Entry", Commitment, Measure)

SHARED = 0.5
"""An entry of today is the reviewed one if at least so much of the shorter of the two is common to both."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words of an anchor stand now."""

    document: str
    span: Span
    moved: bool


def anchor_at(*, sha256: str, locator: str, uri: str, text: str, span: Span) -> Anchor:
    """The anchor of the words at `span` of `text`."""
    quote = span.of(text)
    return Anchor(sha256, locator, quote, text.count(quote, 0, span.start), uri)


def find_again(anchor: Anchor, text: str) -> Span | None:
    """Where the words of an anchor stand in `text`: that occurrence, or the only one where there are fewer."""
    starts = list(_starts(anchor.quote, text))
    if anchor.occurrence < len(starts):
        start = starts[anchor.occurrence]
    elif len(starts) == 1:
        start = starts[0]
    else:
        return None
    return Span(start, start + len(anchor.quote))


def entry_at(span: Span, commitments: Sequence[Entry]) -> Entry | None:
    """The entry whose words are those at `span`, or share most with them; None where none shares enough."""
    best: tuple[float, Entry] | None = None
    for commitment in commitments:
        common = min(span.end, commitment.span.end) - max(span.start, commitment.span.start)
        share = common / min(len(span), len(commitment.span)) if common > 0 else 0.0
        if share >= SHARED and (best is None or (share, -abs(len(commitment.span) - len(span))) > _key(best, span)):
            best = (share, commitment)
    return best[1] if best else None


def _key(best: tuple[float, Commitment | Measure], span: Span) -> tuple[float, int]:
    return best[0], -abs(len(best[1].span) - len(span))


def _starts(quote: str, text: str) -> Iterable[int]:
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + len(quote))

"""What is shown of a passage: whole sentences around the densest matches."""

import re
from collections.abc import Iterator, Sequence

from policysearch.model.search import Snippet
from policysearch.model.text import Span

_WORD = re.compile(r"\S+")


def snippet(
    text: str,
    passage: Span,
    sentences: Sequence[Span],
    highlights: Sequence[Span],
    *,
    width: int = 320,
    longest: int = 600,
) -> Snippet:
    """The sentences of a passage with most different matches, and those around them while there is room.

    Args:
        text: The text of the document.
        passage: Where the passage stands in it; the snippet never leaves it.
        sentences: The sentences of the passage, in order. Without them, words are what is kept whole.
        highlights: Matches, in order, without overlaps.
        width: Code points to fill with sentences; one sentence may be longer.
        longest: Of a sentence longer than this, only the words around the densest matches are shown.
    """
    found = _WORD.finditer(text, passage.start, passage.end)
    words = [Span(word.start(), word.end()) for word in found]
    if not words:
        return Snippet(Span(passage.start, passage.start), "", ())
    inside = [span for span in highlights if passage.contains(span)]
    shown = Span(words[0].start, words[-1].end)
    if len(shown) > width:
        units = list(_units([span for span in sentences if shown.contains(span)], inside))
        if units and all(any(unit.contains(span) for unit in units) for span in inside):
            shown = _filled(units, *_densest(text, units, inside, width), width)
            if len(shown) > max(width, longest):
                shown = _cut(text, [word for word in words if shown.contains(word)], inside, longest)
        else:
            shown = _cut(text, words, inside, width)
    return Snippet(shown, shown.of(text), tuple(span for span in inside if shown.contains(span)))


def _units(sentences: Sequence[Span], highlights: Sequence[Span]) -> Iterator[Span]:
    """The sentences; two that share a match (a phrase over a full stop) are one."""
    open_: Span | None = None
    for sentence in sentences:
        if open_ is not None and any(span.overlaps(open_) and span.overlaps(sentence) for span in highlights):
            open_ = Span(open_.start, sentence.end)
            continue
        if open_ is not None:
            yield open_
        open_ = sentence
    if open_ is not None:
        yield open_


def _cut(text: str, words: Sequence[Span], highlights: Sequence[Span], width: int) -> Span:
    """Whole words around the densest matches, alike on both sides while there is room."""
    inside = [span for span in highlights if words[0].start <= span.start and span.end <= words[-1].end]
    first, last = _densest(text, words, inside, width)
    room = width - (words[last].end - words[first].start)
    while first > 0 and words[last].end - words[first - 1].start <= width - room // 2:
        first -= 1
    return _filled(words, first, last, width)


def _filled(units: Sequence[Span], first: int, last: int, width: int) -> Span:
    """Units from `first` to `last`, then those that follow while they fit, then those before."""
    while last + 1 < len(units) and units[last + 1].end - units[first].start <= width:
        last += 1
    while first > 0 and units[last].end - units[first - 1].start <= width:
        first -= 1
    return Span(units[first].start, units[last].end)


def _densest(text: str, units: Sequence[Span], highlights: Sequence[Span], width: int) -> tuple[int, int]:
    """First and last unit of the stretch with most different matched words, then most matches, then the earliest."""
    best = most = (0, 0)
    for start, opening in enumerate(highlights):
        first = next(number for number, unit in enumerate(units) if unit.end > opening.start)
        last = first
        met: list[str] = []
        for span in highlights[start:]:
            until = next(number for number, unit in enumerate(units) if unit.end >= span.end)
            if met and units[until].end - units[first].start > width:
                break
            last = until
            met.append(span.of(text).casefold())
        count = (len(set(met)), len(met))
        if count > most:
            best, most = (first, last), count
    return best

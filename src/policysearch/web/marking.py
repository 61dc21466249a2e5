"""Text of documents as HTML: marks, facts and page breaks laid over it, contact details that are hidden said so."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from policysearch.contacts import COVER
from policysearch.model.text import Span

_MARK = Markup("<mark>{}</mark>")
_HIDDEN = Markup('<span class="covered"><span class="unseen">[{}]</span><span aria-hidden="true">{}</span></span>')
_COVERED = re.compile(rf"({COVER}[{COVER}\s]*)")


@dataclass(frozen=True, slots=True)
class Layer:
    """Something laid over a text: `name` is its class, and *mark* what the reader came for."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Insert:
    """Something put between two letters, before the one at `at`."""

    at: int
    html: Markup


def marked(text: str, spans: Iterable[Span], *, offset: int = 0, hidden: str) -> Markup:
    """Escaped text with `<mark>` around spans.

    Args:
        text: Part of a document.
        spans: Of the whole document; what lies outside `text` is left out.
        offset: Where `text` begins in it.
        hidden: What is said, to those who cannot see it, where a contact detail is covered.
    """
    layers = [Layer(span, "mark") for span in spans]
    return layered(text, Span(offset, offset + len(text)), layers, hidden=hidden, offset=offset)


def layered(
    text: str,
    span: Span,
    layers: Sequence[Layer],
    inserts: Sequence[Insert] = (),
    *,
    hidden: str,
    offset: int = 0,
) -> Markup:
    """The text at `span` with `layers` and `inserts`; layers may overlap. Arguments as `marked`."""
    inside = [layer for layer in layers if layer.span.overlaps(span)]
    between: dict[int, Markup] = {}
    for insert in inserts:
        if span.start <= insert.at < span.end:
            between[insert.at] = between.get(insert.at, Markup("")) + insert.html
    edges = {span.start, span.end, *between}
    for layer in inside:
        edges |= {max(layer.span.start, span.start), min(layer.span.end, span.end)}
    places = sorted(edges)
    pieces: list[Markup] = []
    for start, end in pairwise(places):
        if start in between:
            pieces.append(between[start])
        names = sorted({layer.name for layer in inside if layer.span.start <= start and end <= layer.span.end})
        pieces.append(_element(_shown(text[start - offset : end - offset], hidden), names))
    return Markup("").join(pieces)


def by_block(spans: Sequence[Span], layers: Iterable[Layer]) -> list[list[Layer]]:
    """The layers that lie over each of `spans`, which are in order and apart."""
    starts = [span.start for span in spans]
    found: list[list[Layer]] = [[] for _ in spans]
    for layer in layers:
        index = max(bisect_right(starts, layer.span.start) - 1, 0)
        while index < len(spans) and spans[index].start < layer.span.end:
            if spans[index].overlaps(layer.span):
                found[index].append(layer)
            index += 1
    return found


def cells(text: str, span: Span) -> Iterator[Span]:
    """The cells of a row of a table, which are parted by tabs."""
    start = span.start
    for cell in span.of(text).split("\t"):
        yield Span(start, start + len(cell))
        start += len(cell) + 1


def _element(inner: Markup, names: Sequence[str]) -> Markup:
    classes = " ".join(name for name in names if name != "mark")
    if "mark" in names:
        return Markup('<mark class="{}">{}</mark>').format(classes, inner) if classes else _MARK.format(inner)
    return Markup('<span class="{}">{}</span>').format(classes, inner) if classes else inner


def _shown(text: str, hidden: str) -> Markup:
    if COVER not in text:
        return escape(text)
    pieces = _COVERED.split(text)
    return Markup("").join(
        _HIDDEN.format(hidden, piece) if number % 2 else escape(piece) for number, piece in enumerate(pieces)
    )

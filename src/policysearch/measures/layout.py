"""The blocks of a document as a plan uses them: labels with their values, and what may be a measure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policysearch.measures.labels import (
    Opening,
    measure_label,
    named_opening,
    numbered_opening,
    part_of,
)
from policysearch.measures.tables import cells_of
from policysearch.model.document import Document, TextBlock
from policysearch.model.facts import MeasurePart
from policysearch.model.text import Span

_BORDER = re.compile(r"[.;|]\s+|\t|\n")
_MOST_LABEL_WORDS = 5
_LONGEST_VALUE_AFTER = 600
"""Code points of a paragraph that stands below its label."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label with its value: *Vastuutaho: oikeusministeriö*."""

    name: MeasurePart
    value: Span


@dataclass(frozen=True, slots=True)
class Unit:
    """A block that is no label: what stands in it, and how it opens a measure, if it does."""

    block: TextBlock
    span: Span
    opening: Opening | None

    @property
    def text(self) -> Span:
        """What is to be done, without word and number."""
        return Span(self.span.start + (self.opening.start if self.opening else 0), self.span.end)


def units_of(document: Document, taken: frozenset[int]) -> Iterator[Unit | Label]:
    """The blocks in order, those of `taken` left out; a block may hold several labels."""
    waiting: MeasurePart | None = None
    has_value = False
    for number, block in enumerate(document.blocks):
        if number in taken:
            waiting = None
            continue
        text = block.span.of(document.text)
        if block.kind == "table_row" and (found := list(_box_row(document, block))):
            waiting = None
            yield from found
            continue
        labels = list(_labels(block, text))
        if labels:
            yield from (label for label in labels if len(label.value))
            last = labels[-1]
            waiting = None if len(last.value) else last.name
            has_value = False
            continue
        if block.kind == "heading" and (alone := part_of(text, loose=False)) is not None:
            waiting, has_value = alone, False
            continue
        opening = named_opening(text) or numbered_opening(text)
        is_value = block.kind == "list_item" or (block.kind == "paragraph" and not has_value)
        if waiting and is_value and len(text) <= _LONGEST_VALUE_AFTER and not (opening and opening.kind):
            has_value = True
            yield Label(waiting, block.span)
            continue
        waiting = None
        yield Unit(block, block.span, opening)


def _labels(block: TextBlock, text: str) -> Iterator[Label]:
    """The labels of a block that begins with one, each with what follows up to the next."""
    if block.kind == "table_row":
        return
    found = list(_places(text))
    if not found or found[0][0] != 0:
        return
    for (_, end, name), after in zip(found, [*(start for start, *_ in found[1:]), len(text)], strict=True):
        value = text[end:after]
        lead = len(value) - len(value.lstrip())
        stop = len(value.rstrip(" \n\t|;"))
        yield Label(name, Span(block.span.start + end + min(lead, stop), block.span.start + end + stop))


def _places(text: str) -> Iterator[tuple[int, int, MeasurePart]]:
    """Where a label begins, where its colon ends, and what it names."""
    border = 0
    for colon in re.finditer(r"\s?:(?=\s|$)", text):
        segment = text[border : colon.start()]
        words = list(re.finditer(r"\S+", segment))[-_MOST_LABEL_WORDS:]
        for word in words:
            label = segment[word.start() :]
            if not label[:1].isupper():
                continue
            is_clean = word.start() == 0 or _BORDER.search(segment, 0, word.start()) is not None
            name = part_of(label, loose=word.start() == 0 and border == 0)
            if name is not None and (is_clean or len(label.split()) <= 2):
                yield border + word.start(), colon.end(), name
                break
        border = colon.end()


def _box_row(document: Document, block: TextBlock) -> Iterator[Unit | Label]:
    """A row of a box that holds one measure: a label beside its value, or two such pairs."""
    cells = cells_of(document, block)
    if len(cells) % 2 or len(cells) > 4:
        return
    pairs: Sequence[tuple[Span, Span]] = [(a.span, b.span) for a, b in zip(cells[::2], cells[1::2], strict=True)]
    made: list[Unit | Label] = []
    for label, value in pairs:
        words = label.of(document.text)
        named = named_opening(words)
        if named is not None and named.start == len(words):
            made.append(Unit(block, value, Opening(named.number, 0, named.kind)))
        elif (kind := measure_label(words)) is not None and part_of(words, loose=False) is None:
            own = numbered_opening(value.of(document.text))
            made.append(Unit(block, value, Opening(own.number if own else "", own.start if own else 0, kind)))
        elif (part := part_of(words)) is not None:
            made.append(Label(part, value))
        else:
            return
    yield from made

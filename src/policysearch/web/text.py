"""The text of a document as headings, paragraphs, lists and tables of HTML, a stretch of it at a time."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from markupsafe import Markup

from policysearch.model.document import Document, TextBlock
from policysearch.model.text import Span
from policysearch.web.marking import Insert, Layer, by_block, cells, layered

LONGEST = 120_000
"""Code points of a stretch; longer documents are shown in several."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading (with its level and its place in `Document.sections`), a paragraph, or the items of a list or table."""

    kind: Literal["heading", "paragraph", "list", "table"]
    rows: tuple[tuple[Markup, ...], ...]
    level: int = 0
    section: int | None = None
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the table of contents; `start` is where the section begins, `section` its number."""

    text: str
    level: int
    start: int
    section: int


@dataclass(frozen=True, slots=True)
class Flow:
    """A stretch of a document, its table of contents, and where the stretches beside it begin."""

    pieces: tuple[Piece, ...]
    contents: tuple[Heading, ...]
    before: int | None
    after: int | None


def window_of(document: Document, at: int) -> Span:
    """The stretch of the text around `at`: all of it where it is not too long."""
    starts = _window_starts(document.blocks)
    index = max(bisect_right(starts, at) - 1, 0)
    end = starts[index + 1] if index + 1 < len(starts) else len(document.text)
    return Span(starts[index], end)


def flow_of(
    document: Document,
    window: Span,
    layers: Sequence[Layer],
    *,
    page_mark: Callable[[int], Markup],
    hidden: str,
    more: Sequence[Insert] = (),
) -> Flow:
    """The blocks of a stretch with layers over them and marks where pages begin.

    Args:
        document: With its text.
        window: From `window_of`.
        layers: Over the whole text.
        page_mark: What marks the beginning of a page, by number.
        hidden: Said where a contact detail is covered.
        more: Put between letters beside the marks of pages.
    """
    blocks = [block for block in document.blocks if window.contains(block.span)]
    spans = [block.span for block in blocks]
    inserts = [*(Insert(span.start, page_mark(number)) for number, span in document.page_spans), *more]
    over = dict(zip(spans, by_block(spans, layers), strict=True))
    anchored = [False]

    def words(span: Span, block: TextBlock) -> Markup:
        html = layered(document.text, span, over[block.span], inserts, hidden=hidden)
        if not anchored[0] and "<mark" in html:
            anchored[0] = True
            html = Markup(str(html).replace("<mark", '<mark id="mark"', 1))  # noqa: S704  # it is markup already
        return html

    starts = _window_starts(document.blocks)
    index = starts.index(window.start)
    return Flow(
        tuple(_pieces(document, blocks, words)),
        _contents(document),
        starts[index - 1] if index > 0 else None,
        starts[index + 1] if index + 1 < len(starts) else None,
    )


def _window_starts(blocks: Sequence[TextBlock]) -> list[int]:
    starts = [0]
    for block in blocks:
        if block.span.end - starts[-1] > LONGEST and block.span.start > starts[-1]:
            starts.append(block.span.start)
    return starts


def _pieces(
    document: Document, blocks: Sequence[TextBlock], words: Callable[[Span, TextBlock], Markup]
) -> Iterator[Piece]:
    sections = {section.heading: index for index, section in enumerate(document.sections)}
    level = 1
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        together = list(group)
        ocr = any(block.ocr for block in together)
        if kind == "table_row":
            rows = (tuple(words(cell, block) for cell in cells(document.text, block.span)) for block in together)
            yield Piece("table", tuple(rows), ocr=ocr)
        elif kind == "list_item":
            yield Piece("list", tuple((words(block.span, block),) for block in together), ocr=ocr)
        else:
            for block in together:
                number = sections.get(block.span)
                if kind == "heading":
                    wanted = 2 if number is None else document.sections[number].level + 1
                    level = min(wanted, level + 1, 6)
                    yield Piece("heading", ((words(block.span, block),),), max(level, 2), number, block.ocr)
                else:
                    yield Piece("paragraph", ((words(block.span, block),),), ocr=block.ocr)


def _contents(document: Document) -> tuple[Heading, ...]:
    return tuple(
        Heading(" ".join(section.heading.of(document.text).split()), section.level, section.span.start, index)
        for index, section in enumerate(document.sections)
    )

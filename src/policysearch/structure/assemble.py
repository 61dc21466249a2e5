"""Blocks -> one text. From here on offsets are final: blocks, pages and printed words are spans of this text."""

from collections.abc import Sequence
from dataclasses import dataclass

from policysearch.lang.base import Language
from policysearch.model.document import PrintedWord, TextBlock
from policysearch.model.text import Block, Line, Span
from policysearch.structure.joining import Joined, join_lines

BLOCK_SEPARATOR = "\n\n"


@dataclass(frozen=True, slots=True)
class Assembled:
    """The text of a document and what stands where in it; `blocks` are those given, in order, one for one."""

    text: str
    blocks: tuple[TextBlock, ...]
    page_spans: tuple[tuple[int, Span], ...]
    printed: tuple[PrintedWord, ...]


def assemble(blocks: Sequence[Block], language: Language) -> Assembled:
    """Joins the lines of each block and the blocks with an empty line between them."""
    pieces: list[str] = []
    found: list[TextBlock] = []
    printed: list[PrintedWord] = []
    pages: list[tuple[int, Span]] = []
    length = 0
    for block in blocks:
        joined = join_lines(block.lines, language, rows=block.kind == "table_row")
        if pieces:
            length += len(BLOCK_SEPARATOR)
        span = Span(length, length + len(joined.text))
        found.append(TextBlock(span, block.kind, block.page, None, block.ocr, block.columns))
        printed.extend(_printed(block.lines, joined, length))
        _add_pages(pages, block.lines, joined, length)
        pieces.append(joined.text)
        length = span.end
    return Assembled(BLOCK_SEPARATOR.join(pieces), tuple(found), tuple(pages), tuple(printed))


def _printed(lines: Sequence[Line], joined: Joined, offset: int) -> list[PrintedWord]:
    found: list[PrintedWord] = []
    for line, places in zip(lines, joined.places, strict=True):
        at = 0
        for word in line.words:
            start = line.text.find(word.text, at)
            if start < 0:  # the extractor normalised the line and not the word
                continue
            at = start + len(word.text)
            found.append(PrintedWord(Span(places[start] + offset, places[at] + offset), word.box))
    return [word for word in found if len(word.span)]


def _add_pages(pages: list[tuple[int, Span]], lines: Sequence[Line], joined: Joined, offset: int) -> None:
    for line, places in zip(lines, joined.places, strict=True):
        if line.page is None:
            continue
        start, end = places[0] + offset, places[-1] + offset
        if pages and pages[-1][0] == line.page:
            pages[-1] = (line.page, Span(pages[-1][1].start, end))
        else:
            pages.append((line.page, Span(start, end)))

"""Documents and blocks made for tests; all bodies and people are invented."""

from policysearch.extract import extract
from policysearch.lang.base import Language
from policysearch.model.document import Document, Section
from policysearch.model.source import Extract, Metadata
from policysearch.model.text import Block, BlockKind, Box, Line, Page, Word
from policysearch.structure import build_document

SHA = "0" * 64
NOTHING = Metadata()


def of_text(text: str, language: Language, *, name: str = "x.txt", overrides: Metadata = NOTHING) -> Document:
    """The document of a plain text file."""
    (found,) = extract(text.encode(), name=name)
    return build_document(found, sha256=SHA, language=language, overrides=overrides)


def of_blocks(blocks: list[Block], language: Language, *, media_type: str = "application/pdf") -> Document:
    """The document of blocks as an extractor gives them."""
    numbers = sorted({line.page for block in blocks for line in block.lines if line.page})
    pages = tuple(Page(number, width=595.0, height=842.0) for number in numbers)
    return build_document(Extract("", media_type, tuple(blocks), pages), sha256=SHA, language=language)


def block(*lines: str, kind: BlockKind = "paragraph", page: int | None = None, level: int | None = None) -> Block:
    """A block without a layout."""
    return Block(kind, tuple(Line(line, page) for line in lines), level)


def printed(text: str, *, page: int, top: float, x0: float = 70.0) -> Line:
    """A line of a page, its words 5 points a letter wide."""
    words: list[Word] = []
    at = x0
    for word in text.split():
        words.append(Word(word, Box(page, at, top, at + 5.0 * len(word), top + 10.0)))
        at += 5.0 * (len(word) + 1)
    return Line(text, page, tuple(words))


def section(document: Document, heading: str) -> Section:
    """The section under a heading."""
    return next(s for s in document.sections if s.heading.of(document.text) == heading)


def parts(document: Document) -> list[tuple[str, str | None]]:
    """The passages with their parts."""
    return [(p.span.of(document.text), p.part) for p in document.passages if p.kind != "heading"]

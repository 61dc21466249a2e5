"""Plain text and Markdown, as people export them from PDFs and pages -> blocks.

Lines of a block stay as they stand in the file: joining them, their hyphens and the sentences that a page footer cuts
is the work of `structure`. Only what the text marks up itself (Markdown, bullets, blank lines, form feeds) is used.
"""

import re
from collections.abc import Iterable, Iterator

from policysearch.errors import ReadError
from policysearch.extract.bullets import bullet_length
from policysearch.extract.decode import decode
from policysearch.extract.detect import MARKDOWN
from policysearch.extract.markdown import is_markdown, markdown_blocks
from policysearch.extract.normalise import normalise
from policysearch.extract.page_lines import hints_of_lines
from policysearch.model.source import Extract
from policysearch.model.text import Block, BlockKind, Line, Page

_NUMBER = re.compile(r"\s*(\d{1,2})[.)]\s+\S")
_SPACES = re.compile(r"[ \t\u00a0]+")


def extract_text(data: bytes, *, media_type: str) -> Extract:
    """Reads a text file; Markdown is recognised by its marks, whatever the file is called.

    Raises:
        ReadError: Nothing but white space is left of it.
    """
    decoded = decode(data)
    text = normalise(decoded.text)
    pages = text.split("\f")
    if len(pages) > 1 and not pages[-1].strip():
        pages.pop()
    has_pages = len(pages) > 1 or "\f" in text
    if is_markdown(text):
        media_type = MARKDOWN
    read = markdown_blocks if media_type == MARKDOWN else _plain_blocks
    blocks = tuple(
        block
        for number, page in enumerate(pages, 1)
        for block in read(page.split("\n"), page=number if has_pages else None)
    )
    if not blocks:
        raise ReadError("the file holds no text; fetch it again")
    return Extract(
        locator="",
        media_type=media_type,
        blocks=blocks,
        pages=tuple(_pages(pages)) if has_pages else (),
        hints=hints_of_lines(blocks),
        warnings=decoded.warnings,
    )


def _pages(pages: list[str]) -> Iterator[Page]:
    for number, page in enumerate(pages, 1):
        yield Page(number, "text" if page.strip() else "blank")


def _plain_blocks(lines: list[str], *, page: int | None) -> Iterator[Block]:
    for paragraph in _paragraphs(lines):
        yield from _items(paragraph, page)


def _paragraphs(lines: Iterable[str]) -> Iterator[list[str]]:
    """Runs of lines without a blank one between them."""
    paragraph: list[str] = []
    for line in lines:
        if line.strip():
            paragraph.append(line)
        elif paragraph:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def _items(paragraph: list[str], page: int | None) -> Iterator[Block]:
    """One block, or one for each item of a list that stands in the paragraph."""
    numbers = _numbered_lines(paragraph)
    kind: BlockKind = "paragraph"
    lines: list[Line] = []
    for i, raw in enumerate(paragraph):
        n_bullet = bullet_length(raw, dashes=_may_begin_item(paragraph, i, kind))
        if n_bullet or i in numbers:
            if lines:
                yield Block(kind, tuple(lines))
                lines = []
            kind = "list_item"
        text = tidy(raw[n_bullet:])
        if text:
            lines.append(Line(text, page))
    if lines:
        yield Block(kind, tuple(lines))


def _may_begin_item(paragraph: list[str], i: int, kind: BlockKind) -> bool:
    """Whether a dash at the start of line `i` is a bullet rather than a dash of a sentence that was wrapped."""
    return i == 0 or kind == "list_item" or paragraph[i - 1].rstrip().endswith((":", ";"))


def _numbered_lines(paragraph: list[str]) -> set[int]:
    """Lines that begin numbered items: at least two that count up, the first after a colon or at the start."""
    found: list[tuple[int, int]] = []
    for i, line in enumerate(paragraph):
        match = _NUMBER.match(line)
        if match is None:
            continue
        number = int(match[1])
        if (found and number == found[-1][1] + 1) or (
            not found and (i == 0 or paragraph[i - 1].rstrip().endswith(":"))
        ):
            found.append((i, number))
    return {i for i, _ in found} if len(found) > 1 else set()


def tidy(text: str) -> str:
    """One line without white space around it, and with single spaces in it."""
    return _SPACES.sub(" ", text).strip()

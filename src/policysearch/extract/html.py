"""An HTML page -> its article as blocks, and what the page says about itself."""

import re
import warnings

from bs4 import BeautifulSoup, Tag, XMLParsedAsHTMLWarning

from policysearch.errors import ReadError
from policysearch.extract.decode import decode
from policysearch.extract.detect import HTML
from policysearch.extract.html_article import article, recognise
from policysearch.extract.html_blocks import blocks_of
from policysearch.extract.html_hints import hints
from policysearch.model.source import Extract

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]+)|<\?xml[^>]{0,100}encoding=[\"']([\w.-]+)", re.IGNORECASE
)
# The HTML standard looks for the declaration in the first 1024 bytes; real pages put it later.
_DECLARED_WITHIN = 8192
# Pages nest a few dozen elements deep; unclosed tags of old ones a few hundred. Browsers flatten below 512.
_MAX_DEPTH = 2000


def extract_html(data: bytes, *, locator: str = "") -> Extract:
    """Reads the article of a page, without navigation, banners, controls and footers.

    Args:
        data: The bytes of the page, in whatever encoding.
        locator: Names the page inside an original that holds several.

    Raises:
        ReadError: The page nests without end, or holds no text.
    """
    soup, notes = page_of(data)
    system = recognise(soup)
    roots = article(soup, system)
    blocks = tuple(block for root in roots for block in blocks_of(root))
    if not blocks:
        raise ReadError("the page holds no text; it may be drawn by a script: save it from a browser as PDF")
    return Extract(
        locator=locator,
        media_type=HTML,
        blocks=blocks,
        hints=hints(soup, system, blocks),
        warnings=notes,
    )


def page_of(data: bytes) -> tuple[BeautifulSoup, tuple[str, ...]]:
    """The tree of a page, in whatever encoding its bytes are, and what is to be said of its letters."""
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    label = (declared[1] or declared[2]).decode("ascii", "replace") if declared else None
    decoded = decode(data, declared=label)
    return parse(decoded.text), decoded.warnings


def parse(text: str) -> BeautifulSoup:
    """The tree of a page, with a limit on its depth."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        soup = BeautifulSoup(text, "lxml")
    depth = _depth(soup)
    if depth > _MAX_DEPTH:
        raise ReadError(f"the page nests {depth} elements in one another; no document does, so it was not read")
    return soup


def _depth(soup: BeautifulSoup) -> int:
    deepest = 0
    level: list[tuple[Tag, int]] = [(soup, 0)]
    while level:
        tag, depth = level.pop()
        deepest = max(deepest, depth)
        level.extend((child, depth + 1) for child in tag.find_all(True, recursive=False))
    return deepest

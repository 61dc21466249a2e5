"""Where words are printed: a box a line, on the right page."""

from pathlib import Path

import pdfplumber
import pytest

from policysearch import open_corpus
from policysearch.model.document import PrintedWord, line_boxes
from policysearch.model.text import Box, Span


def word(start: int, end: int, page: int, x0: float, x1: float, top: float) -> PrintedWord:
    return PrintedWord(Span(start, end), Box(page, x0, top, x1, top + 10))


PRINTED = (
    word(0, 5, 1, 50, 80, 100),
    word(6, 10, 1, 85, 110, 101),
    word(11, 15, 1, 50, 75, 115),
    word(16, 26, 1, 80, 100, 115),  # joined over the page end
    word(16, 26, 2, 50, 70, 40),
)


@pytest.mark.parametrize(
    ("span", "boxes"),
    [
        (Span(0, 10), [Box(1, 50, 100, 110, 111)]),
        (Span(6, 15), [Box(1, 85, 101, 110, 111), Box(1, 50, 115, 75, 125)]),
        (Span(20, 22), [Box(1, 80, 115, 100, 125), Box(2, 50, 40, 70, 50)]),
        (Span(10, 11), []),
    ],
    ids=["one-line", "two-lines", "two-pages", "white-space"],
)
def test_a_span_has_a_box_a_line(span: Span, boxes: list[Box]) -> None:
    """Words side by side share a box; a word joined over a page end has one on each page."""
    assert list(line_boxes(PRINTED, (span,))) == boxes


def test_boxes_of_found_words_hold_them_in_the_original(examples: Path) -> None:
    """Cut out of the page at its box, the original shows the word that was found."""
    seen = 0
    with open_corpus(examples / "corpus", examples / "index") as corpus:
        for hit in corpus.search("ihmiskauppa", limit=None).hits:
            spans = hit.snippet.highlights
            boxes = corpus.boxes(hit.document.id, spans)
            assert len(boxes) == len(spans)
            if not hit.document.uri.endswith(".pdf"):
                assert not any(boxes)
                continue
            if hit.passage.ocr:
                continue
            text = corpus.document(hit.document.id).text
            with pdfplumber.open(Path(hit.document.uri.removeprefix("file://"))) as pdf:
                for span, each in zip(spans, boxes, strict=True):
                    cut = "\n".join(
                        pdf.pages[box.page - 1]
                        .crop((box.x0 - 1, box.top - 1, box.x1 + 1, box.bottom + 1))
                        .extract_text()
                        for box in each
                    )
                    assert span.of(text) in cut.replace("-\n", "").replace("\n", " ")
                    seen += 1
    assert seen > 5

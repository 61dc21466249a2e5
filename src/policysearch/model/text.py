"""Text as it is printed and as it is read: spans, boxes, words, lines, blocks, pages.

Offsets are code points. A `Span` always points into one string, which its owner names.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, `start <= end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}–{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The part of `text` that this span covers."""
        return text[self.start : self.end]

    def shift(self, offset: int) -> "Span":
        """The same span, `offset` code points further on."""
        return Span(self.start + offset, self.end + offset)

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in PDF points (1/72 inch) from the top left corner; `page` is 1-based."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters as printed, without white space, and where it stands."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line (or one run of text of a format without lines).

    `text` is NFC, with soft hyphens, zero-width characters, ligatures and no-break spaces normalised; a hyphen at
    the end of a line still stands there. `words` are in the order of `text`, and empty for formats without a layout.
    """

    text: str
    page: int | None = None
    words: tuple[Word, ...] = ()


BlockKind = Literal["heading", "paragraph", "list_item", "table_row"]


@dataclass(frozen=True, slots=True)
class Block:
    """What an extractor takes for one unit of the page, in reading order.

    Attributes:
        kind: A heading, a paragraph, an item of a list, or a row of a table (its cells joined by tabs).
        lines: At least one line, none of them empty.
        level: 1 to 6 for a heading, where the format or the layout tells; else None.
        is_label: The heading is a label that stands in a narrow column beside its text.
        ocr: The words were read from a picture of the page.
        columns: Of a row of a table: the column of each cell that holds words, counted from 0.
    """

    kind: BlockKind
    lines: tuple[Line, ...]
    level: int | None = None
    is_label: bool = False
    ocr: bool = False
    columns: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The lines as they stand, joined by line feeds."""
        return "\n".join(line.text for line in self.lines)

    @property
    def page(self) -> int | None:
        """The page on which the block begins, or None where the format has no pages."""
        return self.lines[0].page


@dataclass(frozen=True, slots=True)
class OcrWord:
    """A word that an OCR engine read, in PDF points from the top left corner of the upright page.

    `top` and `bottom` are those of its line, `height` is that of its type.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    height: float


@dataclass(frozen=True, slots=True)
class OcrPage:
    """What an OCR engine read on one page: evidence, since another version may read other words.

    Attributes:
        number: 1-based.
        reader: Program, version and model (*tesseract 5.3.0 fin*).
        turn: How far the page was turned clockwise to stand upright: 0, 90, 180 or 270 degrees.
        words: None where nothing is printed.
    """

    number: int
    reader: str
    turn: int
    words: tuple[OcrWord, ...]


PageStatus = Literal["text", "ocr", "unread", "blank"]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of an original: `number` is 1-based, `width` and `height` are PDF points, 0 where unknown.

    `unread`: the page has a picture but no text layer, and no OCR was to be had.
    """

    number: int
    status: PageStatus = "text"
    width: float = 0.0
    height: float = 0.0

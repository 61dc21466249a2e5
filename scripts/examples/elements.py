"""What a page can hold. The content modules are lists of these; `sheet` sets them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of text is set: sizes and distances are PDF points, `indent` counts from the left margin.

    `keep`: a heading, which is not hyphenated and stays with what follows.
    """

    font: str = "Helvetica"
    size: float = 10.5
    leading: float = 13.5
    before: float = 0.0
    after: float = 7.0
    indent: float = 0.0
    keep: bool = False


BODY = Style()
TITLE = Style("Helvetica-Bold", 13, 16, before=4, after=9, keep=True)
HEADING = Style("Helvetica-Bold", 11, 14, before=7, after=4, keep=True)
SMALL = Style(size=8.5, leading=11, after=3)
LABEL = Style("Helvetica-Bold", 10, 13.5)


@dataclass(frozen=True, slots=True)
class Text:
    r"""A paragraph; `\\n` forces a new line, a soft hyphen in a word says where alone it may be cut."""

    text: str
    style: Style = BODY


@dataclass(frozen=True, slots=True)
class Bullet:
    """A list item: the mark hangs left of the text."""

    mark: str
    text: str
    style: Style = BODY


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label in the narrow left column, and the paragraphs that stand beside it."""

    label: str
    texts: tuple[str, ...]
    style: Style = BODY
    label_style: Style = LABEL


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first row is the header. `ruled` draws the lines, `splits` cuts a row where the page ends."""

    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    ruled: bool = True
    splits: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty height."""

    height: float


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Go on at the top of the next page."""


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """A page that is one picture: these lines, photographed, without a text layer."""

    lines: tuple[str, ...]


Element = Text | Bullet | Labelled | Table | Gap | PageBreak | ScannedPage


@dataclass(frozen=True, slots=True)
class Layout:
    """The frame of a document: where text may stand, and what every page repeats.

    Attributes:
        header: Rows of (x, text) from the top of the page down; `{page}` and `{pages}` are filled in.
        footer: As `header`, from `bottom` down.
        columns: Side by side columns of running text.
        label_width: Width of the label column of `Labelled`, points.
        hyphenate: Cut words at line ends by the syllable rule of Finnish.
        landscape: A4 on its side.
    """

    header: tuple[tuple[tuple[float, str], ...], ...] = ()
    footer: tuple[tuple[tuple[float, str], ...], ...] = ()
    left: float = 68
    right: float = 58
    top: float = 112
    bottom: float = 82
    columns: int = 1
    gutter: float = 20
    label_width: float = 104
    hyphenate: bool = True
    header_font: str = "Helvetica"
    header_size: float = 9.5
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """One PDF: its file name, what the file says of itself, its frame and its content."""

    name: str
    title: str
    author: str
    layout: Layout
    content: tuple[Element, ...]

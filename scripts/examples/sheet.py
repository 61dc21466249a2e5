"""Set an `Example` as a PDF with reportlab: same content, same bytes (invariant mode, no compression)."""

import io
from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from examples.elements import (
    BODY,
    SMALL,
    Bullet,
    Element,
    Example,
    Gap,
    Labelled,
    PageBreak,
    ScannedPage,
    Style,
    Table,
    Text,
)
from examples.scan import photograph

WIDTH, HEIGHT = A4
VOWELS = frozenset("aeiouyäöåAEIOUYÄÖÅ")
SHORTEST_PIECE = 3
CELL = Style(size=9, leading=11.5, after=0)
CELL_HEAD = Style("Helvetica-Bold", 9, 11.5, after=0)
ROW_FRAME = 7.0
"""Points above and below the lines of a row, together."""


def write_pdf(example: Example, folder: Path) -> Path:
    """Write `example` into `folder`; set twice, since every page names the number of pages."""
    pages = _Setter(example, io.BytesIO(), 0).run()
    path = folder / example.name
    buffer = io.BytesIO()
    _Setter(example, buffer, pages).run()
    path.write_bytes(buffer.getvalue())
    return path


def break_points(word: str) -> list[int]:
    """Where `word` may be cut at a line end: at its soft hyphens, else before each consonant that a vowel follows."""
    if "\u00ad" in word:
        return [i for i, letter in enumerate(word) if letter == "\u00ad"]
    if not word.strip(".,:;()”").isalpha():
        return []
    return [
        i
        for i in range(SHORTEST_PIECE, len(word) - SHORTEST_PIECE + 1)
        if word[i] not in VOWELS and word[i].isalpha() and word[i + 1] in VOWELS and any(c in VOWELS for c in word[:i])
    ]


def wrap(text: str, style: Style, width: float, *, hyphenate: bool) -> list[str]:
    """The printed lines of a paragraph, none wider than `width` points (one unbreakable word may be)."""
    lines: list[str] = []
    for forced in text.split("\n"):
        line = ""
        for word in forced.split(" "):
            line = _place(word, line, lines, style, width, hyphenate)
        lines.append(line)
    return lines


def _place(word: str, line: str, lines: list[str], style: Style, width: float, hyphenate: bool) -> str:
    """Put `word` behind `line`, finishing lines into `lines` as needed; gives the open line."""
    lead = f"{line} " if line else ""
    plain = word.replace("\u00ad", "")
    if _width(lead + plain, style) <= width:
        return lead + plain
    if hyphenate:
        for i in reversed(break_points(word)):
            piece = word[:i].replace("\u00ad", "") + "-"
            if _width(lead + piece, style) <= width:
                lines.append(lead + piece)
                return _place(word[i:].lstrip("\u00ad"), "", lines, style, width, hyphenate)
    if line:
        lines.append(line)
    return plain


def _width(text: str, style: Style) -> float:
    return float(stringWidth(text, style.font, style.size))


class _Setter:
    """A cursor that goes down the columns and pages of one document."""

    def __init__(self, example: Example, out: io.BytesIO, pages: int) -> None:
        self.layout, self.content, self.pages = example.layout, example.content, pages
        self.width, self.height = (HEIGHT, WIDTH) if self.layout.landscape else (WIDTH, HEIGHT)
        self.canvas = Canvas(out, pagesize=(self.width, self.height), invariant=1, pageCompression=0)
        self.canvas.setTitle(example.title)
        self.canvas.setAuthor(example.author)
        self.canvas.setSubject("Kuvitteellinen esimerkkiasiakirja")
        self.canvas.setCreator("scripts/make_examples.py")
        self.page, self.column, self.y = 1, 0, self.height - self.layout.top
        inner = self.width - self.layout.left - self.layout.right
        self.column_width = (inner - self.layout.gutter * (self.layout.columns - 1)) / self.layout.columns
        self._frame()

    def run(self) -> int:
        for i, element in enumerate(self.content):
            self._set(element, self.content[i + 1] if i + 1 < len(self.content) else None)
        self.canvas.save()
        return self.page

    def _set(self, element: Element, following: Element | None) -> None:
        match element:
            case Text(text, style):
                keep = 2 * BODY.leading if style.keep and following is not None else 0
                self._paragraph(text, style, self.left + style.indent, self.column_width - style.indent, keep)
            case Bullet(mark, text, style):
                self._room(style.leading)
                self._draw(self.left + style.indent + 6, self.y - style.size, mark, style)
                self._paragraph(text, style, self.left + style.indent + 24, self.column_width - style.indent - 24, 0)
            case Labelled():
                self._labelled(element)
            case Table():
                self._table(element)
            case Gap(height):
                self.y -= height
            case PageBreak():
                self._next_page()
            case ScannedPage(lines):
                self._next_page(framed=False)
                picture = ImageReader(io.BytesIO(photograph(lines)))
                self.canvas.drawImage(picture, 0, 0, self.width, self.height)
                self.y = 0

    @property
    def left(self) -> float:
        return self.layout.left + self.column * (self.column_width + self.layout.gutter)

    def _paragraph(self, text: str, style: Style, x: float, width: float, keep: float) -> None:
        self.y -= style.before
        lines = wrap(text, style, width, hyphenate=self.layout.hyphenate and not style.keep)
        if keep:
            self._room(len(lines) * style.leading + style.after + keep)
        offset = x - self.left
        for line in lines:
            self._room(style.leading)
            self._draw(self.left + offset, self.y - style.size, line, style)
            self.y -= style.leading
        self.y -= style.after

    def _labelled(self, item: Labelled) -> None:
        self._room(3 * item.style.leading)
        top, page, beside = self.y, self.page, self.layout.label_width
        for line in wrap(item.label, item.label_style, beside - 8, hyphenate=True):
            self._draw(self.left, self.y - item.label_style.size, line, item.label_style)
            self.y -= item.label_style.leading
        below = self.y
        self.y = top
        for text in item.texts:
            self._paragraph(text, item.style, self.left + beside, self.column_width - beside, 0)
        if page == self.page:
            self.y = min(self.y, below - item.style.after)
        self.y -= 3

    def _table(self, table: Table) -> None:
        for n_row, row in enumerate(table.rows):
            style = CELL_HEAD if n_row == 0 else CELL
            cells = [
                wrap(c, style, w - 8, hyphenate=self.layout.hyphenate) for c, w in zip(row, table.widths, strict=True)
            ]
            most = max(map(len, cells))
            fitting = int((self.y - self.layout.bottom - ROW_FRAME) / style.leading)
            if table.splits and n_row and 0 < fitting < most:
                self._row(table, [lines[:fitting] for lines in cells], style)
                cells = [lines[fitting:] for lines in cells]
            self._room(max(map(len, cells)) * style.leading + ROW_FRAME)
            self._row(table, cells, style)
        self.y -= 9

    def _row(self, table: Table, cells: Sequence[Sequence[str]], style: Style) -> None:
        height = max(map(len, cells)) * style.leading + ROW_FRAME
        x = self.left
        for lines, width in zip(cells, table.widths, strict=True):
            for i, line in enumerate(lines):
                self._draw(x + 4, self.y - 4 - style.size - i * style.leading, line, style)
            if table.ruled:
                self.canvas.setLineWidth(0.6)
                self.canvas.rect(x, self.y - height, width, height)
            x += width
        self.y -= height

    def _draw(self, x: float, y: float, text: str, style: Style) -> None:
        self.canvas.setFont(style.font, style.size)
        self.canvas.drawString(x, y, text)

    def _room(self, height: float) -> None:
        if self.y - height >= self.layout.bottom:
            return
        if self.column + 1 < self.layout.columns:
            self.column, self.y = self.column + 1, self.height - self.layout.top
        else:
            self._next_page()

    def _next_page(self, *, framed: bool = True) -> None:
        self.canvas.showPage()
        self.page, self.column, self.y = self.page + 1, 0, self.height - self.layout.top
        if framed:
            self._frame()

    def _frame(self) -> None:
        style = Style(self.layout.header_font, self.layout.header_size)
        for rows, y in ((self.layout.header, self.height - 46.0), (self.layout.footer, self.layout.bottom - 22.0)):
            for i, row in enumerate(rows):
                set_in = style if rows is self.layout.header else SMALL
                for x, text in row:
                    filled = text.format(page=self.page, pages=self.pages)
                    self._draw(x, y - i * (set_in.size + 3), filled, set_in)

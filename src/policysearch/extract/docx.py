"""A DOCX document -> blocks. Its pages are not known: a word processor makes them when it prints.

Insertions under review are read, deletions are not; headers, footers and comments are left out.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError, PackageNotFoundError
from docx.oxml import parse_xml
from docx.oxml.exceptions import InvalidXmlError
from docx.oxml.ns import qn

from policysearch.errors import ReadError
from policysearch.extract.bullets import bullet_length
from policysearch.extract.detect import DOCX
from policysearch.extract.normalise import normalise
from policysearch.model.source import Extract, Metadata
from policysearch.model.text import Block, BlockKind, Line

_FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_TEXT = qn("w:t")
_BREAKS = frozenset((qn("w:br"), qn("w:cr")))
_NO_BREAK_HYPHEN, _TAB = qn("w:noBreakHyphen"), qn("w:tab")
# Deleted or moved-away text, field codes, and the copy of a text box that old versions read.
_UNREAD = frozenset(
    (qn("w:del"), qn("w:moveFrom"), qn("w:instrText"), qn("w:delText"), qn("w:pPr"), qn("w:rPr"), qn("w:sectPr"))
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
# Names of the heading styles, which Word keeps in English inside the file and other programs translate.
_HEADING_STYLE = re.compile(r"(?:heading|otsikko|rubrik)\s*(\d)", re.IGNORECASE)
_TITLE_STYLE = re.compile(r"(?:title|pääotsikko|otsikko|rubrik)", re.IGNORECASE)
_LIST_STYLE = re.compile(r"(?:list|luettelo|lista)\b", re.IGNORECASE)
_SPACES = re.compile(r"[ \t]+")
_LONGEST_BOLD_HEADING = 160


def extract_docx(data: bytes) -> Extract:
    """Reads the body of a document, then its footnotes.

    Raises:
        ReadError: The file is damaged, or holds no text.
    """
    try:
        document = docx.Document(io.BytesIO(data))
        if document.element.body is None:
            raise ValueError("it has no body")
    except (
        PackageNotFoundError,
        OpcError,
        InvalidXmlError,
        AttributeError,  # XML of another kind where the package promises its own
        TypeError,
        KeyError,
        ValueError,
        zipfile.BadZipFile,
        SyntaxError,
    ) as error:
        raise ReadError(f"the DOCX is damaged or cut short ({error}); open and save it in a word processor") from error
    blocks = (*_body(document), *_footnotes(document))
    if not blocks:
        raise ReadError("the document holds no text; if its pages are pictures, save it as PDF and ingest that")
    return Extract(locator="", media_type=DOCX, blocks=blocks, hints=_hints(document, blocks))


def _hints(document: Document, blocks: tuple[Block, ...]) -> Metadata:
    """The title; author and time of saving say nothing about issuer and date, and are not read."""
    top = [block for block in blocks if block.kind == "heading" and block.level == 1]
    if top and (top[0] is blocks[0] or len(top) == 1):
        return Metadata(title=" ".join(line.text for line in top[0].lines))
    return Metadata(title=_tidy(document.core_properties.title or "") or None)


def _body(document: Document) -> Iterator[Block]:
    styles = _Styles(document)
    for element in _blocks_in(document.element.body):
        if element.tag == _TABLE:
            yield from _table(element, styles)
        else:
            yield from _paragraph(element, styles)


def _blocks_in(root: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, out of content controls and insertions; never recursive into either."""
    stack = list(reversed(root))
    while stack:
        element = stack.pop()
        if element.tag in (_PARAGRAPH, _TABLE):
            yield element
        elif isinstance(element.tag, str) and element.tag not in _UNREAD:
            stack.extend(reversed(element))


class _Styles:
    """What the styles of a document say about a paragraph."""

    def __init__(self, document: Document) -> None:
        self._names: dict[str, str] = {}
        self._numbered: set[str] = set()
        self._levels: dict[str, int] = {}
        for style in document.styles.element.iterchildren(qn("w:style")):
            key = style.get(qn("w:styleId")) or ""
            name = style.find(qn("w:name"))
            self._names[key] = "" if name is None else name.get(qn("w:val")) or ""
            if style.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None:
                self._numbered.add(key)
            if (level := _outline_level(style)) is not None:
                self._levels[key] = level

    def level(self, paragraph: Any) -> int | None:
        """1 to 6 for a heading, else None."""
        key, name = self._of(paragraph)
        level = _outline_level(paragraph)
        if level is None:
            match = _HEADING_STYLE.fullmatch(name)
            level = int(match[1]) if match else self._levels.get(key)
        if level is None and _TITLE_STYLE.fullmatch(name):
            level = 1
        return None if level is None else max(1, min(level, 6))

    def is_item(self, paragraph: Any) -> bool:
        """Whether the paragraph is numbered or bulleted, by itself or by its style."""
        key, name = self._of(paragraph)
        number = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        if number is not None:
            return bool(number.get(qn("w:val")) != "0")
        return key in self._numbered or bool(_LIST_STYLE.match(name))

    def _of(self, paragraph: Any) -> tuple[str, str]:
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        key = "" if style is None else style.get(qn("w:val")) or ""
        return key, self._names.get(key, "")


def _outline_level(element: Any) -> int | None:
    """The outline level of a paragraph or style; 9 means body text (ECMA-376, 17.3.1.20)."""
    outline = element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    value = "" if outline is None else outline.get(qn("w:val")) or ""
    return int(value) + 1 if value.isdigit() and int(value) < 9 else None


def _paragraph(paragraph: Any, styles: _Styles) -> Iterator[Block]:
    lines = [text for raw in _raw_text(paragraph).split("\n") if (text := _tidy(raw))]
    if not lines:
        return
    if (level := styles.level(paragraph)) is not None:
        yield Block("heading", tuple(map(Line, lines)), level)
        return
    kind: BlockKind = "list_item" if styles.is_item(paragraph) else "paragraph"
    if kind == "paragraph" and len(lines) == 1 and _is_bold_heading(paragraph, lines[0]):
        yield Block("heading", (Line(lines[0]),))
        return
    # A line break inside a paragraph ends a unit, as in an address or a list that was typed.
    for line in lines:
        n_bullet = bullet_length(line)
        yield Block("list_item" if n_bullet else kind, (Line(line[n_bullet:]),))


def _is_bold_heading(paragraph: Any, text: str) -> bool:
    if len(text) > _LONGEST_BOLD_HEADING or text.endswith((".", ",", ";")):
        return False
    runs = [run for run in paragraph.iter(qn("w:r")) if (run.findtext(_TEXT) or "").strip()]
    return bool(runs) and all(_is_bold(run) for run in runs)


def _is_bold(run: Any) -> bool:
    bold = run.find(f"{qn('w:rPr')}/{qn('w:b')}")
    return bold is not None and bold.get(qn("w:val"), "true") not in ("0", "false", "off")


def _raw_text(paragraph: Any) -> str:
    """The text as it would be printed after all changes are accepted; line breaks as line feeds."""
    pieces: list[str] = []
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag in _UNREAD or not isinstance(element.tag, str):
            continue
        if element.tag == _TEXT:
            pieces.append(element.text or "")
        elif element.tag in _BREAKS:
            pieces.append("\n")
        elif element.tag == _TAB:
            pieces.append(" ")
        elif element.tag == _NO_BREAK_HYPHEN:
            pieces.append("-")
        else:
            if element.tag == _PARAGRAPH:
                pieces.append("\n")
            stack.extend(reversed(element))
    return "".join(pieces)


def _table(table: Any, styles: _Styles) -> Iterator[Block]:
    """A row of several cells is one block; a table of one column only frames its paragraphs."""
    rows = [list(_cells(row)) for row in _rows(table)]
    if all(len(cells) <= 1 for cells in rows):
        for cell in (cell for cells in rows for cell in cells):
            for element in _blocks_in(cell):
                yield from _table(element, styles) if element.tag == _TABLE else _paragraph(element, styles)
        return
    for cells in rows:
        texts = [_tidy(" ".join(_raw_text(p) for p in cell.iter(_PARAGRAPH)).replace("\n", " ")) for cell in cells]
        text = "\t".join(texts).strip("\t")
        if text:
            filled = tuple(column for column, cell in zip(_columns(cells), texts, strict=True) if cell)
            yield Block("table_row", (Line(text),), columns=filled)


def _columns(cells: Iterable[Any]) -> Iterator[int]:
    """The column in which each cell of a row begins; a cell may span several (ECMA-376, 17.4.17)."""
    column = 0
    for cell in cells:
        yield column
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        width = "" if span is None else span.get(qn("w:val")) or ""
        column += int(width) if width.isdigit() else 1


def _rows(table: Any) -> Iterator[Any]:
    return (row for row in table.iter(_ROW) if next(row.iterancestors(_TABLE)) is table)


def _cells(row: Any) -> Iterator[Any]:
    return (cell for cell in row.iter(_CELL) if next(cell.iterancestors(_ROW)) is row)


def _footnotes(document: Document) -> Iterator[Block]:
    for part in document.part.rels.values():
        if part.reltype != _FOOTNOTES or part.is_external:
            continue
        for note in parse_xml(part.target_part.blob):
            text = _tidy(" ".join(_raw_text(paragraph) for paragraph in note.iter(_PARAGRAPH)))
            if text:
                yield Block("paragraph", (Line(text),))


def _tidy(text: str) -> str:
    return _SPACES.sub(" ", normalise(text)).strip()

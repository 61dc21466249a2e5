"""Sheets and tables as DOCX, A4."""

import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table

from policysearch.present.sheet import LaidOut

_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold."""
_A4 = (Mm(210), Mm(297))
_TAGS = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}


def sheet_docx(found: LaidOut) -> bytes:
    """A meeting sheet."""
    doc = _a4(found.language)
    doc.add_heading(_text(found.title), level=1)
    for label, value in found.facts:
        _labelled(doc, label, value)
    for heading, lines in found.people:
        _labelled(doc, heading, "")
        for line in lines:
            doc.add_paragraph(_text(line), style="List Bullet")
    labels = found.labels
    for part in found.parts:
        if not part.rows and part.name in ("reported", "routine"):
            continue
        doc.add_heading(_text(part.title), level=2)
        if not part.rows:
            doc.add_paragraph(labels["none"])
            continue
        rows = [
            (" ".join(piece for piece in (row.item, f"”{row.quote}”", row.note) if piece), row.who, row.when)
            for row in part.rows
        ]
        _table(doc, (labels["what"], labels["who"], labels["when"]), rows, widths=(100, 45, 33))
    doc.add_paragraph()
    for source in found.sources:
        doc.add_paragraph(_text(f"{labels['source']}: {source}"))
    doc.add_paragraph(labels["machine"])
    return _bytes(doc)


def table_docx(
    title: str, header: Sequence[str], rows: Iterable[Sequence[Any]], *, about: Iterable[tuple[str, str]] = ()
) -> bytes:
    """A table on A4 across.

    Args:
        title: Heads the page.
        header: Names of the columns.
        rows: Cells; None is empty.
        about: What is needed to cite and repeat it, after the table.
    """
    doc = _a4("fi")
    section = doc.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = _A4[1], _A4[0]
    doc.add_heading(_text(title), level=1)
    _table(doc, header, [["" if cell is None else str(cell) for cell in row] for row in rows])
    doc.add_paragraph()
    for name, value in about:
        _labelled(doc, name, value)
    return _bytes(doc)


def _a4(language: str) -> Document:
    doc = docx.Document()
    section = doc.sections[0]
    section.page_width, section.page_height = _A4
    section.left_margin = section.right_margin = Mm(16)
    section.top_margin = section.bottom_margin = Mm(18)
    normal = doc.styles["Normal"]
    normal.font.name = "Arial"
    normal.font.size = Pt(10)
    tag = OxmlElement("w:lang")
    tag.set(qn("w:val"), _TAGS.get(language, "fi-FI"))
    normal.element.get_or_add_rPr().append(tag)
    return doc


def _labelled(doc: Document, label: str, value: str) -> None:
    paragraph = doc.add_paragraph()
    paragraph.add_run(_text(f"{label}: " if value else label)).bold = True
    paragraph.add_run(_text(value))


def _table(doc: Document, header: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int] = ()) -> Table:
    table: Table = doc.add_table(rows=1, cols=len(header), style="Table Grid")
    for cell, name in zip(table.rows[0].cells, header, strict=True):
        cell.paragraphs[0].add_run(_text(name)).bold = True
    repeated = OxmlElement("w:tblHeader")  # the header comes again on every page
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    for row in rows:
        for cell, value in zip(table.add_row().cells, row, strict=True):  # type: ignore[no-untyped-call]
            cell.text = _text(value)
    for column, width in zip(table.columns, widths, strict=False):
        for cell in column.cells:
            cell.width = Mm(width)
    return table


def _text(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)


def _bytes(doc: Document) -> bytes:
    file = io.BytesIO()
    doc.save(file)
    return file.getvalue()

"""Set a plan as a DOCX with python-docx: same content, same parts, same bytes."""

import datetime as dt
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

import docx

STAMP = dt.datetime(2022, 5, 24, 9, 0)
ZIP_STAMP = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; 1 is the highest level."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in one of Word's own styles."""

    text: str
    style: str = "Normal"


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table; the first row is the header."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """One DOCX: its file name, its properties, the running header and the content."""

    name: str
    title: str
    author: str
    header: str
    content: tuple[Heading | Paragraph | Table, ...]


def write_docx(plan: Plan, folder: Path) -> Path:
    """Write `plan` into `folder`."""
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = plan.title, plan.author, plan.author
    properties.subject, properties.comments = "Kuvitteellinen esimerkkiasiakirja", "scripts/make_examples.py"
    properties.created = properties.modified = STAMP
    properties.language = "fi"
    document.sections[0].header.paragraphs[0].text = plan.header
    for part in plan.content:
        match part:
            case Heading(text, level):
                document.add_heading(text, level)
            case Paragraph(text, style):
                document.add_paragraph(text, style)
            case Table(rows):
                grid = document.add_table(len(rows), len(rows[0]), "Table Grid")
                for row, cells in zip(rows, grid.rows, strict=True):
                    for text, cell in zip(row, cells.cells, strict=True):
                        cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    path = folder / plan.name
    path.write_bytes(_without_clock(buffer))
    return path


def _without_clock(archive: io.BytesIO) -> bytes:
    """The same ZIP with the time of day taken out of it, which python-docx stamps on every part."""
    out = io.BytesIO()
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, ZIP_STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()

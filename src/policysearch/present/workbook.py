"""Tables as XLSX. The only importer of openpyxl."""

import io
from collections.abc import Iterable, Sequence
from typing import Any
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._write_only import WriteOnlyWorksheet  # what a write-only workbook makes

from policysearch.errors import UsageError

MOST_CHARACTERS = 32_767
"""Of one cell (Excel specifications and limits); a longer text is cut, and ends with an ellipsis."""
_WIDEST, _NARROWEST = 60, 8
_MEASURED = 200
"""Rows whose texts decide how wide columns are."""


def workbook_bytes(
    sheets: Iterable[tuple[str, Sequence[str], Sequence[Sequence[Any]]]],
) -> bytes:
    """A workbook.

    Args:
        sheets: Name, header (may be empty) and rows of each; texts, numbers, booleans or None. Texts stay texts, also
            where they look like a formula.
    """
    book = Workbook(write_only=True)
    for name, header, rows in sheets:
        sheet = book.create_sheet(name)
        if header:
            sheet.freeze_panes = "A2"
        _set_widths(sheet, [header, *rows[:_MEASURED]])
        if header:
            sheet.append([_bold(sheet, title) for title in header])
        for row in rows:
            sheet.append([_cell(sheet, value) for value in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def workbook_rows(data: bytes, name: str) -> tuple[dict[str, Any], ...]:
    """The rows of the sheet `name`, by the header in its first row.

    Raises:
        UsageError: The bytes are no workbook, or it has no such sheet.
    """
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        rows = book[name].iter_rows(values_only=True)
    except (KeyError, OSError, ValueError, BadZipFile, InvalidFileException) as error:
        raise UsageError(f"this is no workbook with a sheet {name!r}: give one that policysearch made") from error
    header = [str(cell) for cell in next(rows, ())]
    return tuple(dict(zip(header, row, strict=False)) for row in rows)


def _cell(sheet: WriteOnlyWorksheet, value: Any) -> Cell:
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value=value)
    text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)
    if len(text) > MOST_CHARACTERS:
        text = text[: MOST_CHARACTERS - 1] + "…"
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"  # openpyxl takes a text that begins with = for a formula
    return cell


def _bold(sheet: WriteOnlyWorksheet, title: str) -> Cell:
    cell = WriteOnlyCell(sheet, value=title)
    cell.font = Font(bold=True)
    return cell


def _set_widths(sheet: WriteOnlyWorksheet, rows: Sequence[Sequence[Any]]) -> None:
    for number in range(max(map(len, rows), default=0)):
        longest = max(len(str(row[number] or "")) for row in rows if len(row) > number)
        width = min(_WIDEST, max(_NARROWEST, longest + 2))
        sheet.column_dimensions[get_column_letter(number + 1)].width = width  # type: ignore[attr-defined]  # stubs

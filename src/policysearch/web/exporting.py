"""Answers as files, each of which begins with what is needed to cite it and to get it again."""

from collections.abc import Iterable
from typing import Any, Literal

from starlette.responses import Response

from policysearch.model.research import Citation, Provenance
from policysearch.present import tables
from policysearch.present.provenance import comment_lines, provenance_record, provenance_rows

Form = Literal["csv", "xlsx", "jsonl", "ris", "docx"]
FORMS: tuple[Form, ...] = ("csv", "xlsx", "jsonl", "ris")
LEDGER_FORMS: tuple[Form, ...] = ("csv", "xlsx", "docx", "jsonl")
"""Of commitments and deadlines, which can be printed as a table."""
TABLE_FORMS: tuple[Form, ...] = ("csv", "xlsx", "jsonl")
MOST_ROWS = 2000
"""Rows of a file; the command line writes all."""
_TYPES: dict[Form, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jsonl": "application/x-ndjson; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "ris": "application/x-research-info-systems; charset=utf-8",
}


def export(
    form: Form,
    name: str,
    provenance: Provenance,
    records: Iterable[dict[str, Any]],
    kind: str,
    cited: Iterable[Citation],
) -> Response:
    """A file to save.

    Args:
        form: How it is written.
        name: Of the file, without its ending.
        provenance: Stands at its head: lines of comment, a sheet, the first record, or a note in each reference.
        records: Its rows.
        kind: Of the records, a key of `tables.COLUMNS`.
        cited: The same as references, for RIS; read only there.
    """
    return Response(
        _content(form, provenance, records, kind, cited),
        media_type=_TYPES[form],
        headers={"Content-Disposition": f'attachment; filename="{name}.{form}"'},
    )


def _content(
    form: Form, provenance: Provenance, records: Iterable[dict[str, Any]], kind: str, cited: Iterable[Citation]
) -> str | bytes:
    if form == "xlsx":
        from policysearch.present.workbook import workbook_bytes

        header, rows = tables.sheet_rows(records, kind)
        about = [[name, value] for name, value in provenance_rows(provenance)]
        return workbook_bytes([("provenance", (), about), (kind, header, rows)])
    if form == "docx":
        from policysearch.present.printed import TITLES, printed_rows
        from policysearch.present.word import table_docx

        header, printed = printed_rows(records, kind)
        about_it = [(name, str(value)) for name, value in provenance_rows(provenance)]
        return table_docx(TITLES[kind], header, printed, about=about_it)
    if form == "ris":
        from policysearch.present.ris import citations_ris

        return citations_ris(cited, note="; ".join(f"{name}: {value}" for name, value in provenance_rows(provenance)))
    if form == "csv":
        return "".join(f"{line}\r\n" for line in [*comment_lines(provenance), *tables.csv_text(records, kind)])
    return "".join(f"{line}\n" for line in tables.jsonl_text([provenance_record(provenance), *records]))

"""Answers written to a file or a pipe, with what is needed to cite and repeat them."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from policysearch.cli.output import show, show_records
from policysearch.errors import UsageError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from policysearch.model.research import Provenance

ENDINGS = {".csv": "csv", ".xlsx": "xlsx", ".jsonl": "jsonl", ".json": "json"}
PRINTED = {".docx": "docx"}
"""Endings of what is made for paper, where there is such a thing."""
CALENDAR = {".ics": "ics"}
"""Of iCalendar (RFC 5545), where the records have days."""
SIDE_ENDING = ".provenance.json"
"""Added to the name of a file, for the file beside it."""

output = click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file; its ending says how."
)
provenance = click.option("--provenance", "cited", is_flag=True, help="Say in it how it was made, to cite it.")


def form_of(form: str, path: Path | None, *, screen: str = "text", printed: bool = False, dated: bool = False) -> str:
    """How to write: as `form` says, or where that is the default for the screen, as the ending of the file says.

    With `printed`, DOCX is one of them, and with `dated`, iCalendar.

    Raises:
        UsageError: XLSX or DOCX without a file, or a file whose ending says nothing.
    """
    if form in ("xlsx", "docx") and path is None:
        raise UsageError(f"{form.upper()} is no text: name a file for it, as in -o table.{form}")
    if path is None or form != screen:
        return form
    endings = {**ENDINGS, **(PRINTED if printed else {}), **(CALENDAR if dated else {})}
    if path.suffix.casefold() not in endings:
        raise UsageError(f"{path}: how shall it be written? End its name in {', '.join(endings)}, or give --format")
    return endings[path.suffix.casefold()]


def write(
    form: str,
    path: Path | None,
    found: "Provenance",
    records: Iterable[dict[str, Any]],
    kind: str,
    people: Callable[[], Iterable["RenderableType"]],
) -> None:
    """Write records that begin with their provenance: `text` through `people`, else csv, xlsx, jsonl or json."""
    from policysearch.present import tables
    from policysearch.present.provenance import comment_lines, provenance_record

    form = form_of(form, path)
    if form == "text":
        show(people())
    elif form == "xlsx" and path is not None:
        _write_sheets(path, found, records, kind)
    elif form == "csv":
        write_lines(path, [*comment_lines(found), *tables.csv_text(records, kind)])
    elif form == "jsonl":
        write_lines(path, tables.jsonl_text([provenance_record(found), *records]))
    else:
        whole = {"provenance": provenance_record(found), "rows": list(records)}
        write_lines(path, [tables.json_text(whole)])


def write_text(path: Path | None, text: str) -> None:
    """Write a text to a file, or to the screen."""
    write_lines(path, [text])


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file that is no text."""
    with _opening(path):
        path.write_bytes(data)


def write_beside(path: Path, found: "Provenance") -> None:
    """Write the provenance of a file into a file beside it."""
    from policysearch.present import tables
    from policysearch.present.provenance import provenance_record

    write_lines(path.with_name(path.name + SIDE_ENDING), [tables.json_text(provenance_record(found))])


def answer(
    form: str,
    path: Path | None,
    found: Callable[[], "Provenance"],
    records: Iterable[dict[str, Any]],
    kind: str,
    people: Callable[[], Iterable["RenderableType"]],
    *,
    cited: bool,
    whole: Callable[[], dict[str, Any]] | None = None,
    printed: bool = False,
    calendar: Callable[[], bytes] | None = None,
) -> None:
    """Write records in the shape they always have: `table` through `people`, else csv, xlsx, docx, ics, jsonl or json.

    Args:
        form: How.
        path: A file, which gets its provenance beside it (a workbook has it inside); None for the screen.
        found: Makes the provenance, where it is wanted.
        records: What is written.
        kind: Of the records.
        people: For the screen.
        cited: Begin CSV and JSON Lines with the provenance, and put it into JSON.
        whole: What JSON is instead of a list of the records.
        printed: There is a table of this kind that fits on paper (`present.printed`).
        calendar: Makes a calendar of records that have days.
    """
    from policysearch.present import tables
    from policysearch.present.provenance import comment_lines, provenance_record

    form = form_of(form, path, screen="table", printed=printed, dated=calendar is not None)
    if form == "ics" and calendar is not None:
        _write_calendar(path, calendar())
    elif form == "table" or (path is None and not cited and whole is None):
        show_records(form, records, kind, people)
    elif form == "xlsx" and path is not None:
        _write_sheets(path, found(), records, kind)
    elif form == "docx" and path is not None:
        _write_printed(path, found(), records, kind)
    elif form == "csv":
        head = comment_lines(found()) if cited else ()
        write_lines(path, [*head, *tables.csv_text(records, kind)])
    elif form == "jsonl":
        first = [provenance_record(found())] if cited else []
        write_lines(path, tables.jsonl_text([*first, *records]))
    elif cited:
        data = whole() if whole else {"rows": list(records)}
        write_lines(path, [tables.json_text({"provenance": provenance_record(found()), **data})])
    else:
        write_lines(path, [tables.json_text(whole() if whole else list(records))])
    if path is not None and form not in ("table", "xlsx", "docx") and not (cited and form != "ics"):
        write_beside(path, found())


def _write_sheets(path: Path, found: "Provenance", records: Iterable[dict[str, Any]], kind: str) -> None:
    from policysearch.present import tables
    from policysearch.present.provenance import provenance_rows
    from policysearch.present.workbook import workbook_bytes

    header, rows = tables.sheet_rows(records, kind)
    about = [[name, value] for name, value in provenance_rows(found)]
    write_bytes(path, workbook_bytes([("provenance", (), about), (kind, header, rows)]))


def _write_calendar(path: Path | None, data: bytes) -> None:
    if path is None:
        click.echo(data, nl=False)
    else:
        write_bytes(path, data)


def _write_printed(path: Path, found: "Provenance", records: Iterable[dict[str, Any]], kind: str) -> None:
    from policysearch.present.printed import TITLES, printed_rows
    from policysearch.present.provenance import provenance_rows
    from policysearch.present.word import table_docx

    header, rows = printed_rows(records, kind)
    about = [(name, str(value)) for name, value in provenance_rows(found)]
    write_bytes(path, table_docx(TITLES[kind], header, rows, about=about))


def write_lines(path: Path | None, lines: Iterable[str]) -> None:
    """Write lines to a file, or to the screen."""
    if path is None:
        for line in lines:
            click.echo(line)
        return
    with _opening(path), path.open("w", encoding="utf-8", newline="\n") as file:
        for line in lines:
            file.write(f"{line}\n")


@contextmanager
def _opening(path: Path) -> Iterator[None]:
    """Say in a sentence why a file cannot be written."""
    try:
        yield
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}; name another file") from error

"""`policysearch search --batch`: a table of queries in, one table of hits out."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from policysearch.cli.answering import answering, hides
from policysearch.cli.exporting import form_of, write
from policysearch.cli.options import Day
from policysearch.cli.output import note, progress
from policysearch.errors import UsageError
from policysearch.model.search import Filters
from policysearch.model.source import DocumentType
from policysearch.settings import Settings

if TYPE_CHECKING:
    from policysearch.batch import BatchAnswer, BatchQuery

_MOST_LISTED = 20
"""Rows with an error that are listed beside the table; all of them stand in it."""


def run_batch(
    path: Path,
    default: "BatchQuery",
    *,
    form: str,
    output: Path | None,
    show_contacts: bool | None,
    settings: Settings,
) -> None:
    """Answer all queries of a table, and write one table of their hits; exit code 1 if any query failed.

    Args:
        path: CSV with a header; see `read_queries`.
        default: What each query is, where its row does not say otherwise.
        form: How to write; the default of the screen is CSV here.
        output: Where to; None for standard output.
        show_contacts: As `answering.hides`.
        settings: Of the corpus.
    """
    from policysearch.batch import search_all

    form = form_of(form, output, screen="table")
    form = "csv" if form == "table" else form
    queries = read_queries(path, default, settings)
    hide = hides(show_contacts, form=form, output=output)
    with answering(settings, hide_contacts=hide) as corpus, progress("searching") as (on_start, advance):
        on_start(len(queries))
        answers = []
        for answer in search_all(corpus, queries):
            answers.append(answer)
            advance()
        found = corpus.provenance(
            "search --batch",
            query=path.name,
            filters=default.filters,
            options={
                "queries": len(queries),
                "limit": default.limit,
                "any": default.any_word,
                "sort": default.sort,
                "no_synonyms": not default.expand,
            },
            n_hits=sum(answer.results.total for answer in answers if answer.results),
        )
    records = (record for answer in answers for record in _records(answer))
    write(form, output, found, records, "batch", people=lambda: ())
    failed = [answer for answer in answers if answer.error]
    for answer in failed[:_MOST_LISTED]:
        note(f"row {answer.asked.row}: {(answer.error or '').splitlines()[0]}")
    if len(failed) > _MOST_LISTED:
        note(f"… and {len(failed) - _MOST_LISTED} more rows with errors: they stand in the table")
    note(f"{len(answers)} queries, {len(failed)} with errors")
    if failed:
        raise SystemExit(1)


def read_queries(path: Path, default: "BatchQuery", settings: Settings) -> "tuple[BatchQuery, ...]":
    """The queries of a CSV file, numbered as a spreadsheet numbers its rows: the header is row 1.

    Columns: `query`, and any of `type`, `issuer`, `actor`, `after`, `before`, `document`, `limit` and `any`, in any
    order; several types are parted by blanks. Comma, semicolon or tab part them. Empty cells say nothing, empty
    rows are left out.

    Raises:
        UsageError: The file cannot be read, has no column `query`, or a column of another name.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise UsageError(f"{path} cannot be read: {reason}; give a CSV file in UTF-8") from error
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    header = [name.strip().casefold() for name in next(lines, [])]
    if unknown := [name for name in header if name not in ("query", *_SETTERS)]:
        known = ", ".join(("query", *_SETTERS))
        raise UsageError(f"{path} has columns that mean nothing here: {', '.join(unknown)}; known are {known}")
    if "query" not in header:
        raise UsageError(f"{path} has no column query: its first row must name the columns, query among them")
    context = {"today": settings.today}
    return tuple(
        _query(number, dict(zip(header, row, strict=False)), default, context, n_extra=len(row) - len(header))
        for number, row in enumerate(lines, start=2)
        if any(cell.strip() for cell in row)
    )


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def _query(
    number: int, cells: Mapping[str, str], default: "BatchQuery", context: Mapping[str, Any], *, n_extra: int
) -> "BatchQuery":
    asked = replace(default, row=number, query=cells.get("query", "").strip())
    if n_extra > 0:
        return replace(asked, error=f"the row has {n_extra} more cells than the header: quote cells that hold commas")
    for name, cell in cells.items():
        if name == "query" or not cell.strip():
            continue
        try:
            asked = _set(asked, _SETTERS[name](cell.strip(), context))
        except ValueError as error:
            return replace(asked, error=f"{name}: {error}")
    return asked


def _set(asked: "BatchQuery", values: Mapping[str, Any]) -> "BatchQuery":
    names = {f.name for f in fields(Filters)}
    filters = {name: value for name, value in values.items() if name in names}
    others = {name: value for name, value in values.items() if name not in names}
    return replace(asked, filters=replace(asked.filters, **filters), **others)


def _types(cell: str, _: Mapping[str, Any]) -> Mapping[str, Any]:
    names = cell.replace(",", " ").split()
    if unknown := [name for name in names if name not in get_args(DocumentType)]:
        raise ValueError(f"{', '.join(unknown)} is no type; there are {', '.join(get_args(DocumentType))}")
    return {"types": tuple(names)}


def _day(name: str, kind: Day) -> "Callable[[str, Mapping[str, Any]], Mapping[str, Any]]":
    def read(cell: str, context: Mapping[str, Any]) -> Mapping[str, Any]:
        if cell == "today":
            return {name: context["today"]}
        try:
            return {name: kind.convert(cell, None, None)}
        except click.BadParameter as error:
            raise ValueError(error.message) from error

    return read


def _limit(cell: str, _: Mapping[str, Any]) -> Mapping[str, Any]:
    if not cell.isdecimal():
        raise ValueError(f"{cell!r} is no number: give 10, or 0 for all")
    return {"limit": int(cell) or None}


def _any(cell: str, _: Mapping[str, Any]) -> Mapping[str, Any]:
    known = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    if cell.casefold() not in known:
        raise ValueError(f"{cell!r} is neither true nor false")
    return {"any_word": known[cell.casefold()]}


_SETTERS: Mapping[str, "Callable[[str, Mapping[str, Any]], Mapping[str, Any]]"] = {
    "type": _types,
    "issuer": lambda cell, _: {"issuer": cell},
    "actor": lambda cell, _: {"actor": cell},
    "after": _day("after", Day("first")),
    "before": _day("before", Day("last")),
    "document": lambda cell, _: {"document": cell},
    "limit": _limit,
    "any": _any,
}
"""What each column sets of a query."""


def _records(answer: "BatchAnswer") -> Iterator[dict[str, Any]]:
    """A record a hit; one without a hit for a query that found nothing, or failed."""
    from policysearch.present.expansions import expansion_text
    from policysearch.present.records import hit_record

    asked, results = answer.asked, answer.results
    error = None if answer.error is None else " ".join(answer.error.splitlines()[:1])
    about = {"record": "batch", "row": asked.row, "query": asked.query, "total": results.total if results else None}
    hits: Sequence[Any] = results.hits if results else ()
    notes = [*results.notes, *map(expansion_text, results.expansions)] if results else []
    for rank, hit in enumerate(hits, start=1):
        yield {**about, "rank": rank, "error": None, "notes": notes, "hit": hit_record(hit)}
    if not hits:
        yield {**about, "rank": None, "error": error, "notes": notes, "hit": None}

"""Records as CSV and JSON text."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from policysearch.present.records import Record

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "left_out": ("channel", "uri", "key", "title", "rule", "reason", "at", "sha256", "series", "parent"),
    "hit": (
        "score", "snippet.text", "document.title", "document.type", "document.date", "document.issuer", "heading",
        "part", "page", "ocr", "document.id", "passage", "document.source.uri", "document.source.locator",
        "document.source.sha256",
    ),
    "commitment": (
        "kind", "actors", "possible_actors", "action", "time.role", "time.begin", "time.end", "time.approximate",
        "condition", "amount.value", "amount.currency", "polarity", "outcome", "strength", "routine", "quote",
        "page", "ocr", "document.title", "document.type", "document.date", "document.issuer", "speaker.name", "said_on",
        "own_words", "cue", "thread", "standing.finding", "standing.as_of", "standing.was.end", "standing.body",
        "standing.newest.date", "standing.newest.title", "standing.newest.id", "review.verdict",
        "review.corrected.kind", "review.corrected.actor", "review.corrected.date", "review.corrected.action",
        "review.status", "review.evidence", "review.notes", "review.tags", "review.by", "review.conflicts", "id",
        "document.id",
        "document.source.uri", "document.source.locator", "document.source.sha256",
    ),
    "step": (
        "event", "day", "was.begin", "was.end", "now.begin", "now.end", "commitment.kind", "commitment.actors",
        "commitment.action", "commitment.quote", "commitment.page", "commitment.ocr", "commitment.document.title",
        "commitment.document.type", "commitment.document.date", "commitment.document.issuer", "thread", "commitment.id",
        "commitment.document.id", "commitment.document.source.uri", "commitment.document.source.locator",
        "commitment.document.source.sha256",
    ),
    "time": (
        "role", "begin", "end", "duration", "set", "approximate", "actors", "quote", "sentence", "page", "ocr",
        "document.title", "document.type", "document.date", "document.issuer", "id", "document.id",
        "document.source.uri", "document.source.locator", "document.source.sha256",
    ),
    "actor": (
        "actor.name", "actor.kind", "title", "organisation", "role", "quote", "sentence", "page", "ocr",
        "document.title", "document.date", "document.issuer", "id", "document.id", "document.source.uri",
        "document.source.locator", "document.source.sha256",
    ),
    "measure": (
        "number", "quote", "parts.responsible", "parts.partners", "parts.schedule", "parts.indicator", "parts.funding",
        "parts.goal", "parts.status", "parts.answer", "parts.description", "actors", "time.begin", "time.end",
        "review.status", "review.evidence", "review.notes", "since", "unsure", "kind", "page", "ocr", "document.title",
        "document.date", "document.issuer", "cue", "id", "document.id",
        "document.source.uri", "document.source.locator", "document.source.sha256",
    ),
    "actor_summary": ("name", "kind", "mentions", "documents", "commitments", "names", "id"),
    "line": (
        "group", "left", "node", "right", "lemma", "form", "document.title", "document.type", "document.date",
        "document.issuer", "heading", "part", "page", "ocr", "span", "passage", "document.id", "document.source.uri",
        "document.source.locator", "document.source.sha256",
    ),
    "sample": (
        "row", "text", "judgement", "remark", "kind", "title", "type", "date", "issuer", "page", "stratum",
        "stratum_size", "id", "document", "uri",
    ),
    "frequency": ("item", "parts", "group", "title", "count", "per_1000", "documents", "words"),
    "key": (
        "item", "count_a", "count_b", "per_1000_a", "per_1000_b", "documents_a", "documents_b", "log_likelihood",
        "log_ratio",
    ),
    "collocate": ("item", "together", "left", "right", "count", "documents", "expected", "logdice", "mi", "t", "ll"),
    "gap": (
        "group.kind", "group.name", "group.expected", "group.present", "state", "name", "last", "count", "title",
        "reason", "told_by", "group.basis", "group.document",
    ),
    "batch": (
        "row", "query", "total", "rank", "error", "hit.score", "hit.snippet.text", "hit.document.title",
        "hit.document.type", "hit.document.date", "hit.document.issuer", "hit.heading", "hit.part", "hit.page",
        "hit.ocr", "hit.document.id", "hit.passage", "hit.document.source.uri", "hit.document.source.locator",
        "hit.document.source.sha256",
    ),
}  # fmt: skip
"""Columns of a CSV table, by kind of record, as paths into it."""


def csv_text(records: Iterable[Record], kind: str) -> Iterator[str]:
    """The records as lines of CSV, a header first, with CRLF line ends (RFC 4180).

    Cells that a spreadsheet would run as a formula get a leading apostrophe.
    """
    columns = COLUMNS[kind]
    yield _csv_line([column.replace(".", "_") for column in columns])
    for record in records:
        yield _csv_line([_cell(_at(record, column.split("."))) for column in columns])


def sheet_rows(records: Iterable[Record], kind: str) -> tuple[tuple[str, ...], list[list[Any]]]:
    """Header and rows for a sheet: numbers stay numbers, lists are joined as in CSV."""
    columns = COLUMNS[kind]
    paths = [column.split(".") for column in columns]
    rows = [[_sheet_value(_at(record, path)) for path in paths] for record in records]
    return tuple(column.replace(".", "_") for column in columns), rows


def json_text(value: object) -> str:
    """Indented JSON, letters as they are."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def jsonl_text(records: Iterable[Record]) -> Iterator[str]:
    """One line of JSON a record."""
    for record in records:
        yield json.dumps(record, ensure_ascii=False)


def _at(record: Any, path: Sequence[str]) -> Any:
    for key in path:
        record = record.get(key) if isinstance(record, dict) else None
    return record


def _sheet_value(value: Any) -> Any:
    return _joined(value) if isinstance(value, list) else value


def _joined(values: Sequence[Any]) -> str:
    return "; ".join(_named(item) if isinstance(item, dict) else str(item) for item in values)


def _named(item: Record) -> str:
    """One thing of a list: by its name or its words; what a later document says with its day, title and page."""
    if "quotes" not in item:
        return str(item.get("name", item.get("quote")))
    document, page = item["document"], item["page"]
    where = ", ".join(part for part in (document["title"], f"s. {page}" if page else None) if part)
    return f"{item['day'] or ''} ”{' … '.join(item['quotes'])}” ({where})".strip()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        value = _joined(value)
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _csv_line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()

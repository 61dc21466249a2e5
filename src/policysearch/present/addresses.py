"""Where a document was met, in words for a person. Pure functions."""

from urllib.parse import unquote

from policysearch.model.search import DocumentSummary
from policysearch.model.source import Source


def withdrawn_text(summary: DocumentSummary) -> str:
    """A mark for what its address gives no longer; empty for everything else."""
    return f" [withdrawn, seen {summary.withdrawn_at.date().isoformat()}]" if summary.withdrawn_at else ""


def source_lines(summary: DocumentSummary) -> dict[str, str]:
    """A line for each address of a document, by its label."""
    locator = f"#{summary.locator}" if summary.locator else ""
    if not summary.sources:
        return {"source": unquote(summary.uri) + locator, "retrieved": summary.retrieved_at.isoformat()}
    lines: dict[str, str] = {}
    for number, source in enumerate(summary.sources):
        label = "source" if number == 0 else "also at" if number == 1 else f"also at {number}"
        lines[label] = f"{unquote(source.uri)}{'' if source.document else locator}{_marks(source)}"
        if number == 0:
            lines["retrieved"] = source.retrieved_at.isoformat()
    return lines


def _marks(source: Source) -> str:
    marks = ["as the user says"] if source.is_told else []
    if source.withdrawn_at:
        status = f" ({source.status})" if source.status else ""
        marks.append(f"withdrawn{status}, seen {source.withdrawn_at.isoformat()}")
    if source.document:
        marks.append(f"document {source.document}, the same text in another original")
    if not source.is_newest:
        marks.append("has a newer version")
    return "".join(f" [{mark}]" for mark in marks)

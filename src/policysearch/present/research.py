"""Answers of the researcher's tools as records (docs/record-shapes.md)."""

from policysearch.model.research import Collocate, ConcordanceLine, Frequency, Key
from policysearch.present.records import Record, document_record


def line_record(line: ConcordanceLine) -> Record:
    """A line of a concordance; `span` is the occurrence, in code points of the document's text."""
    return {
        "record": "line",
        "left": line.left,
        "node": line.node,
        "right": line.right,
        "lemma": line.lemma,
        "form": line.form,
        "group": line.group,
        "span": [line.span.start, line.span.end],
        "page": line.page,
        "passage": line.passage.id,
        "heading": line.heading,
        "part": line.passage.part,
        "ocr": line.passage.ocr,
        "document": document_record(line.document),
    }


def frequency_record(row: Frequency, title: str | None = None) -> Record:
    """How often an item is met in a group; `title` where the group is a document."""
    return {
        "record": "frequency",
        "item": row.item,
        "parts": list(row.parts),
        "group": row.group,
        "title": title,
        "count": row.count,
        "per_1000": round(row.per_1000, 4),
        "documents": row.documents,
        "words": row.words,
    }


def key_record(row: Key) -> Record:
    """A word of two selections."""
    return {
        "record": "key",
        "item": row.item,
        "count_a": row.count_a,
        "count_b": row.count_b,
        "per_1000_a": round(row.per_1000_a, 4),
        "per_1000_b": round(row.per_1000_b, 4),
        "documents_a": row.documents_a,
        "documents_b": row.documents_b,
        "log_likelihood": round(row.log_likelihood, 4),
        "log_ratio": round(row.log_ratio, 4),
    }


def collocate_record(row: Collocate) -> Record:
    """A word near another one."""
    return {
        "record": "collocate",
        "item": row.item,
        "together": row.together,
        "left": row.left,
        "right": row.together - row.left,
        "count": row.count,
        "documents": row.documents,
        "expected": round(row.expected, 4),
        "logdice": round(row.logdice, 4),
        "mi": round(row.mi, 4),
        "t": round(row.t, 4),
        "ll": round(row.ll, 4),
    }

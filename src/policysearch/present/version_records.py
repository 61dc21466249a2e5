"""What changed between versions, as plain dictionaries."""

from policysearch.model.changes import DocumentChange, FactChange, FieldChange, SentenceChange
from policysearch.model.facts import Commitment
from policysearch.model.text import Span
from policysearch.model.time import TimeExpression
from policysearch.present.records import Record, commitment_record, document_record, time_record


def change_record(change: DocumentChange) -> Record:
    """Two versions that followed one another at an address. Spans point into the text of their version."""
    return {
        "record": "change",
        "uri": change.uri,
        "at": change.at.isoformat(),
        "old": None if change.old is None else document_record(change.old),
        "new": None if change.new is None else document_record(change.new),
        "draft_approved": change.is_approved,
        "metadata": [_field(field) for field in change.metadata],
        "facts": [_fact(fact) for fact in change.facts],
        "sentences": [_sentence(sentence) for sentence in change.sentences],
        "moved": change.moved,
    }


def _fact(change: FactChange) -> Record:
    return {
        "change": change.kind,
        "fields": [_field(field) for field in change.fields],
        "old": _fact_record(change.old),
        "new": _fact_record(change.new),
    }


def _fact_record(fact: Commitment | TimeExpression | None) -> Record | None:
    if fact is None:
        return None
    return commitment_record(fact) if isinstance(fact, Commitment) else time_record(fact)


def _sentence(change: SentenceChange) -> Record:
    return {
        "old": _span(change.old),
        "new": _span(change.new),
        "pieces": [{"kind": piece.kind, "text": piece.text} for piece in change.pieces],
    }


def _field(change: FieldChange) -> Record:
    return {"name": change.name, "old": change.old, "new": change.new}


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]

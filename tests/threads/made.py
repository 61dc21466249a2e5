"""Clauses made of one sentence each, as a corpus would give them."""

import datetime as dt
from dataclasses import dataclass, replace

from policysearch.facts import find_facts
from policysearch.follow import clauses_of, word_reader
from policysearch.index.terms import passage_terms
from policysearch.model.document import Part, Section
from policysearch.model.ids import document_id
from policysearch.model.source import DocumentType
from policysearch.model.text import Span
from policysearch.threads import Clause
from tests.facts.made import FINNISH, analysed, made_document

READER = word_reader(FINNISH)


@dataclass(frozen=True)
class Said:
    """A sentence, and the document that it stands in: its date as ISO 8601, issuer, type, case number, part.

    `number` is that of the recommendation which the sentence is.
    """

    text: str
    date: str | None = None
    issuer: str | None = None
    kind: DocumentType = "decision"
    case: str | None = None
    part: Part | None = None
    number: str | None = None


def clauses(*said: Said) -> tuple[Clause, ...]:
    """The commitments of the sentences, a document each."""
    return tuple(clause for number, one in enumerate(said) for clause in _clauses(one, number))


def _clauses(said: Said, number: int) -> tuple[Clause, ...]:
    date = dt.date.fromisoformat(said.date) if said.date else None
    sections = (Section(Span(0, 0), Span(0, len(said.text)), 1, said.part),) if said.part else ()
    document = made_document(said.text, date=date, kind=said.kind, issuer=said.issuer, sections=sections)
    document = replace(
        document,
        id=document_id(f"{number:064}", said.text),
        metadata=replace(document.metadata, case_number=said.case),
        passages=tuple(replace(passage, part=said.part) for passage in document.passages),
    )
    passages = analysed(document)
    facts = find_facts(document, passages, FINNISH)
    read = [(p.passage, passage_terms(p.tokens)) for p in passages]
    found = clauses_of(document.metadata, facts, read, sections, READER)
    return tuple(replace(clause, number=said.number) for clause in found)

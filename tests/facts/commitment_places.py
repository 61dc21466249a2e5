"""Commitments of paragraphs that stand in one place of a document."""

import datetime as dt
from dataclasses import replace

from policysearch.facts import find_facts
from policysearch.model.document import Document
from policysearch.model.facts import Commitment
from tests.facts.commitment_cases import Place
from tests.facts.made import FINNISH, analysed, made_document

#: The day of every document made here.
DAY = dt.date(2023, 3, 14)


def document_in(*paragraphs: str, place: Place, kind: str = "paragraph") -> Document:
    """A document of these paragraphs, all in one place."""
    document = made_document(*paragraphs, kind=place.type, issuer=place.issuer, date=DAY)
    passages = tuple(replace(p, part=place.part, kind=kind) for p in document.passages)  # type: ignore[arg-type]
    return replace(document, passages=passages)


def found_in(*paragraphs: str, place: Place, kind: str = "paragraph") -> tuple[Commitment, ...]:
    """The commitments of these paragraphs."""
    document = document_in(*paragraphs, place=place, kind=kind)
    return find_facts(document, analysed(document), FINNISH).commitments


def one_in(*paragraphs: str, place: Place) -> Commitment:
    """The one commitment of these paragraphs."""
    (commitment,) = found_in(*paragraphs, place=place)
    return commitment

"""Commitments in single sentences: kind, action and actors, and sentences in which there are none."""

from dataclasses import replace

import pytest

from policysearch.facts import find_facts
from policysearch.model.facts import Commitment
from tests.facts.commitment_cases import ENTRIES, Case, Place
from tests.facts.commitment_misses import NOTHING
from tests.facts.made import FINNISH, analysed, made_document


def found(text: str, place: Place) -> tuple[Commitment, ...]:
    """The commitments of one paragraph that stands in `place`."""
    document = made_document(text, kind=place.type, issuer=place.issuer)
    document = replace(document, passages=tuple(replace(p, part=place.part) for p in document.passages))
    return find_facts(document, analysed(document), FINNISH).commitments


ROWS = [(place, case) for place, cases in ENTRIES.items() for case in cases]
MISSES = [(place, text) for place, texts in NOTHING.items() for text in texts]


@pytest.mark.parametrize(
    ("place", "case"), ROWS, ids=[f"{place.part or place.type}: {c.text[:40]}" for place, c in ROWS]
)
def test_sentence_gives_one_entry(place: Place, case: Case) -> None:
    """A sentence gives the entry that a careful reader makes of it, and no other."""
    entries = found(case.text, place)
    assert [(c.kind, c.action, tuple(a.name for a in c.actors)) for c in entries] == [
        (case.kind, case.action, case.actors)
    ]


@pytest.mark.parametrize(
    ("place", "text"), MISSES, ids=[f"{place.part or place.type}: {t[:40]}" for place, t in MISSES]
)
def test_sentence_gives_nothing(place: Place, text: str) -> None:
    """Descriptions, possibilities, predictions, procedure and law are no entries."""
    assert [(c.kind, c.cue, c.quote) for c in found(text, place)] == []


def test_tables_are_wide() -> None:
    """The tables hold at least two hundred clauses, near misses among them."""
    assert len(ROWS) + len(MISSES) >= 200
    assert len(MISSES) >= 60

"""The page on record shapes shows every field of every record, and no other."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from policysearch.model.facts import Actor, Amount, Commitment, Measure, MeasureField, Mention
from policysearch.model.search import DocumentSummary
from policysearch.model.source import Metadata
from policysearch.model.text import Span
from policysearch.model.time import TimeExpression, When
from policysearch.present.records import (
    commitment_record,
    document_record,
    measure_record,
    mention_record,
    time_record,
)
from tests.evaluation.conftest import ROOT

PAGE = (ROOT / "docs" / "record-shapes.md").read_text(encoding="utf-8")
SHOWN = {r["record"]: r for r in map(json.loads, re.findall(r"^```json\n(.*?)\n```", PAGE, re.MULTILINE | re.DOTALL))}

ACTOR = Actor("a", "hyvinvointilautakunta", "organisation")
WHEN = When("deadline", end=dt.date(2024, 2, 29))
COMMITMENT = Commitment(
    "c", "d", Span(0, 6), "päätti", 1, "decision", "x", (ACTOR,), when=WHEN, amount=Amount(Decimal(1)), speaker=ACTOR
)
TIME = TimeExpression("t", "d", Span(0, 6), "29.2.", 1, WHEN)
MENTION = Mention("m", "d", Span(0, 6), "hyvinv", 1, ACTOR)
FIELD = MeasureField("schedule", Span(0, 6), "29.2.", 1)
MEASURE = Measure("p", "d", Span(0, 6), "opas", 1, "measure", "table", "1", (FIELD,), (ACTOR,), WHEN)


def _summary() -> DocumentSummary:
    retrieved_at = dt.datetime(2023, 6, 1, tzinfo=dt.UTC)
    return DocumentSummary("d", Metadata(), "file:///a", "0", retrieved_at)


def _fields(record: dict[str, Any], above: str = "") -> Iterator[str]:
    for key, value in record.items():
        yield above + key
        if isinstance(value, dict) and key != "amount":
            yield from _fields(value, f"{above}{key}.")


@pytest.mark.parametrize(
    "record",
    [
        document_record(_summary()),
        commitment_record(COMMITMENT),
        time_record(TIME),
        mention_record(MENTION),
        measure_record(MEASURE),
    ],
    ids=["document", "commitment", "time", "actor", "measure"],
)
def test_page_shows_the_fields_of_each_record(record: dict[str, Any]) -> None:
    """The example of the page has exactly the fields that are written."""
    assert set(_fields(SHOWN[record["record"]])) == set(_fields(record))


def test_page_explains_every_field() -> None:
    """Each field of a record stands in one of the tables."""
    explained = set(re.findall(r"`([a-z_.0-9]+)`", PAGE))
    fields = {field for record in SHOWN.values() for field in record}
    assert fields - explained - {"source", "title", "actor", "time"} == set()

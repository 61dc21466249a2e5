"""`policysearch measures` on the plan of the examples."""

import csv
import io
import json
from pathlib import Path

from tests.conftest import Run

PLAN = "Kuusjärven ihmiskaupan vastainen toimintaohjelma 2022–2024"


def plan(run: Run, examples: Path) -> str:
    rows = map(json.loads, run("export", examples=examples).stdout.splitlines())
    return next(str(row["id"]) for row in rows if row["record"] == "document" and row["title"] == PLAN)


def test_measures_are_rows(run: Run, examples: Path, tmp_path: Path) -> None:
    """The rows of the plan's table, with who answers for each and by when; the same in every form."""
    id_ = plan(run, examples)
    result = run("measures", id_[:8], examples=examples)
    assert result.exit_code == 0, result.output
    assert "”Nimetään palveluohjaaja”" in result.stdout
    assert "responsible: Hyvinvointipalvelut ja Kuusjärven poliisilaitos" in result.stdout
    assert "schedule: vuoden 2023 loppuun mennessä" in result.stdout
    rows = list(csv.DictReader(io.StringIO(run("measures", id_, "--format", "csv", examples=examples).stdout)))
    assert [row["time_end"] for row in rows] == ["2023-02-28", "2022-09-01", "2022-11-30", "2023-12-31", "2022-08-31"]
    assert rows[4]["parts_responsible"] == "Elinvoimapalvelut"
    records = json.loads(run("measures", id_, "--format", "json", examples=examples).stdout)
    assert [record["quote"] for record in records] == [row["quote"] for row in rows]
    assert all(record["document"]["title"] == PLAN for record in records)
    assert run("measures", id_, "-o", tmp_path / "plan.xlsx", examples=examples).exit_code == 0


def test_no_measures_and_no_document(run: Run, examples: Path) -> None:
    """A document without measures says so; an id that is none is one line."""
    rows = map(json.loads, run("export", examples=examples).stdout.splitlines())
    minutes = next(row["id"] for row in rows if row["record"] == "document" and row["type"] == "decision")
    result = run("measures", minutes, examples=examples)
    assert result.exit_code == 0
    assert "0 measures" in result.stderr
    missing = run("measures", "ffffffff", examples=examples)
    assert missing.exit_code != 0
    assert "Traceback" not in missing.output

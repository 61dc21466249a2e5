"""The measures of two whole plans, a wide table over two pages and headings with labels, row by row."""

import json
from pathlib import Path

import pytest
from examples.labour_plan_2023 import GOALS, ROWS
from make_examples import PLANS, make_plans

from tests.conftest import Run

PARTS = ("responsible", "partners", "schedule", "indicator", "funding")


def test_plans_are_those_that_are_made(tmp_path: Path) -> None:
    """The tracked plans are what the script makes."""
    made = {path.name: path.read_bytes() for path in make_plans(tmp_path)}
    assert made == {path.name: path.read_bytes() for path in PLANS.iterdir()}


@pytest.fixture
def plans(run: Run, tmp_path: Path) -> dict[str, list[dict[str, object]]]:
    """The measures of both plans, by the ending of their file."""
    assert run("ingest", PLANS).exit_code == 0
    rows = [json.loads(line) for line in run("export").stdout.splitlines()]
    ids = {row["source"]["uri"].rpartition(".")[2]: row["id"] for row in rows if row["record"] == "document"}
    assert run("verify").exit_code == 0
    return {ending: json.loads(run("measures", id_, "--format", "json").stdout) for ending, id_ in ids.items()}


def test_wide_table_over_two_pages(plans: dict[str, list[dict[str, object]]]) -> None:
    """Every cell in its part, cut words joined, empty cells empty, the goal above, the page of each row."""
    goal, expected = "", []
    for number, text, *parts in ROWS:
        goal = GOALS.get(number, goal)
        expected.append((number, text, goal, *parts))
    found = [
        (m["number"], m["quote"], *("".join(f["quote"] for f in m["parts"][name]) for name in ("goal", *PARTS)))  # type: ignore[index]
        for m in plans["pdf"]
    ]
    assert found == expected
    assert [m["page"] for m in plans["pdf"]] == [1, 1, 1, 1, 1, 1, 2, 2]
    assert [m["time"]["end"] for m in plans["pdf"]][:2] == ["2023-12-31", "2024-05-31"]  # type: ignore[index]


def test_headings_with_labels(plans: dict[str, list[dict[str, object]]]) -> None:
    """The number, the words of the heading, and what the labels below it say; prose with a colon is none."""
    found = [(m["number"], m["parts"]["responsible"][0]["quote"]) for m in plans["docx"]]  # type: ignore[index]
    assert found == [
        ("2.1", "Lehtorannan sivistyslautakunta"),
        ("2.2", "Lehtorannan perusturvalautakunta"),
        ("2.3", "Lehtorannan kunnanhallitus"),
    ]
    assert [m["time"]["role"] for m in plans["docx"]] == ["deadline", "start", "recurrence"]  # type: ignore[index]

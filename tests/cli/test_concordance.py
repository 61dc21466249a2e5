"""`policysearch concordance` in each format."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import TODAY, Run

QUERY = "hyväksikäyttö"


def test_text_has_words_under_one_another(run: Run, examples: Path) -> None:
    """Each line has its occurrence at one place, with date, page and document."""
    result = run("concordance", QUERY, "--sort", "left", "--width", "30", examples=examples)
    assert result.exit_code == 0, result.output
    *lines, total = result.stdout.splitlines()
    assert {line.index("**") for line in lines} == {31}
    assert total.startswith(f"{len(lines)} occurrences in ")
    assert all("p. " in line or "page unknown" in line for line in lines)


def test_groups_have_headings(run: Run, examples: Path) -> None:
    """A heading with the count over each group."""
    stdout = run("concordance", QUERY, "--group", "document", "--limit", "2", examples=examples).stdout
    assert "Kuusjärven työperäisen hyväksikäytön torjunnan toimenpidesuunnitelma 2024–2025 (" in stdout
    assert "2 of 13 occurrences" in stdout


def test_csv_begins_with_what_is_needed_to_cite_it(run: Run, examples: Path) -> None:
    """Comment lines, then a header, then rows."""
    lines = run("concordance", QUERY, "--format", "csv", "--after", "2022", examples=examples).stdout.splitlines()
    comments = dict(line[2:].split(": ", 1) for line in lines if line.startswith("# "))
    assert comments["query"] == QUERY
    assert comments["filter after"] == "2022-01-01"
    assert comments["made_on"] == TODAY
    assert len(comments["corpus sha256"]) == 64
    rows = list(csv.DictReader(io.StringIO("\n".join(line for line in lines if not line.startswith("# ")))))
    assert len(rows) == int(comments["hits"]) > 3
    assert all(row["passage"] and row["document_id"] and row["node"] for row in rows)


def test_jsonl_begins_with_its_provenance(run: Run, examples: Path) -> None:
    """The first record; spans are of the document's text."""
    lines = run("concordance", QUERY, "--format", "jsonl", examples=examples).stdout.splitlines()
    first, *rows = map(json.loads, lines)
    assert first["record"] == "provenance"
    assert first["hits"] == len(rows)
    assert {row["record"] for row in rows} == {"line"}
    text = run("show", rows[0]["document"]["id"], "--text", examples=examples).stdout
    assert text[slice(*rows[0]["span"])] == rows[0]["node"]


def test_workbook_has_a_sheet_for_it(run: Run, examples: Path, tmp_path: Path) -> None:
    """The ending of the file says how; numbers are numbers."""
    path = tmp_path / "lines.xlsx"
    result = run("concordance", QUERY, "-o", path, examples=examples)
    assert result.exit_code == 0, result.output
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["provenance", "line"]
    about = {row[0].value: row[1].value for row in book["provenance"].iter_rows()}
    assert about["query"] == QUERY
    header, *rows = book["line"].iter_rows(values_only=True)
    assert len(rows) == about["hits"]
    pages = [row[header.index("page")] for row in rows]
    assert any(isinstance(page, int) for page in pages)


def test_the_same_question_gives_the_same_bytes(run: Run, examples: Path) -> None:
    """Nothing in an export depends on the clock."""
    ask = ("concordance", QUERY, "--format", "csv")
    assert run(*ask, examples=examples).stdout == run(*ask, examples=examples).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("--format", "xlsx"), "-o table.xlsx", id="workbook to a pipe"),
        pytest.param(("-o", "lines.docx"), ".csv, .xlsx", id="ending that says nothing"),
        pytest.param(("-o", "no/such/folder/lines.csv"), "cannot be written", id="folder that is not there"),
    ],
)
def test_wrong_use_is_explained(run: Run, examples: Path, arguments: tuple[str, ...], said: str) -> None:
    """Exit code 2, and what to do."""
    result = run("concordance", QUERY, *arguments, examples=examples)
    assert result.exit_code == 2
    assert said in result.stderr

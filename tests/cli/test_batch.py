"""`policysearch search --batch`: one table in, one table out."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import Run


def rows_of(stdout: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("\n".join(x for x in stdout.splitlines() if not x.startswith("# ")))))


def test_every_query_is_answered(run: Run, examples: Path, tmp_path: Path) -> None:
    """A row a hit, in the order of the queries; each row's own filters; nothing found is a row too."""
    path = tmp_path / "q.csv"
    path.write_text(
        "query,type,after,limit\nuhri,,,2\nuhri,decision,2022,0\nkvanttimekaniikka,,,\n,minutes plan,,3\n\n",
        encoding="utf-8",
    )
    result = run("search", "--batch", path, examples=examples)
    assert result.exit_code == 0, result.output
    rows = rows_of(result.stdout)
    assert [row["row"] for row in rows if row["row"] in "24"] == ["2", "2", "4"]
    alone = json.loads(run("search", "uhri", "--limit", "2", "--format", "json", examples=examples).stdout)
    assert [row["hit_passage"] for row in rows[:2]] == [hit["passage"] for hit in alone["hits"]]
    assert rows[0]["total"] == str(alone["total"])
    decisions = [row for row in rows if row["row"] == "3"]
    assert len(decisions) == int(decisions[0]["total"])
    assert {row["hit_document_type"] for row in decisions} == {"decision"}
    assert all(row["hit_document_date"] >= "2022" for row in decisions)
    (nothing,) = (row for row in rows if row["row"] == "4")
    assert (nothing["total"], nothing["rank"], nothing["error"]) == ("0", "", "")
    assert {row["hit_document_type"] for row in rows if row["row"] == "5"} <= {"minutes", "plan"}
    assert "# option queries: 4" in result.stdout


@pytest.mark.parametrize("form", ["csv", "jsonl", "xlsx"])
def test_errors_stop_nothing(run: Run, examples: Path, tmp_path: Path, form: str) -> None:
    """Each wrong row is named with its number, in the table and beside it; the others are answered; exit code 1."""
    path, out = tmp_path / "q.csv", tmp_path / f"hits.{form}"
    path.write_text(
        "Query;Type;After;Document\nuhri AND;;;\nuhri;päätös;;\nuhri;;eilen;\nuhri;;;zzzz\nuhri;;;;x\nuhri;;;\n",
        encoding="utf-8-sig",
    )
    result = run("search", "--batch", path, "--limit", "1", "-o", out, examples=examples)
    assert result.exit_code == 1
    for row, said in ((2, "after AND"), (3, "no type"), (4, "'eilen'"), (5, "zzzz"), (6, "more cells")):
        assert any(line.startswith(f"row {row}: ") and said in line for line in result.stderr.splitlines()), row
    assert "6 queries, 5 with errors" in result.stderr
    if form == "xlsx":
        header, *cells = openpyxl.load_workbook(out)["batch"].iter_rows(values_only=True)
        found = [(row[header.index("row")], row[header.index("error")]) for row in cells]
    elif form == "csv":
        found = [(int(row["row"]), row["error"]) for row in rows_of(out.read_text(encoding="utf-8"))]
    else:
        records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()][1:]
        found = [(record["row"], record["error"]) for record in records]
    assert [row for row, _ in found] == [2, 3, 4, 5, 6, 7]
    assert [bool(error) for _, error in found] == [True] * 5 + [False]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("sana\nuhri\n", "known are query", id="no such column"),
        pytest.param("type\nminutes\n", "no column query", id="no queries"),
        pytest.param("", "no column query", id="empty"),
    ],
)
def test_tables_that_are_none_are_explained(run: Run, examples: Path, tmp_path: Path, text: str, said: str) -> None:
    """Exit code 2, and what the table must have."""
    (tmp_path / "q.csv").write_text(text, encoding="utf-8")
    result = run("search", "--batch", tmp_path / "q.csv", examples=examples)
    assert result.exit_code == 2
    assert said in result.stderr
    assert run("search", "--batch", tmp_path / "none.csv", examples=examples).exit_code == 2


def test_options_hold_for_every_row(run: Run, examples: Path, tmp_path: Path) -> None:
    """Filters of the command are those of rows that say nothing."""
    (tmp_path / "q.csv").write_text("query,type\nuhri,\nuhri,plan\n", encoding="utf-8")
    ask = ("search", "--batch", tmp_path / "q.csv", "--type", "decision", "--limit", "0", "--format", "csv")
    rows = rows_of(run(*ask, examples=examples).stdout)
    types = {(row["row"], row["hit_document_type"]) for row in rows}
    assert types == {("2", "decision"), ("3", "plan")}

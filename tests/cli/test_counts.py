"""`policysearch frequencies`, `keyness` and `collocates` in each format."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import Run

COMMANDS = [
    pytest.param(("frequencies", "uhri", "--by", "year"), "frequency", id="frequencies"),
    pytest.param(("frequencies", "--of", "case", "--by", "document"), "frequency", id="frequencies by document"),
    pytest.param(("keyness", "uhri", "--pos", "noun,verb"), "key", id="keyness"),
    pytest.param(("collocates", "uhri", "--measure", "ll"), "collocate", id="collocates"),
]


@pytest.mark.parametrize(("arguments", "kind"), COMMANDS)
def test_counts_in_each_format(run: Run, examples: Path, tmp_path: Path, arguments: tuple[str, ...], kind: str) -> None:
    """The same rows everywhere, each with its provenance."""
    text = run(*arguments, examples=examples)
    assert text.exit_code == 0, text.output
    lines = run(*arguments, "--format", "jsonl", examples=examples).stdout.splitlines()
    first, *records = map(json.loads, lines)
    assert first["asked"] == arguments[0]
    assert {record["record"] for record in records} == {kind}
    table = run(*arguments, "--format", "csv", examples=examples).stdout.splitlines()
    rows = list(csv.DictReader(io.StringIO("\n".join(line for line in table if not line.startswith("# ")))))
    assert [row["item"] for row in rows] == [record["item"] for record in records]
    assert json.loads(run(*arguments, "--format", "json", examples=examples).stdout)["rows"] == records
    path = tmp_path / "table.xlsx"
    assert run(*arguments, "-o", path, examples=examples).exit_code == 0
    header, *cells = openpyxl.load_workbook(path)[kind].iter_rows(values_only=True)
    assert [row[header.index("item")] for row in cells] == [record["item"] for record in records]
    assert records[0]["item"] in text.stdout


def test_keyness_by_pairs_of_options(run: Run, examples: Path) -> None:
    """Filters of each side are named in the provenance."""
    ask = ("keyness", "", "", "--a-before", "2021", "--b-after", "2022", "--b-type", "decision", "--more-in", "a")
    result = run(*ask, "--format", "json", examples=examples)
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert found["provenance"]["options"]["a before"] == "2021-12-31"
    assert found["provenance"]["options"]["b types"] == "decision"
    assert all(row["per_1000_a"] > row["per_1000_b"] for row in found["rows"])
    assert "undated" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("frequencies", "--pos", "substantiivi"), "noun", id="no class of words"),
        pytest.param(("keyness", ""), "whole corpus", id="nothing is left for B"),
        pytest.param(("collocates", ""), "which word", id="no word"),
        pytest.param(("collocates", "uhri AND"), "^", id="broken query"),
    ],
)
def test_wrong_use_is_explained(run: Run, examples: Path, arguments: tuple[str, ...], said: str) -> None:
    """Exit code 2, and what to do."""
    result = run(*arguments, examples=examples)
    assert result.exit_code == 2
    assert said in result.stderr

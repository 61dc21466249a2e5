"""What is written to a file can be cited: its provenance is in it, or beside it; the shape of records stays."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import Run

COMMANDS = [
    pytest.param(("search", "uhri"), "hit", id="search"),
    pytest.param(("commitments", "uhri", "--kind", "decision"), "commitment", id="commitments"),
    pytest.param(("commitments", "--open", "--undated"), "commitment", id="open commitments"),
    pytest.param(("deadlines",), "time", id="deadlines"),
    pytest.param(("actors",), "actor_summary", id="actors"),
    pytest.param(("actors", "HYM"), "actor", id="mentions"),
]


@pytest.mark.parametrize(("arguments", "kind"), COMMANDS)
def test_files_have_their_provenance(
    run: Run, examples: Path, tmp_path: Path, arguments: tuple[str, ...], kind: str
) -> None:
    """CSV and JSON Lines in a file beside them, a workbook in a sheet; what is in the file is what goes to a pipe."""
    for form in ("csv", "jsonl", "json"):
        path = tmp_path / f"found.{form}"
        assert run(*arguments, "-o", path, examples=examples).exit_code == 0
        assert path.read_text(encoding="utf-8") == run(*arguments, "--format", form, examples=examples).stdout
        beside = json.loads((tmp_path / f"found.{form}.provenance.json").read_text(encoding="utf-8"))
        assert beside["asked"] == arguments[0]
        assert beside["hits"] > 0
        assert len(beside["corpus"]["sha256"]) == 64
    assert run(*arguments, "-o", tmp_path / "found.xlsx", examples=examples).exit_code == 0
    book = openpyxl.load_workbook(tmp_path / "found.xlsx")
    assert book.sheetnames == ["provenance", kind]
    rows = list(csv.reader(io.StringIO((tmp_path / "found.csv").read_text(encoding="utf-8"))))
    assert book[kind].max_row == len(rows)


@pytest.mark.parametrize(("arguments", "kind"), COMMANDS)
def test_provenance_on_request(run: Run, examples: Path, arguments: tuple[str, ...], kind: str) -> None:
    """In a pipe only where it is asked for: first, and beside the same records."""
    plain = run(*arguments, "--format", "jsonl", examples=examples).stdout.splitlines()
    cited = run(*arguments, "--format", "jsonl", "--provenance", examples=examples).stdout.splitlines()
    assert cited[1:] == plain
    assert json.loads(cited[0])["record"] == "provenance"
    assert {json.loads(line)["record"] for line in plain} == {kind}
    table = run(*arguments, "--format", "csv", "--provenance", examples=examples).stdout
    assert table.startswith("# program: policysearch\n")
    whole = json.loads(run(*arguments, "--format", "json", "--provenance", examples=examples).stdout)
    assert whole["provenance"]["hits"] >= len(plain)


def test_thread_has_its_provenance(run: Run, examples: Path, tmp_path: Path) -> None:
    """Steps of a thread, and the thread as a whole."""
    rows = json.loads(run("commitments", "--limit", "0", "--format", "json", examples=examples).stdout)
    id_ = next(row["thread"] for row in rows if row["thread"])
    assert run("commitments", "--thread", id_, "-o", tmp_path / "t.json", examples=examples).exit_code == 0
    assert json.loads((tmp_path / "t.json").read_text())[0]["record"] == "thread"
    assert json.loads((tmp_path / "t.json.provenance.json").read_text())["query"] == id_


def test_export_keeps_its_shape(run: Run, examples: Path, tmp_path: Path) -> None:
    """The records of `export` begin with a document; their provenance stands in a file beside them."""
    path = tmp_path / "facts.jsonl"
    assert run("export", "-o", path, examples=examples).exit_code == 0
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert records[0]["record"] == "document"
    assert {record["record"] for record in records} == {"document", "commitment", "time", "actor", "measure"}
    beside = json.loads((tmp_path / "facts.jsonl.provenance.json").read_text(encoding="utf-8"))
    assert beside["asked"] == "export"
    assert run("export", examples=examples).stdout == path.read_text(encoding="utf-8")


def test_provenance_changes_with_the_corpus(run: Run, tmp_path: Path) -> None:
    """The hash is that of what is held: the same for the same documents in another order, another for more."""

    def sha256(folder: Path, *names: str) -> str:
        for name in names:
            assert run("ingest", tmp_path / name, examples=folder).exit_code == 0
        assert run("search", "-o", folder / "x.csv", examples=folder).exit_code == 0
        return str(json.loads((folder / "x.csv.provenance.json").read_text(encoding="utf-8"))["corpus"]["sha256"])

    for name, word in (("a.txt", "ohjelma"), ("b.txt", "kokous")):
        (tmp_path / name).write_text(f"Kaupunki\nTiedote 1.2.2022\n\nKaupunki hyväksyi asian: {word}.\n", "utf-8")
    one = sha256(tmp_path / "one", "a.txt")
    assert one != sha256(tmp_path / "one", "b.txt") == sha256(tmp_path / "two", "b.txt", "a.txt")

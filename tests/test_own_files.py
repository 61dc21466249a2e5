"""What the program keeps beside the documents is never taken for documents, and that is said in one line."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

OWN = (
    "corpus.db",
    "forgotten.jsonl",
    "freezes",
    "pull-cache",
    "pull.jsonl",
    "reviews.jsonl",
    "snapshots",
    "watches.json",
)
DECISION = (
    "Kuusjärven kaupunginhallitus\nPöytäkirja 6.6.2023\n\nKaupunginhallitus päätti jatkaa neuvontaa vuonna 2024.\n"
)
LINE = "Left out, since the program keeps them itself and they are no documents: "


@pytest.fixture
def corpus(run: Run, tmp_path: Path) -> Path:
    """A corpus of one document with everything that may stand beside it, and a file of the person who runs it."""
    (tmp_path / "a.txt").write_text(DECISION, encoding="utf-8")
    assert run("ingest", tmp_path / "a.txt").exit_code == 0
    folder = tmp_path / "corpus"
    for name in ("reviews.jsonl", "watches.json", "pull.jsonl", "forgotten.jsonl"):
        (folder / name).touch()
    (folder / "watches.json").write_text("[]", encoding="utf-8")
    for name in ("freezes/syksy.json", "pull-cache/ab"):
        (folder / name).parent.mkdir()
        (folder / name).write_text(json.dumps({"text": DECISION}), encoding="utf-8")
    (folder / "pull-notes.txt").write_text(DECISION.replace("2024", "2025"), encoding="utf-8")
    return folder


def test_the_folder_of_the_corpus_is_read_without_them(run: Run, corpus: Path) -> None:
    done = run("ingest", corpus)
    assert done.exit_code == 0
    assert done.stdout == "1 originals: 1 added; 1 documents\n"
    (line,) = (line for line in done.stderr.splitlines() if line.startswith("Left out"))
    assert line == f"{LINE}{', '.join(OWN)} in {corpus}."


def test_so_is_a_folder_around_it(run: Run, corpus: Path, tmp_path: Path) -> None:
    done = run("ingest", tmp_path)
    assert done.stdout == "2 originals: 1 added, 1 unchanged; 2 documents\n"
    assert f"{LINE}{', '.join(OWN)} in {corpus}; index in {tmp_path}." in done.stderr


@pytest.mark.parametrize("name", ["snapshots", "reviews.jsonl", "corpus.db"])
def test_they_are_left_out_when_they_are_given(run: Run, corpus: Path, name: str) -> None:
    done = run("ingest", corpus / name)
    assert done.stdout == "0 originals: nothing to do; 0 documents\n"
    assert f"{LINE}{name} in {corpus}." in done.stderr


def test_nothing_is_said_where_none_are_met(run: Run, corpus: Path, tmp_path: Path) -> None:
    assert "Left out" not in run("ingest", tmp_path / "a.txt").output


def test_a_watched_folder_does_not_offer_them(
    run: Run, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither when it is pulled nor in a dry run; what its channel leaves out stays out too."""
    monkeypatch.chdir(tmp_path)
    Path("policysearch.toml").write_text(
        '[pull]\ncontact = "keeper@example.fi"\ncatalogue = "c.toml"\n', encoding="utf-8"
    )
    Path("c.toml").write_text(
        f'[[channel]]\nid = "k"\nname = "K"\nbase = "{tmp_path}"\nconnector = "folder"\ntopic = false\n'
        'options = { leave_out = ["a.txt", "c.toml", "policysearch.toml"] }\n',
        encoding="utf-8",
    )
    planned = run("pull", "--dry-run")
    assert [line for line in planned.stdout.splitlines() if line.startswith("fetch")] == [
        f"fetch: {(corpus / 'pull-notes.txt').as_uri()}"
    ]
    done = run("pull")
    assert "k: 1 offered: 1 added" in done.stdout
    for result in (planned, done):
        assert f"{', '.join(OWN)} in {corpus}; index in {tmp_path}." in result.stderr

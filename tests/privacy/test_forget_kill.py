"""Forgetting may be killed anywhere: after the next run nothing is left of it, and all else is whole."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from policysearch import open_corpus
from policysearch.kill_points import VARIABLE
from tests.conftest import Run
from tests.privacy.everywhere import found_in
from tests.privacy.made import PERSON, STEMS, write_documents

WORDS = ("--reason", "pyysi poistoa", "--by", "Maija", "--yes")
POINTS = (1, 2, 3, 5, 8, 11, 14, 18, 23, 29, 36)
"""Of about fifty, those at the beginning closer to one another: there the order of what is written matters most."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus in which the person is named in five documents, with a note that names her too. Read only."""
    folder = tmp_path_factory.mktemp("made")
    with open_corpus(folder / "corpus", folder / "index", create=True) as corpus:
        list(corpus.ingest(write_documents(folder / "omat").values()))
        corpus.update_index()
        row = corpus.commitments().rows[0]
        corpus.reviews.say(row.commitment.id, "note", by="Eino", value=f"soita: {PERSON}")
    return folder


def killed(folder: Path, kill_at: int, *arguments: str) -> bool:
    """Run a command in a process that kills itself at that point; whether it got there."""
    places = ["--corpus", str(folder / "corpus"), "--index", str(folder / "index")]
    command = [sys.executable, "-m", "policysearch", *arguments, *places]
    environment = {**os.environ, VARIABLE: str(kill_at)}
    status = subprocess.run(command, env=environment, capture_output=True, check=False).returncode
    assert status in (0, -signal.SIGKILL)
    return status != 0


def what_is_left(folder: Path) -> list[str]:
    return found_in([folder / "corpus", folder / "index"], STEMS)


@pytest.mark.parametrize("point", POINTS)
def test_a_name_is_gone_after_the_next_run(run: Run, made: Path, tmp_path: Path, point: int) -> None:
    """Whichever command the next run is; the other words of the documents stay, and hold."""
    for name in ("corpus", "index"):
        shutil.copytree(made / name, tmp_path / name)
    was_killed = killed(tmp_path, point, "forget", PERSON, *WORDS)
    assert was_killed, "there are fewer points than this test believes"
    assert what_is_left(tmp_path) or point > POINTS[-3]
    began = (tmp_path / "corpus" / ".forgetting").exists()
    if not began:
        assert run("forget", PERSON, *WORDS).exit_code == 0
    else:
        assert run("status").exit_code == 0
    assert what_is_left(tmp_path) == []
    assert not (tmp_path / "corpus" / ".forgetting").exists()
    verified = run("verify")
    assert verified.exit_code == 0, verified.output
    assert "0 problems" in verified.output
    assert "6 documents" in verified.output
    assert run("forget", "--list").output.count("pyysi poistoa") == 1


@pytest.mark.parametrize("point", [2, 4, 9, 16])
def test_a_document_is_gone_after_the_next_run(run: Run, made: Path, tmp_path: Path, point: int) -> None:
    for name in ("corpus", "index"):
        shutil.copytree(made / name, tmp_path / name)
    with open_corpus(tmp_path / "corpus", tmp_path / "index", read_only=True) as corpus:
        (one,) = (d for d in corpus.documents() if d.uri.endswith("lausunto.pdf"))
    assert killed(tmp_path, point, "forget", one.id, *WORDS)
    assert run("reindex").exit_code == 0
    assert found_in([tmp_path / "corpus", tmp_path / "index"], ("Lausunnon antaja",)) == []
    assert "5 documents" in run("verify").output
    assert run("show", one.id).exit_code == 1

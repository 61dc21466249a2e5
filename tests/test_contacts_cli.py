"""Contact details of persons in what the command line hands on: covered, unless they are asked for."""

from pathlib import Path

import pytest

from tests.conftest import Run

NUMBER = "040 123 4567"
MEMO = (
    "Kuusjärven sosiaali- ja terveyslautakunta\n\nPöytäkirja 12.3.2024\n\n"
    "Kaupunki perustaa tukipisteen 30.6.2024 mennessä, siitä vastaa Maija Meikäläinen, puh. 040 123 4567.\n"
)
ANSWERS = (
    ("search", "tukipiste"),
    ("commitments", "--routine"),
    ("deadlines",),
    ("concordance", "tukipiste", "--width", "200"),
)


@pytest.fixture
def memo(tmp_path: Path, run: Run) -> Path:
    """A corpus of one paper that names a number."""
    paper = tmp_path / "muistio.txt"
    paper.write_text(MEMO, encoding="utf-8")
    assert run("ingest", paper).exit_code == 0
    return tmp_path


@pytest.mark.parametrize("command", ANSWERS, ids=lambda command: command[0])
def test_files_and_tables_hide_them(memo: Path, run: Run, command: tuple[str, ...]) -> None:
    """A file, and CSV wherever it goes; shown on the screen and to programs, and where they are asked for."""
    path = memo / "answer.jsonl"
    assert run(*command, "-o", path).exit_code == 0
    assert NUMBER not in path.read_text(encoding="utf-8")
    assert "tukipisteen" in path.read_text(encoding="utf-8")
    assert NUMBER not in run(*command, "--format", "csv").output
    assert NUMBER in run(*command, "--format", "csv", "--show-contacts").output
    assert NUMBER in run(*command, "--format", "jsonl").output
    assert NUMBER not in run(*command, "--format", "jsonl", "--hide-contacts").output
    assert NUMBER not in run(*command, "--hide-contacts").output


def test_feeds_hide_them_and_remember_what_was_seen(memo: Path, run: Run) -> None:
    """What was shown once, covered or not, is not new again."""
    assert run("watch", "add", "tuki", "tukipiste").exit_code == 0
    feed = run("watch", "run", "--format", "atom").output
    assert "tukipisteen" in feed
    assert NUMBER not in feed
    assert "tukipisteen" not in run("watch", "run", "--show-contacts").output


def test_the_export_for_programs_has_them_unless_told(memo: Path, run: Run) -> None:
    """Spans stay the same either way."""
    shown, hidden = run("export").stdout, run("export", "--hide-contacts").stdout
    assert NUMBER in shown
    assert NUMBER not in hidden
    assert len(shown) == len(hidden)

"""`policysearch watch` from adding to removing, in each format."""

import json
import shutil
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import TODAY, Run


@pytest.fixture
def own(examples: Path, tmp_path: Path) -> Path:
    """A copy of the examples that may be written to."""
    for name in ("corpus", "index"):
        shutil.copytree(examples / name, tmp_path / "own" / name)
    return tmp_path / "own"


def test_from_adding_to_removing(run: Run, own: Path) -> None:
    """Each step says what it did."""
    added = run("watch", "add", "uhrit", "uhri", "--type", "decision", examples=own)
    assert added.exit_code == 0, added.output
    assert added.stdout == "watching passages: ”uhri” · types decision\n"
    assert run("watch", "list", examples=own).stdout.endswith("; never run\n")
    first = run("watch", "run", examples=own)
    total = int(first.stderr.split(" new of ")[1].split()[0])
    assert first.stdout.count("     ”") == total > 5
    assert "p. 1" in first.stdout
    again = run("watch", "run", "uhrit", examples=own)
    assert f"0 new of {total}" in again.stdout
    (listed,) = json.loads(run("watch", "list", "--format", "json", examples=own).stdout)
    assert (listed["name"], listed["last_run"], listed["seen"]) == ("uhrit", TODAY, total)
    assert run("watch", "remove", "uhrit", examples=own).stdout == "removed uhrit\n"
    assert "there are no watches" in run("watch", "list", examples=own).stderr
    assert run("watch", "run", examples=own).exit_code == 2


def test_json_and_atom_hold_the_same(run: Run, own: Path, tmp_path: Path) -> None:
    """Both are asked from the same state; JSON carries its provenance; spans are verbatim."""
    for name in ("a", "b"):
        run("watch", "add", name, "--commitments", "--kind", "undertaking", "--document", "9a7c3e98", examples=own)
    (found,) = json.loads(run("watch", "run", "a", "--format", "json", examples=own).stdout)
    assert found["provenance"]["asked"] == "watch run"
    assert found["provenance"]["hits"] == len(found["new"]) == found["total"] > 3
    text = run("show", "9a7c3e98", "--text", examples=own).stdout
    assert all(text[slice(*hit["span"])] == hit["text"] for hit in found["new"])
    path = tmp_path / "b.atom"
    assert run("watch", "run", "b", "--format", "atom", "-o", path, examples=own).exit_code == 0
    feed = etree.fromstring(path.read_bytes())
    contents = [element.text or "" for element in feed.iter("{http://www.w3.org/2005/Atom}content")]
    assert len(contents) == len(found["new"])
    assert all(hit["text"] in content for hit, content in zip(found["new"], contents, strict=True))


def test_baseline_shows_nothing_and_remembers_all(run: Run, own: Path) -> None:
    """After it only what comes is new."""
    run("watch", "add", "uhrit", "uhri", examples=own)
    baseline = run("watch", "run", "--baseline", examples=own)
    assert baseline.stdout == ""
    assert "taken for seen" in baseline.stderr
    assert "0 new of" in run("watch", "run", examples=own).stdout


def test_what_could_not_be_written_is_still_new(run: Run, own: Path) -> None:
    """Nothing is taken for seen that nobody saw."""
    run("watch", "add", "uhrit", "uhri", examples=own)
    assert run("watch", "run", "-o", own / "no" / "such.txt", examples=own).exit_code == 2
    assert ": 0 new of" not in run("watch", "run", examples=own).stdout


def test_subcommands_have_examples(run: Run) -> None:
    """`--help` of each shows it at work."""
    for name in ("add", "list", "remove", "run"):
        assert "Example" in run("watch", name, "--help").stdout

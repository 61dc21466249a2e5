"""Addresses of documents: a file and where it came from, versions, what was withdrawn, and what is back."""

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from policysearch import open_corpus
from policysearch.corpus import Corpus
from policysearch.ingest import Ingest
from tests.conftest import Run

URL = "https://www.kuusjarvi.example/tiedote.txt"
TEXT = "Kuusjärven kaupunki\nTiedote 1.2.2022\n\nKaupunki hyväksyi {what}ohjelman.\n"
LATER = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)


def write(tmp_path: Path, name: str = "a.txt", what: str = "") -> Path:
    path = tmp_path / name
    path.write_text(TEXT.format(what=what), encoding="utf-8")
    return path


@contextmanager
def corpus_of(tmp_path: Path) -> Iterator[Corpus]:
    with open_corpus(tmp_path / "corpus", tmp_path / "index", create=True) as corpus:
        yield corpus


def run_of(corpus: Corpus) -> Ingest:
    return corpus._ingest()


def forget(tmp_path: Path) -> None:
    """Lose everything but the snapshots, and make it again."""
    for file in (tmp_path / "corpus").glob("corpus.db*"):
        file.unlink()
    with corpus_of(tmp_path) as corpus:
        list(corpus.reindex())


def test_file_and_address_are_sources_of_one_document(run: Run, tmp_path: Path) -> None:
    """The export keeps the file and adds the address; `cite` shows both; nothing of it is lost with corpus.db."""
    assert run("ingest", write(tmp_path), "--url", URL).exit_code == 0
    assert "1 unchanged" in run("ingest", tmp_path / "a.txt").stdout
    for _ in range(2):
        document = json.loads(run("export").stdout.splitlines()[0])
        assert document["source"]["uri"] == (tmp_path / "a.txt").as_uri()
        assert document["source"]["url"] == URL
        assert [(s["uri"], s["told"]) for s in document["sources"]] == [
            ((tmp_path / "a.txt").as_uri(), False),
            (URL, True),
        ]
        cited = run("cite", document["id"]).stdout
        assert "a.txt (retrieved" in cited
        assert f"{URL} (given as the address of the file" in cited
        assert f"url = {{{URL}}}" in run("cite", document["id"], "--format", "bibtex").stdout
        forget(tmp_path)


@pytest.mark.parametrize(
    ("url", "files", "said"),
    [(URL, ["a.txt", "b.txt"], "here are 2"), ("kuusjarvi.example", ["a.txt"], "https://")],
)
def test_url_of_several_files_or_of_no_web(run: Run, tmp_path: Path, url: str, files: list[str], said: str) -> None:
    """One address is that of one file, and begins as one."""
    result = run("ingest", *(write(tmp_path, name, name) for name in files), "--url", url)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.output


def met_at(corpus: Corpus, path: Path, uri: str, at: dt.datetime) -> str:
    """Bytes met at an address, as a pull hands them over: noted in the snapshots, then read from there."""
    from policysearch.snapshots import Sighting

    sha256 = corpus._snapshots.add(path.read_bytes())
    corpus._snapshots.add_sighting(sha256, Sighting(uri, at))
    return [event.outcome for event in corpus.reindex() if event.uri == uri][-1]


def test_same_bytes_met_there_confirm_the_address(tmp_path: Path) -> None:
    """What was told is then known: one document, two sources, none of them only told."""
    with corpus_of(tmp_path) as corpus:
        list(corpus.ingest([write(tmp_path)], url=URL))
        met_at(corpus, tmp_path / "a.txt", URL, LATER)
        (document,) = corpus.documents(all_versions=True)
        assert [(s.uri, s.is_told) for s in document.sources] == [
            ((tmp_path / "a.txt").as_uri(), False),
            (URL, False),
        ]
        assert document.sources[1].retrieved_at == LATER


def test_file_is_old_once_its_address_has_a_newer_version(tmp_path: Path) -> None:
    """A copy of what was published stands for what was published, not for what is."""
    with corpus_of(tmp_path) as corpus:
        list(corpus.ingest([write(tmp_path)], url=URL))
        met_at(corpus, write(tmp_path, "b.txt", "uuden "), URL, LATER)
        (document,) = corpus.documents()
        assert "uuden" in corpus.document(document.id).text
        assert len(corpus.documents(all_versions=True)) == 2


def test_told_address_never_beats_what_was_met_there(tmp_path: Path) -> None:
    """An old file that the user has from an address does not become its newest version."""
    with corpus_of(tmp_path) as corpus:
        met_at(corpus, write(tmp_path, "b.txt", "uuden "), URL, dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
        list(corpus.ingest([write(tmp_path)], url=URL))
    for _ in range(2):
        with corpus_of(tmp_path) as corpus:
            (document,) = corpus.documents()
            assert "uuden" in corpus.document(document.id).text
        forget(tmp_path)


def test_withdrawn_is_kept_and_shown_until_it_is_back(run: Run, tmp_path: Path) -> None:
    """404 and 410 mark a document wherever it is shown; the same bytes met again take the mark away."""
    with corpus_of(tmp_path) as corpus:
        list(corpus.ingest([write(tmp_path)], url=URL))
        assert run_of(corpus).withdraw(URL, LATER, 410).outcome == "withdrawn"
        assert run_of(corpus).withdraw(URL, LATER, 410).outcome == "unchanged"
        assert run_of(corpus).withdraw(f"{URL}.muu", LATER, 404).outcome == "skipped"
        (document,) = corpus.documents()
    day = LATER.date().isoformat()
    for _ in range(2):
        for command in (["show"], ["search", "ohjelma"], ["show", document.id], ["cite", document.id]):
            assert "withdrawn" in run(*command).stdout, command
            assert day in run(*command).stdout, command
        record = json.loads(run("export").stdout.splitlines()[0])
        assert record["withdrawn_at"] == LATER.isoformat()
        assert record["sources"][1]["status"] == 410
        history = json.loads(run("show", document.id, "--history", "--format", "json").stdout)
        assert [(event["uri"], event["event"]) for event in history] == [
            ((tmp_path / "a.txt").as_uri(), "met"),
            (URL, "told"),
            (URL, "withdrawn"),
        ]
        assert history[-1]["status"] == 410
        assert "withdrawn (410)" in run("show", document.id, "--history").stdout
        forget(tmp_path)
    with corpus_of(tmp_path) as corpus:
        assert met_at(corpus, tmp_path / "a.txt", URL, LATER + dt.timedelta(days=1)) == "returned"
        assert corpus.documents()[0].withdrawn_at is None
        assert [event.kind for event in corpus.history(document.id)][-2:] == ["withdrawn", "returned"]
    assert "withdrawn" not in run("show").stdout


def test_history_needs_a_document(run: Run, tmp_path: Path) -> None:
    """It says whose."""
    run("ingest", write(tmp_path))
    result = run("show", "--history")
    assert result.exit_code == 2
    assert "Give its id" in result.stderr

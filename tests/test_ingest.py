"""Originals in: once, in versions, whole, and never stopped by a bad neighbour."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from policysearch import open_corpus
from policysearch.errors import CorpusFormatError, CorpusNotFoundError
from policysearch.model.source import Metadata

TEXT = """Kuusjärven kaupunki
Kaupunginhallitus
{date}

§ 12

Turvakodin rahoitus

Päätös

Kaupunginhallitus päätti myöntää turvakodille 20 000 euroa {until} mennessä.
"""


def write(folder: Path, name: str, until: str = "31.12.2024") -> Path:
    """A small decision of an invented city."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(TEXT.format(date="5.2.2024", until=until), encoding="utf-8")
    return path


def outcomes(tmp_path: Path, *paths: Path, **options: Metadata) -> list[str]:
    """What became of each original of a run."""
    with open_corpus(tmp_path / "corpus", tmp_path / "index", create=True) as corpus:
        return [event.outcome for event in corpus.ingest(paths, **options)]


def test_ingest_twice_does_nothing(tmp_path: Path) -> None:
    """The same file again is unchanged, and the corpus keeps its revision."""
    folder = tmp_path / "in"
    write(folder, "a.txt")
    assert outcomes(tmp_path, folder) == ["added"]
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        before = corpus.status()
        assert [event.outcome for event in corpus.ingest([folder])] == ["unchanged"]
        assert corpus.status().revision == before.revision


def test_changed_file_is_a_new_version_and_the_old_one_stays(tmp_path: Path) -> None:
    """Questions meet the new version; the old one is still read by its id; going back is a version too."""
    path = write(tmp_path / "in", "a.txt")
    outcomes(tmp_path, path)
    write(tmp_path / "in", "a.txt", until="30.6.2025")
    assert outcomes(tmp_path, path) == ["new_version"]
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        (new,) = corpus.documents()
        old, other = sorted(corpus.documents(all_versions=True), key=lambda summary: summary.is_current)
        assert other.id == new.id
        assert "31.12.2024" in corpus.document(old.id).text
        assert "30.6.2025" in corpus.document(new.id).text
        assert {hit.document.id for hit in corpus.search("turvakoti").hits} == {new.id}
    write(tmp_path / "in", "a.txt")
    assert outcomes(tmp_path, path) == ["new_version"]
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        assert [summary.id for summary in corpus.documents()] == [old.id]


def test_ingest_of_everything_leaves_out_corpus_and_index(tmp_path: Path) -> None:
    """A folder that holds the corpus and the index too is read without them."""
    write(tmp_path / "in", "a.txt")
    assert outcomes(tmp_path, tmp_path) == ["added"]
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        corpus.update_index()
    assert outcomes(tmp_path, tmp_path) == ["unchanged"]


def test_same_bytes_at_two_places_are_one_document(tmp_path: Path) -> None:
    """A mirror adds a source, not a document."""
    first, second = write(tmp_path / "in", "a.txt"), write(tmp_path / "in", "b.txt")
    assert outcomes(tmp_path, first, second) == ["added", "added"]
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        status = corpus.status()
        assert (status.n_documents, status.n_sources, status.n_snapshots) == (1, 2, 1)


def test_overrides_win_and_stay(tmp_path: Path) -> None:
    """What the user says of a document beats what it says, and is not forgotten by the next run."""
    path = write(tmp_path / "in", "a.txt")
    outcomes(tmp_path, path)
    overrides = Metadata(type="statement", issuer="Lehtorannan kunta")
    assert outcomes(tmp_path, path, overrides=overrides) == ["updated"]
    assert outcomes(tmp_path, path) == ["unchanged"]
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        (summary,) = corpus.documents()
        assert (summary.metadata.type, summary.metadata.issuer) == ("statement", "Lehtorannan kunta")
        assert summary.metadata.section_number == "12"


def test_corpus_is_restored_from_its_snapshots(tmp_path: Path) -> None:
    """corpus.db and the index may go: the originals and the notes beside them are enough, and ids stay."""
    path = write(tmp_path / "in", "a.txt")
    outcomes(tmp_path, path, overrides=Metadata(type="plan"))
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        before = [(s.id, s.metadata, s.uri) for s in corpus.documents()], corpus.facts(corpus.documents()[0].id)
    for file in (tmp_path / "corpus").glob("corpus.db*"):
        file.unlink()
    path.unlink()
    with pytest.raises(CorpusNotFoundError, match="reindex"):
        open_corpus(tmp_path / "corpus", tmp_path / "index")
    with open_corpus(tmp_path / "corpus", tmp_path / "index", create=True) as corpus:
        assert [event.outcome for event in corpus.reindex()] == ["added"]
        after = [(s.id, s.metadata, s.uri) for s in corpus.documents()], corpus.facts(corpus.documents()[0].id)
        assert after == before
        assert corpus.search("turvakoti").total


def test_reindex_and_restoring_keep_the_order_of_versions(tmp_path: Path) -> None:
    """Going there and back is three versions; the last one is current after `reindex`, and after a restoration."""
    for until in ("31.12.2024", "30.6.2025", "31.12.2024", "1.3.2026", "31.12.2024"):
        outcomes(tmp_path, write(tmp_path / "in", "a.txt", until=until))
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        (current,) = corpus.documents()
        revision = corpus.status().revision
        assert {event.outcome for event in corpus.reindex()} == {"unchanged"}
        assert corpus.status().revision == revision
        assert corpus.documents() == (current,)
    for file in (tmp_path / "corpus").glob("corpus.db*"):
        file.unlink()
    with open_corpus(tmp_path / "corpus", tmp_path / "index", create=True) as corpus:
        list(corpus.reindex())
        assert [summary.id for summary in corpus.documents()] == [current.id]
        assert "31.12.2024" in corpus.document(current.id).text
        assert corpus.status().n_documents == 3


def test_killed_ingest_keeps_whole_documents_and_goes_on(tmp_path: Path) -> None:
    """A run that is killed leaves whole documents only; the next one takes in the rest."""
    folder = tmp_path / "in"
    for number in range(6):
        write(folder, f"{number}.txt", until=f"{number + 1}.12.2024")
    script = (
        "import os, signal, sys; from policysearch import open_corpus\n"
        "if __name__ == '__main__':\n"
        "    corpus = open_corpus(sys.argv[1], sys.argv[2], create=True)\n"
        "    for number, event in enumerate(corpus.ingest([sys.argv[3]])):\n"
        "        if number == 2: os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    file = tmp_path / "killed.py"
    file.write_text(script, encoding="utf-8")
    command = [sys.executable, str(file), str(tmp_path / "corpus"), str(tmp_path / "index"), str(folder)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=120)
    assert done.returncode == -signal.SIGKILL
    found = outcomes(tmp_path, folder)
    assert found[:3] == ["unchanged"] * 3
    assert set(found[3:]) <= {"added", "unchanged"}
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        assert len(corpus.documents()) == 6
        assert not [problem for event in corpus.verify() for problem in event.problems]


def test_limits_stop_one_document_and_not_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document over a lowered limit fails with the name of the limit; its neighbours are read."""
    folder = tmp_path / "in"
    write(folder, "a.txt")
    big = folder / "b.txt"
    big.write_text("Kunta päätti. " * 1_500_000, encoding="utf-8")
    write(folder, "c.txt", until="1.1.2025")
    (tmp_path / "policysearch.toml").write_text("[limits]\nseconds = 6\nfile_mb = 100\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with open_corpus(tmp_path / "corpus", tmp_path / "index", create=True) as corpus:
        events = list(corpus.ingest([folder]))
    assert [event.outcome for event in events] == ["added", "failed", "added"]
    assert "limits.seconds" in (events[1].reason or "")
    (tmp_path / "policysearch.toml").write_text("[limits]\nfile_mb = 1\n", encoding="utf-8")
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        events = list(corpus.ingest([folder]))
        assert [event.outcome for event in events] == ["unchanged", "failed", "unchanged"]
        assert "limits.file_mb" in (events[1].reason or "")
        (failure,) = corpus.status().failures
        assert failure.stage == "fetch"


def test_two_writers_at_once_into_a_new_corpus(tmp_path: Path) -> None:
    """Both make it, neither is in the way of the other, and everything is in."""
    for name in ("a", "b"):
        write(tmp_path / name, f"{name}.txt", until=f"1.1.20{25 if name == 'a' else 26}")
    places = [f"--corpus={tmp_path / 'corpus'}", f"--index={tmp_path / 'index'}"]
    runs = [
        subprocess.Popen([sys.executable, "-m", "policysearch", "ingest", str(tmp_path / name), *places])
        for name in ("a", "b")
    ]
    codes = [run.wait(timeout=120) for run in runs]
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        assert len(corpus.documents()) == 2
        assert corpus.search("turvakoti").total
    assert codes == [0, 0]


def test_folder_that_cannot_be_a_corpus_is_named(tmp_path: Path) -> None:
    """A file where the folder should be is an error with the path, not a crash."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(CorpusFormatError, match="file"):
        open_corpus(tmp_path / "file" / "corpus", tmp_path / "index", create=True)


def test_paths_never_enter_ids(tmp_path: Path) -> None:
    """The same bytes elsewhere are the same document with the same facts."""
    ids = []
    for name in ("one", "two"):
        place = tmp_path / name
        place.mkdir()
        outcomes(place, write(place / "in", f"{name}.txt"))
        with open_corpus(place / "corpus", place / "index") as corpus:
            (summary,) = corpus.documents()
            facts = corpus.facts(summary.id)
            ids.append((summary.id, [fact.id for fact in (*facts.times, *facts.mentions, *facts.commitments)]))
    assert ids[0] == ids[1]
    assert ids[0][1]

"""The life of an index on disk: written, searched, out of date, of somebody else, damaged, killed, deleted."""

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from policysearch.errors import (
    CorpusBusyError,
    IndexDamagedError,
    IndexMismatchError,
    IndexNotFoundError,
    IndexWriteError,
    PolicySearchError,
)
from policysearch.index import SearchIndex, manifest, open_index, seal
from policysearch.model.query import ENGINES, EngineName
from policysearch.settings import load_settings
from tests.index.both_engines import ENGINE_PARAMS
from tests.index.language import analysed, rows_of

TEXTS = {
    "a" * 16: ("Kaupunki auttaa uhreja.", "Ihmiskaupparikoksista kerrotaan poliisille."),
    "b" * 16: ("Lautakunta päätti tuesta.",),
}
A, B = TEXTS


def opened(folder: Path, *, corpus: str = "corpus1", stamp: str = "fi 1") -> SearchIndex:
    """The index of passages of one corpus, by the engine that the environment names."""
    return open_index(folder, name="passages", corpus_id=corpus, stamp=stamp, engine=load_settings().engine)


@pytest.fixture(autouse=True, params=ENGINE_PARAMS)
def engine_name(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> EngineName:
    """Every test runs with each engine, also in the processes that it starts."""
    name: EngineName = request.param
    monkeypatch.setenv("POLICYSEARCH_ENGINE", name)
    return name


def write(index: SearchIndex, texts: Mapping[str, Sequence[str]] = TEXTS, *, revision: str = "1") -> None:
    """Put documents into an index."""
    index.begin()
    for document, passages in texts.items():
        index.replace(document, f"key of {passages}", rows_of(document, passages))
    index.commit(revision)


def found(index: SearchIndex, query: str) -> set[str]:
    """Ids of all hits."""
    return set(index.search(analysed(query), limit=100).ids)


@pytest.fixture
def index(index_folder: Path) -> SearchIndex:
    """An index of two documents, at revision 1."""
    written = opened(index_folder)
    write(written)
    return written


def test_missing(index_folder: Path) -> None:
    """Without an index there is nothing to search, and the message has the command that makes one."""
    index = opened(index_folder)
    assert index.state("1").name == "missing"
    assert index.documents() == {}
    with pytest.raises(IndexNotFoundError, match="policysearch reindex"):
        index.search()
    assert not index_folder.exists()


def test_write_and_search(index: SearchIndex) -> None:
    """What was written is found by dictionary form and by compound part; all rows without a query."""
    assert index.state("1").name == "current"
    assert found(index, "uhri") == {f"{A}-0"}
    assert found(index, "ihmiskauppa") == found(index, "kauppa") == found(index, "rikos") == {f"{A}-1"}
    assert found(index, "sää") == set()
    assert index.search().total == 3
    assert set(index.documents()) == set(TEXTS)


def test_stale_is_searched_and_brought_up_to_date(index: SearchIndex) -> None:
    """An index of an earlier revision answers as of then, and is updated document by document."""
    assert index.state("2").name == "stale"
    index.begin()
    index.replace(A, "key 2", rows_of(A, ["Poliisi auttaa."]))
    index.remove(B)
    assert index.documents() == {A: "key 2"}
    assert found(index, "uhri") == {f"{A}-0"}
    index.commit("2")
    assert index.state("2").name == "current"
    assert found(index, "auttaa") == {f"{A}-0"}
    assert (found(index, "uhri"), found(index, "tuki")) == (set(), set())
    assert index.documents() == {A: "key 2"}


def test_last_write_of_a_document_counts(index: SearchIndex) -> None:
    """A document replaced twice before the commit stands once; removed after that, not at all."""
    index.begin()
    index.replace(A, "one", rows_of(A, ["Uhri."]))
    index.replace(A, "two", rows_of(A, ["Poliisi."]))
    index.replace(B, "three", rows_of(B, ["Uhri."]))
    index.remove(B)
    index.commit("2")
    assert found(index, "poliisi TAI uhri") == {f"{A}-0"}
    assert index.search().total == 1


def test_commit_without_changes(index: SearchIndex, index_folder: Path) -> None:
    """A revision that changes no row is only noted; an index of nothing is an index."""
    write(index, {}, revision="2")
    assert index.state("2").name == "current"
    assert found(index, "uhri") == {f"{A}-0"}
    empty = open_index(
        index_folder, name="commitments", corpus_id="corpus1", stamp="fi 1", engine=load_settings().engine
    )
    write(empty, {})
    assert empty.state("1").name == "current"
    assert empty.search().total == 0


@pytest.mark.parametrize(
    ("corpus", "stamp", "said"),
    [
        pytest.param("corpus2", "fi 1", "another corpus", id="corpus"),
        pytest.param("corpus1", "fi 2", "another analysis", id="analysis"),
    ],
)
def test_index_of_another_is_refused(
    index: SearchIndex, index_folder: Path, corpus: str, stamp: str, said: str
) -> None:
    """Neither searched nor written to, until it is made anew."""
    other = opened(index_folder, corpus=corpus, stamp=stamp)
    state = other.state("1")
    assert state.name == "mismatch"
    assert said in state.detail
    assert "policysearch reindex" in state.detail
    assert other.documents() == {}
    with pytest.raises(IndexMismatchError, match="policysearch reindex"):
        other.search()
    with pytest.raises(IndexMismatchError):
        other.begin()
    other.begin(anew=True)
    other.replace(A, "key", rows_of(A, ["Poliisi."]))
    assert found(index, "uhri") == {f"{A}-0"}
    other.commit("7")
    assert other.state("7").name == "current"
    assert other.search().total == 1
    with pytest.raises(IndexMismatchError):
        index.search()


def test_index_of_the_other_engine_is_refused(
    index: SearchIndex, index_folder: Path, engine_name: EngineName, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither searched nor written to; the message has both ways out, and made anew it is an index of this engine."""
    (another,) = set(ENGINES) - {engine_name}
    monkeypatch.setenv("POLICYSEARCH_ENGINE", another)
    other = opened(index_folder)
    state = other.state("1")
    assert state.name == "mismatch"
    for said in ("another engine", "policysearch reindex", f"--engine {engine_name}"):
        assert said in state.detail
    with pytest.raises(IndexMismatchError, match="another engine"):
        other.search()
    with pytest.raises(IndexMismatchError):
        other.begin()
    other.begin(anew=True)
    other.replace(A, "key", rows_of(A, ["Poliisi."]))
    other.commit("1")
    assert found(other, "poliisi") == {f"{A}-0"}
    with pytest.raises(IndexMismatchError, match=f"--engine {another}"):
        index.search()


def test_index_of_another_installation_is_not_opened(
    index: SearchIndex, index_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An index that came from elsewhere is refused before any of its files is read, however well its hashes agree."""
    index.close()
    monkeypatch.setenv(seal.VARIABLE, str(tmp_path / "other" / "key"))
    stranger = opened(index_folder)
    state = stranger.state("1")
    assert (state.name, "outside this installation" in state.detail) == ("mismatch", True)
    with pytest.raises(IndexMismatchError, match="not opened"):
        stranger.search()


def test_manifest_changed_by_hand_is_refused(index: SearchIndex) -> None:
    """The seal covers hashes, documents and revision."""
    path = index.folder / manifest.NAME
    raw = json.loads(path.read_text("utf-8"))
    raw["index"]["revision"] = "2"
    path.write_text(json.dumps(raw), "utf-8")
    assert index.state("2").name == "mismatch"


def files_of(index: SearchIndex) -> list[Path]:
    """All files of the engine; a lock that it leaves behind is none."""
    return sorted(path for path in index.folder.glob("build-*/*") if path.is_file() and path.suffix != ".lock")


def test_any_damaged_file_is_noticed(index: SearchIndex, index_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One other byte, or a missing file, and nothing of the index is unpickled any more."""
    index.close()
    monkeypatch.setattr("pickle.loads", lambda *_: pytest.fail("unpickled"))
    for path in files_of(index):
        content = path.read_bytes()
        path.write_bytes(bytes([content[0] ^ 1]) + content[1:])
        damaged = opened(index_folder)
        assert damaged.state("1").name == "damaged", path.name
        with pytest.raises(IndexDamagedError, match="policysearch reindex"):
            damaged.search()
        with pytest.raises(IndexDamagedError):
            damaged.begin()
        path.unlink()
        assert damaged.state("1").name == "damaged", path.name
        path.write_bytes(content)
        assert damaged.state("1").name == "current"


def test_damaged_manifest(index: SearchIndex) -> None:
    """A manifest that is cut short or is something else is damage, and the index is made anew."""
    path = index.folder / manifest.NAME
    for content in ("", "{", "[]", '{"index": 3}'):
        path.write_text(content, "utf-8")
        assert index.state("1").name == "damaged"
    index.begin(anew=True)
    index.commit("1")
    assert index.state("1").name == "current"


def test_unknown_files_are_never_read(index: SearchIndex, index_folder: Path) -> None:
    """A newer table of contents that no manifest names is not there; the next writer sweeps it away."""
    index.close()
    build = next(index.folder.glob("build-*"))
    planted = build / "_MAIN_99.toc"
    planted.write_bytes(b"not ours")
    again = opened(index_folder)
    assert again.state("1").name == "current"
    assert found(again, "uhri") == {f"{A}-0"}
    write(again, {B: ("Uhri.",)}, revision="2")
    assert not planted.exists()
    assert found(again, "uhri") == {f"{A}-0", f"{B}-0"}


def delete(folder: Path) -> None:
    """Delete a folder in which a thread of tantivy may still be tidying up."""
    while folder.exists():
        shutil.rmtree(folder, ignore_errors=True)


def test_deleted_folder(index: SearchIndex, index_folder: Path) -> None:
    """The folder may go at any time: searching says so, writing fails clearly, and a new one can be made."""
    delete(index_folder)
    assert index.state("1").name == "missing"
    with pytest.raises(IndexNotFoundError):
        index.search()
    write(index)
    assert found(index, "uhri") == {f"{A}-0"}
    index.begin()
    index.replace(A, "key", rows_of(A, ["Poliisi."]))
    delete(index_folder)
    with pytest.raises(PolicySearchError, match="policysearch reindex"):
        index.commit("2")
    write(index)
    assert index.state("1").name == "current"


def test_one_writer_at_a_time(index: SearchIndex, index_folder: Path) -> None:
    """A second writer is told who is in its way, and gets in when the first has ended, well or not."""
    second = opened(index_folder)
    index.begin()
    with pytest.raises(CorpusBusyError, match="Another process is writing"):
        second.begin()
    assert found(second, "uhri") == {f"{A}-0"}
    index.cancel()
    write(second, {A: ("Poliisi.",)}, revision="2")
    assert found(second, "uhri") == found(index, "uhri") == set()


def test_full_disk(index: SearchIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    """A commit that finds no room leaves the index of the commit before, and can be tried again."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    index.begin()
    index.remove(A)
    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        with pytest.raises(IndexWriteError, match=r"No space left.*Make room"):
            index.commit("2")
    assert found(index, "uhri") == {f"{A}-0"}
    write(index, {A: ()}, revision="2")
    assert found(index, "uhri") == set()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="rights do not bind this user")
def test_folder_without_rights(index_folder: Path) -> None:
    """A folder that may not be written to is named, with what to do."""
    index_folder.mkdir(mode=0o500)
    with pytest.raises(IndexWriteError, match="--index"):
        opened(index_folder).begin()


def test_folder_that_is_a_file(index_folder: Path) -> None:
    """So is a file in the place of the folder."""
    index_folder.write_text("")
    with pytest.raises(IndexWriteError, match="--index"):
        opened(index_folder).begin()


def test_cancelled_writing_leaves_the_old(index: SearchIndex) -> None:
    """What was not committed never was."""
    index.begin()
    index.remove(A)
    index.cancel()
    assert index.state("1").name == "current"
    assert found(index, "uhri") == {f"{A}-0"}


def test_reader_follows_commits_of_others(index: SearchIndex, index_folder: Path) -> None:
    """A reader that is open sees each commit of another process with its next search."""
    reader = opened(index_folder)
    assert found(reader, "uhri") == {f"{A}-0"}
    for number in range(5):
        write(index, {f"{number:016}": ("Uhri.",)}, revision=str(number))
        assert len(found(reader, "uhri")) == number + 2


WRITER = """
import os, signal, sys
from pathlib import Path
from policysearch.index import manifest, searching
from tests.index.language import rows_of
from tests.index.test_searching import A, opened

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

where = sys.argv[2]
index = opened(Path(sys.argv[1]))
index.begin(anew=where.startswith("anew"))
index.replace(A, "key 2", rows_of(A, ["Poliisi."]))
if where.endswith("write"):
    die()
if where.endswith("hash"):
    searching.hash_files = die
if where.endswith("manifest"):
    searching.write_manifest = die
if where.endswith("sweep"):
    searching.SearchIndex._sweep = die
index.commit("2")
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
@pytest.mark.parametrize("where", ["write", "hash", "manifest", "sweep", "anew write", "anew manifest", "anew sweep"])
def test_killed_while_writing(index: SearchIndex, index_folder: Path, where: str) -> None:
    """Killed before the manifest is in place, the old index stands whole; after it, the new one; both can go on."""
    index.close()
    command = [sys.executable, "-c", WRITER, str(index_folder), where]
    root = Path(__file__).resolve().parents[2]
    ended = subprocess.run(command, cwd=root, check=False, capture_output=True, text=True)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    after = opened(index_folder)
    is_new = where.endswith("sweep")
    assert after.state("1").name == ("stale" if is_new else "current")
    assert found(after, "uhri") == (set() if is_new else {f"{A}-0"})
    assert found(after, "poliisi") == {f"{A}-0" if is_new else f"{A}-1"}
    write(after, {B: ("Uhri.",)}, revision="3")
    assert f"{B}-0" in found(after, "uhri")
    named = json.loads((after.folder / manifest.NAME).read_text("utf-8"))["index"]
    assert {path.name for path in files_of(after)} == set(named["files"])
    assert [path.name for path in after.folder.glob("build-*")] == [named["build"]]


def test_key_is_made_once_and_only_for_its_owner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The key is random, kept for the next time, and readable by its owner alone."""
    path = tmp_path / "state" / "key"
    monkeypatch.setenv(seal.VARIABLE, str(path))
    mark = seal.seal(b"content")
    assert len(path.read_bytes()) == 64
    if os.name != "nt":
        assert path.stat().st_mode & 0o077 == 0
    seal._key.cache_clear()
    assert seal.is_sealed(b"content", mark)
    assert not seal.is_sealed(b"other", mark)
    assert [entry.name for entry in path.parent.iterdir()] == ["key"]


def test_key_that_cannot_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no key can be kept, indexes are good for this process and are made anew by the next."""
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(seal.VARIABLE, str(tmp_path / "file" / "key"))
    mark = seal.seal(b"content")
    assert seal.is_sealed(b"content", mark)
    seal._key.cache_clear()
    assert not seal.is_sealed(b"content", mark)

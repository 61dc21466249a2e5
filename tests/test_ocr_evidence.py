"""Words that OCR read are kept beside their original, and are never silently made again."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from policysearch import open_corpus
from policysearch.errors import CorpusFormatError
from policysearch.extract.ocr import ocr_engine
from policysearch.model.document import Document
from policysearch.model.facts import Facts
from policysearch.model.text import OcrPage, OcrWord
from policysearch.snapshots import Snapshots, read_ocr
from tests.extract.pdf_fixtures import pdf, put_scan, scan

LINES = [
    "Kuusjärven kaupunki",
    "",
    "Hyvinvointilautakunta päätti, että ihmiskaupan uhrien",
    "palveluohjaus järjestetään viimeistään 30.6.2023.",
]
OTHER_ENGINE = r"""#!/bin/sh
# Another version, which reads one other word on every page.
case "$1" in
  --version) echo "tesseract 99.1.0" ;;
  --list-langs) printf 'List of available languages (1):\nfin\n' ;;
  *) printf 'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n' > "$2.tsv"
     printf '5\t1\t1\t1\t1\t1\t300\t300\t200\t40\t96\t%s\n' "Toisin" >> "$2.tsv" ;;
esac
"""
PAGE = OcrPage(2, "tesseract 5.3.0 fin", 90, (OcrWord("määräaika", 72.5, 90.0, 130.25, 102.0, 11.9),))


@pytest.fixture
def scanned(tmp_path: Path) -> Path:
    """A folder with `in/scan.pdf`, already in the corpus beside it by the Tesseract of this machine."""
    if ocr_engine() is None:
        if os.environ.get("CI"):
            pytest.fail("tesseract with its Finnish model is not installed")
        pytest.skip("tesseract with its Finnish model is not installed")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "scan.pdf").write_bytes(pdf(lambda canvas: put_scan(canvas, scan(LINES))))
    command(tmp_path, "ingest", "in", path=os.environ["PATH"])
    return tmp_path


@pytest.fixture
def other_engine(tmp_path: Path) -> str:
    """A search path on which there is only another version of Tesseract."""
    program = tmp_path / "bin" / "tesseract"
    program.parent.mkdir()
    program.write_text(OTHER_ENGINE, encoding="utf-8")
    program.chmod(0o755)
    return str(program.parent)


def command(folder: Path, *arguments: str, path: str) -> str:
    """Run a command in a process of its own, since its children inherit the search path of programs; its output."""
    done = subprocess.run(
        [sys.executable, "-m", "policysearch", *arguments],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


def stored(folder: Path) -> tuple[Document, Facts]:
    """The one document of the corpus, and its facts."""
    with open_corpus(folder / "corpus", folder / "index") as corpus:
        (summary,) = corpus.documents()
        return corpus.document(summary.id), corpus.facts(summary.id)


def forget(folder: Path) -> None:
    """Take away all that is derived."""
    for file in (folder / "corpus").glob("corpus.db*"):
        file.unlink()


@pytest.mark.parametrize("engine", ["none", "other"])
def test_restored_corpus_has_the_words_of_the_first_reading(scanned: Path, engine: str, other_engine: str) -> None:
    """Text, ids, facts and the engine's name stay when corpus.db is made again, by no engine or by another one."""
    before = stored(scanned)
    document, facts = before
    assert "viimeistään 30.6.2023" in document.text
    assert facts.times
    assert facts.times[0].ocr
    forget(scanned)
    command(scanned, "reindex", path=other_engine if engine == "other" else str(scanned))
    assert stored(scanned) == before
    assert document.reader == ocr_engine()


def test_other_engine_reads_other_words_where_none_are_kept(scanned: Path, other_engine: str) -> None:
    """The test above would notice: without the kept words the other engine's stand in the text."""
    forget(scanned)
    (kept,) = (scanned / "corpus" / "snapshots").glob("*/*.ocr.json")
    kept.unlink()
    command(scanned, "reindex", path=other_engine)
    document, _ = stored(scanned)
    assert (document.text, document.reader) == ("Toisin", "tesseract 99.1.0 fin")


def test_first_reading_counts_where_the_same_bytes_come_twice(tmp_path: Path, other_engine: str) -> None:
    """Two copies of a scan, read side by side by an engine that never reads the same: the text is the kept words."""
    program = Path(other_engine, "tesseract")
    program.write_text(OTHER_ENGINE.replace('"Toisin"', '"Toisin$$"'), encoding="utf-8")
    (tmp_path / "in").mkdir()
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / "in" / name).write_bytes(pdf(lambda canvas: put_scan(canvas, scan(LINES))))
    command(tmp_path, "ingest", "in", path=other_engine)
    (kept,) = (tmp_path / "corpus" / "snapshots").glob("*/*.ocr.json")
    document, _ = stored(tmp_path)
    assert [document.text] == [word.text for word in read_ocr(kept)[1].words]


def test_commands_name_the_engine_that_read_the_words(scanned: Path, other_engine: str) -> None:
    """`show` and `status` name the engine of the words, not today's; `verify` counts them as words from OCR."""
    forget(scanned)
    command(scanned, "reindex", path=other_engine)
    document, _ = stored(scanned)
    assert f"read by: {ocr_engine()}" in command(scanned, "show", document.id, path=other_engine)
    status = command(scanned, "status", path=other_engine)
    assert f"with pages read by OCR: 1, by {ocr_engine()}" in status
    assert "tesseract 99.1.0 fin" in status
    with open_corpus(scanned / "corpus", scanned / "index") as corpus:
        (event,) = corpus.verify()
    assert event.n_ocr
    assert (event.n_quotes, event.problems) == (0, ())


def test_damaged_words_are_a_failure_and_not_made_again(scanned: Path) -> None:
    """A file of words that cannot be understood fails its document by name, and is left as it is."""
    forget(scanned)
    (kept,) = (scanned / "corpus" / "snapshots").glob("*/*.ocr.json")
    kept.write_text("[{", encoding="utf-8")
    with open_corpus(scanned / "corpus", scanned / "index", create=True) as corpus:
        (event,) = corpus.reindex()
    assert (event.outcome, event.stage) == ("failed", "extract")
    assert kept.name in (event.reason or "")
    assert "a bug" not in (event.reason or "")
    assert kept.read_text(encoding="utf-8") == "[{"


def test_kept_pages_are_never_changed(tmp_path: Path) -> None:
    """A page is kept once, to the last digit; a page that is new joins it in the order of pages."""
    snapshots = Snapshots(tmp_path)
    sha256 = snapshots.add(b"x")
    snapshots.add_ocr(sha256, [])
    assert not snapshots.ocr_path(sha256).exists()
    first = OcrPage(1, "tesseract 99.1.0 fin", 0, ())
    snapshots.add_ocr(sha256, [PAGE])
    snapshots.add_ocr(sha256, [OcrPage(2, "tesseract 99.1.0 fin", 0, ()), first])
    assert list(read_ocr(snapshots.ocr_path(sha256)).items()) == [(1, first), (2, PAGE)]


def test_kept_words_are_no_sighting_and_go_with_their_original(tmp_path: Path) -> None:
    """The file of words is not taken for an original, and an original that is dropped takes it along."""
    snapshots = Snapshots(tmp_path)
    sha256 = snapshots.add(b"x")
    snapshots.add_ocr(sha256, [PAGE])
    assert list(snapshots.all()) == []
    assert snapshots.sightings(sha256) == ()
    snapshots.drop(sha256)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_damaged_words_are_an_error_that_names_the_file(tmp_path: Path) -> None:
    """A file that cannot be understood is named, never passed over."""
    snapshots = Snapshots(tmp_path)
    path = snapshots.ocr_path(snapshots.add(b"x"))
    path.write_text('[{"number":1}]', encoding="utf-8")
    with pytest.raises(CorpusFormatError, match=path.name):
        read_ocr(path)

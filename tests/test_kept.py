"""What was kept once stays: no second reading, missing tool or damaged file takes a document away without a word."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from policysearch import open_corpus
from policysearch.corpus import Corpus
from tests.pull.conftest import publisher, site
from tests.pull.made import Publisher
from tests.pull.test_pull import pull, titles
from tests.sources.site import Page, Site
from tests.test_ingest import outcomes, write

__all__ = ["publisher", "site"]

PLAIN = "Kuusjärven kaupunki\n\nKaupunginhallitus päätti auttaa ihmiskaupan uhreja 31.12.2024 mennessä.\n"


@contextmanager
def restored(folder: Path) -> Iterator[Corpus]:
    """The corpus without its database."""
    for file in (folder / "corpus").glob("corpus.db*"):
        file.unlink()
    with open_corpus(folder / "corpus", folder / "index", create=True) as corpus:
        yield corpus


def originals(folder: Path) -> list[Path]:
    """The stored originals, oldest first."""
    found = [path for path in (folder / "corpus/snapshots").glob("??/*") if not path.suffix]
    return sorted(found, key=lambda path: path.with_suffix(".json").read_text().split("retrieved_at")[1])


def notes_of(folder: Path) -> list[Path]:
    return [path.with_suffix(".json") for path in originals(folder)]


def test_text_without_an_ending_is_read_again_as_the_server_called_it(
    publisher: Publisher, site: Site, tmp_path: Path
) -> None:
    """Its address tells nothing; what it was read as stands beside it."""
    publisher.put("a")
    publisher.entries[0]["uri"] = "/plain?id=1"
    site.pages["/plain?id=1"] = Page(PLAIN, media_type="text/plain")
    publisher.show()
    assert pull(tmp_path)[0] == {"a": "added"}
    before = titles(tmp_path)
    with restored(tmp_path) as corpus:
        assert [event.outcome for event in corpus.reindex()] == ["added"]
    assert titles(tmp_path) == before
    assert pull(tmp_path)[0] == {"a": "unchanged"}


def test_a_document_is_read_as_it_was_read_once(tmp_path: Path) -> None:
    """Also where its name says nothing, or would by the rules of today."""
    outcomes(tmp_path, write(tmp_path / "in", "liite.txt"))
    (side,) = notes_of(tmp_path)
    note = json.loads(side.read_text())
    note[0]["uri"] = note[0]["uri"].removesuffix(".txt")
    side.write_text(json.dumps(note))
    with restored(tmp_path) as corpus:
        assert [event.outcome for event in corpus.reindex()] == ["added"]


def test_a_kept_document_that_is_no_document_any_more_is_a_failure(tmp_path: Path) -> None:
    """Nothing says as what it was read, and its name says nothing: it is listed, and its original stays."""
    outcomes(tmp_path, write(tmp_path / "in", "liite.txt"))
    (side,) = notes_of(tmp_path)
    note = json.loads(side.read_text())
    note[0] |= {"uri": note[0]["uri"].removesuffix(".txt"), "read_as": None}
    side.write_text(json.dumps(note))
    with restored(tmp_path) as corpus:
        (event,) = corpus.reindex()
        assert event.outcome == "failed"
        assert "no ending of a document" in (event.reason or "")
        assert [failure.uri for failure in corpus.status().failures] == [event.uri]
    assert originals(tmp_path)
    assert notes_of(tmp_path)[0].exists()


def test_a_file_that_failed_is_not_dropped_for_another_name_of_the_same_bytes(tmp_path: Path) -> None:
    """Text called a PDF fails and is kept; the same text without an ending is skipped, and takes nothing away."""
    failing = write(tmp_path / "in", "liite.pdf")
    assert outcomes(tmp_path, failing) == ["failed"]
    assert outcomes(tmp_path, failing.rename(failing.with_suffix(".muu"))) == ["skipped"]
    (original,) = originals(tmp_path)
    assert original.with_suffix(".json").exists()


@pytest.mark.parametrize("harm", ["gone", "changed"])
def test_original_that_is_gone_or_damaged_fails_alone(tmp_path: Path, harm: str) -> None:
    """The others are read; it is listed until it is back, and is then the older version that it was."""
    for until in ("31.12.2024", "30.6.2025"):
        outcomes(tmp_path, write(tmp_path / "in", "a.txt", until=until))
    old, new = originals(tmp_path)
    data = old.read_bytes()
    old.write_bytes(b"x" * len(data))
    if harm == "gone":
        old.unlink()
    with restored(tmp_path) as corpus:
        assert [event.outcome for event in corpus.reindex()] == ["failed", "added"]
        (failure,) = corpus.status().failures
        assert "restore" in failure.reason
        (document,) = corpus.documents()
        assert document.sha256 == new.name
    old.write_bytes(data)
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        assert {event.outcome for event in corpus.reindex()} == {"added", "unchanged"}
        assert [(s.sha256, s.is_current) for s in corpus.documents()] == [(new.name, True)]
        assert {s.sha256 for s in corpus.documents(all_versions=True)} == {old.name, new.name}
        assert not corpus.status().failures
        before = [(e.kind, e.sha256) for e in corpus.history(document.id)]
    with restored(tmp_path) as corpus:
        list(corpus.reindex())
        assert [(e.kind, e.sha256) for e in corpus.history(document.id)] == before


def test_original_without_its_note_is_told(tmp_path: Path) -> None:
    """Where it came from is lost; that it is here is not."""
    outcomes(tmp_path, write(tmp_path / "in", "a.txt"))
    (side,) = notes_of(tmp_path)
    (original,) = originals(tmp_path)
    side.unlink()
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        (event,) = corpus.reindex()
        assert (event.outcome, event.uri) == ("failed", original.as_uri())
        assert "note" in (event.reason or "")
        assert len(corpus.documents()) == 1


def test_what_cannot_be_read_again_stays_as_it_was_read(tmp_path: Path) -> None:
    """Past its limits at the second reading: the first one stays, and the failure is listed."""
    path = write(tmp_path / "in", "a.txt")
    outcomes(tmp_path, path)
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        corpus._store._db.execute("UPDATE snapshot SET read_stamp = 'by other rules'")
    (original,) = originals(tmp_path)
    data = original.read_bytes()
    original.write_bytes(data[:-1])
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        assert [event.outcome for event in corpus.reindex()] == ["failed"]
        assert len(corpus.documents()) == 1
        assert corpus.search("turvakoti").total
        assert len(corpus.status().failures) == 1
        (group,) = corpus.coverage(kinds=["originals"]).groups
        assert (group.expected, [gap.state for gap in group.gaps]) == (1, ["failed"])
    assert outcomes(tmp_path, path) == ["updated"]  # the file is here still, and heals the copy of it
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        assert not corpus.status().failures
    assert original.read_bytes() == data

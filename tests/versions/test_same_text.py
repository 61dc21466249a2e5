"""A counter, a time or a nonce in a page is no new version of what it says."""

import hashlib
import json
from pathlib import Path

import pytest

from policysearch import open_corpus
from policysearch.model.source import Metadata
from tests.conftest import Run
from tests.test_ingest import outcomes
from tests.test_kept import restored

PAGE = """<!doctype html><html lang="fi"><head><title>Turvakodin rahoitus</title></head><body><!-- {nonce} -->
<nav>Kävijöitä {nonce}</nav><main><h1>Turvakodin rahoitus</h1><p>Kuusjärven kaupunki 5.2.2024.</p>
<p>Kaupunginhallitus päätti, että ihmiskaupan uhrien palveluja kehitetään {until} mennessä.</p></main></body></html>"""


def put(folder: Path, nonce: int, until: str = "31.12.2024") -> Path:
    path = folder / "a.html"
    path.write_text(PAGE.format(nonce=nonce, until=until), encoding="utf-8")
    return path


def events_of(folder: Path) -> list[tuple[str, int, int]]:
    """Kind, number of the bytes and of the document of each thing that happened at the address."""
    with open_corpus(folder / "corpus", folder / "index") as corpus:
        events = corpus.history(corpus.documents()[0].id)
    hashes = list(dict.fromkeys(event.sha256 for event in events))
    ids = list(dict.fromkeys(event.documents for event in events))
    return [(e.kind, hashes.index(e.sha256), ids.index(e.documents)) for e in events]


def test_other_bytes_with_the_same_text_are_no_new_version(run: Run, tmp_path: Path) -> None:
    """The document keeps its id; the address shows each of the bytes; nothing changed, now and after `reindex`."""
    assert outcomes(tmp_path, put(tmp_path, 1)) == ["added"]
    for nonce in (2, 3, 1):
        told = run("ingest", put(tmp_path, nonce), "--verbose")
        assert "unchanged" in told.stdout
        assert "1 documents (other bytes, the same text)" in told.stderr
    expected = [("met", 0, 0), ("same_text", 1, 0), ("same_text", 2, 0), ("same_text", 0, 0)]
    assert events_of(tmp_path) == expected
    assert outcomes(tmp_path, tmp_path / "a.html") == ["unchanged"]
    for _ in range(2):
        (document,) = json.loads(run("show", "--all-versions", "--format", "json").stdout)
        assert document["current"] is True
        assert len(document["sources"]) == 1
        assert json.loads(run("changes", "--format", "json").stdout) == []
        stdout = run("show", document["id"], "--history").stdout
        assert stdout.count("other bytes, the same text") == 3
        assert stdout.count("SHA-256") == 4
        assert " 0 problems" in run("verify").stdout
        with restored(tmp_path) as corpus:
            list(corpus.reindex())
        assert events_of(tmp_path) == expected


@pytest.mark.parametrize(("harm", "said"), [("gone", "cannot be read"), ("changed", "another SHA-256")])
def test_other_bytes_are_proved_too(run: Run, tmp_path: Path, harm: str, said: str) -> None:
    """The history shows their hash, so that it must hold."""
    for nonce in (1, 2):
        outcomes(tmp_path, put(tmp_path, nonce))
    other = tmp_path / "corpus/snapshots" / (sha256 := hashlib.sha256(put(tmp_path, 2).read_bytes()).hexdigest())[:2]
    if harm == "gone":
        (other / sha256).unlink()
    else:
        (other / sha256).write_bytes(b"x")
    result = run("verify")
    assert result.exit_code == 1
    assert f"{sha256}" in result.stdout.replace("\n", "")
    assert said in " ".join(result.stdout.split())


def test_a_true_change_after_it_is_shown_against_the_text_before(run: Run, tmp_path: Path) -> None:
    """What changed is one thing, however many bytes were met between; going back is a change too."""
    for nonce, until in ((1, "31.12.2024"), (2, "31.12.2024"), (3, "30.6.2025"), (4, "30.6.2025"), (5, "31.12.2024")):
        outcomes(tmp_path, put(tmp_path, nonce, until))
    assert [kind for kind, _, _ in events_of(tmp_path)] == ["met", "same_text", "met", "same_text", "met"]
    changes = json.loads(run("changes", "--format", "json").stdout)
    assert [fact["change"] for change in changes for fact in change["facts"]] == ["deadline_moved"] * 2
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        (document,) = corpus.documents()
        assert "31.12.2024" in corpus.document(document.id).text
        assert len(corpus.documents(all_versions=True)) == 3


def test_what_the_user_said_of_it_stays(run: Run, tmp_path: Path) -> None:
    """A date given by hand holds for other bytes with the same text too; one that is given anew is a new version."""
    outcomes(tmp_path, put(tmp_path, 1), overrides=Metadata(issuer="Lehtorannan kunta"))
    assert outcomes(tmp_path, put(tmp_path, 2)) == ["unchanged"]
    for _ in range(2):
        (document,) = json.loads(run("show", "--format", "json").stdout)
        assert document["issuer"] == "Lehtorannan kunta"
        with restored(tmp_path) as corpus:
            list(corpus.reindex())
    assert outcomes(tmp_path, put(tmp_path, 3), overrides=Metadata(issuer="Kuusjärven kunta")) == ["new_version"]
    (change,) = json.loads(run("changes", "--format", "json").stdout)
    assert [field["name"] for field in change["metadata"]] == ["issuer"]


def test_file_from_an_address_stays_current_with_it(tmp_path: Path) -> None:
    """A file that came from an address, and the address with another counter: one document, two sources."""
    from datetime import UTC, datetime

    from policysearch.model.source import Snapshot
    from policysearch.snapshots import Sighting

    url = "https://www.kuusjarvi.example/a.html"
    with open_corpus(tmp_path / "corpus", tmp_path / "index", create=True) as corpus:
        list(corpus.ingest([put(tmp_path, 1)], url=url))
        (before,) = corpus.documents()
        data = put(tmp_path, 2).read_bytes()
        sha256 = corpus._snapshots.add(data)
        met = Snapshot(url, sha256, len(data), datetime.now(UTC))
        corpus._snapshots.add_sighting(sha256, Sighting(url, met.retrieved_at))
        list(corpus.reindex())
        (after,) = corpus.documents(all_versions=True)
        assert after.id == before.id
        assert [(s.uri.split(":")[0], s.is_newest, s.is_told) for s in after.sources] == [
            ("file", True, False), ("https", True, False),
        ]  # fmt: skip


@pytest.mark.parametrize("mark", ["Luonnos", ""])
def test_pages_nobody_has_read_are_never_the_same(tmp_path: Path, mark: str) -> None:
    """Two pictures without words may say anything."""
    from policysearch.model.document import Document
    from policysearch.model.text import Page
    from policysearch.versions.reading import say_the_same

    def read(**values: object) -> Document:
        of = {"text": "Päätös", "pages": (), "furniture": ()} | values
        return Document("a", "b", "", "application/pdf", Metadata(), **of, blocks=(), sections=(), passages=())  # type: ignore[arg-type]

    unread = (Page(1, "unread", 595.0, 842.0),)
    assert say_the_same([read()], [read()])
    assert not say_the_same([read(pages=unread)], [read(pages=unread)])
    assert not say_the_same([read(text="")], [read(text="")])
    is_approved = say_the_same([read(furniture=((1, mark),))], [read()])
    assert is_approved is not bool(mark)

"""Forgetting reaches the other bytes that say the same as what is forgotten."""

from pathlib import Path

import pytest

from policysearch import open_corpus
from tests.conftest import Run
from tests.privacy.everywhere import found_in
from tests.test_ingest import outcomes

NAME = "Ilmatar Pöyhtäläinen"
PAGE = """<!doctype html><html lang="fi"><head><title>Yhteyshenkilön nimeäminen</title></head><body>
<!-- {nonce} --><main>
<h1>Yhteyshenkilön nimeäminen</h1><p>Kuusjärven kaupunki 5.2.2024.</p>
<p>Kaupunginhallitus nimesi yhteyshenkilöksi {name}. Ihmiskaupan uhrien palvelut kartoitetaan 31.12.2024 mennessä.</p>
</main></body></html>"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A page in three bytes, one of them met at a second address too."""
    folder = tmp_path / "in"
    folder.mkdir()
    for nonce in (1, 2, 3):
        (folder / "a.html").write_text(PAGE.format(nonce=nonce, name=NAME), encoding="utf-8")
        outcomes(tmp_path, folder)
    (folder / "b.html").write_text(PAGE.format(nonce=2, name=NAME), encoding="utf-8")
    assert sorted(outcomes(tmp_path, folder)) == ["added", "unchanged"]
    return tmp_path / "corpus"


@pytest.mark.parametrize("what", ["document", "name"])
def test_no_bytes_are_left(run: Run, corpus: Path, tmp_path: Path, what: str) -> None:
    """Neither of the page that was read nor of those that say the same; and none of it comes back."""
    with open_corpus(corpus, tmp_path / "index") as opened:
        (document,) = opened.documents(all_versions=True)
        assert len(document.sources) == 2
    given = document.id if what == "document" else NAME
    result = run("forget", given, "--reason", "pyysi poistoa", "--by", "Maija", "--yes")
    assert result.exit_code == 0, result.output
    assert not found_in([corpus, tmp_path / "index"], ["Pöyhtäläi"])
    assert set(outcomes(tmp_path, tmp_path / "in")) == {"left_out"}
    assert run("reindex").exit_code == 0
    assert not found_in([corpus, tmp_path / "index"], ["Pöyhtäläi"])
    with open_corpus(corpus, tmp_path / "index") as opened:
        assert [d.id for d in opened.documents()] == ([] if what == "document" else [document.id])


def test_a_damaged_neighbour_does_not_stop_forgetting(run: Run, corpus: Path, tmp_path: Path) -> None:
    """What cannot be read, and has nothing to do with it, stays as it is."""
    broken = tmp_path / "rikki.pdf"
    broken.write_bytes(b"%PDF-1.4 nothing")
    assert outcomes(tmp_path, broken) == ["failed"]
    assert run("forget", NAME, "--reason", "pyysi poistoa", "--by", "Maija", "--yes").exit_code == 0

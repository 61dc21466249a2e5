"""`policysearch cite` of documents, passages and commitments."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run


@pytest.fixture
def ids(run: Run, examples: Path) -> dict[str, str]:
    """One id of each kind."""
    hit = json.loads(run("search", "uhri", "--format", "json", examples=examples).stdout)["hits"][0]
    row = json.loads(run("commitments", "arviointi", "--format", "json", examples=examples).stdout)[0]
    return {"document": hit["document"]["id"], "passage": hit["passage"], "commitment": row["id"]}


@pytest.mark.parametrize("kind", ["document", "passage", "commitment"])
def test_each_kind_in_each_format(run: Run, examples: Path, ids: dict[str, str], kind: str) -> None:
    """An id, or its beginning, of whatever kind; the words of passages and commitments are verbatim."""
    id_ = ids[kind]
    text = run("cite", id_[:10], examples=examples)
    assert text.exit_code == 0, text.output
    assert f"{kind} {id_}" in text.stdout
    (item,) = json.loads(run("cite", id_, "--format", "csl-json", examples=examples).stdout)
    assert item["custom"][kind] == id_
    assert item["custom"]["sha256"] in text.stdout
    assert item["URL"] in text.stdout
    assert f"@misc{{policysearch-{id_}," in run("cite", id_, "--format", "bibtex", examples=examples).stdout
    if kind != "document":
        body = run("show", item["custom"]["document"], "--text", examples=examples).stdout
        assert body[slice(*item["custom"]["span"])] == item["custom"]["quote"]


def test_all_sources_are_shown(run: Run, tmp_path: Path) -> None:
    """A copy at another address is the same document, found at both."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Kaupunki\nTiedote 1.2.2022\n\nKaupunki hyväksyi ohjelman.\n", encoding="utf-8")
        assert run("ingest", tmp_path / name).exit_code == 0
    (document,) = json.loads(run("show", "--format", "json").stdout)
    stdout = run("cite", document["id"]).stdout
    assert "a.txt (retrieved" in stdout
    assert "b.txt (retrieved" in stdout
    (tmp_path / "a.txt").write_text("Kaupunki\nTiedote 2.2.2022\n\nKaupunki hylkäsi ohjelman.\n", encoding="utf-8")
    assert run("ingest", tmp_path / "a.txt").exit_code == 0
    assert "a.txt (retrieved" in run("cite", document["id"]).stdout.split("newer version")[0]
    assert "there is a newer version at this address" in run("cite", document["id"]).stdout


def test_several_into_a_file(run: Run, examples: Path, ids: dict[str, str], tmp_path: Path) -> None:
    """One file of several entries."""
    path = tmp_path / "sources.bib"
    assert run("cite", *ids.values(), "--format", "bibtex", "-o", path, examples=examples).exit_code == 0
    assert path.read_text(encoding="utf-8").count("@misc{") == 3


def test_unknown_ids_are_explained(run: Run, examples: Path) -> None:
    """No such id, several such ids, and something that is no id."""
    for ref, said in (("zz", "no document, passage or commitment"), ("*", "no document"), ("a", "several ids")):
        result = run("cite", ref, examples=examples)
        assert result.exit_code == 1
        assert said in result.stderr

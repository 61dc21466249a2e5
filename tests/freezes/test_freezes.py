"""A corpus is asked as it was: a new version, a new document and a review change nothing of it."""

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from policysearch import open_corpus, stamps
from policysearch.errors import UsageError
from policysearch.freezes import Freezes
from policysearch.model.freezing import Freeze
from policysearch.settings import load_settings
from tests.conftest import Run

FIRST = """Tiedote 7.2.2022

Ohjausryhmä jatkaa työtään

Ohjausryhmä päätti laatia ohjeen ihmiskaupan uhrien auttamisesta 31.5.2022 mennessä. Kunta järjestää koulutuksen
uhrien tunnistamisesta 1.9.2022 mennessä. Uhrien auttaminen jatkuu.
"""
CHANGED = FIRST.replace("31.5.2022", "30.11.2022").replace("Kunta järjestää", "Kunnat järjestävät")
SECOND = """Tiedote 9.3.2022

Kunta auttaa ihmiskaupan uhreja

Kunta laatii suunnitelman uhrien majoituksesta 30.6.2022 mennessä.
"""
THIRD = """Tiedote 1.4.2022

Uhrien auttaminen laajenee

Kunta laatii uhrien palveluja koskevan selvityksen 15.8.2022 mennessä.
Ohjausryhmä on laatinut ohjeen uhrien auttamisesta.
"""
QUESTIONS: tuple[tuple[str, ...], ...] = (
    ("search", "uhrien auttaminen", "--format", "json"),
    ("commitments", "--format", "json", "--provenance"),
    ("commitments", "--open", "--due-before", "2024", "--format", "csv", "--provenance"),
    ("deadlines", "--format", "json"),
    ("actors", "--format", "json"),
    ("concordance", "uhri", "--format", "csv"),
    ("frequencies", "--format", "csv"),
    ("keyness", "ohje", "--format", "csv"),
    ("collocates", "uhri", "--format", "csv", "--min", "1"),
    ("sample", "--commitments", "--n", "2", "--seed", "3"),
    ("export",),
    ("export", "--format", "conllu"),
    ("export", "--format", "vrt", "--all-versions"),
    ("export", "--hide-contacts", "--as", "reviewed"),
    ("show", "--format", "json", "--all-versions"),
    ("changes", "--format", "json"),
    ("status", "--format", "json"),
)
"""What is asked, in forms that hold everything."""


@pytest.fixture
def frozen(run: Run, tmp_path: Path) -> Path:
    """A corpus of two documents, frozen as *alku*."""
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "b.txt").write_text(SECOND, encoding="utf-8")
    assert run("ingest", tmp_path / "a.txt", tmp_path / "b.txt").exit_code == 0
    made = run("freeze", "alku")
    assert made.exit_code == 0, made.output
    assert "2 documents, 2 of them current; ask them with --at alku" in made.stderr
    return tmp_path


def change(run: Run, folder: Path) -> None:
    """A new version of one document, a new one, and a review."""
    (folder / "a.txt").write_text(CHANGED, encoding="utf-8")
    (folder / "c.txt").write_text(THIRD, encoding="utf-8")
    assert run("ingest", folder / "a.txt", folder / "c.txt").exit_code == 0
    with open_corpus(folder / "corpus", folder / "index") as corpus:
        second = next(row for row in corpus.commitments().rows if "majoituksesta" in row.commitment.quote)
        corpus.reviews.say(second.commitment.id, "correct", by="Anna", field="date", value="2022-07-31")


def answers(run: Run, *extra: str) -> list[str]:
    """What is printed for each question."""
    found = []
    for question in QUESTIONS:
        result = run(*question, *extra)
        assert result.exit_code == 0, (question, result.output)
        found.append(result.stdout)
    return found


def test_a_freeze_answers_to_the_byte_as_before(frozen: Path, run: Run) -> None:
    before = answers(run, "--at", "alku")
    change(run, frozen)
    after, now = answers(run, "--at", "alku"), answers(run)
    for question, old, again, new in zip(QUESTIONS, before, after, now, strict=True):
        assert old == again, question
        assert new != again, question


def test_it_answers_as_the_corpus_did(frozen: Path, run: Run) -> None:
    """But for the name of the freeze in the provenance, and where the store lies."""
    named = re.compile(r'"freeze": ?(null|"alku")|# corpus freeze(: | = )alku\n|<!-- corpus freeze: alku -->\n')
    for question in QUESTIONS:
        if question[0] != "status":
            plain, at = run(*question).stdout, run(*question, "--at", "alku").stdout
            assert named.sub("", plain) == named.sub("", at), question


def test_its_copy_is_made_again_from_the_manifest(frozen: Path, run: Run) -> None:
    before = answers(run, "--at", "alku")
    change(run, frozen)
    shutil.rmtree(frozen / "index")
    assert answers(run, "--at", "alku") == before


def test_provenance_names_the_freeze(frozen: Path, run: Run) -> None:
    change(run, frozen)
    run("concordance", "uhri", "--at", "alku", "-o", frozen / "kwic.csv")
    assert "# corpus freeze: alku\n" in (frozen / "kwic.csv").read_text(encoding="utf-8")
    run("export", "--at", "alku", "-o", frozen / "facts.jsonl")
    beside = json.loads((frozen / "facts.jsonl.provenance.json").read_text(encoding="utf-8"))
    made = json.loads(run("freeze", "show", "alku", "--format", "json").stdout)
    assert beside["corpus"]["freeze"] == "alku"
    assert beside["corpus"]["sha256"] == made["corpus"]["sha256"]
    assert beside["corpus"]["revision"] == made["corpus"]["revision"]


def test_a_forgotten_document_is_said_to_be_gone(frozen: Path, run: Run) -> None:
    with open_corpus(frozen / "corpus", frozen / "index") as corpus:
        second = next(d.id for d in corpus.documents() if d.uri.endswith("b.txt"))
    gone = run("forget", second, "--reason", "pyydetty", "--by", "Anna", "--yes")
    assert gone.exit_code == 0, gone.output
    asked = run("search", "uhri", "--at", "alku", "--format", "json")
    assert "1 document of it is gone from this corpus" in asked.stderr
    assert "majoituksesta" not in asked.stdout
    checked = run("freeze", "check", "alku")
    assert checked.exit_code == 1
    assert f"{second}  forgotten" in checked.output
    held = [path.read_bytes() for path in (frozen / "index").rglob("*") if path.is_file()]
    held += [path.read_bytes() for path in (frozen / "corpus").rglob("*") if path.is_file()]
    assert not any(b"majoituksesta" in data or b"b.txt" in data for data in held)


def test_other_rules_since_are_said(frozen: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Facts found anew by other rules: the copy still has those of then; made again it says that it has not."""
    before = run("commitments", "--at", "alku", "--format", "json").stdout
    real = stamps.facts_stamp
    for module in ("policysearch.ingest", "policysearch.freezes", "policysearch.state", "policysearch.provenance"):
        monkeypatch.setattr(f"{module}.facts_stamp", lambda language: f"other/{real(language)}", raising=False)
    assert run("reindex").exit_code == 0
    kept = run("commitments", "--at", "alku", "--format", "json")
    assert kept.stdout == before
    assert "other rules" not in kept.stderr
    shutil.rmtree(frozen / "index" / "freezes")
    assert "2 of 2 documents have been read anew by other rules" in run("search", "uhri", "--at", "alku").stderr
    checked = run("freeze", "check", "alku")
    assert checked.exit_code == 1
    assert "read anew by other rules" in checked.output


def test_a_damaged_original_is_said(frozen: Path, run: Run) -> None:
    assert run("freeze", "check", "alku").exit_code == 0
    original = next(
        path for path in (frozen / "corpus" / "snapshots").rglob("*") if path.is_file() and path.suffix == ""
    )
    original.chmod(0o644)
    original.write_bytes(b"other")
    checked = run("freeze", "check", "alku")
    assert checked.exit_code == 1
    assert "its original is not the one that was frozen" in checked.output


def test_freezes_are_listed_shown_and_removed(frozen: Path, run: Run) -> None:
    assert "alku" in run("freeze", "list").stdout
    assert "revision" in run("freeze", "show", "alku").stdout
    manifest = json.loads((frozen / "corpus" / "freezes" / "alku.json").read_text(encoding="utf-8"))
    assert "txt" not in json.dumps(manifest), "no address, no word of a document"
    assert run("freeze", "remove", "alku").exit_code == 0
    assert not (frozen / "index" / "freezes" / "alku").exists()
    asked = run("search", "uhri", "--at", "alku")
    assert asked.exit_code == 1
    assert "there is no freeze 'alku'; there are: none" in asked.output


@pytest.mark.parametrize("name", ["../alku", "", "alku/x", ".alku", "list"])
def test_names_that_are_none_are_refused(frozen: Path, run: Run, name: str) -> None:
    assert run("freeze", "make", name).exit_code == 1
    assert run("freeze", "make", "alku").exit_code == 1


def test_a_freeze_is_only_read(frozen: Path) -> None:
    settings = replace(load_settings(corpus=frozen / "corpus", index=frozen / "index"), at="alku")
    with open_corpus(settings=settings) as corpus:
        first = corpus.commitments().rows[0].commitment.id
        for write in (
            lambda: corpus.reviews.say(first, "confirm", by="Anna"),
            lambda: list(corpus.ingest([frozen / "a.txt"])),
            lambda: list(corpus.reindex()),
            lambda: corpus.freeze("toinen"),
            lambda: corpus.forgetting,
        ):
            with pytest.raises(UsageError, match="only read"):
                write()


def test_the_manifest_is_read_as_it_was_written(frozen: Path) -> None:
    freeze = Freezes(frozen / "corpus", frozen / "index").read("alku")
    assert isinstance(freeze, Freeze)
    assert freeze.n_current == len(freeze.documents) == 2

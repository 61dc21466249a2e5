"""Reviews: said of what the machine found, kept, attached again after new rules and new versions, merged."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run

MINUTES = """Ohjausryhmä
Pöytäkirja 3.5.2023

1. Toimintaohjelma

Ohjausryhmä päätti tilata arvioinnin. Sihteeristö laatii luonnoksen 30.6.2023 mennessä. Kunnat nimeävät yhdyshenkilön.
Huomioita voi toimittaa sihteeristölle perjantaihin 12.5. mennessä.
"""


@pytest.fixture
def corpus(run: Run, tmp_path: Path) -> Path:
    """A corpus with one document; the path of its original."""
    path = tmp_path / "poytakirja.txt"
    path.write_text(MINUTES, encoding="utf-8")
    assert run("ingest", path).exit_code == 0
    return path


@pytest.fixture
def rows(run: Run) -> Callable[..., dict[str, dict[str, object]]]:
    """The commitments by their first words."""

    def call(*options: str) -> dict[str, dict[str, object]]:
        found = json.loads(run("commitments", "--routine", "-n", "0", "--format", "json", *options).stdout)
        return {" ".join(row["quote"].split()[:2]).rstrip("."): row for row in found}

    return call


def say(run: Run, id_: object, *said: str, by: str = "Maija") -> None:
    result = run("review", str(id_), *said, "--by", by)
    assert result.exit_code == 0, result.output


def test_what_was_found_stays_beside_what_is_said(run: Run, corpus: Path, rows: Callable[..., dict]) -> None:
    """By default the values of the machine, with the review beside them; on request those of people."""
    id_ = rows()["Sihteeristö laatii"]["id"]
    say(run, id_, "--date", "2023-07", "--actor", "STM", "--kind", "obligation", "--action", "valmistella")
    found, reviewed = rows()["Sihteeristö laatii"], rows("--as", "reviewed")["Sihteeristö laatii"]
    assert (found["kind"], found["time"]["end"]) == ("undertaking", "2023-06-30")
    assert found["review"]["corrected"]["date"] == "2023-07"
    assert (reviewed["kind"], reviewed["time"]["end"], reviewed["action"]) == (
        "obligation",
        "2023-07-31",
        "valmistella",
    )
    assert [actor["name"] for actor in reviewed["actors"]] == ["sosiaali- ja terveysministeriö"]
    assert reviewed["found"]["kind"] == "undertaking"
    assert reviewed["quote"] == found["quote"]


def test_no_entry(run: Run, corpus: Path, rows: Callable[..., dict]) -> None:
    """What people say is none is gone from the reviewed ledger, its export and its count, and nowhere else."""
    id_ = rows()["Kunnat nimeävät"]["id"]
    say(run, id_, "--reject")
    assert rows()["Kunnat nimeävät"]["review"]["verdict"] == "rejected"
    assert "Kunnat nimeävät" not in rows("--as", "reviewed")
    kinds = [json.loads(line)["record"] for line in run("export", "--as", "reviewed").stdout.splitlines()]
    assert kinds.count("commitment") == len(rows()) - 1


def test_status_settles_what_is_open(run: Run, corpus: Path, rows: Callable[..., dict]) -> None:
    """A person says that it was done, with the evidence: it is open no more."""
    asked = ("commitments", "--open", "--due-before", "2024", "--format", "json")
    id_ = rows()["Sihteeristö laatii"]["id"]
    assert [row["id"] for row in json.loads(run(*asked).stdout)] == [id_]
    say(run, id_, "--status", "tehty", "--evidence", "https://example.org/luonnos")
    assert [row["review"]["status"] for row in json.loads(run(*asked).stdout)] == ["done"]
    assert json.loads(run(*asked, "--as", "reviewed").stdout) == []
    say(run, id_, "--status", "kesken")
    assert len(json.loads(run(*asked, "--as", "reviewed").stdout)) == 1


def test_corrected_date_moves_deadlines(run: Run, corpus: Path, rows: Callable[..., dict]) -> None:
    """The calendar of people has the corrected day."""
    say(run, rows()["Sihteeristö laatii"]["id"], "--date", "2024-01-15")
    asked = ("deadlines", "--due-after", "2024", "--format", "json")
    assert json.loads(run(*asked).stdout) == []
    (row,) = json.loads(run(*asked, "--as", "reviewed").stdout)
    assert row["end"] == "2024-01-15"


def test_entry_added_by_hand(run: Run, corpus: Path, rows: Callable[..., dict]) -> None:
    """A marked sentence is an entry among the others: listed, corrected, found by a query and by its actor."""
    (document,) = json.loads(run("show", "--format", "json").stdout)
    words = "Huomioita voi toimittaa  sihteeristölle"
    result = run("reviews", "add", document["id"], words, "--kind", "obligation", "--by", "Maija")
    assert result.exit_code == 0, result.output
    id_ = result.stdout.split()[-1]
    assert "Huomioita voi" not in rows()
    say(run, id_, "--date", "2023-05-12", "--actor", "Uusi yhteistyöverkosto", "--tag", "aikataulu")
    row = rows("--as", "reviewed")["Huomioita voi"]
    assert row["quote"] == "Huomioita voi toimittaa sihteeristölle"
    assert (row["review"]["verdict"], row["review"]["tags"]) == ("added", ["aikataulu"])
    assert "Huomioita voi" in rows("huomio", "--as", "reviewed")
    assert set(rows("--as", "reviewed", "--actor", "Uusi yhteistyöverkosto")) == {"Huomioita voi"}
    assert run("reviews", "add", document["id"], "ei siellä", "--kind", "obligation", "--by", "M").exit_code == 2


def test_attach_again_after_new_rules(
    run: Run, corpus: Path, rows: Callable[..., dict], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Rules that find other spans and ids: reviews attach by words, and what is found no more is listed."""
    before = rows()
    for name, said in (("Sihteeristö laatii", ("--confirm",)), ("Kunnat nimeävät", ("--note", "tarkista"))):
        say(run, before[name]["id"], *said)
    journal = (tmp_path / "corpus" / "reviews.jsonl").read_bytes()
    _find_otherwise(monkeypatch, dropped="Kunnat nimeävät")
    monkeypatch.setenv("POLICYSEARCH_JOBS", "1")
    assert run("reindex").exit_code == 0
    after = rows()
    assert after["Sihteeristö laatii"]["id"] != before["Sihteeristö laatii"]["id"]
    assert after["Sihteeristö laatii"]["review"]["verdict"] == "confirmed"
    listed = json.loads(run("reviews", "list", "--unattached", "--format", "json").stdout)
    assert [(one["value"], one["why"]) for one in listed] == [("tarkista", "no entry is found there now")]
    assert (tmp_path / "corpus" / "reviews.jsonl").read_bytes() == journal


def _find_otherwise(monkeypatch: pytest.MonkeyPatch, *, dropped: str) -> None:
    """Rules of another day: every quote loses its full stop, and one entry is found no more."""
    from dataclasses import replace

    from policysearch import ingest, stamps
    from policysearch.model.document import Document
    from policysearch.model.facts import Facts
    from policysearch.model.ids import fact_id
    from policysearch.model.text import Span
    from policysearch.pipeline import find_facts_again
    from policysearch.workers import Outcome

    def otherwise(documents: object, **_: object) -> object:
        from policysearch.lang.fi import open_finnish

        language = open_finnish()
        for document in documents:  # type: ignore[attr-defined]
            if document is None:  # an original that need not be read again
                yield None
                continue
            assert isinstance(document, Document)
            facts = find_facts_again(document, language)
            kept = []
            for c in facts.commitments:
                if c.quote.startswith(dropped):
                    continue
                span = Span(c.span.start, c.span.end - 1)
                quote = span.of(document.text)
                id_ = fact_id(document.id, "commitment", span.start, span.end)
                kept.append(replace(c, id=id_, span=span, quote=quote))
            yield Outcome(result=Facts(facts.times, facts.mentions, tuple(kept)), error=None, forms={})

    monkeypatch.setattr(ingest, "run", otherwise)
    monkeypatch.setattr(ingest, "facts_stamp", lambda language: stamps.facts_stamp(language) + "-other")


def test_attach_to_a_new_version(run: Run, corpus: Path, rows: Callable[..., dict], tmp_path: Path) -> None:
    """The words stand in the new version: the review goes with them; where they do not, it is listed."""
    before = rows()
    say(run, before["Sihteeristö laatii"]["id"], "--confirm")
    say(run, before["Kunnat nimeävät"]["id"], "--reject")
    journal = (tmp_path / "corpus" / "reviews.jsonl").read_bytes()
    changed = MINUTES.replace("Ohjausryhmä päätti", "Kokouksen jälkeen lisätty rivi. Ohjausryhmä päätti").replace(
        "Kunnat nimeävät yhdyshenkilön.", "Kunnat valitsevat yhdyshenkilön."
    )
    corpus.write_text(changed, encoding="utf-8")
    assert run("ingest", corpus).exit_code == 0
    assert rows()["Sihteeristö laatii"]["review"]["verdict"] == "confirmed"
    (lost,) = json.loads(run("reviews", "list", "--unattached", "--format", "json").stdout)
    assert (lost["kind"], lost["why"]) == ("reject", "the words do not stand there any more")
    assert (tmp_path / "corpus" / "reviews.jsonl").read_bytes() == journal


def test_reviews_outlive_the_database(run: Run, corpus: Path, rows: Callable[..., dict], tmp_path: Path) -> None:
    """Restored from the originals alone, the corpus has its reviews."""
    say(run, rows()["Sihteeristö laatii"]["id"], "--confirm")
    (tmp_path / "corpus" / "corpus.db").unlink()
    shutil.rmtree(tmp_path / "index")
    assert run("reindex").exit_code == 0
    assert rows()["Sihteeristö laatii"]["review"]["verdict"] == "confirmed"


def test_two_journals_merge(run: Run, corpus: Path, rows: Callable[..., dict], tmp_path: Path) -> None:
    """Both people's lines, once each, and what they differ about."""
    id_ = rows()["Sihteeristö laatii"]["id"]
    journal = tmp_path / "corpus" / "reviews.jsonl"
    say(run, id_, "--date", "2023-06-30", "--confirm", by="Maija")
    other = tmp_path / "other.jsonl"
    shutil.copy(journal, other)
    journal.unlink()
    say(run, id_, "--date", "2023-07-31", by="Pekka")
    merged = run("reviews", "merge", other)
    assert "2 reviews added to 1; 1 conflicts" in merged.stdout
    assert "2023-07-31" in merged.stdout
    assert "0 reviews added to 3" in run("reviews", "merge", other).stdout
    assert rows()["Sihteeristö laatii"]["review"]["conflicts"] == ["date"]
    (conflict,) = json.loads(run("reviews", "list", "--conflicts", "--format", "json").stdout)
    assert {value["by"] for value in conflict["values"]} == {"Maija", "Pekka"}
    assert run("reviews", "merge", tmp_path / "none.jsonl").exit_code == 2


def test_retract(run: Run, corpus: Path, rows: Callable[..., dict]) -> None:
    """What is taken back no longer counts; the journal keeps both lines."""
    say(run, rows()["Sihteeristö laatii"]["id"], "--reject")
    (one,) = json.loads(run("reviews", "list", "--format", "json").stdout)
    assert run("reviews", "retract", one["id"][:6], "--by", "Maija").exit_code == 0
    assert "review" not in rows()["Sihteeristö laatii"]
    assert run("reviews", "retract", "zz", "--by", "Maija").exit_code == 2


def test_torn_line_and_damage(run: Run, corpus: Path, rows: Callable[..., dict], tmp_path: Path) -> None:
    """A killed run leaves half a line, which the next one clears away; other damage is an error that names the line."""
    id_ = rows()["Sihteeristö laatii"]["id"]
    journal = tmp_path / "corpus" / "reviews.jsonl"
    say(run, id_, "--confirm")
    with journal.open("ab") as file:
        file.write(b'{"id": "12')
    assert rows()["Sihteeristö laatii"]["review"]["verdict"] == "confirmed"
    say(run, id_, "--note", "toinen")
    assert rows()["Sihteeristö laatii"]["review"]["notes"] == ["toinen"]
    journal.write_bytes(b"not json\n" + journal.read_bytes())
    damaged = run("reviews", "list")
    assert damaged.exit_code == 1
    assert "line 1" in damaged.stderr


@pytest.mark.parametrize(
    "said",
    [(), ("--confirm", "--reject"), ("--evidence", "x"), ("--date", "eilen"), ("--date", "2023/2022")],
    ids=" ".join,
)
def test_what_cannot_be_said(run: Run, corpus: Path, rows: Callable[..., dict], said: tuple[str, ...]) -> None:
    """Each refused in a sentence, and nothing kept."""
    result = run("review", str(rows()["Sihteeristö laatii"]["id"]), *said, "--by", "Maija")
    assert result.exit_code == 2
    assert json.loads(run("reviews", "list", "--format", "json").stdout) == []


def test_somebody_says_it(run: Run, corpus: Path, rows: Callable[..., dict], monkeypatch: pytest.MonkeyPatch) -> None:
    """A review has an author: given, or set."""
    id_ = str(rows()["Sihteeristö laatii"]["id"])
    nobody = run("review", id_, "--confirm")
    assert nobody.exit_code == 2
    assert "--by" in nobody.stderr
    monkeypatch.setenv("POLICYSEARCH_REVIEWER", "Maija")
    assert run("review", id_, "--confirm").exit_code == 0
    shown = run("commitments", "laatia").stdout
    assert "Maija: confirmed" in shown

"""`policysearch changes`: versions of documents, in words and in facts."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

MINUTES = """Kuusjärven kaupunki
Kaupunginhallitus
Pöytäkirja{mark}
5.2.2024

§ 12

Turvakodin rahoitus

Päätös

Kaupunginhallitus päätti myöntää turvakodille {amount} euroa. Hyvinvointilautakunta laatii selvityksen uhrien \
palveluista {until} mennessä.{more}

Lausunnot pyydetään viimeistään {reply}.
"""
FIRST = {
    "mark": " (luonnos)", "amount": "20 000", "until": "31.12.2024", "reply": "1.3.2024",
    "more": " Samalla kaupunginhallitus päätti nimetä yhteyshenkilön.",
}  # fmt: skip


def write(tmp_path: Path, **values: str) -> Path:
    path = tmp_path / "p.txt"
    path.write_text(MINUTES.format(**FIRST | values), encoding="utf-8")
    return path


@pytest.fixture
def changed(run: Run, tmp_path: Path) -> dict[str, object]:
    """The change from a draft to its approved version."""
    run("ingest", write(tmp_path))
    path = write(tmp_path, mark="", amount="25 000", until="30.6.2025", reply="15.3.2024", more="")
    assert "1 new versions" in run("ingest", path).stdout
    (change,) = json.loads(run("changes", "--format", "json").stdout)
    assert isinstance(change, dict)
    return change


def test_facts_that_changed(changed: dict[str, list[dict[str, object]]]) -> None:
    """A deadline moved, an amount rose, a commitment is gone; a deadline outside of commitments moved too."""
    found = {(fact["change"], *(f["name"] for f in fact["fields"])): fact for fact in changed["facts"]}  # type: ignore[attr-defined]
    assert ("gone",) in found
    assert "yhteyshenkilön" in found[("gone",)]["old"]["quote"]  # type: ignore[index]
    assert ("changed", "amount") in found
    moved = [fact for fact in changed["facts"] if fact["change"] == "deadline_moved"]
    ends = {(f["old"], f["new"]) for fact in moved for f in fact["fields"] if f["name"] == "time"}  # type: ignore[attr-defined]
    assert ends == {
        ("deadline 2024-12-31", "deadline 2025-06-30"),
        ("deadline 2024-03-01", "deadline 2024-03-15"),
    }


def test_words_and_draft(changed: dict[str, list[dict[str, object]]]) -> None:
    """The words of both sentences can be put together again, and the draft was approved."""
    assert changed["draft_approved"] is True
    sentence = next(s for s in changed["sentences"] if "selvityksen" in str(s))
    pieces = sentence["pieces"]
    new = "".join(piece["text"] for piece in pieces if piece["kind"] != "gone")  # type: ignore[attr-defined]
    assert new == "Hyvinvointilautakunta laatii selvityksen uhrien palveluista 30.6.2025 mennessä."


def test_either_version_finds_it(run: Run, changed: dict[str, dict[str, str]]) -> None:
    """The id of the older or of the newer version, as text with the changed words marked."""
    for side in ("old", "new"):
        stdout = run("changes", changed[side]["id"][:8]).stdout
        assert "deadline moved" in stdout
        assert "[-31.12.2024-]{+30.6.2025+}" in stdout
        assert "calls itself a draft" in stdout
    assert run("changes", "--format", "jsonl").stdout.count("\n") == 1


def test_newest_first_and_one_version(run: Run, tmp_path: Path) -> None:
    """Each step has its entry, what was met last first; a document of one version has none."""
    for until in ("1.5.2024", "2.6.2024", "3.7.2024"):
        run("ingest", write(tmp_path, until=until))
    found = json.loads(run("changes", "--format", "json").stdout)
    assert [change["facts"][0]["new"]["time"]["end"] for change in found] == ["2024-07-03", "2024-06-02"]
    other = tmp_path / "other.txt"
    other.write_text("Lehtorannan kunta\nTiedote 1.2.2022\n\nKunta hyväksyi ohjelman.\n", encoding="utf-8")
    run("ingest", other)
    id_ = next(d["id"] for d in json.loads(run("show", "--format", "json").stdout) if d["date"] == "2022-02-01")
    assert "one version" in run("changes", id_).stderr


def test_items_of_one_original(run: Run, tmp_path: Path) -> None:
    """Of an original with several decisions only those that changed are told of; new ones and lost ones are named."""

    def decisions(**texts: str) -> None:
        records = [
            {
                "NativeId": f"{{{name}}}",
                "Title": f"Asia {name}",
                "CaseIDLabel": f"KUU 2024-00000{ord(name)}",
                "Section": str(ord(name)),
                "Content": f"<div class='paatos'><h3 class='SisaltoOtsikko'>Päätös</h3><p>{text}</p></div>",
                "Organization": {"Name": "Kaupunginhallitus", "TypeId": 1},
            }
            for name, text in texts.items()
        ]
        (tmp_path / "d.json").write_text(json.dumps({"decisions": records}), encoding="utf-8")
        assert run("ingest", tmp_path / "d.json").exit_code == 0

    same = "Kaupunginhallitus päätti hyväksyä tarjouksen."
    decisions(A=same, B="Kaupunginhallitus päätti jättää asian pöydälle.", C=same)
    decisions(A=same, B="Kaupunginhallitus päätti palauttaa asian valmisteltavaksi.", D=same)
    found = json.loads(run("changes", "--format", "json").stdout)
    sides = [(c["old"] and c["old"]["title"], c["new"] and c["new"]["title"]) for c in found]
    assert sorted(sides, key=str) == [("Asia B", "Asia B"), ("Asia C", None), (None, "Asia D")]
    assert "no longer in this original" in run("changes").stdout

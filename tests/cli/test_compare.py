"""`policysearch compare`: the same matter in two documents."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

RELEASE = """Kuusjärven kaupunki
Tiedote 6.5.2023

Kaupunki perustaa neuvontapisteen vierastyöntekijöille. Kaupunki palkkaa kaksi neuvojaa syyskuussa 2023.
"""
DECISION = """Kuusjärven kaupunginhallitus
Pöytäkirja 3.5.2023

Kaupunginhallitus päätti selvittää neuvontapisteen perustamista vierastyöntekijöille vuoden 2023 loppuun mennessä.
Henkilöstölle järjestetään koulutus.
"""


@pytest.fixture
def ids(run: Run, tmp_path: Path) -> tuple[str, str]:
    """A press release and the decision that it tells of."""
    for name, text in (("tiedote.txt", RELEASE), ("paatos.txt", DECISION)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert run("ingest", tmp_path / name).exit_code == 0
    listed = json.loads(run("show", "--format", "json").stdout)
    by_name = {d["source"]["uri"].rsplit("/", 1)[1]: d["id"] for d in listed}
    return by_name["tiedote.txt"], by_name["paatos.txt"]


def test_what_speaks_of_the_same_stands_side_by_side(run: Run, ids: tuple[str, str]) -> None:
    """The promise beside the decision to look into it, with what differs; the rest alone."""
    found = json.loads(run("compare", *ids, "--format", "json").stdout)
    (pair,) = (p for p in found["pairs"] if p["first"] and p["second"])
    assert (pair["first"]["kind"], pair["second"]["kind"]) == ("undertaking", "decision")
    assert {"kind", "verb", "time"} <= set(pair["differences"])
    assert {"neuvontapiste", "vierastyöntekijä"} <= set(pair["words"])
    alone = [p for p in found["pairs"] if not (p["first"] and p["second"])]
    assert [(p["first"] or p["second"])["quote"].split()[0] for p in alone] == ["Kaupunki", "Henkilöstölle"]


def test_as_text(run: Run, ids: tuple[str, str]) -> None:
    """Differences are marked in both columns, and nothing is concluded."""
    found = run("compare", *ids).stdout
    assert "[kind: undertaking]" in found
    assert "[kind: decision]" in found
    assert "1 pairs; 2 entries without a counterpart" in found


def test_with_itself_nothing_differs(run: Run, ids: tuple[str, str]) -> None:
    """Every entry is its own counterpart."""
    pairs = json.loads(run("compare", ids[0], ids[0], "--format", "json").stdout)["pairs"]
    assert all(p["first"]["id"] == p["second"]["id"] and p["differences"] == [] for p in pairs)
    assert run("compare", ids[0], "zz").exit_code == 1


def test_only_what_differs(run: Run, ids: tuple[str, str]) -> None:
    """What both say in the same words is counted, and left out; what differs stays."""
    assert json.loads(run("compare", ids[0], ids[0], "--differing", "--format", "json").stdout)["pairs"] == []
    assert "2 pairs say the same and are not shown" in run("compare", ids[0], ids[0], "--differing").stdout
    both = run("compare", *ids, "--differing").stdout
    assert "[kind: undertaking]" in both
    assert "0 pairs say the same" in both

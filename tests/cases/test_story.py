"""`policysearch case`: one matter over its handlings."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

BOARD = """Kuusjärven kaupunki
Kaupunginhallitus
Pöytäkirja
3.5.2021

§ 33

V 19.5.2021, Valtuutetun aloite turvakodista

KUU 2021-000152

Päätös

Kaupunginhallitus esitti kaupunginvaltuustolle, että valtuusto perustaa turvakodin.

Käsittely

Esittelijän ehdotus hyväksyttiin äänin 7–4.

Päätöshistoria

Hyvinvointilautakunta 30.3.2021 § 6

Lausunto

Hyvinvointilautakunta puoltaa turvakodin perustamista.
"""
COUNCIL = """Kuusjärven kaupunki
Kaupunginvaltuusto
Pöytäkirja
19.5.2021

§ 12

Valtuutetun aloite turvakodista

KUU 2021-000152 T 00 00 03

Päätös

Kaupunginvaltuusto päätti palauttaa asian valmisteltavaksi.
"""
OTHER = """{city} kaupunki
Kaupunginhallitus
Pöytäkirja
3.5.2021

§ 4

Turvakoti

4520/00.01.01/2021

Päätös

Kaupunginhallitus päätti perustaa turvakodin.
"""


@pytest.fixture
def case(run: Run, tmp_path: Path) -> dict[str, list[dict[str, object]]]:
    """A matter of a board and a council."""
    for name, text in (("kh.txt", BOARD), ("kv.txt", COUNCIL)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    run("ingest", tmp_path / "kh.txt", tmp_path / "kv.txt")
    found = json.loads(run("case", "kuu-2021-152", "--format", "json").stdout)
    assert isinstance(found, dict)
    return found


def test_handlings_in_the_order_of_their_days(case: dict[str, list[dict[str, object]]]) -> None:
    """Committee, board, council: what is quoted by another one and what is held; the announced day is the council's."""
    assert [(h["date"], h["section"], h["known"], h["outcome"]) for h in case["handlings"]] == [
        ("2021-03-30", "6", "quoted", None),
        ("2021-05-03", "33", "held", case["handlings"][1]["outcome"]),
        ("2021-05-19", "12", "held", "returned"),
    ]
    committee, board, council = case["handlings"]
    assert board["body"] == "Kuusjärven kaupunginhallitus"
    assert not any(handling["announced"] for handling in case["handlings"])
    quotes = [c["quote"] for c in board["commitments"]]  # type: ignore[attr-defined]
    assert any("perustaa turvakodin" in quote for quote in quotes)
    assert not any("puoltaa" in quote for quote in quotes)
    assert "7–4" in str(board["votes"])
    assert committee["told_in"] == [board["documents"][0]["id"]]  # type: ignore[index]
    assert "palauttaa" in str(council["commitments"])


def test_as_text(run: Run, case: dict[str, object]) -> None:
    """Each handling with its day, body, § and words; what is not held is said."""
    stdout = run("case", str(case["number"])).stdout
    assert "2021-05-03 · Kuusjärven kaupunginhallitus · § 33" in stdout
    assert "not in this corpus; quoted in" in stdout
    assert "”Kaupunginvaltuusto päätti palauttaa asian valmisteltavaksi.”" in stdout
    assert "3 handlings, 2 with a document in this corpus, 1 only quoted" in stdout


def test_a_number_of_nothing(run: Run, case: dict[str, object]) -> None:
    """It says so, and what to do next."""
    result = run("case", "KUU 2021-000999")
    assert result.exit_code == 1
    assert "policysearch coverage" in result.stderr


def test_a_number_without_registry_is_one_municipality(run: Run, tmp_path: Path) -> None:
    """Two towns may have the same number: one has to be named."""
    for city in ("Kuusjärven", "Lehtorannan"):
        (tmp_path / f"{city}.txt").write_text(OTHER.format(city=city), encoding="utf-8")
        run("ingest", tmp_path / f"{city}.txt")
    result = run("case", "4520/00.01.01/2021")
    assert result.exit_code == 1
    assert "kuusjärven, lehtorannan" in result.stderr
    found = json.loads(run("case", "4520/00.01.01/2021", "--issuer", "Lehtoran", "--format", "json").stdout)
    assert [h["body"] for h in found["handlings"]] == ["Lehtorannan kaupunginhallitus"]

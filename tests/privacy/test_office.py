"""Persons are actors only where they act in office: nothing is gathered of those to whom something happened."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.web.conftest import Open, open_site

__all__ = ["open_site"]

MINUTES = """# Kaupunginhallituksen kokous

Kaupunginhallitus
Pöytäkirja 3.5.2023

## Läsnä

Aino Rautalampi, puheenjohtaja
Eino Tarkka, jäsen

## 1. Nimitys

Esittelijä: kansliapäällikkö Seppo Korpiaho

Kaupunginhallitus päätti nimittää Tuula Ketolaisen sosiaalityön päälliköksi 1.6.2023 alkaen.

## 2. Korvausvaatimus

Kaupunginhallitus päätti hylätä hakija Kalle Metsämäen korvausvaatimuksen.
Asianomistaja Leena Saarnio on hakenut muutosta.
Valtuutettu Pirkko Haavisto esitti, että asia palautetaan. Sisäministeri Olli Lehtisalo kommentoi asiaa.
Asiakas Marja Hongisto kertoi kokemuksistaan. Uhri Ville Kantola kuultiin 4.4.2023.

Lisätiedot: Liisa Pajula, suunnittelija, puhelin 09 310 12345
"""
IN_OFFICE = {"Aino Rautalampi", "Eino Tarkka", "Seppo Korpiaho", "Pirkko Haavisto", "Olli Lehtisalo", "Liisa Pajula"}
"""Chair, member, presenter, councillor, minister, contact."""
OTHERS = ("Tuula Ketolainen", "Kalle Metsämäki", "Leena Saarnio", "Marja Hongisto", "Ville Kantola")
"""Appointee, applicant, complainant, client, victim."""


@pytest.fixture
def minutes(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "poytakirja.md"
    path.write_text(MINUTES, encoding="utf-8")
    assert run("ingest", path).exit_code == 0
    return path


def test_commands_list_persons_in_office_alone(run: Run, minutes: Path) -> None:
    """Lists of actors, their mentions, and the counts beside a search."""
    listed = json.loads(run("actors", "--kind", "person", "-n", "0", "--format", "json").stdout)
    assert {row["actor"]["name"] if "actor" in row else row["name"] for row in listed} == IN_OFFICE
    for name in OTHERS:
        assert json.loads(run("actors", name, "--format", "json").stdout) == [], name
    assert len(json.loads(run("actors", "Pirkko Haavisto", "--format", "json").stdout)) == 1
    facets = json.loads(run("search", "kaupunginhallitus OR valtuutettu OR uhri", "--format", "json").stdout)["facets"]
    counted = json.dumps(facets, ensure_ascii=False)
    assert "Pirkko Haavisto" in counted
    assert not [name for name in OTHERS if name in counted]


def test_pages_and_interface_agree(run: Run, minutes: Path, tmp_path: Path, open_site: Open) -> None:
    """No page, no list, no facet of the others; their words stand in the document, as they are printed."""
    client = open_site(tmp_path)
    for address in ("/actors", "/api/v1/actors?limit=100", "/?q=uhri+OR+kaupunginhallitus"):
        answer = client.get(address)
        assert answer.status_code == 200
        if "q=" not in address:
            assert "Pirkko Haavisto" in answer.text
            assert not [name for name in OTHERS if name in answer.text], address
    assert "Ville Kantola" in run("search", "uhri").output.replace("*", "")

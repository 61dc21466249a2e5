"""Recommendations and the answers to them over papers of different bodies: tables, numbers, lists, and near misses."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

Read = Callable[..., dict[str, list[dict[str, Any]]]]

REPORT = """# Syrjintävaltuutetun kertomus kausityöstä 2021

Syrjintävaltuutettu 15.6.2021

## Suositukset

Suositus 1. Turvallisuusministeriö laatii ohjeen marjanpoimijoiden majoituksen tarkastamisesta.

Suositus 2. Hyvinvointiministeriö turvaa turva-asuntojen rahoituksen.

Suositus 3. Rajavirasto perustaa kausityön asiantuntijaryhmän.
"""
ANSWER = """# Selvitys syrjintävaltuutetun suositusten toteutumisesta

Turvallisuusministeriö 10.11.2022

| Nro | Suositus | Vastaus | Tila |
|---|---|---|---|
| 1 | Turvallisuusministeriö laatii ohjeen marjanpoimijoiden majoituksen tarkastamisesta. | Ohje julkaistiin 1.3.2022. | Toteutettu |
| 2 | Hyvinvointiministeriö turvaa turva-asuntojen rahoituksen. | Rahoitusta ei ole lisätty. | Ei toteutettu |
| 3 | Rajavirasto perustaa kausityön asiantuntijaryhmän. | Ryhmä perustettiin Rajavirastoon 4.5.2022. | Toteutettu |
"""  # noqa: E501  # a row of a table is one line
OTHER_NUMBERS = """# Selvitys tarkastuslautakunnan suositusten toteutumisesta

Turvallisuusministeriö 10.11.2022

| Nro | Suositus | Vastaus | Tila |
|---|---|---|---|
| 1 | Hankinnoista kootaan vuosittain luettelo. | Luettelo koottiin 1.3.2022. | Toteutettu |
| 2 | Kokousten pöytäkirjat julkaistaan viikossa. | Pöytäkirjat julkaistiin 3.3.2022. | Toteutettu |
"""
EARLIER = ANSWER.replace("10.11.2022", "10.11.2020").replace("1.3.2022", "1.3.2020").replace("4.5.2022", "4.5.2020")
WISH = """# Valiokunnan mietintö TurVM 7/2020 vp

Turvallisuusvaliokunta 3.12.2020

## Lausuma

Eduskunta edellyttää, että hallitus selvittää kausityöntekijöiden majoituksen valvontaa ja antaa siitä selvityksen turvallisuusvaliokunnalle vuoden 2022 loppuun mennessä.
"""  # noqa: E501
YEARBOOK = """# Hallituksen kertomus vuodelta 2022: toimenpiteet eduskunnan lausumien johdosta

Valtioneuvosto 2.5.2023

| Lausuma | Toimenpiteet lausuman johdosta |
|---|---|
| Eduskunta edellyttää, että hallitus selvittää kausityöntekijöiden majoituksen valvontaa ja antaa siitä selvityksen turvallisuusvaliokunnalle vuoden 2022 loppuun mennessä. | Turvallisuusministeriö antoi selvityksen turvallisuusvaliokunnalle 14.12.2022. |
"""  # noqa: E501
REPLY = """# Turvallisuusministeriön vastaus tarkastuslautakunnan suosituksiin

Turvallisuusministeriö 12.9.2021

Tarkastuslautakunnan suosituksen 2 mukaisesti ministeriö on julkaissut ohjeen valitusajoista.
"""

OMBUDSMAN = """# Syrjintävaltuutetun kertomus kausityöstä 2023

Syrjintävaltuutettu 5.6.2023

Syrjintävaltuutettu katsoo, että alaikäisten edustajille tulisi järjestää koulutusohjelma.

Syrjintävaltuutettu kehottaa rajavirastoa lisäämään tarkastuksia.

Valtuutettu katsoo, että valvonta on vähäistä. Tarkastuksia tehtiin kaksi.
"""


@pytest.fixture
def read(run: Run, tmp_path: Path) -> Read:
    """The records of a corpus of some papers, by kind, and the measures of the first one."""

    def made(*papers: str) -> dict[str, list[dict[str, Any]]]:
        folder = tmp_path / "papers"
        folder.mkdir()
        for number, text in enumerate(papers):
            (folder / f"{number}.md").write_text(text, encoding="utf-8")
        assert run("ingest", folder).exit_code == 0
        records: dict[str, list[dict[str, Any]]] = {}
        for row in map(json.loads, run("export").stdout.splitlines()):
            records.setdefault(row["record"], []).append(row)
        first = next(row["id"] for row in records["document"] if row["source"]["uri"].endswith("/0.md"))
        records["shown"] = json.loads(run("measures", first, "--format", "json").stdout)
        return records

    return made


def said(records: dict[str, list[dict[str, Any]]], words: str) -> list[dict[str, Any]]:
    return [row for row in records["commitment"] if words in row["quote"]]


def test_what_is_recommended_to_somebody_is_promised_by_nobody(read: Read) -> None:
    """*Suositus 1. Ministeriö laatii ohjeen*, and the same words in the table that answers it."""
    records = read(REPORT, ANSWER)
    for words in ("laatii ohjeen", "turvaa turva-asuntojen", "perustaa kausityön"):
        rows = said(records, words)
        assert [row["kind"] for row in rows] == ["proposal", "proposal"], words


def test_the_answer_and_status_stand_beside_the_recommendation(read: Read) -> None:
    """As printed, of another body, with its day."""
    shown = read(REPORT, ANSWER)["shown"]
    assert [one["number"] for one in shown] == ["1", "2", "3"]
    rows = [[news["quotes"] for news in one["since"] if news["measure"]] for one in shown]
    assert rows == [
        [["Toteutettu", "Ohje julkaistiin 1.3.2022."]],
        [["Ei toteutettu", "Rahoitusta ei ole lisätty."]],
        [["Toteutettu", "Ryhmä perustettiin Rajavirastoon 4.5.2022."]],
    ]
    assert {news["day"] for one in shown for news in one["since"]} == {"2022-11-10"}


def test_not_done_is_never_done(run: Run, read: Read) -> None:
    """*Ei toteutettu* is a step of its own; the thread, the measure and the sheet say so."""
    records = read(REPORT, ANSWER)
    events = [news["event"] for news in records["shown"][1]["since"]]
    assert "done" not in events
    (recommended, _) = said(records, "turvaa turva-asuntojen")
    (thread,) = json.loads(run("commitments", "--thread", recommended["id"], "--format", "json").stdout)
    steps = {step["commitment"]["quote"]: step["event"] for step in thread["steps"]}
    assert "done" not in steps.values()
    assert steps.get("Ei toteutettu", "not_done") == "not_done"


@pytest.mark.parametrize("other", [OTHER_NUMBERS, EARLIER], ids=["numbers of another report", "an earlier paper"])
def test_other_answers_are_not_it(read: Read, other: str) -> None:
    """The same numbers of another report's recommendations, and what was said before."""
    assert [one["since"] for one in read(REPORT, other)["shown"]] == [[], [], []]


def test_a_statement_of_parliament_and_the_report_on_it(run: Run, read: Read) -> None:
    """*Lausuma | Toimenpiteet lausuman johdosta*: one thread, though ministry and Parliament differ."""
    records = read(WISH, YEARBOOK)
    assert [row["type"] for row in records["document"]] == ["statement", "report"]
    wish = said(records, "Eduskunta edellyttää")[0]
    assert wish["kind"] == "proposal"
    (thread,) = json.loads(run("commitments", "--thread", wish["id"], "--format", "json").stdout)
    assert [step["event"] for step in thread["steps"]] == ["proposed", "restated", "done"]
    assert "answers" in {link["basis"] for link in thread["links"]}
    (shown,) = records["shown"]
    assert shown["kind"] == "recommendation"
    assert "Turvallisuusministeriö antoi selvityksen turvallisuusvaliokunnalle 14.12.2022." in [
        quote for news in shown["since"] for quote in news["quotes"]
    ]


def test_an_answer_to_another_body_is_not_linked(run: Run, read: Read) -> None:
    """It names another recommender, with a number that is here as well."""
    records = read(REPORT, REPLY)
    assert {row["type"] for row in records["document"]} == {"report", "statement"}
    assert [one["since"] for one in records["shown"]] == [[], [], []]
    (own,) = said(records, "turvaa turva-asuntojen")
    (thread,) = json.loads(run("commitments", "--thread", own["id"], "--format", "json").stdout)
    assert len(thread["steps"]) == 1


def test_what_an_ombudsman_holds_should_be_done(read: Read) -> None:
    """*katsoo, että … tulisi* and *kehottaa* recommend; what is only held to be so does not."""
    shown = read(OMBUDSMAN)["shown"]
    assert [(one["kind"], one["quote"].split()[1]) for one in shown] == [
        ("recommendation", "katsoo,"),
        ("recommendation", "kehottaa"),
    ]

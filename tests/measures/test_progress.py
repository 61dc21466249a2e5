"""What later documents say of the measures of a plan, and what people say, as `policysearch measures` shows it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

PLAN = """# Lehtorannan ihmiskaupan vastainen toimintasuunnitelma 2022–2024

Lehtorannan kunta

Kunnanvaltuusto 14.2.2022

## 3 Toimenpiteet

### Toimenpide 1: Laaditaan varhaiskasvatukseen ohje hyväksikäytön tunnistamisesta

Vastuutaho: Lehtorannan sivistyslautakunta

Aikataulu: 31.12.2022 mennessä

### Toimenpide 2: Perustetaan päivystävä puhelinneuvonta

Vastuutaho: Lehtorannan perusturvalautakunta

Yhteistyötahot: Lyhtytupa ry

### Toimenpide 3: Järjestetään kausityönantajille tiedotustilaisuus

Vastuutaho: Lehtorannan elinvoimalautakunta
"""

DECISION = """Lehtorannan perusturvalautakunta

Pöytäkirja 4/2022

14.9.2022

§ 41 Puhelinneuvonta

Perusturvalautakunta päätti perustaa päivystävän puhelinneuvonnan 1.1.2023 alkaen.
"""

REPORT = """# Lehtorannan ihmiskaupan vastaisen toimintasuunnitelman seurantaraportti

Lehtorannan kunta

Julkaistu 20.3.2023

| Nro | Toimenpide | Tilanne |
|---|---|---|
| 1 | Laaditaan varhaiskasvatukseen ohje hyväksikäytön tunnistamisesta | Ohje julkaistiin lokakuussa 2022. |
| 3 | Järjestetään kausityönantajille tiedotustilaisuus | Ei aloitettu. |
"""

ELSEWHERE = """Kuusjärven perusturvalautakunta

Pöytäkirja 2/2023

7.2.2023

§ 12 Puhelinneuvonta

Perusturvalautakunta päätti perustaa päivystävän puhelinneuvonnan.
"""


@pytest.fixture
def found(run: Run, tmp_path: Path) -> list[dict[str, Any]]:
    """The measures of the plan, in a corpus of the plan and the three later papers."""
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, text in (("plan.md", PLAN), ("d.txt", DECISION), ("report.md", REPORT), ("other.txt", ELSEWHERE)):
        (folder / name).write_text(text, encoding="utf-8")
    assert run("ingest", folder).exit_code == 0
    rows = map(json.loads, run("export").stdout.splitlines())
    id_ = next(row["id"] for row in rows if row["record"] == "document" and "toimintasuunnitelma 2022" in row["title"])
    records: list[dict[str, Any]] = json.loads(run("measures", id_, "--format", "json").stdout)
    return records


def test_later_papers_stand_beside_their_measure(found: list[dict[str, Any]]) -> None:
    """The decision of the body that answers for it, and the rows of the report; each with its words and day."""
    guide, phone, meeting = found
    assert [(news["day"], news["quotes"]) for news in guide["since"]] == [
        ("2023-03-20", ["Ohje julkaistiin lokakuussa 2022."])
    ]
    assert [(news["event"], news["day"]) for news in phone["since"]] == [("decided", "2022-09-14")]
    assert "perustaa päivystävän puhelinneuvonnan" in phone["since"][0]["quotes"][0]
    assert [news["quotes"] for news in meeting["since"]] == [["Ei aloitettu."]]


def test_another_town_is_not_it(found: list[dict[str, Any]]) -> None:
    """The same words of another town's board say nothing of the measure."""
    issuers = {news["document"]["issuer"] for one in found for news in one["since"]}
    assert not any("Kuusjärven" in str(issuer) for issuer in issuers)


def test_a_person_says_what_became_of_it(run: Run, found: list[dict[str, Any]]) -> None:
    """A measure whose words stand in a heading has a status too; nothing else of it is corrected."""
    id_ = found[1]["id"]
    said = run("review", id_[:8], "--status", "kesken", "--evidence", "puhelu 3.4.2023", "--by", "Outi")
    assert said.exit_code == 0, said.output
    shown = run("measures", found[1]["document"]["id"]).stdout
    assert "reviewed: kesken: puhelu 3.4.2023 (Outi)" in shown
    refused = run("review", id_[:8], "--kind", "decision", "--by", "Outi")
    assert refused.exit_code != 0
    assert "--status" in refused.output


def test_a_measure_is_cited(run: Run, found: list[dict[str, Any]]) -> None:
    """Its words and where they stand."""
    cited = run("cite", found[0]["id"])
    assert cited.exit_code == 0, cited.output
    assert "Laaditaan varhaiskasvatukseen ohje" in cited.stdout

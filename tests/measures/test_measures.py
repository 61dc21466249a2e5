"""Measures and recommendations, in the layouts in which Finnish plans, reports and answers print them."""

# ruff: noqa: E501 (rows of tables)

import pytest

from tests.measures.made import read, shown

TABLE = """# Lehtorannan turvallisuussuunnitelma 2024–2026

| Tavoite | Toimenpiteet | Vastuutahot | Yhteistyötahot | Aikataulu | Mittarit | Resurssit |
|---|---|---|---|---|---|---|
| 1 Hyväksikäyttö tunnistetaan | 1.1 Koulutetaan neuvoloiden henkilöstö | Perusturvalautakunta | Lyhtytupa ry | 2024–2025 | Koulutettujen määrä | Omana työnä |
|  | 1.2 Laaditaan ohje varhaiskasvatukseen | Sivistyslautakunta |  | 31.12.2024 mennessä | Ohje käytössä |  |
| 2 Apua saa nopeasti | 2.1 Avataan päivystävä puhelin | Kunnanhallitus | poliisi |  |  | 8 000 €/v |
| Yhteensä |  |  |  |  |  | 8 000 € |
"""


def test_table_with_goals_and_empty_cells() -> None:
    """Cells keep to their columns though some are empty; a goal holds for the rows below it, nothing else does."""
    document, found = read(TABLE)
    assert shown(found) == [
        (
            "1.1",
            "Koulutetaan neuvoloiden henkilöstö",
            {
                "goal": "1 Hyväksikäyttö tunnistetaan",
                "responsible": "Perusturvalautakunta",
                "partners": "Lyhtytupa ry",
                "schedule": "2024–2025",
                "indicator": "Koulutettujen määrä",
                "funding": "Omana työnä",
            },
        ),
        (
            "1.2",
            "Laaditaan ohje varhaiskasvatukseen",
            {
                "goal": "1 Hyväksikäyttö tunnistetaan",
                "responsible": "Sivistyslautakunta",
                "schedule": "31.12.2024 mennessä",
                "indicator": "Ohje käytössä",
            },
        ),
        (
            "2.1",
            "Avataan päivystävä puhelin",
            {
                "goal": "2 Apua saa nopeasti",
                "responsible": "Kunnanhallitus",
                "partners": "poliisi",
                "funding": "8 000 €/v",
            },
        ),
    ]
    assert str(found[1].when and found[1].when.end) == "2024-12-31"
    for measure in found:
        assert measure.span.of(document.text) == measure.quote
        assert all(field.span.of(document.text) == field.quote for field in measure.fields)


HTML_TABLE = """<html lang="fi"><body><h1>Toimenpideohjelma</h1><table>
<tr><th rowspan="2">Nro</th><th>Toimenpide</th><th>Päävastuu</th><th>Seuranta</th></tr>
<tr></tr>
<tr><td colspan="4">Tavoite A: Uhrit tavoitetaan</td></tr>
<tr><td>1</td><td>Perustetaan neuvontapiste satamaan</td><td rowspan="2">hyvinvointipalvelut</td><td>kävijämäärä</td></tr>
<tr><td>2</td><td>Käännetään esite viidelle kielelle</td><td>esitteiden määrä</td></tr>
</table></body></html>"""


def test_html_cells_that_span_rows_and_columns() -> None:
    """A cell that fills two rows pushes those beside it to the right; a row across the table is a heading."""
    _, found = read(HTML_TABLE, "ohjelma.html")
    assert shown(found) == [
        (
            "1",
            "Perustetaan neuvontapiste satamaan",
            {"goal": "Tavoite A: Uhrit tavoitetaan", "responsible": "hyvinvointipalvelut", "indicator": "kävijämäärä"},
        ),
        (
            "2",
            "Käännetään esite viidelle kielelle",
            {"goal": "Tavoite A: Uhrit tavoitetaan", "indicator": "esitteiden määrä"},
        ),
    ]


LABELS = """# Saarimaan toimintaohjelma hyväksikäyttöä vastaan

## 2 Toimenpiteet

### Toimenpide 2.1 Vahvistetaan tarkastajien osaamista

Tarkastajat kohtaavat hyväksikäytön merkkejä työpaikoilla.

Vastuutaho: Saarimaan hyvinvointiministeriö

Yhteistyötahot: Lyhtytupa ry, kunnat

Aikataulu: 2023–2024. Mittari: koulutettujen tarkastajien osuus.

### Toimenpide 2.2

Selvitetään uhrien asumispalvelujen tarve.

Päävastuu: Saarimaan turvallisuusministeriö
Rahoitus ja resurssit: momentin 26.01.20 määrärahasta 40 000 euroa

## 3 Seuranta

Ohjausryhmä seuraa ohjelmaa: se kokoontuu neljä kertaa vuodessa.
"""


def test_numbered_headings_with_labels() -> None:
    """Labels below a heading belong to it, several on a line too; prose with a colon is no label."""
    _, found = read(LABELS)
    assert shown(found) == [
        (
            "2.1",
            "Vahvistetaan tarkastajien osaamista",
            {
                "description": "Tarkastajat kohtaavat hyväksikäytön merkkejä työpaikoilla.",
                "responsible": "Saarimaan hyvinvointiministeriö",
                "partners": "Lyhtytupa ry, kunnat",
                "schedule": "2023–2024.",
                "indicator": "koulutettujen tarkastajien osuus.",
            },
        ),
        (
            "2.2",
            "Selvitetään uhrien asumispalvelujen tarve.",
            {
                "responsible": "Saarimaan turvallisuusministeriö",
                "funding": "momentin 26.01.20 määrärahasta 40 000 euroa",
            },
        ),
    ]
    assert [actor.name.casefold() for actor in found[0].actors] == ["saarimaan hyvinvointiministeriö"]


BOX = """# Toimenpidekortit

| | |
|---|---|
| Toimenpide 4 | Sovitaan yhteyshenkilöistä poliisin kanssa |
| Vastuutaho | hyvinvointipalvelut |
| Aikataulu | kevät 2024 |

| | |
|---|---|
| Toimenpide 5 | Kootaan tilasto yhteydenotoista |
| Vastuutaho | Lyhtytupa ry |
| Seuranta | vuosittain lautakunnassa |
"""


def test_a_box_for_each_measure() -> None:
    """Labels in the first column, one table a measure."""
    _, found = read(BOX)
    assert shown(found) == [
        (
            "4",
            "Sovitaan yhteyshenkilöistä poliisin kanssa",
            {"responsible": "hyvinvointipalvelut", "schedule": "kevät 2024"},
        ),
        (
            "5",
            "Kootaan tilasto yhteydenotoista",
            {"responsible": "Lyhtytupa ry", "indicator": "vuosittain lautakunnassa"},
        ),
    ]


REPORT = """# Tarkastuslautakunnan arviointikertomus 2023

Suositus 1. Kaupungin tulisi nimetä palveluohjaajalle sijainen.

Suositus 2. Hankintojen valvontaohje on saatava käyttöön. Sopimuksia on jo uusittu ilman sitä.

Suositus 4 on toteutettu osittain, ja sen seuranta jatkuu.

Toimenpide 3 koskee vain uusia sopimuksia.

## Suositukset

1. Koulutuksen kattavuus kirjataan henkilöstökertomukseen.
2. Kriisimajoituksen käyttöastetta seurataan kuukausittain.

## Muut havainnot

1. Kokouksia pidettiin yhdeksän.
"""


def test_recommendations_by_number_and_list() -> None:
    """What a word and a number open, and what stands below its heading; a sentence about one is none."""
    _, found = read(REPORT)
    assert [(m.kind, m.number, m.quote) for m in found] == [
        ("recommendation", "1", "Kaupungin tulisi nimetä palveluohjaajalle sijainen."),
        ("recommendation", "2", "Hankintojen valvontaohje on saatava käyttöön."),
        ("recommendation", "1", "Koulutuksen kattavuus kirjataan henkilöstökertomukseen."),
        ("recommendation", "2", "Kriisimajoituksen käyttöastetta seurataan kuukausittain."),
    ]
    assert shown(found)[1][2] == {"description": "Sopimuksia on jo uusittu ilman sitä."}


def test_answers_beside_recommendations() -> None:
    """*Suositus | Vastaus*: the answer is a part of the row."""
    _, found = read(
        "# Vastine\n\n| Suositus | Kaupunginhallituksen vastaus |\n|---|---|\n"
        "| 1. Palveluohjaajalle nimetään sijainen | Sijainen on nimetty 1.2.2024. |\n"
    )
    assert shown(found) == [("1", "Palveluohjaajalle nimetään sijainen", {"answer": "Sijainen on nimetty 1.2.2024."})]
    assert found[0].kind == "recommendation"


@pytest.mark.parametrize(
    "text",
    [
        "# Pöytäkirja\n\nAika: 9.2.2021 klo 13\n\nPaikka: Kaupungintalo\n\nOsallistujat: Outi Peltovuori, pj.\n\nAvattiin kokous.",
        "# Talousarvio\n\n| Tulosalue | 2023 | 2024 |\n|---|---|---|\n| Hyvinvointi | 12 | 14 |\n",
        "# Kokoukset\n\n| Aika | Paikka | Aihe |\n|---|---|---|\n| 1.2.2024 | Kuusjärvi | Avaus |\n",
        "# Sisällys\n\nToimenpide 1: Laaditaan opas ........ 12\n\nToimenpide 2: Avataan puhelin ........ 14\n",
        "# Tiedote\n\nAikataulu: hanke alkaa syksyllä.\n\nLisätietoja: Reko Sinervä",
        "# Ohje\n\n1. Kysy, onko uhri turvassa.\n2. Soita päivystykseen.\n",
    ],
    ids=["meeting", "budget", "meetings", "contents", "release", "guide"],
)
def test_what_is_no_plan(text: str) -> None:
    """Heads of meetings, budgets, lists of contents and guides give no rows."""
    assert read(text)[1] == ()


SWEDISH = """# Handlingsplan

| Åtgärd | Ansvarig aktör | Tidtabell | Uppföljning |
|---|---|---|---|
| 1. Personalen utbildas | Social- och hälsovårdsministeriet | 2024 | antalet utbildade |
"""


def test_swedish_labels() -> None:
    """The labels of a plan in Swedish are known too."""
    assert shown(read(SWEDISH)[1]) == [
        (
            "1",
            "Personalen utbildas",
            {
                "responsible": "Social- och hälsovårdsministeriet",
                "schedule": "2024",
                "indicator": "antalet utbildade",
            },
        )
    ]

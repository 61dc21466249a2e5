"""A plan against labour exploitation: one wide ruled table over two pages, with a heading row for each goal."""

from examples.elements import HEADING, TITLE, Example, Layout, Table, Text

HEAD = ("Nro", "Toimenpide", "Vastuutaho", "Yhteistyötahot", "Aikataulu", "Seuranta ja mittarit", "Rahoitus")
CLAUSE = "Lisätään siivous- ja ravintola-alan sopimuksiin ehto, jonka mukaan sopimus voidaan purkaa työntekijöiden"
DESK = "Avataan kausityöntekijöille neuvontapiste, jossa voi kysyä palkasta, työajasta ja asumisesta"
ROWS = (
    ("1.1", "Laaditaan hankintayksiköille ohje alihankintaketjujen tarkistamisesta", "Kuusjärven hankintapalvelut",
     "Kuusjärven poliisilaitos, aluehallintovirasto", "29.2.2024 mennessä", "Ohje on hyväksytty ja käytössä",
     "Omana työnä"),
    ("1.2", f"{CLAUSE} hyväksikäytön perusteella", "Kuusjärven hankintapalvelut", "Lehtorannan kunta", "Kevät 2024",
     "Osuus uusista sopimuksista, joissa ehto on", "Omana työnä"),
    ("1.3", "Järjestetään hankinnoista vastaaville koulutus hyväksikäytön merkeistä", "Kuusjärven hyvinvointipalvelut",
     "Kuusjärven yrittäjät", "Vuosittain", "Koulutettujen määrä, palautekysely", "4 000 euroa vuodessa"),
    ("2.1", "Käännetään työntekijän oikeuksista kertova esite seitsemälle kielelle", "Kuusjärven elinvoimapalvelut",
     "Kuusjärven yrittäjät, oppilaitokset", "1.5.2024 mennessä", "Jaettujen esitteiden määrä kielittäin",
     "6 500 euroa"),
    ("2.2", f"{DESK} omalla kielellään", "Kuusjärven elinvoimapalvelut", "Lyhtytupa ry", "Kesä–elokuu 2024",
     "Käyntien määrä", "12 000 euroa"),
    ("2.3", "Sovitaan tarkastuskäynneistä kausityöpaikoille aluehallintoviraston kanssa",
     "Kuusjärven kaupunginhallitus", "", "30.4.2024 mennessä", "Käyntien määrä kesässä", ""),
    ("3.1", "Nimetään hyvinvointipalveluihin yhteyshenkilö, jolle hyväksikäyttöä epäilevä voi soittaa",
     "Kuusjärven hyvinvointipalvelut", "Kuusjärven poliisilaitos", "1.2.2024 mennessä", "Yhteydenottojen määrä",
     "Omana työnä"),
    ("3.2", "Sovitaan kiireellisen majoituksen järjestämisestä työnantajan asunnosta lähteville",
     "Kuusjärven hyvinvointipalvelut", "Lehtorannan kunta, Lyhtytupa ry", "Syksy 2024", "Apua saaneiden määrä",
     "20 000 euroa, haetaan valtionavustusta"),
)  # fmt: skip
GOALS = {
    "1.1": "Tavoite 1: Kaupungin omissa hankinnoissa ei hyväksikäytetä ketään",
    "2.1": "Tavoite 2: Työntekijät tuntevat oikeutensa",
    "3.1": "Tavoite 3: Apu löytyy nopeasti",
}
FORMER = (
    ("Toimenpide", "Tilanne 1.9.2023"),
    ("Kartoitetaan kausityön riskit", "Kartoitus valmistui elokuussa 2022."),
    ("Valmistellaan hankintojen valvontaohje", "Kesken: valtakunnallinen mallisopimus puuttuu."),
)
"""What became of the measures of the programme 2022–2024 that this plan goes on with."""
WIDTHS = (34.0, 190.0, 112.0, 112.0, 84.0, 112.0, 84.0)


def _rows() -> tuple[tuple[str, ...], ...]:
    rows: list[tuple[str, ...]] = [HEAD]
    for row in ROWS:
        if row[0] in GOALS:
            rows.append(("", GOALS[row[0]], *[""] * 5))
        rows.append(row)
    return tuple(rows)


EXAMPLE = Example(
    name="suunnitelma-kuusjarvi-tyoperainen-hyvaksikaytto-2023.pdf",
    title="Kuusjärven työperäisen hyväksikäytön torjunnan toimenpidesuunnitelma 2024–2025",
    author="Kuusjärven kaupunki",
    layout=Layout(
        header=(((56, "Kuusjärven kaupunki"), (420, "Toimenpidesuunnitelma 2024–2025"), (740, "{page} ({pages})")),),
        left=56,
        right=56,
        top=84,
        bottom=82,
        landscape=True,
    ),
    content=(
        Text("Kuusjärven työperäisen hyväksikäytön torjunnan toimenpidesuunnitelma 2024–2025", TITLE),
        Text("Kuusjärven kaupunki, elinvoimapalvelut"),
        Text("Kaupunginhallitus 11.9.2023 § 212"),
        Text("1 Miksi suunnitelma on laadittu", HEADING),
        Text(
            "Kuusjärvellä työskentelee kesäisin runsaat neljäsataa kausityöntekijää, ja kaupunki ostaa siivous- ja "
            "ateriapalveluja noin kymmenellä miljoonalla eurolla vuodessa. Elinvoimapalvelut kartoitti kausityön "
            "riskit kesällä 2022. Tähän suunnitelmaan on koottu, mitä kartoituksen perusteella tehdään."
        ),
        Text("2 Toimenpiteet", HEADING),
        Table(WIDTHS, _rows(), splits=True),
        Text("3 Toimintaohjelman 2022–2024 toimenpiteet, joita suunnitelma jatkaa", HEADING),
        Table((300.0, 300.0), FORMER),
        Text("4 Seuranta", HEADING),
        Text("Elinvoimapalvelut raportoi suunnitelman toteutumisesta kaupunginhallitukselle vuosittain helmikuussa."),
    ),
)

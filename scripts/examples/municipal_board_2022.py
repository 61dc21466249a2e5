"""A municipal board's item in the label-column layout: narrow labels at the left, their text beside them."""

from examples.elements import Example, Gap, Labelled, Layout, Style, Text

NAME = Style("Helvetica-Bold", 11.5, 14.5, after=10, indent=104, keep=True)

EXAMPLE = Example(
    name="paatos-lehtoranta-kunnanhallitus-2022-87.pdf",
    title="Kunnanhallitus 13.6.2022 § 87",
    author="Lehtorannan kunta",
    layout=Layout(
        header=(
            ((68, "Lehtorannan kunta"), (330, "Pöytäkirjanote"), (500, "{page} ({pages})")),
            ((68, "Kunnanhallitus"), (330, "13.6.2022"), (420, "§ 87")),
        ),
        footer=(((68, "Otteen oikeaksi todistaa: arkistosihteeri Martta Lepistönoja"),),),
        top=104,
        bottom=84,
    ),
    content=(
        Text("Yhteistyösopimus kriisimajoituksen järjestämisestä Kuusjärven kaupungin kanssa", NAME),
        Labelled("Dno", ("LEHT/312/05.06.01/2022",)),
        Labelled("Päätöshistoria", ("Perusturvalautakunta 24.5.2022 § 45",)),
        Labelled(
            "Tiivistelmä",
            (
                (
                    "Lehtorannan kunta ja Kuusjärven kaupunki järjestävät ihmiskaupan ja lähisuhdeväkivallan uhrien "
                    "kriisimajoituksen yhdessä 1.9.2022 alkaen."
                ),
            ),
        ),
        Labelled(
            "Esittelyteksti",
            (
                (
                    "Kunnalla ei ole omaa kriisimajoitusta. Uhreja on jouduttu sijoittamaan väliaikaisesti "
                    "leirintäalueen mökkeihin, mikä ei ole turvallista eikä uhrin edun mukaista."
                ),
                (
                    "Sopimuksen mukaan Kuusjärven kaupunki vastaa yksikön henkilöstöstä ja Lehtorannan kunta tiloista. "
                    "Kunta luovuttaa yksikön käyttöön entisen terveys\u00adaseman asuinsiiven. Tilat on kunnostettava "
                    "ennen yksikön avaamista."
                ),
                (
                    "Kunnan osuus kustannuksista on vuonna 2022 enintään 38 000 euroa. Sopimus on voimassa 31.12.2024 "
                    "saakka. Yksikön toiminnasta raportoidaan molemmille kunnille neljännesvuosittain."
                ),
                (
                    "Perusturvalautakunta esitti, että kunta osallistuu myös yhteisen päivystysnumeron kustannuksiin. "
                    "Kunnanhallituksen esittelijä ei pidä sitä tässä vaiheessa perusteltuna."
                ),
            ),
        ),
        Labelled("Liitteet", ("Sopimusluonnos 7.6.2022",)),
        Labelled("Oheismateriaali", ("Kustannuslaskelma",)),
        Labelled("Esittelijä", ("Kunnanjohtaja Pirjetta Salokorpi",)),
        Labelled(
            "Päätösesitys",
            (
                (
                    "Kunnanhallitus hyväksyy liitteenä olevan sopimuksen ja oikeuttaa kunnanjohtajan allekirjoittamaan "
                    "sen."
                ),
                "Lisäksi kunnanhallitus kehottaa teknistä toimea kunnostamaan tilat 31.8.2022 mennessä.",
            ),
        ),
        Labelled(
            "Päätös",
            (
                "Päätösesitys hyväksyttiin.",
                (
                    "Lisäksi kunnanhallitus päätti, että perusturvajohtaja tuo kunnanhallitukselle selvityksen yksikön "
                    "käyttöasteesta helmikuussa 2023."
                ),
            ),
        ),
        Labelled("Valmistelijat", ("Perusturvajohtaja Taisto Vuorisola, puh. 000 555 2210",)),
        Labelled(
            "Täytäntöönpano\u00adtiedot",
            ("Ote: Kuusjärven kaupunki, tekninen toimi", "Oikaisuvaatimusohje"),
        ),
        Gap(8),
    ),
)

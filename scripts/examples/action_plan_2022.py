"""The city's action plan 2022–2024: headings, numbered measures and a table of who does what by when."""

from examples.word import Heading, Paragraph, Plan, Table

PLAN = Plan(
    name="suunnitelma-kuusjarvi-toimintaohjelma-2022-2024.docx",
    title="Kuusjärven ihmiskaupan vastainen toimintaohjelma 2022–2024",
    author="Kuusjärven kaupunki",
    header="Kuusjärven kaupunki",
    content=(
        Paragraph("Kuusjärven ihmiskaupan vastainen toimintaohjelma 2022–2024", "Title"),
        Paragraph("Kuusjärven kaupunki, hyvinvointipalvelut"),
        Paragraph("Kaupunginhallitus 23.5.2022 § 143"),
        Heading("1 Johdanto", 1),
        Paragraph(
            "Ihmiskauppa on vakava rikos, joka jää usein piiloon. Kuusjärvellä kunnalliset palvelut ovat "
            "kohdanneet viime vuosina sekä työperäisen että seksuaalisen hyväksikäytön uhreja. Kaupunginvaltuusto "
            "kehotti 10.11.2021 laatimaan kaupungille toimintaohjelman, ja hyvinvointilautakunta käsitteli "
            "luonnoksen 12.4.2022."
        ),
        Paragraph(
            "Ohjelmassa sovitaan, mitä kaupunki tekee uhrien tunnistamiseksi ja auttamiseksi vuosina 2022–2024 ja "
            "kuka mistäkin vastaa."
        ),
        Heading("2 Vastuut ja seuranta", 1),
        Paragraph(
            "Ohjelman toimeenpanosta vastaa hyvinvointijohtaja. Palveluohjaajan tehtävänä on ohjata uhreja "
            "palveluihin ja neuvoa henkilöstöä. Hyvinvointilautakunta seuraa ohjelman toteutumista puolivuosittain."
        ),
        Paragraph(
            "Hyvinvointipalvelut laatii ohjelmasta seurantaraportin maaliskuussa 2023 ja maaliskuussa 2024. "
            "Ohjelman vaikutukset arvioidaan ulkopuolisen arvioijan toimesta ohjelmakauden lopussa, jos ministeriö "
            "myöntää arviointiin rahoituksen."
        ),
        Heading("3 Toimenpiteet", 1),
        Heading("3.1 Uhrien tunnistaminen", 2),
        Paragraph("Laaditaan opas ihmiskaupan tunnistamisesta hyvinvointipalvelujen henkilöstölle.", "List Number"),
        Paragraph("Järjestetään vuosittain koulutus kaikille asiakastyötä tekeville.", "List Number"),
        Paragraph("Lisätään tunnistamisen tarkistuslista asiakastietojärjestelmään vuoden 2023 aikana.", "List Number"),
        Heading("3.2 Auttaminen ja palveluohjaus", 2),
        Paragraph(
            "Hyvinvointipalvelut nimeää palveluohjaajan, jolle uhri, läheinen tai työntekijä voi soittaa arkisin. "
            "Palveluohjaaja aloittaa työnsä viimeistään 1.9.2022."
        ),
        Paragraph(
            "Kaupunki sopii Lehtorannan kunnan kanssa kriisimajoituksesta. Lyhtytupa ry on sitoutunut tarjoamaan "
            "uhreille oikeudellista neuvontaa ohjelmakauden ajan."
        ),
        Heading("3.3 Työperäisen hyväksikäytön ehkäiseminen", 2),
        Paragraph(
            "Hankintapalvelut valmistelee ohjeen, jonka avulla alihankintaketjujen työehdot tarkistetaan kaupungin "
            "omissa hankinnoissa. Siivous- ja ravintola-alan sopimuksiin tulisi lisätä ehto, jonka mukaan sopimus "
            "voidaan purkaa hyväksikäytön perusteella."
        ),
        Heading("4 Toimenpiteet, vastuutahot ja aikataulu", 1),
        Table(
            (
                ("Toimenpide", "Vastuutaho", "Aikataulu"),
                ("Laaditaan tunnistamisen opas", "Hyvinvointipalvelut", "28.2.2023 mennessä"),
                ("Nimetään palveluohjaaja", "Hyvinvointipalvelut", "1.9.2022 mennessä"),
                (
                    "Perustetaan yhteistyöryhmä poliisin kanssa",
                    "Hyvinvointipalvelut ja Kuusjärven poliisilaitos",
                    "syksy 2022",
                ),
                ("Valmistellaan hankintojen valvontaohje", "Hankintapalvelut", "vuoden 2023 loppuun mennessä"),
                ("Kartoitetaan kausityön riskit", "Elinvoimapalvelut", "kesä–elokuu 2022"),
            )
        ),
        Heading("5 Rahoitus", 1),
        Paragraph(
            "Saarimaan hyvinvointiministeriö on myöntänyt ohjelmaan 120 000 euroa vuosille 2022–2023. Kaupunki varaa "
            "toimenpiteisiin 60 000 euroa vuonna 2024. Rahoitus ei kata turva-asuntojen vuokria."
        ),
    ),
)

"""A committee's minutes: ruled tables of participants, running header, a cut sentence, an annex that was scanned."""

from examples.elements import HEADING, TITLE, Bullet, Example, Layout, ScannedPage, Style, Table, Text

PLAIN = Style(size=11, leading=15.6)
LINE = Style(after=1)
LAST_LINE = Style(after=8)
ITEM = Style("Helvetica-Bold", 11.5, 15, before=9, after=5, keep=True)
AGENDA = Style(after=2)

EXAMPLE = Example(
    name="poytakirja-kuusjarvi-hyvinvointilautakunta-2022-04-12.pdf",
    title="Hyvinvointilautakunta 12.4.2022, pöytäkirja",
    author="Kuusjärven kaupunki",
    layout=Layout(
        header=(
            ((68, "Kuusjärven kaupunki"), (330, "Pöytäkirja 4/2022"), (500, "{page} ({pages})")),
            ((68, "Hyvinvointilautakunta"),),
            ((330, "12.4.2022"),),
        ),
        footer=(
            ((68, "Kuusjärven kaupunki, PL 10, 99990 Kuusjärvi"), (330, "Tarkastajien nimikirjaimet ______  ______")),
        ),
        top=104,
        bottom=108,
    ),
    content=(
        Text("HYVINVOINTILAUTAKUNTA", TITLE),
        Text("PÖYTÄKIRJA 4/2022", HEADING),
        Text("Aika: tiistai 12.4.2022 klo 16.00–18.25", LINE),
        Text("Paikka: kaupungintalo, kokoushuone Lukki", LAST_LINE),
        Text("Jäsenet", HEADING),
        Table(
            (170, 140, 150),
            (
                ("Nimi", "Rooli", "Huomautuksia"),
                ("Marketta Ojalehto", "puheenjohtaja", ""),
                ("Väinö Kallioharju", "varapuheenjohtaja", ""),
                ("Iiris Vaskela", "jäsen", ""),
                ("Elmeri Tuomikoski", "jäsen", "poistui klo 17.40"),
                ("Saimi Raitasuo", "jäsen", ""),
            ),
        ),
        Text("Muut osallistujat", HEADING),
        Table(
            (120, 110, 130, 100),
            (
                ("Nimi", "Nimike", "Organisaatio", "Rooli"),
                ("Seija Lammensalo", "hyvinvointijohtaja", "Kuusjärven kaupunki", "esittelijä"),
                ("Reko Sinervä", "palvelujohtaja", "Kuusjärven kaupunki", "asiantuntija"),
                ("Heimo Jänkälä", "ylikomisario", "Kuusjärven poliisilaitos", "asiantuntija"),
                ("Oona Kivelaho", "kaupunginsihteeri", "Kuusjärven kaupunki", "pöytäkirjanpitäjä"),
            ),
        ),
        Text("Käsitellyt asiat", HEADING),
        Text("§ 38 Kokouksen laillisuus ja päätösvaltaisuus", AGENDA),
        Text("§ 39 Pöytäkirjan tarkastajat", AGENDA),
        Text("§ 40 Kuusjärven ihmiskaupan vastainen toimintaohjelma 2022–2024", AGENDA),
        Text("§ 41 Lausunto kriisimajoituksen järjestämisestä", AGENDA),
        Text("§ 42 Seuraava kokous", AGENDA),
        Text("§ 38 Kokouksen laillisuus ja päätösvaltaisuus", ITEM),
        Text(
            "Puheenjohtaja avasi kokouksen klo 16.00. Kokous todettiin laillisesti koolle kutsutuksi ja "
            "päätösvaltaiseksi."
        ),
        Text("§ 39 Pöytäkirjan tarkastajat", ITEM),
        Text(
            "Pöytäkirjan tarkastajiksi valittiin Iiris Vaskela ja Elmeri Tuomikoski. Pöytäkirja tarkastetaan "
            "viimeistään tiistaina 19.4.2022.",
            PLAIN,
        ),
        Text("§ 40 Kuusjärven ihmiskaupan vastainen toimintaohjelma 2022–2024", ITEM),
        Text("KUU 2022-000188 T 00 00 02"),
        Text("Selostus", HEADING),
        Text(
            "Kaupunginvaltuusto kehotti 10.11.2021 (§ 112) hyvinvointilautakuntaa laatimaan kaupungin ihmiskaupan "
            "vastaisen toimintaohjelman. Ohjelmaa on valmisteltu työryhmässä, johon kuuluivat hyvinvointipalvelut, "
            "Kuusjärven poliisilaitos ja Lyhtytupa ry. Luonnoksesta järjestettiin kuulemistilaisuus 9.3.2022.",
            PLAIN,
        ),
        Text(
            "Ohjelmalla on kolme painopistettä: uhrien tunnistaminen, palveluohjaus ja työperäisen hyväksikäytön "
            "ehkäiseminen. Hyvinvointipalveluihin nimetään palveluohjaaja, joka vastaa uhrien ohjaamisesta "
            "palveluihin. Henkilöstön perehdytysaineisto valmistuu syksyllä 2022. Saarimaan hyvinvointiministeriö "
            "on myöntänyt ohjelman käynnistämiseen 120 000 euron valtionavustuksen. Avustus on käytettävä "
            "31.12.2023 mennessä.",
            PLAIN,
        ),
        Text(
            "Ohjelman vaikutuksia on vaikea arvioida etukäteen, koska ilmiö on suurelta osin piilossa. Siksi "
            "työryhmä pitää tarpeellisena, että seurantatietoa kerätään alusta alkaen samalla tavalla kaikissa "
            "yksiköissä.",
            PLAIN,
        ),
        Text("Päätösehdotus", HEADING),
        Text(
            "Hyvinvointilautakunta päättää esittää kaupunginhallitukselle, että kaupunginhallitus hyväksyy "
            "liitteenä 1 olevan toimintaohjelman vuosille 2022–2024.",
            PLAIN,
        ),
        Text("Käsittely", HEADING),
        Text(
            "Jäsen Saimi Raitasuo ehdotti, että ohjelmaan lisätään kustannusarvio. Ehdotus hyväksyttiin "
            "yksimielisesti.",
            PLAIN,
        ),
        Text("Päätös", HEADING),
        Text(
            "Hyvinvointilautakunta hyväksyi päätösehdotuksen näin täydennettynä. Palvelujohtaja lisää "
            "kustannusarvion ohjelmaan ennen kaupunginhallituksen käsittelyä.",
            PLAIN,
        ),
        Text("§ 41 Lausunto kriisimajoituksen järjestämisestä", ITEM),
        Text("Selostus", HEADING),
        Text(
            "Lehtorannan kunta on pyytänyt hyvinvointilautakunnan lausuntoa yhteisen kriisimajoitusyksikön "
            "perustamisesta. Lausunto on annettava 31.5.2022 mennessä. Kuusjärvellä uhreja on tähän asti "
            "majoitettu matkustajakoteihin, mitä ei voida pitää turvallisena ratkaisuna. Lehtorannan luonnoksen "
            "mukaan yksikkö sijoitettaisiin entisen terveysaseman tiloihin, ja siinä olisi neljä asuntoa. "
            "Kuljetuksista, vartioinnista ja tulkkauksesta ei ole vielä sovittu.",
            PLAIN,
        ),
        Text(
            "Majoitusta tulisi olla tarjolla ympäri vuorokauden. Mikäli yhteistä yksikköä ei perusteta, kaupunki "
            "hankkii kaksi turva-asuntoa ostopalveluna. Kustannukset katetaan hyvinvointilautakunnan "
            "talous\u00adarviosta, eikä lisämäärärahaa tarvita. Palvelujohtaja Reko Sinervä ja ylikomisario Heimo "
            "Jänkälä vastasivat jäsenten kysymyksiin.",
            PLAIN,
        ),
        Text("Päätös", HEADING),
        Text("Hyvinvointilautakunta jätti asian yksimielisesti pöydälle."),
        Text("§ 42 Seuraava kokous", ITEM),
        Text("Seuraava kokous pidetään tiistaina 10.5.2022 klo 16.00."),
        Text("Puheenjohtaja päätti kokouksen klo 18.25."),
        Text("Pöytäkirjan vakuudeksi", HEADING),
        Text("Marketta Ojalehto\npuheenjohtaja"),
        Text("Oona Kivelaho\npöytäkirjanpitäjä"),
        Text("Liitteet", HEADING),
        Bullet("1", "Kuusjärven ihmiskaupan vastainen toimintaohjelma 2022–2024, luonnos", LINE),
        Bullet("2", "Kuusjärven poliisilaitoksen lausunto 4.4.2022", LINE),
        ScannedPage(
            (
                "KUUSJÄRVEN POLIISILAITOS",
                "",
                "LAUSUNTO                                          4.4.2022",
                "",
                "",
                "Kuusjärven kaupunki",
                "Hyvinvointilautakunta",
                "",
                "",
                "Luonnos ihmiskaupan vastaiseksi toimintaohjelmaksi",
                "",
                "",
                "Poliisilaitos pitää luonnosta hyvänä pohjana yhteistyölle.",
                "",
                "Poliisilaitos nimeää ihmiskaupparikoksia varten",
                "yhdyshenkilön 31.8.2022 mennessä.",
                "",
                "Poliisilaitos ehdottaa, että yhteystiedot tarkistetaan",
                "kaksi kertaa vuodessa.",
                "",
                "",
                "",
                "Heimo Jänkälä",
                "ylikomisario",
                "",
                "",
                "",
                "",
                "                                              Liite 2",
            )
        ),
    ),
)

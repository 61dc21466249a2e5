"""A follow-up report set in two columns."""

from examples.elements import Bullet, Example, Layout, Style, Text

BODY = Style(size=12, leading=17, after=10)
NAME = Style("Helvetica-Bold", 14, 17, after=6, keep=True)
HEAD = Style("Helvetica-Bold", 11.5, 15, before=8, after=4, keep=True)

EXAMPLE = Example(
    name="raportti-kuusjarvi-seuranta-2024-03.pdf",
    title="Kuusjärven ihmiskaupan vastaisen toimintaohjelman seurantaraportti 2023",
    author="Kuusjärven kaupunki",
    layout=Layout(
        header=(((56, "Kuusjärven kaupunki"), (300, "Seurantaraportti 2023"), (510, "{page} ({pages})")),),
        left=56,
        right=52,
        top=84,
        bottom=150,
        columns=2,
        gutter=26,
    ),
    content=(
        Text("Kuusjärven ihmiskaupan vastaisen toimintaohjelman seurantaraportti 2023", NAME),
        Text("Kuusjärven kaupunki, hyvinvointipalvelut", BODY),
        Text("Julkaistu 19.3.2024", BODY),
        Text("1 Johdanto", HEAD),
        Text(
            "Kaupunginhallitus hyväksyi Kuusjärven ihmiskaupan vastaisen toimintaohjelman 23.5.2022. Tässä "
            "raportissa kuvataan, miten ohjelman toimenpiteet ovat edenneet vuonna 2023 ja mitä on vielä "
            "tekemättä. Tiedot on koottu yksiköiden ilmoituksista ja Lyhtytupa ry:n tilastoista.",
            BODY,
        ),
        Text("2 Toteutuneet toimenpiteet", HEAD),
        Text(
            "Palveluohjaaja aloitti työnsä 1.9.2022. Vuoden 2023 aikana hän ohjasi palveluihin 34 ihmistä, joista "
            "yhdeksän oli alaikäisiä. Tunnistamisen opas julkaistiin helmikuussa 2023, ja sitä on jaettu kaikkiin "
            "hyvinvointipalvelujen yksiköihin.",
            BODY,
        ),
        Text(
            "Kuusjärven poliisilaitos on nimennyt yhdyshenkilön, ja kaupungin ja poliisin yhteistyöryhmä on "
            "kokoontunut kahden kuukauden välein. Lehtorannan kanssa perustettu kriisi\u00admajoitus\u00adyksikkö "
            "otettiin käyttöön 3.10.2022, kuukauden suunniteltua myöhemmin.",
            BODY,
        ),
        Text("3 Viivästyneet toimenpiteet", HEAD),
        Text(
            "Hankintojen valvontaohjetta ei ole vielä saatu valmiiksi. Hankintapalvelut saattaa ohjeen "
            "kaupunginhallituksen käsittelyyn kesäkuun 2024 loppuun mennessä. Koulutukset toteutuivat vain "
            "osittain, koska henkilöstöä oli vaikea irrottaa työstä.",
            BODY,
        ),
        Text(
            "Kyselyyn vastanneista työntekijöistä 41 prosenttia arvioi tunnistavansa ihmiskaupan merkit hyvin tai "
            "melko hyvin. Osuus on kasvanut kahdessa vuodessa 17 prosenttiyksikköä, mutta erot yksiköiden välillä "
            "ovat suuria.",
            BODY,
        ),
        Text("4 Suositukset", HEAD),
        Text("Raportin perusteella suositellaan, että", BODY),
        Bullet("–", "palveluohjaajan tehtävä vakinaistetaan vuoden 2025 alusta", BODY),
        Bullet("–", "koulutus sisällytetään perehdytykseen kaikissa yksiköissä", BODY),
        Bullet("–", "lapsiuhrien palvelupolku kuvataan yhdessä koulujen kanssa.", BODY),
        Text(
            "Työsuojelun ja kaupungin yhteisiä tarkastuskäyntejä kausityöpaikoille olisi lisättävä. Kesällä 2023 "
            "käyntejä tehtiin vain kaksi.",
            BODY,
        ),
        Text("5 Jatkotoimet", HEAD),
        Text(
            "Hyvinvointilautakunta käsittelee raportin huhtikuussa 2024. Uuden ohjelmakauden valmistelu aloitetaan "
            "syksyllä 2024, ja ohjelma vuosille 2025–2027 tuodaan kaupunginvaltuuston päätettäväksi viimeistään "
            "31.1.2025. Hyvinvointipalvelut on varannut valmisteluun 15 000 euroa.",
            BODY,
        ),
        Text(
            "Valtionavustuskausi päättyi vuoden 2023 lopussa. Ellei uutta avustusta myönnetä, palveluohjaajan "
            "palkkaus siirtyy kokonaan kaupungin vastattavaksi 1.7.2024.",
            BODY,
        ),
        Text("Lisätietoja", HEAD),
        Text("palvelujohtaja Reko Sinervä, puh. 000 555 1340", BODY),
        Text("suunnittelija Alviina Hietarinne, puh. 000 555 1352", BODY),
    ),
)

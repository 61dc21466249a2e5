"""Pairs of clauses: the same commitment met again, and near misses. All sentences are our own."""

from dataclasses import dataclass

from tests.threads.made import Said

KH, KV = "Kuusjärven kaupunginhallitus", "Kuusjärven kaupunginvaltuusto"
HL = "Kuusjärven hyvinvointilautakunta"
LK = "Lehtorannan kunnanhallitus"
OM, STM, SM = "oikeusministeriö", "sosiaali- ja terveysministeriö", "sisäministeriö"


@dataclass(frozen=True)
class Pair:
    """Two sentences, and whether they tell of one commitment."""

    id: str
    first: Said
    second: Said
    is_same: bool


def same(id_: str, first: Said, second: Said) -> Pair:
    return Pair(id_, first, second, True)


def other(id_: str, first: Said, second: Said) -> Pair:
    return Pair(id_, first, second, False)


PAIRS: tuple[Pair, ...] = (
    # --- the same again ---------------------------------------------------------------------------------------------
    same(
        "promised and published",
        Said("Oikeusministeriö laatii oppaan uhrien tunnistamisesta 31.3.2022 mennessä.", "2021-10-04", OM),
        Said("Oikeusministeriö julkaisi oppaan uhrien tunnistamisesta 15.3.2022.", "2022-05-02", OM, "press_release"),
    ),
    same(
        "in preparation and published late",
        Said("Oikeusministeriössä on valmisteilla ihmiskaupan vastainen toimintaohjelma.", "2021-03-30", OM),
        Said("Ihmiskaupan vastainen toimintaohjelma julkaistiin 7.6.2021.", None, None, "web_page"),
    ),
    same(
        "promised and handed over",
        Said("Sisäministeriö toimittaa selvityksen säilöönoton vaihtoehdoista 30.9.2020 mennessä.", "2020-05-05", SM),
        Said("Sisäministeriö toimitti selvityksen säilöönoton vaihtoehdoista 28.9.2020.", "2020-11-10", SM),
    ),
    same(
        "decided and told by its date",
        Said("Kaupunginvaltuusto hyväksyi turvakodin hankesuunnitelman.", "2021-11-10", KV),
        Said("Kaupunginvaltuusto hyväksyi 10.11.2021 turvakodin hankesuunnitelman.", "2022-04-12", HL),
    ),
    same(
        "decided and told by a report",
        Said("Kaupunginhallitus päätti hyväksyä Kuusjärven kotoutumisohjelman.", "2022-05-23", KH),
        Said("Kaupunginhallitus hyväksyi Kuusjärven kotoutumisohjelman 23.5.2022.", "2024-03-19", KH, "report"),
    ),
    same(
        "deadline lengthened",
        Said("Hankintapalvelut laatii alihankinnan valvontaohjeen 31.12.2023 mennessä.", "2022-05-23", KH),
        Said(
            "Kaupunginhallitus päätti pidentää alihankinnan valvontaohjeen määräaikaa siten, että ohje laaditaan "
            "29.2.2024 mennessä.",
            "2023-03-27",
            KH,
        ),
    ),
    same(
        "new deadline without a word of moving",
        Said("Hyvinvointilautakunta laatii esteettömyyssuunnitelman 31.5.2021 mennessä.", "2020-10-01", KH),
        Said("Hyvinvointilautakunta laatii esteettömyyssuunnitelman 30.11.2021 mennessä.", "2021-06-14", KH),
    ),
    same(
        "moved as a noun",
        Said(
            "Ohjausryhmä päätti, että ohjelmasta teetetään ulkopuolinen arviointi keväällä 2023.",
            "2021-11-25",
            "Seurantaohjelman ohjausryhmä",
            "minutes",
        ),
        Said(
            "Ohjausryhmä päätti siirtää ulkopuolisen arvioinnin syksyyn 2023.",
            "2023-03-02",
            "Seurantaohjelman ohjausryhmä",
            "minutes",
        ),
    ),
    same(
        "outside by two words",
        Said("Ohjelmasta teetetään ulkopuolinen arviointi vuonna 2023.", "2021-11-25", OM, "plan"),
        Said("Oikeusministeriö teettää ohjelmasta ulkoisen arvioinnin vuonna 2023.", "2022-06-01", OM),
    ),
    same(
        "asked by one and promised by the other",
        Said(
            "Kaupunginhallitus kehotti hyvinvointilautakuntaa laatimaan päihdepalvelujen palvelupolun 30.6.2022 "
            "mennessä.",
            "2021-12-13",
            KH,
        ),
        Said("Hyvinvointilautakunta laatii päihdepalvelujen palvelupolun 30.6.2022 mennessä.", "2022-01-25", HL),
    ),
    same(
        "asked and done",
        Said(
            "Kaupunginhallitus kehotti hyvinvointilautakuntaa kartoittamaan asunnottomien tuen tarpeet.",
            "2021-12-13",
            KH,
        ),
        Said("Hyvinvointilautakunta on kartoittanut asunnottomien tuen tarpeet.", "2022-09-20", HL),
    ),
    same(
        "proposed by the board and decided by the council",
        Said("Kaupunginhallitus esittää, että kaupunginvaltuusto perustaa turvakodin Rantakylään.", "2022-02-07", KH),
        Said("Kaupunginvaltuusto päätti perustaa turvakodin Rantakylään.", "2022-03-09", KV),
    ),
    same(
        "compound and its words",
        Said(
            "Hankintapalvelut valmistelee ohjeen alihankintaketjujen valvonnasta vuoden 2023 loppuun mennessä.",
            "2022-05-23",
            KH,
        ),
        Said(
            "Hankintapalvelut valmistelee hankintojen valvontaohjeen vuoden 2023 loppuun mennessä.",
            "2022-05-23",
            "Kuusjärven kaupunki",
            "plan",
        ),
    ),
    same(
        "body with and without its town",
        Said(
            "Hyvinvointilautakunta nimeää päihdetyön yhdyshenkilön 31.8.2022 mennessä.",
            "2022-04-12",
            "Kuusjärven kaupunki",
            "plan",
        ),
        Said("Kuusjärven hyvinvointilautakunta on nimennyt päihdetyön yhdyshenkilön.", "2022-10-11", HL),
    ),
    same(
        "standing follow-up restated",
        Said("Hyvinvointilautakunta seuraa toimintaohjelman toteutumista puolivuosittain.", "2022-05-23", HL, "plan"),
        Said("Hyvinvointilautakunta seuraa toimintaohjelman toteutumista puolivuosittain.", "2023-03-27", HL),
    ),
    same(
        "grant told twice",
        Said(
            "Sosiaali- ja terveysministeriö on myöntänyt turvakodin käynnistämiseen 90 000 euron valtionavustuksen.",
            "2022-04-12",
            HL,
        ),
        Said("Sosiaali- ja terveysministeriö on myöntänyt turvakodille 90 000 euroa.", "2022-05-23", KH),
    ),
    same(
        "unit opened a month late",
        Said("Hyvinvointilautakunta avaa päihdeyksikön Rantakylässä 1.9.2022.", "2022-04-12", HL),
        Said("Hyvinvointilautakunta avasi päihdeyksikön Rantakylässä 3.10.2022.", "2023-02-14", HL),
    ),
    same(
        "working group set up",
        Said("Kaupunginhallitus päätti asettaa turvallisuussuunnitelmaa valmistelevan työryhmän.", "2021-10-18", KH),
        Said("Kaupunginhallitus on asettanut turvallisuussuunnitelmaa valmistelevan työryhmän.", "2021-11-10", KV),
    ),
    same(
        "by the case number",
        Said(
            "Kaupunginhallitus myöntää Kotisataman korjaukseen lisämäärärahan.",
            "2023-02-06",
            KH,
            case="KUU 2023-000051",
            part="proposal",
        ),
        Said(
            "Kaupunginhallitus päätti myöntää Kotisataman korjaukseen lisämäärärahan.",
            "2023-02-20",
            KH,
            case="KUU 2023-000051",
            part="decision",
        ),
    ),
    same(
        "refused and proposed again",
        Said("Kaupunginhallitus päätti, ettei palveluohjaajan virkaa vakinaisteta.", "2023-03-27", KH),
        Said("Raportissa ehdotetaan, että palveluohjaajan virka vakinaistetaan.", "2024-03-19", KH, "report"),
    ),
    same(
        "report finished soon after its day",
        Said(
            "Kunnanhallitus päätti, että perusturvajohtaja tuo kunnanhallitukselle selvityksen asumisyksikön "
            "käyttöasteesta helmikuussa 2023.",
            "2022-06-13",
            LK,
        ),
        Said(
            "Lehtorannan kunnassa on valmistunut selvitys asumisyksikön käyttöasteesta.",
            "2023-03-02",
            "Lehtorannan kunta",
            "minutes",
        ),
    ),
    # --- near misses ------------------------------------------------------------------------------------------------
    other(
        "interim and final report of one body",
        Said(
            "Ohjausryhmä päätti, että ohjelmasta laaditaan väliraportti vuoden 2022 loppuun mennessä.",
            "2021-11-25",
            "Seurantaohjelman ohjausryhmä",
            "minutes",
        ),
        Said(
            "Ohjausryhmä päätti, että ohjelmasta laaditaan loppuraportti vuoden 2024 loppuun mennessä.",
            "2023-03-02",
            "Seurantaohjelman ohjausryhmä",
            "minutes",
        ),
    ),
    other(
        "two reports on two matters",
        Said("Sisäministeriö laatii selvityksen säilöönoton vaihtoehdoista.", "2020-05-05", SM),
        Said("Sisäministeriö laati selvityksen rajavalvonnan kustannuksista.", "2020-11-10", SM),
    ),
    other(
        "report of this year and of the next",
        Said("Hyvinvointipalvelut laatii seurantaraportin maaliskuussa 2023.", "2022-05-23", HL, "plan"),
        Said("Hyvinvointipalvelut laatii seurantaraportin maaliskuussa 2024.", "2023-05-23", HL, "plan"),
    ),
    other(
        "course of two years",
        Said(
            "Hyvinvointilautakunta järjestää henkilöstölle koulutuksen tunnistamisesta vuonna 2022.", "2022-01-25", HL
        ),
        Said("Hyvinvointilautakunta järjesti henkilöstölle koulutuksen tunnistamisesta vuonna 2023.", "2024-01-23", HL),
    ),
    other(
        "budget of two years",
        Said("Kaupunginvaltuusto hyväksyi vuoden 2021 talousarvion.", "2020-11-16", KV),
        Said("Kaupunginvaltuusto hyväksyi vuoden 2022 talousarvion.", "2021-11-15", KV),
    ),
    other(
        "minutes checked in two meetings",
        Said("Pöytäkirjan tarkastajiksi valittiin Iiris Vaskela ja Elmeri Tuomikoski.", "2022-04-12", HL, "minutes"),
        Said("Pöytäkirjan tarkastajiksi valittiin Iiris Vaskela ja Saimi Raitasuo.", "2022-05-10", HL, "minutes"),
    ),
    other(
        "agenda approved in two meetings",
        Said("Kokouksen esityslista hyväksyttiin.", "2022-04-12", HL, "minutes"),
        Said("Kokouksen esityslista hyväksyttiin.", "2022-05-10", HL, "minutes"),
    ),
    other(
        "tabled in two matters",
        Said("Kaupunginhallitus päätti panna asian pöydälle.", "2022-02-07", KH, case="KUU 2022-000011"),
        Said("Kaupunginhallitus päätti panna asian pöydälle.", "2022-02-14", KH, case="KUU 2022-000054"),
    ),
    other(
        "statements in two matters",
        Said(
            "Hyvinvointilautakunta antoi kaupunginhallitukselle seuraavan lausunnon:",
            "2021-09-21",
            HL,
            case="KUU 2021-000417",
        ),
        Said(
            "Hyvinvointilautakunta antoi kaupunginhallitukselle seuraavan lausunnon:",
            "2022-03-01",
            HL,
            case="KUU 2022-000020",
        ),
    ),
    other(
        "two initiatives closed",
        Said("Kaupunginvaltuusto katsoi aloitteen loppuun käsitellyksi.", "2021-11-10", KV, case="KUU 2021-000417"),
        Said("Kaupunginvaltuusto katsoi aloitteen loppuun käsitellyksi.", "2022-01-19", KV, case="KUU 2021-000502"),
    ),
    other(
        "one thing in two towns",
        Said("Kuusjärven kaupunginhallitus laatii kotoutumisohjelman 31.12.2022 mennessä.", "2022-02-07", KH),
        Said("Lehtorannan kunnanhallitus hyväksyi kotoutumisohjelman 5.12.2022.", "2023-01-16", LK),
    ),
    other(
        "the town's and the state's programme",
        Said("Kuusjärven kaupunki laatii ihmiskaupan vastaisen toimintaohjelman.", "2021-10-18", KH),
        Said("Valtakunnallinen ihmiskaupan vastainen toimintaohjelma julkaistiin 14.2.2022.", None, None, "web_page"),
    ),
    other(
        "programmes of two terms",
        Said("Ihmiskaupan vastainen toimintaohjelma 2016–2017 julkistettiin syksyllä 2016.", None, None, "web_page"),
        Said("Oikeusministeriössä on valmistelussa ihmiskaupan vastainen toimintaohjelma.", "2021-03-30", OM),
    ),
    other(
        "programmes published twice",
        Said("Ihmiskaupan vastainen toimintaohjelma julkistettiin syksyllä 2016.", None, None, "web_page"),
        Said("Ihmiskaupan vastainen toimintaohjelma julkaistiin 7.6.2021.", None, None, "web_page"),
    ),
    other(
        "two ministries, each its own guide",
        Said("Sisäministeriö julkaisee oppaan ihmiskaupan tunnistamisesta vuonna 2022.", "2021-09-01", SM),
        Said("Oikeusministeriö julkaisi oppaan ihmiskaupan tunnistamisesta vuonna 2022.", "2023-01-10", OM),
    ),
    other(
        "two guides of one body",
        Said("Oikeusministeriö julkaisee oppaan ihmiskaupan tunnistamisesta.", "2021-09-01", OM),
        Said("Oikeusministeriö julkaisi oppaan perintöriitojen sovittelusta.", "2022-01-10", OM),
    ),
    other(
        "named and dismissed",
        Said("Hyvinvointilautakunta nimeää palveluohjaajan Rantakylään.", "2022-04-12", HL),
        Said("Hyvinvointilautakunta irtisanoi palveluohjaajan Rantakylästä.", "2023-04-11", HL),
    ),
    other(
        "second round of a call",
        Said("Ministeriö avaa ensimmäisen hakukierroksen maaliskuussa 2022.", "2022-01-10", STM, "press_release"),
        Said("Ministeriö avasi toisen hakukierroksen syyskuussa 2022.", "2022-10-03", STM, "press_release"),
    ),
    other(
        "the thing and what it is about",
        Said("Hyvinvointilautakunta laatii toimintaohjelman nuorisotyöstä.", "2021-09-21", HL),
        Said("Hyvinvointilautakunta kouluttaa nuorisotyön henkilöstöä.", "2022-03-01", HL),
    ),
    other(
        "grants of two sums",
        Said("Sosiaali- ja terveysministeriö on myöntänyt turvakodille 90 000 euroa.", "2021-04-12", HL),
        Said("Sosiaali- ja terveysministeriö on myöntänyt turvakodille 70 000 euroa.", "2022-05-23", KH),
    ),
    other(
        "done before it was promised",
        Said("Sisäministeriö julkaisi tutkintaohjeen 3.2.2019.", "2019-03-01", SM, "press_release"),
        Said("Sisäministeriö julkaisee tutkintaohjeen 30.6.2022 mennessä.", "2022-01-10", SM, "press_release"),
    ),
    other(
        "two committees propose alike",
        Said(
            "Hyvinvointilautakunta esittää kaupunginhallitukselle, että kaupunginhallitus kohdentaa toipumisen "
            "määrärahan lasten palveluihin.",
            "2021-12-14",
            HL,
        ),
        Said(
            "Kuusjärven sivistyslautakunta esittää kaupunginhallitukselle, että kaupunginhallitus kohdentaa "
            "toipumisen määrärahan lasten palveluihin.",
            "2021-12-14",
            "Kuusjärven sivistyslautakunta",
        ),
    ),
    other(
        "every week another",
        Said("Kaupunginhallitus päätti järjestää seminaarin 12.5.2022.", "2022-02-07", KH),
        Said("Kaupunginhallitus päätti järjestää seminaarin 9.11.2022.", "2022-09-05", KH),
    ),
    other(
        "one formula for two companies",
        Said(
            "Arviointijohtaja päätti hyväksyä Hoivakulma Oy:n sosiaalipalvelujen tukipalvelujen tuottajaksi.",
            "2021-11-02",
            KH,
            case="KUU 2021-000611",
        ),
        Said(
            "Arviointijohtaja päätti hyväksyä Kotisiipi Oy:n sosiaalipalvelujen tukipalvelujen tuottajaksi.",
            "2021-11-02",
            KH,
            case="KUU 2021-000640",
        ),
    ),
    other(
        "statement asked on a matter, and the matter",
        Said(
            "Lehtorannan kunta on pyytänyt hyvinvointilautakunnan lausuntoa päihdeyksikön perustamisesta.",
            "2022-04-12",
            HL,
        ),
        Said("Päihdeyksikkö on otettu käyttöön lokakuussa 2022.", "2023-02-14", HL),
    ),
    other(
        "common words only",
        Said("Sosiaali- ja terveysministeriö kehittää yhteistyötä järjestöjen kanssa.", "2021-02-01", STM),
        Said("Sosiaali- ja terveysministeriö kehittää palveluja kuntien kanssa.", "2022-02-01", STM),
    ),
    other(
        "counts of two reports",
        Said("Hyvinvointilautakunta on kouluttanut 140 ammattilaista uhrien tunnistamiseen.", "2022-12-13", HL),
        Said("Hyvinvointilautakunta on kouluttanut 310 ammattilaista uhrien tunnistamiseen.", "2023-12-12", HL),
    ),
    other(
        "council of another town, called by its kind alone",
        Said(
            "Kaupunginvaltuusto hyväksyi asuntopoliittisen ohjelman.",
            "2021-11-10",
            "kaupunginvaltuusto",
            case="KUU 2021-000417",
        ),
        Said(
            "Helsingin kaupunginvaltuusto hyväksyi asuntopoliittisen ohjelman.",
            "2021-11-10",
            "Helsingin kaupunginvaltuusto",
            case="HEL 2021-004170",
        ),
    ),
)

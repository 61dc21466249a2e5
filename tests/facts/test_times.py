"""Times in Finnish sentences: what is found, with which role and value, and what is no time at all."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policysearch.facts.times import find_times
from policysearch.model.document import Section
from policysearch.model.text import Span
from policysearch.model.time import TimeExpression
from tests.facts.made import analysed, made_document

ANCHOR = dt.date(2021, 3, 15)  # a Monday


def _times(text: str, anchor: dt.date | None = ANCHOR) -> tuple[TimeExpression, ...]:
    document = made_document(text, date=anchor)
    return find_times(document, analysed(document))


def _shown(time: TimeExpression) -> tuple[str, str, str]:
    """Quote, role and value of a time, the value as begin/end, duration or R + recurrence."""
    when = time.when
    sides = [side.isoformat()[:16] if side is not None else "" for side in (when.begin, when.end)]
    value = when.duration or (f"R{when.recurrence}" if when.recurrence else "/".join(sides) if any(sides) else "")
    return time.quote, when.role, value


CASES = [
    # Days
    ("Kokous pidetään 2. helmikuuta 2021.", [("2. helmikuuta 2021", "event", "2021-02-02/2021-02-02")]),
    (
        "Laki tulee voimaan 1 päivänä tammikuuta 2023.",
        [("tulee voimaan 1 päivänä tammikuuta 2023", "start", "2023-01-01/")],
    ),
    ("Päätös annettiin 7.5.2021.", [("7.5.2021", "event", "2021-05-07/2021-05-07")]),
    ("Päätös annettiin 07.05.2021 Kuusjärvellä.", [("07.05.2021", "event", "2021-05-07/2021-05-07")]),
    ("Aineisto on tallennettu 2021-05-07.", [("2021-05-07", "event", "2021-05-07/2021-05-07")]),
    (
        "Huomautukset pyydetään perjantaihin 26.3. mennessä.",
        [("perjantaihin 26.3. mennessä", "deadline", "/2021-03-26")],
    ),
    ("Huomautukset pyydetään torstaihin 26.3. mennessä.", [("torstaihin 26.3. mennessä", "deadline", "")]),
    ("Palaute annetaan viimeistään 30.4.2021.", [("viimeistään 30.4.2021", "deadline", "/2021-04-30")]),
    (
        "Raportti valmistuu kesäkuun 15. päivään mennessä.",
        [("kesäkuun 15. päivään mennessä", "deadline", "/2021-06-15")],
    ),
    (
        "Rahaa voi käyttää tammikuun viimeiseen päivään asti.",
        [("tammikuun viimeiseen päivään asti", "deadline", "/2022-01-31")],
    ),
    ("Toimi alkaa 1.6.2021 alkaen.", [("1.6.2021 alkaen", "start", "2021-06-01/")]),
    ("Määräys on voimassa 1.8.2021 lukien.", [("1.8.2021 lukien", "start", "2021-08-01/")]),
    ("Tukea maksettiin ennen 1.6.2020.", [("ennen 1.6.2020", "deadline", "/2020-05-31")]),
    ("Tukea maksetaan 31.12.2021 jälkeen.", [("31.12.2021 jälkeen", "start", "2022-01-01/")]),
    ("Sopimus päättyy 31.12.2022.", [("päättyy 31.12.2022", "deadline", "/2022-12-31")]),
    ("Määräaika on 31.5.2021.", [("31.5.2021", "deadline", "/2021-05-31")]),
    (
        "Kokouksia on 10.4., 14.5. ja 12.6.2022.",
        [
            ("10.4.", "event", "2022-04-10/2022-04-10"),
            ("14.5.", "event", "2022-05-14/2022-05-14"),
            ("12.6.2022", "event", "2022-06-12/2022-06-12"),
        ],
    ),
    # Ranges of days
    ("Koulutus järjestetään 5.–6.10.2021.", [("5.–6.10.2021", "event", "2021-10-05/2021-10-06")]),
    ("Seminaari on 1.–3. kesäkuuta 2021.", [("1.–3. kesäkuuta 2021", "event", "2021-06-01/2021-06-03")]),
    (
        "Työryhmä asetetaan ajalle 1.6.2020–31.12.2022.",
        [("ajalle 1.6.2020–31.12.2022", "period", "2020-06-01/2022-12-31")],
    ),
    ("Toimikausi on 15.1.2021 - 31.5.2023.", [("15.1.2021 - 31.5.2023", "period", "2021-01-15/2023-05-31")]),
    ("Haku on auki 15.12.–15.1.2022.", [("15.12.–15.1.2022", "period", "2021-12-15/2022-01-15")]),
    ("Haku on auki 1.9–30.9.2021.", [("1.9–30.9.2021", "period", "2021-09-01/2021-09-30")]),
    # Clock times
    (
        "Kokous on tiistaina 16. maaliskuuta 2021 klo 9.30–11.00.",
        [
            ("tiistaina 16. maaliskuuta 2021 klo 9.30–11.00", "event", "2021-03-16T09:30/2021-03-16T11:00"),
        ],
    ),
    ("Puheenjohtaja avasi kokouksen klo 13:34.", [("klo 13:34", "event", "2021-03-15T13:34/2021-03-15T13:34")]),
    ("Kokous päättyi klo 14.40.", [("klo 14.40", "event", "2021-03-15T14:40/2021-03-15T14:40")]),
    ("Julkaistu 8.3.2021 15.09", [("8.3.2021 15.09", "event", "2021-03-08T15:09/2021-03-08T15:09")]),
    ("Hakemus jätetään 30.4.2021 klo 16 mennessä.", [("30.4.2021 klo 16 mennessä", "deadline", "/2021-04-30T16:00")]),
    # Months
    ("Selvitys valmistuu kesäkuussa 2021.", [("kesäkuussa 2021", "event", "2021-06-01/2021-06-30")]),
    ("Raportti annetaan kesäkuussa.", [("kesäkuussa", "event", "2021-06-01/2021-06-30")]),
    ("Raportti annettiin kesäkuussa.", [("kesäkuussa", "event", "2020-06-01/2020-06-30")]),
    ("Kesäkuussa annettu raportti on luettavissa verkossa.", [("Kesäkuussa", "event", "2020-06-01/2020-06-30")]),
    ("Kyselyyn vastataan tammi–helmikuussa 2022.", [("tammi–helmikuussa 2022", "period", "2022-01-01/2022-02-28")]),
    ("Kysely tehdään touko-kesäkuun aikana.", [("touko-kesäkuun aikana", "period", "2021-05-01/2021-06-30")]),
    ("Kysely tehdään huhti- ja toukokuussa 2021.", [("huhti- ja toukokuussa 2021", "period", "2021-04-01/2021-05-31")]),
    ("Työ tehdään maaliskuun loppuun mennessä.", [("maaliskuun loppuun mennessä", "deadline", "/2021-03-31")]),
    ("Ohje lähetetään joulukuun alkuun mennessä.", [("joulukuun alkuun mennessä", "deadline", "/2021-12-01")]),
    ("Kokous on syyskuun puolivälissä.", [("syyskuun puolivälissä", "event", "2021-09-11/2021-09-20")]),
    ("Kampanja alkoi lokakuun alussa 2020.", [("lokakuun alussa 2020", "start", "2020-10-01/2020-10-10")]),
    ("Ensi kesäkuussa kokoonnutaan.", [("Ensi kesäkuussa", "event", "2021-06-01/2021-06-30")]),
    ("Hanke käynnistyi viime lokakuussa.", [("viime lokakuussa", "start", "2020-10-01/2020-10-31")]),
    ("Ennakoitu valmistumisaika on marraskuussa 2021.", [("marraskuussa 2021", "deadline", "2021-11-01/2021-11-30")]),
    ("Ilmoitukset tehdään 12/2021 mennessä.", [("12/2021 mennessä", "deadline", "/2021-12-31")]),
    # Seasons
    ("Ohjelma julkistettiin syksyllä 2020.", [("syksyllä 2020", "event", "2020-09-01/2020-11-30")]),
    ("Kokous pidetään kevättalvella.", [("kevättalvella", "event", "2021-02-01/2021-04-30")]),
    ("Selvitys valmistuu loppusyksystä.", [("loppusyksystä", "event", "2021-11-01/2021-11-30")]),
    ("Hanke alkaa alkukesällä.", [("alkukesällä", "start", "2021-06-01/2021-06-30")]),
    ("Ensi syksynä käynnistyvä hanke on laaja.", [("Ensi syksynä käynnistyvä", "start", "2021-09-01/2021-11-30")]),
    ("Viime kesänä tehtiin kysely.", [("Viime kesänä", "event", "2020-06-01/2020-08-31")]),
    ("Koulutukset pidetään syksyn 2021 aikana.", [("syksyn 2021 aikana", "period", "2021-09-01/2021-11-30")]),
    ("Palataan asiaan talvella 2022.", [("talvella 2022", "event", "2021-12-01/2022-02-28")]),
    ("Ohje valmistuu ennen kesää.", [("ennen kesää", "deadline", "/2021-05-31")]),
    ("Hakemus jätetään syksyyn mennessä.", [("syksyyn mennessä", "deadline", "/2021-11-30")]),
    # Years and their parts
    ("Toimikunta perustettiin vuonna 2014.", [("vuonna 2014", "event", "2014-01-01/2014-12-31")]),
    ("Ohjelma toteutetaan vuosina 2021–2023.", [("vuosina 2021–2023", "period", "2021-01-01/2023-12-31")]),
    ("Ohjelma toteutetaan vuosina 2021 ja 2022.", [("vuosina 2021 ja 2022", "period", "2021-01-01/2022-12-31")]),
    ("Kokoukset ovat vuosina 2021 ja 2023.", [("vuosina 2021 ja 2023", "period", "")]),
    ("Toimintaohjelma 2016 - 2017 on päättynyt.", [("2016 - 2017", "period", "2016-01-01/2017-12-31")]),
    ("Puheenjohtajakausi (2023-2024) on pian.", [("2023-2024", "period", "2023-01-01/2024-12-31")]),
    ("Strategian 2021−2025 mukaan.", [("2021−2025", "period", "2021-01-01/2025-12-31")]),
    ("Toimintaa jatketaan vuoden 2023 loppuun.", [("vuoden 2023 loppuun", "deadline", "/2023-12-31")]),
    ("Rahoitus on vuoden 2021 loppuun asti.", [("vuoden 2021 loppuun asti", "deadline", "/2021-12-31")]),
    ("Työ alkoi vuoden 2021 alussa.", [("vuoden 2021 alussa", "start", "2021-01-01/2021-03-31")]),
    ("Kuluvan vuoden alusta poliisilla on ollut ryhmä.", [("Kuluvan vuoden alusta", "start", "2021-01-01/")]),
    ("Päästöt puolitetaan vuoteen 2030 mennessä.", [("vuoteen 2030 mennessä", "deadline", "/2030-12-31")]),
    ("Palvelua on tarjottu vuodesta 2013 asti.", [("vuodesta 2013 asti", "start", "2013-01-01/")]),
    ("Työtä tehtiin vuodesta 2016 vuoteen 2019.", [("vuodesta 2016 vuoteen 2019", "period", "2016-01-01/2019-12-31")]),
    ("Se sisältyy vuoden 2021 talousarvioon.", [("vuoden 2021 talousarvioon", "period", "2021-01-01/2021-12-31")]),
    ("Määräraha osoitetaan vuodelle 2022.", [("vuodelle 2022", "period", "2022-01-01/2022-12-31")]),
    ("Tilinpäätös vuodelta 2020 hyväksyttiin.", [("vuodelta 2020", "period", "2020-01-01/2020-12-31")]),
    ("Viime vuonna tunnistettiin uhreja.", [("Viime vuonna", "event", "2020-01-01/2020-12-31")]),
    ("Ensi vuonna järjestetään seminaari.", [("Ensi vuonna", "event", "2022-01-01/2022-12-31")]),
    ("Kuluvana vuonna järjestetään koulutusta.", [("Kuluvana vuonna", "period", "2021-01-01/2021-12-31")]),
    ("Ensi vuoden keväällä arvioidaan tulokset.", [("Ensi vuoden keväällä", "event", "2022-03-01/2022-05-31")]),
    (
        "Vuoden 2022 toisella neljänneksellä tehdään kysely.",
        [("Vuoden 2022 toisella neljänneksellä", "event", "2022-04-01/2022-06-30")],
    ),
    ("Kysely on Q3/2022.", [("Q3/2022", "event", "2022-07-01/2022-09-30")]),
    (
        "Vuoden 2021 ensimmäisellä puoliskolla säästettiin.",
        [("Vuoden 2021 ensimmäisellä puoliskolla", "event", "2021-01-01/2021-06-30")],
    ),
    ("Hankinta tehtiin alkuvuodesta 2020.", [("alkuvuodesta 2020", "event", "2020-01-01/2020-03-31")]),
    ("Muutos tehdään vuodenvaihteessa 2021–2022.", [("vuodenvaihteessa 2021–2022", "event", "2021-12-31/2022-01-01")]),
    ("Opetus järjestetään lukuvuonna 2021–2022.", [("lukuvuonna 2021–2022", "period", "2021-08-01/2022-07-31")]),
    ("1990-luvulla laki muuttui.", [("1990-luvulla", "period", "1990-01-01/1999-12-31")]),
    (
        "Hallituskauden loppuun mennessä laaditaan arvio.",
        [("Hallituskauden loppuun mennessä", "deadline", "/2023-04-01")],
    ),
    # Weeks, relative days
    ("Kysely lähetetään viikolla 23.", [("viikolla 23", "event", "2021-06-07/2021-06-13")]),
    ("Kokous on viikoilla 23–24.", [("viikoilla 23–24", "period", "2021-06-07/2021-06-20")]),
    ("Kokous on ensi viikolla.", [("ensi viikolla", "event", "2021-03-22/2021-03-28")]),
    ("Asiasta kerrottiin eilen.", [("eilen", "event", "2021-03-14/2021-03-14")]),
    ("Laki säädettiin kaksi vuotta sitten.", [("kaksi vuotta sitten", "event", "2019-01-01/2019-12-31")]),
    # Lengths
    ("Suunnitelman kesto on enintään kolme vuotta.", [("enintään kolme vuotta", "duration", "P3Y")]),
    ("Aikaa voidaan pidentää kahdella vuodella.", [("kahdella vuodella", "duration", "P2Y")]),
    ("Yksivuotinen hanke alkaa.", [("Yksivuotinen", "duration", "P1Y")]),
    (
        "Kaksipäiväinen koulutus ja 3-vuotinen ohjelma.",
        [("Kaksipäiväinen", "duration", "P2D"), ("3-vuotinen", "duration", "P3Y")],
    ),
    ("Viiden vuoden siirtymäaika on riittävä.", [("Viiden vuoden siirtymäaika", "duration", "P5Y")]),
    ("Selvitys annetaan neljän kuukauden kuluessa.", [("neljän kuukauden kuluessa", "deadline", "P4M")]),
    ("Vastaus annetaan 30 päivän kuluessa tiedoksisaannista.", [("30 päivän kuluessa", "deadline", "P30D")]),
    # … from the day of the document itself it has a date; from its being received it has none.
    (
        "Yhteystiedot ilmoitetaan kahden viikon kuluessa tämän kirjeen päiväyksestä.",
        [("kahden viikon kuluessa tämän kirjeen päiväyksestä", "deadline", "/2021-03-29")],
    ),
    (
        "Selvitys annetaan kuukauden kuluessa tämän päätöksen päivämäärästä lukien.",
        [("kuukauden kuluessa tämän päätöksen päivämäärästä lukien", "deadline", "/2021-04-15")],
    ),
    (
        "Selvitys annetaan 14 päivän kuluessa tämän päätöksen tiedoksisaannista.",
        [("14 päivän kuluessa", "deadline", "P14D")],
    ),
    ("Lupa myönnetään puoleksi vuodeksi.", [("puoleksi vuodeksi", "duration", "P6M")]),
    ("Hän on toiminut tehtävässä 3 vuotta ja 2 kuukautta.", [("3 vuotta ja 2 kuukautta", "duration", "P3Y2M")]),
    ("Viimeisten kolmen vuoden aikana tilanne parani.", [("Viimeisten kolmen vuoden aikana", "period", "P3Y")]),
    ("Sopimus on voimassa toistaiseksi.", [("toistaiseksi", "duration", "")]),
    ("Tapaaminen kestää noin 30 minuuttia.", [("noin 30 minuuttia", "duration", "PT30M")]),
    # Recurrences
    ("Ryhmä kokoontuu kerran kuussa.", [("kerran kuussa", "recurrence", "RP1M")]),
    ("Ryhmä kokoontuu n. kaksi kertaa vuodessa.", [("n. kaksi kertaa vuodessa", "recurrence", "RP6M")]),
    ("Asiasta raportoidaan vuosittain.", [("vuosittain", "recurrence", "RP1Y")]),
    ("Asiasta raportoidaan puolivuosittain.", [("puolivuosittain", "recurrence", "RP6M")]),
    ("Arviointi tehdään joka toinen vuosi.", [("joka toinen vuosi", "recurrence", "RP2Y")]),
    ("Arviointi tehdään kolmen vuoden välein.", [("kolmen vuoden välein", "recurrence", "RP3Y")]),
    # Lists, bare years, story
    (
        "Hanke toteutetaan syksyn 2021 ja kevään 2022 aikana.",
        [
            ("syksyn 2021", "period", "2021-09-01/2021-11-30"),
            ("kevään 2022 aikana", "period", "2022-03-01/2022-05-31"),
        ],
    ),
    ("Lautakunta päätti 11.9.2020 § 151 asiasta.", [("11.9.2020", "event", "2020-09-11/2020-09-11")]),
    (
        "Lukua muutettiin 16.2. ja 2.3.2017.",
        [("16.2.", "event", "2017-02-16/2017-02-16"), ("2.3.2017", "event", "2017-03-02/2017-03-02")],
    ),
    (
        "Näyttely on 10. kesäkuuta – 12. heinäkuuta 2021.",
        [
            ("10. kesäkuuta – 12. heinäkuuta 2021", "period", "2021-06-10/2021-07-12"),
        ],
    ),
    ("Ohjelma julkaistiin 2016.", [("2016", "event", "2016-01-01/2016-12-31")]),
    ("Rakennus 2019 valmistuneen osan vieressä.", [("2019", "event", "2019-01-01/2019-12-31")]),
    ("Eduskuntavaaleissa 2019 äänestettiin.", [("2019", "event", "2019-01-01/2019-12-31")]),
    ("Kauden 2019 tuloksista raportoitiin.", [("Kauden 2019", "period", "2019-01-01/2019-12-31")]),
    ("Sopimuskausi on kaksi (2) vuotta.", [("kaksi (2) vuotta", "duration", "P2Y")]),
    ("Arviointi siirretään alkusyksyyn 2023.", [("alkusyksyyn 2023", "event", "2023-09-01/2023-09-30")]),
    # Words without a value
    ("Tämän jälkeen asia etenee.", [("Tämän jälkeen", "start", "")]),
    ("Viime vuosina työ on lisääntynyt.", [("Viime vuosina", "period", "")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_find_times_gives_quote_role_and_value(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Each sentence, said on 15 March 2021, has exactly these times."""
    assert [_shown(time) for time in _times(text)] == expected


NO_TIMES = [
    "Hallintosäännön 11 §:n 2 momentin mukaan asia ratkaistaan lautakunnassa.",
    "Lain (1386/2010) 5 luvun 3.2 kohdan mukaan.",
    "Asianumero HEL 2021-001526 T 00 00 03.",
    "Diaarinumero VN/12345/2021 ja TEM/234/2020.",
    "Puhelin 0295 150 011, faksi +358 9 655 783.",
    "Määräraha on talousarviokohdalla 5 10 01.",
    "Aloitteen on allekirjoittanut 15 valtuutettua.",
    "Rahoitus on noin 280 000 euroa, josta 2 000 euroa on käytetty.",
    "Raportissa on 2020 sivua ja versio on 1.4.",
    "3. kokous ja kokous 18/2021.",
    "Kohdassa 4.2. todetaan sama.",
    "Katso luku 3.1. ja liite 5.6.",
    "4.2. Tavoitteet ja keinot",
    "Huone 2021 ja Mannerheimintie 12.",
    "Kaupungissa on 2021 asukasta ja 1950 asuntoa.",
    "Agenda 2030 on kestävän kehityksen ohjelmatyön nimi.",
    "Kokous 7/2021 ja lupa numero 430/2019.",
    "Palvelu on tarkoitettu yli 18 vuotta täyttäneille ja 15-vuotiaille.",
    "Kustannukset ovat 300 euroa vuodessa.",
    "Y-tunnus on 0201256-6.",
    "Kaava 11.01.00/2011 on hyväksytty.",
    "Päivä päivältä kevät etenee.",
    "Ohjelman voimassaolon aikana tarve kasvaa hallituskauden aikana.",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_find_times_leaves_other_numbers_alone(text: str) -> None:
    """Sections, laws, diary numbers, telephones, money, ages and page counts are no times."""
    assert [_shown(time) for time in _times(text)] == []


@pytest.mark.parametrize(
    "text", ["Kokous on 26.3.", "Raportti annetaan kesäkuussa.", "Ensi vuonna jatketaan.", "Kokous alkoi klo 13.30."]
)
def test_find_times_without_an_anchor_has_no_date(text: str) -> None:
    """Where the document has no date, words without a year keep their role and get no value."""
    (time,) = _times(text, None)
    assert not time.when.is_resolved


def test_find_times_resolves_against_the_section() -> None:
    """Words of an earlier meeting are resolved against the day on which they were said."""
    text = "Lausunto annetaan kesäkuussa."
    section = Section(Span(0, 0), Span(0, len(text)), 1, said_on=dt.date(2019, 2, 1))
    document = made_document(text, date=ANCHOR, sections=[section])
    (time,) = find_times(document, analysed(document))
    assert time.when.begin == dt.date(2019, 6, 1)


def test_find_times_goes_on_from_the_last_year_of_a_story() -> None:
    """A month told in the past after a dated expression belongs to that story, not to the document's year."""
    first, second = _times("Hanke käynnistyi syksyllä 2018. Joulukuussa päätettiin jatkosta.")
    assert (first.when.begin, second.when.begin) == (dt.date(2018, 9, 1), dt.date(2018, 12, 1))


def test_find_times_marks_seasons_and_edges_as_approximate() -> None:
    """Seasons, *alussa* and *noin* name no sharp borders; months and ends do."""
    found = _times("Syksyllä 2021, vuoden 2022 alussa, kesäkuussa 2022 ja vuoden 2023 loppuun.")
    assert [time.when.approximate for time in found] == [True, True, False, False]


def test_find_times_quotes_are_verbatim_and_do_not_overlap() -> None:
    """Every quote is the text at its span, in order."""
    text = "Työ alkaa 1.1.2022 ja päättyy 31.12.2022, viimeistään ensi vuoden loppuun mennessä, noin kerran kuussa."
    found = _times(text)
    assert all(time.quote == time.span.of(text) for time in found)
    assert all(one.span.end <= two.span.start for one, two in itertools.pairwise(found))


_MONTHS = ["tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka", "marras", "joulu"]
_FORMS = [
    lambda d: f"{d.day}.{d.month}.{d.year}",
    lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    lambda d: f"{d.day}. {_MONTHS[d.month - 1]}kuuta {d.year}",
    lambda d: f"{d.day} päivänä {_MONTHS[d.month - 1]}kuuta {d.year}",
    lambda d: f"{_MONTHS[d.month - 1]}kuun {d.day}. päivänä {d.year}",
    lambda d: d.isoformat(),
]


@given(date=st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31)), form=st.sampled_from(range(len(_FORMS))))
def test_find_times_finds_a_written_date_again(date: dt.date, form: int) -> None:
    """A day written in any of the Finnish ways is found as that day."""
    written = _FORMS[form](date)
    (time,) = _times(f"Kokous pidetään {written} Kuusjärvellä.")
    assert (time.quote, time.when.begin, time.when.end) == (written, date, date)


@given(
    begin=st.dates(dt.date(1990, 1, 1), dt.date(2060, 1, 1)),
    days=st.integers(1, 900),
    dash=st.sampled_from(["–", "-", " – ", " - "]),
)
def test_find_times_finds_a_written_range_again(begin: dt.date, days: int, dash: str) -> None:
    """A range of full dates is one period with both ends."""
    end = begin + dt.timedelta(days=days)
    (time,) = _times(f"Työryhmän toimikausi on {_FORMS[0](begin)}{dash}{_FORMS[0](end)}.")
    assert (time.when.begin, time.when.end) == (begin, end)


@given(st.text(alphabet="0123456789.–- /:klo§vuonaie", max_size=40))
def test_find_times_reads_any_text(text: str) -> None:
    """No text stops it, and spans stay inside."""
    document = made_document(text or " ", date=ANCHOR)
    for time in find_times(document, analysed(document)):
        assert time.quote == time.span.of(document.text)

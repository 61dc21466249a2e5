"""Times by kind of construction: what verbs, bounds, turns and the clause around them make of an expression."""

import pytest

from tests.facts.test_times import _shown, _times

CASES = [
    # Beginnings and ends told by verbs
    ("Yksikkö aloitti toimintansa 1.1.2012.", [("aloitti toimintansa 1.1.2012", "start", "2012-01-01/")]),
    (
        "Lautakunta, joka on aloittanut toimintansa vuonna 2012, kokoontuu.",
        [("aloittanut toimintansa vuonna 2012", "start", "2012-01-01/2012-12-31")],
    ),
    ("Koordinaattori aloitti tehtävässään vuonna 2014.", [("vuonna 2014", "event", "2014-01-01/2014-12-31")]),
    ("Päivystys aloitettiin toukokuussa 2020.", [("toukokuussa 2020", "start", "2020-05-01/2020-05-31")]),
    ("Uusi asetus tulee voimaan 1.8.2022.", [("tulee voimaan 1.8.2022", "start", "2022-08-01/")]),
    (
        "Laki on tarkoitettu tulemaan voimaan 1 päivänä tammikuuta 2023.",
        [("tulemaan voimaan 1 päivänä tammikuuta 2023", "start", "2023-01-01/")],
    ),
    ("Sopimus tulee 1.8.2022 voimaan.", [("1.8.2022 voimaan", "start", "2022-08-01/")]),
    ("Sopimus on tullut Suomessa voimaan 1.9.2012.", [("voimaan 1.9.2012", "start", "2012-09-01/")]),
    ("1.8.2022 voimaan tuleva laki muuttaa tehtäviä.", [("1.8.2022 voimaan tuleva", "start", "2022-08-01/")]),
    ("Vuonna 1985 voimaan tulleessa kaavassa on määräyksiä.", [("Vuonna 1985", "event", "1985-01-01/1985-12-31")]),
    (
        "Laki tulee voimaan vuoden 2025 alussa.",
        [("tulee voimaan vuoden 2025 alussa", "start", "2025-01-01/2025-03-31")],
    ),
    ("Lausuntoajan päättyessä 30.4.2021 lausuntoja oli kuusi.", [("päättyessä 30.4.2021", "deadline", "/2021-04-30")]),
    (
        "Sopimuksen päätyttyä 31.12.2021 kilpailutetaan uudelleen.",
        [("päätyttyä 31.12.2021", "deadline", "/2021-12-31")],
    ),
    ("Sopimus irtisanotaan päättymään 31.12.2021.", [("päättymään 31.12.2021", "deadline", "/2021-12-31")]),
    ("Ohjelman alkaessa vuonna 2019 verkosto oli pieni.", [("vuonna 2019", "start", "2019-01-01/2019-12-31")]),
    ("Toimikauden alettua 1.6.2021 nimettiin jäsenet.", [("1.6.2021", "start", "2021-06-01/")]),
    (
        "Sopimuskausi alkaa 1.1.2022 ja päättyy 31.12.2025.",
        [("1.1.2022", "start", "2022-01-01/"), ("päättyy 31.12.2025", "deadline", "/2025-12-31")],
    ),
    (
        "Kampanja kiertää tiloilla kesä–elokuussa ja se päättyy elokuun lopussa.",
        [
            ("kesä–elokuussa", "period", "2021-06-01/2021-08-31"),
            ("päättyy elokuun lopussa", "deadline", "2021-08-22/2021-08-31"),
        ],
    ),
    # Beginnings and ends told by other words
    ("Aikaisintaan 1.1.2024 siirrytään uuteen malliin.", [("Aikaisintaan 1.1.2024", "start", "2024-01-01/")]),
    (
        "Periaatetta sovelletaan kauintaan 31.12.2022 saakka.",
        [("kauintaan 31.12.2022 saakka", "deadline", "/2022-12-31")],
    ),
    ("Toiminta jatkuu vuodesta 2022 eteenpäin.", [("vuodesta 2022 eteenpäin", "start", "2022-01-01/")]),
    (
        "Hallintosääntö on laadittava kesäkuun 2017 alusta lukien.",
        [("kesäkuun 2017 alusta lukien", "start", "2017-06-01/")],
    ),
    ("Virka täytetään ajan 1.5.2021–30.4.2022.", [("ajan 1.5.2021–30.4.2022", "period", "2021-05-01/2022-04-30")]),
    ("Optiokausi on 20.5.2022 – 19.5.2023.", [("20.5.2022 – 19.5.2023", "period", "2022-05-20/2023-05-19")]),
    (
        "12.3.2020 pidetyn kokouksen jälkeen valmistelu jatkui.",
        [("12.3.2020 pidetyn kokouksen jälkeen", "start", "2020-03-12/")],
    ),
    (
        "Eduskuntavaaleissa 2019 ja vuoden 2023 eduskuntavaaleissa äänestettiin.",
        [("2019", "event", "2019-01-01/2019-12-31"), ("vuoden 2023", "event", "2023-01-01/2023-12-31")],
    ),
    ("Vuoden 2025 kunta- ja aluevaaleissa äänestetään.", [("Vuoden 2025", "event", "2025-01-01/2025-12-31")]),
    # Bounds and lists
    (
        "Kysely tehdään maaliskuun ja kesäkuun 2021 välisenä aikana.",
        [("maaliskuun ja kesäkuun 2021 välisenä aikana", "period", "2021-03-01/2021-06-30")],
    ),
    (
        "Kysely tehdään 1.3. ja 31.5.2021 välisenä aikana.",
        [("1.3. ja 31.5.2021 välisenä aikana", "period", "2021-03-01/2021-05-31")],
    ),
    (
        "Kysely tehdään 1.12. ja 31.1.2022 välisenä aikana.",
        [("1.12. ja 31.1.2022 välisenä aikana", "period", "2021-12-01/2022-01-31")],
    ),
    (
        "Kysely tehdään syyskuun ja helmikuun välillä.",
        [("syyskuun ja helmikuun välillä", "period", "2021-09-01/2022-02-28")],
    ),
    (
        "Kysely tehdään maaliskuusta kesäkuuhun 2021.",
        [("maaliskuusta kesäkuuhun 2021", "period", "2021-03-01/2021-06-30")],
    ),
    (
        "Julkaisua on siirretty syyskuusta vuoden 2024 loppuun.",
        [("syyskuusta", "start", "2024-09-01/"), ("vuoden 2024 loppuun", "deadline", "/2024-12-31")],
    ),
    (
        "Kokouksia pidettiin huhtikuussa 2020 ja toukokuussa 2021.",
        [
            ("huhtikuussa 2020", "event", "2020-04-01/2020-04-30"),
            ("toukokuussa 2021", "event", "2021-05-01/2021-05-31"),
        ],
    ),
    ("Kysely tehdään tänä ja ensi vuonna.", [("tänä ja ensi vuonna", "period", "2021-01-01/2022-12-31")]),
    ("Sopimuksia tehtiin 1950- ja 1960-luvuilla.", [("1950- ja 1960-luvuilla", "period", "1950-01-01/1969-12-31")]),
    # Turns, halves, quarters, weeks of a month
    ("Luonnos valmistuu heinä-elokuun vaihteessa.", [("heinä-elokuun vaihteessa", "event", "2021-07-31/2021-08-01")]),
    (
        "Luonnos valmistuu kesä–heinäkuun vaihteessa 2022.",
        [("kesä–heinäkuun vaihteessa 2022", "event", "2022-06-30/2022-07-01")],
    ),
    (
        "Luonnos valmistuu vuosien 2021 ja 2022 vaihteessa.",
        [("vuosien 2021 ja 2022 vaihteessa", "event", "2021-12-31/2022-01-01")],
    ),
    ("Rekrytointi käynnistyy vuodenvaihteen jälkeen.", [("vuodenvaihteen jälkeen", "start", "2022-01-01/")]),
    (
        "Työ tehdään toukokuun toisella puoliskolla.",
        [("toukokuun toisella puoliskolla", "event", "2021-05-16/2021-05-31")],
    ),
    (
        "Palvelu kuvataan vuoden 2022 jälkipuoliskolla.",
        [("vuoden 2022 jälkipuoliskolla", "period", "2022-07-01/2022-12-31")],
    ),
    (
        "Kysely tehdään vuoden viimeisellä neljänneksellä.",
        [("vuoden viimeisellä neljänneksellä", "event", "2021-10-01/2021-12-31")],
    ),
    (
        "Raportti annetaan vuoden 2025 alkuneljänneksellä.",
        [("vuoden 2025 alkuneljänneksellä", "event", "2025-01-01/2025-03-31")],
    ),
    (
        "Luonnos valmistuu toukokuun viimeisellä viikolla.",
        [("toukokuun viimeisellä viikolla", "event", "2021-05-25/2021-05-31")],
    ),
    (
        "Luonnos valmistuu toukokuun ensimmäisellä viikolla 2022.",
        [("toukokuun ensimmäisellä viikolla 2022", "event", "2022-05-01/2022-05-07")],
    ),
    (
        "Kokous on huhtikuun ensimmäisenä tiistaina.",
        [("huhtikuun ensimmäisenä tiistaina", "event", "2021-04-06/2021-04-06")],
    ),
    (
        "Kokous on huhtikuun 2022 viimeisenä maanantaina.",
        [("huhtikuun 2022 viimeisenä maanantaina", "event", "2022-04-25/2022-04-25")],
    ),
    ("Määräaika on toukokuun toinen päivä 2021.", [("toukokuun toinen päivä 2021", "deadline", "/2021-05-02")]),
    (
        "Tilanne tarkistettiin vuoden 2020 viimeisenä päivänä.",
        [("vuoden 2020 viimeisenä päivänä", "event", "2020-12-31/2020-12-31")],
    ),
    ("Tila muuttui 2010-luvun lopulla.", [("2010-luvun lopulla", "period", "2017-01-01/2019-12-31")]),
    # Years that the clause tells
    ("Vuoden alusta lukien maksut nousevat.", [("Vuoden alusta lukien", "start", "2022-01-01/")]),
    ("Vuoden alusta maksut ovat nousseet.", [("Vuoden alusta", "start", "2021-01-01/")]),
    ("Suunnitelma laaditaan vuoden loppuun mennessä.", [("vuoden loppuun mennessä", "deadline", "/2021-12-31")]),
    ("Suunnitelma laadittiin vuoden lopussa.", [("vuoden lopussa", "event", "2020-10-01/2020-12-31")]),
    (
        "Pyydettiin häntä valmistelemaan ratkaisu vuoden loppuun mennessä.",
        [("vuoden loppuun mennessä", "deadline", "/2021-12-31")],
    ),
    ("Kuluneen vuoden aikana tehtiin arvio.", [("Kuluneen vuoden aikana", "period", "")]),
    ("Lautakunnan 2019 tekemää päätöstä noudatetaan.", [("2019", "event", "2019-01-01/2019-12-31")]),
    # Weekdays
    ("Viime maanantaina käsiteltiin asiaa.", [("Viime maanantaina", "event", "2021-03-08/2021-03-08")]),
    (
        "Luettelo kootaan ensi viikon perjantaihin mennessä.",
        [("ensi viikon perjantaihin mennessä", "deadline", "/2021-03-26")],
    ),
    ("Kokous pidettiin viime viikon torstaina.", [("viime viikon torstaina", "event", "2021-03-11/2021-03-11")]),
    ("Ohjelma alkaa torstaina klo 12.15.", [("torstaina klo 12.15", "event", "2021-03-18T12:15/2021-03-18T12:15")]),
    ("Kokous pidetään ti 16.3. klo 9.", [("ti 16.3. klo 9", "event", "2021-03-16T09:00/2021-03-16T09:00")]),
    ("Kokous pidettiin tiistaina 15.3.2021.", [("tiistaina 15.3.2021", "event", "")]),
    # Plans told in the past
    ("Lomaketta päätettiin testata viikoilla 21–22.", [("viikoilla 21–22", "period", "2021-05-24/2021-06-06")]),
    ("Kokous sovittiin pidettäväksi 12.5.", [("12.5.", "event", "2021-05-12/2021-05-12")]),
    ("Lautakunta päätti kokouksessaan 12.2. antaa lausunnon.", [("12.2.", "event", "2021-02-12/2021-02-12")]),
    ("Lautakunta käsitteli asiaa toukokuussa.", [("toukokuussa", "event", "2020-05-01/2020-05-31")]),
    # Lengths and recurrences
    ("Hanke kestää kaksi ja puoli vuotta.", [("kaksi ja puoli vuotta", "duration", "P30M")]),
    ("Hanke kestää 2,5 vuotta.", [("2,5 vuotta", "duration", "P30M")]),
    ("Sopimus tehdään kolmeksi tai useammaksi vuodeksi.", [("kolmeksi tai useammaksi vuodeksi", "duration", "P3Y")]),
    ("Käyttöönottoa siirretään vuodella.", [("vuodella", "duration", "P1Y")]),
    ("Kutsu lähetetään vähintään neljä päivää ennen kokousta.", [("vähintään neljä päivää ennen", "deadline", "P4D")]),
    ("Kutsu lähetetään viikkoa ennen kokousta.", [("viikkoa ennen", "deadline", "P1W")]),
    ("Vuoden kuluttua tehdään arvio.", [("Vuoden kuluttua", "event", "P1Y")]),
    ("Seuraavan kahden vuoden aikana palkataan ohjaajia.", [("Seuraavan kahden vuoden aikana", "period", "P2Y")]),
    ("Kysely toistetaan 3–5 vuoden välein.", [("3–5 vuoden välein", "recurrence", "")]),
    ("Ryhmä kokoontuu 2–4 kertaa vuodessa.", [("2–4 kertaa vuodessa", "recurrence", "")]),
    ("Ryhmä kokoontuu kahdesti vuodessa.", [("kahdesti vuodessa", "recurrence", "RP6M")]),
    (
        "Ryhmä kokoontuu joka kuukauden ensimmäisenä tiistaina.",
        [("joka kuukauden ensimmäisenä tiistaina", "recurrence", "RP1M")],
    ),
    ("Raportti annetaan kunkin vuoden lopussa.", [("kunkin vuoden lopussa", "recurrence", "RP1Y")]),
    ("Arvio tehdään kerran valtuustokaudessa.", [("kerran valtuustokaudessa", "recurrence", "RP4Y")]),
    ("Arvio tehdään valtuustokausittain.", [("valtuustokausittain", "recurrence", "RP4Y")]),
    (
        "Hinnat tarkistetaan vuosittain tammikuussa.",
        [("vuosittain", "recurrence", "RP1Y"), ("tammikuussa", "event", "")],
    ),
    (
        "Selvitys annetaan vuosittain 31.3. mennessä.",
        [("vuosittain", "recurrence", "RP1Y"), ("31.3. mennessä", "deadline", "")],
    ),
    # Beside another day word, or of the year named before
    ("Selvitys julkistetaan huomenna tiistaina.", [("huomenna tiistaina", "event", "2021-03-16/2021-03-16")]),
    ("Selvitys julkistetaan huomenna torstaina.", [("huomenna torstaina", "event", "")]),
    ("Ilmoittaudu tänään kello 16 mennessä.", [("tänään kello 16 mennessä", "deadline", "/2021-03-15T16:00")]),
    ("Työryhmä luovutti mietintönsä maanantaina.", [("maanantaina", "event", "2021-03-15/2021-03-15")]),
    (
        "Ohjelma hyväksyttiin vuonna 2018. Ministeriö asetti ryhmän saman vuoden elokuussa.",
        [
            ("vuonna 2018", "event", "2018-01-01/2018-12-31"),
            ("saman vuoden elokuussa", "event", "2018-08-01/2018-08-31"),
        ],
    ),
    ("Vastaava luku oli tammikuussa vastaavana aikana 71.", [("tammikuussa", "event", "2021-01-01/2021-01-31")]),
    ("Aikataulu: 2023", [("2023", "period", "2023-01-01/2023-12-31")]),
    # Written with a slip or a space
    ("Asia käsiteltiin 3.11 .2020 uudelleen.", [("3.11 .2020", "event", "2020-11-03/2020-11-03")]),
    ("Kokous pidetään 5.4.-7.4.2021.", [("5.4.-7.4.2021", "event", "2021-04-05/2021-04-07")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_find_times_reads_constructions(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Each sentence, said on 15 March 2021, has exactly these times."""
    assert [_shown(time) for time in _times(text)] == expected


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Huomautukset pyydetään torstaihin 26.3. mennessä.", "2021-03-26 is a Friday, not a Thursday"),
        ("Selvitys julkistetaan huomenna torstaina.", "2021-03-16 is a Tuesday, not a Thursday"),
        ("Huomautukset pyydetään perjantaihin 26.3. mennessä.", None),
        ("Selvitys julkistetaan 32.3.2021.", None),
    ],
)
def test_a_weekday_that_contradicts_its_date_is_reported(text: str, note: str | None) -> None:
    """No day is guessed, and the reason is said."""
    assert [time.when.note for time in _times(text)] in ([note], [])


NO_TIMES = [
    "Asiasta säädetään kohdissa 3.2. ja 4.1.",
    "Yhdistyksen 12 tekemää ehdotusta luettiin.",
    "Sopimus tehdään useammaksi vuodeksi.",
    "Ensimmäisen vuoden lopussa on oppimäärän koe.",
    "Kesäasukkaat ja talvihoito ovat tuttuja.",
    "Kuukausipalkka on 2 500 euroa.",
    "Momentti 29.40.20 kattaa menot.",
    "Hankintapäätös § 18/14.4.2020 kumotaan.",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_find_times_leaves_near_misses_alone(text: str) -> None:
    """Clause numbers, counts, years of a programme and parts of compounds are no times."""
    assert [_shown(time) for time in _times(text)] == []


@pytest.mark.parametrize("text", ["Arkisin klo 8–16 on päivystys.", "Avoinna ma–pe klo 9–15."])
def test_find_times_gives_no_day_to_hours_of_every_day(text: str) -> None:
    """Opening hours are a time, but not of the day of the meeting."""
    (time,) = _times(text)
    assert (time.when.role, time.when.is_resolved) == ("event", False)


def test_find_times_reads_a_weekday_as_the_day_named_before() -> None:
    """A weekday after a date is that day, or one that nobody can tell."""
    same = _times("Seminaari on 8.4.2021. Ohjelma alkaa torstaina klo 9.")
    other = _times("Seminaari on 8.4.2021. Palaute annetaan perjantaihin mennessä.")
    assert [_shown(time)[2] for time in same] == ["2021-04-08/2021-04-08", "2021-04-08T09:00/2021-04-08T09:00"]
    assert not other[1].when.is_resolved


def test_find_times_keeps_a_date_in_force_open() -> None:
    """From a day on there is no end; from a month on, the whole month is meant."""
    day, month = _times("Sopimus alkaa 1.6.2021, ja hanke alkaa elokuussa 2021.")
    assert (day.when.end, month.when.end is not None) == (None, True)

"""Metadata and people of documents in the layouts of several systems and decades."""

import datetime as dt

import pytest

from policysearch.lang.fi import Finnish
from policysearch.model.source import Metadata
from tests.structure import layouts
from tests.structure.made import of_text, section

LAYOUTS = {
    "CASEM": Metadata(
        "decision",
        "Neuvontapisteen aukioloajat 1.9.2021 alkaen",
        dt.date(2021, 8, 17),
        "Kuusjärven hyvinvointilautakunta",
        "fi",
        "KUUDno-2021-318",
        "58",
        "6",
    ),
    "CASEM_CHAIN": Metadata(
        "decision",
        "Tontin myyminen / Kortteli 12 / Rantakatu",
        dt.date(2021, 3, 29),
        "Kuusjärven kaupunginvaltuusto",
        "fi",
        "KUUDno-2020-1290",
        "23",
    ),
    "AGENDA": Metadata(
        "decision",
        "Tilintarkastuskertomus vuodelta 2015",
        dt.date(2016, 6, 6),
        "kaupunginhallitus",
        "fi",
        "KUUDno-2016-1292",
        "210",
    ),
    "PROPOSER": Metadata(
        "decision",
        "Liikenteen kehitys Kuusjärvellä",
        None,
        "yhdyskuntalautakunta",
        "fi",
        "KUU:5409/08.01.00/2016",
        "11",
    ),
    "WORD_MINUTES": Metadata(
        "decision",
        "Koulukuljetusten järjestäminen",
        dt.date(2007, 3, 12),
        "Lehtorannan kunnanhallitus",
        "fi",
        None,
        "45",
        "5",
    ),
    "SHORT_NAMES": Metadata(
        "decision",
        "Vanhan koulun vuokraaminen",
        dt.date(2012, 4, 23),
        "Lehtorannan kunnanhallitus",
        "fi",
        None,
        "118",
    ),
    "SEVERAL_HANDLINGS": Metadata(
        "decision", "Päivähoidon maksut", dt.date(2012, 4, 23), "Lehtorannan kunnanhallitus", "fi", None, "118"
    ),
    "COVER": Metadata(
        "minutes",
        "Sosiaali- ja terveyslautakunta, pöytäkirja 3/2016",
        dt.date(2016, 3, 16),
        "Kuusjärven sosiaali- ja terveyslautakunta",
        "fi",
        None,
        None,
        "3",
    ),
    "AHJO": Metadata(
        "decision",
        "Torin valaistuksen uusiminen",
        dt.date(2018, 9, 11),
        "Kuusjärven kaupunkiympäristölautakunta",
        "fi",
        "KUU 2018-007727",
        "217",
        "15",
    ),
    "WORKING_GROUP": Metadata("minutes", "Neuvontatyöryhmän kokous", dt.date(2013, 11, 21), "Neuvontatyöryhmä", "fi"),
    "REFERENCE": Metadata(
        "statement",
        "Luonnos laiksi neuvonnan järjestämisestä",
        dt.date(2015, 6, 4),
        "Lupavirasto",
        "fi",
        "LUPA-2015-118",
    ),
    "COMMITTEE": Metadata(
        "statement",
        "Valtioneuvoston selvitys neuvonnan tilasta",
        dt.date(2018, 6, 12),
        "hallintovaliokunta",
        "fi",
        "HaVL 23/2018 vp",
    ),
    "RELEASE": Metadata(
        "press_release", "Neuvonnan avustusten haku alkaa", dt.date(2018, 6, 20), "hyvinvointiministeriö", "fi"
    ),
    "PLAN": Metadata("plan", "Neuvonnan toimintaohjelma 2016–2017", None, "hyvinvointiministeriö", "fi"),
    "COUNTY": Metadata(
        "decision",
        "Kriisiasumisen sopimuksen hyväksyminen",
        dt.date(2023, 9, 19),
        "Kuusjärven hyvinvointialueen aluehallitus",
        "fi",
        None,
        "214",
        "9",
    ),
    "OWN_FIRST": Metadata(
        "decision", "Turvakotien rahoitus", dt.date(2018, 12, 10), "Kuusjärven kaupunginhallitus", "fi", None, "377"
    ),
    "APPOINTMENT": Metadata(
        "decision",
        "Neuvontatyöryhmän asettaminen",
        dt.date(2019, 2, 1),
        "hyvinvointiministeriö",
        "fi",
        "HYM012:00/2019",
    ),
    "PROJECT_PLAN": Metadata(
        "plan", "Silta-hankkeen hankesuunnitelma", dt.date(2022, 1, 12), "Kuusjärven kaupunki", "fi"
    ),
    "REPLY_TO_QUESTION": Metadata(
        "statement", "Vastaus kirjalliseen kysymykseen neuvonnan rahoituksesta", dt.date(2013, 10, 9), None, "fi"
    ),
}

PEOPLE = {
    "CASEM": [
        ("Aili Aho", "palvelupäällikkö", None, "valmistelija"),
        ("Eino Erälä", "hyvinvointijohtaja", None, "esittelijä"),
    ],
    "CASEM_CHAIN": [
        ("Aili Aho", "kaupungingeodeetti", None, "valmistelija"),
        ("Onni Oksa", "kaupunginjohtaja", None, "esittelijä"),
    ],
    "COVER": [
        ("Maija Mallila", None, None, "puheenjohtaja"),
        ("Onni Oksa", None, None, "jäsen"),
        ("Aili Aho", None, None, "varajäsen"),
        ("Eino Erälä", None, None, "jäsen"),
        ("Reijo Aalto", "perusturvajohtaja", None, "esittelijä"),
        ("Tuula Salo", "hallintosihteeri", None, "pöytäkirjanpitäjä"),
    ],
    "WORKING_GROUP": [
        ("Maija Mallila", None, "HYM", "puheenjohtaja"),
        ("Onni Oksa", None, "Lupavirasto", None),
        ("Aili Aho", None, "Kuntaliitto", None),
        ("Eino Erälä", None, "HYM", "sihteeri"),
    ],
    "COMMITTEE": [("Maija Mallila", None, None, "puheenjohtaja"), ("Onni Oksa", None, None, "jäsen")],
    "REFERENCE": [
        ("Maija Mallila", "ylijohtaja", "Lupavirasto", "allekirjoittaja"),
        ("Eino Erälä", "ylitarkastaja", "Lupavirasto", "allekirjoittaja"),
    ],
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_metadata_of_layouts(name: str, finnish: Finnish) -> None:
    """Type, title, day, issuer and numbers, wherever the layout prints them."""
    assert of_text(getattr(layouts, name), finnish).metadata == LAYOUTS[name]


@pytest.mark.parametrize("name", PEOPLE)
def test_people_of_layouts(name: str, finnish: Finnish) -> None:
    """Everybody in a list or a signature, once, with title, organisation and role."""
    document = of_text(getattr(layouts, name), finnish)
    assert [(p.name, p.title, p.organisation, p.role) for p in document.participants] == PEOPLE[name]


def test_lists_end_where_running_text_begins(finnish: Finnish) -> None:
    """An account that follows the preparer without a heading is no part of the list of people."""
    document = of_text(layouts.CASEM, finnish)
    text = "Neuvontapisteessä on käynyt keväällä aiempaa vähemmän asiakkaita."
    (passage,) = [one for one in document.passages if one.span.of(document.text) == text]
    assert passage.part is None
    assert section(document, "Ehdotus").part == "proposal"


def test_an_older_handling_below_the_decision_is_quoted(finnish: Finnish) -> None:
    """Its words are those of the other body, though no heading calls it history."""
    document = of_text(layouts.OWN_FIRST, finnish)
    quoted = section(document, "Perusturvalautakunta 20.11.2018 § 118")
    assert (quoted.speaker, quoted.said_on) == ("Perusturvalautakunta", dt.date(2018, 11, 20))
    assert section(document, "Päätös").speaker is None


def test_items_without_a_decision_stand_beside_the_others(finnish: Finnish) -> None:
    """Sections that count up by one are items of the meeting."""
    document = of_text(layouts.COVER, finnish)
    assert [item.number for item in document.agenda] == ["21", "22", "23"]

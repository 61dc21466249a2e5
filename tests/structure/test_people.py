"""People of documents with title, organisation and role."""

import pytest

from policysearch.lang.fi import Finnish
from policysearch.structure.names import names_in
from policysearch.structure.person_lines import people_in_line
from tests.structure import samples
from tests.structure.made import of_text

LINES = [
    pytest.param(
        "Kansliapäällikkö Maija Mallila (puheenjohtaja), OM (liittyi klo 13:45)",
        [("Maija Mallila", "kansliapäällikkö", "OM", "puheenjohtaja")],
        id="title, name, role, abbreviation",
    ),
    pytest.param(
        "Osastopäällikkö, ylijohtaja Anna-Liisa Aho (varapuheenjohtaja), HYM",
        [("Anna-Liisa Aho", "osastopäällikkö, ylijohtaja", "HYM", "varapuheenjohtaja")],
        id="two titles",
    ),
    pytest.param(
        "Eino Erälä, lastensuojelun johtaja, puhelin: 000 555 1000",
        [("Eino Erälä", "lastensuojelun johtaja", None, None)],
        id="name first",
    ),
    pytest.param(
        "neuvotteleva virkamies Maija Mallila, p. 0000 555 010, maija.mallila@hym.example",
        [("Maija Mallila", "neuvotteleva virkamies", None, None)],
        id="title first, telephone",
    ),
    pytest.param("Mallila Maija, puh. (00) 555 1000", [("Maija Mallila", None, None, None)], id="surname first"),
    pytest.param(
        "Onni Oksa\tkaupunginsihteeri, sihteeri",
        [("Onni Oksa", "kaupunginsihteeri", None, "sihteeri")],
        id="row of a table",
    ),
    pytest.param(
        "controller Aili Aho puh. 000 703 9202, talousjohtaja Onni Oksa puh. 000 038 3490",
        [("Aili Aho", "controller", None, None), ("Onni Oksa", "talousjohtaja", None, None)],
        id="two in a line",
    ),
    pytest.param(
        "Vs. kunnanjohtaja Pirjetta Salokorpi",
        [("Pirjetta Salokorpi", "vs. kunnanjohtaja", None, None)],
        id="rare name",
    ),
    pytest.param(
        "Aili Aho aili.aho@kuusjarvi.example Rakennustarkastaja",
        [("Aili Aho", "rakennustarkastaja", None, None)],
        id="title behind the address",
    ),
    pytest.param(
        "Kuusjärven nuorisovaltuuston puheenjohtaja Eino Erälä ja sihteeri Aili Aho",
        [("Eino Erälä", None, "Kuusjärven nuorisovaltuusto", "puheenjohtaja"), ("Aili Aho", None, None, "sihteeri")],
        id="role in a body",
    ),
    pytest.param(
        "Maija Mallila, hyvinvointiministeriön kansliapäällikkö",
        [("Maija Mallila", "kansliapäällikkö", "hyvinvointiministeriö", None)],
        id="office in an authority",
    ),
    pytest.param(
        "Kuusjärven kaupungin hyvinvointikoordinaattori Aili Aho",
        [("Aili Aho", "hyvinvointikoordinaattori", "Kuusjärven kaupunki", None)],
        id="office of a municipality",
    ),
    pytest.param(
        "yksikön päällikkö Maija Mallila", [("Maija Mallila", "yksikön päällikkö", None, None)], id="kind of unit"
    ),
    pytest.param(
        "Lasten palvelujen johtaja Maija Mallila",
        [("Maija Mallila", "lasten palvelujen johtaja", None, None)],
        id="field",
    ),
    pytest.param(
        "Konsernihallinto, controller Aili Aho puh. 000 703 9202, talousjohtaja Onni Oksa puh. 000 038 3490",
        [
            ("Aili Aho", "controller", "Konsernihallinto", None),
            ("Onni Oksa", "talousjohtaja", "Konsernihallinto", None),
        ],
        id="a unit and its people",
    ),
    pytest.param("Tilapalvelut / Aili Aho", [("Aili Aho", None, "Tilapalvelut", None)], id="unit and slash"),
    pytest.param("Aho Aili\tvpj.\tsaapui klo 17.10", [("Aili Aho", None, None, "varapuheenjohtaja")], id="short role"),
    pytest.param(
        "OKSA Onni, MALLILA Maija",
        [("Onni Oksa", None, None, None), ("Maija Mallila", None, None, None)],
        id="capitals",
    ),
    pytest.param("jäsen Maija MALLILA", [("Maija Mallila", None, None, "jäsen")], id="capitals last"),
    pytest.param("Kuusjärven kaupunki, tekninen toimi", [], id="organisation"),
    pytest.param("Helsingin Satama Oy", [], id="company"),
]


@pytest.mark.parametrize(("line", "people"), LINES)
def test_people_in_line_reads_any_order(
    line: str, people: list[tuple[str, str | None, str | None, str | None]], finnish: Finnish
) -> None:
    """Name, title, organisation and role, in whatever order they stand."""
    found = list(people_in_line(line, finnish))
    assert [(person.name, person.title, person.organisation, person.role) for person in found] == people


def test_names_keep_the_span_of_the_printed_words(finnish: Finnish) -> None:
    """The span covers the name as printed, surname first or not."""
    line = "Valmistelija Mallila Maija"
    (name,) = names_in(line, finnish)
    assert (name.text, name.span.of(line)) == ("Maija Mallila", "Mallila Maija")


def test_participants_of_a_decision(finnish: Finnish) -> None:
    """Presenters on two lines, contacts, and who was heard."""
    document = of_text(samples.COUNCIL, finnish)
    assert [(p.name, p.title, p.role) for p in document.participants] == [
        ("Onni Oksa", "kunnanjohtaja", "esittelijä"),
        ("Maija Mallila", "suunnittelija", "lisätiedot"),
        ("Aili Aho", "johtava sosiaalityöntekijä", "asiantuntija"),
        ("Eino Erälä", "perusturvajohtaja", "esittelijä"),
    ]
    assert all(p.span.of(document.text) == p.name for p in document.participants)


def test_presenter_behind_the_label_of_the_proposal(finnish: Finnish) -> None:
    """*Päätösehdotus Kunnanjohtaja* with the name on the next line."""
    document = of_text(samples.CHAIN, finnish)
    assert [(p.name, p.title, p.role) for p in document.participants] == [
        ("Eino Erälä", "perusturvajohtaja", "esittelijä"),
        ("Onni Oksa", "kunnanjohtaja", "esittelijä"),
    ]


def test_participants_of_minutes(finnish: Finnish) -> None:
    """Lists of those who were there, and of those who were not."""
    document = of_text(samples.STATE_MINUTES, finnish)
    assert [(p.name, p.title, p.organisation, p.role) for p in document.participants] == [
        ("Maija Mallila", "neuvotteleva virkamies", "HYM", "puheenjohtaja"),
        ("Aili Aho", "erityisasiantuntija", "TUM", None),
        ("Eino Erälä", "ylitarkastaja", "Lupavirasto", "sihteeri"),
        ("Onni Oksa", "toiminnanjohtaja", "Lyhtytupa ry", "poissa"),
    ]


def test_contacts_and_signatures(finnish: Finnish) -> None:
    """Contact blocks of press releases, the signature of a letter."""
    press = of_text(samples.PRESS, finnish)
    assert [(p.name, p.title) for p in press.participants] == [
        ("Maija Mallila", "neuvotteleva virkamies"),
        ("Onni Oksa", "ylijohtaja"),
    ]
    letter = of_text(samples.LETTER, finnish)
    assert [(p.name, p.title, p.role) for p in letter.participants] == [
        ("Aili Aho", "toiminnanjohtaja", "allekirjoittaja")
    ]


LISTS = [
    pytest.param(
        "Päätös\n\nEhdotus hyväksyttiin.\n\nTiedoksi\n\nOksa Onni, Mallila Maija, Aho Aili\n",
        [("Onni Oksa", None, None), ("Maija Mallila", None, None), ("Aili Aho", None, None)],
        id="receivers, surnames first",
    ),
    pytest.param(
        "Valmistelijat\n\nHallintopalvelut,\n\ncontroller Aili Aho, puh. 000 555 1000\n\n"
        "johtaja Onni Oksa, puh. 000 555 1001\n",
        [("Aili Aho", "Hallintopalvelut", "valmistelija"), ("Onni Oksa", "Hallintopalvelut", "valmistelija")],
        id="a unit on a line of its own",
    ),
    pytest.param(
        "Käsittely\n\nVastaehdotus:\n\nEino Erälä: Lisätään kohta neuvonnasta.\n\nKannattaja: Aili Aho\n",
        [("Aili Aho", None, "kannattaja")],
        id="who seconded",
    ),
    pytest.param(
        "Kokoonpano\n\nPuheenjohtaja: hallitusneuvos Aili Aho, hyvinvointiministeriö\n"
        "Jäsenet: yliaktuaari Eino Erälä, Tilastokeskus\ntutkija Maija Mallila, Lupavirasto\n",
        [
            ("Aili Aho", "hyvinvointiministeriö", "puheenjohtaja"),
            ("Eino Erälä", "Tilastokeskus", "jäsen"),
            ("Maija Mallila", "Lupavirasto", "jäsen"),
        ],
        id="members of a group, titles in small letters",
    ),
    pytest.param("Sihteeri: nuorisosihteeri Aili Aho\n", [("Aili Aho", None, "sihteeri")], id="role and title"),
    pytest.param(
        "Valmistelija\nAili Aho, suunnittelija\n\nEsittelijä\nOnni Oksa, kunnanjohtaja\n\n"
        "Suunnittelija Aili Aho kertoi lautakunnalle, että neuvonta on aloitettu ja että se jatkuu.\n",
        [("Aili Aho", None, "valmistelija"), ("Onni Oksa", None, "esittelijä")],
        id="running text below a list",
    ),
]


@pytest.mark.parametrize(("text", "people"), LISTS)
def test_people_of_lists(text: str, people: list[tuple[str, str | None, str | None]], finnish: Finnish) -> None:
    """Name, organisation and role of everybody in a list, and of nobody below it."""
    document = of_text(f"§ 12\nNeuvonnan järjestäminen\n\n{text}", finnish)
    assert [(p.name, p.organisation, p.role) for p in document.participants] == people

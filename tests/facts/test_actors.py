"""Actors in Finnish sentences: bodies and people, with their canonical names, and what is no actor."""

import itertools

import pytest

from policysearch.facts.actors import find_mentions, find_offices
from policysearch.facts.gazetteer import actor_of
from policysearch.model.document import Participant
from policysearch.model.facts import Mention
from policysearch.model.text import Span
from tests.facts.made import FINNISH, analysed, made_document


def _mentions(text: str, issuer: str | None = None) -> tuple[Mention, ...]:
    document = made_document(*text.split("\n"), issuer=issuer)
    return find_mentions(document, analysed(document), FINNISH)


def _named(text: str, issuer: str | None = None) -> list[tuple[str, str]]:
    return [(mention.quote, mention.actor.name) for mention in _mentions(text, issuer)]


BODIES = [
    (
        "Sosiaali- ja terveysministeriö asetti hankkeen.",
        [("Sosiaali- ja terveysministeriö", "sosiaali- ja terveysministeriö")],
    ),
    (
        "Asia on valmisteltu STM:ssä ja OM:ssä.",
        [("STM:ssä", "sosiaali- ja terveysministeriö"), ("OM:ssä", "oikeusministeriö")],
    ),
    ("Oikeus- ja sisäministeriön edustajat.", [("Oikeus-", "oikeusministeriö"), ("sisäministeriön", "sisäministeriö")]),
    ("Sisäasiainministeriön lausunto.", [("Sisäasiainministeriön", "sisäministeriö")]),
    ("Vähemmistövaltuutetulta pyydettiin lausunto.", [("Vähemmistövaltuutetulta", "yhdenvertaisuusvaltuutettu")]),
    (
        "Työ- ja elinkeinoministeriölle annettiin tiedoksi.",
        [("Työ- ja elinkeinoministeriölle", "työ- ja elinkeinoministeriö")],
    ),
    ("Migrin ja Kelan ohje.", [("Migrin", "Maahanmuuttovirasto"), ("Kelan", "Kansaneläkelaitos")]),
    (
        "Terveyden ja hyvinvoinnin laitoksessa tutkitaan.",
        [("Terveyden ja hyvinvoinnin laitoksessa", "Terveyden ja hyvinvoinnin laitos")],
    ),
    ("Valitus korkeimpaan hallinto-oikeuteen.", [("korkeimpaan hallinto-oikeuteen", "korkein hallinto-oikeus")]),
    ("Suomen Punaisen Ristin vapaaehtoiset.", [("Suomen Punaisen Ristin", "Suomen Punainen Risti")]),
    (
        "Naisten Linjan ja Rikosuhripäivystyksen tuki.",
        [("Naisten Linjan", "Naisten Linja"), ("Rikosuhripäivystyksen", "Rikosuhripäivystys")],
    ),
    ("EU:n komission ehdotus.", [("EU:n komission", "Euroopan komissio")]),
    ("Euroopan neuvoston GRETA antoi raportin.", [("Euroopan neuvoston", "Euroopan neuvosto"), ("GRETA", "GRETA")]),
    ("Itämeren valtioiden neuvoston kokous.", [("Itämeren valtioiden neuvoston", "Itämeren maiden neuvosto")]),
    ("Eduskunnan lakivaliokunnan mietintö.", [("Eduskunnan lakivaliokunnan", "lakivaliokunta")]),
    (
        "Keskusrikospoliisin (KRP) tutkinta.",
        [("Keskusrikospoliisin", "keskusrikospoliisi"), ("KRP", "keskusrikospoliisi")],
    ),
    ("Lapin aluehallintoviraston tarkastaja.", [("Lapin aluehallintoviraston", "Lapin aluehallintovirasto")]),
    ("Uudenmaan ELY-keskuksen ohje.", [("Uudenmaan ELY-keskuksen", "Uudenmaan ELY-keskus")]),
    ("Hämeen poliisilaitokselle ilmoitettiin.", [("Hämeen poliisilaitokselle", "Hämeen poliisilaitos")]),
    ("Helsingin käräjäoikeuden tuomio.", [("Helsingin käräjäoikeuden", "Helsingin käräjäoikeus")]),
    (
        "Päijät-Hämeen hyvinvointialueen palvelut.",
        [("Päijät-Hämeen hyvinvointialueen", "Päijät-Hämeen hyvinvointialue")],
    ),
    ("Joutsenon vastaanottokeskuksen johtaja.", [("Joutsenon vastaanottokeskuksen", "Joutsenon vastaanottokeskus")]),
    # Organs of municipalities
    (
        "Vantaan kaupungin sosiaali- ja terveyslautakunta käsitteli asian.",
        [("Vantaan kaupungin sosiaali- ja terveyslautakunta", "Vantaan sosiaali- ja terveyslautakunta")],
    ),
    (
        "Raision kaupungin tekninen lautakunta ja Liedon kunta.",
        [("Raision kaupungin tekninen lautakunta", "Raision tekninen lautakunta"), ("Liedon kunta", "Liedon kunta")],
    ),
    (
        "Kuhmon kaupunginhallituksen henkilöstöjaosto.",
        [("Kuhmon kaupunginhallituksen henkilöstöjaosto", "Kuhmon kaupunginhallituksen henkilöstöjaosto")],
    ),
    ("Kuusjärven kunnanvaltuustolle ehdotettiin.", [("Kuusjärven kunnanvaltuustolle", "Kuusjärven kunnanvaltuusto")]),
    # Bodies by their head word
    (
        "Sisäisen turvallisuuden ja oikeudenhoidon ministerityöryhmä linjasi.",
        [
            (
                "Sisäisen turvallisuuden ja oikeudenhoidon ministerityöryhmä",
                "sisäisen turvallisuuden ja oikeudenhoidon ministerityöryhmä",
            )
        ],
    ),
    (
        "Valtioneuvoston ihmiskaupan vastaisen verkoston kokous.",
        [("Valtioneuvoston ihmiskaupan vastaisen verkoston", "valtioneuvoston ihmiskaupan vastainen verkosto")],
    ),
    ("Poliisin erikoisyksikön työ.", [("Poliisin erikoisyksikön", "poliisin erikoisyksikkö")]),
    ("Myönnettiin 62 000 euron lisämäärärahan kriisimajoitusyksikön toimintaan.", []),
    ("OM lainsäädäntöryhmä jatkaa.", [("OM lainsäädäntöryhmä", "OM lainsäädäntöryhmä")]),
    (
        "Kansalaisjärjestöjen hyväksikäytön vastaiselle verkostolle.",
        [
            (
                "Kansalaisjärjestöjen hyväksikäytön vastaiselle verkostolle",
                "kansalaisjärjestöjen hyväksikäytön vastainen verkosto",
            )
        ],
    ),
    ("Työryhmä ja sihteeristö kokoontuvat.", [("Työryhmä", "työryhmä"), ("sihteeristö", "sihteeristö")]),
    (
        "Turvallisuussuunnittelun asiantuntijaryhmän ehdotus.",
        [("Turvallisuussuunnittelun asiantuntijaryhmän", "turvallisuussuunnittelun asiantuntijaryhmä")],
    ),
    ("Marinin hallituksen ohjelma.", [("Marinin hallituksen", "Marinin hallitus")]),
    # Companies and associations
    ("Pohjolan Siivous Oy:n tarjous.", [("Pohjolan Siivous Oy:n", "Pohjolan Siivous Oy")]),
    ("Tarjouksen antoi Oy Koe Ab.", [("Oy Koe Ab", "Oy Koe Ab")]),
    ("Kiinteistö Oy Metsätorppa valitti.", [("Kiinteistö Oy Metsätorppa", "Kiinteistö Oy Metsätorppa")]),
    ("Avustus Kuusjärven nuoret ry:lle.", [("Kuusjärven nuoret ry:lle", "Kuusjärven nuoret ry")]),
    ("Lisäksi Virtanen & Kumppanit Oy kuultiin.", [("Virtanen & Kumppanit Oy", "Virtanen & Kumppanit Oy")]),
]


@pytest.mark.parametrize(("text", "expected"), BODIES, ids=[text for text, _ in BODIES])
def test_find_mentions_names_bodies(text: str, expected: list[tuple[str, str]]) -> None:
    """Each sentence names exactly these bodies, whatever their case."""
    assert _named(text) == expected


NO_BODIES = [
    "Kohderyhmä, ikäryhmä ja asiakasryhmät on määritelty.",
    "Ostoskeskus sijaitsee keskustassa.",
    "Pakkoavioliitto on rikos.",
    "Yksilöllinen verkosto tukee uhria.",
    "Kukin ministeriö vastaa omista toimistaan.",
    "Eri virastojen ja järjestöjen yhteistyö.",
    "Lanka on kelan ympärillä.",
    "Uhrin auttamisverkosto on laaja.",
    "Työ tehdään pienryhmässä ja vertaisryhmässä.",
    "Kyse on yhdestä prosenttiyksiköstä.",
]


@pytest.mark.parametrize("text", NO_BODIES)
def test_find_mentions_leaves_common_nouns_alone(text: str) -> None:
    """Groups of people, shops, marriages and bodies in general are no bodies."""
    assert _named(text) == []


RESOLVED = [
    (
        "Perusturvalautakunta antoi lausunnon kaupunginhallitukselle.",
        "Kuusjärven kaupunginhallitus",
        ["Kuusjärven perusturvalautakunta", "Kuusjärven kaupunginhallitus"],
    ),
    ("Lautakunta hyväksyi ehdotuksen.", "Kuusjärven perusturvalautakunta", ["Kuusjärven perusturvalautakunta"]),
    ("Kaupunginhallitus päätti asiasta.", "Espoon kaupunginhallitus", ["Espoon kaupunginhallitus"]),
    (
        "Kulttuurin ja vapaa-ajan toimialan työ.",
        "Helsingin kaupunginhallitus",
        ["Helsingin kulttuurin ja vapaa-ajan toimiala"],
    ),
    ("Kunnanhallituksen tehtävistä säädetään laissa.", "Helsingin kaupunginhallitus", []),
    ("Ministeriö katsoo, että työ etenee.", "sisäministeriö", ["sisäministeriö"]),
    ("Ohjausryhmä päätti jatkosta.", "Hyväksikäytön torjunnan ohjausryhmä", ["hyväksikäytön torjunnan ohjausryhmä"]),
    (
        "Hyväksikäytön torjunnan verkosto kokoontui.\nVerkoston työ jatkuu.",
        None,
        ["hyväksikäytön torjunnan verkosto"],
    ),
    ("Torjunnan ohjausryhmä kokoontui. Ohjausryhmä päätti jatkosta.", None, ["torjunnan ohjausryhmä"] * 2),
]


@pytest.mark.parametrize(("text", "issuer", "expected"), RESOLVED, ids=[text for text, _, _ in RESOLVED])
def test_find_mentions_resolves_within_the_document(text: str, issuer: str | None, expected: list[str]) -> None:
    """Organs get the issuer's municipality; a bare head is the issuer or the last such body."""
    assert [name for _, name in _named(text, issuer)] == expected


PEOPLE = [
    ("Ylitarkastaja Maija Metsälampi esitteli asian.", "Maija Metsälampi", "ylitarkastaja", None),
    ("Valtuutettu Anneli Biströmin aloitteesta keskusteltiin.", "Anneli Biström", "valtuutettu", None),
    ("Professori Minna Koskivaaran tutkimus.", "Minna Koskivaara", "professori", None),
    ("Kansanedustaja Eeva-Johanna Aaltosella on ehdotus.", "Eeva-Johanna Aaltonen", "kansanedustaja", None),
    ("Pääministeri Sanna Lahtisen hallitusohjelma.", "Sanna Lahtinen", "pääministeri", None),
    (
        "Paikalla oli oikeusministeriön erityisasiantuntija Kalle Niemi.",
        "Kalle Niemi",
        "erityisasiantuntija",
        "oikeusministeriö",
    ),
    ("Paikalla oli johtava arkkitehti Pekka Suo.", "Pekka Suo", "johtava arkkitehti", None),
    ("Paikalla oli neuvotteleva virkamies Marina Aro.", "Marina Aro", "neuvotteleva virkamies", None),
    (
        "Esittelijänä oli läntisen perhetyön päällikkö Sari Kallio.",
        "Sari Kallio",
        "läntisen perhetyön päällikkö",
        None,
    ),
    (
        "Lisätietoja antaa valtioneuvoston ihmiskaupan vastaisen työn koordinaattori Ville Salo.",
        "Ville Salo",
        "valtioneuvoston ihmiskaupan vastaisen työn koordinaattori",
        None,
    ),
    ("Anna Korhonen, kaupunginsihteeri, puhelin 050 123 4567", "Anna Korhonen", "kaupunginsihteeri", None),
    (
        "Anna Korhonen, lastensuojelun sosiaalityön päällikkö, puhelin 050",
        "Anna Korhonen",
        "lastensuojelun sosiaalityön päällikkö",
        None,
    ),
    ("J. Virtasen kirje luettiin.", "J. Virtanen", None, None),
    ("Matti A. Mäkelän kirje luettiin.", "Matti A. Mäkelä", None, None),
    ("Lahtinen Matti, toivomusponsi", "Matti Lahtinen", None, None),
    ("Ulla af Heurlinin puheenvuoro.", "Ulla af Heurlin", None, None),
    ("Kokouksen avasi Leena Kangas (puheenjohtaja).", "Leena Kangas", None, None),
    ("Liisa Lahti kannatti ehdotusta.", "Liisa Lahti", None, None),
    ("Vs. toimitusjohtaja Hannu Halme esitteli asian.", "Hannu Halme", "vs. toimitusjohtaja", None),
]


@pytest.mark.parametrize(("text", "name", "title", "organisation"), PEOPLE, ids=[row[0] for row in PEOPLE])
def test_find_mentions_names_people(text: str, name: str, title: str | None, organisation: str | None) -> None:
    """A person has the name in the nominative, the title around it, and the organisation in that title."""
    people = [mention for mention in _mentions(text) if mention.actor.kind == "person"]
    assert [(p.actor.name, p.title, p.organisation) for p in people] == [(name, title, organisation)]


def test_find_mentions_gives_a_role_in_brackets() -> None:
    """*(puheenjohtaja)* behind a name is the role."""
    (person,) = _mentions("Kokouksen avasi Leena Kangas (puheenjohtaja).")
    assert person.role == "puheenjohtaja"


NO_PEOPLE = [
    "A. Toiminnanharjoittaja on tehnyt muutoksia.",
    "Johan Sederholmin tie on suljettu.",
    "Eva Metsä Oy teki tarjouksen.",
    "Kokous pidetään Helsingissä ja Espoossa.",
    "Asia siirtyi Turun kaupungille.",
]


@pytest.mark.parametrize("text", NO_PEOPLE)
def test_find_mentions_sees_no_people_in_other_names(text: str) -> None:
    """List letters, streets, companies and places are no people."""
    assert [m.actor.name for m in _mentions(text) if m.actor.kind == "person"] == []


def test_find_mentions_has_one_actor_for_a_person() -> None:
    """Full name, inflected name and surname alone are one person."""
    found = _mentions(
        "Ylitarkastaja Maija Metsälampi esitteli asian.\nMaija Metsälammen mukaan työ jatkuu. Metsälampea kuultiin."
    )
    assert [m.quote for m in found] == ["Maija Metsälampi", "Maija Metsälammen", "Metsälampea"]
    assert len({m.actor.id for m in found}) == 1


def test_find_mentions_finds_unknown_names_in_a_list_of_people() -> None:
    """A name that no dictionary knows is a person among people."""
    found = _mentions("Läsnä: Anna Aalto, Xhevdet Qorri, Liisa Niemi")
    assert [m.actor.name for m in found] == ["Anna Aalto", "Xhevdet Qorri", "Liisa Niemi"]


def test_find_mentions_takes_participants_as_printed() -> None:
    """A participant keeps title and role, the organisation goes by its full name, and is mentioned once."""
    text = "Ylitarkastaja Maija Metsälampi (sihteeri), OM"
    span = Span(text.index("Maija"), text.index(" (sihteeri"))
    participant = Participant("Maija Metsälampi", span, "Ylitarkastaja", "OM", "sihteeri")
    document = made_document(text, participants=[participant])
    person, body = find_mentions(document, analysed(document), FINNISH)
    assert (person.actor, person.title, person.organisation, person.role) == (
        actor_of("Maija Metsälampi", "person"),
        "ylitarkastaja",
        "oikeusministeriö",
        "sihteeri",
    )
    assert body.actor.id == "om"


def test_find_mentions_takes_acting_services_for_bodies() -> None:
    """*Hankintapalvelut laatii* is a unit, wherever it stands then; services that are given are none."""
    text = (
        "Hankintapalvelut laatii ohjeen. Hankintapalveluilla on vastuu. "
        "Asumispalvelut on järjestetty ja terveyspalvelut paranevat."
    )
    assert [name for _, name in _named(text)] == ["hankintapalvelut"] * 2


def test_find_mentions_learns_the_abbreviations_of_the_document() -> None:
    """An abbreviation in brackets stands for the body before it."""
    found = _named("Hyväksikäytön torjunnan toimisto (HTT) seuraa asiaa. HTT:n ohje on annettu.")
    assert [name for _, name in found] == ["hyväksikäytön torjunnan toimisto"] * 3


def test_find_mentions_names_the_town_that_its_own_document_calls_kaupunki() -> None:
    """*Kaupunki* and *kunta* alone are the document's municipality, of the kind that it is."""
    assert _named("Kaupunki laatii ohjelman.", "Espoon kaupunginhallitus") == [("Kaupunki", "Espoon kaupunki")]
    assert _named("Kunta laatii ohjelman.", "Espoon kaupunginhallitus") == []
    assert _named("Lehtorannan kunta osallistuu.") == [("Lehtorannan kunta", "Lehtorannan kunta")]


def test_find_mentions_does_not_join_cells_of_a_table() -> None:
    """A name ends at a tab."""
    found = _named("Kuusjärven Metsä Oy\tHankinta\tMaija Aalto")
    assert found == [("Kuusjärven Metsä Oy", "Kuusjärven Metsä Oy"), ("Maija Aalto", "Maija Aalto")]


def test_find_offices_gives_the_fullest_title() -> None:
    """*Koordinaattori* alone stands for the coordinator that the document names in full."""
    text = (
        "Valtioneuvoston ihmiskaupan vastaisen työn koordinaattori vastaa työstä. Koordinaattori osallistuu kokouksiin."
    )
    document = made_document(text)
    offices = find_offices(document, analysed(document), FINNISH)
    assert {office.actor.name for office in offices} == {"valtioneuvoston ihmiskaupan vastaisen työn koordinaattori"}
    assert [office.quote for office in offices][-1] == "Koordinaattori"


def test_find_mentions_quotes_are_verbatim_and_do_not_overlap() -> None:
    """Every quote is the text at its span, in order."""
    text = "STM:n ja Espoon kaupungin työryhmä sekä valtuutettu Maija Aalto ja Pohjolan Siivous Oy kokoontuivat."
    found = _mentions(text)
    assert all(mention.quote == mention.span.of(text) for mention in found)
    assert all(one.span.end <= two.span.start for one, two in itertools.pairwise(found))

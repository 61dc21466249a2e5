"""Clauses as statements of committees, ombudsmen and associations, releases and letters write them, and near misses."""

from dataclasses import replace

import pytest

from policysearch.facts import find_facts
from tests.facts.commitment_cases import (
    BOARD,
    DECISION,
    PLAN,
    RATIONALE,
    RELEASE,
    STATEMENT,
    Case,
    Place,
)
from tests.facts.commitment_places import document_in, found_in
from tests.facts.made import FINNISH, analysed

ASSOCIATION = Place("statement", None, "Lyhtytupa ry")
COMMITTEE = Place("statement", "rationale", "hallintovaliokunta")

ENTRIES: tuple[tuple[Place, Case], ...] = (
    # The future before an infinitive that only looks like one (palaa is also a verb of fire).
    (STATEMENT, Case("Lautakunta tulee seuraamaan lakia ja palaa asiaan.", "undertaking", "seurata", (BOARD,))),
    (STATEMENT, Case("Työryhmän tulee laatia ohje ja ottaa se käyttöön.", "obligation", "laatia", ("työryhmä",))),
    # Stressed, seen as a need, claimed again.
    (STATEMENT, Case("Lautakunta painottaa neuvonnan jatkamista.", "proposal", "painottaa", (BOARD,))),
    (COMMITTEE, Case("Valiokunta tähdentää tutkinnan tärkeyttä.", "proposal", "tähdentää", ("hallintovaliokunta",))),
    (ASSOCIATION, Case("Haluamme korostaa tulkkauksen merkitystä.", "proposal", "korostaa", ("Lyhtytupa ry",))),
    (STATEMENT, Case("Lautakunta ei näe syytä ohjeen muuttamiseen.", "proposal", "nähdä", (BOARD,))),
    (STATEMENT, Case("Lautakunta toistaa vaatimuksensa tulkkipalvelusta.", "proposal", "toistaa", (BOARD,))),
    (STATEMENT, Case("Lautakunta toistaa kyselyn keväällä 2024.", "undertaking", "toistaa", (BOARD,))),
    (STATEMENT, Case("Lautakunnan näkemyksen mukaan asuntoja tarvitaan lisää.", "proposal", "tarvita")),
    # Held back.
    (
        STATEMENT,
        Case("Lautakunta katsoo, ettei tukea voida myöntää ilman selvitystä.", "proposal", "myöntää", (BOARD,)),
    ),
    (
        STATEMENT,
        Case("Lautakunta katsoo, että oman rekisterin perustaminen ei ole järkevää.", "proposal", "perustaa", (BOARD,)),
    ),
    # Ready for something.
    (ASSOCIATION, Case("Olemme valmiita osallistumaan kokeiluun.", "undertaking", "osallistua", ("Lyhtytupa ry",))),
    # What a law demands, and of whom.
    (RATIONALE, Case("Asetus edellyttää, että ilmoitukset kirjataan rekisteriin.", "obligation", "kirjata")),
    (RATIONALE, Case("Jokaisessa yksikössä tulee olla yhteyshenkilö.", "obligation", "olla", ("yksiköt",))),
    (RATIONALE, Case("Jokaisen kunnan on nimettävä yhteyshenkilö.", "obligation", "nimetä", ("kunnat",))),
    # Heads of those who act which the dictionary takes for adjectives, and parts of a body.
    (RELEASE, Case("Viranomaiset ovat laajentaneet palvelua.", "accomplishment", "laajentaa", ("viranomaiset",))),
    (RATIONALE, Case("Lupaviranomaisen on annettava neuvontaa.", "obligation", "antaa", ("lupaviranomainen",))),
    (RELEASE, Case("Perusturvaosasto lisää numeron sivuille.", "undertaking", "lisätä", ("perusturvaosasto",))),
    (RATIONALE, Case("Korvausten perusteita tarkastellaan jatkuvasti.", "undertaking", "tarkastella")),
)

NOTHING: tuple[tuple[Place, str], ...] = (
    # Likely, or happened by itself.
    (RELEASE, "Uusi ohje julkaistaneen keväällä 2023."),
    (RELEASE, "Ministeriö lienee jo asettanut työryhmän."),
    (RELEASE, "Rikokset ovat tapahtuneet kesän 2022 aikana."),
    # Stressed where nobody is asked for anything, and what is not stressed but weighted.
    (RELEASE, "Oikeusministeriö korostaa yhteistyön merkitystä."),
    (STATEMENT, "Raportissa korostetaan yhteistyön merkitystä."),
    (RATIONALE, "Lautakunta painottaa toiminnassaan taloutta."),
    (STATEMENT, "Lautakunta näkee tilanteessa parannusta."),
    (STATEMENT, "Uusia asuntoja tarvitaan lisää."),
    (ASSOCIATION, "Haluamme muistuttaa uhrien oikeuksista."),
    (STATEMENT, "Lautakunta katsoo, ettei vaikutuksia voida arvioida luotettavasti."),
    # Ready, but nobody promises.
    (RATIONALE, "Järjestelmä on valmis ottamaan vastaan ilmoituksia."),
    (RATIONALE, "Opas on valmis jaettavaksi."),
    # How good a means is, where in the text something stands, what follows by itself.
    (RATIONALE, "Tärkein keino lisätä luottamusta on avoimuus."),
    (RATIONALE, "On hyvä keino lisätä luottamusta."),
    (RATIONALE, "Alla on esitetty hankkeen vaiheet."),
    (RATIONALE, "Näin vältytään turhilta kustannuksilta."),
    (RATIONALE, "Hanke edellyttää, että rahoitus varmistuu."),
    (RATIONALE, "Hakemuksessa tulee olla liitteet."),
    (RATIONALE, "Lautakunnan käsiteltäväksi otettu palvelujohtajan päätös 12.4.2022 § 59."),
)


@pytest.mark.parametrize(("place", "case"), ENTRIES, ids=[case.text[:50] for _, case in ENTRIES])
def test_sentence_gives_one_entry(place: Place, case: Case) -> None:
    """The entry that a careful reader makes of it, and no other."""
    assert [(c.kind, c.action, tuple(a.name for a in c.actors)) for c in found_in(case.text, place=place)] == [
        (case.kind, case.action, case.actors)
    ]


@pytest.mark.parametrize(("place", "text"), NOTHING, ids=[text[:50] for _, text in NOTHING])
def test_sentence_gives_nothing(place: Place, text: str) -> None:
    """What is likely, weighted, pointed at or follows of itself is no entry."""
    assert [(c.kind, c.cue, c.quote) for c in found_in(text, place=place)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Lautakunta ei näe tarvetta uudelle yksikölle.",
        "Lautakunta katsoo, ettei tukea voida myöntää ilman selvitystä.",
        "Lautakunta katsoo, että oman rekisterin perustaminen ei ole järkevää.",
    ],
)
def test_what_is_held_back_is_negative(text: str) -> None:
    """A refusal is an entry with a negative polarity."""
    assert [c.polarity for c in found_in(text, place=STATEMENT)] == ["negative"]


def _listed(opening: str, *items: str, place: Place) -> list[tuple[str, str | None, tuple[str, ...]]]:
    """What is found in an opening line and the list below it."""
    document = document_in(opening, *items, place=place)
    first, *rest = document.passages
    document = replace(document, passages=(first, *(replace(p, kind="list_item") for p in rest)))
    found = find_facts(document, analysed(document), FINNISH).commitments
    return [(c.kind, c.action, tuple(a.name for a in c.actors)) for c in found]


@pytest.mark.parametrize(
    ("opening", "actor"),
    [
        ("Johtoryhmän tehtävänä on:", "johtoryhmä"),
        ("Työryhmän tehtävänä on", "työryhmä"),
        ("Koordinaattorin tehtäviin kuuluu:", "koordinaattori"),
        ("Työryhmän tulee", "työryhmä"),
    ],
)
def test_list_of_tasks_gives_each_task_and_not_its_opening(opening: str, actor: str) -> None:
    """The items are the duties of the one whom the opening names; the opening alone says nothing."""
    found = _listed(opening, "1. laatia ehdotus", "2. kuulla järjestöjä", place=DECISION)
    assert found == [("obligation", "laatia", (actor,)), ("obligation", "kuulla", (actor,))]


def test_list_under_an_aim_is_no_list_of_tasks() -> None:
    """What a project aims at is nobody's duty: one entry, as before."""
    found = _listed("Hankkeen tavoitteena on:", "lisätä tietoa", "parantaa palveluja", place=RATIONALE)
    assert [kind for kind, _, _ in found] == ["undertaking"]


def test_measures_named_by_nouns_get_what_the_lines_below_them_say() -> None:
    """*…n laatiminen* above labelled lines is a measure; the lines of one measure never go to the one before it."""
    found = found_in(
        "Lisätään sopimuksiin ehto tarkastuksista.",
        "Vastuutaho: tekninen osasto",
        "Aikataulu: jatkuva",
        "Toimenpide 2. Tunnistamisohjeen laatiminen",
        "Vastuutaho: sosiaalijohtaja",
        "Aikataulu: 30.9.2024 mennessä",
        "Yhteistyön hyödyt",
        "Aikataulu: 2025",
        place=PLAN,
    )
    assert [(c.action, [a.name for a in c.actors], c.when and str(c.when.end)) for c in found] == [
        ("lisätä", ["tekninen osasto"], None),
        ("laatia", ["sosiaalijohtaja"], "2024-09-30"),
    ]


def test_noun_of_doing_without_labelled_lines_is_no_measure() -> None:
    """*Tunnistamisohjeen laatiminen* alone is a heading or a topic."""
    assert found_in("Tunnistamisohjeen laatiminen", "Ohje on tarpeellinen väline.", place=PLAN) == ()


OMBUDSMAN = Place("decision", None, "eduskunnan oikeusasiamies")


def test_an_official_who_writes_as_i_is_the_one_who_acts() -> None:
    """*Pyydän*, in the decision of one who holds an office alone; in a release of a ministry nobody knows who I am."""
    (own,) = found_in("Pyydän virastoa ilmoittamaan toimistaan 31.5.2023 mennessä.", place=OMBUDSMAN)
    (other,) = found_in("Pyydän virastoa ilmoittamaan toimistaan 31.5.2023 mennessä.", place=RELEASE)
    assert [a.name for a in own.actors] == ["eduskunnan oikeusasiamies"]
    assert other.actors == ()


def test_what_an_official_says_politely_is_no_entry() -> None:
    """Thanks promise nothing in the first person either."""
    assert found_in("Kiitän selvityksestä.", place=OMBUDSMAN) == ()


@pytest.mark.parametrize(
    ("issuer", "actor"),
    [("Itä-Suomen poliisilaitos", "Itä-Suomen poliisilaitos"), ("oikeusministeriö", "poliisi")],
)
def test_police_means_the_department_whose_release_it_is(issuer: str, actor: str) -> None:
    """*Poliisi* is the police department in its own release, and the police elsewhere."""
    (found,) = found_in(
        "Poliisi tiedottaa asiasta uudelleen kesäkuussa 2023.", place=Place("press_release", None, issuer)
    )
    assert [a.name for a in found.actors] == [actor]


def test_relative_clause_with_a_deadline_of_its_own_is_an_act_of_its_own() -> None:
    """The deadline is not lost; without one the relative clause belongs to what it tells of."""
    found = found_in("Ministeriössä laaditaan kuvausta, joka toimitetaan alueille 30.4.2023 mennessä.", place=RELEASE)
    assert [(c.action, c.when and str(c.when.end)) for c in found] == [("laatia", None), ("toimittaa", "2023-04-30")]
    (one,) = found_in("Ministeriössä laaditaan kuvausta, joka toimitetaan alueille.", place=RELEASE)
    assert (one.action, one.when) == ("laatia", None)


def test_length_that_was_is_not_the_one_that_is_to_be() -> None:
    """*kolmesta kuukaudesta kuuteen kuukauteen*: six months."""
    (found,) = found_in("Toipumisaikaa on pidennettävä kolmesta kuukaudesta kuuteen kuukauteen.", place=STATEMENT)
    assert found.when is not None
    assert found.when.duration == "P6M"

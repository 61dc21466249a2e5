"""Clauses of Finnish sentences: where they are cut, what they are to each other, and their verb groups."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policysearch.facts.clauses.split import Clause, split_clauses
from policysearch.facts.cues import load_cues
from tests.facts.commitment_cases import ENTRIES
from tests.facts.commitment_misses import NOTHING
from tests.facts.made import FINNISH

CUES = load_cues()
SENTENCES = [case.text for cases in ENTRIES.values() for case in cases] + [
    t for texts in NOTHING.values() for t in texts
]


def _clauses(text: str) -> tuple[Clause, ...]:
    return split_clauses(FINNISH.tokens(text), CUES)


def _roles(text: str) -> list[tuple[str, str | None]]:
    return [(clause.role, clause.group.verb if clause.group else None) for clause in _clauses(text)]


CUTS = [
    ("Ohjelma hyväksyttiin.", [("main", "hyväksyä")]),
    ("Lautakunta toteaa, että ohje on laadittu.", [("main", "todeta"), ("complement", "laatia")]),
    ("Jos rahoitus saadaan, hanke käynnistyy.", [("condition", "saada"), ("main", "käynnistyä")]),
    ("Hanke käynnistyy, mikäli rahoitus saadaan.", [("main", "käynnistyä"), ("condition", "saada")]),
    ("Sihteeristö palaa asiaan, kun aikataulu on selvillä.", [("main", "palata"), ("condition", "olla")]),
    ("Työryhmä, joka asetettiin keväällä, laatii esityksen.", [("relative", "asettaa"), ("main", "laatia")]),
    ("Ohje julkaistiin ja sitä noudatetaan.", [("main", "julkaista"), ("main", "noudattaa")]),
    ("Opas viimeistellään, minkä jälkeen se julkaistaan.", [("main", "viimeistellä"), ("main", "julkaista")]),
    ("Ryhmä selvittää, voidaanko kokeilua jatkaa.", [("main", "selvittää"), ("question", "voida")]),
    ("Tavoitteena on tutkia, miten palvelut toimivat.", [("main", "olla"), ("question", "toimia")]),
    ("Palveluja kehitetään, jotta apua saa ajoissa.", [("main", "kehittää"), ("adverbial", "saada")]),
    ("Päätettiin seuraavasti: kokous siirretään syksyyn.", [("main", "päättää"), ("main", "siirtää")]),
    ("Lautakunta katsoo, että ohje riittää ja että sitä päivitetään.",
     [("main", "katsoa"), ("complement", "riittää"), ("complement", "päivittää")]),
    ("Kaupunki kehittää neuvontaa vuosina 2022–2024.", [("main", "kehittää")]),
    ("Hanke (jonka ministeriö rahoittaa) alkaa syksyllä.", [("main", "alkaa")]),
    ("Koulussa toimivat ohjaajat toimivat pareina.", [("main", "toimia")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CUTS, ids=[text[:45] for text, _ in CUTS])
def test_sentence_is_cut_into_clauses(text: str, expected: list[tuple[str, str | None]]) -> None:
    """Subordinators, relatives, colons and coordinated verbs cut; names, ranges and parentheses do not."""
    assert _roles(text) == expected


GROUPS = [
    ("Laaditaan opas.", ("plain", "laatia", "present", 4, False)),
    ("Opas laadittiin.", ("plain", "laatia", "past", 4, False)),
    ("Opas on laadittu.", ("plain", "laatia", "perfect", 4, False)),
    ("Opas oli laadittu.", ("plain", "laatia", "pluperfect", 4, False)),
    ("Ministeriö on asettanut työryhmät.", ("plain", "asettaa", "perfect", 3, False)),
    ("Opasta ei laadita.", ("plain", "laatia", "present", 4, True)),
    ("Lautakunta ei hyväksynyt esitystä.", ("plain", "hyväksyä", "past", 3, True)),
    ("Hallitus päätti hylätä esityksen.", ("infinitive", "hylätä", "past", 3, False)),
    ("Kunta sitoutuu kehittämään neuvontaa.", ("infinitive", "kehittää", "present", 3, False)),
    ("Kunnan tulee kehittää neuvontaa.", ("necessive", "kehittää", "present", 3, False)),
    ("Neuvontaa on kehitettävä.", ("necessive", "kehittää", "present", 3, False)),
    ("Hintoja on voitava verrata.", ("necessive", "verrata", "present", 3, False)),
    ("Kunta tulee osallistumaan hankkeeseen.", ("future", "osallistua", "present", 3, False)),
    ("Työ tullaan toteuttamaan vaiheittain.", ("future", "toteuttaa", "present", 4, False)),
    ("Poliisi voi pyytää tietoja.", ("possible", "voida", "present", 3, False)),
    ("Virasto on pystynyt lisäämään koulutusta.", ("able", "lisätä", "perfect", 3, False)),
    ("Työssä on tarkoitus selvittää tarpeet.", ("predicate", "selvittää", "present", 3, False)),
    ("Tehtävänä on ollut laatia ohje.", ("predicate", "laatia", "perfect", 3, False)),
    ("Hanketta pidettiin tärkeänä.", ("opinion", "pitää", "past", 4, False)),
    ("Laki on valmisteilla.", ("state", "valmistella", "present", 3, False)),
    ("Ryhmään ehdotetaan kutsuttavaksi poliisi.", ("translative", "kutsua", "present", 4, False)),
    ("Asia jää ratkaistavaksi.", ("translative", "ratkaista", "present", 3, False)),
]


@pytest.mark.parametrize(("text", "expected"), GROUPS, ids=[text[:40] for text, _ in GROUPS])
def test_verb_group_is_read(text: str, expected: tuple[str, str, str, int, bool]) -> None:
    """Construction, acting verb, tense, person and negation of the one verb group."""
    (clause,) = _clauses(text)
    group = clause.group
    assert group is not None
    assert (group.construction, group.action, group.tense, group.person, group.negative) == expected


def test_conditional_mood_is_told() -> None:
    """*tulisi* and *olisi* are conditionals, whatever follows."""
    groups = [
        clause.group for text in ("Ohjetta tulisi täsmentää.", "Olisi syytä laatia ohje.") for clause in _clauses(text)
    ]
    assert [group.mood for group in groups if group] == ["conditional", "conditional"]


def test_condition_hangs_on_the_main_clause_after_it() -> None:
    """A condition that stands first belongs to what follows, one after a clause to that clause."""
    first, main = _clauses("Mikäli rahoitus päättyy, toiminta siirretään kunnalle.")
    assert (first.role, first.parent) == ("condition", 1)
    assert main.parent is None
    _, after = _clauses("Toiminta siirretään kunnalle, mikäli rahoitus päättyy.")
    assert after.parent == 0


def test_embedded_relative_leaves_the_lead_to_the_main_clause() -> None:
    """The words before an embedded relative clause are the main clause's."""
    relative, main = _clauses("Työryhmä, joka asetettiin keväällä, laatii esityksen.")
    assert (relative.role, main.lead, main.begin) == ("relative", 0, 0)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3), st.sampled_from([" ", " ja ", ", ", ": ", "; ", " ("])
)
def test_clauses_cover_the_sentence_in_order(sentences: list[str], joint: str) -> None:
    """However sentences are thrown together, clauses are in order, apart, and inside the tokens."""
    tokens = FINNISH.tokens(joint.join(sentence.rstrip(".") for sentence in sentences))
    clauses = split_clauses(tokens, CUES)
    assert clauses
    last = 0
    for clause in clauses:
        assert last <= clause.start < clause.end <= len(tokens)
        assert clause.parent is None or 0 <= clause.parent < len(clauses)
        if clause.group is not None:
            assert all(clause.begin <= index < clause.end for index in clause.group.members)
        last = clause.end

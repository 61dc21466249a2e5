"""Forms of names that no dictionary has, and the sentences that the model is trained on besides the corpus."""

from pathlib import Path

import pytest

from policysearch.errors import ReadError
from policysearch.facts.actors import find_mentions
from policysearch.facts.names.forms import is_form_of, name_of_form, nen_of
from policysearch.facts.names.made import made_sentences
from policysearch.facts.times import find_times
from tests.facts.made import FINNISH, analysed, made_document

TEMPLATES = Path(__file__).resolve().parents[2] / "scripts" / "names_made.toml"
SMALL = """
rounds = 2
front = ["nieme"]
[words]
district = ["Kivikko Kiviko", "Hakaniemi Hakanieme"]
firm = ["Norva Group Norva Groupi"]
[templates]
all = ["Se on [LOC {district.ssa}] .", "[ORG {firm.n}] tarjous"]
"""


def mentions(*paragraphs: str, kind: str) -> list[tuple[str, str]]:
    """Name and quote of the actors of a kind in a document."""
    document = made_document(*paragraphs)
    found = find_mentions(document, analysed(document), FINNISH)
    return [(m.actor.name, m.quote) for m in found if m.actor.kind == kind]


@pytest.mark.parametrize(
    ("word", "name"),
    [
        pytest.param("Bruffin", "Bruff", id="consonant"),
        pytest.param("Kivelälle", "Kivelä", id="vowel"),
        pytest.param("Lehdon", "Lehto", id="weak-grade"),
        pytest.param("Niemestä", "Niemi", id="i-to-e"),
        pytest.param("Hiltulaisen", "Hiltulainen", id="nen"),
        pytest.param("Laineen", "Laine", id="e"),
        pytest.param("Kekkoseen", "Kekkonen", id="illative"),
        pytest.param("Wang’in", "Wang", id="apostrophe"),
    ],
)
def test_a_case_of_a_name_is_known(word: str, name: str) -> None:
    """Each case goes back to the nominative, by stem and ending."""
    assert is_form_of(word, name)
    assert name_of_form(word, {name, "Aaltosalo"}) == name


@pytest.mark.parametrize(("word", "name"), [("Virta", "Virtanen"), ("Laineva", "Laine"), ("Lehtonen", "Lehto")])
def test_another_name_is_no_form(word: str, name: str) -> None:
    """A longer or shorter name is another one."""
    assert not is_form_of(word, name)


def test_names_in_nen_are_told_from_scandinavian_ones() -> None:
    """*Hiltulaisen* is a case, *Jensen* is not."""
    assert nen_of("Hiltulaisen") == "Hiltulainen"
    assert nen_of("Jensen") is None
    assert nen_of("Virtanen") is None


def test_templates_are_filled_in_turn(tmp_path: Path) -> None:
    """Cases by stem and vowels, labels at their places, the same sentences each time."""
    path = tmp_path / "made.toml"
    path.write_text(SMALL, encoding="utf-8")
    made = list(made_sentences(path))
    assert [one.text for one in made] == [
        "Se on Kivikossa .",
        "Norva Groupin tarjous",
        "Se on Hakaniemessä .",
        "Norva Groupin tarjous",
    ]
    assert [(span.label, span.span.of(made[2].text)) for span in made[2].spans] == [("LOC", "Hakaniemessä")]
    assert list(made_sentences(path)) == made


def test_a_template_without_its_list_is_told(tmp_path: Path) -> None:
    """The message names the template and what it lacks."""
    path = tmp_path / "made.toml"
    path.write_text(SMALL.replace("{district.ssa}", "{village.ssa}"), encoding="utf-8")
    with pytest.raises(ReadError, match=r"village"):
        list(made_sentences(path))


def test_the_templates_of_the_project_can_be_filled() -> None:
    """Each has its lists and cases, and only labels that the corpus has."""
    made = list(made_sentences(TEMPLATES))
    assert len(made) > 1000
    assert {span.label for one in made for span in one.spans} == {"PER", "ORG", "LOC", "PRO"}
    assert not any(mark in one.text for one in made for mark in "{}[]")


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param(
            ("Yhdyshenkilöksi nimettiin Eljas Kotron.", "Kotro selvittää tietosuojan."),
            [("Eljas Kotro", "Eljas Kotron"), ("Eljas Kotro", "Kotro")],
            id="nominative-elsewhere",
        ),
        pytest.param(
            ("Muistion laati Pihla Saarelainen.", "Pihla lähettää muistion kaikille."),
            [("Pihla Saarelainen", "Pihla Saarelainen"), ("Pihla Saarelainen", "Pihla")],
            id="given-name-alone",
        ),
        pytest.param(
            ("Terveydenhoitaja Armi Hiltulainen valittiin.", "Hiltulaisen tulee esittää todistus."),
            [("Armi Hiltulainen", "Armi Hiltulainen"), ("Armi Hiltulainen", "Hiltulaisen")],
            id="surname-in-a-case",
        ),
    ],
)
def test_a_name_alone_is_its_bearer(paragraphs: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    """A surname or given name alone, or a case whose nominative the document has, is one person with the full name."""
    assert mentions(*paragraphs, kind="person") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Uusi silta yhdistää Kannelmäen ja Konalan.", id="districts"),
        pytest.param("Nuorisotilat avataan Hermannissa ja Kivikossa.", id="inessive"),
        pytest.param("Katselmus pidettiin Hermannin rantatiellä.", id="street"),
        pytest.param("Varaukset tehdään Booking.com-palvelussa.", id="address"),
        pytest.param("Päätös perustuu lakiin (YSL 139 §).", id="act"),
        pytest.param("Ennakkoäänestys järjestetään Kortepohjan koulussa.", id="school"),
        pytest.param("Lumo-hallin peruskorjaus alkaa syksyllä.", id="hall"),
    ],
)
def test_places_of_towns_are_nobody(sentence: str) -> None:
    """Districts, streets, halls, schools and acts are neither people nor organisations."""
    assert mentions(sentence, kind="person") == []
    assert mentions(sentence, kind="organisation") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("HKL jätti tarjouksen määräaikaan mennessä.", ("HKL", "HKL"), id="abbreviation"),
        pytest.param("Kaupungin ja Attendon välinen sopimus päättyy.", ("Attendo", "Attendon"), id="firm"),
        pytest.param("Tulli kertoi löydöstä.", ("Tulli", "Tulli"), id="customs"),
    ],
)
def test_organisations_of_the_model(sentence: str, expected: tuple[str, str]) -> None:
    """Names without a head word or a form of company are found in prose."""
    assert expected in mentions(sentence, kind="organisation")


def test_a_verb_is_no_customs() -> None:
    """The Swedish name of the customs, *Tullen*, reads like a form of *tulla*, which names nobody."""
    assert mentions("Tuli hiljaista.", kind="organisation") == []


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        pytest.param(
            "Sääntö annettiin vuonna 1898 ja kumottiin vuonna 1932.", ["vuonna 1898", "vuonna 1932"], id="old"
        ),
        pytest.param("Asiasta päätettiin vuonna 2020 ennen vaaleja.", ["vuonna 2020"], id="ennen"),
        pytest.param("Toiminta käynnistyi toden teolla 1985, kun yhdistys perustettiin.", ["1985"], id="bare"),
        pytest.param("Avustus on yhteensä 1985 euroa.", [], id="amount"),
    ],
)
def test_years(sentence: str, quotes: list[str]) -> None:
    """Years before 1900 with a word for them, before *ennen*, and bare ones that the model is sure of."""
    document = made_document(sentence)
    assert [time.quote for time in find_times(document, analysed(document))] == quotes

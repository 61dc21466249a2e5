"""Finnish queries on Finnish sentences: what must be met, what must not, and which words are shown."""

import pytest

from policysearch.errors import QueryError
from policysearch.index.analysis import analyse_query
from policysearch.index.query import parse_query
from policysearch.index.tree import AnyTerm, TermRun
from tests.index.language import analysed, finnish, highlighted

MET = [
    ("uhri", "Kaupunki auttaa uhreja ja uhrien läheisiä.", ["uhreja", "uhrien"]),
    ("uhreille", "Uhri sai apua.", ["Uhri"]),
    ("määräaika", "Vastaus annetaan määräaikaan mennessä.", ["määräaikaan"]),
    ("päätös", "Lautakunta totesi päätöksessään näin.", ["päätöksessään"]),
    ("saada", "Uhri saa tukea.", ["saa"]),
    ("sää", "Uhri saa tukea.", []),
    ("saa", "Sää oli huono.", []),
    ("saa", "Hän sai tukea.", ["sai"]),
    ("väärä", "Vaara oli suuri.", []),
    ("vaara", "Väärä tieto.", []),
    ("ihmiskauppa", "Poliisi tutki ihmiskaupparikoksia.", ["ihmiskaupparikoksia"]),
    ("ihmiskaupparikos", "Poliisi tutki ihmiskauppaa.", []),
    ("kauppa", "Ihmiskaupan uhrit ja kaupan väki.", ["Ihmiskaupan", "kaupan"]),
    ("rikos", "Poliisi tutki ihmiskaupparikoksia.", ["ihmiskaupparikoksia"]),
    ("lemma:kauppa", "Ihmiskaupan uhrit ja kaupan väki.", ["kaupan"]),
    ("part:kauppa", "Ihmiskaupan uhrit ja kaupan väki.", ["Ihmiskaupan"]),
    ("form:uhrit", "Uhrien tuki. Uhrit saivat tukea.", ["Uhrit"]),
    ("'uhrien tuki'", "Uhrien tuki on uhreille tärkeä.", ["Uhrien tuki"]),
    ("'uhrin tuki'", "Uhrien tuki on uhreille tärkeä.", []),
    ('"uhri tuki"', "Uhrien tuesta päätettiin.", ["Uhrien tuesta"]),
    ('"tuki uhri"', "Uhrien tuesta päätettiin.", []),
    ("Roy'n", "Esteri Roy'n raportti.", ["Roy'n"]),
    ("Roy’n", "Esteri Roy'n kirje.", ["Roy'n"]),
    ("hyväksikäyttää", "Hyväksikäytettyjen asema.", ["Hyväksikäytettyjen"]),
    ("STM", "Asia siirtyi STM:lle.", ["STM:lle"]),
    ("stm:n", "Asia siirtyi STM:lle.", ["STM:lle"]),
    ("sosiaali- ja terveyslautakunta", "Esityksen teki sosiaali- ja terveyslautakunnan puheenjohtaja.",
     ["sosiaali- ja terveyslautakunnan"]),
    ("terveyslautakunta", "Esityksen teki sosiaali- ja terveyslautakunta.", ["terveyslautakunta"]),
    ("lautakunta", "Esityksen teki sosiaali- ja terveyslautakunta.", ["terveyslautakunta"]),
    ("sosiaali- ja terveyslautakunta", "Sosiaali ja terveys.", []),
    ("uhri -poliisi", "Uhri soitti poliisille.", []),
    ("uhri -poliisi", "Uhri soitti siskolle.", ["Uhri"]),
    ("uhri TAI poliisi", "Soitto tuli poliisille.", ["poliisille"]),
    ("uhri JA poliisi", "Soitto tuli poliisille.", []),
    ("uhri poliisi", "Poliisi auttoi uhria.", ["Poliisi", "uhria"]),
    ("2021-001526", "Asia KUU 2021-001526 siirtyi.", ["2021-001526"]),
    ("31.12.2022", "Ohjelma jatkuu 31.12.2022 asti.", ["31.12.2022"]),
    ("helsinki", "Kokous oli Helsingissä.", ["Helsingissä"]),
    ("tuli", "Tulen sammutti palokunta.", ["Tulen"]),
]  # fmt: skip


@pytest.mark.parametrize(("query", "text", "words"), MET, ids=[f"{case[0]} : {case[1]}" for case in MET])
def test_query_meets_text(query: str, text: str, words: list[str]) -> None:
    """The words of the text that a query meets."""
    assert highlighted(query, text) == words


@pytest.mark.parametrize(
    ("query", "ignored", "words"),
    [
        pytest.param("uhrit ja auttajat", ("ja",), ["uhri", "auttaja"], id="conjunction"),
        pytest.param("uhrit – auttajat", ("–",), ["uhri", "auttaja"], id="mark"),
        pytest.param("ja", (), ["ja"], id="nothing else"),
        pytest.param("uhrit lemma:ja", (), ["uhri", "ja"], id="asked for"),
    ],
)
def test_words_that_carry_nothing(query: str, ignored: tuple[str, ...], words: list[str]) -> None:
    """Conjunctions and lone marks are left out and named, unless the query has nothing else."""
    found = analysed(query)
    assert found.ignored == ignored
    nodes = getattr(found.root, "children", (found.root,))
    assert [node.terms[0] for node in nodes] == words


def test_query_of_marks_alone() -> None:
    """A query without a word is an error that says so."""
    with pytest.raises(QueryError, match="no word or number"):
        analysed("– …")


def test_parts_of_a_query_word_only_rank() -> None:
    """A compound is met as a whole; its parts raise the score, those of an excluded word do not."""
    found = analysed("ihmiskauppa -määräaika")
    assert [word.parts for word in found.words] == [("ihminen", "kauppa")]
    assert {each.term for clue in found.clues for each in clue} == {"ihmiskauppa", "ihminen", "kauppa"}
    assert not analysed("lemma:ihmiskauppa").words


@pytest.mark.parametrize(
    ("query", "met"),
    [
        ("tunnistaminen", {"tunnistaminen", "tunnistaa"}),
        ("tunnistaa", {"tunnistaminen", "tunnistaa"}),
        ("uhri", {"uhri"}),
    ],
)
def test_words_of_one_stem_are_met_where_asked_for(query: str, met: set[str]) -> None:
    """A verb and its -minen noun are one word to a search, and two to a word list."""
    (word,) = analyse_query(parse_query(query), finnish(), stems=True).words
    assert set(word.node.terms) == met
    assert analysed(query).words[0].node.terms == (query,)


def test_word_of_several_tokens_is_a_run() -> None:
    """What the reader takes for one word and the language for several must stand side by side."""
    root = analysed("1.6.2020–31.12.2022").root
    assert isinstance(root, TermRun)
    assert root.places == (("1.6.2020",), ("31.12.2022",))


def test_word_in_its_dictionary_form_means_itself() -> None:
    """The best reading, and the word as typed where it is a dictionary form."""
    root = analysed("tuli").root
    assert isinstance(root, AnyTerm)
    assert set(root.terms) == {"tulla", "tuli"}

"""The thesaurus is sound as data, and leads from Swedish and English words, as people type them, to Finnish terms."""

from collections import defaultdict
from collections.abc import Sequence

import pytest

from policysearch.index.expansion import TypedWord
from policysearch.index.thesaurus import ALSO_FINNISH, Thesaurus, concepts, sources
from policysearch.lang.fi import Finnish


@pytest.fixture(scope="module")
def expander(finnish: Finnish) -> Thesaurus:
    return Thesaurus(finnish.knows)


def expanded(expander: Thesaurus, words: Sequence[str]) -> dict[str, list[str]]:
    """What each run of the words may also be."""
    found = expander([TypedWord(word, ()) for word in words])
    return {
        " ".join(words[each.first : each.first + each.count]): [other.text for other in each.alternatives]
        for each in found
    }


def test_each_term_leads_to_its_own_concept_alone(expander: Thesaurus) -> None:
    """A term, typed as it stands, is met as a whole and gives the Finnish terms of its concept."""
    seen = defaultdict(set)
    for concept in concepts():
        for term in (*concept.sv, *concept.en):
            seen[term.casefold()].add(concept.id)
            assert expanded(expander, term.split()) == {term: list(concept.fi)}, term
    assert {term: found for term, found in seen.items() if len(found) > 1} == {}


def test_terms_are_listed_once() -> None:
    """No language of a concept repeats a term; a concept has all three languages, and its sources exist."""
    for concept in concepts():
        for terms in (concept.fi, concept.sv, concept.en):
            assert terms, concept.id
            assert len({term.casefold() for term in terms}) == len(terms), concept.id
        assert set(concept.source) <= sources().keys(), concept.id
    assert {key for concept in concepts() for key in concept.source} == sources().keys()
    assert len(concepts()) >= 150


def test_no_finnish_term_is_preferred_in_two_concepts() -> None:
    """Two concepts with one Finnish name would be one."""
    preferred = [concept.fi[0] for concept in concepts()]
    assert len(set(preferred)) == len(preferred)


def test_finnish_terms_are_dictionary_forms(finnish: Finnish) -> None:
    """A term is, or has, a word that is its own dictionary form, and the dictionary knows all of its words."""
    unknown = {"grooming", "uhriutuminen", "Lanzaroten"}
    other_lemma = {"palkkasaatava"}  # to the dictionary a participle, in the text and in the query
    for concept in concepts():
        for term in concept.fi:
            tokens = [token for token in finnish.tokens(term) if token.kind == "word"]
            own = [
                token
                for token in tokens
                if token.ellipsis == term
                or any(reading.lemma.casefold() == token.surface.casefold() for reading in token.readings)
            ]
            assert own or term in other_lemma, term
            for token in tokens:
                assert finnish.knows(token.surface) or token.surface in unknown, term


def test_no_foreign_term_is_a_finnish_word(finnish: Finnish) -> None:
    """Such a term would never be met, or would change what a Finnish query means; the exceptions are named."""
    for concept in concepts():
        for term in (*concept.sv, *concept.en):
            if all(finnish.knows(word) for word in term.replace("-", " ").split()):
                assert term in ALSO_FINNISH, term


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("human trafficking", {"human trafficking": "ihmiskauppa"}),
        ("människohandel", {"människohandel": "ihmiskauppa"}),
        ("människohandelns offer", {"människohandelns": "ihmiskauppa", "offer": "uhri"}),
        ("victims of human trafficking", {"victims": "uhri", "of human trafficking": "ihmiskauppa"}),
        ("hjälp till offren", {"hjälp": "auttaminen", "till offren": "uhri"}),
        ("uppehållstillståndet", {"uppehållstillståndet": "oleskelulupa"}),
        ("residence permits", {"residence permits": "oleskelulupa"}),
        ("non-punishment", {"non-punishment": "rankaisematta jättäminen"}),
        ("non punishment", {"non punishment": "rankaisematta jättäminen"}),
        ("the best interests of the child", {"the best interests of the child": "lapsen etu"}),
        ("children’s rights", {"children’s rights": "lapsen oikeus"}),
        ("återhämtnings- och betänketid", {"återhämtnings- och betänketid": "toipumis- ja harkinta-aika"}),
        ("national action plans", {"national": "kansallinen", "action plans": "toimintaohjelma"}),
        ("Palermo Protocol", {"Palermo Protocol": "Palermon pöytäkirja"}),
        ("NRM", {"NRM": "ohjausmekanismi"}),
        ("debt bondage", {"debt bondage": "velkaorjuus"}),
        ("deadlines", {"deadlines": "määräaika"}),
        ("kvinnornas och flickors", {"kvinnornas": "nainen", "och flickors": "tyttö"}),
        ("immigrants", {"immigrants": "maahanmuuttaja"}),
        ("immigration", {"immigration": "maahanmuutto"}),
        ("myndigheternas", {"myndigheternas": "viranomainen"}),
        ("åklagarna", {"åklagarna": "syyttäjä"}),
        ("sexarbetarna", {"sexarbetarna": "seksityöntekijä"}),
        ("städernas", {"städernas": "kaupunki"}),
        ("authorities", {"authorities": "viranomainen"}),
    ],
)
def test_foreign_words_lead_to_finnish_terms(expander: Thesaurus, query: str, wanted: dict[str, str]) -> None:
    """The preferred term comes first; the longest term wins; function words go with the term after them."""
    assert {typed: terms[0] for typed, terms in expanded(expander, query.split()).items()} == wanted


@pytest.mark.parametrize(
    "query",
    [
        "uhrien auttaminen",
        "ihmiskauppa",
        "työnantajan vastuu",
        "Kuusjärvi",
        "of the",
        "2021",
        "rätt",
        "mynd",
        "domare",
        "",
    ],
)
def test_other_words_are_left_alone(expander: Thesaurus, query: str) -> None:
    """Finnish words, names, numbers and bare function words have no alternatives."""
    assert expanded(expander, query.split()) == {}


def test_several_words_are_a_phrase_and_one_word_meets_compounds(expander: Thesaurus) -> None:
    """*trafficking* finds what *ihmiskauppa* finds; a Finnish term of several words is a phrase of lemmas."""
    (found,) = expander([TypedWord("trafficking", ())])
    assert [other.field for other in found.alternatives] == ["mixed"]
    assert {other.source for other in found.alternatives} == {"thesaurus"}
    (found,) = expander([TypedWord("organ", ()), TypedWord("removal", ())])
    assert [(other.text, other.field) for other in found.alternatives] == [("elinten poistaminen", "lemma")]


def test_a_word_of_the_query_may_hold_several(expander: Thesaurus) -> None:
    """An elliptic compound is one word of the query, and is met whole."""
    (found,) = expander([TypedWord("hälso- och sjukvård", ())])
    assert (found.first, found.count) == (0, 1)
    assert found.alternatives[0].text == "terveydenhuolto"

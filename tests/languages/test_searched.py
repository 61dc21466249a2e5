"""Swedish and English are searched by stem, Sámi as it is written, and highlights show what was met."""

from pathlib import Path

import pytest

from policysearch import Corpus, open_corpus
from policysearch.index.analysis import analyse_query
from policysearch.index.highlight import is_match
from policysearch.index.query import parse_query
from policysearch.index.terms import passage_terms
from policysearch.lang.fi import open_finnish
from policysearch.lang.others import function_words, open_other
from policysearch.settings import load_settings


def met(corpus: Corpus, query: str) -> set[tuple[str, str]]:
    """The words that are marked, each with the language of its passage."""
    hits = corpus.search(query, limit=None, expand=False).hits
    texts = {hit.document.id: corpus.document(hit.document.id).text for hit in hits}
    return {(h.passage.language, s.of(texts[h.document.id])) for h in hits for s in h.snippet.highlights}


@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("beslutat", {("sv", "Beslut"), ("sv", "beslutade"), ("sv", "beslutar")}),
        ("handlingsplaner", {("sv", "handlingsplanen")}),
        ('"offer för människohandel"', {("sv", "offer för människohandel")}),
        ("lang:sv offren", {("sv", "offren")}),
        ("kieli:ruotsi beslut", {("sv", "Beslut"), ("sv", "beslutade"), ("sv", "beslutar")}),
        ("victim", {("en", "Victims"), ("en", "victim"), ("en", "victims")}),
        ("lang:fi victim", set()),
        ("evaluations", {("en", "evaluation")}),
        ("uhri", {("fi", "uhrien")}),
        ("offr*", {("sv", "offren")}),
        ("'offren'", {("sv", "offren")}),
    ],
)  # fmt: skip
def test_words_are_met_by_their_stem(languages: Path, engine: str, query: str, words: set[tuple[str, str]]) -> None:
    index = languages / f"index-{engine}"
    settings = load_settings(corpus=languages / "corpus", index=index, engine=engine)  # type: ignore[arg-type]
    with open_corpus(settings=settings) as corpus:
        assert met(corpus, query) == words


def test_words_that_only_join_are_left_out_of_english_and_swedish_queries(languages: Path) -> None:
    with open_corpus(languages / "corpus", languages / "index") as corpus:
        found = corpus.search("the rights of each victim")
        assert found.notes[-1] == "Left out of the query: the, of."
        assert found.hits[0].passage.language == "en"


@pytest.mark.parametrize("query", ["Sámediggi", "sámediggi", "SÁMEDIGGI", "samediggi", "Samediggi", "'Sámediggi'"])
def test_sami_words_are_found_as_written_and_without_their_letters(languages: Path, query: str) -> None:
    with open_corpus(languages / "corpus", languages / "index") as corpus:
        assert met(corpus, query) == {("se", "Sámediggi"), ("fi", "Sámediggi")}


@pytest.mark.parametrize(
    ("query", "word"), [("callingoddi", "Čállingoddi"), ("ŋ", "ŋ"), ("ŧ", "ŧ"), ("Đ-bustávva", "Đ-bustávva"),
                        ("d-bustavva", "Đ-bustávva"), ("ž-bustávva", "ž-bustávva"), ("oazzumis", "oažžumis"),
                        ("olmmosgavppaseami", "olmmošgávppašeami")],
)  # fmt: skip
def test_every_sami_letter_is_met(languages: Path, query: str, word: str) -> None:
    with open_corpus(languages / "corpus", languages / "index") as corpus:
        assert met(corpus, query) == {("se", word)}


def test_a_letter_that_is_typed_is_not_taken_for_another(languages: Path) -> None:
    with open_corpus(languages / "corpus", languages / "index") as corpus:
        assert not met(corpus, "sámédiggi")


def test_nothing_of_another_language_is_searched_for_where_the_corpus_has_none() -> None:
    finnish, swedish = open_finnish(), open_other("sv")
    tokens = passage_terms(swedish.tokens("Kommunen beslutade om stödet till offren."))
    query = parse_query("besluten")
    assert is_match(analyse_query(query, finnish, others=[swedish]), tokens)
    assert not is_match(analyse_query(query, finnish), tokens)


def test_languages_share_no_function_word_with_each_other() -> None:
    """A word of two lists would tell neither language."""
    lists = list(function_words().values())
    for number, one in enumerate(lists):
        for other in lists[number + 1 :]:
            assert one.isdisjoint(other), one & other

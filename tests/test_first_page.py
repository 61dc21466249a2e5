"""What a search shows first: passages with all words, then, where these are few, passages with some of them."""

from collections.abc import Iterator

import pytest

from policysearch import Corpus, open_corpus
from policysearch.model.search import Hit, SearchResults, Sort

TEXT = """Kuusjärven kaupunki
Kaupunginhallitus
5.2.2024

§ {number}

{title}

Päätös

{body}
"""
DOCUMENTS = {
    "a": (12, "Turvakodin rahoitus", "Kaupunginhallitus päätti myöntää 20 000 euron avustuksen yhdistykselle."),
    "b": (13, "Muut asiat", "Turvakodin rahoitus siirrettiin seuraavaan kokoukseen."),
    "c": (14, "Uhrien auttaminen", "Poliisi tunnistaa uhrit ja ohjaa heidät palveluihin."),
    "d": (15, "Tunnistaminen", "Uhrin tunnistamisen koulutus järjestetään työntekijöille."),
    "e": (16, "Kirjaston aukiolo", "Kirjasto on auki arkisin kello kymmenestä kahdeksaan."),
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    """A corpus of five short decisions."""
    folder = tmp_path_factory.mktemp("first-page")
    for name, (number, title, body) in DOCUMENTS.items():
        (folder / f"{name}.txt").write_text(TEXT.format(number=number, title=title, body=body), encoding="utf-8")
    with open_corpus(folder / "corpus", folder / "index", create=True) as opened:
        list(opened.ingest(sorted(folder.glob("*.txt"))))
        yield opened


def passages(results: SearchResults) -> list[str]:
    """The first word of the text of each hit."""
    return [hit.snippet.text.split()[0] for hit in results.hits]


def marked(hit: Hit) -> tuple[list[str], list[str], list[str]]:
    """The marked words in title, heading and text of a hit."""
    start = hit.snippet.span.start
    title, heading = hit.document.metadata.title or "", hit.heading or ""
    text = [hit.snippet.text[span.start - start : span.end - start] for span in hit.snippet.highlights]
    return [span.of(title) for span in hit.in_title], [span.of(heading) for span in hit.in_heading], text


def test_passages_with_all_words_come_first(corpus: Corpus) -> None:
    """A word of the title counts for its passages, if another word stands in the text; the note has the numbers."""
    results = corpus.search("turvakodin avustus")
    assert passages(results)[0] == "Kaupunginhallitus"
    assert marked(results.hits[0]) == (["Turvakodin"], [], ["avustuksen"])
    assert results.n_complete == 1
    after = results.total - 1
    assert results.notes == (
        f"1 passage has all of the words, title and heading counted; the {after} after it have some of them.",
    )


def test_words_of_one_stem_count_where_few_passages_have_the_word(corpus: Corpus) -> None:
    """*Tunnistus* is in no passage; *tunnistaa* and *tunnistaminen* are, and the note says what they are."""
    results = corpus.search("tunnistus")
    assert {"Poliisi", "Uhrin"} <= set(passages(results))
    assert results.n_complete == 0
    assert results.notes[0].startswith("No passage has the word; these have a part of it or a word of its stem")


def test_title_with_all_words_is_enough_at_last(corpus: Corpus) -> None:
    """Passages under a title with all words come after those with some in the text; one word is not enough."""
    results = corpus.search("turvakodin rahoitus")
    assert passages(results)[0] == "Turvakodin"
    assert {"Kaupunginhallitus", "Turvakodin"} <= set(passages(results))
    assert set(passages(corpus.search("kirjasto"))) == {"Kirjasto", "Kirjaston"}


@pytest.mark.parametrize(
    ("query", "first"),
    [
        pytest.param("kirjasto AND turvakoti", [], id="and"),
        pytest.param('"turvakodin kirjasto"', [], id="phrase"),
        pytest.param("lemma:turvakoti lemma:kirjasto", [], id="fields"),
        pytest.param("type:minutes kirjasto", [], id="filter"),
        pytest.param('"turvakodin rahoitus" kirjasto', ["Turvakodin"], id="phrase and word"),
        pytest.param("kirjasto turvakoti -aukiolo -rahoitus", ["Kirjasto"], id="excluded"),
    ],
)
def test_operators_are_obeyed(corpus: Corpus, query: str, first: list[str]) -> None:
    """What is demanded of a passage stays demanded, however few there are."""
    assert sorted(set(passages(corpus.search(query)))) == first


@pytest.mark.parametrize(
    ("sort", "limit", "fill"), [("date", 10, True), ("relevance", None, True), ("relevance", 10, False)]
)
def test_what_is_no_first_page_is_not_filled(corpus: Corpus, sort: Sort, limit: int | None, *, fill: bool) -> None:
    """By date, without a limit, and where it is not wanted, hits have all words in their text."""
    results = corpus.search("turvakodin rahoitus", sort=sort, limit=limit, fill=fill)
    assert set(passages(results)) == {"Turvakodin"}
    assert results.n_complete == results.total
    assert not results.notes


def test_words_that_only_ask_are_left_out(corpus: Corpus) -> None:
    """A question is searched for by its words that say something."""
    results = corpus.search("milloin kirjasto on auki")
    assert passages(results)[0] == "Kirjasto"
    assert "Left out of the query: milloin, on." in results.notes

"""Tokens become terms, and come back from the store as they went in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policysearch.index.terms import StoredToken, index_term, passage_terms, read_tokens, store_tokens, token_terms
from policysearch.model.language import Reading, Token
from policysearch.model.text import Span
from tests.index.language import terms_of


def word(surface: str, reading: Reading, ellipsis: str | None = None) -> Token:
    """A token at the beginning of a text."""
    return Token(surface, Span(0, len(surface)), "word", (reading,), ellipsis)


def compound(lemma: str, parts: str, pieces: str) -> Reading:
    """A noun with its parts and pieces, each written with spaces between."""
    return Reading(lemma, "noun", parts=tuple(parts.split()), pieces=tuple(pieces.split()))


@pytest.mark.parametrize(
    ("text", "term"),
    [
        pytest.param("Kuusjärven", "kuusjärven", id="case"),
        pytest.param("sa\u0308a\u0308", "sää", id="decomposed accents"),
        pytest.param("saa", "saa", id="no accent folding"),
        pytest.param("Roy’n", "roy'n", id="typographic apostrophe"),
        pytest.param("EU\u2011tuki", "eu-tuki", id="hyphen that does not break"),
    ],
)
def test_index_term(text: str, term: str) -> None:
    """Letters keep their accents; case and the kind of mark tell nothing."""
    assert index_term(text) == term


@pytest.mark.parametrize(
    ("reading", "parts"),
    [
        pytest.param(Reading("uhri", "noun"), set(), id="simple"),
        pytest.param(compound("määräaika", "määrä aika", "määrä aika"), {"määrä", "aika"}, id="two parts"),
        pytest.param(
            compound("ihmiskaupparikos", "ihminen kauppa rikos", "ihmis kauppa rikos"),
            {"ihminen", "kauppa", "rikos", "ihmiskauppa", "kaupparikos"},
            id="three parts",
        ),
        pytest.param(
            compound("kaupunginvaltuustoaloite", "kaupunki valtuusto aloite", "kaupungin valtuusto aloite"),
            {"kaupunki", "valtuusto", "aloite", "kaupunginvaltuusto", "valtuustoaloite"},
            id="a genitive inside stays",
        ),
        pytest.param(
            compound("perusihmisarvo", "perus ihminen arvo", "perus ihmis arvo"),
            {"perus", "ihminen", "arvo", "perusihminen", "ihmisarvo"},
            id="a run ends in its dictionary form",
        ),
        pytest.param(
            compound("ihmiskauppa-asia", "ihminen kauppa asia", "ihmis kauppa asia"),
            {"ihminen", "kauppa", "asia", "ihmiskauppa-asia", "ihmiskauppa", "kauppa-asia"} - {"ihmiskauppa-asia"},
            id="a hyphen inside stays",
        ),
    ],
)
def test_parts_and_runs(reading: Reading, parts: set[str]) -> None:
    """A compound is known under its parts and under all their runs."""
    assert set(token_terms(word(reading.lemma, reading)).parts) - {"ihmiskauppa-"} == parts


def test_elliptic_compound_has_both_lemmas() -> None:
    """The last member is known by itself and as the whole."""
    reading = compound("terveysministeriö", "terveys ministeriö", "terveys ministeriö")
    terms = token_terms(word("terveysministeriön", reading, "sosiaali- ja terveysministeriö"))
    assert terms.lemmas == ("terveysministeriö", "sosiaali- ja terveysministeriö")


def test_fields_of_a_token() -> None:
    """Each field knows a token by its own terms; the mixed one by lemmas and parts."""
    token = StoredToken(0, 9, "määräajan", ("määräaika",), ("määrä", "aika"))
    assert token.terms("mixed") == ("määräaika", "määrä", "aika")
    assert (token.terms("lemma"), token.terms("part")) == (("määräaika",), ("määrä", "aika"))
    assert token.terms("form") == ("määräajan",)


def test_marks_are_no_tokens_of_the_index() -> None:
    """Words and numbers are kept, with their spans in the text."""
    text = "Apu, vuonna 2021."
    assert [text[token.start : token.end] for token in terms_of(text)] == ["Apu", "vuonna", "2021"]


WORDS = st.text("abcåäö-'’ \u0308ß", min_size=1, max_size=8)


@st.composite
def tokens(draw: st.DrawFn) -> list[Token]:
    """Tokens of any letters, one after another."""
    found, at = [], 0
    for surface in draw(st.lists(WORDS, max_size=20)):
        at += draw(st.integers(0, 3))
        pieces = tuple(draw(st.lists(WORDS, max_size=4)))
        reading = Reading(draw(WORDS), "noun", parts=pieces, pieces=pieces)
        span = Span(at, at + len(surface))
        found.append(Token(surface, span, "word", (reading,), draw(st.none() | WORDS)))
        at = span.end
    return found


@given(tokens=tokens())
def test_store_and_read(tokens: list[Token]) -> None:
    """What is read is what was stored, and the same tokens give the same bytes."""
    assert read_tokens(store_tokens(tokens)) == passage_terms(tokens)
    assert store_tokens(tokens) == store_tokens(list(tokens))

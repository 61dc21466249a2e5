"""Snippets: whole words around the densest matches, never outside the passage."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policysearch.index.highlight import snippet
from policysearch.model.text import Span

LONG = " ".join(["Kuusjärvi"] * 40) + " apu ja apu " + " ".join(["kaupunki"] * 40) + " uhri apu tuki loppu."


def spans(text: str, pattern: str) -> list[Span]:
    """Where a pattern stands."""
    return [Span(found.start(), found.end()) for found in re.finditer(pattern, text)]


def test_short_passage_is_shown_whole() -> None:
    """A passage within the width is its own snippet, without white space around it."""
    text = "Edellä.\n Uhri sai apua. \nJäljessä."
    found = snippet(text, Span(7, 25), None, spans(text, "apua"))
    assert found.text == "Uhri sai apua."
    assert [span.of(text) for span in found.highlights] == ["apua"]


def test_most_different_words_win() -> None:
    """Three different matches together are worth more than two equal ones before them."""
    found = snippet(LONG, Span(0, len(LONG)), None, spans(LONG, "apu|uhri|tuki"), width=80)
    assert [span.of(LONG) for span in found.highlights] == ["uhri", "apu", "tuki"]
    assert len(found.text) <= 80


def test_snippet_begins_with_a_sentence_where_one_fits() -> None:
    """The sentence around the match is shown from its beginning."""
    text = "Alku on pitkä lause ilman mitään. Kaupunki auttaa uhria heti. " + "Loppu jatkuu vielä. " * 20
    sentences = [Span(0, 33), Span(34, 61)]
    found = snippet(text, Span(0, len(text)), sentences, spans(text, "uhria"), width=60)
    assert found.text.startswith("Kaupunki auttaa uhria heti.")


def test_without_matches_the_beginning_is_shown() -> None:
    """A search by filters alone shows how the passage begins."""
    found = snippet(LONG, Span(0, len(LONG)), None, (), width=50)
    assert found.span.start == 0
    assert not found.highlights


@pytest.mark.parametrize("text", ["", " \n "], ids=["empty", "white"])
def test_passage_without_words(text: str) -> None:
    """Nothing to show is shown as nothing."""
    assert snippet(text, Span(0, len(text)), None, ()).text == ""


@given(
    text=st.text("ab ,.\n", min_size=1, max_size=200),
    bounds=st.tuples(st.integers(0, 200), st.integers(0, 200)),
    starts=st.lists(st.integers(0, 199), max_size=6, unique=True),
    width=st.integers(1, 60),
)
def test_snippets_keep_whole_words_of_the_passage(
    text: str, bounds: tuple[int, int], starts: list[int], width: int
) -> None:
    """Verbatim, inside the passage, cut at words, no longer than asked unless one match or word is."""
    start, end = sorted(min(bound, len(text)) for bound in bounds)
    words = [span for span in spans(text[:end], r"\w+") if span.start >= start]
    highlights = [words[number] for number in sorted({start % len(words) for start in starts})] if words else []
    found = snippet(text, Span(start, end), None, highlights, width=width)
    assert found.text == found.span.of(text)
    assert start <= found.span.start <= found.span.end <= end
    assert found.text == found.text.strip()
    pieces = re.findall(r"\S+", text[start:end])
    assert set(re.findall(r"\S+", found.text)) <= set(pieces)
    assert all(found.span.contains(span) for span in found.highlights)
    if highlights:
        assert found.highlights
    longest = max((len(piece) for piece in pieces), default=0)
    assert len(found.text) <= max(width, longest)

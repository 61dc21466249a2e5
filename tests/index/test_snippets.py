"""Snippets: whole sentences around the densest matches, never outside the passage."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policysearch.index.snippets import snippet
from policysearch.model.text import Span

LONG = " ".join(["Kuusjärvi"] * 40) + " apu ja apu " + " ".join(["kaupunki"] * 40) + " uhri apu tuki loppu."


def spans(text: str, pattern: str) -> list[Span]:
    """Where a pattern stands."""
    return [Span(found.start(), found.end()) for found in re.finditer(pattern, text)]


def test_short_passage_is_shown_whole() -> None:
    """A passage within the width is its own snippet, without white space around it."""
    text = "Edellä.\n Uhri sai apua. \nJäljessä."
    found = snippet(text, Span(7, 25), (), spans(text, "apua"))
    assert found.text == "Uhri sai apua."
    assert [span.of(text) for span in found.highlights] == ["apua"]


def test_most_different_words_win() -> None:
    """Three different matches together are worth more than two equal ones before them."""
    found = snippet(LONG, Span(0, len(LONG)), (), spans(LONG, "apu|uhri|tuki"), width=80)
    assert [span.of(LONG) for span in found.highlights] == ["uhri", "apu", "tuki"]
    assert len(found.text) <= 80


SENTENCES = (
    "Alku on pitkä lause ilman mitään, mikä kuuluisi asiaan. Kaupunki auttaa uhria heti. "
    "Uhri saa tukea, ja tuki jatkuu vuoden. Loppu jatkuu vielä, eikä siinä ole mitään."
)
CUT = spans(SENTENCES, r"[A-ZÄ][^.]*[.]")


@pytest.mark.parametrize(
    ("pattern", "width", "shown"),
    [
        ("uhria", 30, CUT[1:2]),
        ("uhria|Uhri|tuk[ei]", 50, CUT[2:3]),
        ("uhria|Uhri", 90, CUT[1:3]),
        ("uhria", 100, CUT[1:3]),
        ("Loppu", 75, CUT[3:]),
        ("Loppu", 100, CUT[2:]),
        ("heti. Uhri", 20, CUT[1:3]),
        ("nothing", 60, CUT[:1]),
        ("nothing", 400, CUT),
    ],
)
def test_snippets_are_whole_sentences(pattern: str, width: int, shown: list[Span]) -> None:
    """Those with the matches, longer than asked where one is; then what follows and what is before, where it fits."""
    found = snippet(SENTENCES, Span(0, len(SENTENCES)), CUT, spans(SENTENCES, pattern), width=width)
    assert found.text == SENTENCES[shown[0].start : shown[-1].end]


def test_an_endless_sentence_is_cut_at_words() -> None:
    """A sentence that would fill the screen is shown around its matches."""
    text = "Ensimmäinen lause. " + LONG
    sentences = [Span(0, 18), Span(19, len(text))]
    found = snippet(text, Span(0, len(text)), sentences, spans(text, "uhri|tuki"), width=40, longest=90)
    assert [span.of(text) for span in found.highlights] == ["uhri", "tuki"]
    assert 60 < len(found.text) <= 90
    assert text[found.span.start - 1] == " "


def test_without_matches_the_beginning_is_shown() -> None:
    """A search by filters alone shows how the passage begins."""
    found = snippet(LONG, Span(0, len(LONG)), (), (), width=50)
    assert found.span.start == 0
    assert not found.highlights


@pytest.mark.parametrize("text", ["", " \n "], ids=["empty", "white"])
def test_passage_without_words(text: str) -> None:
    """Nothing to show is shown as nothing."""
    assert snippet(text, Span(0, len(text)), (), ()).text == ""


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
    found = snippet(text, Span(start, end), (), highlights, width=width)
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

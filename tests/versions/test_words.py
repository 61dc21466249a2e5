"""Two texts side by side, by sentences and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policysearch.model.changes import SentenceChange
from policysearch.model.text import Span
from policysearch.versions.words import sentence_changes, word_pieces

SENTENCES = (
    "Kaupunginhallitus päättää asettaa työryhmän.",
    "Työryhmän määräaika on 31.12.2024.",
    "Uhrien ohjaus palveluihin on osa lautakunnan työtä.",
    "Raportti annetaan valtuustolle tiedoksi.",
)


def text_of(sentences: list[str]) -> tuple[str, list[Span]]:
    """A text of these sentences, and where each stands."""
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    return " ".join(sentences), spans


def changed(old: list[str], new: list[str]) -> tuple[tuple[SentenceChange, ...], int]:
    return sentence_changes(*text_of(old), *text_of(new))


@given(st.text(max_size=60), st.text(max_size=60))
def test_pieces_make_both_texts_again(old: str, new: str) -> None:
    """Not a letter is lost: without what was added the old text, without what is gone the new one."""
    pieces = word_pieces(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "added") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == new


words = st.sampled_from(SENTENCES)


@given(st.lists(words, max_size=6), st.lists(words, max_size=6))
def test_sentences_are_each_told_of_once(old: list[str], new: list[str]) -> None:
    """Every sentence that is only in one text is told of, and each at most once."""
    found, _ = changed(old, new)
    for spans in ([c.old for c in found if c.old], [c.new for c in found if c.new]):
        assert len(spans) == len(set(spans))
    old_text, _ = text_of(old)
    gone = [span.of(old_text) for span in (c.old for c in found) if span]
    assert all(sentence in gone for sentence in old if sentence not in new)
    assert changed(old, old) == ((), 0)


def test_a_moved_deadline_is_one_word() -> None:
    """The sentence stays, and its date is the change."""
    (change,), moved = changed(
        list(SENTENCES), [SENTENCES[0], SENTENCES[1].replace("31.12.2024", "30.6.2025"), *SENTENCES[2:]]
    )
    assert [(piece.kind, piece.text) for piece in change.pieces] == [
        ("same", "Työryhmän määräaika on "),
        ("gone", "31.12.2024"),
        ("added", "30.6.2025"),
        ("same", "."),
    ]
    assert moved == 0


def test_words_side_by_side_are_one_change() -> None:
    """The blank between two changed words is no common ground."""
    pieces = word_pieces("hyväksyi uuden laajan ohjelman", "hyväksyi vanhan suppean ohjelman")
    assert [piece.text for piece in pieces] == ["hyväksyi ", "uuden laajan", "vanhan suppean", " ohjelman"]


def test_a_moved_sentence_is_counted_and_not_told_of() -> None:
    """What only stands elsewhere says nothing new."""
    found, moved = changed([SENTENCES[0], SENTENCES[2], SENTENCES[3]], [SENTENCES[2], SENTENCES[3], SENTENCES[0]])
    assert found == ()
    assert moved == 1


@pytest.mark.parametrize(("old", "new"), [(SENTENCES[0], SENTENCES[2]), (SENTENCES[1], SENTENCES[3])])
def test_other_sentences_are_gone_and_added(old: str, new: str) -> None:
    """What has little in common is not called reworded."""
    found, _ = changed([old], [new])
    assert [(c.old is None, c.new is None) for c in found] == [(False, True), (True, False)]

"""Tokens -> sentences. A full stop ends one unless an abbreviation, an ordinal, an initial or the next word says no."""

from itertools import pairwise

from policysearch.lang.fi.tokenizer import RawToken
from policysearch.lang.fi.words import ABBREVIATIONS_FINAL
from policysearch.model.text import Span

_ENDS = frozenset(".!?…")
_CLOSING = frozenset("”\"’'»)]*_")
_OPENING = frozenset("”\"“‘'»«([*_")
_BULLETS = frozenset("•◦▪‣·●○■□–—-*✓➢")


def sentence_starts(text: str, tokens: list[RawToken]) -> list[int]:
    """Indices of the tokens that begin a sentence, in order; the first token always does."""
    starts = [0] if tokens else []
    for index in range(1, len(tokens)):
        if _begins(text, tokens, index, starts[-1]):
            starts.append(index)
    return starts


def spans_of(text: str, tokens: list[RawToken]) -> tuple[Span, ...]:
    """The sentences as spans without the white space around them."""
    starts = [*sentence_starts(text, tokens), len(tokens)]
    return tuple(Span(tokens[start].start, tokens[end - 1].end) for start, end in pairwise(starts))


def _begins(text: str, tokens: list[RawToken], index: int, start: int) -> bool:
    """Whether the token at `index` begins a sentence, when the one before began at `start`."""
    gap = text[tokens[index - 1].end : tokens[index].start]
    if not gap:
        return False
    if "\t" in gap or gap.count("\n") > 1 or "\f" in gap:
        return True
    first = _first_letter(text, tokens, index)
    if "\n" in gap:
        mark = text[tokens[index].start]
        if mark in _BULLETS or not first.islower():
            return True
    if first.islower():
        return False
    return _ended(text, tokens, index, start)


def _first_letter(text: str, tokens: list[RawToken], index: int) -> str:
    """The first letter or digit from `index` on, past opening quotes and brackets."""
    while index < len(tokens) and text[tokens[index].start] in _OPENING:
        index += 1
    return text[tokens[index].start] if index < len(tokens) else ""


def _ended(text: str, tokens: list[RawToken], index: int, start: int) -> bool:
    """Whether the token before `index` ends a sentence, closing quotes and brackets looked through."""
    last = index - 1
    while last > start and text[tokens[last].start] in _CLOSING and tokens[last - 1].end == tokens[last].start:
        last -= 1
    begin, end, kind = tokens[last]
    if text[end - 1] not in _ENDS:
        return False
    if kind == "word":
        return text[begin : end - 1].casefold() in ABBREVIATIONS_FINAL
    # *7. Sellaisen häiriön*: a number at the beginning counts, it ends nothing; an opening quote may stand before it.
    number = last if kind == "number" else last - 1
    is_first = number <= start or text[tokens[number - 1].start] in _OPENING
    if kind == "number":
        return not is_first
    is_counted = text[begin] == "." and tokens[number].kind == "number" and tokens[number].end == begin
    return not (is_counted and is_first)

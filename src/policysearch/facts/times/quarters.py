"""Quarters, thirds and halves of a year: *toisella neljänneksellä*, *Q3/2022*, *alkuneljänneksellä*."""

from collections.abc import Callable
from dataclasses import dataclass

from policysearch.facts.times.core import Reader
from policysearch.facts.times.values import Interval, months
from policysearch.model.language import Case


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter, third or half of whichever year, and the index behind its words."""

    make: Callable[[int], Interval]
    last: int
    cases: frozenset[Case]
    year: int | None = None


def quarter_at(reader: Reader, index: int, *, with_year: bool) -> Quarter | None:
    """A quarter, third or half at `index`; *toisella puolella* only where a year stands before it."""
    cues = reader.cues
    atom = reader.at(index)
    if atom.kind == "quarter":
        return Quarter(_months_of(4, atom.value), index + 1, frozenset(), atom.year)
    if word := reader.known(index, cues.quarter_words):  # alkuneljänneksellä
        return Quarter(_months_of(4, cues.quarter_words[word]), index + 1, atom.cases(word))
    number = atom.value if atom.kind == "ordinal" else 0
    word = reader.known(index, cues.ordinals)
    if word is not None:
        number = cues.ordinals[word]
    if number == 0:
        return None
    heads = [
        (4, cues.quarters - cues.thirds),
        (3, cues.thirds),
        (2, cues.halves | cues.half_with_year if with_year else cues.halves),
    ]
    for n_parts, words in heads:
        head = reader.known(index + 1, words)
        if head is not None and -1 <= number <= n_parts:
            return Quarter(_months_of(n_parts, number), index + 2, reader.at(index + 1).cases(head))
    return None


def _months_of(n_parts: int, number: int) -> Callable[[int], Interval]:
    length = 12 // n_parts
    nth = n_parts if number == -1 else number
    return lambda year: months(year, (nth - 1) * length + 1, nth * length)

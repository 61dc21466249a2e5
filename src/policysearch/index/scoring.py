"""How well a row answers a query, whatever the engine: docs/ranking.md has the formula, and where it was measured.

A query has clues, mostly one for each word. A clue is met in several fields, and the best one counts: the word itself
in the text, the word as a part of a compound, in the heading, in the title of the document, or a word of its stem.
"""

import math
from collections.abc import Iterable, Iterator, Sequence

from policysearch.index.tree import (
    AllOf,
    AnyOf,
    AnyTerm,
    Clue,
    Near,
    Node,
    NoneOf,
    ScoredField,
    TermRun,
    Weighed,
    Word,
)  # fmt: skip

K1, B = 0.6, 0.3
"""BM25's: how much a word gains by being repeated, and how much a long passage loses."""
RARITY_POWER = 1.5
"""Rare words count more than with BM25 alone: of two words, the rarer one says what is looked for."""
WHOLE, IN_COMPOUND, HEADING, TITLE = 1.0, 0.7, 0.5, 0.5
NEAR, PART = 0.4, 0.5
"""A word of the same stem, and a part of the compound that was asked for."""
LIST_WEIGHT, HEADING_WEIGHT, FACT_WEIGHT = 0.3, 0.2, 1.25
"""A row of a list, a row that is a heading, and a row with a commitment: by these the score is multiplied."""
LIST_PARTS = frozenset({"attachments", "contacts", "notification", "participants", "presenter"})
"""Parts of a document that list things and people, and say nothing of them."""


def rarity(n_rows: int, n_with: int) -> float:
    """What a term is worth of which `n_with` of `n_rows` rows have one."""
    return float((math.log(n_rows / (n_with + 1)) + 1) ** RARITY_POWER) if n_rows > n_with else 1.0


def saturation(count: float, length: float) -> float:
    """BM25's part of a term that stands `count` times in a row; `length` is 1 for a row of mean length."""
    return count * (K1 + 1) / (count + K1 * (1 - B + B * length))


def clues(root: Node, words: Sequence[Word]) -> tuple[Clue, ...]:
    """The clues of a query that is met by `root`; nothing that is excluded is one."""
    plain = {word.node: word for word in words}
    return tuple(dict.fromkeys(clue for clue in _clues(root, plain) if clue))


def _clues(node: Node, words: dict[AnyTerm, Word]) -> Iterator[Clue]:
    match node:
        case AnyTerm():
            word = words.get(node)
            yield from _of_word(word) if word else [_of_terms(node.field, node.terms)]
        case TermRun(field, places) | Near(field, places, _):
            yield from (_of_terms(field, place) for place in places)
        case AllOf(children) | AnyOf(children):
            for child in children:
                if not isinstance(child, NoneOf):
                    yield from _clues(child, words)


def _of_terms(field: ScoredField, terms: Iterable[str]) -> Clue:
    return tuple(Weighed(field, term, WHOLE) for term in terms)


def _of_word(word: Word) -> Iterator[Clue]:
    whole = [each for term in word.node.terms for each in _everywhere(term, 1.0)]
    yield (*whole, *(each for term in word.near for each in _everywhere(term, NEAR)))
    yield from ((Weighed("mixed", part, PART),) for part in word.parts)


def _everywhere(term: str, weight: float) -> Iterator[Weighed]:
    yield Weighed("lemma", term, WHOLE * weight)
    yield Weighed("mixed", term, IN_COMPOUND * weight)
    yield Weighed("heading", term, HEADING * weight)
    yield Weighed("title", term, TITLE * weight)

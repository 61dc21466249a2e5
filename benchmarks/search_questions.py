"""The queries of `search.py`: of words of three bands of frequency, drawn from the passages, so that they have hits."""

import random
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from policysearch.index.port import Between, Filter, OneOf
from policysearch.index.scoring import clues
from policysearch.index.terms import read_tokens
from policysearch.index.tree import AllOf, AnalysedQuery, AnyOf, AnyTerm, Node, TermRun, Word
from policysearch.index.vocabulary import MOST_BEGINNINGS
from policysearch.model.text import Span

BANDS = ((0.02, 0.10), (0.001, 0.02), (0.0, 0.001))
"""Share of the passages that a word stands in."""
KINDS = ("1 term", "AND", "OR", "phrase", "prefix", "filtered", "faceted")
FILTERS: tuple[Filter, ...] = (
    OneOf("type", frozenset({"decision", "minutes"})),
    Between("date", "2015-01-01", "2021-12-31"),
)
_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Question:
    """One query of a kind; a prefix stands apart as well, for an engine that expands it by itself."""

    kind: str
    root: Node
    prefix: str = ""

    @property
    def query(self) -> AnalysedQuery:
        """As a search asks it: a plain word scores in all fields, the words of a beginning in the text alone."""
        plain = [] if self.prefix else [Word(node) for node in _plain(self.root)]
        return AnalysedQuery(self.root, clues(self.root, plain))

    @property
    def filters(self) -> tuple[Filter, ...]:
        """Those of the kind."""
        return FILTERS if self.kind == "filtered" else ()


def questions(store: Path, frequency: Counter[str], size: int, count: int) -> list[Question]:
    """`count` queries a kind, a third from each band."""
    chance = random.Random(3)
    base = sqlite3.connect(store)
    blobs = [blob for (blob,) in base.execute("SELECT tokens FROM passage LIMIT 4000")]
    base.close()
    made: list[Question] = []
    for low, high in BANDS:
        known = {w for w, n in frequency.items() if max(2, low * size) <= n < max(5, high * size) and w.isalpha()}
        for _ in range(count // len(BANDS)):
            words = [_words(blobs, known, chance) for _ in range(3)]
            made.append(Question("1 term", term(words[0][0])))
            made.append(Question("AND", AllOf(tuple(map(term, words[0][:2])))))
            either = AnyOf(tuple(term(each[0]) for each in words))
            made += [Question(kind, either) for kind in ("OR", "filtered", "faceted")]
            made.append(Question("phrase", _phrase(blobs, known, chance)))
            start = words[1][0][: chance.randint(4, 6)]
            starting = (word for word in frequency if word.startswith(start))
            every = tuple(sorted(starting, key=lambda word: -frequency[word])[:MOST_BEGINNINGS])
            made.append(Question("prefix", AnyTerm("mixed", every, _NOWHERE), start))
    return made


def _plain(node: Node) -> Iterator[AnyTerm]:
    match node:
        case AnyTerm():
            yield node
        case AllOf(children) | AnyOf(children):
            for child in children:
                yield from _plain(child)


def term(word: str) -> AnyTerm:
    """A plain word."""
    return AnyTerm("mixed", (word,), _NOWHERE)


def _words(blobs: Sequence[bytes], known: set[str], chance: random.Random) -> list[str]:
    """Two words of one band that stand in one passage, or a single one where the band is nearly empty."""
    for _ in range(1000):
        words = sorted({token.lemma for token in read_tokens(chance.choice(blobs))} & known)
        if len(words) > 1:
            return chance.sample(words, 2)
    return [chance.choice(sorted(known))]


def _phrase(blobs: Sequence[bytes], known: set[str], chance: random.Random) -> TermRun:
    """Two words that stand side by side in a passage, the first one of the band."""
    while True:
        tokens = read_tokens(chance.choice(blobs))
        pairs = [
            (one.lemma, other.lemma) for one, other in pairwise(tokens) if one.lemma in known and other.lemma.isalpha()
        ]
        if pairs:
            one, other = chance.choice(pairs)
            return TermRun("lemma", ((one,), (other,)), _NOWHERE)

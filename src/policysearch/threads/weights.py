"""How much a word tells: little if it is in many clauses of the corpus, much if it is in few."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from policysearch.threads.clause import Word
from policysearch.threads.words import load_words

MIN_CLAUSES = 60
"""A corpus of fewer clauses than this is taken for one of so many, so that a small one is not silent."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights between 0 and 1 of dictionary forms and compound parts, over the clauses of one corpus."""

    n_clauses: int
    counts: Mapping[str, int]

    def of(self, term: str) -> float:
        """`log(N / n) / log(N)`: 1 for a word of one clause only, 0 for one that is in all."""
        n = max(self.n_clauses, MIN_CLAUSES)
        return math.log(n / min(n, max(1, self.counts.get(term, 1)))) / math.log(n)


def act_term(act: str) -> str:
    """The term under which a verb is counted."""
    return f"act:{act}"


def weigh(clauses: Iterable[tuple[Iterable[Word], Iterable[str]]]) -> Weights:
    """Count in how many clauses each word, each part of a compound and each act stands."""
    counts: Counter[str] = Counter()
    n_clauses = 0
    for words, acts in clauses:
        n_clauses += 1
        counts.update({term for word in words for term in terms(word)} | {act_term(act) for act in acts})
    return Weights(n_clauses, counts)


def terms(word: Word) -> tuple[str, ...]:
    """The word under its main synonym, and its parts."""
    return main_form(word), *word.parts


def main_form(word: Word) -> str:
    """The dictionary form, or the synonym that stands for it."""
    return load_words().synonyms.get(word.lemma, word.lemma)

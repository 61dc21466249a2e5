"""Words of the corpus that a query means without spelling them: beginnings of words, and similar spelling."""

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from policysearch.index.terms import index_term
from policysearch.lang.base import Language
from policysearch.likeness import near_words
from policysearch.model.query import Fuzzy, Prefix, TermField

Vocabulary = Callable[[TermField, str], Sequence[tuple[str, int]]]
"""The terms of a field that begin with a text, and how many passages have each (`Engine.terms`)."""
MOST_BEGINNINGS = 1000
"""Terms of each field that a beginning of a word is searched as: the most frequent ones."""
MOST_SIMILAR = 50
"""The same for similar words: the most similar ones, then the most frequent ones."""
SHOWN = 20
"""Words that are named."""
SHORT, LONG = 4, 8
"""Letters: of a shorter word none may differ, of a longer one two, else one."""
MOST_FORMS = 15
"""Forms of a word that similar ones are looked for: its most frequent ones."""


@dataclass(frozen=True, slots=True)
class FoundTerms:
    """Terms to search for, by field; `shown` are words for the reader, `left_out` counts what is beyond the limit."""

    terms: tuple[tuple[TermField, tuple[str, ...]], ...]
    shown: tuple[str, ...]
    left_out: int = 0


def no_vocabulary(field: TermField, prefix: str, /) -> Sequence[tuple[str, int]]:
    """The vocabulary of no corpus."""
    return ()


def starting_with(query: Prefix, vocabulary: Vocabulary) -> FoundTerms:
    """The terms that begin so: dictionary forms, compound parts and forms, or those of one field alone."""
    begin = index_term(query.text)
    names: tuple[TermField, ...] = ("mixed", "form") if query.field == "mixed" else (query.field,)
    terms: list[tuple[TermField, tuple[str, ...]]] = []
    shown: tuple[str, ...] = ()
    left_out = 0
    for name in names:
        found = sorted(vocabulary(name, begin), key=lambda term: (-term[1], term[0]))
        kept = tuple(term for term, _ in found[:MOST_BEGINNINGS])
        terms.append((name, kept))
        shown = shown or kept[:SHOWN]
        left_out += len(found) - len(kept)
    return FoundTerms(tuple(terms), shown, left_out)


def spelled_alike(query: Fuzzy, vocabulary: Vocabulary, language: Language) -> FoundTerms:
    """The terms that are spelled much like a word, or like a form of it.

    A slip of the pen is met in the dictionary form (*ihmiskuppa*), one of the scanner in an inflected form:
    *ihmiskapan* is three letters from *ihmiskauppa*, and one from *ihmiskaupan*. So forms are compared with the forms
    of the word in the corpus. Another word of the dictionary may differ by one letter only, since it is rarely a slip.
    """
    typed = index_term(query.text)
    most = query.distance if query.distance is not None else allowed(typed)
    own = _lemmas(typed, language)
    names: tuple[TermField, ...] = ("mixed", "form") if query.field == "mixed" else (query.field,)
    terms: list[tuple[TermField, tuple[str, ...]]] = []
    shown: dict[str, None] = {}
    left_out = 0
    for name in names:
        known = dict(vocabulary(name, ""))
        own_terms = {typed, *(own if name != "form" else ())} & known.keys()
        patterns = {typed, *own}
        if name == "form":
            patterns = {typed, *(_forms(typed, own, known, language) if query.field == "mixed" else ())}
        near = _near(patterns, known, most)
        kept = [
            term
            for term in sorted(near, key=lambda term: (near[term], -known[term], term))
            if term not in own_terms and (near[term] <= 1 or _is_unknown(term, language))
        ]
        left_out += max(0, len(kept) - MOST_SIMILAR)
        kept = kept[:MOST_SIMILAR]
        shown.update(dict.fromkeys(term for term in kept if name != "form" or own.isdisjoint(_lemmas(term, language))))
        terms.append((name, (*sorted(own_terms), *kept)))
    return FoundTerms(tuple(terms), tuple(shown)[:SHOWN], left_out)


def allowed(word: str) -> int:
    """How many letters of a word may differ, by its length."""
    return 0 if len(word) < SHORT else 1 if len(word) < LONG else 2


def _near(patterns: Iterable[str], known: Mapping[str, int], most: int) -> dict[str, int]:
    """The terms that differ from a pattern in at most `most` letters, and in how many."""
    by_length: defaultdict[int, list[str]] = defaultdict(list)
    for term in known:
        by_length[len(term)].append(term)
    found: dict[str, int] = {}
    for pattern in patterns:
        for length in range(len(pattern) - most, len(pattern) + most + 1):
            for term, distance in near_words(pattern, by_length.get(length, ()), most):
                found[term] = min(distance, found.get(term, most))
    return found


def _forms(typed: str, own: frozenset[str], known: Mapping[str, int], language: Language) -> list[str]:
    """The forms of the word in the corpus, the most frequent ones."""
    begin = typed[: max(2, min(4, len(typed) // 2))]
    alike = sorted((term for term in known if term.startswith(begin)), key=lambda term: -known[term])
    forms = (term for term in alike if not own.isdisjoint(_lemmas(term, language)))
    return list(itertools.islice(forms, MOST_FORMS))


def _lemmas(word: str, language: Language) -> frozenset[str]:
    tokens = [token for token in language.tokens(word) if token.kind != "punctuation"]
    return frozenset(index_term(reading.lemma) for reading in tokens[0].readings) if len(tokens) == 1 else frozenset()


def _is_unknown(word: str, language: Language) -> bool:
    """Whether the dictionary does not know a word as it stands."""
    return any(token.readings[0].guessed for token in language.tokens(word) if token.kind != "punctuation")


def similar(word: str, vocabulary: Vocabulary, language: Language, *, count: int = 3) -> tuple[str, ...]:
    """Words of the corpus that may be meant by one that it does not have, the likeliest first."""
    typed = index_term(word)
    most = max(1, allowed(typed))
    known = dict(vocabulary("mixed", ""))
    near = _near({typed, *_lemmas(typed, language)}, known, most)
    if not near:
        known = dict(vocabulary("form", ""))
        near = _near({typed}, known, most)
    near.pop(typed, None)
    return tuple(sorted(near, key=lambda term: (near[term], -known[term], term))[:count])

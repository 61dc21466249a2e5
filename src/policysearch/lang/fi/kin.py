"""Words of one stem: a verb, its -minen noun, and the noun of its act."""

import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from policysearch.model.language import Kin, Reading, WordClass

Readings = Callable[[str], Sequence[Reading]]


class _Endings(NamedTuple):
    acts: Sequence[tuple[str, str]]
    apart: frozenset[tuple[str, str]]
    minen: Sequence[tuple[str, str]]


def kin_of(lemma: str, readings: Readings) -> Kin:
    """The words of one stem with `lemma`, a dictionary form; none where the dictionary does not have it.

    Args:
        lemma: *tunnistaminen*: the same is *tunnistaa*, near is *tunnistus*.
        readings: Reads a word form.
    """
    verbs = dict.fromkeys(each.verb for each in readings(lemma)[:1] if each.verb and each.word_class == "noun")
    is_verb = _has(lemma, "verb", readings)
    same = list(verbs) or (list(_minen(lemma, readings)) if is_verb else [])
    bases = [lemma] if is_verb else list(verbs)
    near = [noun for verb in bases for noun in _nouns(verb, readings)]
    if not bases:
        near = [each for verb in _verbs(lemma, readings) for each in (verb, *_minen(verb, readings))]
    return Kin(tuple(dict.fromkeys(same)), tuple(each for each in dict.fromkeys(near) if each not in (lemma, *same)))


def _minen(verb: str, readings: Readings) -> Iterator[str]:
    for noun in _changed(verb, _endings().minen):
        if any(reading.verb == verb and not reading.guessed for reading in readings(noun)):
            yield noun


def _nouns(verb: str, readings: Readings) -> Iterator[str]:
    for noun in _changed(verb, _endings().acts):
        if (verb, noun) not in _endings().apart and _has(noun, "noun", readings):
            yield noun


def _verbs(noun: str, readings: Readings) -> Iterator[str]:
    for verb in _changed(noun, [(old, new) for new, old in _endings().acts]):
        if (verb, noun) not in _endings().apart and _has(verb, "verb", readings) and _has(noun, "noun", readings):
            yield verb


def _changed(word: str, endings: Sequence[tuple[str, str]]) -> Iterator[str]:
    for old, new in endings:
        if word.endswith(old) and len(word) > len(old) + 1:
            yield word[: -len(old)] + new


def _has(lemma: str, word_class: WordClass, readings: Readings) -> bool:
    return any(
        each.lemma.casefold() == lemma and each.word_class == word_class and not each.guessed
        for each in readings(lemma)
    )


@cache
def _endings() -> _Endings:
    data = tomllib.loads(files(__package__).joinpath("kin.toml").read_text(encoding="utf-8"))
    acts, apart, minen = ([(first, second) for first, second in data[name]] for name in ("acts", "apart", "minen"))
    return _Endings(acts, frozenset(apart), minen)

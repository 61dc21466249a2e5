"""The thesaurus: Swedish and English words of the field lead to the Finnish terms (`data/thesaurus.toml`).

Words are met in their inflected forms (*victims*, *människohandelns*, *uppehållstillståndet*) by the endings of nouns
and adjectives alone. A stemmer joins too much here: to Snowball *immigration* and *immigrant* are one word, and so are
*myndighet* and *mynd*, *rättighet* and *rätt*. A run of words that Finnish has as well is left alone. Function words
between terms (*victims of trafficking*) belong to the term that follows them, since no Finnish text has them.
"""

import itertools
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

from policysearch.index.expansion import Alternative, Expanded, TypedWord

Tongue = Literal["sv", "en"]
TONGUES: tuple[Tongue, ...] = ("sv", "en")

_PIECE = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ENDINGS: Mapping[Tongue, tuple[str, ...]] = {
    "sv": tuple(
        ending + genitive
        for ending in ("", "n", "t", "r", "en", "et", "ar", "er", "or", "na", "arna", "erna", "orna")
        for genitive in ("", "s")
    ),
    "en": ("", "s", "'s", "s'", "es"),
}
"""What may follow a dictionary form; *-ies* and a last vowel that gives way are seen to in `_bases`."""
_Key = tuple[str, ...]
ALSO_FINNISH = ("city", "deadline", "konvention", "strategi", "trial")
"""Terms that Finnish has too, and that are met all the same: here they mean the same, or nothing else."""
_LEAST = 3
"""Letters that an ending leaves at least."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept of the field, with its terms in three languages; `source` are keys of the acts that use them."""

    id: str
    fi: tuple[str, ...]
    sv: tuple[str, ...]
    en: tuple[str, ...]
    forms: tuple[str, ...] = ()
    source: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a typed word between hyphens or spaces, and the number of the word."""

    text: str
    word: int


@dataclass(frozen=True, slots=True)
class _Found:
    first: int
    last: int
    tongue: Tongue
    concept: Concept


class Thesaurus:
    """An expander from Swedish and English to Finnish.

    Args:
        is_finnish: Whether the Finnish dictionary knows a word, in any inflected form.
    """

    def __init__(self, is_finnish: Callable[[str], bool]) -> None:
        self._is_finnish = is_finnish

    def __call__(self, words: Sequence[TypedWord], /) -> Iterator[Expanded]:
        """The Finnish terms for runs of `words`."""
        pieces = [_Piece(piece, number) for number, word in enumerate(words) for piece in _pieces(word.text)]
        foreign = [not self._is_finnish(piece.text) or self._is_shared(piece.text) for piece in pieces]
        if not any(foreign):
            return
        found = list(_longest(pieces, foreign))
        for number, each in enumerate(found):
            before = found[number - 1].last if number else 0
            after = found[number + 1].first if number + 1 < len(found) else len(pieces)
            first, last = _with_function_words(pieces, each, before, after)
            start, end = pieces[first].word, pieces[last - 1].word + 1
            yield Expanded(start, end - start, tuple(_alternatives(each.concept)))

    def _is_shared(self, word: str) -> bool:
        return any(word.startswith(other) for other in ALSO_FINNISH)


def concepts() -> tuple[Concept, ...]:
    """All concepts, in the order of the file."""
    return tuple(
        Concept(
            name,
            tuple(entry["fi"]),
            tuple(entry["sv"]),
            tuple(entry["en"]),
            tuple(entry.get("forms", ())),
            tuple(entry.get("source", ())),
        )
        for name, entry in _data()["concepts"].items()
    )


def sources() -> Mapping[str, str]:
    """The acts and instruments by their key."""
    sources: Mapping[str, str] = _data()["sources"]
    return sources


def _alternatives(concept: Concept) -> Iterator[Alternative]:
    for term in concept.fi:
        yield Alternative(term, "thesaurus", "lemma" if " " in term else "mixed")


def _longest(pieces: Sequence[_Piece], foreign: Sequence[bool]) -> Iterator[_Found]:
    """The longest term at each place, from left to right, without overlaps; whole words only."""
    first = 0
    while first < len(pieces):
        found = _at(pieces, foreign, first) if _begins_word(pieces, first) else None
        if found is not None:
            yield found
        first = found.last if found else first + 1


def _at(pieces: Sequence[_Piece], foreign: Sequence[bool], first: int) -> _Found | None:
    for last in range(min(len(pieces), first + _longest_term()), first, -1):
        if not (last == len(pieces) or _begins_word(pieces, last)) or not any(foreign[first:last]):
            continue
        for tongue in TONGUES:
            keys = itertools.product(*(_bases(piece.text, tongue) for piece in pieces[first:last]))
            concept = next((_keys(tongue)[key] for key in keys if key in _keys(tongue)), None)
            if concept is not None:
                return _Found(first, last, tongue, concept)
    return None


def _begins_word(pieces: Sequence[_Piece], place: int) -> bool:
    return place == 0 or pieces[place].word != pieces[place - 1].word


def _with_function_words(pieces: Sequence[_Piece], found: _Found, before: int, after: int) -> tuple[int, int]:
    """The term with the function words in front of it, and with those behind it at the end of the words."""
    words = _data()["function_words"][found.tongue]
    first, last = found.first, found.last
    while first > before and pieces[first - 1].text in words:
        first -= 1
    if after == len(pieces) and all(piece.text in words for piece in pieces[last:]):
        last = after
    return first, last


def _bases(word: str, tongue: Tongue) -> Iterator[str]:
    """What `word` may be a form of, the longest first; alike for all forms of one word."""
    for ending in _ENDINGS[tongue]:
        if word.endswith(ending) and (not ending or len(word) - len(ending) >= _LEAST):
            yield _base(word.removesuffix(ending), tongue)
    if tongue == "en" and word.endswith(("ies", "ies'")):
        yield word[: word.rindex("ies")] + "y"


def _base(word: str, tongue: Tongue) -> str:
    """A dictionary form without the vowel that gives way to endings: *kvinna*, *kvinnor*."""
    return word[:-1] if tongue == "sv" and len(word) > _LEAST and word[-1] in "ae" else word


@cache
def _keys(tongue: Tongue) -> Mapping[_Key, Concept]:
    found: dict[_Key, Concept] = {}
    for concept in concepts():
        for term in (*(concept.sv if tongue == "sv" else concept.en), *concept.forms):
            found.setdefault(tuple(_base(piece, tongue) for piece in _pieces(term)), concept)
    return found


@cache
def _longest_term() -> int:
    return max(len(key) for tongue in TONGUES for key in _keys(tongue))


def _pieces(text: str) -> list[str]:
    """The words of a text, parted by spaces and hyphens."""
    return [piece.replace("’", "'") for piece in _PIECE.findall(text.casefold())]


@cache
def _data() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("data", "thesaurus.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)

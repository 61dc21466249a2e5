"""Tokens of a sentence -> what the model sees of each: letters, shape, reading, word lists, its neighbours'.

The whole form is left out: dictionary form and endings tell as much, and the model is a third smaller.

Training and use call the same function, so a change here asks for a new model (`scripts/train_names.py`).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from policysearch.facts.actors.cues import actor_cues
from policysearch.model.language import Token

_SUFFIXES = (2, 3, 4, 5)  # letters
_PREFIXES = (3, 4)  # letters
_BESIDE = (-2, -1, 1, 2)  # tokens
_MOST_FORMS = 20_000  # forms whose features are held, about 4 kB each
_RUN = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class _View:
    """The features of one token: its own, and as they look from each distance."""

    shape: str
    own: tuple[str, ...]
    beside: Mapping[int, tuple[str, ...]]


def features_of(tokens: Sequence[Token]) -> list[list[str]]:
    """The features of each token of one sentence, in order; a neighbour's begin with its distance (*-1c=noun*)."""
    views = [_view_of(token) for token in tokens]
    found = []
    for index, view in enumerate(views):
        items = list(view.own)
        for distance in _BESIDE:
            place = index + distance
            if 0 <= place < len(views):
                items += views[place].beside[distance]
            else:
                items.append(f"{distance}edge")
        if index:
            items.append(f"-1|0s={views[index - 1].shape}|{view.shape}")
        found.append(items)
    return found


def _view_of(token: Token) -> _View:
    best = token.readings[0]
    names = frozenset(reading.name for reading in token.readings if reading.name is not None)
    piece = best.pieces[-1] if best.pieces else best.lemma
    word_class = best.word_class if token.kind == "word" else token.kind
    return _view(token.surface, word_class, best.lemma, best.case or "none", piece, names, best.guessed)


@lru_cache(maxsize=_MOST_FORMS)
def _view(
    surface: str, word_class: str, lemma: str, case: str, piece: str, names: frozenset[str], is_guessed: bool
) -> _View:
    shape = _shape(surface)
    lower, lemma, piece = surface.lower(), lemma.lower(), piece.lower()
    far = [f"s={shape}", f"c={word_class}", f"k={word_class}.{case}"]
    far.extend(f"n={name}" for name in sorted(names))
    far.extend(f"f={flag}" for flag in _flags(surface, lemma, piece))
    near = [*far, f"l={lemma}"]
    own = [
        "bias",
        f"h={piece}",
        f"long={_long_shape(surface)}",
        *(f"e={lower[-length:]}" for length in _SUFFIXES if len(lower) > length),
        *(f"p={lower[:length]}" for length in _PREFIXES if len(lower) > length),
        *near,
    ]
    if is_guessed:
        own.append("guessed")
    beside = {
        distance: tuple(f"{distance}{feature}" for feature in (near if abs(distance) == 1 else far))
        for distance in _BESIDE
    }
    return _View(shape, tuple(own), beside)


def _flags(surface: str, lemma: str, piece: str) -> list[str]:
    cues = actor_cues()
    lists = {
        "title": cues.titles,
        "role": cues.roles,
        "given": cues.given,
        "company": cues.company,
        "body": cues.alone | cues.modified | cues.municipal,
    }
    return [flag for flag, words in lists.items() if {surface, lemma, piece} & words]


def _long_shape(surface: str) -> str:
    return "".join(_sign(letter) for letter in surface[:12])


def _shape(surface: str) -> str:
    """The kinds of characters in their order: *Xx* for *Matti*, *X:x* for *STM:n*, *d.d.* for *1.2.*."""
    return _RUN.sub(r"\1", _long_shape(surface))


def _sign(letter: str) -> str:
    if letter.isdigit():
        return "d"
    if letter.isupper():
        return "X"
    return "x" if letter.isalpha() else letter

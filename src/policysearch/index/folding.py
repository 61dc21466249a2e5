"""Which passages say the same: drafts, mirrored releases, repeated proposals are one under a fold key.

The same words are the same passage, whatever marks, spaces and the case of letters. Beyond that two passages are one
where their pairs of neighbouring words agree by dictionary form (*päättää*, *päätti*), all but about one in thirty, and
nothing that matters differs: numbers, negations, and who is named. What is compared is a sketch (minima of hashes in 64
bins, one byte each), so that no text is kept.
"""

import base64
import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from policysearch.index.terms import StoredToken

LEAST = 20
"""Words; a shorter passage is one with another only if all words are the same."""
SHARE = 0.97
"""Of the bins that two sketches must have in common. One other word in thirty is often another matter."""
_BINS = 64
_BAND = 4
_NEGATIONS = frozenset({"ei", "älä", "eikä", "ilman", "paitsi"})


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is compared of a passage: one byte a bin, 0 where it is empty; `facts` must be equal."""

    bins: bytes
    facts: str

    def is_near(self, other: "Sketch") -> bool:
        """Whether two passages say the same."""
        if self.facts != other.facts:
            return False
        filled = sum(1 for a, b in zip(self.bins, other.bins, strict=True) if a or b)
        equal = sum(1 for a, b in zip(self.bins, other.bins, strict=True) if a and a == b)
        return equal >= SHARE * filled

    def bands(self) -> Iterable[bytes]:
        """Keys of which two passages that are near share at least one."""
        for first in range(0, _BINS, _BAND):
            band = self.bins[first : first + _BAND]
            if any(band):
                yield bytes((first, *band))


def text_key(tokens: Sequence[StoredToken]) -> str | None:
    """The same for passages of the same words; None without words."""
    if not tokens:
        return None
    return hashlib.blake2b(" ".join(token.form for token in tokens).encode(), digest_size=8).hexdigest()


def sketch(tokens: Sequence[StoredToken], named: Iterable[str]) -> Sketch:
    """The sketch of a passage; `named` are the ids of those who are named in it."""
    least: dict[int, int] = {}
    for one, other in pairwise(tokens):
        number = zlib.crc32(f"{one.lemma} {other.lemma}".encode())
        place, rest = number % _BINS, number // _BINS
        least[place] = min(rest, least.get(place, rest))
    bins = bytes(1 + least[place] % 255 if place in least else 0 for place in range(_BINS))
    facts = [token.form for token in tokens if any(map(str.isdigit, token.form))]
    facts += [token.lemma for token in tokens if token.lemma in _NEGATIONS]
    whole = "\n".join([*facts, "", *sorted(set(named))])
    return Sketch(bins, hashlib.blake2b(whole.encode(), digest_size=4).hexdigest())


class Folds:
    """The fold keys that are in use: each is that of the first passage that said so.

    Keys are names only: which passage was first depends on the order of writing, what is one with what hardly does.
    """

    def __init__(self) -> None:
        self._documents: dict[str, Counter[str]] = {}
        self._uses: Counter[str] = Counter()
        self._sketches: dict[str, Sketch] = {}
        self._keys: dict[str, list[str]] = {}
        self._bands: dict[str, dict[bytes, list[str]]] = {}

    @classmethod
    def read(cls, text: str) -> Self:
        """What `written` wrote."""
        folds, stored = cls(), json.loads(text)
        folds._documents = {document: Counter(keys) for document, keys in stored["documents"].items()}
        for keys in folds._documents.values():
            folds._uses.update(keys)
        folds._sketches = {key: Sketch(base64.b85decode(bins), facts) for key, bins, facts in stored["sketches"]}
        return folds

    def written(self) -> str:
        """All of it as JSON."""
        used = ((key, each) for key, each in self._sketches.items() if self._uses[key])
        sketches = [[key, base64.b85encode(each.bins).decode(), each.facts] for key, each in used]
        return json.dumps({"documents": self._documents, "sketches": sketches}, separators=(",", ":"))

    def forget(self, document: str) -> None:
        """Take back the keys of a document."""
        self._uses.subtract(self._documents.pop(document, ()))

    def key(self, document: str, tokens: Sequence[StoredToken], named: Iterable[str]) -> str | None:
        """The fold key of a passage of `document`."""
        own = text_key(tokens)
        if own is None:
            return None
        key = own if len(tokens) < LEAST else self._near(own, sketch(tokens, named))
        self._documents.setdefault(document, Counter())[key] += 1
        self._uses[key] += 1
        return key

    def _near(self, own: str, made: Sketch) -> str:
        if own in self._sketches and self._uses[own]:
            return own
        alike = self._alike(made.facts)
        for band in made.bands():
            for key in alike.get(band, ()):
                if self._uses[key] and self._sketches[key].is_near(made):
                    return key
        self._sketches[own] = made
        self._keys.setdefault(made.facts, []).append(own)
        _add(alike, own, made)
        return own

    def _alike(self, facts: str) -> dict[bytes, list[str]]:
        """By band, the keys of passages with the same facts; others are not even looked at, since they are many."""
        if not self._keys:
            for key, each in self._sketches.items():
                self._keys.setdefault(each.facts, []).append(key)
        if facts not in self._bands:
            self._bands[facts] = {}
            for key in self._keys.get(facts, ()):
                _add(self._bands[facts], key, self._sketches[key])
        return self._bands[facts]


def _add(bands: dict[bytes, list[str]], key: str, made: Sketch) -> None:
    for band in made.bands():
        bands.setdefault(band, []).append(key)

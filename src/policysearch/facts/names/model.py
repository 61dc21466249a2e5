"""The trained model of names: a conditional random field over the tokens of a sentence.

Its data file, `facts/data/names.crfsuite`, is made by `scripts/train_names.py`; `facts/data/names.LICENSE.md` says
from what and under which licence.
"""

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

import pycrfsuite

from policysearch.facts.names.features import features_of
from policysearch.model.language import Token

_ITERATIONS = 80


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Tokens `first` up to `last` that are a name.

    Attributes:
        label: PER, ORG, LOC, PRO, EVENT or DATE, as the Turku NER corpus has them.
        confidence: The probability of the least certain of its tags, 0 to 1.
    """

    first: int
    last: int
    label: str
    confidence: float


class NameModel:
    """A trained model in memory; safe to share between threads."""

    def __init__(self, data: bytes) -> None:
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(data)
        self._data = data  # the tagger reads in it
        self._lock = threading.Lock()

    def find(self, tokens: Sequence[Token]) -> list[NameSpan]:
        """The names in one sentence, in order; none overlaps another."""
        if not tokens:
            return []
        items = features_of(tokens)
        with self._lock:
            self._tagger.set(items)
            tags = self._tagger.tag()
            if all(tag == "O" for tag in tags):
                return []
            sure = [0.0 if tag == "O" else self._tagger.marginal(tag, place) for place, tag in enumerate(tags)]
        return _spans(tags, sure)


def _spans(tags: Sequence[str], sure: Sequence[float]) -> list[NameSpan]:
    found: list[NameSpan] = []
    for index, tag in enumerate(tags):
        prefix, _, label = tag.partition("-")
        last = found[-1] if found else None
        if prefix == "I" and last is not None and last.last == index and last.label == label:
            found[-1] = NameSpan(last.first, index + 1, label, min(last.confidence, sure[index]))
        elif label:
            found.append(NameSpan(index, index + 1, label, sure[index]))
    return found


@cache
def open_name_model() -> NameModel:
    """The model that ships with this package, read once."""
    return NameModel(resources.files("policysearch.facts").joinpath("data", "names.crfsuite").read_bytes())


def train(sentences: Iterable[tuple[Sequence[Token], Sequence[str]]], path: Path, *, c1: float = 0.1) -> None:
    """Trains a model on sentences with the BIO tag of each token, and writes it to `path`.

    L-BFGS with c2 0.02, without chance: the same sentences give the same file.

    Args:
        sentences: The tokens of each sentence with their tags, equally many.
        path: The file that is written.
        c1: Weight of the L1 norm; the higher, the fewer features are kept and the smaller is the file.
    """
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params({"c1": c1, "c2": 0.02, "max_iterations": _ITERATIONS})
    for tokens, tags in sentences:
        trainer.append(features_of(tokens), list(tags))
    trainer.train(str(path))

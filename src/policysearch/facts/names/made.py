"""Sentences made of templates, for training: the names of minutes and decisions, which no tagged corpus has.

The file says in its head how lists and templates are written. No chance: words are taken in turn.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle
from pathlib import Path

from policysearch.errors import ReadError
from policysearch.facts.names.corpus import TaggedSentence, TaggedSpan
from policysearch.model.text import Span

_ENDINGS = {"n": "n", "ssa": "ssA", "sta": "stA", "lla": "llA", "lta": "ltA", "lle": "lle"}
_SLOT = re.compile(r"\{(\w+)(?:\.(\w+))?\}")
_TAGGED = re.compile(r"\[([A-Z]+) ([^\]]+)\]")


def made_sentences(path: Path) -> Iterator[TaggedSentence]:
    """The sentences of a file of templates: every template as often as *rounds* says, in the order of the file.

    Raises:
        ReadError: A template names a list or a case that there is not.
    """
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    templates = [template for group in data["templates"].values() for template in group]
    lists = {name: _forms(words, data["front"]) for name, words in data["words"].items()}
    for _, template in ((place, one) for place in range(data["rounds"]) for one in templates):
        try:
            filled = _SLOT.sub(lambda slot: next(lists[slot[1]])[slot[2] or ""], template)
        except KeyError as error:
            raise ReadError(f"{path}: no list or case {error} for the template {template!r}. Add it.") from error
        yield _tagged(filled)


def _forms(words: Sequence[str], front: Sequence[str]) -> Iterator[Mapping[str, str]]:
    """The forms of each word by case, endlessly."""
    return cycle([_inflected(word, tuple(front)) for word in words])


def _inflected(word: str, front: tuple[str, ...]) -> Mapping[str, str]:
    """*Kivikko Kiviko* → *Kivikko, Kivikon, Kivikossa …*; of *Esperi Care Esperi Care* the second half is the stem."""
    parts = word.split(" ")
    half = (len(parts) + 1) // 2
    name = " ".join(parts[:half]) if len(parts) % 2 == 0 else word
    stem = " ".join(parts[half:]) if len(parts) % 2 == 0 else word
    letter = "ä" if _is_front(stem, front) else "a"
    return {"": name} | {case: stem + ending.replace("A", letter) for case, ending in _ENDINGS.items()}


def _is_front(stem: str, front: tuple[str, ...]) -> bool:
    if stem.endswith(front):
        return True
    vowels = [letter for letter in stem.lower() if letter in "aouäöy"]
    return not vowels or vowels[-1] in "äöy"


def _tagged(filled: str) -> TaggedSentence:
    text, spans, end = "", [], 0
    for match in _TAGGED.finditer(filled):
        text += filled[end : match.start()]
        spans.append(TaggedSpan(Span(len(text), len(text) + len(match[2])), match[1]))
        text += match[2]
        end = match.end()
    return TaggedSentence(text + filled[end:], tuple(spans))

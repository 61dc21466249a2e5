"""The words of plans (`data/labels.toml`), and how a printed label or number is met by them."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from policysearch.model.facts import MEASURE_PARTS, MeasureKind, MeasurePart

_MOST_WORDS = 6
"""Of a label with what it goes on with: *Vastuutaho (suluissa muut toimijat)*."""
_LONGEST = 60
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_ENDS = " .:;*–-"
_JOINED = re.compile(r"\s*(?:/|,|&| ja | sekä | och | and | tai )\s*")
_NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,3}[a-zåäö]?"
_LEADERS = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")


@dataclass(frozen=True, slots=True)
class Labels:
    """All lists, in lower case."""

    parts: Mapping[str, MeasurePart]
    measures: Mapping[str, MeasureKind]
    endings: Mapping[str, MeasureKind]
    numbered: Mapping[str, MeasureKind]
    lists: Mapping[str, MeasureKind]
    number: frozenset[str]
    recommends: frozenset[str]
    spoken_for: frozenset[str]
    holding: re.Pattern[str]
    sums: tuple[str, ...]
    named: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Opening:
    """How a block opens a measure: its kind where a word says so, its number, and where its text begins."""

    number: str
    start: int
    kind: MeasureKind | None = None


def _holding(holds: list[str], should: list[str]) -> re.Pattern[str]:
    """A sentence that begins with who holds it (up to four words): *Valiokunta katsoo, että hallituksen tulisi*."""
    verbs, duties = "|".join(holds), "|".join(should)
    return re.compile(rf"\S+(?:\s\S+){{0,3}}\s(?:{verbs})\b[^.]*,\s+että\b[^.]*\b(?:{duties})\b")


@cache
def load_labels() -> Labels:
    """The lists that ship with the package, read once a process."""
    text = resources.files("policysearch.measures.data").joinpath("labels.toml").read_text(encoding="utf-8")
    raw: dict[str, Any] = tomllib.loads(text)
    own = raw["measure"]
    kinds: tuple[MeasureKind, ...] = ("measure", "recommendation")

    def by_word(lists: Mapping[str, list[str]]) -> dict[str, MeasureKind]:
        return {word: kind for kind in kinds for word in lists[kind]}

    numbered = by_word(own["numbered"])
    words = "|".join(re.escape(word) for word in sorted(numbered, key=len, reverse=True))
    return Labels(
        parts={word: part for part in MEASURE_PARTS for word in raw["parts"][part]},
        measures=by_word(own),
        endings=by_word(own["endings"]),
        numbered=numbered,
        lists=by_word(own["lists"]),
        number=frozenset(own["number"]),
        recommends=frozenset(own["recommends"]),
        spoken_for=frozenset(own["spoken_for"]),
        holding=_holding(own["holds"], own["should"]),
        sums=tuple(own["sums"]),
        named=re.compile(
            rf"(?P<word>{words})\s+(?:n:o\s*|nro\s*)?(?P<number>{_NUMBER})(?!\d)(?P<mark>\s*[.:)–-])?\s*(?P<rest>.*)",
            re.IGNORECASE | re.DOTALL,
        ),
    )


def plain_label(text: str) -> str:
    """A label in lower case without brackets and marks: *Vastuutaho(t):* is *vastuutaho*."""
    return " ".join(_BRACKETS.sub("", text).split()).strip(_ENDS).casefold()


def part_of(text: str, *, loose: bool = True) -> MeasurePart | None:
    """The part that a label names; with `loose` it may go on with a few more words, or with another label."""
    parts = load_labels().parts
    label = plain_label(text)
    if label in parts:
        return parts[label]
    if len(label) > _LONGEST or len(label.split()) > _MOST_WORDS:
        return None
    pieces = _JOINED.split(label)
    if all(piece in parts for piece in pieces):
        return parts[pieces[0]]
    if not loose:
        return None
    words = label.split()
    heads = (" ".join(words[:n]) for n in range(min(3, len(words)), 0, -1))
    return next((parts[head.rstrip(",/")] for head in heads if head.rstrip(",/") in parts), None)


def measure_label(text: str) -> MeasureKind | None:
    """The kind of measure that a header of a column names."""
    labels = load_labels()
    label = plain_label(text)
    if label in labels.measures:
        return labels.measures[label]
    words = re.split(r"[\s/,]+", label)
    if not label or len(words) > _MOST_WORDS:
        return None
    if words[0] in labels.measures and words[0] not in labels.parts:
        return labels.measures[words[0]]
    return next((kind for ending, kind in labels.endings.items() if words[-1].endswith(ending)), None)


def is_number_label(text: str) -> bool:
    """Whether a header of a column says that numbers stand in it."""
    return plain_label(text) in load_labels().number


def named_opening(text: str) -> Opening | None:
    """*Suositus 4. …*, *Toimenpide 3.2 Laaditaan …*; not *Suositus 4 on toteutettu*, nor a line of contents."""
    labels = load_labels()
    match = labels.named.match(text)
    if match is None or _LEADERS.search(text) or not text[:1].isupper():
        return None
    rest = match["rest"]
    if rest and not match["mark"] and not rest[0].isupper():
        return None
    return Opening(match["number"], match.start("rest"), labels.numbered[match["word"].casefold()])


def numbered_opening(text: str) -> Opening | None:
    """*3.2 Laaditaan …*, *12. Järjestetään …*; no date, no sum, no line of a table of contents."""
    match = re.match(rf"(?P<number>{_NUMBER})(?P<mark>[.):]?)\s+(?=[^\W\d_]|[\"”])", text)
    if match is None or _LEADERS.search(text):
        return None
    rest = text[match.end() :]
    if not rest[0].isupper() or (not match["mark"] and "." not in match["number"] and len(match["number"]) > 2):
        return None
    return Opening(match["number"], match.end())


def list_of(heading: str) -> MeasureKind | None:
    """The kind of measures that a heading opens a list of: *4 Suositukset*, *Työryhmän suositukset*."""
    words = plain_label(heading).split()
    if not words or len(words) > _MOST_WORDS:
        return None
    return next((kind for word, kind in load_labels().lists.items() if words[-1] == word), None)


_TO_DO = re.compile(r"(?:[^\W\d_]|-)+[dtlnrs](?:aa|ää)n\b")


def begins_to_do(text: str) -> bool:
    """Whether it begins with a verb in the passive present: *Laaditaan*, *Järjestetään*, *Selvitetään*."""
    return text[:1].isupper() and _TO_DO.match(text) is not None

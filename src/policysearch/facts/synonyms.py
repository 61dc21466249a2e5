"""The names of one body as synonyms: *STM*, *sosiaali- ja terveysministeriö*, *Social Affairs and Health*.

A query word comes with the dictionary forms it may have, so that names are met inflected (*Maahanmuuttoviraston*)
without an analysis of the whole gazetteer: a word of a name is met as it stands or by its dictionary form.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from policysearch.facts.gazetteer import Body, bodies_with

QueryWord = tuple[str, Sequence[str]]
"""A word as typed, and its dictionary forms."""

_COLON = re.compile(r"[:’'][^\W\d_]+$")
_SLOT = re.compile(r"(?:[^\s-]\S*-,?\s+)+(?:ja|tai|sekä|och|eller)\s+\S+|\S+")
"""A word of a name; *sosiaali- ja terveysministeriö* is one."""
_ENDINGS = ("n", "a", "ä", "in", "ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle", "ta", "tä", "ksi", "na")
"""Of a short name that the dictionary does not know, typed without its capital: *migrin*."""


@dataclass(frozen=True, slots=True)
class OtherName:
    """Another name of a body; `until` is the last year of a former one."""

    text: str
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """The words `first` to `first + count` name a body, which is also called `others`, its present names first.

    `until` is there where the words are a former name.
    """

    first: int
    count: int
    until: int | None
    others: tuple[OtherName, ...]


def named_bodies(words: Sequence[QueryWord]) -> Iterator[Named]:
    """Runs of query words that are a name of a body, from left to right, the longest at each place."""
    forms = [_forms(text, lemmas) for text, lemmas in words]
    entries = _by_first_word(bodies_with(form for each in forms for form in each if form))
    first = 0
    while first < len(words):
        found = _at(words, forms, first, entries)
        if found is not None and found.others:
            yield found
        first += found.count if found else 1


@dataclass(frozen=True, slots=True)
class _Entry:
    slots: tuple[str, ...]
    name: str
    body: Body


def _at(
    words: Sequence[QueryWord], forms: Sequence[frozenset[str]], first: int, entries: Mapping[str, Sequence[_Entry]]
) -> Named | None:
    beginning = [entry for form in forms[first] for entry in entries.get(form, ())]
    for entry in sorted(beginning, key=lambda entry: -len(entry.slots)):
        run = forms[first : first + len(entry.slots)]
        if len(run) == len(entry.slots) and all(slot in form for slot, form in zip(entry.slots, run, strict=True)):
            if entry.name in _restricted().ambiguous and _COLON.sub("", words[first][0]) != entry.name:
                continue
            body = entry.body
            return Named(first, len(run), body.former.get(entry.name), tuple(_others(entry)))
    return None


def _others(met: _Entry) -> Iterator[OtherName]:
    """The other names, without those that hold the met one: who looks for that one finds them anyway."""
    body, seen = met.body, [met.slots]
    former = [name for name in body.names if name in body.former]
    present = [name for name in body.names if name not in body.former]
    for name in (*present[:1], *body.short, *present[1:], *former):
        slots = _slots(name)
        if name in _restricted().not_same or name in _restricted().ambiguous:
            continue
        if not any(_holds(slots, other) for other in seen):
            seen.append(slots)
            yield OtherName(name, body.former.get(name))


def _holds(slots: Sequence[str], part: Sequence[str]) -> bool:
    return any(tuple(slots[at : at + len(part)]) == tuple(part) for at in range(len(slots) - len(part) + 1))


def _forms(text: str, lemmas: Sequence[str]) -> frozenset[str]:
    """What a query word may be as a word of a name."""
    word = _folded(_COLON.sub("", text))
    forms = {word, *map(_folded, lemmas)}
    if len(forms) == 1:
        forms |= {word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending) and len(word) > 5}
    return frozenset(forms)


def _slots(name: str) -> tuple[str, ...]:
    return tuple(_folded(slot.strip(",")) for slot in _SLOT.findall(name))


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("–", "-").split())


def _by_first_word(bodies: Sequence[Body]) -> Mapping[str, Sequence[_Entry]]:
    found: dict[str, list[_Entry]] = {}
    for body in bodies:
        for name in (*body.names, *body.short):
            if name not in _restricted().not_same:
                slots = _slots(name)
                found.setdefault(slots[0], []).append(_Entry(slots, name, body))
    return found


@dataclass(frozen=True, slots=True)
class _Restricted:
    """Names that may not do all that others may; the data file says why."""

    ambiguous: frozenset[str]
    not_same: frozenset[str]


@cache
def _restricted() -> _Restricted:
    path = resources.files("policysearch.facts").joinpath("data", "synonyms.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return _Restricted(frozenset(data["ambiguous"]), frozenset(data["not_same"]))

"""The gazetteer: public bodies by all their names, met in text by lemma sequences.

Data: `facts/data/gazetteer-*.toml` (bodies with their names in Finnish, Swedish and English, abbreviations, former
names) and `municipalities.toml`. What no list can hold, a municipality's organ or a working group, is found by form
in `facts.actors`.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from policysearch.lang.base import Language
from policysearch.model.facts import Actor, ActorKind
from policysearch.model.language import Token

_FILES = ("gazetteer-state.toml", "gazetteer-others.toml")
_WORDS = re.compile(r"\w+")
_COLON = re.compile(r"[:’'][^\W\d_]+$")
# A name is never met through its reading as one of these (the Swedish *Tullen* as a form of *tulla*).
_UNNAMING = frozenset({"verb", "adverb", "particle", "interjection", "adposition"})
_FIXED_CLASSES = frozenset({"conjunction", "prefix", "adverb", "particle"})


@dataclass(frozen=True, slots=True)
class Body:
    """One body of the gazetteer: `names` holds all of them, the canonical first; `former` the last year of each.

    With `is_singular`, its names in the plural mean people (*poliiseille*).
    """

    id: str
    name: str
    names: tuple[str, ...]
    short: tuple[str, ...]
    former: Mapping[str, int]
    parent: str | None
    is_singular: bool = False

    @property
    def actor(self) -> Actor:
        """The body as an actor."""
        return Actor(self.id, self.name, "organisation")


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens `first` up to `last` (half open) that name a body."""

    first: int
    last: int
    actor: Actor


@dataclass(frozen=True, slots=True)
class _Slot:
    """One word of a name: met by its surface, or, unless it is fixed, by a dictionary form."""

    surface: str
    lemmas: frozenset[str]
    is_fixed: bool

    def meets(self, token: Token) -> bool:
        return token.surface.lower() == self.surface or (
            not self.is_fixed and not self.lemmas.isdisjoint(_lemmas(token))
        )


@dataclass(frozen=True, slots=True)
class _Pattern:
    slots: tuple[_Slot, ...]
    actor: Actor
    needs_capital: bool
    is_singular: bool = False


class Gazetteer:
    """Bodies and municipalities of one language; immutable after loading."""

    def __init__(self, language: Language, bodies: Sequence[Body], municipalities: "Municipalities") -> None:
        self.municipalities = municipalities
        self._language = language
        self._bodies = {body.id: body for body in bodies}
        self._short = {short: body.actor for body in bodies for short in body.short}
        self._by_name: dict[str, Actor] = {}
        self._patterns: dict[str, list[_Pattern]] = {}
        for body in bodies:
            for name in (*body.names, *body.short):
                self._by_name.setdefault(_folded(name), body.actor)
            for name in (*body.names, *(short for short in body.short if not short.isupper())):
                self._learn(name, body.actor, is_singular=body.is_singular)
        for name, genitive in municipalities.genitives.items():
            actor = actor_of(f"{genitive} {'kaupunki' if name in municipalities.towns else 'kunta'}", "organisation")
            for known in (name, actor.name, municipalities.swedish.get(name, name)):
                self._by_name.setdefault(_folded(known), actor)
        for patterns in self._patterns.values():
            patterns.sort(key=lambda pattern: -len(pattern.slots))

    def resolve(self, name: str) -> Actor | None:
        """The body of this name: in any of its languages, abbreviated, inflected or former; None where unknown.

        >>> gazetteer.resolve("STM:n").name
        'sosiaali- ja terveysministeriö'
        """
        name = " ".join(name.split())
        known = self._by_name.get(_folded(name)) or self._by_name.get(_folded(_COLON.sub("", name)))
        if known is not None:
            return known
        tokens = [token for token in self._language.tokens(name) if token.kind != "punctuation" or token.surface == "–"]
        matches = [match for match in self.match(tokens, any_case=True) if match.last - match.first == len(tokens)]
        return matches[0].actor if matches else None

    def names(self, actor_id: str) -> tuple[str, ...]:
        """Every name and abbreviation of a body, the canonical first; empty for an id that is not the gazetteer's."""
        body = self._bodies.get(actor_id)
        return () if body is None else (*body.names, *body.short)

    def parent(self, actor_id: str) -> Actor | None:
        """The body that this one belongs to, or None."""
        body = self._bodies.get(actor_id)
        return self._bodies[body.parent].actor if body is not None and body.parent else None

    def match(self, tokens: Sequence[Token], *, any_case: bool = False) -> tuple[Match, ...]:
        """The names of bodies among the tokens of a sentence or passage: the longest at each place, none overlapping.

        Args:
            tokens: In the order of the text.
            any_case: Accept names without their capital, as a person may type them.
        """
        found: list[Match] = []
        index = 0
        while index < len(tokens):
            match = self._match_at(tokens, index, any_case=any_case)
            if match is None:
                index += 1
                continue
            found.append(match)
            index = match.last
        return tuple(found)

    def _match_at(self, tokens: Sequence[Token], index: int, *, any_case: bool) -> Match | None:
        token = tokens[index]
        best: Match | None = None
        for pattern in self._candidates(token):
            last = index + len(pattern.slots)
            if last > len(tokens) or (best is not None and last <= best.last):
                continue
            if pattern.needs_capital and not any_case and not token.surface[:1].isupper():
                continue
            if pattern.is_singular and token.readings[0].number == "plural":
                continue
            if all(slot.meets(other) for slot, other in zip(pattern.slots, tokens[index:last], strict=True)):
                best = Match(index, last, pattern.actor)
        short = self._short.get(_COLON.sub("", token.surface)) if best is None else None
        return Match(index, index + 1, short) if short is not None else best

    def _candidates(self, token: Token) -> Iterator[_Pattern]:
        yield from self._patterns.get(token.surface.lower(), ())
        for lemma in _lemmas(token):
            if lemma != token.surface.lower():
                yield from self._patterns.get(lemma, ())

    def _learn(self, name: str, actor: Actor, *, is_singular: bool) -> None:
        tokens = self._language.tokens(name)
        slots = tuple(_slot(token, is_last=index == len(tokens) - 1) for index, token in enumerate(tokens))
        pattern = _Pattern(slots, actor, needs_capital=name[:1].isupper() and len(slots) < 3, is_singular=is_singular)
        keys = {slots[0].surface} if slots[0].is_fixed else slots[0].lemmas | {slots[0].surface}
        for key in keys:
            self._patterns.setdefault(key, []).append(pattern)


@dataclass(frozen=True, slots=True)
class Municipalities:
    """The municipalities by name: genitives, which of them are towns, Swedish names, and marks that name one."""

    genitives: Mapping[str, str]
    towns: frozenset[str]
    swedish: Mapping[str, str]
    marks: Mapping[str, str]

    def genitive(self, name: str) -> str | None:
        """*Helsinki* → *Helsingin*; None for a name that is no municipality's."""
        return self.genitives.get(name)


def actor_of(name: str, kind: ActorKind) -> Actor:
    """An actor that no gazetteer knows; its id is made of kind and name, so that the same name gives the same id."""
    slug = re.sub(r"[^\w]+", "-", name.casefold()).strip("-")
    return Actor(f"{kind}:{slug}", name, kind)


def open_gazetteer(language: Language) -> Gazetteer:
    """The gazetteer of a language, read and analysed once."""
    return _gazetteer(language)  # type: ignore[arg-type]  # a protocol does not say that objects are hashable


@cache
def _gazetteer(language: Language) -> Gazetteer:
    return Gazetteer(language, read_bodies(), read_municipalities())


@cache
def read_bodies() -> tuple[Body, ...]:
    """The bodies of the gazetteer as they are listed, without an analysis of their names."""
    return tuple(_body(record) for file in _FILES for record in _read(file)["bodies"])


def bodies_with(words: Iterable[str]) -> tuple[Body, ...]:
    """The bodies whose entries hold one of `words`, in lower case: those with it in a name, and a few beside them.

    A hundredth of the time that all of them take, so that a search can ask.
    """
    words = list(words)
    if not words:
        return ()
    any_word = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words))
    lines, by_word = _lines()
    begun = {beginning[0] for word in words if (beginning := _WORDS.findall(word))}
    numbers = sorted({number for word in begun for number in by_word.get(word, ())})
    found = [line for line, folded in (lines[number] for number in numbers) if any_word.search(folded)]
    return tuple(_body(record) for record in tomllib.loads("bodies = [\n" + "\n".join(found) + "\n]")["bodies"])


@cache
def _lines() -> tuple[tuple[tuple[str, str], ...], Mapping[str, Sequence[int]]]:
    """The lines of the files, a body each, as they stand and folded; and by word the numbers of those that hold it."""
    raw = (line for file in _FILES for line in _text(file).splitlines() if line.startswith("  {"))
    lines = tuple((line, _folded(line)) for line in raw)
    by_word: dict[str, list[int]] = {}
    for number, (_, folded) in enumerate(lines):
        for word in set(_WORDS.findall(folded)):
            by_word.setdefault(word, []).append(number)
    return lines, by_word


@cache
def read_municipalities() -> Municipalities:
    """The municipalities of Finland."""
    data = _read("municipalities.toml")
    genitives = {**data["towns"], **data["municipalities"]}
    return Municipalities(
        MappingProxyType(genitives),
        frozenset(data["towns"]),
        MappingProxyType(data["swedish"]),
        MappingProxyType(data["marks"]),
    )


def _read(file: str) -> dict[str, Any]:
    return tomllib.loads(_text(file))


def _text(file: str) -> str:
    return resources.files("policysearch.facts").joinpath("data", file).read_text(encoding="utf-8")


def _body(record: Mapping[str, Any]) -> Body:
    former = {entry["name"]: entry["until"] for entry in record.get("former", ())}
    names = (record["fi"], record.get("sv"), record.get("en"), *record.get("also", ()), *former)
    return Body(
        id=record["id"],
        name=record["fi"],
        names=tuple(dict.fromkeys(name for name in names if name)),
        short=tuple(record.get("short", ())),
        former=MappingProxyType(former),
        parent=record.get("parent"),
        is_singular=record.get("singular", False),
    )


def _slot(token: Token, *, is_last: bool) -> _Slot:
    best = token.readings[0]
    is_fixed = not is_last and (best.word_class in _FIXED_CLASSES or best.case not in {None, "nominative"})
    lemmas = frozenset(
        reading.lemma.lower()
        for reading in token.readings
        if reading.word_class not in _UNNAMING and (reading is best or reading.case in {None, "nominative"})
    )
    return _Slot(token.surface.lower(), lemmas, is_fixed)


def _lemmas(token: Token) -> frozenset[str]:
    return frozenset(reading.lemma.lower() for reading in token.readings)


def _folded(name: str) -> str:
    return name.casefold().replace("–", "-")

"""Whether a document is on the subject of the corpus, trafficking in human beings, by the rules of `topic.toml`.

The rules look at words as the analysis reads them: *ihmiskaupparaportoijalle* is met by its compound parts. A word that
means something else as often counts only near another one. Swedish and English are met by the
beginnings of their words.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from policysearch.model.language import Token


@dataclass(frozen=True, slots=True)
class Judgement:
    """By which rules a document is on the subject; `weak` are those of which only the first word was met."""

    rules: tuple[str, ...]
    weak: tuple[str, ...] = ()

    @property
    def is_on_topic(self) -> bool:
        """Whether the document belongs into the corpus."""
        return bool(self.rules)


@dataclass(frozen=True, slots=True)
class _Rule:
    """Groups of words; a word of each must stand within `within` words of one of the first group."""

    id: str
    groups: tuple[frozenset[tuple[str, ...]], ...]
    within: int


def judge(passages: Iterable[tuple[Token, ...]], text: str) -> Judgement:
    """Look for the subject in a document.

    Args:
        passages: The words of each passage as they were read.
        text: The whole text.
    """
    rules, patterns = _rules()
    vocabulary = frozenset(word for rule in rules for group in rule.groups for word in group)
    firsts = frozenset(word[0] for word in vocabulary)
    met: dict[str, None] = {}
    weak: dict[str, None] = {}
    for tokens in passages:
        at = _positions(tokens, vocabulary, firsts)
        for rule in rules if at else ():
            if starts := [place for word in rule.groups[0] for place in at.get(word, ())]:
                is_met = any(_is_near(rule, start, at) for start in starts)
                (met if is_met else weak)[rule.id] = None
    for id_, pattern in patterns.items():
        if pattern.search(text):
            met[id_] = None
    return Judgement(tuple(met), tuple(id_ for id_ in weak if id_ not in met))


@cache
def topic_stamp() -> str:
    """Names the rules, so that what other rules left out is looked at again."""
    return hashlib.sha256(_data()).hexdigest()[:8]


def rule_ids() -> tuple[str, ...]:
    """The names of all rules, in the order of the file."""
    return tuple(rule["id"] for rule in tomllib.loads(_data().decode())["rule"])


def _positions(
    tokens: tuple[Token, ...], vocabulary: frozenset[tuple[str, ...]], firsts: frozenset[str]
) -> Mapping[tuple[str, ...], list[int]]:
    """Where each word of the rules stands: a dictionary form, a verb behind a noun, or parts of a compound in a row."""
    found: dict[tuple[str, ...], list[int]] = {}
    for number, token in enumerate(tokens):
        if token.kind != "word":
            continue
        for reading in token.readings:
            for word in ((reading.lemma.casefold(),), (reading.verb or "",)):
                if word in vocabulary:
                    found.setdefault(word, []).append(number)
            parts = reading.parts
            for start, part in enumerate(parts):
                if part not in firsts:
                    continue
                for end in range(start + 1, len(parts) + 1):
                    if parts[start:end] in vocabulary:
                        found.setdefault(parts[start:end], []).append(number)
    return found


def _is_near(rule: _Rule, start: int, at: Mapping[tuple[str, ...], list[int]]) -> bool:
    return all(
        any(place != start and abs(place - start) <= rule.within for word in group for place in at.get(word, ()))
        for group in rule.groups[1:]
    )


@cache
def _data() -> bytes:
    return (files("policysearch.topic") / "topic.toml").read_bytes()


@cache
def _rules() -> tuple[tuple[_Rule, ...], Mapping[str, re.Pattern[str]]]:
    entries = tomllib.loads(_data().decode())["rule"]
    words = tuple(
        _Rule(
            entry["id"],
            tuple(frozenset(tuple(word.split("+")) for word in group) for group in entry["words"]),
            entry.get("within", 0),
        )
        for entry in entries
        if "words" in entry
    )
    patterns = {
        entry["id"]: re.compile("|".join(rf"\b{beginning}" for beginning in entry["beginnings"]), re.IGNORECASE)
        for entry in entries
        if "beginnings" in entry
    }
    return words, patterns

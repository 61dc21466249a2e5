"""The word lists of the time grammar, read once from `facts/data/times.toml`."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class Term:
    """Terms of office that follow each other: the first days of each, in order."""

    words: frozenset[str]
    borders: tuple[dt.date, ...]
    approximate: bool


@dataclass(frozen=True, slots=True)
class TimeCues:
    """The tables of `times.toml`; keys are dictionary forms, those of `after` and `before` fixed surface forms."""

    months: Mapping[str, int]
    month_stems: Mapping[str, int]
    weekdays: Mapping[str, int]
    weekday_abbreviations: Mapping[str, int]
    units: Mapping[str, str]
    seasons: Mapping[str, tuple[int, int]]
    year_parts: Mapping[str, tuple[int, int]]
    years: frozenset[str]
    school_years: frozenset[str]
    plans: frozenset[str]
    events: frozenset[str]
    edges: Mapping[str, str]
    quarters: frozenset[str]
    quarter_words: Mapping[str, int]
    thirds: frozenset[str]
    halves: frozenset[str]
    half_with_year: frozenset[str]
    ordinals: Mapping[str, int]
    numerals: Mapping[str, int]
    length_adjectives: Mapping[str, str]
    length_adjective_units: Mapping[str, str]
    recurrences: Mapping[str, str]
    term_units: Mapping[str, str]
    times: Mapping[str, int]
    which: Mapping[str, str]
    days: Mapping[str, int]
    after: Mapping[str, str]
    before: Mapping[str, str]
    verbs: Mapping[str, str]
    phrases: Mapping[str, frozenset[str]]
    begun: frozenset[str]
    extends: frozenset[str]
    planning: frozenset[str]
    deadline_nouns: frozenset[str]
    moves: frozenset[str]
    length_heads: frozenset[str]
    bounds: frozenset[str]
    approximate: frozenset[str]
    age: frozenset[str]
    not_before: frozenset[str]
    not_after: frozenset[str]
    terms: tuple[Term, ...]

    @property
    def openers(self) -> frozenset[str]:
        """The dictionary forms that an expression may begin with, beside numbers and what a digit or hyphen is in."""
        return _openers()


# Openers that stand in no table.
_OTHER_OPENERS = frozenset(
    {
        "vuodenvaihde",
        "kerta",
        "joka",
        "kunkin",
        "jokaisen",
        "toistaiseksi",
        "klo",
        "kello",
        "kl",
        "usea",
        "moni",
        "muutama",
    }
)


@cache
def _openers() -> frozenset[str]:
    cues = time_cues()
    tables = (
        cues.months, cues.month_stems, cues.weekdays, cues.weekday_abbreviations, cues.units, cues.seasons,
        cues.year_parts, cues.quarter_words, cues.years, cues.school_years, cues.ordinals, cues.numerals,
        cues.length_adjectives, cues.recurrences, cues.times, cues.which, cues.days,
    )  # fmt: skip
    terms = (term.words for term in cues.terms)
    return _OTHER_OPENERS.union(*tables, *terms, {"puolitoista", "tämän"})


def _numbered(words: list[str]) -> Mapping[str, int]:
    return MappingProxyType({word: number for number, word in enumerate(words, start=1)})


def _spans(table: Mapping[str, list[int]]) -> Mapping[str, tuple[int, int]]:
    return MappingProxyType({word: (first, last) for word, (first, last) in table.items()})


def _length_adjectives(data: Mapping[str, Any]) -> Mapping[str, str]:
    """*yksivuotinen* P1Y, *kolmipäiväinen* P3D: every numeral and stem before every second member."""
    stems: dict[str, int] = {**data["numerals"], **data["numeral_stems"]}
    made: dict[str, str] = {}
    for ending, unit in data["length_adjectives"].items():
        for stem, number in stems.items():
            if number > 0 and stem != "puolitoista":
                made[stem + ending] = unit.replace("1", str(number))
    made["puolivuotinen"] = "P6M"
    made["puolitoistavuotinen"] = "P18M"
    return MappingProxyType(made)


@cache
def time_cues() -> TimeCues:
    """The cues of Finnish temporal expressions."""
    text = resources.files("policysearch.facts").joinpath("data/times.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    months = _numbered(data["months"])
    roles = data["roles"]
    terms = (
        Term(frozenset(t["words"]), tuple(map(dt.date.fromisoformat, t["borders"])), t["approximate"])
        for t in data["terms"]
    )
    return TimeCues(
        months=months,
        month_stems=MappingProxyType({word.removesuffix("kuu"): number for word, number in months.items()}),
        weekdays=_numbered(data["weekdays"]),
        weekday_abbreviations=_numbered(data["weekday_abbreviations"]),
        units=MappingProxyType(data["units"]),
        seasons=_spans(data["seasons"]),
        year_parts=_spans(data["year_parts"]),
        years=frozenset(data["years"]["words"]),
        school_years=frozenset(data["years"]["school_years"]),
        plans=frozenset(data["years"]["plans"]),
        events=frozenset(data["years"]["events"]),
        edges=MappingProxyType(data["edges"]),
        quarters=frozenset(data["quarters"]["words"]),
        quarter_words=MappingProxyType(data["quarter_words"]),
        thirds=frozenset(data["quarters"]["thirds"]),
        halves=frozenset(data["quarters"]["halves"]),
        half_with_year=frozenset(data["quarters"]["half_with_year"]),
        ordinals=MappingProxyType(data["ordinals"]),
        numerals=MappingProxyType(data["numerals"]),
        length_adjectives=_length_adjectives(data),
        length_adjective_units=MappingProxyType(data["length_adjectives"]),
        recurrences=MappingProxyType(data["recurrences"]),
        term_units=MappingProxyType(data["term_units"]),
        times=MappingProxyType(data["times"]),
        which=MappingProxyType(data["which"]),
        days=MappingProxyType(data["days"]),
        after=MappingProxyType(roles["after"]),
        before=MappingProxyType(roles["before"]),
        verbs=MappingProxyType({verb: role for role, verbs in roles["verbs"].items() for verb in verbs}),
        begun=frozenset(roles["begun"]),
        extends=frozenset(roles["extends"]),
        planning=frozenset(roles["planning"]),
        phrases=MappingProxyType({word: frozenset(verbs) for word, verbs in roles["phrases"].items()}),
        deadline_nouns=frozenset(roles["deadline_nouns"]),
        moves=frozenset(roles["moves"]),
        length_heads=frozenset(roles["length_heads"]),
        bounds=frozenset(data["bounds"]["words"]),
        approximate=frozenset(data["bounds"]["approximate"]),
        age=frozenset(data["age"]["after"]),
        not_before=frozenset(data["not_dates"]["before"]),
        not_after=frozenset(data["not_dates"]["after"]),
        terms=tuple(terms),
    )

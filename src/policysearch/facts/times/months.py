"""Months, seasons and parts of a year: *maaliskuussa 2022*, *tammi–helmikuussa*, *loppusyksystä*, *alkuvuodesta*."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from policysearch.facts.times.core import Core, Reader, chosen, fixed, nearest, within
from policysearch.facts.times.values import Grain, Interval, months
from policysearch.facts.times.years import written_year, year_list
from policysearch.model.language import Case


@dataclass(frozen=True, slots=True)
class _Months:
    """Months from `begin` to `end`; `last` is the index behind their words, `lemma` carries the case."""

    begin: int
    end: int
    last: int
    lemma: str
    is_reach: bool = False


def _months_at(reader: Reader, index: int) -> _Months | None:
    """Months at `index`: *kesäkuu*, *tammi–helmikuussa*, *touko- ja kesäkuun*, *maaliskuusta toukokuuhun*."""
    atom = reader.at(index)
    if atom.kind == "month":
        return _Months(atom.month, atom.month, index + 1, "")
    lemma = reader.known(index, reader.cues.months)
    if lemma is not None:
        return _from_whole(reader, index, lemma)
    return _in_one_word(reader, index) or _from_stem(reader, index)


def _from_whole(reader: Reader, index: int, lemma: str) -> _Months:
    """A month in full, alone or joined to another in full: *kesä–*, *ja*, or from the one into the other."""
    numbers = reader.cues.months
    first, cases = numbers[lemma], reader.at(index).cases(lemma)
    joint = reader.at(index + 1)
    other = reader.known(index + 2, numbers)
    is_joined = joint.kind == "dash" or (joint.word == "ja" and other is not None and numbers[other] == first % 12 + 1)
    if other is not None and is_joined and cases & reader.at(index + 2).cases(other):
        return _Months(first, numbers[other], index + 3, other)
    other = reader.known(index + 1, numbers)
    if other is not None and "elative" in cases and "illative" in reader.at(index + 1).cases(other):
        return _Months(first, numbers[other], index + 2, other, is_reach=True)
    return _Months(first, first, index + 1, lemma)


def _in_one_word(reader: Reader, index: int) -> _Months | None:
    """*tammi-helmikuussa* as one word."""
    atom, cues = reader.at(index), reader.cues
    found = re.fullmatch(r"([a-zäö]+)[-–‑]([a-zäö]+kuu)\w*", atom.word)
    if found is None or found[1] not in cues.month_stems:
        return None
    for lemma in atom.lemmas:
        whole = re.split(r"[-–‑]", lemma)[-1]
        if whole in cues.months:
            return _Months(cues.month_stems[found[1]], cues.months[whole], index + 1, lemma)
    return None


def _from_stem(reader: Reader, index: int) -> _Months | None:
    """*tammi–* or *touko- ja* before a month in full."""
    cues, atom = reader.cues, reader.at(index)
    stem = atom.word.rstrip("-–‑")
    if stem not in cues.month_stems or (atom.word == stem and reader.at(index + 1).kind != "dash"):
        return None
    is_joined = reader.at(index + 1).word == "ja"
    skip = index + 1 + (is_joined or reader.at(index + 1).kind == "dash" or reader.at(index + 1).word == "/")
    skip += reader.at(skip).kind == "dash"
    other, begin = reader.known(skip, cues.months), cues.month_stems[stem]
    if other is None or (is_joined and cues.months[other] != begin % 12 + 1):
        return None
    return _Months(begin, cues.months[other], skip + 1, other)


def parse_month(reader: Reader, first: int, head: int, which: str | None) -> Core | None:
    """A month or months, with the year behind them."""
    found = _months_at(reader, head)
    if found is None:
        return None
    begin, end, last, lemma = found.begin, found.end, found.last, found.lemma
    if reader.at(head).kind == "month":
        year = reader.at(head).year
        assert year is not None
        return Core(first, last, "month", fixed(months(year, begin, end)), role="event")
    cases = reader.at(last - 1).cases(lemma)
    if (
        "partitive" in cases
        and not cases & {"genitive", "inessive"}
        and reader.at(head - 1).kind in {"number", "ordinal"}
    ):
        return None  # a day that the rules for days refused
    core = _yearly(reader, first, last, which, "month", lambda year: months(year, begin, end), cases)
    return replace(core, cases=frozenset(), role="period") if found.is_reach else core


def parse_season(reader: Reader, first: int, head: int, which: str | None) -> Core | None:
    """A season, with its year or without; in the nominative only with one."""
    lemma = reader.known(head, reader.cues.seasons)
    if lemma is None or reader.at(head).token is None:
        return None
    begin, end = reader.cues.seasons[lemma]
    last = head + 1
    other = reader.known(last + 1, reader.cues.seasons)
    if other is not None and reader.at(last).word in {"ja", "-", "–"} and reader.cues.seasons[other][0] == end % 12 + 1:
        end, last, lemma = reader.cues.seasons[other][1], last + 2, other  # kevään ja kesän 2021 aikana
    cases = _of_edge(lemma, reader.at(last - 1).cases(lemma))
    shift = 1 if end < begin else 0
    numbers, after = year_list(reader, last)
    if shift and len(numbers) == 2 and numbers[1] == numbers[0] + 1:
        whole = months(numbers[0], begin, end)  # talvella 2021–2022
        return Core(first, after, "season", fixed(whole), cases, approximate=True)
    # Most of a winter lies in the year that it ends in: talvella 2022 begins in December 2021.
    core = _yearly(
        reader, first, last, which, "season", lambda year: months(year - shift, begin, end), cases, approximate=True
    )
    if cases <= {"nominative", "partitive"} and core.needs_year and reader.at(first - 1).word not in reader.cues.before:
        return None  # kevät, kesää: a season spoken of, no time of anything
    return core


def _of_edge(lemma: str, cases: frozenset[Case]) -> frozenset[Case]:
    """*loppusyksystä*, *alkuvuodesta* say when, not from when: Finnish puts the edges of a period into the elative."""
    return frozenset({"inessive"}) if "elative" in cases and lemma.startswith(("alku", "loppu")) else cases


def parse_year_part(reader: Reader, first: int, head: int, which: str | None) -> Core | None:
    """*alkuvuodesta 2022*, *loppuvuoteen*."""
    lemma = reader.known(head, reader.cues.year_parts)
    if lemma is None:
        return None
    begin, end = reader.cues.year_parts[lemma]
    cases = _of_edge(lemma, reader.at(head).cases(lemma))
    core = _yearly(
        reader, first, head + 1, which, "season", lambda year: months(year, begin, end), cases, approximate=True
    )
    return None if cases <= {"nominative"} and core.needs_year else core


def _yearly(
    reader: Reader,
    first: int,
    last: int,
    which: str | None,
    grain: Grain,
    make: Callable[[int], Interval],
    cases: frozenset[Case],
    *,
    approximate: bool = False,
) -> Core:
    """What comes once a year: with its year if one is written, by *ensi* and *viime*, else open."""
    year = written_year(reader, last)
    if year.number is not None:
        return Core(first, year.last, grain, fixed(make(year.number)), cases, approximate=approximate)
    if year.resolve is not None:
        return Core(first, year.last, grain, within(year.resolve, make), cases, approximate=approximate)
    if which is not None:
        return Core(first, last, grain, chosen(make, which), cases, approximate=approximate)
    return Core(first, last, grain, nearest(make), cases, approximate=approximate, needs_year=True)

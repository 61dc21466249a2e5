"""Turns of the year, terms of office and decades: *vuodenvaihteessa*, *hallituskauden loppuun*, *2010-luvulla*."""

import datetime as dt
import re

from policysearch.facts.times.core import Core, Frame, Reader, chosen, fixed, nearest
from policysearch.facts.times.values import Grain, Interval

_DECADE = re.compile(r"((?:19|20)\d0)-luku")


def parse_turn_of_year(reader: Reader, first: int, head: int, which: str | None) -> Core | None:
    """*vuodenvaihteessa (2021–2022)*: the last day of the one and the first of the other, near them."""
    atom = reader.at(head)
    if atom.word == "vuoden" and reader.at(head + 1).is_lemma("vaihde"):
        head, atom = head + 1, reader.at(head + 1)
    elif not atom.is_lemma("vuodenvaihde"):
        return None

    def make(year: int) -> Interval:
        return Interval(dt.date(year, 12, 31), dt.date(year + 1, 1, 1))

    cases = atom.cases()
    one, two = reader.at(head + 1), reader.at(head + 3)
    if one.kind == "year":
        if reader.at(head + 2).kind == "dash" and two.value in {one.value + 1, (one.value + 1) % 100}:
            return Core(first, head + 4, "day", fixed(make(one.value)), cases, approximate=True)
        return Core(first, head + 2, "day", None, cases, approximate=True)  # either side of one year is meant
    if which is not None:
        return Core(first, head + 1, "day", chosen(make, which), cases, approximate=True)
    return Core(first, head + 1, "day", nearest(make), cases, approximate=True, needs_year=True)


def parse_term(reader: Reader, first: int, head: int, which: str | None) -> Core | None:
    """*kuluvalla hallituskaudella*, *valtuustokauden 2021–2025 loppuun*; borders by data."""
    term = next((term for term in reader.cues.terms if reader.known(head, term.words)), None)
    if term is None:
        return None
    lemma = reader.known(head, term.words)
    cases = reader.at(head).cases(lemma)

    def resolve(frame: Frame) -> Interval | None:
        anchor = frame.anchor
        if anchor is None or which in {"following", "preceding", "same"}:
            return None
        index = sum(border <= anchor for border in term.borders) - 1 + {"next": 1, "last": -1}.get(which or "this", 0)
        if not 0 <= index < len(term.borders) - 1:
            return None
        return Interval(term.borders[index], term.borders[index + 1] - dt.timedelta(days=1))

    begin, end = reader.at(head + 1), reader.at(head + 3)
    if begin.kind == end.kind == "year" and reader.at(head + 2).kind == "dash" and begin.value < end.value:
        whole = Interval(dt.date(begin.value, 1, 1), dt.date(end.value, 12, 31))
        return Core(first, head + 4, "term", fixed(whole), cases, approximate=True, role="period")
    if (
        which is None
        and cases <= {"nominative", "genitive", "partitive"}
        and not reader.known(head + 1, reader.cues.edges)
    ):
        return None  # hallituskauden aikana: whichever
    return Core(first, head + 1, "term", resolve, cases, approximate=term.approximate, role="period")


def parse_decade(reader: Reader, first: int, head: int, which: str | None) -> Core | None:
    """*2020-luvulla*, *1950- ja 1960-luvuilla*."""
    if which is not None:
        return None
    begin = reader.at(head)
    is_listed = (
        begin.kind == "year" and reader.at(head + 1).kind == "dash" and reader.at(head + 2).word in {"ja", "sekä"}
    )
    if is_listed:
        head += 3
    for lemma in reader.at(head).lemmas:
        found = _DECADE.fullmatch(lemma)
        if found is None:
            continue
        year = int(found[1])
        n_years = 100 if year % 100 == 0 and year != 2000 else 10
        start = year
        if is_listed and n_years == 10:
            start = begin.value
            if start % 10 or not 0 < year - start <= 30:
                return None
        whole = Interval(dt.date(start, 1, 1), dt.date(year + n_years - 1, 12, 31))
        grain: Grain = "decade" if n_years == 10 else "century"
        cases = reader.at(head).cases(lemma)
        return Core(first, head + 1, grain, fixed(whole), cases, approximate=True, role="period")
    return None

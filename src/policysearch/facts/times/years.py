"""Whole years and longer: *vuosina 2020–2021*, *kuluvana vuonna*, *lukuvuonna 2021–2022*, *hallituskauden loppuun*."""

import datetime as dt
import re
from dataclasses import dataclass

from policysearch.facts.times.core import Core, Frame, Reader, Resolver, chosen, fixed, nearest, shifted
from policysearch.facts.times.values import Interval

_FIRST_BARE = 1900  # smaller numbers are years only with a word for it
_DECADE = re.compile(r"((?:19|20)\d0)-luku")


@dataclass(frozen=True, slots=True)
class WrittenYear:
    """The year that stands after a month or season, as a number or as a resolver; neither where none stands there.

    `last` is the index behind its words.
    """

    last: int
    number: int | None = None
    resolve: Resolver | None = None


def written_year(reader: Reader, index: int) -> WrittenYear:
    """*2022*, *vuonna 2022*, *ensi vuonna* at `index`."""
    atom = reader.at(index)
    if atom.kind == "year":
        return WrittenYear(index + 1, atom.value)
    if atom.is_lemma("vuosi") and reader.at(index + 1).kind == "year" and reader.at(index + 2).kind != "dash":
        return WrittenYear(index + 2, reader.at(index + 1).value)
    which = reader.known(index, reader.cues.which)
    if which is not None and reader.at(index + 1).is_lemma("vuosi") and reader.at(index + 2).kind != "year":
        kind = reader.cues.which[which]
        if kind in {"next", "last", "this"}:
            return WrittenYear(index + 2, resolve=shifted(kind, "year"))
    return WrittenYear(index)


def year_list(reader: Reader, index: int) -> tuple[list[int], int]:
    """*2020*, *2020–2022*, *2021–22*, *2020, 2021 ja 2022*: the years and the index behind them."""
    if reader.at(index).kind != "year":
        return [], index
    numbers = [reader.at(index).value]
    index += 1
    while True:
        mark, following = reader.at(index), reader.at(index + 1)
        short = (
            following.kind in {"number", "ordinal"}
            and mark.kind == "dash"
            and numbers[-1] % 100 < following.value <= 99
        )
        if following.kind == "year" and mark.kind == "dash" and following.value > numbers[-1]:
            numbers.append(following.value)
        elif short and following.value - numbers[-1] % 100 <= 20:
            numbers.append(numbers[-1] // 100 * 100 + following.value)
        elif following.kind == "year" and mark.word in {"ja", "sekä", ","} and following.value > numbers[-1]:
            numbers.append(following.value)
        else:
            return numbers, index
        index += 2


def _span_of(numbers: list[int], *, reach: bool) -> Interval | None:
    """From the first to the last year; None where a list skips years (*vuosina 2023 ja 2025*)."""
    if not reach and numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return None
    return Interval(dt.date(numbers[0], 1, 1), dt.date(numbers[-1], 12, 31))


def parse_year(reader: Reader, first: int, head: int, which: str | None) -> Core | None:
    """*vuonna 2022*, *vuosina 2020–2021*, *vuodesta 2021 vuoteen 2023*, *kuluvana vuonna*, *lukuvuonna 2021–2022*."""
    cues = reader.cues
    atom = reader.at(head)
    lemma = reader.known(head, cues.years, cues.school_years)
    if lemma is None:
        return _bare_years(reader, first) if which is None else None
    cases = atom.cases(lemma)
    numbers, last = year_list(reader, head + 1)
    if numbers:
        other = reader.known(last, cues.years)
        if other == lemma and "elative" in cases and "illative" in reader.at(last).cases(other):
            more, after = year_list(reader, last + 1)
            if more and more[0] > numbers[0]:
                return Core(first, after, "year", fixed(_span_of([numbers[0], more[-1]], reach=True)), role="period")
        is_reach = reader.at(head + 2).kind == "dash" or reader.at(last).word in {
            "välillä",
            "välisenä",
            "väliltä",
            "väliin",
        }
        whole = _span_of(numbers, reach=is_reach)
        plural = len(numbers) > 1
        if lemma in cues.school_years and whole is not None:
            end = numbers[-1] if plural else numbers[0] + 1
            whole = Interval(dt.date(numbers[0], 8, 1), dt.date(end, 7, 31))
            return Core(first, last, "year", fixed(whole), cases, approximate=True, role="period")
        return Core(first, last, "year", fixed(whole), cases, role="period" if plural else None)
    if lemma not in {"vuosi", "kalenterivuosi", "talousarviovuosi", "budjettivuosi", "toimintavuosi", "lukuvuosi"}:
        return None
    if which is None or lemma == "lukuvuosi":
        return None
    plural_readings = atom.token is not None and all(
        reading.number == "plural" for reading in atom.token.readings if reading.lemma.lower() == lemma
    )
    if plural_readings:
        return Core(first, head + 1, "year", None, cases, approximate=True, role="period")
    resolve = shifted(which, "year") if which in {"next", "last", "this"} else None
    if which in {"next", "last"} and atom.cases(lemma) <= {"nominative"}:
        return None
    return Core(first, head + 1, "year", resolve, cases, role="event" if which != "this" else "period")


def _bare_years(reader: Reader, first: int) -> Core | None:
    """*2016 - 2017* anywhere; one bare year only after a word that names a plan (*talousarvio 2022*)."""
    numbers, last = year_list(reader, first)
    if not numbers:
        return None
    if len(numbers) > 1 and reader.at(first + 1).kind == "dash":
        return Core(first, last, "year", fixed(_span_of(numbers, reach=True)), role="period")
    whole = Interval(dt.date(numbers[0], 1, 1), dt.date(numbers[0], 12, 31))
    if numbers[0] >= _FIRST_BARE and len(numbers) == 1 and _is_bound(reader, last):
        return Core(first, last, "year", fixed(whole), role="event")
    if _is_after_act(reader, first, last):
        return Core(first, first + 1, "year", fixed(whole), role="event")
    before = reader.known(first - 1, reader.cues.plans)
    if before is None and not any(
        lemma.endswith(
            ("ohjelma", "suunnitelma", "strategia", "arvio", "budjetti", "raportti", "kertomus", "suunnitelmat")
        )
        for lemma in reader.at(first - 1).lemmas[:1]
    ):
        return None
    return Core(first, first + 1, "year", fixed(whole), role="period")


def _is_bound(reader: Reader, last: int) -> bool:
    """*2024 mennessä*, *2019 alkaen*, *2021 hyväksytty*: words behind that only a time can have before them."""
    following = reader.at(last)
    if following.word in {"mennessä", "alkaen", "lähtien", "asti", "saakka", "lukien", "aikana"}:
        return True
    return following.token is not None and any(
        reading.participle in {"past_active", "past_passive", "agent"} and reading.case not in {None, "partitive"}
        for reading in following.token.readings[:1]
    )


def _is_after_act(reader: Reader, first: int, last: int) -> bool:
    """Whether a bare year stands right behind what happened in it: *julkaistiin 2021*, *eduskuntavaaleissa 2019*."""
    token = reader.at(first - 1).token
    following = reader.at(last)
    if token is None or reader.at(first).value < _FIRST_BARE:
        return False
    if following.kind in {"number", "ordinal"} or any(case == "partitive" for case in following.cases()):
        return False  # a number of something
    if (
        following.kind == "word"
        and following.token
        and following.token.readings[0].word_class in {"noun", "abbreviation", "unknown"}
    ):
        return False
    if reader.known(first - 1, reader.cues.events):
        return True
    return any(
        (reading.tense == "past" and reading.person == 4) or reading.participle == "past_passive"
        for reading in token.readings[:1]
    )


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
    """*2020-luvulla*."""
    if which is not None:
        return None
    for lemma in reader.at(head).lemmas:
        found = _DECADE.fullmatch(lemma)
        if found:
            year = int(found[1])
            n_years = 100 if year % 100 == 0 and year != 2000 else 10
            whole = Interval(dt.date(year, 1, 1), dt.date(year + n_years - 1, 12, 31))
            return Core(
                first, head + 1, "year", fixed(whole), reader.at(head).cases(lemma), approximate=True, role="period"
            )
    return None

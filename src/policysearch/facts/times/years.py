"""Whole years and longer: *vuosina 2020–2021*, *kuluvana vuonna*, *lukuvuonna 2021–2022*, *hallituskauden loppuun*."""

import datetime as dt
from dataclasses import dataclass

from policysearch.facts.times.atoms import Atom
from policysearch.facts.times.core import Core, Frame, Reader, Resolver, fixed, nearest, shifted
from policysearch.facts.times.quarters import quarter_at
from policysearch.facts.times.values import Interval, years
from policysearch.model.language import Case
from policysearch.model.time import TimeRole

_MIDDLE = 6  # month
_FIRST_BARE = 1900  # smaller numbers are years only with a word for it


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
    is_dated = atom.is_lemma("vuosi") and reader.at(index + 1).kind == "year" and reader.at(index + 2).kind != "dash"
    if is_dated and not reader.known(index + 2, reader.cues.edges):  # syyskuusta vuoden 2024 loppuun
        return WrittenYear(index + 2, reader.at(index + 1).value)
    which = reader.known(index, reader.cues.which)
    if which is not None and reader.at(index + 1).is_lemma("vuosi") and reader.at(index + 2).kind != "year":
        kind = reader.cues.which[which]
        if kind in {"next", "last", "this", "same"}:
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
    if (numbered := _numbered_year(reader, first, head, lemma)) is not None:
        return numbered
    if lemma in {"vuosi", "kalenterivuosi"} and which is None and first == head:
        return _plain_year(reader, first, cases)
    if lemma not in {"vuosi", "kalenterivuosi", "talousarviovuosi", "budjettivuosi", "toimintavuosi", "lukuvuosi"}:
        return None
    if which is None or lemma == "lukuvuosi":
        return None
    plural_readings = atom.token is not None and all(
        reading.number == "plural" for reading in atom.token.readings if reading.lemma.lower() == lemma
    )
    if plural_readings:
        return Core(first, head + 1, "year", None, cases, approximate=True, role="period")
    resolve = shifted(which, "year") if which in {"next", "last", "this", "same"} else None
    if which in {"next", "last"} and atom.cases(lemma) <= {"nominative"}:
        return None
    return Core(first, head + 1, "year", resolve, cases, role="event" if which != "this" else "period")


def _numbered_year(reader: Reader, first: int, head: int, lemma: str) -> Core | None:
    """A word for years, `lemma` at `head`, with its numbers."""
    cues, cases = reader.cues, reader.at(head).cases(lemma)
    numbers, last = year_list(reader, head + 1)
    if not numbers:
        return None
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
    role: TimeRole | None = "period" if plural else None
    if not plural and names_event(reader, last):
        cases, role = frozenset(), "event"  # vuoden 2023 eduskuntavaaleissa
    return Core(first, last, "year", fixed(whole), cases, role=role)


def names_event(reader: Reader, index: int) -> bool:
    """Whether an event is named at `index`, elliptic first members before it: *kunta- ja aluevaaleissa*."""
    while reader.at(index).word in {"ja", "sekä"} or (reader.at(index).kind == "word" and _is_open(reader, index)):
        index += 1
    token = reader.at(index).token
    tail = token.parts[-1] if token is not None and token.parts else ""
    return reader.known(index, reader.cues.events) is not None or tail in reader.cues.events


def _is_open(reader: Reader, index: int) -> bool:
    return reader.at(index).word.endswith(("-", "‑")) or reader.at(index + 1).kind == "dash"


def _plain_year(reader: Reader, first: int, cases: frozenset[Case]) -> Core | None:
    """*vuoden loppuun*, *vuoden alusta*: the border of a year that the clause looks to; its aikana is a length."""
    before = reader.at(first - 1)
    edge = reader.known(first + 1, reader.cues.edges)
    kind = None if edge is None else reader.cues.edges[edge]
    if "genitive" not in cases or before.kind in {"number", "ordinal", "year"} or _is_attribute(before):
        return None  # toisen vuoden lopussa, saman vuoden alussa
    quarter = quarter_at(reader, first + 1, with_year=True)
    if quarter is not None:
        return Core(first, quarter.last, "quarter", nearest(quarter.make), quarter.cases, needs_year=True)
    if kind not in {"begin", "end"} or edge == "päättyminen":
        return None

    def resolve(frame: Frame) -> Interval | None:
        anchor = frame.anchor
        if anchor is None:
            return None
        if frame.direction is None:  # the border that is nearer
            step = int(anchor.month > _MIDDLE) if kind == "begin" else -int(anchor.month <= _MIDDLE)
        else:
            step = {("begin", "future"): 1, ("end", "past"): -1}.get((kind, frame.direction), 0)
        return years(anchor.year + step, anchor.year + step)

    return Core(first, first + 1, "year", resolve, cases, needs_year=True)


def _is_attribute(atom: Atom) -> bool:
    """Whether a word says which year: an adjective, numeral or pronoun in the genitive."""
    if atom.token is None:
        return False
    return atom.word == "joka" or any(
        reading.case == "genitive" and reading.word_class in {"adjective", "numeral", "pronoun"}
        for reading in atom.token.readings
    )


def _bare_years(reader: Reader, first: int) -> Core | None:
    """*2016 - 2017* anywhere; one bare year only after a plan or label (*talousarvio 2022*, *Aikataulu: 2013*)."""
    numbers, last = year_list(reader, first)
    if not numbers:
        return None
    if len(numbers) > 1 and reader.at(first + 1).kind == "dash":
        return Core(first, last, "year", fixed(_span_of(numbers, reach=True)), role="period")
    if reader.at(last).kind == "dash" and reader.at(last + 1).word in {"ja", "sekä"}:
        return None  # 1950- ja 1960-luvuilla
    whole = Interval(dt.date(numbers[0], 1, 1), dt.date(numbers[0], 12, 31))
    if numbers[0] >= _FIRST_BARE and len(numbers) == 1 and _is_bound(reader, last):
        return Core(first, last, "year", fixed(whole), role="event")
    if _is_after_act(reader, first, last):
        return Core(first, first + 1, "year", fixed(whole), role="event")
    before = reader.known(first - 1 - (reader.at(first - 1).word == ":"), reader.cues.plans)
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
    if following.token is None:
        return False
    reading = following.token.readings[0]
    if any(other.participle == "agent" and other.case for other in following.token.readings):
        return "genitive" in reader.at(last - 2).cases()  # kaupunginvaltuuston 2021 tekemää päätöstä
    return reading.participle in {"past_active", "past_passive"} and reading.case not in {None, "partitive"}


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

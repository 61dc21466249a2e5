"""Weeks, months, seasons and years, whole or in part: *maaliskuussa 2022*, *kuluvan vuoden alusta*, *viikolla 23*."""

import datetime as dt
import re
from collections.abc import Callable

from policysearch.facts.times.core import Core, Frame, Reader, Resolver, chosen, fixed, nearest, shifted, within
from policysearch.facts.times.tails import quarter_at, with_tail
from policysearch.facts.times.values import Grain, Interval, months, weeks
from policysearch.model.language import Case

_DECADE = re.compile(r"((?:19|20)\d0)-luku")


def parse_period(reader: Reader, first: int) -> Core | None:
    """A period that begins at atom `first`, with what follows and narrows it (*loppuun*, *toisella neljänneksellä*)."""
    which = reader.known(first, reader.cues.which)
    kind = None if which is None else reader.cues.which[which]
    head = first if kind is None else first + 1
    for parse in (_month, _season, _year_part, _turn_of_year, _week, _term, _year, _this_unit, _decade, _quarter_first):
        core = parse(reader, first, head, kind)
        if core is not None:
            return with_tail(reader, core)
    return None


def written_year(reader: Reader, index: int) -> "tuple[int | None, Resolver | None, int]":
    """A year after a month or season: *2022*, *vuonna 2022*, *ensi vuonna*; the year or its resolver, and what follows."""
    atom = reader.at(index)
    if atom.kind == "year":
        return atom.value, fixed(Interval(dt.date(atom.value, 1, 1), dt.date(atom.value, 12, 31))), index + 1
    if atom.is_lemma("vuosi") and reader.at(index + 1).kind == "year" and reader.at(index + 2).kind != "dash":
        return written_year(reader, index + 1)
    which = reader.known(index, reader.cues.which)
    if which is not None and reader.at(index + 1).is_lemma("vuosi"):
        kind = reader.cues.which[which]
        if kind in {"next", "last", "this"} and reader.at(index + 2).kind != "year":
            return None, shifted(kind, "year"), index + 2
    return None, None, index


def _months_at(reader: Reader, index: int) -> "tuple[int, int, int, str] | None":
    """Months at `index`: first, last, the index behind, and the lemma that carries the case.

    *kesäkuu*; *tammi–helmikuussa*, *touko- ja kesäkuun*, *maaliskuusta toukokuuhun*.
    """
    cues = reader.cues
    atom = reader.at(index)
    if atom.kind == "month":
        return atom.month, atom.month, index + 1, ""
    lemma = reader.known(index, cues.months)
    if lemma is not None:
        first = last = cues.months[lemma]
        joined = reader.at(index + 1)
        other = reader.known(index + 2, cues.months)
        if (
            other is not None
            and (joined.kind == "dash" or joined.word == "ja")
            and reader.at(index).cases(lemma) & reader.at(index + 2).cases(other)
        ):
            adjacent = cues.months[other] == first % 12 + 1
            if joined.kind == "dash" or adjacent:
                return first, cues.months[other], index + 3, other
        other = reader.known(index + 1, cues.months)
        if (
            other is not None
            and "elative" in reader.at(index).cases(lemma)
            and "illative" in reader.at(index + 1).cases(other)
        ):
            return first, cues.months[other], index + 2, other
        return first, last, index + 1, lemma
    found = re.fullmatch(r"([a-zäö]+)[-–‑]([a-zäö]+kuu)\w*", atom.word)
    if found and found[1] in cues.month_stems and atom.token is not None:
        for reading in atom.token.readings:
            whole = re.split(r"[-–‑]", reading.lemma.lower())[-1]
            if whole in cues.months:
                return cues.month_stems[found[1]], cues.months[whole], index + 1, reading.lemma.lower()
    stem = atom.word.rstrip("-–‑")
    if stem in cues.month_stems and (atom.word != stem or reader.at(index + 1).kind == "dash"):
        skip = index + 1 + (reader.at(index + 1).kind == "dash" or reader.at(index + 1).word == "ja")
        skip += reader.at(skip).kind == "dash"
        other = reader.known(skip, cues.months)
        begin = cues.month_stems[stem]
        if other is not None and (reader.at(index + 1).word != "ja" or cues.months[other] == begin % 12 + 1):
            return begin, cues.months[other], skip + 1, other
    return None


def _month(reader: Reader, first: int, head: int, which: str | None) -> Core | None:
    found = _months_at(reader, head)
    if found is None:
        return None
    begin, end, last, lemma = found
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
    return _yearly(reader, first, last, which, "month", lambda year: months(year, begin, end), cases)


def _season(reader: Reader, first: int, head: int, which: str | None) -> Core | None:
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
    numbers, after = _year_list(reader, last)
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


def _year_part(reader: Reader, first: int, head: int, which: str | None) -> Core | None:
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
    make: "Callable[[int], Interval]",
    cases: frozenset[Case],
    *,
    approximate: bool = False,
) -> Core:
    """What comes once a year: with its year if one is written, by *ensi* and *viime*, else open."""
    year, outer, after = written_year(reader, last)
    if year is not None:
        return Core(first, after, grain, fixed(make(year)), cases, approximate=approximate)
    if outer is not None:
        return Core(first, after, grain, within(outer, make), cases, approximate=approximate)
    if which is not None:
        return Core(first, last, grain, chosen(make, which), cases, approximate=approximate)
    return Core(first, last, grain, nearest(make), cases, approximate=approximate, needs_year=True)


def _turn_of_year(reader: Reader, first: int, head: int, which: str | None) -> Core | None:
    """*vuodenvaihteessa (2021–2022)*: the last day of the one and the first of the other, near them."""
    atom = reader.at(head)
    if not atom.is_lemma("vuodenvaihde"):
        return None

    def make(year: int) -> Interval:
        return Interval(dt.date(year, 12, 31), dt.date(year + 1, 1, 1))

    cases = atom.cases("vuodenvaihde")
    one, two = reader.at(head + 1), reader.at(head + 3)
    if one.kind == "year":
        if reader.at(head + 2).kind == "dash" and two.value in {one.value + 1, (one.value + 1) % 100}:
            return Core(first, head + 4, "day", fixed(make(one.value)), cases, approximate=True)
        return Core(first, head + 2, "day", None, cases, approximate=True)  # either side of one year is meant
    if which is not None:
        return Core(first, head + 1, "day", chosen(make, which), cases, approximate=True)
    return Core(first, head + 1, "day", nearest(make), cases, approximate=True, needs_year=True)


def _week(reader: Reader, first: int, head: int, which: str | None) -> Core | None:
    """*viikolla 23*, *viikoilla 23–25 (2022)*, *ensi viikolla*."""
    atom = reader.at(head)
    if not atom.is_lemma("viikko", "vko", "vk"):
        return None
    cases = atom.cases()
    if which is not None:
        return Core(first, head + 1, "week", shifted(which, "week"), cases)
    number = reader.at(head + 1)
    if number.kind not in {"number", "ordinal"} or not 1 <= number.value <= 53:
        return None
    if cases <= {"partitive"} and cases:
        return None  # 3 viikkoa 5 …
    begin = end = number.value
    last = head + 2
    other = reader.at(head + 3)
    if reader.at(head + 2).kind == "dash" and other.kind in {"number", "ordinal"} and begin < other.value <= 53:
        end, last = other.value, head + 4
    year, _, after = written_year(reader, last)
    if year is not None:
        return Core(first, after, "week", fixed(weeks(year, begin, end)), cases)
    return Core(first, last, "week", nearest(lambda year: weeks(year, begin, end)), cases, needs_year=True)


def _term(reader: Reader, first: int, head: int, which: str | None) -> Core | None:
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
    if which is None and cases <= {"nominative", "genitive", "partitive"} and not _edge_follows(reader, head + 1):
        return None  # hallituskauden aikana: whichever
    return Core(first, head + 1, "term", resolve, cases, approximate=term.approximate, role="period")


def _edge_follows(reader: Reader, index: int) -> bool:
    return reader.known(index, reader.cues.edges) is not None


def _year(reader: Reader, first: int, head: int, which: str | None) -> Core | None:
    """*vuonna 2022*, *vuosina 2020–2021*, *vuodesta 2021 vuoteen 2023*, *kuluvana vuonna*, *lukuvuonna 2021–2022*."""
    cues = reader.cues
    atom = reader.at(head)
    lemma = reader.known(head, cues.years, cues.school_years)
    if lemma is None:
        return _bare_years(reader, first) if which is None else None
    cases = atom.cases(lemma)
    numbers, last = _year_list(reader, head + 1)
    if numbers:
        other = reader.known(last, cues.years)
        if other == lemma and "elative" in cases and "illative" in reader.at(last).cases(other):
            more, after = _year_list(reader, last + 1)
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


def _year_list(reader: Reader, index: int) -> "tuple[list[int], int]":
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


def _bare_years(reader: Reader, first: int) -> Core | None:
    """*2016 - 2017* and *(2023–2024)* anywhere; one bare year only after a word that names a plan (*talousarvio 2022*)."""
    numbers, last = _year_list(reader, first)
    if not numbers:
        return None
    if len(numbers) > 1 and reader.at(first + 1).kind == "dash":
        return Core(first, last, "year", fixed(_span_of(numbers, reach=True)), role="period")
    before = reader.known(first - 1, reader.cues.plans)
    if before is None and not any(
        lemma.endswith(
            ("ohjelma", "suunnitelma", "strategia", "arvio", "budjetti", "raportti", "kertomus", "suunnitelmat")
        )
        for lemma in reader.at(first - 1).lemmas[:1]
    ):
        return None
    whole = Interval(dt.date(numbers[0], 1, 1), dt.date(numbers[0], 12, 31))
    return Core(first, first + 1, "year", fixed(whole), role="period")


def _this_unit(reader: Reader, first: int, head: int, which: str | None) -> Core | None:
    """*ensi kuussa*, *kuluvan kuun loppuun*, *tämän kuukauden aikana*; *ensi torstaina*; *tänään*."""
    atom = reader.at(head)
    if which in {"next", "last", "this"} and atom.is_lemma("kuu", "kuukausi"):
        return Core(first, head + 1, "month", shifted(which, "month"), atom.cases())
    if atom.word == "jälkeen" and reader.at(first).word == "tämän" and head == first + 1:
        return Core(first, head + 1, "day", None, role="start")
    if which is None and first == head:
        word = next((word for word in reader.cues.days if atom.word == word or word in atom.lemmas), None)
        if word is not None:
            days = reader.cues.days[word]

            def resolve(frame: Frame) -> Interval | None:
                if frame.anchor is None:
                    return None
                date = frame.anchor + dt.timedelta(days=days)
                return Interval(date, date)

            return Core(first, head + 1, "day", resolve, role="event")
    weekday = reader.known(head, reader.cues.weekdays)
    if weekday is not None:
        cases = atom.cases(weekday)
        if (
            which in {"next", "last", "this"}
            or cases & {"essive"}
            or reader.at(head + 1).word in {"mennessä", "asti", "saakka"}
        ):
            return Core(first, head + 1, "day", _by_weekday(reader.cues.weekdays[weekday], which), cases)
    return None


def _by_weekday(weekday: int, which: str | None) -> Resolver:
    """The nearest such day on the side that the clause looks to; of *tänä torstaina*, the one of this week."""

    def resolve(frame: Frame) -> Interval | None:
        anchor = frame.anchor
        if anchor is None:
            return None
        ahead = (weekday - anchor.isoweekday()) % 7
        if which == "this":
            date = anchor + dt.timedelta(days=weekday - anchor.isoweekday())
        elif which == "next" or (which is None and frame.direction == "future"):
            date = anchor + dt.timedelta(days=ahead or 7)
        elif which == "last" or frame.direction == "past":
            date = anchor - dt.timedelta(days=(7 - ahead) % 7 or 7)
        else:
            return None
        return Interval(date, date)

    return resolve


def _decade(reader: Reader, first: int, head: int, which: str | None) -> Core | None:
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


def _quarter_first(reader: Reader, first: int, head: int, which: str | None) -> Core | None:
    """*kolmannella vuosineljänneksellä (2022)*, *Q3/2022*: the quarter named before its year, or alone."""
    if which is not None:
        return None
    found = quarter_at(reader, first, with_year=False)
    if found is None:
        return None
    year, outer, after = written_year(reader, found.last)
    if found.year is not None:
        return Core(first, found.last, "quarter", fixed(found.make(found.year)), found.cases)
    if year is not None:
        return Core(first, after, "quarter", fixed(found.make(year)), found.cases)
    if outer is not None:
        return Core(first, after, "quarter", within(outer, found.make), found.cases)
    return Core(first, found.last, "quarter", nearest(found.make), found.cases, needs_year=True)

"""What follows a period and narrows it: *loppuun*, *puolivälissä*, *toisella neljänneksellä*, *talousarvioon*."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from policysearch.facts.times.core import Core, Frame, Reader, within
from policysearch.facts.times.values import Interval, months, part
from policysearch.model.language import Case


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter, third or half of whichever year, and the index behind its words."""

    make: Callable[[int], Interval]
    last: int
    cases: frozenset[Case]
    year: int | None = None


def quarter_at(reader: Reader, index: int, *, with_year: bool) -> Quarter | None:
    """A quarter, third or half at `index`; *toisella puolella* only where a year stands before it."""
    cues = reader.cues
    atom = reader.at(index)
    if atom.kind == "quarter":
        return Quarter(_months_of(4, atom.value), index + 1, frozenset(), atom.year)
    number = atom.value if atom.kind == "ordinal" else 0
    word = reader.known(index, cues.ordinals)
    if word is not None:
        number = cues.ordinals[word]
    if number == 0:
        return None
    heads = [
        (4, cues.quarters - cues.thirds),
        (3, cues.thirds),
        (2, cues.halves | cues.half_with_year if with_year else cues.halves),
    ]
    for n_parts, words in heads:
        head = reader.known(index + 1, words)
        if head is not None and -1 <= number <= n_parts:
            return Quarter(_months_of(n_parts, number), index + 2, reader.at(index + 1).cases(head))
    return None


def _months_of(n_parts: int, number: int) -> Callable[[int], Interval]:
    length = 12 // n_parts
    nth = n_parts if number == -1 else number
    return lambda year: months(year, (nth - 1) * length + 1, nth * length)


def with_tail(reader: Reader, core: Core) -> Core:
    """The core, narrowed by the words behind it; unchanged where nothing narrows it."""
    if core.grain == "year" and core.role != "period":
        core = _inside_year(reader, core)
    edge = reader.known(core.last, reader.cues.edges)
    if edge is None or (core.cases and "genitive" not in core.cases):
        return core
    kind = reader.cues.edges[edge]
    cases = reader.at(core.last).cases(edge)
    if kind == "none" or not cases:
        return core
    if edge == "vaihe" or (edge == "päättyminen" and "illative" not in cases):
        return core
    if kind in {"first_half", "second_half"}:
        return replace(core, last=core.last + 1, cases=cases, resolve=_part(core, kind))
    year = reader.at(core.last + 1)
    if core.needs_year and year.kind == "year":  # lokakuun alussa 2021
        resolve, number = core.resolve, year.value
        assert resolve is not None
        return replace(
            core,
            last=core.last + 2,
            cases=cases,
            edge=kind,
            needs_year=False,
            resolve=lambda frame: resolve(replace(frame, year=number)),
        )
    return replace(core, last=core.last + 1, cases=cases, edge=kind)


def _part(core: Core, kind: str) -> "Callable[[Frame], Interval | None]":
    def resolve(frame: Frame) -> Interval | None:
        whole = core.resolve(frame) if core.resolve else None
        return None if whole is None else part(whole, kind, core.grain)

    return resolve


def _inside_year(reader: Reader, core: Core) -> Core:
    """*vuoden 2022 toisella neljänneksellä*, *kuluvan vuoden keväällä*, *vuoden 2021 talousarvioon*."""
    cues = reader.cues
    if core.cases and not core.cases & {"genitive", "essive"}:
        return core
    plan = reader.known(core.last, cues.plans)
    if plan is not None and "genitive" in core.cases:
        return replace(core, last=core.last + 1, cases=frozenset(), role="period")
    if core.resolve is None:
        return core
    quarter = quarter_at(reader, core.last, with_year=True)
    if quarter is not None:
        resolve = within(core.resolve, quarter.make)
        return replace(core, last=quarter.last, cases=quarter.cases, resolve=resolve, grain="quarter")
    skip = core.last + (reader.at(core.last).is_lemma("ensimmäinen") and reader.at(core.last + 1).is_lemma("puoli"))
    season = reader.known(skip, cues.seasons, cues.year_parts)
    if season is not None:
        begin, end = cues.seasons.get(season) or cues.year_parts[season]
        resolve = within(core.resolve, lambda year: months(year, begin, end))
        cases = reader.at(skip).cases(season)
        return replace(core, last=skip + 1, cases=cases, resolve=resolve, grain="season", approximate=True, role=None)
    month = reader.known(core.last, cues.months)
    if month is not None:
        number = cues.months[month]
        resolve = within(core.resolve, lambda year: months(year, number, number))
        cases = reader.at(core.last).cases(month)
        return replace(core, last=core.last + 1, cases=cases, resolve=resolve, grain="month", role=None)
    return core

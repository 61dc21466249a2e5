"""Expressions that belong together: lists with one year, periods with two bounds, dates of every year."""

import datetime as dt
from dataclasses import replace

from policysearch.facts.times.core import Core, Frame, Reader, Resolver
from policysearch.facts.times.roles import Placed
from policysearch.facts.times.values import Interval, date_of


def inherited_years(reader: Reader, placed: list[Placed], anchor: dt.date | None) -> list[int | None]:
    """The year of the next expression in the list, for those without: *10.3., 14.4. ja 12.5.2022*."""
    years: list[int | None] = [None] * len(placed)
    for index in range(len(placed) - 2, -1, -1):
        one, following = placed[index], placed[index + 1]
        # syyskuusta vuoden 2024 loppuun
        is_reach = one.core.last == following.core.first and "elative" in one.core.cases
        if not one.core.needs_year or not (is_reach or _are_listed(reader, one, following)):
            continue
        if following.core.needs_year:
            years[index] = years[index + 1]
            continue
        interval = following.core.resolve(Frame(anchor)) if following.core.resolve else None
        if interval is not None and (is_reach or one.core.grain == following.core.grain):
            years[index] = date_of(interval.begin).year
    return years


def between(reader: Reader, placed: list[Placed]) -> list[Placed]:
    """*1.3. ja 31.5.2021 välisenä aikana*, *maaliskuun ja kesäkuun välillä*: two expressions that bound one period."""
    kept: list[Placed] = []
    for one in placed:
        former = kept[-1] if kept else None
        bounds = former is not None and _bound_one_period(reader, former, one)
        if former is None or not bounds:
            kept.append(one)
            continue
        core = replace(
            one.core,
            first=former.core.first,
            resolve=_from_to(former.core, one.core),
            needs_year=one.core.needs_year,
            cases=frozenset(),
            role="period",
        )
        kept[-1] = replace(one, core=core, first=former.first, role="period", reach="whole")
    return kept


def _bound_one_period(reader: Reader, former: Placed, one: Placed) -> bool:
    is_joined = former.core.last == one.core.first - 1 and reader.at(former.core.last).word == "ja"
    is_between = reader.at(one.core.last).word.startswith(("välise", "välillä", "väliltä"))
    return is_joined and is_between and former.core.grain == one.core.grain and one.core.grain != "length"


def _from_to(first: Core, last: Core) -> Resolver:
    """From the beginning of the one to the end of the other, which lends it its year."""

    def resolve(frame: Frame) -> Interval | None:
        end = last.resolve(frame) if last.resolve else None
        if end is None or first.resolve is None:
            return None
        begin = first.resolve(replace(frame, year=date_of(end.end).year) if first.needs_year else frame)
        if begin is not None and date_of(begin.begin) > date_of(end.end) and first.needs_year:
            begin = first.resolve(replace(frame, year=date_of(end.end).year - 1))
        if begin is None or date_of(begin.begin) > date_of(end.end):
            return None
        return Interval(begin.begin, end.end)

    return resolve


def recurring(reader: Reader, placed: list[Placed]) -> list[Placed]:
    """*vuosittain tammikuussa*, *vuosittain 31.3. mennessä*: in every year, so in none alone."""
    changed = list(placed)
    for index in range(1, len(placed)):
        former, one = placed[index - 1], placed[index]
        if former.core.recurrence and former.last == one.first and one.core.needs_year:
            changed[index] = replace(one, core=replace(one.core, resolve=None))
    return changed


def shared_periods(reader: Reader, placed: list[Placed]) -> list[Placed]:
    """*syksyn 2021 ja kevään 2022 aikana*: the last word holds for the genitives before it as well."""
    shared = list(placed)
    for index in range(len(placed) - 2, -1, -1):
        one, following = shared[index], shared[index + 1]
        is_genitive = "genitive" in one.core.cases and one.role == "event" and one.core.edge is None
        if is_genitive and following.role == "period" and _are_listed(reader, one, following):
            shared[index] = replace(one, role="period")
    return shared


def _are_listed(reader: Reader, one: Placed, following: Placed) -> bool:
    between = [reader.at(index).word for index in range(one.core.last, following.core.first)]
    return 0 < len(between) <= 2 and all(word in {"ja", "sekä", "tai", ",", "klo"} or word == "" for word in between)

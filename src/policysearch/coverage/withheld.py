"""What is here and withheld: told as that, and not as missing, wherever a series or a case counts it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from policysearch.cases.numbers import case_key
from policysearch.coverage.series import ranges
from policysearch.model.coverage import CoverageGroup, Gap
from policysearch.model.held import HeldDocument

_NUMBER = re.compile(r"\d+")


def held_groups(held: Sequence[HeldDocument]) -> Iterator[CoverageGroup]:
    """A group for what the screen holds back, and one for what was withdrawn: they are here, and withheld."""
    screened = [one for one in held if one.withdrawn_at is None]
    withdrawn = [one for one in held if one.withdrawn_at is not None]
    if screened:
        gaps = tuple(Gap(one.uri, "held", reason=one.why) for one in screened)
        yield CoverageGroup("originals", "held back", "the screen on ingest", len(screened), 0, gaps)
    if withdrawn:
        gaps = tuple(Gap(one.uri, "hidden", told_by=(one.id,), reason=one.why) for one in withdrawn)
        yield CoverageGroup("originals", "withdrawn", "what addresses gave before", len(withdrawn), 0, gaps)


def with_withheld(groups: Iterable[CoverageGroup], held: Sequence[HeldDocument]) -> Iterator[CoverageGroup]:
    """Handlings of cases, meetings and sections whose document is here and withheld, told as that."""
    for group in groups:
        gaps = group.gaps
        for one in held:
            if group.kind == "case":
                gaps = tuple(_as_handling(gap, group, one) for gap in gaps)
            elif (number := _number_in(group, one)) is not None:
                gaps = tuple(part for gap in gaps for part in _without(gap, number, one))
        yield group if gaps == group.gaps else replace(group, gaps=gaps)


def _as_handling(gap: Gap, group: CoverageGroup, one: HeldDocument) -> Gap:
    m = one.metadata
    is_of_case = m.case_number is not None and case_key(m.case_number) == case_key(group.name)
    is_of_day = m.date is not None and m.date.isoformat() in gap.name
    is_same = m.section_number is None or gap.name.endswith(f"§ {m.section_number}")
    return _told(gap, one) if is_of_case and is_of_day and is_same else gap


def _number_in(group: CoverageGroup, one: HeldDocument) -> int | None:
    """Its number in a series of meetings or sections; None where it is of no such series."""
    m = one.metadata
    number = m.section_number if group.kind == "sections" else m.meeting_number
    if group.kind not in ("sections", "meetings") or m.issuer is None or m.date is None:
        return None
    names = {f"{m.issuer} {m.date.year}".casefold(), f"{m.issuer} {m.date.isoformat()}".casefold()}
    return int(number) if number and number.isdecimal() and group.name.casefold() in names else None


def _without(gap: Gap, number: int, one: HeldDocument) -> Iterator[Gap]:
    """The gap as it is; or, where the number is one of those that are missing, those before it, it, those behind it."""
    first = _first(gap.name)
    last = _first(gap.last) if gap.last else first
    if gap.state != "missing" or first is None or last is None or not first <= number <= last:
        yield gap
        return

    def named(n: int) -> str:
        return _NUMBER.sub(str(n), gap.name, count=1)

    rest = set(range(first, last + 1)) - {number}
    for begin, end in ranges(n for n in rest if n < number):
        yield replace(gap, name=named(begin), last=named(end) if end > begin else None, count=end - begin + 1)
    yield _told(replace(gap, name=named(number), last=None, count=1), one)
    for begin, end in ranges(n for n in rest if n > number):
        yield replace(gap, name=named(begin), last=named(end) if end > begin else None, count=end - begin + 1)


def _first(name: str) -> int | None:
    found = _NUMBER.search(name)
    return int(found[0]) if found else None


def _told(gap: Gap, one: HeldDocument) -> Gap:
    return replace(gap, state="hidden" if one.withdrawn_at else "held", reason=one.why)

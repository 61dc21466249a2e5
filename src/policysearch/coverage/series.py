"""Numbers that run on: meetings of a body and sections of its minutes, within a year. Pure functions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from policysearch.model.coverage import CoverageGroup, Gap, GroupKind


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number that a document carries or tells of: `day` is ISO, None where unknown."""

    issuer: str
    day: str | None
    number: int
    document: str


def meeting_groups(held: Iterable[Numbered]) -> Iterator[CoverageGroup]:
    """The meetings of each body and year, counted from the first."""
    basis = "meetings are numbered from 1 within the year"
    yield from _groups(held, "meetings", "{}/{year}", basis)


def section_groups(held: Iterable[Numbered]) -> Iterator[CoverageGroup]:
    """The sections of each body and year, counted from the first.

    Where the numbers do not run on with the days, each meeting counts for itself: some bodies begin at 1 each time.
    """
    basis = "sections are numbered from 1"
    yield from _groups(held, "sections", "§ {}", basis)


def _groups(held: Iterable[Numbered], kind: GroupKind, form: str, basis: str) -> Iterator[CoverageGroup]:
    by_body: dict[str, list[Numbered]] = defaultdict(list)
    for one in held:
        by_body[one.issuer].append(one)
    for issuer, ones in sorted(by_body.items()):
        undated = [one for one in ones if one.day is None]
        for year, of_year in sorted(_by(ones, 4).items()):
            if _runs_on(of_year):
                # Of one meeting alone nobody can tell whether the numbers run through the year or begin with it.
                is_one = len({one.day for one in of_year}) == 1
                within = f"{basis} of {year}" + (", or of that meeting" if is_one and kind == "sections" else "")
                yield _group(kind, f"{issuer} {year}", of_year, form.replace("{year}", year), within)
                continue
            for day, of_day in sorted(_by(of_year, len("2021-05-03")).items()):
                yield _group(kind, f"{issuer} {day}", of_day, form.replace("{year}", year), f"{basis} in each meeting")
        if undated:
            yield _undated(kind, issuer, undated, form)


def _by(ones: Iterable[Numbered], length: int) -> Mapping[str, list[Numbered]]:
    found: dict[str, list[Numbered]] = defaultdict(list)
    for one in ones:
        if one.day is not None:
            found[one.day[:length]].append(one)
    return found


def _runs_on(ones: Sequence[Numbered]) -> bool:
    """Whether no later day has a lower number, and no number belongs to two days."""
    ordered = sorted({(one.day or "", one.number) for one in ones})
    numbers = [number for _, number in ordered]
    return numbers == sorted(set(numbers))


def _group(kind: GroupKind, name: str, ones: Sequence[Numbered], form: str, basis: str) -> CoverageGroup:
    held = {one.number for one in ones}
    gaps = tuple(
        Gap(
            form.format(first),
            "missing",
            last=form.format(last) if last > first else None,
            count=last - first + 1,
        )
        for first, last in ranges(set(range(1, max(held) + 1)) - held)
    )
    return CoverageGroup(kind, name, basis, max(held), len(held), gaps)


def _undated(kind: GroupKind, issuer: str, ones: Sequence[Numbered], form: str) -> CoverageGroup:
    gaps = tuple(
        Gap(form.format(one.number, year="?") if "{year}" in form else form.format(one.number), "undated",
            told_by=(one.document,))
        for one in sorted(ones, key=lambda one: one.number)
    )  # fmt: skip
    return CoverageGroup(kind, issuer, "without a day no series can be told", len(ones), len(ones), gaps)


def ranges(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Runs of numbers as first and last: 1, 2, 3, 7 are (1, 3) and (7, 7)."""
    first = last = None
    for number in sorted(numbers):
        if last is None or number > last + 1:
            if first is not None and last is not None:
                yield first, last
            first = number
        last = number
    if first is not None and last is not None:
        yield first, last

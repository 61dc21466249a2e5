"""Numbers that run on, and what is not among them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from policysearch.coverage.series import Numbered, meeting_groups, ranges, section_groups


def held(*ones: tuple[str | None, int]) -> list[Numbered]:
    """Sections of one board."""
    return [Numbered("kaupunginhallitus", day, number, f"d{number}") for day, number in ones]


@given(st.sets(st.integers(1, 60)))
def test_ranges_are_the_numbers(numbers: set[int]) -> None:
    """Every number once, and no other; no two runs touch."""
    found = list(ranges(numbers))
    assert [n for first, last in found for n in range(first, last + 1)] == sorted(numbers)
    assert all(after[0] > before[1] + 1 for before, after in pairwise(found))


def test_sections_of_a_year() -> None:
    """What lies before and between those that are held."""
    (group,) = section_groups(held(("2021-05-03", 5), ("2021-05-03", 6), ("2021-09-06", 9)))
    assert (group.name, group.expected, group.present) == ("kaupunginhallitus 2021", 9, 3)
    assert [(gap.name, gap.last, gap.count) for gap in group.gaps] == [("§ 1", "§ 4", 4), ("§ 7", "§ 8", 2)]
    assert sum(gap.count for gap in group.gaps) == group.expected - group.present


def test_sections_that_begin_anew_are_counted_by_meeting() -> None:
    """A later day with a lower number: nothing is said of the year."""
    groups = list(section_groups(held(("2017-03-20", 3), ("2017-03-27", 2))))
    assert [(group.name, group.expected) for group in groups] == [
        ("kaupunginhallitus 2017-03-20", 3),
        ("kaupunginhallitus 2017-03-27", 2),
    ]
    same_number = list(section_groups(held(("2017-03-20", 3), ("2017-03-27", 3))))
    assert len(same_number) == 2


def test_years_are_apart_and_what_has_no_day_is_said() -> None:
    """A new year begins at 1; without a day a number fits nowhere."""
    groups = list(section_groups(held(("2020-12-01", 2), ("2021-01-04", 1), (None, 7))))
    assert [(g.name, g.expected, g.present) for g in groups] == [
        ("kaupunginhallitus 2020", 2, 1),
        ("kaupunginhallitus 2021", 1, 1),
        ("kaupunginhallitus", 1, 1),
    ]
    assert [(gap.state, gap.name) for gap in groups[-1].gaps] == [("undated", "§ 7")]


def test_meetings_are_named_with_their_year() -> None:
    """*17/2021*."""
    (group,) = meeting_groups(held(("2021-05-03", 3)))
    assert [(gap.name, gap.last) for gap in group.gaps] == [("1/2021", "2/2021")]

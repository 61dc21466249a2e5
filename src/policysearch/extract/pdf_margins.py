"""Which rows of a page are its running header and footer: they become blocks of their own, never part of the text.

They are not dropped here; `structure` decides by the whole document what is furniture.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from policysearch.extract.pdf_glyphs import Rule
from policysearch.extract.pdf_words import Row

_TOP_SHARE, _BOTTOM_SHARE = 0.22, 0.16  # of the page height: how far header and footer may reach
_MOST_ROWS = 9
_RULE_SHARE = 0.5  # of the page width; the rule above footnotes is shorter
_MOST_WORDS_CHANGED = 6
_SHIFT = 6.0  # points; how far a running header may move from page to page
_NUMBER_OF_PAGES = re.compile(r"0\s?\(0\)|0\s?/\s?0")  # 5 (7), 5/7: a page number whatever stands beside it
_PAGE_NUMBER = re.compile(
    r"(?:sivu|sida|page|s\.)?\s*[-–]?\s*\d{1,4}\s*(?:[-–]|\(\d{1,4}\)|/\s*\d{1,4})?", re.IGNORECASE
)


class Margins(NamedTuple):
    """How many rows at the top and at the bottom of a page are no running text."""

    n_top: int
    n_bottom: int


class Mark(NamedTuple):
    """What a row has in common with its like on other pages: its words with digits masked, and its height."""

    text: str
    top: float


def marks_of(rows: Sequence[Row]) -> tuple[Mark, ...]:
    """The marks of the rows that may be header or footer."""
    near = rows if len(rows) <= 2 * _MOST_ROWS else [*rows[:_MOST_ROWS], *rows[-_MOST_ROWS:]]
    return tuple(Mark(re.sub(r"\d+", "0", " ".join(word.text for word in row.words)), row.top) for row in near)


def margins_of(
    rows: Sequence[Row], width: float, height: float, rules: Sequence[Rule], neighbours: Sequence[tuple[Mark, ...]]
) -> Margins:
    """Finds header and footer by repetition on neighbouring pages, by a rule that parts them, and as page numbers.

    Args:
        rows: All rows of the page from top to bottom, those of tables excepted.
        width: Of the page.
        height: Of the page.
        rules: Those that belong to no table.
        neighbours: The marks of some pages before and after.
    """
    # Of the rows that are a whole page, at least one stays text.
    n_top = _reach(rows, lambda row: row.bottom <= _TOP_SHARE * height, neighbours)
    lines = [r.top for r in rules if r.x1 - r.x0 >= _RULE_SHARE * width and r.bottom - r.top < 3]
    for line in lines:
        above = sum(row.bottom <= line + 2 for row in rows)
        if line <= _TOP_SHARE * height and n_top < above <= _MOST_ROWS:
            n_top = above
    rest = list(reversed(rows[n_top:]))
    n_bottom = _reach(rest, lambda row: row.top >= (1 - _BOTTOM_SHARE) * height, neighbours)
    for line in lines:
        below = sum(row.top >= line - 2 for row in rest)
        if line >= (1 - _BOTTOM_SHARE) * height and n_bottom < below <= _MOST_ROWS:
            n_bottom = below
    return Margins(n_top, n_bottom)


def _reach(rows: Sequence[Row], is_in_zone: Callable[[Row], bool], neighbours: Sequence[tuple[Mark, ...]]) -> int:
    """How many rows from the edge of the page on repeat on a neighbouring page or are a page number alone."""
    marks = marks_of(rows[:_MOST_ROWS])
    reach = 0
    for index, (row, mark) in enumerate(zip(rows, marks, strict=False)):
        if not is_in_zone(row):
            break
        repeats = any(
            mark.text == other.text and abs(mark.top - other.top) <= _SHIFT for page in neighbours for other in page
        )
        is_number = len(mark.text) <= 12 and _PAGE_NUMBER.fullmatch(mark.text) is not None and _stands_off(rows, index)
        if repeats or is_number:
            reach = index + 1
        elif _has_number_of_pages(row):
            reach = index + 1
            while reach < len(marks) and is_in_zone(rows[reach]) and not _stands_off(rows, reach - 1):
                reach += 1
        elif reach < index or (index and _stands_off(rows, index - 1)) or len(row.words) > _MOST_WORDS_CHANGED:
            break  # one short row of a header may change from page to page, but only amid its lines
    return reach


def _has_number_of_pages(row: Row) -> bool:
    """Whether the row ends with a page number and the number of pages, or begins with them."""
    ends = (row.segments[0].text, row.segments[-1].text)
    return any(_NUMBER_OF_PAGES.fullmatch(re.sub(r"\d+", "0", end)) for end in ends)


def _stands_off(rows: Sequence[Row], index: int) -> bool:
    """Whether white as high as a row parts a row from the next one towards the middle of the page."""
    if index + 1 == len(rows):
        return True
    row, inner = rows[index], rows[index + 1]
    gap = max(inner.top - row.bottom, row.top - inner.bottom)
    return gap >= 0.8 * (row.bottom - row.top)

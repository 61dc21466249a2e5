"""Pages of a text without page breaks, from the counters that its letterheads print (*5 (7)*), where they are sure."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from policysearch.model.text import Block
from policysearch.structure.lines import collapsed, with_lines

_COUNTER = re.compile(r"(?:^|\s)(?P<page>\d{1,3}) ?(?:\((?P<total>\d{1,3})\)|/ ?(?P<of>\d{1,3}))$")

Place = tuple[int, int]  # block, line


@dataclass(frozen=True, slots=True)
class _Counter:
    at: int  # index of its line
    page: int
    total: int


def with_counted_pages(blocks: Sequence[Block], places: Sequence[Place], off: Collection[Place]) -> tuple[Block, ...]:
    """The same blocks with the page of every line whose page is certain; unchanged where lines have pages already.

    A counter at the head of its page holds for what follows it, one at the foot for what stands before it. Which they
    are is certain where text stands on one side only of the whole row of counters. Between two counters the page is
    certain if they name following pages, and outside them on the first and the last page of the document.

    Args:
        blocks: In reading order.
        places: Block and line of every line, in reading order.
        off: The lines that are furniture; only these can be counters.
    """
    if any(blocks[b].lines[i].page is not None for b, i in places):
        return tuple(blocks)
    counters = _counters([collapsed(blocks[b].lines[i].text) if (b, i) in off else "" for b, i in places])
    text = [n for n, place in enumerate(places) if place not in off]
    if not counters or not text:
        return tuple(blocks)
    pages = _pages(counters, text)
    page_of = {places[n]: page for n, page in pages.items()}
    return tuple(
        with_lines(block, [replace(line, page=page_of.get((b, i))) for i, line in enumerate(block.lines)])
        for b, block in enumerate(blocks)
    )


def _counters(lines: Sequence[str]) -> list[_Counter]:
    """The counters in order; none at all where they do not count up to one total."""
    found = [
        _Counter(n, int(match["page"]), int(match["total"] or match["of"]))
        for n, line in enumerate(lines)
        if (match := _COUNTER.search(line))
    ]
    in_order = all(one.page <= other.page for one, other in pairwise(found))
    if len({counter.total for counter in found}) != 1 or not in_order or found[-1].page > found[-1].total:
        return []
    return found


def _pages(counters: Sequence[_Counter], text: Sequence[int]) -> dict[int, int]:
    """The page of every line of `text` that is certain, by the index of the line."""
    first, last = counters[0], counters[-1]
    before, after = text[0] < first.at, text[-1] > last.at
    at_head = after and (last.page == last.total or not before) and not (before and first.page == 1)
    at_foot = before and not after and not at_head
    if not (at_head or at_foot):
        return {}
    bounds = [(-1, 0, first.at, first.page)]
    bounds += [(one.at, one.page, other.at, other.page) for one, other in pairwise(counters)]
    bounds.append((last.at, last.page, text[-1] + 1, last.total + 1 if at_head else last.page))
    found: dict[int, int] = {}
    for start, page, end, following in bounds:
        if following - page <= 1:
            certain = page if at_head or page == following else following
            found.update({n: certain for n in text if start < n < end and certain > 0})
    if at_head and first.page == 2:  # only the first page can stand before the second
        found.update({n: 1 for n in text if n < first.at})
    return found

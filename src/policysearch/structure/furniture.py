"""Running headers and footers, page numbers and site navigation, told from what the document says.

Blocks in, the same blocks without those lines out, and the lines beside them: recognised by repetition over pages
where there are pages, and by kinds of lines (`data/furniture.toml`) where a text was exported without them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from policysearch.model.text import Block, Line, Page
from policysearch.structure.counters import with_counted_pages
from policysearch.structure.lines import collapsed, with_lines
from policysearch.structure.wordlists import any_of, wordlist

_EDGE_LINES = 7  # a letterhead of the SFS 2487 kind has up to seven lines
_EDGE_SHARE = 0.2  # of the height of a page, at its top and at its bottom
_SAME_PLACE = 14.0  # points by which a running line may move from page to page
_DIGITS = re.compile(r"\d+")

Place = tuple[int, int]  # block, line


@dataclass(frozen=True, slots=True)
class Furniture:
    """Lines that are no part of the text, as printed, in reading order; `page` is None where unknown."""

    page: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Bared:
    """Blocks without furniture. `cuts`: indices of those that furniture or a page break parts from the one before."""

    blocks: tuple[Block, ...]
    furniture: tuple[Furniture, ...]
    cuts: frozenset[int]


def without_furniture(blocks: Sequence[Block], pages: Sequence[Page]) -> Bared:
    """Takes the furniture off.

    Args:
        blocks: In reading order.
        pages: Their sizes tell where the edges are; empty for formats without pages.
    """
    lines = [(b, i) for b, block in enumerate(blocks) for i in range(len(block.lines))]
    text_of = {place: collapsed(blocks[place[0]].lines[place[1]].text) for place in lines}
    off = {place for place in lines if _is_navigation(_line(blocks, place).text)}
    off |= _running_lines(blocks, lines, text_of, pages)
    off |= _letterheads(blocks, lines, text_of)
    return _bare(with_counted_pages(blocks, lines, off), off)


def _is_navigation(text: str) -> bool:
    """A line of navigation, or several entries of a menu in one line."""
    line = collapsed(text)
    return bool(any_of("furniture", "navigation").fullmatch(line) or _menu().fullmatch(line))


@cache
def _menu() -> re.Pattern[str]:
    entries = "|".join((*wordlist("furniture")["menu"], "(?:Siirry|Hyppää) (?:pää)?sisältöön"))
    return re.compile(rf"(?:{entries})(?:[\s|•>/]+(?:{entries}))+")


def _bare(blocks: Sequence[Block], off: set[Place]) -> Bared:
    kept: list[Block] = []
    furniture: list[Furniture] = []
    cuts: set[int] = set()
    last_page: int | None = None
    for b, block in enumerate(blocks):
        runs: list[list[Line]] = [[]]
        for i, line in enumerate(block.lines):
            if (b, i) in off:
                furniture.append(Furniture(line.page, line.text))
                runs.append([])
            else:
                runs[-1].append(line)
        for n, run in enumerate(runs):
            if n > 0:
                cuts.add(len(kept))
            if run:
                if last_page is not None and run[0].page != last_page:
                    cuts.add(len(kept))
                kept.append(with_lines(block, run))
                last_page = run[-1].page
    return Bared(tuple(kept), tuple(furniture), frozenset(cut for cut in cuts if 0 < cut < len(kept)))


def _running_lines(
    blocks: Sequence[Block], lines: Sequence[Place], text_of: dict[Place, str], pages: Sequence[Page]
) -> set[Place]:
    """Lines at the edges of pages that come again on other pages, digits aside, and page counters there."""
    by_page: dict[int, list[Place]] = defaultdict(list)
    for place in lines:
        page = blocks[place[0]].lines[place[1]].page
        if page is not None:
            by_page[page].append(place)
    if not by_page:
        return set()
    heights = {page.number: page.height for page in pages}
    seen: Counter[tuple[str, str]] = Counter()
    edges: dict[int, dict[str, list[tuple[Place, str]]]] = {}
    for page, places in by_page.items():
        edges[page] = {
            edge: [(place, _DIGITS.sub("#", text_of[place])) for place in chosen]
            for edge, chosen in _edges(blocks, places, heights.get(page, 0.0)).items()
        }
        for edge, chosen in edges[page].items():
            seen.update({(edge, key) for _, key in chosen})
    enough = 2 if len(by_page) < 6 else max(3, len(by_page) // 4)
    off: set[Place] = set()
    for page, sides in edges.items():
        for edge, chosen in sides.items():
            off.update(_from_the_edge(chosen, edge, seen, enough, text_of, page))
    return off


def _edges(blocks: Sequence[Block], places: list[Place], height: float) -> dict[str, list[Place]]:
    """The lines at the top and at the bottom of one page, outermost first."""
    boxed = [place for place in places if _line(blocks, place).words]
    if height <= 0 or len(boxed) < len(places):
        return {"top": places[:_EDGE_LINES], "bottom": places[::-1][:_EDGE_LINES]}
    by_height = sorted(places, key=lambda place: _line(blocks, place).words[0].box.top)
    return {
        "top": [p for p in by_height if _line(blocks, p).words[0].box.bottom < height * _EDGE_SHARE][:_EDGE_LINES],
        "bottom": [p for p in by_height[::-1] if _line(blocks, p).words[0].box.top > height * (1 - _EDGE_SHARE)][
            :_EDGE_LINES
        ],
    }


def _line(blocks: Sequence[Block], place: Place) -> Line:
    return blocks[place[0]].lines[place[1]]


def _from_the_edge(
    chosen: list[tuple[Place, str]],
    edge: str,
    seen: Counter[tuple[str, str]],
    enough: int,
    text_of: dict[Place, str],
    page: int,
) -> Iterator[Place]:
    """Running lines from the edge inwards; the first line of the text ends them."""
    strong, weak = any_of("furniture", "strong"), any_of("furniture", "weak")
    counters, form_labels = any_of("furniture", "counters"), any_of("furniture", "form_labels")
    headers = any_of("furniture", "page_headers")
    waiting: list[Place] = []
    for n, (place, key) in enumerate(chosen):
        text = text_of[place]
        sure = (
            strong.fullmatch(text)
            or form_labels.fullmatch(text)
            or headers.fullmatch(text)
            or (n == 0 and counters.fullmatch(text) and (text == str(page) or "/" in text))
        )
        if sure:
            # Lines of a letterhead between a sure one and the edge belong to it, though they come once.
            yield from waiting
            waiting.clear()
            yield place
        elif seen[edge, key] >= enough and (n == 0 or key != "#"):
            yield place
        elif weak.fullmatch(text):
            waiting.append(place)
        else:
            return


def _letterheads(blocks: Sequence[Block], lines: Sequence[Place], text_of: dict[Place, str]) -> set[Place]:
    """Runs of lines of the kinds that make letterheads, with at least one line that stands nowhere else.

    A line that the format marks as a heading (the body's name above its minutes) is not the end of a letterhead.
    """
    strong, weak = any_of("furniture", "strong"), any_of("furniture", "weak")
    is_strong = [strong.fullmatch(text_of[place]) is not None for place in lines]
    is_weak = [
        is_strong[n] or (blocks[place[0]].kind != "heading" and weak.fullmatch(text_of[place]) is not None)
        for n, place in enumerate(lines)
    ]
    off: set[Place] = set()
    n = 0
    while n < len(lines):
        if not is_weak[n]:
            n += 1
            continue
        end = n
        while end < len(lines) and is_weak[end]:
            end += 1
        if any(is_strong[n:end]):
            off.update(lines[n:end])
        n = end
    return off

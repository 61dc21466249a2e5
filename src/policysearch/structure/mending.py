"""Sentences and rows that a page break or furniture cut in two are one block again."""

import re
from collections.abc import Sequence

from policysearch.model.document import Part
from policysearch.model.text import Block
from policysearch.structure.cut_rows import whole_row
from policysearch.structure.headings import is_title, part_of
from policysearch.structure.lines import one_line, with_lines
from policysearch.structure.units import PEOPLE_PARTS

_SHORTEST_CUT_LINE = 35  # code points; a cut sentence fills its last line
_FEWEST_WORDS = 5  # of the rest of a sentence that has no final mark; fewer are a name or a label
# The number of a list item that its format sets apart from its text.
_BARE_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-zåäö])(?:[.)]|(?<=\d))")
# The second part of a compound whose first is a phrase (*asunto-osakeyhtiö -muotoinen*); items have a space there.
_COMPOUND = re.compile(r"[-‐‑][a-zåäö]{3,}")
_RANGE_DASHES = ("–", "—", "-")


def mended(blocks: Sequence[Block], cuts: frozenset[int]) -> tuple[Block, ...]:
    """Joins a paragraph to the one before where its sentence plainly runs on.

    Args:
        blocks: In reading order.
        cuts: Indices of blocks that a page break or furniture parts from the one before. Elsewhere only a sentence
            that begins with a small letter runs on: exporters leave an empty line for a page break.
    """
    found: list[Block] = []
    part: Part | None = None
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            part = part_of(one_line(block), marked=block.level is not None) or (part if block.level is None else None)
        # In a list of people a small letter begins the title of the next one.
        is_next_person = part in PEOPLE_PARTS and is_title(one_line(block))
        if block.kind == "table_row" and _rest_of_row(found, blocks, index, cuts):
            continue
        if found and not is_next_person and _runs_on(found[-1], block, is_cut=index in cuts):
            found[-1] = with_lines(found[-1], found[-1].lines + block.lines)
        else:
            found.append(block)
    return tuple(found)


def _rest_of_row(found: list[Block], blocks: Sequence[Block], index: int, cuts: frozenset[int]) -> bool:
    """Puts the rest of a row into its row: the last one of the page before, above a header that is printed again."""
    block, at = blocks[index], -1
    if index not in cuts:
        is_header = index - 1 in cuts and any(row.text == found[-1].text for row in found[:-1])
        if not is_header:
            return False
        at = -2
    if len(found) < -at or found[at].page == block.page:
        return False
    row = whole_row(found[at], block)
    if row is not None:
        found[at] = row
    return row is not None


def _runs_on(before: Block, after: Block, *, is_cut: bool) -> bool:
    if before.kind == after.kind == "paragraph" and _BARE_NUMBER.fullmatch(before.text):
        return True
    if after.kind != "paragraph" or before.kind not in ("paragraph", "list_item"):
        return False
    end, start = before.lines[-1].text, after.lines[0].text
    if _COMPOUND.match(start):
        return end[-1].isalnum()
    if is_cut and end.endswith(_RANGE_DASHES) and len(end) > 1 and not end[-2].isspace():
        return start[0].isalnum()
    first = start.split(None, 1)[0]
    if not start[0].islower() or "@" in first or "://" in first or first.startswith("www."):
        return False
    if not is_cut and len(after.text.split()) < _FEWEST_WORDS and not after.text.endswith((".", "!", "?", "”")):
        return False
    if len(end) < _SHORTEST_CUT_LINE and not (is_cut and len(before.lines) > 1):
        return False
    return end[-1].isalpha() or end[-1] in ",-–" or (is_cut and end[-1] in '§%)”"0123456789')

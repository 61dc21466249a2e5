"""Blocks of lines -> blocks that are one thing each: a heading, a sentence or more that belong together, a list item.

Extractors keep together what stands together on the page; a presenter's title and name, a label and its value, lines of
an address are cut apart here. Nothing is joined and no letter is lost.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policysearch.model.document import Part
from policysearch.model.text import Block, Line
from policysearch.structure.headings import (
    handling_of,
    head_label,
    is_closing,
    is_title,
    labelled,
    measure_line,
    number_of,
    part_of,
)
from policysearch.structure.letterheads import is_letterhead
from policysearch.structure.lines import cut_line, one_line, with_lines
from policysearch.structure.wrapping import Wrapping

# In these parts a line is a unit: a title, a name, an address, an attachment.
LISTING_PARTS: frozenset[Part] = frozenset({"presenter", "contacts", "participants", "attachments", "notification"})
PEOPLE_PARTS: frozenset[Part | None] = frozenset({"presenter", "contacts", "participants"})
_NAME = re.compile(r"[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w.-]*){1,2}")
_NAMES = re.compile(r"[A-ZÅÄÖ][a-zåäö-]+ [A-ZÅÄÖ][\w-]+")
# A telephone number or an address at the end of a line: the next line is somebody else.
_REACH_END = re.compile(r"(?:\d{2}[\d ]*\d|@\S+|\(a\)\S+)(?:,| ja)?$")
# *Jäsenet: …*: whose role the label gives, the next line names others.
_LABEL = re.compile(r"[A-ZÅÄÖ][a-zåäö]{2,30}:\s")
_TERMINALS = (".", "!", "?", ":", ";", "”", '"', ")")
_HYPHENS = ("-", "‐", "‑", "–", "/", ",")


@dataclass(frozen=True, slots=True)
class Units:
    """Blocks that are one thing each. `cuts`: indices of those that a break or furniture parts from the one before.

    Headings of parts and of earlier handlings that the format does not mark have the kind `heading` and no level.
    """

    blocks: tuple[Block, ...]
    cuts: frozenset[int]


def into_units(blocks: Sequence[Block], cuts: frozenset[int], wrapping: Wrapping) -> Units:
    """Cuts blocks into units.

    Args:
        blocks: In reading order, without furniture.
        cuts: Indices of blocks that a page break or furniture parts from the one before.
        wrapping: Tells which line ends are meant.
    """
    found: list[Block] = []
    cut_units: set[int] = set()
    part: Part | None = None
    for index, block in enumerate(blocks):
        if index in cuts:
            cut_units.add(len(found))
        if block.kind == "heading":
            part = part_of(one_line(block), marked=True) or (part if block.level is None else None)
            found.append(block)
        elif block.kind == "table_row":
            found.append(block)
        else:
            for unit in _cut(block, part, wrapping):
                if unit.kind == "heading":
                    part = None if is_closing(unit.text) else part_of(unit.text) or part
                found.append(unit)
    return Units(tuple(found), frozenset(cut_units))


def _cut(block: Block, part: Part | None, wrapping: Wrapping) -> Iterator[Block]:
    lines: list[Line] = []
    pending = list(block.lines)

    def close() -> Iterator[Block]:
        if lines:
            yield with_lines(block, lines)
            lines.clear()

    while pending:
        line = pending.pop(0)
        whole = not lines or _ends(lines[-1], line, part, wrapping)
        if whole and _is_heading(line, block, alone=not pending):
            yield from close()
            part = None if is_closing(line.text) else part_of(line.text) or part
            yield replace(block, kind="heading", lines=(line,))
            continue
        value = labelled(line.text) if whole and block.kind == "paragraph" else None
        if value is not None and part == "proposal" and part_of(line.text[:value]) == "presenter":
            value = None  # the proposal goes on below its presenter
        if value is not None:
            yield from close()
            label, rest = cut_line(line, value)
            part = part_of(label.text) or part
            yield replace(block, kind="heading", lines=(label,))
            pending.insert(0, rest)
            continue
        if lines and whole:
            yield from close()
        lines.append(line)
    yield from close()


def _is_heading(line: Line, block: Block, *, alone: bool) -> bool:
    if part_of(line.text) is not None or is_closing(line.text):
        return True
    if block.kind != "paragraph":
        return False
    handling = handling_of(line.text)
    if handling is not None and (handling.section is not None or line.text.rstrip().endswith("§")):
        return True
    numbered = number_of(line.text)
    return numbered is not None and numbered.is_section and (not numbered.title or alone)


def _ends(line: Line, following: Line, part: Part | None, wrapping: Wrapping) -> bool:
    """Whether a unit ends with `line`."""
    if part in LISTING_PARTS:
        return _ends_in_list(line, following, part, wrapping)
    if measure_line().match(following.text):
        return True
    if line.text.endswith(_HYPHENS):
        return False
    first = following.text.split(None, 1)[0]
    if "@" in first or "://" in first:
        return wrapping.could_hold(line, following)
    if following.text.lstrip('-(”"')[:1].islower():
        return _NAME.fullmatch(line.text) is not None and wrapping.is_clearly_short(line, following)
    if any(head_label().match(text) or is_letterhead(text) for text in (line.text, following.text)):
        return wrapping.could_hold(line, following)
    if line.text.endswith(_TERMINALS):
        return wrapping.could_hold(line, following, share=0.85)
    return wrapping.is_clearly_short(line, following)


def _ends_in_list(line: Line, following: Line, part: Part | None, wrapping: Wrapping) -> bool:
    """In a list a line ends a unit if it could hold more, or if the next one names somebody else."""
    if line.text.endswith(("-", "‐", "‑")):
        return False
    if part in PEOPLE_PARTS:
        if line.text[-1].isdigit() and following.text[0].isdigit():
            return False  # a telephone number goes on
        if (
            _LABEL.match(following.text)
            or _REACH_END.search(line.text)
            or (_NAMES.search(following.text) and is_title(following.text))
        ):
            return True
    return wrapping.could_hold(line, following)

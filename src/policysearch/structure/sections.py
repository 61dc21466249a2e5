"""Headings of a text -> a tree of sections, each with its part, its number, and whose words stand in it."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from policysearch.model.document import Part, Section, TextBlock
from policysearch.model.text import Block, Span
from policysearch.structure.headings import Handling, handling_of, is_closing, is_same_handling, number_of, part_of
from policysearch.structure.lines import one_line

_TITLE, _PART, _INNER_PART = 1, 2, 3
# In a record, a plain heading of the same level as one of these is a heading inside it.
_RECORD_PARTS: frozenset[Part | None] = frozenset({"decision", "proposal", "rationale", "statement", "history"})
# Where an earlier handling follows the record's own decision, these are of that handling …
_PARTS_OF_A_HANDLING: frozenset[Part | None] = frozenset({"decision", "proposal", "handling"})
# … and these are of the record again.
_PARTS_AT_THE_END: frozenset[Part | None] = frozenset({"notification", "attachments", "appeal"})
_MOST_SKIPPED = 3  # numbers between two items of one record; secret items are left out


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading with what it says; `index` is that of its block."""

    index: int
    level: int
    part: Part | None
    number: str | None
    is_section: bool
    handling: Handling | None
    is_own: bool = False  # the record's own handling
    is_closing: bool = False
    line: Handling | None = None  # the handling that the last line between headings names


def sections_of(
    blocks: Sequence[Block], placed: Sequence[TextBlock], ends: frozenset[int] = frozenset()
) -> tuple[Section, ...]:
    """The sections of a text, in its order.

    Args:
        blocks: With the lines and levels of the format.
        placed: The same blocks as they stand in the text.
        ends: Blocks at which the innermost section ends though no heading follows.
    """
    headings = _levelled(_headings(blocks))
    end_of_text = placed[-1].span.end if placed else 0
    found: list[Section] = []
    open_: list[tuple[int, Section]] = []
    for n, heading in enumerate(headings):
        span = placed[heading.index].span
        while open_ and (open_[-1][0] >= heading.level or open_[-1][1].span.end <= span.start):
            open_.pop()
        around = open_[-1][1] if open_ else None
        nexts = (other.index for other in headings[n + 1 :] if other.level <= heading.level)
        next_index = next(nexts, None)
        following = headings[n + 1].index if n + 1 < len(headings) else len(blocks)
        if stop := next((index for index in sorted(ends) if heading.index < index < following), None):
            next_index = stop
        end = placed[next_index - 1].span.end if next_index is not None else end_of_text
        section = Section(
            heading=span,
            span=Span(span.start, end),
            level=heading.level,
            part=heading.part or (around.part if around else None),
            number=heading.number,
            speaker=heading.handling.body if heading.handling else (around.speaker if around else None),
            said_on=heading.handling.day if heading.handling else (around.said_on if around else None),
        )
        found.append(section)
        open_.append((heading.level, section))
    return tuple(found)


def with_sections(placed: Sequence[TextBlock], sections: Sequence[Section]) -> tuple[TextBlock, ...]:
    """Each block with the index of the innermost section that it stands in."""
    found: list[TextBlock] = []
    open_: list[int] = []
    following = 0
    for block in placed:
        while following < len(sections) and sections[following].span.start <= block.span.start:
            while open_ and not sections[open_[-1]].span.contains(sections[following].span):
                open_.pop()
            open_.append(following)
            following += 1
        while open_ and sections[open_[-1]].span.end <= block.span.start:
            open_.pop()
        found.append(replace(block, section=open_[-1] if open_ else None))
    return tuple(found)


def _headings(blocks: Sequence[Block]) -> list[_Heading]:
    found: list[_Heading] = []
    own = own_handlings(blocks)
    title = next((i for i, block in enumerate(blocks) if block.kind == "heading" and block.level == _TITLE), None)
    has_labels = any(block.is_label for block in blocks)
    line: Handling | None = None
    for index, block in enumerate(blocks):
        if block.kind != "heading":
            named = handling_of(one_line(block))
            line = named if named is not None and named.day is not None else line
            continue
        text = one_line(block)
        part = part_of(text, marked=block.level is not None or block.is_label)
        handling = None if part or index in own else handling_of(text)
        numbered = number_of(text)
        level = block.level or 0
        if block.is_label:
            level = _PART
        elif not level and part and has_labels:
            level = _INNER_PART
        elif level and title is not None and index != title:
            level = max(level, _PART)
        found.append(
            _Heading(
                index,
                level,
                part,
                numbered.number if numbered else None,
                numbered is not None and numbered.is_section and numbered.number.isdigit(),
                handling,
                index in own,
                is_closing(text),
                line,
            )
        )
        line = None if part == "history" else line
    return found


def own_handlings(blocks: Sequence[Block]) -> frozenset[int]:
    """The headings of the record's own handling, wherever it recurs: of a chain above any history the latest.

    A line of the letterhead (*Kunnanhallitus 4.5.2020*) is one too, and what an older heading below it holds is quoted.
    """
    chain: list[tuple[int, Handling]] = []
    has_part = False
    for index, block in enumerate(blocks):
        text = one_line(block)
        part = part_of(text, marked=True) if block.kind == "heading" else None
        if part == "history":
            break
        has_part = has_part or part is not None
        is_line = block.kind == "heading" or (block.kind == "paragraph" and not has_part)
        handling = handling_of(text) if is_line else None
        if handling is not None and (block.kind == "heading" or handling.day is not None):
            chain.append((index, handling))
    if not chain:
        return frozenset()
    dated = [handling for _, handling in chain if handling.day is not None]
    # `max` takes the first of equals, and of two handlings on one day the later one counts.
    own = max(reversed(dated), key=lambda handling: handling.day or dt.date.min) if dated else chain[-1][1]
    return frozenset(index for index, other in chain if is_same_handling(own, other))


@dataclass(slots=True)
class _Around:
    """Levels of what is around a heading while headings are levelled in order; 0 where there is none."""

    marked: int = 0  # the title, an item, or a heading that the format marks
    part: int = 0
    part_name: Part | None = None
    part_is_marked: bool = False
    entry: int = 0  # an earlier handling
    history: int = 0
    decided: int = 0  # the record's own decision
    holds: bool = False  # the history stands below that decision: the parts under it are of an earlier handling


def _levelled(headings: Sequence[_Heading]) -> list[_Heading]:
    """The same headings, each with a level, unmarked ones included.

    An earlier handling holds all parts down to the next handling, whatever level the format gives them; the other
    unmarked headings stand one below what is around them.
    """
    item_level = max((h.level for h in headings if h.number is not None and h.level), default=0)
    items = _item_headings(headings)
    around = _Around()
    found: list[_Heading] = []
    for heading in headings:
        if heading.handling is not None or heading.is_own:
            level = _level_of_handling(heading, around)
        elif heading.part is not None:
            level = _level_of_part(heading, heading.part, around)
        elif heading.is_closing and not heading.level and not around.entry:
            level = around.history if around.holds else around.part or max(around.marked + 1, _PART)
            around.part, around.holds = 0, False
        elif heading.level or heading in items:
            level = _level_of_marked(heading, around, item_level)
        else:
            level = max(around.part, around.entry, around.marked) + 1
        is_held = around.holds and heading.part is not None and level > around.history
        found.append(replace(heading, level=level, handling=heading.handling or (heading.line if is_held else None)))
    return found


def _level_of_handling(heading: _Heading, around: _Around) -> int:
    level = around.entry or max(heading.level, (around.history or around.marked) + 1)
    around.entry, around.part, around.holds = level, 0, False
    if heading.is_own:
        around.entry, around.marked = 0, level
    return level


def _level_of_part(heading: _Heading, part: Part, around: _Around) -> int:
    level = heading.level
    if part == "history" and (around.history or not around.entry):
        level = level or around.marked + 1
        around.holds = bool(around.decided)
        level = min(level, around.decided) if around.holds else level
        around.history, around.entry = level, 0
    elif around.holds and part in _PARTS_AT_THE_END:
        level = min(level, around.history) if level else around.history
        around.history, around.holds, around.part_is_marked = 0, False, bool(heading.level)
    elif around.holds and (part in _PARTS_OF_A_HANDLING or around.part > around.history):
        level = max(level, around.history + 1)
        around.part_is_marked = bool(heading.level)
    elif not level and around.part_is_marked and around.part and not around.entry:
        return around.part + 1  # a label inside a part that the format marks; the next marked heading ends it
    else:
        around.part_is_marked = bool(level)
        level = max(level or max(around.marked + 1, _PART), around.entry + 1 if around.entry else 0)
        if around.history and not around.entry and level <= around.history:
            around.history, around.holds = 0, False
    if part == "decision" and not around.entry and not around.history:
        around.decided = level
    around.part, around.part_name = level, part
    return level


def _level_of_marked(heading: _Heading, around: _Around, item_level: int) -> int:
    level = heading.level
    if heading.number is not None:
        level = max(level or _PART + heading.number.count("."), item_level)
    elif level == around.part and around.part_name in _RECORD_PARTS:
        level += 1
    if around.entry and level > around.history:
        level = max(level, around.entry + 1)
    elif around.entry:
        around.entry = around.history = 0
    is_inside = bool(around.part) and level > around.part
    if not is_inside:
        around.decided, around.holds = 0, False
    if not around.entry and not is_inside:
        around.marked = level
    if not is_inside:
        around.part = 0
    return level


def _item_headings(headings: Sequence[_Heading]) -> list[_Heading]:
    """Unmarked numbered headings that open items of a meeting.

    Sections of minutes count up by one, or with a decision between them; any other § is of a law that the text quotes.
    Plain numbers begin before any part of a record; later ones number the chapters of that part.
    """
    found: list[_Heading] = []
    is_decided, has_part = True, False
    for heading in headings:
        has_part = has_part or heading.part in _RECORD_PARTS
        if heading.part == "decision":
            is_decided = True
        if heading.number is None or heading.level:
            continue
        step = int(re.match(r"\d+", heading.number)[0]) - _last_number(found)  # type: ignore[index]  # begins with a digit
        if heading.is_section and (step == 1 if found and not is_decided else not found or 0 < step <= _MOST_SKIPPED):
            found.append(heading)
            is_decided = False
        elif not heading.is_section and (0 <= step <= 1 if found else not has_part):
            found.append(heading)
    return found


def _last_number(items: Sequence[_Heading]) -> int:
    match = re.match(r"\d+", items[-1].number or "") if items else None
    return int(match[0]) if match else 0

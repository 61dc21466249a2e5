"""Headings of a text -> a tree of sections, each with its part, its number, and whose words stand in it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from policysearch.model.document import Part, Section, TextBlock
from policysearch.model.text import Block, Span
from policysearch.structure.headings import Handling, handling_of, number_of, part_of
from policysearch.structure.lines import one_line

_TITLE, _PART, _INNER_PART = 1, 2, 3
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


def sections_of(blocks: Sequence[Block], placed: Sequence[TextBlock]) -> tuple[Section, ...]:
    """The sections of a text, in its order.

    Args:
        blocks: With the lines and levels of the format.
        placed: The same blocks as they stand in the text.
    """
    headings = _levelled(_headings(blocks))
    end_of_text = placed[-1].span.end if placed else 0
    found: list[Section] = []
    open_: list[tuple[int, Section]] = []
    for n, heading in enumerate(headings):
        while open_ and open_[-1][0] >= heading.level:
            open_.pop()
        around = open_[-1][1] if open_ else None
        nexts = (other.index for other in headings[n + 1 :] if other.level <= heading.level)
        next_index = next(nexts, None)
        end = placed[next_index - 1].span.end if next_index is not None else end_of_text
        span = placed[heading.index].span
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
    for index, block in enumerate(blocks):
        if block.kind != "heading":
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
            )
        )
    return found


def own_handlings(blocks: Sequence[Block]) -> frozenset[int]:
    """The headings of the record's own handling: the last of a chain, above any history, wherever it recurs."""
    chain: list[tuple[int, Handling]] = []
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            text = one_line(block)
            if part_of(text, marked=True) == "history":
                break
            if (handling := handling_of(text)) is not None:
                chain.append((index, handling))
    if not chain:
        return frozenset()
    own = chain[-1][1]
    return frozenset(index for index, other in chain if (other.body, other.section) == (own.body, own.section))


def _levelled(headings: Sequence[_Heading]) -> list[_Heading]:
    """The same headings, each with a level, unmarked ones included.

    An earlier handling holds all parts down to the next handling, whatever level the format gives them; the other
    unmarked headings stand one below what is around them.
    """
    item_level = max((h.level for h in headings if h.number is not None and h.level), default=0)
    found: list[_Heading] = []
    around = 0  # level of the title, item or marked heading around
    part = 0  # of the part around, 0 outside
    entry = 0  # of the earlier handling around, 0 outside
    history = 0  # of the decision history around, 0 outside
    items = _item_headings(headings)
    for heading in headings:
        level = heading.level
        if heading.handling is not None:
            level = entry or max(level, (history or around) + 1)
            entry, part = level, 0
        elif heading.part == "history" and (history or not entry):
            level = level or around + 1
            history, entry, part = level, 0, level
        elif heading.part is not None:
            level = max(level or around + 1, entry + 1 if entry else 0)
            if history and not entry and level <= history:
                history = 0
            part = level
        elif level or heading in items:
            level = max(level or _PART, item_level) if heading.number is not None else level
            if entry and level > history:
                level = max(level, entry + 1)
            elif entry:
                entry = history = 0
            around = level if not entry and not (part and level > part) else around
            part = part if part and level > part else 0
        else:
            level = max(part, entry, around) + 1
        found.append(replace(heading, level=level))
    return found


def _item_headings(headings: Sequence[_Heading]) -> list[_Heading]:
    """Unmarked § headings that open an item of minutes: they count up, and a decision stands between them.

    Any other is a § of a law or a rule that the text quotes.
    """
    found: list[_Heading] = []
    decided = True
    for heading in headings:
        if heading.part == "decision":
            decided = True
        elif heading.is_section and decided and not heading.level:
            number = int(heading.number or 0)
            if not found or 0 < number - int(found[-1].number or 0) <= _MOST_SKIPPED:
                found.append(heading)
                decided = False
    return found

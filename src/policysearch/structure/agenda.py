"""The items of a meeting, from numbered headings or from the table of contents of its minutes."""

import re
from collections.abc import Iterator, Sequence

from policysearch.model.document import AgendaItem, Section, TextBlock
from policysearch.model.text import Span
from policysearch.structure.headings import number_of

_NUMBER_CELL = re.compile(r"§?\s*(\d{1,4})\s*§?\.?")
_MOST_TITLE_WORDS = 60


def agenda_in(text: str, blocks: Sequence[TextBlock], sections: Sequence[Section]) -> tuple[AgendaItem, ...]:
    """The items, in order; a heading that is only a number (*§ 126*) has its title in the next block."""
    found = list(_from_headings(text, blocks, sections)) or list(_from_rows(text, blocks))
    # A list of contents names each item once more; where it is dealt with counts.
    return tuple({(item.number, item.title): item for item in found}.values())


def _from_headings(text: str, blocks: Sequence[TextBlock], sections: Sequence[Section]) -> Iterator[AgendaItem]:
    at = {block.span: n for n, block in enumerate(blocks)}
    # Sub-items (1.1) and quoted numbers stand deeper than the items of the meeting.
    levels = [section.level for section in sections if section.number is not None and section.part is None]
    for section in sections:
        if section.number is None or section.part is not None or section.level != min(levels):
            continue
        heading = section.heading.of(text)
        numbered = number_of(heading)
        if numbered is not None and numbered.title:
            start = section.heading.start + heading.rindex(numbered.title)
            yield AgendaItem(section.number, numbered.title, Span(start, start + len(numbered.title)))
        elif (n := at[section.heading] + 1) < len(blocks) and len(blocks[n].span.of(text).split()) <= _MOST_TITLE_WORDS:
            yield AgendaItem(section.number, blocks[n].span.of(text), blocks[n].span)


def _from_rows(text: str, blocks: Sequence[TextBlock]) -> Iterator[AgendaItem]:
    """Rows of a table with a number and a title: *126 [tab] Pöytäkirjan tarkastajien valinta*."""
    for block in blocks:
        if block.kind != "table_row":
            continue
        cells = block.span.of(text).split("\t")
        number = _NUMBER_CELL.fullmatch(cells[0].strip())
        if number and len(cells) >= 2 and len(cells[1].split()) > 0 and cells[1].strip()[0].isalpha():
            start = block.span.start + len(cells[0]) + 1
            yield AgendaItem(number[1], cells[1], Span(start, start + len(cells[1])))

"""Which block is the title, and which short lines of unmarked text are headings."""

import re
from collections.abc import Sequence
from dataclasses import replace

from policysearch.model.document import Part
from policysearch.model.text import Block
from policysearch.structure.dates import DAY
from policysearch.structure.headings import handling_of, is_body, is_closing, measure_line, number_of, part_of
from policysearch.structure.letterheads import is_letterhead
from policysearch.structure.lines import one_line
from policysearch.structure.units import LISTING_PARTS

_MOST_TITLE_WORDS = 60
_MOST_HEADING_WORDS = 14
_FEWEST_TEXT_WORDS = 6
_FEWEST_SENTENCE_WORDS = 12
_AGENDA_ITEMS = 3  # so many numbered headings are the items of a meeting or chapters, none of them the title
SUBJECT = re.compile(r"(?:Asia|Aihe|Otsikko)\s*:\s*(?=\S+ \S)")
"""The label of the title in letters and forms (*Asia: Lausunto luonnoksesta …*)."""
MEETING_OF = re.compile(
    r"(?P<body>[A-ZÅÄÖ][\w -]{4,100}[nN]) (?:kokous(?:\s+(?:nro\s+)?\d{1,3}(?:/\d{4})?)?|\d{1,3}\.\s*kokous)",
    re.IGNORECASE,
)
"""The heading of minutes that names the body in the genitive (*Verkoston kokous 3/2017*)."""
_ENDINGS = (".", ":", ";", ",", "!")


def front_of(blocks: Sequence[Block]) -> int:
    """How many blocks stand before the first part of the document: where its letterhead and title are.

    Lists of attachments, people and receivers may stand above the title, so they do not end it; nor does the kind of
    document (*LAUSUNTO*) in the letterhead.
    """
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            part = part_of(block.text, marked=block.level is not None)
            is_kind = part in ("statement", "decision") and all(is_letterhead(one_line(b)) for b in blocks[:index])
            if part is not None and part not in LISTING_PARTS and not is_kind:
                return index
    return len(blocks)


def title_of(blocks: Sequence[Block], known: str | None) -> int | None:
    """The index of the block that is the title, or None.

    Args:
        blocks: Of the whole document.
        known: The title as the format or the user states it.
    """
    front = blocks[: front_of(blocks)]
    if known is not None:
        wanted = _letters(known)
        same = [i for i, block in enumerate(blocks) if block.kind != "table_row" and _letters(block.text) == wanted]
        return same[0] if same else None
    items = items_of(blocks)
    listing = _listings(front) | frozenset(items)
    numbers = [i for i, block in enumerate(front) if (n := number_of(one_line(block))) and n.is_section and not n.title]
    end = _end_of_head(front, numbers[0] if numbers else None)
    marked = [
        i for i, block in enumerate(front) if block.kind == "heading" and block.level is not None and not block.is_label
    ]
    candidates = [i for i in marked if i not in listing and _may_be_title(front[i])]
    bodies = [i for i in marked if is_body(one_line(front[i]))]
    if bodies and (not candidates or items):
        return bodies[0]  # the minutes of a whole meeting have no other title
    above = [i for i in candidates if i < end or front[i].level == 1]
    return next(
        (
            i
            for i in (
                _highest(front, above),
                next((i for i, block in enumerate(front) if SUBJECT.match(block.text)), None),
                _only_section(blocks),
                _unmarked(front[:end], listing, numbers, is_all=len(blocks) == 1),
                _highest(front, candidates),
                # The minutes of a whole meeting may have nothing but the name of the body.
                next((i for i in _paragraphs(front, listing) if is_body(one_line(front[i]))), None),
            )
            if i is not None
        ),
        None,
    )


def _only_section(blocks: Sequence[Block]) -> int | None:
    """The heading of the one § that an extract of minutes holds: *§ 112 Vastaus aloitteeseen*."""
    numbered = {i: n for i, block in enumerate(blocks) if block.kind == "heading" and (n := number_of(one_line(block)))}
    sections = [i for i, number in numbered.items() if number.is_section]
    return sections[0] if len(sections) == 1 and numbered[sections[0]].title else None


def _highest(front: Sequence[Block], candidates: Sequence[int]) -> int | None:
    return min(candidates, key=lambda i: front[i].level or 9, default=None)


def _paragraphs(front: Sequence[Block], listing: frozenset[int]) -> list[int]:
    return [i for i, block in enumerate(front) if block.kind == "paragraph" and i not in listing]


def _unmarked(head: Sequence[Block], listing: frozenset[int], numbers: Sequence[int], *, is_all: bool) -> int | None:
    """The title that the format does not mark: below the number of the §, else the first line that may be one."""
    if meetings := [i for i in _paragraphs(head, listing) if MEETING_OF.fullmatch(one_line(head[i]))]:
        return meetings[0]
    for start in (*(i + 1 for i in numbers[:1]), 0):
        for i in range(start, len(head)):
            if i not in listing and head[i].kind in ("paragraph", "heading") and _may_be_title(head[i]):
                if _is_item(one_line(head[i])) or one_line(head[i]).endswith(":"):
                    continue  # the first item of a meeting, or whose words follow
                # A first sentence may be a title, but not one that is all there is.
                if not one_line(head[i]).endswith((".", ";")) or (i == 0 and not is_all):
                    return i
                break
    return None


def _end_of_head(front: Sequence[Block], number: int | None) -> int:
    """Where headings of the text begin, none of them the title.

    They stand below the first paragraph of whole sentences and, in an item of minutes with its number on a line of its
    own, below the first list after that number.
    """
    for index, block in enumerate(front):
        text = one_line(block)
        if index and block.kind == "paragraph" and text.endswith(".") and len(text.split()) >= _FEWEST_SENTENCE_WORDS:
            return index
        if (
            number is not None
            and number < index
            and block.kind == "heading"
            and part_of(text, marked=block.level is not None)
        ):
            return index
    return len(front)


def items_of(blocks: Sequence[Block]) -> tuple[int, ...]:
    """The numbered headings of a meeting or of chapters; none where there are only one or two."""
    found = [i for i, block in enumerate(blocks) if block.kind == "heading" and _is_item(one_line(block))]
    return tuple(found) if len(found) >= _AGENDA_ITEMS else ()


def _is_item(text: str) -> bool:
    numbered = number_of(text)
    return numbered is not None and bool(numbered.title)


def _listings(front: Sequence[Block]) -> frozenset[int]:
    """The blocks of lists above the title, their headings included: down to the next heading of another kind."""
    found: list[int] = []
    inside = False
    for index, block in enumerate(front):
        if block.kind == "heading":
            inside = part_of(block.text, marked=block.level is not None) in LISTING_PARTS
        if inside:
            found.append(index)
    return frozenset(found)


def _may_be_title(block: Block) -> bool:
    text = one_line(block)
    if is_closing(text) or part_of(text.partition(" ")[0]) == "participants":
        return False
    return (
        len(text.split()) <= _MOST_TITLE_WORDS and not is_letterhead(text) and any(letter.isalpha() for letter in text)
    )


#: A line of a measure that says whose it is, when it is done or how it is measured; no heading of what follows.
_FIELD = re.compile(
    r"(?:Vastuu\w*|Aikataulu|Toteuttaja\w*|Määräaika|Ajankohta|Toteutus\w*|Mittari\w*|Rahoitus)[ ]?:[ ]\S"
)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def with_headings(blocks: Sequence[Block], title: int | None, *, unmarked: bool) -> tuple[Block, ...]:
    """The same blocks, with the title and the short lines above paragraphs as headings.

    Args:
        blocks: Of the whole document.
        title: Index of the title.
        unmarked: The format marks no headings, so that a short line alone may be one.
    """
    found: list[Block] = []
    part: Part | None = None
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            part = part_of(block.text, marked=block.level is not None) or part
        if index == title:
            found.append(replace(block, kind="heading", level=1, is_label=False))
            part = None
        elif block.kind == "heading" and _is_bare_entry(blocks, index):
            found.append(replace(block, kind="paragraph", level=None))
        elif unmarked and _may_stand_in(part, block) and _is_heading(blocks, index):
            found.append(replace(block, kind="heading"))
            part = None if part in LISTING_PARTS else part
        else:
            found.append(block)
    return tuple(found)


def _may_stand_in(part: Part | None, block: Block) -> bool:
    """Lines of lists are no headings; but an item of the agenda ends the list of those who were there."""
    return part not in LISTING_PARTS or (part == "participants" and _is_item(one_line(block)))


def _is_bare_entry(blocks: Sequence[Block], index: int) -> bool:
    """An earlier handling in a mere list of them: another one, a label, a part of the record or nothing follows."""
    block = blocks[index]
    if block.level is not None or handling_of(one_line(block)) is None:
        return False
    if index + 1 == len(blocks):
        return True
    following = blocks[index + 1]
    if following.kind != "heading":
        return False
    if following.is_label or handling_of(one_line(following)) is not None:
        return True
    # A history with contents stands below the record's own proposal and decision, a list of handlings above them.
    before = [part for other in blocks[:index] if other.kind == "heading" and (part := part_of(one_line(other)))]
    return bool(before) and before[-1] == "history" and not {"decision", "proposal"} & set(before)


def _may_be_name(words: Sequence[str]) -> bool:
    """Finnish headings have one capital; two or three words with one each are a person."""
    return 2 <= len(words) <= 3 and all(word[0].isupper() and word[-1].isalpha() for word in words)


def _is_heading(blocks: Sequence[Block], index: int) -> bool:
    """A short line without a final mark, which a paragraph of whole sentences follows."""
    block = blocks[index]
    if block.kind not in ("paragraph", "list_item") or index + 1 >= len(blocks):
        return False
    text, following = one_line(block), blocks[index + 1]
    words = text.split()
    if not 1 <= len(words) <= _MOST_HEADING_WORDS or text.endswith(_ENDINGS) or measure_line().match(text):
        return False
    if not _is_item(text) and is_letterhead(text):
        return False
    if block.kind == "list_item" and number_of(text) is None:
        return False
    if (
        _FIELD.match(text)
        or DAY.match(text)
        or ("/" in text and text.isupper())  # initials of the drafters
        or _may_be_name(words)
        or not (words[0][0].isupper() or words[0][0].isdigit())
        or text.startswith(("”", '"'))
    ):
        return False
    if following.kind == "list_item":
        return block.kind == "paragraph" and len(words) <= _MOST_HEADING_WORDS // 2 and index > 0
    body = one_line(following)
    return (
        following.kind == "paragraph"
        and len(body.split()) >= (_FEWEST_TEXT_WORDS if number_of(text) is None else 2)
        and (body[0].isupper() or not body[0].isalpha())
        and (len(body) > len(text) or number_of(text) is not None)
        and body.rstrip('”" )').endswith((".", ":", "?", "!"))
    )

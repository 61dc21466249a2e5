"""Drafts of the whole document -> blocks: which of them are headings, and of which level, by size and weight."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from policysearch.extract.pdf_blocks import Draft
from policysearch.model.text import Block, BlockKind, Line, Word

_LARGER = 1.08  # times the size of the body: print that readers see as larger
_LONGEST = 220  # characters; the title of a decision may run over three lines
_MOST_LINES = 4
_LEADER = re.compile(r"(?:\. ?){4}|…{2}|_{4}")  # dots to a page number, a line to be filled in


class Type(NamedTuple):
    """How a block is set: font size rounded to half points, and whether it is all bold."""

    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Set:
    """A block as it is set, finished but for what its type means."""

    draft_kind: str | None
    lines: tuple[Line, ...]
    type: Type
    ocr: bool
    columns: tuple[int, ...] = ()


def type_of(draft: Draft) -> Type:
    """The type of most letters of a draft."""
    sizes: Counter[float] = Counter()
    letters = bold = 0
    for word in draft.words:
        length = sum(letter.isalnum() for letter in word.text)
        sizes[round(word.size * 2) / 2] += length
        letters += length
        bold += length * word.bold
    size = max(sizes, key=lambda value: (sizes[value], value), default=0.0)
    return Type(size, letters > 0 and bold >= 0.95 * letters)


def finished(sets: Sequence[Set]) -> tuple[Block, ...]:
    """All blocks in order, headings with their level: 1 for the largest print of any heading.

    A heading is larger than the body or all bold where the body is not, at most four lines long, and does not end
    like a sentence. A line in capitals counts as bold. Labels of a label column are headings whatever their type.
    """
    body = _body(sets)
    headings = {index: _rank(block) for index, block in enumerate(sets) if _is_heading(block, body)}
    ranks = sorted(set(headings.values()), reverse=True)
    levels = {rank: min(number, 6) for number, rank in enumerate(ranks, start=1)}
    return tuple(_block(block, levels.get(headings[index]) if index in headings else None)
                 for index, block in enumerate(sets))  # fmt: skip


def _block(block: Set, level: int | None) -> Block:
    kinds: dict[str | None, BlockKind] = {"list_item": "list_item", "table_row": "table_row", "label": "heading"}
    kind = "heading" if level is not None else kinds.get(block.draft_kind, "paragraph")
    columns = block.columns if kind == "table_row" else ()
    return Block(kind, block.lines, level=level, is_label=block.draft_kind == "label", ocr=block.ocr, columns=columns)


def _body(sets: Iterable[Set]) -> Type:
    """The type in which most letters of the document are set."""
    letters: Counter[Type] = Counter()
    for block in sets:
        if block.draft_kind != "margin":
            letters[block.type] += sum(len(line.text) for line in block.lines)
    return max(letters, key=lambda key: (letters[key], key), default=Type(0.0, False))


def _is_heading(block: Set, body: Type) -> bool:
    if block.draft_kind == "label":
        return True
    if block.draft_kind is not None or len(block.lines) > _MOST_LINES:
        return False
    text = " ".join(line.text for line in block.lines)
    if len(text) > _LONGEST or not any(letter.isalpha() for letter in text) or text.endswith((".", ";", ",")):
        return False
    if _LEADER.search(text):
        return False
    if block.type.size > _LARGER * body.size:
        return True
    if block.type.size < 0.92 * body.size:
        return False
    return (block.type.bold and not body.bold) or _in_capitals(text)


def _in_capitals(text: str) -> bool:
    """Whether a short text is set in capitals: PÄÄTÖS, but not an abbreviation or a number."""
    words = re.findall(r"[^\W\d_]+", text)
    return text.upper() == text and max(map(len, words), default=0) >= 5 and len(words) <= 10


def _rank(block: Set) -> tuple[float, bool]:
    return block.type.size, block.type.bold


def line_of(page: int, words: Sequence[Word], cells: Sequence[int] = ()) -> Line:
    """A line of words joined by one space, by a tab before each word where a further cell begins."""
    starts = set(cells)
    text = "".join(("\t" if index in starts else " ") * (index > 0) + word.text for index, word in enumerate(words))
    return Line(text, page, tuple(words))

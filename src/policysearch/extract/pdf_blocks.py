"""Rows of one column -> paragraphs and list items, by gaps, indentation, type and markers."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from policysearch.extract.pdf_words import Row, TypeWord

# Bullets: those of Unicode and of Word's symbol fonts, U+FFFD for one that no font explains, and Courier's "o".
BULLET = re.compile(r"[-–—•▪●○◦∙·■□◆❖➢➔→⇒✓✗☐☑☒*►▶\ufffdo]")
NUMBER = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[a-zåäö][.)]|[ivx]{1,4}[.)]|\d{1,2}\))")
_SENTENCE_END = re.compile(r"[.!?:;]['”’\")]*$")
_INDENT = 0.8  # of the font size: a smaller shift of the left end is no indentation
_GAP = 1.3  # of the usual line pitch: a wider one parts paragraphs


@dataclass(frozen=True, slots=True)
class Draft:
    """A block before it is known what its type means in the whole document.

    Attributes:
        kind: None where the type decides between heading and paragraph.
        lines: Words of each printed line.
        cells: For a table row: where the cells begin in the only line; empty otherwise.
        columns: For a table row: the column of each of these cells.
    """

    kind: Literal["list_item", "table_row", "label", "margin"] | None
    lines: tuple[tuple[TypeWord, ...], ...]
    cells: tuple[int, ...] = ()
    columns: tuple[int, ...] = ()

    @property
    def words(self) -> tuple[TypeWord, ...]:
        """All words in order."""
        return tuple(word for line in self.lines for word in line)


@dataclass(frozen=True, slots=True)
class Column:
    """What the rows of a column are measured by: its right edge and its usual line pitch, in points (0: unknown)."""

    right: float
    pitch: float


def column_of(rows: Sequence[Row]) -> Column:
    """Measures rows that stand below each other."""
    pitches: Counter[float] = Counter()
    for above, below in pairwise(rows):
        pitch = below.bottom - above.bottom
        height = below.bottom - below.top
        if 0.8 * height < pitch < 2.6 * height:
            pitches[round(pitch * 2) / 2] += 1
    # Between equally common pitches the smaller is that of the lines, the other that of the paragraphs.
    pitch = min(pitches, key=lambda value: (-pitches[value], value), default=0.0)
    return Column(max((row.x1 for row in rows), default=0.0), pitch)


def blocks_of(rows: Sequence[Row], column: Column) -> list[Draft]:
    """Cuts rows that stand below each other into paragraphs and list items."""
    drafts: list[Draft] = []
    current: _Open | None = None
    for row in rows:
        if current is not None and not _begins_block(current, row, column):
            current.rows.append(row)
            continue
        if current is not None:
            drafts.append(current.closed())
        current = _Open([row], _marker(row) is not None and _may_be_item(row))
    if current is not None:
        drafts.append(current.closed())
    return drafts


@dataclass
class _Open:
    """A block while rows are added to it."""

    rows: list[Row] = field(default_factory=list)
    is_item: bool = False

    def closed(self) -> Draft:
        return Draft("list_item" if self.is_item else None, tuple(row.words for row in self.rows))


def _begins_block(block: _Open, row: Row, column: Column) -> bool:
    """Whether `row` begins a block of its own rather than going on with the one above."""
    last = block.rows[-1]
    size = _size(row)
    height = row.bottom - row.top
    pitch = row.bottom - last.bottom
    usual = _usual_pitch(block, column, height)
    if pitch > _GAP * usual + 0.5 or pitch < -0.5 * height:
        return True
    if abs(size - _size(last)) > 0.08 * size or _bold(row) != _bold(last):
        return True
    if _marker(row) is not None and _marker_begins_item(block, row, column):
        return True
    return _shift_begins_block(block, row, column) or _line_was_ended(last, row, column)


def _usual_pitch(block: _Open, column: Column, height: float) -> float:
    """The line pitch to expect: that of the block so far, else that of the column, else one and a fifth of a line."""
    if len(block.rows) > 2:
        return block.rows[1].bottom - block.rows[0].bottom
    if 0 < column.pitch <= 2.2 * height:
        # Small print in a column of larger print has a smaller pitch.
        return min(column.pitch, 1.9 * height)
    return 1.35 * height


def _shift_begins_block(block: _Open, row: Row, column: Column) -> bool:
    """Whether the left end of `row` shows that it does not go on with `block`."""
    first, last = block.rows[0], block.rows[-1]
    indent = _INDENT * _size(row)
    shift = row.x0 - last.x0
    if abs(shift) <= indent or _is_centred(last, row, column):
        return False
    if block.is_item:
        # Lines of an item stand under its text or under its marker; left of that the item is over.
        return shift < 0 and row.x0 < first.x0 - indent
    if len(block.rows) == 1:
        # An indented first line is followed by a line further left; a hanging one goes on in lower case.
        return shift > 0 and not _starts_low(row)
    return not _starts_low(row)


def _line_was_ended(last: Row, row: Row, column: Column) -> bool:
    """Whether the line above was ended on purpose: the next word had room on it, and something new begins."""
    first = row.words[0]
    room = column.right - last.x1
    if room < (first.x1 - first.x0) + 2 * first.size or _is_centred(last, row, column):
        return False
    text = last.words[-1].text
    if text.endswith(("-", ",")):
        return False
    return not _starts_low(row) or (_SENTENCE_END.search(text) is not None and room > 0.3 * column.right)


def _starts_low(row: Row) -> bool:
    """Whether the row goes on in lower case."""
    return row.words[0].text.lstrip("(\"'”’-–")[:1].islower()


def _is_centred(above: Row, below: Row, column: Column) -> bool:
    """Whether two rows share their middle but not their left end, well away from the right edge."""
    same_middle = abs((above.x0 + above.x1) - (below.x0 + below.x1)) < 0.6 * _size(below)
    return same_middle and abs(above.x0 - below.x0) > _size(below) and max(above.x1, below.x1) < column.right + 1


def _marker(row: Row) -> str | None:
    """The bullet or number with which a row begins, if words follow it."""
    words = row.words
    if len(words) < 2:
        return None
    text = words[0].text
    return text if BULLET.fullmatch(text) or NUMBER.fullmatch(text) else None


def _may_be_item(row: Row) -> bool:
    """Whether a row that begins with a marker may be a list item: not a numbered heading in bold or capitals."""
    if BULLET.fullmatch(row.words[0].text):
        return True
    return not _bold(row) and not all(word.text.isupper() for word in row.words[1:] if word.text.isalpha())


def _marker_begins_item(block: _Open, row: Row, column: Column) -> bool:
    """Whether a marker inside running rows begins an item; a dash or a day of the month may only stand there.

    It does after an item, after an ended line, where it is indented, and where its text is set off by a wide gap.
    """
    last = block.rows[-1]
    words = row.words
    if words[1].x0 - words[0].x1 > 0.6 * words[0].size or (block.is_item and abs(row.x0 - block.rows[0].x0) < 3):
        return True
    if abs(row.x0 - last.x0) > _INDENT * _size(row):
        return True
    text = last.words[-1].text
    if BULLET.fullmatch(words[0].text) and words[0].text not in "-–—":
        return True
    return _SENTENCE_END.search(text) is not None or _line_was_ended(last, row, column)


def _size(row: Row) -> float:
    return max(row.words, key=lambda word: len(word.text)).size


def _bold(row: Row) -> bool:
    return all(word.bold for word in row.words if any(letter.isalnum() for letter in word.text))

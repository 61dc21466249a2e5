"""Tables of a page: which hold data and which only arrange the page, and the rows of the former."""

import enum
from collections.abc import Iterator
from itertools import zip_longest

from bs4 import Tag

from policysearch.extract.html_tree import attribute, flat_text
from policysearch.model.text import Block, Line

_MOST_SPANNED = 1000
"""Columns or rows of one cell (HTML allows so many columns)."""
# A label beside a text: at most this many characters, beside at least as many, or beside several paragraphs.
_LONGEST_LABEL, _LONG_CELL, _VERY_LONG_CELL = 40, 300, 1000


class Layout(enum.Enum):
    """What a table or a cell is for: rows of data, a frame around text, or a label in a column beside the text."""

    DATA = "data"
    FRAME = "frame"
    LABEL = "label"


def classify(table: Tag, layouts: dict[int, Layout]) -> Layout:
    """Says what a table is for, and notes in `layouts`, by `id`, which of its cells are labels."""
    if attribute(table, "role").lower() in ("presentation", "none") or table.find(_FRAMED) is not None:
        return Layout.FRAME
    filled = [
        cells
        for row in table.find_all("tr")
        if (cells := [(cell, text) for cell in _cells(row) if (text := flat_text(cell))])
    ]
    if all(len(cells) == 1 for cells in filled):
        return Layout.FRAME
    if table.find("th") is None:
        longest = max(len(text) for cells in filled for _, text in cells)
        labelled = [cells for cells in filled if len(cells) == 2 and len(cells[0][1]) <= _LONGEST_LABEL]
        if any(_is_running_text(*cells[1]) for cells in labelled) and 2 * len(labelled) >= len(filled):
            layouts.update((id(cells[0][0]), Layout.LABEL) for cells in labelled)
            return Layout.FRAME
        if longest > _VERY_LONG_CELL and len(filled) <= 3:
            return Layout.FRAME
    return Layout.DATA


_FRAMED = ["table", "h1", "h2", "h3", "h4", "h5", "h6"]


def _is_running_text(cell: Tag, text: str) -> bool:
    """Whether a cell holds a text of its own rather than a value: several paragraphs, or a long one."""
    return len(text) > _LONG_CELL or sum(1 for tag in cell.find_all(("p", "li")) if flat_text(tag)) > 1


def _cells(row: Tag) -> list[Tag]:
    return row.find_all(("td", "th"), recursive=False)


def rows(table: Tag) -> Iterator[Block]:
    """Yields a block for each row of a data table that holds anything; a caption comes first, as a paragraph."""
    caption = table.find("caption")
    if caption is not None and (text := flat_text(caption)):
        yield Block("paragraph", (Line(text),))
    rows_of_cells = [_cells(row) for row in table.find_all("tr")]
    texts = [[flat_text(cell) for cell in cells] for cells in rows_of_cells]
    columns = list(zip_longest(*texts, fillvalue=""))
    # Columns that only make room are empty in every row.
    kept = [i for i, column in enumerate(columns) if any(column)]
    for cells, placed in zip(texts, _grid(rows_of_cells), strict=True):
        text = "\t".join(cells[i] for i in kept if i < len(cells)).strip("\t")
        if text:
            filled = tuple(column for column, cell in zip(placed, cells, strict=True) if cell)
            yield Block("table_row", (Line(text),), columns=filled)


def _grid(rows_of_cells: list[list[Tag]]) -> Iterator[list[int]]:
    """The column in which each cell of each row begins; cells may span columns, and rows below their own."""
    taken: dict[int, int] = {}  # how many more rows a cell from above fills, by column
    for cells in rows_of_cells:
        placed: list[int] = []
        below: dict[int, int] = {column: left - 1 for column, left in taken.items() if left > 1}
        column = 0
        for cell in cells:
            while taken.get(column, 0):
                column += 1
            placed.append(column)
            for _ in range(_span(cell, "colspan")):
                if (height := _span(cell, "rowspan")) > 1:
                    below[column] = height - 1
                column += 1
        taken = below
        yield placed


def _span(cell: Tag, name: str) -> int:
    value = attribute(cell, name).strip()
    return min(max(int(value), 1), _MOST_SPANNED) if value.isdecimal() else 1

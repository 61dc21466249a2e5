"""A row of a table that a page break cut in two is one row again: each cell goes on with its own rest."""

from dataclasses import replace

from policysearch.model.text import Block, Line
from policysearch.structure.lines import cut_line, with_lines

_GO_ON = ("-", "‐", "‑", "–", ",", "/")


def whole_row(before: Block, after: Block) -> Block | None:
    """The row of `before` with the rest of its cells that stands in `after`, or None where that is a row of its own.

    A rest has no cell that the row above lacks, and each of its cells goes on: in a small letter, or after a hyphen or
    a comma. All of it belongs to the page on which the row begins; its boxes keep their own pages.

    Args:
        before: The last block before a page break.
        after: The first row after it.
    """
    above, below = _cells(before), _cells(after)
    if not above or not below or not below.keys() <= above.keys():
        return None
    if not all(_goes_on(above[column].text, below[column].text) for column in below):
        return None
    lines = []
    for column, cell in above.items():
        lines.append(cell)
        if column in below:
            lines.append(replace(below[column], page=before.page))
        lines[-1] = replace(lines[-1], text=f"{lines[-1].text}\t")
    lines[-1] = replace(lines[-1], text=lines[-1].text.removesuffix("\t"))
    return with_lines(before, lines)


def _goes_on(before: str, after: str) -> bool:
    return after[0].islower() or before.endswith(_GO_ON)


def _cells(row: Block) -> dict[int, Line]:
    """The filled cells by their columns, none where the block is no such row."""
    if row.kind != "table_row" or len(row.lines) != 1 or len(row.columns) != row.lines[0].text.count("\t") + 1:
        return {}
    cells, rest = [], row.lines[0]
    while "\t" in rest.text:
        cell, rest = cut_line(rest, rest.text.index("\t"))
        cells.append(cell)
    return dict(zip(row.columns, (*cells, rest), strict=True))

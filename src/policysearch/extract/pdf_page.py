"""One page, read word by word -> its drafts in reading order: margins apart, tables in their place."""

from collections.abc import Sequence
from dataclasses import dataclass

from policysearch.extract.pdf_blocks import Column, Draft, column_of
from policysearch.extract.pdf_glyphs import Rule
from policysearch.extract.pdf_layout import drafts_of, row_draft
from policysearch.extract.pdf_margins import Mark, margins_of, marks_of
from policysearch.extract.pdf_rules import Cell, Table, tables_of
from policysearch.extract.pdf_words import Row, TypeWord, rows_of

# A cell with more rows than this beside a short one is running text with its label, not a table cell.
_MOST_CELL_ROWS = 6
_LABEL_WORDS = 6


@dataclass(frozen=True, slots=True)
class Frame:
    """The words of a page that stand upright after one turn, laid out in rows, and the tables among them.

    `width` and `height` are those of the turned page; `rules` are those outside tables.
    """

    turn: int
    width: float
    height: float
    rows: tuple[Row, ...]
    tables: tuple[Table, ...]
    rules: tuple[Rule, ...]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What a running header or footer of this page may be recognised by."""
        return marks_of(self.rows)


def frame_of(turn: int, width: float, height: float, words: Sequence[TypeWord], rules: Sequence[Rule]) -> Frame:
    """Lays out the words of a turned page."""
    tables = tuple(tables_of(rules, words))
    celled = {word for table in tables for cell in table.cells for word in cell.words}
    rows = tuple(rows_of(word for word in words if word not in celled))
    outside = tuple(rule for rule in rules if not any(_touches(table, rule) for table in tables))
    return Frame(turn, width, height, rows, tables, outside)


def page_drafts(frame: Frame, neighbours: Sequence[tuple[Mark, ...]]) -> list[Draft]:
    """The blocks of a frame: header rows, what lies between, footer rows.

    Args:
        frame: The page.
        neighbours: Marks of some pages before and after, for running headers and footers.
    """
    rows = frame.rows
    margins = margins_of(rows, frame.width, frame.height, frame.rules, neighbours)
    end = len(rows) - margins.n_bottom
    return [
        *(_margin(row) for row in rows[: margins.n_top]),
        *_body(rows[margins.n_top : end], frame.tables, column_of(rows[margins.n_top : end])),
        *(_margin(row) for row in rows[end:]),
    ]


def _margin(row: Row) -> Draft:
    return Draft("margin", (row.words,))


def _body(rows: Sequence[Row], tables: Sequence[Table], column: Column) -> list[Draft]:
    """Running text and tables from top to bottom; what stands beside a table comes before or after it by its side."""
    if not tables:
        return drafts_of(rows, column)
    table, rest = tables[0], tables[1:]
    above = [row for row in rows if row.bottom <= table.top + 0.5 * (row.bottom - row.top)]
    below = [row for row in rows if row.top >= table.bottom - 0.5 * (row.bottom - row.top)]
    beside = [word for row in rows if row not in above and row not in below for word in row.words]
    return [
        *drafts_of(above, column),
        *drafts_of(rows_of(word for word in beside if word.x0 < table.x0)),
        *table_drafts(table),
        *drafts_of(rows_of(word for word in beside if word.x0 >= table.x0)),
        *_body(below, rest, column),
    ]


def table_drafts(table: Table) -> list[Draft]:
    """The rows of a ruled table; a row that is a label beside running text, or a frame around text, is read as such."""
    drafts: list[Draft] = []
    for cells in table.rows():
        rows = [rows_of(cell.words) for cell in cells]
        if len(cells) == 1 and _is_frame(cells[0], table, len(rows[0])):
            drafts += drafts_of(rows[0])
        elif len(cells) == 2 and len(cells[0].words) <= _LABEL_WORDS and len(rows[1]) > _MOST_CELL_ROWS:
            drafts.append(Draft("label", tuple(row.words for row in rows[0])))
            drafts += drafts_of(rows[1])
        else:
            words = [[word for row in lines for word in row.words] for lines in rows]
            drafts.append(row_draft(words, [cell.column for cell in cells]))
    return drafts


def _is_frame(cell: Cell, table: Table, n_rows: int) -> bool:
    """Whether a cell alone in its row holds running text rather than a heading of the table."""
    return n_rows > 2 and cell.n_columns == table.n_columns


def _touches(table: Table, rule: Rule) -> bool:
    return (
        rule.x0 <= table.x1 + 3
        and rule.x1 >= table.x0 - 3
        and rule.top <= table.bottom + 3
        and rule.bottom >= table.top - 3
    )

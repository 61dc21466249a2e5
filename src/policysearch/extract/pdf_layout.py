"""Rows of a page -> drafts of blocks in reading order: bands are read by what they are, the rest from top to bottom."""

from collections.abc import Iterator, Sequence

from policysearch.extract.pdf_blocks import Column, Draft, blocks_of, column_of
from policysearch.extract.pdf_columns import Band, Side, best_band, sides
from policysearch.extract.pdf_words import Row, Segment, TypeWord

_LABEL_GAP = 1.75  # of the font size: labels with more white between them are two


def drafts_of(rows: Sequence[Row], column: Column | None = None) -> list[Draft]:
    """The blocks of rows that fill a page, or a part of it with its own columns.

    Args:
        rows: From top to bottom.
        column: The measures of the whole page, where the rows are only a part of it.
    """
    if not rows:
        return []
    return _read(rows, column or column_of(rows))


def _read(rows: Sequence[Row], column: Column) -> list[Draft]:
    band = best_band(rows)
    if band is None:
        return blocks_of(rows, column)
    readers = {"labels": _read_labels, "columns": _read_columns, "table": _read_table}
    return [
        *(_read(rows[: band.start], column) if band.start else ()),
        *readers[band.kind](rows[band.start : band.end], band, column),
        *(_read(rows[band.end :], column) if band.end < len(rows) else ()),
    ]


def _read_columns(rows: Sequence[Row], band: Band, _column: Column) -> list[Draft]:
    parted = sides(rows, band.x)
    return [*drafts_of(_rows(parted, "left")), *drafts_of(_rows(parted, "right"))]


def _rows(parted: Sequence[Side], side: str) -> list[Row]:
    """The rows of one side."""
    found = []
    for part in parted:
        segments: tuple[Segment, ...] = getattr(part, side)
        if segments:
            words = [word for segment in segments for word in segment.words]
            found.append(Row(segments, min(word.top for word in words), max(word.bottom for word in words)))
    return found


def _read_labels(rows: Sequence[Row], band: Band, column: Column) -> list[Draft]:
    """Each label, followed by the rows that stand beside and below it."""
    parted = sides(rows, band.x)
    inner = column_of(_rows(parted, "right"))
    inner = Column(inner.right, inner.pitch or column.pitch)
    drafts: list[Draft] = []
    for label, texts in _labelled(parted):
        if label:
            drafts.append(Draft("label", tuple(row.words for row in label)))
        if texts:
            drafts += _read(texts, inner)
    return drafts


def _labelled(parted: Sequence[Side]) -> Iterator[tuple[list[Row], list[Row]]]:
    """Labels with their texts; the first label may be empty, for text that belongs to a label of the page before."""
    label: list[Row] = []
    texts: list[Row] = []
    for part in parted:
        left, right = _rows([part], "left"), _rows([part], "right")
        if left and not (label and _goes_on(label[-1], left[0])):
            if label or texts:
                yield label, texts
            label, texts = [], []
        label += left
        texts += right
    yield label, texts


def _goes_on(above: Row, below: Row) -> bool:
    """Whether a row of the label column goes on with the label above it: *Täytäntöönpano-* / *tiedot*."""
    if below.bottom - above.bottom > _LABEL_GAP * below.segments[0].size:
        return False
    return above.words[-1].text.endswith(("-", "/")) or below.words[0].text[0].islower()


def _read_table(rows: Sequence[Row], _band: Band, column: Column) -> list[Draft]:
    """The rows of a table without rules, each with its cells; lines that only go on with a cell are joined to it."""
    borders = _borders(rows)
    table: list[list[list[TypeWord]]] = []
    bottom = 0.0
    for row in rows:
        cells: list[list[TypeWord]] = [[] for _ in range(len(borders) + 1)]
        for segment in row.segments:
            cells[sum(border <= segment.x0 for border in borders)] += segment.words
        pitch = row.bottom - bottom
        near = pitch <= 1.3 * (column.pitch or 1.3 * (row.bottom - row.top))
        if table and near and _continues_row(table[-1], cells):
            for cell, more in zip(table[-1], cells, strict=True):
                cell += more
        else:
            table.append(cells)
        bottom = row.bottom
    return [row_draft(cells) for cells in table]


def _continues_row(above: Sequence[Sequence[TypeWord]], below: Sequence[Sequence[TypeWord]]) -> bool:
    """Whether `below` only goes on with cells of `above`: its first cell is empty, or all go on in lower case."""
    if not below[0]:
        return any(below)
    return all(
        not cell or (bool(before) and cell[0].text[0].islower()) for before, cell in zip(above, below, strict=True)
    )


def _borders(rows: Sequence[Row]) -> list[float]:
    """Where the columns of a table begin, but for the first: right ends of the corridors that no row crosses."""
    spans = sorted((segment.x0, segment.x1) for row in rows for segment in row.segments)
    borders: list[float] = []
    end = spans[0][1]
    for x0, x1 in spans:
        if x0 > end + 2:
            borders.append(x0 - 0.5)
        end = max(end, x1)
    return borders


def row_draft(cells: Sequence[Sequence[TypeWord]], columns: Sequence[int] | None = None) -> Draft:
    """A table row of cells, at least one not empty; empty cells leave no trace but in the numbers of the columns.

    Args:
        cells: All cells of the row, or those that are filled.
        columns: Those of the cells, where only filled ones are given.
    """
    words: list[TypeWord] = []
    starts: list[int] = []
    filled = [column for column, cell in enumerate(cells) if cell]
    for column in filled:
        starts.append(len(words))
        words += cells[column]
    return Draft("table_row", (tuple(words),), tuple(starts), tuple(filled if columns is None else columns))

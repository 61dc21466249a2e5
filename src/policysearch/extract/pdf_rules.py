"""Straight rules -> tables: grids of touching horizontal and vertical lines, and what belongs to which cell.

A table here has at least two columns with words; a frame around text, an underline or a page border is none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policysearch.extract.pdf_glyphs import Rule
from policysearch.extract.pdf_words import TypeWord

_TOUCH = 3.0  # points; rules that end this close to each other touch
_COVERED = 0.7  # of its length: a border of a cell counts when the rules on it cover this much
_MOST_RULES = 600  # more are a drawing; grids are quadratic in this number


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table with the words in it; it spans the grid from its first row and column on."""

    row: int
    column: int
    n_columns: int
    words: tuple[TypeWord, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table: where it stands, and its cells that hold words, by row and column."""

    x0: float
    top: float
    x1: float
    bottom: float
    n_columns: int
    cells: tuple[Cell, ...]

    def rows(self) -> list[list[Cell]]:
        """The cells of each row from top to bottom, from left to right; a cell over several rows is in its first."""
        rows: dict[int, list[Cell]] = {}
        for cell in self.cells:
            rows.setdefault(cell.row, []).append(cell)
        return [rows[row] for row in sorted(rows)]


def tables_of(rules: Sequence[Rule], words: Sequence[TypeWord]) -> list[Table]:
    """The tables that the rules of a page make, from top to bottom; those inside another one's cell come first."""
    flat = _merged([rule for rule in rules if rule.x1 - rule.x0 >= max(2.0, 2 * (rule.bottom - rule.top))], "flat")
    steep = _merged([rule for rule in rules if rule.bottom - rule.top >= max(2.0, 2 * (rule.x1 - rule.x0))], "steep")
    if len(flat) < 2 or not steep or len(flat) + len(steep) > _MOST_RULES:
        return []
    taken: set[int] = set()
    tables = []
    groups = sorted(_touching(flat, steep), key=_area)
    for group in groups:
        table = _table(group, words, taken)
        if table is not None:
            tables.append(table)
    return sorted(tables, key=lambda table: (table.top, table.x0))


def _merged(rules: Iterable[Rule], direction: str) -> list[Rule]:
    """Joins rules on one line that overlap or nearly touch: borders are often drawn cell by cell, twice, or dotted."""
    if direction == "steep":
        turned = _merged([Rule(r.top, r.x0, r.bottom, r.x1) for r in rules], "flat")
        return [Rule(r.top, r.x0, r.bottom, r.x1) for r in turned]
    merged: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (round((r.top + r.bottom) / 4), r.x0)):
        last = merged[-1] if merged else None
        if last and abs(last.top - rule.top) <= 2 and rule.x0 <= last.x1 + _TOUCH:
            merged[-1] = Rule(last.x0, min(last.top, rule.top), max(last.x1, rule.x1), max(last.bottom, rule.bottom))
        else:
            merged.append(rule)
    return merged


def _touching(flat: Sequence[Rule], steep: Sequence[Rule]) -> list[list[Rule]]:
    """Groups of rules that are connected by touching each other."""
    rules = [*flat, *steep]
    group = list(range(len(rules)))

    def root(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    for i, a in enumerate(flat):
        for j, b in enumerate(steep, start=len(flat)):
            if (
                b.x0 >= a.x0 - _TOUCH
                and b.x1 <= a.x1 + _TOUCH
                and a.top >= b.top - _TOUCH
                and a.bottom <= b.bottom + _TOUCH
            ):
                group[root(i)] = root(j)
    groups: dict[int, list[Rule]] = {}
    for index, rule in enumerate(rules):
        groups.setdefault(root(index), []).append(rule)
    return [members for members in groups.values() if len(members) > 2]


def _area(rules: Sequence[Rule]) -> float:
    width = max(rule.x1 for rule in rules) - min(rule.x0 for rule in rules)
    return width * (max(rule.bottom for rule in rules) - min(rule.top for rule in rules))


def _table(rules: Sequence[Rule], words: Sequence[TypeWord], taken: set[int]) -> Table | None:
    """The table of one group of rules, or None where it has fewer than two columns; words in it become taken."""
    flat = [rule for rule in rules if rule.x1 - rule.x0 > rule.bottom - rule.top]
    steep = [rule for rule in rules if rule.x1 - rule.x0 <= rule.bottom - rule.top]
    xs = _positions([rule.x0 for rule in steep] + [end for rule in flat for end in (rule.x0, rule.x1)])
    ys = _positions([rule.top for rule in flat] + [end for rule in steep for end in (rule.top, rule.bottom)])
    if len(xs) < 3 or len(ys) < 2:
        return None
    roots = _joined_cells(xs, ys, flat, steep)
    inside: dict[int, list[int]] = {}
    for index, word in enumerate(words):
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        if index not in taken and xs[0] <= x <= xs[-1] and ys[0] <= y <= ys[-1]:
            column = sum(border <= x for border in xs[1:-1])
            row = sum(border <= y for border in ys[1:-1])
            inside.setdefault(roots[row * (len(xs) - 1) + column], []).append(index)
    if len({root % (len(xs) - 1) for root in inside}) < 2:
        return None
    taken.update(index for indices in inside.values() for index in indices)
    cells = []
    for root in sorted(inside):
        members = [cell for cell, other in enumerate(roots) if other == root]
        columns = {cell % (len(xs) - 1) for cell in members}
        row, column = divmod(root, len(xs) - 1)
        cells.append(Cell(row, column, len(columns), tuple(words[index] for index in inside[root])))
    return Table(xs[0], ys[0], xs[-1], ys[-1], len(xs) - 1, tuple(cells))


def _positions(values: Iterable[float]) -> list[float]:
    """Sorted places of grid lines; those closer than a touch are one."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _TOUCH:
            places.append(value)
    return places


def _joined_cells(xs: Sequence[float], ys: Sequence[float], flat: Sequence[Rule], steep: Sequence[Rule]) -> list[int]:
    """For each grid cell, counted row by row, the first cell of those it is joined with for want of a border."""
    n_columns = len(xs) - 1
    roots = list(range(n_columns * (len(ys) - 1)))

    def join(a: int, b: int) -> None:
        low, high = sorted((roots[a], roots[b]))
        for index, root in enumerate(roots):
            if root == high:
                roots[index] = low

    for row in range(len(ys) - 1):
        for column in range(n_columns):
            cell = row * n_columns + column
            if column + 1 < n_columns and not _has_steep(steep, xs[column + 1], ys[row], ys[row + 1]):
                join(cell, cell + 1)
            if row + 2 < len(ys) and not _has_flat(flat, ys[row + 1], xs[column], xs[column + 1]):
                join(cell, cell + n_columns)
    return roots


def _has_steep(steep: Sequence[Rule], x: float, top: float, bottom: float) -> bool:
    covered = sum(max(min(rule.bottom, bottom) - max(rule.top, top), 0) for rule in steep if abs(rule.x0 - x) <= _TOUCH)
    return covered >= _COVERED * (bottom - top)


def _has_flat(flat: Sequence[Rule], y: float, x0: float, x1: float) -> bool:
    covered = sum(max(min(rule.x1, x1) - max(rule.x0, x0), 0) for rule in flat if abs(rule.top - y) <= _TOUCH)
    return covered >= _COVERED * (x1 - x0)

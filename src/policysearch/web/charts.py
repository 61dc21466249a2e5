"""Pictures of numbers as SVG, made here, each with the table that it is drawn from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

_HEIGHT = 150.0
_BAR, _GAP, _LONG = 36.0, 14.0, 46.0
_LEFT = 8.0
MOST_SERIES = 5
"""Classes of colour in the stylesheet: `series-0` to `series-4`."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle, and what is said of it."""

    x: float
    y: float
    width: float
    height: float
    series: int
    says: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Stacked columns over years.

    Attributes:
        title: What is counted.
        series: What the columns are made of, each in its colour.
        rows: The table: a group and its numbers, as they are written.
        labels: The groups with the middle of their columns.
    """

    title: str
    group: str
    series: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    bars: tuple[Bar, ...]
    labels: tuple[tuple[float, str], ...]
    width: float
    height: float


def columns(
    title: str,
    group: str,
    series: Sequence[str],
    counts: Mapping[str, Sequence[float]],
    write: Callable[[float], str],
) -> Chart | None:
    """Stacked columns, a group each; None where there is nothing to draw.

    Args:
        title: Heads it.
        group: Heads the first column of the table.
        series: Names of the parts of a column.
        counts: For each group a number a series, in the order in which they are drawn.
        write: How each number is written.
    """
    highest = max((sum(values) for values in counts.values()), default=0)
    if not highest:
        return None
    bars, labels, rows = [], [], []
    x = _LEFT
    for name, values in counts.items():
        extra = 0 if name.isdecimal() else _LONG  # a word is wider than a year
        x, y = x + extra / 2, _HEIGHT
        for number, value in enumerate(values):
            height = value / highest * (_HEIGHT - 10)
            y -= height
            if value:
                says = f"{name} · {series[number]}: {write(value)}"
                bars.append(Bar(x, round(y, 2), _BAR, round(height, 2), number, says))
        labels.append((x + _BAR / 2, name))
        rows.append((name, tuple(write(value) for value in values)))
        x += _BAR + _GAP + extra / 2
    return Chart(title, group, tuple(series), tuple(rows), tuple(bars), tuple(labels), x, _HEIGHT + 22)


def years(found: Mapping[str, Sequence[float]], empty: Sequence[float]) -> dict[str, Sequence[float]]:
    """The groups with every year between the first and the last one, and what is no year behind."""
    known = sorted(name for name in found if name.isdecimal())
    rest = [name for name in found if not name.isdecimal()]
    between = map(str, range(int(known[0]), int(known[-1]) + 1)) if known else ()
    return {name: found.get(name, empty) for name in (*between, *rest)}

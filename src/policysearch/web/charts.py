"""Pictures of numbers as SVG, made here, each with the table that it is drawn from."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

_HEIGHT = 180.0
_TOP = 10.0
_BAR, _GAP, _LONG = 20.0, 8.0, 64.0
"""Ten years fit a phone."""
_ALL_LABELLED = 6
"""Of more years every other one has its label, so that none touch."""
_LEFT, _DIGIT = 18.0, 7.0
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
        labels: The groups with the middle of their columns; of many years every other one.
        steps: Lines of the scale, the axis first: height and number.
        left: Where the axis begins; the numbers stand before it.
    """

    title: str
    group: str
    series: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    bars: tuple[Bar, ...]
    labels: tuple[tuple[float, str], ...]
    steps: tuple[tuple[float, str], ...]
    left: float
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
    steps = [(round(_y(value, highest), 2), write(value)) for value in _steps(highest)]
    left = _LEFT + _DIGIT * max(len(text) for _, text in steps)
    bars, labels, rows = [], [], []
    x = left + _GAP / 2
    is_dense = sum(name.isdecimal() for name in counts) > _ALL_LABELLED
    for name, values in counts.items():
        extra = 0 if name.isdecimal() else _LONG  # a word is wider than a year
        x, y = x + extra / 2, _HEIGHT
        for number, value in enumerate(values):
            height = _HEIGHT - _y(value, highest)
            y -= height
            if value:
                says = f"{name} · {series[number]}: {write(value)}"
                bars.append(Bar(x, round(y, 2), _BAR, round(height, 2), number, says))
        if not (is_dense and name.isdecimal() and int(name) % 2):
            labels.append((x + _BAR / 2, name))
        rows.append((name, tuple(write(value) for value in values)))
        x += _BAR + _GAP + extra / 2
    return Chart(
        title, group, tuple(series), tuple(rows), tuple(bars), tuple(labels), tuple(steps), left, x, _HEIGHT + 24
    )


def _y(value: float, highest: float) -> float:
    return _HEIGHT - value / highest * (_HEIGHT - _TOP)


def _steps(highest: float) -> list[float]:
    """0 and two to four round numbers up to the highest column."""
    unit = 10.0 ** math.floor(math.log10(highest))
    step = next(unit * part for part in (0.2, 0.5, 1, 2) if highest / (unit * part) < 5)
    if highest >= 1:
        step = max(step, 1)  # nothing is counted in halves
    return [round(step * number, 6) for number in range(int(highest / step) + 1)]


def years(found: Mapping[str, Sequence[float]], empty: Sequence[float]) -> dict[str, Sequence[float]]:
    """The groups with every year between the first and the last one, and what is no year behind."""
    known = sorted(name for name in found if name.isdecimal())
    rest = [name for name in found if not name.isdecimal()]
    between = map(str, range(int(known[0]), int(known[-1]) + 1)) if known else ()
    return {name: found.get(name, empty) for name in (*between, *rest)}

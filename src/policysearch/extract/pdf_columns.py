"""Rows with gaps -> bands: where a page is set in columns, with labels beside its text, or as a table without rules.

A band is a run of rows that leave a corridor of white at one place. What the two sides hold decides what it is.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from policysearch.extract.pdf_blocks import BULLET, NUMBER
from policysearch.extract.pdf_words import Row, Segment

BandKind = Literal["labels", "columns", "table"]

_NARROW = 0.45  # of the width of the rows: the widest a column of labels may be
_MOST_CANDIDATES = 24


@dataclass(frozen=True, slots=True)
class Band:
    """Rows `start` to `end` (half open) that are parted at `x`."""

    kind: BandKind
    start: int
    end: int
    x: float
    score: float


@dataclass(frozen=True, slots=True)
class Side:
    """A row of a band, parted: either side may be empty."""

    row: Row
    left: tuple[Segment, ...]
    right: tuple[Segment, ...]


def best_band(rows: Sequence[Row]) -> Band | None:
    """The band that explains most rows; labels come before columns, columns before tables."""
    rank = {"labels": 0, "columns": 1, "table": 2}
    return min(_bands(rows), key=lambda band: (rank[band.kind], -band.score, band.start, band.x), default=None)


def sides(rows: Sequence[Row], x: float) -> list[Side]:
    """Parts each row at `x`; a segment that crosses belongs to the side where it begins."""
    return [
        Side(
            row,
            tuple(segment for segment in row.segments if segment.x0 < x),
            tuple(segment for segment in row.segments if segment.x0 >= x),
        )
        for row in rows
    ]


def _bands(rows: Sequence[Row]) -> Iterator[Band]:
    if not any(len(row.segments) > 1 for row in rows):
        return
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    for x in _candidates(rows):
        for start, end in _sequences(rows, x, left, right - left):
            parted = sides(rows[start:end], x)
            kind = _kind(parted, left, right - left)
            if kind == "columns":
                end = _column_end(rows, end, x)
            if kind is not None:
                both = sum(bool(side.left and side.right) for side in parted)
                yield Band(kind, start, end, x, both + 0.25 * sum(not side.left for side in parted))


def _candidates(rows: Sequence[Row]) -> list[float]:
    """Where a corridor may end: just left of segments that follow a gap, the most common first."""
    starts: Counter[int] = Counter()
    for row in rows:
        starts.update(round(segment.x0) for segment in row.segments[1:])
    merged: list[int] = []
    for start in sorted(starts):
        if not merged or start - merged[-1] > 2:
            merged.append(start)
    merged.sort(key=lambda start: (-sum(starts[near] for near in range(start, start + 3)), start))
    return [start - 1.5 for start in merged[:_MOST_CANDIDATES]]


def _sequences(rows: Sequence[Row], x: float, left: float, width: float) -> Iterator[tuple[int, int]]:
    """Runs of rows without a segment across `x`, trimmed to begin and end where something stands right of it."""
    start = 0
    for end in range(len(rows) + 1):
        if end < len(rows) and not _crosses(rows[end], x, left, width):
            continue
        a, b = start, end
        while a < b and not _reaches(rows[a], x):
            a += 1
        while a < b and not _reaches(rows[b - 1], x):
            b -= 1
        if any(row.x0 < x < row.x1 and len(row.segments) > 1 for row in rows[a:b]):
            yield a, b
        start = end + 1


def _column_end(rows: Sequence[Row], end: int, x: float) -> int:
    """The end of a band of columns, with the lines by which the left one is longer."""
    while end < len(rows) and rows[end].x1 <= x:
        height = rows[end].bottom - rows[end].top
        if rows[end].bottom - rows[end - 1].bottom > 2.5 * height:
            break
        end += 1
    return end


def _reaches(row: Row, x: float) -> bool:
    """Whether something of the row begins right of `x`."""
    return row.segments[-1].x0 >= x


def _crosses(row: Row, x: float, left: float, width: float) -> bool:
    """Whether text runs across `x`; a bold label alone on its row may be somewhat wider than its column."""
    crossing = [segment for segment in row.segments if segment.x0 < x - 0.5 and segment.x1 > x + 0.5]
    if not crossing:
        return False
    segment = crossing[0]
    is_wide_label = (
        len(row.segments) == 1
        and segment.bold
        and segment.x0 < left + 6
        and segment.x1 < x + 0.15 * width
        and len(segment.words) <= 3
        and x < left + _NARROW * width
    )
    return not is_wide_label


def _kind(parted: Sequence[Side], left: float, width: float) -> BandKind | None:
    both = [side for side in parted if side.left and side.right]
    if all(_is_marker(side.left) for side in parted if side.left):
        return None  # a list: the text stands behind its markers
    if _is_labels(parted, both, left, width):
        return "labels"
    if _is_columns(parted, width):
        return "columns"
    if _is_table(parted, both):
        return "table"
    return None


def _is_marker(segments: Sequence[Segment]) -> bool:
    text = segments[0].text
    if len(segments) > 1 or len(text) > 6:
        return False
    return bool(BULLET.fullmatch(text) or NUMBER.fullmatch(text) or text.replace(" ", "").strip("§.").isdigit())


def _is_labels(parted: Sequence[Side], both: Sequence[Side], left: float, width: float) -> bool:
    """Whether the left side holds labels: short, at the left edge, and unlike the text in weight, mark or number."""
    lefts = [side.left for side in parted if side.left]
    if any(len(segments) > 1 or len(segments[0].words) > 5 for segments in lefts):
        return False
    labels = [segments[0] for segments in lefts]
    # The text begins where the corridor ends; what stands further right beside a "label" is a header of its own kind.
    nearest = min(side.right[0].x0 for side in parted if side.right)
    if any(side.right[0].x0 > nearest + 0.15 * width for side in both):
        return False
    if any(label.x0 > left + 6 or label.x0 + _NARROW * width < label.x1 for label in labels):
        return False
    if all(side.right[0].bold for side in both) and not all(label.text.endswith(":") for label in labels):
        return False
    n_right = sum(bool(side.right) for side in parted)
    bold_right = sum(all(segment.bold for segment in side.right) for side in parted if side.right)
    if all(label.bold for label in labels) and bold_right <= 0.4 * n_right:
        cells = [len(segment.words) for side in both for segment in side.right]
        is_name_list = len(both) >= 4 and n_right == len(both) and max(cells) <= 6
        return not is_name_list or any(label.text.endswith(":") for label in labels)
    if all(label.text[0].isupper() for label in labels) and all(label.text.endswith(":") for label in labels):
        return True
    letters_left = sum(len(label.text) for label in labels)
    letters_right = sum(len(segment.text) for side in parted for segment in side.right)
    return n_right >= 2 * len(labels) and letters_right >= 6 * letters_left and labels[0].text[0].isupper()


def _is_columns(parted: Sequence[Side], width: float) -> bool:
    """Whether both sides are running text that fills its column."""
    for lines in (
        [side.left for side in parted if side.left],
        [side.right for side in parted if side.right],
    ):
        if len(lines) < 4:
            return False
        x0, x1 = min(line[0].x0 for line in lines), max(line[-1].x1 for line in lines)
        if x1 - x0 < 0.25 * width:
            return False
        fill = sum(line[-1].x1 - line[0].x0 for line in lines) / (len(lines) * (x1 - x0))
        n_words = sum(len(segment.words) for line in lines for segment in line) / len(lines)
        if fill < 0.6 or n_words < 3:
            return False
    return True


def _is_table(parted: Sequence[Side], both: Sequence[Side]) -> bool:
    """Whether the rows are cells side by side: at least two, their right sides aligned, wide gaps between."""
    if len(both) < 2:
        return False
    gaps = [side.right[0].x0 - side.left[-1].x1 for side in both]
    if min(gaps) < 1.2 * both[0].right[0].size:
        return False
    starts = [side.right[0].x0 for side in both]
    ends = [side.right[-1].x1 for side in both]
    aligned = max(_near(starts), _near(ends))
    return aligned >= 0.7 * len(both)


def _near(values: Sequence[float]) -> int:
    """How many values lie within 3 points of the value with most others near it."""
    return max(sum(abs(value - other) <= 3 for other in values) for value in values)

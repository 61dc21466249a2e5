"""Whether a line ends because the paper ended, or because its writer ended it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from policysearch.model.text import Block, Line

_LONGEST_WRAPPED = 160  # code points; texts with longer lines are not wrapped at all
_CLEARLY_SHORT = 0.6  # of the width
_SAME_COLUMN = 24.0  # points between the left edges of lines of one column, indents included
_SLACK = 4.0  # points by which a full line may fall short


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How wide lines are: in code points for text without a layout, and right edges by column for pages.

    Attributes:
        width: None where lines are not wrapped, so that every line end is meant.
        right_edges: By page and rounded left edge, in points.
    """

    width: int | None
    right_edges: dict[tuple[int, int], float]

    def could_hold(self, line: Line, following: Line, *, share: float = 1.0) -> bool:
        """Whether the first word of the following line would have fitted at the end of this one.

        Args:
            line: The line that ends.
            following: The next line of the block.
            share: How much of the width counts; below 1, only clearly short lines could hold more.
        """
        if line.words and following.words:
            first, last = line.words[0].box, line.words[-1].box
            edge = self.right_edges.get((last.page, _column(first.x0)))
            if edge is None:
                return False
            word = following.words[0].box
            used, room = last.x1 - first.x0 + 3.0 + (word.x1 - word.x0), edge - first.x0
            return used <= room * share - _SLACK
        if self.width is None:
            return True
        return len(line.text) + 1 + len(following.text.split(None, 1)[0]) <= self.width * share

    def is_clearly_short(self, line: Line, following: Line) -> bool:
        """Whether a line ends so early that its end is meant."""
        return self.could_hold(line, following, share=_CLEARLY_SHORT)


def wrapping_of(blocks: Sequence[Block], *, has_lines: bool) -> Wrapping:
    """Measures the lines of paragraphs and list items.

    Args:
        blocks: In reading order.
        has_lines: The format has printed lines (PDF, plain text); else every line end was meant by the writer.
    """
    texts = [block for block in blocks if block.kind in ("paragraph", "list_item")]
    ends = [len(line.text) for block in texts for line in block.lines[:-1]]
    longest = max((len(line.text) for block in texts for line in block.lines), default=0)
    width = None
    if has_lines and ends and longest <= _LONGEST_WRAPPED:
        width = longest
    return Wrapping(width, _right_edges(texts))


def _right_edges(blocks: Sequence[Block]) -> dict[tuple[int, int], float]:
    edges: dict[tuple[int, int], float] = defaultdict(float)
    for block in blocks:
        for line in block.lines:
            if line.words:
                left, right = line.words[0].box, line.words[-1].box
                column = _column(left.x0)
                for near in (column - 1, column, column + 1):
                    edges[left.page, near] = max(edges[left.page, near], right.x1)
    return dict(edges)


def _column(x0: float) -> int:
    return round(x0 / _SAME_COLUMN)

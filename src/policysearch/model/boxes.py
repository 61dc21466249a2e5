"""Where a span of the text is printed: a box for each line that it runs over."""

from collections.abc import Iterable

from policysearch.model.document import PrintedWord
from policysearch.model.text import Box, Span


def boxes_at(printed: Iterable[PrintedWord], span: Span) -> tuple[Box, ...]:
    """The boxes around the printed words that hold letters of `span`, one for each stretch of a line.

    Args:
        printed: Words of the document, in the order of its text; a word joined over a line end stands there twice.
        span: Of the document's text.
    """
    boxes: list[Box] = []
    for word in printed:
        if word.span.overlaps(span):
            if boxes and _is_one_line(boxes[-1], word.box):
                boxes[-1] = _around(boxes[-1], word.box)
            else:
                boxes.append(word.box)
    return tuple(boxes)


def _is_one_line(before: Box, after: Box) -> bool:
    """Whether `after` goes on to the right on the line of `before`."""
    middle = (after.top + after.bottom) / 2
    return before.page == after.page and before.top < middle < before.bottom and after.x0 >= before.x0


def _around(one: Box, other: Box) -> Box:
    return Box(one.page, one.x0, min(one.top, other.top), max(one.x1, other.x1), max(one.bottom, other.bottom))

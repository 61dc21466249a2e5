"""Text that lies on its side: turning boxes of a page so that the text stands upright, and back again.

A turn is in degrees clockwise: 0, 90, 180 or 270. Boxes are (x0, top, x1, bottom) from the top left corner.
"""

from typing import NamedTuple


class Rect(NamedTuple):
    """A rectangle from the top left corner of its frame."""

    x0: float
    top: float
    x1: float
    bottom: float


def turned(rect: Rect, turn: int, width: float, height: float) -> Rect:
    """A rectangle of a page of `width` × `height` after turning the page."""
    match turn:
        case 90:
            return Rect(height - rect.bottom, rect.x0, height - rect.top, rect.x1)
        case 180:
            return Rect(width - rect.x1, height - rect.bottom, width - rect.x0, height - rect.top)
        case 270:
            return Rect(rect.top, width - rect.x1, rect.bottom, width - rect.x0)
    return rect


def turned_back(rect: Rect, turn: int, width: float, height: float) -> Rect:
    """The rectangle of the page of `width` × `height` that `turned` makes `rect` of."""
    if turn in (90, 270):
        return turned(rect, 360 - turn, height, width)
    return turned(rect, turn, width, height)


def turned_size(turn: int, width: float, height: float) -> tuple[float, float]:
    """Width and height of the page after the turn."""
    return (height, width) if turn in (90, 270) else (width, height)

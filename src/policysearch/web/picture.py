"""The picture of a page with marks on it, as templates show it."""

from collections.abc import Sequence
from dataclasses import dataclass

from policysearch.model.document import Document
from policysearch.model.text import Box
from policysearch.web.asking import Asked

WIDTHS = (600, 900, 1200, 1800)
"""Pixels that pictures are made in; browsers choose by their screen."""
_A4 = (595.0, 842.0)


@dataclass(frozen=True, slots=True)
class Picture:
    """A page: addresses of its pictures, its size in points, the boxes drawn on it, and the pages beside it."""

    number: int
    n_pages: int
    width: float
    height: float
    sources: tuple[tuple[int, str], ...]
    boxes: tuple[Box, ...]
    before: str | None
    after: str | None
    alone: str

    @property
    def srcset(self) -> str:
        """For the attribute of that name."""
        return ", ".join(f"{address} {width}w" for width, address in self.sources)


def picture_of(asked: Asked, document: Document, number: int, boxes: Sequence[Box]) -> Picture:
    """The picture of page `number` of a document, with those of `boxes` that are on it."""
    numbers = [page.number for page in document.pages]
    page = document.pages[numbers.index(number)]
    at = numbers.index(number)
    return Picture(
        number,
        len(numbers),
        page.width or _A4[0],
        page.height or _A4[1],
        tuple((width, asked.address("picture", id=document.id, page=number, width=width)) for width in WIDTHS),
        tuple(box for box in boxes if box.page == number),
        asked.here(page=numbers[at - 1]) + "#picture" if at > 0 else None,
        asked.here(page=numbers[at + 1]) + "#picture" if at + 1 < len(numbers) else None,
        asked.address("page", id=document.id, page=number, mark=asked.text("mark")),
    )

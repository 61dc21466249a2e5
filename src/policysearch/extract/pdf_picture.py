"""Pages of a PDF -> pictures, by pypdfium2: cropped and turned as a reader sees them."""

import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

import pypdfium2
from PIL import ImageChops, ImageDraw
from PIL.Image import Image

from policysearch.model.text import Box, Span

_MOST_PIXELS = 6000  # along the longer side; a plan on A0 need not be read at full size


class Picture(NamedTuple):
    """A page as a grey picture; `scale` is pixels per PDF point."""

    image: Image
    scale: float


class PictureBook:
    """The pages of one open PDF."""

    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        self._document = document

    def picture(self, number: int, *, dpi: int = 300) -> Picture | None:
        """The page with this 1-based number, or None where it cannot be drawn."""
        try:
            page = self._document[number - 1]
            try:
                scale = min(dpi / 72, _MOST_PIXELS / max(*page.get_size(), 1.0))
                return Picture(page.render(scale=scale, grayscale=True).to_pil(), scale)
            finally:
                page.close()
        except pypdfium2.PdfiumError:
            return None


@contextmanager
def pictures_of(data: bytes) -> Iterator[PictureBook | None]:
    """Opens a PDF for drawing; None where pypdfium2 cannot open it."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        yield None
        return
    try:
        yield PictureBook(document)
    finally:
        document.close()


def page_png(
    data: bytes, number: int, *, width: int, covered: Iterable[Box], find: Callable[[str], Iterable[Span]] | None
) -> bytes | None:
    """A page as PNG in colour, `width` pixels wide; None where it cannot be drawn.

    Args:
        data: The PDF.
        number: 1-based.
        width: Pixels; the height follows.
        covered: Boxes to paint over, in points from the top left corner of the page as a reader sees it.
        find: Finds in the text layer of the page what else to paint over: what is not in the text of the document.
    """
    try:
        document = pypdfium2.PdfDocument(data)
        page = document[number - 1]
        scale = min(width, _MOST_PIXELS) / max(page.get_width(), 1.0)
        scale = min(scale, _MOST_PIXELS / max(page.get_height(), 1.0))
        bitmap = page.render(scale=scale)
        image = bitmap.to_pil().convert("RGB")
        boxes = [tuple(scale * side for side in (box.x0, box.top, box.x1, box.bottom)) for box in covered]
        if find is not None:
            boxes += _letters(page, bitmap, find)
    except pypdfium2.PdfiumError:
        return None
    pen = ImageDraw.Draw(image)
    for x0, top, x1, bottom in boxes:
        pen.rectangle((x0 - 1, top - 1, x1 + 1, bottom + 1), fill="black")
    file = io.BytesIO()
    (image.convert("L") if _is_grey(image) else image).save(file, "PNG", compress_level=4)
    return file.getvalue()


def _letters(
    page: pypdfium2.PdfPage, bitmap: pypdfium2.PdfBitmap, find: Callable[[str], Iterable[Span]]
) -> Iterator[tuple[float, ...]]:
    """Pixels of the letters that `find` names in the text layer."""
    layer = page.get_textpage()
    place = bitmap.get_posconv(page)
    for span in find(layer.get_text_range()):
        for index in range(span.start, min(span.end, layer.count_chars())):
            left, bottom, right, top = layer.get_charbox(index, loose=True)
            if right > left and top > bottom:
                (x0, y0), (x1, y1) = place.to_bitmap(left, top), place.to_bitmap(right, bottom)
                yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _is_grey(image: Image) -> bool:
    low_high = ImageChops.difference(image.getchannel("R"), image.getchannel("B")).getextrema()
    other = ImageChops.difference(image.getchannel("R"), image.getchannel("G")).getextrema()
    return low_high == other == (0, 0)

"""Pages of a PDF -> pictures, by pypdfium2: cropped and turned as a reader sees them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import pypdfium2
from PIL.Image import Image

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

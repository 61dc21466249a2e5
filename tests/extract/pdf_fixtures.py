"""PDFs made by reportlab for the tests: text set line by line at given places, so that the truth is known."""

from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path

import reportlab
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
REGULAR, BOLD, VERA = "Helvetica", "Helvetica-Bold", "Vera"
LEADING = 13.0

_VERA_FILE = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"

Draw = Callable[[Canvas], object]


def pdf(*pages: Draw, password: str | None = None, owner_password: str | None = None) -> bytes:
    """A PDF of pages that are drawn one after the other."""
    pdfmetrics.registerFont(TTFont(VERA, str(_VERA_FILE)))
    buffer = BytesIO()
    encrypt = None
    if password is not None:
        encrypt = StandardEncryption(password, ownerPassword=owner_password, canPrint=0)
    canvas = Canvas(buffer, pagesize=A4, invariant=1, encrypt=encrypt)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def put(
    canvas: Canvas, x: float, top: float, lines: Iterable[str] | str, *, font: str = REGULAR, size: float = 10.0
) -> float:
    """Sets lines below each other, the first with its baseline at `top` points from the top; returns the next top."""
    canvas.setFont(font, size)
    for line in [lines] if isinstance(lines, str) else lines:
        canvas.drawString(x, HEIGHT - top, line)
        top += LEADING * size / 10
    return top


def scan(lines: Iterable[str], *, turn: int = 0) -> Image.Image:
    """A picture of a page with print on it at 200 dpi, turned clockwise."""
    image = Image.new("L", (1654, 2339), 255)
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype(str(_VERA_FILE), 34)
    for number, line in enumerate(lines):
        draw.text((200, 240 + 62 * number), line, font=font, fill=0)
    return image.rotate(-turn, expand=True)


def put_scan(canvas: Canvas, image: Image.Image) -> None:
    """Fills the page with a picture."""
    canvas.setPageSize((WIDTH, HEIGHT) if image.height > image.width else (HEIGHT, WIDTH))
    width, height = (WIDTH, HEIGHT) if image.height > image.width else (HEIGHT, WIDTH)
    canvas.drawImage(ImageReader(image), 0, 0, width=width, height=height)


def put_table(canvas: Canvas, x: float, top: float, widths: Iterable[float], rows: Iterable[list[str]]) -> float:
    """Sets a table with rules around all cells; a line feed in a cell begins a new line; returns the next top."""
    widths = list(widths)
    for row in rows:
        n_lines = max(cell.count("\n") + 1 for cell in row)
        height = 6 + LEADING * n_lines
        left = x
        for width, cell in zip(widths, row, strict=True):
            canvas.rect(left, HEIGHT - top - height, width, height)
            put(canvas, left + 4, top + LEADING, cell.split("\n"))
            left += width
        top += height
    return top

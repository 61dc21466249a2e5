"""A page as a scanner gives it: grey, a little askew, a little noisy, and nothing but a picture."""

import io
import random
from pathlib import Path

import reportlab
from PIL import Image, ImageDraw, ImageFilter, ImageFont

DOTS_PER_INCH = 150
SIZE = (1240, 1754)
LETTER = 25
LEADING = 38
MARGIN = (140, 150)
TILT_DEGREES = 0.35
N_SPECKS = 350


def photograph(lines: tuple[str, ...]) -> bytes:
    """A JPEG of an A4 page at 150 dots an inch with `lines` on it; the same lines give the same picture."""
    page = Image.new("L", SIZE, 244)
    pen = ImageDraw.Draw(page)
    # Vera is the typeface that reportlab brings along (Bitstream Vera licence), so no system font is needed.
    face = ImageFont.truetype(str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"), LETTER)
    for i, line in enumerate(lines):
        pen.text((MARGIN[0], MARGIN[1] + i * LEADING), line, font=face, fill=38)
    page = page.rotate(TILT_DEGREES, resample=Image.Resampling.BICUBIC, fillcolor=244)
    specks = random.Random(2022)
    for _ in range(N_SPECKS):
        page.putpixel((specks.randrange(SIZE[0]), specks.randrange(SIZE[1])), specks.randrange(120, 230))
    page = page.filter(ImageFilter.GaussianBlur(0.5))
    buffer = io.BytesIO()
    page.save(buffer, "JPEG", quality=70, dpi=(DOTS_PER_INCH, DOTS_PER_INCH))
    return buffer.getvalue()

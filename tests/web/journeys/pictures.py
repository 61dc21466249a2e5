"""Whether a mark lies on its words: the words as pdfium finds them in the original, the mark as pixels of the screen.

The pages get their boxes from another reader (pdfplumber); nothing of the product is asked here.
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter
from playwright.sync_api import Locator

LEAST_OVERLAP = 0.7
"""Of mark and words, intersection over union: the mark is a point wider on each side, of letters ten points high."""
LEAST_COVERED, MOST_STRAYED = 0.95, 0.1
"""Of the letters sought, and of all the others on the page."""
_LETTER_GAP = 15
"""Pixels, odd: wider than the strokes of a letter, which are no yellow inside a mark."""
Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the top left."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter or digit: the box of its ink, and the one as high as its font."""

    sign: str
    ink: Box
    whole: Box


@dataclass(frozen=True, slots=True)
class Printed:
    """A page in points, with the letters on it that are sought, and the others."""

    width: float
    height: float
    sought: tuple[Letter, ...]
    others: tuple[Letter, ...]


def printed(original: Path, quote: str) -> dict[int, Printed]:
    """The pages on which a quote is printed, by number: on one, or the end of one and the beginning of the next."""
    with pypdfium2.PdfDocument(original) as pdf:
        pages = [(page.get_size(), _letters(page)) for page in pdf]
    wanted = "".join(filter(str.isalnum, quote))
    texts = ["".join(letter.sign for letter in letters) for _, letters in pages]
    for number, text in enumerate(texts):
        if text.count(wanted) == 1:
            return {number + 1: _split(pages[number], text.index(wanted), len(wanted))}
    for number, (text, following) in enumerate(pairwise(texts)):
        for cut in range(len(wanted) - 1, 0, -1):
            if text.endswith(wanted[:cut]) and following.count(wanted[cut:]) == 1:
                first = _split(pages[number], len(text) - cut, cut)
                second = _split(pages[number + 1], following.index(wanted[cut:]), len(wanted) - cut)
                return {number + 1: first, number + 2: second}
    raise AssertionError(f"pdfium does not find {quote!r} in {original.name}")


def compare(sheet: Locator, page: Printed) -> float:
    """How well the mark in sight lies on the letters sought; fails where it misses some or strays to others."""
    sheet.scroll_into_view_if_needed()
    sheet.locator("img").evaluate("image => image.decode()")
    seen = Image.open(io.BytesIO(sheet.screenshot())).convert("RGB")
    marked, scale = _yellow(seen), (seen.width / page.width, seen.height / page.height)
    words = _drawn(seen.size, _lines(page.sought), scale)
    both, either = ImageChops.logical_and(marked, words), ImageChops.logical_or(marked, words)
    covered = _share(marked, _drawn(seen.size, (letter.ink for letter in page.sought), scale))
    strayed = _share(marked, _drawn(seen.size, (letter.ink for letter in page.others), scale))
    assert covered >= LEAST_COVERED, f"{covered:.0%} of the words are marked"
    assert strayed <= _share_allowed(page), f"{strayed:.2%} of the other letters of the page are marked"
    overlap = _count(both) / _count(either)
    assert overlap >= LEAST_OVERLAP, f"mark and words overlap by {overlap:.2f}"
    return overlap


def _share_allowed(page: Printed) -> float:
    """As much as a tenth of the letters sought."""
    return MOST_STRAYED * len(page.sought) / max(len(page.others), 1)


def _letters(page: pypdfium2.PdfPage) -> list[Letter]:
    """Letters and digits in the order of the page, with the tight boxes of their ink."""
    text, (_, height) = page.get_textpage(), page.get_size()
    found = []
    for index in range(text.count_chars()):
        letter = text.get_text_range(index, 1)
        if len(letter) == 1 and letter.isalnum():
            boxes = (text.get_charbox(index, loose=loose) for loose in (False, True))
            ink, whole = ((left, height - top, right, height - bottom) for left, bottom, right, top in boxes)
            found.append(Letter(letter, ink, whole))
    return found


def _split(page: tuple[tuple[float, float], list[Letter]], start: int, length: int) -> Printed:
    (width, height), letters = page
    end = start + length
    return Printed(width, height, tuple(letters[start:end]), (*letters[:start], *letters[end:]))


def _lines(letters: Sequence[Letter]) -> list[Box]:
    """A box a line around letters that follow one another."""
    lines: list[Box] = []
    for left, top, right, bottom in (letter.whole for letter in letters):
        if lines and lines[-1][1] < (top + bottom) / 2 < lines[-1][3] and left > lines[-1][0]:
            last = lines[-1]
            lines[-1] = (last[0], min(last[1], top), max(last[2], right), max(last[3], bottom))
        else:
            lines.append((left, top, right, bottom))
    return lines


def _yellow(seen: Image.Image) -> Image.Image:
    """Where the screen is yellow, and the letters on it."""
    red, green, blue = (channel.convert("L") for channel in seen.split())
    bright = ImageChops.logical_and(
        red.point(lambda v: 255 * (v > 150), "1"), green.point(lambda v: 255 * (v > 110), "1")
    )
    faded = ImageChops.subtract(red, blue).point(lambda v: 255 * (v > 60), "1")
    found = ImageChops.logical_and(bright, faded).convert("L")
    near = ImageFilter.BoxBlur(_LETTER_GAP // 2)  # wider by a gap, and narrower by it again: gaps are closed
    wider = found.filter(near).point(lambda v: 255 * (v > 0))
    return wider.filter(near).point(lambda v: 255 * (v == 255), "1")


def _drawn(size: tuple[int, int], boxes: Iterable[Box], scale: tuple[float, float]) -> Image.Image:
    mask = Image.new("1", size)
    draw = ImageDraw.Draw(mask)
    for left, top, right, bottom in boxes:
        draw.rectangle((left * scale[0], top * scale[1], right * scale[0], bottom * scale[1]), fill=1)
    return mask


def _share(marked: Image.Image, drawn: Image.Image) -> float:
    return _count(ImageChops.logical_and(marked, drawn)) / max(_count(drawn), 1)


def _count(mask: Image.Image) -> int:
    return mask.histogram()[255]

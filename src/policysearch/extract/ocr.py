"""Pictures of pages -> words, by Tesseract with its Finnish model. The only module that imports pytesseract."""

import os
from collections.abc import Sequence
from functools import cache
from statistics import median

import pytesseract
from PIL.Image import Image

from policysearch.extract.normalise import normalise
from policysearch.model.text import OcrPage, OcrWord

LANGUAGE = "fin"

_TIMEOUT = 180  # seconds a page
# Tesseract's confidence, 0 to 100: below, it has read a picture or dirt. Words without a letter need more.
_LEAST, _LEAST_WITHOUT_LETTERS = 15, 60
_UNSURE = 55  # mean confidence of a page that may be lying on its side
_FAILURES = (pytesseract.TesseractError, RuntimeError, OSError, ValueError)


@cache
def ocr_engine() -> str | None:
    """Program, version and model (*tesseract 5.3.0 fin*), or None where one of them is not installed."""
    if LANGUAGE not in _languages():
        return None
    return f"tesseract {pytesseract.get_tesseract_version().public} {LANGUAGE}"


@cache
def _languages() -> frozenset[str]:
    try:
        return frozenset(pytesseract.get_languages())
    except (pytesseract.TesseractNotFoundError, *_FAILURES):
        return frozenset()


def read_picture(image: Image, *, number: int, scale: float, reader: str) -> OcrPage | None:
    """Reads a page, also one that lies on its side or upside down.

    Args:
        image: The page as a reader sees it.
        number: Its 1-based number.
        scale: Pixels per PDF point.
        reader: What `ocr_engine` says.

    Returns:
        Its words in PDF points, or None where Tesseract failed or took too long.
    """
    # Workers read documents side by side; Tesseract's own threads would only fight over the same cores.
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    try:
        words, confidence = _read(image, scale)
        on_its_side = _lies_on_its_side(words)
        turn = _turn(image) if words and (confidence < _UNSURE or on_its_side) else 0
        if turn:
            turned, better = _read(image.rotate(-turn, expand=True), scale)
            if better > confidence or (on_its_side and not _lies_on_its_side(turned)):
                return OcrPage(number, reader, turn, turned)
    except _FAILURES:
        return None
    return OcrPage(number, reader, 0, words)


def _read(image: Image, scale: float) -> tuple[tuple[OcrWord, ...], float]:
    """The words of an upright picture and their mean confidence."""
    table = pytesseract.image_to_data(
        image, lang=LANGUAGE, config="--psm 3", output_type=pytesseract.Output.DICT, timeout=_TIMEOUT
    )
    lines: dict[tuple[int, ...], list[int]] = {}
    for index, text in enumerate(table["text"]):
        if _is_read(text, float(table["conf"][index])):
            key = tuple(table[name][index] for name in ("block_num", "par_num", "line_num"))
            lines.setdefault(key, []).append(index)
    heights = {key: _height(table, indices) for key, indices in lines.items()}
    usual = median(heights.values()) if heights else 0.0
    words = []
    for key, indices in lines.items():
        top = min(table["top"][index] for index in indices)
        bottom = max(table["top"][index] + table["height"][index] for index in indices)
        # Without letters that go up or down a line is a third lower, and its type yet the same.
        height = usual if 0.6 * usual < heights[key] < 1.35 * usual else heights[key]
        for index in indices:
            left, width = table["left"][index], table["width"][index]
            text = "".join(normalise(table["text"][index]).split())
            # Rounded, so that words read now and words kept from an earlier reading are the very same.
            place = (round(pixels / scale, 2) for pixels in (left, top, left + width, bottom, height))
            words.append(OcrWord(text, *place))
    sure = [float(table["conf"][index]) for indices in lines.values() for index in indices]
    return tuple(words), sum(sure) / len(sure) if sure else 0.0


def _lies_on_its_side(words: Sequence[OcrWord]) -> bool:
    """Whether most longer words are higher than wide: Tesseract reads such lines, but not in their order."""
    long = [word for word in words if len(word.text) > 3]
    return 2 * sum(word.bottom - word.top > word.x1 - word.x0 for word in long) > len(long) > 0


def _is_read(text: str, confidence: float) -> bool:
    if not "".join(normalise(text).split()):
        return False
    return confidence >= (_LEAST if any(letter.isalnum() for letter in text) else _LEAST_WITHOUT_LETTERS)


def _height(table: dict[str, list[int]], indices: Sequence[int]) -> float:
    return median(table["height"][index] for index in indices)


def _turn(image: Image) -> int:
    """How far the picture must be turned clockwise to stand upright: 0, 90, 180 or 270."""
    if "osd" not in _languages():
        return 0
    found = pytesseract.image_to_osd(image, output_type=pytesseract.Output.DICT, timeout=_TIMEOUT)
    return int(found["rotate"]) % 360

"""What is printed on one PDF page: pdfplumber page -> glyphs, rules and pictures, as the reader of the paper sees them.

Coordinates are PDF points from the top left corner of the visible (cropped, turned) page. What is outside the crop
box, white on white, or printed twice is gone here; nothing after this module knows pdfplumber's dictionaries.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from policysearch.extract.normalise import REPLACEMENT, normalise

Turn = int  # degrees by which the text must be turned clockwise to stand upright: 0, 90, 180, 270, or -1 for askew

_BOLD = re.compile(r"bold|black|heavy|demi(?!light)|[-,]bd\b", re.IGNORECASE)
# Fonts that OCR programs use for their invisible text layer: Tesseract, ABBYY, Adobe Acrobat.
_OCR_FONT = re.compile(r"GlyphLess|HiddenHorzOCR|OCR-?Invisible", re.IGNORECASE)
_THIN = 2.5  # points; a filled rectangle up to this thickness is a rule
_DUPLICATE = 0.12  # of the font size: how far apart the two prints of a fake bold letter may stand
_LIGATURE = 1.5  # times the width of an f
_SMALLEST = 1.0  # points; smaller print is not meant to be read


class Glyph(NamedTuple):
    """One printed character (or ligature), `text` as the font maps it."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool


class Rule(NamedTuple):
    """A straight horizontal or vertical line, or the border of a rectangle."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """The visible content of one page.

    Attributes:
        glyphs: In the order in which the file prints them, by the turn that makes them upright.
        rules: Horizontal and vertical lines.
        picture_share: Share of the page covered by pictures, 0 to 1.
        n_curves: Number of drawn shapes that are not rules; text turned into outlines has very many.
        n_hidden: Number of letters that are printed invisibly and were left out.
        n_unreadable: Number of glyphs without a known letter.
        from_ocr: The text layer was made by an OCR program.
        cuts_ligatures: A font prints a wide sign (*fi*, *fl*) that the file calls *f* alone.
    """

    number: int
    width: float
    height: float
    glyphs: Mapping[Turn, tuple[Glyph, ...]]
    rules: tuple[Rule, ...]
    picture_share: float
    n_curves: int
    n_hidden: int
    n_unreadable: int
    from_ocr: bool
    cuts_ligatures: bool

    @property
    def n_glyphs(self) -> int:
        """Number of glyphs, white space included."""
        return sum(len(group) for group in self.glyphs.values())


def read_sheet(page: Any, objects: Mapping[str, Sequence[Mapping[str, Any]]]) -> Sheet:
    """Reads one page of pdfplumber and its objects by kind; the caller closes the page afterwards."""
    left, top, width, height = _visible(page)
    areas = [*objects.get("rect", ()), *objects.get("curve", ())]
    pictures = objects.get("image", ())
    groups: dict[Turn, list[Glyph]] = {}
    n_hidden = n_unreadable = 0
    fonts: dict[str, bool] = {}
    widths: dict[str, list[float]] = {}
    for char in objects.get("char", ()):
        text = char["text"]
        x0, y0, x1, y1 = char["x0"] - left, char["top"] - top, char["x1"] - left, char["bottom"] - top
        if not (-1 <= (x0 + x1) / 2 <= width + 1 and -1 <= (y0 + y1) / 2 <= height + 1):
            n_hidden += not text.isspace()
            continue
        if _is_unreadable(text):
            n_unreadable += 1
            text = REPLACEMENT
        size = max(char["size"], 0.0)
        if not text.isspace() and (size < _SMALLEST or (_is_white(char) and not _on_colour(char, areas, pictures))):
            n_hidden += 1
            continue
        font = char["fontname"]
        if font not in fonts:
            fonts[font] = _BOLD.search(font) is not None
        if text == "f" and size:
            widths.setdefault(font, []).append((x1 - x0) / size)
        groups.setdefault(_turn(char["matrix"]), []).append(Glyph(text, x0, y0, x1, y1, size, fonts[font]))
    return Sheet(
        number=page.page_number,
        width=width,
        height=height,
        glyphs={turn: _without_duplicates(glyphs) for turn, glyphs in groups.items()},
        rules=tuple(_rules([*objects.get("line", ()), *areas], left, top)),
        picture_share=_share(pictures, left, top, width, height),
        n_curves=len(objects.get("curve", ())),
        n_hidden=n_hidden,
        n_unreadable=n_unreadable,
        from_ocr=any(_OCR_FONT.search(font) for font in fonts),
        # LibreOffice before 5.3 maps a ligature to its first letter; fi and fl are equally wide, so that which of them
        # it was cannot be told.
        cuts_ligatures=any(max(found) > _LIGATURE * min(found) > 0 for found in widths.values()),
    )


def _visible(page: Any) -> tuple[float, float, float, float]:
    """Left, top, width and height of the crop box in pdfplumber's coordinates of the turned page."""
    box_left, box_top, box_right, box_bottom = page.mediabox
    whole = box_left, box_top, box_right - box_left, box_bottom - box_top
    crop = page.page_obj.cropbox
    if not crop:
        return whole
    mx0, my0, mx1, my1 = _ordered(page.page_obj.mediabox)
    cx0, cy0, cx1, cy1 = _ordered(crop)
    cx0, cy0, cx1, cy1 = max(cx0, mx0), max(cy0, my0), min(cx1, mx1), min(cy1, my1)
    if cx1 - cx0 < 1 or cy1 - cy0 < 1:
        return whole
    # pdfplumber does not turn an uncentred crop box with its page.
    left, top, width, height = {
        0: (cx0 - mx0, my1 - cy1, cx1 - cx0, cy1 - cy0),
        90: (cy0 - my0, cx0 - mx0, cy1 - cy0, cx1 - cx0),
        180: (mx1 - cx1, cy0 - my0, cx1 - cx0, cy1 - cy0),
        270: (my1 - cy1, mx1 - cx1, cy1 - cy0, cx1 - cx0),
    }.get(page.rotation, (0.0, 0.0, whole[2], whole[3]))
    return box_left + left, box_top + top, width, height


def _ordered(box: Iterable[float]) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = box
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _turn(matrix: tuple[float, ...]) -> Turn:
    """How far text printed with this matrix must be turned to stand upright."""
    a, b = matrix[0], matrix[1]
    if abs(b) <= 0.05 * abs(a):
        return 0 if a > 0 else 180
    if abs(a) <= 0.05 * abs(b):
        return 90 if b > 0 else 270
    return -1


def _is_unreadable(text: str) -> bool:
    """Whether the font gives a glyph no letter: pdfminer's `(cid:12)`, or a private-use code of no known font."""
    if text.startswith("(cid:"):
        return True
    return not text.isascii() and unicodedata.category(text[0]) in ("Co", "Cn") and normalise(text) == REPLACEMENT


def _is_white(shape: Mapping[str, Any]) -> bool:
    colour = shape.get("non_stroking_color")
    if isinstance(colour, int | float):
        colour = (colour,)
    if not isinstance(colour, tuple | list) or not colour or not all(isinstance(part, int | float) for part in colour):
        return False
    if len(colour) == 4:
        return bool(max(colour) <= 0.01)
    return min(colour) >= 0.99 and len(colour) in (1, 3)


def _on_colour(
    char: Mapping[str, Any], areas: Iterable[Mapping[str, Any]], pictures: Iterable[Mapping[str, Any]]
) -> bool:
    """Whether something that is not white lies behind a white letter."""
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2

    def behind(area: Mapping[str, Any]) -> bool:
        return bool(area["x0"] <= x <= area["x1"] and area["top"] <= y <= area["bottom"])

    filled = any(area.get("fill") and not _is_white(area) and behind(area) for area in areas)
    return filled or any(behind(picture) for picture in pictures)


def _without_duplicates(glyphs: list[Glyph]) -> tuple[Glyph, ...]:
    """The glyphs without those printed twice in one place; what was printed twice was meant as bold."""
    printed = [glyph for glyph in glyphs if not glyph.text.isspace()]
    places = {(glyph.text, round(glyph.x0), round(glyph.top)) for glyph in printed}
    if len(places) > 0.98 * len(printed):
        return tuple(glyphs)
    seen: dict[tuple[str, int], list[int]] = {}
    kept: list[Glyph] = []
    for glyph in glyphs:
        near = _DUPLICATE * glyph.size
        row = round(glyph.top)
        twin = next(
            (
                index
                for key in ((glyph.text, row), (glyph.text, row - 1), (glyph.text, row + 1))
                for index in seen.get(key, ())
                if abs(kept[index].x0 - glyph.x0) <= near and abs(kept[index].top - glyph.top) <= near
            ),
            None,
        )
        if twin is None or glyph.text.isspace():
            seen.setdefault((glyph.text, row), []).append(len(kept))
            kept.append(glyph)
        else:
            kept[twin] = kept[twin]._replace(bold=True)
    return tuple(kept)


def _rules(shapes: Iterable[Mapping[str, Any]], left: float, top: float) -> Iterable[Rule]:
    """Lines, thin rectangles and the four borders of stroked rectangles."""
    for shape in shapes:
        x0, y0, x1, y1 = shape["x0"] - left, shape["top"] - top, shape["x1"] - left, shape["bottom"] - top
        if x1 - x0 <= _THIN or y1 - y0 <= _THIN:
            yield Rule(x0, y0, x1, y1)
        elif shape["object_type"] == "rect" and shape.get("stroke"):
            yield from (Rule(x0, y0, x1, y0), Rule(x0, y1, x1, y1), Rule(x0, y0, x0, y1), Rule(x1, y0, x1, y1))


def _share(pictures: Iterable[Mapping[str, Any]], left: float, top: float, width: float, height: float) -> float:
    """Share of the page under pictures; overlapping ones may count twice, up to 1."""
    area = 0.0
    for picture in pictures:
        x0, x1 = max(picture["x0"] - left, 0), min(picture["x1"] - left, width)
        y0, y1 = max(picture["top"] - top, 0), min(picture["bottom"] - top, height)
        area += max(x1 - x0, 0) * max(y1 - y0, 0)
    return min(area / (width * height), 1.0) if width * height else 0.0

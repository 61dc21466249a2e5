"""One page -> its words, from the text layer where that is sound, else from its picture by OCR."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from policysearch.extract import ocr as tesseract
from policysearch.extract.pdf_frames import Rect, turned, turned_size
from policysearch.extract.pdf_glyphs import Glyph, Rule, Sheet
from policysearch.extract.pdf_page import Frame, frame_of
from policysearch.extract.pdf_picture import PictureBook, pictures_of
from policysearch.extract.pdf_words import TypeWord, words_of
from policysearch.model.text import OcrPage, PageStatus

_FEW_GLYPHS = 80  # a stamp, a page number or a running header on a scanned page
_SCAN = 0.5  # share of a page under pictures from which on it may be a scan
_LOGO = 0.02  # a smaller picture alone on a page is an ornament
_GARBLED = 0.3  # share of glyphs without a letter from which on a text layer is useless
_OUTLINES = 150  # more drawn shapes than this on a page without text are letters turned into outlines


@dataclass(frozen=True, slots=True)
class Reading:
    """A page read word by word.

    Attributes:
        frames: Its text by the turn that makes it upright, the one with most words first.
        askew: Watermarks and stamps that stand at an angle, one group of words each.
        troubles: Names of what went wrong, as `pdf_warnings` knows them.
    """

    number: int
    status: PageStatus
    width: float
    height: float
    frames: tuple[Frame, ...] = ()
    askew: tuple[tuple[TypeWord, ...], ...] = ()
    troubles: tuple[str, ...] = ()


class PageReader:
    """Reads the pages of one PDF; opens it for drawing only when a page needs it.

    Attributes:
        ocr_pages: What OCR read of the pages so far, now or earlier.
    """

    def __init__(self, data: bytes, stack: ExitStack, *, ocr: bool, known_ocr: Mapping[int, OcrPage]) -> None:
        """Takes the file, the stack that closes what was opened for drawing, and what OCR read earlier."""
        self._data = data
        self._stack = stack
        self._ocr = ocr
        self._known_ocr = known_ocr
        self._book: PictureBook | None = None
        self._readers: dict[str, None] = {}
        self.ocr_pages: list[OcrPage] = []

    @property
    def engine(self) -> str | None:
        """Which OCR read words that are used, or None; each engine once, in the order of their pages."""
        return "; ".join(self._readers) or None

    def read(self, sheet: Sheet) -> Reading:
        """Reads one page."""
        if _needs_ocr(sheet):
            return self._read_picture(sheet)
        if not sheet.n_glyphs:
            return Reading(sheet.number, "blank", sheet.width, sheet.height)
        return self._read_layer(sheet)

    def _read_layer(self, sheet: Sheet) -> Reading:
        frames = [_upright(sheet, turn, glyphs) for turn, glyphs in sheet.glyphs.items() if turn >= 0]
        frames = [frame for frame in frames if frame.rows or frame.tables]
        frames.sort(key=lambda frame: -_n_words(frame))
        askew = tuple(words_of(sheet.glyphs.get(-1, ())))
        troubles = [
            name
            for name, is_met in (
                ("hidden", sheet.n_hidden > 0),
                ("unreadable", sheet.n_unreadable > 0),
                ("ocr_layer", sheet.from_ocr),
                ("cut_ligatures", sheet.cuts_ligatures),
            )
            if is_met
        ]
        if sheet.from_ocr:
            self._readers["the text layer of the file, made by OCR"] = None
        status: PageStatus = "ocr" if sheet.from_ocr else "text" if frames or askew else "blank"
        return Reading(
            sheet.number,
            status,
            sheet.width,
            sheet.height,
            tuple(frames),
            (askew,) if askew else (),
            tuple(troubles),
        )

    def _read_picture(self, sheet: Sheet) -> Reading:
        """Reads the picture of a page; without OCR the few words of the text layer are kept."""
        page = self._known_ocr.get(sheet.number)
        engine = tesseract.ocr_engine() if self._ocr and page is None else None
        if page is None and engine is None:
            trouble = "no_layer" if self._ocr else "ocr_off"
            layer = self._read_layer(sheet)
            frames = () if _is_garbled(sheet) else layer.frames
            return Reading(sheet.number, "unread", sheet.width, sheet.height, frames, troubles=(trouble,))
        if engine is not None:
            page = self._ask(engine, sheet.number)
        if page is None:
            return Reading(sheet.number, "unread", sheet.width, sheet.height, troubles=("ocr_failed",))
        self.ocr_pages.append(page)
        if not page.words:
            return Reading(sheet.number, "blank", sheet.width, sheet.height)
        self._readers[page.reader] = None
        words = [TypeWord(w.text, w.x0, w.top, w.x1, w.bottom, w.height, bold=False) for w in page.words]
        width, height = turned_size(page.turn, sheet.width, sheet.height)
        frame = frame_of(page.turn, width, height, words, ())
        return Reading(sheet.number, "ocr", sheet.width, sheet.height, (frame,), troubles=("ocr",))

    def _ask(self, engine: str, number: int) -> OcrPage | None:
        if self._book is None:
            self._book = self._stack.enter_context(pictures_of(self._data))
        picture = self._book.picture(number) if self._book else None
        if picture is None:
            return None
        return tesseract.read_picture(picture.image, number=number, scale=picture.scale, reader=engine)


def _needs_ocr(sheet: Sheet) -> bool:
    """Whether the text layer is missing, useless, or no more than a stamp on a scan."""
    if _is_garbled(sheet):
        return True
    if sheet.n_glyphs == 0:
        return sheet.picture_share >= _LOGO or sheet.n_curves >= _OUTLINES
    return sheet.n_glyphs < _FEW_GLYPHS and sheet.picture_share >= _SCAN


def _is_garbled(sheet: Sheet) -> bool:
    return sheet.n_unreadable > _GARBLED * sheet.n_glyphs


def _upright(sheet: Sheet, turn: int, glyphs: Sequence[Glyph]) -> Frame:
    """The glyphs of one turn, turned with the rules of the page."""
    if turn:
        glyphs = [
            glyph._replace(**turned(Rect(*glyph[1:5]), turn, sheet.width, sheet.height)._asdict()) for glyph in glyphs
        ]
    rules = sheet.rules
    if turn:
        rules = tuple(Rule(*turned(Rect(*rule), turn, sheet.width, sheet.height)) for rule in rules)
    width, height = turned_size(turn, sheet.width, sheet.height)
    return frame_of(turn, width, height, words_of(glyphs), rules)


def _n_words(frame: Frame) -> int:
    in_tables = sum(len(cell.words) for table in frame.tables for cell in table.cells)
    return in_tables + sum(len(row.words) for row in frame.rows)

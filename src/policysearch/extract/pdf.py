"""PDF bytes -> blocks, by pdfplumber: page after page, each closed when it is read, so that memory stays flat.

The only module that imports pdfplumber and pdfminer. The way of a page: glyphs (`pdf_glyphs`), words and rows
(`pdf_words`), ruled tables (`pdf_rules`), header and footer (`pdf_margins`), columns, labels and tables without rules
(`pdf_columns`), reading order (`pdf_layout`), paragraphs and list items (`pdf_blocks`). Headings come last
(`pdf_headings`), since they are measured by the type of the whole document. Pages without a text layer go to `ocr`.
"""

import logging
import struct
import zlib
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from io import BytesIO
from itertools import islice
from types import MappingProxyType
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFXRefFallback
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from policysearch.errors import ReadError
from policysearch.extract.pdf_blocks import Draft
from policysearch.extract.pdf_frames import Rect, turned_back
from policysearch.extract.pdf_glyphs import read_sheet
from policysearch.extract.pdf_headings import Set, finished, line_of, type_of
from policysearch.extract.pdf_page import page_drafts
from policysearch.extract.pdf_reading import PageReader, Reading
from policysearch.extract.pdf_warnings import warnings_of
from policysearch.extract.pdf_words import TypeWord
from policysearch.model.source import Extract
from policysearch.model.text import Box, OcrPage, Page, Word

MEDIA_TYPE = "application/pdf"

# What pdfminer raises on damaged files: its own errors, and those of Python's types, of which its parser checks little.
_DAMAGE = (
    PSException,
    PdfminerException,
    MalformedPDFException,
    struct.error,
    zlib.error,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
_NEIGHBOURS = 2  # pages before and after in which a running header is looked for: right and left pages may differ

# pdfminer warns of every colour it cannot read; what matters to a reader is in Extract.warnings.
logging.getLogger("pdfminer").setLevel(logging.ERROR)


def extract_pdf(data: bytes, *, ocr: bool = True, known_ocr: Mapping[int, OcrPage] = MappingProxyType({})) -> Extract:
    """Reads all pages of a PDF into blocks in reading order.

    Title and date of the file's own properties are not used: they are mostly those of a template.

    Args:
        data: The whole file.
        ocr: Whether pages without a text layer are read by Tesseract, where it is installed.
        known_ocr: Pages that OCR read earlier, by number; their words are used in its place.

    Returns:
        Every page is accounted for; pages that could not be read have the status `unread` and a warning.

    Raises:
        ReadError: The file is empty, no PDF, encrypted, truncated, or damaged beyond its pages.
    """
    document = _open(data)
    pages: list[Page] = []
    sets: list[Set] = []
    troubles: dict[str, list[int]] = {}
    with ExitStack() as stack:
        reader = PageReader(data, stack, ocr=ocr, known_ocr=known_ocr)
        for reading, neighbours in _with_neighbours(_readings(document, reader)):
            pages.append(Page(reading.number, reading.status, reading.width, reading.height))
            for trouble in reading.troubles:
                troubles.setdefault(trouble, []).append(reading.number)
            sets += _sets(reading, neighbours)
    return Extract(
        "",
        MEDIA_TYPE,
        finished(sets),
        tuple(pages),
        warnings=warnings_of(troubles),
        reader=reader.engine,
        ocr_pages=tuple(reader.ocr_pages),
    )


def _open(data: bytes) -> Any:
    """The file as pdfplumber opens it, with at least one page."""
    if not data:
        raise ReadError("empty: the file has no bytes; fetch it again")
    if b"%PDF-" not in data[:1024]:
        raise ReadError("not a PDF: the file does not begin with %PDF-; its name or address is wrong about it")
    try:
        document = pdfplumber.open(BytesIO(data))
        n_pages = len(document.pages)
        is_repaired = any(isinstance(xref, PDFXRefFallback) for xref in document.doc.xrefs)
    except _DAMAGE as error:
        if _is_encrypted(error):
            raise ReadError("encrypted: needs a password to open; save a copy without one and ingest that") from error
        raise ReadError(_damage(data)) from error
    if not n_pages or (is_repaired and _is_truncated(data)):
        raise ReadError(_damage(data))
    return document


def _is_encrypted(error: BaseException) -> bool:
    """Whether an error, or the one that pdfplumber wrapped in it, is about a password."""
    return any(isinstance(cause, PDFEncryptionError) for cause in (error, *error.args))


def _is_truncated(data: bytes) -> bool:
    """Whether the end mark of the file is missing; some publishers' servers append a little after it."""
    return b"%%EOF" not in data.rstrip(b"\0 \r\n\t")[-2048:]


def _damage(data: bytes) -> str:
    if _is_truncated(data):
        return "truncated: the file ends before the end mark of a PDF; fetch it again"
    return "damaged: the structure of the PDF cannot be read; fetch it again or print it to a new PDF"


def _readings(document: Any, reader: PageReader) -> Iterator[Reading]:
    """The pages in order, read word by word; a damaged page is unread, and the rest goes on."""
    for number, page in enumerate(document.pages, start=1):
        try:
            objects = page.objects
        except _DAMAGE:
            yield Reading(number, "unread", float(page.width), float(page.height), troubles=("damaged",))
        else:
            yield reader.read(read_sheet(page, objects))
        finally:
            page.close()


def _with_neighbours(readings: Iterable[Reading]) -> Iterator[tuple[Reading, list[Reading]]]:
    """Each page with the pages just before and after it, holding no more of them than that."""
    window: deque[Reading] = deque(maxlen=2 * _NEIGHBOURS + 1)
    ahead = iter(readings)
    n_behind = 0
    window.extend(islice(ahead, _NEIGHBOURS + 1))
    while n_behind < len(window):
        yield window[n_behind], [reading for index, reading in enumerate(window) if index != n_behind]
        following = next(ahead, None)
        if following is not None:
            is_full = len(window) == window.maxlen
            window.append(following)
            n_behind += not is_full
        else:
            n_behind += 1


def _sets(reading: Reading, neighbours: Iterable[Reading]) -> Iterator[Set]:
    """The blocks of a page, upright text first, then text that lies on its side and watermarks."""
    around = [frame.marks for other in neighbours for frame in other.frames[:1]]
    for number, frame in enumerate(reading.frames):
        for draft in page_drafts(frame, around if number == 0 else ()):
            yield _set(draft, reading, frame.turn)
    for words in reading.askew:
        yield _set(Draft("margin", (words,)), reading, 0)


def _set(draft: Draft, reading: Reading, turn: int) -> Set:
    def printed(word: TypeWord) -> Word:
        rect = turned_back(Rect(word.x0, word.top, word.x1, word.bottom), turn, reading.width, reading.height)
        return Word(word.text, Box(reading.number, *rect))

    lines = (line_of(reading.number, [printed(word) for word in line], draft.cells) for line in draft.lines)
    return Set(draft.kind, tuple(lines), type_of(draft), reading.status == "ocr", draft.columns)

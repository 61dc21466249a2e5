"""PDF bytes -> blocks, by pdfplumber: page after page, each closed when it is read, so that memory stays flat.

The only module that imports pdfplumber and pdfminer. A page: glyphs (`pdf_glyphs`), words and rows (`pdf_words`),
bands (`pdf_columns`), reading order (`pdf_layout`), paragraphs (`pdf_blocks`); headings are known at the end
(`pdf_headings`), since they are measured by the type of the whole document.
"""

import logging
import struct
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from policysearch.errors import ReadError
from policysearch.extract.pdf_blocks import Draft
from policysearch.extract.pdf_glyphs import Sheet, read_sheet
from policysearch.extract.pdf_headings import Set, finished, line_of, type_of
from policysearch.extract.pdf_layout import drafts_of
from policysearch.extract.pdf_words import TypeWord, rows_of, words_of
from policysearch.model.source import Extract
from policysearch.model.text import Box, Page, Word

MEDIA_TYPE = "application/pdf"

# What pdfminer raises on damaged files: its own errors, and those of Python's types, of which its parser checks little.
_DAMAGE = (
    PSException,
    PDFException,
    PdfminerException,
    MalformedPDFException,
    struct.error,
    zlib.error,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)

# pdfminer warns of every colour it cannot read; what matters to a reader is in Extract.warnings.
logging.getLogger("pdfminer").setLevel(logging.ERROR)


def extract_pdf(data: bytes, *, ocr: bool = True) -> Extract:
    """Reads all pages of a PDF into blocks in reading order.

    Args:
        data: The whole file.
        ocr: Whether pages without a text layer are read by Tesseract, where it is installed.

    Raises:
        ReadError: The file is empty, no PDF, encrypted or damaged beyond its pages.
    """
    document = _open(data)
    pages: list[Page] = []
    sets: list[Set] = []
    for number, page in enumerate(document.pages, start=1):
        try:
            sheet = read_sheet(page)
        except _DAMAGE:
            pages.append(Page(number, "unread"))
            continue
        finally:
            page.close()
        pages.append(Page(number, "text", sheet.width, sheet.height))
        sets += _sets(sheet)
    return Extract("", MEDIA_TYPE, finished(sets), tuple(pages))


def _open(data: bytes) -> Any:
    if not data:
        raise ReadError("empty: the file has no bytes; fetch it again")
    if b"%PDF-" not in data[:1024]:
        raise ReadError("not a PDF: the file does not begin with %PDF; its name or address is wrong about it")
    try:
        document = pdfplumber.open(BytesIO(data))
        n_pages = len(document.pages)
    except _DAMAGE as error:
        if _is_encrypted(error):
            raise ReadError("encrypted: needs a password to open; save a copy without one and ingest that") from error
        raise ReadError("damaged: the structure of the PDF cannot be read; fetch it again") from error
    if not n_pages:
        raise ReadError("damaged: no pages can be found in the PDF; fetch it again")
    return document


def _is_encrypted(error: BaseException) -> bool:
    return any(isinstance(cause, PDFEncryptionError) for cause in (error, *error.args, error.__context__))


def _sets(sheet: Sheet) -> Iterator[Set]:
    for glyphs in sheet.glyphs.values():
        for draft in drafts_of(rows_of(words_of(glyphs))):
            yield _set(draft, sheet.number)


def _set(draft: Draft, number: int) -> Set:
    lines = tuple(line_of(number, _printed(line, number), draft.cells) for line in draft.lines)
    return Set(draft.kind, lines, type_of(draft), ocr=False)


def _printed(words: Sequence[TypeWord], number: int) -> tuple[Word, ...]:
    return tuple(Word(word.text, Box(number, word.x0, word.top, word.x1, word.bottom)) for word in words)

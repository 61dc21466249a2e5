"""Bytes of an original -> what stands in it: blocks in reading order, with page and box where the format has them.

`extract` recognises the format and hands over to its extractor, which is imported only when it is needed.
"""

from collections.abc import Mapping
from types import MappingProxyType

from policysearch.model.source import Extract
from policysearch.model.text import OcrPage

__all__ = ["extract"]


def extract(
    data: bytes,
    *,
    name: str,
    served_as: str | None = None,
    read_as: str | None = None,
    ocr: bool = True,
    known_ocr: Mapping[int, OcrPage] = MappingProxyType({}),
) -> tuple[Extract, ...]:
    """Reads one original.

    Args:
        data: All bytes of the original.
        name: Its file name or address; the bytes decide what it is, the name only breaks ties.
        served_as: What a server called it; believed only of text whose name says nothing.
        read_as: As what these bytes were read before, a media type.
        ocr: Whether pages without a text layer may be read by OCR.
        known_ocr: Pages that OCR read earlier, by number: their words are used, and the engine is not asked again,
            whatever `ocr` says.

    Returns:
        One extract, or one for each item of an original that holds several (decisions of a JSON listing), in order.

    Raises:
        UnsupportedFormatError: The original is no document of a kind that is read; to be skipped.
        ReadError: The original cannot be read: encrypted, damaged, empty, or not what its name says.
    """
    from policysearch.extract import detect

    match detect.media_type(data, name, served_as=served_as, read_as=read_as):
        case detect.PDF:
            from policysearch.extract.pdf import extract_pdf

            return (extract_pdf(data, ocr=ocr, known_ocr=known_ocr),)
        case detect.HTML:
            from policysearch.extract.html import extract_html

            return (extract_html(data),)
        case detect.DOCX:
            from policysearch.extract.docx import extract_docx

            return (extract_docx(data),)
        case detect.JSON:
            import json

            from policysearch.extract import casem

            root = json.loads(data)
            if casem.is_casem(root):
                return (casem.extract_casem(root),)
            from policysearch.extract.helsinki import extract_decisions

            return extract_decisions(data)
        case media_type:
            from policysearch.extract.text import extract_text

            return (extract_text(data, media_type=media_type),)

"""Bytes of an original -> what stands in it: blocks in reading order, with page and box where the format has them.

`extract` recognises the format and hands over to its extractor, which is imported only when it is needed.
"""

from policysearch.model.source import Extract

__all__ = ["extract"]


def extract(data: bytes, *, name: str, ocr: bool = True) -> tuple[Extract, ...]:
    """Reads one original.

    Args:
        data: All bytes of the original.
        name: Its file name or address; the bytes decide what it is, the name only breaks ties.
        ocr: Whether pages without a text layer may be read by OCR.

    Returns:
        One extract, or one for each item of an original that holds several (decisions of a JSON listing), in order.

    Raises:
        UnsupportedFormatError: The original is no document of a kind that is read; to be skipped.
        ReadError: The original cannot be read: encrypted, damaged, empty, or not what its name says.
    """
    from policysearch.extract import detect

    match detect.media_type(data, name):
        case detect.PDF:
            from policysearch.extract.pdf import extract_pdf

            return (extract_pdf(data, ocr=ocr),)
        case detect.HTML:
            from policysearch.extract.html import extract_html

            return (extract_html(data),)
        case detect.DOCX:
            from policysearch.extract.docx import extract_docx

            return (extract_docx(data),)
        case detect.JSON:
            from policysearch.extract.helsinki import extract_decisions

            return extract_decisions(data)
        case media_type:
            from policysearch.extract.text import extract_text

            return (extract_text(data, media_type=media_type),)

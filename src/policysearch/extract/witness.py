"""A second reading of an original, by other means, to hold a quote against.

It shares no code with the extractors, knows no blocks and judges nothing: raw text in the order of the file, page by
page where there are pages. Whoever compares must allow for white space, line-end hyphens and page furniture.
"""

import html
import io
import json
import re
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser

import pypdfium2

from policysearch.errors import ReadError

Pages = tuple[tuple[int | None, str], ...]

_UNSEEN = frozenset(("script", "style", "template"))
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DOUBLED = re.compile("[\u00c2-\u00f4][\u0080-\u024f\u02c6\u02dc\u2010-\u2122]{1,3}")
_MARKS = re.compile(r"\]\([^)\s]*\)|[*_`#>|\\\[\]]")
_WORD_UNSEEN = re.compile(
    r"<w:(del|moveFrom)\b[^>]*(?<!/)>.*?</w:\1>|<w:instrText\b.*?</w:instrText>|<mc:Fallback>.*?</mc:Fallback>",
    re.DOTALL,
)
_WORD_BREAK = re.compile(r"</w:p>|<w:(?:tab|br|cr)\b[^>]*/>")


def witness(data: bytes, media_type: str, locator: str) -> Pages:
    """Reads an original again.

    Args:
        data: All bytes of the original.
        media_type: As the extract names it.
        locator: As the extract names it; names one record of a JSON listing.

    Returns:
        Page number (1-based, None for formats without pages) and raw text of each page or part, in order.

    Raises:
        ReadError: The original cannot be read by these means, or has no such item.
    """
    reader = _READERS.get(media_type)
    if reader is None:
        raise ReadError(f"no second reader for {media_type}")
    return reader(data, locator)


def _pdf(data: bytes, _locator: str) -> Pages:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ReadError(f"PDFium cannot open the original: {error}") from error
    try:
        return tuple((number + 1, _pdf_page(document, number)) for number in range(len(document)))
    finally:
        document.close()


def _pdf_page(document: pypdfium2.PdfDocument, number: int) -> str:
    try:
        page = document[number]
    except pypdfium2.PdfiumError as error:
        raise ReadError(f"PDFium cannot open page {number + 1}: {error}") from error
    text_page = page.get_textpage()
    try:
        return str(text_page.get_text_range())
    finally:
        text_page.close()
        page.close()


def _page(data: bytes, _locator: str) -> Pages:
    return ((None, _without_tags(_characters(data))),)


def _text(data: bytes, _locator: str) -> Pages:
    text = _characters(data)
    if "\f" not in text:
        return ((None, text),)
    return tuple(enumerate(text.split("\f"), 1))


def _markdown(data: bytes, locator: str) -> Pages:
    return tuple((page, html.unescape(_MARKS.sub("", text))) for page, text in _text(data, locator))


def _docx(data: bytes, _locator: str) -> Pages:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [name for name in ("word/document.xml", "word/footnotes.xml") if name in archive.namelist()]
            sources = [archive.read(name).decode("utf-8") for name in parts]
    except (zipfile.BadZipFile, UnicodeDecodeError) as error:
        raise ReadError(f"the DOCX cannot be unpacked: {error}") from error
    return tuple((None, _without_word_tags(source)) for source in sources)


def _without_word_tags(source: str) -> str:
    source = _WORD_BREAK.sub("\n", _WORD_UNSEEN.sub("", source))
    source = source.replace("<w:noBreakHyphen/>", "-")
    return html.unescape(re.sub(r"<[^>]*>", "", source))


def _decision(data: bytes, locator: str) -> Pages:
    root = json.loads(data)
    if isinstance(root, dict) and "value" in root:
        return tuple((None, _property(item)) for item in root["value"])
    records = root.get("decisions", [root]) if isinstance(root, dict) else root
    for record in records:
        if record.get("NativeId") == locator:
            sources = (record.get("Content"), record.get("Motion"))
            return tuple((None, _without_tags(source)) for source in sources if source)
    raise ReadError(f"the original has no decision {locator}")


def _property(item: dict[str, str | None]) -> str:
    """Name and text of a property of a CaseM item; a text may be JSON with HTML in it."""
    text = item["Text"] or ""
    topics = json.loads(text) if text.startswith("[{") else None
    pieces = [_without_tags(str(value)) for topic in topics for value in topic.values()] if topics else []
    # The name of a body stands before its words where it is read, and after them in the file.
    named = [str(topic["Party"]) for topic in topics or () if "Party" in topic]
    return "\n".join([str(item["Name"]), *named, *pieces, _without_tags(text.replace(";#", "\n"))])


class _Stripper(HTMLParser):
    """Collects character data; tags that begin a line or a cell become line feeds."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unseen += tag in _UNSEEN
        if tag not in _INLINE:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self.unseen = max(self.unseen - 1, 0)
        if tag not in _INLINE:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.pieces.append(data)


def _without_tags(source: str) -> str:
    stripper = _Stripper()
    stripper.feed(source)
    stripper.close()
    return "".join(stripper.pieces)


def _characters(data: bytes) -> str:
    """The file as text, by the plainest rule: its byte order mark, else UTF-8, else windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        label = _CHARSET.search(data[:8192])
        name = label[1].decode("ascii").lower() if label else "windows-1252"
        if name in ("utf-8", "utf8", "iso-8859-1", "latin1", "us-ascii"):
            name = "windows-1252"
        try:
            text = data.decode(name, "replace")
        except LookupError:
            text = data.decode("windows-1252", "replace")
    # Letters that were encoded twice: the extractor reads them as their author wrote them, and so must its witness.
    is_doubled = text.count("Ã¤") + text.count("Ã¶") > max(2, text.count("ä") + text.count("ö"))
    return _DOUBLED.sub(_decode_again, text) if is_doubled else text


def _decode_again(match: re.Match[str]) -> str:
    try:
        return match[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return match[0]


_READERS: dict[str, Callable[[bytes, str], Pages]] = {
    "application/pdf": _pdf,
    "text/html": _page,
    "text/plain": _text,
    "text/markdown": _markdown,
    "application/json": _decision,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": _docx,
}

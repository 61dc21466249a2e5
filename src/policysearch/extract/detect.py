"""What a file really is: its bytes decide, its name only breaks ties between kinds of text."""

import codecs
import io
import json
import re
import zipfile
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import puremagic

from policysearch.errors import ReadError, UnsupportedFormatError

PDF = "application/pdf"
HTML = "text/html"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "text/plain"
MARKDOWN = "text/markdown"
JSON = "application/json"

KINDS = {
    PDF: "a PDF",
    HTML: "an HTML page",
    DOCX: "a DOCX document",
    TEXT: "plain text",
    MARKDOWN: "Markdown",
    JSON: "JSON",
}

# What the end of a name claims about a document. A name that ends otherwise claims nothing that is read.
_CLAIMS = {
    "pdf": PDF,
    "docx": DOCX,
    "docm": DOCX,
    "html": HTML,
    "htm": HTML,
    "xhtml": HTML,
    "txt": TEXT,
    "text": TEXT,
    "md": MARKDOWN,
    "markdown": MARKDOWN,
    "json": JSON,
}
# Files that describe a folder or a program rather than policy, by the conventions of source repositories.
_ABOUT_FILES = re.compile(
    r"(licen[cs]e|copying|notice|readme|changelog|changes|contributing|authors|code_of_conduct)([._-].*)?",
    re.IGNORECASE,
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS = "save it as DOCX or PDF and ingest that"
_HEAD = 64 * 1024
# The largest total that a DOCX may unpack to; the largest real plans stay below a tenth of it.
_MAX_UNPACKED = 400 * 1024 * 1024

_HTML_START = re.compile(
    r"\s*(<\?xml[^>]*\?>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_HTML_TAG = re.compile(
    r"</?(p|div|h[1-6]|br|li|ul|ol|table|tr|td|span|a|b|strong|section|article|title|meta)\b", re.IGNORECASE
)
_XML_START = re.compile(r"\s*(<\?xml|<svg|<rss|<feed|<!doctype\s+(?!html))", re.IGNORECASE)


def media_type(data: bytes, name: str, *, served_as: str | None = None, read_as: str | None = None) -> str:
    """The media type of an original that can be read: one of the constants of this module.

    Args:
        data: All bytes of the original.
        name: File name or address; only its last part matters.
        served_as: What a server called it. Servers are often wrong, so this tells only kinds of text apart, and only
            where the name tells nothing.
        read_as: As what these bytes were read before: it stands above name and server, and beneath the bytes.

    Raises:
        UnsupportedFormatError: It is no document of a kind that is read, and its name does not claim to be one.
        ReadError: It is empty, encrypted or damaged, or its name claims a document that it is not.
    """
    last = _last_part(name)
    claim = None if read_as else _CLAIMS.get(_suffix(last))
    if not data:
        raise ReadError(f"{last} is empty (zero bytes); fetch it again")
    found = _from_signature(data, last, claim) or _from_text(
        data, last, claim or read_as or _served_text(served_as), is_document=read_as is not None
    )
    if claim in (None, found) or {claim, found} == {TEXT, MARKDOWN}:
        return found
    raise ReadError(f"{last} is {KINDS[found]}, not {KINDS[claim]}, whatever its name says; rename it and try again")


def _served_text(served_as: str | None) -> str | None:
    kind = (served_as or "").split(";", 1)[0].strip().lower()
    return {"application/xhtml+xml": HTML}.get(kind, kind if kind in (HTML, TEXT, MARKDOWN, JSON) else None)


def _last_part(name: str) -> str:
    path = urlsplit(name).path if "://" in name else name
    return PurePosixPath(path.replace("\\", "/")).name or name


def _suffix(last: str) -> str:
    return PurePosixPath(last).suffix.removeprefix(".").lower()


def _from_signature(data: bytes, last: str, claim: str | None) -> str | None:
    """The type that the first bytes tell, or None for what may be text."""
    # Readers accept a few bytes of transport rubbish before the header (ISO 32000-1, annex H.3.4.1).
    at = data[:1024].find(b"%PDF-")
    if at == 0 or (at > 0 and not _is_text(data[:at])):
        return PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _from_zip(data, last, claim)
    if data.startswith(_OLE):
        raise _ole_error(data, last, claim)
    if data.startswith(b"{\\rtf"):
        raise _refusal(last, claim, "an RTF document", advice=_SAVE_AS)
    if not _is_text(data):
        raise _refusal(last, claim, _binary_kind(data))
    return None


def _from_zip(data: bytes, last: str, claim: str | None) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            unpacked = sum(entry.file_size for entry in archive.infolist())
            kind = archive.read("mimetype")[:100].decode("ascii", "replace") if "mimetype" in names else ""
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as error:
        if claim == DOCX:
            raise ReadError(f"{last} is damaged or cut short ({error}); fetch it again") from error
        raise _refusal(last, claim, "a damaged ZIP archive") from error
    if "word/document.xml" in names:
        if unpacked > _MAX_UNPACKED:
            raise ReadError(f"{last} would unpack to {unpacked // 1_000_000} MB; no document is that large")
        return DOCX
    if "opendocument.text" in kind:
        raise _refusal(last, claim, "an OpenDocument text (ODT)", advice=_SAVE_AS)
    if "xl/workbook.xml" in names or "opendocument.spreadsheet" in kind:
        raise _refusal(last, claim, "a spreadsheet")
    if "ppt/presentation.xml" in names or "opendocument.presentation" in kind:
        raise _refusal(last, claim, "a presentation", advice="save it as PDF and ingest that")
    raise _refusal(last, claim, "a ZIP archive", advice="unpack it and ingest its files")


def _ole_error(data: bytes, last: str, claim: str | None) -> ReadError:
    """Old Office files and encrypted new ones share a container (MS-CFB; MS-OFFCRYPTO § 1.3)."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return ReadError(f"{last} is encrypted; remove its password and ingest the result")
    return _refusal(last, claim, "an old Office document (DOC, XLS or PPT)", advice=_SAVE_AS)


def _from_text(data: bytes, last: str, claim: str | None, *, is_document: bool) -> str:
    head = _head(data)
    if not head.strip():
        raise ReadError(f"{last} holds nothing but white space; fetch it again")
    if claim == JSON or (claim is None and head.lstrip()[:1] in ("{", "[")):
        return _from_json(data, last, claim)
    if _HTML_START.match(head):
        return HTML
    if claim == HTML and _HTML_TAG.search(head):
        return HTML
    if _XML_START.match(head):
        raise _refusal(last, claim, "XML")
    if claim in (HTML, PDF, DOCX):
        raise ReadError(f"{last} is plain text, not {KINDS[claim]}, whatever its name says; rename it and try again")
    if not is_document and _ABOUT_FILES.fullmatch(last):
        raise UnsupportedFormatError(f"{last} is about the files beside it and no document; skipped")
    if claim is None:
        raise UnsupportedFormatError(f"{last} has no ending of a document (.txt or .md for plain text); skipped")
    return claim


def _from_json(data: bytes, last: str, claim: str | None) -> str:
    try:
        json.loads(data)
    except (ValueError, RecursionError) as error:
        if claim is None:
            raise UnsupportedFormatError(f"{last} has no ending of a document; skipped") from error
        raise ReadError(f"{last} is no valid JSON ({error}); it may be cut short, fetch it again") from error
    return JSON


def _head(data: bytes) -> str:
    for bom in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if data.startswith(bom):
            return data[:_HEAD].decode("utf-16", errors="ignore").removeprefix("\ufeff")
    return data[:_HEAD].removeprefix(codecs.BOM_UTF8).decode("utf-8", errors="replace")


def _is_text(data: bytes) -> bool:
    """Whether the bytes may be text in some encoding: no zero bytes (but UTF-16), next to no control characters."""
    head = data[:_HEAD]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    if b"\0" in head:
        half = max(len(head) // 2, 1)
        return max(head[0::2].count(0), head[1::2].count(0)) > 0.8 * half and head.count(0) < 1.2 * half
    n_control = sum(head.count(code) for code in range(32) if code not in (8, 9, 10, 11, 12, 13, 27))
    return n_control <= len(head) // 200


def _binary_kind(data: bytes) -> str:
    try:
        best = puremagic.magic_string(data[:_HEAD])[0]
    except (puremagic.PureError, ValueError):
        return "a binary file of an unknown kind"
    if best.mime_type.startswith("image/"):
        extension = best.extension.removeprefix(".").upper().replace("JFIF", "JPEG").replace("JPG", "JPEG")
        return f"{'an' if extension[:1] in 'AEIO' else 'a'} {extension} image"
    return f"a binary file ({best.name})"


def _refusal(last: str, claim: str | None, kind: str, *, advice: str | None = None) -> ReadError:
    """A failure if the name promised a document that is read, else a reason to skip the file."""
    ending = f"; {advice}" if advice else ""
    if claim is not None:
        return ReadError(f"{last} is {kind}, not {KINDS[claim]}, whatever its name says{ending}")
    return UnsupportedFormatError(f"{last} is {kind}, which is not read{ending or '; skipped'}")

"""What a file really is, and how each wrong one is refused."""

import io
import json
import zipfile

import pytest

from policysearch.errors import ReadError, UnsupportedFormatError
from policysearch.extract import detect, extract

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(64))
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(64)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
HTML_PAGE = b"<!DOCTYPE html>\n<html><body><p>Kunta jatkaa.</p></body></html>"
TEXT = "Kuusjärven kaupunki jatkaa hanketta.\n".encode()


def archive(**files: bytes) -> bytes:
    """A ZIP archive with the given files; `__` in a name stands for a slash and `_dot_` for a dot."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, content in files.items():
            made.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return buffer.getvalue()


DOCX = archive(word__document_dot_xml=b"<x/>")
ODT = archive(mimetype=b"application/vnd.oasis.opendocument.text", content_dot_xml=b"<x/>")


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        pytest.param(b"%PDF-1.7\n%\xe2\xe3", "a.pdf", detect.PDF, id="pdf"),
        pytest.param(b"\r\n\x00\x01%PDF-1.4", "a.PDF", detect.PDF, id="pdf after rubbish"),
        pytest.param(b"%PDF-1.4", "https://kunta.example/tiedosto?id=3", detect.PDF, id="pdf without an ending"),
        pytest.param(HTML_PAGE, "sivu.HTM", detect.HTML, id="html"),
        pytest.param(HTML_PAGE, "https://ministerio.example/-/tiedote", detect.HTML, id="html without an ending"),
        pytest.param(b"<p>vain pala</p>", "pala.html", detect.HTML, id="fragment of html"),
        pytest.param(b"<!-- tallennettu --><html><body>x</body></html>", "a.html", detect.HTML, id="comment first"),
        pytest.param(DOCX, "suunnitelma.docx", detect.DOCX, id="docx"),
        pytest.param(DOCX, "liite", detect.DOCX, id="docx without an ending"),
        pytest.param(TEXT, "a.txt", detect.TEXT, id="text"),
        pytest.param("Päätös".encode("utf-16"), "a.txt", detect.TEXT, id="utf-16 text"),
        pytest.param("Päätös".encode("cp1252"), "a.txt", detect.TEXT, id="windows-1252 text"),
        pytest.param(TEXT, "a.md", detect.MARKDOWN, id="markdown"),
        pytest.param(b'{"a": 1}', "a.json", detect.JSON, id="json"),
    ],
)
def test_media_type_is_what_the_bytes_are(data: bytes, name: str, expected: str) -> None:
    """Bytes decide; the name only tells text from Markdown."""
    assert detect.media_type(data, name) == expected


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        pytest.param(b"", "a.pdf", "is empty (zero bytes)", id="empty"),
        pytest.param(b" \n\t ", "a.txt", "nothing but white space", id="blank"),
        pytest.param(PNG, "a.pdf", "is a PNG image, not a PDF, whatever its name says", id="png named pdf"),
        pytest.param(JPEG, "a.txt", "is a JPEG image, not plain text", id="jpeg named txt"),
        pytest.param(HTML_PAGE, "a.pdf", "is an HTML page, not a PDF", id="html named pdf"),
        pytest.param(TEXT, "a.pdf", "is plain text, not a PDF", id="text named pdf"),
        pytest.param(TEXT, "a.html", "is plain text, not an HTML page", id="text named html"),
        pytest.param(b"%PDF-1.4", "a.html", "is a PDF, not an HTML page", id="pdf named html"),
        pytest.param(DOCX, "a.pdf", "is a DOCX document, not a PDF", id="docx named pdf"),
        pytest.param(DOCX[:40], "a.docx", "damaged or cut short", id="truncated docx"),
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "is encrypted", id="encrypted docx"),
        pytest.param(OLE, "a.docx", "old Office document", id="doc named docx"),
        pytest.param(b'{"decisions": [', "a.json", "no valid JSON", id="truncated json"),
        pytest.param(b"[" * 100_000, "a.json", "no valid JSON", id="json bomb"),
    ],
)
def test_a_broken_promise_is_an_error(data: bytes, name: str, words: str) -> None:
    """A name that claims a document, and content that is something else, is a failure with a reason."""
    with pytest.raises(ReadError) as caught:
        extract(data, name=name)
    assert not isinstance(caught.value, UnsupportedFormatError)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        pytest.param(PNG, "kuva.png", "PNG image", id="image"),
        pytest.param(b"var a = 1;", "sivu.js", "no ending of a document", id="script"),
        pytest.param(b"p { color: red }", "tyyli.css", "no ending of a document", id="style sheet"),
        pytest.param(b"MIT License", "LICENSE", "about the files beside it", id="licence"),
        pytest.param(b"MIT License", "LICENSE.kuusjarvi", "about the files beside it", id="licence with a suffix"),
        pytest.param(b"# Kansio", "README.md", "about the files beside it", id="readme"),
        pytest.param(b"a,b\n1,2\n", "taulu.csv", "no ending of a document", id="csv"),
        pytest.param(b"<?xml version='1.0'?><rss/>", "feed.xml", "is XML", id="xml"),
        pytest.param(archive(a_dot_txt=b"x"), "paketti.zip", "unpack it", id="zip"),
        pytest.param(OLE, "vanha.doc", "save it as DOCX or PDF", id="doc"),
        pytest.param(ODT, "vapaa.odt", "save it as DOCX or PDF", id="odt"),
        pytest.param(b"{\\rtf1 x}", "rikas.rtf", "save it as DOCX or PDF", id="rtf"),
        pytest.param(bytes(range(256)) * 4, "tiedosto", "binary file", id="binary"),
        pytest.param(json.dumps({"value": [1]}).encode(), "solmut.json", "JSON of an unknown shape", id="json"),
        pytest.param(b'{"value": 1}', "solmut", "JSON of an unknown shape", id="json without an ending"),
    ],
)
def test_what_is_no_document_is_skipped(data: bytes, name: str, words: str) -> None:
    """A file that never claimed to be a document is skipped, with a reason and, where it helps, with advice."""
    with pytest.raises(UnsupportedFormatError, match=words):
        extract(data, name=name)


def test_docx_that_unpacks_without_end_is_refused() -> None:
    """A small archive that unpacks to far more than any document is not unpacked."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", b"<x/>")
        with made.open("word/media/image1.png", "w", force_zip64=True) as member:
            for _ in range(401):
                member.write(bytes(1024 * 1024))
    with pytest.raises(ReadError, match="would unpack to"):
        detect.media_type(buffer.getvalue(), "a.docx")


def test_bytes_stand_above_what_they_were_read_as_and_that_above_the_name() -> None:
    """What was read once as text is text under any name; what turns out to be a page is a page."""
    assert detect.media_type(b"Kansio", "README", read_as=detect.TEXT) == detect.TEXT
    assert detect.media_type(b"Kansio", "kansio.pdf", read_as=detect.TEXT) == detect.TEXT
    assert detect.media_type(b"<!doctype html><p>Kansio", "kansio", read_as=detect.TEXT) == detect.HTML
    with pytest.raises(UnsupportedFormatError, match="binary"):
        detect.media_type(b"\0\1\2\3" * 99, "kansio", read_as=detect.TEXT)

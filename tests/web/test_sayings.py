"""What the library says of files, pages and hits is said in the language of the page."""

import io
import re
import zipfile
from collections.abc import Iterator

import pytest

from policysearch.errors import ReadError
from policysearch.extract.decode import decode
from policysearch.extract.detect import media_type
from policysearch.extract.pdf_warnings import warnings_of
from policysearch.web.language import words
from policysearch.web.sayings import said
from tests.test_broken_inputs import BROKEN, png
from tests.web.conftest import Open

TROUBLES = (
    "damaged", "no_layer", "ocr_off", "ocr_failed", "ocr", "ocr_layer", "unreadable", "cut_ligatures", "hidden",
)  # fmt: skip


def archive(*names: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return data.getvalue()


FILES = {
    **{name: (file, make) for name, (file, make, _) in BROKEN.items()},
    "a picture": ("kuva.png", png),
    "a spreadsheet": ("taulu.xlsx", lambda: archive("xl/workbook.xml")),
    "a presentation named as a PDF": ("esitys.pdf", lambda: archive("ppt/presentation.xml")),
    "an archive": ("paketti.zip", lambda: archive("a.txt")),
    "RTF": ("muistio.rtf", lambda: b"{\\rtf1 x}"),
    "text named as a page": ("sivu.html", lambda: b"vain tekstia"),
    "no ending": ("muistio", lambda: b"vain tekstia"),
    "a licence": ("LICENSE.txt", lambda: b"vain tekstia"),
    "feed": ("syote.xml", lambda: b"<?xml version='1.0'?><rss/>"),
}


def refusals(name: str) -> Iterator[str]:
    file, make = FILES[name]
    try:
        media_type(make(), file)
    except ReadError as error:
        yield str(error)


@pytest.mark.parametrize("code", ["fi", "sv"])
@pytest.mark.parametrize("name", FILES)
def test_refusals_are_translated(name: str, code: str) -> None:
    """With the name of the file in them, and none of the English words around it."""
    for sentence in refusals(name):
        translated, language = said(words(code), sentence)
        assert language == code, sentence
        assert FILES[name][0] in translated
        assert not {"is", "not", "whatever", "read;", "ingest", "image"} & set(
            re.sub(r"\(.*\)", "", translated).split()
        )


@pytest.mark.parametrize("code", ["fi", "sv"])
def test_notes_on_reading_are_translated(code: str) -> None:
    """Of one page and of several, and of encodings."""
    sentences = [
        *warnings_of({name: [4] for name in TROUBLES}),
        *warnings_of({name: [3, 5, 6, 7] for name in TROUBLES}),
        *decode("Päätös".encode(), declared="latin-1").warnings,
        *decode("Päätös ja lautakunta".encode("latin-1")).warnings,
        *decode("Päätös ja lautakunta".encode("latin-1"), declared="utf-8").warnings,
    ]
    assert len(sentences) == 2 * len(TROUBLES) + 3
    for sentence in sentences:
        translated, language = said(words(code), sentence)
        assert language == code, sentence
        assert " and " not in translated
        assert "page" not in translated


@pytest.mark.parametrize("query", ["uhri poliisi lehtoranta marja", "ihmiskuppa", "uhri palvelu poliisi"])
def test_notes_on_a_search_are_translated(open_site: Open, query: str) -> None:
    """No note of a Finnish page is in English."""
    html = open_site().get("/", params={"q": query, "lang": "fi"}).text
    assert '<p class="note" lang="fi">' in html
    assert '<p class="note" lang="en">' not in html

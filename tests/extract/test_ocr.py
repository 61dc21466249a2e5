"""Scanned pages, read by the real Tesseract; skipped where it or its Finnish model is not installed."""

import os
from functools import partial

import pytest
from reportlab.pdfgen.canvas import Canvas

from policysearch.extract.ocr import ocr_engine, read_picture
from policysearch.extract.pdf import extract_pdf
from policysearch.model.text import OcrPage, OcrWord
from tests.extract.pdf_fixtures import pdf, put, put_scan, scan

LINES = [
    "Kuusjärven kaupunki",
    "",
    "Hyvinvointilautakunta päätti, että ihmiskaupan uhrien",
    "palveluohjaus järjestetään viimeistään 30.6.2023.",
    "",
    "Työryhmä kokoontuu seuraavan kerran syyskuussa ja",
    "käsittelee silloin koulutuksen järjestämisen.",
]


@pytest.fixture(autouse=True)
def _tesseract() -> None:
    if ocr_engine() is None:
        if os.environ.get("CI"):
            pytest.fail("tesseract with its Finnish model is not installed")
        pytest.skip("tesseract with its Finnish model is not installed")


def test_engine_names_program_version_and_model() -> None:
    """What is stored with a document tells which engine read it."""
    name, version, model = (ocr_engine() or "").split()
    assert (name, model) == ("tesseract", "fin")
    assert version[0].isdigit()


def test_scanned_page_is_read_and_says_so() -> None:
    """The words of a scan become paragraphs in PDF points, marked as read by OCR."""

    def scanned(canvas: Canvas) -> None:
        put_scan(canvas, scan(LINES))

    extract = extract_pdf(pdf(lambda canvas: put(canvas, 70, 100, "Digitaalinen sivu."), scanned))
    assert [page.status for page in extract.pages] == ["text", "ocr"]
    assert extract.reader == ocr_engine()
    assert extract.warnings == ("page 2 has no text layer and was read by OCR: letters may be wrong",)
    digital, *read = extract.blocks
    assert not digital.ocr
    assert all(block.ocr and block.page == 2 for block in read)
    texts = [block.text.replace("\n", " ") for block in read]
    assert texts == [LINES[0], f"{LINES[2]} {LINES[3]}", f"{LINES[5]} {LINES[6]}"]
    first = read[0].lines[0].words[0].box
    # The picture is at 200 dpi: 200 and 240 pixels from its edges.
    assert first.x0 == pytest.approx(200 * 0.36, abs=4)
    assert first.top == pytest.approx(240 * 0.36, abs=6)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_page_scanned_on_its_side_is_read(turn: int) -> None:
    """A picture that lies on its side or upside down is turned; its boxes lie where the words are printed."""
    lines = [*LINES, *LINES, *LINES]
    extract = extract_pdf(pdf(lambda canvas: put_scan(canvas, scan(lines, turn=turn))))
    text = " ".join(block.text.replace("\n", " ") for block in extract.blocks)
    assert text.count("palveluohjaus järjestetään viimeistään 30.6.2023.") == 3
    box = extract.blocks[0].lines[0].words[0].box
    page = extract.pages[0]
    assert 0 <= box.x0 < box.x1 <= page.width
    assert 0 <= box.top < box.bottom <= page.height
    assert (box.bottom - box.top > box.x1 - box.x0) == (turn in (90, 270))


def test_stamp_on_a_scan_does_not_hide_the_scan() -> None:
    """A scan with a printed stamp is read as a whole."""

    def stamped(canvas: Canvas) -> None:
        put_scan(canvas, scan(LINES))
        put(canvas, 400, 40, "Liite 2")

    extract = extract_pdf(pdf(stamped))
    text = " ".join(block.text for block in extract.blocks)
    assert "Liite 2" in text
    assert "palveluohjaus" in text


def test_empty_scan_is_blank() -> None:
    """A white page from a scanner holds no words."""
    extract = extract_pdf(pdf(lambda canvas: put_scan(canvas, scan([]))))
    assert [page.status for page in extract.pages] == ["blank"]
    assert extract.blocks == ()


def test_picture_gives_its_words() -> None:
    """Words carry their place in PDF points, and the page carries who read it."""
    page = read_picture(scan(LINES[:1]), number=3, scale=200 / 72, reader="tesseract 5.3.0 fin")
    assert page is not None
    assert [word.text for word in page.words] == ["Kuusjärven", "kaupunki"]
    assert (page.number, page.turn, page.reader) == (3, 0, "tesseract 5.3.0 fin")
    assert page.words[0].x0 == pytest.approx(200 * 0.36, abs=2)


@pytest.mark.parametrize("turn", [0, 90])
def test_known_words_take_the_place_of_the_engine(turn: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """What OCR read once gives the same extract again, with the engine switched off or gone, blank pages too."""
    data = pdf(*(partial(put_scan, image=scan(lines, turn=turn)) for lines in (LINES, [])))
    first = extract_pdf(data)
    assert [page.number for page in first.ocr_pages] == [1, 2]
    known = {page.number: page for page in first.ocr_pages}
    assert extract_pdf(data, ocr=False, known_ocr=known) == first
    monkeypatch.setattr("policysearch.extract.ocr.ocr_engine", lambda: None)
    assert extract_pdf(data, known_ocr=known) == first


def test_words_of_two_engines_name_both() -> None:
    """A page that was not read before is read now; both engines are named, in the order of their pages."""
    data = pdf(*(partial(put_scan, image=scan([line])) for line in (LINES[0], LINES[2])))
    (word,) = [OcrWord("Muuta", 72.0, 90.0, 130.0, 102.0, 12.0)]
    extract = extract_pdf(data, known_ocr={1: OcrPage(1, "tesseract 4.1.1 fin", 0, (word,))})
    assert [block.text for block in extract.blocks] == ["Muuta", LINES[2]]
    assert extract.reader == f"tesseract 4.1.1 fin; {ocr_engine()}"
    assert [page.reader for page in extract.ocr_pages] == ["tesseract 4.1.1 fin", ocr_engine()]

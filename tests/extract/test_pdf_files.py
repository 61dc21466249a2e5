"""Files and pages that are not what they should be: each ends in one sentence, and the rest is read."""

import re
from io import BytesIO

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from policysearch.errors import ReadError
from policysearch.extract import ocr
from policysearch.extract.pdf import extract_pdf
from policysearch.extract.pdf_warnings import ranges, warnings_of
from tests.extract.pdf_fixtures import HEIGHT, Draw, pdf, put, put_scan, scan


def page(text: str) -> Draw:
    """A page with one line."""
    return lambda canvas: put(canvas, 70, 100, text)


def png() -> bytes:
    """A small picture that calls itself nothing else."""
    buffer = BytesIO()
    Image.new("L", (20, 20), 255).save(buffer, "PNG")
    return buffer.getvalue()


WHOLE = pdf(page("Ensimmäinen sivu."), page("Toinen sivu."))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"", "empty: ", id="empty"),
        pytest.param(b"\0" * 5000, "not a PDF: ", id="zero-bytes"),
        pytest.param(png(), "not a PDF: ", id="png"),
        pytest.param(b"%PDF-1.4\n" + b"x" * 500, "truncated: ", id="header-only"),
        pytest.param(WHOLE[: len(WHOLE) * 2 // 3], "truncated: ", id="truncated"),
        pytest.param(WHOLE[:-60], "truncated: ", id="end-missing"),
        pytest.param(b"%PDF-1.4\nnothing that a reader knows\n%%EOF", "damaged: ", id="no-structure"),
        pytest.param(pdf(page("salainen"), password="avain"), "encrypted: ", id="password"),
    ],
)
def test_unreadable_file_is_refused_in_one_sentence(data: bytes, message: str) -> None:
    """The error names the cause and what to do, on one line."""
    with pytest.raises(ReadError, match=f"^{message}") as caught:
        extract_pdf(data, ocr=False)
    assert "\n" not in str(caught.value)


def test_file_that_only_forbids_printing_is_read() -> None:
    """An empty user password opens the file as it does in any reader."""
    extract = extract_pdf(pdf(page("Avoin asiakirja."), password="", owner_password="omistaja"), ocr=False)
    assert [block.text for block in extract.blocks] == ["Avoin asiakirja."]


def test_bytes_after_the_end_mark_do_no_harm() -> None:
    """Servers append line ends and zero bytes; some put a header before the file."""
    extract = extract_pdf(WHOLE + b"\r\n" + b"\0" * 700, ocr=False)
    assert [block.text for block in extract.blocks] == ["Ensimmäinen sivu.", "Toinen sivu."]


def test_lost_index_of_objects_is_rebuilt() -> None:
    """A file with a wrong start address but all its objects and its end mark is read."""
    extract = extract_pdf(re.sub(rb"startxref\n\d+", b"startxref\n7", WHOLE), ocr=False)
    assert [block.text for block in extract.blocks] == ["Ensimmäinen sivu.", "Toinen sivu."]


def test_damaged_page_does_not_stop_the_others() -> None:
    """A page whose content cannot be decoded is unread and named; the rest is read."""
    pages = [page(f"Sivu {name}.") for name in ("yksi", "kaksi", "kolme")]
    data = bytearray(pdf(*pages))
    streams = [
        match.start()
        for match in re.finditer(rb"stream\r?\n", data)
        if data[match.start() - 3 : match.start()] != b"end"
    ]
    start = streams[1] + len("stream\n")
    end = data.index(b"endstream", start)
    data[start:end] = b"\xff\x00{[<(" * ((end - start) // 6) + b" " * ((end - start) % 6)
    extract = extract_pdf(bytes(data), ocr=False)
    assert len(extract.pages) == 3
    assert [block.text for block in extract.blocks if block.page != 2] == ["Sivu yksi.", "Sivu kolme."]
    assert "Sivu kaksi." not in [block.text for block in extract.blocks]


def test_no_page_is_lost() -> None:
    """Pages keep their number however many there are, blank ones too."""
    for n_pages in range(1, 9):
        extract = extract_pdf(pdf(*(page(f"Sivu numero {n} sanoin.") for n in range(n_pages))), ocr=False)
        assert [p.number for p in extract.pages] == list(range(1, n_pages + 1))
        assert [block.page for block in extract.blocks] == list(range(1, n_pages + 1))


def test_blank_page_is_blank() -> None:
    """A page without text or pictures needs no warning."""
    extract = extract_pdf(pdf(page("Teksti."), lambda canvas: None), ocr=False)
    assert [p.status for p in extract.pages] == ["text", "blank"]
    assert extract.warnings == ()


def test_scan_without_ocr_is_unread_and_named() -> None:
    """Pages that are pictures are named in one sentence; the others are read."""
    picture = scan(["Kuusjärven kaupunki"])

    def scanned(canvas: Canvas) -> None:
        put_scan(canvas, picture)

    extract = extract_pdf(pdf(page("Alku."), scanned, page("Keskikohta."), scanned, scanned), ocr=False)
    assert [p.status for p in extract.pages] == ["text", "unread", "text", "unread", "unread"]
    assert extract.warnings == ("pages 2 and 4–5 have no text layer and were not read: OCR is switched off",)
    assert extract.reader is None


def test_scan_where_tesseract_is_missing_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Tesseract the rest is read, and the warning names the package."""
    monkeypatch.setattr(ocr, "ocr_engine", lambda: None)
    extract = extract_pdf(pdf(page("Alku."), lambda canvas: put_scan(canvas, scan(["teksti"]))))
    assert [p.status for p in extract.pages] == ["text", "unread"]
    assert extract.warnings == ("page 2 has no text layer and was not read: install tesseract-ocr-fin",)


def test_picture_beside_text_is_no_scan() -> None:
    """A logo, alone or above text, does not make a page a scan."""
    logo = ImageReader(Image.new("L", (50, 50), 128))
    extract = extract_pdf(
        pdf(
            lambda canvas: (canvas.drawImage(logo, 50, HEIGHT - 90, 40, 40), put(canvas, 70, 120, "Teksti.")),
            lambda canvas: canvas.drawImage(logo, 50, HEIGHT - 90, 40, 40),
        ),
        ocr=False,
    )
    assert [p.status for p in extract.pages] == ["text", "blank"]


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        pytest.param([3], "3", id="one"),
        pytest.param([3, 5], "3 and 5", id="two"),
        pytest.param([5, 6], "5 and 6", id="neighbours"),
        pytest.param([3, 5, 6, 7], "3 and 5–7", id="run"),
        pytest.param([1, 3, 5, 6, 9], "1, 3, 5–6 and 9", id="many"),
    ],
)
def test_page_numbers_are_read_aloud(numbers: list[int], text: str) -> None:
    """Runs of pages are given by their ends."""
    assert ranges(numbers) == text


def test_warnings_come_gravest_first() -> None:
    """What was lost is said before what may be wrong."""
    warnings = warnings_of({"ocr": [2], "damaged": [4, 5]})
    assert [warning.split(" ", 1)[0] for warning in warnings] == ["pages", "page"]

"""Broken inputs end in one clear line each, and never stop their neighbours."""

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A6
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.conftest import Run


def pdf(pages: int = 1, encrypt: StandardEncryption | None = None) -> bytes:
    """A PDF with a sentence on each page."""
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=A6, encrypt=encrypt, invariant=True)
    for number in range(1, pages + 1):
        canvas.drawString(30, 300, f"Kuusjärven valtuusto päätti asian numero {number}.")
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def png() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (40, 40), "white").save(data, "PNG")
    return data.getvalue()


def docx_without_document() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/other.xml", "<x/>")
    return data.getvalue()


def docx_of_other_xml() -> bytes:
    """The package has the right parts, and each holds something else."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<x>ha</x>")
    return data.getvalue()


def docx_without_body() -> bytes:
    """A good DOCX whose document has no body."""
    whole, data = io.BytesIO(), io.BytesIO()
    docx.Document().save(whole)
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(data, "w") as new:
        for name in old.namelist():
            empty = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
            new.writestr(name, empty if name == "word/document.xml" else old.read(name))
    return data.getvalue()


BROKEN: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "encrypted PDF": ("salattu.pdf", lambda: pdf(encrypt=StandardEncryption("k", ownerPassword="o")), "password"),
    "truncated PDF": ("katkennut.pdf", lambda: pdf(3)[:900], "truncated|damaged|PDF"),
    "zero bytes": ("tyhja.pdf", lambda: b"", "empty"),
    "white space only": ("valilyonnit.txt", lambda: b" \n\t\n ", "white space"),
    "a PNG named .pdf": ("kuva.pdf", png, "PNG"),
    "a PDF named .docx": ("asiakirja.docx", lambda: b"%PDF-1.4 rubbish", "."),
    "DOCX without a document": ("rikki.docx", docx_without_document, "DOCX|Word|document"),
    "DOCX of other XML": ("muuta.docx", docx_of_other_xml, "DOCX is damaged"),
    "DOCX without a body": ("rungoton.docx", docx_without_body, "DOCX is damaged"),
    "truncated DOCX": ("katkennut.docx", lambda: docx_without_document()[:60], "DOCX|Word|ZIP|zip"),
    "binary named .txt": ("binaari.txt", lambda: bytes(range(256)) * 40, "text|binary"),
    "broken JSON": ("rikki.json", lambda: b'{"decisions": [', "JSON"),
    "HTML without text": (
        "tyhja.html",
        lambda: b"<html><head><script>x</script></head></html>",
        "no text|empty|no document",
    ),
}


@pytest.mark.parametrize("name", BROKEN, ids=str)
def test_broken_input_ends_in_one_line(tmp_path: Path, run: Run, name: str) -> None:
    """One line with file, stage and reason; exit code 1 for a failure; the good neighbour is read; no traceback."""
    file_name, make, reason = BROKEN[name]
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / file_name).write_bytes(make())
    (folder / "hyva.txt").write_text("Kuusjärven kunnanhallitus päätti asiasta 1.2.2024.", encoding="utf-8")
    result = run("ingest", folder)
    (line,) = [line for line in result.stderr.splitlines() if file_name in line]
    assert line.startswith(("failed:", "skipped:"))
    assert any(part.casefold() in line.casefold() for part in reason.split("|")), line
    assert result.exit_code == (1 if line.startswith("failed:") else 0)
    assert "Traceback" not in result.output
    assert "1 added" in result.stdout
    assert "Traceback" not in run("status").output


def test_nested_html_bomb_ends(tmp_path: Path, run: Run) -> None:
    """A hundred thousand nested elements are read or refused, in either case with no crash."""
    (tmp_path / "pommi.html").write_text("<div>" * 100_000 + "Kunta päätti." + "</div>" * 100_000, encoding="utf-8")
    result = run("ingest", tmp_path / "pommi.html")
    assert result.exit_code in (0, 1)
    assert "Traceback" not in result.output
    assert "bug" not in result.output


def test_wrong_encoding_is_read_or_said(tmp_path: Path, run: Run) -> None:
    """A page that declares UTF-8 and is windows-1252 keeps its letters."""
    html = '<html><head><meta charset="utf-8"><title>Päätös</title></head><body><main><h1>Päätös</h1><p>%s</p></main>'
    text = "Määräaika päättyy äkkiä, ja työryhmä jatkaa selvitystyötä Kuusjärvellä."
    (tmp_path / "vaara.html").write_bytes((html % text).encode("cp1252"))
    assert run("ingest", tmp_path / "vaara.html").exit_code == 0
    assert text in run("search", "määräaika", "--format", "json").stdout


def test_report_of_two_thousand_pages_is_no_broken_input(tmp_path: Path, run: Run) -> None:
    """A long report is read to its last page."""
    (tmp_path / "raportti.pdf").write_bytes(pdf(2000))
    assert run("ingest", tmp_path / "raportti.pdf").exit_code == 0
    result = run("search", "'numero 2000'")
    assert "p. 2000" in result.stdout


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_folder_without_rights_is_one_line(tmp_path: Path, run: Run) -> None:
    """A folder that may not be opened fails by name, and the rest goes on."""
    closed = tmp_path / "in" / "suljettu"
    closed.mkdir(parents=True)
    (tmp_path / "in" / "hyva.txt").write_text("Kunta päätti asiasta.", encoding="utf-8")
    closed.chmod(0)
    try:
        result = run("ingest", tmp_path / "in")
    finally:
        closed.chmod(0o700)
    assert "permission denied" in result.stderr
    assert result.exit_code == 1
    assert "1 added" in result.stdout

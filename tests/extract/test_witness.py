"""The second reader agrees with the extractors on letters, and shares nothing with them."""

import ast
import io
import json
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

import policysearch.extract.witness
from policysearch.errors import ReadError
from policysearch.extract import detect, extract
from policysearch.extract.witness import witness
from tests.shared import shared_folder

DECISIONS = json.dumps(
    [{"NativeId": "{A}", "Content": "<p>P&auml;&auml;t&ouml;s<br>tehtiin</p>", "Motion": "<p>Ehdotus</p>"}]
).encode()


def letters(text: str) -> str:
    """Letters and digits only."""
    return "".join(character for character in text if character.isalnum())


def made_pdf() -> bytes:
    """Two pages."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for text in ("Eka sivu", "Toka sivu"):
        canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def made_docx() -> bytes:
    """One paragraph with a tab."""
    document = docx.Document()
    document.add_paragraph("Päätös & perustelu\tloppu")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "media_type", "locator", "expected"),
    [
        pytest.param(made_pdf(), detect.PDF, "", [(1, "Eka sivu"), (2, "Toka sivu")], id="pdf"),
        pytest.param(
            b"<style>x</style><p>a<b>b</b></p><p>c &amp; d</p>", detect.HTML, "", [(None, "ab\n\nc & d")], id="html"
        ),
        pytest.param("Päätös".encode("cp1252"), detect.TEXT, "", [(None, "Päätös")], id="text"),
        pytest.param(b"a\fb", detect.TEXT, "", [(1, "a"), (2, "b")], id="text with pages"),
        pytest.param(b"**a** [b](http://c)", detect.MARKDOWN, "", [(None, "a b")], id="markdown"),
        pytest.param(made_docx(), detect.DOCX, "", [(None, "Päätös & perustelu\nloppu")], id="docx"),
        pytest.param(
            DECISIONS,
            detect.JSON,
            "{A}",
            [(None, "Päätös\ntehtiin"), (None, "Ehdotus")],
            id="json",
        ),
    ],
)
def test_witness_reads_raw_text(
    data: bytes, media_type: str, locator: str, expected: list[tuple[int | None, str]]
) -> None:
    """Each format gives its raw text, page by page where it has pages."""
    assert [(page, text.strip()) for page, text in witness(data, media_type, locator)] == expected


@pytest.mark.parametrize(
    ("data", "media_type", "locator"),
    [
        (b"x", detect.PDF, ""),
        (b"x", detect.DOCX, ""),
        (DECISIONS, detect.JSON, "{B}"),
        (b"", "x/y", ""),
    ],
)
def test_witness_says_what_it_cannot_read(data: bytes, media_type: str, locator: str) -> None:
    """Nothing that cannot be read is silently empty."""
    with pytest.raises(ReadError):
        witness(data, media_type, locator)


def test_witness_shares_no_code_with_the_extractors() -> None:
    """A second reading proves nothing if it repeats the first."""
    tree = ast.parse(Path(policysearch.extract.witness.__file__).read_text(encoding="utf-8"))
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name for name in modules if name and name.startswith("policysearch")} == {"policysearch.errors"}


@given(st.lists(st.text("abcäöåÄÖ–é€ \n&<>\u00a0", min_size=1), min_size=1))
def test_witness_and_extractor_agree_on_letters(texts: list[str]) -> None:
    """Whatever a page holds, both readers see the same letters."""
    escaped = [text.replace("&", "&amp;").replace("<", "&lt;") for text in texts]
    data = ("<html><body><p>alku</p>" + "".join(f"<p>{text}</p>" for text in escaped) + "</body></html>").encode()
    (extracted,) = extract(data, name="a.html")
    ((_, raw),) = witness(data, detect.HTML, "")
    assert letters("".join(block.text for block in extracted.blocks)) == letters(raw)


def test_witness_finds_every_block_of_the_real_documents() -> None:
    """The letters of each block of each real document without a layout stand in its original."""
    for path in sorted(shared_folder().glob("corpus/*")) + sorted(shared_folder().glob("real/*/*")):
        if path.suffix.lower() not in (".txt", ".htm", ".html") and path.name != "decisions.json":
            continue
        data = path.read_bytes()
        for extracted in extract(data, name=path.name):
            raw = letters("".join(text for _, text in witness(data, extracted.media_type, extracted.locator)))
            lost = [block.text for block in extracted.blocks if letters(block.text) not in raw]
            assert lost == [], path.name

"""DOCX documents, made here."""

import io
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from policysearch.errors import ReadError
from policysearch.extract import extract
from policysearch.model.source import Extract

RUN = "<w:r><w:t>kohta</w:t></w:r>"


def read(build: Callable[[Document], object]) -> Extract:
    """The extract of a document that `build` has filled."""
    document = docx.Document()
    build(document)
    buffer = io.BytesIO()
    document.save(buffer)
    (extracted,) = extract(buffer.getvalue(), name="suunnitelma.docx")
    return extracted


def rows(extracted: Extract) -> list[str]:
    """First letter of the kind, level and text of each block."""
    return [f"{block.kind[0]}{block.level or ''} {block.text}" for block in extracted.blocks]


def fill(document: Document) -> None:
    """A small plan with everything that a plan has."""
    document.core_properties.author = "Kirjuri"
    document.add_heading("Kuusjärven ohjelma", 0)
    document.add_heading("Tavoitteet", 1)
    document.add_paragraph("Kaupunki auttaa\u00a0uhreja.")
    document.add_paragraph("Laaditaan opas.", style="List Bullet")
    document.add_paragraph("Pidetään koulutus.", style="List Number")
    document.add_heading("Aikataulu", 2)
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip((c for row in table.rows for c in row.cells), ("Toimi", "Aika", "Opas", "2.5."), strict=True):
        cell.text = text
    document.add_paragraph().add_run("Lisätiedot").bold = True
    document.add_paragraph("Maija Malli\njohtaja")
    document.sections[0].header.paragraphs[0].text = "Ylätunniste"


def test_docx_gives_blocks_in_order() -> None:
    """Headings by style, lists by style, tables row by row; no headers, no pages, no author, no date."""
    extracted = read(fill)
    assert rows(extracted) == [
        "h1 Kuusjärven ohjelma",
        "h1 Tavoitteet",
        "p Kaupunki auttaa uhreja.",
        "l Laaditaan opas.",
        "l Pidetään koulutus.",
        "h2 Aikataulu",
        "t Toimi\tAika",
        "t Opas\t2.5.",
        "h Lisätiedot",
        "p Maija Malli",
        "p johtaja",
    ]
    assert (extracted.pages, extracted.blocks[0].page) == ((), None)
    assert (extracted.hints.title, extracted.hints.issuer, extracted.hints.date) == ("Kuusjärven ohjelma", None, None)


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        pytest.param(
            f"<w:ins>{RUN}</w:ins><w:del><w:r><w:delText>ei</w:delText></w:r></w:del>", "p kohta", id="changes"
        ),
        pytest.param(
            "<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>", "p a-b c", id="signs"
        ),
        pytest.param(f"<w:hyperlink>{RUN}</w:hyperlink>", "p kohta", id="link"),
        pytest.param(f'<w:pPr><w:outlineLvl w:val="2"/></w:pPr>{RUN}', "h3 kohta", id="outline level"),
        pytest.param(f'<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>{RUN}', "l kohta", id="number"),
        pytest.param(f'<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>{RUN}', "p kohta", id="no number"),
        pytest.param("<w:r><w:instrText>PAGE</w:instrText><w:t>1</w:t></w:r>", "p 1", id="field"),
        pytest.param("<w:r><w:t>- kohta</w:t></w:r>", "l kohta", id="typed bullet"),
    ],
)
def test_paragraph_markup(xml: str, expected: str) -> None:
    """What Word writes inside a paragraph is read as it prints with all changes accepted."""
    paragraph = parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>")
    assert rows(read(lambda document: document.element.body.insert(0, paragraph))) == [expected]


def test_content_controls_and_frames_are_entered() -> None:
    """Text in a content control is text; a table of one column is only a frame."""

    def build(document: Document) -> None:
        inner = "<w:sdtContent><w:p><w:r><w:t>kenttä</w:t></w:r></w:p></w:sdtContent>"
        document.element.body.insert(0, parse_xml(f"<w:sdt {nsdecls('w')}>{inner}</w:sdt>"))
        document.add_table(rows=1, cols=1).rows[0].cells[0].text = "kehys"

    assert rows(read(build)) == ["p kenttä", "p kehys"]


def test_document_without_text_is_refused() -> None:
    """A document of pictures has nothing to read."""
    with pytest.raises(ReadError, match="holds no text"):
        read(lambda document: document.add_paragraph(" "))


@pytest.mark.parametrize("cut", [100, 3000, -100], ids=["start", "middle", "end"])
def test_truncated_document_is_refused(cut: int) -> None:
    """A file cut short anywhere gives one clear sentence."""
    document = docx.Document()
    document.add_paragraph("Teksti")
    buffer = io.BytesIO()
    document.save(buffer)
    with pytest.raises(ReadError, match=r"suunnitelma\.docx is damaged|DOCX is damaged"):
        extract(buffer.getvalue()[:cut], name="suunnitelma.docx")


def test_document_with_broken_xml_is_refused() -> None:
    """An intact archive whose document is no XML is damaged all the same."""
    from tests.extract.test_detect import DOCX

    with pytest.raises(ReadError, match="damaged"):
        extract(DOCX, name="a.docx")

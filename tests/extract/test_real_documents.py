"""Every real document is read or skipped with a reason, and what is read is the article."""

import pytest

from policysearch.errors import UnsupportedFormatError
from policysearch.extract import extract
from policysearch.model.source import Extract
from tests.shared import shared_folder


def read(*parts: str) -> tuple[Extract, ...]:
    """The extracts of one real file."""
    path = shared_folder(*parts)
    return extract(path.read_bytes(), name=path.name)


def test_every_file_is_read_or_skipped() -> None:
    """Nothing fails, only JSON of other shapes and files about files are skipped, and all documents come out."""
    n_documents, skipped = 0, set()
    for folder in ("corpus", "real"):
        for path in sorted(shared_folder(folder).rglob("*")):
            if path.is_file():
                try:
                    n_documents += len(extract(path.read_bytes(), name=path.name, ocr=False))
                except UnsupportedFormatError:
                    skipped.add(path.suffix or path.name)
    assert n_documents >= 125
    assert skipped == {".json", ".md", ".Paatos-Scraper", ".helsinki-paatokset"}


def test_no_navigation_in_the_item_of_a_meeting() -> None:
    """Of a static Dynasty page with the menus of its site, the item alone is read."""
    (extracted,) = read("real", "espoo", "2017406946-3.HTM")
    text = "\n".join(block.text for block in extracted.blocks)
    for phrase in ("Toimielimet", "Avaa haku", "Edellinen asia", "Seuraava asia", "PDF-muodossa"):
        assert phrase not in text
    assert extracted.warnings == ()
    assert extracted.hints.section_number == "127"
    assert str(extracted.hints.date) == "2017-05-08"


@pytest.mark.parametrize("name", ["TELIN-217668.HTM", "2017406946.HTM"])
def test_lists_of_meetings_are_tables(name: str) -> None:
    """A list of meetings or of items keeps its rows."""
    (extracted,) = read("real", "espoo", name)
    assert sum(block.kind == "table_row" for block in extracted.blocks) > 15


def test_decisions_have_headings_and_records() -> None:
    """Each decision has a title, headings and an issuer; only those of meetings have a date."""
    extracts = read("real", "helsinki", "decisions.json")
    assert len({one.locator for one in extracts}) == 118
    for one in extracts:
        assert one.hints.title
        assert one.hints.issuer
        assert any(block.kind == "heading" for block in one.blocks)
    assert sum(one.hints.date is not None for one in extracts) == 23


def test_lines_and_blocks_keep_their_promises() -> None:
    """No block without a line, no empty line, no line feed or tab at an edge, in any real document."""
    for path in sorted(shared_folder("real").rglob("*")):
        if path.suffix.lower() in (".htm", ".html", ".txt"):
            for one in extract(path.read_bytes(), name=path.name):
                for block in one.blocks:
                    assert block.lines
                    assert all(
                        line.text and line.text == line.text.strip() and "\n" not in line.text for line in block.lines
                    )

"""The example documents are what their script makes, and they name nobody real."""

import re
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from examples.sheet import break_points
from make_examples import FOLDER, make_examples

from tests.evaluation.readings import read_text


def _content(path: Path) -> object:
    """What must be equal: bytes where they can be, else parts and words (compressors and typefaces differ)."""
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as document:
            return [page.get_textpage().get_text_range() for page in document]
    return path.read_bytes()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Everything the script makes, made anew."""
    return list(make_examples(tmp_path_factory.mktemp("examples")))


def test_make_examples_makes_the_tracked_files(made: list[Path]) -> None:
    """The tracked files are those the script makes."""
    assert [p.name for p in made if _content(p) != _content(FOLDER / p.name)] == []


def test_make_examples_twice_gives_the_same_bytes(made: list[Path], tmp_path: Path) -> None:
    """Neither clock nor chance gets into the files."""
    again = list(make_examples(tmp_path))
    assert [p.read_bytes() for p in again] == [p.read_bytes() for p in made]


def test_scanned_page_has_a_picture_and_no_text() -> None:
    """The annex of the minutes can be read by OCR only."""
    with pypdfium2.PdfDocument(FOLDER / "poytakirja-kuusjarvi-hyvinvointilautakunta-2022-04-12.pdf") as document:
        page = document[3]
        assert page.get_textpage().get_text_range().strip() == ""
        assert sum(1 for _ in page.get_objects()) == 1


def test_every_file_of_the_folder_is_a_document() -> None:
    """A folder of examples holds nothing that would be ingested by mistake."""
    kinds = {".pdf", ".docx", ".json", ".html", ".htm", ".md", ".txt"}
    names = {path.name for path in FOLDER.iterdir()}
    assert len(names) == 17
    assert {Path(name).suffix for name in names} == kinds


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda p: p.name)
def test_example_names_no_real_address(path: Path) -> None:
    """Mail addresses end in a domain reserved for examples, and telephone numbers do not exist."""
    text = path.read_text(encoding="utf-8") if path.suffix == ".json" else read_text(path)
    addresses = re.findall(r"[\w.]+(?:@|\(a\))[\w.]+\w", text)
    assert [a for a in addresses if not a.endswith(".example")] == []
    numbers = re.findall(r"(?:puh\.|puhelin:|p\.)\s*([\d ]+\d)", text)
    assert [n for n in numbers if not n.startswith("000")] == []


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("toimintaohjelma", ["toi", "min", "taoh", "jel", "ma"]),
        ("kriisi\u00admajoitus", ["kriisi", "\u00admajoitus"]),
        ("38", ["38"]),
        ("ry:n", ["ry:n"]),
    ],
)
def test_break_points_follow_the_syllable_rule(word: str, pieces: list[str]) -> None:
    """Words are cut before a consonant with a vowel, or where the author says, and nowhere near their ends."""
    points = break_points(word)
    joined = {sum(map(len, pieces[:i])) for i in range(1, len(pieces))}
    assert set(points) == {p for p in joined if 3 <= p <= len(word) - 3}

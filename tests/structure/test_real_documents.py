"""Real documents: metadata of the gold, sentences that page furniture cut, labels hyphenated over lines."""

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from policysearch.extract import extract
from policysearch.lang.fi import Finnish
from policysearch.model.document import Document
from policysearch.structure import build_document
from tests.shared import shared_folder
from tests.structure.test_documents import assert_whole

MUST_BE_RIGHT = 0.97
KEYS = ("type", "title", "date", "issuer", "language", "case_number", "section_number", "meeting_number")


def documents_of(path: Path, finnish: Finnish) -> list[Document]:
    data = path.read_bytes()
    sha256 = hashlib.sha256(data).hexdigest()
    return [build_document(found, sha256=sha256, language=finnish) for found in extract(data, name=path.name)]


def one(pattern: str, folder: str, finnish: Finnish) -> Document:
    return documents_of(next(shared_folder(folder).glob(pattern)), finnish)[0]


def letters(value: Any) -> str:
    return re.sub(r"[\W_]+", "", str(value)).lower()


def is_right(key: str, want: Any, got: Any) -> bool:
    if key in ("issuer", "title"):
        return letters(got).endswith(letters(want)) or letters(want).startswith(letters(got))
    return letters(got) in [letters(one) for one in (want if isinstance(want, list) else [want])]


def test_metadata_agrees_with_the_gold(finnish: Finnish) -> None:
    """At least 97 of 100 values of the annotated documents."""
    shared = shared_folder("gold").parent
    wrong: list[str] = []
    n_values = 0
    for path in sorted((shared / "gold").glob("*.yaml")):
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        name = Path(gold["document"]).name
        original = next(p for folder in ("corpus", "real/annotated") if (p := shared / folder / name).exists())
        (document,) = documents_of(original, finnish)
        assert_whole(document)
        for key in KEYS:
            want, got = gold["metadata"].get(key), getattr(document.metadata, key)
            if want is not None:
                n_values += 1
                if not is_right(key, want, got):
                    wrong.append(f"{name} {key}: {want!r} is {got!r}")
    assert len(wrong) <= (1 - MUST_BE_RIGHT) * n_values, wrong


def test_a_sentence_cut_by_a_page_footer_reads_on(finnish: Finnish) -> None:
    """Header and footer stood between the two days of the range."""
    document = one("paatos-*.txt", "corpus", finnish)
    assert "työryhmän ajalle 1.6.2020–31.12.2022. " in document.text
    assert not re.search(r"Postiosoite|Asia/17|18/2021|Tilinro", document.text)


def test_a_label_hyphenated_over_lines_is_one_word(finnish: Finnish) -> None:
    """Labels of a narrow column are whole."""
    texts = [
        document.text
        for path in shared_folder("real", "oulu").glob("*.pdf")
        for document in documents_of(path, finnish)
    ]
    assert any("Täytäntöönpanotiedot" in text for text in texts)
    assert any("Kaupunginhallituksen päätösehdotus" in text for text in texts)


@pytest.mark.parametrize("folder", ["oulu", "vantaa", "espoo", "turku", "annotated"])
def test_real_originals_make_whole_documents(folder: str, finnish: Finnish) -> None:
    """Every original holds together."""
    for path in sorted(shared_folder("real", folder).iterdir()):
        for document in documents_of(path, finnish):
            assert_whole(document)


def test_people_of_the_gold_with_a_role_are_found(finnish: Finnish) -> None:
    """Participants, presenters and contacts of the annotated documents."""
    shared = shared_folder("gold").parent
    missed: list[str] = []
    for path in sorted((shared / "gold").glob("*.yaml")):
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        name = Path(gold["document"]).name
        original = next(p for folder in ("corpus", "real/annotated") if (p := shared / folder / name).exists())
        (document,) = documents_of(original, finnish)
        found = {(person.name, person.role) for person in document.participants}
        missed += [
            f"{name}: {person['name']} ({person['role']})"
            for person in gold.get("people") or []
            # Who only made the initiative is named in running text, which is left to the facts.
            if person.get("role") not in (None, "aloitteentekijä") and (person["name"], person["role"]) not in found
        ]
    assert missed == []

"""The screen: what is held back until a person has looked, what is not, and what becomes of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from policysearch.model.document import Document
from policysearch.model.source import Metadata
from policysearch.privacy.screen import is_stamp, reasons_to_hold
from tests.conftest import Run
from tests.privacy.everywhere import found_in
from tests.privacy.made import RECORDS

CODE = "131052-308T"


def document(text: str, **changes: Any) -> Document:
    whole: dict[str, Any] = {
        "id": "0" * 16, "sha256": "0" * 64, "locator": "", "media_type": "text/plain", "metadata": Metadata(),
        "text": text, "blocks": (), "sections": (), "passages": (), **changes,
    }  # fmt: skip
    return Document(**whole)


@pytest.mark.parametrize("sign", [*"+-YXWVUABCDEF"])
def test_every_sign_of_a_century(sign: str) -> None:
    """Those of 2023 too; the code itself is shown nowhere."""
    (reason,) = reasons_to_hold(document(f"Hakija (131052{sign}308T) on hakenut lupaa."), ())
    assert (reason.kind, reason.said) == ("identity_code", f"******{sign}****")


@pytest.mark.parametrize(
    "text",
    [
        "Hakijan tunnus on 131052–308T.",
        "131052-308t",
        "henkilötunnus 131052 -308T",
        "Tunnus:131052-308T, puhelin",
    ],
)
def test_codes_as_printed(text: str) -> None:
    assert [reason.kind for reason in reasons_to_hold(document(text), ())] == ["identity_code"]


@pytest.mark.parametrize(
    "text",
    [
        "Diaarinumero 131052-3081, HEL 2021-001526 T 00 00 02",
        "131052-308U on väärin, ja 320152-308T on päivä jota ei ole",
        "testitunnus 131052-908R",
        "Y-tunnus 0201256-6, IBAN FI21 1234 5600 0007 85",
        "viite X131052-308T9",
    ],
)
def test_what_only_looks_like_a_code(text: str) -> None:
    """Wrong check characters and days, codes for testing, and other numbers hold nothing back."""
    assert reasons_to_hold(document(text), ()) == ()


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Salassa pidettävä", True),
        ("SALASSA PIDETTÄVÄ", True),
        ("Salassa pidettävä (JulkL (621/1999) 24.1 § 25 k)", True),
        ("Salassa pidettävä, JulkL 24 § 1 mom. 32 kohta", True),
        ("SALASSA PIDETTÄVÄ JulkL 24 § 1 mom 25 k, pysyvästi", True),
        ("Sekretessbelagd (MyndOffL (621/1999) 24.1 § 25 p)", True),
        ("Salassa pidettävä asia käsitellään kokouksen lopuksi.", False),
        ("Asia on salassa pidettävä.", False),
        ("Salassa pidettävät tiedot poistetaan ennen julkaisua.", False),
        ("Salassa pidettävää liitettä ei julkaista (JulkL 24 §).", False),
        ("Salassa pidettävä " + "(" * 5000 + "x", False),
    ],
)
def test_a_stamp_says_nothing_else(line: str, is_one: bool) -> None:
    """A sentence about secrecy is none."""
    assert is_stamp(line) is is_one


def test_stamps_in_headers_and_titles() -> None:
    stamped = document("Lausunto", furniture=((2, "Salassa pidettävä JulkL 24.1 § 25 k"),))
    assert [(reason.kind, reason.page) for reason in reasons_to_hold(stamped, ())] == [("stamp", 2)]
    titled = document("§ 2", metadata=Metadata(title="Salassa pidettävä (JulkL (621/1999) 24.1 § 25 k)"))
    assert [reason.kind for reason in reasons_to_hold(titled, ())] == ["stamp"]


@pytest.mark.parametrize(
    ("marked", "kinds"),
    [
        ((("PersonalData", "Sisältää henkilötietoja"),), ["personal_data"]),
        ((("PersonalData", "Sisältää arkaluonteisia henkilötietoja"),), ["personal_data"]),
        ((("PersonalData", "Ei sisällä henkilötietoja"), ("PublicityClass", "Julkinen")), []),
        ((("PublicityClass", "Salassa pidettävä"),), ["not_public"]),
        ((("PublicityClass", "Osittain salassa pidettävä"),), ["not_public"]),
    ],
)
def test_what_a_record_says(marked: tuple[tuple[str, str], ...], kinds: list[str]) -> None:
    """A field that says *no personal data* holds nothing back."""
    assert [reason.kind for reason in reasons_to_hold(document("Päätös"), marked)] == kinds


@pytest.fixture
def held(run: Run, tmp_path: Path) -> tuple[Path, str]:
    """A file of two records, of which one holds a code; the path, and the id of the one that is held back."""
    records = [dict(record) for record in RECORDS]
    records[0]["Content"] = f"<div><p>Kaupunginhallitus päätti hyväksyä hakijan ({CODE}) hakemuksen.</p></div>"
    records[1]["Attachments"] = [{"Title": "Liite", "PersonalData": "Sisältää henkilötietoja"}]
    path = tmp_path / "paatokset.json"
    path.write_text(json.dumps(records), encoding="utf-8")
    result = run("ingest", path)
    assert result.exit_code == 0
    assert "a document is held back until somebody has looked (******-****)" in result.output
    (one,) = json.loads(run("held", "list", "--format", "json").stdout)
    return path, one["id"]


def test_a_held_document_is_nowhere_and_said(run: Run, held: tuple[Path, str], tmp_path: Path) -> None:
    """Not in lists, index, exports; named as withheld where it is asked for and counted."""
    assert run("export", "-o", tmp_path / "all.jsonl").exit_code == 0
    places = found_in(
        [tmp_path / "index", tmp_path / "corpus" / "corpus.db", tmp_path / "all.jsonl"], ["hakemuks", CODE]
    )
    assert places == []
    assert len(json.loads(run("show", "--format", "json").stdout)) == 1
    assert "held back, and not listed: 1" in run("show").output
    assert "Held back until somebody has looked: 1" in run("status").output
    assert "held back until somebody has looked" in run("coverage").output
    for command in ("show", "cite"):
        asked = run(command, held[1])
        assert asked.exit_code == 1
        assert f"document {held[1]} is held back until somebody has looked (******-****)" in asked.output
    assert CODE not in run("held", "list").output


def test_released_documents_stay_in(run: Run, held: tuple[Path, str], tmp_path: Path) -> None:
    """Also when they are read again."""
    assert run("held", "release", held[1]).exit_code == 2
    assert run("held", "release", held[1], "--by", "Maija").exit_code == 0
    assert run("show", held[1]).exit_code == 0
    assert "hakemuksen" in run("search", "hakemus").output
    (tmp_path / "corpus" / "corpus.db").unlink()
    assert run("reindex").exit_code == 0
    assert run("show", held[1]).exit_code == 0
    assert json.loads(run("held", "list", "--format", "json").stdout) == []
    assert run("held", "release", held[1], "--by", "Maija").exit_code == 1


def test_held_documents_stay_out_when_read_again(run: Run, held: tuple[Path, str], tmp_path: Path) -> None:
    (tmp_path / "corpus" / "corpus.db").unlink()
    assert run("reindex").exit_code == 0
    assert "unchanged" in run("ingest", held[0]).output
    assert run("show", held[1]).exit_code == 1
    assert len(json.loads(run("held", "list", "--format", "json").stdout)) == 1


def test_held_documents_are_forgotten(run: Run, held: tuple[Path, str], tmp_path: Path) -> None:
    """With the file that they came in; what was read of the other record stays."""
    assert run("held", "forget", held[1], "--reason", "tunnus", "--by", "Maija", "--yes").exit_code == 0
    assert found_in([tmp_path / "corpus", tmp_path / "index"], [CODE, "hakemuks"]) == []
    assert json.loads(run("held", "list", "--format", "json").stdout) == []
    (other,) = json.loads(run("show", "--format", "json").stdout)
    assert other["title"] == "Palvelujen hankinta"
    assert "1 left out" in run("ingest", held[0]).output

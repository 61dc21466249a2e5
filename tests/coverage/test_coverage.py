"""`policysearch coverage`: what documents let us expect, and what of it is not here."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

DECISION = """Kuusjärven kaupunki
Kaupunginhallitus
Pöytäkirja 18/2021
3.5.2021

§ {section}

{title}

KUU 2021-000{section}

Päätös

Kaupunginhallitus päätti hyväksyä ehdotuksen.

Liitteet

1 Aloite
2 Salassa pidettävä (JulkL 24.1 § 20 k)

Päätöshistoria

Hyvinvointilautakunta 30.3.2021 § 6

Lausunto

Hyvinvointilautakunta puoltaa esitystä.
"""
MINUTES = """# Kuusjärven hyvinvointilautakunta, pöytäkirja 2/2021

12.4.2021

## Asialista

{items}
"""


def write(tmp_path: Path, section: int, title: str = "Turvakodin rahoitus") -> Path:
    path = tmp_path / f"{section}.txt"
    path.write_text(DECISION.format(section=section, title=title), encoding="utf-8")
    return path


def groups_of(run: Run, *kinds: str) -> list[dict[str, Any]]:
    options = [option for kind in kinds for option in ("--kind", kind)]
    found: list[dict[str, Any]] = json.loads(run("coverage", *options, "--format", "json").stdout)["groups"]
    return found


@pytest.fixture
def decisions(run: Run, tmp_path: Path) -> None:
    """Sections 3 and 5 of meeting 18/2021."""
    run("ingest", write(tmp_path, 3), write(tmp_path, 5, "Ohjelman seuranta"))


@pytest.mark.usefixtures("decisions")
def test_numbers_that_run_on(run: Run) -> None:
    """Meetings and sections before and between those held."""
    meetings, sections = groups_of(run, "meetings", "sections")
    assert (meetings["name"], meetings["present"], meetings["expected"]) == ("Kuusjärven kaupunginhallitus 2021", 1, 18)
    assert [(gap["name"], gap["last"]) for gap in meetings["gaps"]] == [("1/2021", "17/2021")]
    assert [(gap["name"], gap["last"]) for gap in sections["gaps"]] == [("§ 1", "§ 2"), ("§ 4", None)]


@pytest.mark.usefixtures("decisions")
def test_attachments_and_handlings(run: Run) -> None:
    """An attachment that is not here, one that is not public, and a committee that is only quoted."""
    attachments = groups_of(run, "attachments")
    assert [(gap["name"], gap["title"], gap["state"]) for gap in attachments[0]["gaps"]] == [
        ("attachment 1", "Aloite", "missing"),
        ("attachment 2", "Salassa pidettävä (JulkL 24.1 § 20 k)", "not_public"),
    ]
    cases = groups_of(run, "case")
    assert [(case["name"], case["present"], case["expected"]) for case in cases] == [
        ("KUU 2021-0003", 1, 2),
        ("KUU 2021-0005", 1, 2),
    ]
    assert cases[0]["gaps"][0]["state"] == "quoted"
    assert cases[0]["gaps"][0]["name"] == "Hyvinvointilautakunta 2021-03-30 § 6"
    assert cases[0]["gaps"][0]["told_by"]


@pytest.mark.usefixtures("decisions")
def test_an_attachment_that_comes_in_is_no_gap_any_more(run: Run, tmp_path: Path) -> None:
    """A document of its title."""
    (tmp_path / "aloite.txt").write_text(
        "# Aloite\n\nValtuutetut esittävät turvakodin perustamista.\n", encoding="utf-8"
    )
    run("ingest", tmp_path / "aloite.txt", "--title", "Aloite")
    gaps = groups_of(run, "attachments")[0]["gaps"]
    assert [gap["name"] for gap in gaps] == ["attachment 2"]


def test_items_of_a_list(run: Run, tmp_path: Path) -> None:
    """An item of the list has its text in the minutes, or a document of its own, or is a gap; so is a hole."""
    page = """<html><body><h1>Kuusjärven kaupunginhallitus</h1><p>Pöytäkirja 3.5.2021</p>
    <h2>Asialista</h2><table><tr><td>3</td><td><a href="3.htm">Turvakodin rahoitus</a></td></tr>
    <tr><td>4</td><td><a href="4.htm">Ohjelman seuranta</a></td></tr>
    <tr><td>6</td><td><a href="6.htm">Ilmoitusasiat</a></td></tr></table></body></html>"""
    (tmp_path / "lista.html").write_text(page, encoding="utf-8")
    run("ingest", tmp_path / "lista.html", "--type", "minutes")
    run("ingest", write(tmp_path, 3))
    document = next(d for d in json.loads(run("show", "--format", "json").stdout) if d["type"] == "minutes")
    agenda = json.loads(run("show", document["id"], "--format", "json").stdout)["agenda"]
    if not agenda:
        pytest.skip("this list of a meeting is not read as an agenda")
    (group,) = groups_of(run, "items")
    assert [gap["name"] for gap in group["gaps"]] == ["item 4", "number 5", "item 6"]
    assert (group["present"], group["expected"]) == (1, 4)


def test_failed_and_withdrawn(run: Run, tmp_path: Path) -> None:
    """What could not be read is a gap with its reason."""
    (tmp_path / "kaputt.pdf").write_bytes(b"%PDF-1.4\nbroken")
    run("ingest", tmp_path / "kaputt.pdf")
    (group,) = groups_of(run, "originals")
    assert [(gap["state"], gap["name"]) for gap in group["gaps"]] == [("failed", (tmp_path / "kaputt.pdf").as_uri())]
    assert group["gaps"][0]["reason"].startswith("extract: ")


def test_cases_stand_in_the_order_of_their_numbers(run: Run, tmp_path: Path) -> None:
    """Number nine before number ten, however many zeros are written."""
    run("ingest", *(write(tmp_path, section) for section in (112, 9, 10)))
    assert [group["name"] for group in groups_of(run, "case")] == ["KUU 2021-0009", "KUU 2021-00010", "KUU 2021-000112"]


def test_a_document_without_a_title_is_named_by_its_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "esitys.html").write_text(
        '<html><body><div class="esitys"><h3 class="SisaltoOtsikko">Päätösehdotus</h3><p>Kaupunginhallitus hyväksyy '
        'aloitteen.</p><h3 class="LiitteetOtsikko">Liitteet</h3><div>1 Aloite</div></div></body></html>',
        encoding="utf-8",
    )
    run("ingest", tmp_path / "esitys.html")
    (group,) = groups_of(run, "attachments")
    assert (group["name"], group["expected"]) == ("esitys.html", 1)


@pytest.mark.usefixtures("decisions")
def test_as_text_and_as_table(run: Run) -> None:
    """Never *missing at the source*; the table has a row a gap."""
    stdout = run("coverage").stdout
    assert "§ 1–§ 2; § 4" in stdout
    assert "not public: attachment 2" in stdout
    assert "whether it was published is another question" in stdout
    assert "missing" not in stdout
    rows = list(csv.DictReader(io.StringIO(run("coverage", "--format", "csv").stdout)))
    assert {row["state"] for row in rows} == {"missing", "not_public", "quoted"}
    assert len(run("coverage", "--format", "jsonl").stdout.splitlines()) == len(rows)


def test_nothing_to_expect(run: Run, tmp_path: Path) -> None:
    """A corpus of one press release lacks nothing that anybody told of; complete groups are shown on request."""
    (tmp_path / "t.txt").write_text(
        "Kuusjärven kaupunki\nTiedote 1.2.2022\n\nKaupunki auttaa uhreja.\n", encoding="utf-8"
    )
    run("ingest", tmp_path / "t.txt")
    assert "Nothing that documents or channels tell of" in run("coverage").stdout
    assert "originals: 1 of 1" in run("coverage", "--complete").stdout


def test_a_section_that_is_withheld_is_not_missing(run: Run, tmp_path: Path) -> None:
    """Held back for an identity code: the gap around it is cut in two, and it says why."""
    run("ingest", write(tmp_path, 2), write(tmp_path, 7, "Hakija 131052-308T, päätös tuesta"), write(tmp_path, 9))
    assert "held back" in run("status").output.casefold()
    (group,) = groups_of(run, "sections")
    told = [(gap["name"], gap["last"], gap["count"], gap["state"]) for gap in group["gaps"]]
    assert told == [
        ("§ 1", None, 1, "missing"),
        ("§ 3", "§ 6", 4, "missing"),
        ("§ 7", None, 1, "held"),
        ("§ 8", None, 1, "missing"),
    ]
    assert group["gaps"][2]["reason"] == "******-****", "what was found, masked"
    assert "131052" not in run("coverage").output

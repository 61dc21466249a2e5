"""`policysearch meeting`, and tables for paper."""

import json
from pathlib import Path

import docx
import icalendar
import pytest

from tests.conftest import Run


def id_of(run: Run, examples: Path, name: str) -> str:
    """The id of the example with this file name."""
    listed = json.loads(run("show", "--format", "json", examples=examples).stdout)
    return next(d["id"] for d in listed if name in d["source"]["uri"])


@pytest.fixture
def minutes(run: Run, examples: Path) -> str:
    """Minutes of a steering group."""
    return id_of(run, examples, "poytakirja-ohjausryhma-2021-11-25")


def test_sheet_of_minutes(run: Run, examples: Path, minutes: str) -> None:
    """Who, when, where, and every list with its verbatim entries, what is to be done by its days."""
    record = json.loads(run("meeting", minutes, "--format", "json", examples=examples).stdout)
    assert record["time"] == "torstai 25. marraskuuta 2021 klo 9.00–10.45"
    assert record["place"] == "turvallisuusministeriö, neuvotteluhuone 3"
    assert len(record["people"]) == 6
    assert record["people"][4]["printed"].endswith("(jäsen), poistui klo 10.20")
    assert [item["title"] for item in record["items"]][:2] == ["Kokouksen avaus", "Toimintaohjelman luonnos"]
    lists: dict[str, list[str]] = {}
    for entry in record["entries"]:
        lists.setdefault(entry["on"], []).append(entry["quote"])
    assert lists["left_open"] == ["Rahoituksen määrä jää ratkaistavaksi kehysneuvotteluissa keväällä 2022."]
    assert "Hyväksyttiin asialista ja edellisen kokouksen pöytäkirja." in lists["routine"]
    adopted = next(e for e in record["entries"] if e["quote"].startswith("Hyvinvointiministeriö ehdotti"))
    assert adopted["settled"] == "decided"
    text = run("show", minutes, "--text", examples=examples).stdout
    assert all(entry["quote"] in text for entry in record["entries"])


def test_sheet_as_text(run: Run, examples: Path, minutes: str) -> None:
    """The labels come in the language that was asked for; dates as it writes them."""
    found = run("meeting", minutes, examples=examples).stdout
    to_do = found.split("TEHTÄVÄÄ")[1].split("EHDOTETTU")[0]
    assert to_do.index("viimeistään 10.12.2021") < to_do.index("1.1.2022")
    assert "Lyhtytupa ry" in found
    swedish = run("meeting", minutes, "--language", "sv", examples=examples).stdout
    assert "ATT GÖRA" in swedish
    assert "senast 10.12.2021" in swedish


def test_sheet_of_a_decision(run: Run, examples: Path) -> None:
    """All decisions of that body and day; what was told of earlier days is not of the meeting."""
    id_ = id_of(run, examples, "paatos-kuusjarvi-kaupunginhallitus-2023-41")
    record = json.loads(run("meeting", id_, "--format", "json", examples=examples).stdout)
    assert {d["date"] for d in record["documents"]} == {record["date"]}
    assert [item["number"] for item in record["items"]] == ["§ 41"]
    assert {entry["on"] for entry in record["entries"]} == {"decided"}


def test_sheet_as_html_and_docx(run: Run, examples: Path, minutes: str, tmp_path: Path) -> None:
    """Files that stand by themselves, with the same entries."""
    page, paper = tmp_path / "kokous.html", tmp_path / "kokous.docx"
    assert run("meeting", minutes, "-o", page, examples=examples).exit_code == 0
    assert run("meeting", minutes, "-o", paper, examples=examples).exit_code == 0
    html = page.read_text(encoding="utf-8")
    assert "default-src 'none'" in html
    assert "http://" not in html.replace("http-equiv", "")
    document = docx.Document(str(paper))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert any("Rahoituksen määrä jää ratkaistavaksi" in cell for cell in cells)
    assert "Rahoituksen määrä jää ratkaistavaksi" in html


@pytest.mark.parametrize(
    ("line", "time", "place"),
    [
        ("Kokousaika ja -paikka: 16:00 Kunnantalon takkahuone", "16:00 Kunnantalon takkahuone", None),
        ("Aika ja paikka: 4.5.2023 klo 9, takkahuone", "4.5.2023 klo 9, takkahuone", None),
        ("Tid och plats: 4.5.2023 kl. 9, brasrummet", "4.5.2023 kl. 9, brasrummet", None),
        ("Kokousaika: klo 9–10\n\nKokouspaikka: takkahuone", "klo 9–10", "takkahuone"),
    ],
)
def test_time_and_place(run: Run, tmp_path: Path, line: str, time: str, place: str | None) -> None:
    """What stands after the label, all of it and nothing of the label."""
    path = tmp_path / "poytakirja.md"
    path.write_text(
        f"# Lehdon kunnanhallitus 4.5.2023 - Pöytäkirja\n\n{line}\n\n## 12 § Kokouksen avaus\n\nAvattiin.\n", "utf-8"
    )
    places = ("--corpus", tmp_path / "corpus", "--index", tmp_path / "index")
    assert run("ingest", path, *places).exit_code == 0
    (document,) = json.loads(run("show", "--format", "json", *places).stdout)
    found = json.loads(run("meeting", document["id"], "--format", "json", *places).stdout)
    assert (found["time"], found["place"]) == (time, place)


def test_sheet_needs_a_file_for_docx(run: Run, examples: Path, minutes: str, tmp_path: Path) -> None:
    """What cannot be printed says so."""
    assert "name a file" in run("meeting", minutes, "--format", "docx", examples=examples).stderr
    assert "End its name" in run("meeting", minutes, "-o", tmp_path / "x.odt", examples=examples).stderr
    assert run("meeting", "zzzz", examples=examples).exit_code == 1


@pytest.mark.parametrize("command", ["commitments", "deadlines"])
def test_ledger_and_calendar_on_paper(run: Run, examples: Path, tmp_path: Path, command: str) -> None:
    """The same rows as on the screen, and how they were found."""
    path = tmp_path / "table.docx"
    assert run(command, "-n", "0", "-o", path, examples=examples).exit_code == 0
    rows = json.loads(run(command, "-n", "0", "--format", "json", examples=examples).stdout)
    document = docx.Document(str(path))
    (table,) = document.tables
    assert len(table.rows) == len(rows) + 1
    assert any("corpus sha256" in paragraph.text for paragraph in document.paragraphs)


def test_deadlines_as_a_calendar(run: Run, examples: Path, tmp_path: Path) -> None:
    """A whole day for each deadline, on its last day, with the verbatim sentence and where it stands."""
    path = tmp_path / "deadlines.ics"
    assert run("deadlines", "-n", "0", "-o", path, examples=examples).exit_code == 0
    rows = json.loads(run("deadlines", "-n", "0", "--format", "json", examples=examples).stdout)
    events = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    ends = sorted(row["end"][:10] for row in rows if row["end"])
    assert sorted(event["dtstart"].dt.isoformat() for event in events) == ends
    starts = tuple(f"”{row['sentence']}”\n" for row in rows)
    assert all(str(event["description"]).startswith(starts) for event in events)
    assert path.with_name("deadlines.ics.provenance.json").is_file()
    printed = run("deadlines", "-n", "0", "--format", "ics", examples=examples).stdout
    assert len(icalendar.Calendar.from_ical(printed).walk("VEVENT")) == len(events)
    assert "End its name" in run("commitments", "-o", path, examples=examples).stderr

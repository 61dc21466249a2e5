"""Decision records of Helsinki."""

import datetime as dt
import json
from typing import Any

import pytest

from policysearch.errors import ReadError, UnsupportedFormatError
from policysearch.extract import extract
from policysearch.model.source import Metadata

HEAD = '<head><meta name="ThisHTMLGenerated" content="2022-01-11T20:50:08.064+02:00"></head>'


def section(heading: str, text: str) -> str:
    """One section of a decision."""
    return f'<div class="SisaltoSektio"><h3 class="SisaltoOtsikko">{heading}</h3><p>{text}</p></div>'


def body(*sections: str, kind: str = "paatos", rest: str = "") -> str:
    """The HTML of a decision or a motion."""
    return f'<html lang="fi">{HEAD}<body><div class="{kind}">{"".join(sections)}{rest}</div></body></html>'


def record(**fields: Any) -> dict[str, Any]:
    """A decision of an invented committee."""
    return {
        "NativeId": "{A-1}",
        "Title": "Oppaan hyväksyminen",
        "CaseIDLabel": "HEL 2031-000123",
        "Section": "12",
        "Content": body(section("Päätös", "Lautakunta hyväksyi oppaan.")),
        "Motion": "",
        "Organization": {"Name": "Tuki- ja neuvontalautakunta", "Type": "Lautakunta"},
        "Meeting": {"DateMeeting": "2031-02-03T23:30:00.000"},
        **fields,
    }


def read(root: Any) -> list[tuple[str, Metadata, list[str]]]:
    """Locator, hints and texts of each extract."""
    found = extract(json.dumps(root).encode(), name="decisions.json")
    return [(one.locator, one.hints, [block.text for block in one.blocks]) for one in found]


EXPECTED = Metadata(
    "decision",
    "Oppaan hyväksyminen",
    dt.date(2031, 2, 3),
    "Helsingin tuki- ja neuvontalautakunta",
    "fi",
    "HEL 2031-000123",
    "12",
)


@pytest.mark.parametrize("root", [{"decisions": [record()]}, [record()], record()], ids=["listing", "list", "record"])
def test_record_becomes_an_extract(root: Any) -> None:
    """A listing, a bare list and a single record give the same document, its metadata from the record."""
    assert read(root) == [("{A-1}", EXPECTED, ["Päätös", "Lautakunta hyväksyi oppaan."])]


@pytest.mark.parametrize(
    ("organization", "issuer"),
    [
        ({"Name": "Kaupunginhallitus", "Type": "Hallitus"}, "Helsingin kaupunginhallitus"),
        ({"Name": "Kaupunginvaltuusto", "Type": "Valtuusto"}, "Helsingin kaupunginvaltuusto"),
        ({"Name": "Kaupunginhallituksen tukijaosto", "Type": "Jaosto"}, "Helsingin kaupunginhallituksen tukijaosto"),
        ({"Name": "Hallintojohtaja", "Type": "Viranhaltija"}, "hallintojohtaja"),
        ({"Name": "Pormestari", "Type": "Luottamushenkilö"}, "pormestari"),
        (None, None),
    ],
)
def test_issuer_is_the_body_or_the_office(organization: Any, issuer: str | None) -> None:
    """Bodies carry the name of the city; office holders are known by their title."""
    assert read(record(Organization=organization))[0][1].issuer == issuer


@pytest.mark.parametrize("meeting", [None, {}, {"DateMeeting": ""}, {"DateMeeting": "huomenna"}])
def test_without_a_meeting_the_date_is_unknown(meeting: Any) -> None:
    """When the HTML was made is no date of a decision."""
    assert read(record(Meeting=meeting))[0][1].date is None


def test_statement_is_told_by_its_first_section() -> None:
    """A committee that gives a statement decides nothing else."""
    assert read(record(Content=body(section("Lausunto", "Lautakunta antoi lausunnon."))))[0][1].type == "statement"


def test_motion_follows_the_own_sections() -> None:
    """Sections of the motion come after those of the decision, before the contacts, and none comes twice."""
    content = body(section("Päätös", "Hyväksyttiin."), rest="<h3>Lisätiedot</h3><p>Maija Malli</p>")
    motion = body(
        section("Päätös", "Hyväksyttiin."),
        section("Päätösehdotus", "Lautakunta hyväksyy oppaan."),
        section("Esittelijän perustelut", "Opas on tarpeen."),
        kind="esitys",
        rest="<h3>Lisätiedot</h3><p>Maija Malli</p>",
    )
    assert read(record(Content=content, Motion=motion))[0][2] == [
        "Päätös",
        "Hyväksyttiin.",
        "Päätösehdotus",
        "Lautakunta hyväksyy oppaan.",
        "Esittelijän perustelut",
        "Opas on tarpeen.",
        "Lisätiedot",
        "Maija Malli",
    ]


@pytest.mark.parametrize("content", ["", None, "<html><body>Virhe xml -> html muunnoksessa</body></html>"])
def test_motion_stands_in_for_a_missing_decision(content: Any) -> None:
    """Where the decision could not be made into HTML, its motion is read."""
    motion = body(section("Päätösehdotus", "Lautakunta hyväksyy oppaan."), kind="esitys")
    assert read(record(Content=content, Motion=motion))[0][2] == ["Päätösehdotus", "Lautakunta hyväksyy oppaan."]


def test_records_without_text_are_counted() -> None:
    """An empty record is left out with a warning; a listing of nothing else is an error."""
    found = extract(json.dumps([record(), record(NativeId="{B-2}", Content="")]).encode(), name="a.json")
    assert [one.locator for one in found] == ["{A-1}"]
    assert found[0].warnings == ("1 of the 2 decisions in this file hold no text and were left out.",)
    with pytest.raises(ReadError, match="none of the 1 decisions"):
        read(record(Content=""))


@pytest.mark.parametrize(
    "root", [[], {}, {"decisions": []}, {"decisions": {"a": 1}}, [1], "x", 3, None, [{"NativeId": 1}]]
)
def test_other_shapes_are_skipped(root: Any) -> None:
    """JSON of another shape is no document, which is no failure."""
    with pytest.raises(UnsupportedFormatError, match="unknown shape"):
        read(root)

"""Items of minutes from the open interface of CaseM."""

import json
from pathlib import Path
from typing import Any

import pytest

from policysearch.errors import ReadError, UnsupportedFormatError
from policysearch.extract import extract
from policysearch.extract.witness import witness
from policysearch.model.source import Metadata
from tests.conftest import Run

HISTORY = [
    {
        "Description": "<p>Lautakunta k&auml;sitteli asian.</p>",
        "Descision": "<p>Lautakunta esitti neuvontapistettä.</p>",
        "Party": "Perusturvalautakunta",
        "Article": "12",
        "Votings": [],
    }
]
TEXTS = [
    ("Name", "Neuvontapisteen avaaminen"),
    ("Article", "33"),
    ("CaseNativeId", "KuuDno-2031-206"),
    ("IsAdditionalTopic", "False"),
    ("Description", "<p>Neuvontapisteest&auml; on sovittu.</p>\n\n<ol><li>Paikka on valittu.</li></ol>"),
    ("Decisionproposal", ""),
    ("Decision", "<p>Kaupunginhallitus päätti, että neuvontapiste avataan 1.3.2032.</p>"),
    ("Attachments", "<a href='download.aspx?ID=1&GUID={a}'>Liite 1. Selvitys</a>"),
    ("Attachments", "<a href='download.aspx?ID=2&GUID={b}'>Liite 2. Kartta</a>"),
    ("HistoryTopics", json.dumps(HISTORY)),
    ("Presenters", "Maija Malli;#kaupunginjohtaja;#;#;#"),
]


def item(texts: list[tuple[str, Any]]) -> bytes:
    """The answer of the interface."""
    values = [
        {"Id": n, "Name": name, "Text": text, "Number": None, "Date": None} for n, (name, text) in enumerate(texts)
    ]
    return json.dumps({"odata.metadata": "x", "value": values}).encode()


def test_properties_become_headings_and_text() -> None:
    """The names of the properties are headings, their HTML is read; earlier handlings stand under their body."""
    (one,) = extract(item(TEXTS), name="ExtendedProperties")
    assert [(block.kind, block.text) for block in one.blocks] == [
        ("heading", "Neuvontapisteen avaaminen"),
        ("heading", "Description"),
        ("paragraph", "Neuvontapisteestä on sovittu."),
        ("list_item", "Paikka on valittu."),
        ("heading", "Decision"),
        ("paragraph", "Kaupunginhallitus päätti, että neuvontapiste avataan 1.3.2032."),
        ("heading", "Attachments"),
        ("paragraph", "Liite 1. Selvitys"),
        ("paragraph", "Liite 2. Kartta"),
        ("heading", "HistoryTopics"),
        ("heading", "Perusturvalautakunta"),
        ("paragraph", "Lautakunta käsitteli asian."),
        ("paragraph", "Lautakunta esitti neuvontapistettä."),
        ("heading", "Presenters"),
        ("paragraph", "Maija Malli"),
        ("paragraph", "kaupunginjohtaja"),
    ]


def test_properties_state_what_the_item_is() -> None:
    """Title, diary number and section are fields; the body and the day are not among them."""
    (one,) = extract(item(TEXTS), name="ExtendedProperties")
    assert one.hints == Metadata(
        type="decision",
        title="Neuvontapisteen avaaminen",
        case_number="KuuDno-2031-206",
        section_number="33",
    )


def test_everything_stands_in_the_original_as_another_reader_reads_it() -> None:
    """The words of every block are found by the second reader."""
    data = item(TEXTS)
    (one,) = extract(data, name="ExtendedProperties")
    letters = "".join("".join(text.split()) for _, text in witness(data, one.media_type, one.locator))
    assert [block.text for block in one.blocks if "".join(block.text.split()) not in letters] == []


def test_item_without_text_is_not_read() -> None:
    """An item of which only the title is known says where its text may be."""
    with pytest.raises(ReadError, match="none of the properties of this item holds a text"):
        extract(item([("Name", "Otsikko"), ("Decision", " "), ("HistoryTopics", "rikki")]), name="ExtendedProperties")


def test_other_lists_are_left_alone() -> None:
    """A list of nodes or of contents is no document."""
    with pytest.raises(UnsupportedFormatError, match="JSON of an unknown shape"):
        extract(json.dumps({"value": [{"NodeId": 1}]}).encode(), name="Nodes.json")


def test_items_are_ingested_and_proved(run: Run, tmp_path: Path) -> None:
    """The decision is found as one of its own body, the earlier handling as that of another; every quote is proved."""
    (tmp_path / "item.json").write_bytes(item(TEXTS))
    assert run("ingest", tmp_path / "item.json").exit_code == 0
    assert "0 problems" in run("verify").output
    hits = json.loads(run("search", "neuvontapiste", "--format", "json").output)["hits"]
    parts = {hit["heading"]: hit["part"] for hit in hits}
    assert (parts["Decision"], parts["Perusturvalautakunta"]) == ("decision", "history")

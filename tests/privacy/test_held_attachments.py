"""What a record marks as personal or secret among its attachments is held back, by whatever way it comes."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from policysearch.cli import main
from tests.pull.made import Publisher, publisher
from tests.sources.site import Page, Site, open_site

__all__ = ["publisher"]

MARKS = {
    "avoin": {"PersonalData": "Ei sisällä henkilötietoja", "PublicityClass": "Julkinen"},
    "hakijat": {"PersonalData": "Sisältää henkilötietoja"},
    "salainen": {"PublicityClass": "Osittain salassa pidettävä"},
}


@pytest.fixture
def site() -> Any:
    with open_site() as site:
        yield site


def call(folder: Path, *arguments: str | Path) -> Result:
    places = ["--corpus", str(folder / "corpus"), "--index", str(folder / "index")]
    return CliRunner().invoke(main, [*map(str, arguments), *places])


def held(folder: Path) -> dict[str, list[str]]:
    """The reasons of what is held back, by the name of its address."""
    found = json.loads(call(folder, "held", "list", "--format", "json").stdout)
    return {one["uri"].rsplit("/", 1)[-1]: [reason["said"] for reason in one["reasons"]] for one in found}


def shown(folder: Path) -> set[str]:
    return {
        one["sources"][0]["uri"].rsplit("/", 1)[-1]
        for one in json.loads(call(folder, "show", "--format", "json").stdout)
    }


HELD = {
    "hakijat.html": ["PersonalData: Sisältää henkilötietoja"],
    "salainen.html": ["PublicityClass: Osittain salassa pidettävä"],
}


@pytest.fixture
def record(publisher: Publisher, site: Site, tmp_path: Path) -> Path:
    """A record whose three attachments are listed by a channel; its addresses are spelt in another way."""
    for name in MARKS:
        publisher.put(name)
    shouted = site.base.replace("http://", "HTTP://")
    attachments = [
        {"Title": f"Liite {name}", "FileURI": f"{shouted}/{name}.html#sivu", **marks} for name, marks in MARKS.items()
    ]
    one = {
        "NativeId": "{7A10C0DE-0000-2023-0000-000000000001}",
        "Title": "Palvelujen hankinta",
        "CaseIDLabel": "KUU 2023-000101",
        "Section": "1",
        "DateDecision": "2023-05-10T00:00:00.000",
        "Organization": {"Name": "Kaupunginhallitus"},
        "Content": "<div><p>Kaupunginhallitus päätti hankkia ihmiskaupan uhrien palvelut.</p></div>",
        "Attachments": attachments,
    }
    path = tmp_path / "paatokset.json"
    path.write_text(json.dumps([one]), encoding="utf-8")
    return path


def test_pulled_attachments_are_held_as_their_record_says(record: Path, tmp_path: Path) -> None:
    """The one that is open comes in; the others are nowhere, and a second pull lets nothing in."""
    assert call(tmp_path, "ingest", record).exit_code == 0
    first = call(tmp_path, "pull")
    assert first.exit_code == 0, first.output
    assert "a document is held back until somebody has looked (PersonalData: Sisältää henkilötietoja)" in first.output
    assert held(tmp_path) == HELD
    assert shown(tmp_path) == {"paatokset.json", "avoin.html"}
    gaps = json.loads(call(tmp_path, "coverage", "--kind", "attachments", "--format", "json").stdout)["groups"][0][
        "gaps"
    ]
    assert [(gap["title"], gap["state"]) for gap in gaps] == [("Liite hakijat", "held"), ("Liite salainen", "held")]
    assert "3 unchanged" in call(tmp_path, "pull").stdout
    assert held(tmp_path) == HELD


def test_record_and_attachments_in_one_pull(record: Path, publisher: Publisher, site: Site, tmp_path: Path) -> None:
    """The record is listed first, and read while its attachments are fetched."""
    site.pages["/paatokset.json"] = Page(record.read_bytes(), media_type="application/json")
    publisher.entries.insert(0, {"uri": "/paatokset.json", "key": "record"})
    publisher.show()
    assert "4 added" in call(tmp_path, "pull").stdout
    assert held(tmp_path) == HELD
    assert "4 unchanged" in call(tmp_path, "pull").stdout
    assert call(tmp_path, "reindex").exit_code == 0
    assert held(tmp_path) == HELD


def test_a_file_with_its_address_is_held_too(record: Path, site: Site, tmp_path: Path) -> None:
    assert call(tmp_path, "ingest", record).exit_code == 0
    path = tmp_path / "hakijat.html"
    path.write_bytes(site.pages["/hakijat.html"].data)  # type: ignore[union-attr]
    assert call(tmp_path, "ingest", path, "--url", f"{site.base}/hakijat.html").exit_code == 0
    assert list(held(tmp_path)) == ["hakijat.html"]


def test_attachments_that_came_first_are_told_of_and_held_when_read_again(record: Path, tmp_path: Path) -> None:
    assert "3 added" in call(tmp_path, "pull").stdout
    told = call(tmp_path, "ingest", record).stderr
    assert [line.rpartition("/")[2] for line in told.splitlines() if " as personal or not public" in line] == [
        "hakijat.html as personal or not public, which is here: `policysearch reindex` holds that back",
        "salainen.html as personal or not public, which is here: `policysearch reindex` holds that back",
    ]
    assert call(tmp_path, "reindex").exit_code == 0
    assert held(tmp_path) == HELD
    assert shown(tmp_path) == {"paatokset.json", "avoin.html"}


def test_what_is_held_stays_held_without_its_record_and_goes_in_when_released(record: Path, tmp_path: Path) -> None:
    """Forgetting the record lets nothing in, nor does a corpus made anew; a person does, for good."""
    assert call(tmp_path, "ingest", record).exit_code == 0
    assert call(tmp_path, "pull").exit_code == 0
    (one,) = (
        d for d in json.loads(call(tmp_path, "show", "--format", "json").stdout) if d["title"] == "Palvelujen hankinta"
    )
    gone = call(tmp_path, "forget", one["id"], "--reason", "pyydetty", "--by", "Maija", "--yes")
    assert gone.exit_code == 0, gone.output
    (tmp_path / "corpus" / "corpus.db").unlink()
    assert call(tmp_path, "reindex").exit_code == 0
    assert held(tmp_path) == HELD
    ids = {
        h["uri"].rsplit("/", 1)[-1]: h["id"]
        for h in json.loads(call(tmp_path, "held", "list", "--format", "json").stdout)
    }
    assert call(tmp_path, "held", "release", ids["hakijat.html"], "--by", "Maija").exit_code == 0
    assert call(tmp_path, "reindex").exit_code == 0
    assert shown(tmp_path) == {"avoin.html", "hakijat.html"}
    assert list(held(tmp_path)) == ["salainen.html"]

"""The page of a plan's measures, over the plans of the examples."""

import csv
import io
import re
import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from policysearch import open_corpus
from policysearch.model.reviews import Saying
from tests.web.conftest import Open

PLAN = "Kuusjärven ihmiskaupan vastainen toimintaohjelma 2022–2024"
TABLE = "Kuusjärven työperäisen hyväksikäytön torjunnan toimenpidesuunnitelma 2024–2025"


@pytest.fixture(scope="module")
def plans(examples: Path) -> dict[str, str]:
    """The ids of the documents by title."""
    with open_corpus(examples / "corpus", examples / "index") as corpus:
        return {str(each.metadata.title): each.id for each in corpus.documents()}


def test_rows_with_their_parts_and_what_was_said_since(client: TestClient, plans: dict[str, str]) -> None:
    """Each measure leads to its marked words; later documents stand below it, the unsure ones apart."""
    html = client.get(f"/documents/{plans[PLAN]}/measures?lang=fi").text
    assert "5 toimenpidettä tai suositusta" in html
    guide = next(row for row in html.split('<li id="m') if '#mark">Valmistellaan hankintojen valvontaohje' in row)
    assert "vuoden 2023 loppuun mennessä" in guide
    assert "päätti pidentää hankintojen valvontaohjeen määräaikaa" in guide
    assert "Kesken: valtakunnallinen mallisopimus puuttuu." in guide
    risks = next(row for row in html.split('<li id="m') if '#mark">Kartoitetaan kausityön riskit' in row)
    sure, unsure = risks.split("Saattaa koskea tätä")
    assert "Kartoitus valmistui elokuussa 2022." in sure
    assert "Kartoitetaan kausityön riskit" in unsure
    link = re.search(r'href="(/documents/\w+\?mark=[\d-]+)#mark">Laaditaan tunnistamisen opas', html)
    assert link is not None
    assert '<mark id="mark"' in client.get(link[1]).text
    assert "Mikään tämän aineiston myöhempi asiakirja ei puhu tästä." in html


def test_a_row_that_a_page_cuts_is_whole(client: TestClient, plans: dict[str, str]) -> None:
    """The measure, its body and its day, of which the page break cut each."""
    html = client.get(f"/documents/{plans[TABLE]}/measures?lang=en").text
    row = html.split("Sovitaan tarkastuskäynneistä kausityöpaikoille aluehallintoviraston kanssa</a>")[1]
    row = row.split("</li>")[0]
    assert "Kuusjärven kaupunginhallitus" in row
    assert "30.4.2024 mennessä" in row


def test_saved_linked_and_empty(client: TestClient, plans: dict[str, str]) -> None:
    """The file has the same rows; the document and the list of documents lead there; none is said to be none."""
    saved = client.get(f"/documents/{plans[TABLE]}/measures.csv")
    text = saved.text.removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO("".join(line + "\n" for line in text.splitlines() if line[:1] != "#"))))
    assert [row["number"] for row in rows][:8] == ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "3.1", "3.2"]
    assert client.get(f"/documents/{plans[TABLE]}/measures.xlsx").content[:2] == b"PK"
    assert client.get(f"/documents/{plans[TABLE]}/measures.exe").status_code == 404
    assert f'href="/documents/{plans[TABLE]}/measures"' in client.get(f"/documents/{plans[TABLE]}").text
    assert f'href="/documents/{plans[PLAN]}/measures"' in client.get("/corpus?type=plan").text
    without = next(id_ for title, id_ in plans.items() if title.startswith("Lausunto"))
    assert "No measures or recommendations were found" in client.get(f"/documents/{without}/measures?lang=en").text
    assert client.get("/documents/ffffffff/measures").status_code == 404


def test_what_a_person_says_stands_there(open_site: Open, examples: Path, tmp_path: Path) -> None:
    """A status that somebody gives is shown with who says so, and the form is one link away."""
    shutil.copytree(examples, tmp_path / "own")
    with open_corpus(tmp_path / "own" / "corpus", tmp_path / "own" / "index") as corpus:
        plan = next(each.id for each in corpus.documents() if each.metadata.title == PLAN)
        measure = corpus.measures(plan)[0].measure
        corpus.reviews.say_all(measure.id, [Saying("status", value="partly", evidence="puhelu 3.4.")], by="Outi")
    html = open_site(tmp_path / "own").get(f"/documents/{plan}/measures?lang=en").text
    assert re.search(r"Reviewed by a person</strong> \(Outi\) · partly done · puhelu 3\.4\.", html)
    assert re.search(r'href="/commitments/\w+/review"', html)

"""Pages that gather what documents say: actors, cases, meetings, the corpus, occurrences, quotations."""

import csv
import io
import re

import docx
import pytest
from starlette.testclient import TestClient

from tests.web.conftest import Open

CONTACT = re.compile(r"[a-zåäö]+\.[a-zåäö]+@|\b0\d{2} \d{3} \d{4}\b")
BOARD = "/actors/organisation:kuusjärven-kaupunginhallitus"


def test_actors_are_listed_with_counts(client: TestClient) -> None:
    """Most named first; a name or a kind narrows the list."""
    html = client.get("/actors").text
    assert "Kuusjärven hyvinvointilautakunta</a></th><td>23</td><td>5</td><td>20</td>" in html
    assert "1 toimija<" in client.get("/actors?q=ombudsman").text, "found by another name"
    assert "kaupunginhallitus" not in client.get("/actors?kind=person").text.casefold()


def test_an_actor_has_what_it_promised_and_with_whom(client: TestClient) -> None:
    """Its commitments by what it does in them, over the years, and who else stands in them."""
    html = client.get(BOARD).text
    assert "Kuusjärven kaupunginhallitus</h1>" in html
    assert re.search(r'<h2 id="decision">Päättänyt', html)
    assert '<a class="quote" href="/documents/' in html
    assert "Kirjaukset vuosittain ja lajeittain" in html
    assert client.get("/actors/nobody").status_code == 404


def test_an_actor_has_its_other_names(client: TestClient) -> None:
    """Also those that it had before."""
    assert "vähemmistövaltuutettu" in client.get("/actors/yvv").text


def test_only_persons_in_office_have_a_page(client: TestClient) -> None:
    """A member and a councillor; nobody of whom the documents give a name alone, and who may be a client."""
    assert client.get("/actors/person:iiris-vaskela").status_code == 200
    assert client.get("/actors/person:tuulikki-haapsalmi").status_code == 200
    for name in ("aino-liisa-ketomaa", "ritva-maija-suovanen"):
        assert client.get(f"/actors/person:{name}").status_code == 404
    assert "Ketomaa" not in client.get("/actors?size=100").text


def test_a_case_goes_through_its_handlings(client: TestClient) -> None:
    """In the order of their days, with what was decided; the number may be written in other ways."""
    listed = client.get("/cases").text
    assert "/cases/KUU%202022-000188" in listed
    html = client.get("/cases/KUU%202022-000188").text
    days = ["12.4.2022", "23.5.2022", "14.2.2023", "27.3.2023"]
    places = [html.index(f"<h2>{day}") for day in days]
    assert places == sorted(places)
    assert client.get("/cases?number=kuu-2022-000188").headers["location"] == "/cases/kuu-2022-000188"
    assert "KUU 2022-000188</h1>" in client.get("/cases/kuu-2022-000188").text
    assert client.get("/cases/LEHT/206/05.01.00/2020").status_code == 200, "slashes and all"
    assert client.get("/cases/HEL%201999-1").status_code == 404


def test_a_meeting_on_one_sheet(client: TestClient) -> None:
    """From the body to its meeting: who was there, decided, to do; as HTML for paper and as DOCX."""
    series = client.get("/meetings?body=Ihmiskaupan vastaisen toimintaohjelman ohjausryhmä").text
    link = re.findall(r'href="(/meetings/\w+)"', series)[0]
    html = client.get(link).text
    assert "5. kokous" in html or "kokous 5" in html
    assert "Joonatan Rautaharju" in html
    assert re.search(r'<h2 id="to_do">Tehtävää</h2>\s*<ul', html)
    assert "file://" not in html
    file = client.get(f"{link}/sheet.docx")
    assert any("Tehtävää" in p.text for p in docx.Document(io.BytesIO(file.content)).paragraphs)
    assert "sandbox" in client.get(f"{link}/sheet.html").headers["content-security-policy"]
    assert client.get("/meetings?body=nobody").status_code == 404


def test_the_corpus_says_what_it_has_and_has_not(client: TestClient) -> None:
    """Documents by type, how Finnish is read, and what is expected and not there; no path of this machine."""
    html = client.get("/corpus").text
    assert "19 asiakirjaa" in html
    assert "libvoikko" in html
    assert "3 asiakirjaa" in client.get("/corpus?type=minutes").text
    gaps = client.get("/corpus/coverage").text
    assert "ei tässä aineistossa" in gaps
    assert "kokoukset numeroidaan ykkösestä vuoden 2022 sisällä" in gaps
    assert "/tmp/" not in html + gaps


def test_occurrences_stand_in_lines(client: TestClient) -> None:
    """A line each, with a link to its marked place; as a file with the same number of lines."""
    html = client.get("/concordance?q=uhri&sort=right&size=100").text
    total = int(re.search(r'<h2 id="results">(\d+) ', html)[1])  # type: ignore[index]
    lines = re.findall(r'<td class="node"><a href="([^"]+)">([^<]+)</a>', html)
    assert len(lines) == min(total, 100) > 30
    assert all("uhr" in node.casefold() for _, node in lines)
    assert ">" + lines[0][1] + "</mark>" in client.get(lines[0][0].replace("&amp;", "&")).text
    file = client.get("/concordance.csv?q=uhri").text
    assert len(list(csv.DictReader(line for line in io.StringIO(file) if not line.startswith("#")))) == total
    assert client.get("/concordance", params={"q": "(uhri"}).status_code == 400


def test_a_word_over_the_years(client: TestClient) -> None:
    """In a thousand words of each year, with the numbers."""
    html = client.get("/concordance/years?q=uhri").text
    assert '<th scope="row">2022</th>' in html
    assert '<rect class="series-0"' in html
    assert "# query: uhri" in client.get("/concordance/years.csv?q=uhri").text


@pytest.mark.parametrize(
    ("quote", "verdict"),
    [
        ("lapsiuhrien palvelupolku", "exact"),
        ("Lapsiuhrien Palvelupolku", "same_words"),
        ("lapsiuhrin palvelupolku on kuvattu", "differs"),
        ("perunoiden istutus aloitettiin vappuna pelloilla", "absent"),
    ],
)
def test_a_quotation_is_checked(client: TestClient, quote: str, verdict: str) -> None:
    """Exact, differing or absent; where it stands, its place is one click away."""
    html = client.get("/quotation", params={"quote": quote}).text
    assert f'class="verdict {verdict}"' in html
    assert ("/documents/" in html) == (verdict != "absent")
    assert client.get("/quotation", params={"quote": "…"}).status_code == 400


def test_a_document_leads_to_its_case_and_meeting(client: TestClient) -> None:
    """From a decision to the case through its handlings, and to the sheet of the meeting."""
    html = client.get("/documents/2081da803c7e1be6").text
    for link in ("/cases/KUU%202022-000188", "/meetings/2081da803c7e1be6"):
        assert f'href="{link}"' in html
        assert client.get(link).status_code == 200


def test_contact_details_are_covered_everywhere(client: TestClient, open_site: Open) -> None:
    """No phone number or address of a person on any page or in any file of these."""
    paths = ("/concordance?q=puhelin&size=100", "/concordance.csv?q=puhelin", "/commitments.jsonl", "/deadlines.ics")
    for path in (*paths, "/meetings/2081da803c7e1be6", "/meetings/2081da803c7e1be6/sheet.html"):
        text = client.get(path).text
        assert not CONTACT.search(text), path
    assert CONTACT.search(open_site(show_contacts=True).get(paths[0]).text), "there are some to cover"

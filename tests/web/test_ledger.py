"""Commitments, their threads and proofs, and deadlines, as pages and files."""

import csv
import datetime as dt
import io
import json
import re
import shutil
from pathlib import Path

import docx
import icalendar
import openpyxl
import pytest
from starlette.testclient import TestClient

from policysearch.corpus import open_corpus
from tests.conftest import TODAY
from tests.web.conftest import Open


def n_found(html: str) -> int:
    match = re.search(r'<h2 id="results">(\d+) ', html)
    assert match is not None
    return int(match[1])


def test_the_ledger_says_who_what_by_when_and_where(client: TestClient) -> None:
    """The sentence verbatim leads to its marked place; its actor, time and document stand beside it."""
    html = client.get("/commitments?actor=hankintapalvelut&due_after=2023-09-01").text
    assert "hankintapalvelut" in html
    assert "viimeistään <" not in html
    assert "<strong>viimeistään 30.9.2023</strong>" in html
    link = re.search(r'<a class="quote" href="(/documents/\w+\?mark=(\d+)-(\d+)&amp;of=\w+#mark)">([^<]+)</a>', html)
    assert link is not None
    opened = client.get(link[1].replace("&amp;", "&"))
    assert '<mark id="mark"' in opened.text


def test_filters_narrow_the_ledger(client: TestClient) -> None:
    """Kinds, words, periods and openness; what they leave is what the library gives."""
    everything = n_found(client.get("/commitments").text)
    for query in ("kind=undertaking", "q=uhri", "after=2023-01-01", "due_before=2022-12-31", "actor=poliisi", "open=1"):
        assert 0 < n_found(client.get(f"/commitments?{query}").text) < everything, query
    assert client.get("/commitments?kind=promise").status_code == 400
    assert client.get("/commitments?due_after=soon").status_code == 400
    assert client.get("/commitments?as=guessed").status_code == 400


def test_open_is_never_called_late(client: TestClient) -> None:
    """That nothing later reports it done, and the newest document of the body; no verdict."""
    for language, said in (
        ("fi", "Ei toteutumismerkintää aineistossa"),
        ("sv", "Ingen uppgift om genomförande i materialet"),
        ("en", "No later document in this corpus reports it done"),
    ):
        html = client.get(f"/commitments?open=1&lang={language}").text
        assert said in html
        assert not re.search(r"myöhässä|försenad|\blate\b|overdue", html)


def test_people_stand_beside_the_machine(examples: Path, tmp_path: Path, open_site: Open) -> None:
    """A correction is shown with what the machine found; `as=reviewed` puts it in its place."""
    folder = tmp_path / "reviewed"
    shutil.copytree(examples, folder)
    with open_corpus(folder / "corpus", folder / "index", today=dt.date.fromisoformat(TODAY)) as corpus:
        row = next(r for r in corpus.commitments().rows if r.commitment.kind == "undertaking")
        corpus.reviews.say(row.commitment.id, "correct", by="Aino", field="kind", value="obligation")
        corpus.reviews.say(row.commitment.id, "status", by="Aino", value="done")
    site = open_site(folder)
    document = row.document.id
    found = site.get(f"/commitments?document={document}").text
    assert "Ihmisen tarkistama</strong> (Aino) · tehty" in found
    assert '<th scope="row">laji</th><td>sitoumus</td><td>velvoite</td>' in found
    reviewed = site.get(f"/commitments?document={document}&as=reviewed&kind=obligation").text
    assert row.commitment.quote[:20] in reviewed


@pytest.mark.parametrize("form", ["csv", "xlsx", "docx", "jsonl"])
def test_the_ledger_is_saved(client: TestClient, form: str) -> None:
    """As all files with its provenance, and all rows of the filters."""
    answer = client.get(f"/commitments.{form}?kind=obligation&q=kaupunki")
    n_rows = n_found(client.get("/commitments?kind=obligation&q=kaupunki").text)
    assert f'filename="commitments.{form}"' in answer.headers["content-disposition"]
    if form == "csv":
        lines = answer.text.splitlines(keepends=True)
        assert "# query: kaupunki\r\n" in lines
        rows = list(csv.DictReader(line for line in io.StringIO(answer.text, newline="") if not line.startswith("#")))
        assert {row["kind"] for row in rows} == {"obligation"}
        assert len(rows) == n_rows
    elif form == "xlsx":
        assert openpyxl.load_workbook(io.BytesIO(answer.content)).sheetnames == ["provenance", "commitment"]
    elif form == "docx":
        assert len(docx.Document(io.BytesIO(answer.content)).tables[0].rows) == n_rows + 1
    else:
        first, *rest = (json.loads(line) for line in answer.text.splitlines())
        assert (first["record"], len(rest)) == ("provenance", n_rows)


def test_a_thread_is_told_step_by_step(client: TestClient) -> None:
    """From the ledger to the steps of a commitment over documents, each with its words."""
    link = re.search(r"/commitments/\w+/thread", client.get("/commitments?q=toimintaohjelma&size=100").text)
    assert link is not None
    html = client.get(link[0]).text
    assert html.count('<a class="quote"') > 1
    assert client.get("/commitments/0000/thread").status_code == 404


def test_evidence_stands_by_itself(client: TestClient) -> None:
    """One file to save, with the words; the browser runs nothing in it and fetches nothing for it."""
    link = re.search(r"/evidence/\w+\.html", client.get("/commitments").text)
    assert link is not None
    answer = client.get(link[0])
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "SHA-256" in answer.text
    assert client.get("/evidence/0000.html").status_code == 404


def test_a_picture_has_its_numbers(client: TestClient) -> None:
    """Columns of years, and the same in a table."""
    html = client.get("/commitments/years").text
    total = int(re.search(r"(\d+) kirjausta", html)[1])  # type: ignore[index]
    cells = [int(cell) for cell in re.findall(r"<td>(\d+)</td>", html)]
    assert sum(cells) == total
    assert html.count('<rect class="series-') >= sum(cell > 0 for cell in cells)


def test_deadlines_come_in_four_views(client: TestClient) -> None:
    """Coming, a month at a time, past without a report of completion, and without a day."""
    coming = client.get("/deadlines").text
    assert "1.6.2023 tai myöhemmin" in coming
    assert "viimeistään 30.9.2023" in coming
    month = client.get("/deadlines?view=month&month=2023-09").text
    assert 'href="#d2023-09-30"' in month
    assert 'id="d2023-09-30"' in month
    assert "view=month&amp;month=2023-10" in month
    past = client.get("/deadlines?view=past").text
    assert "Ei toteutumismerkintää aineistossa" in past
    assert "viimeistään 10.12.2021" in past
    assert "30.9.2023" not in re.sub(r'<p class="note">.*?</p>', "", past)
    assert 'class="quote"' in client.get("/deadlines?view=undated").text
    assert client.get("/deadlines?view=month&month=2023-13").status_code == 400


def test_a_calendar_to_subscribe_to(client: TestClient) -> None:
    """Whole days with the sentence, the source and the address; the same each time."""
    answer = client.get("/deadlines.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert client.get("/deadlines.ics").content == answer.content
    events = icalendar.Calendar.from_ical(answer.text).walk("VEVENT")
    assert len({str(event["uid"]) for event in events}) == len(events) > 20
    event = next(event for event in events if event.decoded("dtstart") == dt.date(2023, 9, 30))
    assert "Hankintapalvelujen tulee" in str(event["description"])
    path = str(event["url"]).removeprefix("http://localhost")
    assert "<mark" in client.get(path).text
    one = icalendar.Calendar.from_ical(client.get("/deadlines.ics?actor=hankintapalvelut").text).walk("VEVENT")
    assert 0 < len(one) < len(events)

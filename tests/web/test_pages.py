"""What pages say: in three languages, in errors, and while documents are taken in."""

import csv
import datetime as dt
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
import rispy
from starlette.testclient import TestClient

from policysearch.corpus import open_corpus
from policysearch.settings import Settings
from tests.conftest import EXAMPLES, TODAY
from tests.web.conftest import Open, site_of


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "fi"),
        ("fi-FI,fi;q=0.9,en;q=0.8", "fi"),
        ("sv-FI,sv;q=0.9", "sv"),
        ("de,en-US;q=0.7,fi;q=0.3", "en"),
        ("de", "fi"),
        ("sv;q=0,en;q=0.1", "en"),
        ("en;q=nonsense,;;q", "fi"),
    ],
)
def test_the_browser_chooses_the_language(client: TestClient, accepted: str, language: str) -> None:
    """The best of the three that it accepts; Finnish where it accepts none."""
    assert f'<html lang="{language}">' in client.get("/", headers={"accept-language": accepted}).text


def test_the_reader_switches_the_language(client: TestClient) -> None:
    """A link switches, whatever the browser says, and the next page keeps to it."""
    assert "Sök i dokumenten" in client.get("/?lang=sv").text
    assert "Sök i dokumenten" in client.get("/", headers={"accept-language": "fi"}).text
    assert '<html lang="fi">' in client.get("/?lang=xx", headers={"cookie": ""}).text


def test_a_search_marks_its_words(client: TestClient) -> None:
    """Passages with issuer, date, part and page; the words are marked where they stand."""
    html = client.get("/", params={"q": "lapsiuhri"}).text
    assert "<mark>lapsiuhrien</mark> palvelupolku" in html
    assert "Kuusjärven ihmiskaupan vastaisen toimintaohjelman seurantaraportti 2023" in html
    assert "19.3.2024" in html
    assert "sivu 1" in html


def test_dates_are_written_as_in_the_language(client: TestClient) -> None:
    """19.3.2024 in Finnish, 19 Mar 2024 in English."""
    for language, date in (("fi", "19.3.2024"), ("sv", "19 mars 2024"), ("en", "19 Mar 2024")):
        assert date in client.get("/", params={"q": "lapsiuhri", "lang": language}).text


def test_facets_narrow_by_links(client: TestClient) -> None:
    """A count beside each value is the number of passages behind its link."""
    html = client.get("/", params={"q": "uhri"}).text
    assert '<a href="/?q=uhri&amp;type=statement">lausunto</a> <span class="count">7</span>' in html
    narrowed = client.get("/?q=uhri&type=statement").text
    assert ">7 katkelmaa<" in narrowed
    assert 'href="/?q=uhri"' in narrowed, "the choice can be taken out"


def test_long_results_come_in_pages(client: TestClient) -> None:
    """The address of a page is all that is needed to come back to it."""
    first, second = client.get("/?q=uhri&size=10").text, client.get("/?q=uhri&size=10&page=2").text
    assert "/?q=uhri&amp;size=10&amp;page=2" in first
    assert 'start="11"' in second
    assert "/?q=uhri&amp;size=10&amp;page=3" in second
    assert 'href="/?q=uhri&amp;size=10" rel="prev"' in second


def test_a_broken_query_shows_the_place(client: TestClient) -> None:
    """The page of the error has the query with the place marked, and the form to mend it in."""
    answer = client.get("/", params={"q": "uhri AND (lapsi"})
    assert answer.status_code == 400
    assert "uhri AND <mark>(</mark>lapsi" in answer.text
    assert 'value="uhri AND (lapsi"' in answer.text


@pytest.mark.parametrize(
    "address", ["/?page=x", "/?page=-1", "/?type=zz", "/?after=2024-13-01", "/?after=1.1.2024", "/?size=7", "/?q=a%00"]
)
def test_what_cannot_be_asked_is_said(client: TestClient, address: str) -> None:
    """A sentence in the language of the reader, never a traceback."""
    answer = client.get(address)
    assert answer.status_code == 400
    assert "Tätä ei voi kysyä" in answer.text
    assert "Traceback" not in answer.text


def test_a_bug_shows_no_traceback(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader is told that it failed; the reason stands in the log."""
    monkeypatch.setattr("policysearch.corpus.Corpus.search", lambda *_, **__: 1 / 0)
    answer = client.get("/?q=uhri")
    assert answer.status_code == 500
    assert "Tämä ei onnistunut" in answer.text
    assert "ZeroDivisionError" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_reading_writes_nothing(client: TestClient, examples: Path) -> None:
    """Neither corpus nor index changes by being read."""

    def state() -> dict[str, bytes]:
        files = [path for path in examples.rglob("*") if path.is_file() and not path.name.endswith(("-shm", "-wal"))]
        return {str(path): path.read_bytes() for path in files}

    before = state()
    for address in ("/", "/?q=uhri", "/?q=uhri&lang=sv", "/?q=zzz"):
        client.get(address)
    assert state() == before


def test_readers_stay_with_the_last_complete_state(open_site: Open, tmp_path: Path) -> None:
    """While documents are taken in nothing changes for readers; once the index follows, they see the new ones."""
    settings = Settings(tmp_path / "corpus", tmp_path / "index")
    first, second = sorted(EXAMPLES.glob("tiedote-*.html"))
    with open_corpus(settings=settings, create=True) as corpus:
        list(corpus.ingest([first]))
        corpus.update_index()
    site = open_site(tmp_path)
    before = site.get("/?q=ihmiskauppa").text
    with open_corpus(settings=settings) as corpus:
        list(corpus.ingest([second]))
        assert site.get("/?q=ihmiskauppa").text == before
        corpus.update_index()
    after = site.get("/?q=ihmiskauppa").text
    assert "turvallisuusministeriö" in after
    assert "turvallisuusministeriö" not in before


def test_facets_narrow_inside_the_query(client: TestClient) -> None:
    """Kinds of commitments and parts of documents are words of the query; each can be taken out again."""
    html = client.get("/", params={"q": "uhri TAI apu"}).text
    assert "/?q=%28uhri+TAI+apu%29+kind%3Aproposal" in html
    narrowed = client.get("/", params={"q": "uhri kind:proposal"}).text
    assert ">13 katkelmaa<" in narrowed
    assert '<a href="/?q=uhri"><span class="unseen">Poista rajaus:</span> ehdotus' in narrowed


def test_a_misspelt_word_has_a_suggestion(client: TestClient) -> None:
    """With the number of passages behind it, one click away."""
    html = client.get("/", params={"q": "ihmiskuppa"}).text
    assert 'href="/?q=ihmiskauppa"' in html
    assert "ihmiskauppa, ei ihmiskuppa" in html


def test_the_order_can_be_chosen(client: TestClient) -> None:
    """Newest first begins with the newest document; the choice stays in the address."""
    first = client.get("/?q=uhri&sort=date").text.partition('<ol class="hits"')[2]
    assert first.index("19.3.2024") < first.index(".2023")
    assert client.get("/?q=uhri&sort=best").status_code == 400


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize(
    "query",
    ['"uhri', "(uhri", "uhri)", "uhri AND", "OR uhri", "lemma: ", "NOT uhri", "uhri kind:zz", "uhri date:zz",
     "page:x", "x~9", "u*", "uhri field:x", '""', "a*b", "date:.."],
)  # fmt: skip
def test_what_is_wrong_is_said_in_the_language_of_the_reader(client: TestClient, query: str, language: str) -> None:
    """No sentence of a broken query is left in English."""
    answer = client.get("/", params={"q": query, "lang": language})
    assert answer.status_code == 400
    assert '<p lang="en"' not in answer.text, answer.text


@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl", "ris"])
def test_a_search_is_saved_with_its_provenance(client: TestClient, form: str) -> None:
    """Query, order and hash of the corpus stand in the file, and as many rows as there are passages."""
    answer = client.get(f"/search.{form}", params={"q": "lapsiuhri", "sort": "date"})
    assert answer.headers["content-disposition"] == f'attachment; filename="search.{form}"'
    if form == "csv":
        head = [line for line in answer.text.splitlines() if line.startswith("# ")]
        assert "# query: lapsiuhri" in head
        rows = list(csv.DictReader(answer.text.splitlines()[len(head) :]))
        assert all("lapsiuhr" in row["snippet_text"].casefold() for row in rows)
    elif form == "jsonl":
        first, *rest = map(json.loads, answer.text.splitlines())
        assert (first["record"], first["query"], first["hits"]) == ("provenance", "lapsiuhri", len(rest))
    elif form == "ris":
        records = rispy.loads(answer.text)
        assert all("query: lapsiuhri" in " ".join(record["notes"]) for record in records)
        assert all("lapsiuhr" in record["abstract"].casefold() for record in records)
    else:
        book = openpyxl.load_workbook(io.BytesIO(answer.content))
        assert book.sheetnames == ["provenance", "hit"]
        assert ("query", "lapsiuhri") in list(book["provenance"].values)


def test_an_unknown_form_is_not_found(client: TestClient) -> None:
    """Only what is offered is given."""
    assert client.get("/search.exe?q=uhri").status_code == 404


def test_today_is_the_day_of_the_clock_or_the_one_that_was_set(open_site: Open) -> None:
    """A page that runs for weeks does not stay in its first day."""
    for follows, day in ((True, dt.date.today().isoformat()), (False, TODAY)):
        site = open_site(follows_clock=follows)
        assert json.loads(site.get("/search.jsonl?q=lapsiuhri").text.splitlines()[0])["made_on"] == day


def test_of_files_only_names_are_shown(client: TestClient, examples: Path) -> None:
    """Nowhere on the page, in its files or interfaces is said where on this machine a file lies."""
    document = re.search(r'href="/documents/(\w+)', client.get("/?q=uhri").text)
    entry = re.search(r'href="/commitments/(\w+)/review"', client.get("/commitments?kind=undertaking").text)
    assert document is not None
    assert entry is not None
    id_ = document[1]
    for address in (
        f"/documents/{id_}", "/search.csv?q=uhri", "/search.jsonl?q=uhri", "/search.ris?q=uhri", "/commitments.csv",
        "/commitments.jsonl", "/deadlines.ics", "/deadlines.csv", "/feeds/search?q=uhri", "/feeds/commitments",
        f"/evidence/{entry[1]}.html", "/corpus", "/corpus/coverage", "/concordance.csv?q=uhri", f"/api/v1/cite/{id_}",
        f"/api/v1/documents/{id_}", "/api/v1/search?q=uhri", "/api/v1/commitments", "/api/v1/corpus",
        "/api/v1/check?q=uhrien%20auttaminen", "/meetings/39a50eb3e04473a7/sheet.html",
    ):  # fmt: skip
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert "file:/" not in answer.text, address
        assert str(EXAMPLES) not in answer.text, address
        assert str(examples) not in answer.text, address


@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ("", None),
        ("palaute@example.fi", '<a href="mailto:palaute@example.fi">palaute@example.fi</a>'),
        ("https://example.fi/a@b", '<a href="https://example.fi/a@b" rel="noreferrer noopener external">'),
    ],
)
def test_the_statement_of_accessibility_names_whom_to_tell(
    examples: Path, open_site: Open, contact: str, link: str | None
) -> None:
    """Every page leads to it; where nobody is named, it says so."""
    settings = replace(site_of(examples).settings, feedback=contact)
    site = open_site(settings=settings)
    assert '<a href="/accessibility">Saavutettavuus</a>' in site.get("/").text
    found = site.get("/accessibility").text
    assert ("ei ole nimennyt yhteystietoa" in found) is (link is None)
    assert link is None or link in found

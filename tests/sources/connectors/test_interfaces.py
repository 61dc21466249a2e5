"""Hankeikkuna, Parliament and the publication archive: search, cursors, tokens, and shapes that nobody promised."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from policysearch.model.source import Metadata
from policysearch.sources.connectors.eduskunta import document_code
from policysearch.sources.connectors.hankeikkuna import Filed, document_in
from tests.sources.servers import answer_posts, expectations, listings, offers, troubles
from tests.sources.servers.eduskunta import EduskuntaServer
from tests.sources.servers.hankeikkuna import GROUP, SEARCH, HankeikkunaServer
from tests.sources.servers.valto import OAI, ValtoServer
from tests.sources.site import Page, Site, open_site


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as site:
        yield site


# --- hankeikkuna -------------------------------------------------------------------------------------------------


def test_projects_are_read_over_the_cursor(site: Site) -> None:
    """Each answer's cursor asks for the next, until none comes; the size and the words go along."""
    server = HankeikkunaServer(site)
    found = listings(server.channel)
    assert [asked.get("searchAfter") for asked in server.searches] == [None, ["1", "uuid"], ["2", "uuid"]]
    assert {(asked["teksti"], asked["size"]) for asked in server.searches} == {("ihmiskauppa", 100)}
    assert list(offers(found)) == ["SM027:00/2031/a1", "SM027:00/2031/a2", "SM031:00/2031/a3"]
    assert expectations(found)["SM027:00/2031", "document"] == ("SM027:00/2031/a1", "SM027:00/2031/a2")


def test_documents_of_projects_say_what_they_are(site: Site) -> None:
    """Type, own day, diary number and project; the day of filing is told, and is not the document's day."""
    minutes = offers(listings(HankeikkunaServer(site).channel))["SM027:00/2031/a2"]
    assert minutes.uri == f"{site.base}/asiakirjat/{GROUP}/a2/POYTAKIRJA_20310912120000.PDF"
    assert minutes.hints == Metadata(
        type="minutes", title="Pöytäkirja 3/2031", date=dt.date(2031, 9, 10), case_number="VN/4711/2031"
    )
    assert (minutes.series, minutes.note) == ("SM027:00/2031", "Filed on 2031-03-05.")


def test_project_found_by_two_queries_is_read_once(site: Site) -> None:
    """A project counts once, whatever finds it: words or its number."""
    server = HankeikkunaServer(site)
    channel = replace(server.channel, queries=("a", "b"), options={"numbers": ["SM027:00/2031"], "types": ["HANKE"]})
    assert len(offers(listings(channel))) == 3
    assert server.searches[-1]["tunnus"] == ["SM027:00/2031"]
    assert {tuple(asked["tyyppi"]) for asked in server.searches} == {("HANKE",)}


def test_cursor_that_stands_still_ends_the_search(site: Site) -> None:
    """A server that gives the same cursor for ever is told, not followed."""
    server = HankeikkunaServer(site)
    answer_posts(site, SEARCH, lambda asked: {**server.search({}), "nextSearchAfter": ["1"]})
    assert troubles(listings(server.channel)) == [
        "haku: gives the same cursor again: the rest of the hits was not read"
    ]


ROOT = "https://r.example"
FILE = "/asiakirjat/k/d/RAPORTTI_20310305091500.pdf"
FILED = dt.date(2031, 3, 5)
UNSEEN: dict[str, tuple[Any, Filed | None]] = {
    "as one client reads it": (
        {"nimi": {"fi": "Muistio"}, "tyyppi": "MUISTIO", "url": ROOT + FILE},
        Filed(ROOT + FILE, "d", "Muistio", "MUISTIO", None, FILED, None),
    ),
    "other names": (
        {"id": 7, "otsikko": "Raportti", "linkki": FILE, "julkaistu": "2031-03-03T22:30:00Z", "kieli": "SV"},
        Filed(ROOT + FILE, "7", "Raportti", "RAPORTTI", dt.date(2031, 3, 4), FILED, "sv"),
    ),
    "the file inside": (
        {"uuid": "d", "tiedostot": [{"koko": 1}, {"osoite": FILE}]},
        Filed(ROOT + FILE, "d", None, "RAPORTTI", None, FILED, None),
    ),
    "the name of the file only": (
        {"uuid": "d", "tiedostonNimi": "RAPORTTI_20310305091500.pdf"},
        Filed(ROOT + FILE, "d", "RAPORTTI_20310305091500.pdf", "RAPORTTI", None, FILED, None),
    ),
    "no address": ({"uuid": "d", "nimi": "Nimi"}, None),
    "no object": ("d", None),
    "wrong kinds": ({"nimi": ["x"], "tyyppi": 3, "url": None, "luotu": {}}, None),
}


@pytest.mark.parametrize(("item", "expected"), UNSEEN.values(), ids=UNSEEN)
def test_documents_of_unseen_shapes_are_read_as_far_as_they_go(item: Any, expected: Filed | None) -> None:
    """Whatever the fields are called, an address is enough; without one there is no document."""
    assert document_in(item, ROOT + "/", "k") == expected


def test_documents_without_an_address_are_told(site: Site) -> None:
    """One sentence names what the item holds; the others are offered, and the gap stays visible."""
    server = HankeikkunaServer(site)
    server.projects[GROUP]["asiakirjat"].append({"tunniste": 1, "otsake": "x"})
    found = listings(server.channel)
    assert len(offers(found)) == 3
    assert troubles(found) == ["2031: has a document without an address of a known form: it holds otsake, tunniste"]


def test_project_without_documents_as_a_list_is_told(site: Site) -> None:
    """A changed interface is no project without documents."""
    server = HankeikkunaServer(site)
    server.projects[GROUP]["asiakirjat"] = {"lkm": 2}
    found = listings(server.channel)
    assert list(offers(found)) == ["SM031:00/2031/a3"]
    assert "holds documents in a shape that is not known" in troubles(found)[0]


# --- eduskunta ---------------------------------------------------------------------------------------------------


def test_statements_and_reports_are_known_by_their_code(site: Site) -> None:
    """Found through the matter or by themselves, in either language, each paper once; a bill is none of them."""
    found = listings(EduskuntaServer(site).channel)
    by_key = offers(found)
    assert list(by_key) == ["LaVM 6/2031", "LaVL 2/2031", "LaUU 2/2031", "TyVL 9/2031"]
    report = by_key["LaVM 6/2031"]
    assert report.uri == f"{site.base}/api/v1/asiakirjat/edktunnus/EDK-2031-AK-1/html"
    assert report.hints == Metadata(
        type="report",
        title="Lakivaliokunnan mietintö",
        date=dt.date(2031, 11, 4),
        issuer="Lakivaliokunta",
        language="fi",
    )
    assert by_key["LaUU 2/2031"].hints.language == "sv"
    assert by_key["TyVL 9/2031"].uri.endswith("/EDK-2031-AK-5/pdf")
    assert expectations(found) == {("HE 65/2031 vp", "document"): ("LaVM 6/2031", "LaVL 2/2031", "LaUU 2/2031")}


def test_search_of_parliament_is_paged(site: Site) -> None:
    """Hits are asked for from where the last page really ended."""
    server = EduskuntaServer(site)
    server.page_size = 1
    assert len(offers(listings(server.channel))) == 4
    begins = [asked["startFromIndex"] for asked in server.asked if asked["category"] == "asiakirja"]
    assert begins == [0, 1]


@pytest.mark.parametrize(
    "text",
    [
        "https://www.eduskunta.fi/valtiopaivaasiakirjat/LaVL+2/2023",
        "https://www.parliament.fi/FI/vaski/Lausunto/Sivut/LaVL_2+2023.aspx",
        "https://www.eduskunta.fi:443/FI/vaski/sivut/trip.aspx?triptype=ValtiopaivaAsiakirjat&docid=lavl+2/2023",
        "https://www.riksdagen.fi/FI/vaski/sivut/trip.aspx?docid=LAVL%202%2F2023&triptype=x",
        "LaVL 2/2023 vp",
    ],
)
def test_papers_have_one_code_whatever_their_address(text: str) -> None:
    """Host, order of parameters and case do not matter."""
    assert document_code(text) == "LaVL 2/2023"


@pytest.mark.parametrize("text", ["Lakivaliokunnan lausunto", "https://www.eduskunta.fi/FI/search?q=1/2023", ""])
def test_text_without_a_code_has_none(text: str) -> None:
    """Nothing is guessed."""
    assert document_code(text) is None


def test_papers_without_an_id_are_told(site: Site) -> None:
    """A paper that cannot be fetched is told by its code; a matter without papers by its fields."""
    server = EduskuntaServer(site)
    del server.papers[1]["edktunnus"]
    asked: list[Any] = []
    search = server.search
    server.search = lambda query: asked.append(query) or search(query)  # type: ignore[method-assign,func-returns-value]
    del server.matter["keskeisetAsiakirjat"]
    found = listings(server.channel)
    assert list(offers(found)) == ["LaVL 2/2031"]
    assert troubles(found) == [
        "v1: found a matter without its number or its papers: it holds eduskuntatunnus, kasittelyt, nimeke, tila",
        "v1: lists TyVL 9/2031 without the id (edktunnus) that its text is fetched by",
    ]


# --- valto -------------------------------------------------------------------------------------------------------


def test_publications_are_read_over_the_tokens(site: Site) -> None:
    """Records on all pages, those of other subjects and deleted ones left out, texts made from files as well."""
    found = listings(ValtoServer(site).channel)
    by_key = offers(found)
    assert list(by_key) == ["10024/1001", "10024/1003/osa1.pdf", "10024/1003/osa2.pdf"]
    assert by_key["10024/1001"].hints == Metadata(
        title="Ihmiskaupan vastainen toimintaohjelma 2031–2034",
        date=dt.date(2031, 5, 20),
        issuer="Turvallisuusministeriö",
        language="fi",
    )
    # A year alone is no day.
    assert by_key["10024/1003/osa1.pdf"].hints.date is None
    assert expectations(found)["10024/1003", "document"] == ("10024/1003/osa1.pdf", "10024/1003/osa2.pdf")


def test_files_of_a_bare_record_come_from_its_page(site: Site) -> None:
    """In the obligatory format there are no files: the page of the record has them, in old and new addresses."""
    server = ValtoServer(site)
    dc = (
        '<metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Ihmiskaupan uhrit</dc:title>'
        "<dc:date>2031-01-02T10:00:00Z</dc:date><dc:language>fin</dc:language></oai_dc:dc></metadata>"
    )
    record = f"<record><header><identifier>oai:a:10024/5</identifier></header>{dc}</record>"
    site.pages["/oai/request?verb=ListRecords&metadataPrefix=oai_dc"] = Page(
        OAI.format(body=f"<ListRecords>{record}</ListRecords>"), media_type="text/xml"
    )
    site.pages["/handle/10024/5"] = Page(
        '<html><head><meta name="citation_pdf_url" content="/bitstreams/44444444-4444-4444-8444-444444444444/download">'
        '</head><body><a href="/bitstreams/44444444-4444-4444-8444-444444444444/download">PDF</a>'
        '<a href="/bitstream/10024/5/2/kansi.jpg">Kansi</a></body></html>'
    )
    (offer,) = offers(listings(replace(server.channel, options={"prefix": "oai_dc"}))).values()
    assert offer.uri == f"{site.base}/bitstreams/44444444-4444-4444-8444-444444444444/download"
    assert (offer.key, offer.hints.date, offer.hints.language) == ("10024/5", dt.date(2031, 1, 2), "fi")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (OAI.format(body='<error code="badArgument">no</error>'), "refuses: badArgument, no"),
        ("<html><body>x</body></html>", "answered with XML that is no OAI-PMH but html"),
        ("<OAI-PMH", "answered with no valid XML"),
        (
            '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
            "answered with XML that is no OAI-PMH but x",
        ),
    ],
    ids=["refusal", "html", "broken", "entity"],
)
def test_archive_of_another_shape_is_told(site: Site, body: str, reason: str) -> None:
    """An answer that is no list of records says what it is."""
    server = ValtoServer(site)
    site.pages[server.address(0)] = Page(body, media_type="text/xml")
    assert reason in troubles(listings(server.channel))[0]


def test_archive_without_matches_is_no_trouble(site: Site) -> None:
    """`noRecordsMatch` is an answer: nothing changed since."""
    server = ValtoServer(site)
    site.pages[server.address(0)] = Page(OAI.format(body='<error code="noRecordsMatch"/>'), media_type="text/xml")
    assert listings(server.channel) == []


def test_token_that_stands_still_ends_the_harvest(site: Site) -> None:
    """A page that leads to itself is told, not followed; what was read counts."""
    server = ValtoServer(site)
    site.pages[server.address(1)] = Page(
        OAI.format(body="<ListRecords><resumptionToken>kk///1</resumptionToken></ListRecords>"), media_type="text/xml"
    )
    found = listings(server.channel)
    assert list(offers(found)) == ["10024/1001"]
    assert troubles(found) == ["request: gives the same resumption token again: the rest was not read"]

"""Cases of Helsinki: the search, all handlings of a case, what is attached, and what may not be fetched."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from policysearch.errors import FetchError
from policysearch.model.source import Metadata
from tests.sources.servers import PlainClient, answer_posts, expectations, listings, offers, troubles
from tests.sources.servers.helsinki import CASE, HANDLINGS, SEARCH, TITLE, HelsinkiServer
from tests.sources.site import Page, Site, open_site

COUNCIL = "HEL 2031-000526/Kaupunginvaltuusto/2031-10-13/§ 205"
BOARD = "HEL 2031-000526/Kaupunginhallitus/2031-09-20/§ 612"
COMMITTEE = "HEL 2031-000526/Sosiaali- ja terveyslautakunta/2031-05-05/§ 55"
ATTACHMENT = f"{COUNCIL}/2d4215df-7a81-c9a1-b00f-95b2ed200004"


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as site:
        yield site


def test_case_is_offered_with_all_its_handlings(site: Site) -> None:
    """The five hits are one case; each handling is an offer with its body, day and section, and its page at hand."""
    found = listings(HelsinkiServer(site).channel)
    by_key = offers(found)
    public = [key for key, offer in by_key.items() if offer.is_public]
    assert public == [COUNCIL, ATTACHMENT, BOARD, COMMITTEE]
    council = by_key[COUNCIL]
    assert council.uri == f"{site.base}/fi/asia/{CASE}?decision={HANDLINGS[0].guid}"
    assert council.series == "HEL 2031-000526"
    assert council.body is not None
    assert council.hints == Metadata(
        title=TITLE,
        date=dt.date(2031, 10, 13),
        issuer="Helsingin kaupunginvaltuusto",
        case_number="HEL 2031-000526",
        section_number="205",
    )
    assert expectations(found)["HEL 2031-000526", "handling"] == (COUNCIL, BOARD, COMMITTEE)
    assert troubles(found) == []


def test_attachments_belong_to_their_handling(site: Site) -> None:
    """A PDF is an offer of its own; what has no link, or stands where nobody may look, is listed and told."""
    found = listings(HelsinkiServer(site).channel)
    by_key = offers(found)
    assert by_key[ATTACHMENT].parent == COUNCIL
    assert by_key[ATTACHMENT].uri == f"{site.base}/2D4215DF-7A81-C9A1-B00F-95B2ED200004.pdf"
    assert {offer.title: offer.note for offer in by_key.values() if not offer.is_public} == {
        "Liite 2. Salainen muistio": "Listed without a link: not published, or secret.",
        "Liite 1. Tilasto": "Stands on the closed interface of the city: not public.",
        "Liite 2. Luonnos": "Stands at testi.example, which is no known host of the city: not fetched.",
    }
    assert expectations(found)[COUNCIL, "attachment"] == (ATTACHMENT, f"{COUNCIL}/attachment 2")


def test_search_is_paged_to_its_end(site: Site) -> None:
    """Pages of a hundred hits are asked until one is not full; a limit ends them earlier."""
    server = HelsinkiServer(site)
    server.hits *= 50
    listings(server.channel)
    assert [(asked["from"], asked["size"]) for asked in server.searches] == [(0, 100), (100, 100), (200, 100)]
    server.searches.clear()
    listings(replace(server.channel, options={**server.channel.options, "limit": 150}))
    assert [(asked["from"], asked["size"]) for asked in server.searches] == [(0, 100), (100, 50)]


def test_cases_of_the_catalogue_need_no_search(site: Site) -> None:
    """A case may be named, in whatever spelling."""
    server = HelsinkiServer(site)
    channel = replace(server.channel, queries=(), options={"cases": ["HEL 2031-000526"]})
    assert COUNCIL in offers(listings(channel))
    assert server.searches == []


def test_text_that_could_not_be_converted_is_taken_from_the_pdf(site: Site) -> None:
    """The city's own message of a failed conversion is no text of a decision."""
    server = HelsinkiServer(site)
    guid = HANDLINGS[1].guid
    server.replace(guid, extra={"text": "Virhe xml -> html muunnoksessa"})
    offer = offers(listings(server.channel))[BOARD]
    assert (offer.uri, offer.body) == (f"{site.base}/{guid}.pdf", None)


def test_motion_is_told_as_one(site: Site) -> None:
    """A page that shows only a motion says so."""
    server = HelsinkiServer(site)
    server.replace(HANDLINGS[1].guid, extra={"motion": '<div class="motion-tag">Tämä on esitys</div>'})
    assert offers(listings(server.channel))[BOARD].note == "The page says: Tämä on esitys."


def test_handling_that_is_gone_is_still_offered(site: Site) -> None:
    """The pull asks for it once more and notes that it was withdrawn; the rest of the case goes on."""
    server = HelsinkiServer(site)
    server.withdraw()
    found = listings(server.channel)
    gone = offers(found)[f"HEL 2031-000526/{HANDLINGS[2].guid}"]
    assert gone.body is None
    assert gone.uri.endswith(HANDLINGS[2].guid)
    assert len(expectations(found)["HEL 2031-000526", "handling"]) == 3


def test_handling_that_fails_is_told_and_expected(site: Site) -> None:
    """One page that fails costs only itself."""
    server = HelsinkiServer(site)
    site.pages[f"/fi/asia/{CASE}?decision={HANDLINGS[1].guid}"] = Page("", 500)
    found = listings(server.channel)
    assert [t.split(": ")[1] for t in troubles(found)] == ["answers 500"]
    assert COMMITTEE in offers(found)
    assert len(expectations(found)["HEL 2031-000526", "handling"]) == 3


def test_case_page_of_another_shape_is_told(site: Site) -> None:
    """A site that was rebuilt is no empty case."""
    server = HelsinkiServer(site)
    site.pages[f"/fi/asia/{CASE}"] = Page("<html><body><div id='app'></div></body></html>")
    assert troubles(listings(server.channel)) == [f"{CASE}: is no case page as it was known; the site may have changed"]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Page("<html>", media_type="application/json"), "answered with something that is no JSON"),
        ({"error": "x"}, "answered without the list hits.hits: it holds error"),
        ([], "answered with JSON that is no object"),
    ],
    ids=["html", "other fields", "list"],
)
def test_search_of_another_shape_is_told(site: Site, answer: object, reason: str) -> None:
    """Whatever the proxy answers, one sentence says what is wrong with it."""
    server = HelsinkiServer(site)
    answer_posts(site, SEARCH, lambda asked: answer)
    assert reason in troubles(listings(server.channel))[0]


def test_search_that_fails_is_an_error_of_the_channel(site: Site) -> None:
    """The very first request decides whether there is a channel; a later query that fails is a trouble."""
    server = HelsinkiServer(site)
    answer_posts(site, SEARCH, lambda asked: Page("", 503))
    with pytest.raises(FetchError):
        listings(server.channel, PlainClient())
    server.publish()
    answer_posts(site, SEARCH, lambda asked: Page("", 503) if "sv" in str(asked["query"]) else server.search(asked))
    found = listings(replace(server.channel, queries=("ihmiskaup*", "sv")))
    assert COUNCIL in offers(found)
    assert troubles(found) == ["_search: answers 503"]

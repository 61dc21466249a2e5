"""Folders, pages and feeds: what is offered, under which name and day, and what is told of the rest."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from policysearch.model.channel import Channel
from policysearch.model.source import Metadata
from policysearch.sources.connectors.feed import unwrapped
from policysearch.sources.connectors.valtioneuvosto import Article, article_at
from tests.sources.servers import PlainClient, expectations, listings, offers, troubles
from tests.sources.servers.feeds import FeedServer, GovernmentServer
from tests.sources.servers.folder import FolderServer
from tests.sources.servers.web import WebServer
from tests.sources.site import Page, Site, open_site


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as site:
        yield site


# --- folder ------------------------------------------------------------------------------------------------------


def test_folder_offers_its_files_by_their_path_inside_it(tmp_path: Path) -> None:
    """Files below the folder are offered in order, hidden ones are not."""
    server = FolderServer(tmp_path / "k")
    found = offers(listings(server.channel))
    assert list(found) == ["2031/paatos.txt", "2031/poistuva.txt", "muistio.md"]
    assert found["muistio.md"].uri == (tmp_path / "k" / "muistio.md").as_uri()


def test_folder_that_is_none_is_told(tmp_path: Path) -> None:
    """A folder that does not exist is one clear trouble."""
    channel = Channel("kansio", "folder", "Kansio", str(tmp_path / "puuttuu"))
    assert troubles(listings(channel)) == [
        "puuttuu: is no folder; make it, or correct the address of the channel in the catalogue"
    ]


# --- web ---------------------------------------------------------------------------------------------------------


def test_web_offers_what_a_page_and_its_following_pages_link_to(site: Site) -> None:
    """One spelling an address; links of the menu, and to other hosts, are left out; the list reads on."""
    found = listings(WebServer(site).channel)
    keys = [f"{site.base}/katsaukset/{year}" for year in ("2023", "2022", "2021")]
    assert list(offers(found)) == keys
    assert expectations(found) == {("Katsaukset", "page"): tuple(keys)}


def test_web_offers_a_list_of_addresses_without_asking(site: Site) -> None:
    """Addresses of the catalogue are offered as they are, each once."""
    client = PlainClient()
    channel = Channel("a", "web", "A", "", options={"addresses": ["https://A.example/x#y", "https://a.example:443/x"]})
    assert list(offers(listings(channel, client))) == ["https://a.example/x"]
    assert client.asked == []


def test_web_tells_of_a_list_that_changed(site: Site) -> None:
    """A list page with none of the links that the rule knows is no empty channel."""
    server = WebServer(site)
    site.pages["/katsaukset"] = Page("<html><body><main><a href='/uusi/2023'>Uusi osoite</a></main></body></html>")
    (trouble,) = troubles(listings(server.channel))
    assert "links to nothing that matches" in trouble


def test_web_keeps_what_it_has_when_a_following_page_fails(site: Site) -> None:
    """The first page of the list counts, the second is told."""
    server = WebServer(site)
    site.pages["/katsaukset?sivu=2"] = Page("", 500)
    found = listings(server.channel)
    assert len(offers(found)) == 2
    assert troubles(found) == ["katsaukset?sivu=2: answers 500"]


# --- feed --------------------------------------------------------------------------------------------------------


def test_feed_offers_the_pages_of_its_entries(site: Site) -> None:
    """Address, title and day in Finland; a stamp in UTC of the evening before is the next day here."""
    found = offers(listings(FeedServer(site).channel))
    first = next(iter(found.values()))
    assert len(found) == 3
    assert first.uri == f"{site.base}/-/1410869/tyoryhma-esittaa"
    assert first.hints == Metadata(
        title="Työryhmä esittää ihmiskaupan vastaisen ohjelman jatkamista", date=dt.date(2031, 5, 7)
    )


def test_feed_reads_atom(site: Site) -> None:
    """Ids are those of the feed, relative links are resolved, escaped titles read, the language is the feed's."""
    server = FeedServer(site)
    found = offers(listings(replace(server.channel, address=site.base + "/atom")))
    key = "tag:portaali.example,2031:tyoryhma-esittaa"
    assert found[key].uri == f"{site.base}/-/1410869/tyoryhma-esittaa"
    assert found[key].hints.language == "fi"


def test_feed_can_offer_what_its_entries_carry(site: Site) -> None:
    """The description of the government feed is unwrapped to its HTML, once and for all."""
    channel = replace(FeedServer(site).channel, options={"text": "entry"})
    first = next(iter(offers(listings(channel)).values()))
    assert first.body is not None
    assert first.body.decode().startswith("<p>Turvallisuusministeriön työryhmä esittää, että")


@pytest.mark.parametrize(
    "text",
    [
        "<p>Ä &amp; Ö</p>",
        "<![CDATA[<p>Ä &amp; Ö</p>]]>",
        "&lt;![CDATA[&lt;p&gt;Ä &amp;amp; Ö&lt;/p&gt;]]&gt;",
        "&lt;p&gt;Ä &amp;amp; Ö&lt;/p&gt;",
    ],
)
def test_descriptions_are_unwrapped(text: str) -> None:
    """However often it was escaped and wrapped, the HTML inside comes out."""
    assert unwrapped(text) == "<p>Ä &amp; Ö</p>"


def test_unwrapping_leaves_plain_text_alone() -> None:
    """Text that talks of `<` keeps it."""
    assert unwrapped("Luku on a &lt; b") == "Luku on a &lt; b"


def test_feed_that_breaks_off_keeps_its_entries(site: Site) -> None:
    """What stands before the damage is offered, and the damage told."""
    server = FeedServer(site)
    site.pages["/syotteet/rss"] = Page(server.feed()[:-60], media_type="text/xml")
    found = listings(server.channel)
    assert len(offers(found)) == 3
    assert "is a damaged feed, of which 3 entries could be read" in troubles(found)[0]


def test_feed_that_is_none_is_told(site: Site) -> None:
    """An HTML page under the address of a feed is no empty feed."""
    server = FeedServer(site)
    site.pages["/syotteet/rss"] = Page("<html><body>Sivua ei löytynyt</body></html>", media_type="text/xml")
    assert troubles(listings(server.channel)) == [
        "rss: answered with something that is no feed; the address may have moved"
    ]


def test_feed_reads_on_where_it_is_split(site: Site) -> None:
    """`rel=next` leads to the older entries; a circle ends."""
    server = FeedServer(site)
    atom = '<feed xmlns="http://www.w3.org/2005/Atom"><id>f</id><title>t</title><link rel="next" href="{0}"/>{1}</feed>'
    entry = "<entry><id>{0}</id><title>{0}</title><link href='/{0}'/></entry>"
    site.pages["/1"] = Page(atom.format("/2", entry.format("a")), media_type="application/atom+xml")
    site.pages["/2"] = Page(atom.format("/1", entry.format("b")), media_type="application/atom+xml")
    assert list(offers(listings(replace(server.channel, address=site.base + "/1")))) == ["a", "b"]


# --- valtioneuvosto ----------------------------------------------------------------------------------------------


def test_releases_are_known_by_group_and_slug(site: Site) -> None:
    """Key, day, publisher and language: the address says more of the language than its path."""
    found = offers(listings(GovernmentServer(site).channel))
    assert {key: offer.hints.language for key, offer in found.items()} == {
        "1410869/tyoryhma-esittaa": None,
        "1410869/auttamisjarjestelma-saa-lisaa": "fi",
        "1410869/arbetsgruppen-foreslar": "sv",
    }
    hints = found["1410869/arbetsgruppen-foreslar"].hints
    assert (hints.type, hints.date, hints.issuer) == ("press_release", dt.date(2031, 5, 7), "turvallisuusministeriö")


@pytest.mark.parametrize(
    ("uri", "expected"),
    [
        ("https://oikeusministerio.fi/-/slug-a", Article("1410853/slug-a", None)),
        ("https://valtioneuvosto.fi/-/1410853/slug-a", Article("1410853/slug-a", None)),
        ("https://vm.fi/-/1410853/slug-a", Article("1410853/slug-a", None)),
        ("https://valtioneuvosto.fi/artikkeli/-/asset_publisher/1410853/slug-a", Article("1410853/slug-a", None)),
        ("https://valtioneuvosto.fi/en/-/1410853/slug-a?languageId=fi_FI", Article("1410853/slug-a", "fi")),
        ("https://valtioneuvosto.fi/en/-/1410853/slug-a", Article("1410853/slug-a", "en")),
        ("https://um.fi/tiedotteet/-/asset_publisher/ab12/content/slug-a/35732", Article("35732/slug-a", None)),
        ("https://kotoutuminen.fi/-/slug-b", Article("kotoutuminen.fi/slug-b", None)),
        ("https://valtioneuvosto.fi/paatokset", None),
    ],
    ids=lambda value: str(value)[-50:],
)
def test_article_addresses_are_read(uri: str, expected: Article | None) -> None:
    """The same article under every form of its address; the language of the parameter wins over that of the path."""
    assert article_at(uri) == expected


def test_release_in_two_feeds_is_offered_once(site: Site) -> None:
    """A second feed of the channel with the same releases adds nothing; one that fails is told."""
    server = GovernmentServer(site)
    site.pages["/toinen"] = Page(server.feed().replace("/-/", "/artikkeli/-/"), media_type="text/xml")
    channel = replace(server.channel, options={"feeds": [site.base + "/toinen", site.base + "/puuttuu"]})
    found = listings(channel)
    assert len(offers(found)) == 3
    assert troubles(found) == ["puuttuu: answers 404"]


def test_entry_that_is_no_article_is_told(site: Site) -> None:
    """An entry with another form of address is a trouble, the others are offered."""
    server = GovernmentServer(site)
    feed = server.feed().replace("/-/1410869/tyoryhma-esittaa", "/uusi/tyoryhma-esittaa")
    site.pages["/syotteet/rss"] = Page(feed, media_type="text/xml")
    found = listings(server.channel)
    assert len(offers(found)) == 2
    assert "has an entry that is no article: Työryhmä esittää" in troubles(found)[0]

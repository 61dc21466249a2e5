"""Feeds of searches and commitments, as a feed reader reads them."""

from typing import Any

import feedparser
import pytest
from starlette.testclient import TestClient

from tests.web.conftest import Open
from tests.web.test_security import TOKEN


def feed(client: TestClient, address: str, **query: Any) -> Any:
    answer = client.get(address, params=query)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("application/atom+xml")
    read = feedparser.parse(answer.content)
    assert not read.bozo
    return read


@pytest.mark.parametrize(("address", "query"), [("/feeds/search", {"q": "uhri"}), ("/feeds/commitments", {})])
def test_entries_lead_to_their_words(client: TestClient, address: str, query: dict[str, str]) -> None:
    """Each links to the page where its words are marked, and stays the same entry."""
    read = feed(client, address, **query)
    assert read.entries
    assert len({each.id for each in read.entries}) == len(read.entries)
    first = read.entries[0]
    page = client.get(first.link)
    assert page.status_code == 200
    assert "<mark" in page.text
    again = feed(client, address, **query)
    assert [each.id for each in again.entries] == [each.id for each in read.entries]
    assert again.feed.id == read.feed.id


def test_a_search_is_its_feed(client: TestClient) -> None:
    """Another search is another feed, in whatever language; the page of a search names its feed."""
    one, other = feed(client, "/feeds/search", q="uhri"), feed(client, "/feeds/search", q="poliisi")
    assert one.feed.id != other.feed.id
    assert feed(client, "/feeds/search", q="uhri", lang="sv").feed.id == one.feed.id
    html = client.get("/", params={"q": "uhri"}).text
    assert 'type="application/atom+xml"' in html
    assert "/feeds/search?q=uhri" in html


def test_feeds_have_the_limits_of_pages(client: TestClient, open_site: Open) -> None:
    """A broken query is a bad request; the token guards feeds."""
    assert client.get("/feeds/search?q=(uhri").status_code == 400
    assert client.get("/feeds/commitments?kind=wish").status_code == 400
    assert open_site(token=TOKEN).get("/feeds/search?q=uhri").status_code == 401
    assert "<script>" not in client.get("/feeds/search", params={"q": "uhri OR <script>"}).text


def test_the_ledger_says_where_its_feed_is(client: TestClient) -> None:
    """For feed readers in the head, for people beside the files; with the filters that are set."""
    html = client.get("/commitments?kind=undertaking&q=uhri").text
    feed = "/feeds/commitments?q=uhri&amp;kind=undertaking"
    assert f'<link rel="alternate" type="application/atom+xml" href="{feed}">' in html
    assert html.count(f'href="{feed}"') == 2
    assert client.get(feed.replace("&amp;", "&")).headers["content-type"].startswith("application/atom+xml")

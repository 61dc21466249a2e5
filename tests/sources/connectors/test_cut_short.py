"""A list that goes on where its connector stops is told as a gap, whoever answers it; one that ends there is not."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from policysearch.model.channel import Channel
from tests.sources.servers import listings, troubles
from tests.sources.servers.eduskunta import EduskuntaServer
from tests.sources.servers.feeds import FeedServer
from tests.sources.servers.hankeikkuna import HankeikkunaServer
from tests.sources.servers.helsinki import HelsinkiServer
from tests.sources.servers.valto import ValtoServer
from tests.sources.servers.web import WebServer
from tests.sources.site import Page, Site, open_site


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as site:
        yield site


def helsinki(site: Site) -> Channel:
    server = HelsinkiServer(site)
    server.hits *= 50
    return server.channel


def eduskunta(site: Site) -> Channel:
    return EduskuntaServer(site).channel


def hankeikkuna(site: Site) -> Channel:
    return HankeikkunaServer(site).channel


def valto(site: Site) -> Channel:
    return ValtoServer(site).channel


def web(site: Site) -> Channel:
    return WebServer(site).channel


def feed(site: Site) -> Channel:
    server = FeedServer(site)
    page = site.pages["/atom"]
    assert isinstance(page, Page)
    following = '<link rel="next" href="/atom?p=2"/><entry'
    site.pages["/atom"] = Page(page.data.decode().replace("<entry", following, 1), media_type="application/atom+xml")
    site.pages["/atom?p=2"] = page
    return replace(server.channel, address=f"{site.base}/atom")


CASES: tuple[tuple[Callable[[Site], Channel], dict[str, Any], str], ...] = (
    (helsinki, {"limit": 200}, "200 hits for"),
    (eduskunta, {"limit": 1}, "1 hits for"),
    (hankeikkuna, {"pages": 1}, "1 pages of hits"),
    (valto, {"pages": 1}, "1 pages"),
    (web, {"pages": 1}, "1 pages"),
    (feed, {"pages": 1}, "1 pages"),
)


@pytest.mark.parametrize(("channel_of", "options", "read"), CASES, ids=[case[0].__name__ for case in CASES])
def test_a_list_that_is_cut_is_told(
    site: Site, channel_of: Callable[[Site], Channel], options: dict[str, Any], read: str
) -> None:
    """The sentence names how much was read, and the option that says so."""
    channel = channel_of(site)
    (name,) = options
    cut = troubles(listings(replace(channel, options={**channel.options, **options})))
    assert any(f"goes on after {read}" in told and f"option {name}" in told for told in cut), cut
    assert not any("goes on after" in told for told in troubles(listings(channel)))

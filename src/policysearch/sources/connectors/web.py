"""Web pages by hand: a list of addresses, or what one page links to."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from bs4 import BeautifulSoup

from policysearch.model.channel import Channel, Expectation, Listing, Offer, Trouble
from policysearch.sources.connectors import Client, Response
from policysearch.sources.connectors.asking import (
    MissedError,
    ask,
    canonical,
    count_option,
    cut_short,
    label_of,
    links,
    list_option,
    option,
    page,
)

_MAX_PAGES = 20


def listing(channel: Channel, client: Client) -> Iterator[Listing]:
    """The addresses of the channel.

    Options:
        addresses: They, and nothing else, are offered; `channel.address` is then not asked.
        links: A regular expression; the addresses that `channel.address` links to and that it is found in are offered.
        within: A CSS selector of the part of the page whose links count; the whole page by default.
        hosts: Hosts beside that of the page that links may lead to.
        pages: How many pages are read where a page has a link `rel=next`; 20 by default.

    Without `addresses` and `links`, the page itself is the only offer.
    """
    addresses = list_option(channel, "addresses")
    pattern = option(channel, "links", "")
    if not addresses and not pattern:
        addresses = (channel.address,)
    if addresses:
        unique = dict.fromkeys(map(canonical, addresses))
        yield from (Offer(uri=uri, key=uri) for uri in unique)
        yield Expectation(channel.name, "page", tuple(unique))
        return
    yield from _linked(channel, client, re.compile(pattern))


def _linked(channel: Channel, client: Client, pattern: re.Pattern[str]) -> Iterator[Listing]:
    hosts = {urlsplit(channel.address).netloc.lower(), *map(str.lower, list_option(channel, "hosts"))}
    found: dict[str, str | None] = {}
    n_pages, uri = 0, channel.address
    seen: set[str] = set()
    while uri and uri not in seen and n_pages < count_option(channel, "pages", _MAX_PAGES):
        seen.add(uri)
        try:
            response = ask(client, uri) if n_pages else client.get(uri)
            soup = page(response)
        except MissedError as missed:
            yield missed.trouble
            break
        n_pages += 1
        for target, title in _links_of(channel, response, soup):
            if pattern.search(target) and urlsplit(target).netloc in hosts and target not in found:
                found[target] = title
                yield Offer(uri=target, key=target, title=title)
        uri = next((following for following, _ in links(soup, response.uri, "a[rel~=next], link[rel~=next]")), "")
    if uri and uri not in seen and n_pages == count_option(channel, "pages", _MAX_PAGES):
        yield cut_short(channel.address, f"{n_pages} pages", "pages").trouble
    if found:
        yield Expectation(channel.name, "page", tuple(found))
    elif n_pages:
        reason = f"links to nothing that matches {pattern.pattern!r}; the page, or the rule of the channel, has changed"
        yield Trouble(channel.address, reason)


def _links_of(channel: Channel, response: Response, soup: BeautifulSoup) -> Iterator[tuple[str, str | None]]:
    within = option(channel, "within", "")
    roots = soup.select(within) if within else [soup]
    for root in roots:
        for uri, tag in links(root, response.uri):
            yield canonical(uri), label_of(tag)

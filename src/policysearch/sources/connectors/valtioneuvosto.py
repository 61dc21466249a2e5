"""Press releases of the Government and its ministries: the static feeds of the portal, then the article pages.

An article stands under the hosts of several ministries, with and without a language in its path. What it is, is the
number of its group and its slug: `1410869/<slug>`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from policysearch.model.channel import Channel, Listing, Offer, Trouble
from policysearch.model.source import Metadata
from policysearch.sources.connectors import Client
from policysearch.sources.connectors.asking import canonical
from policysearch.sources.connectors.feed import Entry, feeds

# Group numbers as seen in addresses of articles; a release of a ministry is mirrored on the sites of others.
_GROUPS = {
    "oikeusministerio.fi": "1410853",
    "intermin.fi": "1410869",
    "tem.fi": "1410877",
    "stm.fi": "1271139",
}
_ARTICLE = re.compile(
    r"/(?:(?P<path>fi|sv|en)/)?(?:[^/]+/)*?-/(?:asset_publisher/)?(?:(?P<group>\w+)/)?"
    r"(?:(?P<slug>[^/]+)|content/(?P<titled>[^/]+)/(?P<site>\d+))/?"
)
_LANGUAGES = {"fi", "sv", "en"}


@dataclass(frozen=True, slots=True)
class Article:
    """What an address says of an article: `key` is the same at every host; `language` is what the address asks for."""

    key: str
    language: str | None


def listing(channel: Channel, client: Client) -> Iterator[Listing]:
    """The releases in the feeds of a channel; `feeds` among its options names more than the first."""
    seen: set[str] = set()
    for response, feed in feeds(channel, client):
        if feed.damage:
            yield Trouble(response.uri, feed.damage)
        for entry in feed.entries:
            article = article_at(entry.link) if entry.link else None
            if article is None or entry.link is None:
                where = entry.link or "no address"
                yield Trouble(response.uri, f"has an entry that is no article: {entry.title or 'no title'}, {where}")
            elif article.key not in seen:
                seen.add(article.key)
                yield _offer(entry, entry.link, article, feed.language)


def _offer(entry: Entry, link: str, article: Article, language: str | None) -> Offer:
    return Offer(
        uri=canonical(link),
        key=article.key,
        title=entry.title,
        hints=Metadata(
            type="press_release",
            title=entry.title,
            date=entry.day,
            issuer=entry.authors[0] if len(entry.authors) == 1 else None,
            language=article.language or language,
        ),
    )


def article_at(uri: str) -> Article | None:
    """The article that an address leads to, None where it is no address of an article.

    The parameter `languageId` wins over the path: a Finnish text stands under `/en/` where it has no translation.
    """
    parts = urlsplit(uri)
    match = _ARTICLE.fullmatch(parts.path)
    if match is None:
        return None
    host = (parts.hostname or "").removeprefix("www.")
    group = match["site"] or match["group"] or _GROUPS.get(host, host)
    asked = parse_qs(parts.query).get("languageId", [""])[0][:2].lower()
    language = asked if asked in _LANGUAGES else match["path"]
    return Article(f"{group}/{unquote(match['slug'] or match['titled'])}", language)

"""Feeds, RSS and Atom: each entry is an offer of the page that it links to. The only importer of `feedparser`."""

import datetime as dt
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

import feedparser
from dateutil import parser, tz

from policysearch.extract.html import parse
from policysearch.extract.html_tree import flat_text, tidy
from policysearch.model.channel import Channel, Listing, Offer, Trouble
from policysearch.model.source import Metadata
from policysearch.sources.connectors import Client, Response
from policysearch.sources.connectors.asking import (
    MissedError,
    ask,
    canonical,
    count_option,
    cut_short,
    list_option,
    option,
)

ACCEPT = "application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5"
_MAX_PAGES = 20
_ESCAPED = re.compile(r"\s*(?:&lt;|&#0*60;)", re.IGNORECASE)
_CDATA = re.compile(r"\s*<!\[CDATA\[(.*?)(?:\]\]>\s*)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed. `day` is that of its publication in Finland; `body` is the HTML that it carries."""

    link: str | None
    id: str | None
    title: str | None
    day: dt.date | None
    authors: tuple[str, ...]
    body: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it was read; `language` is ISO 639-1, `damage` says what is broken in it."""

    entries: tuple[Entry, ...]
    language: str | None
    following: str | None
    damage: str | None


def listing(channel: Channel, client: Client) -> Iterator[Listing]:
    """The entries of a feed.

    Options:
        feeds: Addresses of further feeds of the channel.
        pages: How many pages of a feed that is split (RFC 5005, `rel=next`) are read; 20 by default.
        text: `page` (the default) offers the pages that the entries link to, `entry` the HTML that they carry.
    """
    seen: set[str] = set()
    for response, feed in feeds(channel, client):
        if feed.damage:
            yield Trouble(response.uri, feed.damage)
        for entry in feed.entries:
            key = entry.id or (canonical(entry.link) if entry.link else None)
            if key is None or entry.link is None:
                yield Trouble(response.uri, f"has an entry without a link: {entry.title or 'no title either'}")
                continue
            if key in seen:
                continue
            seen.add(key)
            yield Offer(
                uri=canonical(entry.link),
                key=key,
                title=entry.title,
                hints=Metadata(title=entry.title, date=entry.day, language=feed.language),
                body=entry.body.encode() if option(channel, "text", "page") == "entry" and entry.body else None,
                media_type="text/html" if option(channel, "text", "page") == "entry" and entry.body else None,
            )


def feeds(channel: Channel, client: Client) -> Iterator[tuple[Response, Feed]]:
    """Every feed of a channel and every page of it, in order; what cannot be had is a feed without entries.

    Raises:
        FetchError: The first of them cannot be had.
    """
    seen: set[str] = set()
    for first in (channel.address, *list_option(channel, "feeds")):
        uri: str | None = first
        for _ in range(count_option(channel, "pages", _MAX_PAGES)):
            if uri is None or uri in seen:
                break
            is_first = not seen
            seen.add(uri)
            try:
                response = client.get(uri, accept=ACCEPT) if is_first else ask(client, uri, accept=ACCEPT)
            except MissedError as missed:
                yield Response(uri, 0, b""), Feed((), None, None, missed.trouble.reason)
                break
            feed = read_feed(response)
            yield response, feed
            uri = feed.following
        else:
            if uri is not None and uri not in seen:
                n_pages = count_option(channel, "pages", _MAX_PAGES)
                reason = cut_short(first, f"{n_pages} pages", "pages").trouble.reason
                yield Response(first, 0, b""), Feed((), None, None, reason)


def read_feed(response: Response) -> Feed:
    """What a feed holds; one that breaks off keeps the entries before the break."""
    charset = f"; charset={response.encoding}" if response.encoding else ""
    headers = {"content-type": f"{response.media_type or 'application/xml'}{charset}"}
    root: Any = feedparser.parse(
        response.content, response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )
    entries = tuple(_entry(entry, response.uri) for entry in root.entries)
    language = (root.feed.get("language") or "")[:2].lower() or None
    following = next((link.get("href") for link in root.feed.get("links", ()) if link.get("rel") == "next"), None)
    following = urljoin(response.uri, following) if following else None
    return Feed(entries, language, following, _damage(root, len(entries)))


def _damage(root: Any, n_entries: int) -> str | None:
    error = root.get("bozo_exception")
    if not root.version and not n_entries:
        return "answered with something that is no feed; the address may have moved"
    # That the label of an encoding was corrected, or its media type is a neighbour of the right one, loses nothing.
    if not root.bozo or isinstance(error, feedparser.CharacterEncodingOverride | feedparser.NonXMLContentType):
        return None
    return f"is a damaged feed, of which {n_entries} entries could be read ({error})"


def _entry(entry: Any, base: str) -> Entry:
    title = tidy(flat_text(parse(entry.title))) if entry.get("title") else None
    authors = [author.get("name") for author in entry.get("authors", ())] or [entry.get("author")]
    body = next((part.value for part in entry.get("content", ()) if part.get("value")), entry.get("summary", ""))
    return Entry(
        link=urljoin(base, entry.link.strip()) if entry.get("link") else None,
        id=entry.get("id") or None,
        title=title or None,
        day=_day(entry),
        authors=tuple(tidy(name) for name in authors if name and tidy(name)),
        body=unwrapped(body),
    )


def unwrapped(text: str) -> str:
    """The HTML inside a description that was escaped once more, and wrapped into a literal CDATA section."""
    for _ in range(3):
        if match := _CDATA.fullmatch(text):
            text = match[1]
        elif _ESCAPED.match(text):
            text = html.unescape(text)
        else:
            break
    return text.strip()


def _day(entry: Any) -> dt.date | None:
    """The day in Finland; a stamp without a zone is local time."""
    stamp = entry.get("published") or entry.get("updated") or entry.get("created")
    if not stamp:
        return None
    try:
        moment = parser.parse(stamp)
    except (ValueError, OverflowError):
        return None
    return (moment.astimezone(tz.gettz("Europe/Helsinki")) if moment.tzinfo else moment).date()

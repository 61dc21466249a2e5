"""Dynasty (Innofactor): minutes of some hundred municipalities and counties, by their feed of items and item pages.

The feed is ISO-8859-1 and the pages are UTF-8, from the same server: each is read as its header says. Pages of 2005 to
2018 were files (`/kokous/<meeting>-<n>.HTM`); links of either form are known. There is no search.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, urljoin, urlsplit

from bs4 import BeautifulSoup

from policysearch.extract.dates import day_in
from policysearch.extract.html_tree import flat_text, tidy
from policysearch.extract.names import body_of
from policysearch.model.channel import Channel, Expectation, Listing, Offer, Trouble
from policysearch.model.source import Metadata
from policysearch.sources.connectors import Client, Response
from policysearch.sources.connectors.asking import (
    GONE,
    MissedError,
    ask,
    canonical,
    count_option,
    label_of,
    links,
    option,
    page,
)
from policysearch.sources.connectors.feed import ACCEPT, read_feed

_TITLE = re.compile(r"(?P<body>.+?)\s+(?P<day>\d{1,2}\.\d{1,2}\.\d{4})\s*/\s*(?P<title>.+)", re.DOTALL)
_ITEM = re.compile(r"(?P<meeting>\d+)-(?P<place>\d+)")
_FILE = re.compile(r"/kokous/(?P<id>\d+(?:-\d+){0,2})\.(?P<form>pdf|htm)l?$", re.IGNORECASE)
_HEADING = re.compile(r"(?P<body>.+?)\s+(?:Pöytäkirja|Esityslista|Protokoll|Föredragningslista)\b")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a meeting as the feed or the page of the meeting lists it; `id` is `<meeting>-<place>`."""

    id: str
    uri: str
    title: str | None
    body: str | None
    day: dt.date | None

    @property
    def meeting(self) -> str:
        """The id of the meeting."""
        return self.id.split("-")[0]


def listing(channel: Channel, client: Client) -> Iterator[Listing]:
    """The items in the feed, then the other items of their meetings, each with its attachments.

    Options:
        show: How many items the feed is asked for; 100 by default, 1,000 is said to work.
        municipality: In the genitive, put before the name of a body (*Espoon*).
        items: `feed` leaves out the items of a meeting that the feed does not show; `meeting` is the default.
    """
    params: dict[str, str | int] = {"page": "rss/meetingitems", "show": count_option(channel, "show", 100)}
    response = client.get(channel.address, params=params, accept=ACCEPT)
    feed = read_feed(response)
    if feed.damage:
        yield Trouble(channel.address, feed.damage)
    meetings: dict[str, list[Item]] = {}
    for entry in feed.entries:
        item = _item(channel, entry.link or "", entry.title)
        if item is None:
            yield Trouble(channel.address, f"has an entry that is no item of a meeting: {entry.title or 'no title'}")
        elif item.id not in {known.id for known in meetings.setdefault(item.meeting, [])}:
            meetings[item.meeting].append(item)
    for meeting, items in meetings.items():
        yield from _meeting(channel, client, meeting, items)


def _item(channel: Channel, link: str, heading: str | None) -> Item | None:
    name = _id_in(link)
    if name is None or not _ITEM.fullmatch(name):
        return None
    match = _TITLE.fullmatch(heading or "")
    title = tidy(match["title"]) if match else heading
    body = body_of(option(channel, "municipality", "") or None, match["body"]) if match else None
    return Item(name, _address(channel, link, name), title, body, day_in(match["day"]) if match else None)


def _id_in(link: str) -> str | None:
    """The id that a link names: its parameters stand in any order, and old pages are files."""
    parts = urlsplit(link)
    file = _FILE.search(parts.path)
    return file["id"] if file else parse_qs(parts.query).get("id", [None])[0]


def _is_file(link: str) -> bool:
    return _FILE.search(urlsplit(link).path) is not None


def _address(channel: Channel, link: str, name: str) -> str:
    """One spelling of the address of an item: parameters in a fixed order, no port written out; a file as it is."""
    return canonical(link if _is_file(link) else f"{channel.address}?page=meetingitem&id={name}")


def _meeting_address(channel: Channel, items: list[Item], meeting: str) -> str:
    if _is_file(items[0].uri):
        return urljoin(items[0].uri, f"{meeting}.HTM")
    return canonical(f"{channel.address}?page=meeting&id={meeting}")


def _meeting(channel: Channel, client: Client, meeting: str, items: list[Item]) -> Iterator[Listing]:
    body, day = items[0].body, items[0].day
    series = f"{body} {day.isoformat()}" if body and day else f"meeting {meeting}"
    shown = _meeting_address(channel, items, meeting)
    try:
        response = ask(client, shown)
        soup = page(response)
        listed = _listed(channel, response, soup, meeting)
        if not listed:
            raise MissedError(shown, "lists none of its items: how many there are is not known")
        known = {item.id for item in items}
        if option(channel, "items", "meeting") != "feed":
            items = items + [Item(i.id, i.uri, i.title, body, day) for i in listed if i.id not in known]
        yield Expectation(series, "item", tuple(item.id for item in listed), _heading(soup))
    except MissedError as missed:
        yield missed.trouble
    for item in sorted(items, key=_place):
        try:
            yield from _item_page(client, item, series)
        except MissedError as missed:
            if missed.status in GONE:
                # Offered all the same: the pull asks for it, and notes that it was withdrawn.
                yield Offer(uri=item.uri, key=item.id, title=item.title, series=series)
            else:
                yield missed.trouble


def _place(item: Item) -> int:
    return int(item.id.split("-")[1])


def _listed(channel: Channel, response: Response, soup: BeautifulSoup, meeting: str) -> list[Item]:
    """The items that the page of a meeting links to, in its order."""
    found: dict[str, Item] = {}
    for uri, tag in links(soup, response.uri):
        name = _id_in(uri) or ""
        is_page = "page=meetingitem" in uri or (_is_file(uri) and not uri.lower().endswith(".pdf"))
        if is_page and name.startswith(f"{meeting}-") and _ITEM.fullmatch(name) and name not in found:
            found[name] = Item(name, _address(channel, uri, name), label_of(tag), None, None)
    return list(found.values())


def _heading(soup: BeautifulSoup) -> str | None:
    tag = soup.select_one("h1, label.h3")
    return flat_text(tag) or None if tag else None


def _item_page(client: Client, item: Item, series: str) -> Iterator[Listing]:
    response = ask(client, item.uri)
    files = _files(response, page(response))
    if files and not any(name == item.id or name.startswith(f"{item.id}-") for name in files):
        # The server keeps sessions, and is known to answer with the page that was asked for before.
        raise MissedError(item.uri, f"answered with the page of another item ({next(iter(files))})")
    yield Offer(
        uri=item.uri,
        key=item.id,
        title=item.title,
        hints=Metadata(title=item.title, date=item.day, issuer=item.body),
        series=series,
        body=response.content,
        media_type=response.media_type or None,
    )
    attached = [name for name in files if name.startswith(f"{item.id}-")]
    for name in attached:
        uri, title = files[name]
        yield Offer(
            uri=uri,
            key=name,
            title=title,
            hints=Metadata(title=title, date=item.day, issuer=item.body),
            series=series,
            parent=item.id,
        )
    if attached:
        yield Expectation(item.id, "attachment", tuple(attached))


def _files(response: Response, soup: BeautifulSoup) -> dict[str, tuple[str, str | None]]:
    """The PDFs that a page links to, with their words: the item itself (`<id>.PDF`) and its attachments."""
    found: dict[str, tuple[str, str | None]] = {}
    for uri, tag in links(soup, response.uri):
        file = _FILE.search(urlsplit(uri).path)
        if file and file["form"].lower() == "pdf" and "-" in file["id"]:
            found.setdefault(file["id"], (canonical(uri), label_of(tag)))
    return found

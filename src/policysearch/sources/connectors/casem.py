"""CaseM / CloudNC: bodies, meetings, items and files of a municipality, by the open interface (OData) of its site.

Shape: answers of 2017 of one installation. An item has a page for people and a list of properties that holds its
text; the page is offered where it answers, the list otherwise.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
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
    count_option,
    json_object,
    list_option,
    option,
    page,
    records,
    text_at,
)

_JSON = "application/json"
# Ids of languages and of templates, as the answers use them.
_LANGUAGES = {1: "fi", 2: "en", 3: "sv"}
_BODIES = "Toimielimet"
_GUID = re.compile(r"\{?([0-9a-f-]{36})\}?", re.IGNORECASE)

Properties = Mapping[str, Sequence[str]]


def listing(channel: Channel, client: Client) -> Iterator[Listing]:
    """The items of the latest meetings of each body, with their attachments.

    Options:
        bodies: Names of the bodies that count; all by default.
        meetings: How many of the latest meetings of each; 3 by default.
        since: The first day of a meeting that counts (`2024-01-01`), however many there are.
        municipality: In the genitive, put before the name of a body (*Mikkelin*).
        text: `page` (the default) offers the page for people where it answers; `odata` the list of properties.
    """
    roots = _nodes(channel, client, "Nodes", is_first=True)
    root = next((node for node in roots if _name(node) == _BODIES), None)
    if root is None:
        yield Trouble(_uri(channel, "Nodes"), f"lists no node {_BODIES}: {', '.join(map(_name, roots)) or 'nothing'}")
        return
    wanted = {name.casefold() for name in list_option(channel, "bodies")}
    path = f"Nodes({root['NodeId']})"
    try:
        bodies = _nodes(channel, client, f"{path}/SubNodes()")
    except MissedError as missed:
        yield missed.trouble
        return
    for body in bodies:
        if not wanted or _name(body).casefold() in wanted:
            try:
                yield from _body(channel, client, f"{path}/SubNodes({body['NodeId']})", _name(body))
            except MissedError as missed:
                yield missed.trouble


def _uri(channel: Channel, path: str) -> str:
    return f"{channel.address.rstrip('/')}/{path}"


def _nodes(channel: Channel, client: Client, path: str, *, is_first: bool = False) -> list[dict[str, Any]]:
    """The nodes at a path, every page of them; one without an id is none."""
    found = _values(channel, client, path, is_first=is_first)
    return [node for node in found if isinstance(node.get("NodeId"), int)]


def _values(
    channel: Channel,
    client: Client,
    path: str,
    params: Mapping[str, str | int] | None = None,
    *,
    is_first: bool = False,
) -> list[dict[str, Any]]:
    """What an OData list holds; a list that is sent in pieces says where the next one is."""
    uri: str | None = _uri(channel, path)
    found: list[dict[str, Any]] = []
    seen: set[str] = set()
    while uri and uri not in seen:
        seen.add(uri)
        asked = params if len(seen) == 1 else None
        response = (
            client.get(uri, params=asked, accept=_JSON) if is_first else ask(client, uri, params=asked, accept=_JSON)
        )
        is_first = False
        root = json_object(response)
        found += records(root, uri, "value")
        following = text_at(root, "odata.nextLink") or text_at(root, "@odata.nextLink")
        uri = urljoin(response.uri, following) if following else None
    return found


def _name(node: Mapping[str, Any]) -> str:
    """The Finnish name of a node, else its first."""
    names = [name for name in node.get("Names") or () if isinstance(name, dict)]
    first = next((name for name in names if name.get("LanguageId") == 1), names[0] if names else {})
    return text_at(first, "Name") or ""


def _body(channel: Channel, client: Client, path: str, name: str) -> Iterator[Listing]:
    issuer = body_of(option(channel, "municipality", "") or None, name)
    meetings: list[tuple[dt.date | None, dict[str, Any]]] = []
    for folder in _nodes(channel, client, f"{path}/SubNodes()"):
        nodes = _nodes(channel, client, f"{path}/SubNodes({folder['NodeId']})/SubNodes()")
        meetings += [(day_in(_name(node)), node) for node in nodes]
    yield Expectation(issuer, "meeting", tuple(_series(issuer, day, node) for day, node in meetings))
    for day, node in _latest(channel, meetings):
        series = _series(issuer, day, node)
        try:
            yield from _meeting(channel, client, node["NodeId"], series, issuer, day)
        except MissedError as missed:
            yield missed.trouble


def _series(issuer: str, day: dt.date | None, node: Mapping[str, Any]) -> str:
    return f"{issuer} {day.isoformat() if day else _name(node)}"


def _latest(
    channel: Channel, meetings: list[tuple[dt.date | None, dict[str, Any]]]
) -> list[tuple[dt.date | None, dict[str, Any]]]:
    """The meetings that are read, newest first; a meeting without a day in its name counts as new."""
    ordered = sorted(meetings, key=lambda meeting: meeting[0] or dt.date.max, reverse=True)
    if since := option(channel, "since", ""):
        return [meeting for meeting in ordered if (meeting[0] or dt.date.max).isoformat() >= since]
    return ordered[: count_option(channel, "meetings", 3)]


def _meeting(
    channel: Channel, client: Client, node: int, series: str, issuer: str, day: dt.date | None
) -> Iterator[Listing]:
    params = {"$filter": f"Classifications/any(f:f/NodeId eq {node})"}
    contents = [c for c in _values(channel, client, "Contents()", params) if isinstance(c.get("ContentId"), int)]
    yield Expectation(series, "item", tuple(str(content["ContentId"]) for content in contents))
    for content in contents:
        try:
            yield from _content(channel, client, content, series, issuer, day)
        except MissedError as missed:
            yield missed.trouble


def _content(
    channel: Channel, client: Client, content: Mapping[str, Any], series: str, issuer: str, day: dt.date | None
) -> Iterator[Listing]:
    key = str(content["ContentId"])
    uri = _uri(channel, f"Contents({key})/ExtendedProperties")
    try:
        response = ask(client, uri, accept=_JSON)
    except MissedError as missed:
        if missed.status not in GONE or option(channel, "text", "page") != "page":
            raise
        # Offered all the same: the pull asks for its page, and notes that it was withdrawn.
        yield Offer(uri=_page_of(channel, key), key=key, title=text_at(content, "Subject"), series=series)
        return
    properties = properties_of(json_object(response), uri)
    title = text_at(content, "Subject") or next(iter(properties.get("Name", ())), None)
    hints = Metadata(
        title=title,
        date=day,
        issuer=issuer,
        language=_LANGUAGES.get(content.get("LanguageId", 0)),
        case_number=next(iter(properties.get("CaseNativeId", ())), None),
        section_number=next((text for text in properties.get("Article", ()) if text.isdigit()), None),
    )
    if title or any(properties.get(name) for name in ("Description", "Decisionproposal", "Decision")):
        yield _item(channel, client, response, key, hints, series)
    yield from _files(channel, content, properties, key, hints, series)


def properties_of(root: Mapping[str, Any], uri: str) -> dict[str, list[str]]:
    """The texts of each property, in order; an empty one is none."""
    found: dict[str, list[str]] = {}
    for record in records(root, uri, "value"):
        name, text = record.get("Name"), record.get("Text")
        if isinstance(name, str) and isinstance(text, str) and text.strip():
            found.setdefault(name, []).append(text)
    return found


def _item(channel: Channel, client: Client, response: Response, key: str, hints: Metadata, series: str) -> Offer:
    """The item by its page, where there is one that holds its title, else by its list of properties."""
    shown = _page_of(channel, key)
    uri, content, media_type = response.uri, response.content, _JSON
    if option(channel, "text", "page") == "page":
        try:
            answer = ask(client, shown)
            soup = page(answer)
        except MissedError as missed:
            # Only what is not there is replaced: what does not answer today may tomorrow.
            if missed.status not in GONE:
                raise
        else:
            if soup.select_one("#ContentStart") and tidy(hints.title or "") in flat_text(soup):
                uri, content, media_type = shown, answer.content, answer.media_type or "text/html"
    return Offer(uri=uri, key=key, title=hints.title, hints=hints, series=series, body=content, media_type=media_type)


def _page_of(channel: Channel, key: str) -> str:
    return urljoin(channel.address, f"/fi-FI/content/{key}/23")


def _files(
    channel: Channel, content: Mapping[str, Any], properties: Properties, key: str, hints: Metadata, series: str
) -> Iterator[Listing]:
    """The attachments that have an address; a file that is listed without one is told as such."""
    listed = [
        str(link["FileId"]) for link in content.get("FileLinks") or () if isinstance(link, dict) and "FileId" in link
    ]
    with_address = dict(_attachments(properties))
    for file in dict.fromkeys((*listed, *with_address)):
        guid, title = with_address.get(file, (None, None))
        path = f"/download/noname/%7B{guid}%7D/{file}" if guid else f"/download/noname/{file}"
        yield Offer(
            uri=urljoin(channel.address, path),
            key=f"{key}/{file}",
            title=title,
            hints=Metadata(title=title, date=hints.date, issuer=hints.issuer, case_number=hints.case_number),
            series=series,
            parent=key,
            is_public=guid is not None,
            note=None if guid else "The interface lists the file without the id that its address needs.",
        )
    if listed or with_address:
        yield Expectation(key, "attachment", tuple(f"{key}/{file}" for file in dict.fromkeys((*listed, *with_address))))


def _attachments(properties: Properties) -> Iterator[tuple[str, tuple[str, str | None]]]:
    """Number of the file, its id and its title, from the links that the property holds."""
    for text in properties.get("Attachments", ()):
        for tag in BeautifulSoup(text, "lxml").select("a[href]"):
            query = {name.lower(): values for name, values in parse_qs(urlsplit(str(tag["href"])).query).items()}
            guid = _GUID.fullmatch(query.get("guid", [""])[0])
            if "id" in query and guid:
                yield query["id"][0], (guid[1].lower(), flat_text(tag) or None)

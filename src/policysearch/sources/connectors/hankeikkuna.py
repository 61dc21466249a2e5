"""Hankeikkuna: projects, working groups and steering groups by search term, and the documents filed under them.

Request and envelope: three independent clients of `POST /api/v2/kohteet/haku`. What an item of `asiakirjat` holds was
seen in no answer, only in the code of one client (`nimi`, `tyyppi`, `url`, `luotu`): `document_in` alone reads it, and
takes what it finds.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from policysearch.model.channel import Channel, Expectation, Listing, Offer, Trouble
from policysearch.model.source import DocumentType, Metadata
from policysearch.sources.connectors import Client, Response
from policysearch.sources.connectors.asking import (
    MissedError,
    canonical,
    count_option,
    cut_short,
    day_at,
    in_language,
    json_object,
    list_option,
    option,
    records,
    search,
    text_at,
    value_at,
)

_PAGE_SIZE = 100
_MAX_PAGES = 100
_TYPES: Mapping[str, DocumentType] = {
    "RAPORTTI": "report",
    "LOPPURAPORTTI": "report",
    "VALIRAPORTTI": "report",
    "MIETINTO": "report",
    "SELVITYS": "report",
    "LAUSUNTO": "statement",
    "POYTAKIRJA": "minutes",
    "ASETTAMISPAATOS": "decision",
    "PAATOS": "decision",
    "TIEDOTE": "press_release",
}
_FILE = re.compile(r"/asiakirjat/[\w-]+/(?P<uuid>[\w-]+)/(?P<name>[^/?#]+)$")
_FILE_NAME = re.compile(r"(?P<type>[A-ZÅÄÖ_]+?)_(?P<stamp>\d{14})\.\w+$", re.IGNORECASE)
_TITLES = ("nimi", "otsikko", "nimike", "tiedostonNimi", "tiedostonimi")
_DATES = ("paivays", "pvm", "asiakirjaPvm", "julkaistu", "julkaisuPaiva")
_TYPE_FIELDS = ("tyyppi", "asiakirjatyyppi", "asiakirjaTyyppi")
_LANGUAGE_FIELDS = ("kieli", "kielikoodi")
_FILE_FIELDS = ("tiedostot", "tiedosto", "liitteet", "versiot")


@dataclass(frozen=True, slots=True)
class Filed:
    """A document of a project, as far as its item says; `filed`, when it was put there, may be long after its `day`."""

    uri: str
    id: str
    title: str | None
    type: str | None
    day: dt.date | None
    filed: dt.date | None
    language: str | None


def listing(channel: Channel, client: Client) -> Iterator[Listing]:
    """The documents of every project that a query finds, a project once.

    Options:
        types: Which kinds of project (`HANKE`, `LAINSAADANTO`, `TOIMIELIN`, `STRATEGIA`); all by default.
        numbers: Projects by their number (*SM027:00/2008*), read whether or not a query finds them.
        pages: How many pages of hits a search is followed to; 100 by default.
        files: Address that relative addresses of files begin at; the host of the interface by default.
    """
    seen: set[str] = set()
    asked: list[dict[str, Any]] = [{"teksti": words} for words in channel.queries]
    if numbers := list_option(channel, "numbers"):
        asked.append({"tunnus": list(numbers)})
    for place, what in enumerate(asked):
        try:
            for project in _projects(channel, client, what, is_first=place == 0):
                name = text_at(project, "kohde", "uuid") or text_at(project, "kohde", "tunnus")
                if name is None:
                    keys = ", ".join(sorted(project)) or "nothing"
                    yield Trouble(_search_uri(channel), f"found a project without an id: it holds {keys}")
                elif name not in seen:
                    seen.add(name)
                    yield from _project(channel, project)
        except MissedError as missed:
            yield missed.trouble


def _search_uri(channel: Channel) -> str:
    return f"{channel.address.rstrip('/')}/kohteet/haku"


def _projects(channel: Channel, client: Client, what: dict[str, Any], *, is_first: bool) -> Iterator[dict[str, Any]]:
    """What a search finds; the cursor of an answer is the way to the next, until none is given or nothing comes."""
    uri = _search_uri(channel)
    payload: dict[str, Any] = {"size": _PAGE_SIZE, "sort": [{"field": "kohde.muokattu", "order": "ASC"}], **what}
    if types := list_option(channel, "types"):
        payload["tyyppi"] = list(types)
    cursor: Any = None
    for number in range(count_option(channel, "pages", _MAX_PAGES)):
        asked = {**payload, "searchAfter": cursor} if cursor else payload
        response: Response = client.post_json(uri, asked) if is_first and not number else search(client, uri, asked)
        root = json_object(response)
        found = records(root, uri, "result")
        yield from found
        following = root.get("nextSearchAfter")
        if not found or not following:
            return
        if following == cursor:
            raise MissedError(uri, "gives the same cursor again: the rest of the hits was not read")
        cursor = following
    raise cut_short(uri, f"{count_option(channel, 'pages', _MAX_PAGES)} pages of hits", "pages")


def _project(channel: Channel, project: dict[str, Any]) -> Iterator[Listing]:
    kohde = project.get("kohde")
    uuid = text_at(kohde, "uuid")
    number = text_at(kohde, "tunnus")
    name, _ = in_language(value_at(kohde, "nimi"))
    series = number or uuid or ""
    shown = f"https://valtioneuvosto.fi/hanke?tunnus={number}" if number else _search_uri(channel)
    items = project.get("asiakirjat") or []
    if not isinstance(items, list):
        yield Trouble(shown, "holds documents in a shape that is not known: no list; the interface may have changed")
        return
    root = option(channel, "files", urljoin(channel.address, "/"))
    keys: list[str] = []
    for item in items:
        filed = document_in(item, root, uuid)
        if filed is None:
            what = ", ".join(sorted(item)) if isinstance(item, dict) else type(item).__name__
            yield Trouble(shown, f"has a document without an address of a known form: it holds {what or 'nothing'}")
            continue
        key = f"{series}/{filed.id}"
        if key in keys:
            continue
        keys.append(key)
        yield Offer(
            uri=canonical(filed.uri),
            key=key,
            title=filed.title,
            hints=Metadata(
                type=_TYPES.get(filed.type or ""),
                title=filed.title,
                date=filed.day,
                language=filed.language,
                case_number=text_at(kohde, "asianumerot"),
            ),
            series=series,
            note=f"Filed on {filed.filed.isoformat()}." if filed.filed else None,
        )
    if items:
        unread = len(items) - len(keys)
        note = f"{name or series}: {unread} more could not be listed." if unread else name
        yield Expectation(series, "document", tuple(keys), note)


def document_in(item: Any, root: str, project: str | None) -> Filed | None:
    """The document that an item of `asiakirjat` stands for, whatever its fields are called; None without an address.

    Args:
        item: The item.
        root: What relative addresses begin at.
        project: The id of the project, for an item that names its file only.
    """
    if not isinstance(item, Mapping):
        return None
    address = _address(item)
    uuid = text_at(item, "uuid") or text_at(item, "id")
    file_name = _file_name(item)
    if address is None and project and uuid and file_name:
        address = f"/asiakirjat/{project}/{uuid}/{file_name}"
    if address is None:
        return None
    uri = urljoin(root, address)
    filed = _FILE.search(urlsplit(uri).path)
    named = _FILE_NAME.match(filed["name"] if filed else uri.rsplit("/", 1)[-1])
    title = next((text for name in _TITLES if (text := in_language(item.get(name))[0])), None)
    kind = next((text for name in _TYPE_FIELDS if (text := in_language(item.get(name))[0])), None)
    stated = next((text for name in _LANGUAGE_FIELDS if (text := text_at(item, name))), "")[:2].lower()
    return Filed(
        uri=uri,
        id=uuid or (filed["uuid"] if filed else canonical(uri)),
        title=title,
        type=(kind or (named["type"] if named else "") or "").upper() or None,
        day=next((day for name in _DATES if (day := day_at(item, name))), None),
        filed=day_at(item, "luotu") or (day_at({"at": named["stamp"][:8]}, "at") if named else None),
        language=stated if stated in ("fi", "sv", "en") else None,
    )


def _address(item: Mapping[str, Any]) -> str | None:
    """The first text in the item, or in a file inside it, that is the address of a document."""
    for value in item.values():
        if isinstance(value, str) and (_FILE.search(value) or re.match(r"https?://", value)):
            return value
    for name in _FILE_FIELDS:
        inner = item.get(name)
        for one in inner if isinstance(inner, list) else [inner]:
            if isinstance(one, Mapping) and (found := _address(one)):
                return found
    return None


def _file_name(item: Mapping[str, Any]) -> str | None:
    names = (value for value in item.values() if isinstance(value, str))
    return next((name for name in names if _FILE_NAME.fullmatch(name)), None)

"""Valto, the archive of the Government's publications (DSpace): its records by OAI-PMH, their files.

Records are asked for in the format `kk` of the National Library, which carries qualified fields and the files with
their addresses (code of two harvesters of this archive); the obligatory `oai_dc` has no files, so that the page of
each record is asked for them. The protocol: http://www.openarchives.org/OAI/openarchivesprotocol.html
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from policysearch.model.channel import Channel, Expectation, Listing, Offer
from policysearch.model.source import Metadata
from policysearch.sources.connectors import Client, Response
from policysearch.sources.connectors.asking import (
    MissedError,
    ask,
    canonical,
    count_option,
    cut_short,
    links,
    option,
    page,
)

_OAI = "{http://www.openarchives.org/OAI/2.0/}"
_KK = "{http://kk/1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_MAX_PAGES = 1000
_HANDLE = re.compile(r"(?:handle/|oai:[^:]+:)(?P<handle>\d+/\d+)")
_BITSTREAM = re.compile(r"/bitstreams?/")
_EXTRACTED = re.compile(r"\.(?:pdf|docx?)\.txt$|\.(?:jpe?g|png|gif)$", re.IGNORECASE)
_LANGUAGES = {"fi": "fi", "fin": "fi", "sv": "sv", "swe": "sv", "en": "en", "eng": "en"}


@dataclass(frozen=True, slots=True)
class Record:
    """One publication as the archive describes it; `fields` by element and qualifier (`date.issued`)."""

    handle: str
    fields: Mapping[str, tuple[str, ...]]
    files: tuple[tuple[str, str], ...]

    def first(self, *names: str) -> str | None:
        """The first value of the first of these fields that has one."""
        return next((value for name in names for value in self.fields.get(name, ())), None)


def listing(channel: Channel, client: Client) -> Iterator[Listing]:
    """The publications whose title, abstract or subjects hold one of the queries (all, where there are none).

    Options:
        prefix: The format of the records, `kk` or `oai_dc`; `kk` by default.
        set: A part of the archive (`com_10024_59351`).
        pages: How many pages of the list are read.
        from: The day from which on records were changed (`2024-01-01`).
    """
    prefix = option(channel, "prefix", "kk")
    params = {"verb": "ListRecords", "metadataPrefix": prefix}
    params |= {name: option(channel, name, "") for name in ("set", "from") if option(channel, name, "")}
    token = ""
    for number in range(count_option(channel, "pages", _MAX_PAGES)):
        asked = {"verb": "ListRecords", "resumptionToken": token} if token else params
        try:
            uri = channel.address
            response = ask(client, uri, params=asked) if number else client.get(uri, params=asked)
            root = _xml(response)
        except MissedError as missed:
            yield missed.trouble
            return
        for element in root.iter(f"{_OAI}record"):
            record = _record(element)
            if record is not None and _is_asked_for(record, channel.queries):
                yield from _publication(channel, client, record)
        following = (root.findtext(f".//{_OAI}resumptionToken") or "").strip()
        if following and following == token:
            yield MissedError(channel.address, "gives the same resumption token again: the rest was not read").trouble
            return
        if not following:
            return
        token = following
    yield cut_short(channel.address, f"{count_option(channel, 'pages', _MAX_PAGES)} pages", "pages").trouble


def _xml(response: Response) -> etree._Element:
    """The answer, which may itself report an error; nothing in it is fetched or unfolded."""
    reader = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_pis=True)
    try:
        root = etree.fromstring(response.content, reader)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise MissedError(response.uri, f"answered with no valid XML ({error})") from error
    if root.tag != f"{_OAI}OAI-PMH":
        raise MissedError(response.uri, f"answered with XML that is no OAI-PMH but {etree.QName(root).localname}")
    refusal = root.find(f"{_OAI}error")
    if refusal is not None and refusal.get("code") != "noRecordsMatch":
        raise MissedError(response.uri, f"refuses: {refusal.get('code')}, {(refusal.text or 'no reason').strip()}")
    return root


def _record(element: etree._Element) -> Record | None:
    """A record that is there; the archive lists deleted ones as well, without anything but their name."""
    header = element.find(f"{_OAI}header")
    match = _HANDLE.search(element.findtext(f"{_OAI}header/{_OAI}identifier") or "")
    if header is None or header.get("status") == "deleted" or match is None:
        return None
    fields: dict[str, list[str]] = {}
    for field in element.iter(f"{_KK}field"):
        name = ".".join(part for part in (field.get("element"), field.get("qualifier")) if part)
        fields.setdefault(name, []).append((field.get("value") or field.text or "").strip())
    for field in element.iter(f"{_DC}*"):
        fields.setdefault(etree.QName(field).localname, []).append((field.text or "").strip())
    files = tuple(
        (file.get("href", ""), file.get("type", "")) for file in element.iter(f"{_KK}file") if file.get("href")
    )
    return Record(match["handle"], {name: tuple(filter(None, values)) for name, values in fields.items()}, files)


def _is_asked_for(record: Record, queries: tuple[str, ...]) -> bool:
    """Whether a query stands in what the archive says of a publication: it cannot be asked, and holds thousands."""
    names = ("title", "title.alternative", "description.abstract", "description", "subject", "subject.yso")
    said = " ".join(value for name in names for value in record.fields.get(name, ())).casefold()
    return not queries or any(query.casefold() in said for query in queries)


def _publication(channel: Channel, client: Client, record: Record) -> Iterator[Listing]:
    shown = urljoin(channel.address, f"/handle/{record.handle}")
    files = [(urljoin(shown, href), kind) for href, kind in record.files if not _EXTRACTED.search(urlsplit(href).path)]
    if not files:
        try:
            files = [(uri, "") for uri in _files_on_page(client, shown)]
        except MissedError as missed:
            yield missed.trouble
    documents = [
        file for file in files if file[1] in ("application/pdf", "") or file[0].lower().endswith(".pdf")
    ] or files
    title = record.first("title")
    issued = record.first("date.issued", "date") or ""
    hints = Metadata(
        title=title,
        date=_day(issued),
        issuer=record.first("contributor.organization", "publisher"),
        language=_LANGUAGES.get((record.first("language.iso", "language") or "").lower()),
    )
    keys: list[str] = []
    for uri, kind in documents:
        key = record.handle if len(documents) == 1 else f"{record.handle}/{_name(uri)}"
        if key not in keys:
            keys.append(key)
            yield Offer(
                uri=canonical(uri), key=key, title=title, hints=hints, series=record.handle, media_type=kind or None
            )
    if not keys:
        yield Offer(
            uri=shown,
            key=record.handle,
            title=title,
            hints=hints,
            series=record.handle,
            is_public=False,
            note="The archive lists the publication without a file.",
        )
    yield Expectation(record.handle, "document", tuple(keys) or (record.handle,), title)


def _files_on_page(client: Client, uri: str) -> list[str]:
    """The files that the page of a record offers, old and new addresses alike, without those made from them."""
    response = ask(client, uri)
    soup = page(response)
    found = [str(tag["content"]) for tag in soup.select('meta[name="citation_pdf_url"][content]')]
    found += [link for link, _ in links(soup, response.uri) if _BITSTREAM.search(link)]
    wanted = (canonical(urljoin(response.uri, link)) for link in found)
    return list(dict.fromkeys(link for link in wanted if not _EXTRACTED.search(urlsplit(link).path)))


def _name(uri: str) -> str:
    """The name of a file, or the id that stands for it in the new addresses (`/bitstreams/<id>/download`)."""
    pieces = unquote(urlsplit(uri).path).strip("/").split("/")
    return pieces[-2] if pieces[-1] in ("download", "content") and len(pieces) > 1 else pieces[-1]


def _day(stamp: str) -> dt.date | None:
    """A whole day; a year or a month alone is none."""
    try:
        return dt.date.fromisoformat(stamp[:10])
    except ValueError:
        return None

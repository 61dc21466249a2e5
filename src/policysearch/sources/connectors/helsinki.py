"""Decisions of Helsinki: cases by the public search proxy, then each case page, all its handlings, their attachments.

Markup, index fields and robots: City-of-Helsinki/helsinki-paatokset (templates, `search_api.index.decisions.yml`).
The same case answers under fi, sv and en paths and its text is translated in none of them, so only one path is read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

from policysearch.extract.dates import day_in
from policysearch.extract.html_tree import flat_text
from policysearch.extract.names import body_of, section_number_in
from policysearch.model.channel import Channel, Expectation, Listing, Offer
from policysearch.model.source import Metadata
from policysearch.sources.connectors import Client, Response
from policysearch.sources.connectors.asking import (
    GONE,
    MissedError,
    ask,
    canonical,
    count_option,
    cut_short,
    json_object,
    label_of,
    links,
    list_option,
    option,
    page,
    records,
    search,
    text_at,
    value_at,
)

SEARCH = "https://paatokset-elastic-proxy.api.hel.ninja/paatokset_decisions/_search"
# A staging host stands in the search index as well; the closed interface is no address for the public.
_HOSTS = ("paatokset.hel.fi", "ahjojulkaisu.hel.fi", "ahjo.blob.core.windows.net")
_CLOSED_PORT = 9802
_FIELDS = ("subject", "issue_subject", "issue_id", "unique_issue_id", "decision_url", "search_api_language")
_SEARCHED = ("subject", "issue_subject", "decision_content", "decision_motion")
_PAGE_SIZE = 100
# Elasticsearch answers no further than this with `from` and `size`.
_MAX_HITS = 10_000
_CASE = re.compile(r"/(?:fi/asia|sv/arende|en/case)/(?P<case>[a-z]+-\d{4}-\d+)", re.IGNORECASE)
_GUID = re.compile(r"\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?", re.IGNORECASE)
_CONVERSION_ERROR = "Virhe xml -> html muunnoksessa"


@dataclass(frozen=True, slots=True)
class Handling:
    """A page of one handling of a case, read."""

    key: str
    soup: BeautifulSoup
    response: Response
    hints: Metadata


def listing(channel: Channel, client: Client) -> Iterator[Listing]:
    """The handlings, and their attachments, of every case that the search finds.

    Options:
        search: Address of the search; that of the public proxy by default.
        cases: Case numbers that are read whether or not the search finds them.
        hosts: Hosts that are asked beside those of the city.
        limit: How many hits a query is followed to; 1,000 by default.
    """
    cases = dict.fromkeys(_case_path(number) for number in list_option(channel, "cases"))
    for number, query in enumerate(channel.queries):
        try:
            for case in _found(channel, client, query, is_first=number == 0):
                cases[case] = None
        except MissedError as missed:
            yield missed.trouble
    for case in cases:
        try:
            yield from _case(channel, client, case)
        except MissedError as missed:
            yield missed.trouble


def _found(channel: Channel, client: Client, query: str, *, is_first: bool) -> Iterator[str]:
    """The cases that a query finds, as they stand in addresses, each page of hits asked when it is needed."""
    uri = option(channel, "search", SEARCH)
    limit = min(count_option(channel, "limit", 1000), _MAX_HITS)
    for begin in range(0, limit, _PAGE_SIZE):
        payload = _query(query, begin, min(_PAGE_SIZE, limit - begin))
        response = client.post_json(uri, payload) if is_first and not begin else search(client, uri, payload)
        hits = records(json_object(response), uri, "hits", "hits")
        for hit in hits:
            if case := _case_of_hit(hit):
                yield case
        total = value_at(json_object(response), "hits", "total", "value")
        if len(hits) < _PAGE_SIZE or total == begin + len(hits):
            return
    raise cut_short(uri, f"{limit} hits for {query!r}", "limit")


def _query(words: str, begin: int, size: int) -> dict[str, Any]:
    return {
        "query": {"simple_query_string": {"query": words, "fields": list(_SEARCHED), "default_operator": "and"}},
        "_source": list(_FIELDS),
        "sort": [{"meeting_date": "desc"}],
        "from": begin,
        "size": size,
    }


def _case_of_hit(hit: dict[str, Any]) -> str | None:
    """The number of the case; every value of `_source` (or `fields`) is a list."""
    source = hit.get("_source") or hit.get("fields") or {}
    match = _CASE.search(text_at(source, "decision_url") or "")
    number = match["case"] if match else text_at(source, "unique_issue_id") or text_at(source, "issue_id")
    return _case_path(number) if number else None


def _case_path(number: str) -> str:
    """`hel-2021-001526` of *HEL 2021-001526*, *HEL-2021-001526* and the like."""
    return re.sub(r"\s+", "-", number.strip()).lower()


def _case_number(path: str) -> str:
    """*HEL 2021-001526* of `hel-2021-001526`."""
    return path.upper().replace("-", " ", 1)


def _case(channel: Channel, client: Client, case: str) -> Iterator[Listing]:
    uri = urljoin(channel.address, f"/fi/asia/{case}")
    response = ask(client, uri)
    soup = page(response)
    if soup.select_one("article.issue, #case-header, .issue-content") is None:
        raise MissedError(uri, "is no case page as it was known; the site may have changed")
    number = _case_number(case)
    guids = _handlings(soup)
    keys: list[str] = []
    if not guids:
        yield from _handling(channel, _read(response, number, None), number, keys)
    for guid in guids:
        handling_uri = f"{uri}?decision={guid}"
        try:
            answer = ask(client, handling_uri)
            yield from _handling(channel, _read(answer, number, guid), number, keys)
        except MissedError as missed:
            keys.append(f"{number}/{guid}")
            if missed.status in GONE:
                # Offered all the same: the pull asks for it, and notes that it was withdrawn.
                yield Offer(uri=handling_uri, key=keys[-1], series=number)
            else:
                yield missed.trouble
    yield Expectation(number, "handling", tuple(dict.fromkeys(keys)))


def _handlings(soup: BeautifulSoup) -> list[str]:
    """The handlings that the page lets its reader choose from, newest first."""
    found: dict[str, None] = {}
    for tag in soup.select(
        '.issue__meetings-select li[data-link] a[href], .issue__meetings-select a[href*="decision="]'
    ):
        query = parse_qs(urlsplit(str(tag["href"])).query)
        for value in (*query.get("decision", ()), *query.get("beslut", ())):
            if match := _GUID.fullmatch(value.strip()):
                found[match[1].lower()] = None
    return list(found)


def _read(response: Response, number: str, guid: str | None) -> Handling:
    soup = page(response)
    body = _text(soup, ".issue-content__policymaker-label--with-icon span")
    day = day_in(_text(soup, ".issue__decision-date") or "")
    section = section_number_in(_text(soup, ".issue-content__indices") or "")
    # The id of a handling changes with each version of it; body, day and section do not.
    parts = (body, day.isoformat() if day else None, f"§ {section}" if section else None)
    named = [part for part in parts if part]
    key = "/".join([number, *named]) if body and day else f"{number}/{guid or 'only'}"
    title = _text(soup, ".issue-content__title h2") or _text(soup, "h1.issue__title")
    hints = Metadata(
        title=title,
        date=day,
        issuer=body_of("Helsingin", body) if body else None,
        case_number=number,
        section_number=section,
    )
    return Handling(key, soup, response, hints)


def _handling(channel: Channel, handling: Handling, number: str, keys: list[str]) -> Iterator[Listing]:
    if handling.key in keys:
        return
    keys.append(handling.key)
    soup, base = handling.soup, handling.response.uri
    text = _text(soup, ".issue-content.imported-content, .imported-content") or _text(soup, ".issue-content") or ""
    pdf = next((uri for uri, _ in links(soup, base, ".issue__pdf a[href]")), None)
    if text and not text.startswith(_CONVERSION_ERROR):
        motion = _text(soup, ".motion-tag")
        yield Offer(
            uri=canonical(base),
            key=handling.key,
            title=handling.hints.title,
            hints=handling.hints,
            series=number,
            body=handling.response.content,
            media_type=handling.response.media_type,
            note=f"The page says: {motion}." if motion else None,
        )
    elif pdf is not None:
        yield _file(channel, pdf, handling.key, handling.hints, number, None)
    else:
        yield Offer(
            uri=canonical(base),
            key=handling.key,
            title=handling.hints.title,
            hints=handling.hints,
            series=number,
            is_public=False,
            note="The page holds no text and links to no PDF.",
        )
    yield from _attachments(channel, handling, number)


def _attachments(channel: Channel, handling: Handling, number: str) -> Iterator[Listing]:
    names: list[str] = []
    for place, tag in enumerate(handling.soup.select(".issue__attachment"), 1):
        title = label_of(tag)
        hints = Metadata(title=title, case_number=number)
        uri = next((found for found, _ in links(tag, handling.response.uri)), None)
        # The id of a file stays the same over its versions; the place of one without a file is all there is.
        guid = _GUID.search(uri or "")
        key = f"{handling.key}/{guid[1].lower() if guid else f'attachment {place}'}"
        names.append(key)
        if uri is None:
            yield Offer(
                uri=f"{canonical(handling.response.uri)}#attachment-{place}",
                key=key,
                title=title,
                hints=hints,
                series=number,
                parent=handling.key,
                is_public=False,
                note="Listed without a link: not published, or secret.",
            )
        else:
            yield _file(channel, uri, key, hints, number, handling.key)
    if names:
        yield Expectation(handling.key, "attachment", tuple(names))


def _file(channel: Channel, uri: str, key: str, hints: Metadata, number: str, parent: str | None) -> Offer:
    """A PDF of the city; what stands at a host of no public service is listed, and told as such."""
    parts = urlsplit(uri)
    hosts = {urlsplit(channel.address).hostname, *_HOSTS, *list_option(channel, "hosts")}
    note = None
    if parts.port == _CLOSED_PORT:
        note = "Stands on the closed interface of the city: not public."
    elif parts.hostname not in hosts:
        note = f"Stands at {parts.hostname}, which is no known host of the city: not fetched."
    return Offer(
        uri=canonical(uri),
        key=key,
        title=hints.title,
        hints=hints,
        series=number,
        parent=parent,
        is_public=note is None,
        note=note,
    )


def _text(root: BeautifulSoup | Tag, selector: str) -> str | None:
    return next((text for tag in root.select(selector) if (text := flat_text(tag))), None)

"""Parliament: statements and reports of its committees, by the open interface that needs no login.

Search form and fields: two independent clients of `api.eduskunta.fi/api/v1` (many scalars are one text a language).
The same paper answers under several hosts, in several spellings: what it is, is its code (*LaVL 2/2023*).
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote, unquote_plus

from policysearch.model.channel import Channel, Expectation, Listing, Offer, Trouble
from policysearch.model.source import DocumentType, Metadata
from policysearch.sources.connectors import Client
from policysearch.sources.connectors.asking import (
    MissedError,
    ask,
    count_option,
    cut_short,
    day_at,
    in_language,
    json_object,
    list_option,
    records,
    text_at,
    value_at,
)

_PAGE_SIZE = 100
_MAX_HITS = 10_000
_CATEGORIES = ("valtiopaivaasia", "asiakirja")
# The end of a code says what a paper is: LaVL a statement and LaVM a report of the committee LaV; in Swedish UU and UB.
_KINDS: Mapping[str, DocumentType] = {"VL": "statement", "VM": "report", "UU": "statement", "UB": "report"}
_CODE = re.compile(
    r"(?<![A-Za-zÅÄÖåäö])(?P<code>[A-Za-zÅÄÖåäö]{2,5})[ +_]+(?P<number>\d+)[/+_](?P<year>(?:19|20)\d{2})(?!\d)"
)


def listing(channel: Channel, client: Client) -> Iterator[Listing]:
    """The statements and reports that the queries find, by themselves or through the matter that they are about.

    Options:
        types: Ends of the codes that count (`VL`, `VM`, `UU`, `UB`); all of these by default.
        categories: Which kinds of hits are asked for; matters (`valtiopaivaasia`) and papers (`asiakirja`) by default.
        languages: Languages of the papers, `fi` and `sv` by default.
        limit: How many hits a query is followed to; 300 by default.
    """
    seen: set[str] = set()
    categories = list_option(channel, "categories") or _CATEGORIES
    is_first = True
    for query in channel.queries:
        for category in categories:
            try:
                for hit in _hits(channel, client, query, category, is_first=is_first):
                    is_first = False
                    yield from (
                        _matter(channel, hit, seen)
                        if category == "valtiopaivaasia"
                        else _paper(channel, hit, None, seen)
                    )
            except MissedError as missed:
                yield missed.trouble
            is_first = False


def _hits(channel: Channel, client: Client, query: str, category: str, *, is_first: bool) -> Iterator[dict[str, Any]]:
    uri = f"{channel.address.rstrip('/')}/search"
    limit = min(count_option(channel, "limit", 300), _MAX_HITS)
    begin = 0
    while begin < limit:
        asked = {
            "query": query,
            "langCode": "fi",
            "category": category,
            "maxResults": min(_PAGE_SIZE, limit - begin),
            "startFromIndex": begin,
            "sort": [{"property": "laadintapvm", "ascending": False}],
        }
        params = {"q": json.dumps(asked, ensure_ascii=False)}
        response = client.get(uri, params=params) if is_first and not begin else ask(client, uri, params=params)
        root = json_object(response)
        found = records(root, uri, "results")
        for hit in found:
            inner = hit.get(category)
            if isinstance(inner, dict):
                yield inner
        begin += len(found)
        total = value_at(root, "searchMetadata", "totalResultCount")
        if not found or (isinstance(total, int) and begin >= total) or (total is None and len(found) < _PAGE_SIZE):
            return
    raise cut_short(uri, f"{limit} hits for {query!r}", "limit")


def _matter(channel: Channel, matter: dict[str, Any], seen: set[str]) -> Iterator[Listing]:
    number, _ = in_language(matter.get("eduskuntatunnus"))
    papers = value_at(matter, "keskeisetAsiakirjat")
    if number is None or not isinstance(papers, dict | list):
        held = ", ".join(sorted(matter)) or "nothing"
        yield Trouble(channel.address, f"found a matter without its number or its papers: it holds {held}")
        return
    if number in seen:
        return
    seen.add(number)
    by_language = papers if isinstance(papers, dict) else {"fi": papers}
    keys: list[str] = []
    for language in _languages(channel):
        for stated in by_language.get(language) or []:
            if not isinstance(stated, dict):
                continue
            paper = {"kielikoodi": language, **stated}
            yield from _paper(channel, paper, number, seen)
            if key := _key_of(channel, paper):
                keys.append(key)
    if keys:
        yield Expectation(number, "document", tuple(dict.fromkeys(keys)), in_language(matter.get("nimeke"))[0])


def _languages(channel: Channel) -> tuple[str, ...]:
    return list_option(channel, "languages") or ("fi", "sv")


def _key_of(channel: Channel, paper: Mapping[str, Any]) -> str | None:
    """The code of a paper that counts, else None; a twin in Swedish that has the code of the Finnish one says so."""
    stated, _ = in_language(paper.get("eduskuntatunnus"))
    code = document_code(stated or "") or document_code(text_at(paper, "nimeketeksti") or "")
    kind = text_at(paper, "asiakirjatyyppikoodi") or (code or "").split(" ")[0]
    types = list_option(channel, "types") or tuple(_KINDS)
    if not kind.endswith(tuple(types)):
        return None
    key = code or text_at(paper, "edktunnus")
    return f"{key} (sv)" if key and text_at(paper, "kielikoodi") == "sv" and kind[-2:] not in ("UU", "UB") else key


def _paper(channel: Channel, paper: dict[str, Any], matter: str | None, seen: set[str]) -> Iterator[Listing]:
    key = _key_of(channel, paper)
    language = text_at(paper, "kielikoodi")
    if key is None or key in seen or (language and language not in _languages(channel)):
        return
    seen.add(key)
    name = text_at(paper, "edktunnus")
    if name is None:
        yield Trouble(channel.address, f"lists {key} without the id (edktunnus) that its text is fetched by")
        return
    kind = (text_at(paper, "asiakirjatyyppikoodi") or key.split(" ")[0])[-2:]
    title = in_language(paper.get("nimeketeksti"))[0]
    form = "html" if paper.get("htmlSaatavilla") else "pdf"
    yield Offer(
        uri=f"{channel.address.rstrip('/')}/asiakirjat/edktunnus/{quote(name, safe='')}/{form}",
        key=key,
        title=title,
        hints=Metadata(
            type=_KINDS.get(kind),
            title=title,
            date=day_at(paper, "laadintapvm"),
            issuer=in_language(paper.get("valiokuntanimi"))[0],
            language=language,
        ),
        series=matter,
    )


def document_code(text: str) -> str | None:
    """The code of a paper in its address or title, in one spelling (*LaVL 2/2023*), else None.

    `/valtiopaivaasiakirjat/LaVL+2/2023`, `/Lausunto/Sivut/LaVL_2+2023.aspx`, `docid=lavl+2/2023` are all the same.
    """
    match = _CODE.search(unquote_plus(text)) or _CODE.search(text)
    if match is None:
        return None
    code = match["code"]
    if code.islower() or code.isupper():
        code = f"{code[:-2].capitalize()}{code[-2:].upper()}" if len(code) > 2 else code.upper()
    return f"{code} {int(match['number'])}/{match['year']}"

"""Metadata that a page states: in the markup of a known system, in lines of its text, in its head.

A stamp of when the HTML was made says nothing about the document, and is never read.
"""

import itertools
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from bs4 import BeautifulSoup, Tag

from policysearch.extract.dates import day_in, day_of_stamp
from policysearch.extract.html_markup import System
from policysearch.extract.html_tree import attribute, flat_text, tidy
from policysearch.extract.names import (
    body_of,
    case_number_in,
    is_body,
    municipality_in,
    section_number_in,
    type_of_record,
)
from policysearch.extract.page_lines import hints_of_lines
from policysearch.model.source import Metadata
from policysearch.model.text import Block

_N_HEADINGS = 5
_MEETING = re.compile(
    r"(?P<body>[\w -]+?),?\s+(?:(?:kokous|pöytäkirja)\s+)?(?P<date>\d{1,2}\.\d{1,2}\.\d{4})"
    r"(?:\s+klo\s+[\d.:]+)?(?:\s*[-–/,]?\s*(?:pöytäkirja|kokous|tarkastettu))*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"§\s*\d+|\d+\s*§")
_NUMBERED_TITLE = re.compile(r"§\s*(\d+)[\s,:–-]+(\S.*)")
_KIND_OF_RECORD = re.compile(r"(?<=\S)\s+(?=(?:Pöytäkirja|Esityslista|Protokoll|Föredragningslista)\b)")
_RECORD = re.compile(r"Päätös|Pöytäkirja|Esityslista|§", re.IGNORECASE)
_AUTHORITY = re.compile(
    r"(?:kaupunki|kunta|kuntayhtymä|hyvinvointialue|ministeriö|virasto|laitos|valtuutettu|valtioneuvosto| ry)$"
)
_ARTICLE_TYPES = {"Article", "NewsArticle", "BlogPosting", "Report", "WebPage"}
_DATE_METAS = ("article:published_time", "dcterms.issued", "dc.date.issued", "dcterms.created", "datepublished")


def hints(soup: BeautifulSoup, system: System | None, blocks: Sequence[Block]) -> Metadata:
    """What the page states, the most reliable place first; `blocks` are those of its article."""
    known = _of_system(soup, system, blocks) if system else Metadata()
    head = _of_head(soup, blocks)
    if system and system.is_translated:
        head = replace(head, language=None)
    found = known.over(hints_of_lines(blocks)).over(head).over(_of_headings(blocks))
    return found if found.section_number else found.over(Metadata(issuer=_owner_of_site(soup, blocks)))


def _owner_of_site(soup: BeautifulSoup, blocks: Sequence[Block]) -> str | None:
    """Whose site it is, as the title of the window ends (*Neuvonta | Kuusjärven kunta*); records name their body."""
    if any(block.kind == "heading" and _RECORD.match(block.text) for block in blocks):
        return None
    pieces = re.split(r" [|–-] ", tidy(soup.title.get_text())) if soup.title else []
    return pieces[-1] if len(pieces) > 1 and _AUTHORITY.search(pieces[-1]) else None


def _of_system(soup: BeautifulSoup, system: System, blocks: Sequence[Block]) -> Metadata:
    municipality = system.municipality
    if system.municipality_in and (place := soup.select_one(system.municipality_in)):
        municipality = municipality_in(tidy(place.get_text()))
    text = {name: found for name, selector in system.hints.items() if (found := _first_text(soup, selector))}
    from_heading = _of_heading(soup, system.heading, municipality) if system.heading else Metadata()
    issuer = text.get("issuer")
    return Metadata(
        type=type_of_record(blocks) if system.type == "decision" else system.type,
        title=text.get("title"),
        date=day_in(text.get("date", "")),
        issuer=body_of(municipality, issuer) if issuer else None,
        case_number=case_number_in(text.get("case_number", "")),
        section_number=section_number_in(text.get("section_number", "")),
    ).over(from_heading)


def _first_text(soup: BeautifulSoup, selector: str) -> str:
    found = (tag for one in selector.split(", ") for tag in soup.select(one, limit=5))
    return next((text for tag in found if (text := flat_text(tag))), "")


def _of_heading(soup: BeautifulSoup, selector: str, municipality: str | None) -> Metadata:
    """Body, date and section as lines of one heading; without a date the page only lists meetings."""
    heading = soup.select_one(selector)
    lines = [line for raw in heading.get_text("\n").split("\n") if (line := tidy(raw))] if heading else []
    if len(lines) == 1:
        lines = [line for piece in _KIND_OF_RECORD.split(lines[0], maxsplit=1) if (line := tidy(piece))]
    if not lines:
        return Metadata()
    rest = " ".join(lines[1:])
    date = day_in(rest)
    if date is None:
        return Metadata(type="web_page")
    return Metadata(date=date, issuer=body_of(municipality, lines[0]), section_number=section_number_in(rest))


def _of_head(soup: BeautifulSoup, blocks: Sequence[Block]) -> Metadata:
    metas = {
        (attribute(tag, "property") or attribute(tag, "name") or attribute(tag, "itemprop")).lower(): content
        for tag in reversed(soup.find_all("meta"))
        if (content := tidy(attribute(tag, "content")))
    }
    article = next(_linked_data(soup), {})
    site = metas.get("og:site_name")
    stamps = [metas.get(name) for name in _DATE_METAS] + [article.get("datePublished")]
    types = article.get("@type", ())
    return Metadata(
        type="press_release" if "NewsArticle" in types else None,
        title=_title(soup, blocks, [metas.get("og:title"), article.get("headline")], site),
        date=next((day for stamp in stamps if isinstance(stamp, str) and (day := day_of_stamp(stamp))), None),
        issuer=_name(article.get("publisher")) or (site if site and "." not in site else None),
        language=_language(soup, metas),
    )


def _title(soup: BeautifulSoup, blocks: Sequence[Block], stated: list[Any], site: str | None) -> str | None:
    """The h1 of the article; else what the head states; else the title of the window, if the page prints it."""
    first = [block for block in blocks if block.kind == "heading" and block.level == 1]
    if len(first) == 1:
        return " ".join(line.text for line in first[0].lines)
    for title in stated:
        if isinstance(title, str) and tidy(title):
            return _without_site(tidy(title), site)
    window = tidy(soup.title.get_text()) if soup.title else ""
    printed = {block.text.replace("\n", " ").casefold() for block in blocks}
    candidates = (window, _without_site(window, site), re.split(r" [|–-] ", window)[0])
    # One word (*Pöytäkirja*) names a kind of page rather than this one.
    return next((title for title in candidates if " " in title and title.casefold() in printed), None)


def _without_site(title: str, site: str | None) -> str:
    return re.sub(rf"\s*[|–-]\s*{re.escape(site)}$", "", title) if site else title


def _of_headings(blocks: Sequence[Block]) -> Metadata:
    """What the headings of an item of minutes say: *Lautakunta, kokous 3.2.2020*, *§ 12* and a title, *§ 12 Opas*."""
    found = Metadata()
    for block in blocks[:_N_HEADINGS]:
        match = _MEETING.fullmatch(block.text) if block.kind == "heading" else None
        if match and is_body(match["body"]):
            found = found.over(Metadata(date=day_in(match["date"]), issuer=match["body"]))
    for block, following in itertools.pairwise(blocks):
        if block.kind == "heading" and (match := _NUMBERED_TITLE.fullmatch(block.text)):
            return found.over(Metadata(section_number=match[1], title=match[2]))
        if _NUMBER.fullmatch(block.text):
            number = section_number_in(block.text)
            title = (
                following.text.replace("\n", " ") if following.kind == "heading" and not following.is_label else None
            )
            return found.over(Metadata(section_number=number, title=title))
    return found


def _linked_data(soup: BeautifulSoup) -> Iterator[dict[str, Any]]:
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            data = json.loads(script.string or "")
        except (ValueError, RecursionError):
            continue
        items = data if isinstance(data, list) else data.get("@graph", [data]) if isinstance(data, dict) else []
        for item in items if isinstance(items, list) else []:
            types = item.get("@type") if isinstance(item, dict) else None
            if not _ARTICLE_TYPES.isdisjoint(types if isinstance(types, list) else [str(types)]):
                yield item


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    name = value.get("name") if isinstance(value, dict) else value
    return tidy(name) or None if isinstance(name, str) else None


def _language(soup: BeautifulSoup, metas: dict[str, str]) -> str | None:
    tags: list[Tag | None] = [soup.html, soup.body]
    stated = [attribute(tag, name) for tag in tags if tag for name in ("lang", "xml:lang")]
    stated += [metas.get("dc.language", ""), metas.get("og:locale", "")]
    return next((code[:2].lower() for code in stated if re.match(r"[A-Za-z]{2}([-_]|$)", code)), None)

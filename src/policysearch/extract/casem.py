"""An item of minutes from the open interface of CaseM (OData): its list of properties -> one extract.

The names of the properties stand as headings, as they are printed in the original (*Decision*, *Decisionproposal*);
their HTML is read as that of a page. Source of the shape: answers of 2017 of one installation.
"""

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from policysearch.errors import ReadError
from policysearch.extract.detect import JSON
from policysearch.extract.html import parse
from policysearch.extract.html_blocks import blocks_of
from policysearch.extract.html_tree import tidy
from policysearch.model.source import Extract, Listed, Metadata
from policysearch.model.text import Block, BlockKind, Line

# What tells about the item rather than belongs to its text.
_ABOUT = frozenset(("Name", "Article", "CaseNativeId", "IsAdditionalTopic"))
_PEOPLE = frozenset(("Draftsmans", "Presenters"))
_HISTORY = "HistoryTopics"
_ATTACHMENTS = "Attachments"
# Times of the interface: milliseconds since 1970 in UTC, of midnight or the hour of the meeting in Finland.
_STAMP = re.compile(r"/Date\((\d+)\)/")
_HELSINKI = ZoneInfo("Europe/Helsinki")
# The texts of an earlier handling, in the spelling of the interface.
_HISTORY_TEXTS = ("Description", "DescisionProposal", "Descision", "DissentingOpinion", "Disqualification")


def is_casem(root: Any) -> bool:
    """Whether JSON is a list of properties of an item."""
    return (
        isinstance(root, dict)
        and isinstance(root.get("value"), list)
        and bool(root["value"])
        and all(isinstance(item, dict) and "Name" in item and "Text" in item for item in root["value"])
    )


def extract_casem(root: dict[str, Any]) -> Extract:
    """Reads one item.

    Raises:
        ReadError: None of its properties holds a text.
    """
    properties = [(item["Name"], item["Text"]) for item in root["value"] if isinstance(item["Text"], str)]
    texts = [(str(name), text) for name, text in properties if tidy(text)]
    about = {name: tidy(text) for name, text in reversed(texts) if name in _ABOUT}
    blocks = tuple(_blocks(texts))
    if all(block.kind == "heading" for block in blocks):
        raise ReadError("none of the properties of this item holds a text; its page or PDF may")
    title = about.get("Name")
    section = about.get("Article", "")
    return Extract(
        locator="",
        media_type=JSON,
        blocks=((_block("heading", title, 1), *blocks) if title else blocks),
        hints=Metadata(
            type="decision",
            title=title,
            case_number=about.get("CaseNativeId"),
            section_number=section if section.isdigit() and section != "0" else None,
        ),
        listed=tuple(listed for name, text in texts for listed in _listed(name, text)),
    )


def _blocks(texts: list[tuple[str, str]]) -> Iterator[Block]:
    heading = None
    for name, text in texts:
        if name in _ABOUT:
            continue
        found = tuple(_people(text) if name in _PEOPLE else _history(text) if name == _HISTORY else _of_html(text))
        if found and name != heading:
            yield _block("heading", name, 2)
            heading = name
        yield from found


def _of_html(text: str) -> Iterator[Block]:
    soup = parse(text)
    if soup.body is not None:
        yield from blocks_of(soup.body)


def _people(text: str) -> Iterator[Block]:
    """Name, title and address of people, parted by `;#`."""
    yield from (_block("paragraph", piece) for part in text.split(";#") if (piece := tidy(part)))


def _listed(name: str, text: str) -> Iterator[Listed]:
    """The attachments, by the words of their links, and the earlier handlings, with their day."""
    if name == _ATTACHMENTS:
        titles = (tidy(link.get_text()) for link in parse(text).select("a"))
        yield from (Listed("attachment", title) for title in titles if title)
    for topic in _topics(text) if name == _HISTORY else ():
        party, article = topic.get("Party"), str(topic.get("Article") or "0")
        stamp = _STAMP.match(str(topic.get("MeetingDate") or ""))
        if isinstance(party, str) and tidy(party) and stamp:
            day = dt.datetime.fromtimestamp(int(stamp[1]) / 1000, _HELSINKI).date()
            yield Listed("handling", body=tidy(party), date=day, section=article if article != "0" else None)


def _topics(text: str) -> Iterator[dict[str, Any]]:
    try:
        topics = json.loads(text)
    except (ValueError, RecursionError):
        return
    yield from (topic for topic in topics if isinstance(topic, dict)) if isinstance(topics, list) else ()


def _history(text: str) -> Iterator[Block]:
    """The earlier handlings: each with the name of its body as heading, so that its words are not this body's."""
    for topic in _topics(text):
        found = [
            block for name in _HISTORY_TEXTS if isinstance(topic.get(name), str) for block in _of_html(topic[name])
        ]
        party = topic.get("Party")
        if found and isinstance(party, str) and tidy(party):
            yield _block("heading", tidy(party), 3)
        yield from found


def _block(kind: BlockKind, text: str, level: int | None = None) -> Block:
    return Block(kind, (Line(text),), level=level)

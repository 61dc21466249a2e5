"""Decisions of Helsinki as JSON records -> one extract a decision.

The shape is that of the Ahjo interface: `{"decisions": [record, …]}`, a list of records, or one record. A record holds
the HTML of the decision (`Content`) and of the motion before it (`Motion`), and what is known about both.
Source: City-of-Helsinki/helsinki-paatokset, module paatokset_ahjo_api.
"""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from bs4 import BeautifulSoup

from policysearch.errors import ReadError, UnsupportedFormatError
from policysearch.extract.dates import day_of_stamp
from policysearch.extract.html import parse
from policysearch.extract.html_article import article, recognise
from policysearch.extract.html_blocks import blocks_of
from policysearch.extract.html_hints import hints
from policysearch.extract.html_tree import flat_text, tidy
from policysearch.extract.names import body_of, type_of_record
from policysearch.model.source import Extract, Listed, Metadata
from policysearch.model.text import Block

MEDIA_TYPE = "application/json"
# What the interface sends where it could not turn a decision into HTML.
_CONVERSION_ERROR = "Virhe xml -> html muunnoksessa"
_CITY, _CASES = "Helsingin", "HEL "
_SECTION = "div.SisaltoSektio"


def extract_decisions(data: bytes) -> tuple[Extract, ...]:
    """Reads every decision of a listing, in its order.

    Raises:
        UnsupportedFormatError: It is JSON of another shape.
        ReadError: None of the records holds a text.
    """
    records = _records(json.loads(data))
    extracts = tuple(extract for record in records if (extract := _extract(record)) is not None)
    if not extracts:
        raise ReadError(f"none of the {len(records)} decisions holds a text; fetch them as PDF")
    n_empty = len(records) - len(extracts)
    if n_empty:
        warning = f"{n_empty} of the {len(records)} decisions in this file hold no text and were left out."
        extracts = (replace(extracts[0], warnings=(*extracts[0].warnings, warning)), *extracts[1:])
    return extracts


def _records(root: Any) -> list[dict[str, Any]]:
    items = root.get("decisions", [root]) if isinstance(root, dict) else root
    if not isinstance(items, list) or not items or not all(_is_decision(item) for item in items):
        raise UnsupportedFormatError(
            "JSON of an unknown shape; only decision records of Helsinki and items of CaseM are read"
        )
    return items


def _is_decision(item: Any) -> bool:
    return isinstance(item, dict) and isinstance(item.get("NativeId"), str) and ("Content" in item or "Motion" in item)


def _extract(record: dict[str, Any]) -> Extract | None:
    page = _page(record)
    if page is None:
        return None
    system = recognise(page)
    blocks = tuple(block for root in article(page, system) for block in blocks_of(root))
    if not blocks:
        return None
    stated = hints(page, system, blocks)
    return Extract(
        locator=record["NativeId"],
        media_type=MEDIA_TYPE,
        blocks=blocks,
        hints=replace(_of_record(record, blocks).over(stated), date=_meeting_day(record)),
        listed=(*_previous(record), *_attachments(record)),
        marked=tuple(_marked(record)),
    )


def _page(record: dict[str, Any]) -> BeautifulSoup | None:
    """The decision with the sections of the motion after its own, as the city shows them; either may be missing."""
    decision, motion = (parse(html) if (html := _html(record, field)) else None for field in ("Content", "Motion"))
    if decision is None or motion is None:
        return decision or motion
    own = decision.select(_SECTION)
    text = flat_text(decision)
    after = own[-1] if own else decision.select_one("div.paatos")
    for section in reversed(motion.select(_SECTION)):
        if after is not None and flat_text(section) not in text:
            after.insert_after(section.extract())
    return decision


def _html(record: dict[str, Any], field: str) -> str:
    html = record.get(field)
    return html if isinstance(html, str) and html.strip() and _CONVERSION_ERROR not in html[:500] else ""


def _of_record(record: dict[str, Any], blocks: Sequence[Block]) -> Metadata:
    return Metadata(
        type=type_of_record(blocks),
        title=_text(record.get("Title")),
        issuer=_issuer(record),
        language=_text(_get(record, "PDF", "Language")),
        case_number=_text(record.get("CaseIDLabel")),
        section_number=_text(record.get("Section")),
    )


def _previous(record: dict[str, Any]) -> Iterator[Listed]:
    """The earlier handlings of the matter, which carry no text here."""
    for one in _list(record, "PreviousDecisions"):
        yield Listed(
            "handling",
            _text(one.get("Title")),
            body=_issuer(one),
            date=_meeting_day(one),
            section=_text(one.get("Section")),
        )


def _attachments(record: dict[str, Any]) -> Iterator[Listed]:
    for one in _list(record, "Attachments"):
        publicity = _text(one.get("PublicityClass"))
        yield Listed(
            "attachment",
            _text(one.get("Title")),
            number=_text(one.get("AttachmentNumber")),
            uri=_text(one.get("FileURI")),
            is_public=None if publicity is None else publicity == "Julkinen",
            marked=tuple(_marks(one)),
        )


def _marked(record: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What the record says of itself and of its file; what it says of attachments is not said of it."""
    for one in (record, record.get("PDF"), record.get("MinutesPDF")):
        yield from _marks(one)


def _marks(value: Any) -> Iterator[tuple[str, str]]:
    for field in ("PersonalData", "PublicityClass"):
        if (said := _text(_get(value, field))) is not None:
            yield field, said


def _list(record: dict[str, Any], field: str) -> list[dict[str, Any]]:
    found = record.get(field)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _issuer(record: dict[str, Any]) -> str | None:
    """The body with its city, which the letters of the case number name; records without one are Helsinki's own."""
    name = _text(_get(record.get("Organization"), "Name"))
    case = _text(record.get("CaseIDLabel"))
    if name and case and not case.startswith(_CASES):
        return name[0].lower() + name[1:]
    return body_of(_CITY, name) if name else None


def _meeting_day(record: dict[str, Any]) -> dt.date | None:
    """The day of the meeting; decisions of office holders carry none, and when the HTML was made says nothing."""
    stamp = _text(_get(record, "Meeting", "DateMeeting")) or _text(record.get("DateDecision"))
    return day_of_stamp(stamp) if stamp else None


def _get(value: Any, *path: str) -> Any:
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _text(value: Any) -> str | None:
    return tidy(value) or None if isinstance(value, str) else None

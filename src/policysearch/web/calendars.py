"""Deadlines as iCalendar. The only importer of icalendar."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import icalendar

from policysearch import __version__

_SUMMARY = 90


@dataclass(frozen=True, slots=True)
class Entry:
    """A day of a calendar: `uid` stays the same as long as the words do; `stamp` is when the document was retrieved."""

    uid: str
    day: dt.date
    sentence: str
    who: str
    source: str
    url: str
    stamp: dt.datetime


def calendar_bytes(name: str, entries: Iterable[Entry]) -> bytes:
    """A calendar of whole days, which take no time of anybody and ring no bell."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//policysearch//{__version__}//FI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        event = icalendar.Event()
        event.add("uid", entry.uid)
        event.add("dtstamp", entry.stamp)
        event.add("dtstart", entry.day)
        event.add("summary", _shortened(f"{entry.who}: {entry.sentence}" if entry.who else entry.sentence))
        event.add("description", f"”{entry.sentence}”\n\n{entry.source}\n{entry.url}")
        event.add("url", entry.url)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SUMMARY else f"{flat[:_SUMMARY].rsplit(' ', 1)[0]} …"

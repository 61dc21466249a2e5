"""Deadlines as iCalendar. The only importer of icalendar."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import icalendar

from policysearch import __version__
from policysearch.model.search import FoundTime

_SUMMARY = 90


@dataclass(frozen=True, slots=True)
class Entry:
    """A whole day of a calendar.

    Attributes:
        uid: Stays the same as long as the words do.
        who: Names of those who are to do it; empty where none is named.
        source: Title, issuer, date and page of the document.
        url: Where the words can be read; None where only a file is known.
        stamp: When the document was retrieved.
    """

    uid: str
    day: dt.date
    sentence: str
    who: str
    source: str
    url: str | None
    stamp: dt.datetime


def last_day(row: FoundTime) -> dt.date | None:
    """The last day of a deadline, None where it has none."""
    end = row.time.when.end
    return end.date() if isinstance(end, dt.datetime) else end


def calendar_entry(row: FoundTime, corpus_id: str, source: str, url: str | None) -> Entry | None:
    """The day of a deadline, None where it has none."""
    day = last_day(row)
    if day is None:
        return None
    names = dict.fromkeys(actor.name for commitment in row.commitments for actor in commitment.actors)
    uid = f"{row.time.id}@{corpus_id}"
    return Entry(uid, day, row.sentence, ", ".join(names), source, url, row.document.retrieved_at)


def source_line(row: FoundTime) -> str:
    """Title, issuer, date and page of the document of a deadline, as far as they are known."""
    m, page = row.document.metadata, row.time.page
    day = m.date.isoformat() if m.date else None
    return ", ".join(filter(None, (m.title, m.issuer, day, f"p. {page}" if page else None)))


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
        where = "\n".join(filter(None, (entry.source, entry.url)))
        event.add("description", f"”{entry.sentence}”\n\n{where}")
        if entry.url:
            event.add("url", entry.url)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SUMMARY else f"{flat[:_SUMMARY].rsplit(' ', 1)[0]} …"

"""One meeting on one sheet: who was there, what was decided, left open, and is to be done by whom and when."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args

from policysearch.model.facts import Commitment
from policysearch.model.search import DocumentSummary
from policysearch.model.threads import EventKind
from policysearch.model.time import TimeExpression

SheetLanguage = Literal["fi", "sv", "en"]
SHEET_LANGUAGES: tuple[SheetLanguage, ...] = get_args(SheetLanguage)
SheetList = Literal["decided", "left_open", "to_do", "proposed", "reported", "routine"]
SHEET_LISTS: tuple[SheetList, ...] = get_args(SheetList)
"""`left_open`: tabled, returned, deferred. `to_do`: undertakings, obligations, and deadlines of no commitment."""


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody in the list of participants: `printed` is the line as it stands, `under` the heading above it."""

    name: str
    printed: str
    under: str | None
    page: int | None


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A commitment of the meeting, or a deadline that belongs to none; `quote` is verbatim.

    Attributes:
        on: The list that it stands in.
        item: Index into `MeetingSheet.items`; None before the first one.
        deadline: Where there is no commitment: the time, and `quote` is its sentence.
        settled: Of a proposal: what the same document did with it (*decided*, *rejected*, *tabled*, *returned*).
    """

    on: SheetList
    quote: str
    page: int | None
    document: str
    item: int | None
    commitment: Commitment | None = None
    deadline: TimeExpression | None = None
    settled: EventKind | None = None


@dataclass(frozen=True, slots=True)
class SheetItem:
    """An item of the agenda, as printed; an item of a decision that is a document of its own has its section number."""

    number: str | None
    title: str
    document: str


@dataclass(frozen=True, slots=True)
class MeetingSheet:
    """The sheet of one meeting.

    Attributes:
        documents: Its minutes, or the decisions of that body and day in the corpus, in the order of their sections.
        time: When it was held, as printed after *Aika*, or with its place after *Aika ja paikka*; else None.
        place: As printed after *Paikka*.
        entries: In the order of the documents.
    """

    documents: tuple[DocumentSummary, ...]
    body: str | None
    number: str | None
    date: dt.date | None
    time: str | None
    place: str | None
    people: tuple[Attendee, ...]
    items: tuple[SheetItem, ...]
    entries: tuple[SheetEntry, ...]

    def listed(self, name: SheetList) -> tuple[SheetEntry, ...]:
        """The entries of one list; what is to be done in the order of its days, what has none last."""
        found = [entry for entry in self.entries if entry.on == name]
        return tuple(sorted(found, key=_due) if name == "to_do" else found)


def _due(entry: SheetEntry) -> tuple[bool, str]:
    when = entry.deadline.when if entry.deadline else entry.commitment.when if entry.commitment else None
    end = None if when is None else when.end
    return end is None, "" if end is None else end.isoformat()

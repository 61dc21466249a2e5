"""A meeting sheet laid out once, in three languages, for every way to write it: text, HTML, DOCX, records."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from policysearch.model.facts import Actor
from policysearch.model.meeting import SHEET_LISTS, MeetingSheet, SheetEntry, SheetLanguage, SheetList
from policysearch.model.time import Moment, When
from policysearch.present.records import Record, commitment_record, document_record, time_record
from policysearch.present.terminal import SHORT_ID

_LABELS: Mapping[SheetLanguage, Mapping[str, str]] = {
    "fi": {
        "time": "Aika", "place": "Paikka", "people": "Läsnä", "decided": "Päätetty", "left_open": "Jätetty auki",
        "to_do": "Tehtävää", "proposed": "Ehdotettu ja toivottu", "reported": "Kerrottu toteutumisesta",
        "routine": "Kokousmenettely", "who": "Kuka", "what": "Mitä", "when": "Milloin", "possibly": "ehkä",
        "unnamed": "ei nimetty", "undated": "ei päivää", "page": "s.", "by": "viimeistään", "from": "alkaen",
        "about": "noin", "settled_decided": "hyväksyttiin", "settled_rejected": "hylättiin",
        "settled_tabled": "pantiin pöydälle", "settled_returned": "palautettiin", "meeting": "kokous",
        "body": "toimielin", "none": "Ei mitään.", "not_done": "ei tehty", "source": "Lähde", "ocr": "luettu kuvasta",
        "machine": "Koneen poimima; sanat ovat asiakirjan omat. Tarkista lähteestä ennen kuin luotat.",
    },
    "sv": {
        "time": "Tid", "place": "Plats", "people": "Närvarande", "decided": "Beslutat", "left_open": "Lämnat öppet",
        "to_do": "Att göra", "proposed": "Föreslaget och önskat", "reported": "Rapporterat om genomförandet",
        "routine": "Mötesformalia", "who": "Vem", "what": "Vad", "when": "När", "possibly": "kanske",
        "unnamed": "inte nämnd", "undated": "inget datum", "page": "s.", "by": "senast", "from": "från och med",
        "about": "omkring", "settled_decided": "godkändes", "settled_rejected": "förkastades",
        "settled_tabled": "bordlades", "settled_returned": "återremitterades", "meeting": "möte nr",
        "body": "organet", "none": "Inget.", "not_done": "inte gjort", "source": "Källa", "ocr": "läst ur bild",
        "machine": "Plockat av en maskin; orden är dokumentets egna. Kontrollera i källan innan du litar på det.",
    },
    "en": {
        "time": "Time", "place": "Place", "people": "Present", "decided": "Decided", "left_open": "Left open",
        "to_do": "To do", "proposed": "Proposed and wished", "reported": "Reported on what was done",
        "routine": "Procedure", "who": "Who", "what": "What", "when": "When", "possibly": "possibly",
        "unnamed": "not named", "undated": "no day", "page": "p.", "by": "by", "from": "from",
        "about": "about", "settled_decided": "adopted", "settled_rejected": "rejected",
        "settled_tabled": "tabled", "settled_returned": "returned", "meeting": "meeting",
        "body": "the body", "none": "Nothing.", "not_done": "not done", "source": "Source",
        "ocr": "read from a picture",
        "machine": "Picked out by a machine; the words are the document's own. Check the source before you rely on it.",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One entry as it is written: `quote` verbatim, the others in the language of the sheet."""

    who: str
    quote: str
    when: str
    note: str
    item: str


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One list of the sheet; `rows` may be empty."""

    name: SheetList
    title: str
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A sheet ready to be written. `facts` are label and value; `people` a heading and its lines, as printed."""

    language: SheetLanguage
    title: str
    facts: tuple[tuple[str, str], ...]
    people: tuple[tuple[str, tuple[str, ...]], ...]
    parts: tuple[SheetPart, ...]
    sources: tuple[str, ...]
    labels: Mapping[str, str]


def laid_out(sheet: MeetingSheet, language: SheetLanguage) -> LaidOut:
    """The sheet in one of its languages; quotes stay in the language of the document."""
    labels = _LABELS[language]
    date = _day(sheet.date, language) if sheet.date else labels["undated"]
    number = f", {labels['meeting']} {sheet.number}" if sheet.number else ""
    facts = [(labels["time"], sheet.time or date)]
    if sheet.place:
        facts.append((labels["place"], sheet.place))
    return LaidOut(
        language=language,
        title=f"{sheet.body or sheet.documents[0].metadata.title or ''}{number}, {date}".lstrip(", "),
        facts=tuple(facts),
        people=tuple(_people(sheet, labels)),
        parts=tuple(
            SheetPart(name, labels[name], tuple(_row(sheet, entry, language) for entry in sheet.listed(name)))
            for name in SHEET_LISTS
        ),
        sources=tuple(_source(sheet)),
        labels=labels,
    )


def sheet_text(found: LaidOut) -> Iterator[str]:
    """The sheet as lines of plain text."""
    yield found.title
    yield ""
    for label, value in found.facts:
        yield f"{label}: {value}"
    for heading, lines in found.people:
        yield f"{heading}:"
        yield from (f"  {line}" for line in lines)
    for part in found.parts:
        if not part.rows and part.name in ("reported", "routine"):
            continue
        yield ""
        yield part.title.upper()
        if not part.rows:
            yield f"  {found.labels['none']}"
        for row in part.rows:
            head = " · ".join(piece for piece in (row.item, row.who, row.when, row.note) if piece)
            if head:
                yield f"  {head}"
            yield f"    ”{row.quote}”"
    yield ""
    yield from (f"{found.labels['source']}: {source}" for source in found.sources)
    yield found.labels["machine"]


def sheet_record(sheet: MeetingSheet) -> Record:
    """The `meeting` record."""
    return {
        "record": "meeting",
        "documents": [document_record(summary) for summary in sheet.documents],
        "body": sheet.body,
        "number": sheet.number,
        "date": sheet.date.isoformat() if sheet.date else None,
        "time": sheet.time,
        "place": sheet.place,
        "people": [{"name": p.name, "printed": p.printed, "under": p.under, "page": p.page} for p in sheet.people],
        "items": [{"number": i.number, "title": i.title, "document": i.document} for i in sheet.items],
        "entries": [
            {
                "on": entry.on,
                "item": entry.item,
                "quote": entry.quote,
                "page": entry.page,
                "document": entry.document,
                "settled": entry.settled,
                "commitment": commitment_record(entry.commitment) if entry.commitment else None,
                "deadline": time_record(entry.deadline) if entry.deadline else None,
            }
            for entry in sheet.entries
        ],
    }


def _people(sheet: MeetingSheet, labels: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    headings = dict.fromkeys(person.under for person in sheet.people)
    for heading in headings:
        lines = dict.fromkeys(person.printed for person in sheet.people if person.under == heading)
        yield heading or labels["people"], tuple(lines)


def _row(sheet: MeetingSheet, entry: SheetEntry, language: SheetLanguage) -> SheetRow:
    labels = _LABELS[language]
    c = entry.commitment
    when = entry.deadline.when if entry.deadline else c.when if c else None
    notes = [labels[f"settled_{entry.settled}"]] if f"settled_{entry.settled}" in labels else []
    if c and c.kind == "accomplishment" and c.polarity == "negative":
        notes.append(labels["not_done"])
    if entry.page is not None:
        notes.append(f"{labels['page']} {entry.page}")
    if c and c.ocr:
        notes.append(labels["ocr"])
    item = None if entry.item is None else sheet.items[entry.item]
    return SheetRow(
        who=_who(sheet, entry, labels),
        quote=" ".join(entry.quote.split()),
        when=_when(when, language),
        note=", ".join(notes),
        item=(item.number or "") if item else "",
    )


def _who(sheet: MeetingSheet, entry: SheetEntry, labels: Mapping[str, str]) -> str:
    """Whose it is; the body that meets is called so, and not at all where it is plain."""

    def named(actors: Iterable[Actor]) -> str:
        return ", ".join(labels["body"] if actor.name == sheet.body else actor.name for actor in actors)

    c = entry.commitment
    if c and c.actors:
        found = named(c.actors)
        return "" if found == labels["body"] and entry.on in ("decided", "left_open", "routine") else found
    if c and c.possible_actors and entry.on not in ("left_open", "routine"):
        return f"{labels['unnamed']} ({labels['possibly']} {named(c.possible_actors)})"
    return labels["unnamed"] if entry.on == "to_do" else ""


def _when(when: When | None, language: SheetLanguage) -> str:
    labels = _LABELS[language]
    if when is None or not (when.begin or when.end):
        return ""
    begin, end = (None if m is None else _day(m, language) for m in (when.begin, when.end))
    if when.role == "deadline" and end:
        text = f"{labels['by']} {end}"
    elif begin and end:
        text = begin if begin == end else f"{begin} – {end}"
    else:
        text = f"{labels['by']} {end}" if end else f"{labels['from']} {begin}"
    return f"{labels['about']} {text}" if when.approximate else text


def _day(moment: Moment, language: SheetLanguage) -> str:
    day = moment.isoformat()[:10] if language == "en" else f"{moment.day}.{moment.month}.{moment.year}"
    clock = getattr(moment, "hour", None)
    return day if clock is None else f"{day} {moment.strftime('%H.%M' if language != 'en' else '%H:%M')}"


def _source(sheet: MeetingSheet) -> Iterator[str]:
    for summary in sheet.documents:
        yield f"{summary.uri} · SHA-256 {summary.sha256} · {summary.id[:SHORT_ID]}"

"""What a decision refers to: other handlings of its matter, and what is attached to it. Pure functions."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policysearch.cases.bodies import BODY
from policysearch.model.document import Section
from policysearch.model.text import Span

_DAY = r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>(?:19|20)\d\d)"
_PARAGRAPH = r"(?:§\s*(?P<section>\d{1,4})|(?P<section_>\d{1,4})\s*§)"
_BETWEEN = r"[\s,/()–-]{0,4}"
_DAY_FIRST = re.compile(rf"^[ \t]*(?P<body>{BODY}){_BETWEEN}{_DAY}{_BETWEEN}{_PARAGRAPH}", re.MULTILINE)
_SECTION_FIRST = re.compile(rf"^[ \t]*(?P<body>{BODY}){_BETWEEN}{_PARAGRAPH}{_BETWEEN}{_DAY}", re.MULTILINE)
_ONE_DAY = r"\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d\d"
_DAYS_ALONE = re.compile(rf"(?P<body>{BODY})\s+(?P<days>{_ONE_DAY}(?:,\s*{_ONE_DAY})*)")
_EARLIER_DAY = re.compile(
    rf"^[ \t]*{_DAY}[ \t]+(?:pöydälle|palaut|ehdotuks|esityks|hyväks|hylä|merkit|poiste|bord|återrem|enligt)",
    re.IGNORECASE | re.MULTILINE,
)
"""*16.03.2021 Pöydälle*, in what is told of the handling of the thirtieth."""
_TO_COUNCIL = re.compile(rf"^(?P<body>V|Kv|KV|Kh|KH|Khs)\s+{_DAY},")
_COUNCIL, _BOARD = "kaupunginvaltuusto", "kaupunginhallitus"
_ANNOUNCED = {"v": _COUNCIL, "kv": _COUNCIL, "kh": _BOARD, "khs": _BOARD}
_LABELS = re.compile(
    r"^(?:liitteet|liite|attachments|bilagor|bilaga|esityslistan liitteet|oheisliitteet)\b:?", re.IGNORECASE
)
_ITEM = re.compile(
    r"^(?:(?:liite|bilaga)\s*(?:nro\s*)?)?(?P<number>\d{1,3}[a-z]?)[.):]?\s+(?P<title>\S.*)$", re.IGNORECASE
)
_NAMED = re.compile(r"(?:liite|bilaga)\b", re.IGNORECASE)
_NUMBER_OF_MATTER = re.compile(rf"^{BODY}\s*{_PARAGRAPH}$")
_END = re.compile(r"^(?:\d+/\d{4}|\d+(?:[./]\d+){2,})$")
"""The number of the next matter, or its class: the list is over."""
_NOTHING = re.compile(r"^(?:ei (?:ole )?liitteitä.*|ei liitettä.*|ingen bilaga.*|inga bilagor.*)\.?$", re.IGNORECASE)
_CLOSED = re.compile(
    r"salassa ?pidettäv|salainen|ei[- ]julki|ei julkaista|ei julkaistu|sekretess|icke[- ]offentlig|hemlig|"
    r"julkl\b|offl\b|myndoffl\b|621/1999",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """Another handling that a document names; `span` is where."""

    body: str
    date: dt.date
    section: str | None
    span: Span
    is_announced: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """Something attached to a document, as its list has it; `is_public` is None where the list does not say."""

    number: str | None
    title: str
    span: Span
    is_public: bool | None = None


def handling_references(text: str, sections: Sequence[Section], title: str | None = None) -> tuple[Reference, ...]:
    """The handlings that stand on a line of their own, as histories of decisions have them, each once.

    Args:
        text: Of the document.
        sections: Of the document: in its history a line without a § counts too, and so does an earlier day on which
            the body that is quoted put the matter off.
        title: Of the document: the board's *V 19.5.2021, …* is to be on the council's agenda of that day.
    """
    found: dict[tuple[str, dt.date, str | None], Reference] = {}
    for line in sorted((*_DAY_FIRST.finditer(text), *_SECTION_FIRST.finditer(text)), key=lambda m: m.start()):
        if day := _day(line):
            paragraph = line["section"] or line["section_"]
            _add(found, Reference(_flat(line["body"]), day, paragraph, Span(line.start("body"), line.end())))
    for section in sections:
        if section.part == "history":
            for reference in _days_without_section(text, section.span):
                _add(found, reference)
        elif section.part == "handling" and section.speaker:
            for line in _EARLIER_DAY.finditer(text, section.heading.end, section.span.end):
                if (day := _day(line)) and day != section.said_on:
                    _add(found, Reference(section.speaker, day, None, Span(line.start("day"), line.end())))
    if title and (match := _TO_COUNCIL.match(title)) and (day := _day(match)):
        _add(found, Reference(_ANNOUNCED[match["body"].casefold()], day, None, Span(0, 0), is_announced=True))
    return tuple(found.values())


def _add(found: dict[tuple[str, dt.date, str | None], Reference], new: Reference) -> None:
    found.setdefault((new.body.casefold(), new.date, new.section), new)


def _days_without_section(text: str, span: Span) -> Iterator[Reference]:
    """*Juhlatoimikunta 19.4.2016, 19.10.2016*: working groups number no sections."""
    for line in re.finditer(r"[^\n]+", span.of(text)):
        if match := _DAYS_ALONE.fullmatch(line[0].strip()):
            at = span.start + line.start()
            for printed in re.finditer(_DAY, match["days"]):
                if day := _day(printed):
                    yield Reference(_flat(match["body"]), day, None, Span(at, at + len(line[0])))


def attachments(text: str, sections: Sequence[Section]) -> tuple[Attachment, ...]:
    """What the lists of attachments name, each once: a list stands before and after the motion, at times unnumbered.

    *Oheismateriaali* and *Otteet* are no attachments: what merely lies beside, and who is sent an extract.
    """
    found: dict[str, Attachment] = {}
    closed: list[Attachment] = []
    for section in sections:
        heading = _flat(section.heading.of(text))
        if section.part != "attachments" or not _LABELS.match(heading):
            continue
        listed = _list_span(section, sections)
        below = _below_its_number(text, listed, sections)
        for attachment in _items(text, below or listed, is_named=below is not None):
            if attachment.is_public is False and attachment not in closed:
                # Closed ones share one title; their numbers tell them apart, and those of a second list are the same.
                if not any(one.number == attachment.number and one.title == attachment.title for one in closed):
                    closed.append(attachment)
                continue
            known = found.get(attachment.title.casefold())
            if known is None or known.number is None:
                found[attachment.title.casefold()] = attachment
    return tuple(sorted((*found.values(), *closed), key=lambda attachment: attachment.span))


def _list_span(section: Section, sections: Sequence[Section]) -> Span:
    """What stands under the heading; a list of one running line may be left outside of its section."""
    if section.span.end > section.heading.end:
        return Span(section.heading.end, section.span.end)
    following = min((s.span.start for s in sections if s.span.start >= section.heading.end), default=None)
    return Span(section.heading.end, section.heading.end if following is None else following)


def _below_its_number(text: str, listed: Span, sections: Sequence[Section]) -> Span | None:
    """Where a list stands whose heading is followed by the § of its matter (*Kh § 190*); None where it does not."""
    following = min((s for s in sections if s.span.start >= listed.end), key=lambda s: s.span.start, default=None)
    if following is None or listed.of(text).strip() or not _NUMBER_OF_MATTER.match(_flat(following.heading.of(text))):
        return None
    return Span(following.heading.end, following.span.end)


def _items(text: str, span: Span, *, is_named: bool = False) -> Iterator[Attachment]:
    """The lines of one list; where some are numbered the others go on what stands above them, or end the list.

    With `is_named` only the lines that say *Liite* count.
    """
    lines = [
        (match.start() + span.start + len(match[0]) - len(match[0].lstrip(" -–—\t")), match[0].strip(" -–—\t"))
        for match in re.finditer(r"[^\n]+", span.of(text))
    ]
    is_numbered = any(_ITEM.match(line) for _, line in lines)
    for at, line in lines:
        if _END.match(line) or _DAY_FIRST.match(line) or _SECTION_FIRST.match(line):
            return
        match = _ITEM.match(line)
        if is_named and not (match and _NAMED.match(line)):
            continue
        if not line or _NOTHING.match(line) or (is_numbered and not match):
            continue
        is_public = False if _CLOSED.search(line) else None
        title = match["title"] if match else line
        yield Attachment(match["number"] if match else None, title, Span(at, at + len(line)), is_public)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _day(match: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None

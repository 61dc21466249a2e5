"""Type, title, date, issuer, language and numbers of a document; what is not stated stays None."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from policysearch.lang.base import Language
from policysearch.model.source import DocumentType, Metadata
from policysearch.structure.dates import DAY, day_of, days_in, first_day
from policysearch.structure.doctypes import type_of
from policysearch.structure.evidence import Evidence
from policysearch.structure.headings import handling_of, is_body, section_in
from policysearch.structure.issuers import full_name, issuer_of, sentence_case
from policysearch.structure.letterheads import is_letterhead, is_sender, sender_in
from policysearch.structure.wordlists import wordlist

_FIRST_WORDS = 1200  # code points of running text that say what a document is
_RECORD_DAY = re.compile(
    r"(?:pöytäkirja|esityslista|kokous|protokoll|muistio|päätös|tiedote|uutinen|lausunto)\S*\b.*", re.IGNORECASE
)
_DAY_LABEL = re.compile(
    r"(?:aika|kokousaika|kokousaika ja -paikka|aika ja paikka|päivämäärä|pvm|päiväys|julkaisuajankohta|julkaistu"
    r"|(?:\S*tiedote,? +)?julkaisuvapaa|julkaistavissa|vapaa julkaistavaksi"
    r"|(?:sivua? )?(?:on )?(?:viimeksi )?päivitetty"
    r"|julkaisupäivä|annettu|päätöspäivä|päätöspvm|kokouspäivä|kokouspvm|datum|published|publicerad)\b[:\s]*(?P<rest>.*)",
    re.IGNORECASE,
)
_MEETING_LABEL = re.compile(
    r"(?:aika|kokousaika|kokousaika ja -paikka|aika ja paikka|kokouspäivä|kokouspvm)\b", re.IGNORECASE
)
_LISTED_RECORD = re.compile(
    rf"(?:{DAY.pattern})\s*[-–:,]?\s*(?:pöytäkirja|esityslista|lisälista|kokous)", re.IGNORECASE
)
_BARE_MEETING = re.compile(r"(\d{1,3})\s?/\s?(?:19|20)\d\d")
_RECORD_WORD = re.compile(r"(?:.* )?(?:pöytäkirja|esityslista|protokoll|föredragningslista)", re.IGNORECASE)
_REFERENCE = re.compile(r"(?:viite|viitteet|lausuntopyyntö)", re.IGNORECASE)
_FEW_RECORDS = 2  # a document may name its own record and the one before it
_SIGNED = re.compile(
    rf"(?!(?:ma|ti|ke|to|pe|la|su)\b)(?:[A-ZÅÄÖ][a-zåäö]+(?:ssa|ssä|lla|llä|lta|ltä)?,?\s+)?(?:{DAY.pattern})\.?",
    re.IGNORECASE,
)
_APPROVED = re.compile(
    r"(?:(?:hyväksytty|vahvistettu|päätetty|annettu|luovutettu)\b.*|[A-ZÅÄÖ][\w -]*) "
    rf"(?:{DAY.pattern})(?:,? § ?\d+)?(?:, liite \d+)?\.?",
    re.IGNORECASE,
)
"""Who approved a plan, and when: *Hyväksytty ohjausryhmässä 14.12.2010*, *Aluehallitus 23.5.2023 § 118, liite 2*."""
_MEETING_LINE = re.compile(
    r"(?:\d{1,3}\.?\s*kokous|kokous\s+\d{1,3}(?:/\d{4})?|pöytäkirja\s+\d{1,3}/\d{4})", re.IGNORECASE
)
_DATED_TYPES: frozenset[DocumentType] = frozenset(
    {"minutes", "decision", "press_release", "statement", "plan", "report"}
)


def metadata_of(evidence: Evidence, text: str, *, said: Metadata, stated: Metadata, language: Language) -> Metadata:
    """Completes what is known by what the document says.

    Args:
        evidence: Of the document.
        text: All of it.
        said: What the user says of the document; never changed.
        stated: What its format states; a municipal body gets its municipality where the document names it.
        language: Reads names.
    """
    from policysearch.structure.languages import language_of  # late: it loads a model

    known = said.over(stated)
    kind = known.type or type_of(evidence, _running_words(text))
    if said.issuer is None and known.issuer is not None:
        known = replace(known, issuer=full_name(known.issuer, evidence, text, language))
    numbered = kind in ("minutes", "decision", "statement")
    return known.over(
        Metadata(
            type=kind,
            title=known.title or _title(kind, evidence, language),
            date=known.date or _date(kind, evidence),
            issuer=known.issuer or issuer_of(kind, evidence, text, language),
            language=said.language or language_of(text, stated=stated.language),
            case_number=known.case_number or _case_number(evidence),
            section_number=known.section_number
            or (_section_number(evidence) if numbered and kind != "minutes" else None),
            meeting_number=known.meeting_number or (_meeting_number(evidence) if numbered else None),
        )
    )


def _running_words(text: str) -> str:
    """The first paragraphs of whole sentences."""
    return " ".join(part for part in text.split("\n\n") if len(part.split()) > 3 and part.endswith("."))[:_FIRST_WORDS]


def _title(kind: DocumentType, evidence: Evidence, language: Language) -> str | None:
    title = evidence.title
    if title is None and kind == "minutes":
        names = (sender_in(line) for line in evidence.head if evidence.is_own(line))
        title = next((name for name in names if is_body(name)), None)
    if title is None:
        return None
    if title.isupper():
        title = sentence_case(title, language)
    if kind == "minutes" and is_body(title):
        meeting = next((line for line in (*evidence.head, *evidence.headings) if _MEETING_LINE.match(line)), None)
        if meeting:
            title = f"{title}, {_MEETING_LINE.match(meeting)[0].lower()}"  # type: ignore[index]  # matched just above
    return title


def _date(kind: DocumentType, evidence: Evidence) -> dt.date | None:
    if _lists_records(evidence):
        return None
    if kind not in _DATED_TYPES:
        return next(_labelled_days((*evidence.front[:12], *evidence.end), meeting=False), None)
    return next(_days(kind, evidence), None)


def _lists_records(evidence: Evidence) -> bool:
    """A list of meetings or records has the days of many, and none of its own."""
    lines = [line for line in (*evidence.head, *evidence.front) if _LISTED_RECORD.match(line)]
    return len({day for line in lines for day in days_in(line)}) > _FEW_RECORDS


def _days(kind: DocumentType, evidence: Evidence) -> Iterator[dt.date]:
    """Days of the document, the surest first."""
    head = evidence.head
    if kind == "minutes":
        yield from _labelled_days(head, meeting=True)
    if evidence.handling is not None and evidence.handling.day is not None:
        yield evidence.handling.day
    yield from _labelled_days(head, meeting=False)
    yield from (found.day for line in head if (found := handling_of(line)) and found.day)
    yield from _days_of(line for line in head if _RECORD_DAY.match(line) and is_letterhead(line))
    if evidence.title and kind == "minutes":
        yield from days_in(evidence.title)
    yield from _days_of(line for line in head if _SIGNED.fullmatch(line))
    if kind in ("plan", "report"):
        yield from _days_of(line for line in head[:14] if _APPROVED.match(line))
    yield from _days_of(line for line in head[:14] if _is_dated_head(line))
    yield from _days_of(line for line in head[:14] if not (rest := sender_in(line)) or is_sender(rest))
    if kind in ("decision", "statement", "minutes"):
        yield from _days_of(line for line in evidence.end if _SIGNED.fullmatch(line))


def _labelled_days(lines: Iterable[str], *, meeting: bool) -> Iterator[dt.date]:
    """Days after a label, on its line or on the next one."""
    waiting = False
    for line in lines:
        match = _DAY_LABEL.match(line)
        if match and (not meeting or _MEETING_LABEL.match(line)):
            day = first_day(match["rest"])
            waiting = day is None and not match["rest"]
            if day is not None:
                yield day
        elif waiting:
            waiting = False
            if (day := first_day(line)) is not None:
                yield day


def _days_of(lines: Iterable[str]) -> Iterator[dt.date]:
    for line in lines:
        yield from days_in(line)


def _is_dated_head(line: str) -> bool:
    """A short line of the head with one day and the time, the place or the number beside it, no sentence."""
    matches = [match for match in DAY.finditer(line) if day_of(match) is not None]
    if len(matches) != 1 or len(line.split()) > 8 or (line.endswith((".", ",")) and not line[-2].isdigit()):
        return False
    rest = line[: matches[0].start()] + line[matches[0].end() :]
    return not any(word[0].islower() and len(word) > 4 for word in re.findall(r"[^\W\d_]+", rest)) and "§" not in rest


def _section_number(evidence: Evidence) -> str | None:
    for line in (*evidence.front, *evidence.headings, *evidence.letterhead):
        if evidence.is_own(line) and (number := section_in(line)) is not None:
            return number
    if evidence.handling is not None and evidence.handling.section:
        return evidence.handling.section
    match = next((m for line in evidence.head if (m := re.search(r"\b[Pp]ykälä\s+(\d{1,4})\b", line))), None)
    return match[1] if match else None


def _meeting_number(evidence: Evidence) -> str | None:
    for line in (*evidence.head, *evidence.headings, evidence.title or ""):
        for pattern in wordlist("metadata")["numbers"]["meeting_numbers"]:
            if match := re.search(pattern, line, re.IGNORECASE):
                return match[1]
    return next(_numbers_beside_record(evidence.head), None)


def _numbers_beside_record(lines: Sequence[str]) -> Iterator[str]:
    """*15/2018* on a line of its own below *Pöytäkirja*, as letterheads in columns print it."""
    for before, line in pairwise(lines):
        match = _BARE_MEETING.fullmatch(line)
        if match and _RECORD_WORD.fullmatch(before):
            yield match[1]


def _case_number(evidence: Evidence) -> str | None:
    numbers = wordlist("metadata")["numbers"]
    label = re.compile(rf"(?:{'|'.join(numbers['case_labels'])})\b[.:\s]*", re.IGNORECASE)
    pattern = re.compile("|".join(f"(?:{pattern})" for pattern in numbers["case_numbers"]))
    # The number of the letter that is answered counts only where the document has none of its own.
    lines = sorted((*evidence.front, *evidence.letterhead), key=lambda line: _REFERENCE.match(line) is not None)
    waiting = False
    for line in lines:
        labelled = label.match(line)
        rest = line[labelled.end() :] if labelled else line
        match = pattern.match(rest) or (pattern.search(line) if len(line.split()) <= 8 else None)
        if match:
            return match[0]
        if (labelled or waiting) and (match := re.match(r"\S*\d\S*(?: \d{4}-\d+)?", rest)):
            return match[0]
        waiting = bool(labelled) and not rest
    return None

"""What a heading says of the text under it: which part it is, its number, whose words follow and of which day."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from policysearch.model.document import PARTS, Part
from policysearch.structure.dates import first_day
from policysearch.structure.lines import collapsed
from policysearch.structure.wordlists import alternatives, word_endings, wordlist

_OWNED: tuple[Part, ...] = ("decision", "proposal", "rationale", "statement", "handling", "history")
_MOST_OWNER_WORDS = 6
_FEWEST_HANDLINGS = 2
_DAY = r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d"
_SECTION = r"(?:§|Pykälä)\s*(?P<section>\d{1,4})\s?[a-z]?|(?P<section_first>\d{1,4})\s*§"
_BODY = r"[A-ZÅÄÖ][^\d§:;()]*?(?:\s\d{1,3}\s[-–][^\d§:;()]*?)?"
_HANDLING = re.compile(
    rf"(?:§\s*(?P<leading>\d{{1,4}})\s+)?(?P<body>{_BODY}),?\s+(?:kokous\s+)?"
    rf"(?:(?P<day>{_DAY})(?:\s+klo\s+\d{{1,2}}[.:]\d\d)?)?(?:\s*[,/]?\s*(?:{_SECTION}|§))?"
)
# The number before the day: *Kunnanhallitus § 118, 23.4.2012*.
_NUMBER_FIRST = re.compile(
    rf"(?P<body>{_BODY}),?\s+(?:{_SECTION})\s*[,/]?\s*(?P<day>{_DAY})(?:\s+klo\s+\d{{1,2}}[.:]\d\d)?"
)
_ONE_OF_SEVERAL = re.compile(
    rf"{_BODY}(?:,?\s+§\s*\d{{1,4}}\s*,?\s*{_DAY}|,?\s+{_DAY}\s*,?\s*§\s*\d{{1,4}})(?:\s*[,;/]\s*|\s+|$)"
)
_NUMBER = re.compile(
    r"(?:§\s*(?P<section>\d{1,4}[a-z]?)|(?P<section_first>\d{1,4}[a-z]?)\s*§|(?P<item>\d{1,3}(?:\.\d{1,2})*)(?:[.)]|(?=\s)))"
    r"(?:[.:]?\s+(?P<title>\S.*))?"
)
_NAME = re.compile(r"[A-ZÅÄÖ][a-zåäö-]+ [A-ZÅÄÖ][\w-]+\s*(?:[,(]|$)")
_MEETING = re.compile(r"\d{1,3}\.?\s*kokous\b.*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Handling:
    """The heading of one handling of a case: which body, on which day, under which §."""

    body: str
    day: dt.date | None
    section: str | None


@dataclass(frozen=True, slots=True)
class Numbered:
    """A heading with a number: `is_section` for a § of minutes; `title` is what follows the number, maybe nothing."""

    number: str
    title: str
    is_section: bool


_MOST_OPENING_WORDS = 6
"""A longer heading that begins like a part (*Oikaisuvaatimus kadunpidon päällikön päätöksestä …*) is a title."""


def part_of(text: str, *, marked: bool = False) -> Part | None:
    """The part that a heading opens, or None.

    Args:
        text: The heading, or a line that may be one.
        marked: The format itself says that this is a heading, so that its first words are enough.
    """
    key = _key(text)
    if not key or not text.lstrip("* ")[:1].isupper():
        return None
    if found := _parts().get(key):
        return found
    if text.isupper() and text.rstrip().endswith(":") and (is_body(key) or is_body(text.strip(" *:"))):
        return "decision"  # *KUNNANHALLITUS:* opens what it decided, in minutes before labels became usual
    words = key.split(" ")
    if 1 < len(words) <= _MOST_OWNER_WORDS and words[-2].endswith(word_endings("headings", "owners")):
        owned = _parts().get(words[-1])
        if owned in _OWNED:
            return owned
    if marked and len(words) <= _MOST_OPENING_WORDS:
        for part, opening in _openings():
            if key.startswith(opening):
                return part
    return None


def is_closing(text: str) -> bool:
    """Whether a heading opens the end of a record (*Allekirjoitus*, *Pöytäkirjan vakuudeksi*)."""
    return _key(text) in wordlist("headings")["closings"]


def labelled(text: str) -> int | None:
    """Where the value begins in a line that opens with a part heading and goes on, else None.

    *Täytäntöönpano: kaupunginkanslia*; *Päätösehdotus Hallintojohtaja Maija Mallila* (a title of office follows).
    """
    match = re.match(r"([^:]{3,60}):\s+(?=\S)", text)
    if match and part_of(match[1]) is not None:
        return match.end()
    first = text.split(" ", 1)[0]
    for label in (first, " ".join(text.split(" ")[:2])):
        if len(label) < len(text) and part_of(label) in ("proposal", "presenter", "contacts", "participants"):
            rest = text[len(label) :].strip()
            names = is_title(rest.split(",")[0]) or (part_of(label) == "participants" and _NAME.match(rest))
            if rest[:1].isupper() and not rest.endswith((".", ":")) and names:
                return len(text) - len(text[len(label) :].lstrip())
    return None


def is_title(text: str) -> bool:
    """Whether one of the first four words is a title of office (*Vs. kaupunginjohtaja Maija Mallila*)."""
    words = [word.strip("(),.;:").casefold() for word in text.split(" ")[:4]]
    return any(word.endswith(word_endings("headings", "titles")) for word in words)


def handling_of(text: str) -> Handling | None:
    """Reads *Kaupunginhallitus 20.3.2017 § 10*, *Kh § 190*, *Sosiaalilautakunta 30.03.2021*; None for anything else."""
    line = collapsed(text).strip("* ")
    match = _HANDLING.fullmatch(line) or _NUMBER_FIRST.fullmatch(line)
    if match is None:
        return None
    section = match["section"] or match["section_first"] or match.groupdict().get("leading")
    if not (match["day"] or section):
        return None
    body = match["body"].strip(" ,")
    if not is_body(body):
        return None
    return Handling(body, first_day(match["day"]) if match["day"] else None, section)


def is_same_handling(one: Handling, other: Handling) -> bool:
    """Whether two headings are of one handling: the same § of one body, which may have its short name in either."""
    if one.section != other.section or (one.day and other.day and one.day != other.day):
        return False
    short = wordlist("headings")["body_abbreviations"]
    return one.body.casefold() == other.body.casefold() or (one.body in short) != (other.body in short)


def handlings_in(text: str) -> tuple[str, ...]:
    """The handlings that one line names in a row, each as printed; none where it names fewer than two.

    *Kunnanhallitus, § 74, 17.3.2025 Kunnanvaltuusto, § 23, 24.3.2025* stands above an item that two bodies dealt with.
    """
    line = collapsed(text).strip("* ")
    found: list[str] = []
    at = 0
    while at < len(line) and (match := _ONE_OF_SEVERAL.match(line, at)) and match.end() > at:
        found.append(match[0].strip(" ,;/"))
        at = match.end()
    if at < len(line) or len(found) < _FEWEST_HANDLINGS or not all(handling_of(one) for one in found):
        return ()
    return tuple(found)


def is_body(name: str) -> bool:
    """Whether a name ends as the names of collegial bodies do, or is the short name of one."""
    if name in wordlist("headings")["body_abbreviations"]:
        return True
    words = name.split(" ")
    last = words[-1].casefold()
    return len(words) <= 12 and any(
        last.endswith(ending) and (last != ending or ending != "verkosto" or len(words) > 1)
        for ending in word_endings("headings", "bodies")
    )


def number_of(text: str) -> Numbered | None:
    """The number that a heading begins with, without its punctuation; *3. kokous* is none."""
    line = collapsed(text).strip("* ")
    if _MEETING.fullmatch(line) or first_day(line[:12]):
        return None
    match = _NUMBER.fullmatch(line)
    if match is None:
        return None
    section = match["section"] or match["section_first"]
    number = section or match["item"]
    title = match["title"] or ""
    if section is None and (not title or not title[0].isupper()):
        return None
    return Numbered(number, title, section is not None)


def _key(text: str) -> str:
    key = collapsed(text).strip("* ").rstrip(":. ").casefold()
    return re.sub(r"\s*/\s*", "/", key)


@cache
def _parts() -> dict[str, Part]:
    return {_key(word): part for part in PARTS for word in wordlist("parts")[part]["words"]}


@cache
def _openings() -> tuple[tuple[Part, str], ...]:
    return tuple((part, opening) for part in PARTS for opening in wordlist("parts")[part]["openings"])


@cache
def head_label() -> re.Pattern[str]:
    """A line that opens with a label of the head of minutes (*Aika*, *Paikka*), then a colon or its value."""
    return re.compile(rf"(?:{alternatives(wordlist('headings')['head_labels'])})(?::|\s+(?=\S)|$)", re.IGNORECASE)


@cache
def measure_line() -> re.Pattern[str]:
    """A line below a measure of a plan, with its label and a value: *Vastuutaho: THL*, *Aikataulu (arvio): 2022*."""
    labels = alternatives(wordlist("headings")["measure_labels"])
    return re.compile(rf"(?:{labels})(?: \([^)]*\))?\s?:\s+(?=\S)", re.IGNORECASE)


def section_in(line: str) -> str | None:
    """The number of the § that a line of the head or a heading is about, digits only."""
    numbered = number_of(line)
    if numbered is not None and numbered.is_section:
        return re.sub(r"\D", "", numbered.number)
    match = re.search(r"(?:^|\d\s|/)(?:§|[Pp]ykälä)\s?(\d{1,4})$", line)
    return match[1] if match else None

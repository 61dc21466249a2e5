"""Lines of the head of a document that are never its title: senders, dates, numbers, kinds of record, labels."""

import re

from policysearch.structure.dates import DAY
from policysearch.structure.headings import handling_of, handlings_in, head_label, is_body, is_title, number_of
from policysearch.structure.lines import collapsed
from policysearch.structure.wordlists import any_of, word_endings, wordlist

_MOST_REFERENCE_WORDS = 4
_MOST_AUTHORITY_WORDS = 4
_MOST_RECEIVER_WORDS = 5
_LONGEST_LABELLED = 120
_KINDS = (
    r"Pöytäkirja|Pöytäkirjanote|Mietintö|Asettamispäätös|Tarkastuskertomus|Kuulutus|Kannanotto|Vastine"
    r"|Esityslista|Protokoll|Muistio|Tiedote|Uutinen|Lausunto|Viranhaltijapäätös|Päätös"
    r"|Raportti"
)
_RECORD = re.compile(
    rf"(?:\S+ ){{0,3}}?(?:{_KINDS}|Kokous|Asia)\b"
    r"(?:\s+(?:[A-ZÅÄÖ]\w{1,4} )?\d{1,3}/\d{4} vp\b)?"
    r"[\s\d./()–-]*(?:klo\b.*)?(?:(?:Pykälä|§|Asia)\s*\d+)?[\s\d./()–-]*(?:on )?(?:Tarkastettu)?",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"(?:kokous\s*(?:nro\s*)?\d{1,3}(?:/\d{4})?|\d{1,3}\.?\s*kokous|\d{1,3}/\d{4})\b.*", re.IGNORECASE
)
_PLACE_AND_DAY = re.compile(
    rf"(?:[A-ZÅÄÖ][a-zåäö]+(?:ssa|ssä|lla|llä)?,?\s+)?(?:{DAY.pattern})(?:\s+(?:klo\s+)?\d{{1,2}}[.:]\d\d)?",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"(?:(?:\S*tiedote|uutinen),? +)?(?:julkaisuajankohta|julkaisuvapaa|julkaistavissa|vapaa julkaistavaksi|julkaistu"
    r"|(?:sivu(?:a)? )?(?:on )?(?:viimeksi )?päivitetty|published|publicerad)\b.*|\S.{2,60} tiedottaa",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"[A-ZÅÄÖ]{2,6}[-/]\d{4,}"
    r"|(?:(?:dno|dnro|diaarinumero|asianumero)\b.*|\S{0,12}/[\d./:]+|[A-ZÅÄÖ]{2,6}(?:dno)?[- ]\d{4}-\d+.*"
    r"|[\d ]+/[\d. ]+/\d{4})|[A-ZÅÄÖ][\wÅÄÖ]{0,3} \d{1,3}/\d{4} vp",
    re.IGNORECASE,
)
SERIES = re.compile(
    r"(?P<body>[A-ZÅÄÖ][\wäöå -]{3,60}?n) "
    r"(?:julkaisuja|julkaisu|raportteja|selvityksiä|muistioita|työpapereita)\b.*\d.*"
)
"""The series that a publication appears in (*Oikeusministeriön julkaisuja 2019:12*)."""
_SENT = re.compile(rf"(?:{_KINDS}|\w*selvitys|kirje|vastaus|esitys|aloite|ehdotus|\w*pyyntö)\b", re.IGNORECASE)
# What stands beside the sender in one line of a letterhead.
_BESIDE = re.compile(
    rf"(?:\b(?:{_KINDS})\b|\btiedottaa$|\d{{1,3}} ?\(\d{{1,3}}\)|\b\d{{1,3}}/(?:19|20)\d\d\b"
    rf"|{DAY.pattern}|§ ?\d+|\bSivu \d+)",
    re.IGNORECASE,
)
_ENDINGS = (".", ":", ";", ",", "!")


def is_letterhead(text: str) -> bool:
    """Whether a line is of a kind that stands in the head of a document and is never its title."""
    line = collapsed(text).strip("* ")
    return bool(
        line.rstrip(":").casefold() in wordlist("headings")["record_words"]
        or any(pattern.fullmatch(line) for pattern in (_RECORD, _MEETING, _PLACE_AND_DAY, _CASE, _PUBLISHED, SERIES))
        or any_of("furniture", "weak").fullmatch(line)
        or any_of("furniture", "strong").fullmatch(line)
        or handling_of(line)
        or handlings_in(line)
        or "@" in line
        or is_receiver(line)
        or (len(line.split()) <= _MOST_REFERENCE_WORDS and _CASE.fullmatch(line.rpartition(" ")[2]))
        or _is_bare_number(line)
        or (head_label().match(line) and len(line) < _LONGEST_LABELLED and not line.endswith("."))
        or is_sender(line)
        or _is_sender_with_kind(line)
    )


def is_sender(line: str) -> bool:
    """The name of a ministry, an agency, a body or an office alone on its line, a few words at most."""
    if not 0 < len(line.split()) <= _MOST_AUTHORITY_WORDS or line.endswith(_ENDINGS) or not line[0].isalpha():
        return False
    if is_body(line) or line.casefold().endswith(word_endings("headings", "authorities")):
        return True
    return line[0].isupper() and is_title(line.rpartition(" ")[2])


def is_dated(line: str) -> bool:
    """Whether a line has the day of a letterhead: alone, behind a place, or after *Julkaistu*."""
    return (_PLACE_AND_DAY.fullmatch(line) or (_PUBLISHED.fullmatch(line) and DAY.search(line))) is not None


def is_receiver(line: str) -> bool:
    """To whom a letter goes, alone on its line in the allative: *Hyvinvointiministeriölle*."""
    return (
        len(line.split()) <= _MOST_RECEIVER_WORDS
        and not _SENT.match(line)
        and line.rstrip(",:").casefold().endswith(word_endings("headings", "receivers"))
    )


def sender_in(line: str) -> str:
    """A line of a letterhead without the kind of record, the day and the numbers beside the sender."""
    return collapsed(_BESIDE.sub(" ", line)).strip(" ,–-")


def beside_sender(line: str) -> str:
    """What stands beside the sender in a line of a letterhead, empty if it has none."""
    return collapsed(" ".join(match[0] for match in _BESIDE.finditer(line)))


def _is_sender_with_kind(line: str) -> bool:
    rest = sender_in(line)
    return rest != line and (not rest or is_sender(rest) or _CASE.fullmatch(rest) is not None)


def _is_bare_number(line: str) -> bool:
    numbered = number_of(line)
    return not any(letter.isalpha() for letter in line) or (numbered is not None and not numbered.title)

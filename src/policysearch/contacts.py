"""Phone numbers and e-mail addresses of persons in a text: found, and painted over letter by letter.

Those of an office (*kirjaamo@…*, *vaihde 09 310 1641*) are no person's, and stay.
"""

import re
from collections.abc import Iterator

from policysearch.model.text import Span

COVER = "\u2588"
"""What stands for each letter that is hidden, so that all spans of the text hold."""

_OFFICES = (
    "kirjaamo", "registr", "info", "viestinta", "viestintä", "media", "tiedotus", "tietosuoja", "asiakaspalvelu",
    "neuvonta", "palaute", "toimisto", "helpline", "help", "hotline", "auttamisjarjestelma", "auttamisjärjestelmä",
    "postmaster", "press", "contact", "office", "dataprotection", "hankinnat", "laskut", "tilaukset", "julkaisu",
    "rikosuhripaivystys", "nollalinja", "poliisi", "migri", "kuntalais", "nimi", "etunimi", "fornamn", "förnamn",
    "firstname", "name",
)  # fmt: skip
"""How the name before the @ of an address begins that is no person's, or that stands for any person's."""
_OFFICE_BEFORE = re.compile(
    r"(vaihde|vaihteen|puhelinvaihde|asiakaspalvelu\w*|neuvonta\w*|neuvontapuhelin|kirjaamo\w*|päivysty\w*|"
    r"auttava\w*|kriisipuhelin|hätänumero|växel|switchboard|helpline|kundtjänst)\W{0,3}[^\d@\n]{0,25}$",
    re.IGNORECASE,
)
_MAIL = re.compile(
    r"(?<![\w.+-])(?P<name>[\w.+-]{1,64})\s?(?:@|\(at\)|\[at\]|\(a\)|\(ät\)|\[a\])\s?"
    r"(?:[\w-]{1,63}\.){1,4}[a-z]{2,12}(?![\w-])",
    re.IGNORECASE,
)
_GAP = "[ \u00a0\u2009]"
_CUED = re.compile(
    r"\b(?:puhelinnumero|puhelin|puhelimitse|puh|matkapuhelin|matkap|gsm|tel|telefon|tfn|phone|mobile|p(?=\.\s?[0+]))\b"
    rf"[.:\s]{{0,3}}(?:numerosta\s|nro\s)?(?P<number>(?!\d{{7}}-\d\b)[+(]?\d(?:{_GAP}|[\d()/–-]){{4,20}}\d)",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?<![\w.,:/§+-])(?!\d{{7}}-\d\b)(?P<number>"
    rf"(?:\+|00)[1-9]\d{{1,2}}(?:{_GAP}|[()-]){{0,3}}\d(?:{_GAP}|[\d()-]){{5,14}}\d"
    rf"|\(?0(?:[235689]|1[0-9]|20|29\d?|30\d?|4\d{{1,2}}|50|600|700|73|75|800)\)?(?:{_GAP}|-){{1,2}}"
    rf"\d{{3,4}}(?:{_GAP}|-)?\d{{2,5}}(?:(?:{_GAP}|-)\d{{2,4}})?"
    r"|0(?:4\d|50)\d{6,8}"
    r")(?![\w]|[.,:/-]\d)"
)
_LEAST_DIGITS, _MOST_DIGITS = 6, 15
_LEAST_BARE = 8
_LOOKED_BACK = 60
_AT = re.compile(r"@|\((?:at|a|ät)\)|\[at?\]", re.IGNORECASE)
_AROUND = 64 + 2, 4 * 64 + 12 + 3
"""How far an address reaches before and after its sign, as `_MAIL` reads it."""
_RUN = re.compile(rf"\d(?:{_GAP}|[\d()/–-]){{4,}}\d")
"""What a number is in; the words that announce it are looked for only there."""
_ANNOUNCED = 45
"""How far before it."""


def contact_spans(text: str) -> tuple[Span, ...]:
    """Where phone numbers and e-mail addresses of persons stand, in order."""
    return tuple(_apart(sorted([*_mails(text), *_numbers(text)])))


def without_contacts(text: str) -> str:
    """The text with each letter of them covered; white space stays, and so do all spans."""
    pieces, at = [], 0
    for span in contact_spans(text):
        pieces += [text[at : span.start], "".join(c if c.isspace() else COVER for c in span.of(text))]
        at = span.end
    return "".join([*pieces, text[at:]]) if pieces else text


def _mails(text: str) -> Iterator[Span]:
    before, after = _AROUND
    for sign in _AT.finditer(text):
        for match in _MAIL.finditer(text, max(0, sign.start() - before), sign.end() + after):
            if not match["name"].casefold().startswith(_OFFICES):
                yield Span(*match.span())


def _numbers(text: str) -> Iterator[Span]:
    for run in _RUN.finditer(text):
        for pattern, least in ((_CUED, _LEAST_DIGITS), (_BARE, _LEAST_BARE)):
            for match in pattern.finditer(text, max(0, run.start() - _ANNOUNCED), run.end() + 2):
                digits = sum(map(str.isdigit, match["number"]))
                start = match.start("number")
                before = text[max(0, start - _LOOKED_BACK) : start]
                if least <= digits <= _MOST_DIGITS and not _OFFICE_BEFORE.search(before):
                    yield Span(start, match.end("number"))


def _apart(spans: list[Span]) -> Iterator[Span]:
    """Overlapping ones as one."""
    held: Span | None = None
    for span in spans:
        if held is not None and span.start < held.end:
            held = Span(held.start, max(held.end, span.end))
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held

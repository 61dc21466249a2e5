"""The screen on ingest: what holds back a document until a person has looked at it.

A personal identity code counts by its form, its day and its check character, so that a diary number is none. A stamp of
secrecy is a line that says nothing else, at the head of a document or in its running headers: sentences about secrecy,
and lists of attachments that are secret, hold nothing back.
"""

import re
from collections.abc import Iterable, Iterator

from stdnum.fi import hetu

from policysearch.model.document import Document
from policysearch.model.held import HeldReason

_CODE = re.compile(r"(?<![\w-])(\d{6})\s?([-+–−‑A-FU-Ya-fu-y])\s?(\d{3}[0-9A-Ya-y])(?![\w-])")
_DASHES = re.compile("[–−‑]")
_STAMP = re.compile(r"^\W{0,3}(?:salassa\s+pidettävä|sekretessbelag[dt]|turvaluokiteltu)\b(?P<rest>.*)$", re.IGNORECASE)
_OF_LAW = frozenset({
    "julkl", "julkisuuslaki", "julkisuuslain", "viranomaisten", "toiminnan", "julkisuudesta", "laki", "lain",
    "asiakirja", "offl", "myndoffl", "offentlighetslagen", "mom", "momentti", "momentin", "kohta", "kohdan", "k", "p",
    "art", "pykälä", "ja", "och", "pysyvästi", "osittain", "saakka", "asti",
})  # fmt: skip
"""Words of a reference to the law that may follow in a stamp."""
_WORD = re.compile(r"[^\W\d_]+")
_HEAD = 6
"""Blocks at the head of a document in which a stamp may stand."""
_SHOWN = 80
_PUBLIC = frozenset({"julkinen", "public", "offentlig"})
_NO_DATA = re.compile(r"^(?:ei\b|inga?\b|no\b|false$|0$|none$)", re.IGNORECASE)


def reasons_to_hold(document: Document, marked: Iterable[tuple[str, str]]) -> tuple[HeldReason, ...]:
    """Why a document is held back; empty where it is not.

    Args:
        document: As it was read.
        marked: Fields of its record and their values: *PersonalData*, *PublicityClass*.
    """
    return (*reasons_of_marks(marked), *_codes(document), *_stamps(document))


def reasons_of_marks(marked: Iterable[tuple[str, str]]) -> Iterator[HeldReason]:
    """Why fields of a record, and their values, hold back what they are said of."""
    for field, value in marked:
        if field == "PersonalData" and not _NO_DATA.match(value):
            yield HeldReason("personal_data", f"{field}: {value}")
        if field == "PublicityClass" and value.casefold() not in _PUBLIC:
            yield HeldReason("not_public", f"{field}: {value}")


def _codes(document: Document) -> Iterator[HeldReason]:
    for code, at in _found(document.text):
        yield HeldReason("identity_code", mask(code), document.page_at(at))
    beside = [document.metadata.title or "", *(one.title or "" for one in document.listed)]
    for page, text in (*document.furniture, *((None, text) for text in beside)):
        yield from (HeldReason("identity_code", mask(code), page) for code, _ in _found(text))


def _found(text: str) -> Iterator[tuple[str, int]]:
    for match in _CODE.finditer(text):
        code = "".join((match[1], _DASHES.sub("-", match[2]), match[3])).upper()
        if hetu.is_valid(code):
            yield code, match.start()


def mask(code: str) -> str:
    """A code of which only the sign of the century is left."""
    return f"{'*' * 6}{code[6]}{'*' * 4}"


def is_stamp(line: str) -> bool:
    """Whether a line is a stamp of secrecy: it says so, names the law, and nothing else."""
    match = _STAMP.match(line)
    return match is not None and all(word.casefold() in _OF_LAW for word in _WORD.findall(match["rest"]))


def _stamps(document: Document) -> Iterator[HeldReason]:
    head = [
        (block.page, block.span.of(document.text)) for block in document.blocks[:_HEAD] if block.kind != "table_row"
    ]
    head = [(page, line) for page, text in head for line in text.splitlines()]
    titled = [(None, document.metadata.title or "")]
    told: set[str] = set()
    for page, line in (*titled, *head, *document.furniture):
        line = " ".join(line.split())
        if is_stamp(line) and line.casefold() not in told:
            told.add(line.casefold())
            yield HeldReason("stamp", line[:_SHOWN], page)

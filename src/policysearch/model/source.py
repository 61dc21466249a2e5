"""Where originals come from, and what an extractor finds in one."""

import datetime as dt
from dataclasses import dataclass, field, fields, replace
from typing import Literal, get_args

from policysearch.model.text import Block, OcrPage, Page

DocumentType = Literal["minutes", "decision", "press_release", "plan", "report", "statement", "web_page"]
DOCUMENT_TYPES: tuple[DocumentType, ...] = get_args(DocumentType)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a document; None is *unknown*, never a guess.

    Attributes:
        date: The day of the meeting, decision or publication.
        language: ISO 639-1.
        case_number: The diary number, *HEL 2021-001526*.
        section_number: The § of the minutes, digits only.
        meeting_number: As printed, without the year: *18* of *18/2021*.
    """

    type: DocumentType | None = None
    title: str | None = None
    date: dt.date | None = None
    issuer: str | None = None
    language: str | None = None
    case_number: str | None = None
    section_number: str | None = None
    meeting_number: str | None = None

    def over(self, other: "Metadata") -> "Metadata":
        """These values, and those of `other` where these are unknown."""
        missing = {f.name: getattr(other, f.name) for f in fields(self) if getattr(self, f.name) is None}
        return replace(self, **missing)


@dataclass(frozen=True, slots=True)
class Reference:
    """One original that a source offers: its address (a `file:` or `http(s):` URI), not yet fetched."""

    uri: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The bytes of one original as they were at `retrieved_at` (UTC), named by their SHA-256 (64 hex digits)."""

    uri: str
    sha256: str
    size: int
    retrieved_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Extract:
    """What an extractor found in one original, or in one item of it.

    Attributes:
        locator: Names the item inside the original (`<NativeId>` of a decision); empty for a whole file.
        media_type: What the bytes really are, whatever the name says.
        blocks: In reading order.
        pages: Empty for formats without pages.
        hints: Metadata that the format itself states (markup, record fields); structure may add, and
            trusts these first.
        warnings: What a reader should know, a sentence each: unread pages, replaced characters.
        reader: Program and version of the OCR engine that read the words, where one did; several are parted by `;`.
        ocr_pages: The pages whose words an OCR engine read, now or earlier, by number.
    """

    locator: str
    media_type: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()
    hints: Metadata = field(default_factory=Metadata)
    warnings: tuple[str, ...] = ()
    reader: str | None = None
    ocr_pages: tuple[OcrPage, ...] = ()

"""Where originals come from, and what an extractor finds in one."""

import datetime as dt
from dataclasses import dataclass, field, fields, replace
from typing import Literal, get_args
from urllib.parse import unquote, urlsplit

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
class Source:
    """An address at which an original was met.

    Attributes:
        retrieved_at: UTC.
        is_newest: The address has no newer version.
        is_told: The user said that the file came from there; nobody has looked there for us.
        withdrawn_at: Since when the address no longer gives anything; None while it does.
        status: The answer that said so, 404 or 410; None where there was none (a file that is gone).
        document: Id of the document that stands for the same in other bytes, as PDF and page; None for these bytes.
    """

    uri: str
    retrieved_at: dt.datetime
    is_newest: bool
    is_told: bool = False
    withdrawn_at: dt.datetime | None = None
    status: int | None = None
    document: str | None = None

    @property
    def is_public(self) -> bool:
        """Whether others can look there too: an address of the web, and no file."""
        return self.uri.startswith(("http://", "https://"))


def shown_address(uri: str) -> str:
    """An address as others may see it: of a file of this machine only its name."""
    if not uri.startswith(("file:", "given:")):
        return uri
    return unquote(urlsplit(uri).path.rpartition("/")[2]) or uri.partition(":")[0]


AddressEventKind = Literal["met", "same_text", "told", "withdrawn", "returned", "unchanged", "failed"]


@dataclass(frozen=True, slots=True)
class AddressEvent:
    """One thing that happened at an address: other bytes were met there, or it gave nothing more, or gave again.

    Attributes:
        kind: `same_text` where other bytes were met that say the same, as with a counter in a page; `told` where the
            user said that the file came from there; `unchanged` and `failed` only of the last try.
        at: UTC.
        sha256: Of the bytes that are the newest version there from then on, with their `size`.
        status: Of the answer, where there was one and it is known.
        documents: Ids of the documents in those bytes.
    """

    uri: str
    kind: AddressEventKind
    at: dt.datetime
    sha256: str
    size: int
    status: int | None = None
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """What a record lists beside its text: another handling of the matter, or an attachment.

    Attributes:
        kind: Which of them.
        title: As the record has it.
        number: Of an attachment.
        body: That handled the matter, on `date`, under `section`.
        uri: Where an attachment is to be had.
        is_public: None where the record does not say.
        marked: What the record says of an attachment, as `Extract.marked`.
    """

    kind: Literal["handling", "attachment"]
    title: str | None = None
    number: str | None = None
    body: str | None = None
    date: dt.date | None = None
    section: str | None = None
    uri: str | None = None
    is_public: bool | None = None
    marked: tuple[tuple[str, str], ...] = ()


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
        listed: What the record lists beside its text.
        marked: Fields of the record that say whether it is public or holds personal data, with their values.
    """

    locator: str
    media_type: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()
    hints: Metadata = field(default_factory=Metadata)
    warnings: tuple[str, ...] = ()
    reader: str | None = None
    ocr_pages: tuple[OcrPage, ...] = ()
    listed: tuple[Listed, ...] = ()
    marked: tuple[tuple[str, str], ...] = ()

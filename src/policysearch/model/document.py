"""A document as it is read: one text, and what stands where in it. All spans point into `Document.text`."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from policysearch.model.language import Token
from policysearch.model.source import Listed, Metadata
from policysearch.model.text import BlockKind, Box, Page, Span

Part = Literal[
    "decision",  # Päätös
    "proposal",  # Päätösehdotus, Esitys, Päätösesitys
    "rationale",  # Esittelijän perustelut, Selostus, Esittelyteksti
    "summary",  # Tiivistelmä
    "statement",  # Lausunto
    "handling",  # Käsittely
    "history",  # Päätöshistoria, Aikaisempi käsittely
    "presenter",  # Esittelijä
    "contacts",  # Lisätiedot, Valmistelijat
    "participants",  # Osallistujat, Läsnä
    "attachments",  # Liitteet, Oheismateriaali, Otteet
    "notification",  # Tiedoksi, Täytäntöönpano
    "appeal",  # Muutoksenhaku
]
PARTS: tuple[Part, ...] = get_args(Part)


@dataclass(frozen=True, slots=True)
class PrintedWord:
    """Where letters of the text are printed: a word joined over a line end has two of these with one span each."""

    span: Span
    box: Box


def line_boxes(printed: Sequence[PrintedWord], spans: Sequence[Span]) -> tuple[Box, ...]:
    """The printed words of `spans` as boxes, one for the words that stand side by side on a line.

    Args:
        printed: The words of a document, in the order of its text.
        spans: Of its text.
    """
    boxes: list[Box] = []
    for word in printed:
        if not any(span.overlaps(word.span) for span in spans):
            continue
        last, box = boxes[-1] if boxes else None, word.box
        if last is not None and _is_beside(last, box):
            boxes[-1] = Box(
                last.page, last.x0, min(last.top, box.top), max(last.x1, box.x1), max(last.bottom, box.bottom)
            )
        else:
            boxes.append(box)
    return tuple(boxes)


def _is_beside(left: Box, right: Box) -> bool:
    height = left.bottom - left.top
    together = min(left.bottom, right.bottom) - max(left.top, right.top)
    is_near = -0.5 * height <= right.x0 - left.x1 <= 1.5 * height
    return left.page == right.page and together > 0.5 * min(height, right.bottom - right.top) and is_near


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block of the text, furniture gone and lines joined. `page` is where it begins, None where unknown.

    `columns` are those of the cells of a table row, which tabs part in the text: empty cells leave no trace there.
    """

    span: Span
    kind: BlockKind
    page: int | None
    section: int | None
    ocr: bool = False
    columns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, down to the next heading of the same or a higher level.

    Attributes:
        heading: Span of the heading itself; the printed words are the title of the section.
        span: From the heading to the end of the section, subsections included.
        level: 1 is the highest.
        part: What the section does in a decision or in minutes; inherited from the section around it.
        number: The number of an agenda item, as printed without punctuation (*3*, *17*), else None.
        speaker: Whose words these are where they are not the issuer's: the body named in a decision history,
            or of a quoted statement, as printed.
        said_on: The day on which the speaker said so.
    """

    heading: Span
    span: Span
    level: int
    part: Part | None = None
    number: str | None = None
    speaker: str | None = None
    said_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit of retrieval: a paragraph, list item or table row, at most about 150 words, inside one section.

    A heading is a passage too, so that its words can be found; no facts are taken from it.

    `section` is an index into `Document.sections`; `page` is where the passage begins, None where unknown; `language`
    (ISO 639-1) is that of its words.
    """

    id: str
    span: Span
    section: int | None
    part: Part | None
    page: int | None
    kind: BlockKind = "paragraph"
    ocr: bool = False
    language: str = "fi"


@dataclass(frozen=True, slots=True)
class Participant:
    """A person named in a list of participants, a presenter, a signature or a contact block, as printed.

    `name` is the printed name, given name first; `span` covers the printed name.
    """

    name: str
    span: Span
    title: str | None = None
    organisation: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of an agenda: its number as printed, its title, and where the title stands."""

    number: str | None
    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One version of one thing, read.

    Attributes:
        id: 16 hex digits, made of the SHA-256 of the original and the locator of the item in it.
        sha256: Hash of the original.
        locator: Names the item inside the original, empty for a whole file.
        text: NFC, one string; offsets are final.
        printed: Boxes of the printed words, in the order of the text; empty for formats without a layout.
        page_spans: Where the text of each page lies, by page number; a page without text is missing.
        furniture: Running headers, footers and page numbers, as printed, with their page; not in `text`.
    """

    id: str
    sha256: str
    locator: str
    media_type: str
    metadata: Metadata
    text: str
    blocks: tuple[TextBlock, ...]
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    participants: tuple[Participant, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    pages: tuple[Page, ...] = ()
    page_spans: tuple[tuple[int, Span], ...] = ()
    printed: tuple[PrintedWord, ...] = ()
    furniture: tuple[tuple[int | None, str], ...] = ()
    warnings: tuple[str, ...] = ()
    reader: str | None = None
    listed: tuple[Listed, ...] = ()

    @property
    def languages(self) -> tuple[tuple[str, int], ...]:
        """The languages of its passages, and how many are in each, most frequent first."""
        counted = Counter(passage.language for passage in self.passages)
        return tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0])))

    def page_at(self, offset: int) -> int | None:
        """The 1-based page on which the code point at `offset` is printed, or None where that is unknown."""
        return page_at(self.page_spans, self.text, offset)


def page_at(page_spans: Sequence[tuple[int, Span]], text: str, offset: int) -> int | None:
    """The 1-based page on which the code point at `offset` of `text` is printed, or None where that is unknown.

    Args:
        page_spans: Where the text of each page lies, in order.
        text: The text of the document.
        offset: Code points.
    """
    found = None
    for number, span in page_spans:
        if span.start > offset:
            break
        found = (number, span.end)
    # Between two pages, or two blocks, there is only white space; text further on has no known page.
    return found[0] if found and not text[found[1] : offset + 1].strip() else None


@dataclass(frozen=True, slots=True)
class AnalysedPassage:
    """A passage with its words read. Spans of tokens and sentences point into `Document.text`."""

    passage: Passage
    tokens: tuple[Token, ...]
    sentences: tuple[Span, ...]

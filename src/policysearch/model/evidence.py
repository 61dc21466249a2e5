"""What proves a quotation to somebody who has neither the corpus nor this program."""

from dataclasses import dataclass

from policysearch.model.document import Part
from policysearch.model.research import Citation
from policysearch.model.text import Box, Span
from policysearch.model.threads import EventKind


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """A page on which the words stand, with its picture (PNG) and where they are on it, in PDF points."""

    number: int
    width: float
    height: float
    picture: bytes
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quotation with all that is needed to check it.

    Attributes:
        citation: Whose words, where, from which addresses, and the hash.
        context: The sentences around the words, verbatim as they were read.
        at: Where the words stand in `context`.
        printed_lines: The words as they stand on the page, line by line, hyphens at line ends and all; empty for
            formats without a layout.
        part: The part of the document in which they stand.
        settled: Of a proposal: what the same document did with it; None where it does not say.
        pages: Those on which the words stand; empty for formats without pages, or where none could be drawn.
        warnings: What is to be known of the original: unread pages, replaced characters.
        original: The bytes of the original, where they are put in; else None.
        media_type: Of the original.
        version: Of the program.
    """

    citation: Citation
    context: str
    at: Span
    printed_lines: tuple[str, ...]
    part: Part | None
    settled: EventKind | None
    pages: tuple[EvidencePage, ...]
    warnings: tuple[str, ...]
    original: bytes | None
    media_type: str
    version: str

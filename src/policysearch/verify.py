"""Proof that what is stored stands in the original: hashes, spans, and quotes in another reader's text of it.

The closed list of differences that are allowed between a quote and the other reader's text:
white space; hyphens (a hyphen at a line end is joined, and readers differ on soft ones); compatibility forms of
letters (ligatures); running headers and footers between two pages; marks of Markdown, and the addresses of its links.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from policysearch.extract.witness import witness
from policysearch.model.document import Document
from policysearch.model.facts import Facts
from policysearch.model.report import VerifyEvent
from policysearch.model.text import Span

_IGNORED = re.compile(r"[\s\u002d\u00ad\u2010\u2011\u200b-\u200d\ufeff\ufffe\x02]+")
_MARKDOWN = re.compile(r"\]\([^)\s]*\)|[*#_|`>\[\]]")
_SHOWN = 60
"""Code points of a quote that a problem shows."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """Something that says: these letters stand there."""

    what: str
    span: Span
    quote: str
    ocr: bool


def verify_document(
    document: Document, facts: Facts, original: Path, uri: str, *, kept: Document | None = None
) -> VerifyEvent:
    """Check one document against its stored original.

    Args:
        document: As stored.
        facts: As stored.
        original: Where the bytes of its original are.
        uri: Its address, for the report.
        kept: The reading that is kept in the place of the bytes, where something in them was forgotten.
    """
    if kept is not None:
        claims = tuple(_claims(document, facts))
        problems = list(_wrong_spans(document, claims))
        if document.text != kept.text:
            problems.append("the text is not the one that is kept in the place of the original")
        n_spans = len(claims) + len(document.sections) + len(document.blocks)
        return VerifyEvent(document.id, uri, n_spans, 0, problems=tuple(problems), n_gone=len(claims))
    try:
        data = original.read_bytes()
    except OSError as error:
        return VerifyEvent(document.id, uri, 0, 0, problems=(f"the stored original cannot be read: {error.strerror}",))
    if hashlib.sha256(data).hexdigest() != document.sha256:
        return VerifyEvent(document.id, uri, 0, 0, problems=("the stored original has another SHA-256",))
    claims = tuple(_claims(document, facts))
    problems = list(_wrong_spans(document, claims))
    reader = _Reader(document, witness(data, document.media_type, document.locator))
    provable = [claim for claim in claims if not claim.ocr]
    problems += [
        f"{claim.what} at {claim.span.start}–{claim.span.end} is not in the original as another reader reads it: "
        f"{claim.quote[:_SHOWN]!r}"
        for claim in provable
        if not reader.has(claim.span)
    ]
    n_spans = len(claims) + len(document.sections) + len(document.blocks)
    return VerifyEvent(document.id, uri, n_spans, len(provable), len(claims) - len(provable), tuple(problems))


def other_bytes_problems(originals: Iterable[tuple[str, Path]]) -> Iterator[str]:
    """What is wrong with originals that say the same as one that was read: a sentence each.

    Args:
        originals: Their hashes, and where their bytes are.
    """
    for sha256, path in originals:
        try:
            data = path.read_bytes()
        except OSError as error:
            yield f"other bytes with the same text, {sha256}, cannot be read: {error.strerror}"
            continue
        if hashlib.sha256(data).hexdigest() != sha256:
            yield f"other bytes with the same text, {sha256}, have another SHA-256"


def _claims(document: Document, facts: Facts) -> Iterator[_Claim]:
    for passage in document.passages:
        yield _Claim("passage", passage.span, passage.span.of(document.text), passage.ocr)
    for section in document.sections:
        block = next((b for b in document.blocks if b.span.overlaps(section.heading)), None)
        yield _Claim("heading", section.heading, section.heading.of(document.text), bool(block and block.ocr))
    for kind, found in (("time", facts.times), ("actor", facts.mentions), ("commitment", facts.commitments)):
        for fact in found:
            yield _Claim(kind, fact.span, fact.quote, fact.ocr)
    for measure in facts.measures:
        yield _Claim("measure", measure.span, measure.quote, measure.ocr)
        for field in measure.fields:
            yield _Claim("measure", field.span, field.quote, measure.ocr)


def _wrong_spans(document: Document, claims: Iterable[_Claim]) -> Iterator[str]:
    for claim in claims:
        if claim.span.of(document.text) != claim.quote:
            yield f"{claim.what} at {claim.span.start}–{claim.span.end} is not the text there: {claim.quote[:_SHOWN]!r}"
    for span in (*(s.span for s in document.sections), *(b.span for b in document.blocks)):
        if span.end > len(document.text):
            yield f"the span {span.start}–{span.end} lies outside the text"


class _Reader:
    """Another reader's text of the original, letters only: with its running headers and footers, and without."""

    def __init__(self, document: Document, pages: tuple[tuple[int | None, str], ...]) -> None:
        self._document = document
        self._is_plain_text = document.media_type in ("text/plain", "text/markdown")
        self._pages: dict[int | None, str] = {}
        for number, text in pages:
            self._pages[number] = self._pages.get(number, "") + self._letters(text)
        self._bare = {number: self._without_furniture(number, letters) for number, letters in self._pages.items()}

    def has(self, span: Span) -> bool:
        """Whether the letters at `span` stand together on their pages, or printed line by printed line."""
        quote = self._letters(span.of(self._document.text))
        if any(quote in self._on_pages(span, pages) for pages in (self._pages, self._bare)):
            return True
        lines = self._printed_lines(span)
        return bool(lines) and all(line in self._pages.get(page, "") for page, line in lines)

    def _on_pages(self, span: Span, pages: dict[int | None, str]) -> str:
        first = self._document.page_at(span.start)
        last = self._document.page_at(max(span.start, span.end - 1))
        if first is None or last is None or first not in pages:
            return "".join(pages.values())
        return "".join(pages.get(number, "") for number in range(first, last + 1))

    def _without_furniture(self, number: int | None, letters: str) -> str:
        """The letters of a page less its furniture: lines that stand together go together, the longest run first."""
        lines = [self._letters(text) for page, text in self._document.furniture if page in (number, None)]
        first = 0
        while first < len(lines):
            last = len(lines)
            while last > first + 1 and "".join(lines[first:last]) not in letters:
                last -= 1
            letters = letters.replace("".join(lines[first:last]), "", 1)
            first = last
        return letters

    def _printed_lines(self, span: Span) -> list[tuple[int, str]]:
        """The quote cut where the page breaks its lines: readers may differ in the order of columns and cells."""
        words = [word for word in self._document.printed if word.span.overlaps(span)]
        lines = []
        for (page, _), group in groupby(words, key=lambda word: (word.box.page, round(word.box.top / 4))):
            members = list(group)
            start = max(span.start, members[0].span.start)
            end = min(span.end, members[-1].span.end)
            lines.append((page, self._letters(self._document.text[start:end])))
        return lines

    def _letters(self, text: str) -> str:
        if self._is_plain_text:
            text = _MARKDOWN.sub("", text)
        return unicodedata.normalize("NFKC", _IGNORED.sub("", text))

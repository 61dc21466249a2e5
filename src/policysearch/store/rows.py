"""Between the dataclasses of the model and the rows of `schema.sql`: pure functions, no database."""

import datetime as dt
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from policysearch import codec
from policysearch.model.document import AgendaItem, Document, Participant, Passage, PrintedWord, Section, TextBlock
from policysearch.model.facts import Actor, Commitment, Facts, Measure, Mention
from policysearch.model.source import Listed, Metadata
from policysearch.model.text import Box, Page, Span
from policysearch.model.time import TimeExpression, When

Row = tuple[Any, ...]
FactKind = Literal["time", "actor", "commitment", "measure"]
RECORD_TYPES: Mapping[FactKind, Any] = {
    "time": TimeExpression, "actor": Mention, "commitment": Commitment, "measure": Measure,
}  # fmt: skip

METADATA = "type, title, date, issuer, language, case_number, section_number, meeting_number"
PASSAGE = "id, start, end, section, part, page, kind, ocr, language, sentences, tokens"
PAGE = "number, status, width, height, start, end, words"
BLOCK = "start, end, kind, page, section, ocr, columns"


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage with the words it is searched by (`tokens`, see `index.terms`) and its sentences."""

    passage: Passage
    tokens: bytes
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """One document as the pipeline hands it over."""

    document: Document
    passages: tuple[StoredPassage, ...]
    facts: Facts


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact as its columns; `fact` decodes the whole. Dates are ISO 8601, None where unknown."""

    document: str
    id: str
    type: str | None
    issuer: str | None
    date: str | None
    span: Span
    begins: str | None
    ends: str | None
    record: str
    kind: FactKind

    @property
    def columns(self) -> Row:
        """All of them, in order."""
        return tuple(getattr(self, name) for name in self.__slots__)

    @property
    def fact(self) -> Any:
        """The `TimeExpression`, `Mention`, `Commitment` or `Measure`."""
        return codec.decode(self.record, RECORD_TYPES[self.kind])


@dataclass(frozen=True, slots=True)
class Body:
    """What of a document is read and written as a whole."""

    sections: tuple[Section, ...]
    participants: tuple[Participant, ...]
    agenda: tuple[AgendaItem, ...]
    furniture: tuple[tuple[int | None, str], ...]
    warnings: tuple[str, ...]
    reader: str | None
    listed: tuple[Listed, ...] = ()


def document_row(document: Document, ordinal: int, facts_stamp: str) -> Row:
    """The row of `document`; `ordinal` is its place in the original."""
    m = document.metadata
    date = None if m.date is None else m.date.isoformat()
    body = Body(
        document.sections,
        document.participants,
        document.agenda,
        document.furniture,
        document.warnings,
        document.reader,
        document.listed,
    )
    return (
        document.id, document.sha256, ordinal, document.locator, document.media_type,
        m.type, m.title, date, m.issuer, m.language, m.case_number, m.section_number, m.meeting_number,
        pack(document.text), codec.encode(body), facts_stamp,
    )  # fmt: skip


def page_rows(document: Document) -> Iterator[Row]:
    """The rows of `page`."""
    spans = dict(document.page_spans)
    words: dict[int, list[tuple[float, ...]]] = {}
    for word in document.printed:
        box = word.box
        sides = (round(side, 2) for side in (box.x0, box.top, box.x1, box.bottom))
        words.setdefault(box.page, []).append((word.span.start, word.span.end, *sides))
    for page in document.pages:
        span = spans.get(page.number)
        ends = (None, None) if span is None else (span.start, span.end)
        printed = pack(json.dumps(words.get(page.number, [])))
        yield document.id, page.number, page.status, page.width, page.height, *ends, printed


def block_rows(document: Document) -> Iterator[Row]:
    """The rows of `block`."""
    for number, block in enumerate(document.blocks):
        yield (
            document.id, number, block.span.start, block.span.end, block.kind, block.page, block.section, block.ocr,
            json.dumps(block.columns),
        )  # fmt: skip


def passage_rows(item: ReadDocument) -> Iterator[Row]:
    """The rows of `passage`."""
    for number, stored in enumerate(item.passages):
        p = stored.passage
        sentences = json.dumps([(span.start, span.end) for span in stored.sentences])
        yield (
            p.id, item.document.id, number, p.span.start, p.span.end, p.section, p.part, p.page, p.kind, p.ocr,
            p.language, sentences, stored.tokens,
        )  # fmt: skip


def fact_rows(document: str, facts: Facts) -> Iterator[tuple[Row, tuple[Actor, ...]]]:
    """The rows of `fact`, each with the actors of its rows of `fact_actor`."""
    for time in facts.times:
        yield _fact_row(document, "time", time, time.when), ()
    for mention in facts.mentions:
        yield _fact_row(document, "actor", mention, None), (mention.actor,)
    for commitment in facts.commitments:
        yield _fact_row(document, "commitment", commitment, commitment.when), commitment.actors
    for measure in facts.measures:
        yield _fact_row(document, "measure", measure, measure.when), ()


def _fact_row(
    document: str, kind: FactKind, fact: TimeExpression | Mention | Commitment | Measure, when: When | None
) -> Row:
    moments = (when.begin, when.end) if when else (None, None)
    ends = (None if moment is None else moment.isoformat() for moment in moments)
    return fact.id, document, kind, fact.span.start, fact.span.end, *ends, codec.encode(fact)


def metadata_of(row: Sequence[Any]) -> Metadata:
    """From the columns `METADATA`."""
    type_, title, date, *rest = row
    return Metadata(type_, title, None if date is None else dt.date.fromisoformat(date), *rest)


def passage_of(row: Sequence[Any]) -> StoredPassage:
    """From the columns `PASSAGE`."""
    id_, start, end, section, part, page, kind, ocr, language, sentences, tokens = row
    return StoredPassage(
        Passage(id_, Span(start, end), section, part, page, kind, bool(ocr), language),
        tokens,
        tuple(Span(*ends) for ends in json.loads(sentences)),
    )


def block_of(row: Sequence[Any]) -> TextBlock:
    """From the columns `BLOCK`."""
    start, end, kind, page, section, ocr, columns = row
    return TextBlock(Span(start, end), kind, page, section, bool(ocr), tuple(json.loads(columns)))


def page_of(row: Sequence[Any]) -> tuple[Page, Span | None, tuple[PrintedWord, ...]]:
    """From the columns `PAGE`: the page, where its text lies, and its printed words."""
    number, status, width, height, start, end, words = row
    printed = tuple(
        PrintedWord(Span(first, last), Box(number, *sides)) for first, last, *sides in json.loads(unpack(words))
    )
    return Page(number, status, width, height), None if start is None else Span(start, end), printed


def pack(text: str) -> bytes:
    """Text as it is kept."""
    return zlib.compress(text.encode())


def unpack(data: bytes) -> str:
    """The text that `pack` made."""
    return zlib.decompress(data).decode()

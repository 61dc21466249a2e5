"""Documents made of one sentence or paragraph, as the fact finders take them."""

import datetime as dt
from collections.abc import Sequence

from policysearch.lang.fi import open_finnish
from policysearch.model.document import AnalysedPassage, Document, Participant, Passage, Section
from policysearch.model.ids import document_id, fact_id
from policysearch.model.source import DocumentType, Metadata
from policysearch.model.text import Span

FINNISH = open_finnish()


def made_document(
    *paragraphs: str,
    date: dt.date | None = None,
    kind: DocumentType | None = "minutes",
    issuer: str | None = None,
    title: str | None = None,
    sections: Sequence[Section] = (),
    participants: Sequence[Participant] = (),
) -> Document:
    """A document of these paragraphs, each a passage; all in section 0 where there are sections."""
    identity = document_id("0" * 64, "|".join(paragraphs)[:80])
    text, passages = "", []
    for paragraph in paragraphs:
        text += "\n" if text else ""
        span = Span(len(text), len(text) + len(paragraph))
        text += paragraph
        section = 0 if sections else None
        passages.append(Passage(fact_id(identity, "passage", span.start, span.end), span, section, None, 1))
    return Document(
        id=identity,
        sha256="0" * 64,
        locator="",
        media_type="text/plain",
        metadata=Metadata(type=kind, title=title, date=date, issuer=issuer, language="fi"),
        text=text,
        blocks=(),
        sections=tuple(sections),
        passages=tuple(passages),
        participants=tuple(participants),
        page_spans=((1, Span(0, len(text))),),
    )


def analysed(document: Document) -> tuple[AnalysedPassage, ...]:
    """Every passage of a document, read; sections untouched."""
    found = []
    for passage in document.passages:
        text = passage.span.of(document.text)
        tokens = tuple(
            type(token)(token.surface, token.span.shift(passage.span.start), token.kind, token.readings, token.ellipsis)
            for token in FINNISH.tokens(text)
        )
        sentences = tuple(span.shift(passage.span.start) for span in FINNISH.sentences(text))
        found.append(AnalysedPassage(passage, tokens, sentences))
    return tuple(found)

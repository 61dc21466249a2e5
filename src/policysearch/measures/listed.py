"""Items of a list that a heading opens (*4 Suositukset*, *3 Toimenpiteet*), and recommendations in a sentence."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from policysearch.measures.labels import begins_to_do, list_of, load_labels, numbered_opening
from policysearch.measures.layout import Label, Unit
from policysearch.measures.tables import Draft
from policysearch.model.document import Document
from policysearch.model.facts import Commitment, MeasureKind
from policysearch.model.text import Span

_SPEAKERS = frozenset({"report", "statement", "plan"})
"""Documents whose own sentences may recommend something."""


def list_measures(document: Document, layout: Sequence[Unit | Label]) -> Iterator[Draft]:
    """The items below a heading of measures or recommendations; of bullets only what is to be done."""
    kind: MeasureKind | None = None
    depth = 0
    for item in layout:
        if isinstance(item, Label):
            continue
        text = item.span.of(document.text)
        if item.block.kind == "heading":
            level = _level(document, item)
            found = list_of(item.text.of(document.text))
            if found is not None:
                kind, depth = found, level
            elif kind is not None and level <= depth:
                kind = None
            continue
        if kind is None or item.block.kind == "table_row":
            continue
        opening = item.opening or numbered_opening(text)
        is_item = item.block.kind == "list_item"
        if opening is not None and opening.kind is None and "." not in opening.number and len(item.span) <= 700:
            yield Draft(item.text, kind, "list", opening.number or None, ocr=item.block.ocr)
        elif is_item and opening is None and (kind == "recommendation" or begins_to_do(text)):
            yield Draft(item.span, kind, "list", None, ocr=item.block.ocr)


def _recommends(commitment: Commitment) -> bool:
    labels = load_labels()
    return commitment.action in labels.recommends or bool(labels.holding.match(commitment.quote))


def _is_own(commitment: Commitment) -> bool:
    """Whether the document says it itself, or in the name of those for whom a committee writes."""
    names = {actor.name.casefold() for actor in commitment.actors}
    return commitment.own_words or bool(names & load_labels().spoken_for)


def _level(document: Document, unit: Unit) -> int:
    return next((s.level for s in document.sections if s.heading.overlaps(unit.span)), 1)


def sentence_measures(document: Document, commitments: Sequence[Commitment]) -> Iterator[Draft]:
    """What a report or statement recommends in a sentence that begins a paragraph, or ends its section."""
    if document.metadata.type not in _SPEAKERS:
        return
    starts = [passage.span.start for passage in document.passages]
    for c in commitments:
        if c.kind != "proposal" or not _is_own(c) or not _recommends(c):
            continue
        at = bisect_right(starts, c.span.start) - 1
        passage = document.passages[at]
        if passage.kind != "paragraph" or passage.part not in (None, "summary"):
            continue
        after = document.passages[at + 1] if at + 1 < len(document.passages) else None
        ends = c.span.end >= passage.span.end - 1 and (after is None or after.kind == "heading")
        if c.span.start == passage.span.start or ends:
            yield Draft(Span(c.span.start, c.span.end), "recommendation", "sentence", None, ocr=c.ocr)

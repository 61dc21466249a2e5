"""Tables with a header row: which column holds the measure, who answers for it, by when; and a measure a row."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from policysearch.measures.labels import (
    is_number_label,
    load_labels,
    measure_label,
    named_opening,
    numbered_opening,
    part_of,
    plain_label,
)
from policysearch.model.document import Document, TextBlock
from policysearch.model.facts import MeasureKind, MeasurePart
from policysearch.model.text import Span

_MOST_HEADERS = 3
"""Rows from the beginning of a table among which its header stands: a title may come before."""


@dataclass(slots=True)
class Draft:
    """A measure as it is found, before pages and actors are looked up."""

    text: Span
    kind: MeasureKind
    cue: str
    number: str | None = None
    fields: list[tuple[MeasurePart, Span]] = field(default_factory=list)
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A filled cell of a row: the column in which it begins, and where it stands."""

    column: int
    span: Span


@dataclass(frozen=True, slots=True)
class Header:
    """What the columns hold: the measure itself, its number, its parts."""

    kind: MeasureKind
    text: int
    number: int | None
    parts: tuple[tuple[int, MeasurePart], ...]
    words: tuple[str, ...]

    def part_at(self, column: int) -> MeasurePart | None:
        """What a column holds."""
        return dict(self.parts).get(column)


def cells_of(document: Document, block: TextBlock) -> tuple[Cell, ...]:
    """The filled cells of a row."""
    spans: list[Span] = []
    at = block.span.start
    for piece in block.span.of(document.text).split("\t"):
        spans.append(Span(at, at + len(piece)))
        at += len(piece) + 1
    columns = block.columns if len(block.columns) == len(spans) else range(len(spans))
    return tuple(Cell(column, span) for column, span in zip(columns, spans, strict=True) if len(span))


def table_measures(document: Document) -> Iterator[tuple[Draft, range]]:
    """The measures of the tables that have a header, each with the blocks of its table."""
    at = 0
    for is_row, group in groupby(document.blocks, key=lambda block: block.kind == "table_row"):
        blocks = list(group)
        if is_row:
            rows = [cells_of(document, block) for block in blocks]
            for draft in _rows(document, blocks, rows):
                yield draft, range(at, at + len(blocks))
        at += len(blocks)


def _rows(document: Document, blocks: Sequence[TextBlock], rows: Sequence[tuple[Cell, ...]]) -> Iterator[Draft]:
    header: Header | None = None
    goal: Span | None = None
    last: Draft | None = None
    for n, (block, cells) in enumerate(zip(blocks, rows, strict=True)):
        is_first = header is None and n < _MOST_HEADERS
        found = _header(document, cells) if is_first or header is not None else None
        if found is not None:  # the first one, one that a page repeats, or the one of the next table
            goal = goal if header and header.words == found.words else None
            header = found
            continue
        if header is None:
            continue
        goal_cell = next((c for c in cells if header.part_at(c.column) == "goal"), None)
        if goal_cell is not None:
            goal = goal_cell.span
        if len(cells) == 1 and goal_cell is None and (cells[0].column != header.text or _is_goal(document, cells[0])):
            goal = cells[0].span  # a row that is one heading across the table
            continue
        if last is not None and _goes_on(document, header, cells, blocks[n - 1], block):
            last.fields += _fields(header, cells)
            more = next((c.span for c in cells if c.column == header.text), None)
            if more is not None:
                last.fields.append(("description", more))
            continue
        draft = _draft(document, header, cells, goal, ocr=block.ocr)
        if draft is not None:
            last = draft
            yield draft
        elif len(cells) == 1:
            goal = cells[0].span


def _is_goal(document: Document, cell: Cell) -> bool:
    """*Tavoite 2: Työntekijät tuntevat oikeutensa*, alone in its row."""
    words = cell.span.of(document.text).split()
    return part_of(words[0], loose=False) == "goal"


def _header(document: Document, cells: Sequence[Cell]) -> Header | None:
    """The header that a row is: one cell names the measure, and another one a part of it."""
    words = tuple(cell.span.of(document.text) for cell in cells)
    parts = {cell.column: part for cell, word in zip(cells, words, strict=True) if (part := part_of(word))}
    kinds = {cell.column: kind for cell, word in zip(cells, words, strict=True) if (kind := measure_label(word))}
    numbers = [cell.column for cell, word in zip(cells, words, strict=True) if is_number_label(word)]
    for column in kinds:
        if column in parts and len(kinds) > 1:
            continue
        parts.pop(column, None)
    kinds = {column: kind for column, kind in kinds.items() if column not in parts}
    if not kinds:
        goals = [column for column, part in parts.items() if part == "goal"]
        if not goals or not {"responsible", "schedule"} <= set(parts.values()):
            return None
        kinds = {goals[-1]: "measure"}
        parts.pop(goals[-1])
    telling = {part for part in parts.values() if part not in ("goal", "description")}
    if not telling or any(len(plain_label(word).split()) > 8 for word in words):
        return None
    text = min(kinds)
    parts |= {column: "description" for column in kinds if column != text}
    return Header(kinds[text], text, numbers[0] if numbers else None, tuple(sorted(parts.items())), words)


def _draft(document: Document, header: Header, cells: Sequence[Cell], goal: Span | None, *, ocr: bool) -> Draft | None:
    text = next((cell.span for cell in cells if cell.column == header.text), None)
    if text is None or plain_label(text.of(document.text)).startswith(load_labels().sums):
        return None
    if len(cells) == 1 and header.text == 0:
        return None  # a heading across the table
    number, kind = None, header.kind
    words = text.of(document.text)
    opening = named_opening(words) or numbered_opening(words)
    if opening is not None and opening.start < len(words):
        number, kind = opening.number, opening.kind or kind
        text = Span(text.start + opening.start, text.end)
    else:
        number = _number_beside(document, header, cells)
    fields = _fields(header, cells)
    if goal is not None and not any(part == "goal" for part, _ in fields):
        fields.insert(0, ("goal", goal))
    return Draft(text, kind, "table", number, fields, ocr)


def _number_beside(document: Document, header: Header, cells: Iterable[Cell]) -> str | None:
    """The number in its own column, be its header named so or empty."""
    for cell in cells:
        words = cell.span.of(document.text).strip(" .)")
        is_own = cell.column == header.number
        is_unnamed = cell.column < header.text and header.part_at(cell.column) is None
        if (is_own or is_unnamed) and words and len(words) <= 8 and any(letter.isdigit() for letter in words):
            return words
    return None


def _fields(header: Header, cells: Iterable[Cell]) -> list[tuple[MeasurePart, Span]]:
    return [(part, cell.span) for cell in cells if (part := header.part_at(cell.column)) is not None]


def _goes_on(document: Document, header: Header, cells: Sequence[Cell], before: TextBlock, block: TextBlock) -> bool:
    """Whether a row goes on with the one before: it has no measure of its own, or one that a page break cut."""
    text = next((cell.span.of(document.text) for cell in cells if cell.column == header.text), None)
    if text is None:
        return bool(_fields(header, cells)) and not any(header.part_at(c.column) == "goal" for c in cells)
    is_cut = before.page != block.page and before.page is not None
    return is_cut and text[:1].islower() and _number_beside(document, header, cells) is None

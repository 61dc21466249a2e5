"""Labels that stand below a measure, and the measure that they belong to; measures that a word and a number name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from policysearch.measures.labels import begins_to_do, list_of
from policysearch.measures.layout import Label, Unit
from policysearch.measures.tables import Draft
from policysearch.model.document import Document
from policysearch.model.facts import MeasureKind
from policysearch.model.text import Span

_LONGEST = 700
"""Code points of a paragraph that is a measure; more is a text about it."""
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+(?=[A-ZÅÄÖ”])")


@dataclass(slots=True)
class _Run:
    """What stands since the last heading or the last labels."""

    heading: Unit | None = None
    units: list[Unit] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)


def labelled_measures(document: Document, layout: Sequence[Unit | Label]) -> Iterator[Draft]:
    """The measures with labels below them, and those that only a word and a number name, in order."""
    listed: MeasureKind | None = None
    heading: Unit | None = None
    for run in _runs(layout):
        if run.heading is not None:
            heading = run.heading
            listed = list_of(heading.text.of(document.text)) or listed
        owners = _owners(document, run) if _tells(run) else []
        kind: MeasureKind = listed or "measure"
        made = [_draft(document, run, unit, kind, owners) for unit in owners]
        rest = [unit for unit in _named(document, run) if unit not in owners]
        made += [_draft(document, run, unit, kind, ()) for unit in rest]
        yield from sorted((draft for draft in made if draft is not None), key=lambda draft: draft.text)


def _runs(layout: Sequence[Unit | Label]) -> Iterator[_Run]:
    run = _Run()
    for item in layout:
        if isinstance(item, Label):
            run.labels.append(item)
            continue
        is_heading = item.block.kind == "heading"
        if run.labels or is_heading:
            if run.heading or run.units or run.labels:
                yield run
            run = _Run()
        if is_heading:
            run.heading = item
        else:
            run.units.append(item)
    yield run


def _tells(run: _Run) -> bool:
    """Whether the labels are those of a measure: who answers for it, or two of the others."""
    names = {label.name for label in run.labels}
    return "responsible" in names or len(names & {"schedule", "indicator", "funding"}) > 1


def _owners(document: Document, run: _Run) -> list[Unit]:
    """What the labels belong to: what a word and a number name, what is numbered, the list, the heading."""
    named = _named(document, run)
    if named:
        return named[-1:] if named[-1] is not run.heading or len(named) == 1 else named[:1]
    if not run.units:
        return [run.heading] if run.heading else []
    heading, text = run.heading, document.text
    if heading is not None and begins_to_do(heading.text.of(text)):
        return [heading]
    numbered = [unit for unit in run.units if unit.opening is not None]
    if numbered and not (heading is not None and heading.opening is not None and len(numbered) > 1):
        return numbered[-1:] if numbered[-1].block.kind != "list_item" else numbered
    items = [unit for unit in run.units if unit.block.kind == "list_item" and begins_to_do(unit.text.of(text))]
    if items:
        return items
    if heading is not None and heading.opening is not None:
        return [heading]
    to_do = [unit for unit in run.units if begins_to_do(unit.text.of(text)) and len(unit.span) <= _LONGEST]
    if to_do:
        return to_do[:1]
    if heading is not None:
        return [heading]
    return run.units[-1:] if len(run.units[-1].span) <= _LONGEST else []


def _named(document: Document, run: _Run) -> list[Unit]:
    units = [unit for unit in (*((run.heading,) if run.heading else ()), *run.units) if unit.opening]
    return [unit for unit in units if unit.opening and unit.opening.kind is not None and _is_short(unit)]


def _is_short(unit: Unit) -> bool:
    return len(unit.span) <= 2 * _LONGEST


def _draft(document: Document, run: _Run, unit: Unit, kind: MeasureKind, owners: Sequence[Unit]) -> Draft | None:
    opening, text = unit.opening, unit.text
    after = [other for other in run.units if other.span.start > unit.span.start]
    after = after[: next((n for n, other in enumerate(after) if other.opening and other.opening.kind), len(after))]
    if not len(text):  # Suositus 4 alone on its line: the text is below
        if not after:
            return None
        text, after = after[0].span, after[1:]
    elif unit.block.kind == "paragraph" and opening is not None and opening.kind is not None:
        text, rest = _first_sentence(document, text)
        after = [replace(unit, span=rest, opening=None), *after] if len(rest) else after
    is_owner = unit in owners
    draft = Draft(
        text,
        (opening.kind if opening else None) or kind,
        "labels" if is_owner else "number",
        (opening.number or None) if opening else None,
        ocr=unit.block.ocr,
    )
    if (is_owner and len(owners) == 1) or unit is run.heading or (after and after[0].block is unit.block):
        after = after if is_owner or unit is run.heading else after[:1]
        draft.fields += [("description", other.span) for other in after]
    if is_owner:
        draft.fields += [(label.name, label.value) for label in run.labels]
    return draft


def _first_sentence(document: Document, span: Span) -> tuple[Span, Span]:
    """The measure itself, and what the paragraph goes on to say of it: *Toimi 1: Koulutus. Opas on jaettu …*."""
    end = _SENTENCE_END.search(document.text, span.start, span.end)
    at = span.end if end is None else end.start()
    return Span(span.start, at), Span(at if end is None else end.end(), span.end)

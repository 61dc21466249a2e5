"""Commitments as lists of the page show them: the words, who, by when, where, and what people say of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from policysearch.model.facts import Actor, Commitment
from policysearch.model.reviews import ReviewState
from policysearch.model.search import DocumentSummary, FoundCommitment, Standing
from policysearch.model.text import Span
from policysearch.web.asking import Asked
from policysearch.web.labels import label


@dataclass(frozen=True, slots=True)
class Corrected:
    """A field as the machine found it and as a person has it."""

    field: str
    found: str
    reviewed: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A commitment as the template shows it.

    Attributes:
        who: Names of its actors; of those that may be, where `is_possible`; empty where nobody is named.
        marks: Short words beside the kind: outcome, *not*, read by OCR.
        about: Issuer, date and page.
        review: What people say of it.
    """

    id: str
    kind: str
    who: str
    is_possible: bool
    when: str
    marks: tuple[str, ...]
    quote: Markup
    language: str
    title: str
    about: tuple[str, ...]
    address: str
    thread: str | None = None
    standing: Standing | None = None
    review: ReviewState | None = None
    corrected: tuple[Corrected, ...] = ()


def entry_of(asked: Asked, row: FoundCommitment) -> Entry:
    """A row of the ledger."""
    entry = commitment_entry(asked, row.commitment, row.document, thread=row.thread)
    return replace(with_review(asked, entry, row.found or row.commitment, row.review), standing=row.standing)


def with_review(asked: Asked, entry: Entry, machine: Commitment, review: ReviewState | None) -> Entry:
    """The entry with what people say of it beside what the machine found."""
    if review is None or review == ReviewState():
        return entry
    values = tuple(_corrected(asked, machine, field, value) for field, value in review.corrected)
    return replace(entry, review=review, corrected=tuple(each for each in values if each.found != each.reviewed))


def reviewed_entry(asked: Asked, commitment: Commitment, document: DocumentSummary) -> Entry:
    """A commitment with its document, and what people say of it."""
    state = asked.corpus.reviews.overlay().states.get(commitment.id)
    return with_review(asked, commitment_entry(asked, commitment, document), commitment, state)


def commitment_entry(
    asked: Asked, commitment: Commitment, document: DocumentSummary, *, thread: str | None = None
) -> Entry:
    """A commitment with its document, without what people say of it."""
    words, c = asked.words, commitment
    marks = [label(words.gettext, c.outcome, "outcome")] if c.outcome else []
    if c.polarity == "negative":
        marks.append(words.gettext("negated"))
    if c.ocr:
        marks.append(words.gettext("read by OCR"))
    return Entry(
        id=c.id,
        kind=label(words.gettext, c.kind, "kind"),
        who=names(c.actors or c.possible_actors),
        is_possible=not c.actors and bool(c.possible_actors),
        when=when_of(asked, c),
        marks=tuple(marks),
        quote=asked.marked(c.quote, ()),
        language=document.metadata.language or "fi",
        title=document.metadata.title or words.gettext("Untitled document"),
        about=about(asked, document, c.page),
        address=place(asked, document.id, c.span, c.id),
        thread=thread,
    )


def about(asked: Asked, document: DocumentSummary, page: int | None) -> tuple[str, ...]:
    """Issuer, date and page of something in a document."""
    words, m = asked.words, document.metadata
    found = [m.issuer or words.gettext("issuer unknown"), words.date(m.date)]
    if page:
        found.append(words.gettext("page %(page)s") % {"page": words.number(page)})
    if document.withdrawn_at:
        found.append(words.gettext("withdrawn by its publisher"))
    return tuple(found)


def place(asked: Asked, document: str, span: Span, of: str | None = None) -> str:
    """The address of a document at words of it, which are marked there."""
    return asked.address("document", id=document, mark=f"{span.start}-{span.end}", of=of) + "#mark"


def names(actors: Sequence[Actor]) -> str:
    """Names in a row."""
    return ", ".join(dict.fromkeys(actor.name for actor in actors))


def when_of(asked: Asked, commitment: Commitment) -> str:
    """The time that a commitment carries; empty where it names no day."""
    when = commitment.when
    return asked.words.interval(when) if when is not None and (when.begin or when.end) else ""


def _corrected(asked: Asked, machine: Commitment, field: str, value: str) -> Corrected:
    words = asked.words
    found = {
        "kind": label(words.gettext, machine.kind, "kind"),
        "actor": names(machine.actors),
        "date": when_of(asked, machine),
        "action": machine.action or "",
    }[field]
    said = label(words.gettext, value, "kind") if field == "kind" else value
    return Corrected(label(words.gettext, field, "field"), found or "–", said or "–")

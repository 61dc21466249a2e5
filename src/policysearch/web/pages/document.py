"""The page of a document: its text with what was found in it, beside the pictures of its pages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup
from starlette.responses import Response

from policysearch.corpus import PDF
from policysearch.errors import DocumentNotFoundError, UsageError
from policysearch.model.document import Document
from policysearch.model.facts import Facts
from policysearch.model.meeting import SheetLanguage
from policysearch.model.research import Citation
from policysearch.model.search import DocumentSummary
from policysearch.model.source import AddressEvent
from policysearch.model.text import Span
from policysearch.present import tables
from policysearch.present.citations import citation_bibtex, citation_csl, citation_text
from policysearch.web.asking import Asked
from policysearch.web.entries import Entry, reviewed_entry
from policysearch.web.labels import N_
from policysearch.web.marking import Insert, Layer
from policysearch.web.picture import Picture, picture_of
from policysearch.web.sayings import said
from policysearch.web.text import Flow, flow_of, window_of

FACTS: tuple[tuple[str, str], ...] = (
    ("commitment", N_("Commitments")),
    ("time", N_("Times")),
    ("actor", N_("Actors")),
)
"""What can be marked in the text, by class, with its word in the legend."""
FINNISH = "fi"
"""The language that facts are taken from."""
_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})")
_MOST_MARKS = 50


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation in three forms, each in a field to copy from."""

    text: str
    bibtex: str
    csl: str


def page(asked: Asked) -> Response:
    """A document; with `mark` the words that the reader came for, in the text and on the page."""
    summary = asked.corpus.summary(asked.path("id"))
    if summary.id != asked.path("id"):
        return asked.go(asked.address("document", id=summary.id, **_kept(asked)))
    document, facts = asked.corpus.document(summary.id), asked.corpus.facts(summary.id)
    marks = marks_of(asked, document)
    shown = asked.choices("show", [name for name, _ in FACTS]) or tuple(name for name, _ in FACTS)
    if asked.switch("plain"):
        shown = ()
    number = _page_number(asked, document, marks)
    at = marks[0].start if marks else asked.number("at", default=_begin(document, number), most=len(document.text))
    window = window_of(document, at)
    history = asked.corpus.history(summary.id)
    return asked.page(
        "document.html",
        summary=summary,
        document=document,
        facts=facts,
        flow=_flow(asked, document, facts, window, marks, shown),
        window=window,
        marks=marks,
        shown=shown,
        legend=FACTS,
        picture=_picture(asked, document, number, marks),
        commitments=_listed(asked, facts, summary),
        cited=_cited(asked.corpus.cite(_cited_id(asked, summary.id)), asked.language),
        proved=asked.text("of", most=100),
        history=history,
        newest=None if summary.is_current else _newest(asked, history),
        warnings=[said(asked.words, warning) for warning in document.warnings],
        unread=[code for code, _ in document.languages if code != FINNISH],
        mark=asked.text("mark"),
    )


def _newest(asked: Asked, history: Sequence[AddressEvent]) -> str | None:
    """The version that its address gives now, where an original holds one document and it is plain which."""
    ids = dict.fromkeys(event.documents[0] for event in reversed(history) if len(event.documents) == 1)
    return next((id_ for id_ in ids if asked.corpus.summary(id_).is_current), None)


def passage(asked: Asked) -> Response:
    """Leads to a passage or commitment in its document."""
    found = asked.corpus.cite(asked.path("id"))
    mark = None if found.span is None else f"{found.span.start}-{found.span.end}"
    of = None if found.kind == "document" else found.id
    return asked.go(asked.address("document", id=found.document.id, mark=mark, of=of) + ("#mark" if mark else ""))


def marks_of(asked: Asked, document: Document) -> tuple[Span, ...]:
    """The spans that `mark=12-34,56-78` names, in order.

    Raises:
        UsageError: They are no spans of the document.
    """
    found = []
    for part in asked.text("mark").split(",")[:_MOST_MARKS]:
        if not part:
            continue
        match = _SPAN.fullmatch(part.strip())
        start, end = (int(match[1]), int(match[2])) if match else (0, 0)
        if not start < end <= len(document.text):
            raise UsageError(asked.words.gettext("mark must be places in the text, such as 120-180."))
        found.append(Span(start, end))
    return tuple(sorted(found))


def _kept(asked: Asked) -> dict[str, str]:
    return {name: value for name in ("mark", "of", "page") if (value := asked.text(name))}


def _cited_id(asked: Asked, document: str) -> str:
    """What is cited: the passage or commitment that the reader came for, where it stands in this document."""
    of = asked.text("of", most=100)
    if of and asked.corpus.cite(of).document.id != document:
        raise DocumentNotFoundError(f"{of!r} is of another document")
    return of or document


def _page_number(asked: Asked, document: Document, marks: tuple[Span, ...]) -> int:
    """The page whose picture is shown: the one asked for, else that of the first mark, else the first."""
    pages = [page.number for page in document.pages]
    if asked.text("page"):
        number = asked.number("page", default=1, least=1)
        if pages and number not in pages:
            raise DocumentNotFoundError(f"document {document.id} has no page {number}")
        return number
    return (marks and document.page_at(marks[0].start)) or (pages[0] if pages else 1)


def _begin(document: Document, page: int) -> int:
    span = dict(document.page_spans).get(page)
    return span.start if span else 0


def _flow(
    asked: Asked, document: Document, facts: Facts, window: Span, marks: tuple[Span, ...], shown: tuple[str, ...]
) -> Flow:
    spans = {
        "commitment": [fact.span for fact in facts.commitments],
        "time": [fact.span for fact in facts.times],
        "actor": [fact.span for fact in facts.mentions],
    }
    layers = [Layer(span, f"fact {name}") for name in shown for span in spans[name]]
    layers += [Layer(span, "mark") for span in marks]

    def page_mark(number: int) -> Markup:
        words = asked.words.gettext("page %(page)s") % {"page": number}
        if document.media_type != PDF:
            return Markup('<span class="page-mark" id="page-{}">{}</span>').format(number, words)
        address = asked.here(page=number) + "#picture"
        return Markup('<a class="page-mark" id="page-{}" href="{}">{}</a>').format(number, address, words)

    adding = list(_adding(asked, document)) if asked.may_write and asked.switch("add") else []
    return flow_of(document, window, layers, page_mark=page_mark, hidden=asked.hidden, more=adding)


def _adding(asked: Asked, document: Document) -> Iterator[Insert]:
    """A way at each passage to the form that adds one of its sentences."""
    words = asked.words.gettext("choose a sentence here")
    for passage in document.passages:
        if passage.kind == "heading":
            continue
        address = asked.address("mark", id=document.id, at=passage.span.start)
        yield Insert(passage.span.start, Markup('<a class="adds" href="{}">{}</a> ').format(address, words))


def _picture(asked: Asked, document: Document, number: int, marks: tuple[Span, ...]) -> Picture | None:
    if document.media_type != PDF or not document.pages:
        return None
    boxes = asked.corpus.marks(document.id, marks) if marks else ()
    return picture_of(asked, document, number, boxes)


def _listed(asked: Asked, facts: Facts, summary: DocumentSummary) -> tuple[Entry, ...]:
    """What was found in the document, and what people added, in the order of the text."""
    added = (entry for entry in asked.corpus.reviews.overlay().added if entry.document == summary.id)
    found = [*(commitment for commitment in facts.commitments if not commitment.routine), *added]
    return tuple(reviewed_entry(asked, each, summary) for each in sorted(found, key=lambda each: each.span))


def _cited(citation: Citation, language: SheetLanguage) -> Cited:
    return Cited(
        citation_text(citation, language), citation_bibtex(citation), tables.json_text([citation_csl(citation)])
    )

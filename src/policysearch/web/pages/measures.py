"""The measures of a plan, a row each: its words, who answers for it and by when, and what was said of it since."""

from dataclasses import dataclass

from markupsafe import Markup
from starlette.responses import Response

from policysearch.model.facts import MEASURE_PARTS, Measure, MeasurePart
from policysearch.model.measures import FoundMeasure, MeasureNews
from policysearch.model.reviews import ReviewState
from policysearch.present import records
from policysearch.web.asking import Asked
from policysearch.web.entries import about, place
from policysearch.web.exporting import TABLE_FORMS, export
from policysearch.web.labels import label


@dataclass(frozen=True, slots=True)
class News:
    """Something that a later document says: its day and step, the words, whose they are, and where they stand."""

    day: str
    step: str
    quote: Markup
    language: str
    title: str
    about: tuple[str, ...]
    address: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A measure as the template shows it.

    Attributes:
        about: Number and page.
        parts: What the plan says of it, with the name of the part.
        since: What later documents surely say, and `unsure` what may be about it.
        reviewed: What people say of it.
        entry: The id of the commitment at its words, which has a form; None where there is none.
    """

    id: str
    number: str | None
    page: int | None
    quote: Markup
    address: str
    parts: tuple[tuple[MeasurePart, Markup], ...]
    since: tuple[News, ...]
    unsure: tuple[News, ...]
    reviewed: ReviewState | None
    entry: str | None


def page(asked: Asked) -> Response:
    """The measures of one document."""
    summary = asked.corpus.summary(asked.path("id"))
    if summary.id != asked.path("id"):
        return asked.go(asked.address("measures", id=summary.id))
    found = asked.corpus.measures(summary.id)
    return asked.page(
        "measures.html",
        summary=summary,
        rows=[_row(asked, one) for one in found],
        exports=[(form, asked.address("measures-export", id=summary.id, form=form)) for form in TABLE_FORMS],
    )


def export_page(asked: Asked) -> Response:
    """The same as a file."""
    form = next((form for form in TABLE_FORMS if form == asked.path("form")), None)
    if form is None:
        return asked.not_found()
    summary = asked.corpus.summary(asked.path("id"))
    found = asked.corpus.measures(summary.id)
    provenance = asked.corpus.provenance("measures", query=summary.id, n_hits=len(found))
    rows = map(records.found_measure_record, found)
    return export(form, f"measures-{summary.id}", provenance, rows, "measure", ())


def _row(asked: Asked, found: FoundMeasure) -> Row:
    m = found.measure
    return Row(
        id=m.id,
        number=m.number,
        page=m.page,
        quote=asked.marked(m.quote, ()),
        address=place(asked, m.document, m.span),
        parts=tuple((part, asked.marked(_words(m, part), ())) for part in MEASURE_PARTS if m.parts(part)),
        since=tuple(_news(asked, news) for news in found.since),
        unsure=tuple(_news(asked, news) for news in found.unsure),
        reviewed=found.review,
        entry=found.entry,
    )


def _words(measure: Measure, part: MeasurePart) -> str:
    return "; ".join(" ".join(field.quote.split()) for field in measure.parts(part))


def _news(asked: Asked, news: MeasureNews) -> News:
    metadata, words = news.document.metadata, asked.words
    return News(
        day=words.date(news.day),
        step=label(words.gettext, news.event, "step") if news.event else "",
        quote=asked.marked(" … ".join(" ".join(quote.split()) for quote in news.quotes), ()),
        language=metadata.language or "fi",
        title=metadata.title or words.gettext("Untitled document"),
        about=about(asked, news.document, news.page),
        address=place(asked, news.document.id, news.span, news.commitment.id if news.commitment else None),
        words=news.link.words if news.link else (),
    )

"""Deadlines: coming ones, a month at a time, those without a report of completion, and iCalendar."""

import calendar
import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup
from starlette.responses import Response

from policysearch.errors import UsageError
from policysearch.model.search import FactFilters, FactRows, FoundTime
from policysearch.present import records
from policysearch.present.calendars import calendar_bytes, calendar_entry, last_day
from policysearch.web.asking import Asked
from policysearch.web.entries import about, entry_of, names, place
from policysearch.web.exporting import LEDGER_FORMS, MOST_ROWS, export
from policysearch.web.labels import N_
from policysearch.web.paging import paging, wanted

VIEWS: tuple[tuple[str, str], ...] = (
    ("coming", N_("Coming")),
    ("month", N_("By month")),
    ("past", N_("Past, no report of completion")),
    ("undated", N_("Without a day")),
)
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_FIRST_YEAR, _LAST_YEAR = 1900, 2200


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline as the template shows it; `day` is the last one."""

    day: dt.date
    when: str
    words: str
    who: str
    sentence: Markup
    language: str
    title: str
    about: tuple[str, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Month:
    """A month as a table of weeks: each day with how many deadlines it has; None for days of other months."""

    name: str
    weekdays: tuple[tuple[str, str], ...]
    weeks: tuple[tuple[tuple[dt.date, int] | None, ...], ...]
    before: str
    after: str


def page(asked: Asked) -> Response:
    """One of the four views of what is to be done."""
    view = asked.choice("view", [name for name, _ in VIEWS], default="coming")
    limit, offset = wanted(asked, size=20)
    context: dict[str, Any] = {"dues": (), "rows": (), "month": None, "exports": (), "total": 0}
    if view in ("past", "undated"):
        found = _open(asked, limit, offset, undated=view == "undated")
        context |= {"rows": [entry_of(asked, row) for row in found.rows], "total": found.total}
    elif view == "month":
        first = _month(asked)
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        times = _deadlines(asked, None, 0, after=first, before=last)
        dues = [_due(asked, row) for row in times.rows]
        context |= {"dues": dues, "month": _table(asked, first, dues), "total": times.total}
        limit, offset = max(times.total, 1), 0
    else:
        times = _deadlines(asked, limit, offset, after=asked.corpus.settings.today)
        context |= {"dues": [_due(asked, row) for row in times.rows], "total": times.total}
    kept = {"actor": asked.text("actor"), "q": asked.text("q")}
    return asked.page(
        "deadlines.html",
        view=view,
        views=[(name, message, asked.address("deadlines", view=name, **kept)) for name, message in VIEWS],
        today=asked.corpus.settings.today,
        offset=offset,
        pages=paging(asked, total=context["total"], limit=limit, offset=offset),
        calendar=asked.address("deadlines-calendar", **kept),
        saved=[(form, asked.address("deadlines-export", form=form, **kept)) for form in LEDGER_FORMS],
        most_rows=MOST_ROWS,
        **context,
    )


def export_page(asked: Asked) -> Response:
    """All deadlines as a file."""
    form = next((form for form in LEDGER_FORMS if form == asked.path("form")), None)
    if form is None:
        return asked.not_found()
    found = _deadlines(asked, MOST_ROWS, 0)
    provenance = asked.corpus.provenance(
        "deadlines",
        query=asked.text("q") or None,
        filters=_filters(asked),
        options={"limit": MOST_ROWS},
        n_hits=found.total,
        undated=found.undated,
    )
    return export(form, "deadlines", provenance, map(records.found_time_record, found.rows), "time", ())


def calendar_page(asked: Asked) -> Response:
    """Deadlines as iCalendar, to save or to subscribe to."""
    base, corpus_id = str(asked.request.base_url).rstrip("/"), asked.corpus.provenance("deadlines").corpus_id
    dues = ((row, _due(asked, row)) for row in _deadlines(asked, MOST_ROWS, 0).rows)
    entries = (
        calendar_entry(row, corpus_id, ", ".join((due.title, *due.about)), base + due.address) for row, due in dues
    )
    return Response(
        calendar_bytes(asked.words.gettext("Deadlines"), filter(None, entries)),
        media_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="deadlines.ics"'},
    )


def _filters(asked: Asked, after: dt.date | None = None, before: dt.date | None = None) -> FactFilters:
    return FactFilters(actor=asked.text("actor") or None, due_after=after, due_before=before)


def _deadlines(
    asked: Asked, limit: int | None, offset: int, *, after: dt.date | None = None, before: dt.date | None = None
) -> FactRows[FoundTime]:
    return asked.corpus.deadlines(
        asked.text("q") or None, filters=_filters(asked, after, before), limit=limit, offset=offset
    )


def _open(asked: Asked, limit: int, offset: int, *, undated: bool) -> Any:
    yesterday = asked.corpus.settings.today - dt.timedelta(days=1)
    return asked.corpus.commitments(
        asked.text("q") or None,
        filters=_filters(asked, before=None if undated else yesterday),
        open=True,
        undated=undated,
        limit=limit,
        offset=offset,
    )


def _due(asked: Asked, row: FoundTime) -> Due:
    m = row.document.metadata
    of = row.commitments[0].id if row.commitments else None
    actors = [actor for commitment in row.commitments for actor in commitment.actors]
    return Due(
        day=last_day(row) or asked.corpus.settings.today,
        when=asked.words.interval(row.time.when),
        words=row.time.quote,
        who=names(actors),
        sentence=asked.marked(row.sentence, ()),
        language=m.language or "fi",
        title=m.title or asked.words.gettext("Untitled document"),
        about=about(asked, row.document, row.time.page),
        address=place(asked, row.document.id, row.commitments[0].span if row.commitments else row.time.span, of),
    )


def _month(asked: Asked) -> dt.date:
    value = asked.text("month", most=20)
    if not value:
        return asked.corpus.settings.today.replace(day=1)
    match = _MONTH.fullmatch(value)
    if not match or not 1 <= int(match[2]) <= 12 or not _FIRST_YEAR <= int(match[1]) <= _LAST_YEAR:
        raise UsageError(asked.words.gettext("month must be a month such as 2024-05."))
    return dt.date(int(match[1]), int(match[2]), 1)


def _table(asked: Asked, first: dt.date, dues: list[Due]) -> Month:
    counts = Counter(due.day for due in dues)
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    before, after = first - dt.timedelta(days=1), first + dt.timedelta(days=31)
    return Month(
        asked.words.month(first),
        asked.words.weekdays(),
        tuple(tuple((day, counts[day]) if day.month == first.month else None for day in week) for week in weeks),
        asked.here(month=f"{before:%Y-%m}", page=None),
        asked.here(month=f"{after.replace(day=1):%Y-%m}", page=None),
    )

"""The researcher's pages: every occurrence in its context, and how often a word is met over the years."""

from typing import Any

from starlette.responses import Response

from policysearch.model.research import (
    GROUPINGS,
    SORTINGS,
    Concordance,
    ConcordanceLine,
    Frequencies,
    Grouping,
    Sorting,
)
from policysearch.model.search import Filters
from policysearch.model.source import DOCUMENT_TYPES
from policysearch.present.research import frequency_record, line_record
from policysearch.web.asking import Asked
from policysearch.web.charts import Chart, columns, years
from policysearch.web.entries import place
from policysearch.web.exporting import MOST_ROWS, TABLE_FORMS, export
from policysearch.web.labels import N_
from policysearch.web.paging import paging, wanted

SORTS: dict[Sorting, str] = {
    "date": N_("by date"),
    "document": N_("by document"),
    "left": N_("by the words before"),
    "right": N_("by the words after"),
}
GROUPS: dict[Grouping, str] = {
    "lemma": N_("by dictionary form"),
    "form": N_("by form"),
    "document": N_("by document"),
    "year": N_("by year"),
}
WIDTHS = ("40", "60", "100")
_PARAMETERS = ("q", "type", "issuer", "after", "before", "document", "sort", "group", "width")
_MOST_ITEMS = 12


def page(asked: Asked) -> Response:
    """Every occurrence of a query, a line each."""
    limit, offset = wanted(asked, size=50)
    found = _lines(asked, limit, offset) if asked.text("q") else None
    kept = _kept(asked)
    return asked.page(
        "concordance.html",
        found=found,
        lines=[] if found is None else [(line, _place(asked, line)) for line in found.lines],
        filters=_filters(asked),
        types=DOCUMENT_TYPES,
        sorts=SORTS,
        groups=GROUPS,
        widths=WIDTHS,
        pages=paging(asked, total=found.total if found else 0, limit=limit, offset=offset),
        exports=[(form, asked.address("concordance-export", form=form, **kept)) for form in TABLE_FORMS],
        most_rows=MOST_ROWS,
    )


def export_page(asked: Asked) -> Response:
    """The lines as a file."""
    form = next((form for form in TABLE_FORMS if form == asked.path("form")), None)
    if form is None:
        return asked.not_found()
    found = _lines(asked, MOST_ROWS, 0)
    return export(form, "concordance", found.provenance, map(line_record, found.lines), "line", ())


def frequency(asked: Asked) -> Response:
    """How often a word is met in each year, in a thousand words."""
    found = _counts(asked) if asked.text("q") else None
    kept = {name: value for name, value in _kept(asked).items() if name not in ("sort", "group", "width")}
    return asked.page(
        "frequency.html",
        found=found,
        filters=_filters(asked),
        relative=None if found is None else _chart(asked, found),
        totals=[] if found is None else _totals(found),
        concordance=asked.address("concordance", **kept),
        exports=[(form, asked.address("frequency-export", form=form, **kept)) for form in TABLE_FORMS],
        most_rows=MOST_ROWS,
    )


def frequency_export(asked: Asked) -> Response:
    """The counts as a file."""
    form = next((form for form in TABLE_FORMS if form == asked.path("form")), None)
    if form is None or not asked.text("q"):
        return asked.not_found()
    found = _counts(asked)
    rows = (frequency_record(row, found.titles.get(row.group or "")) for row in found.rows[:MOST_ROWS])
    return export(form, "frequency", found.provenance, rows, "frequency", ())


def _lines(asked: Asked, limit: int, offset: int) -> Concordance:
    sort: Sorting = next((name for name in SORTS if name == asked.choice("sort", SORTINGS)), "date")
    group: Grouping | None = next((name for name in GROUPS if name == asked.choice("group", GROUPINGS)), None)
    return asked.corpus.research.concordance(
        asked.text("q"),
        filters=_filters(asked),
        width=int(asked.choice("width", WIDTHS) or 60),
        sort=sort,
        group=group,
        limit=limit,
        offset=offset,
    )


def _counts(asked: Asked) -> Frequencies:
    return asked.corpus.research.frequencies(asked.text("q"), filters=_filters(asked), along="year", limit=None)


def _filters(asked: Asked) -> Filters:
    return Filters(
        types=asked.choices("type", DOCUMENT_TYPES),  # type: ignore[arg-type]  # they were just compared
        issuer=asked.text("issuer") or None,
        after=asked.day("after"),
        before=asked.day("before"),
        document=asked.text("document", most=100) or None,
    )


def _kept(asked: Asked) -> dict[str, Any]:
    return {name: values for name in _PARAMETERS if (values := asked.request.query_params.getlist(name))}


def _place(asked: Asked, line: ConcordanceLine) -> str:
    return place(asked, line.document.id, line.span, line.passage.id)


def _chart(asked: Asked, found: Frequencies) -> Chart | None:
    """Occurrences in a thousand words by year."""
    words = asked.words
    counts = dict.fromkeys(found.groups, 0)
    for row in found.rows:
        counts[row.group or "undated"] = counts.get(row.group or "undated", 0) + row.count
    rates = {
        words.gettext("undated") if group == "undated" else group: [
            round(1000 * count / found.groups[group], 2) if found.groups.get(group) else 0
        ]
        for group, count in counts.items()
    }
    unit = words.gettext("in a thousand words")
    return columns(
        words.gettext("Occurrences in a thousand words, by year"),
        words.gettext("Year"),
        [unit],
        years(rates, [0]),
        words.number,
    )


def _totals(found: Frequencies) -> list[tuple[str, int]]:
    counts: dict[str, int] = {}
    for row in found.rows:
        counts[row.item] = counts.get(row.item, 0) + row.count
    return sorted(counts.items(), key=lambda pair: -pair[1])[:_MOST_ITEMS]

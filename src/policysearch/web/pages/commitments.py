"""The ledger of commitments, the thread of one, and the file that proves one."""

from collections import Counter
from typing import Any

from starlette.responses import Response

from policysearch.errors import ThreadNotFoundError
from policysearch.model.facts import COMMITMENT_KINDS
from policysearch.model.search import FactFilters, FactRows, FoundCommitment
from policysearch.present import records
from policysearch.web.asking import Asked
from policysearch.web.charts import Chart, columns, years
from policysearch.web.entries import entry_of, reviewed_entry
from policysearch.web.exporting import LEDGER_FORMS, MOST_ROWS, export
from policysearch.web.labels import N_, label
from policysearch.web.paging import paging, wanted
from policysearch.web.sayings import said

VIEWS = ("found", "reviewed")
SWITCHES: tuple[tuple[str, str], ...] = (
    ("open", N_("not reported done")),
    ("undated", N_("of these, only those without a day")),
    ("routine", N_("also proposals and what every meeting does")),
)
PARAMETERS = (
    "q", "actor", "issuer", "document", "kind", "after", "before", "due_after", "due_before", "as", "open", "undated",
    "routine",
)  # fmt: skip
"""What decides the answer, whatever page of it is shown."""


def page(asked: Asked) -> Response:
    """Commitments by words and filters."""
    limit, offset = wanted(asked, size=20)
    found = find(asked, limit, offset)
    kept = asked_values(asked)
    return asked.page(
        "commitments.html",
        found=found,
        rows=[entry_of(asked, row) for row in found.rows],
        filters=filters_of(asked),
        kinds=COMMITMENT_KINDS,
        switches=SWITCHES,
        reviewed=is_reviewed(asked),
        offset=offset,
        pages=paging(asked, total=found.total, limit=limit, offset=offset),
        exports=[(form, asked.address("commitments-export", form=form, **kept)) for form in LEDGER_FORMS],
        years=asked.address("commitments-years", **kept),
        feed=asked.address("commitments-feed", **kept),
        most_rows=MOST_ROWS,
    )


def by_year(asked: Asked) -> Response:
    """How many commitments of each kind there are, by the year in which they were said."""
    found = find(asked, None, 0)
    return asked.page(
        "commitments-years.html",
        chart=chart_of(asked, found.rows),
        total=found.total,
        back=asked.address("commitments", **asked_values(asked)),
    )


def export_page(asked: Asked) -> Response:
    """The ledger as a file."""
    form = next((form for form in LEDGER_FORMS if form == asked.path("form")), None)
    if form is None:
        return asked.not_found()
    found = find(asked, MOST_ROWS, 0)
    provenance = asked.corpus.provenance(
        "commitments",
        query=asked.text("q") or None,
        filters=filters_of(asked),
        options={
            "open": asked.switch("open"),
            "undated": asked.switch("undated"),
            "as": "reviewed" if is_reviewed(asked) else "found",
            "limit": MOST_ROWS,
        },
        n_hits=found.total,
        undated=found.undated,
    )
    return export(form, "commitments", provenance, map(records.found_commitment_record, found.rows), "commitment", ())


def thread(asked: Asked) -> Response:
    """The history of a commitment over documents."""
    found = asked.corpus.thread(asked.path("id"))
    if not found.steps:
        raise ThreadNotFoundError(found.id)
    words = asked.words
    steps = [
        (step.event, label(words.gettext, step.event.kind, "step"), reviewed_entry(asked, each, step.document))
        for step in found.steps
        for each in [step.commitment]
    ]
    return asked.page("thread.html", found=found, steps=steps, words_shared=_shared(found.links))


def evidence(asked: Asked) -> Response:
    """One file that proves a commitment or passage to somebody without the corpus."""
    from policysearch.present.evidence import evidence_html

    found = asked.corpus.evidence(asked.path("id"))
    return Response(
        evidence_html(found, asked.language, lambda sentence: said(asked.words, sentence)),
        media_type="text/html; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="evidence-{found.citation.id}.html"',
            "Content-Security-Policy": "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox",
        },
    )


def find(asked: Asked, limit: int | None, offset: int) -> FactRows[FoundCommitment]:
    """The rows that the address asks for."""
    return asked.corpus.commitments(
        asked.text("q") or None,
        filters=filters_of(asked),
        open=asked.switch("open") or asked.switch("undated"),
        undated=asked.switch("undated"),
        limit=limit,
        offset=offset,
        reviewed=is_reviewed(asked),
    )


def filters_of(asked: Asked) -> FactFilters:
    """The filters that the address names."""
    return FactFilters(
        kinds=asked.choices("kind", COMMITMENT_KINDS),  # type: ignore[arg-type]  # they were just compared
        issuer=asked.text("issuer") or None,
        actor=asked.text("actor") or None,
        after=asked.day("after"),
        before=asked.day("before"),
        due_after=asked.day("due_after"),
        due_before=asked.day("due_before"),
        document=asked.text("document", most=100) or None,
        routine=asked.switch("routine"),
    )


def is_reviewed(asked: Asked) -> bool:
    """Whether the values of people are wanted in the place of the machine's."""
    return asked.choice("as", VIEWS, default="found") == "reviewed"


def asked_values(asked: Asked) -> dict[str, Any]:
    """Everything that decides the answer, as it stands in the address."""
    return {name: values for name in PARAMETERS if (values := asked.request.query_params.getlist(name))}


def chart_of(asked: Asked, rows: tuple[FoundCommitment, ...]) -> Chart | None:
    """Commitments by year and kind."""
    words = asked.words
    counted: dict[str, Counter[str]] = {}
    for row in rows:
        day = row.commitment.said_on or row.document.metadata.date
        counted.setdefault(str(day.year) if day else words.gettext("undated"), Counter())[row.commitment.kind] += 1
    kinds = [kind for kind in COMMITMENT_KINDS if any(counts[kind] for counts in counted.values())]
    groups = years({year: [counts[kind] for kind in kinds] for year, counts in counted.items()}, [0] * len(kinds))
    return columns(
        words.gettext("Commitments by year and kind"),
        words.gettext("Year"),
        [label(words.gettext, kind, "kind") for kind in kinds],
        groups,
        words.number,
    )


def _shared(links: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for link in links for word in link.words))

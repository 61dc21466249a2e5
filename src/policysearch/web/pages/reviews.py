"""What a person says of one commitment: the form with the machine's values beside theirs, and what is kept of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from starlette.responses import Response

from policysearch.errors import UsageError
from policysearch.model.facts import COMMITMENT_KINDS, Commitment
from policysearch.model.reviews import DONE_STATUSES, ReviewedEntry, ReviewField, Saying
from policysearch.model.text import Span
from policysearch.model.time import Moment
from policysearch.present.reviews import review_record
from policysearch.web.asking import Asked
from policysearch.web.entries import Entry, commitment_entry, names, with_review
from policysearch.web.forms import Form
from policysearch.web.labels import label
from policysearch.web.sayings import said

NAME_COOKIE = "reviewer"
VERDICTS = ("confirm", "reject")
_LONGEST_NAME, _LONGEST_TEXT, _LONGEST_NOTE = 100, 500, 5000
_MOST_TAGS = 20
_YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Said:
    """A review as it is listed below the form."""

    id: str
    by: str
    at: str
    what: str
    value: str


def page(asked: Asked) -> Response:
    """The form of one commitment."""
    entry = asked.corpus.reviews.entry(asked.path("id"))
    return _form_page(asked, entry, values_of(entry) | {"by": reviewer(asked)})


def keep(asked: Asked, form: Form) -> Response:
    """Keep what was said, and show the form again; or say what of it cannot be kept."""
    entry = asked.corpus.reviews.entry(asked.path("id"))
    by = form.line("by", most=_LONGEST_NAME)
    try:
        if not by:
            raise UsageError(asked.words.gettext("Who says so? Give your name."))
        if taken_back := form.text("retract"):
            asked.corpus.reviews.retract(taken_back, by=by)
        else:
            sayings = list(sayings_of(form, entry))
            if not sayings:
                raise UsageError(asked.words.gettext("Nothing was changed, and nothing was kept."))
            asked.corpus.reviews.say_all(entry.commitment.id, sayings, by=by)
    except UsageError as error:
        typed = {name: form.text(name, most=_LONGEST_NOTE) for name in form.fields}
        return _form_page(asked, entry, values_of(entry) | typed, error=said(asked.words, str(error)))
    response = asked.go(asked.address("review", id=entry.commitment.id, kept=1) + "#kept")
    remember(response, by)
    return response


def reviewer(asked: Asked) -> str:
    """The name that the reader gave before; at this machine else the one in the settings."""
    kept = unquote(asked.request.cookies.get(NAME_COOKIE, ""))[:_LONGEST_NAME]
    return kept or (asked.corpus.settings.reviewer if asked.site.token is None else "")


def remember(response: Response, by: str) -> None:
    """Keep the reader's name in a cookie, so that it is asked once."""
    response.set_cookie(NAME_COOKIE, quote(by), max_age=_YEAR, samesite="strict", httponly=True)


def values_of(entry: ReviewedEntry) -> dict[str, str]:
    """What stands in the fields: the values that hold now."""
    corrected = entry.state.value("date")
    return {
        "kind": entry.reviewed.kind,
        "actor": names(entry.reviewed.actors),
        "date": date_text(entry.reviewed) if corrected is None else corrected,
        "action": entry.reviewed.action or "",
        "status": entry.state.status or "",
        "evidence": entry.state.evidence or "",
    }


def sayings_of(form: Form, entry: ReviewedEntry) -> Iterator[Saying]:
    """What the form says: only what differs from what it showed (`was_…`)."""
    verdict = form.text("verdict")
    if verdict in VERDICTS and verdict != verdict_of(entry):
        yield Saying("confirm" if verdict == "confirm" else "reject")
    for name in _CORRECTED:
        value = form.line(name, most=_LONGEST_TEXT)
        if name in form.fields and value != form.line(f"was_{name}", most=_LONGEST_TEXT):
            yield Saying("correct", name, value)
    status, evidence = form.text("status"), form.line("evidence", most=_LONGEST_TEXT)
    if status and (status, evidence) != (form.text("was_status"), form.line("was_evidence", most=_LONGEST_TEXT)):
        yield Saying("status", value=status, evidence=evidence or None)
    if note := form.text("note", most=_LONGEST_NOTE):
        yield Saying("note", value=note)
    for tag in dict.fromkeys(" ".join(tag.split()) for tag in form.line("tags").split(",")[:_MOST_TAGS]):
        if tag and tag not in entry.state.tags:
            yield Saying("tag", value=tag)
    for tag in form.all("untag"):
        if tag in entry.state.tags:
            yield Saying("untag", value=tag)


_CORRECTED: tuple[ReviewField, ...] = ("kind", "actor", "date", "action")


def verdict_of(entry: ReviewedEntry) -> str:
    """Which of `VERDICTS` holds, empty where nobody said any."""
    return {"confirmed": "confirm", "rejected": "reject"}.get(entry.state.verdict or "", "")


def date_text(commitment: Commitment) -> str:
    """The time of a commitment as a person writes it in the form: a day, or two of them parted by */*."""
    when = commitment.when
    if when is None:
        return ""
    begin, end = _day(when.begin), _day(when.end)
    if when.role == "deadline" or not begin:
        return end or begin
    return f"{begin}/{end}" if end and end != begin else begin


def _day(moment: Moment | None) -> str:
    return "" if moment is None else moment.isoformat()[:10]


def _form_page(
    asked: Asked, entry: ReviewedEntry, values: Mapping[str, str], *, error: tuple[str, str] | None = None
) -> Response:
    machine = entry.commitment
    summary = asked.corpus.summary(machine.document)
    shown: Entry = with_review(asked, commitment_entry(asked, machine, summary), machine, entry.state)
    found = {"kind": label(asked.words.gettext, machine.kind, "kind"), "actor": names(machine.actors)}
    return asked.page(
        "review.html",
        status=400 if error else 200,
        entry=entry,
        shown=shown,
        found={**found, "date": date_text(machine), "action": machine.action or ""},
        was=values_of(entry),
        values={"verdict": verdict_of(entry), "note": "", "tags": "", **values},
        kinds=COMMITMENT_KINDS,
        statuses=DONE_STATUSES,
        said=[_said(asked, one) for one in map(review_record, entry.reviews)],
        error=error,
        kept=asked.switch("kept") and not error,
        around=_around(asked, machine),
    )


def _around(asked: Asked, commitment: Commitment) -> str:
    """The sentences around the words, marked."""
    spans = [*asked.corpus.reviews.sentences(commitment.document, commitment.span.start), commitment.span]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    text = asked.corpus.document(commitment.document).text
    return asked.marked(whole.of(text), [commitment.span], offset=whole.start)


def _said(asked: Asked, record: Mapping[str, str | None]) -> Said:
    words, value = asked.words, record["value"] or ""
    what = label(words.gettext, record["kind"], "review")
    if record["field"]:
        what = f"{what}: {label(words.gettext, record['field'], 'field')}"
    if record["kind"] == "status":
        value = label(words.gettext, value, "status")
    elif record["kind"] == "add" or record["field"] == "kind":
        value = label(words.gettext, value, "kind")
    if record["evidence"]:
        value = f"{value} ({record['evidence']})"
    return Said(str(record["id"]), str(record["by"]), str(record["at"])[:10], what, value or "–")

"""Cases over their handlings, series of meetings, and the sheet of one meeting."""

from dataclasses import dataclass

from starlette.responses import Response

from policysearch.model.cases import Handling
from policysearch.model.facts import Commitment
from policysearch.present.sheet import LaidOut, laid_out
from policysearch.web.asking import Asked
from policysearch.web.entries import Entry, commitment_entry
from policysearch.web.paging import paging, wanted
from policysearch.web.series import cases, meetings

SHEET_FORMS = ("html", "docx")
_MOST_SAID = 12


@dataclass(frozen=True, slots=True)
class Step:
    """A handling with what it said, as the template shows it; `n_more` commitments are left out."""

    handling: Handling
    said: tuple[Entry, ...]
    n_more: int
    votes: tuple[tuple[str, str], ...]


def page(asked: Asked) -> Response:
    """Cases, those handled last first, and who meets."""
    number = asked.text("number", most=200)
    if number:
        return asked.go(asked.address("case", number=number))
    limit, offset = wanted(asked, size=20)
    documents = asked.corpus.documents()
    found = cases(documents)
    return asked.page(
        "cases.html",
        cases=found[offset : offset + limit],
        total=len(found),
        series=[(body, len(held)) for body, held in sorted(meetings(documents).items())],
        pages=paging(asked, total=len(found), limit=limit, offset=offset),
    )


def case(asked: Asked) -> Response:
    """One case through its handlings."""
    found = asked.corpus.case(asked.path("number"), issuer=asked.text("issuer") or None)
    return asked.page("case.html", found=found, steps=[_step(asked, handling) for handling in found.handlings])


def series(asked: Asked) -> Response:
    """The meetings of one body."""
    body = asked.text("body")
    held = meetings(asked.corpus.documents()).get(body)
    if held is None:
        return asked.not_found()
    return asked.page("meetings.html", body=body, held=list(reversed(held)))


def meeting(asked: Asked) -> Response:
    """The sheet of one meeting, by its minutes or one of its decisions."""
    sheet = asked.corpus.meeting(asked.path("document"))
    return asked.page(
        "meeting.html",
        sheet=laid_out(sheet, asked.language),
        parts=[(part, sheet.listed(part.name)) for part in laid_out(sheet, asked.language).parts],
        documents=sheet.documents,
        document=sheet.documents[0].id,
        forms=SHEET_FORMS,
    )


def sheet_file(asked: Asked) -> Response:
    """The sheet as a file: HTML that prints on A4, or DOCX."""
    form = asked.path("form")
    if form not in SHEET_FORMS:
        return asked.not_found()
    sheet = asked.corpus.meeting(asked.path("document"))
    content, media_type = _written(laid_out(sheet, asked.language), form)
    return Response(
        content,
        media_type=media_type,
        headers={
            "Content-Disposition": f'attachment; filename="meeting-{sheet.documents[0].id}.{form}"',
            "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        },
    )


def _step(asked: Asked, handling: Handling) -> Step:
    known = {document.id: document for document in (*handling.documents, *handling.told_in)}

    def entry(commitment: Commitment) -> Entry:
        document = known.get(commitment.document) or asked.corpus.summary(commitment.document)
        return commitment_entry(asked, commitment, document)

    votes = tuple(
        (vote.text, asked.address("document", id=vote.document, mark=f"{vote.span.start}-{vote.span.end}") + "#mark")
        for vote in handling.votes
    )
    said = handling.said
    return Step(handling, tuple(map(entry, said[:_MOST_SAID])), max(len(said) - _MOST_SAID, 0), votes)


def _written(sheet: LaidOut, form: str) -> tuple[str | bytes, str]:
    if form == "docx":
        from policysearch.present.word import sheet_docx

        return sheet_docx(sheet), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    from policysearch.present.rendering import rendered

    return rendered("sheet.html.j2", sheet=sheet), "text/html; charset=utf-8"

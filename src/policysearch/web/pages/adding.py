"""Documents that a reader hands over: the form, and what became of them."""

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.responses import Response

from policysearch.errors import DocumentNotFoundError, UsageError
from policysearch.model.search import DocumentSummary
from policysearch.model.source import DOCUMENT_TYPES, DocumentType, Metadata
from policysearch.web.adding import Adding, File, Given
from policysearch.web.asking import Asked
from policysearch.web.forms import Form
from policysearch.web.sayings import said

MOST_FILES = 20
MOST_MB = 200
"""MiB of all files of a form together."""
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a file that was taken in."""

    summary: DocumentSummary
    n_pages: int
    n_commitments: int
    n_passages: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A file with its outcome, its documents, and what is to be known of its reading, each with its language."""

    file: File
    documents: tuple[Document, ...]
    warnings: tuple[tuple[str, str], ...]


def page(asked: Asked) -> Response:
    """The form."""
    return form_page(asked, {}, error=None)


def form_page(asked: Asked, typed: dict[str, str], *, error: str | None, status: int = 200) -> Response:
    """The form with what was typed, but for the files, which browsers do not keep."""
    return asked.page(
        "add.html",
        status=400 if error and status == 200 else status,
        typed={"url": "", "type": "", "date": "", "issuer": "", **typed},
        types=DOCUMENT_TYPES,
        error=(error, asked.words.code) if error else None,
        most=MOST_MB,
        most_files=MOST_FILES,
    )


def take(asked: Asked, form: Form, adding: Adding) -> Response:
    """Hand the files on, and lead to what becomes of them."""
    typed = {name: form.line(name, most=_LONGEST) for name in ("url", "type", "date", "issuer")}
    try:
        given = _given(asked, form, typed)
    except UsageError as error:
        return form_page(asked, typed, error=str(error))
    id_ = adding.take(form.files, given)
    if id_ is None:
        busy = asked.words.gettext("Too many files are waiting: try again in a while.")
        return form_page(asked, typed, error=busy, status=503)
    return asked.go(asked.address("added", id=id_))


def outcome(asked: Asked, adding: Adding) -> Response:
    """What became of a batch, file by file."""
    files = adding.batch(asked.path("id"))
    if files is None:
        return asked.not_found()
    return asked.page(
        "added.html",
        files=[Shown(file, _documents(asked, file), _warnings(asked, file)) for file in files],
        is_done=all(file.taken for file in files),
    )


def _warnings(asked: Asked, file: File) -> tuple[tuple[str, str], ...]:
    event = file.taken.event if file.taken else None
    return tuple(said(asked.words, warning) for warning in event.warnings) if event else ()


def _given(asked: Asked, form: Form, typed: dict[str, str]) -> Given:
    words = asked.words
    if not form.files:
        raise UsageError(words.gettext("Choose a file."))
    if not all(file.size for file in form.files):
        raise UsageError(words.gettext("A file is empty."))
    if typed["type"] and _type(typed["type"]) is None:
        raise UsageError(words.gettext("There is no such type of document."))
    try:
        day = dt.date.fromisoformat(typed["date"]) if typed["date"] else None
    except ValueError:
        raise UsageError(
            words.gettext("%(name)s must be a day such as 2024-05-31.") % {"name": words.gettext("Date")}
        ) from None
    if typed["url"] and len(form.files) > 1:
        raise UsageError(words.gettext("An address is that of one file: add the files one by one."))
    if typed["url"] and not _is_address(typed["url"]):
        raise UsageError(words.gettext("The address must begin with https:// or http://."))
    return Given(Metadata(type=_type(typed["type"]), date=day, issuer=typed["issuer"] or None), typed["url"] or None)


def _type(value: str) -> DocumentType | None:
    return next((type_ for type_ in DOCUMENT_TYPES if type_ == value), None)


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _documents(asked: Asked, file: File) -> tuple[Document, ...]:
    event = file.taken.event if file.taken else None
    return tuple(found for id_ in (event.documents if event else ()) if (found := _document(asked, id_)))


def _document(asked: Asked, id_: str) -> Document | None:
    try:
        summary = asked.corpus.summary(id_)
    except DocumentNotFoundError:
        return None  # the pages do not answer from the newest state yet
    document, facts = asked.corpus.document(id_), asked.corpus.facts(id_)
    n_commitments = sum(not commitment.routine for commitment in facts.commitments)
    return Document(summary, len(document.pages), n_commitments, len(document.passages))

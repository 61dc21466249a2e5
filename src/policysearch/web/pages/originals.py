"""Pictures of pages, a page alone, and the stored original."""

import re
from urllib.parse import quote, unquote, urlsplit

from starlette.responses import Response

from policysearch.corpus import PDF
from policysearch.errors import DocumentNotFoundError
from policysearch.web.article import marked_article
from policysearch.web.asking import Asked
from policysearch.web.pages.document import marks_of
from policysearch.web.picture import WIDTHS, picture_of
from policysearch.web.sanitising import safe_html

_ENDINGS = {
    "application/pdf": ".pdf",
    "text/html": ".html",
    "application/json": ".json",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_UNFIT = re.compile(r"[^\w.() -]")
_LONGEST_NAME = 120


def picture(asked: Asked) -> Response:
    """A page as PNG."""
    width = int(asked.choice("width", [str(width) for width in WIDTHS], default="900") or 900)
    data = asked.corpus.page_picture(asked.path("id"), _number(asked), width=width)
    return Response(data, media_type="image/png", headers={"Cache-Control": "private, max-age=3600"})


def page(asked: Asked) -> Response:
    """One page alone, as large as the window, with its text below."""
    summary = asked.corpus.summary(asked.path("id"))
    document, number = asked.corpus.document(summary.id), _number(asked)
    if number not in [page.number for page in document.pages] or document.media_type != PDF:
        raise DocumentNotFoundError(f"document {document.id} has no page {number}")
    marks = marks_of(asked, document)
    span = dict(document.page_spans).get(number)
    return asked.page(
        "page.html",
        summary=summary,
        number=number,
        mark=asked.text("mark"),
        picture=picture_of(asked, document, number, asked.corpus.marks(document.id, marks) if marks else ()),
        text=asked.marked(span.of(document.text), marks, offset=span.start) if span else None,
    )


def article(asked: Asked) -> Response:
    """The article of a stored page in its own markup, sanitised, with the words marked that the reader came for."""
    summary = asked.corpus.summary(asked.path("id"))
    document = asked.corpus.document(summary.id)
    html = safe_html(asked.corpus.article(summary.id))
    return asked.page(
        "article.html",
        summary=summary,
        article=marked_article(html, document.text, marks_of(asked, document)),
        mark=asked.text("mark"),
    )


def original(asked: Asked) -> Response:
    """The stored original, unchanged, to be saved and never shown by the browser."""
    summary = asked.corpus.summary(asked.path("id"))
    data, media_type = asked.corpus.original(summary.id)
    name = _file_name(summary.uri, summary.id, media_type)
    fallback = name.encode("ascii", "replace").decode().replace("?", "_")
    return Response(
        data,
        media_type=media_type,
        headers={
            "Content-Disposition": f"attachment; filename=\"{fallback}\"; filename*=UTF-8''{quote(name)}",
            "Content-Security-Policy": "default-src 'none'; sandbox",
        },
    )


def _number(asked: Asked) -> int:
    value = asked.path("page")
    if not (value.isascii() and value.isdecimal() and len(value) < 7):
        raise DocumentNotFoundError(f"{value!r} is no page")
    return int(value)


def _file_name(uri: str, document: str, media_type: str) -> str:
    """A name for the file: that of its address, with no sign in it that a disk or a header could take amiss."""
    last = unquote(urlsplit(uri).path).rpartition("/")[2] if uri.startswith(("http://", "https://")) else uri
    name = _UNFIT.sub("_", last).strip(" .")[-_LONGEST_NAME:]
    ending = _ENDINGS.get(media_type, "")
    if not name:
        return f"{document}{ending}"
    return name if "." in name else f"{name}{ending}"

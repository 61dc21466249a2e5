"""Saved searches as Atom feeds: the address of a feed is its search."""

import hashlib
import re
import uuid
from collections.abc import Sequence
from urllib.parse import urlencode

from starlette.responses import Response

from policysearch import __version__
from policysearch.model.search import DocumentSummary
from policysearch.present.atom import Entry, atom_feed
from policysearch.web.asking import Asked
from policysearch.web.labels import label
from policysearch.web.pages import commitments as ledger
from policysearch.web.pages.search import filters_of

MOST_ENTRIES = 50
_WORD = re.compile(r"\w+")


def search(asked: Asked) -> Response:
    """The passages that answer a search, those of the newest documents first."""
    found = asked.corpus.search(
        asked.text("q"),
        filters=filters_of(asked),
        limit=MOST_ENTRIES,
        any_word=asked.switch("any"),
        sort="date",
        fold=True,
        expand=not asked.switch("exact"),
    )
    feed, query = _id_of(asked), asked.text("q")
    places = asked.corpus.passages([hit.passage.id for hit in found.hits])
    entries = []
    for hit, place in zip(found.hits, places, strict=True):
        span = place.passage.span
        address = asked.address("document", id=hit.document.id, mark=f"{span.start}-{span.end}", of=hit.passage.id)
        entries.append(_entry(asked, feed, hit.document, hit.snippet.text, f"{address}#mark", query, hit.passage.page))
    return _feed(asked, feed, query or asked.words.gettext("Search"), entries)


def commitments(asked: Asked) -> Response:
    """The newest commitments, by the filters of the ledger."""
    found = ledger.find(asked, None, 0)
    newest = sorted(found.rows, key=lambda row: row.document.retrieved_at, reverse=True)[:MOST_ENTRIES]
    feed = _id_of(asked)
    entries = []
    for row in newest:
        c = row.commitment
        mark = f"{c.span.start}-{c.span.end}"
        address = asked.address("document", id=row.document.id, mark=mark, of=c.id) + "#mark"
        kind = label(asked.words.gettext, c.kind, "kind")
        entries.append(_entry(asked, feed, row.document, c.quote, address, kind, c.page))
    return _feed(asked, feed, asked.words.gettext("Commitments"), entries)


def _entry(
    asked: Asked, feed: str, document: DocumentSummary, quote: str, address: str, what: str, page: int | None
) -> Entry:
    words = " ".join(_WORD.findall(quote.casefold()))
    key = hashlib.sha256(f"{document.uri}#{document.locator}\n{words}".encode()).hexdigest()[:16]
    m = document.metadata
    about = [m.issuer, m.date.isoformat() if m.date else None]
    if page is not None:
        about.append(asked.words.gettext("page %(page)s") % {"page": page})
    text = f"”{quote}”\n\n" + " · ".join(part for part in about if part)
    title = m.title or asked.words.gettext("Untitled document")
    return Entry(feed, key, title, text, document, what, _absolute(asked, address))


def _feed(asked: Asked, feed: str, title: str, entries: Sequence[Entry]) -> Response:
    updated = max((each.document.retrieved_at.date() for each in entries), default=asked.corpus.settings.today)
    own = _absolute(asked, asked.here())
    text = atom_feed([feed], f"policysearch: {title}", updated, __version__, entries, address=own)
    return Response(text, media_type="application/atom+xml")


def _id_of(asked: Asked) -> str:
    """The same for the same search, in whatever order its address names it."""
    asks = sorted(pair for pair in asked.request.query_params.multi_items() if pair[0] != "lang")
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{asked.request.url.path}?{urlencode(asks)}").hex


def _absolute(asked: Asked, path: str) -> str:
    return str(asked.request.base_url).rstrip("/") + path

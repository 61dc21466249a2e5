"""What watches found as an Atom feed (RFC 4287). The only importer of feedgen."""

import datetime as dt
import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from feedgen.feed import FeedGenerator

from policysearch.model.search import DocumentSummary

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry.

    Attributes:
        feed: The UUID of its watch.
        key: The same for the same words of the same source; the id of the entry is made of both.
        title: In one line.
        text: Its content.
        document: Where it stands.
        category: The name of its watch.
        address: A page that shows it; None where only the document has an address.
    """

    feed: str
    key: str
    title: str
    text: str
    document: DocumentSummary
    category: str
    address: str | None = None


def atom_feed(
    feeds: Sequence[str],
    title: str,
    updated: dt.date,
    version: str,
    entries: Sequence[Entry],
    *,
    address: str | None = None,
) -> str:
    """The feed as text.

    Args:
        feeds: The UUIDs of the watches in it; the id of the feed is made of them.
        title: Of the feed.
        updated: The day of the run; its clock time is midnight UTC.
        version: Of the program.
        entries: In the order in which they are to be shown.
        address: Of the feed itself.
    """
    feed = FeedGenerator()
    feed.id(_urn(uuid.UUID(feeds[0]) if len(feeds) == 1 else uuid.uuid5(uuid.NAMESPACE_OID, " ".join(sorted(feeds)))))
    feed.title(_clean(title))
    feed.updated(dt.datetime.combine(updated, dt.time(), dt.UTC))
    feed.author({"name": "policysearch"})
    if address:
        feed.link(href=_clean(address), rel="self")
    feed.generator("policysearch", version)
    for each in entries:
        metadata = each.document.metadata
        entry = feed.add_entry(order="append")
        entry.id(_urn(uuid.uuid5(uuid.UUID(each.feed), each.key)))
        entry.title(_clean(each.title))
        # What was retrieved later is newer to the reader, whatever day the document bears.
        entry.updated(each.document.retrieved_at)
        if metadata.date:
            entry.published(dt.datetime.combine(metadata.date, dt.time(), dt.UTC))
        if metadata.issuer:
            entry.author({"name": _clean(metadata.issuer)})
        entry.link(href=_clean(each.address or each.document.uri), rel="alternate")
        if each.address and each.document.url:
            entry.link(href=_clean(each.document.url), rel="via")
        entry.category(term=_clean(each.category))
        entry.content(_clean(each.text), type="text")
    return str(feed.atom_str(pretty=True).decode())


def _urn(id_: uuid.UUID) -> str:
    return f"urn:uuid:{id_}"


def _clean(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)

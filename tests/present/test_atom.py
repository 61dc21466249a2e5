"""Feeds are as RFC 4287 wants them, with ids that stay."""

import datetime as dt
import re
import uuid

import pytest
from lxml import etree

from policysearch.model.search import DocumentSummary
from policysearch.model.source import Metadata
from policysearch.present.atom import Entry, atom_feed

ATOM = "{http://www.w3.org/2005/Atom}"
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
FEED, OTHER = uuid.UUID(int=1).hex, uuid.UUID(int=2).hex


def entry(key: str = "k", *, title: str = "Päätös & <tulos>", issuer: str | None = "Kuusjärvi") -> Entry:
    """An entry with awkward letters in it."""
    metadata = Metadata("decision", title, dt.date(2022, 5, 23), issuer)
    at = dt.datetime(2024, 3, 1, 12, 0, tzinfo=dt.UTC)
    summary = DocumentSummary("a" * 16, metadata, "https://example.org/a?b=1&c=2", "b" * 64, at)
    return Entry(FEED, key, title, "”quote” \x0b ]]> <b>", summary, "uhrit")


def parsed(*entries: Entry, feeds: tuple[str, ...] = (FEED,)) -> etree._Element:
    """A feed, read back."""
    return etree.fromstring(atom_feed(feeds, "uhrit", dt.date(2024, 4, 1), "0.1", entries).encode())


def texts(element: etree._Element, name: str) -> list[str]:
    return [found.text or "" for found in element.findall(f"{ATOM}{name}")]


@pytest.mark.parametrize("entries", [(), (entry(),), (entry("k"), entry("l", issuer=None))], ids=["none", "one", "two"])
def test_feed_is_valid(entries: tuple[Entry, ...]) -> None:
    """Exactly one id, title and updated each; an author; content or an alternate link; dates of RFC 3339."""
    feed = parsed(*entries)
    assert feed.tag == f"{ATOM}feed"
    found = feed.findall(f"{ATOM}entry")
    assert len(found) == len(entries)
    for element in (feed, *found):
        for name in ("id", "title", "updated"):
            assert len(texts(element, name)) == 1, name
        assert all(DATE.fullmatch(date) for name in ("updated", "published") for date in texts(element, name))
        assert texts(element, "id")[0].startswith("urn:uuid:")
    assert len(feed.findall(f"{ATOM}author/{ATOM}name")) == 1
    for element in found:
        assert len(element.findall(f"{ATOM}content")) == 1
        assert [link.get("rel", "alternate") for link in element.findall(f"{ATOM}link")] == ["alternate"]
        assert all(category.get("term") for category in element.findall(f"{ATOM}category"))
    ids = [texts(element, "id")[0] for element in (feed, *found)]
    assert len(set(ids)) == len(ids)


def test_text_is_kept() -> None:
    """What XML can hold is as it was; the rest becomes a replacement character."""
    (found,) = parsed(entry()).findall(f"{ATOM}entry")
    assert texts(found, "title") == ["Päätös & <tulos>"]
    assert texts(found, "content") == ["”quote” \ufffd ]]> <b>"]
    assert found.find(f"{ATOM}link").get("href") == "https://example.org/a?b=1&c=2"  # type: ignore[union-attr]


def test_ids_stay() -> None:
    """The same words of the same source have the same id in every feed; others have others."""
    one, two = (texts(element, "id") for element in parsed(entry("k"), entry("l")).findall(f"{ATOM}entry"))
    (again,) = parsed(entry("k", title="other"), feeds=(FEED, OTHER)).findall(f"{ATOM}entry")
    assert texts(again, "id") == one != two
    assert texts(parsed(), "id") == [f"urn:uuid:{uuid.UUID(FEED)}"]
    assert texts(parsed(feeds=(FEED, OTHER)), "id") == texts(parsed(feeds=(OTHER, FEED)), "id") != texts(parsed(), "id")

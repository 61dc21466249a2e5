"""The catalogue of public documents and channels is well-formed."""

import datetime as dt
import re
import tomllib
from urllib.parse import urlsplit

from policysearch.model.source import DOCUMENT_TYPES
from policysearch.sources.connectors import CONNECTORS
from tests.evaluation.conftest import ROOT

CATALOGUE = tomllib.loads((ROOT / "corpus" / "catalogue.toml").read_text(encoding="utf-8"))
DOCUMENTS, CHANNELS = CATALOGUE["document"], CATALOGUE["channel"]
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def test_documents_have_what_a_document_needs() -> None:
    """Title, type, language, format and address are there, and nothing that is not explained."""
    needed = {"title", "type", "language", "format", "address"}
    known = needed | {"issuer", "series", "date", "channel", "adjacent"}
    assert [d for d in DOCUMENTS if not needed <= d.keys() or not d.keys() <= known] == []
    assert [d["title"] for d in DOCUMENTS if not d["title"].strip()] == []


def test_addresses_are_web_addresses_and_unique() -> None:
    """Each document stands once, at an address with a host."""
    addresses = [d["address"] for d in DOCUMENTS]
    assert len(addresses) == len(set(addresses)) == 116
    assert [a for a in addresses if urlsplit(a).scheme not in ("http", "https") or not urlsplit(a).hostname] == []


def test_types_languages_and_dates_are_valid() -> None:
    """Types are document types, languages ISO 639-1, dates days, months or years."""
    assert [d for d in DOCUMENTS if d["type"] not in DOCUMENT_TYPES or d["language"] not in ("fi", "sv", "en")] == []
    dates = [d["date"] for d in DOCUMENTS if "date" in d]
    assert [date for date in dates if not DATE.fullmatch(date)] == []
    for date in dates:
        dt.date.fromisoformat((date + "-01-01")[:10])


def test_channels_have_what_a_channel_needs() -> None:
    """Each channel has a base, a transport, a robots rule and says how sure that is."""
    needed = {"id", "name", "base", "transport", "robots", "sure", "note"}
    known = needed | {"robots_rule", "connector", "queries", "options", "topic"}
    assert [c for c in CHANNELS if not needed <= c.keys() or not c.keys() <= known] == []
    assert {c["robots"] for c in CHANNELS} <= {"allow", "partly", "deny", "unknown"}
    assert {c["sure"] for c in CHANNELS} <= {"page", "file", "client", "unverified"}
    assert len({c["id"] for c in CHANNELS}) == len(CHANNELS)


def test_channels_that_can_be_pulled_name_a_connector_and_a_whole_address() -> None:
    """Each connector exists, begins at an address without a gap, and is none of those whose publishers say no."""
    pulled = [c for c in CHANNELS if "connector" in c]
    assert {c["connector"] for c in pulled} <= CONNECTORS.keys()
    assert [c["id"] for c in pulled if urlsplit(c["base"]).scheme not in ("http", "https") or "{" in c["base"]] == []
    assert [c["id"] for c in pulled if c["robots"] == "deny"] == []


def test_channels_of_documents_are_listed() -> None:
    """A document names only channels that the catalogue has."""
    assert {d["channel"] for d in DOCUMENTS if "channel" in d} <= {c["id"] for c in CHANNELS}

"""Which originals are held back since all their addresses have withdrawn them (docs/adr/0016-withdrawn-documents.md).

It follows from the notes beside the originals and the decisions of persons alone; the store, which knows the same of
addresses, is asked where one original is meant.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from policysearch.model.held import HeldDocument
from policysearch.privacy.decisions import Decisions
from policysearch.snapshots import Sighting, Snapshots
from policysearch.store import Store

HIDDEN = "/withdrawn"
"""In the stamp by which an original was read: its documents are not in the store."""


def hidden_at(store: Store, decisions: Decisions, sha256: str) -> dt.datetime | None:
    """Since when an original is held back, UTC; None where an address or a file gives it, or a person keeps it."""
    moments = [source.withdrawn_at for source in store.sources(sha256)]
    return _undecided(moments, decisions, sha256)


def hidden_by_notes(notes: Mapping[str, Iterable[Sighting]], decisions: Decisions) -> dict[str, dt.datetime]:
    """The originals that are held back, and since when, by what is noted of all of them."""
    last: dict[str, Sighting] = {}
    addresses: dict[str, set[str]] = {}
    for sha256, noted in notes.items():
        for one in noted:
            addresses.setdefault(sha256, set()).update(uri for uri in (one.uri, one.url) if uri)
            known = last.get(one.uri)
            if known is None or (one.retrieved_at, one.withdrawn) >= (known.retrieved_at, known.withdrawn):
                last[one.uri] = one
    found = {}
    for sha256, uris in addresses.items():
        ends = [last.get(uri) for uri in uris]
        moments = [end.retrieved_at if end and end.withdrawn else None for end in ends]
        if since := _undecided(moments, decisions, sha256):
            found[sha256] = since
    return found


def _undecided(moments: Iterable[dt.datetime | None], decisions: Decisions, sha256: str) -> dt.datetime | None:
    known = list(moments)
    withdrawn = [moment for moment in known if moment]
    if not known or len(withdrawn) < len(known):
        return None
    since = max(withdrawn)
    return None if decisions.keeps(sha256, since) else since


def take_out(store: Store, snapshots: Snapshots, sha256: str, since: dt.datetime) -> None:
    """Hold back the documents of an original that are in the corpus: noted beside it first, then out of the store."""
    held = {one.id: one for one in snapshots.held(sha256)}
    for id_ in store.snapshot_documents(sha256):
        summary = store.summary(id_)
        known = held.get(id_) or HeldDocument(id_, sha256, summary.uri, ())
        held[id_] = replace(known, metadata=summary.metadata, withdrawn_at=since)
    snapshots.keep_held(sha256, (replace(one, withdrawn_at=since) for one in held.values()))
    store.take_out(sha256, read_stamp=f"{store.read_stamp(sha256)}{HIDDEN}")

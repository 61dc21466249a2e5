"""The derived part of a corpus on disk: documents and facts in one SQLite file."""

from policysearch.store.database import Store
from policysearch.store.reading import ReadStore
from policysearch.store.rows import FactKind, FactRow, ReadDocument, StoredPassage

__all__ = ["FactKind", "FactRow", "ReadDocument", "ReadStore", "Store", "StoredPassage"]

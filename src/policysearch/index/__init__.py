"""The full-text index, derived: query language, terms, highlighting, and an engine behind one small interface."""

from policysearch.index.port import Between, Filter, Found, Holds, IndexRow, OneOf
from policysearch.index.searching import IndexState, SearchIndex, open_index

__all__ = ["Between", "Filter", "Found", "Holds", "IndexRow", "IndexState", "OneOf", "SearchIndex", "open_index"]

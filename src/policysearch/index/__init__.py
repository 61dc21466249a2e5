"""The full-text index, derived: query language, terms, highlighting, and an engine behind one small interface."""

from policysearch.index.conditions import Between, Filter, Holds, Numbers, OneOf
from policysearch.index.port import Found, IndexRow
from policysearch.index.searching import IndexState, SearchIndex, open_index

__all__ = [
    "Between",
    "Filter",
    "Found",
    "Holds",
    "IndexRow",
    "IndexState",
    "Numbers",
    "OneOf",
    "SearchIndex",
    "open_index",
]

"""The few shapes of query that everything is put together from."""

from collections.abc import Sequence

import tantivy

MUST, SHOULD, NOT = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot
Part = tuple[tantivy.Occur, tantivy.Query]


def all_of(parts: Sequence[Part]) -> tantivy.Query:
    """Rows that all parts allow, each as its occurrence says."""
    return tantivy.Query.boolean_query(parts)


def any_of(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    """Rows that any of `queries` meets; none without them."""
    if not queries:
        return tantivy.Query.empty_query()
    return queries[0] if len(queries) == 1 else all_of([(SHOULD, query) for query in queries])


def silent(query: tantivy.Query) -> tantivy.Query:
    """The same rows, without a score."""
    return tantivy.Query.const_score_query(query, 0.0)


def everything() -> tantivy.Query:
    """All rows, without a score."""
    return silent(tantivy.Query.all_query())

"""Many queries, one after another; one that fails does not stop the others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from policysearch.corpus import Corpus
from policysearch.errors import DocumentNotFoundError, UsageError
from policysearch.model.search import Filters, SearchResults, Sort


@dataclass(frozen=True, slots=True)
class BatchQuery:
    """One query of many.

    Attributes:
        row: Its number, as the reader knows it.
        limit: At most so many hits; None for all.
        error: Why it cannot even be asked: one sentence.
    """

    row: int
    query: str
    filters: Filters = field(default_factory=Filters)
    limit: int | None = 10
    any_word: bool = False
    sort: Sort = "relevance"
    expand: bool = True
    error: str | None = None


@dataclass(frozen=True, slots=True)
class BatchAnswer:
    """What became of one query: `results`, or `error`, a sentence that says why there are none."""

    asked: BatchQuery
    results: SearchResults | None = None
    error: str | None = None


def search_all(corpus: Corpus, queries: Iterable[BatchQuery]) -> Iterator[BatchAnswer]:
    """Answer queries in their order, each as `Corpus.search` would.

    What is wrong with one query becomes its `error`; what is wrong with corpus or index is raised.
    """
    for asked in queries:
        if asked.error is not None:
            yield BatchAnswer(asked, error=asked.error)
            continue
        try:
            results = corpus.search(
                asked.query,
                filters=asked.filters,
                limit=asked.limit,
                any_word=asked.any_word,
                sort=asked.sort,
                expand=asked.expand,
                fill=False,
            )
        except (UsageError, DocumentNotFoundError) as error:
            yield BatchAnswer(asked, error=str(error))
        else:
            yield BatchAnswer(asked, results)

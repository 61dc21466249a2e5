"""What is needed to cite a result and to get it again: the one place that puts it together, for all exports."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from policysearch import __version__
from policysearch.index.distribution import VERSION as ENGINE_VERSION
from policysearch.index.distribution import WANTED as ENGINE_NAME
from policysearch.lang.base import Language
from policysearch.model.research import Provenance
from policysearch.model.search import Filters
from policysearch.present.provenance import filter_texts, texts_of
from policysearch.stamps import analysis_stamp, facts_stamp
from policysearch.store import Store


def provenance_of(
    store: Store,
    language: Language,
    made_on: dt.date,
    *,
    asked: str,
    query: str | None = None,
    filters: Filters | None = None,
    options: Mapping[str, Any] | None = None,
    expansions: Iterable[str] = (),
    n_hits: int | None = None,
    undated: int = 0,
    freeze: str | None = None,
) -> Provenance:
    """The provenance of one answer.

    Args:
        store: The corpus that was asked.
        language: How its words were read.
        made_on: The day to be named.
        asked: The command.
        query: As typed.
        filters: Those that are set are kept.
        options: Other choices that decide the result; those that are None, False or empty are left out.
        expansions: What was searched for beside the words of the query.
        n_hits: All of them.
        undated: Left out for want of a date.
        freeze: The name of the freeze that is asked.
    """
    return Provenance(
        asked=asked,
        query=query or None,
        n_hits=n_hits,
        version=__version__,
        analysis=analysis_stamp(language),
        facts=facts_stamp(language),
        engine=f"{ENGINE_NAME} {ENGINE_VERSION}",
        corpus_id=store.corpus_id,
        revision=store.revision,
        corpus_sha256=corpus_sha256(store),
        n_documents=store.counts()["current"],
        made_on=made_on,
        expansions=tuple(expansions),
        filters=filter_texts(filters),
        options=texts_of(options or {}),
        undated=undated,
        freeze=freeze,
    )


def corpus_sha256(store: Store) -> str:
    """64 hex digits that change whenever a current document, or how it was read, does; order and place do not count."""
    whole = hashlib.sha256()
    for document, key in sorted(store.content_keys().items()):
        whole.update(f"{document}\t{key}\n".encode())
    return whole.hexdigest()

"""The engine for corpora that outgrow the default one: tantivy, native code; only this package imports it.

Its index holds pre-analysed terms and columns, no text: terms of a field stand joined in one string that a tokenizer
of one rule parts again, and those of one place share a position. A commit writes `meta.json` anew and never changes
another file.
"""

import errno
import json
import os
from collections.abc import Iterable, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

import tantivy

from policysearch.index.conditions import Column, Filter
from policysearch.index.hits import Page
from policysearch.index.port import FACETS, Found, IndexRow, Sort
from policysearch.index.tantivy_engine.fields import document_of, register_tokenizer, schema
from policysearch.index.tantivy_engine.reader import Reader
from policysearch.index.tree import AnalysedQuery
from policysearch.model.query import TermField

META = "meta.json"
_HEAP = 64_000_000
"""Bytes that each thread gathers before it writes a segment."""


class TantivyEngine:
    """The engine over the files `names` of `folder`; none make a new, empty index."""

    name = "tantivy"
    version = metadata.version("tantivy")
    rewrites = frozenset({META})

    def __init__(self, folder: Path, names: Iterable[str] = ()) -> None:
        self._folder = folder
        self._names = frozenset(names)
        self._writer: tantivy.IndexWriter | None = None
        self._reader: Reader | None = None

    def replace(self, document: str, rows: Iterable[IndexRow]) -> None:
        """Put `rows` in the place of all rows of `document`; seen by `search` after `commit`."""
        self.remove(document)
        assert self._writer is not None
        for number, row in enumerate(rows):
            self._writer.add_document(document_of(row, number))

    def remove(self, document: str) -> None:
        """Take out all rows of `document`."""
        if self._writer is None:
            self._writer = self._index().writer(_HEAP * _threads(), _threads())
        self._writer.delete_documents_by_term("document", document)

    def commit(self) -> tuple[str, ...]:
        """Write what was replaced and removed; the names of all files that make up the index now."""
        self._reader = None
        try:
            if self._writer is not None:
                self._writer.commit()
                self._writer.wait_merging_threads()
            elif not self._names:
                self._index()
        except ValueError as error:  # whatever the system says, tantivy raises this
            if not self._folder.is_dir():
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self._folder)) from None
            raise OSError(errno.EIO, str(error)) from None
        self._writer = None
        self._names = frozenset(_files(self._folder))
        return tuple(sorted(self._names))

    def cancel(self) -> None:
        """Forget what was replaced and removed since the last commit."""
        self._writer = None

    def search(
        self,
        query: AnalysedQuery,
        filters: Sequence[Filter] = (),
        *,
        limit: int = 10,
        offset: int = 0,
        facets: Sequence[Column] = FACETS,
        sort: Sort = "relevance",
        fold: bool = False,
    ) -> Found:
        """The rows that `query`, its own filters and all `filters` meet, as `Engine` says."""
        if not self._names:
            return Found((), (), 0, dict.fromkeys(facets, ()))
        wanted = [*(where.condition for where in query.filters), *filters]
        return self._opened().search(query, wanted, Page(limit, offset, facets, sort, fold))

    def terms(self, field: TermField, prefix: str = "") -> Sequence[tuple[str, int]]:
        """All terms of a field that begin with `prefix`, and how many rows have each."""
        return self._opened().terms(field, prefix) if self._names else ()

    def close(self) -> None:
        """Let go of all files; what was not committed is forgotten."""
        self._writer = self._reader = None

    def _index(self) -> tantivy.Index:
        if META in self._names:
            index = tantivy.Index.open(str(self._folder))
        else:
            index = tantivy.Index(schema(), path=str(self._folder))
        index.config_reader("manual")  # no thread that watches the folder
        register_tokenizer(index)
        return index

    def _opened(self) -> Reader:
        if self._reader is None:
            for name in self._names:
                (self._folder / name).stat()  # tantivy's error does not say that a file is gone
            self._reader = Reader(self._index(), sum(each["max_doc"] for each in _segments(self._folder)))
        return self._reader


def _files(folder: Path) -> Iterable[str]:
    """The files of the last commit: what it says that there is, and that it says so."""
    yield META
    known = {segment["segment_id"].replace("-", ""): segment["deletes"] for segment in _segments(folder)}
    for path in folder.iterdir():
        name, _, kind = path.name.partition(".")
        deletes = known.get(name)
        if name in known and (not kind.endswith(".del") or (deletes and kind == f"{deletes['opstamp']}.del")):
            yield path.name


def _segments(folder: Path) -> Sequence[dict[str, Any]]:
    """What the last commit says of its segments."""
    found: Sequence[dict[str, Any]] = json.loads((folder / META).read_bytes())["segments"]
    return found


def _threads() -> int:
    return min(4, os.cpu_count() or 1)

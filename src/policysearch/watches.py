"""Saved queries: what each finds that it did not find before.

They are kept in `watches.json` in the folder of the corpus, beside what it is made from, so that they survive
`reindex`, the loss of `corpus.db`, and a copy to another machine.

A hit is new if neither its id nor its words at its source were seen before: a passage of an unchanged text in a new
version of its document, or one that other rules cut elsewhere, is nothing new.
"""

import datetime as dt
import hashlib
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Literal

from policysearch import codec, contacts
from policysearch.corpus import Corpus
from policysearch.errors import CorpusFormatError, UsageError
from policysearch.model.research import Provenance
from policysearch.model.search import DocumentSummary, FactFilters, Filters
from policysearch.model.text import Span

FILE_NAME = "watches.json"
WatchKind = Literal["passages", "commitments"]
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Watch:
    """A saved query.

    Attributes:
        name: As the user calls it.
        id: A UUID, made once; ids in feeds are made of it.
        filters: Those of commitments are used for `commitments` alone.
        last_run: The day of the last run; None before the first.
        seen: Of all hits of all runs, by id, a hash of their words at their source.
    """

    name: str
    id: str
    kind: WatchKind
    query: str
    filters: FactFilters
    added: dt.date
    last_run: dt.date | None = None
    seen: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WatchHit:
    """A passage or commitment that a watch found. `key` is the hash of its words at its source."""

    id: str
    key: str
    document: DocumentSummary
    span: Span
    page: int | None
    heading: str | None
    text: str
    kind: str | None
    ocr: bool


@dataclass(frozen=True, slots=True)
class WatchRun:
    """What a watch found: `hits` are the new ones, of `total`; `seen` is what will have been seen."""

    watch: Watch
    hits: tuple[WatchHit, ...]
    total: int
    seen: Mapping[str, str]
    provenance: Provenance


def without_contacts(run: WatchRun) -> WatchRun:
    """The run with phone numbers and e-mail addresses of persons covered; what it has seen is known by the words."""
    return replace(run, hits=tuple(replace(hit, text=contacts.without_contacts(hit.text)) for hit in run.hits))


def watches(corpus: Corpus) -> tuple[Watch, ...]:
    """The saved queries of a corpus, in the order in which they were added.

    Raises:
        CorpusFormatError: Their file cannot be understood.
    """
    path = _path(corpus)
    try:
        return codec.decode(path.read_text(encoding="utf-8"), tuple[Watch, ...])
    except FileNotFoundError:
        return ()
    except ValueError as error:
        raise CorpusFormatError(f"{path} is damaged: {error}; restore it, or move it away and add them anew") from error


def add_watch(
    corpus: Corpus, name: str, query: str, *, kind: WatchKind = "passages", filters: FactFilters | None = None
) -> Watch:
    """Save a query.

    Raises:
        UsageError: There is one of that name, or it asks for nothing, or filters of commitments for passages.
        QueryError: The query cannot be parsed.
    """
    filters = filters or FactFilters()
    if not name.strip():
        raise UsageError("a watch needs a name")
    if any(watch.name == name for watch in watches(corpus)):
        raise UsageError(f"there is a watch {name!r}: remove it first, or take another name")
    if not query.strip() and filters == FactFilters():
        raise UsageError("this would watch everything: give a query or a filter")
    plain = replace(filters, kinds=(), due_after=None, due_before=None, routine=False)
    if kind == "passages" and plain != filters:
        raise UsageError("passages have no kind and fall not due: add --commitments to watch commitments")
    watch = Watch(name, uuid.uuid4().hex, kind, query, filters, corpus.settings.today)
    for _ in _found(corpus, watch):  # a query or a name that means nothing is refused now, not at the first run
        break
    _save(corpus, (*watches(corpus), watch))
    return watch


def remove_watch(corpus: Corpus, name: str) -> None:
    """Forget a saved query and what it has seen.

    Raises:
        UsageError: There is none of that name.
    """
    _save(corpus, (watch for watch in watches(corpus) if watch != _named(corpus, name)))


def run_watch(corpus: Corpus, watch: Watch) -> WatchRun:
    """What is new since the last run; `mark_seen` makes it known."""
    known = set(watch.seen.values())
    seen = dict(watch.seen)
    new: list[WatchHit] = []
    total = 0
    for hit in _found(corpus, watch):
        total += 1
        if hit.id not in watch.seen and hit.key not in known:
            new.append(hit)
        seen[hit.id] = hit.key
    provenance = corpus.provenance(
        "watch run",
        query=watch.query,
        filters=watch.filters,
        options={"watch": watch.name, "kind": watch.kind, "last_run": watch.last_run},
        n_hits=total,
    )
    return WatchRun(watch, tuple(new), total, seen, provenance)


def mark_seen(corpus: Corpus, runs: Iterable[WatchRun]) -> None:
    """Note that the hits of these runs were shown; watches added or removed meanwhile stay so."""
    done = {run.watch.id: run for run in runs}
    today = corpus.settings.today
    _save(
        corpus,
        (
            replace(watch, last_run=today, seen={**watch.seen, **done[watch.id].seen}) if watch.id in done else watch
            for watch in watches(corpus)
        ),
    )


def chosen_watches(corpus: Corpus, names: Iterable[str]) -> tuple[Watch, ...]:
    """The watches of these names, in their order; all of them if there are no names.

    Raises:
        UsageError: There is none of a name, or none at all.
    """
    found = tuple(_named(corpus, name) for name in dict.fromkeys(names)) or watches(corpus)
    if not found:
        raise UsageError("there are no watches: add one with `policysearch watch add NAME QUERY`")
    return found


def _found(corpus: Corpus, watch: Watch) -> Iterator[WatchHit]:
    if watch.kind == "passages":
        shared = {f.name: getattr(watch.filters, f.name) for f in fields(Filters)}
        for found in corpus.research.passages(watch.query, filters=Filters(**shared)):
            p = found.passage
            key = _key(found.document, found.text)
            yield WatchHit(p.id, key, found.document, p.span, found.page, found.heading, found.text, None, p.ocr)
        return
    for row in corpus.commitments(watch.query or None, filters=watch.filters).rows:
        c = row.commitment
        yield WatchHit(c.id, _key(row.document, c.quote), row.document, c.span, c.page, None, c.quote, c.kind, c.ocr)


def _key(document: DocumentSummary, text: str) -> str:
    """16 hex digits of the words and where they come from, whatever marks and white space stand between."""
    words = " ".join(_WORD.findall(text.casefold()))
    return hashlib.sha256(f"{document.uri}#{document.locator}\n{words}".encode()).hexdigest()[:16]


def _named(corpus: Corpus, name: str) -> Watch:
    known = watches(corpus)
    for watch in known:
        if watch.name == name:
            return watch
    listed = ", ".join(watch.name for watch in known) or "none"
    raise UsageError(f"there is no watch {name!r}; there are: {listed}")


def _save(corpus: Corpus, kept: Iterable[Watch]) -> None:
    """Write all of them, whole: under a passing name, then renamed."""
    path = _path(corpus)
    data = codec.encode(tuple(kept))
    part = path.with_name(f".{path.name}.part")
    part.write_text(data, encoding="utf-8")
    part.replace(path)


def _path(corpus: Corpus) -> Path:
    return corpus.settings.corpus / FILE_NAME

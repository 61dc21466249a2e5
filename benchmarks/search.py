"""Speed and size of the index at several sizes of corpus, for each engine, beside raw SQLite FTS5 in the same run.

    python benchmarks/search.py [FOLDER…] [--sizes 2000,20000] [--engines whoosh,tantivy] [--queries N] [--cpu]

The text is that of `corpus/examples`, `evaluation/documents` and every FOLDER given, multiplied as `made_corpus.py`
describes. Our engines are asked through `SearchIndex`, as a search does it: sealed manifest, hashes of all files,
stored tokens read for the highlights. Each query is asked twice, and both times count: a reader asks most things once.
Every engine builds, and then answers, in a process of its own, one after another. A ratio is ours over FTS5's. On a
machine that others use as well, `--cpu` counts the time of the processor instead of the clock's.
"""

import argparse
import json
import multiprocessing
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import ParamSpec, Protocol, TypeVar

import psutil
from fts5 import Fts5
from made_corpus import read_seeds, rows, write_corpus
from search_questions import KINDS, Question, questions, term

from policysearch.index import open_index
from policysearch.index.highlight import matches
from policysearch.index.port import FACETS, IndexRow
from policysearch.index.snippets import snippet
from policysearch.index.terms import read_tokens
from policysearch.index.tree import AnalysedQuery
from policysearch.model.query import EngineName
from policysearch.model.text import Span

ROOT = Path(__file__).resolve().parents[1]
TEXTS = (ROOT / "corpus" / "examples", ROOT / "evaluation" / "documents")
MIB = 2**20
N_ADDED = 10
_CPU = "BENCHMARK_CPU"
P = ParamSpec("P")
R = TypeVar("R")


class Measured(Protocol):
    """What every engine of the benchmark does."""

    def build(self, documents: Iterable[tuple[str, Sequence[IndexRow]]]) -> None:
        """Make an index of all documents."""

    def add(self, document: str, rows: Sequence[IndexRow]) -> None:
        """Add one document, and commit."""

    def see(self) -> None:
        """Ask the least that there is."""

    def ask(self, question: Question) -> int:
        """Answer a question; its total."""

    def close(self) -> None:
        """Let go of all files."""


class Ours:
    """An engine of ours behind `SearchIndex`; texts and tokens come from the store of the made corpus."""

    def __init__(self, engine: EngineName, folder: Path, store: Path) -> None:
        self._index = open_index(folder, name="passages", corpus_id="benchmark", stamp="benchmark", engine=engine)
        self._store = sqlite3.connect(store)

    def build(self, documents: Iterable[tuple[str, Sequence[IndexRow]]]) -> None:
        """Make an index of all documents."""
        self._index.begin(anew=True)
        for document, each in documents:
            self._index.replace(document, "", each)
        self._index.commit("1")

    def add(self, document: str, rows: Sequence[IndexRow]) -> None:
        """Add one document, and commit."""
        self._index.begin()
        self._index.replace(document, "", rows)
        self._index.commit("2")

    def see(self) -> None:
        """Ask the least that there is."""
        self._index.search(AnalysedQuery(term("x")), limit=1, facets=())

    def ask(self, question: Question) -> int:
        """Answer a question; with facets, snippets and highlights where it is of that kind."""
        query = question.query
        faceted = question.kind == "faceted"
        found = self._index.search(query, question.filters, facets=FACETS if faceted else ())
        for id_ in found.ids if faceted else ():
            asked = "SELECT text, sentences, tokens FROM passage WHERE id = ?"
            text, sentences, blob = self._store.execute(asked, (id_,)).fetchone()
            spans = [Span(*each) for each in json.loads(sentences)]
            snippet(text, Span(0, len(text)), spans, matches(query, read_tokens(blob)))
        return found.total

    def close(self) -> None:
        """Let go of all files."""
        self._index.close()
        self._store.close()


@dataclass(slots=True)
class Figures:
    """What one engine cost at one size; times in milliseconds unless they say otherwise."""

    build_s: float = 0.0
    build_mib: float = 0.0
    disk_mib: float = 0.0
    open_ms: float = 0.0
    memory_mib: float = 0.0
    add_ms: list[float] = field(default_factory=list)
    seen_ms: list[float] = field(default_factory=list)
    asked: dict[str, list[float]] = field(default_factory=dict)
    totals: dict[str, list[int]] = field(default_factory=dict)


def opened(engine: str, folder: Path, store: Path) -> Measured:
    """The engine of a name."""
    return Fts5(folder) if engine == Fts5.name else Ours(engine, folder, store)


def build(engine: str, folder: Path, store: Path) -> tuple[float, float, float]:
    """Seconds, MiB of disk and of memory at its highest; the making of the rows is not counted as time."""
    spent = 0.0
    source = rows(store)

    def watched() -> Iterable[tuple[str, list[IndexRow]]]:
        nonlocal spent
        while True:
            start = _now()
            each = next(source, None)
            spent += _now() - start
            if each is None:
                return
            yield each

    start = _now()
    measured = opened(engine, folder, store)
    measured.build(watched())
    seconds = _now() - start - spent
    measured.close()
    disk = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / MIB
    return seconds, disk, _highest()


def ask(engine: str, folder: Path, store: Path, asked: Sequence[Question], figures: Figures) -> Figures:
    """Open the index, ask everything, and add documents."""
    start = _now()
    measured = opened(engine, folder, store)
    measured.see()
    figures.open_ms = _since(start)
    for question in asked:
        for _ in range(2):
            start = _now()
            total = measured.ask(question)
            figures.asked.setdefault(question.kind, []).append(_since(start))
        figures.totals.setdefault(question.kind, []).append(total)
    figures.memory_mib = psutil.Process().memory_info().rss / MIB
    source = rows(store)
    for number in range(N_ADDED):
        _, each = next(source)
        document = f"{number:016x}"
        new = [IndexRow(f"{document}-{place}", document, row.tokens, row.columns) for place, row in enumerate(each)]
        start = _now()
        measured.add(document, new)
        figures.add_ms.append(_since(start))
        start = _now()
        measured.see()
        figures.seen_ms.append(_since(start))
    measured.close()
    return figures


def apart(call: Callable[P, R], *args: P.args, **options: P.kwargs) -> R:
    """The answer of `call`, made in a new process."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(call, *args, **options).result()


def measure(engines: Sequence[str], folder: Path, store: Path, asked: Sequence[Question]) -> dict[str, Figures]:
    """All engines over one corpus."""
    found = {}
    for engine in engines:
        figures = Figures()
        place = folder / engine
        figures.build_s, figures.disk_mib, figures.build_mib = apart(build, engine, place, store)
        found[engine] = apart(ask, engine, place, store, asked, figures)
        print(f"  {engine} done", file=sys.stderr, flush=True)
    return found


def report(found: dict[str, Figures]) -> Iterable[str]:
    """A table of one size: a row a measure, a column an engine, ours with the ratio to FTS5."""
    yield f"{'':24}" + "".join(f"{engine:>24}" for engine in found)
    base = found.get(Fts5.name)
    measures: list[tuple[str, Callable[[Figures], float]]] = [
        ("build, s", lambda f: f.build_s),
        ("build, memory MiB", lambda f: f.build_mib),
        ("disk MiB", lambda f: f.disk_mib),
        ("open, ms", lambda f: f.open_ms),
        ("memory MiB", lambda f: f.memory_mib),
        ("add a document, ms", lambda f: statistics.median(f.add_ms)),
        ("seen after, ms", lambda f: statistics.median(f.seen_ms)),
    ]
    for kind in KINDS:
        measures.append((f"{kind} p50, ms", lambda f, kind=kind: statistics.median(f.asked[kind])))
        measures.append((f"{kind} p95, ms", lambda f, kind=kind: _p95(f.asked[kind])))
    for name, value in measures:
        cells = []
        for figures in found.values():
            number = value(figures)
            ratio = f" ({number / value(base):.2f}x)" if base is not None and figures is not base else ""
            cells.append(f"{number:.2f}{ratio}")
        yield f"{name:24}" + "".join(f"{cell:>24}" for cell in cells)
    ours = [figures for engine, figures in found.items() if engine != Fts5.name]
    for kind in KINDS:
        if any(figures.totals[kind] != ours[0].totals[kind] for figures in ours):
            yield f"! {kind}: our engines give other totals"


def main() -> None:
    """Reads the command line and prints a table a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="*", help="more documents to take sentences from")
    parser.add_argument("--sizes", default="2000,20000", help="passages, with commas  [default: 2000,20000]")
    parser.add_argument("--engines", default="whoosh,tantivy", help="of ours, with commas  [default: both]")
    parser.add_argument("--queries", type=int, default=60, help="a kind  [default: 60]")
    parser.add_argument("--cpu", action="store_true", help="time of the processor, not of the clock")
    options = parser.parse_args()
    if options.cpu:
        os.environ[_CPU] = "1"  # the processes that measure see it too
    seeds = read_seeds([*TEXTS, *options.folders])
    print(f"{len(seeds.sentences):,} sentences, {len(seeds.words):,} word forms, {options.queries} queries a kind")
    for size in map(int, options.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            store = Path(folder) / "corpus.db"
            frequency, n_tokens = write_corpus(store, seeds, size)
            asked = questions(store, frequency, size, options.queries)
            once = sum(1 for number in frequency.values() if number == 1)
            print(
                f"\n{size:,} passages, {n_tokens:,} words, {len(frequency):,} lemmas, {once:,} of them in one passage"
            )
            found = measure([Fts5.name, *options.engines.split(",")], Path(folder), store, asked)
            print("\n".join(report(found)), flush=True)


def _now() -> float:
    return time.process_time() if os.environ.get(_CPU) else time.perf_counter()


def _since(start: float) -> float:
    return (_now() - start) * 1000


def _highest() -> float:
    """MiB of memory of this process at its highest; `getrusage` would count the parent that it was forked from."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return float("nan")
    return next(int(line.split()[1]) / 1024 for line in status.read_text().splitlines() if line.startswith("VmHWM"))


def _p95(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


if __name__ == "__main__":
    main()

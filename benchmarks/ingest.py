"""How fast originals become a searchable corpus, by stage, beside bare pdfplumber text of the same files.

    python benchmarks/ingest.py PATH… [--jobs N] [--repeat N]

Every measurement runs in a process of its own, one after another, in the same run. PDFs only count as pages; other
files are read too and reported apart. Figures to compare are the ratios, not the seconds.
"""

import argparse
import contextlib
import multiprocessing
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

MIB = 2**20


@dataclass(frozen=True)
class Measured:
    """Seconds, peak memory of the process with its children (MiB, sampled), and whatever else was counted."""

    seconds: float
    memory: float
    counts: dict[str, float]


def files_of(paths: Iterable[Path]) -> list[Path]:
    return sorted(file for path in paths for file in (path.rglob("*") if path.is_dir() else [path]) if file.is_file())


def bare_pdfplumber(files: list[Path]) -> dict[str, float]:
    import pdfplumber

    pages = 0
    for file in files:
        with pdfplumber.open(file) as pdf:
            for page in pdf.pages:
                page.extract_text()
                page.close()
                pages += 1
    return {"pages": pages}


def stages(files: list[Path]) -> dict[str, float]:
    from policysearch.errors import ReadError
    from policysearch.extract import extract
    from policysearch.facts import find_facts
    from policysearch.index.terms import store_tokens
    from policysearch.lang.fi import open_finnish
    from policysearch.pipeline import analyse
    from policysearch.structure import build_document

    language = open_finnish()
    spent: dict[str, float] = defaultdict(float)

    def timed(stage: str, call: Callable[[], Any]) -> Any:
        start = time.perf_counter()
        try:
            return call()
        finally:
            spent[stage] += time.perf_counter() - start

    for file in files:
        data = file.read_bytes()
        try:
            extracts = timed("extract", lambda data=data, file=file: extract(data, name=file.name))
        except ReadError:
            continue
        for one in extracts:
            document = timed("structure", lambda one=one: build_document(one, sha256="0" * 64, language=language))
            passages = timed("analyse", lambda document=document: analyse(document, language))
            timed("facts", lambda d=document, p=passages: find_facts(d, p, language))
            timed("terms", lambda p=passages: [store_tokens(passage.tokens) for passage in p])
            spent["documents"] += 1
            spent["tokens"] += sum(len(passage.tokens) for passage in passages)
    return dict(spent)


def whole(files: list[Path], jobs: int) -> dict[str, float]:
    from dataclasses import replace

    from policysearch import open_corpus
    from policysearch.settings import Settings

    with tempfile.TemporaryDirectory() as folder:
        settings = replace(Settings(Path(folder) / "corpus", Path(folder) / "index"), jobs=jobs)
        with open_corpus(settings=settings, create=True) as corpus:
            start = time.perf_counter()
            documents = sum(len(event.documents) for event in corpus.ingest(files))
            read = time.perf_counter()
            corpus.update_index()
            return {"documents": documents, "read s": read - start, "index s": time.perf_counter() - read}


def _run(pipe: Any, call: Callable[..., dict[str, float]], arguments: tuple[Any, ...]) -> None:
    start = time.perf_counter()
    counts = call(*arguments)
    pipe.send((time.perf_counter() - start, counts))


def _memory(process: psutil.Process) -> float:
    """Resident memory of a process and all below it, in MiB; shared pages count once a process."""
    total = 0
    for one in [process, *process.children(recursive=True)]:
        with contextlib.suppress(psutil.Error):
            total += one.memory_info().rss
    return total / MIB


def measure(call: Callable[..., dict[str, float]], *arguments: Any) -> Measured:
    """Run `call` in a new process."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(sender, call, arguments))
    process.start()
    sender.close()
    peak, watched = 0.0, psutil.Process(process.pid)
    while not receiver.poll(0.02):
        peak = max(peak, _memory(watched))
    seconds, counts = receiver.recv()
    process.join()
    return Measured(seconds, peak, counts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--jobs", type=int, default=multiprocessing.cpu_count())
    parser.add_argument("--repeat", type=int, default=3, help="runs of each; the fastest counts")
    options = parser.parse_args()
    files = files_of(options.paths)
    pdfs = [file for file in files if file.suffix.lower() == ".pdf"]

    def best(call: Callable[..., dict[str, float]], *arguments: Any) -> Measured:
        return min((measure(call, *arguments) for _ in range(options.repeat)), key=lambda measured: measured.seconds)

    bare = best(bare_pdfplumber, pdfs)
    pages = bare.counts["pages"]
    print(f"{len(pdfs)} PDFs, {pages:.0f} pages; {len(files)} files in all; fastest of {options.repeat} runs\n")
    print(f"{'PDFs alone':34} {'pages/s':>9} {'share of bare':>14} {'peak MiB':>9}")

    def row(name: str, seconds: float, measured: Measured | None) -> None:
        memory = f"{measured.memory:9.0f}" if measured else ""
        print(f"{name:34} {pages / seconds:9.1f} {bare.seconds / seconds:14.2f} {memory}")

    row("bare pdfplumber extract_text", bare.seconds, bare)
    staged = best(stages, pdfs)
    for stage in ("extract", "structure", "analyse", "facts", "terms"):
        row(f"  stage {stage}", staged.counts[stage], None)
    row("all stages, one process", sum(staged.counts[s] for s in ("extract", "structure", "analyse", "facts")), staged)
    for jobs in dict.fromkeys((1, options.jobs)):
        measured = best(whole, pdfs, jobs)
        row(f"ingest and index, --jobs {jobs}", measured.seconds, measured)
    everything = best(whole, files, options.jobs)
    counts = everything.counts
    print(f"\nall files, --jobs {options.jobs}: {counts['documents']:.0f} documents in {everything.seconds:.1f} s,")
    print(f"of which the index {counts['index s']:.1f} s; peak of all processes together {everything.memory:.0f} MiB")


if __name__ == "__main__":
    main()

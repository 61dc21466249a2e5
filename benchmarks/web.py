"""How fast the pages answer: many readers at once over 20,000 passages, memory over many requests, pictures of pages.

    python benchmarks/web.py [FOLDER…] [--passages 20000] [--readers 20] [--requests 10000] [--corpus KEPT]

The text is that of `corpus/examples`, `evaluation/documents` and every FOLDER given, multiplied as `made_corpus.py`
describes, written as text files of paragraphs, and taken in by the product like any others; `--corpus` keeps what was
taken in for another run. `policysearch serve` answers in a process of its own. Readers ask for search pages with one to
three words, filters, facets and later pages, drawn with a seed: first without a pause (each asks as soon as it has its
answer), then with a pause as long as a reader needs to see a page (exponential, `--pause` seconds on average).
"""

import argparse
import asyncio
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import httpx
import psutil
from made_corpus import Seeds, read_seeds, rows, write_corpus

from policysearch import open_corpus
from policysearch.model.source import DOCUMENT_TYPES, Metadata

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "corpus" / "examples"
TEXTS = (EXAMPLES, ROOT / "evaluation" / "documents")
MIB = 2**20
YEARS = range(2016, 2026)
_BATCH = 500


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description="Speed and memory of the pages with many readers at once.")
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="more documents to take sentences from")
    parser.add_argument("--passages", type=int, default=20_000)
    parser.add_argument("--readers", type=int, default=20, help="how many ask at once")
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--pause", type=float, default=1.0, help="seconds a reader looks at a page, on average")
    parser.add_argument("--corpus", type=Path, help="keep the corpus there, or take the one that is there")
    parser.add_argument("--engine", default="whoosh")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="benchmark-") as name:
        folder = options.corpus or Path(name)
        if not (folder / "corpus").is_dir():
            _make(folder, read_seeds([*TEXTS, *options.folders]), options.passages)
        asyncio.run(_measure(folder, options))
    return 0


def _make(folder: Path, seeds: Seeds, passages: int) -> None:
    """Take in a corpus of about so many passages, beside the examples."""
    folder.mkdir(parents=True, exist_ok=True)
    started = time.perf_counter()
    write_corpus(folder / "made.db", seeds, passages)
    chance = random.Random(2)
    with open_corpus(folder / "corpus", folder / "index", create=True) as corpus:
        for event in corpus.ingest([EXAMPLES]):
            print(f"\r{event.uri[-60:]:60}", end="", file=sys.stderr)
        for year in YEARS:
            group = folder / "texts" / str(year)
            group.mkdir(parents=True)
        for number, text in enumerate(_texts(folder / "made.db")):
            (folder / "texts" / str(chance.choice(YEARS)) / f"{number:05}.txt").write_text(text, "utf-8")
        for year in YEARS:
            kind = DOCUMENT_TYPES[year % len(DOCUMENT_TYPES)]
            metadata = Metadata(type=kind, date=date(year, chance.randint(1, 12), 1), issuer=f"Kunta {year % 7}")
            for event in corpus.ingest([folder / "texts" / str(year)], overrides=metadata):
                print(f"\r{event.uri[-60:]:60}", end="", file=sys.stderr)
        corpus.update_index()
    print(f"\rtaken in and indexed in {time.perf_counter() - started:.0f} s{'':40}", file=sys.stderr)


def _texts(path: Path) -> Iterator[str]:
    """The text of each made document, a paragraph a passage."""
    store = sqlite3.connect(path)
    for document, _ in rows(path):
        found = store.execute("SELECT text FROM passage WHERE document = ? ORDER BY rowid", (document,))
        yield "\n\n".join(text for (text,) in found)
    store.close()


@contextmanager
def _served(folder: Path, engine: str) -> Iterator[tuple[str, psutil.Process]]:
    command = [sys.executable, "-m", "policysearch", "serve", "--port", "0", "--engine", engine]
    command += ["--corpus", str(folder / "corpus"), "--index", str(folder / "index")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            for line in process.stderr or ():
                if "http://" in line:
                    yield (
                        "http://" + line.split("http://", 1)[1].split(" ", 1)[0].rstrip("/"),
                        psutil.Process(process.pid),
                    )
                    return
            raise RuntimeError("the pages were not served")
        finally:
            process.terminate()


def _words(folder: Path, count: int = 400) -> list[str]:
    """Words of the corpus, as often as they stand there."""
    chance = random.Random(3)
    with open_corpus(folder / "corpus", folder / "index") as corpus:
        found = [
            word.strip(".,;:()") for hit in corpus.search("", limit=count).hits for word in hit.snippet.text.split()
        ]
    known = [word for word in found if len(word) > 4 and word.isalpha()]
    return chance.sample(known, min(count, len(known)))


def _asked(words: Sequence[str], chance: random.Random) -> str:
    """The address of a search page."""
    query: dict[str, str | int] = {"q": " ".join(chance.sample(words, chance.choice((1, 1, 2, 2, 3))))}
    if chance.random() < 0.2:
        query["type"] = chance.choice(DOCUMENT_TYPES)
    if chance.random() < 0.2:
        query["after"] = f"{chance.choice(YEARS)}-01-01"
    if chance.random() < 0.15:
        query["page"] = 2
    return "/?" + urlencode(query)


async def _measure(folder: Path, options: argparse.Namespace) -> None:
    words = _words(folder)
    with _served(folder, options.engine) as (address, process):
        limits = httpx.Limits(max_connections=options.readers, max_keepalive_connections=options.readers)
        async with httpx.AsyncClient(base_url=address, timeout=60, limits=limits) as client:
            await _round(client, words, options.readers, 100, 0.0)  # everything is read once
            alone = await _round(client, words, 1, 200, 0.0)
            _say("one reader, no pause", alone)
            paused = await _round(client, words, options.readers, 1000, options.pause)
            _say(f"{options.readers} readers, {options.pause:g} s between pages", paused)
            sizes = []
            times: list[float] = []
            for _ in range(max(options.requests // _BATCH, 1)):
                times += await _round(client, words, options.readers, _BATCH, 0.0)
                sizes.append(process.memory_info().rss / MIB)
                print(f"\r{len(times):,} requests, {sizes[-1]:.0f} MiB ", end="", file=sys.stderr)
            print(f"\r{'':60}\r", end="", file=sys.stderr)
            _say(f"{options.readers} readers, no pause", times)
            shown = ", ".join(f"{size:.0f}" for size in sizes[:: max(len(sizes) // 8, 1)])
            print(f"memory after each eighth of {len(times):,} requests: {shown} MiB")
            await _pictures(client, folder)


async def _round(
    client: httpx.AsyncClient, words: Sequence[str], readers: int, count: int, pause: float
) -> list[float]:
    """Seconds of `count` pages, asked for by so many readers at once."""
    times: list[float] = []

    async def read(number: int) -> None:
        chance = random.Random(number)
        for _ in range(count // readers):
            if pause:
                await asyncio.sleep(chance.expovariate(1 / pause))
            started = time.perf_counter()
            answer = await client.get(_asked(words, chance))
            times.append(time.perf_counter() - started)
            answer.raise_for_status()

    await asyncio.gather(*(read(number + 1000 * count) for number in range(readers)))
    return times


async def _pictures(client: httpx.AsyncClient, folder: Path) -> None:
    """The pictures of all pages of the examples, the first and the second time."""
    with open_corpus(folder / "corpus", folder / "index") as corpus:
        pages = [
            (each.id, page.number)
            for each in corpus.documents()
            if corpus.document(each.id).media_type == "application/pdf"
            for page in corpus.document(each.id).pages
        ]
    for said in ("first", "second"):
        times = []
        for document, page in pages:
            started = time.perf_counter()
            (await client.get(f"/documents/{document}/pages/{page}/picture.png?width=900")).raise_for_status()
            times.append(time.perf_counter() - started)
        _say(f"picture of a page, the {said} time", times)


def _say(what: str, times: Sequence[float]) -> None:
    ordered = sorted(times)
    p50, p95 = statistics.median(ordered), ordered[int(len(ordered) * 0.95) - 1]
    figures = "   ".join(
        f"{name} {value * 1000:7.1f} ms" for name, value in (("p50", p50), ("p95", p95), ("max", ordered[-1]))
    )
    print(f"{what:40} {figures}   n {len(times):,}")


if __name__ == "__main__":
    sys.exit(main())

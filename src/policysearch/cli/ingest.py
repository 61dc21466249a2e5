"""`policysearch ingest` and `reindex`."""

import datetime as dt
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import click

from policysearch.cli import options
from policysearch.cli.output import note, progress
from policysearch.errors import CorpusBusyError, UsageError
from policysearch.model.source import DOCUMENT_TYPES, DocumentType, Metadata
from policysearch.settings import Settings

if TYPE_CHECKING:
    from policysearch.model.report import IngestEvent

_VERBS = {
    "added": "added",
    "new_version": "new versions",
    "updated": "read again",
    "unchanged": "unchanged",
    "withdrawn": "withdrawn at their address",
    "returned": "back at their address",
    "left_out": "left out",
    "skipped": "skipped",
    "failed": "failed",
}


@click.command(short_help="Take files and folders into the corpus and the index.")
@click.argument("paths", nargs=-1, required=True)
@click.option("--type", "type_", type=click.Choice(DOCUMENT_TYPES), help="What the documents are.")
@click.option("--date", type=options.Day("first"), help="Their date.")
@click.option("--issuer", help="Who issued them.")
@click.option("--title", help="Their title.")
@click.option("--url", metavar="ADDRESS", help="Where on the web the one file came from; a source beside the file.")
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="Processes side by side.  [default: one a core]")
@click.option("--ocr/--no-ocr", default=None, help="Read pages that are pictures, where Tesseract is installed.")
@click.option("-v", "--verbose", is_flag=True, help="A line for every file, not only for those that failed.")
@options.places
def ingest(
    *,
    paths: tuple[str, ...],
    type_: DocumentType | None,
    date: dt.date | None,
    issuer: str | None,
    title: str | None,
    url: str | None,
    jobs: int | None,
    ocr: bool | None,
    verbose: bool,
    settings: Settings,
) -> None:
    """Take files and folders into the corpus, and bring the index up to date.

    PATHS are files, folders with everything below them, or - for a list on standard input, one path a line.
    Originals are kept unchanged. What is there already costs nothing; what changed becomes a new version.

    Exit code 0: all is well. 1: some files failed; each has a line with its stage and reason. 2: wrong usage.

    \b
    Examples:
        policysearch ingest corpus/examples
        policysearch ingest ohjelma.pdf --url https://www.example.fi/ohjelma.pdf
        find . -name "*.pdf" | policysearch ingest -
    """
    from policysearch.corpus import open_corpus

    if jobs is not None:
        settings = replace(settings, jobs=jobs)
    if ocr is not None:
        settings = replace(settings, ocr=ocr)
    overrides = Metadata(type=type_, title=title, date=date, issuer=issuer)
    files = tuple(_paths(paths))
    for path in files:
        if not os.path.lexists(path):
            raise UsageError(f"{path} does not exist: give files or folders that do")
    with open_corpus(settings=settings, create=True, on_note=note) as corpus:
        counts = _watch(lambda on_start: corpus.ingest(files, overrides=overrides, url=url, on_start=on_start), verbose)
        try:
            corpus.update_index()
        except CorpusBusyError:
            note("Another process is writing to the index: it follows with the next search.")
    if counts["failed"]:
        raise SystemExit(1)


@click.command(short_help="Read again by the rules of today, and make the index anew.")
@click.option("-v", "--verbose", is_flag=True, help="A line for every original, not only for those that failed.")
@options.places
def reindex(*, verbose: bool, settings: Settings) -> None:
    """Read again what other rules or another dictionary read, and make the index anew.

    Works from the stored originals alone: it also restores a corpus whose corpus.db is gone.
    """
    from policysearch.corpus import open_corpus

    with open_corpus(settings=settings, create=settings.corpus.is_dir(), on_note=note) as corpus:
        counts = _watch(lambda on_start: corpus.reindex(on_start=on_start), verbose)
    if counts["failed"]:
        raise SystemExit(1)


def _paths(given: Iterable[str]) -> Iterator[Path]:
    for path in given:
        if path != "-":
            yield Path(path)
            continue
        lines = [line.rstrip("\n") for line in sys.stdin]
        if not any(lines):
            raise UsageError("standard input holds no paths: give one a line")
        yield from (Path(line) for line in lines if line)


def _watch(start: Callable[[Callable[[int], None]], "Iterator[IngestEvent]"], verbose: bool) -> Counter[str]:
    """Show events as they come, a line for each that needs one, and a summary; returns how many there were of each."""
    counts: Counter[str] = Counter()
    documents: set[str] = set()
    with progress("reading") as (on_start, advance):
        for event in start(on_start):
            counts[event.outcome] += 1
            documents.update(event.documents)
            for line in _lines(event, verbose):
                note(line)
            advance()
    parts = [f"{counts[outcome]} {verb}" for outcome, verb in _VERBS.items() if counts[outcome]]
    click.echo(f"{sum(counts.values())} originals: {', '.join(parts) or 'nothing to do'}; {len(documents)} documents")
    return counts


def _lines(event: "IngestEvent", verbose: bool) -> Iterator[str]:
    path = unquote(urlsplit(event.uri).path) if event.uri.startswith("file:") else event.uri
    if event.outcome == "failed":
        yield f"failed: {path}: {event.stage}: {event.reason}"
    elif event.outcome in ("skipped", "left_out"):
        yield f"{event.outcome.replace('_', ' ')}: {path}: {event.reason}"
    elif verbose:
        reason = f" ({event.reason})" if event.reason else ""
        yield f"{event.outcome.replace('_', ' ')}: {path}: {len(event.documents)} documents{reason}"
    for warning in event.warnings:
        yield f"warning: {path}: {warning}"

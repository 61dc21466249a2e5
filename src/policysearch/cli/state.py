"""`policysearch status` and `verify`."""

import dataclasses

import click

from policysearch.cli import options
from policysearch.cli.output import console, note, show
from policysearch.settings import Settings


@click.command(short_help="Say what there is, what failed, and what is missing.")
@options.formats("table", "json")
@options.asking
def status(*, form: str, settings: Settings) -> None:
    """Say what is in the corpus and the index, what failed and why, which Voikko reads, and what is missing here."""
    from policysearch.corpus import open_corpus
    from policysearch.present import tables, terminal

    with open_corpus(settings=settings, on_note=note) as corpus:
        state = corpus.status()
    if form == "json":
        click.echo(tables.json_text(_plain(dataclasses.asdict(state))))
    else:
        show(terminal.status(state))


@click.command(short_help="Prove every hash, span and quote from the originals.")
@click.argument("documents", nargs=-1)
@options.places
def verify(*, documents: tuple[str, ...], settings: Settings) -> None:
    """Read the stored originals again and prove that every hash, span and quote still holds.

    Another reader than the one that made the text looks for the letters of each quote in the original.
    DOCUMENTS are ids; all documents without them. Ends with exit code 1 if anything does not hold.
    """
    from policysearch.corpus import open_corpus
    from policysearch.present import terminal

    n_documents = n_spans = n_quotes = n_ocr = n_gone = n_problems = 0
    with open_corpus(settings=settings, on_note=note) as corpus:
        to = console()
        for event in corpus.verify(documents):
            show([terminal.verification(event)], to)
            n_documents += 1
            n_spans += event.n_spans
            n_quotes += event.n_quotes
            n_ocr += event.n_ocr
            n_gone += event.n_gone
            n_problems += len(event.problems)
    click.echo(
        f"{n_documents} documents: {n_spans} spans and {n_quotes} quotes checked, "
        f"{n_ocr} quotes from OCR that no other reader can confirm, "
        + (f"{n_gone} whose original is not kept, since something in it was forgotten, " if n_gone else "")
        + f"{n_problems} problems"
    )
    if n_problems:
        raise SystemExit(1)


def _plain(value: object) -> object:
    """Dates as ISO text, for JSON."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value

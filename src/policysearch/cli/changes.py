"""`policysearch changes`."""

import click

from policysearch.cli import options
from policysearch.cli.answering import say_withheld
from policysearch.cli.output import console, note, show
from policysearch.settings import Settings


@click.command(short_help="Show what changed between versions, in words and in facts.")
@click.argument("document", required=False)
@options.formats("table", "json", "jsonl")
@options.asking
def changes(*, document: str | None, form: str, settings: Settings) -> None:
    """Show what changed between the versions of DOCUMENT, or of all documents that have several; newest first.

    Facts: deadlines that moved, commitments that were reworded, changed, added or are gone, drafts that were approved.
    Words: sentence by sentence, [-gone-] and {+added+}. DOCUMENT is the id of any of its versions.

    \b
    Examples:
        policysearch changes
        policysearch changes 3f2a --format json
    """
    from policysearch.corpus import open_corpus
    from policysearch.present import tables, versions
    from policysearch.present.version_records import change_record

    with open_corpus(settings=settings, on_note=note) as corpus:
        say_withheld(corpus)
        found = corpus.changes(document)
    if form == "json":
        click.echo(tables.json_text([change_record(change) for change in found]))
    elif form == "jsonl":
        for line in tables.jsonl_text(map(change_record, found)):
            click.echo(line)
    elif found:
        to = console()
        show(versions.changes(found, plain=not to.is_terminal), to)
    else:
        note("No document has more than one version." if document is None else "This document has one version.")

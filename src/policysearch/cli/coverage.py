"""`policysearch coverage`."""

import click

from policysearch.cli import options
from policysearch.cli.output import note, show
from policysearch.model.coverage import GROUP_KINDS, GroupKind
from policysearch.settings import Settings


@click.command(short_help="Say what documents and channels let us expect, and what of it is not here.")
@click.option("--kind", "kinds", type=click.Choice(GROUP_KINDS), multiple=True, help="Only these.")
@click.option("--complete", is_flag=True, help="Show what has no gaps too.")
@options.formats("table", "json", "jsonl", "csv")
@options.places
def coverage(*, kinds: tuple[GroupKind, ...], complete: bool, form: str, settings: Settings) -> None:
    """Say what there should be, and what of it is not in this corpus.

    Counted are the meetings of a body and year, its sections (§), the items on the list of a meeting, the attachments
    that a document lists, the handlings of a case that its documents quote or name, pages nobody has read, what failed,
    what was withdrawn, and what pulled channels offer. A gap is not in this corpus; more is not said of it.

    \b
    Examples:
        policysearch coverage
        policysearch coverage --kind case --kind attachments
    """
    from policysearch.corpus import open_corpus
    from policysearch.present import coverage as shown
    from policysearch.present import tables

    with open_corpus(settings=settings, on_note=note) as corpus:
        found = corpus.coverage(kinds=kinds)
    if form == "json":
        click.echo(tables.json_text(shown.coverage_record(found)))
    elif form == "table":
        show(shown.coverage(found, complete=complete))
    else:
        records = shown.gap_records(found)
        for line in tables.jsonl_text(records) if form == "jsonl" else tables.csv_text(records, "gap"):
            click.echo(line)

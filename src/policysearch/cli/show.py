"""`policysearch show` and `export`."""

from pathlib import Path
from typing import IO

import click

from policysearch.cli import exporting, options
from policysearch.cli.answering import answering
from policysearch.cli.output import note
from policysearch.cli.output import show as print_all
from policysearch.errors import UsageError
from policysearch.settings import Settings


@click.command(short_help="Print what is known of a document, its text or a page.")
@click.argument("document", required=False)
@click.option("--text", "as_text", is_flag=True, help="The whole text.")
@click.option("--page", type=click.IntRange(min=1), help="The text of one page.")
@click.option("--history", is_flag=True, help="What happened at its addresses: versions, withdrawn, back.")
@click.option("--all-versions", is_flag=True, help="List older versions too.")
@options.formats("table", "json")
@options.places
def show(
    *,
    document: str | None,
    as_text: bool,
    page: int | None,
    history: bool,
    all_versions: bool,
    form: str,
    settings: Settings,
) -> None:
    """Print what is known of DOCUMENT: metadata, people, sections, commitments; without DOCUMENT list them all.

    \b
    Examples:
        policysearch show
        policysearch show 3f2a --page 4
        policysearch show 3f2a --history
    """
    from policysearch.corpus import open_corpus
    from policysearch.present import records, tables, terminal, versions

    if history and document is None:
        raise UsageError("which document's history? Give its id: `policysearch show` lists them")
    with open_corpus(settings=settings, on_note=note) as corpus:
        if document is None:
            listed = corpus.documents(all_versions=all_versions)
            if form == "json":
                click.echo(tables.json_text([records.document_record(summary) for summary in listed]))
            else:
                print_all([terminal.documents(listed)])
            if held := len(corpus.held()):
                note(f"held back, and not listed: {held} (`policysearch held list`)")
            return
        if history:
            events = corpus.history(document)
            if form == "json":
                click.echo(tables.json_text([records.address_event_record(event) for event in events]))
            else:
                print_all(versions.history(events))
            return
        summary, doc, facts = corpus.summary(document), corpus.document(document), corpus.facts(document)
        if as_text or page is not None:
            click.echo(doc.text if page is None else corpus.page_text(document, page))
        elif form == "json":
            rows = list(records.export_records(summary, facts))
            click.echo(tables.json_text({**rows[0], **records.structure_record(doc), "facts": rows[1:]}))
        else:
            print_all(terminal.document(summary, doc, facts.commitments))


@click.command(short_help="Write all documents and facts as JSON Lines.")
@click.option(
    "--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True, help="How to print."
)
@click.option("--document", help="Only this document: its id, or the beginning of it.")
@click.option("--all-versions", is_flag=True, help="Older versions too.")
@options.as_reviewed
@click.option("--hide-contacts", is_flag=True, help="Cover phone numbers and e-mail addresses of persons.")
@click.option("-o", "--output", type=click.File("w", encoding="utf-8", lazy=True), default="-", help="Write to a file.")
@options.places
def export(
    *,
    form: str,
    document: str | None,
    all_versions: bool,
    values: str,
    hide_contacts: bool,
    output: IO[str],
    settings: Settings,
) -> None:
    """Write all documents and facts, one JSON record a line (docs/record-shapes.md).

    For programs, and so with contact details of persons, unless --hide-contacts.

    \b
    Example:
        policysearch export --format jsonl -o facts.jsonl
    """
    from policysearch.present import records, tables

    with answering(settings, hide_contacts=hide_contacts) as corpus:
        for summary, facts in corpus.export(
            document=document, all_versions=all_versions, reviewed=values == "reviewed"
        ):
            for line in tables.jsonl_text(records.export_records(summary, facts)):
                click.echo(line, file=output)
        if output.name not in ("-", "<stdout>"):
            exporting.write_beside(
                Path(output.name),
                corpus.provenance("export", options={"document": document, "all_versions": all_versions, "as": values}),
            )

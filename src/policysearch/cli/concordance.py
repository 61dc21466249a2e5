"""`policysearch concordance`."""

from pathlib import Path
from typing import Any

import click

from policysearch.cli import options
from policysearch.cli.answering import answering, contacts, hides
from policysearch.cli.exporting import output, write
from policysearch.cli.output import console
from policysearch.model.research import GROUPINGS, SORTINGS, Grouping, Sorting
from policysearch.settings import Settings


@click.command(short_help="List every occurrence of a word in its context.")
@click.argument("query")
@options.many([
    options.types, options.issuer, options.actor, options.after, options.before, options.document,
    click.option("--width", type=click.IntRange(0, 1000), default=40, show_default=True, help="Letters on each side."),
    click.option("--sort", type=click.Choice(SORTINGS), default="date", show_default=True, help="Order of the lines."),
    click.option("--group", type=click.Choice(GROUPINGS), help="Put lines of one kind together, and count them."),
    options.limit(0), options.offset, options.formats("text", "csv", "xlsx", "jsonl", "json"), output, contacts,
    options.asking,
])  # fmt: skip
def concordance(
    *,
    query: str,
    width: int,
    sort: Sorting,
    group: Grouping | None,
    limit: int,
    offset: int,
    form: str,
    output: Path | None,
    show_contacts: bool | None,
    settings: Settings,
    **chosen: Any,
) -> None:
    """List every occurrence of QUERY, a line each, with the words to its left and right.

    QUERY is a word, or anything that the search understands; what the search would mark are the occurrences.
    Lines are sorted by the date of their documents, by title, or by the words next to the occurrence. Each has its
    document, date, page, span and passage; --format csv, xlsx and jsonl begin with what is needed to cite and
    repeat them.

    \b
    Examples:
        policysearch concordance hyväksikäyttö --sort right
        policysearch concordance "lemma:uhri" --group year --type decision
        policysearch concordance määräaika -o lines.xlsx
    """
    from policysearch.model.search import Filters
    from policysearch.present import lines, research

    with answering(settings, hide_contacts=hides(show_contacts, form=form, output=output)) as corpus:
        found = corpus.research.concordance(
            query, filters=Filters(**chosen), width=width, sort=sort, group=group, limit=limit or None, offset=offset
        )
    write(
        form,
        output,
        found.provenance,
        (research.line_record(line) for line in found.lines),
        "line",
        lambda: lines.concordance(found, width=width, plain=not console().is_terminal),
    )

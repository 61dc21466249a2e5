"""`policysearch measures`."""

from pathlib import Path

import click

from policysearch.cli import exporting, options
from policysearch.cli.answering import say_withheld
from policysearch.cli.output import note
from policysearch.settings import Settings


@click.command(short_help="The measures of a plan, and what was said of them since.")
@click.argument("plan")
@options.formats("table", "json", "jsonl", "csv", "xlsx")
@exporting.output
@exporting.provenance
@options.asking
def measures(*, plan: str, form: str, output: Path | None, cited: bool, settings: Settings) -> None:
    """The measures of a plan, or the recommendations of a report: a row each, verbatim, with who answers for it.

    PLAN is the id of a document. They are read from tables with a header (Toimenpide, Vastuutaho, Aikataulu …), from
    labels below a measure, and from numbers and lists (Suositus 4., Toimenpide 3.2).

    Beside each stands what later documents of this corpus say of it, where words, body and act agree; what only may be
    about it stands apart. Whether it was done is for you to say: `policysearch review MEASURE --status tehty`.

    \b
    Examples:
        policysearch measures fd5efba9
        policysearch measures fd5efba9 -o toimenpiteet.xlsx
    """
    from policysearch.corpus import open_corpus
    from policysearch.present import records
    from policysearch.present.measures import measures as shown

    with open_corpus(settings=settings, on_note=note) as corpus:
        say_withheld(corpus)
        found = corpus.measures(plan)
        exporting.answer(
            form,
            output,
            lambda: corpus.provenance("measures", query=plan, n_hits=len(found)),
            (records.found_measure_record(row) for row in found),
            "measure",
            lambda: shown(found),
            cited=cited,
        )
    note(f"{len(found)} measure{'' if len(found) == 1 else 's'}")

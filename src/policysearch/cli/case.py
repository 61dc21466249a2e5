"""`policysearch case`."""

import click

from policysearch.cli import options
from policysearch.cli.answering import say_withheld
from policysearch.cli.output import note, show
from policysearch.settings import Settings


@click.command(short_help="Follow one matter over its handlings, by its diary number.")
@click.argument("number")
@click.option("--issuer", help="Whose number it is, where it has no letters: Espoo.")
@click.option(
    "-n", "--limit", type=click.IntRange(min=0), default=5, show_default=True, help="Quotes a handling; 0 for all."
)
@options.formats("table", "json")
@options.asking
def case(*, number: str, issuer: str | None, limit: int, form: str, settings: Settings) -> None:
    """Follow the matter NUMBER over its handlings: committee, board, council, in the order of their days.

    Of each: body, day, §, outcome, votes, and its decisions and proposals word for word. A handling that no document
    of this corpus is of, and another one quotes or names, is shown as such. NUMBER may be written in any way:
    HEL 2021-001526, hel-2021-001526 and HEL 2021-001526 T 00 00 03 are one.

    \b
    Examples:
        policysearch case "HEL 2021-001526"
        policysearch case OUKA/1472/02.02.02/2017 --format json
    """
    from policysearch.corpus import open_corpus
    from policysearch.present import cases, tables

    with open_corpus(settings=settings, on_note=note) as corpus:
        say_withheld(corpus)
        found = corpus.case(number, issuer=issuer)
    if form == "json":
        click.echo(tables.json_text(cases.case_record(found)))
    else:
        show(cases.case(found, limit=limit or None))

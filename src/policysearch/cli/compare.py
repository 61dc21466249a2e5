"""`policysearch compare`."""

import click

from policysearch.cli import options
from policysearch.cli.answering import say_withheld
from policysearch.cli.output import note, show
from policysearch.settings import Settings


@click.command(short_help="Two documents side by side.")
@click.argument("first")
@click.argument("second")
@click.option("--differing", is_flag=True, help="Leave out what both say in the same words.")
@options.formats("text", "json")
@options.asking
def compare(*, first: str, second: str, differing: bool, form: str, settings: Settings) -> None:
    """The same matter in two documents: a press release beside the decision, a decision beside the minutes.

    Entries that speak of the same stand beside one another; where kind, verb, strength, actor, time or sum differ, both
    are marked. Nothing is concluded from it.

    \b
    Examples:
        policysearch compare 9a7c3e98 f76f5bdc
        policysearch compare 9a7c3e98 f76f5bdc --differing
    """
    from policysearch.corpus import open_corpus
    from policysearch.present import comparing, tables

    with open_corpus(settings=settings, on_note=note) as corpus:
        say_withheld(corpus)
        found = corpus.compare(first, second)
    if form == "json":
        click.echo(tables.json_text(comparing.comparison_record(found, differing=differing)))
    else:
        show(comparing.comparison(found, differing=differing))

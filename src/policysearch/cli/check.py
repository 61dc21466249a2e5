"""`policysearch check`."""

from pathlib import Path

import click

from policysearch.cli import options
from policysearch.cli.answering import say_withheld
from policysearch.cli.output import note, show
from policysearch.errors import UsageError
from policysearch.settings import Settings

NOT_AS_QUOTED = 1


@click.command(short_help="Check quoted words against the corpus.")
@click.argument("quotes", nargs=-1, metavar="[QUOTE]…")
@click.option(
    "--file",
    "article",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="An article: check every quotation in it.",
)
@click.option(
    "--min-words",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    help="Of an article: leave shorter ones alone.",
)
@options.formats("text", "json", "jsonl")
@options.asking
@click.pass_context
def check(
    ctx: click.Context, *, quotes: tuple[str, ...], article: Path | None, min_words: int, form: str, settings: Settings
) -> None:
    """Say whether quoted words stand in the corpus: exactly and where, differently and how, or not at all.

    White space, line ends and the shapes of quotation marks do not count; capital letters and punctuation are told
    apart from words. Words left out are written […] or …. What differs is shown word by word: {another form ← in
    print}, [another word ← in print], <moved>, +added, -left out.

    Ends with 0 if every quotation stands there word for word, else with 1.

    \b
    Examples:
        policysearch check "ihmiskaupan vastainen toimintaohjelma valmistuu keväällä"
        policysearch check --file article.docx
    """
    from policysearch.corpus import open_corpus
    from policysearch.present import quotes as present
    from policysearch.present import tables

    if not quotes and article is None:
        raise UsageError("nothing to check: give the words in quotation marks, or an article with --file")
    with open_corpus(settings=settings, on_note=note) as corpus:
        say_withheld(corpus)
        checks = [corpus.check(quote) for quote in quotes]
        found = corpus.check_article(article, min_words=min_words) if article else None
    every = [*checks, *(found.checks if found else ())]
    if form == "text":
        for one in checks:
            show(present.check(one))
        if found:
            show(present.article(found))
    elif form == "json":
        click.echo(tables.json_text([present.check_record(one) for one in every]))
    else:
        for line in tables.jsonl_text(present.check_record(one) for one in every):
            click.echo(line)
    if any(one.verdict in ("differs", "absent") for one in every):
        ctx.exit(NOT_AS_QUOTED)

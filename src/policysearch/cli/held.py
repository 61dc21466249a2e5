"""`policysearch held`."""

import click

from policysearch.cli import options
from policysearch.cli.output import note, show
from policysearch.errors import UsageError
from policysearch.settings import Settings

_by = click.option("--by", metavar="NAME", help="Who has looked.  [default: reviewer in policysearch.toml]")


@click.group(short_help="What is held back until a person has looked.")
def held() -> None:
    """What the screen holds back: documents with a personal identity code, marked as holding personal or secret data.

    They are not in the index, lists, exports or pages, and counted as withheld; `status` says how many there are.

    \b
    Examples:
        policysearch held list
        policysearch held release 9a7c3e98
        policysearch held forget 9a7c3e98 --reason "holds an identity code"
    """


@held.command("list")
@options.many([options.formats("text", "json"), options.places])
def list_(*, form: str, settings: Settings) -> None:
    """List them, with the reason and the place; the code itself is masked.

    \b
    Example:
        policysearch held list
    """
    from policysearch.corpus import open_corpus
    from policysearch.present import held as present
    from policysearch.present import tables

    with open_corpus(settings=settings, on_note=note) as corpus:
        found = corpus.held()
    if form == "json":
        click.echo(tables.json_text([present.held_record(one) for one in found]))
        return
    show(present.held_lines(found))
    note("1 document is held back" if len(found) == 1 else f"{len(found)} documents are held back")


@held.command("release")
@click.argument("document")
@options.many([_by, options.places])
def release(*, document: str, by: str | None, settings: Settings) -> None:
    """Let DOCUMENT in, since somebody has looked at it; it stays in when it is read again.

    \b
    Example:
        policysearch held release 9a7c3e98 --by Maija
    """
    from policysearch.corpus import open_corpus

    with open_corpus(settings=settings, on_note=note) as corpus:
        found = corpus.release(document, by=by or settings.reviewer)
        corpus.update_index()
    click.echo(f"{found.id} is in the corpus")


@held.command("forget")
@click.argument("document")
@options.many([
    click.option("--reason", metavar="TEXT", required=True, help="Why; kept in its place."),
    click.option("-y", "--yes", is_flag=True, help="Ask nothing."),
    _by, options.places,
])  # fmt: skip
def forget(*, document: str, reason: str, yes: bool, by: str | None, settings: Settings) -> None:
    """Forget DOCUMENT and the original that it came in, for good (see `policysearch forget`).

    \b
    Example:
        policysearch held forget 9a7c3e98 --reason "holds an identity code"
    """
    from policysearch.corpus import open_corpus

    with open_corpus(settings=settings, on_note=note) as corpus:
        found = corpus.find_held(document)
        if not reason.strip():
            raise UsageError("why? A reason is kept in its place: give it with --reason")
        if not yes:
            click.confirm(f"{found.uri}: this cannot be undone. Forget it?", abort=True)
        corpus.forgetting.forget_held(found, by=by or settings.reviewer, reason=reason)
    click.echo("forgotten")

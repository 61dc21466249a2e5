"""`policysearch held`."""

import click

from policysearch.cli import options
from policysearch.cli.output import note, show
from policysearch.errors import UsageError
from policysearch.settings import Settings

_by = click.option("--by", metavar="NAME", help="Who has looked.  [default: reviewer in policysearch.toml]")


_why = click.option("--reason", metavar="TEXT", required=True, help="Why; it is kept.")


@click.group(short_help="What is held back, or was withdrawn, until a person decides.")
def held() -> None:
    """What is held back until a person decides.

    The screen holds documents with a personal identity code, and those marked as holding personal or secret data: look,
    then `release` or `forget`. What no address gives any more (404, 410) was withdrawn by its publisher: `keep` or
    `forget`. They are not in the index, lists, exports or pages; `status` says how many there are.

    \b
    Examples:
        policysearch held list
        policysearch held release 9a7c3e98
        policysearch held keep 41d0b2c7 --reason "the site was moved"
        policysearch held forget 9a7c3e98 --reason "holds an identity code"
    """


@held.command("list")
@options.many([options.formats("text", "json"), options.places])
def list_(*, form: str, settings: Settings) -> None:
    """List them, with the reason and the place; an identity code is masked. Of withdrawn ones, title and file too.

    \b
    Example:
        policysearch held list
    """
    from policysearch.corpus import open_corpus
    from policysearch.present import held as present
    from policysearch.present import tables

    with open_corpus(settings=settings, on_note=note) as corpus:
        found, original = corpus.held(), corpus.kept_original
    if form == "json":
        click.echo(tables.json_text([present.held_record(one) for one in found]))
        return
    show(present.held_lines(found, original))
    note(present.held_counts(found))


@held.command("release")
@click.argument("document")
@options.many([click.option("--reason", metavar="TEXT", default="", help="Why it may come in; it is kept."),
               _by, options.places])  # fmt: skip
def release(*, document: str, reason: str, by: str | None, settings: Settings) -> None:
    """Let DOCUMENT in past the screen, since somebody has looked at it; it stays in when it is read again.

    \b
    Example:
        policysearch held release 9a7c3e98 --by Maija
    """
    from policysearch.corpus import open_corpus

    with open_corpus(settings=settings, on_note=note) as corpus:
        found = corpus.release(document, by=by or settings.reviewer, reason=reason)
        corpus.update_index()
    click.echo(f"{found.id} is in the corpus")


@held.command("keep")
@click.argument("documents", nargs=-1)
@options.many([click.option("--all", "every", is_flag=True, help="All that are withdrawn."), _why, _by, options.places])
def keep(*, documents: tuple[str, ...], every: bool, reason: str, by: str | None, settings: Settings) -> None:
    """Show withdrawn DOCUMENTS again, marked as withdrawn; the versions before them come along.

    \b
    Examples:
        policysearch held keep 41d0b2c7 --reason "the site was moved" --by Maija
        policysearch held keep --all --reason "the site was moved"
    """
    from policysearch.corpus import open_corpus

    if every == bool(documents):
        raise UsageError("which documents? Give their ids, or --all: `policysearch held list` lists them")
    with open_corpus(settings=settings, on_note=note) as corpus:
        found = corpus.keep(None if every else documents, by=by or settings.reviewer, reason=reason)
        corpus.update_index()
    for one in found:
        click.echo(f"{one.id} is shown again, marked as withdrawn")


@held.command("forget")
@click.argument("document")
@options.many([
    click.option("--reason", metavar="TEXT", required=True, help="Why; kept in its place."),
    click.option("-y", "--yes", is_flag=True, help="Ask nothing."),
    _by, options.places,
])  # fmt: skip
def forget(*, document: str, reason: str, yes: bool, by: str | None, settings: Settings) -> None:
    """Forget DOCUMENT and the original that it came in, for good (see `policysearch forget`).

    With a withdrawn one go the other versions and records that its addresses gave.

    \b
    Example:
        policysearch held forget 9a7c3e98 --reason "holds an identity code"
    """
    from policysearch.corpus import open_corpus

    with open_corpus(settings=settings, on_note=note) as corpus:
        found = corpus.held_with(corpus.find_held(document))
        if not reason.strip():
            raise UsageError("why? A reason is kept in its place: give it with --reason")
        if not yes:
            what = found[0].uri if len(found) == 1 else f"{found[0].uri}, {len(found)} documents"
            click.confirm(f"{what}: this cannot be undone. Forget it?", abort=True)
        corpus.forgetting.forget_held(found, by=by or settings.reviewer, reason=reason)
    click.echo("forgotten")

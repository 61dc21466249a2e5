"""`policysearch freeze`."""

import click

from policysearch.cli import options
from policysearch.cli.output import note, show
from policysearch.errors import PolicySearchError
from policysearch.settings import Settings


class _Freeze(click.Group):
    """A group whose first word may be the name of a freeze to be made."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            return super().resolve_command(ctx, ["make", *args])
        return super().resolve_command(ctx, args)


@click.group(cls=_Freeze, short_help="Note what the corpus holds, to ask it again later as it was.")
def freeze() -> None:
    """Note under a NAME which versions of documents there are and how they were read; ask them later with --at NAME.

    Everything that only asks takes --at: search, commitments, concordance, sample, export and the others. Reviews that
    were made later are left out too. The manifest is freezes/NAME.json in the folder of the corpus: keep it in backups.
    A copy of the corpus as it was lies in the folder of the index, as large as corpus.db.

    \b
    Examples:
        policysearch freeze thesis-2026
        policysearch frequencies --at thesis-2026 "hyväksikäyttö"
        policysearch freeze check thesis-2026
    """


@freeze.command("make")
@click.argument("name")
@options.places
def make(*, name: str, settings: Settings) -> None:
    """Freeze the corpus as it is; the same as `policysearch freeze NAME`.

    \b
    Example:
        policysearch freeze make thesis-2026
    """
    from dataclasses import replace

    from policysearch.corpus import open_corpus

    with open_corpus(settings=settings, on_note=note) as corpus:
        made = corpus.freeze(name)
    with open_corpus(settings=replace(settings, at=name), on_note=lambda _: None) as frozen:
        frozen.update_index()
    note(f"{len(made.documents)} documents, {made.n_current} of them current; ask them with --at {name}")


@freeze.command("list")
@options.many([options.formats("text", "json"), options.places])
def list_(*, form: str, settings: Settings) -> None:
    """List all freezes.

    \b
    Example:
        policysearch freeze list
    """
    from policysearch.corpus import open_corpus
    from policysearch.present import freezes as present
    from policysearch.present import tables

    with open_corpus(settings=settings, on_note=note) as corpus:
        found = [corpus.freezes.read(name) for name in corpus.freezes.names()]
    if form == "json":
        click.echo(tables.json_text([present.freeze_record(one) for one in found]))
        return
    show(present.freeze_lines(found))
    note("1 freeze" if len(found) == 1 else f"{len(found)} freezes")


@freeze.command("show")
@click.argument("name")
@options.many([options.formats("text", "json"), options.places])
def show_(*, name: str, form: str, settings: Settings) -> None:
    """Show a freeze: when it was made, by which rules, and of which versions.

    \b
    Example:
        policysearch freeze show thesis-2026
    """
    from policysearch.corpus import open_corpus
    from policysearch.present import freezes as present
    from policysearch.present import tables

    with open_corpus(settings=settings, on_note=note) as corpus:
        found = corpus.freezes.read(name)
    if form == "json":
        click.echo(tables.json_text(present.manifest_record(found)))
        return
    show(present.manifest_lines(found))


@freeze.command("check")
@click.argument("name")
@options.many([options.formats("text", "json"), options.places])
def check(*, name: str, form: str, settings: Settings) -> None:
    """Say of each document of a freeze whether it is still here, its original intact, and read by the same rules.

    Ends with exit code 1 if one is not.

    \b
    Example:
        policysearch freeze check thesis-2026
    """
    from policysearch.corpus import open_corpus
    from policysearch.present import freezes as present
    from policysearch.present import tables

    with open_corpus(settings=settings, on_note=note) as corpus:
        found = list(corpus.check_freeze(name))
    others = [one for one in found if one.state != "same"]
    if form == "json":
        click.echo(tables.json_text([present.checked_record(one) for one in found]))
    else:
        show(present.checked_lines(others))
    if others:
        raise PolicySearchError(f"{len(others)} of {len(found)} documents are not as they were")
    note(f"all {len(found)} documents are as they were")


@freeze.command("remove")
@click.argument("name")
@options.places
def remove(*, name: str, settings: Settings) -> None:
    """Remove a freeze and its copy; the documents stay.

    \b
    Example:
        policysearch freeze remove thesis-2026
    """
    from policysearch.corpus import open_corpus

    with open_corpus(settings=settings, on_note=note) as corpus:
        corpus.freezes.remove(name)
    note(f"the freeze {name} is removed")

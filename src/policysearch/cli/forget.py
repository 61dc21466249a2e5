"""`policysearch forget`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from policysearch.cli import options
from policysearch.cli.output import note, show
from policysearch.errors import UsageError
from policysearch.settings import Settings

if TYPE_CHECKING:
    from policysearch.corpus import Corpus
    from policysearch.model.forgetting import ForgetPlan


@click.command(short_help="Forget a document, or cover a person's name, for good.")
@click.argument("what", metavar="DOCUMENT|PERSON", required=False)
@options.many([
    click.option("--reason", metavar="TEXT", help="Why; kept in its place, without the name."),
    click.option("--in", "documents", metavar="DOCUMENT", multiple=True,
                 help="Cover the name in this document; without it, each document is asked about."),
    click.option("--this-version", is_flag=True, help="Not the other versions and copies of DOCUMENT."),
    click.option("--dry-run", is_flag=True, help="Only show what it will reach."),
    click.option("-y", "--yes", is_flag=True, help="Ask nothing."),
    click.option("--by", metavar="NAME", help="Who asks for it.  [default: reviewer in policysearch.toml]"),
    click.option("--list", "lists", is_flag=True, help="List what was forgotten: when, why, by whom; no names."),
    click.option("--finish", is_flag=True, help="Go on with what another process held up."),
    click.option("--from", "other", type=click.Path(path_type=Path), metavar="FILE",
                 help="Forget what the forgotten.jsonl of another copy of this corpus says."),
    options.places,
])  # fmt: skip
def forget(
    *,
    what: str | None,
    reason: str | None,
    documents: tuple[str, ...],
    this_version: bool,
    dry_run: bool,
    yes: bool,
    by: str | None,
    lists: bool,
    finish: bool,
    other: Path | None,
    settings: Settings,
) -> None:
    """Forget DOCUMENT with all its versions, or cover the name of PERSON in the documents that have it, for good.

    It reaches originals, text, facts, index, pictures, reviews, watches and the journal of pulls, and all that is
    exported afterwards. What is left is a reason, a day and hashes, by which the same is never taken in again.
    Where a name is covered, the text stays letter for letter around it; the original is gone, since it holds the name.
    Backups made before still hold it all: make new ones, and destroy those (docs/privacy.md).

    \b
    Examples:
        policysearch forget 9a7c3e98 --reason "withdrawn by its publisher"
        policysearch forget "Maija Esimerkki" --reason "asked for erasure" --dry-run
        policysearch forget "Maija Esimerkki" --in 9a7c3e98 --reason "asked for erasure"
    """
    from policysearch.corpus import open_corpus
    from policysearch.present import forgetting as present

    with open_corpus(settings=settings, on_note=note) as corpus:
        if lists:
            stones = corpus.tombstones
            show(present.tombstones((f"{s.at:%Y-%m-%d}", s.by, s.reason, s.what, len(s.originals)) for s in stones))
            return
        if finish or other:
            n_new = corpus.forgetting.take_in(other) if other else 0
            corpus.forgetting.sweep(thorough=True)
            click.echo(f"{n_new} taken over; nothing that was forgotten is here" if other else "nothing is left of it")
            return
        plan = _plan(corpus, what, documents, this_version=this_version, ask=not (yes or dry_run))
        show(present.plan(plan))
        if dry_run:
            return
        if reason is None:
            raise UsageError("why? A reason is kept in the place of what is forgotten: give it with --reason")
        if not yes:
            click.confirm("This cannot be undone. Forget it?", abort=True)
        corpus.forgetting.carry_out(plan, by=by or settings.reviewer, reason=reason)
    click.echo("forgotten. Make a new backup, and destroy the older ones.")


def _plan(
    corpus: "Corpus", what: str | None, documents: tuple[str, ...], *, this_version: bool, ask: bool
) -> "ForgetPlan":
    """What is to be forgotten; where a name stands in several documents, each is shown and asked about."""
    from policysearch.present import forgetting as present

    if what is None:
        raise UsageError("what is to be forgotten? Give the id of a document, or a given name and a surname")
    is_name = any(c.isspace() for c in what.strip())
    if not is_name:
        if documents:
            raise UsageError("--in belongs to a name: give a given name and a surname in quotation marks")
        return corpus.forgetting.plan_documents(what, this_version=this_version)
    plan = corpus.forgetting.plan_name(what, documents or None)
    chosen = []
    for document in plan.documents:
        show(present.reached(document))
        if not ask or documents or click.confirm("  Cover the name here?"):
            chosen.append(document.document.id)
    if not chosen:
        raise UsageError("the name is covered in no document")
    return corpus.forgetting.plan_name(what, chosen)

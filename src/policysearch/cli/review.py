"""`policysearch review` and `policysearch reviews`."""

from pathlib import Path
from typing import Any

import click

from policysearch.cli import options
from policysearch.cli.exporting import output, write_text
from policysearch.cli.output import note, show
from policysearch.errors import UsageError
from policysearch.model.facts import COMMITMENT_KINDS
from policysearch.model.reviews import DoneStatus, Review, Saying
from policysearch.settings import Settings

_STATUSES: dict[str, DoneStatus] = {
    "tehty": "done",
    "osittain": "partly",
    "kesken": "ongoing",
    "rauennut": "lapsed",
    "done": "done",
    "partly": "partly",
    "ongoing": "ongoing",
    "lapsed": "lapsed",
}
_by = click.option("--by", metavar="NAME", help="Who says so.  [default: reviewer in policysearch.toml]")


@click.command(short_help="Confirm, correct or follow up a commitment.")
@click.argument("commitment")
@options.many([
    click.option("--confirm", is_flag=True, help="It is an entry."),
    click.option("--reject", is_flag=True, help="It is none."),
    click.option("--kind", type=click.Choice(COMMITMENT_KINDS), help="Its right kind."),
    click.option("--actor", metavar="NAME", help="Whose it is; '' for nobody named."),
    click.option("--date", metavar="DAY", help="Its right time: 2023-06-30, 2023-06, 2023, 2023/2025; '' for none."),
    click.option("--action", metavar="VERB", help="The verb that carries the act, in its dictionary form."),
    click.option("--status", type=click.Choice(tuple(_STATUSES)), help="What became of it."),
    click.option("--evidence", metavar="TEXT", help="Of the status: an id of the corpus, an address, or words."),
    click.option("--note", "notes", metavar="TEXT", multiple=True, help="A note."),
    click.option("--tag", "tags", metavar="CODE", multiple=True, help="A code of yours."),
    click.option("--untag", "untags", metavar="CODE", multiple=True, help="Take a code off."),
    _by, options.places,
])  # fmt: skip
def review(*, commitment: str, by: str | None, settings: Settings, **said: Any) -> None:
    """Say what is right about COMMITMENT: an entry or none, its kind, actor, date, action, and what became of it.

    Nothing that the machine found is changed: reviews are kept in reviews.jsonl beside the corpus, and only added to.
    They hold on to the words of the original, so that they attach again after a re-ingest, new rules or a new version.
    `policysearch commitments --as reviewed` shows the ledger with them.

    \b
    Examples:
        policysearch review 1a2b3c4d --confirm
        policysearch review 1a2b3c4d --date 2023-06-30 --actor STM --note "ks. liite 2"
        policysearch review 1a2b3c4d --status tehty --evidence 9a7c3e98
    """
    from policysearch.corpus import open_corpus
    from policysearch.present import reviews

    what = list(_asked(**said))
    if not what:
        raise UsageError("what is to be said of it? Give --confirm, --reject, --kind, --date …; --help lists them")
    who = by or settings.reviewer
    with open_corpus(settings=settings, on_note=note) as corpus:
        for one in corpus.reviews.say_all(commitment, [Saying(**one) for one in what], by=who):
            click.echo(reviews.said(one))


def _asked(
    *,
    confirm: bool,
    reject: bool,
    kind: str | None,
    actor: str | None,
    date: str | None,
    action: str | None,
    status: str | None,
    evidence: str | None,
    notes: tuple[str, ...],
    tags: tuple[str, ...],
    untags: tuple[str, ...],
) -> list[dict[str, Any]]:
    if confirm and reject:
        raise UsageError("it is an entry or it is none: give --confirm or --reject")
    if evidence is not None and status is None:
        raise UsageError("--evidence belongs to --status")
    found: list[dict[str, Any]] = []
    if confirm or reject:
        found.append({"kind": "confirm" if confirm else "reject"})
    corrections = {"kind": kind, "actor": actor, "date": date, "action": action}
    found += [{"kind": "correct", "field": f, "value": v} for f, v in corrections.items() if v is not None]
    if status is not None:
        found.append({"kind": "status", "value": _STATUSES[status], "evidence": evidence})
    for name, values in (("note", notes), ("tag", tags), ("untag", untags)):
        found += [{"kind": name, "value": value} for value in values]
    return found


@click.group(short_help="The journal of reviews.")
def reviews() -> None:
    """The journal of what people said: list it, see what attaches to nothing, add entries, merge another one.

    \b
    Examples:
        policysearch reviews list
        policysearch reviews list --unattached
        policysearch reviews merge ../kollega/corpus/reviews.jsonl
    """


@reviews.command("list")
@options.many([
    click.option("--unattached", is_flag=True, help="Only those that attach to no entry of today, and why."),
    click.option("--conflicts", is_flag=True, help="Only where two people say different things."),
    options.formats("text", "json", "jsonl"), output, options.places,
])  # fmt: skip
def list_(*, unattached: bool, conflicts: bool, form: str, output: Path | None, settings: Settings) -> None:
    """List the reviews that hold, with what they are attached to now.

    \b
    Example:
        policysearch reviews list --unattached
    """
    from policysearch.corpus import open_corpus
    from policysearch.present import reviews as present
    from policysearch.present import tables

    with open_corpus(settings=settings, on_note=note) as corpus:
        differing = corpus.reviews.conflicts() if conflicts else ()
        listed = () if conflicts else corpus.reviews.unattached() if unattached else corpus.reviews.attached()
    if form == "text" and output is None:
        show(present.conflicts(differing) if conflicts else present.journal(listed))
        note(f"{len(differing)} conflicts" if conflicts else f"{len(listed)} reviews")
        return
    records = [*map(present.conflict_record, differing), *map(present.review_record, listed)]
    write_text(output, tables.json_text(records) if form == "json" else "\n".join(tables.jsonl_text(records)))


@reviews.command("add")
@click.argument("document")
@click.argument("words")
@options.many([
    click.option("--kind", type=click.Choice(COMMITMENT_KINDS), required=True, help="Its kind."),
    click.option("--occurrence", type=click.IntRange(min=1), default=1, help="Which one, where there are several."),
    _by, options.places,
])  # fmt: skip
def add(*, document: str, words: str, kind: str, occurrence: int, by: str | None, settings: Settings) -> None:
    """Add an entry that the machine did not find: WORDS of DOCUMENT, as they stand there.

    \b
    Example:
        policysearch reviews add f76f5bdc "Teknisiä huomioita voi toimittaa" --kind obligation --by Maija
    """
    from policysearch.corpus import open_corpus
    from policysearch.present import reviews as present

    with open_corpus(settings=settings, on_note=note) as corpus:
        who = by or settings.reviewer
        id_ = corpus.summary(document).id
        said, entry = corpus.reviews.add(id_, words, kind, by=who, occurrence=occurrence - 1)
    click.echo(f"{present.said(said)} as {entry}")


@reviews.command("retract")
@click.argument("review_id", metavar="REVIEW")
@options.many([_by, options.places])
def retract(*, review_id: str, by: str | None, settings: Settings) -> None:
    """Take a review back, by its id or the beginning of it; the journal keeps both.

    \b
    Example:
        policysearch reviews retract 7f3a
    """
    from policysearch.corpus import open_corpus

    with open_corpus(settings=settings, on_note=note) as corpus:
        said: Review = corpus.reviews.retract(review_id, by=by or settings.reviewer)
    click.echo(f"taken back: {(said.value or '')[:8]}")


@reviews.command("merge")
@click.argument("journal", type=click.Path(path_type=Path))
@options.places
def merge(*, journal: Path, settings: Settings) -> None:
    """Take in the reviews of another person's reviews.jsonl, and list where the two of you differ.

    \b
    Example:
        policysearch reviews merge ../kollega/corpus/reviews.jsonl
    """
    from policysearch.corpus import open_corpus
    from policysearch.present import reviews as present

    with open_corpus(settings=settings, on_note=note) as corpus:
        found = corpus.reviews.merge(journal)
    click.echo(f"{found.added} reviews added to {found.known}; {len(found.conflicts)} conflicts")
    show(present.conflicts(found.conflicts))

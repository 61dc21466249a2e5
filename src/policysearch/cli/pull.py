"""`policysearch pull` and `left-out`."""

import datetime as dt
from collections.abc import Iterator

import click

from policysearch.cli import options
from policysearch.cli.output import console, note, progress, show, show_records
from policysearch.errors import CorpusBusyError
from policysearch.model.pulling import ChannelSummary, Fetched, Plan, PullEvent, PullOptions, PullOutcome, Troubled
from policysearch.settings import Settings

_VERBS: dict[PullOutcome, str] = {
    "added": "added",
    "new_version": "new versions",
    "updated": "read again",
    "unchanged": "unchanged",
    "returned": "back at their address",
    "withdrawn": "withdrawn",
    "left_out": "left out",
    "skipped": "skipped",
    "failed": "failed",
}


@click.command(short_help="Fetch what channels offer, politely, and take it in.")
@click.argument("channels", nargs=-1)
@click.option("--dry-run", is_flag=True, help="List what would be fetched; fetch listings only, and write nothing.")
@click.option("--keep-all", is_flag=True, help="Keep what is beside the topic too.")
@click.option(
    "--since", type=options.Day("first"), help="Only what its listing dates on this day or later, or not at all."
)
@click.option("--limit", type=click.IntRange(min=1), help="At most so many documents of each channel.")
@click.option("-v", "--verbose", is_flag=True, help="A line for every document, not only for those that need one.")
@options.places
def pull(
    *,
    channels: tuple[str, ...],
    dry_run: bool,
    keep_all: bool,
    since: dt.date | None,
    limit: int | None,
    verbose: bool,
    settings: Settings,
) -> None:
    """Fetch what the CHANNELS of the catalogue offer, take it into the corpus, and bring the index up to date.

    Without CHANNELS, all that have a connector. What is there already is only asked about; what changed becomes a new
    version; what is gone is marked as withdrawn and kept; what is beside the topic is left out and can be listed
    (`left-out`). Publishers see who asks: `contact` under `[pull]` in policysearch.toml must be set. Stop at any time,
    and give the same command again to go on.

    Exit code 0: all is well. 1: something failed; each has a line with its reason. 2: wrong usage.

    \b
    Examples:
        policysearch pull --dry-run government-news
        policysearch pull helsinki-decisions --since 2021
    """
    from policysearch.corpus import open_corpus, plan_pull

    wanted = PullOptions(keep_all, since, limit)
    if dry_run:
        raise SystemExit(_show_plans(plan_pull(settings, channels, options=wanted, on_note=note)))
    with open_corpus(settings=settings, create=True, on_note=note) as corpus:
        failed = _watch(corpus.pull(channels, options=wanted), verbose)
        try:
            corpus.update_index()
        except CorpusBusyError:
            note("Another process is writing to the index: it follows with the next search.")
    if failed:
        raise SystemExit(1)


@click.command("left-out", short_help="List what pulls left out, and by which rule.")
@click.option("--channel", help="Of this channel only.")
@click.option("--rule", help="Only by rules that begin so: topic, robots.txt, meta, not public.")
@options.formats("table", "json", "jsonl", "csv")
@options.places
def left_out(*, channel: str | None, rule: str | None, form: str, settings: Settings) -> None:
    """List what channels offered and pulls did not keep: beside the topic, forbidden by its publisher, not public.

    `pull --keep-all` takes in what is beside the topic.

    \b
    Example:
        policysearch left-out --rule topic
    """
    from policysearch.corpus import open_corpus
    from policysearch.present.pulling import left_out_record, left_out_text

    with open_corpus(settings=settings, on_note=note) as corpus:
        lines = [
            line
            for line in corpus.journal.left_out()
            if channel in (None, line.channel) and (line.rule or "").startswith(rule or "")
        ]
    show_records(form, map(left_out_record, lines), "left_out", lambda: map(left_out_text, lines))
    if form == "table":
        click.echo(f"{len(lines)} left out")


def _watch(events: Iterator[PullEvent | Troubled | ChannelSummary], verbose: bool) -> bool:
    """Show events as they come; returns whether something failed."""
    failed = False
    with progress("pulling") as (_, advance):
        for event in events:
            match event:
                case PullEvent():
                    failed |= event.fetched.outcome == "failed"
                    for line in _lines(event, verbose):
                        note(line)
                    advance()
                case Troubled():
                    failed = True
                    note(_trouble(event))
                case ChannelSummary():
                    click.echo(_summary(event))
    return failed


def _lines(event: PullEvent, verbose: bool) -> Iterator[str]:
    fetched = event.fetched
    if fetched.outcome == "failed":
        yield f"failed: {fetched.uri}: {fetched.stage}: {fetched.reason}"
    elif fetched.outcome in ("skipped", "withdrawn"):
        yield f"{fetched.outcome}: {fetched.uri}: {fetched.reason}"
    elif verbose:
        yield f"{fetched.outcome.replace('_', ' ')}: {fetched.uri}: {_what(fetched)}"
    for warning in event.warnings:
        yield f"warning: {fetched.uri}: {warning}"


def _what(fetched: Fetched) -> str:
    if fetched.outcome == "left_out":
        return ": ".join(part for part in (fetched.rule, fetched.reason) if part)
    what = fetched.title or f"{fetched.size or 0} bytes"
    return f"{what} ({fetched.reason})" if fetched.reason else what


def _trouble(trouble: Troubled) -> str:
    return f"trouble: {trouble.channel}: {trouble.uri}: {trouble.reason}"


def _summary(summary: ChannelSummary) -> str:
    parts = [f"{summary.outcomes[outcome]} {verb}" for outcome, verb in _VERBS.items() if summary.outcomes.get(outcome)]
    asked = summary.requests
    requests = f"{asked.get('all', 0)} requests, {asked.get('conditional', 0)} of them conditional"
    line = f"{summary.channel}: {summary.n_offers} offered: {', '.join(parts) or 'nothing to do'}; {requests}"
    if summary.n_troubles:
        line += f"; {summary.n_troubles} parts of the listing could not be read"
    return f"{line}; stopped: {summary.stopped}" if summary.stopped else line


def _show_plans(plans: Iterator[Plan | Troubled]) -> int:
    """Print what would be done; returns the exit code."""
    from policysearch.present.pulling import plan_text

    to, counts, failed = console(), dict[str, int](), False
    for plan in plans:
        if isinstance(plan, Troubled):
            failed = True
            note(_trouble(plan))
            continue
        counts[plan.action] = counts.get(plan.action, 0) + 1
        show([plan_text(plan)], to)
    click.echo(", ".join(f"{n} to {action}" for action, n in counts.items()) or "nothing is offered")
    return int(failed)

"""`policysearch watch`: saved queries, and what is new to each."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from policysearch.cli import options
from policysearch.cli.answering import contacts, hides, say_withheld
from policysearch.cli.exporting import output, write_text
from policysearch.cli.output import note
from policysearch.settings import Settings

if TYPE_CHECKING:
    from policysearch.watches import Watch, WatchHit, WatchRun


@click.group(short_help="Save queries, and see what is new to them.")
def watch() -> None:
    """Save queries, and see only what is new to each since it was run last.

    Watches are kept in watches.json beside the corpus: they survive reindex and go with a copy. New is what has
    neither the id nor, at its source, the words of anything that was found before.

    \b
    Examples:
        policysearch watch add uhrit "ihmiskaupan uhri" --type decision
        policysearch watch run
        policysearch watch run uhrit --format atom -o uhrit.atom
    """


@watch.command("add")
@click.argument("name")
@click.argument("query", required=False, default="")
@options.many([
    click.option("--commitments", "is_commitments", is_flag=True, help="Watch commitments, not passages."),
    options.types, options.issuer, options.actor, options.after, options.before, options.document, options.kinds,
    options.due_after, options.due_before, options.routine, options.places,
])  # fmt: skip
def add(*, name: str, query: str, is_commitments: bool, settings: Settings, **chosen: Any) -> None:
    """Save QUERY under NAME, with its filters; nothing is run yet.

    \b
    Examples:
        policysearch watch add uhrit "ihmiskaupan uhri" --type decision
        policysearch watch add lupaukset --commitments --kind undertaking --actor STM
    """
    from policysearch.corpus import open_corpus
    from policysearch.model.search import FactFilters
    from policysearch.watches import add_watch

    with open_corpus(settings=settings, on_note=note) as corpus:
        say_withheld(corpus)
        added = add_watch(
            corpus, name, query, kind="commitments" if is_commitments else "passages", filters=FactFilters(**chosen)
        )
    click.echo(f"watching {added.kind}: {_about(added)}")


@watch.command("list")
@options.formats("text", "json")
@options.places
def list_(*, form: str, settings: Settings) -> None:
    """List the saved queries, with the day of their last run.

    \b
    Example:
        policysearch watch list
    """
    from policysearch.corpus import open_corpus
    from policysearch.present import tables
    from policysearch.watches import watches

    with open_corpus(settings=settings, on_note=note) as corpus:
        say_withheld(corpus)
        found = watches(corpus)
    if form == "json":
        click.echo(tables.json_text([_watch_record(each) for each in found]))
        return
    for each in found:
        ran = f"last run {each.last_run.isoformat()}, {len(each.seen)} seen" if each.last_run else "never run"
        click.echo(f"{each.name}: {each.kind}, {_about(each)}; {ran}")
    if not found:
        note("there are no watches: add one with `policysearch watch add NAME QUERY`")


@watch.command("remove")
@click.argument("name")
@options.places
def remove(*, name: str, settings: Settings) -> None:
    """Forget the saved query NAME, and what it has seen.

    \b
    Example:
        policysearch watch remove uhrit
    """
    from policysearch.corpus import open_corpus
    from policysearch.watches import remove_watch

    with open_corpus(settings=settings, on_note=note) as corpus:
        say_withheld(corpus)
        remove_watch(corpus, name)
    click.echo(f"removed {name}")


@watch.command("run")
@click.argument("names", nargs=-1)
@options.formats("text", "json", "atom")
@click.option("--baseline", is_flag=True, help="Show nothing: take all there is now for seen.")
@output
@contacts
@options.places
def run(
    *,
    names: tuple[str, ...],
    form: str,
    baseline: bool,
    output: Path | None,
    show_contacts: bool | None,
    settings: Settings,
) -> None:
    """Show what is new to the watches NAMES, or to all, since each was run last.

    The first run shows all there is; with --baseline it only takes note of it. What was shown is not shown again.

    \b
    Examples:
        policysearch watch run
        policysearch watch run --baseline
        policysearch watch run uhrit --format atom -o uhrit.atom
    """
    from policysearch.corpus import open_corpus
    from policysearch.watches import chosen_watches, mark_seen, run_watch, without_contacts

    with open_corpus(settings=settings, on_note=note) as corpus:
        say_withheld(corpus)
        runs = [run_watch(corpus, each) for each in chosen_watches(corpus, names)]
        if not baseline:
            hide = hides(show_contacts, form=form, output=output)
            write_text(output, _RENDERERS[form]([without_contacts(each) for each in runs] if hide else runs))
        mark_seen(corpus, runs)
    for each in runs:
        if baseline:
            note(f"{each.watch.name}: {each.total} {each.watch.kind} taken for seen")
        else:
            note(f"{each.watch.name}: {len(each.hits)} new of {each.total} {each.watch.kind}")


def _about(found: "Watch") -> str:
    """The query and its filters in one line."""
    from policysearch.present.provenance import filter_texts

    filters = ", ".join(f"{name} {text}" for name, text in filter_texts(found.filters).items())
    return " · ".join(part for part in (f"”{found.query}”" if found.query else "", filters) if part)


def _watch_record(found: "Watch") -> dict[str, Any]:
    from policysearch.present.provenance import filter_texts

    return {
        "record": "watch",
        "name": found.name,
        "kind": found.kind,
        "query": found.query or None,
        "filters": filter_texts(found.filters),
        "added": found.added.isoformat(),
        "last_run": found.last_run.isoformat() if found.last_run else None,
        "seen": len(found.seen),
    }


def _hit_record(hit: "WatchHit") -> dict[str, Any]:
    from policysearch.present.records import document_record

    return {
        "record": "new",
        "id": hit.id,
        "kind": hit.kind,
        "text": hit.text,
        "span": [hit.span.start, hit.span.end],
        "page": hit.page,
        "heading": hit.heading,
        "ocr": hit.ocr,
        "document": document_record(hit.document),
    }


def _json(runs: "list[WatchRun]") -> str:
    from policysearch.present.provenance import provenance_record
    from policysearch.present.tables import json_text

    return json_text(
        [
            {
                **_watch_record(each.watch),
                "total": each.total,
                "new": [_hit_record(hit) for hit in each.hits],
                "provenance": provenance_record(each.provenance),
            }
            for each in runs
        ]
    )


def _text(runs: "list[WatchRun]") -> str:
    from policysearch.present.terminal import SHORT_ID, name, page_text

    lines = []
    for each in runs:
        lines.append(f"{each.watch.name} ({_about(each.watch)}): {len(each.hits)} new of {each.total}")
        for hit in each.hits:
            m = hit.document.metadata
            where = [
                m.date.isoformat() if m.date else "undated", m.title or name(hit.document), m.issuer, hit.kind,
                page_text(hit.page), "from OCR" if hit.ocr else None, hit.document.id[:SHORT_ID],
            ]  # fmt: skip
            lines += ["  " + " · ".join(part for part in where if part), f"     ”{' '.join(hit.text.split())}”"]
    return "\n".join(lines)


def _atom(runs: "list[WatchRun]") -> str:
    from policysearch.present.atom import Entry, atom_feed
    from policysearch.present.terminal import name, page_text

    entries = []
    for each in runs:
        for hit in each.hits:
            m = hit.document.metadata
            title = ": ".join(part for part in (hit.kind, m.title or name(hit.document)) if part)
            where = [hit.heading, page_text(hit.page), "read by OCR" if hit.ocr else None, f"id {hit.id}"]
            text = f"”{hit.text}”\n\n" + " · ".join(part for part in where if part)
            entries.append(Entry(each.watch.id, hit.key, title, text, hit.document, each.watch.name))
    first = runs[0].provenance
    title = "policysearch: " + ", ".join(each.watch.name for each in runs)
    return atom_feed([each.watch.id for each in runs], title, first.made_on, first.version, entries).rstrip()


_RENDERERS = {"text": _text, "json": _json, "atom": _atom}

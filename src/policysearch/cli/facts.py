"""`policysearch commitments`, `deadlines` and `actors`."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from policysearch.cli import exporting, options
from policysearch.cli.answering import answering, contacts, hides
from policysearch.cli.output import note
from policysearch.errors import UsageError
from policysearch.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policysearch.corpus import Corpus
    from policysearch.model.query import Expansion
    from policysearch.model.search import FoundTime

_FORMATS = options.formats("table", "json", "jsonl", "csv", "xlsx")
_PRINTED = options.formats("table", "json", "jsonl", "csv", "xlsx", "docx")
_DATED = options.formats("table", "json", "jsonl", "csv", "xlsx", "docx", "ics")


@click.command(short_help="List commitments (kirjaukset) with their verbatim quotes.")
@click.argument("query", required=False)
@options.many([
    options.actor, options.kinds, options.types, options.issuer, options.after, options.before, options.due_after,
    options.due_before, options.document, options.routine, options.as_reviewed,
    click.option("--explain", is_flag=True, help="Say which rule found each."),
    click.option("--thread", metavar="ID", help="History of a commitment: any id of its thread."),
    click.option("--open", "is_open", is_flag=True, help="What no later document in this corpus reports done."),
    click.option("--undated", is_flag=True, help="With --open: what names no day, as a list of its own."),
    click.option("--as-of", type=options.Day("last"), help="With --open or --thread: leave out later documents."),
    options.no_synonyms, options.limit(20), options.offset, _PRINTED, exporting.output,
    exporting.provenance, contacts, options.asking,
])  # fmt: skip
def commitments(
    *,
    query: str | None,
    limit: int,
    offset: int,
    form: str,
    output: Path | None,
    cited: bool,
    show_contacts: bool | None,
    explain: bool,
    thread: str | None,
    is_open: bool,
    undated: bool,
    as_of: dt.date | None,
    values: str,
    no_synonyms: bool,
    settings: Settings,
    **chosen: Any,
) -> None:
    """List commitments (kirjaukset): decisions, undertakings, obligations, proposals, accomplishments.

    Every row shows the verbatim quote. Routine decisions and bare proposals are left out unless asked for by --kind
    or --routine. With --due-after or --due-before they come in the order of their dates, and only those that can fall
    due: what was decided, promised or is owed, without a condition.

    A commitment that was met again shows its thread; --thread shows its history. --open lists what was to be done by
    --due-before (by default the day of --as-of, else today) and is not reported done in a later document of this
    corpus, with the newest document held of that body. Whether it was done is another question.

    \b
    Examples:
        policysearch commitments --actor STM --kind undertaking
        policysearch commitments "uhrien tunnistaminen" --due-after today
        policysearch commitments --open --due-before 2024-03
        policysearch commitments --thread b39bb0ce
        policysearch commitments --open -o ledger.docx
    """
    from policysearch.model.search import FactFilters
    from policysearch.present import records, terminal

    _check(thread=thread, is_open=is_open, undated=undated, as_of=as_of)
    if thread is not None:
        _show_thread(thread, as_of, form, output, cited, show_contacts, settings)
        return
    if is_open and not undated and not (chosen["due_before"] or chosen["due_after"]):
        chosen["due_before"] = as_of or settings.today
    filters = FactFilters(**chosen)
    with answering(settings, hide_contacts=hides(show_contacts, form=form, output=output)) as corpus:
        found = corpus.commitments(
            query,
            filters=filters,
            open=is_open,
            undated=undated,
            as_of=as_of,
            limit=limit or None,
            offset=offset,
            reviewed=values == "reviewed",
            expand=not no_synonyms,
        )
        expansions = _said(found.expansions)
        _say_unread(corpus, filters.document)
        exporting.answer(
            form,
            output,
            lambda: corpus.provenance(
                "commitments",
                query=query,
                filters=filters,
                options={
                    "open": is_open,
                    "undated": undated,
                    "as_of": as_of,
                    "as": values,
                    "no_synonyms": no_synonyms,
                    "limit": limit or None,
                    "offset": offset or None,
                },
                expansions=expansions,
                n_hits=found.total,
                undated=found.undated,
            ),
            (records.found_commitment_record(row) for row in found.rows),
            "commitment",
            lambda: terminal.commitments(found.rows, explain=explain),
            cited=cited,
            printed=True,
        )
    _say_rest(found.total, len(found.rows), offset, 0 if is_open else found.undated, "commitment")
    if is_open and found.undated:
        note(f"{found.undated} more open without a day: --undated lists them")


def _said(expansions: "Sequence[Expansion]") -> list[str]:
    """Tell the person what was searched for beside the typed words; the sentences of it."""
    from policysearch.present.expansions import expansion_text

    sentences = [expansion_text(expansion) for expansion in expansions]
    for sentence in sentences:
        note(sentence)
    return sentences


def _say_unread(corpus: "Corpus", document: str | None) -> None:
    """Tell the person that no facts are taken from text of the document they ask about in other languages."""
    from policysearch.present.languages import unread

    if document and (sentence := unread(corpus.document(document))):
        note(sentence)


@click.command(short_help="List deadlines in the order of their dates.")
@click.argument("query", required=False)
@options.many([
    options.actor, options.types, options.issuer, options.after, options.before, options.due_after,
    options.due_before, options.document, options.as_reviewed,
    click.option("--coming", is_flag=True, help="Only those of today or later (the same as --due-after today)."),
    options.no_synonyms, options.limit(20), options.offset, _DATED, exporting.output,
    exporting.provenance, contacts, options.asking,
])  # fmt: skip
def deadlines(
    *,
    query: str | None,
    coming: bool,
    limit: int,
    offset: int,
    form: str,
    output: Path | None,
    cited: bool,
    show_contacts: bool | None,
    values: str,
    no_synonyms: bool,
    settings: Settings,
    **chosen: Any,
) -> None:
    """List deadlines in the order of their dates, each with its sentence.

    A deadline is a day by which something is to be done, or the end of a time in which it is to be done.

    \b
    Examples:
        policysearch deadlines --coming
        policysearch deadlines --actor oikeusministeriö --due-before 2023
        policysearch deadlines --coming -n 0 -o deadlines.ics
    """
    from policysearch.model.search import FactFilters
    from policysearch.present import records, terminal

    if coming and chosen["due_after"] is None:
        chosen["due_after"] = settings.today
    filters = FactFilters(**chosen)
    with answering(settings, hide_contacts=hides(show_contacts, form=form, output=output)) as corpus:
        found = corpus.deadlines(
            query,
            filters=filters,
            limit=limit or None,
            offset=offset,
            reviewed=values == "reviewed",
            expand=not no_synonyms,
        )
        expansions = _said(found.expansions)
        _say_unread(corpus, filters.document)
        exporting.answer(
            form,
            output,
            lambda: corpus.provenance(
                "deadlines",
                query=query,
                filters=filters,
                options={
                    "as": values,
                    "no_synonyms": no_synonyms,
                    "limit": limit or None,
                    "offset": offset or None,
                },
                expansions=expansions,
                n_hits=found.total,
                undated=found.undated,
            ),
            (records.found_time_record(row) for row in found.rows),
            "time",
            lambda: terminal.times(found.rows),
            cited=cited,
            printed=True,
            calendar=lambda: _calendar(corpus, found.rows),
        )
    _say_rest(found.total, len(found.rows), offset, found.undated, "deadline")


def _calendar(corpus: "Corpus", rows: "Sequence[FoundTime]") -> bytes:
    """Deadlines as iCalendar."""
    from policysearch.present.calendars import calendar_bytes, calendar_entry, source_line

    corpus_id = corpus.provenance("deadlines").corpus_id
    entries = (calendar_entry(row, corpus_id, source_line(row), row.document.url) for row in rows)
    return calendar_bytes("policysearch", filter(None, entries))


@click.command()
@click.argument("name", required=False)
@options.many([
    click.option("--kind", type=click.Choice(["organisation", "person"]), help="Kind of actor."),
    options.after, options.before, options.document, options.limit(20), options.offset, _FORMATS, exporting.output,
    exporting.provenance, contacts, options.asking,
])  # fmt: skip
def actors(
    *,
    name: str | None,
    kind: Literal["organisation", "person"] | None,
    after: dt.date | None,
    before: dt.date | None,
    document: str | None,
    limit: int,
    offset: int,
    form: str,
    output: Path | None,
    cited: bool,
    show_contacts: bool | None,
    settings: Settings,
) -> None:
    """List actors, or the places where the actor NAME is named.

    NAME is any name of the actor: full, abbreviated, inflected, former, Finnish, Swedish or English.

    \b
    Examples:
        policysearch actors --kind person
        policysearch actors STM
    """
    from policysearch.model.search import FactFilters
    from policysearch.present import records, terminal

    filters = FactFilters(after=after, before=before, document=document)
    with answering(settings, hide_contacts=hides(show_contacts, form=form, output=output)) as corpus:
        if name is None:
            listed = corpus.actors(kind=kind, filters=filters)
            shown = listed[offset : offset + limit if limit else None]
            exporting.answer(
                form,
                output,
                lambda: corpus.provenance(
                    "actors",
                    filters=filters,
                    options={"kind": kind, "limit": limit or None, "offset": offset or None},
                    n_hits=len(listed),
                ),
                (records.actor_summary_record(row) for row in shown),
                "actor_summary",
                lambda: [terminal.actors(shown)],
                cited=cited,
            )
            _say_rest(len(listed), len(shown), offset, 0, "actor")
            return
        found = corpus.mentions(name, filters=filters, limit=limit or None, offset=offset)
        exporting.answer(
            form,
            output,
            lambda: corpus.provenance(
                "actors",
                query=name,
                filters=filters,
                options={"limit": limit or None, "offset": offset or None},
                n_hits=found.total,
                undated=found.undated,
            ),
            (records.found_mention_record(row) for row in found.rows),
            "actor",
            lambda: terminal.mentions(found.rows),
            cited=cited,
        )
    _say_rest(found.total, len(found.rows), offset, found.undated, "mention")


def _check(*, thread: str | None, is_open: bool, undated: bool, as_of: dt.date | None) -> None:
    if thread is not None and is_open:
        raise UsageError("--thread shows one commitment and --open a list: give one of them")
    if undated and not is_open:
        raise UsageError("--undated belongs to --open")
    if as_of is not None and not is_open and thread is None:
        raise UsageError("--as-of belongs to --open or --thread; --before leaves out later documents of a plain list")


def _show_thread(
    ref: str,
    as_of: dt.date | None,
    form: str,
    output: Path | None,
    cited: bool,
    show_contacts: bool | None,
    settings: Settings,
) -> None:
    """The history of one commitment; as CSV, XLSX and JSON Lines a row a step."""
    from policysearch.present import records, terminal

    with answering(settings, hide_contacts=hides(show_contacts, form=form, output=output)) as corpus:
        found = corpus.thread(ref, as_of=as_of)
        is_whole = exporting.form_of(form, output, screen="table") == "json"
        exporting.answer(
            form,
            output,
            lambda: corpus.provenance(
                "commitments --thread", query=ref, options={"as_of": as_of}, n_hits=len(found.steps)
            ),
            (records.thread_record(found),) if is_whole else (records.step_record(found.id, s) for s in found.steps),
            "step",
            lambda: terminal.thread(found),
            cited=cited,
        )
    note(f"{len(found.steps)} step{'' if len(found.steps) == 1 else 's'}")


def _say_rest(total: int, n_shown: int, offset: int, undated: int, noun: str) -> None:
    """How many there are, where not all are shown, and how many a date filter left out; beside the results."""
    plural = "" if total == 1 else "s"
    if n_shown < total:
        note(f"{offset + 1 if n_shown else 0}–{offset + n_shown} of {total} {noun}{plural}; --limit 0 shows all")
    else:
        note(f"{total} {noun}{plural}")
    if undated:
        note(f"{undated} more without a date, which a date filter leaves out")

"""`policysearch search`."""

import datetime as dt
from pathlib import Path

import click

from policysearch.cli import exporting, options
from policysearch.cli.output import console, note
from policysearch.model.source import DocumentType
from policysearch.settings import Settings


@click.command()
@click.argument("query", required=False, default="")
@options.many([
    options.types, options.issuer, options.actor, options.after, options.before, options.document,
    click.option("--any", "any_word", is_flag=True, help="Passages with any of the words, not all of them."),
    options.limit(10), options.offset, options.formats("table", "json", "jsonl", "csv", "xlsx"), exporting.output,
    exporting.provenance,
    click.option("--batch", type=click.Path(path_type=Path), help="CSV of queries: answer all in one table."),
    options.places,
])  # fmt: skip
def search(
    *,
    query: str,
    types: tuple[DocumentType, ...],
    issuer: str | None,
    actor: str | None,
    after: dt.date | None,
    before: dt.date | None,
    document: str | None,
    any_word: bool,
    limit: int,
    offset: int,
    form: str,
    output: Path | None,
    cited: bool,
    batch: Path | None,
    settings: Settings,
) -> None:
    """Show the passages that answer QUERY, best first.

    Words are met in every inflected form and inside compounds. Also: lemma:word, part:word, 'exact form',
    "phrase of lemmas", AND OR NOT ( ), -word. Without QUERY the options alone select.

    \b
    Examples:
        policysearch search "ihmiskaupan uhrien auttaminen"
        policysearch search määräaika --type decision --after 2021
        policysearch search --batch queries.csv -o hits.xlsx
    """
    from policysearch.corpus import open_corpus
    from policysearch.model.search import Filters
    from policysearch.present import records, terminal

    filters = Filters(types, issuer, actor, after, before, document)
    if batch is not None:
        from policysearch.cli.batch import run_batch

        run_batch(
            batch,
            filters=filters,
            limit=limit or None,
            any_word=any_word,
            form=form,
            output=output,
            settings=settings,
        )
        return
    with open_corpus(settings=settings, on_note=note) as corpus:
        found = corpus.search(query, filters=filters, limit=limit or None, offset=offset, any_word=any_word)
        exporting.answer(
            form,
            output,
            lambda: corpus.provenance(
                "search",
                query=query,
                filters=filters,
                options={"any": any_word, "limit": limit or None, "offset": offset or None},
                expansions=found.notes,
                n_hits=found.total,
                undated=found.undated,
            ),
            (records.hit_record(hit) for hit in found.hits),
            "hit",
            lambda: terminal.results(found, plain=not console().is_terminal),
            cited=cited,
            whole=lambda: records.results_record(found),
        )
    if found.undated and form in ("jsonl", "csv", "xlsx"):
        note(f"{found.undated} more in undated documents, which a date filter leaves out")

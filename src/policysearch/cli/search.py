"""`policysearch search`."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policysearch.cli import exporting, options
from policysearch.cli.answering import answering, contacts, hides
from policysearch.cli.output import console, is_plain, note, show_paged
from policysearch.model.search import SORTS, Hit, SearchResults, Sort
from policysearch.model.source import DocumentType
from policysearch.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from policysearch.corpus import Corpus
    from policysearch.present.records import Boxes


@click.command()
@click.argument("query", required=False, default="")
@options.many([
    options.types, options.issuer, options.actor, options.after, options.before, options.document,
    click.option("--any", "any_word", is_flag=True, help="Passages with any of the words, not all of them."),
    click.option("--sort", type=click.Choice(SORTS), default="relevance", show_default=True, help="Order of the hits."),
    click.option("--unfold", is_flag=True, help="Show each of the passages that say the same."),
    options.no_synonyms,
    click.option("--facets", is_flag=True, help="Count types, issuers, years, actors, kinds and parts over all hits."),
    options.limit(10), options.offset, options.formats("table", "json", "jsonl", "csv", "xlsx"), exporting.output,
    exporting.provenance, contacts,
    click.option("--no-pager", is_flag=True, help="Never page what is longer than the screen."),
    click.option("--batch", type=click.Path(path_type=Path), help="CSV of queries: answer all in one table."),
    options.asking,
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
    sort: Sort,
    unfold: bool,
    no_synonyms: bool,
    facets: bool,
    limit: int,
    offset: int,
    form: str,
    output: Path | None,
    cited: bool,
    show_contacts: bool | None,
    no_pager: bool,
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
    from policysearch.model.search import Filters
    from policysearch.present import records
    from policysearch.present.expansions import expansion_text

    filters = Filters(types, issuer, actor, after, before, document)
    if batch is not None:
        from policysearch.batch import BatchQuery
        from policysearch.cli.batch import run_batch

        default = BatchQuery(0, "", filters, limit or None, any_word, sort, expand=not no_synonyms)
        run_batch(batch, default, form=form, output=output, show_contacts=show_contacts, settings=settings)
        return
    with answering(
        settings, hide_contacts=hides(show_contacts, form=form, output=output), says_withheld=False
    ) as corpus:
        found = corpus.search(
            query,
            filters=filters,
            limit=limit or None,
            offset=offset,
            any_word=any_word,
            sort=sort,
            fold=not unfold,
            expand=not no_synonyms,
        )
        if exporting.form_of(form, output, screen="table") == "table":
            _show(corpus, found, facets=facets, pager=not no_pager)
            return
        boxes = _boxes(corpus)
        exporting.answer(
            form,
            output,
            lambda: corpus.provenance(
                "search",
                query=query,
                filters=filters,
                options={
                    "any": any_word,
                    "sort": sort,
                    "unfold": unfold,
                    "no_synonyms": no_synonyms,
                    "limit": limit or None,
                    "offset": offset or None,
                },
                expansions=[*found.notes, *map(expansion_text, found.expansions)],
                n_hits=found.total,
                undated=found.undated,
            ),
            (records.hit_record(hit, boxes(hit)) for hit in found.hits),
            "hit",
            tuple,
            cited=cited,
            whole=lambda: records.results_record(found, boxes),
        )
    if found.undated and form in ("jsonl", "csv", "xlsx"):
        note(f"{found.undated} more in undated documents, which a date filter leaves out")


def _boxes(corpus: "Corpus") -> "Callable[[Hit], Boxes]":
    """Where the highlights of a hit are printed."""
    return lambda hit: corpus.boxes(hit.document.id, hit.snippet.highlights)


def _show(corpus: "Corpus", found: SearchResults, *, facets: bool, pager: bool) -> None:
    """Show hits to a person, with where the passages stand that are folded under them."""
    from policysearch.present.results import SHOWN_ALIKE, Shown, results

    to = console()
    alike = {hit.passage.id: corpus.passages(hit.folded[:SHOWN_ALIKE]) for hit in found.hits if hit.folded}
    show_paged(results(found, Shown(plain=is_plain(to), facets=facets, alike=alike)), to, pager=pager)

"""`policysearch cite`."""

from pathlib import Path

import click

from policysearch.cli import options
from policysearch.cli.answering import say_withheld
from policysearch.cli.exporting import output, write_text
from policysearch.cli.output import note
from policysearch.model.meeting import SheetLanguage
from policysearch.settings import Settings


@click.command(short_help="Cite a document, passage or commitment.")
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@options.formats("text", "bibtex", "csl-json")
@options.language("en")
@output
@options.asking
def cite(*, ids: tuple[str, ...], form: str, language: SheetLanguage, output: Path | None, settings: Settings) -> None:
    """Cite a document, a passage or a commitment, by its id or the beginning of it.

    Gives title, issuer, date, case number, page, every address with the time of retrieval, and the SHA-256 of the
    original. Of a passage or commitment also its words, verbatim.

    \b
    Examples:
        policysearch cite 9a7c3e98
        policysearch cite 9a7c3e98 --language fi
        policysearch cite 9a7c3e98 fd5efba9 --format bibtex -o sources.bib
    """
    from policysearch.corpus import open_corpus
    from policysearch.present import citations, tables

    with open_corpus(settings=settings, on_note=note) as corpus:
        say_withheld(corpus)
        found = [corpus.cite(ref) for ref in ids]
    if form == "csl-json":
        write_text(output, tables.json_text([citations.citation_csl(citation) for citation in found]))
    else:
        texts = (
            citations.citation_bibtex(each) if form == "bibtex" else citations.citation_text(each, language)
            for each in found
        )
        write_text(output, "\n\n".join(texts))

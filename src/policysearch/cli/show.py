"""`policysearch show` and `export`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from policysearch.cli import exporting, options
from policysearch.cli.answering import answering, say_withheld
from policysearch.cli.output import note
from policysearch.cli.output import show as print_all
from policysearch.errors import UsageError
from policysearch.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policysearch.corpus import Corpus
    from policysearch.model.research import Provenance


@click.command(short_help="Print what is known of a document, its text or a page.")
@click.argument("document", required=False)
@click.option("--text", "as_text", is_flag=True, help="The whole text.")
@click.option("--page", type=click.IntRange(min=1), help="The text of one page.")
@click.option("--history", is_flag=True, help="What happened at its addresses: versions, withdrawn, back.")
@click.option("--all-versions", is_flag=True, help="List older versions too.")
@options.formats("table", "json")
@options.asking
def show(
    *,
    document: str | None,
    as_text: bool,
    page: int | None,
    history: bool,
    all_versions: bool,
    form: str,
    settings: Settings,
) -> None:
    """Print what is known of DOCUMENT: metadata, people, sections, commitments; without DOCUMENT list them all.

    \b
    Examples:
        policysearch show
        policysearch show 3f2a --page 4
        policysearch show 3f2a --history
    """
    from policysearch.corpus import open_corpus
    from policysearch.present import records, tables, terminal, versions

    if history and document is None:
        raise UsageError("which document's history? Give its id: `policysearch show` lists them")
    with open_corpus(settings=settings, on_note=note) as corpus:
        if document is None:
            listed = corpus.documents(all_versions=all_versions)
            if form == "json":
                click.echo(tables.json_text([records.document_record(summary) for summary in listed]))
            else:
                print_all([terminal.documents(listed)])
            held = corpus.held()
            if n_screened := sum(one.withdrawn_at is None for one in held):
                note(f"held back, and not listed: {n_screened} (`policysearch held list`)")
            say_withheld(corpus)
            return
        if history:
            events = corpus.history(document)
            if form == "json":
                click.echo(tables.json_text([records.address_event_record(event) for event in events]))
            else:
                print_all(versions.history(events))
            return
        summary, doc, facts = corpus.summary(document), corpus.document(document), corpus.facts(document)
        if as_text or page is not None:
            click.echo(doc.text if page is None else corpus.page_text(document, page))
        elif form == "json":
            rows = list(records.export_records(summary, facts))
            click.echo(tables.json_text({**rows[0], **records.structure_record(doc), "facts": rows[1:]}))
        else:
            print_all(terminal.document(summary, doc, facts.commitments))


_FORMS = {".jsonl": "jsonl", ".vrt": "vrt", ".conllu": "conllu", ".qdpx": "qdpx"}


@click.command(short_help="Write all documents: facts, words (VRT, CoNLL-U), or codes (QDPX).")
@click.option(
    "--format", "form", type=click.Choice(list(_FORMS.values())),
    help="How to write.  [default: as the file ends, else jsonl]",
)  # fmt: skip
@click.option("--document", help="Only this document: its id, or the beginning of it.")
@click.option("--all-versions", is_flag=True, help="Older versions too.")
@click.option(
    "--as", "values", type=click.Choice(["found", "reviewed"]),
    help="JSON Lines: values as the machine found them, or as people corrected them.  [default: found]",
)  # fmt: skip
@click.option("--hide-contacts", is_flag=True, help="Cover phone numbers and e-mail addresses of persons.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file.")
@options.asking
def export(
    *,
    form: str | None,
    document: str | None,
    all_versions: bool,
    values: str | None,
    hide_contacts: bool,
    output: Path | None,
    settings: Settings,
) -> None:
    """Write all documents.

    \b
    jsonl   documents and facts, one JSON record a line (docs/record-shapes.md)
    vrt     words with lemma, part of speech and features, for Korp and the Corpus Workbench
    conllu  the same as CoNLL-U, from which the text can be put together again
    qdpx    tags and notes of reviews as a REFI-QDA project, for programs of qualitative analysis

    docs/exchange.md describes the last three. For programs, and so with contact details of persons, unless
    --hide-contacts.

    \b
    Examples:
        policysearch export -o facts.jsonl
        policysearch export --format vrt -o corpus.vrt
        policysearch export -o codes.qdpx
    """
    form = form or _form_of(output)
    if values and form != "jsonl":
        raise UsageError(f"--as is about facts, and {form} has none: leave it out, or write jsonl")
    if form == "qdpx" and (output is None or all_versions):
        raise UsageError("QDPX is no text, and of current versions: name a file for it, as in -o codes.qdpx")
    chosen = {"document": document, "all_versions": all_versions}
    with answering(settings, hide_contacts=hide_contacts) as corpus:
        options = {**chosen, "as": values, "format": form, "hide_contacts": hide_contacts}
        about = corpus.provenance("export", options=options)
        if form == "qdpx" and output is not None:
            _write_codes(corpus, document, output, about)
            return
        exporting.write_lines(output, _lines(corpus, form, about, chosen, reviewed=values == "reviewed"))
        if output is not None:
            exporting.write_beside(output, about)


def _form_of(output: Path | None) -> str:
    return _FORMS.get(output.suffix.casefold(), "jsonl") if output else "jsonl"


def _lines(
    corpus: "Corpus", form: str, about: "Provenance", chosen: dict[str, Any], *, reviewed: bool
) -> "Iterator[str]":
    from policysearch.present import conllu, records, tables, vrt

    if form == "jsonl":
        for summary, facts in corpus.export(**chosen, reviewed=reviewed):
            yield from tables.jsonl_text(records.export_records(summary, facts))
        return
    if form == "vrt":
        yield from vrt.head_lines(about)
    head = conllu.about_lines(about)
    for summary, document, passages in corpus.analysed(**chosen):
        if form == "vrt":
            yield from vrt.vrt_lines(summary, passages)
            continue
        lines = list(conllu.conllu_lines(summary, document, passages, about=head))
        head = [] if lines else head
        yield from lines


def _write_codes(corpus: "Corpus", document: str | None, output: Path, about: "Provenance") -> None:
    from policysearch.present.qdpx import qdpx_bytes

    coded = corpus.coded(document=document)
    exporting.write_bytes(output, qdpx_bytes(coded, about))
    exporting.write_beside(output, about)
    n_tags, n_notes = (sum(len(getattr(p, name)) for d in coded for p in d.places) for name in ("tags", "notes"))
    note(
        f"{n_tags} tags and {n_notes} notes in {len(coded)} documents; `policysearch reviews` lists what lost its place"
    )

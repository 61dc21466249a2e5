"""`policysearch meeting`."""

from pathlib import Path

import click

from policysearch.cli import options
from policysearch.cli.answering import answering, contacts, hides
from policysearch.cli.exporting import output, write_bytes, write_text
from policysearch.errors import UsageError
from policysearch.model.meeting import SheetLanguage
from policysearch.settings import Settings

_ENDINGS = {".txt": "text", ".html": "html", ".htm": "html", ".docx": "docx", ".json": "json"}


@click.command(short_help="One meeting on one sheet.")
@click.argument("document")
@options.language("fi")
@options.formats("text", "html", "docx", "json")
@output
@contacts
@options.asking
def meeting(
    *,
    document: str,
    language: SheetLanguage,
    form: str,
    output: Path | None,
    show_contacts: bool | None,
    settings: Settings,
) -> None:
    """One meeting on one sheet: who was there, what was decided, left open, is to be done, by whom and by when.

    DOCUMENT is the id of its minutes, or of one decision: then all decisions of that body and day that the corpus
    holds come together. Every entry is verbatim. HTML prints on A4.

    \b
    Examples:
        policysearch meeting f76f5bdc
        policysearch meeting f76f5bdc -o kokous.docx
        policysearch meeting f76f5bdc --language sv --format html -o mote.html
    """
    from policysearch.present import tables
    from policysearch.present.sheet import laid_out, sheet_record, sheet_text

    if output is not None and form == "text":
        form = _form_of(output)
    if form == "docx" and output is None:
        raise UsageError("DOCX is no text: name a file for it, as in -o meeting.docx")
    with answering(settings, hide_contacts=hides(show_contacts, form=form, output=output)) as corpus:
        sheet = corpus.meeting(document)
    if form == "json":
        write_text(output, tables.json_text(sheet_record(sheet)))
    elif form == "html":
        from policysearch.present.rendering import rendered

        write_text(output, rendered("sheet.html.j2", sheet=laid_out(sheet, language)))
    elif form == "docx" and output is not None:
        from policysearch.present.word import sheet_docx

        write_bytes(output, sheet_docx(laid_out(sheet, language)))
    else:
        write_text(output, "\n".join(sheet_text(laid_out(sheet, language))))


def _form_of(path: Path) -> str:
    try:
        return _ENDINGS[path.suffix.casefold()]
    except KeyError:
        raise UsageError(f"{path}: how shall it be written? End its name in {', '.join(_ENDINGS)}") from None

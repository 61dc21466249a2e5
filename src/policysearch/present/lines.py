"""Concordances and tables of counts for a person at a terminal, as rich renderables."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.table import Table
from rich.text import Text

from policysearch.model.research import Concordance, ConcordanceLine
from policysearch.present.terminal import SHORT_ID, name, page_text


def concordance(found: Concordance, *, width: int, plain: bool) -> Iterator[Text]:
    """Lines with their words under one another; a heading over each group.

    Args:
        found: The lines.
        width: Code points of context on each side.
        plain: Mark the occurrence by ** instead of by style.
    """
    for group, lines in groupby(found.lines, key=lambda line: line.group):
        if group is not None:
            yield Text(f"{_group_name(group, found.lines)}: {found.groups[group]}", style="bold")
        for line in lines:
            yield _line(line, width, plain)
    documents = "" if found.n_documents == 1 else "s"
    shown = f"{len(found.lines)} of " if len(found.lines) < found.total else ""
    yield Text(
        f"{shown}{found.total} occurrence{'' if found.total == 1 else 's'} in {found.n_documents} document{documents}",
        style="bold",
    )
    if found.provenance.undated:
        yield Text(f"{found.provenance.undated} passages more in undated documents, which a date filter leaves out")


def table(header: Sequence[str], rows: Sequence[Sequence[str]], *, n_text: int = 1) -> Table:
    """A plain table: the first `n_text` columns to the left, numbers to the right."""
    shown = Table(box=None, header_style="bold", pad_edge=False)
    for number, title in enumerate(header):
        shown.add_column(title, overflow="fold", justify="left" if number < n_text else "right")
    for row in rows:
        shown.add_row(*(Text(cell) for cell in row))
    return shown


def _line(line: ConcordanceLine, width: int, plain: bool) -> Text:
    m = line.document.metadata
    date = m.date.isoformat() if m.date else "undated"
    node = Text(f"**{line.node}**" if plain else line.node, style="bold reverse")
    text = Text(line.left.rjust(width + 1)) + node + Text(line.right.ljust(width + 1))
    where = f"  {date} · {page_text(line.page)} · {line.document.id[:SHORT_ID]}"
    return text.append(where + (" · from OCR" if line.passage.ocr else ""), style="dim")


def _group_name(group: str, lines: Sequence[ConcordanceLine]) -> str:
    """A document by its title, anything else as it is."""
    document = next((line.document for line in lines if line.document.id == group), None)
    if document is None:
        return group
    return f"{document.metadata.title or name(document)} ({group[:SHORT_ID]})"

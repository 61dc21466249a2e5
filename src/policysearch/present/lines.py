"""Concordances and tables of counts for a person at a terminal, as rich renderables."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.table import Table
from rich.text import Text

from policysearch.model.research import Collocates, Concordance, ConcordanceLine, Frequencies, Keyness
from policysearch.present.terminal import SHORT_ID, name, page_text

MOST_COLUMNS = 10
"""Groups that are columns of a table; more of them become rows."""


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


def frequencies(found: Frequencies) -> Table:
    """Items with their counts and, per 1,000 words, their share; a column a group, or a row where there are many."""
    if len(found.groups) > MOST_COLUMNS:
        return _by_row(found)
    rows = [list(group) for _, group in groupby(found.rows, key=lambda row: row.item)]
    has_parts = any(row.parts for row in found.rows)
    about = [[item[0].item, *([" + ".join(item[0].parts)] if has_parts else [])] for item in rows]
    header = ["", *(["parts"] if has_parts else [])]
    if not found.rows or found.rows[0].group is None:
        cells = [[str(row.count), f"{row.per_1000:.2f}", str(row.documents)] for row in found.rows]
        header += ["count", "per 1,000", "documents"]
    else:
        cells = [[f"{row.count} ({row.per_1000:.2f})" if row.count else "·" for row in item] for item in rows]
        header += [found.titles.get(row.group or "") or row.group or "" for row in rows[0]]
    return table(header, [[*a, *b] for a, b in zip(about, cells, strict=True)], n_text=len(about[0]) if about else 1)


def _by_row(found: Frequencies) -> Table:
    rows = [
        [
            row.item,
            found.titles.get(row.group or "") or row.group or "",
            str(row.count),
            f"{row.per_1000:.2f}",
            str(row.documents),
        ]
        for row in found.rows
        if row.count
    ]
    return table(["", "in", "count", "per 1,000", "documents"], rows, n_text=2)


def keyness(found: Keyness) -> Table:
    """Words with their counts and, per 1,000 words, their share on each side, and the two measures."""
    rows = [
        [
            row.item,
            f"{row.count_a} ({row.per_1000_a:.2f})",
            f"{row.count_b} ({row.per_1000_b:.2f})",
            str(row.documents_a),
            str(row.documents_b),
            f"{row.log_likelihood:.2f}",
            f"{row.log_ratio:+.2f}",
        ]
        for row in found.rows
    ]
    header = ["", "A", "B", "documents of A", "of B", "log-likelihood", "log ratio"]
    return table(header, rows)


def collocates(found: Collocates) -> Table:
    """Words with their counts near the word and in all, and all measures."""
    rows = [
        [
            row.item,
            str(row.together),
            f"{row.left} + {row.together - row.left}",
            str(row.count),
            str(row.documents),
            *(f"{value:.2f}" for value in (row.logdice, row.mi, row.t, row.ll)),
        ]
        for row in found.rows
    ]
    return table(["", "together", "left + right", "in all", "documents", "logDice", "MI", "t", "LL"], rows)


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

"""What forgetting reaches, and what was forgotten, for a person at a terminal."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from policysearch.contacts import COVER
from policysearch.model.forgetting import ForgetPlan, ReachedDocument

_SHOWN = 5
"""Sentences of a document that are shown; the rest is counted."""


def reached(document: ReachedDocument) -> Iterator[Text]:
    """A document with the sentences that hold the name."""
    m = document.document.metadata
    day = f"{m.date:%Y-%m-%d} " if m.date else ""
    version = "" if document.document.is_current else "  (older version or copy)"
    yield Text.assemble(
        (document.document.id[:8], "cyan"), f"  {day}{m.title or document.document.uri}", (version, "dim")
    )
    for sentence in document.sentences[:_SHOWN]:
        yield Text(f"    {sentence}")
    if len(document.sentences) > _SHOWN:
        yield Text(f"    … and {len(document.sentences) - _SHOWN} more", style="dim")


def plan(found: ForgetPlan) -> Iterator[Text]:
    """What will be reached, before anything is done."""
    if found.what == "document":
        for document in found.documents:
            yield from reached(document)
        yield Text(f"{_counted(len(found.documents), 'document')} will be gone, {_parts(found)}")
        others = sum(document.others for document in found.documents)
        if others:
            yield Text(f"{others} other documents of the same originals stay as they were read, without the originals")
        for twin in found.twins:
            yield Text(f"It stays in another language: {twin[:8]}", style="yellow")
    else:
        documents = _counted(len(found.documents), "document")
        yield Text(f"The name will be covered ({COVER * 5}) in {documents}, {_parts(found)}")
        yield Text("Their originals will be gone, and with them the pictures of their pages; the read text stays")
    if found.n_withheld:
        yield Text(
            f"{found.n_withheld} documents are withheld, and the name is not looked for in them: decide on each "
            "(`policysearch held list`)", style="yellow",
        )  # fmt: skip
    for name in found.watches:
        yield Text(f"The watch {name!r} asks for it, and will be gone", style="yellow")


def _parts(found: ForgetPlan) -> str:
    parts = (
        (found.n_originals, "original"),
        (found.n_passages, "passage"),
        (found.n_commitments, "commitment"),
        (found.n_reviews, "review"),
    )
    counted = ", ".join(_counted(number, noun) for number, noun in parts)
    lines = _counted(found.n_fetched, "line")
    return f"with {counted}, {lines} of the journal of pulls; index and pictures are made anew"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def tombstones(stones: Iterable[tuple[str, str, str, str, int]]) -> Iterator[Text]:
    """What was forgotten: its day, who asked, why, what it was, and how many originals."""
    for day, by, reason, what, n_originals in stones:
        yield Text.assemble((f"{day}  ", "dim"), f"{what} in {_counted(n_originals, 'original')}: {reason} ({by})")

"""The history of addresses, and what changed between versions of documents, as rich renderables."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from urllib.parse import unquote

from rich.text import Text

from policysearch.model.changes import DocumentChange, FactChange, Piece, PieceKind, SentenceChange
from policysearch.model.facts import Commitment
from policysearch.model.search import DocumentSummary
from policysearch.model.source import AddressEvent
from policysearch.present.terminal import SHORT_ID, name

SHOWN_DOCUMENTS = 5
"""Documents of one original that are named in its history."""
_EVENTS = {
    "met": "retrieved",
    "same_text": "other bytes, the same text",
    "told": "given as the address of the file",
    "withdrawn": "withdrawn",
    "returned": "back, unchanged",
    "unchanged": "looked at, unchanged",
    "failed": "looked at, failed",
}


def history(events: Iterable[AddressEvent]) -> Iterator[Text]:
    """What happened at each address, in the order of time."""
    for uri, group in groupby(events, key=lambda event: event.uri):
        yield Text(unquote(uri), style="bold")
        for event in group:
            answer = f" ({event.status})" if event.status else ""
            head = f"  {event.at.isoformat(timespec='seconds')}  {_EVENTS[event.kind]}{answer}"
            size = f"  {event.size} bytes, SHA-256 {event.sha256}" if event.kind in ("met", "same_text", "told") else ""
            ids = ", ".join(id_[:SHORT_ID] for id_ in event.documents[:SHOWN_DOCUMENTS])
            more = f", … ({len(event.documents)} in all)" if len(event.documents) > SHOWN_DOCUMENTS else ""
            style = "red" if event.kind == "withdrawn" else ""
            yield Text(f"{head}{size}", style=style).append(f"  {ids}{more}", style="dim")


_CONTEXT = 60
"""Letters of unchanged words that are shown on each side of a change."""
_STYLES: Mapping[PieceKind, str] = {"same": "", "gone": "red strike", "added": "green"}
_MARKS: Mapping[PieceKind, tuple[str, str]] = {"same": ("", ""), "gone": ("[-", "-]"), "added": ("{+", "+}")}
_FACT_WORDS = {
    "deadline_moved": "deadline moved",
    "changed": "changed",
    "reworded": "reworded",
    "added": "added",
    "gone": "gone",
}


def changes(found: Iterable[DocumentChange], *, plain: bool) -> Iterator[Text]:
    """Each pair of versions with its words and facts; `plain` marks words by [-gone-] and {+added+}, not by style."""
    for change in found:
        summary = change.new or change.old
        assert summary is not None
        yield Text(summary.metadata.title or name(summary), style="bold")
        yield Text(f"  {unquote(change.uri)}", style="dim")
        yield Text("  " + _versions(change), style="dim")
        if change.is_approved:
            yield Text("  the older version calls itself a draft, the newer one does not", style="yellow")
        for field in change.metadata:
            yield Text(f"  {field.name.replace('_', ' ')}: {field.old or 'unknown'} → {field.new or 'unknown'}")
        yield from _facts(change)
        yield from _words(change, plain)
        yield Text()


def _versions(change: DocumentChange) -> str:
    day = change.at.isoformat(timespec="seconds")
    if change.old is None or change.new is None:
        return (
            f"{_version(change.new)}: new in this original, {day}"
            if change.new
            else (f"{_version(change.old)}: no longer in this original, {day}")
        )
    return f"{_version(change.old)} → {_version(change.new)}, met {day}"


def _version(summary: DocumentSummary | None) -> str:
    return "" if summary is None else f"{summary.id[:SHORT_ID]} ({summary.retrieved_at.date().isoformat()})"


def _facts(change: DocumentChange) -> Iterator[Text]:
    if change.facts:
        yield Text("  Facts", style="bold")
    for fact in change.facts:
        yield Text(f"    {_FACT_WORDS[fact.kind]}: {_about(fact)}", style="yellow")
        for field in fact.fields:
            yield Text(f"      {field.name}: {field.old or 'none'} → {field.new or 'none'}")
        shown = fact.new or fact.old
        assert shown is not None
        if fact.old and fact.new and fact.old.quote != fact.new.quote:
            yield Text(f"      ”{_flat(fact.old.quote)}” →")
        yield Text(f"      ”{_flat(shown.quote)}”")


def _about(fact: FactChange) -> str:
    shown = fact.new or fact.old
    if not isinstance(shown, Commitment):
        return "deadline"
    actors = ", ".join(actor.name for actor in shown.actors) or "actor not named"
    return " · ".join(part for part in (shown.kind, actors, shown.action) if part)


def _words(change: DocumentChange, plain: bool) -> Iterator[Text]:
    if change.old is None or change.new is None:
        return
    if not change.sentences:
        yield Text("  Words: none changed" + (f"; {change.moved} sentences moved" if change.moved else ""))
        return
    moved = f"; {change.moved} more only stand elsewhere" if change.moved else ""
    yield Text(f"  Words: {len(change.sentences)} sentences changed{moved}", style="bold")
    for sentence in change.sentences:
        yield Text("    ").append_text(_sentence(sentence, plain))


def _sentence(change: SentenceChange, plain: bool) -> Text:
    text = Text()
    last = len(change.pieces) - 1
    for number, piece in enumerate(change.pieces):
        words = _cut(piece, is_first=number == 0, is_last=number == last)
        before, after = _MARKS[piece.kind] if plain else ("", "")
        text.append(f"{before}{words}{after}", style="" if plain else _STYLES[piece.kind])
    return text


def _cut(piece: Piece, *, is_first: bool, is_last: bool) -> str:
    """A run of unchanged words, its middle left out where it is long."""
    words = " ".join(piece.text.split("\n"))
    if piece.kind != "same":
        return words
    head = "" if is_first else words[:_CONTEXT]
    tail = "" if is_last else words[-_CONTEXT:]
    return words if len(words) <= len(head) + len(tail) + 1 else f"{head}…{tail}"


def _flat(text: str) -> str:
    return " ".join(text.split())

"""What is held back until a person has looked, for a terminal and as records."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from rich.text import Text

from policysearch.model.held import HeldDocument
from policysearch.present.records import Record

_KINDS = {
    "identity_code": "personal identity code",
    "personal_data": "its record says that it holds personal data",
    "not_public": "its record says that it is not public",
    "stamp": "stamp of secrecy",
}


def held_lines(found: Iterable[HeldDocument], original: Callable[[HeldDocument], Path]) -> Iterator[Text]:
    """A line a document, one a reason; of a withdrawn one what it is and where its file is: somebody must look."""
    for one in found:
        yield Text.assemble((one.id[:8], "cyan"), f"  {one.uri}")
        for reason in () if one.released_at else one.reasons:
            page = f", p. {reason.page}" if reason.page else ""
            yield Text(f"    {_KINDS[reason.kind]}: {reason.said}{page}", style="yellow")
        if one.withdrawn_at:
            day = f"{one.metadata.date.isoformat()} " if one.metadata.date else ""
            yield Text(f"    withdrawn by its publisher, seen {one.withdrawn_at.isoformat()}", style="yellow")
            yield Text(f"    {day}{one.metadata.title or 'untitled'}; its original: {original(one)}", style="dim")


def held_counts(found: Iterable[HeldDocument]) -> str:
    """How many there are, in a sentence."""
    found = tuple(found)
    n_withdrawn = sum(one.withdrawn_at is not None for one in found)
    n_held = len(found) - n_withdrawn
    said = "1 document is held back" if n_held == 1 else f"{n_held} documents are held back"
    if n_withdrawn:
        said += "; 1 was withdrawn" if n_withdrawn == 1 else f"; {n_withdrawn} were withdrawn"
        said += " by its publisher and is hidden" if n_withdrawn == 1 else " by their publishers and are hidden"
    return said


def held_record(one: HeldDocument) -> Record:
    """The `held` record."""
    reasons = [{"kind": reason.kind, "said": reason.said, "page": reason.page} for reason in one.reasons]
    return {
        "record": "held",
        "id": one.id,
        "sha256": one.sha256,
        "uri": one.uri,
        "reasons": [] if one.released_at else reasons,
        "withdrawn_at": one.withdrawn_at.isoformat() if one.withdrawn_at else None,
        "title": one.metadata.title,
    }

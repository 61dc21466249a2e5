"""The history of addresses and of documents, as rich renderables."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from urllib.parse import unquote

from rich.text import Text

from policysearch.model.source import AddressEvent
from policysearch.present.terminal import SHORT_ID

SHOWN_DOCUMENTS = 5
"""Documents of one original that are named in its history."""
_EVENTS = {
    "met": "retrieved",
    "told": "given as the address of the file",
    "withdrawn": "withdrawn",
    "returned": "back, unchanged",
}


def history(events: Iterable[AddressEvent]) -> Iterator[Text]:
    """What happened at each address, in the order of time."""
    for uri, group in groupby(events, key=lambda event: event.uri):
        yield Text(unquote(uri), style="bold")
        for event in group:
            answer = f" ({event.status})" if event.status else ""
            head = f"  {event.at.isoformat(timespec='seconds')}  {_EVENTS[event.kind]}{answer}"
            size = f"  {event.size} bytes, SHA-256 {event.sha256}" if event.kind in ("met", "told") else ""
            ids = ", ".join(id_[:SHORT_ID] for id_ in event.documents[:SHOWN_DOCUMENTS])
            more = f", … ({len(event.documents)} in all)" if len(event.documents) > SHOWN_DOCUMENTS else ""
            style = "red" if event.kind == "withdrawn" else ""
            yield Text(f"{head}{size}", style=style).append(f"  {ids}{more}", style="dim")

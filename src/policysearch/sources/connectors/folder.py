"""A folder that somebody fills: every file in it and below it is an offer, by its path inside the folder."""

from collections.abc import Iterator
from pathlib import Path

from policysearch.model.channel import Channel, Listing, Offer, Trouble
from policysearch.sources.connectors import Client
from policysearch.sources.connectors.asking import list_option
from policysearch.sources.files import list_references, path_of


def folder_of(channel: Channel) -> Path:
    """The folder that a channel names, by its path or its `file:` address."""
    address = channel.address
    return (path_of(address) if address.startswith("file:") else Path(address).expanduser()).absolute()


def listing(channel: Channel, client: Client) -> Iterator[Listing]:
    """The files of the folder `channel.address`, in the order of their names.

    Options: `leave_out`, paths inside the folder that are not looked at.
    """
    root = folder_of(channel)
    if not root.is_dir():
        yield Trouble(root.as_uri(), "is no folder; make it, or correct the address of the channel in the catalogue")
        return
    for reference in list_references([root], leave_out=[root / name for name in list_option(channel, "leave_out")]):
        path = path_of(reference.uri)
        if path.is_dir():
            yield Trouble(reference.uri, "is a folder that may not be listed: permission denied")
        else:
            yield Offer(uri=reference.uri, key=path.relative_to(root).as_posix())

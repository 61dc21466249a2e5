"""Channels to listings: a connector a publisher or transport, each in a module of its own, all of them in one table.

A connector is a function `(channel, client) -> Iterator[Listing]`. It asks the client for what it needs and yields what
the channel offers, one by one: a run that is stopped or limited asks for no more than it used. A part that cannot be
read is a `Trouble`, and the rest goes on; a connector lets no `FetchError` out but of its very first request.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol

from policysearch.errors import UsageError
from policysearch.model.channel import Channel, Listing


@dataclass(frozen=True, slots=True)
class Response:
    """What a channel answered.

    Attributes:
        uri: Where the answer came from in the end, after redirects: the base of relative links.
        status: 200 to 299; everything else is a `FetchError`.
        media_type: As the server calls it, lower case, without parameters; empty where it says nothing.
        encoding: The charset that the server names, or None.
        from_cache: The server said that nothing changed, or was asked the same in this run already.
    """

    uri: str
    status: int
    content: bytes
    media_type: str = ""
    encoding: str | None = None
    from_cache: bool = False

    def text(self, default: str = "utf-8") -> str:
        """The content as text, in the encoding that the server names, else in `default`; wrong bytes become marks."""
        try:
            return self.content.decode(self.encoding or default, errors="replace")
        except LookupError:
            return self.content.decode(default, errors="replace")


class Client(Protocol):
    """What a connector may do with the network: politely, with a memory, and never elsewhere than allowed."""

    def get(self, uri: str, *, params: Mapping[str, str | int] | None = None, accept: str | None = None) -> Response:
        """The answer to a GET.

        Args:
            uri: An `http(s)` address.
            params: Are added to its query.
            accept: The media types that are wanted.

        Raises:
            FetchError: It cannot or may not be had; `status` is the server's, where it answered.
        """

    def post_json(self, uri: str, payload: Any) -> Response:
        """The answer to a POST of JSON: a search, nothing that changes anything. Raises as `get`."""


Connector = Callable[[Channel, Client], Iterator[Listing]]


def _late(module: str) -> Connector:
    """The function `listing` of a module beside this one, imported when it is first called."""

    def listing(channel: Channel, client: Client) -> Iterator[Listing]:
        found: Connector = import_module(f"{__name__}.{module}").listing
        return found(channel, client)

    return listing


CONNECTORS: Mapping[str, Connector] = {
    name: _late(name)
    for name in (
        "folder",
        "web",
        "feed",
        "valtioneuvosto",
        "helsinki",
        "hankeikkuna",
        "eduskunta",
        "valto",
        "dynasty",
        "casem",
    )
}
"""Each connector by the name that the catalogue uses, which is that of its module."""

LOCAL = frozenset({"folder"})
"""Connectors whose offers are `file:` addresses; an offer of any other connector may be `http(s)` alone."""


def connector_of(channel: Channel) -> Connector:
    """The connector that reads a channel.

    Raises:
        UsageError: There is none of that name.
    """
    try:
        return CONNECTORS[channel.connector]
    except KeyError:
        known = ", ".join(sorted(CONNECTORS)) or "none"
        raise UsageError(
            f"channel {channel.id} names the connector {channel.connector!r}, which does not exist; there are: {known}"
        ) from None

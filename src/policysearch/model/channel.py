"""Where bodies publish, and what a look at one such channel gives: offers, expectations and troubles."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from policysearch.model.source import Metadata


@dataclass(frozen=True, slots=True)
class Channel:
    """One entry of the catalogue that names a connector (docs/adr/0009-pulling.md).

    Attributes:
        connector: Which module reads it, a key of `sources.connectors.CONNECTORS`.
        address: Where the connector begins: an `http(s)` address, or a folder for the connector `folder`.
        queries: What it is asked for, where it can be asked; in the order of the catalogue.
        options: What else the connector needs, as the catalogue has it under `options`.
        topic: It carries everything: only documents that the topic filter knows are kept.
    """

    id: str
    connector: str
    name: str
    address: str
    queries: tuple[str, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    topic: bool = True


@dataclass(frozen=True, slots=True)
class Offer:
    """One original that a channel offers.

    Attributes:
        uri: The address to fetch it from; with `body`, the address that is shown for it.
        key: What it is inside the channel, the same whatever host or path it is offered at.
        hints: What the listing says of it; None is unknown.
        series: The meeting or case that it belongs to.
        parent: The key of what it is attached to.
        body: The bytes, where the listing itself holds the document: nothing more is fetched then.
        media_type: What the listing or the server calls `body`; may be wrong.
        is_public: False for what is listed and not published; it is noted and not fetched.
        note: Why it is not published, or what else a reader of the coverage should know: one sentence.
    """

    uri: str
    key: str
    title: str | None = None
    hints: Metadata = field(default_factory=Metadata)
    series: str | None = None
    parent: str | None = None
    body: bytes | None = None
    media_type: str | None = None
    is_public: bool = True
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Expectation:
    """What the channel says there should be, for the coverage.

    Attributes:
        series: The meeting series, meeting or case: as in `Offer.series`.
        kind: What `names` are: *meeting* (as `series` of their items), *item*, *attachment*, *handling*, *document* (of
            a matter or project), *page*.
        names: In the order of the channel; but for meetings the keys of their offers, where they have some.
    """

    series: str
    kind: str
    names: tuple[str, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Trouble:
    """A part of the channel that could not be read, and why, in one sentence; the listing goes on with the rest."""

    uri: str
    reason: str


Listing = Offer | Expectation | Trouble

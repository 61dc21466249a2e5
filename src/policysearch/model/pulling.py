"""What became of the originals that channels offered: the lines of the journal, and what a pull tells as it goes."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

PullOutcome = Literal[
    "added", "new_version", "updated", "unchanged", "returned", "withdrawn", "left_out", "skipped", "failed"
]
"""`unchanged`: the same bytes, or others that say the same, or the server said so; `skipped`: it is no document that
can be read; else as in `model.report.IngestEvent`."""


@dataclass(frozen=True, slots=True)
class PullOptions:
    """How a pull is done.

    Attributes:
        keep_all: Keep what is beside the topic too.
        since: Only offers that their listing dates on this day or later, or not at all.
        limit: At most so many offers of each channel.
    """

    keep_all: bool = False
    since: dt.date | None = None
    limit: int | None = None

    @property
    def is_whole(self) -> bool:
        """Whether a run sees all that a channel offers."""
        return self.since is None and self.limit is None


@dataclass(frozen=True, slots=True)
class Fetched:
    """One try at one address.

    Attributes:
        at: UTC.
        uri: The address that was offered: the source that the corpus shows.
        key: What it is inside its channel, whatever its address.
        status: Of the HTTP answer; None where there was none, and for what was not asked for.
        sha256: Of what the address holds as far as is known: for an unchanged or withdrawn one what it held before.
        final_uri: Where the bytes came from, after redirects.
        served_as: The Content-Type that the server named.
        rule: By which rule it was left out, such as *robots.txt: Disallow: /x* or *meta robots: noindex*.
        reason: Why it failed, was skipped or left out: one sentence.
        stage: Where it failed: *fetch*, or a stage of reading.
        judged_by: The stamp of the topic rules, for what they left out.
        series: The meeting or case that it belongs to.
        parent: The key of what it is attached to.
    """

    at: dt.datetime
    channel: str
    uri: str
    key: str
    outcome: PullOutcome
    status: int | None = None
    sha256: str | None = None
    size: int | None = None
    etag: str | None = None
    last_modified: str | None = None
    final_uri: str | None = None
    served_as: str | None = None
    rule: str | None = None
    reason: str | None = None
    stage: str | None = None
    judged_by: str | None = None
    series: str | None = None
    parent: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """What a channel said there should be (`model.channel.Expectation`), when it said so last."""

    at: dt.datetime
    channel: str
    series: str
    kind: str
    names: tuple[str, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Troubled:
    """A part of a listing that could not be read."""

    at: dt.datetime
    channel: str
    uri: str
    reason: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A listing was read to its end, or not: stopped by `--limit`, the budget, or an error."""

    at: dt.datetime
    channel: str
    n_offers: int
    is_whole: bool


@dataclass(frozen=True, slots=True)
class PullEvent:
    """What became of one offer.

    Attributes:
        documents: Ids of the documents in it.
        warnings: A sentence each, for what was read with something missing.
    """

    fetched: Fetched
    documents: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChannelSummary:
    """A channel is done.

    Attributes:
        requests: How many there were: *all*, *conditional*, *not modified*.
        stopped: Why it was not read to its end; None if it was.
    """

    channel: str
    n_offers: int
    outcomes: Mapping[PullOutcome, int]
    n_troubles: int
    requests: Mapping[str, int]
    stopped: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a pull would do with one offer, for a dry run.

    Attributes:
        action: *fetch* what is new, *ask* whether a known one changed, *leave out* by `rule`, *refuse* for `rule`.
    """

    channel: str
    uri: str
    key: str
    action: Literal["fetch", "ask", "leave out", "refuse"]
    title: str | None = None
    rule: str | None = None

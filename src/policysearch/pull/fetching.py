"""What comes of one offer: bytes among the snapshots, ready to be read, or why there is nothing to read."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from policysearch.errors import BudgetError, FetchError, ReadError, RobotsError, UnsupportedFormatError
from policysearch.ingest import Arrival, Ingest
from policysearch.journal import Journal
from policysearch.model.channel import Channel, Offer
from policysearch.model.pulling import Fetched
from policysearch.model.source import Snapshot
from policysearch.privacy.tombstones import RULE, Tombstone, address_key, offer_key, why_left_out
from policysearch.sources.connectors import LOCAL
from policysearch.sources.files import read_bytes
from policysearch.sources.http import Download, PoliteClient
from policysearch.sources.robots import META_RULE, meta_rule
from policysearch.topic import Judgement, topic_stamp

NOT_PUBLIC = "not public"
THERE = frozenset({"added", "new_version", "updated", "unchanged", "returned"})
"""The outcomes that say: what the address holds is in the corpus."""
_NOT_TAKEN = frozenset({"left_out", "skipped"})
_GONE = frozenset({404, 410})
_NOTHING = Arrival()


@dataclass(frozen=True, slots=True)
class Step:
    """An offer under way: the line that will stand in the journal, and what is to be read, if anything is.

    As long as it is not read, the outcome *added* stands for *to be read*.
    """

    channel: Channel
    offer: Offer
    line: Fetched
    arrival: Arrival = field(default=_NOTHING)


@dataclass
class Fetching:
    """How offers are fetched in one run.

    Attributes:
        keep_all: Keep what is beside the topic too.
        is_kept: Whether the document with that key of that channel is in the corpus: what is attached to it stays too.
    """

    client: PoliteClient
    ingest: Ingest
    journal: Journal
    keep_all: bool
    is_kept: Callable[[str, str | None], bool]

    def step(self, channel: Channel, offer: Offer, *, is_listed: bool = True) -> Step:
        """Fetch one offer, or find out why not.

        Args:
            channel: Where it is offered.
            offer: With its address in canonical spelling.
            is_listed: False for one that the channel lists no more, whose address is looked at nevertheless.
        """
        line = self._line(channel, offer)
        stones = self.ingest.tombstones
        if stone := stones.of_address(address_key(offer.uri), offer_key(channel.id, offer.key)):
            return Step(channel, offer, _forgotten(line, stone))
        if not offer.is_public:
            return Step(channel, offer, replace(line, outcome="left_out", rule=NOT_PUBLIC, reason=offer.note))
        known = self.journal.known(offer.uri)
        try:
            if offer.body is not None:
                return self._from_listing(channel, offer, line, known, offer.body)
            if offer.uri.startswith("file:"):
                return self._from_disk(channel, offer, line, known)
            return self._from_server(channel, offer, line, known, is_listed=is_listed)
        except BudgetError:
            raise
        except RobotsError as error:
            line = replace(line, outcome="left_out", rule=error.rule)
        except FetchError as error:
            line = replace(line, stage="fetch", status=error.status, reason=str(error))
        return Step(channel, offer, line)

    def refused(self, channel: Channel, offer: Offer, error: FetchError) -> Step:
        """The step of an offer whose address is none."""
        return Step(channel, offer, replace(self._line(channel, offer), stage="fetch", reason=str(error)))

    def stamp_of(self, outcome: str) -> str | None:
        """By which rules an original was not taken, so that others look at it again."""
        return {"left_out": topic_stamp(), "skipped": self.ingest.reading_stamp}.get(outcome)

    def _line(self, channel: Channel, offer: Offer) -> Fetched:
        return Fetched(
            self.client.clock.now(),
            channel.id,
            offer.uri,
            offer.key,
            "failed",
            series=offer.series,
            parent=offer.parent,
            title=offer.title or offer.hints.title,
        )

    def _from_server(
        self, channel: Channel, offer: Offer, line: Fetched, known: Fetched | None, *, is_listed: bool
    ) -> Step:
        # What has no status came in the body of a listing: its address can tell that it is gone, and no more.
        is_body = not is_listed and known is not None and known.status is None
        asked = known if known is not None and self._holds(known) and not is_body else None
        validators = {"etag": asked.etag, "last_modified": asked.last_modified} if asked else {}
        with self.ingest.snapshots.incoming() as file:
            done = self.client.download(offer.uri, file, **validators)
            line = replace(line, status=done.status, final_uri=done.final_uri)
            if done.status in _GONE:
                return Step(channel, offer, _gone(line, known, f"answers {done.status}"))
            if known is not None and (done.status == 304 or is_body):
                return Step(channel, offer, _as_before(line, known, done))
            line = replace(line, sha256=done.sha256, size=done.size, served_as=done.served_as)
            line = replace(line, etag=done.etag, last_modified=done.last_modified)
            if done.rule is not None:
                return Step(channel, offer, replace(line, outcome="left_out", rule=done.rule))
            if asked is not None and asked.sha256 == done.sha256:
                return Step(channel, offer, _as_before(line, asked, done))
            if stone := self.ingest.tombstones.of_original(done.sha256):
                return Step(channel, offer, _forgotten(line, stone))
            self.ingest.snapshots.keep(file, done.sha256)
        return self._to_be_read(channel, offer, line)

    def _from_listing(self, channel: Channel, offer: Offer, line: Fetched, known: Fetched | None, body: bytes) -> Step:
        sha256 = hashlib.sha256(body).hexdigest()
        line = replace(line, sha256=sha256, size=len(body), served_as=offer.media_type)
        if rule := self.client.noindex.get(offer.uri) or meta_rule(body):
            return Step(channel, offer, replace(line, outcome="left_out", rule=rule))
        if known is not None and self._holds(known) and known.sha256 == sha256:
            return Step(channel, offer, _as_before(line, known))
        if stone := self.ingest.tombstones.of_original(sha256):
            return Step(channel, offer, _forgotten(line, stone))
        self.ingest.snapshots.add(body)
        return self._to_be_read(channel, offer, line)

    def _from_disk(self, channel: Channel, offer: Offer, line: Fetched, known: Fetched | None) -> Step:
        if channel.connector not in LOCAL:
            raise FetchError("is refused: only http and https addresses are fetched")
        try:
            body = read_bytes(offer.uri, limit=self.ingest.settings.limits.file_mb * 2**20)
        except UnsupportedFormatError as error:
            return Step(channel, offer, replace(line, outcome="skipped", stage="fetch", reason=str(error)))
        except ReadError as error:
            if isinstance(error.__cause__, FileNotFoundError):
                return Step(channel, offer, _gone(line, known, str(error)))
            return Step(channel, offer, replace(line, stage="fetch", reason=str(error)))
        return self._from_listing(channel, offer, line, known, body)

    def _to_be_read(self, channel: Channel, offer: Offer, line: Fetched) -> Step:
        assert line.sha256 is not None
        snapshot = Snapshot(line.uri, line.sha256, line.size or 0, line.at)

        def rule_against(judgement: Judgement, has_unread: bool) -> str | None:
            is_kept = has_unread or self.is_kept(channel.id, offer.parent)
            return None if is_kept else _topic_rule(judgement)

        judges = channel.topic and not self.keep_all
        arrival = Arrival(snapshot, offer.hints, line.served_as, rule_against if judges else None)
        return Step(channel, offer, replace(line, outcome="added"), arrival)

    def _holds(self, known: Fetched) -> bool:
        """Whether what the journal says of an address still holds, so that only a change need be sent."""
        if (known.rule or "").startswith(META_RULE):
            return True  # its own mark, in its bytes; that of a header may be gone without a change of them
        if known.outcome in _NOT_TAKEN:
            is_overruled = known.outcome == "left_out" and self.keep_all
            return known.judged_by == self.stamp_of(known.outcome) and not is_overruled
        return known.outcome in THERE and self.ingest.store.newest_sha256(known.uri) == known.sha256


def _forgotten(line: Fetched, stone: Tombstone) -> Fetched:
    return replace(line, outcome="left_out", rule=RULE, reason=why_left_out(stone), title=None)


def _topic_rule(judgement: Judgement) -> str | None:
    """The rule by which what was judged is left out."""
    if judgement.is_on_topic:
        return None
    if judgement.weak:
        return f"topic: has {', '.join(judgement.weak)}, but nothing of trafficking near it"
    return "topic: none of its words is met"


def _as_before(line: Fetched, known: Fetched, done: Download | None = None) -> Fetched:
    """What was there before is there still, or is still not taken."""
    is_taken = known.outcome not in _NOT_TAKEN
    line = replace(
        line,
        outcome="unchanged" if is_taken else known.outcome,
        rule=known.rule,
        reason=None if is_taken else known.reason,
        judged_by=known.judged_by,
        sha256=known.sha256,
        size=known.size,
        served_as=line.served_as or known.served_as,
    )
    if done is None or known.status is None:
        return replace(line, status=None)
    return replace(line, etag=done.etag or known.etag, last_modified=done.last_modified or known.last_modified)


def _gone(line: Fetched, known: Fetched | None, reason: str) -> Fetched:
    """An address that gives nothing more had a document, or something that was not taken, or never anything."""
    if known is None:
        return replace(line, stage="fetch", reason=reason)
    line = replace(line, sha256=known.sha256, size=known.size, reason=reason)
    if known.outcome in _NOT_TAKEN:
        return replace(line, outcome=known.outcome, rule=known.rule)
    return replace(line, outcome="withdrawn")

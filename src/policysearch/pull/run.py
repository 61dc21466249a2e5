"""One run over channels.

One stream goes through all of them: an offer becomes a step, its bytes go to the snapshots, child processes read them
while the next address is asked, and each step ends, in order, with its line in the journal. So a run that is killed
anywhere has for each offer either a line or none, and the next run does again what has none.
"""

import datetime as dt
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from filelock import FileLock, Timeout

from policysearch.errors import BudgetError, CorpusBusyError, FetchError
from policysearch.ingest import Arrival, Ingest
from policysearch.journal import Journal
from policysearch.model.channel import Channel, Offer
from policysearch.model.pulling import ChannelSummary, Fetched, PullEvent, PullOptions, Troubled
from policysearch.model.report import IngestEvent
from policysearch.model.source import Metadata
from policysearch.own_files import own_files
from policysearch.privacy.tombstones import RULE as FORGOTTEN
from policysearch.pull.fetching import NOT_PUBLIC, THERE, Fetching, Step
from policysearch.pull.listing import Listings
from policysearch.pull.opening import CACHE_NAME
from policysearch.sources.addresses import canonical
from policysearch.sources.connectors import LOCAL
from policysearch.sources.http import PoliteClient

LOCK_NAME = ".pull.lock"


class Pull:
    """One run. Holds the lock of the corpus's pulls until it is closed."""

    def __init__(self, ingest: Ingest, client: PoliteClient, options: PullOptions) -> None:
        """Get ready.

        Raises:
            CorpusBusyError: Another pull of this corpus is at work.
            CorpusFormatError: The journal is damaged.
        """
        folder = ingest.settings.corpus
        self._lock = FileLock(folder / LOCK_NAME)
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise CorpusBusyError(f"another pull is at work in {folder}: wait until it is done") from error
        self._ingest = ingest
        self._client = client
        self._options = options
        self._journal = Journal(folder)
        self._listings = Listings(client, self._journal, options, own_files(ingest.settings))
        self._fetching = Fetching(client, ingest, self._journal, options.keep_all, self._is_kept)
        self._kept: set[tuple[str, str]] = set()
        self._under_way: set[str] = set()
        self._not_taken: dict[str, Fetched] = {}
        self._deferred: list[Step] = []
        self._met_forgotten = False

    def close(self) -> None:
        """Let the next pull begin."""
        if self._met_forgotten:  # a listing names what was forgotten
            shutil.rmtree(self._ingest.settings.corpus / CACHE_NAME, ignore_errors=True)
        self._lock.release()

    def run(self, channels: Iterable[Channel]) -> Iterator[PullEvent | Troubled | ChannelSummary]:
        """Pull channels.

        Yields:
            What became of each offer, in order, when it is safe on disk; at the end a summary of each channel.
        """
        self._ingest.snapshots.remove_incoming()
        steps = self._steps(channels)
        while True:
            waiting: list[Step] = []
            for event in self._ingest.arrived(self._arrivals(steps, waiting)):
                yield from self._listings.told()
                yield self._finish(waiting.pop(0), event)
            yield from self._listings.told()
            if not self._deferred:
                break
            steps, self._deferred = iter(self._deferred), []
        for channel, t in self._listings.tallies.items():
            yield ChannelSummary(channel, t.n_offers, t.outcomes, t.n_troubles, t.requests, t.stopped)

    # --- from offers to steps -------------------------------------------------------------------------------------

    def _steps(self, channels: Iterable[Channel]) -> Iterator[Step]:
        for channel in channels:
            before = Counter(self._client.requests)
            tally = self._listings.tally(channel)
            try:
                for offer in self._listings.offers(channel):
                    yield from self._steps_of(channel, offer)
                if tally.stopped is None and self._options.is_whole:
                    for offer in self._unlisted(channel):
                        yield self._fetching.step(channel, offer, is_listed=False)
            except BudgetError as error:
                self._listings.stop(channel, error)
            tally.requests = Counter(self._client.requests) - before

    def _steps_of(self, channel: Channel, offer: Offer) -> Iterator[Step]:
        """The step of an offer; where it moved, a look at its old address first."""
        if offer.is_public and not offer.uri.startswith("file:"):
            try:
                offer = replace(offer, uri=canonical(offer.uri))
            except FetchError as error:
                yield self._fetching.refused(channel, offer, error)
                return
        addresses = self._listings.tally(channel).addresses
        old = self._journal.address_of(channel.id, offer.key)
        known = self._journal.known(old) if old is not None and old != offer.uri else None
        if known is not None and known.outcome in THERE and offer.body is None:
            addresses.add(known.uri)
            step = self._fetching.step(channel, replace(offer, uri=known.uri))
            yield step
            if step.line.outcome in THERE:
                return
        addresses.add(offer.uri)
        yield self._fetching.step(channel, offer)

    def _unlisted(self, channel: Channel) -> Iterator[Offer]:
        """Documents of the channel that it lists no more: their addresses are looked at, in good time."""
        tally = self._listings.tally(channel)
        is_local = channel.connector in LOCAL
        if is_local and tally.n_troubles:
            return  # a folder that cannot be looked at has not lost its files
        long_ago = self._client.clock.now() - dt.timedelta(days=self._client.settings.recheck_days)
        for line in self._journal.latest().values():
            known = self._journal.known(line.uri)
            if line.channel != channel.id or line.uri in tally.addresses or known is None:
                continue
            if known.outcome in THERE and (is_local or line.at <= long_ago):
                yield Offer(line.uri, line.key, line.title, self._hints_of(known), line.series, line.parent)

    def _hints_of(self, known: Fetched) -> Metadata:
        sightings = self._ingest.snapshots.sightings(known.sha256 or "")
        noted = [sighting for sighting in sightings if sighting.uri == known.uri and not sighting.withdrawn]
        return noted[-1].hints if noted else Metadata()

    # --- from steps to lines --------------------------------------------------------------------------------------

    def _arrivals(self, steps: Iterable[Step], waiting: list[Step]) -> Iterator[Arrival]:
        """What is to be read; bytes that are under way already wait for the next round."""
        for step in steps:
            sha256 = step.arrival.snapshot.sha256 if step.arrival.snapshot else None
            if sha256 is not None and sha256 in self._under_way:
                self._deferred.append(step)
                continue
            if sha256 is not None and (other := self._not_taken.get(sha256)):
                step = self._not_taken_either(step, other)
            elif sha256 is not None:
                self._under_way.add(sha256)
            waiting.append(step)
            yield step.arrival

    def _not_taken_either(self, step: Step, other: Fetched) -> Step:
        """The same bytes were not taken at another address in this run, and are gone again."""
        judged_by = None if self._is_kept(step.line.channel, step.line.parent) else other.judged_by
        line = replace(step.line, outcome=other.outcome, rule=other.rule, reason=other.reason, judged_by=judged_by)
        return Step(step.channel, step.offer, line)

    def _finish(self, step: Step, event: IngestEvent | None) -> PullEvent:
        """Write down what became of a step."""
        line = step.line
        documents: tuple[str, ...] = ()
        warnings: tuple[str, ...] = ()
        if event is not None:
            self._under_way.discard(line.sha256 or "")
            documents, warnings = event.documents, event.warnings
            rule = event.reason if event.outcome == "left_out" else None
            reason = None if rule else event.reason
            stamp = self._fetching.stamp_of(event.outcome)
            line = replace(line, outcome=event.outcome, stage=event.stage, rule=rule, reason=reason, judged_by=stamp)
            if stamp is not None and line.sha256 is not None:
                self._not_taken[line.sha256] = line
        elif line.outcome == "withdrawn":
            documents = self._ingest.withdraw(line.uri, line.at, line.status).documents
        if line.outcome in THERE:
            self._kept.add((line.channel, line.key))
        if line.rule == FORGOTTEN:  # its address may be a name: nothing is written of it
            self._met_forgotten = True
        elif not self._is_said(line):
            self._journal.add(line)
        self._listings.tally(step.channel).outcomes[line.outcome] += 1
        return PullEvent(line, documents, warnings)

    def _is_said(self, line: Fetched) -> bool:
        """Whether the journal says already that a listed document is not published: nothing was asked for."""
        if line.rule != NOT_PUBLIC:
            return False
        history = self._journal.history(line.uri)
        return bool(history) and (history[-1].rule, history[-1].reason) == (line.rule, line.reason)

    def _is_kept(self, channel: str, key: str | None) -> bool:
        return key is not None and (channel, key) in self._kept

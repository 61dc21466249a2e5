"""What a channel offers, one by one; expectations and troubles go to the journal on the way."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from policysearch.errors import BudgetError, FetchError
from policysearch.journal import Journal
from policysearch.model.channel import Channel, Expectation, Offer, Trouble
from policysearch.model.pulling import Expected, Listed, PullOptions, PullOutcome, Troubled
from policysearch.own_files import left_out_line
from policysearch.sources.connectors import LOCAL, connector_of
from policysearch.sources.connectors.asking import list_option
from policysearch.sources.connectors.folder import folder_of
from policysearch.sources.http import PoliteClient


@dataclass(slots=True)
class Tally:
    """What happened in one channel.

    Attributes:
        keys: Of the offers so far.
        addresses: That were looked at.
        stopped: Why it was not read to its end.
    """

    outcomes: Counter[PullOutcome] = field(default_factory=Counter)
    requests: Counter[str] = field(default_factory=Counter)
    keys: set[str] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)
    n_offers: int = 0
    n_troubles: int = 0
    stopped: str | None = None


@dataclass
class Listings:
    """The listings of one run.

    Attributes:
        journal: None for a dry run, which notes nothing.
        own: What the program keeps itself, which no folder offers.
        troubles: What could not be read and was not told yet.
    """

    client: PoliteClient
    journal: Journal | None
    options: PullOptions
    own: tuple[Path, ...] = ()
    tallies: dict[str, Tally] = field(default_factory=dict)
    troubles: list[Troubled] = field(default_factory=list)
    _spent: str | None = None

    def tally(self, channel: Channel) -> Tally:
        """What happened in a channel so far."""
        return self.tallies.setdefault(channel.id, Tally())

    def offers(self, channel: Channel) -> Iterator[Offer]:
        """The offers of a channel, each key once."""
        tally = self.tally(channel)
        if self._spent is not None:
            tally.stopped = self._spent
            return
        try:
            yield from self._new(channel, tally)
        except BudgetError as error:
            self.stop(channel, error)
            return
        except FetchError as error:
            self._note_trouble(channel, channel.address, str(error))
            tally.stopped = f"its listing cannot be read: {error}"
        self._note_end(channel, is_whole=tally.stopped is None and self.options.is_whole)

    def stop(self, channel: Channel, error: BudgetError) -> None:
        """The budget of the run is spent: this channel ends here, and the others do not begin."""
        self._spent = self.tally(channel).stopped = str(error)
        self._note_end(channel, is_whole=False)

    def told(self) -> Iterator[Troubled]:
        """The troubles since the last call."""
        told, self.troubles = self.troubles, []
        yield from told

    def _new(self, channel: Channel, tally: Tally) -> Iterator[Offer]:
        for listed in connector_of(channel)(self._without_own(channel), self.client):
            match listed:
                case Expectation():
                    self._note_expectation(channel, listed)
                case Trouble():
                    self._note_trouble(channel, listed.uri, listed.reason)
                case Offer():
                    if listed.key in tally.keys or self._is_too_old(listed):
                        continue
                    if tally.n_offers == self.options.limit:
                        return
                    tally.keys.add(listed.key)
                    tally.n_offers += 1
                    yield listed

    def _without_own(self, channel: Channel) -> Channel:
        """The channel as its connector gets it: a folder without what the program keeps there."""
        if channel.connector not in LOCAL:
            return channel
        if line := left_out_line(self.own, [folder_of(channel)]):
            self.client.on_note(line)
        leave_out = (*list_option(channel, "leave_out"), *map(str, self.own))
        return replace(channel, options={**channel.options, "leave_out": leave_out})

    def _is_too_old(self, offer: Offer) -> bool:
        since, date = self.options.since, offer.hints.date
        return since is not None and date is not None and date < since

    def _note_expectation(self, channel: Channel, said: Expectation) -> None:
        if self.journal is not None:
            self.journal.add(Expected(self._now(), channel.id, said.series, said.kind, said.names, said.note))

    def _note_trouble(self, channel: Channel, uri: str, reason: str) -> None:
        trouble = Troubled(self._now(), channel.id, uri, reason)
        self.tally(channel).n_troubles += 1
        self.troubles.append(trouble)
        if self.journal is not None:
            self.journal.add(trouble)

    def _note_end(self, channel: Channel, *, is_whole: bool) -> None:
        if self.journal is not None:
            self.journal.add(Listed(self._now(), channel.id, self.tally(channel).n_offers, is_whole))

    def _now(self) -> dt.datetime:
        return self.client.clock.now()

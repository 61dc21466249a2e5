"""A dry run: what a pull would do. Listings and robots.txt are asked for, documents are not, and nothing is written."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from policysearch.errors import FetchError, RobotsError
from policysearch.journal import Journal
from policysearch.model.channel import Channel, Offer
from policysearch.model.pulling import Plan, PullOptions, Troubled
from policysearch.own_files import own_files
from policysearch.privacy.tombstones import Tombstones, address_key, offer_key, why_left_out
from policysearch.pull.fetching import NOT_PUBLIC
from policysearch.pull.listing import Listings
from policysearch.settings import Settings
from policysearch.sources.addresses import canonical
from policysearch.sources.connectors import LOCAL
from policysearch.sources.http import PoliteClient


def plan_pull(
    channels: Iterable[Channel], client: PoliteClient, settings: Settings, options: PullOptions
) -> Iterator[Plan | Troubled]:
    """What would become of each offer, as far as can be told without fetching it."""
    journal, tombstones = Journal(settings.corpus), Tombstones(settings.corpus)
    listings = Listings(client, None, options, own_files(settings))
    for channel in channels:
        for offer in listings.offers(channel):
            yield from listings.told()
            yield _planned(channel, offer, client, journal, tombstones)
        yield from listings.told()


def _planned(channel: Channel, offer: Offer, client: PoliteClient, journal: Journal, tombstones: Tombstones) -> Plan:
    plan = Plan(channel.id, offer.uri, offer.key, "fetch", offer.title or offer.hints.title)
    if stone := tombstones.of_address(address_key(offer.uri), offer_key(channel.id, offer.key)):
        return replace(plan, action="leave out", rule=why_left_out(stone), title=None)
    if not offer.is_public:
        return replace(plan, action="leave out", rule=NOT_PUBLIC)
    if not (offer.uri.startswith("file:") and channel.connector in LOCAL):
        try:
            plan = replace(plan, uri=canonical(offer.uri))
            if offer.body is None:
                client.look(plan.uri)
        except RobotsError as error:
            return replace(plan, action="leave out", rule=error.rule)
        except FetchError as error:
            return replace(plan, action="refuse", rule=str(error))
    return plan if journal.known(plan.uri) is None else replace(plan, action="ask")

"""Words in a row or near one another: where they stand, and as phrases of fixed distances."""

from collections.abc import Sequence, Set
from itertools import pairwise, product

from policysearch.index.near import taking_part
from policysearch.index.tree import Near, TermRun

MOST = 64
"""More phrases than these are dearer than reading the places of the rows that hold all words."""
Choice = tuple[tuple[int, str], ...]
"""Terms with their distance from the first one."""


def choices(node: TermRun | Near) -> list[Choice] | None:
    """The phrases of which a row must hold one to meet `node`; None where they would be too many."""
    places = [tuple(dict.fromkeys(place)) for place in node.places]
    orders = [places]
    distances: list[tuple[int, ...]] = [tuple(range(len(places)))]
    if isinstance(node, Near):
        if len(places) != 2:
            return None
        orders = [places, places[::-1]]
        distances = [(0, distance) for distance in range(1, node.within + 2)]
    count = len(orders) * len(distances)
    for place in places:
        count *= len(place)
    if count > MOST:
        return None
    return [
        tuple(zip(offsets, terms, strict=True))
        for offsets in distances
        for order in orders
        for terms in product(*order)
    ]


def pairs_of(node: TermRun | Near) -> list[Near]:
    """Neighbouring places of more than two, each as far apart as `node` lets them be: what all its rows meet."""
    if isinstance(node, TermRun) or len(node.places) < 3:
        return []
    within = node.within + len(node.places) - 2
    return [Near(node.field, pair, within, node.span) for pair in pairwise(node.places)]


def is_met(node: TermRun | Near, places: Sequence[Set[int]]) -> bool:
    """Whether tokens with these numbers, for each place of `node` those that hold a term of it, meet it."""
    if isinstance(node, Near):
        return bool(taking_part(places, node.within))
    return any(all(first + number in each for number, each in enumerate(places)) for first in places[0])


def numbers(node: TermRun | Near, tokens: Sequence[Sequence[str]]) -> list[set[int]]:
    """For each place of `node` the numbers of the tokens that hold a term of it."""
    return [
        {number for number, terms in enumerate(tokens) if not set(place).isdisjoint(terms)} for place in node.places
    ]

"""Words within a stretch of words: which positions take part. The engine and the highlighter both ask here."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet


def taking_part(places: Sequence[AbstractSet[int]], within: int) -> set[int]:
    """The positions of tokens that meet all of `places`, in any order, with at most `within` other tokens among them.

    Args:
        places: For each word of the query, the numbers of the tokens that it meets; a token serves one word only.
        within: Tokens that may stand between the first and the last one and serve no word.

    Returns:
        Every token that serves in at least one such choice of tokens; none where there is no choice.
    """
    if not all(places):
        return set()
    reach = len(places) + within
    every = sorted(set().union(*places))
    is_apart = sum(map(len, places)) == len(every)
    found: set[int] = set()
    for number, first in enumerate(every):
        last = number
        while last < len(every) and every[last] < first + reach:
            last += 1
        window = set(every[number:last])
        here = [place & window for place in places]
        if all(here):
            found |= window if is_apart else {position for position in window - found if _serves(position, here)}
    return found


def _serves(position: int, places: Sequence[AbstractSet[int]]) -> bool:
    """Whether each place can have a token of its own, one of them this one."""
    return any(
        position in place and _match([other - {position} for i, other in enumerate(places) if i != own])
        for own, place in enumerate(places)
    )


def _match(places: Sequence[AbstractSet[int]]) -> bool:
    """Whether each place can have a token of its own (augmenting paths)."""
    taken: dict[int, int] = {}

    def place_it(place: int, seen: set[int]) -> bool:
        for position in places[place]:
            if position not in seen:
                seen.add(position)
                if position not in taken or place_it(taken[position], seen):
                    taken[position] = place
                    return True
        return False

    return all(place_it(place, set()) for place in range(len(places)))

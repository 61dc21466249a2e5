"""When something found is what the gold means: quotes, names, times, metadata.

Everything is compared on letters and digits alone, so that line breaks, hyphens and case never decide.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from annotations import Entry, as_list

SHARE_OF_SHORTER = 0.6
SHARE_OF_LONGER = 0.25
TIGHT = 0.5
SHORTEST_PARTIAL_NAME = 5
# A side that the gold leaves open may be filled in (a month, a season) but not with something far away.
DAYS_AROUND = 100
FREE_TEXT = frozenset({"issuer", "title", "meeting_number", "case_number"})


def letters(text: Any) -> str:
    """The letters and digits of `text` in lower case."""
    return "".join(c for c in str(text or "") if c.isalnum()).lower()


def overlap(gold: str, found: str) -> float:
    """How much of two quotes is the same run of letters, 0 to 1; 0 if too little to be one and the same."""
    short, long = sorted((letters(gold), letters(found)), key=len)
    if not short:
        return 0.0
    if short in long:
        shared = len(short)
    else:
        shared = SequenceMatcher(None, long, short, autojunk=False).find_longest_match().size
    if shared < SHARE_OF_SHORTER * len(short) or shared < SHARE_OF_LONGER * len(long):
        return 0.0
    return shared / (len(short) + len(long) - shared)


@dataclass(frozen=True, slots=True)
class Pairs:
    """What belongs together, and what is left over on either side."""

    pairs: tuple[tuple[Entry, Entry], ...]
    missed: tuple[Entry, ...]
    spare: tuple[Entry, ...]


def pair(golds: Sequence[Entry], founds: Sequence[Entry]) -> Pairs:
    """Pair entries by their quotes, one to one, the best overlap first."""
    candidates = [
        (score, i, j)
        for i, gold in enumerate(golds)
        for j, found in enumerate(founds)
        if (score := overlap(gold["quote"], found["quote"]))
    ]
    to_found: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(candidates, key=lambda c: (-c[0], c[1], c[2])):
        if i not in to_found and j not in taken:
            to_found[i] = j
            taken.add(j)
    return Pairs(
        pairs=tuple((golds[i], founds[j]) for i, j in to_found.items()),
        missed=tuple(gold for i, gold in enumerate(golds) if i not in to_found),
        spare=tuple(found for j, found in enumerate(founds) if j not in taken),
    )


def same_name(gold: str, found: str) -> bool:
    """The same name, or a fuller form that ends with the shorter one (*Kuusjärven kaupunginhallitus*)."""
    short, long = sorted((letters(gold), letters(found)), key=len)
    if not short:
        return False
    return short == long or (len(short) >= SHORTEST_PARTIAL_NAME and long.endswith(short))


@dataclass(frozen=True, slots=True)
class Names:
    """Names wanted and not found, and names found that nobody wanted."""

    missed: tuple[str, ...]
    vain: tuple[str, ...]


def compare_names(golds: Sequence[str], founds: Sequence[str], also: Sequence[str] = ()) -> Names:
    """Compare names, exact ones first; those of `also` are right too, and count neither way."""
    left = list(founds)
    missed: list[str] = []
    for exact in (True, False):
        wanted = golds if exact else missed
        missed = []
        for gold in wanted:
            hit = next((f for f in left if letters(f) == letters(gold) or (not exact and same_name(gold, f))), None)
            if hit is None:
                missed.append(gold)
            else:
                left.remove(hit)
    vain = [f for f in left if not any(same_name(known, f) for known in (*golds, *also))]
    return Names(tuple(missed), tuple(vain))


def iso(value: Any) -> str | None:
    """A date or minute as ISO text, seconds dropped."""
    if value is None:
        return None
    return (value.isoformat() if isinstance(value, dt.date) else str(value))[:16]


def same_time(gold: Entry, found: Entry) -> bool:
    """Every side that the gold gives is equal, and a side that it leaves open is open or near."""
    keys = ("begin", "end", "duration", "set")
    if any(iso(found.get(key)) != iso(gold[key]) for key in keys if gold.get(key)):
        return False
    anchor = _day(gold.get("begin") or gold.get("end"))
    filled = [found[key] for key in ("begin", "end") if found.get(key) and not gold.get(key)]
    if anchor is None:
        return not (gold.get("duration") or gold.get("set")) or len(filled) < 2
    days = [_day(value) for value in filled]
    return all(day is not None and abs((day - anchor).days) <= DAYS_AROUND for day in days)


def _day(value: Any) -> dt.date | None:
    try:
        return dt.date.fromisoformat((iso(value) or "")[:10])
    except ValueError:
        return None


def same_metadata(key: str, gold: Any, found: Any) -> bool:
    """Free text may be somewhat longer or shorter than the gold's; everything else is equal to one of its values."""
    if key not in FREE_TEXT:
        return letters(iso(found)) in [letters(iso(value)) for value in as_list(gold)]
    g, f = letters(gold), letters(found)
    if not f:
        return False
    return same_name(g, f) or (g in f and len(f) <= 3 * len(g)) or (f in g and len(f) >= 0.6 * len(g))

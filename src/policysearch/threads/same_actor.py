"""How the actors of two commitments agree: one body, its name without its town, one town, or only possibly."""

import re
from collections.abc import Iterable
from typing import Literal

from policysearch.threads.profile import Profile
from policysearch.threads.words import load_words

ActorMatch = Literal["same", "name", "place", "possible", "unknown"]
_LETTERS = re.compile(r"[A-ZÅÄÖ]{2,}")


def actor_match(first: Profile, second: Profile) -> ActorMatch | None:
    """How the actors agree; None where they are two."""
    if _ask_apart(first, second) or _registered_apart(first, second):
        return None
    if first.who & second.who:
        return "same"
    if first.places and second.places and not first.places & second.places:
        return None
    if same_names(first.names, second.names) or _is_addressed(first, second) or _is_addressed(second, first):
        return "name"
    if (first.who | first.possible) & (second.who | second.possible):
        return "possible"
    if first.places & second.places or _same_register(first, second):
        return "place"
    is_named = first.who and second.who and not (first.leaves_open_who or second.leaves_open_who)
    if first.is_local and second.is_local and not (first.places and second.places):
        is_named = False  # two bodies of a town, one of which may be of the town of the other
    if is_named or _is_other_level(first, second) or _is_other_level(second, first):
        return None
    cases = {p.clause.case_number for p in (first, second)}
    if first.possible and second.possible and None not in cases and len(cases) > 1:
        return None
    return "unknown"


def _ask_apart(first: Profile, second: Profile) -> bool:
    """Whether two bodies ask, each for itself, though they may ask the same one."""
    actors = [[a for a in p.clause.commitment.actors if a.kind == "organisation"] for p in (first, second)]
    if not all(actors) or not all(p.clause.commitment.action in load_words().asks for p in (first, second)):
        return False
    ids, names = ([{getattr(a, field) for a in found} for found in actors] for field in ("id", "name"))
    return not ids[0] & ids[1] and not same_names(names[0], names[1])


def _registered_apart(first: Profile, second: Profile) -> bool:
    """Whether the case numbers are of the registers of two towns: *HEL 2021-001526* and *KUU 2022-000188*."""
    return first.is_local and second.is_local and len(set(_registers(first, second))) > 1


def _same_register(first: Profile, second: Profile) -> bool:
    """Whether two municipal bodies keep one register, so that they are of one town."""
    registers = _registers(first, second)
    return first.is_local and second.is_local and len(registers) > len(set(registers))


def _registers(first: Profile, second: Profile) -> list[str]:
    """The letters before the numbers of the two cases, as far as they have any."""
    return [found[0] for p in (first, second) if (found := _LETTERS.match(p.clause.case_number or ""))]


def _is_addressed(asking: Profile, asked: Profile) -> bool:
    """Whether one asks the very body to act that acts in the other: *kehotti hankintapalveluja*."""
    acting = {actor.name.casefold() for actor in asked.clause.commitment.actors}
    return any(name in asking.addressed or name.removesuffix("t") in asking.addressed for name in acting)


def _is_other_level(local: Profile, other: Profile) -> bool:
    """Whether one is a municipality's and the other one is not, or nobody's that is known."""
    return local.is_local and not other.is_local


def same_names(first: Iterable[str], second: Iterable[str]) -> bool:
    """Whether a name of one is a name of the other without its town (*Kuusjärven kaupunginhallitus*)."""
    bare = {name.casefold() for name in first}, {name.casefold() for name in second}
    vague = load_words().vague
    return any(
        longer.endswith(f" {shorter}") and " " not in shorter and shorter not in vague
        for one, other in (bare, bare[::-1])
        for longer in one
        for shorter in other
    )

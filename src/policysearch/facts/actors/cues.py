"""The word lists of the actor finder, read once from `facts/data/heads.toml` and `titles.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class ActorCues:
    """Heads of the names of bodies, and words around people's names; the TOML files say what each list is for.

    `heads` holds those of *alone*, *modified* and *municipal* together; `named_ends` those of *named* as endings.
    """

    heads: frozenset[str]
    named_ends: tuple[str, ...]
    alone: frozenset[str]
    modified: frozenset[str]
    simple: frozenset[str]
    named: frozenset[str]
    within: frozenset[str]
    indefinite: frozenset[str]
    not_company: frozenset[str]
    group_first: frozenset[str]
    generic: frozenset[str]
    not_first: frozenset[str]
    municipal: frozenset[str]
    offices: frozenset[str]
    county: frozenset[str]
    shared: frozenset[str]
    municipal_short: Mapping[str, str]
    pointing: frozenset[str]
    loose: frozenset[str]
    agent_verbs: frozenset[str]
    any: frozenset[str]
    issuer_only: frozenset[str]
    company: frozenset[str]
    company_front: frozenset[str]
    titles: frozenset[str]
    title_inner: frozenset[str]
    roles: frozenset[str]
    given: frozenset[str]


@cache
def actor_cues() -> ActorCues:
    """The cues of actors in Finnish text."""
    heads, titles = _read("heads.toml"), _read("titles.toml")
    words = heads["words"]
    return ActorCues(
        heads=frozenset((*heads["alone"], *heads["modified"], *heads["municipal"])),
        named_ends=tuple(heads["named"]),
        alone=frozenset(heads["alone"]),
        modified=frozenset(heads["modified"]),
        simple=frozenset(heads["simple"]),
        named=frozenset(heads["named"]),
        within=frozenset(heads["within"]),
        indefinite=frozenset(heads["indefinite"]),
        not_company=frozenset(words["not_company"]),
        group_first=frozenset(heads["group_first"]),
        generic=frozenset(heads["generic"]),
        not_first=frozenset(heads["not_first"]),
        municipal=frozenset(heads["municipal"]),
        offices=frozenset(heads["offices"]),
        county=frozenset(heads["county"]),
        shared=frozenset(heads["shared"]),
        municipal_short=MappingProxyType(heads["municipal_short"]),
        pointing=frozenset(words["pointing"]),
        loose=frozenset(words["loose"]),
        agent_verbs=frozenset(words["agent_verbs"]),
        any=frozenset(words["any"]),
        issuer_only=frozenset(words["issuer_only"]),
        company=frozenset(words["company"]),
        company_front=frozenset(words["company_front"]),
        titles=frozenset(titles["heads"]),
        title_inner=frozenset(titles["inner"]),
        roles=frozenset(titles["roles"]),
        given=frozenset(titles["given"]),
    )


def _read(file: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("policysearch.facts").joinpath("data", file).read_text(encoding="utf-8"))

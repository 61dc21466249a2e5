"""The word lists of `data/words.toml`: acts and their stages, frames, things, and words that tell nothing."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

DEFAULT_STAGE = 2
"""Of a verb that no list knows."""


@dataclass(frozen=True, slots=True)
class WordLists:
    """All lists, in lower-case dictionary forms. `lives` gives the lives that a verb may be a stage of."""

    stages: Mapping[str, int]
    reported: Mapping[str, int]
    lives: Mapping[str, frozenset[str]]
    frames: frozenset[str]
    asks: frozenset[str]
    movers: frozenset[str]
    performed: frozenset[str]
    standing: frozenset[str]
    happening: frozenset[str]
    lasting: frozenset[str]
    states: frozenset[str]
    single: frozenset[str]
    cited: frozenset[str]
    papers: frozenset[str]
    selves: frozenset[str]
    electing: frozenset[str]
    local: tuple[str, ...]
    outside: tuple[str, ...]
    nouns: Mapping[str, str]
    light: frozenset[str]
    private: frozenset[str]
    procedural: frozenset[str]
    generic: frozenset[str]
    vague: frozenset[str]
    ordinals: Mapping[str, int]
    synonyms: Mapping[str, str]
    proposals: frozenset[str]
    presenter_proposals: frozenset[str]
    rival_proposals: frozenset[str]
    recommendations: frozenset[str]
    recommending: frozenset[str]
    recommenders: frozenset[str]

    def stage(self, verb: str, *, is_report: bool) -> int:
        """How far an act brings a thing, from 1 to 5. What is promised or asked for is to be completed at least."""
        stage = self.stages.get(verb, DEFAULT_STAGE)
        return self.reported.get(verb, stage) if is_report else max(stage, DEFAULT_STAGE)


@cache
def load_words() -> WordLists:
    """The lists that ship with the package, read once a process."""
    text = resources.files("policysearch.threads.data").joinpath("words.toml").read_text(encoding="utf-8")
    raw: dict[str, Any] = tomllib.loads(text)
    lives: dict[str, set[str]] = {}
    for life, verbs in raw["lives"].items():
        for verb in verbs:
            lives.setdefault(verb, set()).add(life)
    return WordLists(
        stages={verb: int(stage) for stage, verbs in raw["stages"].items() for verb in verbs},
        reported={verb: int(stage) for stage, verbs in raw["reported"].items() for verb in verbs},
        lives={verb: frozenset(names) for verb, names in lives.items()},
        frames=frozenset(raw["frames"]),
        asks=frozenset(raw["asks"]),
        movers=frozenset(raw["movers"]),
        performed=frozenset(raw["performed"]),
        happening=frozenset(raw["happening"]),
        lasting=frozenset(raw["lasting"]),
        states=frozenset(raw["states"]),
        standing=frozenset(raw["standing"]),
        single=frozenset(raw["single"]),
        cited=frozenset(raw["cited"]),
        papers=frozenset(raw["papers"]),
        selves=frozenset(raw["selves"]),
        electing=frozenset(raw["electing"]),
        local=tuple(raw["local"]),
        outside=tuple(raw["outside"]),
        nouns=raw["nouns"],
        private=frozenset(raw["private"]),
        procedural=frozenset(raw["procedural"]),
        generic=frozenset(raw["generic"]),
        vague=frozenset(raw["vague"]),
        light=frozenset(raw["light"]),
        ordinals={word: int(number) for number, words in raw["ordinals"].items() for word in words},
        synonyms={word: row["words"][0] for row in raw["synonyms"] for word in row["words"]},
        proposals=frozenset(raw["proposals"]["any"]),
        presenter_proposals=frozenset(raw["proposals"]["presenter"]),
        rival_proposals=frozenset(raw["proposals"]["rival"]),
        recommendations=frozenset(raw["answers"]["nouns"]),
        recommending=frozenset(raw["answers"]["verbs"]),
        recommenders=frozenset(raw["answers"]["kinds"]),
    )

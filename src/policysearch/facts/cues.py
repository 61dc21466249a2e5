"""The cues of commitments: classes of verbs and patterns around them, read from the TOML files in `facts/data`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from policysearch.model.facts import CommitmentKind, Outcome, Strength
from policysearch.model.language import Case

#: Heads longer than this make agents of the compounds that end in them.
_SHORTEST_HEAD = 4


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words in certain cases that make an entry beside *olla* or one of `verbs`.

    `words` maps the dictionary form to the verb that carries the act, None where an infinitive carries it.
    """

    id: str
    kind: CommitmentKind
    words: Mapping[str, str | None]
    cases: frozenset[Case]
    verbs: frozenset[str]
    strength: Strength | None


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues: `verbs` and `words` are classes by name, in lower-case dictionary forms.

    `agent_endings` are the heads whose compounds can act, `predicate_words` all words of `predicates`.
    """

    verbs: Mapping[str, frozenset[str]]
    words: Mapping[str, frozenset[str]]
    predicates: tuple[Pattern, ...]
    opinions: tuple[Pattern, ...]
    states: tuple[Pattern, ...]
    outcomes: Mapping[str, Outcome]
    plurals: Mapping[str, str]
    short_names: Mapping[str, str]
    agent_endings: tuple[str, ...]
    predicate_words: frozenset[str]


def _read(name: str) -> dict[str, object]:
    return tomllib.loads(resources.files("policysearch.facts.data").joinpath(name).read_text(encoding="utf-8"))


def _patterns(rows: object) -> tuple[Pattern, ...]:
    patterns = []
    assert isinstance(rows, list)
    for row in rows:
        words = row["words"] if isinstance(row["words"], dict) else dict.fromkeys(row["words"])
        patterns.append(
            Pattern(
                id=row["id"],
                kind=row["kind"],
                words=words,
                cases=frozenset(row.get("cases", ())),
                verbs=frozenset(row.get("verbs", ())),
                strength=row.get("strength"),
            )
        )
    return tuple(patterns)


def _classes(table: object) -> dict[str, frozenset[str]]:
    assert isinstance(table, dict)
    return {name: frozenset(words) for name, words in table.items()}


@cache
def load_cues() -> Cues:
    """The cues that ship with the package, read once a process."""
    patterns = _read("cues_patterns.toml")
    outcomes, plurals, short_names = patterns["outcomes"], patterns["plurals"], patterns["short_names"]
    assert isinstance(outcomes, dict)
    assert isinstance(plurals, dict)
    assert isinstance(short_names, dict)
    words, predicates = _classes(patterns["words"]), _patterns(patterns["predicate"])
    return Cues(
        verbs=_classes(_read("cues_verbs.toml")),
        words=words,
        predicates=predicates,
        opinions=_patterns(patterns["opinion"]),
        states=_patterns(patterns["state"]),
        outcomes={verb: outcome for outcome, verbs in outcomes.items() for verb in verbs},
        plurals=plurals,
        short_names=short_names,
        agent_endings=tuple(head for head in words["agents"] if len(head) > _SHORTEST_HEAD),
        predicate_words=frozenset(word for pattern in predicates for word in pattern.words),
    )

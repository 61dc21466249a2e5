"""Rows of tables of measures: who is to do what the first cell says."""

from collections.abc import Iterator

from policysearch.facts.attribution import new_actor
from policysearch.facts.clauses import grammar
from policysearch.facts.clauses.reading import ReadSentence
from policysearch.facts.clauses.split import Clause
from policysearch.facts.commitments.agents import actors_of, agents_in, in_case
from policysearch.facts.cues import Cues
from policysearch.model.facts import Actor

_MOST_WORDS_OF_A_NAME = 6


def row_actors(sentence: ReadSentence, clause: Clause, cues: Cues) -> tuple[Actor, ...]:
    """Those named in a cell of their own beside a passive (*Laaditaan opas* | *Hankintapalvelut* | *2023 loppuun*).

    Empty for a sentence that is no row, whose cells tabs divide.
    """
    if clause.group is None or not clause.group.passive:
        return ()
    found: list[Actor] = []
    for cell in _cells(sentence):
        words = [i for i in cell if sentence.tokens[i].kind == "word"]
        verbs = any(
            next(grammar.finite_readings(sentence.tokens[i]), None) is sentence.tokens[i].readings[0] for i in words
        )
        if clause.group.finite in cell or not 0 < len(words) <= _MOST_WORDS_OF_A_NAME or verbs:
            continue
        found.extend(actors_of(agents_in(sentence, cell, "nominative", cues)) or _unit(sentence, words))
    return tuple(dict.fromkeys(found))


def _cells(sentence: ReadSentence) -> Iterator[range]:
    start = 0
    for i in range(1, len(sentence.tokens)):
        gap = sentence.between(sentence.tokens[i - 1].span.end, sentence.tokens[i].span.start)
        if "\t" in gap:
            yield range(start, i)
            start = i
    if start:
        yield range(start, len(sentence.tokens))


def _unit(sentence: ReadSentence, words: list[int]) -> tuple[Actor, ...]:
    """*Hyvinvointipalvelut*: the name of a unit that looks like a plural."""
    units = [
        sentence.tokens[i].surface.lower()
        for i in words
        if sentence.tokens[i].readings[0].lemma.lower().endswith("palvelu")
        and in_case(sentence.tokens[i], "nominative")
    ]
    return tuple(new_actor(unit) for unit in units)

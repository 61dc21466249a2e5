"""The verb group of a clause: what it is made of, and how it is changed as more of its words are found."""

from dataclasses import dataclass, replace
from typing import Any, Literal

from policysearch.facts.clauses import grammar
from policysearch.facts.cues import Cues, Pattern
from policysearch.model.language import Mood, Reading, Token

Tense = Literal["present", "past", "perfect", "pluperfect"]
Construction = Literal[
    "plain",  # the finite verb acts: teetetään, hyväksyttiin, on asettanut
    "infinitive",  # the infinitive acts: päätti panna, ryhtyy valmistelemaan
    "necessive",  # tulee vahvistaa, on kehitettävä
    "future",  # tulee osallistumaan, tullaan toteuttamaan
    "possible",  # voi tarjota, on laajennettavissa
    "able",  # on pystynyt panostamaan
    "predicate",  # on tarkoitus selvittää, on syytä kehittää
    "opinion",  # pitää tärkeänä, näkee perusteltuna
    "state",  # on valmisteilla
    "translative",  # ehdotetaan nimettäväksi, jää linjattavaksi
]


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """The verbs of one clause.

    Attributes:
        finite: Index of the finite verb (or of the negation) in the tokens of the sentence.
        members: Indices of all its words, in order.
        verb: The lexical verb that is finite or follows the auxiliary *olla*; *olla* itself where there is none.
        action: The verb that carries the act.
        pattern: The row of the cue tables that matched, where one did.
        pattern_word: The dictionary form of its noun or adjective.
    """

    finite: int
    members: tuple[int, ...]
    verb: str
    action: str
    construction: Construction = "plain"
    tense: Tense = "present"
    mood: Mood = "indicative"
    person: int = 3
    negative: bool = False
    pattern: Pattern | None = None
    pattern_word: str | None = None

    @property
    def passive(self) -> bool:
        """Whether nobody is its subject: *teetetään*, *on varattu*."""
        return self.person == 4

    @property
    def end(self) -> int:
        """The index after its last word."""
        return max(self.members) + 1


def changed(group: VerbGroup, members: tuple[int, ...], **changes: Any) -> VerbGroup:
    """The group with other words and whatever else is given."""
    return replace(group, members=tuple(sorted(set(members))), **changes)


def necessive_group(tokens: tuple[Token, ...], group: VerbGroup, at: int, hi: int, verb: str, cues: Cues) -> VerbGroup:
    """The group with the verb that must be done, found at `at`; a mere modal is passed over (*on voitava verrata*)."""
    members = (*group.members, at)
    if verb in cues.verbs["possible"] or verb in cues.verbs["able"]:
        inner = infinitive_at(tokens, at + 1, hi, cues)
        if inner is not None:
            verb, members = infinitive_verb(tokens[inner]), (*members, inner)
    return changed(group, members, verb=verb, action=verb, construction="necessive")


def infinitive_at(tokens: tuple[Token, ...], lo: int, hi: int, cues: Cues) -> int | None:
    """The first A-infinitive that is no mere modal, within the clause."""
    found = None
    for i in range(lo, hi):
        reading = grammar.reading_in_mood(tokens[i], "A-infinitive")
        if reading is None or tokens[i].kind != "word" or tokens[i].readings[0].word_class == "pronoun":
            continue
        found = i if found is None else found
        if grammar.verb_of(reading) not in cues.verbs["possible"]:
            return i
    return found


def infinitive_verb(token: Token) -> str:
    """The dictionary form of the verb that the token is an infinitive of."""
    reading = grammar.reading_in_mood(token, "A-infinitive") or ma_illative(token) or token.readings[0]
    return grammar.verb_of(reading)


def ma_illative(token: Token) -> Reading | None:
    """The reading as a MA-infinitive in the illative (*kehittämään*), or None."""
    reading = grammar.reading_in_mood(token, "MA-infinitive")
    if grammar.word(token) == "voimaan":  # a noun in *tulee voimaan*
        return None
    return reading if reading and grammar.word(token).endswith(("maan", "mään")) else None


def ma_inessive(token: Token) -> Reading | None:
    """The reading as a MA-infinitive in the inessive (*käynnistymässä*), or None."""
    reading = grammar.reading_in_mood(token, "MA-infinitive")
    return reading if reading and grammar.word(token).endswith(("massa", "mässä")) else None


def cases_match(token: Token, pattern: Pattern) -> bool:
    """Whether some reading is a word of the pattern in one of its cases, in the singular."""
    return any(
        reading.case in pattern.cases
        and reading.lemma.lower() in pattern.words
        and (reading.number != "plural" or reading.case == "elative")
        for reading in token.readings
    )

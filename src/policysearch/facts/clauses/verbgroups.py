"""Verb groups: a finite verb with its auxiliary, participle or infinitive, and what that makes of the clause."""

from policysearch.facts.clauses import grammar
from policysearch.facts.clauses.auxiliaries import with_auxiliary
from policysearch.facts.clauses.complements import with_complement
from policysearch.facts.clauses.verbs import Tense, VerbGroup
from policysearch.facts.cues import Cues
from policysearch.model.language import Mood, Reading, Token

#: Negations that somebody bears, so that what follows is no passive: emme luovuta.
_ACTIVE = frozenset({"en", "emme", "eivät", "etteivät", "eivätkä"})


def build_group(tokens: tuple[Token, ...], finite: int, lo: int, hi: int, cues: Cues) -> VerbGroup | None:
    """The verb group whose finite verb stands at `finite`, its words looked for in `lo <= index < hi`.

    None where a negation has no verb.
    """
    members = [finite]
    negative = grammar.is_negation(tokens[finite])
    reading: Reading | None
    at = finite
    if negative:
        person = 1 if grammar.word(tokens[finite]) == "emme" else tokens[finite].readings[0].person or 3
        at = next((i for i in range(finite + 1, min(hi, finite + 8)) if grammar.connegative(tokens[i])), -1)
        if at < 0:
            return None
        members.append(at)
        reading = grammar.connegative(tokens[at], active=grammar.word(tokens[finite]) in _ACTIVE)
        assert reading is not None
        if reading.participle == "past_passive" or reading.person == 4:
            person = 4
    else:
        reading = next(grammar.finite_readings(tokens[finite]), None)
        if reading is None:
            return None
        person = reading.person or 3
    tense: Tense = "past" if reading.tense == "past" or reading.participle else "present"
    verb = grammar.verb_of(reading)
    mood: Mood = reading.mood if reading.mood in {"conditional", "potential"} else "indicative"
    group = VerbGroup(finite, tuple(members), verb, verb, "plain", tense, mood, person, negative)
    if verb == "olla":
        return with_auxiliary(tokens, group, at, lo, hi, cues)
    return with_complement(tokens, group, at, lo, hi, cues)

"""Verb groups: a finite verb with its auxiliary, participle or infinitive, and what that makes of the clause."""

from dataclasses import dataclass, replace
from typing import Any, Literal

from policysearch.facts import grammar
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


def build_group(tokens: tuple[Token, ...], finite: int, lo: int, hi: int, cues: Cues) -> VerbGroup | None:
    """The verb group whose finite verb stands at `finite`, its words looked for in `lo <= index < hi`.

    None where a negation has no verb.
    """
    members = [finite]
    negative = grammar.is_negation(tokens[finite])
    reading: Reading | None
    at = finite
    if negative:
        person = tokens[finite].readings[0].person or 3
        at = next((i for i in range(finite + 1, min(hi, finite + 8)) if grammar.connegative(tokens[i])), -1)
        if at < 0:
            return None
        members.append(at)
        reading = grammar.connegative(tokens[at])
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
        return _with_auxiliary(tokens, group, at, lo, hi, cues)
    return _with_complement(tokens, group, at, lo, hi, cues)


def _with_auxiliary(tokens: tuple[Token, ...], group: VerbGroup, at: int, lo: int, hi: int, cues: Cues) -> VerbGroup:
    """*olla* with what follows it: a participle, a predicate with an infinitive, a state, or nothing."""
    pattern = _predicate(tokens, group, at, lo, hi, cues)
    if pattern is not None:
        return pattern
    subject = any(_is_subject(tokens[i]) for i in range(lo, group.finite))
    for i in range(at + 1, hi):
        token = tokens[i]
        following = i + 2 if i + 2 < hi and tokens[i + 1].surface == "," else i + 1
        attribute = subject and following < hi and _agrees(token, tokens[following])
        if (found := grammar.participle(token, "past_active", case="nominative")) or (
            found := grammar.participle(token, "past_passive", case="nominative")
        ):
            if attribute:
                continue
            verb = grammar.verb_of(found)
            members = (*group.members, i)
            if verb == "olla":
                return _with_auxiliary(tokens, _changed(group, members, tense="perfect"), i, lo, hi, cues)
            past: Tense = "pluperfect" if group.tense == "past" else "perfect"
            passive = 4 if found.participle == "past_passive" else group.person
            full = VerbGroup(group.finite, members, verb, verb, "plain", past, group.mood, passive, group.negative)
            return _with_complement(tokens, full, i, lo, hi, cues)
        necessive = grammar.participle(token, "present_passive", case="nominative")
        if (
            necessive
            and not attribute
            and necessive.number != "plural"
            and token.surface.lower() not in cues.words["adjectival"]
        ):
            verb = grammar.verb_of(necessive)
            return _necessive(tokens, group, i, hi, verb, cues)
        if any(r.lemma.endswith("ttavissa") for r in token.readings) or (
            grammar.participle(token, "present_passive", case="inessive")
        ):
            return _changed(group, (*group.members, i), construction="possible")
    return _state(tokens, group, lo, hi, cues)


def _necessive(tokens: tuple[Token, ...], group: VerbGroup, at: int, hi: int, verb: str, cues: Cues) -> VerbGroup:
    members = (*group.members, at)
    if verb in cues.verbs["possible"] or verb in cues.verbs["able"]:
        inner = _infinitive(tokens, at + 1, hi, cues)
        if inner is not None:
            verb, members = _infinitive_verb(tokens[inner]), (*members, inner)
    return _changed(group, members, verb=verb, action=verb, construction="necessive")


def _predicate(tokens: tuple[Token, ...], group: VerbGroup, at: int, lo: int, hi: int, cues: Cues) -> VerbGroup | None:
    """*on tarkoitus selvittää*, *tavoitteena on luoda*, *on hyvä miettiä*, *on tärkeää, että* (no infinitive)."""
    stop = next((i for i in range(at + 1, hi) if _done(tokens[i])), hi)
    order = [*range(at + 1, stop), *range(group.finite - 1, lo - 1, -1)]
    for pattern in cues.predicates:
        for i in order:
            known = grammar.lemmas(tokens[i]) & pattern.words.keys()
            if not known or not _cases_match(tokens[i], pattern):
                continue
            word = min(known)
            infinitive = _infinitive(tokens, at + 1, hi, cues)
            members = (*group.members, i) if infinitive is None else (*group.members, i, infinitive)
            action = "olla" if infinitive is None else _infinitive_verb(tokens[infinitive])
            if infinitive is None and not _leads_on(tokens, hi):
                if pattern.id != "need":
                    continue
                minen = next((v for j in range(lo, hi) if (v := _subject_deed(tokens[j]))), None)
                if minen is None:
                    continue
                action = minen
            been = any(_been(tokens[j]) for j in range(at + 1, hi if infinitive is None else infinitive))
            tense: Tense = "perfect" if been else group.tense
            return _changed(
                group, members, action=action, construction="predicate", pattern=pattern, pattern_word=word, tense=tense
            )
    return None


def _done(token: Token) -> bool:
    """Whether the word is a participle that *olla* makes a perfect of: *on jatkettu*, not *on ollut*."""
    reading = grammar.participle(token, "past_active", "past_passive", case="nominative")
    return reading is not None and grammar.verb_of(reading) != "olla" and token.readings[0].participle is not None


def _been(token: Token) -> bool:
    reading = grammar.participle(token, "past_active", "past_passive")
    return reading is not None and grammar.verb_of(reading) == "olla"


def _deed(tokens: tuple[Token, ...], lo: int, hi: int) -> str | None:
    """The verb of the -minen noun that is the object: one that does not modify the next noun."""
    for i in range(lo, hi):
        verb = grammar.deverbal(tokens[i])
        if verb is None:
            continue
        after = tokens[i + 1].readings[0] if i + 1 < hi else None
        modifies = (
            "genitive" in grammar.cases(tokens[i]) and after is not None and after.word_class in {"noun", "adjective"}
        )
        if not modifies or (after is not None and after.case in {"illative", "inessive", "allative", "adessive"}):
            return verb
    return None


def _subject_deed(token: Token) -> str | None:
    deed = grammar.deverbal(token)
    return deed if deed and "nominative" in grammar.cases(token) else None


def _leads_on(tokens: tuple[Token, ...], hi: int) -> bool:
    """Whether the clause goes on in *että …*, *jos …* or a list after a colon."""
    rest = [grammar.word(token) for token in tokens[hi - 1 : hi + 2]]
    return ":" in rest[:2] or any(w in {"että", "ettei", "jos"} for w in rest)


def _state(tokens: tuple[Token, ...], group: VerbGroup, lo: int, hi: int, cues: Cues) -> VerbGroup:
    """*on valmisteilla*, *on valmistelussa*: a noun in a local case that says what is being done."""
    for pattern in cues.states:
        for i in range(lo, hi):
            if i in group.members:
                continue
            form = grammar.word(tokens[i])
            known = {form} & pattern.words.keys() or grammar.lemmas(tokens[i]) & pattern.words.keys()
            if not known or not (form in known or grammar.cases(tokens[i]) & {"inessive", "adessive"}):
                continue
            word = min(known)
            action = pattern.words[word] or "olla"
            members = (*group.members, i)
            return _changed(group, members, action=action, construction="state", pattern=pattern, pattern_word=word)
    return group


def _with_complement(tokens: tuple[Token, ...], group: VerbGroup, at: int, lo: int, hi: int, cues: Cues) -> VerbGroup:
    """A lexical verb with its infinitive or predicate complement."""
    verb, verbs = group.verb, cues.verbs
    a_at = _infinitive(tokens, at + 1, hi, cues)
    ma_at = next((i for i in range(at + 1, hi) if _ma_illative(tokens[i])), None)
    if verb in verbs["possible"] and (verb != "saattaa" or a_at is not None):
        return _changed(group, group.members, construction="possible")
    third = any(reading.person == 3 for reading in tokens[group.finite].readings)
    if verb in verbs["necessive"] and a_at is not None and third:
        return _necessive(tokens, group, a_at, hi, _infinitive_verb(tokens[a_at]), cues)
    if verb == "tulla" and ma_at is not None:
        action = _infinitive_verb(tokens[ma_at])
        return _changed(group, (*group.members, ma_at), action=action, construction="future")
    found = _opinion(tokens, group, a_at, lo, hi, cues) or _translative(tokens, group, lo, hi, cues)
    if found is not None:
        return found
    inner = ma_at if ma_at is not None else a_at
    if verb in verbs["able"] and inner is not None:
        action = _infinitive_verb(tokens[inner])
        return _changed(group, (*group.members, inner), action=action, construction="able")
    if verb == "antaa" and a_at is not None and any(grammar.word(tokens[i]) == "tehtäväksi" for i in range(lo, hi)):
        return _changed(group, (*group.members, a_at), action=_infinitive_verb(tokens[a_at]), construction="infinitive")
    for known, inner in ((verbs["takes_a_infinitive"], a_at), (verbs["takes_ma_infinitive"], ma_at)):
        if verb in known and inner is not None:
            action = _infinitive_verb(tokens[inner])
            return _changed(group, (*group.members, inner), action=action, construction="infinitive")
    return group


def _opinion(
    tokens: tuple[Token, ...], group: VerbGroup, infinitive: int | None, lo: int, hi: int, cues: Cues
) -> VerbGroup | None:
    """*pitää tärkeänä laatimista*, *näkee perusteltuna*, *katsoo tarpeelliseksi kuulla*."""
    for pattern in cues.opinions:
        if group.verb not in pattern.verbs:
            continue
        for i in range(lo, hi):
            if _holds(tokens[i], pattern, cues):
                deed = _infinitive_verb(tokens[infinitive]) if infinitive is not None else _deed(tokens, lo, hi)
                return _changed(
                    group, (*group.members, i), action=deed or group.verb, construction="opinion", pattern=pattern
                )
    return None


def _holds(token: Token, pattern: Pattern, cues: Cues) -> bool:
    """Whether the word is a predicate of opinion: *tärkeänä*, or a participle such as *kannatettavana*."""
    if grammar.lemmas(token) & pattern.words.keys() and _cases_match(token, pattern):
        return True
    wished = grammar.participle(token, "present_passive", case="essive")
    return wished is not None and grammar.verb_of(wished) in cues.words["wish_verbs"]


def _translative(tokens: tuple[Token, ...], group: VerbGroup, lo: int, hi: int, cues: Cues) -> VerbGroup | None:
    """*ehdotetaan nimettäväksi*, *jää linjattavaksi*, *tulee huomioiduksi*."""
    proposes = group.verb in cues.verbs["propose"]
    if not (proposes and group.passive) and group.verb not in {"jäädä", "tulla", "jättää"}:
        return None
    for i in range(lo, hi):
        done = grammar.participle(tokens[i], "present_passive", "past_passive", case="translative")
        if i not in group.members and done is not None:
            if done.participle == "present_passive" or group.verb == "tulla":
                return _changed(group, (*group.members, i), action=grammar.verb_of(done), construction="translative")
            return None
    return None


def _infinitive_verb(token: Token) -> str:
    """The dictionary form of the verb that the token is an infinitive of."""
    reading = grammar.reading_in_mood(token, "A-infinitive") or _ma_illative(token) or token.readings[0]
    return grammar.verb_of(reading)


def _changed(group: VerbGroup, members: tuple[int, ...], **changes: Any) -> VerbGroup:
    """The group with other words and whatever else is given."""
    return replace(group, members=tuple(sorted(set(members))), **changes)


def _cases_match(token: Token, pattern: Pattern) -> bool:
    return any(
        reading.case in pattern.cases
        and reading.lemma.lower() in pattern.words
        and (reading.number != "plural" or reading.case == "elative")
        for reading in token.readings
    )


def _infinitive(tokens: tuple[Token, ...], lo: int, hi: int, cues: Cues) -> int | None:
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


def _ma_illative(token: Token) -> Reading | None:
    reading = grammar.reading_in_mood(token, "MA-infinitive")
    if grammar.word(token) == "voimaan":  # a noun in *tulee voimaan*
        return None
    return reading if reading and grammar.word(token).endswith(("maan", "mään")) else None


def _is_subject(token: Token) -> bool:
    return token.kind == "word" and any(
        r.case == "nominative" and r.word_class in {"noun", "proper", "pronoun"} for r in token.readings[:2]
    )


def _agrees(participle: Token, noun: Token) -> bool:
    """Whether the noun after a participle stands in the nominative of the same number, so that it may modify it."""
    reading = noun.readings[0]
    if reading.word_class not in {"noun", "proper"} or reading.case != "nominative":
        return False
    return any(r.participle and r.number in {reading.number, None} for r in participle.readings)

"""What stands with *olla*: a participle, a predicate with an infinitive, a noun that tells what is being done."""

from policysearch.facts.clauses import grammar
from policysearch.facts.clauses.complements import with_complement
from policysearch.facts.clauses.verbs import (
    Tense,
    VerbGroup,
    cases_match,
    changed,
    infinitive_at,
    infinitive_verb,
    ma_inessive,
    necessive_group,
)
from policysearch.facts.cues import Cues
from policysearch.model.language import Token

#: Right after *olla* these tell what is being done, whatever participle follows (*on tekeillä uusittu opas*).
_STATES = frozenset({"tekeillä", "valmisteilla", "suunnitteilla", "kehitteillä", "rakenteilla", "vireillä"})


def with_auxiliary(tokens: tuple[Token, ...], group: VerbGroup, at: int, lo: int, hi: int, cues: Cues) -> VerbGroup:
    """*olla* with what follows it: a participle, a predicate with an infinitive, a state, or nothing."""
    pattern = _predicate(tokens, group, at, lo, hi, cues)
    if pattern is not None:
        return pattern
    if any(grammar.word(tokens[i]) in _STATES for i in range(at + 1, min(at + 4, hi))):
        return _state(tokens, group, lo, hi, cues)
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
                return with_auxiliary(tokens, changed(group, members, tense="perfect"), i, lo, hi, cues)
            past: Tense = "pluperfect" if group.tense == "past" else "perfect"
            passive = 4 if found.participle == "past_passive" else group.person
            full = VerbGroup(group.finite, members, verb, verb, "plain", past, group.mood, passive, group.negative)
            return with_complement(tokens, full, i, lo, hi, cues)
        necessive = grammar.participle(token, "present_passive", case="nominative")
        if (
            necessive
            and not attribute
            and necessive.number != "plural"
            and token.surface.lower() not in cues.words["adjectival"]
        ):
            verb = grammar.verb_of(necessive)
            return necessive_group(tokens, group, i, hi, verb, cues)
        if (begun := ma_inessive(token)) is not None and grammar.verb_of(begun) in cues.verbs["happen"]:
            return changed(
                group,
                (*group.members, i),
                action=grammar.verb_of(begun),
                construction="state",
                pattern=cues.states[0],
                pattern_word=grammar.verb_of(begun),
            )
        if any(r.lemma.endswith("ttavissa") for r in token.readings) or (
            grammar.participle(token, "present_passive", case="inessive")
        ):
            return changed(group, (*group.members, i), construction="possible")
    return _state(tokens, group, lo, hi, cues)


def _predicate(tokens: tuple[Token, ...], group: VerbGroup, at: int, lo: int, hi: int, cues: Cues) -> VerbGroup | None:
    """*on tarkoitus selvittää*, *tavoitteena on luoda*, *on hyvä miettiä*, *on tärkeää, että* (no infinitive)."""
    if group.negative and any(grammar.lemmas(tokens[i]) & {"mahdollinen"} for i in range(at + 1, hi)):
        return changed(group, group.members, construction="possible")  # ei ole mahdollista vaihtaa
    stop = next((i for i in range(at + 1, hi) if _done(tokens[i])), hi)
    order = [*range(at + 1, stop), *range(group.finite - 1, lo - 1, -1)]
    for pattern in cues.predicates:
        for i in order:
            known = grammar.lemmas(tokens[i]) & pattern.words.keys()
            if not known or not cases_match(tokens[i], pattern) or grammar.word(tokens[i]) == "aikana":
                continue
            if pattern.id == "need" and _modifies_means(tokens, i, cues):
                continue
            word = min(known)
            infinitive = infinitive_at(tokens, at + 1, hi, cues)
            members = (*group.members, i) if infinitive is None else (*group.members, i, infinitive)
            action = "olla" if infinitive is None else infinitive_verb(tokens[infinitive])
            if infinitive is None and not _leads_on(tokens, hi):
                if pattern.id not in {"need", "purpose"}:
                    continue
                minen = next((v for j in range(lo, hi) if (v := _subject_deed(tokens[j]))), None)
                if minen is None:
                    continue
                action = minen
            been = any(_been(tokens[j]) for j in range(at + 1, hi if infinitive is None else infinitive))
            tense: Tense = "perfect" if been else group.tense
            return changed(
                group, members, action=action, construction="predicate", pattern=pattern, pattern_word=word, tense=tense
            )
    return None


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
            deeds = (_subject_deed(tokens[j]) for j in range(lo, hi)) if pattern.words[word] == "toteuttaa" else ()
            action = next((deed for deed in deeds if deed), pattern.words[word] or "olla")
            members = (*group.members, i)
            return changed(group, members, action=action, construction="state", pattern=pattern, pattern_word=word)
    return group


def _modifies_means(tokens: tuple[Token, ...], at: int, cues: Cues) -> bool:
    """*on tärkein keino ehkäistä tartuntoja*: what the means is, which nobody holds desirable by it."""
    best, following = tokens[at].readings[0], tokens[at + 1 : at + 2]
    return (
        best.word_class == "adjective"
        and bool(following)
        and bool(grammar.lemmas(following[0]) & cues.words["means"])
        and following[0].readings[0].case == best.case
    )


def _done(token: Token) -> bool:
    """Whether the word is a participle that *olla* makes a perfect of: *on jatkettu*, not *on ollut*."""
    reading = grammar.participle(token, "past_active", "past_passive", case="nominative")
    return reading is not None and grammar.verb_of(reading) != "olla" and token.readings[0].participle is not None


def _been(token: Token) -> bool:
    reading = grammar.participle(token, "past_active", "past_passive")
    return reading is not None and grammar.verb_of(reading) == "olla"


def _subject_deed(token: Token) -> str | None:
    deed = grammar.deverbal(token) or next(
        (f"{r.lemma[:-3]}da".lower() for r in token.readings if r.lemma.endswith("ointi")), None
    )  # arviointi: arvioida
    return deed if deed and "nominative" in grammar.cases(token) else None


def _leads_on(tokens: tuple[Token, ...], hi: int) -> bool:
    """Whether the clause goes on in *että …*, *jos …* or a list after a colon."""
    rest = [grammar.word(token) for token in tokens[hi - 1 : hi + 2]]
    return ":" in rest[:2] or any(w in {"että", "ettei", "jos"} for w in rest)


def _is_subject(token: Token) -> bool:
    return token.kind == "word" and any(
        r.case == "nominative" and r.word_class in {"noun", "proper", "pronoun"} for r in token.readings[:2]
    )


def _agrees(participle: Token, noun: Token) -> bool:
    """Whether the noun after a participle stands in the nominative of the same number, so that it may modify it."""
    reading = noun.readings[0]
    if reading.word_class != "noun" or reading.case != "nominative":
        return False
    if reading.possessive is not None or reading.lemma == "koko":
        return False  # on aloittanut työnsä, on kouluttanut koko henkilöstön: an object
    return any(r.participle and r.number in {reading.number, None} for r in participle.readings)

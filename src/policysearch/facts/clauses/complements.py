"""What completes a lexical verb: infinitives, predicates of opinion, participles in the translative."""

from policysearch.facts.clauses import grammar
from policysearch.facts.clauses.verbs import (
    VerbGroup,
    cases_match,
    changed,
    infinitive_at,
    infinitive_verb,
    ma_illative,
    necessive_group,
)
from policysearch.facts.cues import Cues, Pattern
from policysearch.model.language import Token

#: In these a duty lies: tehtäviin kuuluu neuvoa.
_DUTIES = frozenset({"tehtävä", "vastuu", "toimivalta", "toimenkuva", "vastuualue"})


def with_complement(tokens: tuple[Token, ...], group: VerbGroup, at: int, lo: int, hi: int, cues: Cues) -> VerbGroup:
    """A lexical verb with its infinitive or predicate complement."""
    verb, verbs = group.verb, cues.verbs
    a_at = infinitive_at(tokens, at + 1, hi, cues)
    ma_at = next((i for i in range(at + 1, hi) if ma_illative(tokens[i])), None)
    if verb in verbs["possible"] and (verb != "saattaa" or a_at is not None):
        return changed(group, group.members, construction="possible")
    held = _opinion(tokens, group, a_at, lo, hi, cues) if verb == "pitää" else None
    if held is not None:
        return held  # pitää esitystä tarpeellisena, before pitää tehdä
    coming = verb == "tulla" and ma_at is not None and (a_at is None or ma_at < a_at)  # tulee seuraamaan ja palaa
    if a_at is not None and not coming and _must(tokens, group, lo, hi, cues):
        return necessive_group(tokens, group, a_at, hi, infinitive_verb(tokens[a_at]), cues)
    if verb == "tulla" and ma_at is not None:
        action = infinitive_verb(tokens[ma_at])
        return changed(group, (*group.members, ma_at), action=action, construction="future")
    found = _opinion(tokens, group, a_at, lo, hi, cues) or _translative(tokens, group, lo, hi, cues)
    if found is not None:
        return found
    return _with_infinitive(tokens, group, a_at, ma_at, range(lo, hi), cues)


def _with_infinitive(
    tokens: tuple[Token, ...], group: VerbGroup, a_at: int | None, ma_at: int | None, own: range, cues: Cues
) -> VerbGroup:
    """*päätti panna*, *sitoutuu kehittämään*, *on pystynyt panostamaan*: the infinitive carries the act."""
    verb, verbs = group.verb, cues.verbs
    inner = ma_at if ma_at is not None else a_at
    if verb in verbs["able"] and inner is not None:
        action = infinitive_verb(tokens[inner])
        return changed(group, (*group.members, inner), action=action, construction="able")
    if verb == "antaa" and a_at is not None and any(grammar.word(tokens[i]) == "tehtäväksi" for i in own):
        return changed(group, (*group.members, a_at), action=infinitive_verb(tokens[a_at]), construction="infinitive")
    for known, inner in ((verbs["takes_a_infinitive"], a_at), (verbs["takes_ma_infinitive"], ma_at)):
        if verb in known and inner is not None:
            action = infinitive_verb(tokens[inner])
            undone = _left_undone(tokens, inner, own) if action == "olla" else None
            if undone is not None:
                return changed(
                    group,
                    (*group.members, inner),
                    action=undone,
                    construction="infinitive",
                    negative=not group.negative,
                )
            return changed(group, (*group.members, inner), action=action, construction="infinitive")
    return group


def _left_undone(tokens: tuple[Token, ...], at: int, own: range) -> str | None:
    """The verb of *(päätettiin) olla palkkaamatta*: what is not to be done."""
    for i in range(at + 1, own.stop):
        reading = grammar.reading_in_mood(tokens[i], "MA-infinitive")
        if reading is not None and grammar.word(tokens[i]).endswith(("matta", "mättä")):
            return grammar.verb_of(reading)
    return None


def _must(tokens: tuple[Token, ...], group: VerbGroup, lo: int, hi: int, cues: Cues) -> bool:
    """*tulee laatia*, *kannattaisi hyödyntää*; not *tehtäviin kuuluu neuvoa*, where a noun names the duty."""
    if group.verb == "kannattaa":
        return group.mood == "conditional"
    if group.verb not in cues.verbs["necessive"] or not any(r.person == 3 for r in tokens[group.finite].readings):
        return False
    duties = (t for t in tokens[lo:hi] if grammar.lemmas(t) & _DUTIES)
    return group.verb != "kuulua" or not any("illative" in grammar.cases(t) for t in duties)


def _opinion(
    tokens: tuple[Token, ...], group: VerbGroup, infinitive: int | None, lo: int, hi: int, cues: Cues
) -> VerbGroup | None:
    """*pitää tärkeänä laatimista*, *näkee perusteltuna*, *katsoo tarpeelliseksi kuulla*."""
    for pattern in cues.opinions:
        if group.verb not in pattern.verbs:
            continue
        for i in range(lo, hi):
            following = tokens[i + 1].readings[0] if i + 1 < hi else None
            if following is not None and following.word_class == "noun" and following.case == "essive":
                continue  # pitää hyvänä pohjana: what it is taken for
            if _holds(tokens[i], pattern, cues):
                deed = infinitive_verb(tokens[infinitive]) if infinitive is not None else _deed(tokens, lo, hi)
                return changed(
                    group, (*group.members, i), action=deed or group.verb, construction="opinion", pattern=pattern
                )
    return None


def _holds(token: Token, pattern: Pattern, cues: Cues) -> bool:
    """Whether the word is a predicate of opinion: *tärkeänä*, or a participle such as *kannatettavana*."""
    if grammar.lemmas(token) & pattern.words.keys() and cases_match(token, pattern):
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
                return changed(group, (*group.members, i), action=grammar.verb_of(done), construction="translative")
            return None
    return None


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

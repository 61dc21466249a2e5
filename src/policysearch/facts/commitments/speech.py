"""Clauses in which the speech itself is the act: *ehdottaa*, *lupaa*, *muutti esitystään siten, että …*."""

from policysearch.facts.clauses import grammar
from policysearch.facts.commitments.scene import ActingClause, Verdict
from policysearch.model.facts import Actor, CommitmentKind
from policysearch.model.language import Token

#: What somebody does to a proposal before it is decided on: muutti esitystään siten, että …
_CHANGING = frozenset({"muuttaa", "täydentää", "korjata", "tarkentaa", "täsmentää", "lisätä", "oikaista"})


#: Organs whose urging binds those under them.
_ORGANS = ("valtuusto", "kaupunginhallitus", "kunnanhallitus", "lautakunta", "jaosto")


def speech_act(acting: ActingClause, actors: tuple[Actor, ...]) -> Verdict | None:
    """*ehdottaa*, *edellyttää*, *lupaa*, *teki ehdotuksen*: the act is the speech itself."""
    group, verbs, verb = acting.group, acting.verbs, acting.group.verb
    if verb in verbs["propose"] and (actors or group.person == 1):
        if acting.says() or (verb == "esittää" and _shows(acting)):
            return None
        kind: CommitmentKind = "proposal"
        own = acting.scene.force == "record" and actors == acting.scene.speakers
        organ = group.tense != "present" and any(actor.name.endswith(_ORGANS) for actor in actors)
        if (verb == "kehottaa" and (own or organ or acting.scene.is_formal)) or (
            verb in {"esittää", "ehdottaa"} and own and group.tense != "present"
        ):
            kind = "decision"
        return Verdict(kind, f"propose.{verb}", verb, actors, negative=verb == "vastustaa")
    if verb in verbs["promise"] and (actors or group.person == 1):
        planned = verb in {"suunnitella", "aikoa", "varautua", "valmistautua"}
        return Verdict("undertaking", f"promise.{verb}", group.action, actors, "intended" if planned else "binding")
    if verb in _CHANGING and group.tense != "present" and actors and acting.has_head(acting.words["proposal_nouns"]):
        deed = _change_of(acting)
        return Verdict("proposal", "propose.changed", deed or verb, actors)
    if actors and group.tense == "present" and (urged := _urged(acting)) is not None:
        return Verdict("proposal", urged, verb, actors)
    noun = _proposal_noun(acting)
    if noun in {"jättää", "tehdä"} and actors and group.tense != "present" and acting.has_head(frozenset({"aloite"})):
        return Verdict("accomplishment", "done.initiative", noun, actors)
    if noun is not None and actors:
        return Verdict("proposal", "propose.noun", noun, actors)
    return None


def _urged(acting: ActingClause) -> str | None:
    """The cue of *painottaa resurssien turvaamista*, *ei näe tarvetta virastolle*, *toistaa suosituksensa*; else None.

    In a release or report a body stresses much that it wants of nobody; a need it sees and a claim it repeats count.
    """
    verb, words = acting.group.verb, acting.words
    after = [t for t in acting.tokens if t.span.start > acting.sentence.tokens[acting.group.finite].span.start]
    if verb in acting.verbs["stress"] and acting.scene.force == "statement" and not acting.demands():
        for token in after:
            if (grammar.deverbal(token) or grammar.lemmas(token) & words["stressed"]) and "partitive" in grammar.cases(
                token
            ):
                return f"stress.{verb}"
    if verb == "nähdä" and any(
        grammar.lemmas(t) & words["seen_needs"] and "partitive" in grammar.cases(t) for t in after
    ):
        return "sees-need"
    if verb in acting.verbs["restate"] and any(grammar.lemmas(t) & words["claims"] for t in after):
        return f"restate.{verb}"
    return None


def _shows(acting: ActingClause) -> bool:
    """*on esittänyt talousarviossa yhden tavoitteen*: shown in a text, proposed to nobody."""
    shown = any(token.readings[0].case == "inessive" and _is_text(token, acting) for token in acting.tokens)
    to_whom = any(token.readings[0].case in {"allative", "translative"} for token in acting.tokens)
    return shown and not to_whom and not acting.demands()


def _is_text(token: Token, acting: ActingClause) -> bool:
    """Whether the word is a text or plan: *talousarviossa*, *raportissa*."""
    heads = {part.lower() for part in token.readings[0].parts[-1:]} | grammar.lemmas(token)
    return bool(heads & acting.words["texts"])


def _change_of(acting: ActingClause) -> str | None:
    """The verb of *muutti esitystään siten, että X nimetään*."""
    children = acting.sentence.children_of(acting.clause)
    return next((c.group.action for c in children if c.role == "complement" and c.group is not None), None)


def _proposal_noun(acting: ActingClause) -> str | None:
    """What a noun of proposing makes the act: *toi esiin suosituksen ennakoida*, *teki muutosehdotuksen*."""
    words = acting.sentence.words_of(acting.clause)
    for n, i in enumerate(words):
        token = acting.sentence.tokens[i]
        last = {part.lower() for reading in token.readings for part in reading.parts[-1:]}
        if not (grammar.lemmas(token) | last) & acting.words["proposal_nouns"]:
            continue
        after = acting.sentence.tokens[words[n + 1]] if n + 1 < len(words) else None
        reading = grammar.reading_in_mood(after, "A-infinitive") if after is not None else None
        if reading is not None:
            return grammar.verb_of(reading)
        if acting.group.verb in {"tehdä", "jättää", "antaa"} and grammar.cases(token) & {"genitive", "accusative"}:
            return acting.group.verb
    return None

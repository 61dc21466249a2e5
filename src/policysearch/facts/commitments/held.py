"""Contents that are held back or demanded by a law: *katsoo, ettei tukea voida myöntää*, *Laki edellyttää, että*."""

from policysearch.facts.clauses import grammar
from policysearch.facts.clauses.reading import ReadSentence
from policysearch.facts.clauses.split import Clause
from policysearch.facts.clauses.verbs import infinitive_at, infinitive_verb
from policysearch.facts.commitments.scene import Scene, Verdict
from policysearch.model.facts import Actor


def by_law(sentence: ReadSentence, clause: Clause, scene: Scene) -> bool:
    """*Lain 140 § edellyttää*, *Asetus edellyttää*: a law demands it."""
    for i in sentence.words_of(clause):
        best = sentence.tokens[i].readings[0]
        last = best.parts[-1].lower() if best.parts else best.lemma.lower()
        law = last in scene.cues.words["law_nouns"] and best.case == "nominative"
        if law or sentence.tokens[i].surface.startswith("§"):
            return True
    return False


def held_back(sentence: ReadSentence, clause: Clause, scene: Scene, holders: tuple[Actor, ...]) -> Verdict | None:
    """*katsoo, ettei kuntia voida jättää ilman korvausta*, *että hankinta ei ole tarkoituksenmukaista*: a refusal."""
    group = clause.group
    if group is None or not group.negative or group.tense != "present" or group.mood != "indicative":
        return None
    words = range(clause.start, clause.end)
    action: str | None = None
    if group.construction == "possible" and group.verb == "voida":
        at = infinitive_at(sentence.tokens, group.end, clause.end, scene.cues)
        action = infinitive_verb(sentence.tokens[at]) if at is not None else None
    elif group.verb == "olla" and any(
        grammar.lemmas(sentence.tokens[i]) & scene.cues.words["refusing"]
        and "partitive" in grammar.cases(sentence.tokens[i])
        for i in words
    ):
        deeds = (
            grammar.deverbal(sentence.tokens[i]) for i in words if "nominative" in grammar.cases(sentence.tokens[i])
        )
        action = next((deed for deed in deeds if deed), None)
    known = scene.cues.verbs["report"] | scene.cues.verbs["describe"] | scene.cues.words["thinking"]
    if action is None or action in (known - {"jättää"}):
        return None
    return Verdict("proposal", "held+refused", action, holders, "considered", negative=True, speaker=holders[0])

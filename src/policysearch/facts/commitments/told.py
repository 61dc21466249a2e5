"""Acts told without a clause of their own: wishes, reported speech with participles, votes."""

from policysearch.facts.clauses import grammar
from policysearch.facts.clauses.reading import ReadSentence
from policysearch.facts.clauses.split import Clause
from policysearch.facts.commitments.actors import subject_of
from policysearch.facts.commitments.agents import actors_of, agents_in, chained
from policysearch.facts.commitments.outcome import outcome_of
from policysearch.facts.commitments.scene import ActingClause, Scene, Verdict
from policysearch.model.language import Token


def told_verdict(sentence: ReadSentence, clause: Clause, scene: Scene) -> Verdict | None:
    """What a clause tells of another act, or None: *todettiin toivottavaksi, että*, *ilmoitti osallistuvansa*."""
    return _desirable(sentence, clause, scene) or _reported(sentence, clause, scene) or _stated(sentence, clause, scene)


def _desirable(sentence: ReadSentence, clause: Clause, scene: Scene) -> Verdict | None:
    """*(todettiin olevan) toivottavaa, jos / että …*: what is wished is the act."""
    if clause.group is None or clause.group.negative:
        return None
    if clause.group.construction == "opinion" and subject_of(sentence, clause, scene.cues):
        return None  # Järjestö pitää välttämättömänä, että: its own opinion
    if not any(_wished(sentence.tokens[i], scene) for i in sentence.words_of(clause)):
        return None
    report = clause.group.verb in scene.cues.verbs["report"] | {"olla", "pitää"}
    for child in sentence.children_of(clause):
        if (
            report
            and child.role in {"condition", "complement"}
            and child.group is not None
            and child.start > clause.start
        ):
            action = child.group.action
            if child.group.construction == "possible":
                inner = (
                    grammar.reading_in_mood(sentence.tokens[j], "A-infinitive") for j in range(child.start, child.end)
                )
                action = next((grammar.verb_of(r) for r in inner if r is not None), action)
            return Verdict("proposal", "wish", action, (), "considered")
    return None


def _wished(token: Token, scene: Scene) -> bool:
    """*toivottavaa*, *suotavaa*, *suositus*."""
    if grammar.lemmas(token) & scene.cues.words["wishes"]:
        return True
    reading = grammar.participle(token, "present_passive")
    return reading is not None and grammar.verb_of(reading) in scene.cues.words["wish_verbs"]


def _reported(sentence: ReadSentence, clause: Clause, scene: Scene) -> Verdict | None:
    """Reported speech without *että*: *ilmoitti osallistuvansa*, *toi esille olevan(sa) sitoutunut*."""
    group = clause.group
    if group is None or group.verb not in scene.cues.verbs["report"] or group.construction != "plain":
        return None
    for i in range(group.finite + 1, clause.end):
        token = sentence.tokens[i]
        for reading in token.readings:
            if reading.participle not in {"present_active", "past_active"}:
                continue
            if reading.case != "genitive" and reading.possessive is None:
                continue
            inner = grammar.verb_of(reading)
            promised = _committed(sentence, i, clause, scene) if inner == "olla" else None
            own = reading.possessive is not None and inner in scene.cues.verbs["act"]
            actors = subject_of(sentence, clause, scene.cues)
            if promised is not None and actors:
                return Verdict("undertaking", "reported.promise", promised, actors, "intended")
            if own and actors:
                if reading.participle == "present_active":
                    return Verdict("undertaking", "reported.present", inner, actors, "intended")
                return Verdict("accomplishment", "reported.past", inner, actors)
    return None


def _stated(sentence: ReadSentence, clause: Clause, scene: Scene) -> Verdict | None:
    """*Puheenjohtaja totesi lautakunnan hylänneen ehdotuksen*: what a body did, told with a participle."""
    group = clause.group
    if group is None or group.verb not in scene.cues.verbs["report"] or group.construction != "plain":
        return None
    after = range(group.finite + 1, clause.end)
    for i in after:
        done = grammar.participle(sentence.tokens[i], "past_active", case="genitive")
        if done is None or done.possessive is not None:
            continue
        verb = grammar.verb_of(done)
        if verb not in scene.cues.verbs["resolve_always"] | scene.cues.verbs["act"]:
            continue
        agents = agents_in(sentence, [j for j in after if j < i], "genitive", scene.cues)
        if agents:
            actors = actors_of(chained(sentence, agents))
            acting = ActingClause(sentence, clause, group, scene)
            if verb in scene.cues.verbs["resolve_always"]:
                return Verdict("decision", f"stated.{verb}", verb, actors, "binding", outcome_of(acting, verb))
            return Verdict("accomplishment", f"stated.{verb}", verb, actors)
    return None


def _committed(sentence: ReadSentence, at: int, clause: Clause, scene: Scene) -> str | None:
    """The verb of promising in *olevan sitoutunut*."""
    for i in range(at + 1, min(at + 5, clause.end)):
        found = grammar.participle(sentence.tokens[i], "past_active")
        if found is not None and grammar.verb_of(found) in scene.cues.verbs["promise"]:
            return grammar.verb_of(found)
    return None

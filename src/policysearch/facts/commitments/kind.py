"""What a clause does to policy: the kind of the entry, the verb that carries it, and the rule that says so.

The five kinds are decision, undertaking, obligation, proposal and accomplishment (docs/adr/0005-facts-by-grammar.md). A
clause that predicts, allows, describes or thinks gives None.
"""

from dataclasses import replace
from itertools import pairwise

from policysearch.facts.clauses import grammar
from policysearch.facts.clauses.reading import ReadSentence
from policysearch.facts.clauses.split import Clause
from policysearch.facts.clauses.verbs import VerbGroup, infinitive_at, infinitive_verb
from policysearch.facts.commitments.actors import bearer_of, owner_before
from policysearch.facts.commitments.agents import actors_of, agents_in
from policysearch.facts.commitments.deeds import does_something
from policysearch.facts.commitments.notes import listed_verdict, verbless_verdict
from policysearch.facts.commitments.outcome import outcome_of
from policysearch.facts.commitments.passive import passive_verdict
from policysearch.facts.commitments.plain import active_verdict, lies_with
from policysearch.facts.commitments.predicate import predicate_verdict
from policysearch.facts.commitments.scene import ActingClause, Scene, Verdict
from policysearch.model.facts import Actor, CommitmentKind, Strength

#: What a body that is asked gives or refuses.
_CONSENT = frozenset({"hyväksyä", "kannattaa", "puoltaa", "yhtyä", "tukea"})


def verdict_of(sentence: ReadSentence, clause: Clause, scene: Scene) -> Verdict | None:
    """What `clause` is, by its verb group and its actors, or None where it is no entry.

    Args:
        sentence: Where the clause stands.
        clause: The clause; one without verbs can still be an entry (*X:n vastuulla luoda …*).
        scene: The voice of the passage and the act of a frame before it.
    """
    if listed := listed_verdict(sentence, clause, scene):
        return listed
    if clause.group is None:
        return verbless_verdict(sentence, clause, scene)
    acting = ActingClause(sentence, clause, _in_its_tense(sentence, clause, clause.group, scene), scene)
    if scene.legal and acting.group.tense == "present" and acting.group.construction != "necessive":
        return _law(acting)
    if scene.after_law and acting.group.tense == "present" and acting.group.construction == "plain":
        found = _law(acting)
        if found is not None:
            return found
    found = _by_construction(acting) if acting.group.person != 2 else None  # Voit jättää: said to the reader
    if found is None or (found.kind in {"undertaking", "accomplishment"} and _guesses(acting)):
        return None
    return _in_scene(found, acting)


def _guesses(acting: ActingClause) -> bool:
    """*Töitä ei todennäköisesti aloiteta*, *Selvitys valmistunee*: who says what is likely promises nothing."""
    likely = acting.group.tense == "present" and bool(acting.forms & acting.words["guessing"])
    return likely or acting.group.mood == "potential"


def _in_its_tense(sentence: ReadSentence, clause: Clause, group: VerbGroup, scene: Scene) -> VerbGroup:
    """*Suomi ratifioi sopimuksen vuonna 2012*: a form that is present or past is past with a time that has gone by."""
    today = scene.voice.said_on
    if group.tense != "present" or group.construction != "plain" or today is None:
        return group
    forms = grammar.finite_readings(sentence.tokens[group.finite])
    if not any(reading.tense == "past" and reading.lemma.lower() == group.verb for reading in forms):
        return group
    own = set(sentence.words_of(clause))
    times = [placed.time.when for placed in sentence.times if placed.start in own]
    ends = [when.end for when in times if when.role in {"event", "period"} and when.end is not None]
    gone = bool(ends) and all(end.isoformat()[:10] < today.isoformat() for end in ends)
    return replace(group, tense="past") if gone else group


def _in_scene(found: Verdict, acting: ActingClause) -> Verdict | None:
    """The verdict with what the words before it lend: a labelled proposer, the subject of an open list, its act."""
    scene, clause = acting.scene, acting.clause
    if scene.proposer and found.kind in {"proposal", "decision", "undertaking"} and acting.group.tense == "present":
        found = replace(found, kind="proposal", actors=scene.proposer, cue=f"{found.cue}+labelled", outcome=None)
    if acting.group.negative:
        if found.kind == "accomplishment" and not _left_undone(acting):
            return None  # what did not happen is no accomplishment; a measure that was not carried out is reported
        if found.kind == "undertaking" and acting.group.verb in _CONSENT and scene.force == "statement":
            found = replace(found, kind="proposal", strength="considered")  # Lautakunta ei hyväksy rahoitusmallia
        found = replace(found, negative=True)
    if found.kind == "undertaking" and acting.group.tense == "present" and _instructed(acting):
        found = replace(found, kind="obligation", cue=f"{found.cue}+instructed")
    if found.kind == "proposal" and found.cue.startswith(("necessive", "need")):
        found = replace(found, actors=_holder(acting) or found.actors)
    opened = scene.inherited is not None and clause.role == "complement" and clause.parent is None
    person = scene.inherited == "proposal" and any(actor.kind == "person" for actor in scene.listed_subject)
    if (opened or (person and acting.group.passive)) and not found.actors:
        found = replace(found, actors=scene.listed_subject)  # Lautakunta päättää, / että laaditaan …
    return _in_force(found, acting)


def _holder(acting: ActingClause) -> tuple[Actor, ...]:
    """Whose view it is: *ohjausryhmän mielestä*, *valiokunnan käsityksen mukaan*, *Hänen mielestään*."""
    tokens = acting.sentence.tokens
    for i in acting.sentence.words_of(acting.clause):
        if grammar.word(tokens[i]) not in acting.words["opining"] or not i:
            continue
        if grammar.word(tokens[i - 1]) in {"hänen", "sen", "niiden", "heidän"}:
            return acting.scene.antecedent
        near = agents_in(acting.sentence, range(max(0, i - 6), i), "genitive", acting.scene.cues)
        if near and near[-1].end == i:
            owner = _known_speaker(near[-1].actor, acting.scene)
            return () if owner in acting.scene.speakers else (owner,)
    return ()


def _known_speaker(actor: Actor, scene: Scene) -> Actor:
    """The speaker where a common noun (*lautakunnan*) ends its name."""
    return next((one for one in scene.speakers if one.name.casefold().endswith(actor.name.casefold())), actor)


def _instructed(acting: ActingClause) -> bool:
    """*Ohjeen mukaan epäilystä kerrotaan*: a body's own rule says so."""
    return any(
        grammar.lemmas(token) & acting.words["instructions"] and grammar.word(after) in {"mukaan", "mukaisesti"}
        for token, after in pairwise(acting.tokens)
    )


def _left_undone(acting: ActingClause) -> bool:
    """*Suositusta ei ole vielä toteutettu*, *Työryhmää ei asetettu*: a measure or body that did not come about."""
    return acting.group.verb in acting.verbs["realise"] and acting.is_principal


def _refused(acting: ActingClause) -> Verdict | None:
    """*Lautakunta ei voi hyväksyä rahoitusmallia*: a refusal in the guise of ability."""
    group = acting.group
    at = infinitive_at(acting.sentence.tokens, group.end, acting.clause.end, acting.scene.cues)
    if not group.negative or group.verb != "voida" or at is None:
        return None
    verb, actors = infinitive_verb(acting.sentence.tokens[at]), acting.subject()
    if verb not in _CONSENT or not actors or group.mood != "indicative" or not acting.is_principal:
        return None
    own = acting.scene.force == "record" and actors == acting.scene.speakers
    kind: CommitmentKind = "decision" if own and group.tense == "past" else "proposal"
    return Verdict(kind, "refused", verb, actors)


def _in_force(found: Verdict, acting: ActingClause) -> Verdict:
    """A proposed decision is a proposal, whatever its verb; a framed one inherits the act of its frame."""
    if acting.group.tense != "present":
        return found
    if acting.scene.force == "proposal" and found.kind in {"decision", "undertaking", "obligation"}:
        return replace(found, kind="proposal", cue=f"{found.cue}+proposed", strength=None, outcome=None)
    if acting.scene.inherited == "proposal" and found.kind in {"decision", "undertaking"}:
        return replace(found, kind="proposal", cue=f"{found.cue}+framed", strength=None)
    return found


def _law(acting: ActingClause) -> Verdict | None:
    """What a law has somebody do, or have done, is a duty; what it defines, allows or forbids is none."""
    group, verbs = acting.group, acting.verbs
    if group.verb == "olla" and group.construction == "plain":
        return lies_with(acting)
    if group.negative or group.mood == "conditional" or group.construction in {"possible", "predicate", "state"}:
        return None
    if not acting.is_principal or acting.clause.role == "relative":
        return None
    acts = verbs["act"] | verbs["duty"] | verbs["decide"] | verbs["propose"]
    if group.passive:
        if not does_something(acting) or group.verb not in acts:
            return None
        return Verdict("obligation", "law.passive", group.action, acting.house(), "binding")
    actors = acting.subject()
    if actors and group.verb in acts:
        return Verdict("obligation", "law.present", group.action, actors, "binding")
    return None


def _by_construction(acting: ActingClause) -> Verdict | None:
    match acting.group.construction:
        case "possible":
            return _refused(acting)
        case "able":
            return _able(acting)
        case "future":
            return _future(acting)
        case "necessive":
            return _necessive(acting)
        case "predicate":
            return predicate_verdict(acting)
        case "opinion":
            return _opinion(acting)
        case "state":
            return _state(acting)
        case "translative":
            return _translative(acting)
        case "infinitive":
            return _infinitive(acting)
        case _:
            return passive_verdict(acting) if acting.group.passive else active_verdict(acting)


def _able(acting: ActingClause) -> Verdict | None:
    actors = acting.doer()
    if acting.group.negative and acting.group.verb == "saada" and acting.group.tense == "present":
        bearers = bearer_of(acting.sentence, acting.clause, acting.scene.cues)
        return Verdict("obligation", "forbidden", acting.group.action, actors or bearers, "binding")
    if acting.group.tense == "present" or acting.group.mood != "indicative" or not actors:
        return None
    return Verdict("accomplishment", "able", acting.group.action, actors)


def _future(acting: ActingClause) -> Verdict | None:
    """*tulee osallistumaan* of somebody who can promise; of anything else it predicts."""
    actors = acting.doer()
    verbs = acting.verbs
    unwilled = verbs["describe"] - verbs["duty"] - (verbs["willed"] if acting.group.passive else frozenset())
    talks = acting.group.action == "käydä" and acting.has(acting.words["talks"])
    if acting.group.tense != "present" or (acting.group.action in unwilled and not talks):
        return None
    if acting.clause.role == "question" or (not acting.group.passive and not actors):
        return None
    return Verdict("undertaking", "future.tulla", acting.group.action, actors, "binding")


def _necessive(acting: ActingClause) -> Verdict | None:
    group = acting.group
    if group.verb == group.action and group.tense == "past" and "tehtäväksi" in acting.forms:
        at = next(
            i
            for i in acting.sentence.words_of(acting.clause)
            if grammar.word(acting.sentence.tokens[i]) == "tehtäväksi"
        )
        owners = owner_before(acting.sentence, at, acting.scene.cues)
        return Verdict("obligation", "task.tehtäväksi", group.action, owners, "binding") if owners else None
    if group.tense != "present" or group.action in acting.words["thinking"]:
        return None
    if group.negative and grammar.lemmas(acting.sentence.tokens[group.members[1]]) & {"tarvita"}:
        return None  # ei tarvitse: nobody is bound
    actors = bearer_of(acting.sentence, acting.clause, acting.scene.cues)
    if group.action == "olla" and not actors:
        actors = _where(acting)
    if group.mood == "conditional":
        return Verdict("proposal", "necessive.conditional", group.action, actors, "considered")
    if acting.scene.legal or acting.scene.after_law:
        return Verdict("obligation", "necessive.law", group.action, actors, "binding")
    if group.action == "olla" and not actors:
        return None
    above = any(actor.name.casefold() in acting.words["sovereign"] for actor in actors)
    recommends = acting.scene.force in {"statement", "report"} and (above or _recommends(acting.scene))
    if acting.opines() or recommends or (acting.scene.force == "statement" and not actors):
        return Verdict("proposal", "necessive.opinion", group.action, actors, "considered")
    if actors or acting.scene.force in {"record", "rationale", "plan"} or acting.has_deadline() or acting.always():
        return Verdict("obligation", "necessive.bearer" if actors else "necessive", group.action, actors, "binding")
    return Verdict("proposal", "necessive", group.action, actors, "considered")


def _where(acting: ActingClause) -> tuple[Actor, ...]:
    """*Jokaisessa kunnassa on oltava hallintosääntö*: who must have it stands in the inessive."""
    words = [i for i in acting.sentence.words_of(acting.clause) if i < acting.group.end]
    return actors_of(agents_in(acting.sentence, words, "inessive", acting.scene.cues)[:1])


def _recommends(scene: Scene) -> bool:
    """Whether those whose words these are bind nobody: a committee, an ombudsman, a body of experts."""
    heads = scene.cues.words["recommending"]
    return any(actor.name.casefold().endswith(tuple(heads)) for actor in scene.speakers)


def _opinion(acting: ActingClause) -> Verdict | None:
    actors = acting.doer()
    deed = acting.group.action
    content = next((c for c in acting.sentence.children_of(acting.clause) if c.role == "complement"), None)
    if deed == acting.group.verb and content is not None and content.group is not None:
        deed = content.group.action
    if acting.group.verb in {"katsoa", "arvioida", "kokea"} and deed == acting.group.verb:
        return None
    return Verdict("proposal", f"opinion.{acting.group.verb}", deed, actors)


def _state(acting: ActingClause) -> Verdict | None:
    group = acting.group
    if group.tense != "present" or group.mood != "indicative" or group.negative or acting.is_habitual():
        return None
    if acting.is_of_time():
        return None  # Talvikausi on alkamassa
    return Verdict("undertaking", f"state.{group.pattern_word}", group.action, acting.house(), "intended")


def _translative(acting: ActingClause) -> Verdict | None:
    group = acting.group
    if group.verb in acting.verbs["propose"]:
        actors = () if group.passive else acting.subject()
        return Verdict("proposal", f"propose.{group.verb}+translative", group.action, actors)
    if group.verb in {"jäädä", "jättää"}:
        return Verdict("decision", "left-open", group.action, (), outcome="deferred")
    return None


def _infinitive(acting: ActingClause) -> Verdict | None:
    """A finite verb of deciding, promising or proposing whose infinitive is the act."""
    group, verbs = acting.group, acting.verbs
    actors = acting.doer()
    if group.verb in verbs["promise"]:
        if not actors and not group.passive and group.person != 1:
            return None
        kind: CommitmentKind = "accomplishment" if group.tense == "past" and group.verb == "ryhtyä" else "undertaking"
        strength: Strength = "intended" if group.verb in {"aikoa", "suunnitella", "varautua"} else "binding"
        return Verdict(kind, f"promise.{group.verb}", group.action, actors, strength)
    if group.verb in verbs["propose"]:
        return Verdict("proposal", f"propose.{group.verb}", group.action, actors)
    if group.verb in verbs["resolve"]:
        if not actors and not group.passive:
            return None
        outcome = outcome_of(acting, group.action)
        if group.passive and acting.scene.force in {"record", "proposal"}:
            actors = acting.deciders()
        return Verdict("decision", f"decide.{group.verb}+infinitive", group.action, actors, "binding", outcome)
    if (
        group.verb == "pyrkiä"
        and group.action not in verbs["report"]
        and (actors or group.passive)
        and group.tense == "present"
    ):
        return Verdict("undertaking", "promise.pyrkiä", group.action, actors, "intended")
    if group.verb == "haluta" and group.tense == "present" and actors and group.action in verbs["report"]:
        stressed = group.action in verbs["stress"] and acting.scene.force == "statement"
        return Verdict("proposal", f"stress.{group.action}", group.action, actors) if stressed else None
    if group.verb == "haluta" and group.tense == "present" and actors:
        return Verdict("undertaking", "promise.haluta", group.action, actors, "considered")
    return None

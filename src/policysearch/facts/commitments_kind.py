"""What a clause does to policy: the kind of the entry, the verb that carries it, and the rule that says so.

The definitions are those of the record shapes (docs/adr/0005-facts-by-grammar.md): decision, undertaking, obligation,
proposal, accomplishment. A clause that predicts, allows, describes or thinks gives None.
"""

from dataclasses import dataclass, replace

from policysearch.facts import grammar
from policysearch.facts.attribution import Force, Voice
from policysearch.facts.clauses import Clause
from policysearch.facts.commitments_actors import bearer_of, body_of_passive, owner_before, subject_of
from policysearch.facts.cues import Cues
from policysearch.facts.reading import ReadSentence
from policysearch.facts.verbgroups import VerbGroup
from policysearch.model.facts import Actor, CommitmentKind, Outcome, Strength


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one clause is. `cue` names the rule; `frame` says that a clause with *että* carries its content."""

    kind: CommitmentKind
    cue: str
    action: str | None
    actors: tuple[Actor, ...] = ()
    strength: Strength | None = None
    outcome: Outcome | None = None
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules know beside the clause: who speaks, what the words do, and who decides in a passive."""

    voice: Voice
    cues: Cues
    inherited: CommitmentKind | None = None
    heading_decides: bool = False
    legal: bool = False

    @property
    def force(self) -> Force:
        """What the words of the passage do; a heading such as *Ratkaisu* makes them a record."""
        return "record" if self.heading_decides else self.voice.force


def verdict_of(sentence: ReadSentence, clause: Clause, scene: Scene) -> Verdict | None:
    """What `clause` is, by its verb group and its actors, or None where it is no entry.

    Args:
        sentence: Where the clause stands.
        clause: The clause; one without verbs can still be an entry (*X:n vastuulla luoda …*).
        scene: The voice of the passage and the act of a frame before it.
    """
    if clause.group is None:
        return _verbless(sentence, clause, scene)
    if scene.legal and clause.group.tense == "present" and clause.group.construction != "necessive":
        return _law(sentence, clause, clause.group, scene)
    found = _by_construction(sentence, clause, clause.group, scene)
    if found is None:
        return None
    if clause.group.negative:
        found = replace(found, negative=True)
    return _in_force(found, clause.group, scene)


def _law(sentence: ReadSentence, clause: Clause, group: VerbGroup, scene: Scene) -> Verdict | None:
    """What a law says is an entry only where it names a body for its duty, not where it speaks in general."""
    if group.passive or group.mood == "conditional" or group.construction in {"possible", "predicate", "state"}:
        return None
    verbs = scene.cues.verbs
    actors = tuple(a for a in subject_of(sentence, clause, scene.cues) if is_mentioned(sentence, a))
    if clause.role not in {"main", "complement"} or not actors:
        return None
    if group.verb in verbs["act"] | verbs["duty"] | verbs["decide"] | verbs["propose"]:
        return Verdict("obligation", "law.present", group.verb, actors, "binding")
    return None


def is_mentioned(sentence: ReadSentence, actor: Actor) -> bool:
    """Whether a mention of the sentence names the actor: it is no common noun that grammar made one."""
    return any(placed.mention.actor == actor for placed in sentence.mentions)


def _in_force(found: Verdict, group: VerbGroup, scene: Scene) -> Verdict:
    """A proposed decision is a proposal, whatever its verb; a framed one inherits the act of its frame."""
    if group.tense != "present":
        return found
    if scene.force == "proposal" and found.kind in {"decision", "undertaking", "obligation"}:
        return replace(found, kind="proposal", cue=f"{found.cue}+proposed", strength=None, outcome=None)
    if scene.inherited == "proposal" and found.kind in {"decision", "undertaking"}:
        return replace(found, kind="proposal", cue=f"{found.cue}+framed", strength=None)
    return found


def _by_construction(sentence: ReadSentence, clause: Clause, group: VerbGroup, scene: Scene) -> Verdict | None:
    match group.construction:
        case "possible":
            return None
        case "able":
            return _able(sentence, clause, group, scene)
        case "future":
            return _future(sentence, clause, group, scene)
        case "necessive":
            return _necessive(sentence, clause, group, scene)
        case "predicate":
            return _predicate(sentence, clause, group, scene)
        case "opinion":
            return _opinion(sentence, clause, group, scene)
        case "state":
            return _state(sentence, clause, group, scene)
        case "translative":
            return _translative(sentence, clause, group, scene)
        case "infinitive":
            return _infinitive(sentence, clause, group, scene)
        case _:
            return (
                _passive(sentence, clause, group, scene) if group.passive else _active(sentence, clause, group, scene)
            )


def _doer(sentence: ReadSentence, clause: Clause, group: VerbGroup, scene: Scene) -> tuple[Actor, ...]:
    return body_of_passive(sentence, clause) if group.passive else subject_of(sentence, clause, scene.cues)


def _proposer(sentence: ReadSentence, clause: Clause, group: VerbGroup, scene: Scene) -> tuple[Actor, ...]:
    return () if group.passive else subject_of(sentence, clause, scene.cues)


def _able(sentence: ReadSentence, clause: Clause, group: VerbGroup, scene: Scene) -> Verdict | None:
    actors = _doer(sentence, clause, group, scene)
    if group.tense == "present" or group.mood != "indicative" or not actors:
        return None
    return Verdict("accomplishment", "able", group.action, actors)


def _future(sentence: ReadSentence, clause: Clause, group: VerbGroup, scene: Scene) -> Verdict | None:
    actors = _doer(sentence, clause, group, scene)
    if group.tense != "present" or group.action in scene.cues.verbs["describe"]:
        return None
    if not group.passive and not actors:
        return None
    return Verdict("undertaking", "future.tulla", group.action, actors, "binding")


def _necessive(sentence: ReadSentence, clause: Clause, group: VerbGroup, scene: Scene) -> Verdict | None:
    if group.tense != "present":
        return None
    actors = bearer_of(sentence, clause, scene.cues)
    if group.action in scene.cues.words["thinking"]:
        return None
    if group.action == "olla" and not actors:
        return None
    if group.mood == "conditional":
        return Verdict("proposal", "necessive.conditional", group.action, actors, "considered")
    if scene.legal and not any(is_mentioned(sentence, actor) for actor in actors):
        return None
    if actors or scene.force in {"record", "plan"}:
        return Verdict("obligation", "necessive.bearer" if actors else "necessive", group.action, actors, "binding")
    return Verdict("proposal", "necessive", group.action, actors)


def _predicate(sentence: ReadSentence, clause: Clause, group: VerbGroup, scene: Scene) -> Verdict | None:
    pattern = group.pattern
    assert pattern is not None
    if group.tense == "past" or group.action in scene.cues.words["thinking"]:
        return None
    owners = bearer_of(sentence, clause, scene.cues)
    cue = f"{pattern.id}.{group.pattern_word}"
    if pattern.kind == "obligation" and not owners:
        return None
    if group.mood == "conditional":
        return Verdict("proposal", f"{cue}.conditional", group.action, _suggested(owners, pattern.kind), "considered")
    if group.action == "saada":
        return None
    if pattern.kind == "undertaking" and group.action == "olla":
        return Verdict("undertaking", cue, _listed_action(sentence, clause), owners, pattern.strength)
    if pattern.kind == "proposal":
        if group.action == "olla":
            return None
        minen_only = not any(
            grammar.reading_in_mood(sentence.tokens[i], "A-infinitive") for i in group.members if i != group.finite
        )
        if minen_only and group.pattern_word not in scene.cues.words["firm_needs"]:
            return None
        owners = _genitive_bearers(sentence, clause, scene)
    return Verdict(pattern.kind, cue, group.action, owners, pattern.strength)


def _suggested(owners: tuple[Actor, ...], kind: CommitmentKind) -> tuple[Actor, ...]:
    return owners if kind == "obligation" else ()


def _genitive_bearers(sentence: ReadSentence, clause: Clause, scene: Scene) -> tuple[Actor, ...]:
    """*Kaupungin on syytä kehittää*: the genitive right before the verb."""
    assert clause.group is not None
    for placed in sentence.mentions:
        if placed.end == clause.group.finite and "genitive" in grammar.cases(sentence.tokens[placed.end - 1]):
            return (placed.mention.actor,)
    return ()


def _listed_action(sentence: ReadSentence, clause: Clause) -> str | None:
    """The first infinitive after the clause: the list that *tavoitteena on:* introduces."""
    for token in sentence.tokens[clause.end :]:
        reading = grammar.reading_in_mood(token, "A-infinitive")
        if reading is not None:
            return grammar.verb_of(reading)
    return None


def _opinion(sentence: ReadSentence, clause: Clause, group: VerbGroup, scene: Scene) -> Verdict | None:
    if group.verb == "arvioida" and not group.action:
        return None
    actors = _doer(sentence, clause, group, scene) or _before_postposition(sentence, clause)
    if group.verb == "katsoa" and not actors and not group.passive:
        return None
    return Verdict("proposal", f"opinion.{group.verb}", group.action, actors)


def _before_postposition(sentence: ReadSentence, clause: Clause) -> tuple[Actor, ...]:
    return body_of_passive(sentence, clause)


def _state(sentence: ReadSentence, clause: Clause, group: VerbGroup, scene: Scene) -> Verdict | None:
    if group.tense != "present" or group.mood != "indicative" or group.negative:
        return None
    assert group.pattern is not None
    return Verdict(
        "undertaking", f"state.{group.pattern_word}", group.action, body_of_passive(sentence, clause), "intended"
    )


def _translative(sentence: ReadSentence, clause: Clause, group: VerbGroup, scene: Scene) -> Verdict | None:
    if group.verb in scene.cues.verbs["propose"]:
        return Verdict(
            "proposal", f"propose.{group.verb}+translative", group.action, _proposer(sentence, clause, group, scene)
        )
    if group.verb in {"jäädä", "jättää"}:
        return Verdict("decision", "left-open", group.action, (), outcome="deferred")
    return None


def _infinitive(sentence: ReadSentence, clause: Clause, group: VerbGroup, scene: Scene) -> Verdict | None:
    verbs = scene.cues.verbs
    actors = _doer(sentence, clause, group, scene)
    if group.verb in verbs["promise"] and group.verb not in verbs["resolve"]:
        if not actors and not group.passive:
            return None
        kind: CommitmentKind = "accomplishment" if group.tense == "past" and group.verb == "ryhtyä" else "undertaking"
        strength: Strength = "intended" if group.verb in {"aikoa", "suunnitella", "varautua"} else "binding"
        return Verdict(kind, f"promise.{group.verb}", group.action, actors, strength)
    if group.verb in verbs["propose"]:
        return Verdict("proposal", f"propose.{group.verb}", group.action, actors)
    if group.verb in verbs["resolve"]:
        if not actors and not group.passive:
            return None
        action = group.action
        return Verdict(
            "decision",
            f"decide.{group.verb}+infinitive",
            action,
            actors,
            "binding",
            outcome_of(sentence, clause, action, scene),
        )
    if group.verb == "pyrkiä" and actors and group.tense == "present":
        return Verdict("undertaking", "promise.pyrkiä", group.action, actors, "intended")
    return None


def _passive(sentence: ReadSentence, clause: Clause, group: VerbGroup, scene: Scene) -> Verdict | None:
    verbs, verb = scene.cues.verbs, group.verb
    body = body_of_passive(sentence, clause)
    if group.mood == "conditional":
        if verb in verbs["act"] and clause.role == "main":
            return Verdict("proposal", "conditional.passive", group.action, (), "considered")
        return None
    if verb in verbs["propose"] and (group.tense == "present" or _demands(sentence, clause)):
        if verb == "esittää" and _is_shown(sentence, clause):
            return None
        if verb in {"vaatia", "edellyttää"} and not _demands(sentence, clause):
            return None
        return Verdict("proposal", f"propose.{verb}.passive", verb, ())
    if group.tense == "present":
        return _passive_present(sentence, clause, group, scene)
    if verb in verbs["no_act_passive"] | {"olla"} or group.tense == "pluperfect" or _speaks(sentence, clause, verb):
        return None
    if group.tense == "past" and scene.force == "record" and verb in verbs["resolve"]:
        cue = f"decide.{verb}.passive"
        return Verdict(
            "decision", cue, group.action, _deciders(body, scene), "binding", outcome_of(sentence, clause, verb, scene)
        )
    if group.tense == "past" and verb == "päättää":
        return Verdict("decision", "decide.päättää.passive", group.action, body, "binding")
    return Verdict("accomplishment", f"done.passive.{group.tense}", group.action, body)


def _deciders(body: tuple[Actor, ...], scene: Scene) -> tuple[Actor, ...]:
    return body or ((scene.voice.speaker,) if scene.voice.speaker is not None else ())


def _passive_present(sentence: ReadSentence, clause: Clause, group: VerbGroup, scene: Scene) -> Verdict | None:
    verbs, verb = scene.cues.verbs, group.verb
    body = body_of_passive(sentence, clause)
    if scene.force in {"record", "proposal"} and verb in verbs["resolve"] and clause.role in {"main", "complement"}:
        cue = f"decide.{verb}.passive-present"
        if verb not in {"katsoa", "todeta", "antaa"} or scene.inherited:
            return Verdict(
                "decision",
                cue,
                group.action,
                _deciders(body, scene),
                "binding",
                outcome_of(sentence, clause, verb, scene),
            )
    if verb in verbs["no_act_passive"] or verb == "päättää" or _speaks(sentence, clause, verb):
        return None
    if clause.role in {"relative", "condition", "adverbial", "question"}:
        return None
    if any(habit in sentence.span_text(clause) for habit in scene.cues.words["habitual"]):
        return None
    if scene.inherited == "decision" or scene.voice.force == "record" and scene.heading_decides:
        return Verdict("decision", "passive-present.record", group.action, _deciders(body, scene), "binding")
    return Verdict("undertaking", "passive-present", group.action, body, "binding")


def _active(sentence: ReadSentence, clause: Clause, group: VerbGroup, scene: Scene) -> Verdict | None:
    verbs, verb, cues = scene.cues.verbs, group.verb, scene.cues
    actors = subject_of(sentence, clause, cues)
    if verb == "olla":
        return _copula(sentence, clause, group, scene)
    if group.mood == "conditional":
        return None
    special = _duty_phrase(sentence, clause, group, scene, actors)
    if special is not None:
        return special
    if verb in verbs["propose"] and (actors or group.person == 1):
        if verb in {"edellyttää", "vaatia"} and not actors and group.person != 1:
            return None
        kind: CommitmentKind = "proposal"
        if (
            verb in {"esittää", "ehdottaa"}
            and scene.force == "record"
            and actors == _speaker(scene)
            and group.tense != "present"
        ):
            kind = "decision"
        return Verdict(kind, f"propose.{verb}", verb, actors, negative=verb == "vastustaa")
    if verb in verbs["promise"] and actors:
        return Verdict("undertaking", f"promise.{verb}", group.action, actors, "binding")
    noun = _proposal_noun(sentence, clause, cues)
    if noun is not None and actors:
        return Verdict("proposal", "propose.noun", noun, actors)
    if group.tense == "present":
        return _active_present(sentence, clause, group, scene, actors)
    return _active_past(sentence, clause, group, scene, actors)


def _active_present(
    sentence: ReadSentence, clause: Clause, group: VerbGroup, scene: Scene, actors: tuple[Actor, ...]
) -> Verdict | None:
    verbs, verb = scene.cues.verbs, group.verb
    decides = verb in verbs["resolve"] | verbs["decide"] and clause.role in {"main", "complement"}
    formal = scene.voice.formal or scene.heading_decides or scene.inherited is not None
    if actors and decides and scene.force in {"record", "proposal"} and (formal or actors == _speaker(scene)):
        if verb not in verbs["resolve_with_object"] or _settles(sentence, clause):
            outcome = outcome_of(sentence, clause, verb, scene)
            return Verdict("decision", f"decide.{verb}.present", group.action, actors, "binding", outcome)
    if actors and verb == "katsoa" and _settles(sentence, clause):
        return Verdict("decision", "decide.katsoa.present", verb, actors, "binding", "concluded")
    if clause.role in {"relative", "condition", "adverbial", "question"}:
        return None
    if verb in verbs["happen"] and not actors:
        return _happens(sentence, clause, group, scene)
    if (
        not actors
        or _speaks(sentence, clause, verb)
        or verb in verbs["describe"] | verbs["report"]
        and verb not in verbs["act"]
    ):
        return None
    if verb in verbs["duty"] and not _dated(sentence, clause):
        return Verdict("obligation", f"duty.{verb}", group.action, actors, "binding")
    if verb in verbs["act"]:
        return Verdict("undertaking", "active-present", group.action, actors, "binding")
    return None


def _active_past(
    sentence: ReadSentence, clause: Clause, group: VerbGroup, scene: Scene, actors: tuple[Actor, ...]
) -> Verdict | None:
    verbs, verb = scene.cues.verbs, group.verb
    own = scene.force == "record" and (scene.voice.formal or actors == _speaker(scene))
    if actors and group.tense == "past" and (verb in verbs["resolve_always"] or (own and verb in verbs["resolve"])):
        if verb in {"todeta", "katsoa", "jättää", "antaa"} and not _settles(sentence, clause):
            return None
        if (
            verb == "päättää"
            and sentence.has_word(clause, scene.cues.words["procedure_objects"])
            and not sentence.children_of(clause)
        ):
            return None
        outcome = outcome_of(sentence, clause, verb, scene)
        return Verdict("decision", f"decide.{verb}", group.action, actors, "binding", outcome)
    if clause.role in {"condition", "adverbial", "question"}:
        return None
    if verb in verbs["happen"] and not actors and clause.role == "main":
        return Verdict("accomplishment", f"happened.{verb}", group.action)
    if group.tense == "pluperfect" and not any(is_mentioned(sentence, actor) for actor in actors):
        return None
    if not actors or _procedure(sentence, clause, scene.cues) or _speaks(sentence, clause, verb):
        return None
    if verb in verbs["act"] or verb in verbs["decide"]:
        return Verdict("accomplishment", f"done.active.{group.tense}", group.action, actors)
    if verb == "toimia":
        return Verdict("accomplishment", "done.active.toimia", verb, actors)
    return None


def _happens(sentence: ReadSentence, clause: Clause, group: VerbGroup, scene: Scene) -> Verdict | None:
    if group.verb in {"siirtyä", "rakentua", "laajeta", "laajentua", "päättyä"} and not _dated(sentence, clause):
        return None
    return Verdict("undertaking", f"happens.{group.verb}", group.action, _house(sentence, clause), "binding")


def _house(sentence: ReadSentence, clause: Clause) -> tuple[Actor, ...]:
    """*Oikeusministeriössä käynnistyy hanke*: the body in whose house it happens."""
    return body_of_passive(sentence, clause)


def _duty_phrase(
    sentence: ReadSentence, clause: Clause, group: VerbGroup, scene: Scene, actors: tuple[Actor, ...]
) -> Verdict | None:
    """*vastaa* + elative, *toimii …na*, *tehtäviin kuuluu*: standing duties."""
    if group.tense != "present" or clause.role not in {"main", "complement"}:
        return None
    tokens = [sentence.tokens[i] for i in sentence.words_of(clause)]
    if group.verb in {"vastata", "huolehtia"} and any("elative" in grammar.cases(t) for t in tokens):
        return (
            Verdict("obligation", f"duty.{group.verb}", group.action, actors, "binding")
            if actors or _kukin(tokens)
            else None
        )
    if group.verb == "toimia" and actors and any(t.readings[0].case == "essive" for t in tokens):
        return Verdict("obligation", "duty.toimia", group.action, actors, "binding")
    if group.verb == "kuulua":
        for i in sentence.words_of(clause):
            known = grammar.lemmas(sentence.tokens[i])
            if known & {"tehtävä", "vastuu", "toimivalta", "toimenkuva", "vastuualue"} and "illative" in grammar.cases(
                sentence.tokens[i]
            ):
                owners = owner_before(sentence, i, scene.cues)
                return Verdict("obligation", "duty.kuulua", "kuulua", owners, "binding") if owners else None
    return None


def _kukin(tokens: list) -> bool:  # type: ignore[type-arg]
    return any(grammar.lemmas(t) & {"kukin", "jokainen"} for t in tokens)


def _copula(sentence: ReadSentence, clause: Clause, group: VerbGroup, scene: Scene) -> Verdict | None:
    """*on vastuussa*, *on sitoutunut*: the few duties that *olla* carries alone."""
    tokens = sentence.tokens
    actors = subject_of(sentence, clause, scene.cues)
    if group.tense == "present" and group.mood == "indicative" and actors:
        for i in sentence.words_of(clause):
            if grammar.word(tokens[i]) in {"vastuussa", "velvollinen", "vastuutaho", "vastuutahona"}:
                return Verdict("obligation", "duty.vastuussa", "vastata", actors, "binding")
    return None


def _verbless(sentence: ReadSentence, clause: Clause, scene: Scene) -> Verdict | None:
    """*Koordinaattorin vastuulla luoda perusteet*: an infinitive under a task, the verb *on* left out."""
    for i in range(clause.start, clause.end):
        token = sentence.tokens[i]
        if grammar.lemmas(token) & {"vastuu", "tehtävä", "velvollisuus"} and grammar.cases(token) & {
            "adessive",
            "essive",
        }:
            for j in range(i + 1, clause.end):
                reading = grammar.reading_in_mood(sentence.tokens[j], "A-infinitive")
                owners = owner_before(sentence, i, scene.cues)
                if reading is not None and owners:
                    return Verdict("obligation", "task.verbless", grammar.verb_of(reading), owners, "binding")
    return None


def _proposal_noun(sentence: ReadSentence, clause: Clause, cues: Cues) -> str | None:
    """The infinitive that a noun of proposing takes: *toi esiin suosituksen ennakoida*."""
    words = sentence.words_of(clause)
    for n, i in enumerate(words[:-1]):
        token = sentence.tokens[i]
        known = {lemma.rpartition("-")[2] for lemma in grammar.lemmas(token)}
        parts = {p.lower() for r in token.readings for p in r.parts[-1:]}
        if (known | parts) & cues.words["proposal_nouns"]:
            reading = grammar.reading_in_mood(sentence.tokens[words[n + 1]], "A-infinitive")
            if reading is not None:
                return grammar.verb_of(reading)
    return None


def _speaker(scene: Scene) -> tuple[Actor, ...]:
    return (scene.voice.speaker,) if scene.voice.speaker is not None else ()


def _demands(sentence: ReadSentence, clause: Clause) -> bool:
    """Whether an *että* clause hangs on it."""
    return any(child.role == "complement" for child in sentence.children_of(clause))


def _is_shown(sentence: ReadSentence, clause: Clause) -> bool:
    """*esitetään taulukossa*: shown in a text rather than proposed."""
    return not _demands(sentence, clause) and any(
        sentence.tokens[i].readings[0].case == "inessive" for i in sentence.words_of(clause)
    )


def _settles(sentence: ReadSentence, clause: Clause) -> bool:
    """*katsoo käsitellyksi*, *totesi kokouksen lailliseksi*, *antoi lausunnon*: the words with which a body settles."""
    for i in sentence.words_of(clause):
        token = sentence.tokens[i]
        if grammar.participle(token, "past_passive", case="translative") or grammar.lemmas(token) & {
            "lausunto", "päätös", "suostumus", "lupa", "tiedoksi", "pöytä", "sikseen", "voimaan", "seuraava", "hyväksyntä",
        }:  # fmt: skip
            return True
    return False


def _procedure(sentence: ReadSentence, clause: Clause, cues: Cues) -> bool:
    assert clause.group is not None
    verb = clause.group.verb
    if verb not in cues.verbs["procedure"]:
        return False
    return sentence.has_word(clause, cues.words["procedure_objects"]) or verb in {
        "esitellä",
        "poistua",
        "saapua",
        "keskustella",
        "puhua",
        "todeta",
    }


def _speaks(sentence: ReadSentence, clause: Clause, verb: str) -> bool:
    """*nostaa esille*, *tuoda esiin*, *ottaa puheeksi*: verbs of saying by their adverb."""
    said = {"esille", "esiin", "puheeksi", "esillä"}
    return verb in {"nostaa", "tuoda", "ottaa", "antaa"} and bool(said & set(sentence.span_text(clause).split()))


def _dated(sentence: ReadSentence, clause: Clause) -> bool:
    words = set(sentence.words_of(clause))
    return any(placed.start in words for placed in sentence.times)


def is_legal(sentence: ReadSentence, cues: Cues) -> bool:
    """Whether the sentence says what a law or rule says: *Kuntalain 107 §:n mukaan*, *laissa säädetään*."""
    for i, token in enumerate(sentence.tokens):
        best = token.readings[0]
        last = best.parts[-1].lower() if best.parts else best.lemma.lower()
        if not (token.surface.startswith("§") or last in cues.words["law_nouns"]):
            continue
        after = [grammar.word(t) for t in sentence.tokens[i + 1 : i + 4]]
        if (
            "mukaan" in after
            or "nojalla" in after
            or "perusteella" in after
            or best.case in {"inessive"}
            and not best.name
        ):
            return True
    return False


def outcome_of(sentence: ReadSentence, clause: Clause, action: str, scene: Scene) -> Outcome | None:
    """How a decision ended: *hylättiin*, *palautettiin*, *jätettiin pöydälle*, *merkittiin tiedoksi*."""
    forms = {grammar.word(sentence.tokens[i]) for i in sentence.words_of(clause)}
    if "pöydälle" in forms:
        return "tabled"
    if forms & {"tiedoksi", "tiedokseen"}:
        return "noted"
    if action == "katsoa" or forms & {"käsitellyksi", "sikseen", "rauenneeksi"}:
        return "concluded"
    if action in {"lähettää", "siirtää", "saattaa"} and forms & {
        "edelleen",
        "käsiteltäväksi",
        "valmisteltavaksi",
        "lausunnolle",
    }:
        return "forwarded"
    if action in {"esittää", "ehdottaa"}:
        return "forwarded"
    found = scene.cues.outcomes.get(action)
    assert clause.group is not None
    if found == "approved" and clause.group.negative:
        return "rejected"
    return found

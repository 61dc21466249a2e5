"""Clauses in which the finite verb (or its participle) acts itself: *teetetään*, *hyväksyttiin*, *on asettanut*."""

from policysearch.facts import grammar
from policysearch.facts.commitments_actors import owner_before
from policysearch.facts.commitments_scene import ActingClause, Verdict
from policysearch.facts.verbs import ma_illative
from policysearch.model.facts import Actor, CommitmentKind, Outcome

#: Changes of themselves that are an undertaking only with a date: things move, grow and end all the time.
_DATED_CHANGES = frozenset({"siirtyä", "rakentua", "laajeta", "laajentua", "päättyä", "uudistua", "vakiintua"})
#: What somebody does to a proposal before it is decided on: muutti esitystään siten, että …
_CHANGING = frozenset({"muuttaa", "täydentää", "korjata", "tarkentaa", "täsmentää", "lisätä", "oikaista"})
_OWN_MEETING = frozenset({"kokous"})
_DUTY_NOUNS = frozenset({"tehtävä", "vastuu", "toimivalta", "toimenkuva", "vastuualue"})
_NOTED = frozenset({"tiedoksi", "tiedokseen"})
_FORWARDING = frozenset({"edelleen", "käsiteltäväksi", "valmisteltavaksi", "lausunnolle", "päätettäväksi"})


def passive_verdict(acting: ActingClause) -> Verdict | None:
    """What a clause in the passive is, or None."""
    group, verbs, verb = acting.group, acting.verbs, acting.group.verb
    if group.mood == "conditional":
        if verb in verbs["act"] and acting.clause.role == "main":
            return Verdict("proposal", "conditional.passive", group.action, (), "considered")
        return None
    if verb in verbs["propose"] and (group.tense == "present" or acting.demands()):
        return _proposed(acting)
    if group.tense == "present":
        return _passive_present(acting)
    return _passive_past(acting)


def _proposed(acting: ActingClause) -> Verdict | None:
    verb = acting.group.verb
    shown = any(token.readings[0].case == "inessive" for token in acting.tokens)
    if verb == "esittää" and shown and not acting.demands():
        return None
    if verb in {"vaatia", "edellyttää"} and not acting.demands():
        return None
    return Verdict("proposal", f"propose.{verb}.passive", verb)


def _passive_present(acting: ActingClause) -> Verdict | None:
    group, verb, scene = acting.group, acting.group.verb, acting.scene
    if verb == "katsoa" and _deems(acting):
        actors = acting.deciders() if scene.force in {"record", "rationale"} else acting.house()
        return Verdict("decision", "decide.katsoa.deemed", verb, actors, "binding", outcome_of(acting, "deem"))
    if _decides_now(acting):
        actors = acting.house() if scene.inherited == "proposal" else acting.deciders()
        cue = f"decide.{verb}.passive-present"
        return Verdict("decision", cue, group.action, actors, "binding", outcome_of(acting, verb))
    if not acting.is_principal or scene.after_law or not does_something(acting):
        return None
    if verb == "päättää" and not acting.is_dated() and "perusteella" not in acting.forms:
        return None
    if acting.is_practice():
        return None
    if scene.force == "record" and scene.is_formal:
        return Verdict("decision", "passive-present.record", group.action, acting.deciders(), "binding")
    own = scene.inherited == "decision" or (scene.force == "record" and acting.has(_OWN_MEETING))
    actors = acting.house() or (scene.speakers if own else ())
    return Verdict("undertaking", "passive-present", group.action, actors, "binding")


def _decides_now(acting: ActingClause) -> bool:
    """Whether a passive present is a decision or a proposed one: *Merkitään tiedoksi*, *kumotaan päätös*."""
    verbs, verb, scene = acting.verbs, acting.group.verb, acting.scene
    if scene.force not in {"record", "proposal"} or verb not in verbs["resolve"] or not acting.is_principal:
        return False
    if not (scene.is_formal or verb in verbs["resolve_always"]):
        return False
    return verb not in verbs["resolve_with_object"] or acting.settles() or scene.inherited is not None


def _passive_past(acting: ActingClause) -> Verdict | None:
    group, verbs, verb = acting.group, acting.verbs, acting.group.verb
    if verb == "merkitä" and not acting.forms & _NOTED:
        return None
    formal = acting.scene.is_formal and verb in verbs["resolve"]
    if group.tense == "past" and acting.scene.force == "record" and (formal or verb in verbs["resolve_passive"]):
        return Verdict(
            "decision", f"decide.{verb}.passive", group.action, acting.deciders(), "binding", outcome_of(acting, verb)
        )
    if group.tense == "pluperfect" or not does_something(acting):
        return None
    if verb == "oikeuttaa" and group.tense == "perfect":
        return None  # on oikeutettu: a right that somebody has
    if verb == "esittää" and any(token.readings[0].case == "inessive" for token in acting.tokens):
        return None  # on esitetty taulukossa
    if group.tense == "past" and verb == "päättää":
        return Verdict("decision", "decide.päättää.passive", group.action, acting.house(), "binding")
    if "sähköisesti" in acting.forms and verb == "allekirjoittaa":
        return None  # the note under every decision
    return Verdict("accomplishment", f"done.passive.{group.tense}", group.action, acting.house())


def _deems(acting: ActingClause) -> bool:
    """*katsotaan valvottavaksi*, *katsotaan käsitellyksi*: what an authority takes something for."""
    return any(
        grammar.participle(token, "past_passive", "present_passive", case="translative") for token in acting.tokens
    )


def does_something(acting: ActingClause) -> bool:
    """Whether a passive acts, rather than thinks, says, divides or tells of what is generally done."""
    verb, verbs = acting.group.verb, acting.verbs
    if verb == "käsitellä" and acting.has(frozenset({"asia"})):
        return False
    if verb in verbs["no_act_passive"] or acting.says() or acting.judges() or acting.is_habitual():
        return False
    return not (verb in verbs["dividing"] and acting.has(acting.words["divisions"]))


def active_verdict(acting: ActingClause) -> Verdict | None:
    """What a clause in the active is, or None."""
    group = acting.group
    actors = acting.subject()
    if group.verb == "olla":
        return _copula(acting, actors)
    if group.mood == "conditional":
        return None
    special = _duty_phrase(acting, actors) or _speech_act(acting, actors) or _vote(acting)
    if special is not None:
        return special
    if group.tense == "present":
        return _active_present(acting, actors)
    return _active_past(acting, actors)


def _speech_act(acting: ActingClause, actors: tuple[Actor, ...]) -> Verdict | None:
    """*ehdottaa*, *edellyttää*, *lupaa*, *teki ehdotuksen*: the act is the speech itself."""
    group, verbs, verb = acting.group, acting.verbs, acting.group.verb
    if verb in verbs["propose"] and (actors or group.person == 1):
        if acting.says():
            return None
        if not actors and acting.sentence.tokens[group.finite].surface.lower().endswith("mme"):
            actors = acting.scene.speakers
        kind: CommitmentKind = "proposal"
        own = acting.scene.force == "record" and actors == acting.scene.speakers
        if (verb == "kehottaa" and (group.tense != "present" or own or acting.scene.is_formal)) or (
            verb in {"esittää", "ehdottaa"} and own and group.tense != "present"
        ):
            kind = "decision"
        return Verdict(kind, f"propose.{verb}", verb, actors, negative=verb == "vastustaa")
    if verb in verbs["promise"] and actors:
        return Verdict("undertaking", f"promise.{verb}", group.action, actors, "binding")
    if verb in _CHANGING and group.tense != "present" and actors and acting.has_head(acting.words["proposal_nouns"]):
        deed = _change_of(acting)
        return Verdict("proposal", "propose.changed", deed or verb, actors)
    noun = _proposal_noun(acting)
    if noun is not None and actors:
        return Verdict("proposal", "propose.noun", noun, actors)
    return None


def _active_present(acting: ActingClause, actors: tuple[Actor, ...]) -> Verdict | None:
    group, verbs, verb, scene = acting.group, acting.verbs, acting.group.verb, acting.scene
    decides = verb in verbs["resolve"] | verbs["decide"] and acting.is_principal
    recorded = scene.force in {"record", "proposal"} and (scene.is_formal or actors == scene.speakers)
    if actors and decides and recorded and (verb not in verbs["resolve_with_object"] or acting.settles()):
        return Verdict("decision", f"decide.{verb}.present", group.action, actors, "binding", outcome_of(acting, verb))
    if actors and verb == "katsoa" and acting.settles():
        return Verdict("decision", "decide.katsoa.present", verb, actors, "binding", "concluded")
    if not acting.is_principal:
        return None
    if not actors:
        return _happening(acting)
    if acting.says() or acting.judges() or acting.is_habitual() or acting.has(acting.words["contact_objects"]):
        return None
    if verb in verbs["duty"] and scene.force in {"report", "plan"} and not acting.is_dated():
        return Verdict("obligation", f"duty.{verb}", group.action, actors, "binding")
    if verb in verbs["duty_always"] and not acting.is_dated():
        return Verdict("obligation", f"duty.{verb}", group.action, actors, "binding")
    if verb == "toimia" and not acting.is_dated():
        return None  # toimii tavoitteiden mukaisesti: how it generally does
    if verb == "tarjota" and not acting.is_dated() and scene.force != "plan":
        return None  # what a service generally offers
    if verb in verbs["act"]:
        return Verdict("undertaking", "active-present", group.action, actors, "binding")
    if not any(acting.mentions(actor) for actor in actors):
        return None
    if verb in verbs["happen"] or (acting.is_dated() and verb not in verbs["describe"] | verbs["report"]):
        return Verdict("undertaking", "active-present.named", group.action, actors, "binding")
    return None


def _happening(acting: ActingClause) -> Verdict | None:
    """*Hanke käynnistyy*, *Laki tulee voimaan 1.1.2025*: what begins, ends or goes on of itself."""
    verb = acting.group.verb
    if verb in {"tulla", "astua"} and "voimaan" in acting.forms and acting.is_dated():
        return Verdict("undertaking", "happens.voimaan", verb, (), "binding")
    if acting.has(acting.words["procedure_objects"]):
        return None
    if verb not in acting.verbs["happen"] or (verb in _DATED_CHANGES and not acting.is_dated()):
        return None
    return Verdict("undertaking", f"happens.{verb}", acting.group.action, acting.house(), "binding")


def _vote(acting: ActingClause) -> Verdict | None:
    """*Esittelijän ehdotus voitti äänestyksen*: how the body decided."""
    if (
        acting.group.verb != "voittaa"
        or acting.group.tense == "present"
        or not acting.has_head(acting.words["proposal_nouns"])
    ):
        return None
    return Verdict("decision", "vote", "voittaa", acting.scene.speakers, "binding", "approved")


def _active_past(acting: ActingClause, actors: tuple[Actor, ...]) -> Verdict | None:
    group, verbs, verb, scene = acting.group, acting.verbs, acting.group.verb, acting.scene
    own = scene.force in {"record", "statement"} and (scene.voice.formal or actors == scene.speakers)
    if actors and group.tense == "past" and (verb in verbs["resolve_always"] or (own and verb in verbs["resolve"])):
        return _past_decision(acting, actors)
    if acting.clause.role in {"condition", "adverbial", "question"} or acting.is_procedure():
        return None
    if verb in verbs["happen"] and not actors and acting.clause.role == "main":
        if acting.has(acting.words["procedure_objects"]):
            return None
        return Verdict("accomplishment", f"happened.{verb}", group.action, acting.house())
    if group.tense == "pluperfect" and not any(acting.mentions(actor) for actor in actors):
        return None
    if not actors or acting.says() or acting.judges():
        return None
    if verb in verbs["act"] | verbs["decide"] | {"toimia"} or (verb == "käydä" and acting.has(acting.words["talks"])):
        return Verdict("accomplishment", f"done.active.{group.tense}", group.action, actors)
    named = any(acting.mentions(actor) for actor in actors) and acting.clause.role == "main"
    if (
        named
        and verb not in verbs["describe"] | verbs["report"] | verbs["procedure"] | verbs["propose"] | verbs["possible"]
    ):
        return Verdict("accomplishment", f"done.named.{group.tense}", group.action, actors)
    return None


def _past_decision(acting: ActingClause, actors: tuple[Actor, ...]) -> Verdict | None:
    """*päätti, hylkäsi, antoi lausunnon*; not *päätti kokouksen*, *merkitsi pöytäkirjaan*, *totesi, että*."""
    verb = acting.group.verb
    if verb in {"todeta", "katsoa", "jättää", "antaa"} and not acting.settles():
        return None
    if verb == "merkitä" and not acting.forms & _NOTED:
        return None
    ended = verb == "päättää" and acting.has(acting.words["procedure_objects"])
    if ended and not acting.sentence.children_of(acting.clause):
        return None
    return Verdict("decision", f"decide.{verb}", acting.group.action, actors, "binding", outcome_of(acting, verb))


def _duty_phrase(acting: ActingClause, actors: tuple[Actor, ...]) -> Verdict | None:
    """*vastaa* + elative, *toimii …na*, *tehtäviin kuuluu*: standing duties."""
    group = acting.group
    if group.tense != "present" or not acting.is_principal:
        return None
    if group.verb in {"vastata", "huolehtia"} and any("elative" in grammar.cases(token) for token in acting.tokens):
        each = acting.has(frozenset({"kukin", "jokainen"}))
        return Verdict("obligation", f"duty.{group.verb}", group.action, actors, "binding") if actors or each else None
    if group.verb == "toimia" and actors and any(token.readings[0].case == "essive" for token in acting.tokens):
        return Verdict("obligation", "duty.toimia", group.action, actors, "binding")
    if group.verb != "kuulua" or group.negative:
        return None
    for i in acting.sentence.words_of(acting.clause):
        token = acting.sentence.tokens[i]
        if grammar.lemmas(token) & _DUTY_NOUNS and "illative" in grammar.cases(token):
            owners = owner_before(acting.sentence, i, acting.scene.cues)
            return Verdict("obligation", "duty.kuulua", "kuulua", owners, "binding") if owners else None
    return None


def _copula(acting: ActingClause, actors: tuple[Actor, ...]) -> Verdict | None:
    """*on vastuussa*: the few duties that *olla* carries alone."""
    group = acting.group
    if group.tense != "present" or group.mood != "indicative" or not actors:
        return None
    if "velvollinen" in acting.forms:
        deeds = (ma_illative(token) for token in acting.tokens)
        action = next((grammar.verb_of(deed) for deed in deeds if deed is not None), "vastata")
        return Verdict("obligation", "duty.velvollinen", action, actors, "binding")
    if acting.forms & acting.words["responsible"]:
        return Verdict("obligation", "duty.vastuussa", "vastata", actors, "binding")
    return None


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


def outcome_of(acting: ActingClause, action: str) -> Outcome | None:
    """How a decision ended: *hylättiin*, *palautettiin*, *jätettiin pöydälle*, *merkittiin tiedoksi*."""
    forms = acting.forms
    if "pöydälle" in forms:
        return "tabled"
    if forms & _NOTED:
        return "noted"
    if action == "katsoa" or forms & {"käsitellyksi", "sikseen", "rauenneeksi"}:
        return "concluded"
    if action in {"lähettää", "siirtää", "saattaa"} and forms & _FORWARDING:
        return "forwarded"
    if action in {"esittää", "ehdottaa"}:
        return "forwarded"
    found = acting.scene.cues.outcomes.get(action)
    return "rejected" if found == "approved" and acting.group.negative else found

"""Clauses in the active in which the finite verb or its participle acts: *päätti*, *on asettanut*, *vastaa*."""

from itertools import pairwise

from policysearch.facts.attribution import new_actor
from policysearch.facts.clauses import grammar
from policysearch.facts.clauses.verbs import ma_illative
from policysearch.facts.commitments.actors import owner_before
from policysearch.facts.commitments.firstperson import first_person_verdict
from policysearch.facts.commitments.outcome import NOTED, outcome_of
from policysearch.facts.commitments.scene import ActingClause, Verdict
from policysearch.facts.commitments.speech import speech_act
from policysearch.model.facts import Actor, Strength

#: Changes of themselves that are an undertaking only with a date: things move, grow and end all the time.
_DATED_CHANGES = frozenset(
    {"siirtyä", "rakentua", "laajeta", "laajentua", "päättyä", "uudistua", "vakiintua", "tapahtua"}
)
_TARGETS = frozenset({"allative", "translative"})
_IN_FORCE = frozenset({"päätös", "lupa", "määräys", "rajoitus", "kielto"})
_DUTY_NOUNS = frozenset({"tehtävä", "vastuu", "toimivalta", "toimenkuva", "vastuualue"})


def active_verdict(acting: ActingClause) -> Verdict | None:
    """What a clause in the active is, or None."""
    group = acting.group
    actors = acting.subject()
    if group.verb == "olla":
        return _copula(acting, actors)
    if group.mood == "conditional":
        serves = group.verb == "toimia" and any(token.readings[0].case == "essive" for token in acting.tokens)
        served = serves and acting.clause.role == "main" and not actors
        return Verdict("proposal", "conditional.toimia", group.action, (), "considered") if served else None
    if group.verb == "tulla" and "päätökseksi" in acting.forms and group.tense != "present":
        return _became_decision(acting)
    special = _duty_phrase(acting, actors) or speech_act(acting, actors) or _vote(acting)
    if special is not None:
        return special
    if group.person == 1:
        return first_person_verdict(acting, actors)
    if group.tense == "present":
        return _active_present(acting, actors)
    return _active_past(acting, actors)


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
    return _present_deed(acting, actors) if actors else _happening(acting)


def _present_deed(acting: ActingClause, actors: tuple[Actor, ...]) -> Verdict | None:
    """What a body does in the present: a standing duty, or an undertaking where it acts or names a time."""
    group, verbs, verb, scene = acting.group, acting.verbs, acting.group.verb, acting.scene
    dated = acting.is_dated()
    if acting.says() or acting.judges() or acting.is_habitual() or acting.has(acting.words["contact_objects"]):
        return None
    if verb in verbs["duty"] and scene.force in {"report", "plan"} and not dated:
        return Verdict("obligation", f"duty.{verb}", group.action, actors, "binding")
    decides = verb == "tehdä" and acting.has(frozenset({"päätös"})) and scene.force != "record"
    if (verb in verbs["duty_always"] or decides) and not dated:
        return Verdict("obligation", f"duty.{verb}", group.action, actors, "binding")
    general = verb == "toimia" or (verb in verbs["serving"] and scene.force != "plan")
    general |= verb == "tehdä" and acting.has(frozenset({"yhteistyö"}))
    if general and not dated:
        return None  # toimii tavoitteiden mukaisesti, tarjoaa neuvontaa: what it generally does
    cases = {token.readings[0].case for token in acting.tokens}
    notifies = verb == "ilmoittaa" and {"allative", "elative"} <= cases and not acting.demands()
    goes_through = verb == "käydä" and "läpi" in acting.forms
    if verb in verbs["act"] or notifies or goes_through:
        strength: Strength = "considered" if verb == "harkita" else "intended" if verb == "suunnitella" else "binding"
        return Verdict("undertaking", "active-present", group.action, actors, strength)
    idle = verbs["describe"] | (verbs["report"] - {"kuvata"}) | verbs["procedure"] | verbs["possible"]
    named = verb in verbs["happen"] and any(acting.mentions(actor) for actor in actors)
    if named or (dated and verb not in idle):
        return Verdict("undertaking", "active-present.dated", group.action, actors, "binding")
    return None


def _happening(acting: ActingClause) -> Verdict | None:
    """*Hanke käynnistyy*, *Laki tulee voimaan 1.1.2025*: what begins, ends or goes on of itself."""
    verb = acting.group.verb
    if verb in {"tulla", "astua"} and "voimaan" in acting.forms and acting.is_dated():
        return Verdict("undertaking", "happens.voimaan", verb, (), "binding")
    if acting.has(acting.words["procedure_objects"]):
        return None
    moves = verb == "siirtyä" and any(token.readings[0].case in _TARGETS for token in acting.tokens)
    if verb not in acting.verbs["happen"] or (verb in _DATED_CHANGES and not (moves or acting.is_dated())):
        return None
    return Verdict("undertaking", f"happens.{verb}", acting.group.action, acting.house(), "binding")


def _became_decision(acting: ActingClause) -> Verdict:
    """*esitys on tullut kaupunginhallituksen päätökseksi*: the chair states what was decided."""
    at = next(
        i for i in acting.sentence.words_of(acting.clause) if grammar.word(acting.sentence.tokens[i]) == "päätökseksi"
    )
    owners = owner_before(acting.sentence, at, acting.scene.cues) or acting.scene.speakers
    return Verdict("decision", "stated.päätökseksi", "tulla", owners, "binding", "approved")


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
    if actors and group.tense == "past" and verb == "merkitä" and acting.forms & NOTED:
        return _past_decision(acting, actors)
    own = scene.force in {"record", "statement"} and (scene.voice.formal or actors == scene.speakers)
    if actors and group.tense == "past" and (verb in verbs["resolve_always"] or (own and verb in verbs["resolve"])):
        return _past_decision(acting, actors)
    heard = verb == "kuulla" and group.tense == "perfect"
    if acting.clause.role in {"condition", "adverbial", "question"} or (acting.is_procedure() and not heard):
        return None
    if verb in verbs["happen"] and not actors and acting.clause.role == "main":
        return _happened(acting)
    cared = verb in {"vastata", "huolehtia"} and any("elative" in grammar.cases(token) for token in acting.tokens)
    if actors and cared and group.tense == "perfect":
        return Verdict("accomplishment", "done.duty", group.action, actors)
    if group.tense == "pluperfect" and not any(acting.mentions(actor) for actor in actors):
        return None
    if not actors or acting.says() or acting.judges():
        return None
    if verb in verbs["act"] | verbs["decide"] | {"toimia"} or (verb == "käydä" and acting.has(acting.words["talks"])):
        return Verdict("accomplishment", f"done.active.{group.tense}", group.action, actors)
    named = any(acting.mentions(actor) for actor in actors) and acting.clause.role == "main"
    if (
        named
        and verb
        not in verbs["describe"]
        | verbs["report"]
        | (verbs["procedure"] - {"kuulla"})
        | verbs["propose"]
        | verbs["possible"]
    ):
        return Verdict("accomplishment", f"done.named.{group.tense}", group.action, actors)
    return None


def _happened(acting: ActingClause) -> Verdict | None:
    """*Kampanja päättyi*; not *Kokous päättyi* and *Talousarvio toteutui ylijäämäisenä*."""
    verb = acting.group.verb
    if verb == "tapahtua":
        return None  # Rikos on tapahtunut kesällä: nobody carried out a measure
    accounts = verb == "toteutua" and any(token.readings[0].case == "essive" for token in acting.tokens)
    if accounts or acting.has(acting.words["procedure_objects"]):
        return None
    return Verdict("accomplishment", f"happened.{verb}", acting.group.action, acting.house())


def _past_decision(acting: ActingClause, actors: tuple[Actor, ...]) -> Verdict | None:
    """*päätti, hylkäsi, antoi lausunnon*; not *päätti kokouksen*, *merkitsi pöytäkirjaan*, *totesi, että*."""
    verb = acting.group.verb
    if verb in {"todeta", "katsoa", "jättää", "antaa"} and not acting.settles():
        return None
    if verb == "merkitä" and not acting.forms & NOTED:
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
        if not actors and group.verb == "vastata":
            actors = _whoever(acting)
        return Verdict("obligation", f"duty.{group.verb}", group.action, actors, "binding") if actors or each else None
    essive = any(token.readings[0].case == "essive" for token in acting.tokens)
    if group.verb == "toimia" and actors and essive:
        return Verdict("obligation", "duty.toimia", group.action, actors, "binding")
    if group.verb != "kuulua" or group.negative:
        return None
    for i in acting.sentence.words_of(acting.clause):
        token = acting.sentence.tokens[i]
        if grammar.lemmas(token) & _DUTY_NOUNS and "illative" in grammar.cases(token):
            owners = owner_before(acting.sentence, i, acting.scene.cues)
            if not owners and grammar.word(acting.tokens[0]) in {"hänen", "sen"}:
                owners = acting.scene.antecedent
            return Verdict("obligation", "duty.kuulua", "kuulua", owners, "binding") if owners else None
    return None


def _whoever(acting: ActingClause) -> tuple[Actor, ...]:
    """*Jatko-ohjauksesta vastaa sosiaalipäivystys*: the noun after the verb, whatever it is called."""
    after = [t for t in acting.tokens if t.span.start > acting.sentence.tokens[acting.group.finite].span.start]
    nouns = [t for t in after if t.kind == "word" and t.readings[0].word_class in {"noun", "proper"}]
    if len(nouns) != 1 or nouns[0].readings[0].case != "nominative":
        return ()
    return (new_actor(nouns[0].readings[0].lemma),)


def _copula(acting: ActingClause, actors: tuple[Actor, ...]) -> Verdict | None:
    """*on vastuussa*: the few duties that *olla* carries alone."""
    group = acting.group
    if group.tense != "present" or group.mood != "indicative":
        return None
    lasting = "voimassa" in acting.forms and acting.clause.role == "main" and acting.has_head(_IN_FORCE)
    if lasting and acting.scene.voice.formal and acting.is_dated():
        return Verdict("decision", "in-force", "olla", acting.scene.speakers, "binding")
    if _next_meeting(acting):
        held = acting.scene.speakers if acting.scene.force == "record" else ()
        return Verdict("undertaking", "next-meeting", "olla", actors or held, "binding")
    if (lying := lies_with(acting)) is not None:
        return lying
    if not actors:
        return None
    if acting.has(frozenset({"valmis", "halukas"})) and not group.negative:
        deed = next((found for token in acting.tokens if (found := ma_illative(token)) is not None), None)
        if deed is not None:
            return Verdict("undertaking", "promise.valmis", grammar.verb_of(deed), actors, "considered")
    if "velvollinen" in acting.forms:
        deeds = (ma_illative(token) for token in acting.tokens)
        action = next((grammar.verb_of(deed) for deed in deeds if deed is not None), "vastata")
        return Verdict("obligation", "duty.velvollinen", action, actors, "binding")
    if acting.forms & acting.words["responsible"]:
        return Verdict("obligation", "duty.vastuussa", "vastata", actors, "binding")
    return None


def _next_meeting(acting: ActingClause) -> bool:
    """*Seuraava kokous on 20.4.2021 klo 14*: a day fixed for the meeting that comes next."""
    opens = [grammar.lemmas(token) for token in acting.tokens if token.kind == "word"][:4]
    named = any("seuraava" in one and "kokous" in other for one, other in pairwise(opens))
    return named and acting.is_dated() and not acting.group.negative and acting.clause.role == "main"


def lies_with(acting: ActingClause) -> Verdict | None:
    """*Vastuu uhrien auttamisesta on julkisella vallalla*: a duty and with whom it lies."""
    duty = any(
        token.readings[0].lemma in {"vastuu", "velvollisuus"} and token.readings[0].case == "nominative"
        for token in acting.tokens
    )
    verb = acting.sentence.tokens[acting.group.finite].span.start
    borne = any(t.readings[0].case == "adessive" and t.span.start > verb for t in acting.tokens)
    if not (duty and borne) or acting.group.negative or acting.group.tense != "present":
        return None
    return Verdict("obligation", "duty.vastuu", "vastata", acting.house(), "binding")

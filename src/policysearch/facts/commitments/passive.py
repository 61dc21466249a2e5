"""Clauses in the passive: *teetetään*, *hyväksyttiin*, *on varattu*."""

from policysearch.facts.clauses import grammar
from policysearch.facts.commitments.deeds import counts_cases, does_something, is_well_done
from policysearch.facts.commitments.outcome import NOTED, outcome_of
from policysearch.facts.commitments.scene import ActingClause, Verdict

#: Where the body itself tells that it asks for these, it is about to do so.
_OPINIONS = frozenset({"lausunto", "lausuntokierros"})
_OWN_MEETING = frozenset({"kokous"})
#: The order of a vote is procedure, its result a decision.
_VOTING = frozenset({"äänestysesitys", "äänestysjärjestys", "äänestystapa", "äänestysmenettely"})


def passive_verdict(acting: ActingClause) -> Verdict | None:
    """What a clause in the passive is, or None."""
    group, verbs, verb = acting.group, acting.verbs, acting.group.verb
    if group.mood == "conditional":
        if verb in verbs["act"] and acting.clause.role == "main":
            return Verdict("proposal", "conditional.passive", group.action, (), "considered")
        return None
    if verb in verbs["propose"] and (group.tense == "present" or acting.demands()):
        return _proposed(acting)
    if group.tense == "present" and verb == "tarvita" and acting.opines() and acting.is_principal:
        return Verdict("proposal", "need.tarvitaan", verb)  # Valiokunnan käsityksen mukaan ryhmiä tarvitaan lisää
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
    if verb == "pyytää" and acting.has(_OPINIONS) and acting.scene.force in {"report", "plan", "rationale"}:
        return Verdict("undertaking", "asked.lausunto", verb, acting.house(), "binding")
    house = verb in {"vaatia", "edellyttää"} and shown and acting.scene.force in {"report", "plan", "rationale"}
    if house and not acting.has(acting.words["texts"] | acting.words["documents"]):
        return Verdict("obligation", f"required.{verb}.passive", verb, (), "binding")
    return Verdict("proposal", f"propose.{verb}.passive", verb)


def _passive_present(acting: ActingClause) -> Verdict | None:
    group, verb, scene = acting.group, acting.group.verb, acting.scene
    if verb == "katsoa" and _deems(acting):
        actors = acting.deciders() if scene.force in {"record", "rationale"} else acting.house()
        return Verdict("decision", "decide.katsoa.deemed", verb, actors, "binding", outcome_of(acting, "deem"))
    if verb == "antaa" and acting.has(frozenset({"päätös"})) and acting.forms & NOTED:
        return None  # Päätös annetaan tiedoksi: how every decision is sent
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
    if verb == "todeta" and acting.scene.force == "record" and _deems(acting):
        return Verdict("decision", "decide.todeta.deemed", verb, acting.deciders(), "binding", "concluded")
    if (verb == "merkitä" and not acting.forms & NOTED) or acting.has_head(_VOTING):
        return None
    formal = acting.scene.is_formal and verb in verbs["resolve"]
    if group.tense == "past" and acting.scene.force == "record" and (formal or verb in verbs["resolve_passive"]):
        return Verdict(
            "decision", f"decide.{verb}.passive", group.action, acting.deciders(), "binding", outcome_of(acting, verb)
        )
    if group.tense == "pluperfect" or not does_something(acting) or is_well_done(acting) or counts_cases(acting):
        return None
    if verb == "oikeuttaa" and group.tense == "perfect":
        return None  # on oikeutettu: a right that somebody has
    if verb in {"esittää", "kuvata"} and (
        any(token.readings[0].case == "inessive" for token in acting.tokens) or acting.forms & acting.words["pointing"]
    ):
        return None  # on esitetty taulukossa, alla on kuvattu
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

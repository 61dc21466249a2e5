"""Clauses in the passive: *teetetään*, *hyväksyttiin*, *on varattu*."""

from itertools import pairwise

from policysearch.facts.clauses import grammar
from policysearch.facts.commitments.agents import in_case
from policysearch.facts.commitments.outcome import NOTED, outcome_of
from policysearch.facts.commitments.scene import ActingClause, Verdict

_MONEY = frozenset({"euro", "€", "miljoona"})
_TELLING = frozenset({"arvioida", "käsitellä", "tarkastella", "esitellä", "selvittää", "ottaa", "analysoida"})
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
    if verb == "merkitä" and not acting.forms & NOTED:
        return None
    if acting.has_head(_VOTING):
        return None
    formal = acting.scene.is_formal and verb in verbs["resolve"]
    if group.tense == "past" and acting.scene.force == "record" and (formal or verb in verbs["resolve_passive"]):
        return Verdict(
            "decision", f"decide.{verb}.passive", group.action, acting.deciders(), "binding", outcome_of(acting, verb)
        )
    if group.tense == "pluperfect" or not does_something(acting) or _well_done(acting):
        return None
    if verb == "oikeuttaa" and group.tense == "perfect":
        return None  # on oikeutettu: a right that somebody has
    if verb in {"esittää", "kuvata"} and any(token.readings[0].case == "inessive" for token in acting.tokens):
        return None  # on esitetty taulukossa, on kuvattu suunnitelmassa
    if _counts(acting):
        return None
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
    if verb in {"antaa", "langettaa", "tuomita", "määrätä"} and acting.has_head(acting.words["judgments"]):
        return False  # tuomio annettiin: what courts do in a case
    if (verb == "kutsua" and "kokoukseen" in acting.forms) or (verb == "varata" and acting.has(frozenset({"aika"}))):
        return False  # Kokoukseen on kutsuttu asiantuntija, aikaa on varattu
    if acting.has(_VOTING) or (verb == "avata" and acting.has(acting.words["procedure_objects"])):
        return False
    if verb == "kutsua" and any(token.readings[0].case == "translative" for token in acting.tokens):
        return False  # kutsutaan vastuukunnaksi: a name
    if verb == "tarkastella" and acting.has(frozenset({"mahdollisuus"})):
        return True
    if verb == "nostaa" and acting.has(frozenset({"painopiste", "kärki", "päätavoite"})):
        return True
    if acting.says() or acting.judges() or acting.is_habitual() or acting.forms & acting.words["expectations"]:
        return False
    if acting.group.negative and verb in verbs["report"] | _TELLING and _told_in_text(acting):
        return False
    if verb == "kuulla" and acting.group.tense != "present" and acting.scene.force in {"plan", "report", "rationale"}:
        return any(in_case(acting.sentence.tokens[p.end - 1], "partitive") for p in acting.sentence.mentions)
    if verb in verbs["no_act_passive"] and not (verb in verbs["handling"] and _is_definite(acting)):
        return False
    return not (verb in verbs["dividing"] and acting.has(acting.words["divisions"]))


def _is_definite(acting: ActingClause) -> bool:
    """Whether something definite is done with a thing: with a time, by named means, or all of it to an end.

    *tarkastellaan vuosittain*, *huomioidaan korotetuin avustuksin*, *käytetään vuokriin*; not *käytetään usein*.
    """
    if acting.is_dated() or acting.is_recurrent() or acting.has(_MONEY):
        return True
    nouns = [t for t in acting.tokens if t.readings[0].word_class in {"noun", "proper"}]
    if any(token.readings[0].case == "instructive" for token in nouns):
        return True
    first = acting.sentence.tokens[acting.group.finite].span.start
    whole = any(t.span.start < first and t.readings[0].case == "nominative" for t in nouns)
    ends = any(t.span.start > first and t.readings[0].case in {"illative", "allative"} for t in nouns)
    return acting.group.verb in acting.verbs["spending"] and ends and (whole or acting.scene.force == "plan")


def _counts(acting: ActingClause) -> bool:
    """*Vuonna 2020 kirjattiin 98 rikosilmoitusta*: how many cases there were, a statistic."""
    for before, token in pairwise(acting.tokens):
        last = (token.readings[0].parts or (token.readings[0].lemma,))[-1].lower()
        if last in acting.words["counted"] and "partitive" in grammar.cases(token):
            at = acting.tokens.index(before)
            numbers = acting.tokens[max(0, at - 1) : at + 1]
            if any(t.kind == "number" or t.readings[0].word_class == "numeral" for t in numbers):
                return acting.group.verb not in acting.verbs["resolve"]
    return False


def _told_in_text(acting: ActingClause) -> bool:
    """*Raportissa ei arvioida vaikutuksia*: what a text leaves out."""
    first = next((token for token in acting.tokens if token.kind == "word"), None)
    texts = acting.words["texts"]
    if first is None or first.readings[0].case != "inessive":
        return False
    last = {part.lower() for part in first.readings[0].parts[-1:]} | grammar.lemmas(first)
    return bool(last & texts)


def _well_done(acting: ActingClause) -> bool:
    """*Mietintö on huolella tehty*: a manner between *olla* and the participle tells how good the thing is."""
    group = acting.group
    between = acting.sentence.tokens[group.finite + 1 : group.end - 1]
    return len(between) == 1 and grammar.word(between[0]) in acting.words["manners"]

"""Clauses of *we*: what the speakers did is accomplished, what they are about to do is undertaken."""

from policysearch.facts.clauses import grammar
from policysearch.facts.commitments.actors import has_whole_object
from policysearch.facts.commitments.outcome import outcome_of
from policysearch.facts.commitments.quoting import is_direct
from policysearch.facts.commitments.scene import ActingClause, Verdict
from policysearch.model.facts import Actor, Strength


def first_person_verdict(acting: ActingClause, actors: tuple[Actor, ...]) -> Verdict | None:
    """*Olemme laatineet oppaan*, *Avaamme uuden toimipisteen*; not *Autamme uhreja*, what they do every day.

    In the present an act without a time has to be one that is completed: its object is a whole (*uuden toimipisteen*).

    Args:
        acting: A clause whose finite verb stands in the first person.
        actors: Those who speak.
    """
    group, verbs = acting.group, acting.verbs
    if not acting.is_principal or acting.says() or acting.judges() or acting.is_habitual():
        return None
    one = acting.scene.speaks_as_one
    if group.mood != "indicative" or not (one or _is_we(acting) or is_direct(acting.sentence, acting.scene.cues)):
        return None
    if group.tense == "present" and not _goes_on_in_past(acting):
        return _present(acting, actors)
    if group.tense == "past" and group.verb in verbs["resolve_always"]:
        outcome = outcome_of(acting, group.verb)
        return Verdict("decision", f"decide.{group.verb}", group.action, actors, "binding", outcome)
    if group.verb not in verbs["act"] | verbs["decide"]:
        return None
    return Verdict("accomplishment", "done.first-person", group.action, actors)


def _present(acting: ActingClause, actors: tuple[Actor, ...]) -> Verdict | None:
    """*Joulukuussa aloitamme ryhmän*, *Jatkamme koulutuksia*, *Emme luovuta tietoja*."""
    group, verbs = acting.group, acting.verbs
    idle = verbs["report"] | verbs["possible"] | verbs["propose"] | (verbs["describe"] - verbs["willed"])
    deed = group.verb in verbs["act"]
    asks = any(child.role == "question" for child in acting.sentence.children_of(acting.clause))
    whole = asks or has_whole_object(acting.sentence, acting.clause) or acting.scene.force == "plan"
    pledged = group.negative and (deed or group.verb == "ilmoittaa")
    dated = acting.is_dated() and group.verb not in idle
    if not (dated or pledged or (deed and (whole or group.verb in verbs["changing"]))):
        return None
    strength: Strength = "considered" if group.verb == "harkita" else "binding"
    return Verdict("undertaking", "first-person.present", group.action, actors, strength)


def _is_we(acting: ActingClause) -> bool:
    return grammar.word(acting.sentence.tokens[acting.group.finite]).endswith("mme")


def _goes_on_in_past(acting: ActingClause) -> bool:
    """*koulutimme työntekijöitä ja laadimme ohjeen*: a form that may be past goes on with the past before it."""
    at = acting.sentence.clauses.index(acting.clause)
    before = acting.sentence.clauses[at - 1].group if at and acting.clause.joined else None
    forms = grammar.finite_readings(acting.sentence.tokens[acting.group.finite])
    return before is not None and before.tense == "past" and any(reading.tense == "past" for reading in forms)

"""Clauses of *we*: what the speakers did is accomplished, what they are about to do is undertaken."""

from policysearch.facts.clauses import grammar
from policysearch.facts.commitments.actors import has_whole_object
from policysearch.facts.commitments.outcome import outcome_of
from policysearch.facts.commitments.scene import ActingClause, Verdict
from policysearch.model.facts import Actor


def first_person_verdict(acting: ActingClause, actors: tuple[Actor, ...]) -> Verdict | None:
    """*Olemme laatineet oppaan*, *Avaamme uuden toimipisteen*; not *Autamme uhreja*, what they do every day.

    In the present an act without a time has to be one that is completed: its object is a whole (*uuden toimipisteen*).

    Args:
        acting: A clause whose finite verb stands in the first person.
        actors: Those who speak.
    """
    group, verbs = acting.group, acting.verbs
    deed = group.verb in verbs["act"] | verbs["decide"]
    if not deed or acting.says() or acting.judges() or acting.is_habitual() or not acting.is_principal:
        return None
    if group.mood != "indicative" or not grammar.word(acting.sentence.tokens[group.finite]).endswith("mme"):
        return None
    if group.tense != "present" or _goes_on_in_past(acting):
        if group.tense == "past" and group.verb in verbs["resolve_always"]:
            return Verdict(
                "decision", f"decide.{group.verb}", group.action, actors, "binding", outcome_of(acting, group.verb)
            )
        return Verdict("accomplishment", "done.first-person", group.action, actors)
    definite = acting.is_dated() or has_whole_object(acting.sentence, acting.clause) or acting.scene.force == "plan"
    if not definite or group.verb in verbs["decide"] - verbs["act"]:
        return None
    return Verdict("undertaking", "first-person.present", group.action, actors, "binding")


def _goes_on_in_past(acting: ActingClause) -> bool:
    """*koulutimme työntekijöitä ja laadimme ohjeen*: a form that may be past goes on with the past before it."""
    at = acting.sentence.clauses.index(acting.clause)
    before = acting.sentence.clauses[at - 1].group if at and acting.clause.joined else None
    forms = grammar.finite_readings(acting.sentence.tokens[acting.group.finite])
    return before is not None and before.tense == "past" and any(reading.tense == "past" for reading in forms)

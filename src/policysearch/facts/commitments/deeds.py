"""Whether a passive acts, rather than thinks, says, counts, divides or tells of what is generally done."""

from itertools import pairwise

from policysearch.facts.clauses import grammar
from policysearch.facts.commitments.agents import in_case
from policysearch.facts.commitments.scene import ActingClause

_MONEY = frozenset({"euro", "€", "miljoona"})
_TELLING = frozenset({"arvioida", "käsitellä", "tarkastella", "esitellä", "selvittää", "ottaa", "analysoida"})
#: The order of a vote is procedure, its result a decision.
_VOTING = frozenset({"äänestysesitys", "äänestysjärjestys", "äänestystapa", "äänestysmenettely"})


def does_something(acting: ActingClause) -> bool:
    """Whether a passive acts, rather than thinks, says, divides or tells of what is generally done."""
    verb, verbs = acting.group.verb, acting.verbs
    if _is_routine(acting):
        return False
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


def _is_routine(acting: ActingClause) -> bool:
    """Whether it is what meetings and courts do with every case, or gives a thing a name."""
    verb = acting.group.verb
    if verb == "käsitellä" and acting.has(frozenset({"asia"})):
        return True
    if verb in {"antaa", "langettaa", "tuomita", "määrätä"} and acting.has_head(acting.words["judgments"]):
        return True  # tuomio annettiin: what courts do in a case
    if (verb == "kutsua" and "kokoukseen" in acting.forms) or (verb == "varata" and acting.has(frozenset({"aika"}))):
        return True  # Kokoukseen on kutsuttu asiantuntija, aikaa on varattu
    if acting.has(_VOTING) or (verb == "avata" and acting.has(acting.words["procedure_objects"])):
        return True
    # kutsutaan vastuukunnaksi: a name
    return verb == "kutsua" and any(token.readings[0].case == "translative" for token in acting.tokens)


def _is_definite(acting: ActingClause) -> bool:
    """Whether something definite is done with a thing: with a time, by named means, or all of it to an end.

    *tarkastellaan vuosittain*, *huomioidaan korotetuin avustuksin*, *käytetään vuokriin*; not *käytetään usein*.
    """
    steadily = acting.group.verb == "tarkastella" and acting.forms & acting.words["steadily"]
    if acting.is_dated() or acting.is_recurrent() or acting.has(_MONEY) or steadily:
        return True
    nouns = [t for t in acting.tokens if t.readings[0].word_class in {"noun", "proper"}]
    if any(token.readings[0].case == "instructive" for token in nouns):
        return True
    first = acting.sentence.tokens[acting.group.finite].span.start
    whole = any(t.span.start < first and t.readings[0].case == "nominative" for t in nouns)
    ends = any(t.span.start > first and t.readings[0].case in {"illative", "allative"} for t in nouns)
    return acting.group.verb in acting.verbs["spending"] and ends and (whole or acting.scene.force == "plan")


def counts_cases(acting: ActingClause) -> bool:
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


def is_well_done(acting: ActingClause) -> bool:
    """*Mietintö on huolella tehty*: a manner between *olla* and the participle tells how good the thing is."""
    group = acting.group
    between = acting.sentence.tokens[group.finite + 1 : group.end - 1]
    return len(between) == 1 and grammar.word(between[0]) in acting.words["manners"]

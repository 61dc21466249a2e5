"""Whether a clause looks back or ahead, by the tense of the verb beside an expression."""

from policysearch.facts.times.core import Direction
from policysearch.facts.times.cues import time_cues
from policysearch.model.document import AnalysedPassage
from policysearch.model.language import Reading, Token
from policysearch.model.text import Span

_BREAKS = frozenset({",", ";", ":", "–", "("})


def direction(analysed: AnalysedPassage, span: Span) -> Direction | None:
    """*past* beside a past tense or a perfect, *future* beside a present or conditional; None where no verb tells.

    A participle right behind the expression decides before the finite verb: *kesäkuussa julkaistu*, *syksyllä alkava*.
    """
    sentence = next((one for one in analysed.sentences if one.overlaps(span)), analysed.passage.span)
    tokens = [token for token in analysed.tokens if sentence.contains(token.span)]
    following = [token for token in tokens if token.span.start >= span.end][:2]
    if following and (found := _of_attribute(following)):
        return found
    clauses = _clauses(tokens)
    own = next((index for index, clause in enumerate(clauses) if any(t.span.overlaps(span) for t in clause)), 0)
    by_distance = sorted(range(len(clauses)), key=lambda index: (abs(index - own), index > own))
    for index in by_distance:
        if (found := _of_clause(clauses[index], span)) is not None:
            return found
    return None


def _of_attribute(following: list[Token]) -> Direction | None:
    """The side that a participle before its noun looks to; in the nominative only where such a noun follows it."""
    token = following[0]
    before_noun = len(following) > 1 and any(
        reading.word_class == "noun" and reading.case == "nominative" for reading in following[1].readings[:1]
    )
    if token.lemma.endswith(("va", "vä")):
        return None  # *vastaava*, *johtava* have become words of their own and look to no side
    for reading in token.readings:
        if reading.participle is None or reading.case is None or (reading.case == "nominative" and not before_noun):
            continue
        if reading.participle in {"past_active", "past_passive"}:
            return "past"
        if reading.participle in {"present_active", "present_passive"}:
            return "future"
    return None


def _clauses(tokens: list[Token]) -> list[list[Token]]:
    clauses: list[list[Token]] = [[]]
    for token in tokens:
        if token.surface in _BREAKS:
            clauses.append([])
        else:
            clauses[-1].append(token)
    return [clause for clause in clauses if clause] or [tokens]


def _of_clause(clause: list[Token], span: Span) -> Direction | None:
    is_negated = any(token.readings[0].word_class == "negation" for token in clause)
    verbs = [(token, reading) for token in clause if (reading := _finite(token, is_negated=is_negated)) is not None]
    # An infinitive that looks like a present (päätti antaa) is the verb only where there is no other.
    verbs = [pair for pair in verbs if all(other.mood != "A-infinitive" for other in pair[0].readings)] or verbs
    if not verbs:
        return None
    token, reading = min(verbs, key=lambda pair: abs(pair[0].span.start - span.start))
    if reading.tense == "past":
        return "future" if _is_planned(clause, token, reading, span) else "past"
    if reading.lemma.lower() == "olla" and reading.mood == "indicative" and _has_perfect(clause, token):
        return "past"
    return "future"


def _is_planned(clause: list[Token], verb: Token, reading: Reading, span: Span) -> bool:
    """*päätettiin pitää huhtikuussa*, *sovittiin pidettäväksi*: an infinitive after a verb that looks ahead."""
    if reading.lemma.lower() not in time_cues().planning:
        return False
    return any(
        other.mood in {"A-infinitive", "MA-infinitive"}
        or (other.participle == "present_passive" and other.case == "translative")
        for token in clause
        if verb.span.start < token.span.start < span.start
        for other in token.readings
    )


def _finite(token: Token, *, is_negated: bool) -> Reading | None:
    """The finite reading; *tehdä* as the form that follows a negation verb only where there is one."""
    if token.readings[0].word_class not in {"verb", "negation"} and not token.readings[0].person:
        return None
    return next(
        (
            reading
            for reading in token.readings
            if reading.person and not reading.participle and (reading.negative is not True or is_negated)
        ),
        None,
    )


def _has_perfect(clause: list[Token], verb: Token) -> bool:
    return any(
        reading.participle in {"past_active", "past_passive"} and reading.case in {None, "nominative"}
        for token in clause
        if token.span.start > verb.span.start
        for reading in token.readings
    )

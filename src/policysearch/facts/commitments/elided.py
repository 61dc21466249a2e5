"""Decisions whose verb is left out: *Ehdotuksen mukaan*, *Päätös on ehdotuksen mukainen.*, *Pöydälle*."""

from itertools import pairwise

from policysearch.facts.clauses import grammar
from policysearch.facts.clauses.reading import ReadSentence
from policysearch.facts.commitments.scene import Verdict
from policysearch.model.facts import Actor, Outcome

_PROPOSALS = frozenset(
    {
        "ehdotus",
        "esitys",
        "päätösehdotus",
        "päätösesitys",
        "pohjaehdotus",
        "pohjaesitys",
        "lausuntoehdotus",
        "palautusehdotus",
        "vastaehdotus",
        "muutosehdotus",
    }
)
_MOST_WORDS = 9


def elided_decision(sentence: ReadSentence, body: Actor | None) -> Verdict | None:
    """The decision that a short note of minutes records, or None.

    Args:
        sentence: A sentence of at most nine words, else None is returned.
        body: Whose record it is.
    """
    words = [token for token in sentence.tokens if token.kind == "word"]
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    verbs = {clause.group.verb for clause in sentence.clauses if clause.group is not None}
    actors = (body,) if body is not None else ()
    forms = [grammar.word(token) for token in words]
    if not verbs and "pöydälle" in forms and len(words) <= 4:
        return Verdict("decision", "elided.pöydälle", None, actors, "binding", "tabled")
    if verbs - {"olla"}:
        return None
    for first, second in pairwise(words):
        alike = (not verbs and grammar.word(second) in {"mukaan", "mukaisesti"}) or "mukainen" in grammar.lemmas(second)
        if alike and grammar.lemmas(first) & _PROPOSALS and "genitive" in grammar.cases(first):
            return Verdict("decision", "elided.ehdotus", None, actors, "binding", _approved(forms))
    return None


def _approved(forms: list[str]) -> Outcome:
    return "returned" if "palautusehdotuksen" in forms else "approved"

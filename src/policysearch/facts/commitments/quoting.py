"""Direct speech and who speaks: *– Avaamme toimipisteen, sanoo toiminnanjohtaja Oona Kivelaho*."""

from policysearch.facts.clauses.reading import ReadSentence
from policysearch.facts.clauses.split import Clause
from policysearch.facts.commitments.agents import agents_in
from policysearch.facts.cues import Cues
from policysearch.model.facts import Actor

_MARKS = frozenset({",", "”", "“", '"', "»", "–", "—", "-", "?", "!", "."})
#: Dashes and marks that open direct speech.
_OPENING = frozenset({"–", "—", "-", "”", "“", '"', "»"})
_MOST_WORDS = 16


def quotes(sentence: ReadSentence, clause: Clause, cues: Cues) -> bool:
    """Whether a clause only says who spoke: it follows what was said, and nothing hangs on it."""
    if clause.group is None or not clause.start or clause.end - clause.start > _MOST_WORDS:
        return False
    if (
        clause.group.negative
        or clause.group.verb not in cues.verbs["report"] | {"luvata"}
        or clause.group.construction != "plain"
    ):
        return False
    before = sentence.tokens[clause.start - 1].surface
    return before in _MARKS and not sentence.children_of(clause) and _by_person(sentence, clause, cues) is not None


def quoted_person(sentence: ReadSentence, cues: Cues) -> Actor | None:
    """The person whose direct speech a sentence is, where it says so."""
    for clause in sentence.clauses:
        if quotes(sentence, clause, cues):
            return _by_person(sentence, clause, cues)
    return None


def is_direct(sentence: ReadSentence, cues: Cues) -> bool:
    """Whether the words of a sentence are somebody's direct speech, by its first mark or by who said it."""
    return sentence.tokens[0].surface in _OPENING or quoted_person(sentence, cues) is not None


def _by_person(sentence: ReadSentence, clause: Clause, cues: Cues) -> Actor | None:
    agents = agents_in(sentence, sentence.words_of(clause), "nominative", cues)
    return next((agent.actor for agent in agents if agent.actor.kind == "person"), None)

"""Who acts in a clause, by case: nominative subject, genitive of a necessive, local case of a passive."""

from collections.abc import Sequence

from policysearch.facts.clauses import grammar
from policysearch.facts.clauses.reading import ReadSentence
from policysearch.facts.clauses.split import Clause
from policysearch.facts.commitments.agents import actors_of, agents_in, chained, in_case
from policysearch.facts.cues import Cues
from policysearch.model.facts import Actor
from policysearch.model.language import Token
from policysearch.model.text import Span

#: Postpositions that make a genitive the one who acts in a passive: VM:n taholta, lautakunnan toimesta.
_BY = frozenset({"taholta", "toimesta", "puolesta", "johdolla"})
#: Verbs of which an elative after the verb tells who acts: koordinaatiota on hoidettu ministeriöstä.
_FROM = frozenset({"hoitaa", "koordinoida", "johtaa", "ohjata", "todeta", "kertoa", "ilmoittaa"})
_OBJECTIVE = frozenset({"nominative", "genitive", "partitive", "accusative"})
_NAMING = frozenset({"noun", "proper", "pronoun", "abbreviation", "unknown", "numeral"})


def subject_of(sentence: ReadSentence, clause: Clause, cues: Cues) -> tuple[Actor, ...]:
    """The actors in the nominative whose verb this is, coordinated ones included; empty where it is no actor.

    Args:
        sentence: Where the clause stands.
        clause: A clause with an active verb.
        cues: Its words of *agents* make actors of common nouns (*järjestöt ehdottavat*).
    """
    assert clause.group is not None
    words = [i for i in sentence.words_of(clause) if i not in clause.group.members]
    before = [i for i in words if i < clause.group.finite]
    agents = [a for a in agents_in(sentence, before, "nominative", cues) if not _is_attribute(sentence, a.end)]
    if agents:
        return actors_of(chained(sentence, agents))
    if _other_subject(sentence, before):
        return ()
    at = sentence.clauses.index(clause)
    previous = sentence.clauses[at - 1] if at else None
    if clause.joined and previous is not None and previous.group is not None and not has_own_subject(sentence, clause):
        return () if previous.group.passive else subject_of(sentence, previous, cues)
    after = [i for i in words if i > clause.group.finite]
    return actors_of(chained(sentence, agents_in(sentence, after, "nominative", cues)))


def has_own_subject(sentence: ReadSentence, clause: Clause) -> bool:
    """Whether a noun or pronoun in a case of subjects and objects stands before the verb of a coordinated clause."""
    assert clause.group is not None
    return any(
        in_case(sentence.tokens[i], "nominative", "partitive", "genitive")
        for i in range(clause.start, clause.group.finite)
        if sentence.tokens[i].readings[0].word_class in _NAMING and sentence.tokens[i].kind == "word"
    )


def has_own_object(sentence: ReadSentence, clause: Clause) -> bool:
    """Whether an object follows the verb of a coordinated clause, before or after words in local cases."""
    assert clause.group is not None
    for i in range(clause.group.end, clause.end):
        best = sentence.tokens[i].readings[0]
        if best.word_class not in {"noun", "proper", "pronoun"} or best.case not in _OBJECTIVE:
            continue
        following = sentence.tokens[i + 1].readings[0] if i + 1 < clause.end else None
        owns = following is not None and following.word_class in {
            "noun",
            "adjective",
            "adposition",
            "adverb",
            "numeral",
        }
        if not (best.case == "genitive" and owns):
            return True
    return False


def has_whole_object(sentence: ReadSentence, clause: Clause) -> bool:
    """Whether the first object after the verb is a whole, so that the act is completed: *avaa uuden toimipisteen*."""
    assert clause.group is not None
    starts = {placed.start for placed in sentence.times}
    for i in range(clause.group.end, clause.end):
        best = sentence.tokens[i].readings[0]
        if best.word_class not in {"noun", "proper"} or best.case is None or i in starts:
            continue
        if best.case == "nominative":
            return best.number == "plural"
        if best.case != "genitive":
            if best.case == "partitive":
                return False
            continue
        after = sentence.tokens[i + 1].readings[0] if i + 1 < clause.end and i + 1 not in starts else None
        modifies = after is not None and after.word_class in {"noun", "adjective", "adposition"} and after.case
        if not modifies and not (after is not None and after.word_class == "adposition"):
            return True
    return False


def bearer_of(sentence: ReadSentence, clause: Clause, cues: Cues) -> tuple[Actor, ...]:
    """The genitives who must: *Poliisin tulee*, *Hakijan on esitettävä*, *Työryhmän tehtävänä on*."""
    assert clause.group is not None
    group = clause.group
    if group.construction == "predicate":
        word = group.pattern_word
        own = sentence.words_of(clause)
        at = next((i for i in own if word and word in grammar.lemmas(sentence.tokens[i])), None)
        return () if at is None else owner_before(sentence, at, cues)
    words = [i for i in sentence.words_of(clause) if i not in group.members and i < max(group.members)]
    chain = chained(sentence, agents_in(sentence, words, "genitive", cues))
    while chain and _modifies_noun(sentence, chain[-1].end, set(words)):
        rest = [i for i in words if i >= chain[-1].end]
        chain = chained(sentence, agents_in(sentence, rest, "genitive", cues))
    return actors_of(chain)


def body_of_passive(sentence: ReadSentence, clause: Clause) -> tuple[Actor, ...]:
    """The body in whose house a passive happens: *oikeusministeriössä on valmisteltu*, *VM:n taholta pidettiin*."""
    assert clause.group is not None
    words = set(sentence.words_of(clause))
    for placed in sentence.mentions:
        if placed.mention.actor.kind != "organisation" or not words.issuperset(range(placed.start, placed.end)):
            continue
        head = sentence.tokens[placed.end - 1]
        following = sentence.tokens[placed.end] if placed.end < len(sentence.tokens) else None
        if following is not None and grammar.word(following) in _BY and "genitive" in grammar.cases(head):
            return (placed.mention.actor,)
        source = in_case(head, "elative") and (placed.end <= clause.group.finite or clause.group.verb in _FROM)
        if (source or in_case(head, "inessive", "adessive")) and not _modifies(following):
            return (placed.mention.actor,)
    return ()


def owner_before(sentence: ReadSentence, at: int, cues: Cues) -> tuple[Actor, ...]:
    """The actor in the genitive that the noun at `at` belongs to: *koordinaattorin keskeisistä tehtävistä*."""
    near = agents_in(sentence, range(max(0, at - 30), at), "genitive", cues)
    if not near or at - near[-1].end > 3:
        return ()
    gap = sentence.tokens[near[-1].end : at]
    modifiers = {"adjective", "adverb", "pronoun", "numeral", "verb"}
    return (near[-1].actor,) if all(t.readings[0].word_class in modifiers for t in gap) else ()


def _is_attribute(sentence: ReadSentence, end: int) -> bool:
    """Whether a nominative is a title before a name in the genitive: *valtuutettu Aallon*."""
    if end >= len(sentence.tokens):
        return False
    following = sentence.tokens[end].readings[0]
    return following.word_class == "proper" and following.case == "genitive"


def _other_subject(sentence: ReadSentence, words: Sequence[int]) -> bool:
    """Whether a nominative that is no actor stands there: *Työ*, *hanke*, *se*."""
    for i in words:
        best = sentence.tokens[i].readings[0]
        label = i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].surface == ":"
        if best.case == "nominative" and best.word_class in {"noun", "proper", "pronoun"} and not label:
            return True
    return False


def _modifies_noun(sentence: ReadSentence, at: int, own: set[int]) -> bool:
    """Whether the genitive that ends before `at` belongs to a noun after it rather than to the verb."""
    for i in range(at, min(at + 4, len(sentence.tokens))):
        token = sentence.tokens[i]
        best = token.readings[0]
        if i not in own or token.kind != "word":
            return False
        if best.word_class in {"noun", "proper"}:
            return best.case in {"nominative", "partitive", "genitive", "inessive", "elative", "adessive", "illative"}
        if best.word_class not in {"adjective", "pronoun", "numeral"}:
            return False
    return False


def _modifies(following: Token | None) -> bool:
    """Whether the next word is a participle that a local case belongs to: *ministeriössä laaditun ohjelman*."""
    return (
        following is not None
        and following.readings[0].participle is not None
        and following.readings[0].case not in {"nominative", None}
    )


def asked_of(sentence: ReadSentence, span: Span) -> tuple[Actor, ...]:
    """Those of whom something is asked within `span`: *lausuntoa on pyydetty ministeriöltä*."""
    return tuple(
        placed.mention.actor
        for placed in sentence.mentions
        if span.overlaps(placed.mention.span) and in_case(sentence.tokens[placed.end - 1], "ablative")
    )

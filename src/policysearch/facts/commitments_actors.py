"""Who acts in a clause, by case: nominative subject, genitive of a necessive, local case of a passive."""

from collections.abc import Iterable, Sequence

from policysearch.facts import grammar
from policysearch.facts.attribution import new_actor
from policysearch.facts.clauses import Clause
from policysearch.facts.cues import Cues
from policysearch.facts.reading import PlacedMention, ReadSentence
from policysearch.model.facts import Actor
from policysearch.model.language import Case, Token

#: Postpositions that make a genitive the one who acts in a passive: VM:n taholta, lautakunnan toimesta.
_BY = frozenset({"taholta", "toimesta", "puolesta", "johdolla"})


def subject_of(sentence: ReadSentence, clause: Clause, cues: Cues) -> tuple[Actor, ...]:
    """The actors in the nominative whose verb this is, coordinated ones included; empty where it is no actor.

    Args:
        sentence: Where the clause stands.
        clause: A clause with an active verb.
        cues: Its words of *agents* make actors of common nouns (*järjestöt ehdottavat*).
    """
    assert clause.group is not None
    words = sentence.words_of(clause)
    before = [i for i in words if i < clause.group.finite and i not in clause.group.members]
    after = [i for i in words if i > clause.group.finite and i not in clause.group.members]
    found = _nominatives(sentence, before, cues)
    if found or _other_subject(sentence, before):
        return found
    at = sentence.clauses.index(clause)
    if clause.joined and at and not has_own_subject(sentence, clause) and sentence.clauses[at - 1].group is not None:
        previous = sentence.clauses[at - 1]
        if previous.group is not None and not previous.group.passive:
            return subject_of(sentence, previous, cues)
    return _nominatives(sentence, after, cues, first_only=True)


def has_own_subject(sentence: ReadSentence, clause: Clause) -> bool:
    """Whether a nominative or a pronoun stands before the verb of a coordinated clause."""
    assert clause.group is not None
    return any(
        _is_case(sentence.tokens[i], "nominative", "partitive", "genitive")
        for i in range(clause.start, clause.group.finite)
        if sentence.tokens[i].readings[0].word_class
        in {"noun", "proper", "pronoun", "abbreviation", "unknown", "numeral"}
        and sentence.tokens[i].kind == "word"
    )


def has_own_object(sentence: ReadSentence, clause: Clause) -> bool:
    """Whether an object follows the verb of a coordinated clause: the first noun phrase is no local case."""
    assert clause.group is not None
    for i in range(clause.group.end, clause.end):
        best = sentence.tokens[i].readings[0]
        if best.word_class in {"noun", "proper", "pronoun"} and best.case is not None:
            following = sentence.tokens[i + 1].readings[0] if i + 1 < clause.end else None
            if best.case == "genitive" and following is not None and following.word_class in {"noun", "adjective"}:
                continue
            return best.case in {"nominative", "genitive", "partitive", "accusative"}
    return False


def bearer_of(sentence: ReadSentence, clause: Clause, cues: Cues) -> tuple[Actor, ...]:
    """The genitives who must: *Poliisin tulee*, *Hakijan on esitettävä*, *Työryhmän tehtävänä on*."""
    assert clause.group is not None
    group = clause.group
    words = [i for i in sentence.words_of(clause) if i not in group.members]
    limit = max(group.members) if group.construction == "necessive" else len(sentence.tokens)
    words = [i for i in words if i < limit]
    if group.construction == "predicate":
        return _owners(sentence, clause, words, cues)
    return _genitives(sentence, words, cues)


def body_of_passive(sentence: ReadSentence, clause: Clause) -> tuple[Actor, ...]:
    """The body in whose house a passive happens: *oikeusministeriössä on valmisteltu*, *VM:n taholta pidettiin*."""
    assert clause.group is not None
    words = set(sentence.words_of(clause))
    for placed in sentence.mentions:
        if placed.mention.actor.kind != "organisation" or not set(range(placed.start, placed.end)) <= words:
            continue
        head = sentence.tokens[placed.end - 1]
        following = sentence.tokens[placed.end] if placed.end < len(sentence.tokens) else None
        if following is not None and grammar.word(following) in _BY and "genitive" in grammar.cases(head):
            return (placed.mention.actor,)
        if _is_case(head, "inessive", "adessive", "elative") and not _modifies(following):
            return (placed.mention.actor,)
    return ()


def mentions_in(sentence: ReadSentence, words: Iterable[int]) -> list[PlacedMention]:
    """The mentions that lie wholly among the tokens `words`, in order."""
    own = set(words)
    return [placed for placed in sentence.mentions if set(range(placed.start, placed.end)) <= own]


def _is_case(token: Token, *wanted: Case) -> bool:
    """Whether the best reading, or any noun reading where the best is no nominal, has one of the cases."""
    best = token.readings[0]
    if best.case is not None:
        return best.case in wanted
    if token.surface.isupper():
        return "nominative" in wanted
    return bool(grammar.cases(token) & set(wanted)) or (
        best.word_class in {"abbreviation", "unknown"} and "nominative" in wanted
    )


def _nominatives(
    sentence: ReadSentence, words: Sequence[int], cues: Cues, *, first_only: bool = False
) -> tuple[Actor, ...]:
    """Mentions in the nominative among `words` that are coordinated with the first of them."""
    chain: list[Actor] = []
    last = None
    for placed in mentions_in(sentence, words):
        head = sentence.tokens[placed.end - 1]
        if not _is_case(head, "nominative") or _in_apposition(sentence, placed):
            continue
        if last is not None and not _coordinated(sentence, last, placed.start):
            if first_only or chain:
                break
        chain.append(placed.mention.actor)
        last = placed.end
    if chain:
        return tuple(dict.fromkeys(chain))
    for i in words:
        token = sentence.tokens[i]
        best = token.readings[0]
        if (
            best.case == "nominative"
            and best.word_class == "noun"
            and best.lemma.lower() in cues.words["representatives"]
        ):
            return tuple(p.mention.actor for p in sentence.mentions if p.end == i)
        if best.case == "nominative" and best.word_class == "noun" and _agent(token, cues):
            return (new_actor(_agent_name(token)),)
    return ()


def _in_apposition(sentence: ReadSentence, placed: PlacedMention) -> bool:
    """Whether the nominative is a title before a name or a word that modifies the next noun."""
    if placed.end >= len(sentence.tokens):
        return False
    following = sentence.tokens[placed.end].readings[0]
    return following.word_class == "proper" and following.case == "genitive"


def _coordinated(sentence: ReadSentence, end: int, start: int) -> bool:
    """Whether only commas, coordinators and modifiers stand between two mentions."""
    between = sentence.tokens[end:start]
    joints = [t for t in between if t.surface == "," or grammar.word(t) in {"ja", "sekä", "että", "tai"}]
    return bool(joints) and len(between) <= 6


def _other_subject(sentence: ReadSentence, words: Sequence[int]) -> bool:
    """Whether a nominative that is no actor stands there: *Työ*, *hanke*, *se*."""
    for i in words:
        best = sentence.tokens[i].readings[0]
        if (
            best.case == "nominative"
            and best.word_class in {"noun", "proper", "pronoun"}
            and not _is_label(sentence, i)
        ):
            return True
    return False


def _is_label(sentence: ReadSentence, at: int) -> bool:
    return at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].surface == ":"


def _genitives(sentence: ReadSentence, words: Sequence[int], cues: Cues) -> tuple[Actor, ...]:
    chain: list[Actor] = []
    last: int | None = None
    own = set(words)
    for placed in mentions_in(sentence, words):
        if not _is_case(sentence.tokens[placed.end - 1], "genitive"):
            continue
        if last is not None and not _coordinated(sentence, last, placed.start):
            break
        chain.append(placed.mention.actor)
        last = placed.end
    if chain and last is not None and not _modifies_noun(sentence, last, own):
        return tuple(dict.fromkeys(chain))
    for i in words:
        token = sentence.tokens[i]
        best = token.readings[0]
        if (
            best.case == "genitive"
            and best.word_class == "noun"
            and _agent(token, cues)
            and not _modifies_noun(sentence, i + 1, own)
        ):
            return (new_actor(_agent_name(token)),)
    return ()


def _owners(sentence: ReadSentence, clause: Clause, words: Sequence[int], cues: Cues) -> tuple[Actor, ...]:
    """The genitive before *tehtävänä, vastuulla, tavoitteena*: whose task it is."""
    assert clause.group is not None
    pattern_word = clause.group.pattern_word
    at = next(
        (i for i in sentence.words_of(clause) if pattern_word and pattern_word in grammar.lemmas(sentence.tokens[i])),
        None,
    )
    if at is None:
        return ()
    return owner_before(sentence, at, cues)


def owner_before(sentence: ReadSentence, at: int, cues: Cues) -> tuple[Actor, ...]:
    """The actor in the genitive that the noun at `at` belongs to: *koordinaattorin keskeisistä tehtävistä*."""
    for placed in reversed(sentence.mentions):
        if placed.end <= at and at - placed.end <= 3 and _is_case(sentence.tokens[placed.end - 1], "genitive"):
            gap = sentence.tokens[placed.end : at]
            if all(t.readings[0].word_class in {"adjective", "adverb", "pronoun", "numeral", "verb"} for t in gap):
                return (placed.mention.actor,)
    for i in range(at - 1, max(-1, at - 4), -1):
        token = sentence.tokens[i]
        if token.readings[0].case == "genitive" and _agent(token, cues):
            return (new_actor(_agent_name(token)),)
    return ()


def _modifies_noun(sentence: ReadSentence, at: int, own: set[int]) -> bool:
    """Whether the genitive that ends before `at` belongs to a noun after it rather than to the verb."""
    for i in range(at, min(at + 4, len(sentence.tokens))):
        if i not in own:
            return False
        token = sentence.tokens[i]
        best = token.readings[0]
        if token.kind != "word" or best.word_class in {"adverb", "particle", "conjunction", "verb", "adposition"}:
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
        and (following.readings[0].case not in {"nominative", None})
    )


def _agent(token: Token, cues: Cues) -> bool:
    """Whether a common noun names somebody who can act: its head is a body, or it is one who does (*hakija*)."""
    lemma = token.readings[0].lemma.lower()
    if token.readings[0].word_class != "noun":
        return False
    if lemma in cues.words["agents"] or any(lemma.endswith(head) for head in cues.words["agents"] if len(head) > 4):
        return True
    return (
        len(lemma) > 5 and lemma.endswith(("ija", "ijä", "taja", "täjä", "oja", "öjä")) and not lemma.endswith("kirja")
    )


def _agent_name(token: Token) -> str:
    """The word as it stands in the nominative, plural included; in other cases its dictionary form."""
    best = token.readings[0]
    if token.ellipsis is not None:
        return token.ellipsis
    return token.surface.lower() if best.case == "nominative" else best.lemma

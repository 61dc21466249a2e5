"""Which words of a segment are its finite verbs: no infinitives, participles, nouns or words of titles."""

from policysearch.facts.clauses import grammar
from policysearch.facts.clauses.segments import Segment, outside_parentheses
from policysearch.facts.clauses.verbgroups import build_group
from policysearch.facts.cues import Cues
from policysearch.model.language import Reading, Token

#: Dashes and marks that open direct speech.
_OPENING_MARKS = frozenset({"–", "—", "-", "”", "“", '"', "»"})


def finite_verbs(tokens: tuple[Token, ...], segment: Segment, cues: Cues) -> list[int]:
    """Indices of the finite verbs of a segment, without those that a negation before them has (*ei* … *muuteta*)."""
    kept: list[int] = []
    taken: set[int] = set()
    for i in _finite_candidates(tokens, segment, cues):
        if i in taken:
            continue
        if kept and _is_participle(tokens, kept[-1], i, cues):
            continue
        if kept and _in_title(tokens, kept[-1], i, cues):
            kept.pop()
        kept.append(i)
        if grammar.is_negation(tokens[i]):
            group = build_group(tokens, i, segment.start, segment.end, cues)
            if group is None:
                kept.pop()
            else:
                taken.update(range(i, group.members[1] + 1))
    return kept


def _divided(tokens: tuple[Token, ...], first: int, second: int, cues: Cues) -> bool:
    """Whether a mark or coordinator stands between two words."""
    between = tokens[first + 1 : second]
    return any(t.surface in {",", ":", ";"} or grammar.word(t) in cues.words["coordinator"] for t in between)


def _is_participle(tokens: tuple[Token, ...], first: int, second: int, cues: Cues) -> bool:
    """*pyydetään sitovat ilmoittautumiset*: the second is a participle before its noun, nothing divides the two."""
    if second + 1 >= len(tokens) or _divided(tokens, first, second, cues):
        return False
    participle = grammar.participle(tokens[second], "present_active", case="nominative")
    return participle is not None and tokens[second + 1].readings[0].case == "nominative"


def _in_title(tokens: tuple[Token, ...], first: int, second: int, cues: Cues) -> bool:
    """Whether the first of two verbs that nothing divides is none: *ohjelma Suomi torjuu väkivaltaa julkaistiin*."""
    if _divided(tokens, first, second, cues):
        return False
    if grammar.participle(tokens[first], "present_active", case="nominative"):
        return True  # Koulussa toimivat opettajat toimivat: the first is a participle
    return first > 1 and tokens[first - 1].surface[:1].isupper() and tokens[first - 2].kind == "word"


def _finite_candidates(tokens: tuple[Token, ...], segment: Segment, cues: Cues) -> list[int]:
    """Indices of the words that are finite verbs here, those that are infinitives or names left out."""
    strong: list[int] = []
    weak: list[int] = []
    outside = outside_parentheses(tokens)
    for i in range(segment.start, segment.end):
        token = tokens[i]
        if token.kind != "word" or not outside[i]:
            continue
        best = token.readings[0]
        if i > segment.start and _counted(tokens[i - 1], token):
            continue
        if strong and _more_of(tokens, strong[-1], i, cues):
            continue
        first = next(grammar.finite_readings(token), None)
        if (
            grammar.is_negation(token)
            or grammar.speaks(token)
            or (first is not None and best.person and best.mood and _third_or_speaking(first, cues))
        ):
            strong.append(i)
        elif (
            token.surface[0].islower()
            and best.word_class in {"verb", "noun", "adjective", "unknown"}
            and any(reading.person in {3, 4} for reading in grammar.finite_readings(token))
            and not _modifies_next(tokens, i)
        ):
            weak.append(i)
    said = _says_i(tokens, segment)
    if said is not None and (not strong or any(t.surface == "," for t in tokens[said : strong[0]])):
        strong.insert(0, said)
    return _without_infinitives(tokens, segment, strong or weak[:1], cues)


def _modifies_next(tokens: tuple[Token, ...], at: int) -> bool:
    """*uusi ohje*: an adjective that agrees with the noun after it."""
    best, after = tokens[at].readings[0], tokens[at + 1].readings[0] if at + 1 < len(tokens) else None
    agrees = after is not None and after.word_class == "noun" and (after.case, after.number) == (best.case, best.number)
    return best.word_class == "adjective" and best.case is not None and agrees


def _says_i(tokens: tuple[Token, ...], segment: Segment) -> int | None:
    """*– Kutsun maaliskuussa koolle järjestöt*: the first person that opens direct speech."""
    at = next((i for i in range(segment.start, segment.end) if tokens[i].kind == "word"), None)
    if at is None or segment.start or tokens[at].readings[0].person != 1:
        return None
    opens = at > 0 and tokens[at - 1].surface in _OPENING_MARKS
    told = any(
        before.surface in {",", "”"} and any(t.readings[0].person == 3 for t in tokens[n + 1 : segment.end])
        for n, before in enumerate(tokens[: segment.end])
    )
    if not (opens or told):
        return None
    return at if any(reading.person == 1 for reading in grammar.finite_readings(tokens[at])) else None


def _counted(before: Token, token: Token) -> bool:
    """*kymmenen tilaa*, *uutta lupaa*: a partitive after a numeral or an adjective in the partitive is no verb."""
    if not any(r.word_class == "noun" and r.case == "partitive" for r in token.readings):
        return False
    best = before.readings[0]
    numeral = best.word_class == "numeral"
    return numeral or (best.word_class == "adjective" and best.case == "partitive")


def _more_of(tokens: tuple[Token, ...], first: int, at: int, cues: Cues) -> bool:
    """*Vaadimme lisää rahaa*: after a verb that nothing divides from it, *lisää* is how much."""
    if grammar.word(tokens[at]) != "lisää" or _divided(tokens, first, at, cues):
        return False
    return "olla" not in grammar.lemmas(tokens[first])


def _third_or_speaking(reading: Reading, cues: Cues) -> bool:
    """First and second persons are rare and look like nouns (*ikään*, *ajan*): only of verbs that one speaks with."""
    if reading.person in {3, 4}:
        return True
    if reading.person == 2 and reading.mood == "indicative" and reading.number == "singular":
        return True  # Jos olet, Voit jättää
    speaking = cues.verbs["propose"] | cues.verbs["promise"] | cues.verbs["report"] | cues.verbs["decide"]
    return reading.person == 1 and reading.lemma.lower() in speaking


def _without_infinitives(tokens: tuple[Token, ...], segment: Segment, candidates: list[int], cues: Cues) -> list[int]:
    """Drop *kehittää* after *tulee*, *päätti*, *on syytä*: infinitives that look like the third person."""
    kept: list[int] = []
    licence = None
    for i in candidates:
        token = tokens[i]
        infinitive = grammar.reading_in_mood(token, "A-infinitive") is not None
        if infinitive and licence is not None and not _new_subject(tokens, licence, i):
            continue
        if infinitive and i > segment.start and grammar.lemmas(tokens[i - 1]) & cues.words["infinitive_nouns"]:
            continue  # mahdollisuutta perustaa
        kept.append(i)
        if _licences(tokens, segment, i, cues):
            licence = i
    return kept


def _licences(tokens: tuple[Token, ...], segment: Segment, at: int, cues: Cues) -> bool:
    """Whether an A-infinitive may follow the finite verb at `at`."""
    verbs = cues.verbs
    known = grammar.lemmas(tokens[at])
    if known & (
        verbs["necessive"] | verbs["possible"] | verbs["takes_a_infinitive"] | verbs["able"] | {"antaa", "kannattaa"}
    ):
        return True
    if grammar.is_negation(tokens[at]) or "olla" in known:
        around = tokens[segment.start : segment.end]
        words = cues.predicate_words
        return any(
            grammar.lemmas(token) & (words | {"mahdollinen", "mahdollisuus", "oikeus"}) for token in around
        ) or any(
            grammar.lemmas(token) & (verbs["necessive"] | verbs["possible"] | verbs["takes_a_infinitive"])
            for token in tokens[at + 1 : segment.end]
        )
    return False


def _new_subject(tokens: tuple[Token, ...], licence: int, at: int) -> bool:
    """Whether a coordinator or comma and a nominative stand between the verb and the possible infinitive."""
    for i in range(at - 1, licence, -1):
        token = tokens[i]
        if token.surface == "," or token.readings[0].word_class == "conjunction":
            between = tokens[i + 1 : at]
            return any(
                t.readings[0].case == "nominative" and t.readings[0].word_class in {"noun", "proper", "pronoun"}
                and t.readings[0].number == "singular"
                for t in between
            )  # fmt: skip
    return False

"""Those who can act in a sentence: mentions, and common nouns that grammar makes the one who acts."""

from collections.abc import Iterable
from dataclasses import dataclass

from policysearch.facts.attribution import new_actor
from policysearch.facts.clauses import grammar
from policysearch.facts.clauses.reading import PlacedMention, ReadSentence
from policysearch.facts.cues import Cues
from policysearch.model.facts import Actor
from policysearch.model.language import Case, Reading, Token

#: Endings of those who do something (*hakija*, *palveluohjaaja*), and words that end so and do nothing.
_AGENTIVE = ("ja", "jä")
_NOT_AGENTIVE = ("raja", "vaja", "maja", "paja", "laaja")
_SHORTEST_AGENTIVE = 5
#: Letters by which two names are known to have one head: sisä*steriö*, ulko*steriö*, Oulun kau*punki*.
_LETTERS_OF_A_HEAD = 6
#: Before a common noun these mean all of its kind, not the one whose text it is: *Jokaisen kunnan on nimettävä*.
_EACH = frozenset({"jokainen", "kukin", "joka"})
#: Short names that stand without an ending in the nominative.
_SHORT = frozenset({"Kh", "Kv", "Kj", "Khall", "Kvalt"})


@dataclass(frozen=True, slots=True)
class Agent:
    """Somebody who can act, and the tokens of the name, `start <= index < end`; the last one bears the case."""

    actor: Actor
    start: int
    end: int
    mentioned: bool


def agents_in(sentence: ReadSentence, words: Iterable[int], case: Case, cues: Cues) -> list[Agent]:
    """Those among the tokens `words` whose head stands in `case`, in order; a mention goes before a common noun."""
    own = set(words)
    found = [
        Agent(placed.mention.actor, placed.start, placed.end, mentioned=True)
        for placed in sentence.mentions
        if own.issuperset(range(placed.start, placed.end)) and in_case(_head(sentence, placed), case)
    ]
    people = {placed.start for placed in sentence.mentions if placed.mention.actor.kind == "person"}
    taken = {i for placed in sentence.mentions for i in range(placed.start, placed.end)}
    for i in sorted(own - taken):
        if i + 1 in people:
            continue  # a title before a name
        token = sentence.tokens[i]
        represented = _represented(sentence, i, case, cues)
        if represented is not None:
            found.append(Agent(represented, i, i + 1, mentioned=True))
        elif (
            in_case(token, case)
            and not _in_title(sentence, i)
            and (_can_act(token, cues) or _is_service(sentence, i, case))
        ):
            found.append(Agent(new_actor(_name(sentence, i, cues)), i, i + 1, mentioned=False))
    return sorted(found, key=lambda agent: agent.start)


def in_case(token: Token, *wanted: Case) -> bool:
    """Whether the best reading stands in one of the cases; an abbreviation without endings is a nominative."""
    best = token.readings[0]
    if best.case is not None:
        return best.case in wanted
    if token.surface.isupper() or token.surface in _SHORT or best.word_class in {"abbreviation", "unknown"}:
        return "nominative" in wanted
    return bool(grammar.cases(token) & set(wanted))


def _head(sentence: ReadSentence, placed: PlacedMention) -> Token:
    """The word that bears the case of a name: the last one in *Sisä- ja ulkoministeriö*, *Turun ja Oulun keskukset*."""
    last = sentence.tokens[placed.end - 1]
    head = placed.mention.actor.name.split()[-1]
    for other in sentence.mentions:
        if other.start <= placed.end or other.mention.actor == placed.mention.actor:
            continue
        joint = {grammar.word(token) for token in sentence.tokens[placed.end : other.start]}
        if not joint <= {"ja", "sekä", ",", "tai"}:
            break
        elliptic = last.surface.endswith("-") or (in_case(last, "genitive") and not _names(last, head))
        same = other.mention.actor.name.casefold().endswith(head.casefold()[-_LETTERS_OF_A_HEAD:])
        return _head(sentence, other) if elliptic and same else last
    return last


def _names(token: Token, head: str) -> bool:
    """Whether the word is the head of the name itself, in whatever case."""
    return any(lemma.endswith(head.casefold()[-_LETTERS_OF_A_HEAD:]) for lemma in grammar.lemmas(token))


def chained(sentence: ReadSentence, agents: list[Agent]) -> list[Agent]:
    """The first agent and those coordinated with it: *ministeriö, laitos ja virasto*."""
    chain = agents[:1]
    for agent in agents[1:]:
        if not _coordinated(sentence, chain[-1].end, agent.start):
            break
        chain.append(agent)
    return chain


def actors_of(agents: Iterable[Agent]) -> tuple[Actor, ...]:
    """Their actors, each once."""
    return tuple(dict.fromkeys(agent.actor for agent in agents))


def _coordinated(sentence: ReadSentence, end: int, start: int) -> bool:
    """Whether only a comma or coordinator and modifiers stand between two agents."""
    between = sentence.tokens[end:start]
    joints = [t for t in between if t.surface == "," or grammar.word(t) in {"ja", "sekä", "että", "tai"}]
    return bool(joints) and len(between) <= 6


def _can_act(token: Token, cues: Cues) -> bool:
    """Whether a word names somebody who can act although no mention does.

    Its head is a body (*kotikunta*), it is one who does (*hakija*), a state or municipality (*Suomi*) or an
    abbreviation that nobody knows.
    """
    best = _common(token)
    lemma = best.lemma.lower()
    if token.surface.partition(":")[0].lower() in cues.short_names:
        return True
    if best.word_class == "proper":
        return best.name == "place"
    if best.word_class in {"abbreviation", "unknown"}:
        return len(token.surface) > 1 and token.surface.partition(":")[0].isupper()
    if best.word_class != "noun":
        return False
    if lemma in cues.words["agents"] or lemma.endswith(cues.agent_endings):
        return True
    agentive = len(lemma) >= _SHORTEST_AGENTIVE and lemma.endswith(_AGENTIVE) and lemma[-3] in "aeiouyäö"
    return agentive and not lemma.endswith(_NOT_AGENTIVE)


def _common(token: Token) -> Reading:
    """The reading of a word as a noun where only its capital made a name of it: *Poliisilaitos on …*."""
    best = token.readings[0]
    if best.word_class == "noun" and best.lemma == "suomi" and token.surface[0].isupper():
        return next((r for r in token.readings if r.name == "place" and r.case == best.case), best)
    if best.word_class != "proper" or best.name == "place":
        return best
    return next((r for r in token.readings[1:] if r.word_class == "noun" and r.case == best.case), best)


def _is_service(sentence: ReadSentence, at: int, case: Case) -> bool:
    """*Hankintapalvelut valmistelee*: a plural with a verb in the singular is the name of a unit."""
    best = sentence.tokens[at].readings[0]
    if best.number != "plural" or best.word_class != "noun" or not best.lemma.lower().endswith("palvelu"):
        return False
    if case == "genitive":
        return True
    finite = [c.group.finite for c in sentence.clauses if c.group is not None and c.group.finite > at]
    return bool(finite) and any(_third_singular(reading) for reading in sentence.tokens[finite[0]].readings)


def _in_title(sentence: ReadSentence, at: int) -> bool:
    """*Suomi 100 -hanke*, *Tulevaisuuden kunta -uudistus*: part of the name of something else."""
    after = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    return after is not None and (after.kind == "number" or after.surface.startswith(("-", "–")))


def _third_singular(reading: Reading) -> bool:
    return reading.number == "singular" and reading.person == 3


def _represented(sentence: ReadSentence, at: int, case: Case, cues: Cues) -> Actor | None:
    """*ministeriön edustaja ehdotti*: the body in the genitive before its representative."""
    token = sentence.tokens[at]
    if token.readings[0].lemma.lower() not in cues.words["representatives"] or not in_case(token, case):
        return None
    return next((placed.mention.actor for placed in sentence.mentions if placed.end == at), None)


def _name(sentence: ReadSentence, at: int, cues: Cues) -> str:
    """The nominative as it would be printed: *toiminnanharjoittaja*, *kunnat*, *Lehtorannan kunta*."""
    token = sentence.tokens[at]
    best = _common(token)
    before = sentence.tokens[at - 1].readings[0] if at else None
    owner = ""
    if before is not None and before.case == "genitive" and before.name == "place":
        owner = f"{sentence.tokens[at - 1].surface} "
    if token.ellipsis is not None:
        return owner + token.ellipsis
    short = cues.short_names.get(token.surface.partition(":")[0].lower())
    if short is not None:
        return short
    each = before is not None and before.lemma.lower() in _EACH
    named = best.case == "nominative" and best.lemma.lower() not in {"kunta", "kaupunki"}  # Kukin ministeriö vastaa
    if each and not named and (many := _plural(best.lemma.lower(), cues)):
        return owner + many
    if best.case == "nominative":
        capital = best.word_class == "proper" or token.surface.isupper()
        return owner + (token.surface if capital else token.surface.lower())
    if best.number == "plural":
        many = _plural(best.lemma.lower(), cues)
        if many is not None:
            return owner + many
    return owner + best.lemma


def _plural(lemma: str, cues: Cues) -> str | None:
    """*hyvinvointialueet* of *hyvinvointialue*; None for a head that the cues do not know."""
    head = next((h for h in cues.plurals if lemma.endswith(h)), None)
    return None if head is None else lemma[: -len(head)] + cues.plurals[head]

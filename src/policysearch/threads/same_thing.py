"""What two commitments are about: the weight of the words that both have, or that they are about two things."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policysearch.threads.clause import Word
from policysearch.threads.profile import Profile
from policysearch.threads.weights import Weights, main_form
from policysearch.threads.words import load_words

SAME_NAME = 0.95
"""Share of the words of both clauses that must be the same for one name."""
PART = 0.95
"""A part of a compound counts so much of its share where the other clause has it as a word or a part."""
BORROWED = 0.5
"""A word that stands only before the clause counts so much."""
TELLING = 0.5
"""A name of less weight is in too many clauses to name one thing."""


@dataclass(frozen=True, slots=True)
class Common:
    """What two clauses share.

    Attributes:
        strength: Weight of the shared words; a word counts up to 1.
        cover: Share of the shorter clause that the other one has, from 0 to 1.
        score: Likeness of both, from 0 to 1.
        words: The shared words, the rarest first.
        has_single: One of them is a thing of which there is one.
        has_named_single: One of them names such a thing by a compound (*turvakoti*), other than a law that is cited.
        is_same_name: Both name it by the very same words, two at least.
        names: Names among the shared words, other than those of towns and of the parties.
    """

    strength: float
    cover: float
    score: float
    words: tuple[str, ...]
    has_single: bool
    is_same_name: bool
    has_named_single: bool = False
    names: tuple[str, ...] = ()


def different_things(first: Profile, second: Profile) -> str | None:
    """Why the two are about two things, whatever they share; None where nothing says so."""
    lemmas = [{main_form(word) for word in p.things} for p in (first, second)]
    for one in first.things:
        for other in second.things:
            if not one.parts or not other.parts or one.head != other.head or main_form(one) == main_form(other):
                continue
            if main_form(one) not in lemmas[1] and main_form(other) not in lemmas[0]:
                return f"other things: {one.lemma} and {other.lemma}"
    return None


def common(first: Profile, second: Profile, weights: Weights, *, same_case: bool) -> Common:
    """What the two share; words of procedure only where the case number is the same."""
    left_out = frozenset() if same_case else load_words().procedural
    towns = first.places | second.places
    things = [
        tuple(word for word in p.things if word.lemma not in left_out and not _is_town(word, towns))
        for p in (first, second)
    ]
    pairs = _alignment(things[0], things[1], weights)
    strength = sum(weight for _, _, weight in pairs)
    masses = [sum(weights.of(main_form(word)) for word in _distinct(words)) for words in things]
    shorter, longer = min(masses), max(masses)
    if not shorter:
        return Common(0.0, 0.0, 0.0, (), False, False)
    borrowed = _borrowed(first, second, pairs, weights) + _borrowed(second, first, pairs, weights)
    cover = min(1.0, strength / shorter)
    score = 0.7 * cover + 0.3 * min(1.0, strength / longer)
    heads = {one.head for one, other, _ in pairs if one.head == other.head} & load_words().single
    wholes = {one.head for one, other, _ in pairs if one.parts and main_form(one) == main_form(other)}
    named = (wholes & heads) - load_words().cited
    words = tuple(dict.fromkeys(one.lemma for one, _, _ in sorted(pairs, key=lambda pair: (-pair[2], pair[0].lemma))))
    is_same_name = len(pairs) > 1 and strength / longer > SAME_NAME
    parties = frozenset(part for party in first.parties | second.parties for part in party.split())
    names = tuple(
        one.lemma
        for one, other, weight in pairs
        if (one.is_name or other.is_name) and weight >= TELLING and not _is_town(one, parties)
        if not (_is_body(one, first) or _is_body(other, second))
    )
    return Common(strength + borrowed, cover, score, words, bool(heads), is_same_name, bool(named), names)


def _is_town(word: Word, towns: frozenset[str]) -> bool:
    """Whether it is the name of a town whose body acts (*Kuusjärvi* beside *Kuusjärven kaupunginhallitus*)."""
    lemma = word.lemma.casefold()
    # A stem changes in its last two letters at most before the -n of the genitive: Turku, Turun; Helsinki, Helsingin.
    return any(town.startswith(lemma[: max(3, len(lemma) - 2)]) for town in towns)


def _is_body(word: Word, p: Profile) -> bool:
    """Whether the word belongs to the name of a body, which many matters concern."""
    return any(span.start <= word.start < span.end for span, actor in p.clause.mentions if actor.kind == "organisation")


def _alignment(first: Sequence[Word], second: Sequence[Word], weights: Weights) -> list[tuple[Word, Word, float]]:
    """Words that both have, then parts of compounds that the other one has too, as far as they go; no part twice.

    Each pair comes with the weight that it shares: of a compound, a part has its share.
    """
    ones, others = _distinct(first), _distinct(second)
    shared = {main_form(word) for word in ones} & {main_form(word) for word in others}
    whole = {main_form(word): word for word in others}
    pairs = [(one, whole[form], weights.of(form)) for one in ones if (form := main_form(one)) in shared]
    left = {
        part: (other, weight)
        for other in others
        if main_form(other) not in shared
        for part, weight in _parts(other, weights)
    }
    for one in ones:
        if main_form(one) in shared:
            continue
        for part, weight in _parts(one, weights):
            if part in left:
                other, other_weight = left.pop(part)
                pairs.append((one, other, PART * min(weight, other_weight)))
    return pairs


def _parts(word: Word, weights: Weights) -> list[tuple[str, float]]:
    """The parts of a word with the share of its weight that each has; a simple word is its own part."""
    parts = word.parts or (word.lemma,)
    return [(part, weights.of(main_form(word)) / len(parts)) for part in parts]


def _borrowed(poor: Profile, rich: Profile, pairs: Iterable[tuple[Word, Word, float]], weights: Weights) -> float:
    """Weight of words that `rich` has in its clause and `poor` only before its own."""
    met = {main_form(word) for pair in pairs for word in pair[:2]}
    before = {main_form(word) for word in poor.borrowed}
    shared = (form for word in _distinct(rich.things) if (form := main_form(word)) in before - met)
    return BORROWED * sum(weights.of(form) for form in shared)


def _distinct(words: Iterable[Word]) -> list[Word]:
    return list({main_form(word): word for word in words}.values())

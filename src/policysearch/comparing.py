"""The entries of two documents side by side: which speak of the same, and what they say differently."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from policysearch.index.terms import read_tokens
from policysearch.model.comparing import ComparedPair, Comparison, Difference
from policysearch.model.facts import Commitment
from policysearch.store import Store

LIKE, COMMON = 0.4, 2
"""Least share of the words of the shorter entry, by weight, that the other one has, and how many words that must be,
for two to be shown beside one another. The reader judges whether they speak of the same."""
_SHORT = 3
"""Letters of a word that says too little to be compared."""


def compare_documents(store: Store, first: str, second: str) -> Comparison:
    """Put the entries of two documents side by side; the routine of meetings is left out.

    Each entry has at most one counterpart: the pairs that are most alike come first. A word weighs the less the more
    entries of a document have it.

    Args:
        store: Holds them.
        first: Id of a document.
        second: Id of the other one.
    """
    ones, others = (_entries(store, document) for document in (first, second))
    words = {c.id: lemmas for document in (first, second) for c, lemmas in _with_words(store, document)}
    met = Counter(lemma for c in ones for lemma in words[c.id]) | Counter(
        lemma for c in others for lemma in words[c.id]
    )
    scored = sorted(
        ((_likeness(words[a.id], words[b.id], met), a, b) for a in ones for b in others),
        key=lambda item: (-item[0], item[1].span, item[2].span),
    )
    beside: dict[str, tuple[Commitment, float]] = {}
    taken: set[str] = set()
    for likeness, a, b in scored:
        if likeness >= LIKE and a.id not in beside and b.id not in taken:
            beside[a.id] = (b, likeness)
            taken.add(b.id)
    pairs = [_pair(a, *beside[a.id], words, met) if a.id in beside else ComparedPair(a, None) for a in ones]
    pairs += [ComparedPair(None, b) for b in others if b.id not in taken]
    return Comparison(store.summary(first), store.summary(second), tuple(pairs))


def differences(first: Commitment, second: Commitment) -> tuple[Difference, ...]:
    """What two entries say differently; what one of them does not say is no difference but for strength and time."""
    return tuple(_differences(first, second))


def _differences(a: Commitment, b: Commitment) -> Iterator[Difference]:
    if a.kind != b.kind:
        yield "kind"
    if a.action and b.action and a.action != b.action:
        yield "verb"
    if a.strength != b.strength:
        yield "strength"
    if a.polarity != b.polarity:
        yield "polarity"
    if a.actors and b.actors and {x.id for x in a.actors} != {x.id for x in b.actors}:
        yield "actor"
    ends = [(c.when.begin, c.when.end) if c.when else None for c in (a, b)]
    if ends[0] != ends[1]:
        yield "time"
    if a.amount != b.amount:
        yield "amount"
    if bool(a.condition) != bool(b.condition):
        yield "condition"


def _entries(store: Store, document: str) -> tuple[Commitment, ...]:
    return tuple(c for c in store.facts(document).commitments if not c.routine)


def _with_words(store: Store, document: str) -> Iterator[tuple[Commitment, frozenset[str]]]:
    tokens = [token for stored in store.passages(document) for token in read_tokens(stored.tokens)]
    for c in _entries(store, document):
        inside = (t for t in tokens if c.span.start <= t.start and t.end <= c.span.end)
        yield c, frozenset(t.lemma for t in inside if len(t.lemma) > _SHORT)


def _likeness(a: frozenset[str], b: frozenset[str], met: Mapping[str, int]) -> float:
    """The overlap coefficient over words, each weighing 1 by the number of entries of one document that have it."""

    def weight(words: frozenset[str]) -> float:
        return sum(1 / met[word] for word in words)

    shorter = min(weight(a), weight(b))
    return weight(a & b) / shorter if len(a & b) >= min(COMMON, len(a), len(b)) and shorter else 0.0


def _pair(
    a: Commitment, b: Commitment, likeness: float, words: Mapping[str, frozenset[str]], met: Mapping[str, int]
) -> ComparedPair:
    common: Sequence[str] = sorted(words[a.id] & words[b.id], key=lambda word: (met[word], word))
    return ComparedPair(a, b, tuple(common), likeness, differences(a, b))

"""How alike words and texts are, letter by letter and word by word. The only importer of rapidfuzz."""

from collections.abc import Iterable, Sequence


def near_words(pattern: str, known: Iterable[str], most: int) -> Iterable[tuple[str, int]]:
    """Words that differ from a pattern in at most `most` letters, and in how many; a swap of two letters is one."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract_iter

    for word, distance, _ in extract_iter(pattern, known, scorer=OSA.distance, score_cutoff=most):
        yield word, int(distance)


def sequence_likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of words that two texts have in common in the same order, 0 to 1; of two empty ones 1."""
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(one, other))

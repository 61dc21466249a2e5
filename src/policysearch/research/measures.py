"""Measures of keyness and association, as plain functions of counts. Formulas and sources: docs/measures.md."""

from math import log, log2, sqrt

SMOOTHING = 0.5
"""Stands for a count of 0 in `log_ratio` (Hardie 2014)."""
MOST_LOGDICE = 14.0


def log_likelihood(count_a: int, count_b: int, words_a: int, words_b: int) -> float:
    """G² of a word in two corpora after Rayson and Garside (2000): the two cells of the word alone.

    Args:
        count_a: Occurrences in A.
        count_b: Occurrences in B.
        words_a: All words of A, at least 1.
        words_b: All words of B, at least 1.

    Returns:
        At least 0; 3.84 is the 5 % level, 6.63 the 1 % level, 10.83 the 0.1 % level of one comparison.
    """
    count, words = count_a + count_b, words_a + words_b
    expected = ((count_a, words_a * count / words), (count_b, words_b * count / words))
    return max(0.0, 2 * sum(observed * log(observed / wanted) for observed, wanted in expected if observed))


def log_ratio(count_a: int, count_b: int, words_a: int, words_b: int) -> float:
    """Binary logarithm of the ratio of the relative frequencies after Hardie (2014); a count of 0 is taken as 0.5.

    0 where that 0.5 would be more than the other side has: too few words were read to tell.
    """
    if not count_a and not count_b:
        return 0.0
    ratio = log2(((count_a or SMOOTHING) / words_a) / ((count_b or SMOOTHING) / words_b))
    if not count_a:
        return min(0.0, ratio)
    return ratio if count_b else max(0.0, ratio)


def log_dice(together: int, count_x: int, count_y: int) -> float:
    """Rychlý's logDice (2008): 14 + log2 of the Dice coefficient; at most 14.

    Args:
        together: How often both stand together, at least 1 and at most the smaller of the two counts.
        count_x: Occurrences of the one.
        count_y: Occurrences of the other.
    """
    return MOST_LOGDICE + log2(2 * together / (count_x + count_y))


def mutual_information(observed: int, expected: float) -> float:
    """log2 of observed over expected (Church and Hanks 1990); both above 0."""
    return log2(observed / expected)


def t_score(observed: int, expected: float) -> float:
    """(observed − expected) / √observed (Church et al. 1991); `observed` above 0."""
    return (observed - expected) / sqrt(observed)


def contingency_log_likelihood(observed: int, row: int, column: int, total: int) -> float:
    """G² of all four cells after Dunning (1993), as Evert (2008) writes them.

    Args:
        observed: Words of one kind inside the windows.
        row: All words inside the windows.
        column: All words of that kind.
        total: All words.
    """
    cells = (
        (observed, row * column / total),
        (row - observed, row * (total - column) / total),
        (column - observed, (total - row) * column / total),
        (total - row - column + observed, (total - row) * (total - column) / total),
    )
    return max(0.0, 2 * sum(count * log(count / wanted) for count, wanted in cells if count))

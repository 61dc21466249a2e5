"""The formulas, on figures worked out by hand, and what must hold of them for all counts."""

from math import log, log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policysearch.research.measures import (
    contingency_log_likelihood,
    log_dice,
    log_likelihood,
    log_ratio,
    mutual_information,
    t_score,
)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        pytest.param((10, 20, 1000, 1000), 2 * (10 * log(10 / 15) + 20 * log(20 / 15)), id="twice as often in B"),
        pytest.param((5, 10, 500, 1000), 0.0, id="equally often"),
        pytest.param((7, 0, 100, 300), 2 * 7 * log(7 / 1.75), id="never in B"),
    ],
)
def test_keyness(counts: tuple[int, int, int, int], expected: float) -> None:
    """The two cells of Rayson and Garside."""
    assert log_likelihood(*counts) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        pytest.param((20, 10, 1000, 1000), 1.0, id="twice"),
        pytest.param((10, 20, 1000, 1000), -1.0, id="half"),
        pytest.param((8, 0, 100, 100), 4.0, id="nought is a half"),
        pytest.param((0, 1, 50, 1000), 0.0, id="half of one would turn the sign"),
    ],
)
def test_log_ratio(counts: tuple[int, int, int, int], expected: float) -> None:
    """Binary logarithm of the ratio."""
    assert log_ratio(*counts) == pytest.approx(expected)


def test_association() -> None:
    """Each measure by its formula."""
    assert log_dice(10, 10, 10) == 14
    assert log_dice(5, 10, 10) == 13
    assert mutual_information(8, 2.0) == 2
    assert t_score(9, 3.0) == 2
    # Inside and outside alike: nothing to explain.
    assert contingency_log_likelihood(10, 100, 100, 1000) == pytest.approx(0)
    assert contingency_log_likelihood(30, 100, 100, 1000) > 10.83


counts = st.integers(0, 10_000)


@given(a=counts, b=counts, c=st.integers(10_000, 10**6), d=st.integers(10_000, 10**6))
def test_keyness_does_not_care_which_side_is_first(a: int, b: int, c: int, d: int) -> None:
    """Log-likelihood is symmetric and never negative; log ratio turns its sign."""
    assert log_likelihood(a, b, c, d) == pytest.approx(log_likelihood(b, a, d, c))
    assert log_likelihood(a, b, c, d) >= 0
    assert log_ratio(a, b, c, d) == pytest.approx(-log_ratio(b, a, d, c))
    if a or b:
        assert log_ratio(a, b, c, d) * (a / c - b / d) >= 0


@given(together=st.integers(1, 100), x=st.integers(0, 100), y=st.integers(0, 100))
def test_log_dice_is_at_most_14(together: int, x: int, y: int) -> None:
    """And one less where the two meet half as often."""
    assert log_dice(together, together + x, together + y) <= 14
    half = log_dice(together, 2 * (together + x), 2 * (together + y))
    assert log_dice(together, together + x, together + y) - half == pytest.approx(log2(2))

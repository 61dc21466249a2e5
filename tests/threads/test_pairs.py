"""The measure on pairs: what is one, and near misses that are not."""

import pytest

from policysearch.threads import build_threads
from tests.threads.made import clauses
from tests.threads.more_pairs import MORE_PAIRS
from tests.threads.pairs import PAIRS, Pair


@pytest.mark.parametrize("pair", PAIRS + MORE_PAIRS, ids=lambda pair: pair.id)
def test_pairs_are_told_apart(pair: Pair) -> None:
    """The two sentences are one thread if, and only if, they tell of one commitment."""
    found = clauses(pair.first, pair.second)
    assert len({clause.document for clause in found}) == 2, "a sentence has no commitment"
    threads = build_threads(found)
    joined = any(len({member.document for member in thread.members}) == 2 for thread in threads)
    assert joined == pair.is_same

"""Threads: which commitments of a corpus are one and the same, and what became of each. Pure functions.

`clause` is what goes in, `measure` compares two, `adoption` finds what a document did with its own proposals, `build`
makes the threads, `lifecycle` tells their history. ADR 0008 describes the measure.
"""

from policysearch.threads.build import Built, build, build_threads
from policysearch.threads.clause import Clause, Word
from policysearch.threads.lifecycle import Told, in_order, is_open, lifecycle
from policysearch.threads.paper import Paper
from policysearch.threads.plans import Planned
from policysearch.threads.words import load_words

__all__ = [
    "Built", "Clause", "Paper", "Planned", "Told", "Word", "build", "build_threads", "in_order", "is_open", "lifecycle",
    "load_words",
]  # fmt: skip

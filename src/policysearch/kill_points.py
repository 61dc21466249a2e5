"""Numbered places in the writing of a corpus where a process can be made to kill itself, to prove that it may be.

With `POLICYSEARCH_KILL_AT=n` in its environment a process ends at its n-th such place as by `kill -9`: nothing is
flushed, closed or said. Tests go through all of them; without the variable nothing happens.
"""

import itertools
import os
import signal

VARIABLE = "POLICYSEARCH_KILL_AT"
_passed = itertools.count(1)


def kill_point() -> None:
    """One of the places: before, inside and after every write that a reader of the corpus could see."""
    if (wanted := os.environ.get(VARIABLE)) and next(_passed) == int(wanted):
        os.kill(os.getpid(), signal.SIGKILL)

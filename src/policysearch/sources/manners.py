"""Time as a guest spends it: one request at a time for each host with a pause, waiting where asked to, a budget."""

import datetime as dt
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime

from policysearch.errors import BudgetError, FetchError

LONGEST_WAIT = 600.0
"""A server that asks for more is left alone for the rest of the run."""
FAILURES_IN_A_ROW = 3
"""So many addresses of a host that gave no answer at all, and the others are not tried in this run."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Time and chance, passed in, so that tests need not wait: seconds that only grow, sleep, the UTC time, 0 to 1."""

    seconds: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], dt.datetime] = field(default=lambda: dt.datetime.now(dt.UTC))
    chance: Callable[[], float] = random.random


@dataclass
class _Host:
    ended: float = 0.0
    free_at: float = 0.0
    delay: float | None = None
    n_failures: int = 0
    closed: str | None = None


@dataclass
class Turns:
    """When each host may be asked next.

    Attributes:
        delay: Seconds between two requests to a host, from the end of the one to the start of the next.
        budget: Seconds that the run may take.
    """

    clock: Clock
    delay: float
    budget: float
    _hosts: dict[str, _Host] = field(default_factory=dict)
    _start: float = 0.0

    def __post_init__(self) -> None:
        self._start = self.clock.seconds()

    def wait(self, host: str) -> None:
        """Come back when the host may be asked.

        Raises:
            BudgetError: Not in this run any more.
            FetchError: The host is left alone for the rest of the run.
        """
        known = self._host(host)
        if known.closed is not None:
            raise FetchError(known.closed)
        self.pause(max(0.0, known.free_at - self.clock.seconds()))

    def done(self, host: str, *, answered: bool) -> None:
        """The request is over; the pause begins."""
        known = self._host(host)
        known.ended = self.clock.seconds()
        known.free_at = known.ended + max(self.delay, known.delay or 0.0)
        if answered:
            known.n_failures = 0

    def failed(self, host: str) -> None:
        """All tries for an address were in vain."""
        known = self._host(host)
        known.n_failures += 1
        if known.n_failures >= FAILURES_IN_A_ROW:
            known.closed = f"{host} gave no answer {FAILURES_IN_A_ROW} times in a row: left alone until the next run"

    def ask_for(self, host: str, delay: float | None) -> None:
        """The rules of the host ask for that many seconds between requests."""
        if delay is not None:
            known = self._host(host)
            known.delay = delay
            known.free_at = max(known.free_at, known.ended + delay)

    def hold(self, host: str, seconds: float) -> None:
        """The host asked to wait so long.

        Raises:
            FetchError: That is too long for one run; the host is left alone.
        """
        known = self._host(host)
        if seconds > LONGEST_WAIT:
            known.closed = f"{host} asks to come back in {seconds:.0f} s: left alone until the next run"
            raise FetchError(known.closed)
        known.free_at = max(known.free_at, self.clock.seconds() + seconds)

    def pause(self, seconds: float) -> None:
        """Sleep, if the budget reaches so far."""
        left = self.budget - (self.clock.seconds() - self._start)
        if seconds > left or left <= 0:
            raise BudgetError(f"the {self.budget / 60:g} minutes that pull.minutes gives a run are spent")
        if seconds > 0:
            self.clock.sleep(seconds)

    def _host(self, host: str) -> _Host:
        return self._hosts.setdefault(host, _Host())


def back_off(attempt: int, chance: float) -> float:
    """Seconds before the next try: 2, 4, 8 … and by chance up to half as much again, so that crowds disperse."""
    return float(2**attempt) * (1 + chance / 2)


def retry_after(value: str | None, now: dt.datetime) -> float | None:
    """The seconds that a `Retry-After` asks for, as a number or a date; None where it asks for nothing."""
    if not value:
        return None
    value = value.strip()
    if value.isdigit():
        return float(value)
    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=dt.UTC)
    return max(0.0, (when - now).total_seconds())

"""Times as intervals with a role."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args

from policysearch.model.text import Span

TimeRole = Literal["deadline", "start", "period", "event", "duration", "recurrence"]
TIME_ROLES: tuple[TimeRole, ...] = get_args(TimeRole)
Moment = dt.date | dt.datetime


@dataclass(frozen=True, slots=True)
class When:
    """When something is to be, or was: inclusive ends, each open where it is None.

    Attributes:
        begin: A day, or a minute where a clock time is given.
        end: As `begin`.
        duration: ISO 8601 (*P3Y*, *P4M*), for a length of time.
        recurrence: ISO 8601 duration between two occurrences (*P1M*).
        approximate: The words name no sharp borders (seasons, *alussa*, *noin*).
        note: Why there is no day though one is printed: *26.3.2021 is a Friday, not a Thursday*.
    """

    role: TimeRole
    begin: Moment | None = None
    end: Moment | None = None
    duration: str | None = None
    recurrence: str | None = None
    approximate: bool = False
    note: str | None = None

    @property
    def is_resolved(self) -> bool:
        """Whether any value could be computed."""
        return any((self.begin, self.end, self.duration, self.recurrence))


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A temporal expression of a document, with the words that give it its role. `quote` is the text at `span`."""

    id: str
    document: str
    span: Span
    quote: str
    page: int | None
    when: When
    ocr: bool = False

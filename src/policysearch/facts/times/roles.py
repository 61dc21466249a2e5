"""Which role the words around a core give it, how far its span reaches, and what begin and end follow from both."""

import datetime as dt
from dataclasses import dataclass

from policysearch.facts.times.core import Core, Reader
from policysearch.facts.times.values import Interval, date_of, middle_of, part
from policysearch.facts.times.verbs import (
    Cue,
    Reach,
    by_noun,
    by_participle,
    by_verb_around,
    by_verb_before,
    by_verb_near,
    is_moved,
)
from policysearch.model.time import Moment, TimeRole, When


@dataclass(frozen=True, slots=True)
class Placed:
    """A core with its role; `first` and `last` (half open) take in the words that give it."""

    core: Core
    first: int
    last: int
    role: TimeRole
    reach: Reach = "whole"
    approximate: bool = False


_AFTER_REACH: dict[str, tuple[TimeRole, Reach]] = {
    "deadline": ("deadline", "until"),
    "start": ("start", "from"),
    "period": ("period", "whole"),
    "event": ("event", "whole"),
    "after": ("start", "after"),
    "before": ("deadline", "before"),
}
# Before a length: of whichever, and of one that something happens in.
_WHICH = {False: ("ensimmäinen",), True: ("ensimmäinen", "viimeinen", "seuraava")}
_OUT_OF: frozenset[str] = frozenset({"elative"})
_INTO: frozenset[str] = frozenset({"illative"})
_AT: frozenset[str] = frozenset({"inessive", "adessive", "essive", "allative"})
_LONGEST_EVENT = dt.timedelta(days=10)


def place(reader: Reader, core: Core) -> Placed:
    """The role of a core, by the words after it, those before it, the verb beside it, its own case, in this order."""
    first, approximate = _with_bounds(reader, core)
    after = _after(reader, core)
    before = _before(reader, first)
    last = core.last if after is None else after.index
    if before is not None:
        first = before.index
    if core.grain == "length":
        role = core.role or "duration"
        if before is not None and before.role == "deadline" and role == "duration":
            role = "deadline"
        return Placed(core, _with_bounds_at(reader, first), core.last, role, "whole", approximate)
    cue = after
    if cue is None or (before is not None and before.role == "deadline"):
        cue = before or cue
    if cue is None and not (_is_clock(core) and reader.at(core.first).kind == "word"):
        cue = by_participle(reader, last) or by_verb_before(reader, first) or by_verb_around(reader, first, last)
        if cue is not None:
            first, last = min(first, cue.index), max(last, cue.index)
    if cue is None and not _is_clock(core):
        cue = by_verb_near(reader, core, first, last) or by_noun(reader, first)
    if cue is not None and not (cue.role == "period" and _is_clock(core)):
        return Placed(core, first, last, cue.role, cue.reach, approximate)
    role, reach = _own_role(core)
    if reach == "until" and core.edge is None and is_moved(reader, first):
        role, reach = "event", "whole"
    return Placed(core, first, last, role, reach, approximate)


def when_of(placed: Placed, interval: Interval | None) -> When:
    """The value of a placed core whose interval is known, or that keeps its role and no date."""
    core = placed.core
    approximate = placed.approximate or core.approximate
    if core.grain == "length" or interval is None:
        return When(placed.role, None, None, core.duration, core.recurrence, approximate)
    if core.edge is None:
        whole, is_part = interval, False
    else:
        is_part = placed.reach in {"whole", "after"} or (placed.reach == "from" and core.edge == "end")
        whole = part(interval, core.edge, core.grain) if is_part else interval
    begin, end = _sides(placed, whole)
    if begin is not None and end is not None and begin > end:
        begin = end = None
    approximate = approximate or is_part or core.edge == "middle"
    return When(placed.role, begin, end, None, None, approximate)


def _sides(placed: Placed, whole: Interval) -> tuple[Moment | None, Moment | None]:
    edge = placed.core.edge
    if placed.reach == "until":
        if edge == "begin":
            return None, date_of(whole.begin)
        return None, middle_of(whole) if edge == "middle" else whole.end
    if placed.reach == "from":
        return (middle_of(whole) if edge == "middle" else whole.begin), None
    if placed.reach == "after":
        is_turn = placed.core.grain == "day" and placed.core.approximate
        return date_of(whole.end) + dt.timedelta(days=0 if is_turn else 1), None
    if placed.reach == "before":
        if edge == "end":
            return None, whole.end
        border = middle_of(whole) if edge == "middle" else date_of(whole.begin)
        return None, border - dt.timedelta(days=1)
    if placed.role == "deadline" and placed.core.grain in {"day", "minute"}:
        return None, whole.end
    if placed.role == "start" and placed.core.grain == "day" and whole.begin == whole.end:
        return whole.begin, None
    return whole.begin, whole.end


def _is_clock(core: Core) -> bool:
    return core.grain == "minute"


def _after(reader: Reader, core: Core) -> Cue | None:
    """*mennessä*, *alkaen*, *aikana*; *välisenä aikana* is two words."""
    index = core.last
    if core.grain == "length":
        return None
    if reader.at(index).word == "," and reader.at(index + 1).word == "mennessä":
        index += 1
    if reader.at(index).word in {"välisenä", "väliselle", "väliseltä", "väliseksi", "väliseen", "välinen"}:
        skip = index + 1 + (reader.at(index + 1).is_lemma("aika", "ajanjakso"))
        return Cue("period", "whole", skip)
    if core.grain == "day" and (behind := _behind_event(reader, index)) is not None:
        return Cue("start", "from", behind)
    kind = reader.cues.after.get(reader.at(index).word)
    if kind is None or (kind == "start" and "partitive" in core.cases and core.grain != "day"):
        return None
    if kind == "before" and "partitive" not in core.cases:
        return None  # vuonna 2020 ennen vaaleja
    role, reach = _AFTER_REACH[kind]
    if kind == "deadline" and "elative" in core.cases and reader.at(index).word in {"asti", "saakka"}:
        role, reach = "start", "from"  # vuodesta 2013 asti
    index += 1
    if reader.at(index).word in {"saakka", "asti", "mennessä"} and reach == "until":
        index += 1
    return Cue(role, reach, index)


def _behind_event(reader: Reader, index: int) -> int | None:
    """The index behind *pidetyn kokouksen jälkeen*, where it stands at `index`: from that day on."""
    token = reader.at(index).token
    if token is not None and any(
        reading.participle in {"past_passive", "past_active"} and reading.case == "genitive"
        for reading in token.readings
    ):
        index += 1
    is_noun = "genitive" in reader.at(index).cases()
    return index + 2 if is_noun and reader.at(index + 1).word == "jälkeen" else None


def _before(reader: Reader, first: int) -> Cue | None:
    """*viimeistään*, *ennen*, *ajalle*."""
    index = first - 1
    if reader.at(index).kind == "dash":
        return None
    kind = reader.cues.before.get(reader.at(index).word)
    if kind is None:
        return None
    role, reach = _AFTER_REACH[kind]
    return Cue(role, reach, index)


def _with_bounds(reader: Reader, core: Core) -> tuple[int, bool]:
    """The index of *noin*, *enintään* before the core if there is one, and whether it makes the value approximate."""
    index = core.first
    approximate = False
    if reader.at(index - 1).word == "." and reader.at(index - 2).word in reader.cues.approximate:
        index -= 2
        approximate = True
    while reader.at(index - 1).word in reader.cues.approximate or (
        core.grain == "length" and reader.at(index - 1).word in reader.cues.bounds
    ):
        approximate = approximate or reader.at(index - 1).word in reader.cues.approximate
        index -= 1
    if core.grain == "length" and reader.at(index - 1).is_lemma(*_WHICH[core.role == "period"]):
        index -= 1  # viimeisten kolmen vuoden aikana
    return index, approximate


def _with_bounds_at(reader: Reader, first: int) -> int:
    while reader.at(first - 1).word in reader.cues.bounds:
        first -= 1
    return first


def _own_role(core: Core) -> tuple[TimeRole, Reach]:
    """The role by the case of the expression itself."""
    cases = core.cases
    if core.grain == "minute":
        return "event", "whole"
    if (
        cases & _INTO
        and not cases & (_AT - {"essive"})
        and not (core.grain == "year" and core.role == "period" and core.edge is None)
    ):
        return "deadline", "until"
    if cases & _OUT_OF and not cases & _AT:
        return "start", "from"
    if core.role is not None:
        return core.role, "whole"
    if core.edge is not None:
        return "event", "whole"
    if core.grain == "year":
        return ("event" if cases & {"essive", "inessive"} else "period"), "whole"
    return "event", "whole"


def of_range(placed: Placed, interval: Interval | None) -> Placed:
    """A range of more than ten days, or of months, is a period where no word gave another role."""
    core = placed.core
    if placed.role != "event" or placed.reach != "whole" or interval is None or core.edge is not None:
        return placed
    length = date_of(interval.end) - date_of(interval.begin)
    is_long = core.grain == "day" and length > _LONGEST_EVENT
    is_months = core.grain == "month" and length > dt.timedelta(days=31)
    is_weeks = core.grain == "week" and length > dt.timedelta(days=7)
    if not (is_long or is_months or is_weeks):
        return placed
    return Placed(core, placed.first, placed.last, "period", "whole", placed.approximate)

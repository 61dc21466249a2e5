"""What pulled channels offer, and what they say there should be, beside what came of it. Reads the journal of pulls."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from policysearch.journal import Journal
from policysearch.model.coverage import CoverageGroup, Gap, GapState
from policysearch.model.pulling import Expected, Fetched, PullOutcome

_HELD: frozenset[PullOutcome] = frozenset({"added", "new_version", "updated", "unchanged", "returned", "withdrawn"})
"""What is in the corpus; of what was withdrawn, what was there before."""
_NOT_PUBLIC = "not public"


def channel_groups(journal: Journal) -> Iterator[CoverageGroup]:
    """A group for the offers of each channel, and one for each thing that it says there should be."""
    by_channel: dict[str, list[Fetched]] = defaultdict(list)
    for line in journal.latest().values():
        by_channel[line.channel].append(line)
    troubles: dict[str, list[Gap]] = defaultdict(list)
    for trouble in journal.troubles():
        troubles[trouble.channel].append(Gap(trouble.uri, "failed", reason=trouble.reason))
    listings = journal.listings()
    for channel in sorted({*by_channel, *troubles, *listings}):
        lines = sorted(by_channel[channel], key=lambda line: line.uri)
        listing = listings.get(channel)
        basis = "the offers of its listings"
        if listing is None or not listing.is_whole:
            basis += "; the last one was not read to its end"
        gaps = (*(gap for line in lines if (gap := _gap_of(line, line.uri))), *troubles[channel])
        yield CoverageGroup("channel", channel, basis, len(lines), _n_held(lines), gaps)
    for expected in journal.expectations():
        yield _expected_group(expected, by_channel[expected.channel], has_troubles=bool(troubles[expected.channel]))


def _expected_group(expected: Expected, lines: Sequence[Fetched], *, has_troubles: bool) -> CoverageGroup:
    why_not = "not offered, or not asked for yet"
    if has_troubles:
        why_not = "not asked for yet, not offered, or in a part of the listing that could not be read"
    by_name: Mapping[str, list[Fetched]] = _by_name(lines)
    gaps = []
    n_held = 0
    for name in dict.fromkeys(expected.names):
        of_name = by_name.get(name, [])
        if any(line.outcome in _HELD for line in of_name):
            n_held += 1
        if not of_name:
            gaps.append(Gap(f"{expected.kind} {name}", "missing", reason=why_not))
        elif not any(line.outcome in _HELD and line.outcome != "withdrawn" for line in of_name):
            gap = _gap_of(of_name[0], f"{expected.kind} {name}")
            gaps += [gap] if gap else []
    return CoverageGroup(
        "channel",
        f"{expected.channel}: {expected.series}",
        f"the channel lists them ({expected.kind})",
        len(set(expected.names)),
        n_held,
        tuple(gaps),
        title=expected.note,
    )


def _by_name(lines: Iterable[Fetched]) -> Mapping[str, list[Fetched]]:
    """The lines by the key of their offer, and by their series: a meeting is there when something of it is."""
    found: dict[str, list[Fetched]] = defaultdict(list)
    for line in lines:
        found[line.key].append(line)
        if line.series is not None and line.series != line.key:
            found[line.series].append(line)
    return found


def _n_held(lines: Iterable[Fetched]) -> int:
    return sum(line.outcome in _HELD for line in lines)


def _gap_of(line: Fetched, name: str) -> Gap | None:
    """Why what a line is of is not there as it should be; None where it is."""
    state = _state(line)
    if state is None:
        return None
    status = f"answered {line.status}" if line.status and state in ("failed", "withdrawn") else None
    reason = line.reason or line.rule or status
    # What was withdrawn may be hidden, and its title with it.
    return Gap(name, state, title=None if state == "withdrawn" else line.title, reason=reason)


def _state(line: Fetched) -> GapState | None:
    if line.outcome in ("failed", "withdrawn"):
        return "failed" if line.outcome == "failed" else "withdrawn"
    if line.outcome in ("left_out", "skipped"):
        return "not_public" if (line.rule or "").startswith(_NOT_PUBLIC) else "left_out"
    return None

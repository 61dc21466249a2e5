"""What there should be and what is there, for a person and as dictionaries."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from rich.text import Text

from policysearch.model.coverage import GAP_STATES, Coverage, CoverageGroup, Gap, GapState, GroupKind
from policysearch.present.records import Record
from policysearch.present.terminal import SHORT_ID

_STATES: Mapping[GapState, str] = {
    "missing": "not in this corpus",
    "quoted": "not in this corpus, quoted by another document",
    "announced": "not in this corpus, announced",
    "failed": "failed",
    "unread": "not read",
    "withdrawn": "withdrawn from its address, kept here",
    "not_public": "not public",
    "left_out": "left out",
    "held": "held back until somebody has looked",
    "hidden": "withdrawn, kept here, and hidden until somebody decides",
    "undated": "without a date",
}
_HEADS: Mapping[GroupKind, str] = {
    "channel": "Channels",
    "meetings": "Meetings by number",
    "sections": "Sections by number",
    "items": "Items of meetings",
    "attachments": "Attachments",
    "case": "Handlings of cases",
    "pages": "Pages",
    "originals": "Originals",
}
_LISTED = 12
"""Gaps of one state in one group that are listed; JSON has all of them."""


def coverage(found: Coverage, *, complete: bool) -> Iterator[Text]:
    """A line a group, and one for each state of its gaps; `complete` shows groups without gaps too."""
    for kind, groups in groupby(found.groups, key=lambda group: group.kind):
        every = list(groups)
        shown = [group for group in every if complete or group.gaps]
        held, expected = sum(g.present for g in every), sum(g.expected for g in every)
        head = Text(f"{_HEADS[kind]}: {held} of {expected}", style="bold")
        yield head.append(f"  ({len(every) - len(shown)} complete ones not shown)" if len(shown) < len(every) else "")
        for group in shown:
            yield from _group(group)
        yield Text()
    counts = [f"{n} {_STATES[state]}" for state in GAP_STATES if (n := found.count(state))]
    yield Text("; ".join(counts) or "Nothing that documents or channels tell of is missing here.", style="bold")
    if found.count("missing"):
        yield Text("Not in this corpus is all that is said: whether it was published is another question.", style="dim")
        yield Text("What several documents or lists tell of counts once for each of these lists.", style="dim")


def _group(group: CoverageGroup) -> Iterator[Text]:
    line = Text(f"  {group.name}").append(f": {group.present} of {group.expected}")
    if group.document:
        line.append(f"  {group.document[:SHORT_ID]}", style="dim")
    yield line.append(f"  ({group.basis})", style="dim")
    for state in GAP_STATES:
        gaps = [gap for gap in group.gaps if gap.state == state]
        if gaps:
            reasons = {gap.reason for gap in gaps}
            shared = reasons.pop() if len(gaps) > 1 and len(reasons) == 1 else None
            listed = "; ".join(_gap(gap, shared) for gap in gaps[:_LISTED])
            more = f"; … ({len(gaps)} in all)" if len(gaps) > _LISTED else ""
            why = f" ({shared})" if shared else ""
            yield Text(f"     {_STATES[state]}: ", style="yellow").append(f"{listed}{more}{why}", style="default")


def _gap(gap: Gap, shared_reason: str | None) -> str:
    name = f"{gap.name}–{gap.last}" if gap.last else gap.name
    title = f" {gap.title}" if gap.title else ""
    return f"{name}{title}" + (f" ({gap.reason})" if gap.reason and not shared_reason else "")


def coverage_record(found: Coverage) -> Record:
    """Everything as one record."""
    return {
        "record": "coverage",
        "counts": {state: found.count(state) for state in GAP_STATES},
        "groups": [{**_about(group), "gaps": [_gap_record(gap) for gap in group.gaps]} for group in found.groups],
    }


def gap_records(found: Coverage) -> Iterator[Record]:
    """A record a gap, with its group."""
    for group in found.groups:
        for gap in group.gaps:
            yield {"record": "gap", "group": _about(group), **_gap_record(gap)}


def _about(group: CoverageGroup) -> Record:
    return {
        "kind": group.kind,
        "name": group.name,
        "title": group.title,
        "document": group.document,
        "basis": group.basis,
        "expected": group.expected,
        "present": group.present,
    }


def _gap_record(gap: Gap) -> Record:
    return {
        "name": gap.name,
        "last": gap.last,
        "count": gap.count,
        "state": gap.state,
        "title": gap.title,
        "told_by": list(gap.told_by),
        "reason": gap.reason,
    }

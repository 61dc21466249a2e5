"""What there should be, as documents and channels say, and what of it is in the corpus."""

from dataclasses import dataclass
from typing import Literal, get_args

GapState = Literal[
    "missing",  # named or counted, and not in this corpus; whether it was published is another question
    "quoted",  # no document of it, but another one quotes its words
    "announced",  # named as something to come
    "failed",  # was there to be read, and could not be
    "unread",  # pages whose words nobody has read
    "withdrawn",  # kept, and no longer given by its address
    "not_public",  # listed, and marked as not public
    "left_out",  # offered, and left out by a rule: robots, topic
    "held",  # here, and held back until a person has looked
    "hidden",  # here, withdrawn by its publisher, and hidden until a person decides
    "undated",  # without a day no series can be told
]
GAP_STATES: tuple[GapState, ...] = get_args(GapState)
GroupKind = Literal["channel", "meetings", "sections", "items", "attachments", "case", "pages", "originals"]
GROUP_KINDS: tuple[GroupKind, ...] = get_args(GroupKind)


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is expected and not there as it should be.

    Attributes:
        name: *§ 334*, *attachment 2*, *17/2021*, or the body and day of a handling.
        last: The last one where it stands for several in a row; else None.
        title: Of what is missing, where that is known.
        told_by: Ids of the documents that tell of it.
        reason: Why it is so, where that is known.
    """

    name: str
    state: GapState
    last: str | None = None
    title: str | None = None
    told_by: tuple[str, ...] = ()
    reason: str | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class CoverageGroup:
    """One series, meeting, list, case or channel.

    Attributes:
        name: *Helsingin kaupunginhallitus 2021*, a diary number, the id of a channel.
        title: What it is about, where that is known.
        document: Id of the one document that it is of, for its attachments and pages.
        basis: How it is known what there should be: one sentence.
        expected: How many there should be; what is named twice counts once.
        present: How many of them are there.
    """

    kind: GroupKind
    name: str
    basis: str
    expected: int
    present: int
    gaps: tuple[Gap, ...] = ()
    title: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """Everything that documents and channels let us expect."""

    groups: tuple[CoverageGroup, ...]

    def count(self, state: GapState) -> int:
        """How many gaps of that state there are."""
        return sum(gap.count for group in self.groups for gap in group.gaps if gap.state == state)

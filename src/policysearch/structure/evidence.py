"""What the metadata of a document are read from: its letterhead, its first lines, its headings, its end."""

from collections.abc import Sequence
from dataclasses import dataclass

from policysearch.model.document import Part
from policysearch.model.text import Block
from policysearch.structure.furniture import Furniture
from policysearch.structure.headings import (
    Handling,
    handling_of,
    handlings_in,
    is_same_handling,
    number_of,
    part_of,
)
from policysearch.structure.letterheads import beside_sender, is_letterhead, sender_in
from policysearch.structure.lines import collapsed, one_line
from policysearch.structure.sections import own_handlings
from policysearch.structure.titles import SUBJECT, front_of, items_of

_PUBLISHED_FILES = (
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)
_FRONT_LINES = 30
_LONGEST_FRONT_LINE = 250
_END_LINES = 8
_OWN_PARTS: frozenset[Part | None] = frozenset({"decision", "proposal", "statement"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """Lines by where they stand, white space collapsed.

    Attributes:
        letterhead: Running headers and footers of the first pages that have any.
        front: Short lines above the first part, the title left out.
        title: The title as printed.
        headings: All headings, in order.
        parts: The parts that the document has, in order.
        handling: The heading of the record's own handling.
        decision: The first lines under the last *Päätös* above any history, else under *Lausunto*.
        proposal: The first lines under the last *Päätösehdotus* above any history.
        end: The last lines.
        n_words: Of the whole text.
        is_file: The original is a file that is published as such (PDF, DOCX), not a page or a piece of text.
        is_page: The original is a page of the web (HTML).
    """

    letterhead: tuple[str, ...]
    front: tuple[str, ...]
    title: str | None
    headings: tuple[str, ...]
    parts: tuple[Part, ...]
    handling: Handling | None
    decision: tuple[str, ...]
    proposal: tuple[str, ...]
    end: tuple[str, ...]
    n_words: int
    is_file: bool
    is_page: bool = False

    @property
    def head(self) -> tuple[str, ...]:
        """Letterhead and front."""
        return (*self.letterhead, *self.front)

    def is_own(self, line: str) -> bool:
        """Whether a line is not the heading of an earlier handling of the case."""
        other = handling_of(line)
        return other is None or self.handling is None or is_same_handling(self.handling, other)


def evidence_in(blocks: Sequence[Block], furniture: Sequence[Furniture], media_type: str) -> Evidence:
    """Collects the evidence from blocks whose headings are marked, and from what was taken off them."""
    headings = [block for block in blocks if block.kind == "heading"]
    title = next((_without_label(one_line(block)) for block in headings if block.level == 1), None)
    front = [
        piece
        for block in blocks[: min((front_of(blocks), *items_of(blocks)))][:_FRONT_LINES]
        if not (block.kind == "heading" and block.level == 1)
        for line in block.lines
        for piece in _pieces(collapsed(line.text))
    ]
    own = own_handlings(blocks)
    parts = [part for block in headings if (part := part_of(one_line(block), marked=block.level is not None))]
    return Evidence(
        letterhead=tuple(piece for line in furniture[:_FRONT_LINES] for piece in _pieces(collapsed(line.text))),
        front=tuple(line for line in front if len(line) <= _LONGEST_FRONT_LINE),
        title=title,
        headings=tuple(one_line(block) for block in headings),
        parts=tuple(parts),
        handling=next((handling_of(one_line(blocks[index])) for index in sorted(own)), None),
        decision=_under(blocks, "decision") or _under(blocks, "statement"),
        proposal=_under(blocks, "proposal"),
        end=tuple(one_line(block) for block in blocks[-_END_LINES:] if block.kind != "list_item"),
        n_words=sum(len(block.text.split()) for block in blocks),
        is_file=media_type in _PUBLISHED_FILES,
        is_page=media_type == "text/html",
    )


def _without_label(title: str) -> str:
    """A title without *Asia:* or the number of its §."""
    numbered = number_of(title)
    return numbered.title if numbered is not None and numbered.is_section and numbered.title else SUBJECT.sub("", title)


def _pieces(line: str) -> tuple[str, ...]:
    """A line of a letterhead, and its sender and what stands beside it each alone; handlings in a row each alone."""
    if handlings := handlings_in(line) or (line,) * (handling_of(line) is not None):
        return handlings
    sender, beside = sender_in(line), beside_sender(line)
    return (line, sender, beside) if sender and beside and is_letterhead(line) else (line,)


def _under(blocks: Sequence[Block], wanted: Part) -> tuple[str, ...]:
    """The first lines under the last heading of a part, history aside: of a chain of handlings the last is its own."""
    following: list[str] = []
    has_own = False
    for index, block in enumerate(blocks):
        if block.kind != "heading":
            continue
        found = part_of(one_line(block), marked=block.level is not None)
        if found == "history" and has_own:
            break  # a history above the record's own proposal and decision is a mere list
        has_own = has_own or found in _OWN_PARTS
        if found == wanted:
            below = [one_line(other) for other in blocks[index + 1 : index + 4] if other.kind != "heading"]
            following = below or following
    return tuple(following)

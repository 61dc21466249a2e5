"""What the metadata of a document are read from: its letterhead, its first lines, its headings, its end."""

from collections.abc import Sequence
from dataclasses import dataclass

from policysearch.model.document import Part
from policysearch.model.text import Block
from policysearch.structure.furniture import Furniture
from policysearch.structure.headings import Handling, handling_of, part_of
from policysearch.structure.letterheads import beside_sender, is_letterhead, sender_in
from policysearch.structure.lines import collapsed, one_line
from policysearch.structure.sections import own_handlings
from policysearch.structure.titles import SUBJECT, front_of, items_of

_FRONT_LINES = 30
_LONGEST_FRONT_LINE = 250
_END_LINES = 8


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
        decision: The first lines under *Päätös*, else under *Lausunto*.
        end: The last lines.
        n_words: Of the whole text.
        is_file: The original is a file that is published as such (PDF, DOCX), not a page or a piece of text.
    """

    letterhead: tuple[str, ...]
    front: tuple[str, ...]
    title: str | None
    headings: tuple[str, ...]
    parts: tuple[Part, ...]
    handling: Handling | None
    decision: tuple[str, ...]
    end: tuple[str, ...]
    n_words: int
    is_file: bool

    @property
    def head(self) -> tuple[str, ...]:
        """Letterhead and front."""
        return (*self.letterhead, *self.front)


def evidence_in(blocks: Sequence[Block], furniture: Sequence[Furniture], *, is_file: bool) -> Evidence:
    """Collects the evidence from blocks whose headings are marked, and from what was taken off them."""
    headings = [block for block in blocks if block.kind == "heading"]
    title = next((SUBJECT.sub("", one_line(block)) for block in headings if block.level == 1), None)
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
        decision=_under(blocks, ("decision", "statement", "proposal")),
        end=tuple(one_line(block) for block in blocks[-_END_LINES:]),
        n_words=sum(len(block.text.split()) for block in blocks),
        is_file=is_file,
    )


def _pieces(line: str) -> tuple[str, ...]:
    """A line of a letterhead, and its sender and what stands beside it each alone."""
    sender, beside = sender_in(line), beside_sender(line)
    return (line, sender, beside) if sender and beside and is_letterhead(line) else (line,)


def _under(blocks: Sequence[Block], wanted: Sequence[Part]) -> tuple[str, ...]:
    """The first lines under the first heading of the first of the parts that the document has, history aside."""
    for part in wanted:
        for index, block in enumerate(blocks):
            if block.kind != "heading":
                continue
            found = part_of(one_line(block), marked=block.level is not None)
            if found == "history":
                break
            if found == part:
                following = [one_line(other) for other in blocks[index + 1 : index + 4] if other.kind != "heading"]
                if following:
                    return tuple(following)
    return ()

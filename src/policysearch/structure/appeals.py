"""Long instructions for appeal are boilerplate: they go to the furniture, a line that says *no appeal* stays."""

from collections.abc import Sequence
from dataclasses import dataclass

from policysearch.model.text import Block
from policysearch.structure.furniture import Furniture
from policysearch.structure.headings import part_of
from policysearch.structure.lines import one_line
from policysearch.structure.wordlists import wordlist

_LONGEST_NOTE = 60  # words of a section on appeal that is kept


@dataclass(frozen=True, slots=True)
class Shortened:
    """Blocks without instructions for appeal, and those instructions."""

    blocks: tuple[Block, ...]
    furniture: tuple[Furniture, ...]


def without_appeal_instructions(blocks: Sequence[Block]) -> Shortened:
    """Takes off every stretch of appeal text, from its heading to the next heading of another part, that is long."""
    kept: list[Block] = []
    furniture: list[Furniture] = []
    index = 0
    while index < len(blocks):
        end = _end_of_appeal(blocks, index)
        stretch = blocks[index:end]
        if end > index and _are_instructions(stretch):
            kept.append(stretch[0])
            furniture += [Furniture(block.page, block.text) for block in stretch[1:]]
        else:
            end = max(end, index + 1)
            kept += blocks[index:end]
        index = end
    return Shortened(tuple(kept), tuple(furniture))


def _are_instructions(stretch: Sequence[Block]) -> bool:
    """Whether it is long and says how, when and where to appeal; an appeal under decision is no instruction.

    Real instructions have 2 to 4 different phrases in 100 words, the case of an appellant 0.5.
    """
    text = " ".join(one_line(block) for block in stretch).casefold()
    n_words = len(text.split())
    known = wordlist("parts")["appeal_instructions"]
    n_phrases = sum(phrase in text for phrase in known["phrases"])
    return n_words > _LONGEST_NOTE and n_phrases >= known["fewest"] and 100 * n_phrases >= n_words


def _end_of_appeal(blocks: Sequence[Block], start: int) -> int:
    """The end of the appeal text that begins at `start`; `start` itself where none does."""
    if blocks[start].kind != "heading" or part_of(blocks[start].text, marked=True) != "appeal":
        return start
    level = blocks[start].level
    for index in range(start + 1, len(blocks)):
        block = blocks[index]
        if block.kind != "heading":
            continue
        part = part_of(block.text, marked=block.level is not None)
        if part is not None and part != "appeal":
            return index
        if part is None and level is not None and block.level is not None and block.level < level:
            return index
    return len(blocks)

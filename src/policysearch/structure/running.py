"""Running text that stands in a list of people or attachments without a heading of its own ends that list."""

import re
from collections.abc import Sequence

from policysearch.lang.base import Language
from policysearch.model.document import Part
from policysearch.model.text import Block
from policysearch.structure.headings import part_of
from policysearch.structure.lines import one_line

_PARTS: frozenset[Part | None] = frozenset({"presenter", "contacts", "participants", "attachments"})
_FEWEST_WORDS = 7
_MOST_WORDS_READ = 40
_ENDINGS = (".", ":", "!", "?", "”", '"', ";")
# A line that says how to reach somebody, or who tells more, belongs to the list though it has a verb.
_OF_A_LIST = re.compile(
    r"\S@\S|\(a\)|\[at\]|\b(?:puh|p|tel|gsm)\b\.?:?\s*\(?\+?\d|\b0\d{1,3}[ -]?\d{3,}|lisätie|^\W*\d|^liit",
    re.IGNORECASE,
)


def ends_of_lists(blocks: Sequence[Block], language: Language) -> frozenset[int]:
    """The blocks at which a list ends because running text begins, the first such block of each list.

    In the items of several systems the account of a matter follows right after *Valmistelija* and *Esittelijä*, with
    no heading between.

    Args:
        blocks: Of the whole document, headings marked.
        language: Tells a sentence from a name with its title by a finite verb.
    """
    found: set[int] = set()
    part: Part | None = None
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            part = part_of(one_line(block), marked=block.level is not None or block.is_label)
        elif part in _PARTS and block.kind == "paragraph" and _is_running(one_line(block), language):
            found.add(index)
            part = None
    return frozenset(found)


def _is_running(text: str, language: Language) -> bool:
    words = text.split()
    if len(words) < _FEWEST_WORDS or not text.endswith(_ENDINGS) or _OF_A_LIST.search(text):
        return False
    tokens = language.tokens(" ".join(words[:_MOST_WORDS_READ]))
    return any(
        token.readings[0].word_class == "verb" and token.readings[0].mood in ("indicative", "conditional")
        for token in tokens
    )

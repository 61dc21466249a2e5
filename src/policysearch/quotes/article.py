"""The quotations of an article: text between quotation marks, paragraph by paragraph."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from policysearch.errors import ReadError, UnsupportedFormatError, UsageError
from policysearch.extract import extract

MIN_WORDS = 3
"""Fewer words between quotation marks are as often a name or a manner of speaking as a quotation."""

# Finnish opens and closes with one mark; other styles are met in copies. No mark stands inside.
_MARKS = '”“„»«"'
_QUOTATION = re.compile(rf"[{_MARKS}](?P<words>[^{_MARKS}]+)[{_MARKS}]")


class Quotation(NamedTuple):
    """Words between quotation marks, and the 1-based paragraph that they stand in."""

    words: str
    paragraph: int


def quotations_of(path: Path, *, limit: int) -> tuple[Quotation, ...]:
    """Every quotation of an article in any format that can be ingested.

    Args:
        path: The file.
        limit: The largest size that is read, in bytes.

    Raises:
        UsageError: It cannot be read, and why.
    """
    try:
        if path.stat().st_size > limit:
            raise UsageError(f"{path} is larger than the {limit / 2**20:.0f} MiB that limits.file_mb allows")
        data = path.read_bytes()
        paragraphs = [" ".join(block.text.split("\n")) for one in extract(data, name=path.name) for block in one.blocks]
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from error
    except (ReadError, UnsupportedFormatError) as error:
        raise UsageError(f"{path} cannot be read as an article: it {error}") from error
    return tuple(_in_paragraphs(paragraphs))


def _in_paragraphs(paragraphs: list[str]) -> Iterator[Quotation]:
    for number, paragraph in enumerate(paragraphs, 1):
        for match in _QUOTATION.finditer(paragraph):
            yield Quotation(match["words"].strip(), number)


def n_words(text: str) -> int:
    """How many words: runs of white space part them."""
    return sum(any(letter.isalpha() for letter in word) for word in text.split())

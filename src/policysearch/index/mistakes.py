"""Broken queries: a message that points at the place, and the nearest query that can be read.

Whoever finds a mistake says how the query reads without it (`mended`); `query.parse_query` goes on mending from there
until it can be read.
"""

import difflib
import unicodedata
from collections.abc import Iterable

from policysearch.errors import QueryError


class Mistake(Exception):  # noqa: N818  # never shown: `query.parse_query` makes a QueryError of it
    """One thing that is wrong with a query.

    Attributes:
        at: Code point of the query.
        said: What is wrong.
        advice: What to do, a sentence.
        mended: The query without the mistake, which may hold others; None where nothing is left.
    """

    def __init__(self, at: int, said: str, advice: str, mended: str | None) -> None:
        super().__init__(said)
        self.at, self.said, self.advice, self.mended = at, said, advice, mended


def replaced(text: str, start: int, end: int, by: str = "") -> str:
    """`text` with other characters between two code points."""
    return text[:start] + by + text[end:]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """What of `known` is spelled most like a word; None where nothing is."""
    found = difflib.get_close_matches(word.casefold(), list(known), n=1, cutoff=0.6)
    return found[0] if found else None


def query_error(text: str, mistake: Mistake, suggestion: str | None) -> QueryError:
    """The message: what is wrong, the query on one line, a caret under the place, what to do, what may be meant."""
    at = mistake.at
    shown = "".join(" " if character.isspace() or not character.isprintable() else character for character in text)
    indent = sum(0 if unicodedata.combining(character) else 1 for character in shown[:at])
    lines = [f"{mistake.said} (character {at + 1} of the query)", f"  {shown}", f"  {' ' * indent}^", mistake.advice]
    if suggestion:
        lines.append(f"Did you mean: {suggestion}")
    return QueryError("\n".join(lines), at=at, suggestion=suggestion)

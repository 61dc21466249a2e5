"""What a typed word is also searched as: the protocol that lists of synonyms answer to.

An expander is asked with words that stand side by side in a query, and names those that have alternatives: one word
(*STM*), or several that are one name (*human trafficking*). Its alternatives are plain text, read like the query.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from policysearch.model.query import ExpansionSource


@dataclass(frozen=True, slots=True)
class TypedWord:
    """A word of the query, as typed, and the dictionary forms that it may have, as terms of the index."""

    text: str
    lemmas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alternative:
    """Words to search for beside the typed ones; several are a phrase of lemmas.

    Attributes:
        text: In dictionary form or any other; it is read by the language.
        source: Which list says so.
        field: Of a single word: `mixed` also meets compounds that it is part of, `lemma` the word alone.
        note: What is to be known of it, as it is shown: *Ulkomaalaisvirasto: name until 2007*.
    """

    text: str
    source: ExpansionSource
    field: Literal["mixed", "lemma"] = "lemma"
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Expanded:
    """The words `first` to `first + count` may also be `alternatives`."""

    first: int
    count: int
    alternatives: tuple[Alternative, ...]


class Expander(Protocol):
    """Knows alternatives of words."""

    def __call__(self, words: Sequence[TypedWord], /) -> Iterable[Expanded]:
        """The alternatives of `words`, which stand side by side; the longest of several that overlap counts."""


def no_expansion(words: Sequence[TypedWord], /) -> Iterable[Expanded]:
    """No alternatives at all."""
    return ()

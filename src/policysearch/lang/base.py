"""What a language must offer to the rest of the program."""

from typing import Protocol

from policysearch.model.language import Kin, Token
from policysearch.model.text import Span


class Language(Protocol):
    """One natural language, read by one analyser with one dictionary."""

    @property
    def code(self) -> str:
        """ISO 639-1."""

    @property
    def stamp(self) -> str:
        """Names analyser, dictionary and rules with their versions; two readings with one stamp are equal."""

    def tokens(self, text: str) -> tuple[Token, ...]:
        """All tokens of `text` in order; spans point into `text`, white space belongs to none."""

    def sentences(self, text: str) -> tuple[Span, ...]:
        """The sentences of `text`, in order, without the white space around them."""

    def knows(self, word: str) -> bool:
        """Whether the dictionary reads `word` (any inflected form, any case of letters), without guessing."""

    def kin(self, lemma: str) -> Kin:
        """The words of one stem with a dictionary form in small letters."""

"""Languages beside Finnish: words by their stem where Snowball has one, else as they stand. No word is understood.

swedish = open_other("sv")
[token.stem for token in swedish.tokens("Offren för människohandel")]   # sv:offr, sv:för, sv:människohandel

The only importer of snowballstemmer.
"""

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from policysearch.lang.base import Language
from policysearch.lang.fi.sentences import spans_of
from policysearch.lang.fi.tokenizer import raw_tokens
from policysearch.model.language import Kin, Reading, Token
from policysearch.model.text import Span

FINNISH = "fi"
OTHERS = ("sv", "en", "se")
"""Swedish, English and Northern Sámi: the languages beside Finnish that a text is known to be in."""
_STEMMERS = {"sv": "swedish", "en": "english"}
_MOST_STEMS = 100_000


class Other:
    """A language without a dictionary; safe to share, to use in several threads one after another, and after a fork."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.stamp = f"{code} snowball {version('snowballstemmer')}" if code in _STEMMERS else code

    def tokens(self, text: str) -> tuple[Token, ...]:
        """All tokens of `text` in order, cut as in Finnish, so that a phrase has as many words in either language."""
        return tuple(
            Token(
                surface,
                Span(start, end),
                kind,
                (Reading(surface, "numeral" if kind == "number" else "unknown", guessed=kind == "word"),),
                stem=self.stem(surface) if kind == "word" else None,
            )
            for start, end, kind in raw_tokens(text)
            for surface in (text[start:end],)
        )

    def sentences(self, text: str) -> tuple[Span, ...]:
        """The sentences of `text`, in order, without the white space around them."""
        return spans_of(text, raw_tokens(text))

    def knows(self, word: str) -> bool:
        """Always false: there is no dictionary."""
        return False

    def kin(self, lemma: str) -> Kin:
        """None is known."""
        return Kin()

    def stem(self, word: str) -> str | None:
        """The stem of a word with its language before it (*sv:offr*), None where the language has no stemmer."""
        return _stem(self.code, word.casefold()) if self.code in _STEMMERS else None


@cache
def open_other(code: str) -> Other:
    """The language with that ISO 639-1 code, one of `OTHERS`."""
    return Other(code)


def reader_of(code: str | None, finnish: Language) -> Language:
    """What reads words in the language `code`: Finnish also where it is unknown."""
    return open_other(code) if code in OTHERS else finnish


def others_stamp() -> str:
    """Names what stems the words of all other languages."""
    return ", ".join(open_other(code).stamp for code in OTHERS)


@cache
def function_words() -> Mapping[str, frozenset[str]]:
    """Words that nearly every sentence of a language has, and the other languages have not, by language."""
    raw: Mapping[str, list[str]] = tomllib.loads(
        (files("policysearch.lang") / "function_words.toml").read_text(encoding="utf-8")
    )
    return {code: frozenset(words) for code, words in raw.items()}


@cache
def _stemmer(code: str) -> Any:
    import snowballstemmer  # late: no Finnish text needs it

    return snowballstemmer.stemmer(_STEMMERS[code])


@lru_cache(maxsize=_MOST_STEMS)
def _stem(code: str, word: str) -> str:
    # A word with a hyphen, an apostrophe or a colon: what stands last is inflected (*EU:s*, *anti-trafficking*).
    return f"{code}:{_stemmer(code).stemWord(word)}"

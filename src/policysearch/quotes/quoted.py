"""A quotation as it is compared: its parts between words that were left out, each with its words."""

import re
import unicodedata
from dataclasses import dataclass

from policysearch.index.terms import StoredToken, passage_terms
from policysearch.lang.base import Language

_ELISION = re.compile(r"\[[^\]\n]*\]|\(\s*(?:\.{2,}|…|–\s*–|--)\s*\)|…|\.{3,}|(?:–|—|--)\s+(?:–|—|--)")
"""Words left out (*[…]*, *(…)*, *– –*), and what the writer put in brackets, which is not the text's."""
_LINE_END_HYPHEN = re.compile(r"(?<=\w)[-\u00ad‐]\s*\n\s*(?=[a-zåäö])")
_OUTER = " \t\n\r\"'”“„»«’‘.,;:!?–—-"
_SHAPES = str.maketrans({**dict.fromkeys("”“„»«", '"'), **dict.fromkeys("’‘ʼ", "'"), **dict.fromkeys("–—‐‑−", "-")})


@dataclass(frozen=True, slots=True)
class Quoted:
    """One part of a quotation without gaps: its text, and its words; their spans point into `text`."""

    text: str
    words: tuple[StoredToken, ...]


def parts_of(quote: str, language: Language) -> tuple[Quoted, ...]:
    """The parts of a quotation that have words, in order. A word cut at a line end is one word."""
    whole = _LINE_END_HYPHEN.sub("", unicodedata.normalize("NFC", quote)).replace("\u00ad", "")
    texts = (piece.strip(_OUTER) for piece in _ELISION.split(whole))
    read = (Quoted(text, passage_terms(language.tokens(text))) for text in texts if text)
    return tuple(part for part in read if part.words)


def flat(text: str) -> str:
    """`text` with every white space one space, and quotation marks and dashes of one shape; outer marks are gone."""
    return " ".join(text.translate(_SHAPES).split()).strip(_OUTER)

"""Text -> words, numbers and marks, with their places. Every letter that is not white space belongs to one of them.

One token: *STM:n*, *työ-* (of an elliptic compound), *EU-maat*, *Biaudet’n*, *esim.*, *§:n*, an address, a full date.
Several tokens: ordinals (*9.* is a number and a mark), ranges (*1.6.2020–31.12.2022* is three).
"""

import re
from typing import NamedTuple

from policysearch.lang.fi.words import ABBREVIATIONS
from policysearch.model.language import TokenKind


class RawToken(NamedTuple):
    """A token before its word is read: a half-open range of code points, and what it is."""

    start: int
    end: int
    kind: TokenKind


_MARKS = "\u0300-\u036f\u00ad\u200b\u200c\u200d\u2060\ufeff"  # combining, soft hyphen, invisible: inside a word
_LETTERS = rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\."
_CAPITAL = "(?-i:[A-ZÅÄÖ])"
_DOTTED = "|".join(sorted((re.escape(word) for word in ABBREVIATIONS), key=len, reverse=True))
_TOKEN = re.compile(
    rf"""
      (?P<address> (?: https?:// | www\. ) [^\s<>"”()\[\]]* [^\s<>"”()\[\].,;:!?'’]
        | [\w.+-]*\w (?: @ | \((?:a|at|ät)\) | \[(?:a|at|ät)\] ) [\w-]+ (?: \.[\w-]+ )+ )
    | (?P<dotted> (?<![\w.-]) (?: (?: {_DOTTED} )\. (?!\w) | {_CAPITAL}\. (?: -?{_CAPITAL}\. )* (?= \s* [^\W\d_] ) ) )
    | (?P<number> (?<!\w) {_DAY} (?: (?:19|20)\d\d (?!\w) | (?!\w) )
        | \d+ (?: [.,:]\d+ )* (?! [-‑:'’] [^\W\d_] | [^\W_] ) )
    | (?P<sign> [§%€$£] (?: : [^\W\d_]+ )? )
    | (?P<word> {_LETTERS} (?: [-‑:'’] {_LETTERS} )* (?: [-‑] (?= [\s,;/)\]”"] | $ ) )? )
    | (?P<mark> (?P<same> [-–—_.=*\#~|•…] ) (?P=same)* | \S )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_KINDS: dict[str, TokenKind] = {
    "address": "word", "dotted": "word", "number": "number", "sign": "word", "word": "word", "mark": "punctuation",
}  # fmt: skip


def raw_tokens(text: str) -> list[RawToken]:
    """The tokens of `text` in order."""
    found = []
    for match in _TOKEN.finditer(text):
        group = match.lastgroup or "mark"
        kind = _KINDS[group]
        start, end = match.span()
        if group == "word" and text[start].isdigit() and not any(letter.isalpha() for letter in text[start:end]):
            kind = "number"
        found.append(RawToken(start, end, kind))
    return found

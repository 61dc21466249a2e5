"""From the tokens of a text to the terms that stand for them in the index, and their stored form.

The store keeps `store_tokens` of each passage; the engine, the highlighter and the snippets all work on what
`read_tokens` gives back, so that they cannot disagree.
"""

import json
import unicodedata
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from policysearch.model.language import Reading, Token
from policysearch.model.query import TermField

VERSION = "2"
"""Changes whenever one text would give other terms, or other bytes in the store."""

# Typographic variants of one mark: a query typed on a keyboard meets the printed form.
_MARKS = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u2018": "'", "\u2010": "-", "\u2011": "-"})

# Letters that keyboards of Finland hide: a word is found without them too. No letter of Finnish is among them.
_SAMI = str.maketrans({"č": "c", "đ": "d", "ŋ": "n", "š": "s", "ŧ": "t", "ž": "z", "á": "a", "ʒ": "z", "ǯ": "z"})


@dataclass(frozen=True, slots=True)
class StoredToken:
    """One word or number of a passage, as the index knows it; all strings are terms (`index_term`).

    Attributes:
        start: First code point, in the text of the document.
        end: One past the last code point.
        form: The surface form.
        lemmas: The dictionary form; beside it, for the last member of an elliptic compound, that of the whole; for a
            word of another language, which has no dictionary form here, the word itself and its stem (*sv:offr*); for
            a word with Sámi letters, the word written without them (*samediggi* of *Sámediggi*).
        parts: Compound parts in their dictionary form and all runs of two or more of them that are not the whole
            word: *ihminen, kauppa, rikos, ihmiskauppa, kaupparikos* of *ihmiskaupparikoksista*.
    """

    start: int
    end: int
    form: str
    lemmas: tuple[str, ...]
    parts: tuple[str, ...] = ()

    @property
    def lemma(self) -> str:
        """The dictionary form."""
        return self.lemmas[0]

    @property
    def mixed(self) -> tuple[str, ...]:
        """Lemmas and parts: what a plain word of a query is met by."""
        return self.lemmas + self.parts

    def terms(self, field: TermField) -> tuple[str, ...]:
        """The terms under which `field` of the index knows this token."""
        match field:
            case "mixed":
                return self.lemmas + self.parts
            case "lemma":
                return self.lemmas
            case "part":
                return self.parts
            case "form":
                return (self.form,)


def index_term(text: str) -> str:
    """`text` as a term: NFC, case folded, apostrophes and hyphens of one kind; accents stay (*saa* is not *sää*)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).translate(_MARKS).casefold())


def token_terms(token: Token) -> StoredToken:
    """The terms of one token, from its best reading."""
    lemmas = [index_term(token.lemma)]
    if token.ellipsis:
        lemmas.append(index_term(token.ellipsis))
    if token.stem:
        lemmas.append(index_term(token.stem))
    if (plain := lemmas[0].translate(_SAMI)) != lemmas[0]:
        lemmas.append(plain)
    cut = _cut(token)
    parts = dict.fromkeys(index_term(part) for part in (*cut.parts, *_runs(cut)))
    return StoredToken(
        token.span.start,
        token.span.end,
        index_term(token.surface),
        tuple(dict.fromkeys(lemmas)),
        tuple(part for part in parts if part not in lemmas),
    )


def _cut(token: Token) -> Reading:
    """The reading that shows the parts: a name (*Poliisihallitus*) has none, but its common noun has them."""
    best = token.readings[0]
    same = (r for r in token.readings if r.parts and index_term(r.lemma) == index_term(best.lemma))
    return best if best.parts else next(same, best)


def passage_terms(tokens: Iterable[Token]) -> tuple[StoredToken, ...]:
    """The terms of all words and numbers among `tokens`; marks have none and do not part a phrase."""
    return tuple(token_terms(token) for token in tokens if token.kind != "punctuation")


def terms_of(tokens: Iterable[StoredToken]) -> tuple[str, ...]:
    """The different terms that tokens have in the field `mixed`, in order."""
    return tuple(dict.fromkeys(term for token in tokens for term in token.mixed))


def store_tokens(tokens: Iterable[Token]) -> bytes:
    """Words and numbers of a passage as one compressed blob, which `read_tokens` reads."""
    return pack_tokens(passage_terms(tokens))


def pack_tokens(stored: Iterable[StoredToken]) -> bytes:
    """The same, of tokens whose terms are known."""
    rows: list[list[object]] = []
    before = 0
    for token in stored:
        lemmas = token.lemmas if token.lemmas != (token.form,) else ()
        rows.append([token.start - before, token.end - token.start, token.form, lemmas, token.parts])
        before = token.start
    columns = [list(column) for column in zip(*rows, strict=True)]
    return zlib.compress(json.dumps(columns, ensure_ascii=False, separators=(",", ":")).encode(), 6)


def read_tokens(blob: bytes) -> tuple[StoredToken, ...]:
    """The tokens that `store_tokens` packed, in the order of the text."""
    columns = json.loads(zlib.decompress(blob))
    tokens = []
    start = 0
    for gap, length, form, lemmas, parts in zip(*columns, strict=True):
        start += gap
        tokens.append(StoredToken(start, start + length, form, tuple(lemmas) or (form,), tuple(parts)))
    return tuple(tokens)


def _runs(reading: Reading) -> Iterable[str]:
    """Neighbouring pieces of a compound as words of their own, the last one in its dictionary form.

    Cut out of the lemma, so that a hyphen between two pieces stays where it is written (*kauppa-asia*).
    """
    count = len(reading.pieces)
    if count < 3 or len(reading.parts) != count:
        return
    borders = _borders(reading)
    for first in range(count - 1):
        for last in range(first + 1, count):
            if last - first + 1 < count:
                yield reading.lemma[borders[first] : borders[last]] + reading.parts[last]


def _borders(reading: Reading) -> list[int]:
    """Where each piece begins in the lemma; hyphens between two pieces belong to the one before."""
    borders = []
    at = 0
    for piece in reading.pieces:
        found = reading.lemma.find(piece, at)
        at = at if found < 0 else found
        borders.append(at)
        at += len(piece)
    return borders

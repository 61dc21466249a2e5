"""Which language a document and each of its passages is written in; the only importer of py3langid.

Import it late: its model takes a moment.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import py3langid

from policysearch.lang.base import Language
from policysearch.lang.others import FINNISH, OTHERS, function_words
from policysearch.model.document import Passage

_ENOUGH = 20_000  # code points; more tells nothing new
_FEWEST_LETTERS = 20
_SURE_LETTERS = 200  # of a text that tells its language better than its publisher does
_SAMI = re.compile(r"[čđŋšŧžáČĐŊŠŦŽÁ]")
_SAMI_SHARE = 0.01  # of the letters; in Northern Sámi it is about a tenth
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")

_FEWEST_WORDS = 4  # of a passage in another language than its document
_FEWEST_LOWER = 2  # words that begin with a small letter; with fewer it is a list of names
_SHARE = 0.15  # of its words that are function words of that language
_MARGIN = 20.0  # by how much the model must find a language likelier (log); the shortest sentences reach about 30
_UNKNOWN, _KNOWN = 0.4, 0.6  # shares of words that the Finnish dictionary has: at most, at least


def language_of(text: str, *, stated: str | None = None) -> str | None:
    """ISO 639-1 of Finnish, Swedish, English or Northern Sámi, whichever is nearest.

    Args:
        text: All of a document.
        stated: What its publisher says, which decides where the text is short.

    Returns:
        None for a text without words.
    """
    letters = [letter for letter in text[:_ENOUGH] if letter.isalpha()]
    if len(letters) < (_SURE_LETTERS if stated else _FEWEST_LETTERS):
        return stated
    is_sami = len(_SAMI.findall(text[:_ENOUGH])) >= _SAMI_SHARE * len(letters)
    return next(code for code, _ in _ranked(text[:_ENOUGH]) if code != "se" or is_sami)


def with_languages(
    passages: Sequence[Passage], text: str, document: str | None, language: Language
) -> tuple[Passage, ...]:
    """The passages, each with the language that it is in.

    A passage is in the language of its document unless its words say surely that it is in another one. A short one
    between two of one other language, with hardly a word of Finnish in it, is of theirs, and so is a heading over one.

    Args:
        passages: In the order of the text.
        text: Of the document.
        document: Its language.
        language: Finnish, which knows its words.
    """
    own = document or FINNISH
    found = [_sure(passage.span.of(text), own, language) for passage in passages]
    return tuple(
        replace(passage, language=code or _between(found, at, own, text, passage, language))
        for at, (passage, code) in enumerate(zip(passages, found, strict=True))
    )


def _sure(passage: str, own: str, language: Language) -> str | None:
    """The language that the words of a passage show; None where they are too few, or say nothing."""
    words = [word.casefold() for word in _WORD.findall(passage)]
    if len(words) < _FEWEST_WORDS:
        return None
    ranked = _ranked(passage)
    likeliest, margin = ranked[0][0], ranked[0][1] - ranked[1][1]
    code, share = max(((code, _share(words, code)) for code in OTHERS), key=lambda item: item[1])
    if share >= _SHARE and likeliest == code and (code != "se" or _SAMI.search(passage)):
        return code
    is_list = sum(word[0].islower() for word in _WORD.findall(passage)) < _FEWEST_LOWER
    if is_list or margin < _MARGIN or likeliest == "se":
        return None
    if likeliest == own:
        return own
    known = _known(passage, language)
    if likeliest == FINNISH:
        return FINNISH if known >= _KNOWN else None
    return likeliest if known <= _UNKNOWN else None


def _share(words: Sequence[str], code: str) -> float:
    """The share of function words of a language, of which there must be two different ones."""
    met = [word for word in words if word in function_words()[code]]
    return len(met) / len(words) if len(set(met)) > 1 else 0.0


def _known(passage: str, language: Language) -> float:
    """The share of the words that the Finnish dictionary has."""
    words = [token for token in language.tokens(passage) if token.kind == "word"]
    return sum(not token.readings[0].guessed for token in words) / max(1, len(words))


def _between(found: Sequence[str | None], at: int, own: str, text: str, passage: Passage, language: Language) -> str:
    """The language of a passage that does not tell it: that of its document, or of the passages around it.

    A heading is of what stands under it.
    """
    after = next((code for code in found[at + 1 :] if code), own)
    before = next((code for code in reversed(found[:at]) if code), own) if passage.kind != "heading" else after
    words = passage.span.of(text)
    if before != after or before == own or not _WORD.search(words):
        return own
    is_finnish = _known(words, language) > _UNKNOWN
    return before if is_finnish == (before == FINNISH) else own


def _ranked(text: str) -> list[tuple[str, float]]:
    """The languages with the logarithm of their likelihood, the likeliest first."""
    _restrict()
    return [(str(code), float(likelihood)) for code, likelihood in py3langid.rank(text)]


@cache
def _restrict() -> None:
    py3langid.set_languages([FINNISH, *OTHERS])

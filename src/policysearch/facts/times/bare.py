"""Bare years that no word around them tells: *alkoi toden teolla 1985, kun …*. The model of names says which they are.

A number of four digits may be an amount; rules take it for a year beside words of time and of acts alone.
"""

import re
from collections.abc import Iterator, Sequence

from policysearch.model.document import AnalysedPassage
from policysearch.model.language import Token
from policysearch.model.text import Span

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_SURE = 0.8
_LONGEST_SENTENCE = 120  # tokens; a longer one is a list or a table


def bare_years(analysed: AnalysedPassage, taken: Sequence[Span]) -> Iterator[Span]:
    """The years of running prose that the model is sure of and nothing in `taken` covers, in order."""
    asking = [
        token.span
        for token in analysed.tokens
        if _YEAR.fullmatch(token.surface) and not any(token.span.overlaps(span) for span in taken)
    ]
    for sentence in analysed.sentences if asking else ():
        tokens = [token for token in analysed.tokens if sentence.contains(token.span)]
        in_prose = any(token.readings[0].person is not None for token in tokens)
        if not in_prose or len(tokens) > _LONGEST_SENTENCE or not any(sentence.contains(span) for span in asking):
            continue
        yield from (tokens[index].span for index in _found(tokens) if tokens[index].span in asking)


def _found(tokens: Sequence[Token]) -> Iterator[int]:
    # Late: it loads the model.
    from policysearch.facts.names.model import open_name_model

    for name in open_name_model().find(tokens):
        if name.label == "DATE" and name.last - name.first == 1 and name.confidence >= _SURE:
            yield name.first

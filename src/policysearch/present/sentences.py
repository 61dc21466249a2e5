"""The words of a document sentence by sentence, as formats of linguists want them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policysearch.model.document import AnalysedPassage, Passage
from policysearch.model.language import Token


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a passage: `id` is that of the passage and its number in it, from 1."""

    id: str
    passage: Passage
    tokens: tuple[Token, ...]

    @property
    def is_foreign(self) -> bool:
        """Whether it is in a language whose words have no dictionary form here."""
        return self.passage.language != "fi"


def sentences_of(passages: Sequence[AnalysedPassage]) -> Iterator[Sentence]:
    """All sentences with at least one token, in the order of the text; every token is in one of them."""
    for read in passages:
        starts = [span.start for span in read.sentences[1:]]
        rest = list(read.tokens)
        for number, limit in enumerate([*starts, None], start=1):
            inside = [token for token in rest if limit is None or token.span.start < limit]
            rest = rest[len(inside) :]
            if inside:
                yield Sentence(f"{read.passage.id}-{number}", read.passage, tuple(inside))

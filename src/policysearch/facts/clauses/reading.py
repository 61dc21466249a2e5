"""A sentence made ready for the rules: tokens, clauses, and the mentions and times that stand in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from policysearch.facts.clauses import grammar
from policysearch.facts.clauses.split import Clause, split_clauses
from policysearch.facts.cues import Cues
from policysearch.model.facts import Mention
from policysearch.model.language import Token
from policysearch.model.text import Span
from policysearch.model.time import TimeExpression


@dataclass(frozen=True, slots=True)
class PlacedMention:
    """A mention and the tokens it covers, `start <= index < end`; its head is the last one."""

    mention: Mention
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlacedTime:
    """A time expression and the tokens it covers, `start <= index < end`."""

    time: TimeExpression
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """One sentence with everything the rules ask for; indices count its tokens."""

    span: Span
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    mentions: tuple[PlacedMention, ...]
    times: tuple[PlacedTime, ...]
    text: str
    following: tuple[Token, ...] = ()

    def between(self, start: int, end: int) -> str:
        """The text of the document between two offsets of it."""
        return self.text[start:end]

    def words_of(self, clause: Clause) -> list[int]:
        """The indices of a clause's own words: those of a clause embedded in it are left out."""
        own = list(range(clause.start, clause.end))
        if clause.lead is None:
            return own
        inner = next((c.start for c in self.clauses if clause.lead < c.start < clause.start), clause.start)
        return [*range(clause.lead, inner), *own]

    def children_of(self, clause: Clause) -> list[Clause]:
        """The clauses that hang on `clause`, in order."""
        at = self.clauses.index(clause)
        return [c for c in self.clauses if c.parent == at]

    def has_word(self, clause: Clause, lemmas: frozenset[str]) -> bool:
        """Whether a word of the clause can have one of `lemmas`."""
        return any(grammar.lemmas(self.tokens[i]) & lemmas for i in self.words_of(clause))

    def span_text(self, clause: Clause) -> str:
        """The words of the clause in lower case, one space between them."""
        return " ".join(grammar.word(self.tokens[i]) for i in self.words_of(clause))

    def text_span(self, start: int, end: int) -> Span:
        """The span of the document from the token at `start` to the one before `end`."""
        return Span(self.tokens[start].span.start, self.tokens[end - 1].span.end)


def read_sentence(
    span: Span,
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    text: str,
    cues: Cues,
    following: Sequence[Token] = (),
) -> ReadSentence:
    """Cut a sentence into clauses and place the mentions and times that lie in it.

    Args:
        span: The sentence, in the document's text.
        tokens: Its tokens.
        mentions: Mentions of the passage; those outside the sentence are left out.
        times: Time expressions of the passage, likewise.
        text: The text of the document.
        cues: The cues.
        following: The first words after the sentence, for what a colon introduces.
    """
    placed = tuple(
        PlacedMention(mention, *where)
        for mention in mentions
        if (where := _place(tokens, mention.span, span)) is not None
    )
    when = tuple(PlacedTime(time, *where) for time in times if (where := _place(tokens, time.span, span)) is not None)
    return ReadSentence(span, tuple(tokens), split_clauses(tokens, cues), placed, when, text, tuple(following))


def _place(tokens: Sequence[Token], span: Span, sentence: Span) -> tuple[int, int] | None:
    if not sentence.overlaps(span):
        return None
    inside = [i for i, token in enumerate(tokens) if span.overlaps(token.span)]
    return (inside[0], inside[-1] + 1) if inside else None

"""Where a sentence is cut for certain: subordinators, relative and question words, colons, semicolons, dashes."""

from dataclasses import dataclass
from typing import Literal

from policysearch.facts.clauses import grammar
from policysearch.facts.cues import Cues
from policysearch.model.language import Token

Role = Literal["main", "complement", "relative", "condition", "adverbial", "question"]
_STOPS = {";", ":", "–", "—"}
_QUOTES = {"”", "“", '"', "»", "’’"}
_GOING_ON = {"jälkeen", "vuoksi", "johdosta"}


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of tokens, `start <= index < end`, that one subordinator or mark opens.

    Attributes:
        role: What its clauses are to the others.
        introducer: The word that opens it, in lower case; None after a mark and at the start.
    """

    start: int
    end: int
    role: Role
    introducer: str | None


def segments_of(tokens: tuple[Token, ...], cues: Cues) -> list[Segment]:
    """The segments of a sentence, in order; marks in parentheses do not cut."""
    outside = outside_parentheses(tokens)
    cuts: list[tuple[int, Role, str | None]] = [(0, "main", None)]
    for i, token in enumerate(tokens):
        if not outside[i]:
            continue
        if _is_stop(tokens, i):
            cuts.append((i + 1, "main", None))
            continue
        opening = _opening(tokens, i, cuts[-1][0], cues)
        if opening is None:
            continue
        coordinated = i > 0 and grammar.word(tokens[i - 1]) in cues.words["coordinator"]
        start = i - 1 if coordinated and i - 1 > cuts[-1][0] else i
        if cuts[-1][0] == start:
            cuts.pop()
        cuts.append((start, opening, grammar.word(token)))
    borders = [cut[0] for cut in cuts[1:]] + [len(tokens)]
    return [
        Segment(start, end, role, word) for (start, role, word), end in zip(cuts, borders, strict=True) if start < end
    ]


def outside_parentheses(tokens: tuple[Token, ...]) -> list[bool]:
    """For each token whether it stands outside parentheses."""
    if all(token.surface != "(" for token in tokens):
        return [True] * len(tokens)
    depth, flags = 0, []
    for token in tokens:
        depth += token.surface == "("
        flags.append(depth == 0)
        depth = max(0, depth - (token.surface == ")"))
    return flags


def _is_stop(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the token is a colon, semicolon or dash between two parts of the sentence."""
    mark = tokens[at].surface
    if mark not in _STOPS or not 0 < at < len(tokens) - 1:
        return False
    if mark in {"–", "—"}:
        return _spaced(tokens, at)
    return mark != ":" or tokens[at - 1].kind == "word"


def _opening(tokens: tuple[Token, ...], at: int, last_cut: int, cues: Cues) -> Role | None:
    """What kind of clause the word at `at` opens, or None."""
    token = tokens[at]
    if token.kind != "word":
        return None
    before = tokens[at - 1].surface if at else ","
    coordinated = at > 0 and grammar.word(tokens[at - 1]) in cues.words["coordinator"]
    after_break = before == "," or before in _QUOTES or coordinated or at in {0, last_cut}
    role = _role_of(token, cues, after_break=after_break)
    if role is None and at and _asks(token):
        return "question"
    if role == "relative" and at + 1 < len(tokens) and grammar.word(tokens[at + 1]) in _GOING_ON:
        return "main"  # minkä jälkeen: the story goes on
    return role


def _role_of(token: Token, cues: Cues, *, after_break: bool) -> Role | None:
    """What kind of clause this word opens, where one does."""
    form, words = grammar.word(token), cues.words
    if form in words["complement"]:
        return "complement"
    if form in words["condition"]:
        return "condition" if after_break or form in {"jos", "mikäli"} else None
    if form in words["adverbial"]:
        return "adverbial" if after_break else None
    lemma = grammar.lemmas(token)
    pronoun = token.readings[0].word_class == "pronoun" or form in words["relative"]
    if after_break and pronoun and lemma & words["relative"]:
        return "relative"
    if lemma & words["question"] and (after_break or form not in {"missä", "mistä", "mihin", "kuka"}):
        return "question"
    return None


def _asks(token: Token) -> bool:
    """*voisiko*, *aiheutuuko*: a finite verb that opens an indirect question."""
    return grammar.word(token).endswith(("ko", "kö")) and token.readings[0].person is not None


def _spaced(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a dash stands between spaces, as one between clauses does (not one of *2020–2021*)."""
    if not 0 < at < len(tokens) - 1:
        return False
    before, dash, after = tokens[at - 1 : at + 2]
    return (
        before.span.end < dash.span.start
        and dash.span.end < after.span.start
        and "number" not in {before.kind, after.kind}
    )

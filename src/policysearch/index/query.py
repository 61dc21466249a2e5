"""The query language: what a reader types becomes the syntax tree of `model.search`, or an error that points.

Spans of the tree are code points of the query. What each operator means: docs/query-language.md.
"""

import functools
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from typing import Literal, NamedTuple

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedCharacters, UnexpectedToken

from policysearch.errors import QueryError
from policysearch.model.search import And, Not, Or, Phrase, Query, Term, TermField
from policysearch.model.text import Span

Match = Literal["all", "any"]

MAX_LENGTH = 5000
"""Code points of a query; a longer one is a pasted document."""
MAX_DEPTH = 50
"""Parentheses inside one another."""


def parse_query(text: str, *, match: Match = "all") -> Query:
    """Read a query.

    Args:
        text: What the reader typed.
        match: Whether words side by side must all be met, or any of them; `-word` excludes in both.

    Raises:
        QueryError: The query is empty, broken, only excludes, or uses an operator that is not available; the
            message has three lines or more: what is wrong, the query, and a caret under the place.
    """
    if not text.strip():
        raise QueryError('The query is empty. Type at least one word, such as "määräaika".')
    if len(text) > MAX_LENGTH:
        raise QueryError(f"The query has {len(text)} characters; at most {MAX_LENGTH} are read. Shorten it.")
    tokens = _lex(text)
    _check_parentheses(text, tokens)
    for before, token in zip([None, *tokens], tokens, strict=False):
        _check_token(text, token, before)
    query = _build(_parse(text, tokens), match)
    if _only_excludes(query):
        raise _error(text, query.span.start, "the query only says what must not be there", "Add a word to search for.")
    return query


class _Names(NamedTuple):
    """Names before a colon: `fields` to the fields of the index, `filters` to the option that serves instead."""

    fields: Mapping[str, TermField]
    filters: Mapping[str, str]
    endings: frozenset[str]


@functools.cache
def _names() -> _Names:
    data = tomllib.loads(resources.files(__package__).joinpath("operators.toml").read_text(encoding="utf-8"))
    return _Names(data["fields"], data["filters"], frozenset(data["endings"]["after_colon"]))


@functools.cache
def _parser() -> Lark:
    grammar = resources.files(__package__).joinpath("query.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", lexer="basic", propagate_positions=True, maybe_placeholders=False)


def _lex(text: str) -> list[Token]:
    try:
        return list(_parser().lex(text))
    except UnexpectedCharacters as error:
        at = error.pos_in_stream or 0
        quote = text[at]
        said = f"the quotation mark {quote} is opened here and never closed"
        raise _error(text, at, said, f"Close it with {quote} after the last word of it, or leave it out.") from None


def _parse(text: str, tokens: Sequence[Token]) -> Tree[Token]:
    try:
        return _parser().parse(text)
    except UnexpectedToken as error:
        raise _syntax_error(text, error.token, tokens) from None


def _syntax_error(text: str, token: Token, tokens: Sequence[Token]) -> QueryError:
    """What can still be wrong once quotes and parentheses match: an operator without its words."""
    at = len(text.rstrip()) if token.type == "$END" else token.start_pos or 0
    before = next((earlier for earlier in reversed(tokens) if (earlier.start_pos or 0) < at), None)
    lower = 'Add one, or write "{}" in lower case to search for the word itself.'
    if before is not None and before.type in ("AND", "OR", "NOT"):
        return _error(text, at, f"expected a word or phrase after {before}", lower.format(before.lower()))
    if token.type in ("AND", "OR"):
        return _error(text, at, f"expected a word or phrase before {token}", lower.format(token.lower()))
    if token.type == "RPAR":
        return _error(text, at, "expected a word or phrase before )", "Put one between the parentheses.")
    if before is not None and before.type == "FIELD":
        return _error(text, at, f"expected a word right after {before}", f"Write {before}word, without a space.")
    return _error(text, at, "expected a word or phrase", "Add one, or leave out what stands before it.")


def _check_parentheses(text: str, tokens: Sequence[Token]) -> None:
    opened: list[int] = []
    for token in tokens:
        at = token.start_pos or 0
        if token.type == "LPAR":
            opened.append(at)
            if len(opened) > MAX_DEPTH:
                raise _error(text, at, f"more than {MAX_DEPTH} parentheses inside one another", "Leave some out.")
        elif token.type == "RPAR":
            if not opened:
                raise _error(text, at, "this ) closes nothing", "Leave it out, or open it with ( further left.")
            opened.pop()
    if opened:
        raise _error(text, opened[-1], "this ( is never closed", "Close it with ), or leave it out.")


def _check_token(text: str, token: Token, before: Token | None) -> None:
    """Refuse what looks like an operator and is none, rather than search for something else in silence."""
    at = token.start_pos or 0
    if token.type in ("PHRASE", "EXACT"):
        if not token[1:-1].strip():
            raise _error(text, at, "there is no word between the quotation marks", "Put one there, or leave them out.")
        if before is not None and before.type == "FIELD" and _field(before) == "part":
            raise _error(text, at, "a part of a compound is one word", "Write part:word, without quotation marks.")
    if token.type not in ("WORD", "ELLIPTIC"):
        return
    name, colon, rest = token.partition(":")
    if colon and (before is None or before.type != "FIELD"):
        _check_name(text, at, name, rest)
    for mark, said in (("*", "search by the beginning of a word (*)"), ("~", "search by similar spelling (~)")):
        if mark in token and (len(token) > 1 or mark == "~"):
            advice = f"Leave out {mark}: a plain word meets its inflected forms and the compounds it is part of."
            raise _error(text, at + token.index(mark), f"{said} is not available", advice)


def _check_name(text: str, at: int, name: str, rest: str) -> None:
    known = name.casefold()
    if known in _names().fields:
        raise _error(
            text, at + len(name) + 1, f"expected a word right after {name}:", f"Write {name}:word, without a space."
        )
    if known in _names().filters:
        option = _names().filters[known]
        advice = f"Use the option {option} instead." if option else "Leave it out."
        raise _error(text, at, f"{name}: is not available inside a query", advice)
    is_abbreviation = rest.casefold().strip(".,;:!?") in _names().endings
    if name.isalpha() and name.islower() and not is_abbreviation and rest[:1] not in ("", "/"):
        fields = ", ".join(f"{field}:" for field in ("lemma", "part", "form"))
        raise _error(text, at, f"there is no field {name}:", f"The fields are {fields}; leave a space after a colon.")


def _build(node: Tree[Token], match: Match) -> Query:
    children = [child for child in node.children if isinstance(child, Tree)]
    words = [child for child in node.children if isinstance(child, Token)]
    match node.data:
        case "start" | "group":
            return _build(children[0], match)
        case "any_of":
            return _joined(Or, [_build(child, match) for child in children])
        case "all_of":
            return _joined(And, [_build(child, match) for child in children])
        case "side_by_side":
            return _side_by_side([_build(child, match) for child in children], match)
        case "negated":
            child = _build(children[0], match)
            return _negated(child, words) if len(words) % 2 else child
        case "term":
            span = Span(words[0].start_pos or 0, words[-1].end_pos or 0)
            field: TermField = _field(words[0]) if len(words) == 2 else "mixed"
            return Term(" ".join(words[-1].split()), field, span)
        case _:
            return _quoted(words, "lemma" if node.data == "phrase" else "form")


def _negated(child: Query, words: Sequence[Token]) -> Query:
    return child.child if isinstance(child, Not) else Not(child, Span(words[0].start_pos or 0, child.span.end))


def _quoted(words: Sequence[Token], default: Literal["lemma", "form"]) -> Query:
    """A phrase; of one word it is that word, looked for in the field of the phrase."""
    span = Span(words[0].start_pos or 0, words[-1].end_pos or 0)
    named = _field(words[0]) if len(words) == 2 else default
    field: Literal["lemma", "form"] = "form" if named == "form" else "lemma"
    texts = tuple(words[-1][1:-1].split())
    return Phrase(texts, field, span) if len(texts) > 1 else Term(texts[0], field, span)


def _side_by_side(children: Sequence[Query], match: Match) -> Query:
    if match == "all":
        return _joined(And, children)
    wanted = [child for child in children if not isinstance(child, Not)]
    excluded = [child for child in children if isinstance(child, Not)]
    return _joined(And, [*([_joined(Or, wanted)] if wanted else []), *excluded])


def _joined(kind: type[And] | type[Or], children: Sequence[Query]) -> Query:
    flat = tuple(_flattened(kind, children))
    if len(flat) == 1:
        return flat[0]
    return kind(flat, Span(min(child.span.start for child in flat), max(child.span.end for child in flat)))


def _flattened(kind: type[And] | type[Or], children: Sequence[Query]) -> Iterator[Query]:
    for child in children:
        if isinstance(child, kind) and isinstance(child, And | Or):
            yield from child.children
        else:
            yield child


def _field(token: Token) -> TermField:
    return _names().fields[token.rstrip(":").casefold()]


def _only_excludes(query: Query) -> bool:
    match query:
        case Not(child):
            return not _only_excludes(child)
        case And(children) | Or(children):
            return all(_only_excludes(child) for child in children)
        case _:
            return False


def _error(text: str, at: int, said: str, advice: str) -> QueryError:
    """The message: what is wrong, the query on one line, a caret under code point `at`, what to try."""
    shown = "".join(" " if character.isspace() or not character.isprintable() else character for character in text)
    indent = sum(0 if unicodedata.combining(character) else 1 for character in shown[:at])
    return QueryError(f"{said} (character {at + 1} of the query)\n  {shown}\n  {' ' * indent}^\n{advice}", at=at)

"""The query language: what a reader types becomes the syntax tree of `model.search`, or an error that points.

Spans of the tree are code points of the query. What each operator means: docs/query-language.md.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from importlib import resources
from typing import Literal

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedCharacters, UnexpectedToken

from policysearch.errors import QueryError
from policysearch.index.mistakes import Mistake, nearest, query_error, replaced
from policysearch.index.operators import operators
from policysearch.index.values import read_condition
from policysearch.model.query import And, Fuzzy, Not, OfDay, OfPage, OfValue, Or, Phrase, Prefix, Query, Term, TermField
from policysearch.model.text import Span

Match = Literal["all", "any", "some"]

MAX_LENGTH = 5000
"""Code points of a query; a longer one is a pasted document."""
MAX_DEPTH = 50
"""Parentheses inside one another."""
LEAST_BEGINNING = 2
"""Letters before a star."""
MOST_DISTANCE = 2
"""Letters that may differ after a tilde."""
WITHIN = 5
"""Words among those of a phrase with a tilde and no number."""
_MOST_MENDED = 200
_FUZZY = re.compile(r"([^~*]+)~(\d*)")
_PHRASE = re.compile(r"[\"“”„»«](.*)[\"“”„»«](?:(~)(\d*))?", re.DOTALL)


def parse_query(text: str, *, match: Match = "all") -> Query:
    """Read a query.

    Args:
        text: What the reader typed.
        match: Whether words side by side must all be met, or any of them; with `some` one of the plain words and
            groups suffices, and none is needed beside a phrase or a word of a field. What is excluded, and filters,
            hold in any case.

    Raises:
        QueryError: The query is empty, broken, or only excludes; the message has four lines: what is wrong, the
            query, a caret under the place, what to do; and where there is one, the nearest query that can be read.
    """
    if not text.strip():
        raise QueryError('The query is empty. Type at least one word, such as "määräaika".')
    if len(text) > MAX_LENGTH:
        raise QueryError(f"The query has {len(text)} characters; at most {MAX_LENGTH} are read. Shorten it.")
    try:
        return _read(text, match)
    except Mistake as mistake:
        raise query_error(text, mistake, _mended(mistake)) from None


def has_operators(text: str) -> bool:
    """Whether a query that can be parsed says itself how its words belong together: AND, OR, NOT, parentheses."""
    return any(token.type in ("AND", "OR", "NOT", "MINUS", "LPAR") for token in _lex(text))


def _read(text: str, match: Match) -> Query:
    tokens = _lex(text)
    _check_parentheses(text, tokens)
    for before, token in zip([None, *tokens], tokens, strict=False):
        _check_token(text, token, before)
    query = _build(_parse(text, tokens), text, match)
    if _only_excludes(query):
        said = "the query only says what must not be there"
        raise Mistake(query.span.start, said, "Add a word to search for.", None)
    return query


def _mended(mistake: Mistake) -> str | None:
    """The query without its mistakes, one after another."""
    text = mistake.mended
    for _ in range(_MOST_MENDED):
        if text is None or not text.strip():
            return None
        try:
            _read(text, "all")
        except Mistake as another:
            text = another.mended
        else:
            return " ".join(text.split())
    return None


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
        advice = f"Close it with {quote} after the last word of it, or leave it out."
        closed = text.rstrip() + quote
        mended = closed if _is_lexed_past(closed, at) else replaced(text, at, at + 1, " ")
        raise Mistake(at, said, advice, mended) from None


def _is_lexed_past(text: str, at: int) -> bool:
    try:
        for token in _parser().lex(text):
            if (token.start_pos or 0) >= at:
                return True
    except UnexpectedCharacters as error:
        return (error.pos_in_stream or 0) > at
    return True


def _parse(text: str, tokens: Sequence[Token]) -> Tree[Token]:
    try:
        return _parser().parse(text)
    except UnexpectedToken as error:
        raise _syntax_mistake(text, error.token, tokens) from None


def _syntax_mistake(text: str, token: Token, tokens: Sequence[Token]) -> Mistake:
    """What can still be wrong once quotes and parentheses match: an operator without its words."""
    at = len(text.rstrip()) if token.type == "$END" else token.start_pos or 0
    before = next((earlier for earlier in reversed(tokens) if (earlier.start_pos or 0) < at), None)
    lower = 'Add one, or write "{}" in lower case to search for the word itself.'
    if before is not None and before.type in ("AND", "OR", "NOT"):
        said = f"expected a word or phrase after {before}"
        return Mistake(at, said, lower.format(before.lower()), _without(text, before))
    if token.type in ("AND", "OR"):
        said = f"expected a word or phrase before {token}"
        return Mistake(at, said, lower.format(token.lower()), _without(text, token))
    if token.type == "RPAR" and before is not None:
        mended = replaced(text, before.start_pos or 0, at + 1, " ")
        return Mistake(at, "expected a word or phrase before )", "Put one between the parentheses.", mended)
    if before is not None and before.type in ("FIELD", "FILTER"):
        advice = f"Write {before}word, without a space."
        return Mistake(at, f"expected a word right after {before}", advice, _without(text, before))
    advice = "Add one, or leave out what stands before it."
    return Mistake(at, "expected a word or phrase", advice, _without(text, before) if before is not None else None)


def _without(text: str, token: Token) -> str:
    return replaced(text, token.start_pos or 0, token.end_pos or 0)


def _check_parentheses(text: str, tokens: Sequence[Token]) -> None:
    opened: list[Token] = []
    for token in tokens:
        at = token.start_pos or 0
        if token.type == "LPAR":
            opened.append(token)
            if len(opened) > MAX_DEPTH:
                said = f"more than {MAX_DEPTH} parentheses inside one another"
                raise Mistake(at, said, "Leave some out.", _without(text, token))
        elif token.type == "RPAR":
            if not opened:
                advice = "Leave it out, or open it with ( further left."
                raise Mistake(at, "this ) closes nothing", advice, _without(text, token))
            opened.pop()
    if opened:
        at = opened[-1].start_pos or 0
        raise Mistake(at, "this ( is never closed", "Close it with ), or leave it out.", f"{text.rstrip()})")


def _check_token(text: str, token: Token, before: Token | None) -> None:
    """Refuse what looks like an operator and is none, rather than search for something else in silence."""
    is_value = before is not None and before.type == "FILTER"
    if token.type in ("PHRASE", "EXACT"):
        _check_quoted(text, token, before)
    if token.type not in ("WORD", "ELLIPTIC") or is_value:
        return
    name, colon, rest = token.partition(":")
    if colon and (before is None or before.type != "FIELD"):
        _check_name(text, token, name, rest)
    _check_marks(text, token)


def _check_quoted(text: str, token: Token, before: Token | None) -> None:
    at = token.start_pos or 0
    inside, _, _ = _unquoted(token)
    if not inside.strip():
        advice = "Put one there, or leave them out."
        raise Mistake(at, "there is no word between the quotation marks", advice, _without(text, token))
    named = before if before is not None and before.type in ("FIELD", "FILTER") else None
    if named is not None and named.type == "FIELD" and _field(named) == "part":
        parts = " ".join(f"{named}{word}" for word in inside.split())
        mended = replaced(text, named.start_pos or 0, token.end_pos or 0, parts)
        raise Mistake(at, "a part of a compound is one word", "Write part:word, without quotation marks.", mended)
    if token.type == "PHRASE" and "*" in inside and (named is None or named.type == "FIELD"):
        place = at + token.index("*")
        advice = "Leave it out: the words of a phrase are met in every inflected form."
        raise Mistake(place, "a phrase has no beginnings of words (*)", advice, replaced(text, place, place + 1))


def _check_marks(text: str, token: Token) -> None:
    """A star ends a beginning of a word, a tilde with or without a digit ends a word; elsewhere they mean nothing."""
    at, end = token.start_pos or 0, token.end_pos or 0
    if str(token) == "*":
        return
    if "*" in token:
        place = at + token.index("*")
        bare = token.replace("*", "").rstrip("~")
        if token.index("*") < len(token) - 1:
            mended = replaced(text, at, end, f"{token[: token.index('*')]}*" if token[0] != "*" else bare)
            said = "a star stands only at the end of the beginning of a word"
            raise Mistake(place, said, "Write ihmiskaup*; for the end of a compound, part:word.", mended)
        if len(bare) < LEAST_BEGINNING:
            advice = f"Give at least {LEAST_BEGINNING} letters before the star."
            raise Mistake(place, "too short for a beginning of a word", advice, replaced(text, at, end, bare))
    elif "~" in token:
        place = at + token.index("~")
        found = _FUZZY.fullmatch(token)
        if found is None:
            bare = token.partition("~")[0]
            said = "a tilde stands only at the end of a word or phrase"
            mended = replaced(text, at, end, f"{bare}~" if bare else "")
            raise Mistake(place, said, 'Write uhri~, or "uhri apu"~5 for words near one another.', mended)
        if found[2] and not 1 <= int(found[2]) <= MOST_DISTANCE:
            said = f"at most {MOST_DISTANCE} letters may differ"
            mended = replaced(text, at, end, f"{found[1]}~{MOST_DISTANCE}")
            raise Mistake(place, said, "Write uhri~, uhri~1 or uhri~2.", mended)


def _check_name(text: str, token: Token, name: str, rest: str) -> None:
    at, end = token.start_pos or 0, token.end_pos or 0
    known = name.casefold()
    fields, filters = operators().fields, operators().filters
    if known in fields or known in filters:
        after = len(text[end:]) - len(text[end:].lstrip())
        closes = text[end + after : end + after + 1] in ("", "(", ")")
        mended = replaced(text, at, end) if closes else replaced(text, end, end + after)
        advice = f"Write {name}:word, without a space."
        raise Mistake(at + len(name) + 1, f"expected a word right after {name}:", advice, mended)
    is_abbreviation = rest.casefold().strip(".,;:!?") in operators().endings
    if name.isalpha() and name.islower() and not is_abbreviation and rest[:1] not in ("", "/"):
        like = nearest(name, [*fields, *filters])
        mended = replaced(text, at, end, f"{like}:{rest}" if like else f"{name} {rest}")
        names = ", ".join(f"{each}:" for each in dict.fromkeys([*fields.values(), *filters.values()]))
        said = f"there is no field {name}:"
        raise Mistake(at, said, f"There are {names}; leave a space after a colon that is none of theirs.", mended)


def _unquoted(token: Token) -> tuple[str, bool, str]:
    """What stands between the marks, whether a tilde follows, and the number after it."""
    if token.type == "EXACT":
        return str(token[1:-1]), False, ""
    found = _PHRASE.fullmatch(token)
    assert found is not None
    return found[1], bool(found[2]), found[3] or ""


def _build(node: Tree[Token], text: str, match: Match) -> Query:
    children = [child for child in node.children if isinstance(child, Tree)]
    words = [child for child in node.children if isinstance(child, Token)]
    match node.data:
        case "start" | "group":
            return _build(children[0], text, match)
        case "any_of":
            return _joined(Or, [_build(child, text, match) for child in children])
        case "all_of":
            return _joined(And, [_build(child, text, match) for child in children])
        case "side_by_side":
            return _side_by_side([_build(child, text, match) for child in children], match)
        case "negated":
            child = _build(children[0], text, match)
            return _negated(child, words) if len(words) % 2 else child
        case "term":
            span = Span(words[0].start_pos or 0, words[-1].end_pos or 0)
            field: TermField = _field(words[0]) if len(words) == 2 else "mixed"
            return _word(words[-1], field, span)
        case "condition":
            return _condition(text, words[0], words[-1])
        case _:
            return _quoted(words, "lemma" if node.data == "phrase" else "form")


def _negated(child: Query, words: Sequence[Token]) -> Query:
    return child.child if isinstance(child, Not) else Not(child, Span(words[0].start_pos or 0, child.span.end))


def _word(token: Token, field: TermField, span: Span) -> Query:
    """A word, the beginning of one, or one of similar spelling."""
    if token.endswith("*") and len(token) > 1:
        return Prefix(str(token[:-1]), field, span)
    if found := _FUZZY.fullmatch(token):
        return Fuzzy(found[1], field, span, int(found[2]) if found[2] else None)
    return Term(" ".join(token.split()), field, span)


def _condition(text: str, name: Token, value: Token) -> Query:
    span = Span(name.start_pos or 0, value.end_pos or 0)
    start = value.start_pos or 0
    bare, start = (_unquoted(value)[0], start + 1) if value.type in ("PHRASE", "EXACT") else (str(value), start)
    return read_condition(text, operators().filters[name.rstrip(":").casefold()], bare, start, span)


def _quoted(words: Sequence[Token], default: Literal["lemma", "form"]) -> Query:
    """A phrase; of one word it is that word, looked for in the field of the phrase."""
    span = Span(words[0].start_pos or 0, words[-1].end_pos or 0)
    named = _field(words[0]) if len(words) == 2 else default
    field: Literal["lemma", "form"] = "form" if named == "form" else "lemma"
    inside, is_near, number = _unquoted(words[-1])
    texts = tuple(inside.split())
    within = (int(number) if number else WITHIN) if is_near else None
    return Phrase(texts, field, span, within) if len(texts) > 1 else Term(texts[0], field, span)


def _side_by_side(children: Sequence[Query], match: Match) -> Query:
    if match == "all":
        return _joined(And, children)
    always: list[Query] = [child for child in children if isinstance(child, Not | OfValue | OfDay | OfPage)]
    wanted: list[Query] = [child for child in children if not isinstance(child, Not | OfValue | OfDay | OfPage)]
    exact = [child for child in wanted if match == "some" and not _may_be_missing(child)]
    if exact:
        # With one that is there in any case, the others may be missing, and are shown where they stand.
        always, wanted = [*exact, *always], [*(child for child in wanted if child not in exact), exact[0]]
    return _joined(And, [*([_joined(Or, wanted)] if wanted else []), *always])


def _may_be_missing(query: Query) -> bool:
    return isinstance(query, And | Or) or (isinstance(query, Term) and query.field == "mixed")


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
    return operators().fields[token.rstrip(":").casefold()]


def _only_excludes(query: Query) -> bool:
    match query:
        case Not(child):
            return not _only_excludes(child)
        case And(children) | Or(children):
            return all(_only_excludes(child) for child in children)
        case _:
            return False

"""A parsed query read by the same language as the texts: its words become the terms of the index.

A query word stands without context, so what it may be is decided here (docs/query-language.md): the best reading
alone ranks best (measured), and beside it the reading whose dictionary form is the word as typed, since that is how
readers write words (*tuli* is a noun to the reader, and *tulla* to the language).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from policysearch.errors import QueryError
from policysearch.index.terms import StoredToken, index_term, token_terms
from policysearch.index.tree import AllOf, AnalysedQuery, AnyOf, AnyTerm, Node, NoneOf, TermRun
from policysearch.lang.base import Language
from policysearch.model.language import Token
from policysearch.model.search import And, Not, Or, Phrase, Query, Term


@dataclass(slots=True)
class _Reading:
    """What is gathered while a tree is read: `keep` also keeps the words that carry no meaning."""

    language: Language
    keep: bool
    extra: dict[str, None] = field(default_factory=dict)
    ignored: dict[str, None] = field(default_factory=dict)


def analyse_query(query: Query, language: Language) -> AnalysedQuery:
    """Read the words of `query`.

    A plain conjunction (*ja*, *tai*, *sekä*) is left out unless the query has nothing else, and so is a mark that
    stands alone; both are named in `AnalysedQuery.ignored`.

    Raises:
        QueryError: There is no word in the query.
    """
    for keep in (False, True):
        reading = _Reading(language, keep)
        root = _node(query, reading)
        if root is not None and not _only_excludes(root):
            return AnalysedQuery(root, tuple(reading.extra), tuple(reading.ignored))
    raise QueryError("The query holds no word or number to search for, only marks. Type at least one word.")


def _node(query: Query, reading: _Reading, *, wanted: bool = True) -> Node | None:
    match query:
        case Term():
            return _term(query, reading, wanted=wanted)
        case Phrase(texts, name, span):
            tokens = _words(" ".join(texts), reading)
            places = tuple((index_term(token.surface),) if name == "form" else _lemmas(token) for token in tokens)
            if not places:
                reading.ignored[" ".join(texts)] = None
                return None
            return TermRun(name, places, span) if len(places) > 1 else AnyTerm(name, places[0], span)
        case And(children):
            return _joined(AllOf, [_node(child, reading, wanted=wanted) for child in children])
        case Or(children):
            return _joined(AnyOf, [_node(child, reading, wanted=wanted) for child in children])
        case Not(child):
            excluded = _node(child, reading, wanted=not wanted)
            return None if excluded is None else NoneOf(excluded)


def _term(term: Term, reading: _Reading, *, wanted: bool) -> Node | None:
    tokens = _words(term.text, reading)
    if not tokens or (term.field == "mixed" and wanted and not reading.keep and _carries_nothing(tokens)):
        reading.ignored[term.text] = None
        return None
    last = tokens[-1]
    if term.field == "form":
        forms = tuple((index_term(token.surface),) for token in tokens)
        return TermRun("form", forms, term.span) if len(forms) > 1 else AnyTerm("form", forms[0], term.span)
    if term.field == "part":
        return _joined(AllOf, [AnyTerm("part", _lemmas(token), term.span) for token in tokens])
    if len(tokens) > 1 and last.ellipsis is None:
        # One word to the reader, several to the language (1.6.–31.12., HEL/2021): they stand side by side in a text.
        return TermRun("lemma", tuple(_lemmas(token) for token in tokens), term.span)
    if term.field == "mixed" and wanted:
        reading.extra.update(dict.fromkeys(token_terms(last).parts))
    lemmas = (index_term(last.ellipsis),) if len(tokens) > 1 and last.ellipsis else _lemmas(last)
    return AnyTerm(term.field, lemmas, term.span)


def _words(text: str, reading: _Reading) -> list[Token]:
    return [token for token in reading.language.tokens(text) if token.kind != "punctuation"]


def _lemmas(token: Token) -> tuple[str, ...]:
    """The dictionary form of the best reading, and the word itself where another reading says that it is one."""
    stored: StoredToken = token_terms(token)
    typed = [stored.form for reading in token.readings if index_term(reading.lemma) == stored.form]
    return tuple(dict.fromkeys([stored.lemma, *typed]))


def _carries_nothing(tokens: Sequence[Token]) -> bool:
    return all(token.readings[0].word_class == "conjunction" for token in tokens)


def _joined(kind: type[AllOf] | type[AnyOf], nodes: Sequence[Node | None]) -> Node | None:
    kept = tuple(node for node in nodes if node is not None)
    if not kept:
        return None
    return kept[0] if len(kept) == 1 else kind(kept)


def _only_excludes(node: Node) -> bool:
    match node:
        case NoneOf(child):
            return not _only_excludes(child)
        case AllOf(children) | AnyOf(children):
            return all(_only_excludes(child) for child in children)
        case _:
            return False

"""A parsed query read by the same language as the texts: its words become the terms of the index.

A query word stands without context, so what it may be is decided here (docs/query-language.md): the best reading
alone ranks best (measured), and beside it the reading whose dictionary form is the word as typed, since that is how
readers write words (*tuli* is a noun to the reader, and *tulla* to the language).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from policysearch.errors import QueryError
from policysearch.index.asking import LookUp, condition_of
from policysearch.index.expansion import Alternative, Expander, TypedWord, no_expansion
from policysearch.index.operators import operators
from policysearch.index.scoring import clues
from policysearch.index.terms import StoredToken, index_term, token_terms
from policysearch.index.tree import (
    AllOf,
    AnalysedQuery,
    AnyOf,
    AnyTerm,
    Everything,
    Near,
    Node,
    NoneOf,
    TermRun,
    Where,
    Word,
)  # fmt: skip
from policysearch.index.vocabulary import Vocabulary, no_vocabulary, spelled_alike, starting_with
from policysearch.lang.base import Language
from policysearch.lang.others import function_words
from policysearch.model.language import Token
from policysearch.model.query import (
    And,
    Expansion,
    ExpansionSource,
    Fuzzy,
    Not,
    OfDay,
    OfPage,
    OfValue,
    Or,
    Phrase,
    Prefix,
    Query,
    Term,
)
from policysearch.model.text import Span


@dataclass(slots=True)
class _Reading:
    """What is gathered while a tree is read: `keep` also keeps the words that carry no meaning."""

    language: Language
    others: Sequence[Language]
    vocabulary: Vocabulary
    look_up: LookUp
    expand: Expander
    keep: bool
    stems: bool
    words: dict[Word, None] = field(default_factory=dict)
    ignored: dict[str, None] = field(default_factory=dict)
    expansions: dict[Expansion, None] = field(default_factory=dict)


def analyse_query(
    query: Query,
    language: Language,
    *,
    others: Sequence[Language] = (),
    vocabulary: Vocabulary = no_vocabulary,
    look_up: LookUp | None = None,
    expand: Expander = no_expansion,
    stems: bool = False,
) -> AnalysedQuery:
    """Read the words of `query`.

    A plain word that only joins or asks (*ja*, *kanssa*, *mitä*) is left out unless the query has nothing else, and so
    is a mark that stands alone; both are named in `AnalysedQuery.ignored`.

    Args:
        query: As parsed.
        language: Reads its words.
        others: Languages that the corpus has texts in too: a word is met in each of them.
        vocabulary: The words of the corpus, for beginnings of words (*ihmiskaup**) and similar ones (*uhri~*).
        look_up: Knows the issuers, actors and documents of the corpus; without it names are taken as they are typed.
        expand: Knows synonyms.
        stems: A plain word is also met by what says the same with its stem: *tunnistaminen* by *tunnistaa*.

    Raises:
        QueryError: There is no word in the query.
    """
    for keep in (False, True):
        reading = _Reading(language, others, vocabulary, look_up or LookUp(), expand, keep, stems)
        root = _node(query, reading)
        if root is not None and not _only_excludes(root):
            filters, words = _hoisted(root)
            plain = tuple(reading.words)
            return AnalysedQuery(
                words, clues(words, plain), tuple(reading.ignored), filters, tuple(reading.expansions), plain
            )
    raise QueryError("The query holds no word or number to search for, only marks. Type at least one word.")


def _hoisted(root: Node) -> tuple[tuple[Where, ...], Node]:
    """The conditions that all hits must meet, and the rest of the tree."""
    children = root.children if isinstance(root, AllOf) else (root,)
    filters = tuple(child for child in children if isinstance(child, Where))
    rest = tuple(child for child in children if not isinstance(child, Where))
    if not rest:
        return filters, Everything()
    return filters, rest[0] if len(rest) == 1 else AllOf(rest)


def _node(query: Query, reading: _Reading, *, wanted: bool = True) -> Node | None:
    match query:
        case Term():
            return _expanded([query], reading, AllOf, wanted=wanted)
        case Prefix() | Fuzzy():
            return _from_vocabulary(query, reading)
        case Phrase():
            return _phrase(query, reading)
        case OfValue() | OfDay() | OfPage():
            return Where(condition_of(query, reading.look_up), query.span)
        case And(children):
            return _joined(AllOf, list(_children(children, reading, AllOf, wanted=wanted)))
        case Or(children):
            return _joined(AnyOf, list(_children(children, reading, AnyOf, wanted=wanted)))
        case Not(child):
            excluded = _node(child, reading, wanted=not wanted)
            return None if excluded is None else NoneOf(excluded)


def _children(
    children: Sequence[Query], reading: _Reading, kind: type[AllOf] | type[AnyOf], *, wanted: bool
) -> Iterator[Node | None]:
    """The children read; plain words that stand side by side are read together, since a name may be several."""
    run: list[Term] = []
    for child in children:
        if isinstance(child, Term) and child.field == "mixed":
            run.append(child)
            continue
        if run:
            yield _expanded(run, reading, kind, wanted=wanted)
            run = []
        yield _node(child, reading, wanted=wanted)
    if run:
        yield _expanded(run, reading, kind, wanted=wanted)


def _expanded(run: Sequence[Term], reading: _Reading, kind: type[AllOf] | type[AnyOf], *, wanted: bool) -> Node | None:
    """Words side by side, each name among them met by its alternatives too."""
    nodes: list[Node | None] = []
    found = _alternatives([term.text for term in run], reading) if run[0].field == "mixed" else {}
    at = 0
    while at < len(run):
        count, alternatives = found.get(at, (1, []))
        terms = run[at : at + count]
        typed = _joined(kind, [_term(term, reading, wanted=wanted) for term in terms])
        span = Span(terms[0].span.start, terms[-1].span.end)
        others = _searched(" ".join(term.text for term in terms), alternatives, span, reading)
        nodes.append(_joined(AnyOf, [typed, *others]) if typed is not None else None)
        at += count
    return _joined(kind, nodes)


def _alternatives(words: Sequence[str], reading: _Reading) -> dict[int, tuple[int, list[Alternative]]]:
    """By the place of the first word: how many words have alternatives, and which; from the left, the longest first."""
    if reading.expand is no_expansion:
        return {}
    typed = [TypedWord(word, _lemmas_of_word(word, reading)) for word in words]
    offered: dict[tuple[int, int], list[Alternative]] = {}
    for each in reading.expand(typed):
        offered.setdefault((each.first, each.count), []).extend(each.alternatives)
    found: dict[int, tuple[int, list[Alternative]]] = {}
    free = 0
    for (first, count), alternatives in sorted(offered.items(), key=lambda item: (item[0][0], -item[0][1])):
        if first >= free:
            found[first] = (count, alternatives)
            free = first + count
    return found


def _lemmas_of_word(word: str, reading: _Reading) -> tuple[str, ...]:
    tokens = _words(word, reading)
    if len(tokens) > 1 and (ellipsis := tokens[-1].ellipsis):
        return (index_term(ellipsis),)
    return _lemmas(tokens[0], reading) if len(tokens) == 1 else (index_term(word),)


def _searched(typed: str, alternatives: Sequence[Alternative], span: Span, reading: _Reading) -> Iterator[Node]:
    """The nodes of alternatives, which are noted as expansions of what was typed."""
    by_source: dict[str, dict[str, None]] = {}
    for each in alternatives:
        tokens = _words(each.text, reading)
        if not tokens:
            continue
        by_source.setdefault(each.source, {})[each.text] = None
        if (ellipsis := tokens[-1].ellipsis) and len(tokens) > 1:
            places: tuple[tuple[str, ...], ...] = ((index_term(ellipsis),),)
        else:
            places = tuple(_lemmas(token, reading) for token in tokens)
        yield TermRun("lemma", places, span) if len(places) > 1 else AnyTerm(each.field, places[0], span)
    for each in alternatives:
        if searched := by_source.pop(each.source, None):
            notes = tuple({other.note: None for other in alternatives if other.note and other.source == each.source})
            reading.expansions[Expansion(typed, tuple(searched), each.source, span, notes=notes)] = None


def _phrase(phrase: Phrase, reading: _Reading) -> Node | None:
    text = " ".join(phrase.texts)
    tokens = _words(text, reading)
    is_form = phrase.field == "form"
    places = tuple((index_term(token.surface),) if is_form else _lemmas(token, reading) for token in tokens)
    if not places:
        reading.ignored[text] = None
        return None
    node: Node
    if len(places) == 1:
        node = AnyTerm(phrase.field, places[0], phrase.span)
    elif phrase.within is None:
        node = TermRun(phrase.field, places, phrase.span)
    else:
        node = Near(phrase.field, places, phrase.within, phrase.span)
    if is_form or phrase.within is not None:
        return node
    count, alternatives = _alternatives(phrase.texts, reading).get(0, (0, []))
    whole = alternatives if count == len(phrase.texts) else []
    return _joined(AnyOf, [node, *_searched(text, whole, phrase.span, reading)])


def _from_vocabulary(query: Prefix | Fuzzy, reading: _Reading) -> Node:
    """A word that stands for many words of the corpus: those are what is searched for."""
    if isinstance(query, Prefix):
        found = starting_with(query, reading.vocabulary)
        typed, shown = f"{query.text}*", found.shown
    else:
        found = spelled_alike(query, reading.vocabulary, reading.language)
        typed, shown = f"{query.text}~", found.shown
    source: ExpansionSource = "prefix" if isinstance(query, Prefix) else "fuzzy"
    reading.expansions[Expansion(typed, shown, source, query.span, found.left_out)] = None
    nodes = tuple(AnyTerm(name, terms, query.span) for name, terms in found.terms if terms)
    if not nodes:
        return AnyTerm(query.field, (), query.span)
    return nodes[0] if len(nodes) == 1 else AnyOf(nodes)


def _term(term: Term, reading: _Reading, *, wanted: bool) -> Node | None:
    tokens = _words(term.text, reading)
    if not tokens or (term.field == "mixed" and wanted and not reading.keep and _carries_nothing(tokens, reading)):
        reading.ignored[term.text] = None
        return None
    last = tokens[-1]
    if term.field == "form":
        forms = tuple((index_term(token.surface),) for token in tokens)
        return TermRun("form", forms, term.span) if len(forms) > 1 else AnyTerm("form", forms[0], term.span)
    if term.field == "part":
        return _joined(AllOf, [AnyTerm("part", _lemmas(token, reading), term.span) for token in tokens])
    if len(tokens) > 1 and last.ellipsis is None:
        # One word to the reader, several to the language (1.6.–31.12., HEL/2021): they stand side by side in a text.
        return TermRun("lemma", tuple(_lemmas(token, reading) for token in tokens), term.span)
    lemmas = (index_term(last.ellipsis),) if len(tokens) > 1 and last.ellipsis else _lemmas(last, reading)
    if term.field != "mixed" or not wanted:
        return AnyTerm(term.field, lemmas, term.span)
    finnish = lemmas if last.ellipsis else _own_lemmas(last)
    kin = [reading.language.kin(lemma) for lemma in finnish] if reading.stems else []
    same = dict.fromkeys((*lemmas, *(each for one in kin for each in one.same)))
    near = dict.fromkeys(each for one in kin for each in one.near if each not in same)
    node = AnyTerm("mixed", tuple(same), term.span)
    reading.words[Word(node, tuple(near), token_terms(last).parts)] = None
    return node


def _words(text: str, reading: _Reading) -> list[Token]:
    return [token for token in reading.language.tokens(text) if token.kind != "punctuation"]


def _lemmas(token: Token, reading: _Reading) -> tuple[str, ...]:
    """The dictionary forms of a word; in other languages its stem or the word itself, as their texts are known by."""
    others = [term for language in reading.others for term in _in(language, token)]
    return tuple(dict.fromkeys([*_own_lemmas(token), *others]))


def _own_lemmas(token: Token) -> tuple[str, ...]:
    """The dictionary form of the best reading, and the word itself where another reading says that it is one."""
    stored: StoredToken = token_terms(token)
    typed = [stored.form for each in token.readings if index_term(each.lemma) == stored.form]
    return tuple(dict.fromkeys([stored.lemma, *typed]))


def _in(language: Language, token: Token) -> Iterator[str]:
    """The terms by which a word is known in another language; a number is the same in all of them."""
    for same in language.tokens(token.surface) if token.kind == "word" else ():
        yield index_term(same.stem or same.surface)


def _carries_nothing(tokens: Sequence[Token], reading: _Reading) -> bool:
    known = operators()
    empty = frozenset[str]().union(*(function_words()[language.code] for language in reading.others))
    best = [token.readings[0] for token in tokens]
    return all(
        each.word_class in known.empty_classes
        or each.lemma in known.empty_lemmas
        or (each.guessed and token.surface.casefold() in empty)
        for token, each in zip(tokens, best, strict=True)
    )


def _joined(kind: Callable[[tuple[Node, ...]], Node], nodes: Sequence[Node | None]) -> Node | None:
    """Nodes under one of a kind; a child of that same kind gives its own children."""
    kept: list[Node] = []
    for node in nodes:
        if isinstance(node, AllOf | AnyOf) and type(node) is kind:
            kept.extend(node.children)
        elif node is not None:
            kept.append(node)
    if not kept:
        return None
    return kept[0] if len(kept) == 1 else kind(tuple(kept))


def _only_excludes(node: Node) -> bool:
    match node:
        case NoneOf(child):
            return not _only_excludes(child)
        case AllOf(children) | AnyOf(children):
            return all(_only_excludes(child) for child in children)
        case _:
            return False

"""What else answers a query: words met in title and heading, and where too little is found, only some of the words.

What must stand in a passage itself stays so: phrases, words of a field (`lemma:`), filters, and what is excluded.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from policysearch.index.tree import AllOf, AnalysedQuery, AnyOf, AnyTerm, InContext, Near, Node, NoneOf, TermRun, Word

FEW = 10
"""With fewer hits than these, passages with some of the words are shown after them: a first page is full."""


def in_context(query: AnalysedQuery) -> AnalysedQuery:
    """The same query, of which some words may also stand in title or heading, as long as one stands in the text."""
    if len(query.words) < 2:
        return query
    met = _with_context(query.root, query.words)
    return replace(query, root=AllOf((met, _any_of([*_positive(query.root)]))))


def widened(complete: AnalysedQuery, some: AnalysedQuery, *, plain: bool) -> AnalysedQuery:
    """The hits of `complete` first, then what has some of the words.

    Args:
        complete: As `in_context` gives it.
        some: The same words, read as words of which one suffices.
        plain: The query has no operators: words of one stem and parts of a compound do too, and all words in title and
            heading.
    """
    wide = [some.root]
    if plain:
        wide = [_wider(some.root, {word.node: word for word in some.words if not _is_known(word, some)})]
        wide += [_with_context(_root_of(complete), some.words)] if len(some.words) > 1 else []
    return replace(some, root=_any_of(wide), first=complete.root, clues=complete.clues)


def _is_known(word: Word, query: AnalysedQuery) -> bool:
    """Whether a word is a name or a term that was searched for by its synonyms: its stem and parts say less than they.

    A part of one of another language would be met as if it were Finnish (*non* of *non-punishment*).
    """
    span = word.node.span
    return any(each.span.start <= span.start and span.end <= each.span.end for each in query.expansions)


def _root_of(complete: AnalysedQuery) -> Node:
    """The tree before `in_context` asked for a word in the text."""
    return complete.root.children[0] if isinstance(complete.root, AllOf) else complete.root


def _with_context(node: Node, words: Sequence[Word]) -> Node:
    plain = {word.node for word in words}

    def changed(node: Node) -> Node:
        match node:
            case AnyTerm() if node in plain:
                return AnyOf((node, InContext(node.terms, node.span)))
            case AllOf(children):
                return AllOf(tuple(map(changed, children)))
            case AnyOf(children):
                return AnyOf(tuple(map(changed, children)))
            case _:
                return node

    return changed(node)


def _wider(node: Node, words: Mapping[AnyTerm, Word]) -> Node:
    match node:
        case AnyTerm() if node in words:
            word = words[node]
            return AnyTerm(node.field, tuple(dict.fromkeys((*node.terms, *word.near, *_large(word.parts)))), node.span)
        case AllOf(children):
            return AllOf(tuple(_wider(child, words) for child in children))
        case AnyOf(children):
            return AnyOf(tuple(_wider(child, words) for child in children))
        case _:
            return node


def _large(parts: Sequence[str]) -> Sequence[str]:
    """The parts of a compound that are compounds (*työryhmä* of *asiantuntijatyöryhmä*); all where none is."""
    return [part for part in parts if any(part != other and part.endswith(other) for other in parts)] or parts


def _positive(node: Node) -> Iterator[Node]:
    """What is looked for in the text."""
    match node:
        case AnyTerm() | TermRun() | Near():
            yield node
        case AllOf(children) | AnyOf(children):
            for child in children:
                if not isinstance(child, NoneOf):
                    yield from _positive(child)
        case _:
            return


def _any_of(nodes: Sequence[Node]) -> Node:
    return nodes[0] if len(nodes) == 1 else AnyOf(tuple(nodes))

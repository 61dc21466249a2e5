"""Every occurrence of a word or query in its context: one line each (KWIC).

An occurrence is what the highlighter of the search marks, on the same stored tokens; its context never leaves the
document.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from policysearch.index.terms import StoredToken
from policysearch.model.document import Passage, Section, page_at
from policysearch.model.research import ConcordanceLine, FoundPassage, Grouping, Sorting
from policysearch.model.search import DocumentSummary
from policysearch.model.text import Span
from policysearch.research.selection import Chosen, ReadPassage, Selector
from policysearch.store import Store

WIDTH = 40
"""Code points of context on each side, by default."""
_BLANKS = 8
"""How much longer than wanted a stretch of text is read, times over: line feeds and indents shrink to one blank."""
_ALPHABET = str.maketrans({"å": "{", "ä": "|", "ö": "}"})
"""Finnish order: å, ä, ö after z (SFS 4600)."""


@dataclass(frozen=True, slots=True)
class Lines:
    """All lines in order, and how many lines each group has."""

    lines: tuple[ConcordanceLine, ...]
    groups: dict[str, int]


def concordance(
    store: Store,
    selector: Selector,
    chosen: Chosen,
    *,
    width: int = WIDTH,
    sort: Sorting = "date",
    group: Grouping | None = None,
) -> Lines:
    """All occurrences.

    Args:
        store: Gives text and pages.
        selector: Gives passages.
        chosen: The passages that the query found.
        width: Code points of context on each side.
        sort: By the words to the left, nearest first; to the right; by title; or by date. Equal ones stand in the
            order of documents and text.
        group: Lines of one group stand together, the largest group first.
    """
    lines = [
        line
        for document in selector.documents()
        for line in _of_document(store, document, tuple(selector.passages(document.id, chosen, chosen)), width)
    ]
    lines.sort(key=_SORT_KEYS[sort])
    if group is None:
        return Lines(tuple(lines), {})
    lines = [replace(line, group=_GROUP_KEYS[group](line)) for line in lines]
    counts = Counter(line.group or "" for line in lines)
    ordered = sorted(counts, key=lambda name: (-counts[name], collation(name)))
    place = {name: number for number, name in enumerate(ordered)}
    lines.sort(key=lambda line: place[line.group or ""])
    return Lines(tuple(lines), {name: counts[name] for name in ordered})


def found_passages(store: Store, selector: Selector, chosen: Chosen) -> Iterator[FoundPassage]:
    """The passages of `chosen`, document by document, each with its heading, page and text."""
    for document in selector.documents():
        passages = tuple(selector.passages(document.id, chosen, chosen))
        if not passages:
            continue
        text, pages, sections = store.text(document.id), store.page_spans(document.id), store.sections(document.id)
        for read in passages:
            span = read.passage.span
            yield FoundPassage(
                document=document,
                passage=read.passage,
                heading=heading_of(read.passage, sections, text),
                page=page_at(pages, text, span.start),
                text=span.of(text),
                spans=read.spans,
            )


def heading_of(passage: Passage, sections: Sequence[Section], text: str) -> str | None:
    """The heading over a passage, as printed, on one line."""
    if passage.section is None:
        return None
    return " ".join(sections[passage.section].heading.of(text).split()) or None


def collation(text: str) -> str:
    """A key that sorts as Finnish dictionaries do; the case of letters does not count."""
    return text.casefold().translate(_ALPHABET)


def context(text: str, span: Span, width: int) -> tuple[str, str]:
    """Whole words before and after a span, white space as one blank each.

    Each side has at most `width` code points, beside the blank that parts it from the span, where there is one.
    """
    reach = _BLANKS * width
    left = " ".join(text[max(0, span.start - reach) : span.start].split())
    right = " ".join(text[span.end : span.end + reach].split())
    if len(left) > width or span.start > reach:
        cut = max(0, len(left) - width)
        is_whole = cut > 0 and left[cut - 1] == " "
        left = left[cut:] if is_whole else left[cut:].partition(" ")[2]
    if len(right) > width or span.end + reach < len(text):
        is_whole = right[width : width + 1] == " "
        right = right[:width] if is_whole else right[:width].rpartition(" ")[0]
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    left, right = left.strip(), right.strip()
    return left + " " * (before.isspace() and bool(left)), " " * (after.isspace() and bool(right)) + right


def _of_document(
    store: Store, document: DocumentSummary, passages: Sequence[ReadPassage], width: int
) -> Iterator[ConcordanceLine]:
    if not any(read.spans for read in passages):
        return
    text, pages, sections = store.text(document.id), store.page_spans(document.id), store.sections(document.id)
    for read in passages:
        heading = heading_of(read.passage, sections, text)
        for span in read.spans:
            inside = [t for t in read.tokens if span.start <= t.start and t.end <= span.end]
            left, right = context(text, span, width)
            yield ConcordanceLine(
                document=document,
                passage=read.passage,
                heading=heading,
                span=span,
                page=page_at(pages, text, span.start),
                lemma=_joined(inside, lambda token: token.lemma),
                form=_joined(inside, lambda token: token.form),
                left=left,
                node=" ".join(span.of(text).split()),
                right=right,
            )


def _joined(tokens: Sequence[StoredToken], of: Callable[[StoredToken], str]) -> str:
    return " ".join(map(of, tokens))


def _words(text: str) -> list[str]:
    """Words of a context without marks, as keys of their order."""
    bare = ("".join(c for c in word if c.isalnum() or c in "-'’") for word in text.split())
    return [collation(word) for word in bare if word]


_SORT_KEYS: dict[Sorting, Callable[[ConcordanceLine], tuple[Any, ...]]] = {
    "date": lambda line: (line.document.metadata.date is None, str(line.document.metadata.date), line.document.id),
    "document": lambda line: (collation(line.document.metadata.title or ""), line.document.id),
    "left": lambda line: (_words(line.left)[::-1], _words(line.right)),
    "right": lambda line: (_words(line.right), _words(line.left)[::-1]),
}
_GROUP_KEYS: dict[Grouping, Callable[[ConcordanceLine], str]] = {
    "lemma": lambda line: line.lemma,
    "form": lambda line: line.form,
    "document": lambda line: line.document.id,
    "year": lambda line: str(line.document.metadata.date.year) if line.document.metadata.date else "undated",
}

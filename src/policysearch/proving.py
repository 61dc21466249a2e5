"""What stands around quoted words, how they are printed, and what became of them in their document."""

from collections.abc import Mapping, Sequence

from policysearch.model.document import Document, PrintedWord
from policysearch.model.text import Span
from policysearch.model.threads import EventKind
from policysearch.store import Store

AROUND = 1
"""Sentences before and after the words."""


def context_of(store: Store, document: str, span: Span) -> Span:
    """The sentences of the words at `span`, and one more on each side, within their passages."""
    sentences = [s for stored in store.passages(document) for s in stored.sentences]
    touching = [i for i, sentence in enumerate(sentences) if sentence.overlaps(span)]
    if not touching:
        return span
    first = sentences[max(0, touching[0] - AROUND)]
    last = sentences[min(len(sentences) - 1, touching[-1] + AROUND)]
    return Span(min(first.start, span.start), max(last.end, span.end))


def printed_lines(text: str, printed: Sequence[PrintedWord], span: Span) -> tuple[str, ...]:
    """The words at `span` as they stand on the page: a new line where the page has one, with its hyphen.

    A word that was cut there has two boxes side by side in the text; the hyphen that parted them is not in the text.
    """
    words = sorted((word for word in printed if word.span.overlaps(span)), key=lambda word: word.span)
    lines: list[str] = []
    for before, word in zip([None, *words], words, strict=False):
        letters = Span(max(word.span.start, span.start), min(word.span.end, span.end)).of(text)
        if before is None or _is_below(before, word):
            if before is not None and before.span.end == word.span.start and not lines[-1].endswith(("-", "‐", "–")):
                lines[-1] += "-"
            lines.append(letters)
        else:
            lines[-1] += text[before.span.end : word.span.start] + letters
    return tuple(" ".join(line.split()) for line in lines)


def settled_by(store: Store, commitment: str, threads: Mapping[str, str]) -> EventKind | None:
    """What the document of a proposal did with it, None where nothing is known; `threads` as `Store.thread_ids`."""
    thread = threads.get(commitment)
    if thread is None:
        return None
    found = store.thread(thread)
    adopters = {link.second for link in found.links if link.first == commitment and link.basis == "adoption"}
    return next((event.kind for event in found.events if event.commitment in adopters), None)


def pages_of(document: Document, span: Span) -> tuple[int, ...]:
    """The pages on which the words at `span` stand, in order; empty where unknown."""
    boxes = {word.box.page for word in document.printed if word.span.overlaps(span)}
    pages = boxes or {number for number, page in document.page_spans if page.overlaps(span)}
    return tuple(sorted(pages))


def _is_below(before: PrintedWord, word: PrintedWord) -> bool:
    """Whether a word stands on another line than the one before it."""
    a, b = before.box, word.box
    return a.page != b.page or b.top >= a.bottom or b.bottom <= a.top or b.x1 < a.x0

"""What is said once is counted once: repeated passages, and statements that another document quotes.

Three kinds of runs of words are looked for again, by their forms (case folded, marks and white space gone):
a whole passage, however short; a sentence of at least `MIN_SENTENCE` words; any run of `MIN_RUN` words, so that a
statement is known again inside another sentence (*lautakunta totesi, että …*). Of the places of one run a single one
counts: the first in words of the document's own issuer, by the date of the document; only where there is none, the
first of those that report it. A word is left out where a run that covers it counts elsewhere, so that each word left
out has its like that is counted.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from policysearch.index.terms import StoredToken
from policysearch.model.search import DocumentSummary
from policysearch.model.text import Span
from policysearch.research.selection import Chosen, ReadPassage, Selector
from policysearch.store import Store

MIN_SENTENCE = 6
"""Words. A shorter sentence (*Ehdotus hyväksyttiin.*) is said anew each time."""
MIN_RUN = 10
"""Words. Names of laws and programmes reach eight; ten in a row are a quotation."""
_PLACES = 1 << 20
"""More words than a passage has."""
_REPORTED = 1 << 60
"""Put before the places of reported words: they come after all others."""


@dataclass(frozen=True, slots=True)
class CountedPassage:
    """A passage, and for each of its tokens whether it is counted."""

    document: DocumentSummary
    read: ReadPassage
    is_counted: tuple[bool, ...]


def counted_passages(
    store: Store, selector: Selector, where: Chosen, word: Chosen | None, *, every_time: bool
) -> Iterator[CountedPassage]:
    """The passages that `where` holds, in the order of dates and text.

    Args:
        store: Gives what is reported in a document.
        selector: Gives passages.
        where: What is counted, and what is looked for again: what stands outside does not count as said before.
        word: What `ReadPassage.spans` are of.
        every_time: Every token is counted.
    """
    winners = {} if every_time else _winners(store, selector, where)
    for number, document, read, offset in _numbered(store, selector, where, word, every_time=every_time):
        if every_time:
            yield CountedPassage(document, read, (True,) * len(read.tokens))
            continue
        is_counted = [True] * len(read.tokens)
        for start, end, key in _runs(read):
            if winners[key] != offset + number * _PLACES + start:
                is_counted[start:end] = [False] * (end - start)
        yield CountedPassage(document, read, tuple(is_counted))


def sentence_numbers(tokens: tuple[StoredToken, ...], sentences: tuple[Span, ...]) -> list[int]:
    """For each token the number of the sentence in which it begins."""
    starts = [sentence.start for sentence in sentences]
    return [bisect_right(starts, token.start) for token in tokens]


def _winners(store: Store, selector: Selector, where: Chosen) -> dict[int, int]:
    """For each run, by its hash, the place where it counts."""
    winners: dict[int, int] = {}
    for number, _, read, offset in _numbered(store, selector, where, None, every_time=False):
        for start, _, key in _runs(read):
            place = offset + number * _PLACES + start
            if winners.setdefault(key, place) > place:
                winners[key] = place
    return winners


def _numbered(
    store: Store, selector: Selector, where: Chosen, word: Chosen | None, *, every_time: bool
) -> Iterator[tuple[int, DocumentSummary, ReadPassage, int]]:
    number = 0
    for document in selector.documents():
        passages = tuple(selector.passages(document.id, where, word))
        reported = () if every_time or not passages else _reported(store, document)
        for read in passages:
            is_reported = any(read.passage.span.overlaps(span) for span in reported)
            yield number, document, read, _REPORTED if is_reported else 0
            number += 1


def _reported(store: Store, document: DocumentSummary) -> tuple[Span, ...]:
    """Where a document gives the words of somebody else, or what was said on another day."""
    sections = [section.span for section in store.sections(document.id) if section.speaker or section.said_on]
    date = document.metadata.date
    said = [c.span for c in store.facts(document.id).commitments if c.said_on is not None and c.said_on != date]
    return (*sections, *said)


def _runs(read: ReadPassage) -> Iterator[tuple[int, int, int]]:
    """First token, one past the last, and hash of each run that is looked for again."""
    forms = tuple(token.form for token in read.tokens)
    if not forms:
        return
    yield 0, len(forms), hash(("passage", forms))
    numbers = sentence_numbers(read.tokens, read.sentences)
    start = 0
    for end in range(1, len(forms) + 1):
        if end == len(forms) or numbers[end] != numbers[start]:
            if end - start >= MIN_SENTENCE:
                yield start, end, hash(("sentence", forms[start:end]))
            start = end
    for start in range(len(forms) - MIN_RUN + 1):
        yield start, start + MIN_RUN, hash(forms[start : start + MIN_RUN])

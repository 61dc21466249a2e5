"""Blocks of a text -> passages: what is found and shown, at most about 150 words, never across a section."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from policysearch.lang.base import Language
from policysearch.model.document import Passage, Section, TextBlock
from policysearch.model.ids import fact_id
from policysearch.model.text import Span

MOST_WORDS = 150
_FEWEST_WORDS = 25  # of the last passage of a long paragraph; a shorter rest stays with the one before


def passages_of(
    document: str,
    text: str,
    blocks: Sequence[TextBlock],
    sections: Sequence[Section],
    pages: Sequence[tuple[int, Span]],
    language: Language,
) -> tuple[Passage, ...]:
    """A passage for every block, so that each word can be found; long paragraphs are split where a sentence ends."""
    found: list[Passage] = []
    page_of = _page_finder(pages)
    for block in blocks:
        part = sections[block.section].part if block.section is not None else None
        found += [
            Passage(
                id=fact_id(document, "passage", span.start, span.end),
                span=span,
                section=block.section,
                part=part,
                page=page_of(span.start),
                kind=block.kind,
                ocr=block.ocr,
            )
            for span in _split(text, block.span, language)
        ]
    return tuple(found)


def _split(text: str, span: Span, language: Language) -> Iterator[Span]:
    """Spans of whole sentences with at most `MOST_WORDS` words; a longer sentence is cut between words."""
    if len(span) == 0:
        return
    paragraph = span.of(text)
    if len(paragraph.split()) <= MOST_WORDS:
        yield span
        return
    start: int | None = None
    end = n_words = 0
    n_left = len(paragraph.split())
    for sentence in _short_sentences(paragraph, language):
        n = len(sentence.of(paragraph).split())
        if start is not None and n_words + n > MOST_WORDS and n_left >= _FEWEST_WORDS:
            yield Span(start, end).shift(span.start)
            start, n_words = None, 0
        if start is None:
            start = sentence.start
        end, n_words, n_left = sentence.end, n_words + n, n_left - n
    if start is not None:
        yield Span(start, end).shift(span.start)


def _short_sentences(paragraph: str, language: Language) -> Iterator[Span]:
    for sentence in language.sentences(paragraph):
        words = sentence.of(paragraph).split()
        if len(words) <= MOST_WORDS:
            yield sentence
            continue
        at = sentence.start
        for n in range(0, len(words), MOST_WORDS):
            start = at
            for word in words[n : n + MOST_WORDS]:
                at = paragraph.index(word, at) + len(word)
            begin = start + len(paragraph[start:at]) - len(paragraph[start:at].lstrip())
            yield Span(begin, at)


def _page_finder(pages: Sequence[tuple[int, Span]]) -> Callable[[int], int | None]:
    starts = [span.start for _, span in pages]

    def page_of(offset: int) -> int | None:
        at = bisect_right(starts, offset)
        return pages[at - 1][0] if at and offset < pages[at - 1][1].end else None

    return page_of

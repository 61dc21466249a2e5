"""Whether quoted words stand in the corpus, and if not so, what stands there."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, pairwise

from policysearch.errors import UsageError
from policysearch.index.terms import StoredToken, read_tokens
from policysearch.lang.base import Language
from policysearch.model.document import Passage, page_at
from policysearch.model.quotes import QuoteCheck, QuotePlace, Verdict, WordPair
from policysearch.model.text import Span
from policysearch.quotes.align import nearest, runs_of, word_pairs
from policysearch.quotes.quoted import Quoted, flat, parts_of
from policysearch.store import Store

LIKE = 0.65
"""The least share of common words of a place that is shown as *differs*. Below it chance brings sentences together: of
twenty quotations that were made up (tests/quotes/invented.py) none was nearer than 0.6 to any text at hand."""
_ALSO = 0.05
"""Other places are shown too if they are at most so much less like the quotation than the best one."""
_MOST_PLACES = 20
GAP = " […] "


@dataclass(frozen=True, slots=True)
class _Text:
    """The words of one document in the order of its text."""

    id: str
    text: str
    words: tuple[StoredToken, ...]
    passages: tuple[Passage, ...]


class Checker:
    """Compares quotations with the documents of a corpus.

    Args:
        store: Holds the documents.
        language: Reads the words of the quotation as those of the documents were read.
        candidates: Gives for some words ids of the documents that hold most of them, best first.
    """

    def __init__(self, store: Store, language: Language, candidates: Callable[[Sequence[str]], Iterable[str]]) -> None:
        self._store = store
        self._language = language
        self._candidates = candidates
        self._text = lru_cache(maxsize=64)(self._read)

    def check(self, quote: str) -> QuoteCheck:
        """What stands in the corpus of the words of `quote`; words may be left out of it by *[…]* or *…*.

        Raises:
            UsageError: There is no word in it.
        """
        parts = parts_of(quote, self._language)
        if not parts:
            raise UsageError("there is no word in the quotation")
        words = tuple(dict.fromkeys(quoted.text[w.start : w.end] for quoted in parts for w in quoted.words))
        texts = [self._text(id_) for id_ in dict.fromkeys(self._candidates(words))]
        same = tuple(chain.from_iterable(self._same(parts, text) for text in texts))
        if same:
            exact = tuple(place for place in same if flat(place.printed) == flat(_joined(parts)))
            verdict: Verdict = "exact" if exact else "same_words"
            found = exact or same
            return QuoteCheck(quote, verdict, found[:_MOST_PLACES], len(found))
        like = sorted(filter(None, (self._like(parts, text) for text in texts)), key=lambda place: -place.likeness)
        if not like or like[0].likeness < LIKE:
            return QuoteCheck(quote, "absent", (), 0)
        near = tuple(place for place in like if place.likeness >= like[0].likeness - _ALSO)
        return QuoteCheck(quote, "differs", near[:_MOST_PLACES], len(near))

    def _read(self, id_: str) -> _Text:
        stored = self._store.passages(id_)
        words = tuple(chain.from_iterable(read_tokens(passage.tokens) for passage in stored))
        return _Text(id_, self._store.text(id_), words, tuple(passage.passage for passage in stored))

    def _same(self, parts: Sequence[Quoted], text: _Text) -> Iterable[QuotePlace]:
        """Every place of `text` in which the words of all parts stand in order."""
        for first in runs_of(parts[0].words, text.words):
            ends = first + len(parts[0].words)
            runs = [(first, ends)]
            for part in parts[1:]:
                later = next((i for i in runs_of(part.words, text.words) if i >= ends), None)
                if later is None:
                    break
                ends = later + len(part.words)
                runs.append((later, ends))
            if len(runs) == len(parts):
                yield self._place(text, runs, (), 1.0)

    def _like(self, parts: Sequence[Quoted], text: _Text) -> QuotePlace | None:
        """The place of `text` that is most like the parts, each compared by itself."""
        runs: list[tuple[int, int]] = []
        pairs: list[WordPair] = []
        shared = 0.0
        for part in parts:
            found = nearest(part.words, text.words)
            if found is None:
                return None
            printed = text.words[found.start : found.end]
            runs.append((found.start, found.end))
            pairs += word_pairs(part.words, part.text, printed, text.text)
            shared += found.likeness * len(part.words)
        return self._place(text, runs, tuple(pairs), shared / sum(len(part.words) for part in parts))

    def _place(
        self, text: _Text, runs: Sequence[tuple[int, int]], pairs: tuple[WordPair, ...], likeness: float
    ) -> QuotePlace:
        spans = tuple(Span(text.words[start].start, text.words[end - 1].end) for start, end in runs)
        passage = next(p for p in text.passages if p.span.overlaps(spans[0]))
        page_spans = self._store.page_spans(text.id)
        gaps = tuple((before.end, after.start) for before, after in pairwise(spans))
        ends = (page_at(page_spans, text.text, at) for span in spans for at in (span.start, span.end - 1))
        return QuotePlace(
            document=self._store.summary(text.id),
            passage=passage.id,
            spans=spans,
            pages=tuple(dict.fromkeys(page for page in ends if page is not None)),
            heading=self._store.heading(text.id, passage),
            part=passage.part,
            printed=GAP.join(span.of(text.text) for span in spans),
            words=pairs,
            left_out=tuple(text.text[a:b].strip() for a, b in gaps) if all(a <= b for a, b in gaps) else (),
            likeness=likeness,
            ocr=passage.ocr,
        )


def _joined(parts: Sequence[Quoted]) -> str:
    return GAP.join(part.text for part in parts)


def in_paragraph(check: QuoteCheck, paragraph: int) -> QuoteCheck:
    """The check with the 1-based paragraph of the article in which the quotation stands."""
    return replace(check, paragraph=paragraph)

"""What a comparison of quoted words with the corpus gives. Spans point into `Document.text`."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from policysearch.model.search import DocumentSummary
from policysearch.model.text import Span

Verdict = Literal["exact", "same_words", "differs", "absent"]
WordRelation = Literal["same", "inflected", "moved", "replaced", "added", "left_out"]


@dataclass(frozen=True, slots=True)
class WordPair:
    """A word of the quotation beside a word of the text; None where one side has none.

    Attributes:
        relation: `inflected`: another form of one word; `moved`: the word stands elsewhere in the place; `replaced`:
            another word; `added`: only the quotation has it; `left_out`: only the text has it.
        quoted: As it stands in the quotation.
        printed: As it stands in the text.
        printed_form: Of a moved word: its form in the text, which stands elsewhere.
    """

    relation: WordRelation
    quoted: str | None
    printed: str | None
    printed_form: str | None = None


@dataclass(frozen=True, slots=True)
class QuotePlace:
    """Where the quoted words, or words like them, stand in one document.

    Attributes:
        spans: One of each part of the quotation: it has several where it leaves words out (*[…]*).
        pages: The pages on which it is printed, 1-based; empty where unknown.
        heading: What it stands under.
        part: The part of the document, as `model.document.Part`.
        printed: The words of the text, its parts joined by *[…]*.
        left_out: What the text has between the parts, one a gap; empty where there is no gap, or another order.
        words: Word by word; empty where the words are the same.
        likeness: 1 where the words are the same, else the share of words that both have, 0 to 1.
        passage: Id of the passage in which it begins.
    """

    document: DocumentSummary
    passage: str
    spans: tuple[Span, ...]
    pages: tuple[int, ...]
    heading: str | None
    part: str | None
    printed: str
    words: tuple[WordPair, ...]
    likeness: float
    left_out: tuple[str, ...] = ()
    ocr: bool = False

    @property
    def in_order(self) -> bool:
        """Whether the parts stand in the text in the order of the quotation."""
        return all(before.end <= after.start for before, after in pairwise(self.spans))


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """Whether words stand in the corpus.

    Attributes:
        quote: As it was given.
        verdict: `exact`: letter by letter, but for white space and the shapes of quotation marks and dashes;
            `same_words`: all words in this order, but capital letters or marks differ; `differs`: words are others, in
            another form or order; `absent`: nothing in the corpus is near.
        places: All where it stands, or those that are most like it, best first; empty where it is absent.
        total: How many there are in all.
        paragraph: The 1-based paragraph of the article in which it stands; None where it was given by itself.
    """

    quote: str
    verdict: Verdict
    places: tuple[QuotePlace, ...]
    total: int
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class ArticleCheck:
    """Every quotation of an article; `short` counts those of so few words that they may be a manner of speaking."""

    name: str
    checks: tuple[QuoteCheck, ...]
    short: int

"""What a researcher's question gives: lines of a concordance, counts, comparisons, and how to repeat them.

Spans point into `Document.text`. *Words* are tokens with a letter in them; numbers and marks are none.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from policysearch.model.document import Passage
from policysearch.model.facts import Commitment
from policysearch.model.search import DocumentSummary
from policysearch.model.source import Source
from policysearch.model.text import Span

Sorting = Literal["date", "document", "left", "right"]
SORTINGS: tuple[Sorting, ...] = get_args(Sorting)
Grouping = Literal["lemma", "form", "document", "year"]
GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)
Counted = Literal["lemma", "form", "case", "compound", "part"]
COUNTED: tuple[Counted, ...] = get_args(Counted)
Along = Literal["year", "type", "issuer", "document"]
ALONG: tuple[Along, ...] = get_args(Along)
Measure = Literal["logdice", "mi", "t", "ll"]
MEASURES: tuple[Measure, ...] = get_args(Measure)
Within = Literal["sentence", "passage"]
WITHIN: tuple[Within, ...] = get_args(Within)


@dataclass(frozen=True, slots=True)
class Provenance:
    """What is needed to cite a result and to get it again. Equal questions to equal corpora give equal ones.

    Attributes:
        asked: The command, or the method of the library.
        query: As it was typed; None where there is none.
        expansions: What was searched for beside the words of the query, or left out of them, a sentence each.
        filters: Filters that were set, as text, by name.
        options: Other choices that decide the result, by name.
        n_hits: How many there are in all, also where fewer are shown; None where it was not counted.
        undated: How many more a date filter left out, because their document has no date.
        version: Of the program.
        analysis: Names dictionary and rules by which words were read.
        facts: Names the rules by which facts were found.
        engine: The full-text engine with its version.
        corpus_id: Names the corpus.
        revision: Counts the changes of that corpus.
        corpus_sha256: Hash over its current documents, and over how they were read: equal for equal corpora.
        n_documents: How many current documents it has.
        made_on: The day, a setting (`--today`).
        freeze: The name of the freeze that was asked (`--at`); `revision` and the hash are those of it.
    """

    asked: str
    query: str | None
    n_hits: int | None
    version: str
    analysis: str
    facts: str
    engine: str
    corpus_id: str
    revision: int
    corpus_sha256: str
    n_documents: int
    made_on: dt.date
    expansions: tuple[str, ...] = ()
    filters: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)
    undated: int = 0
    program: str = "policysearch"
    freeze: str | None = None


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage that a query found, with its whole text; `spans` are where it meets the query."""

    document: DocumentSummary
    passage: Passage
    heading: str | None
    page: int | None
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """One occurrence in its context (KWIC).

    `left + node + right` stands in the text of the document, white space as one blank each.

    Attributes:
        span: The occurrence; `node` is the text there.
        page: The page on which it is printed, None where unknown.
        lemma: The dictionary forms of its words, joined by blanks.
        form: Its words as terms: case folded.
        left: Whole words before it in the same document, at most `width` code points and the blank that follows.
        right: As `left`, after it.
        group: What it is grouped under, None where lines are not grouped.
    """

    document: DocumentSummary
    passage: Passage
    heading: str | None
    span: Span
    page: int | None
    lemma: str
    form: str
    left: str
    node: str
    right: str
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Concordance:
    """Lines `offset` to `offset + len(lines)` of `total` occurrences; `groups` counts all lines of each group."""

    lines: tuple[ConcordanceLine, ...]
    total: int
    n_documents: int
    n_passages: int
    provenance: Provenance
    groups: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often one item is met in one group of documents.

    Attributes:
        item: A lemma, form, case, compound or part.
        group: Value of what is counted along; None for all documents together.
        count: Absolute.
        words: All words of the group: what `per_1000` is of.
        documents: In how many documents of the group it is met.
        parts: Of a compound, in order.
    """

    item: str
    group: str | None
    count: int
    words: int
    documents: int
    parts: tuple[str, ...] = ()

    @property
    def per_1000(self) -> float:
        """Occurrences in a thousand words; 0 where there are no words."""
        return 1000 * self.count / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True)
class Frequencies:
    """Counts, the most frequent item first, each in all groups; items that fall under `limit` are left out.

    Attributes:
        n_items: How many items there are, shown or not.
        count: All occurrences of them.
        words: All words that the counts are of.
        repeated: Words that were left out because their passage or sentence was counted already.
        groups: Words of each group.
        titles: Titles of the documents, where they are the groups.
    """

    rows: tuple[Frequency, ...]
    n_items: int
    count: int
    words: int
    repeated: int
    groups: Mapping[str, int]
    provenance: Provenance
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Key:
    """One word compared: its counts in A and B, the documents it is met in, and the two measures.

    Attributes:
        log_likelihood: At least 0; how sure it is that the two differ (docs/measures.md).
        log_ratio: Binary logarithm of the ratio of the relative frequencies; positive where A has more.
    """

    item: str
    count_a: int
    count_b: int
    per_1000_a: float
    per_1000_b: float
    documents_a: int
    documents_b: int
    log_likelihood: float
    log_ratio: float


@dataclass(frozen=True, slots=True)
class Keyness:
    """Two selections compared, the surest difference first.

    `words_*` are the words of each selection; `shared` counts the passages that are in both; `total` the words
    that were compared, shown or not.
    """

    rows: tuple[Key, ...]
    total: int
    words_a: int
    words_b: int
    shared: int
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Collocate:
    """A word met near another one.

    Attributes:
        together: How often it stands in a window around the word.
        count: How often it is met at all, outside the word itself.
        left: How many of `together` stand before the word.
        documents: In how many documents they are met together.
        expected: What chance would give for `together`.
    """

    item: str
    together: int
    count: int
    left: int
    documents: int
    expected: float
    logdice: float
    mi: float
    t: float
    ll: float


@dataclass(frozen=True, slots=True)
class Collocates:
    """Words near a word, the strongest first; `nodes` counts its occurrences, `words` all words."""

    rows: tuple[Collocate, ...]
    total: int
    nodes: int
    words: int
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Citation:
    """What is needed to cite a document, or a passage or commitment in it.

    Attributes:
        kind: What was asked for.
        id: Its id.
        sources: All addresses at which the original was met, newest versions first.
        page: Of the passage or commitment; None for a document, or where unknown.
        quote: The words of the passage or commitment, verbatim.
    """

    kind: Literal["document", "passage", "commitment", "measure"]
    id: str
    document: DocumentSummary
    sources: tuple[Source, ...]
    page: int | None = None
    span: Span | None = None
    heading: str | None = None
    quote: str | None = None
    ocr: bool = False
    commitment: Commitment | None = None

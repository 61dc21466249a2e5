"""Filters and results; all spans point into `Document.text`, those of a query (`model.query`) into the query."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar, get_args

from policysearch.model.document import Passage
from policysearch.model.facts import Commitment, CommitmentKind, Mention
from policysearch.model.query import Expansion, Suggestion
from policysearch.model.reviews import ReviewState
from policysearch.model.source import DocumentType, Metadata, Source
from policysearch.model.text import Span
from policysearch.model.threads import ThreadEvent, ThreadLink
from policysearch.model.time import TimeExpression, When


@dataclass(frozen=True, slots=True)
class Filters:
    """What a hit must be, whatever its words; None and empty mean *any*. Dates are inclusive.

    Attributes:
        issuer: Words of the issuer's name, as a person types them.
        issuer_names: The issuers of the corpus that `issuer` means, once they are looked up.
    """

    types: tuple[DocumentType, ...] = ()
    issuer: str | None = None
    actor: str | None = None
    after: dt.date | None = None
    before: dt.date | None = None
    document: str | None = None
    issuer_names: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class FactFilters(Filters):
    """Filters for commitments and times. `due_*` look at the end of the time that the fact carries."""

    kinds: tuple[CommitmentKind, ...] = ()
    due_after: dt.date | None = None
    due_before: dt.date | None = None
    routine: bool = False


@dataclass(frozen=True, slots=True)
class Translation:
    """A document that is another one in another language."""

    document: str
    language: str | None


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """What is shown of a document beside a hit or a fact.

    Attributes:
        uri: The address of its newest source.
        sources: All its addresses, that one first; then those of other originals of the same document.
        same_as: Id of the document that stands for this one, which is the same in another original; else None.
        translations: The same document in other languages.
    """

    id: str
    metadata: Metadata
    uri: str
    sha256: str
    retrieved_at: dt.datetime
    locator: str = ""
    is_current: bool = True
    sources: tuple[Source, ...] = ()
    same_as: str | None = None
    translations: tuple[Translation, ...] = ()

    @property
    def url(self) -> str | None:
        """Its first address on the web, None where only files are known."""
        return next((source.uri for source in self.sources if source.is_public), None)

    @property
    def withdrawn_at(self) -> dt.datetime | None:
        """Since when no address gives it any more, None while one does; a file on disk is no publication."""
        public = [source for source in self.sources if source.is_public] or self.sources
        days = [source.withdrawn_at for source in public]
        return max((day for day in days if day), default=None) if all(days) else None


@dataclass(frozen=True, slots=True)
class Snippet:
    """Words around the matches. `text` is the document's text at `span`; `highlights` lie inside `span`."""

    span: Span
    text: str
    highlights: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers a query.

    Attributes:
        folded: The ids of other hits that say the same.
        in_title: Words of the query in the title of the document, as spans of it.
        in_heading: Words of the query in `heading`.
    """

    passage: Passage
    document: DocumentSummary
    heading: str | None
    score: float
    snippet: Snippet
    folded: tuple[str, ...] = ()
    in_title: tuple[Span, ...] = ()
    in_heading: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A passage and the document that it stands in."""

    passage: Passage
    document: DocumentSummary


FacetName = Literal["type", "issuer", "year", "actor", "kind", "part"]
Sort = Literal["relevance", "date", "document"]
SORTS: tuple[Sort, ...] = get_args(Sort)


@dataclass(frozen=True, slots=True)
class SearchResults:
    """The hits `offset` to `offset + len(hits)`, in the order that was asked for.

    Attributes:
        total: All passages that are hits, folded ones too.
        facets: Counts over all hits, most frequent first; `year` is None for undated documents.
        undated: How many hits a date filter left out because their document has no date.
        notes: Sentences that the reader should see (*no passage has all of the words*).
        groups: What is left of `total` where passages that say the same are folded; equal to it where nothing is.
        expansions: What typed words were also searched as.
        filters: The filters inside the query that all hits meet, as typed.
        suggestions: Where there is no hit: other queries that have some.
        n_complete: So many of `total` have all of the words (docs/ranking.md), and come first.
    """

    query: str
    total: int
    offset: int
    hits: tuple[Hit, ...]
    facets: Mapping[FacetName, tuple[tuple[str | None, int], ...]] = field(default_factory=dict)
    undated: int = 0
    notes: tuple[str, ...] = ()
    groups: int = 0
    expansions: tuple[Expansion, ...] = ()
    filters: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    n_complete: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """That no later document in the corpus reports a commitment as done; whether it was is another question.

    Attributes:
        as_of: The day from which it is seen: later documents are left out. None where all count.
        was: The time that it had before it was moved, None if it was not.
        is_adopted: It stands in a proposal, which its document adopted.
        body: Whose commitment it is, or may be; None where nobody is named.
        newest: The newest document held of that body, as its issuer or of its acts; None where none has a date.
    """

    as_of: dt.date | None
    was: When | None = None
    is_adopted: bool = False
    body: str | None = None
    newest: DocumentSummary | None = None


@dataclass(frozen=True, slots=True)
class FoundCommitment:
    """A commitment and the document that it stands in.

    `thread` is the id of its thread where it was met again; `standing` is there where open commitments were asked for.
    `review` is what people say of it; `found` is how the machine found it, where `commitment` has their values.
    """

    commitment: Commitment
    document: DocumentSummary
    thread: str | None = None
    standing: Standing | None = None
    review: ReviewState | None = None
    found: Commitment | None = None


@dataclass(frozen=True, slots=True)
class FoundStep:
    """One step of a thread, with the commitment that says so and its document."""

    event: ThreadEvent
    commitment: Commitment
    document: DocumentSummary


@dataclass(frozen=True, slots=True)
class FoundPaper:
    """A document that is itself what was promised: the programme, the guide, the report that its title names.

    Attributes:
        document: The document.
        commitment: Id of the promise, a step of the thread.
        words: What title and promise both speak of, as dictionary forms.
    """

    document: DocumentSummary
    commitment: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundThread:
    """The history of a commitment.

    Attributes:
        id: That of its first commitment, whatever `standing.as_of` leaves out.
        steps: In the order in which they were said, undated ones last.
        links: Why they are one.
        silent_since: The day of the last step, where what was to be done is not reported done.
        standing: Beside `silent_since`; else None.
        paper: The document that is itself what was promised, so that it counts as done.
    """

    id: str
    steps: tuple[FoundStep, ...]
    links: tuple[ThreadLink, ...]
    silent_since: dt.date | None = None
    standing: Standing | None = None
    paper: FoundPaper | None = None


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A temporal expression, the document that it stands in, the sentence around it, and its commitments if any."""

    time: TimeExpression
    document: DocumentSummary
    sentence: str
    commitments: tuple[Commitment, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorSummary:
    """One actor over the whole corpus. `names` are the other names it is met under; counts are of current documents."""

    id: str
    name: str
    kind: Literal["organisation", "person"]
    names: tuple[str, ...]
    n_mentions: int
    n_documents: int
    n_commitments: int


@dataclass(frozen=True, slots=True)
class FoundMention:
    """A mention of an actor, the document it stands in, and the sentence around it."""

    mention: Mention
    document: DocumentSummary
    sentence: str


R = TypeVar("R", FoundCommitment, FoundTime, FoundMention)


@dataclass(frozen=True, slots=True)
class FactRows(Generic[R]):
    """A page of facts: `total` before the limit, and how many a date filter left out for want of a date.

    `expansions` are what words of the query were also searched as.
    """

    rows: tuple[R, ...]
    total: int
    undated: int = 0
    expansions: tuple[Expansion, ...] = ()

"""What forgetting will reach, told before it is done."""

from dataclasses import dataclass
from typing import Literal

from policysearch.model.search import DocumentSummary


@dataclass(frozen=True, slots=True)
class ReachedDocument:
    """A document that is forgotten, or in which a name is covered.

    Attributes:
        sentences: Those that hold the name, as they are now.
        others: Documents of the same original, which stay; the bytes of the original do not.
    """

    document: DocumentSummary
    sentences: tuple[str, ...] = ()
    others: int = 0


@dataclass(frozen=True, slots=True)
class ForgetPlan:
    """What will be reached.

    Attributes:
        what: Documents, or a name in documents that stay.
        name: The name; None for documents.
        documents: All versions and copies.
        twins: Ids of the same in another language, which stay.
        n_originals: Files whose bytes will be gone.
        n_reviews: Lines of the journal of reviews that go or change.
        n_fetched: Lines of the journal of pulls that go or change.
        n_withheld: Documents that are held back, in which a name is not looked for.
        watches: Names of the saved queries that go, since they ask for the name or the document itself.
    """

    what: Literal["document", "name"]
    name: str | None
    documents: tuple[ReachedDocument, ...]
    twins: tuple[str, ...] = ()
    n_originals: int = 0
    n_passages: int = 0
    n_commitments: int = 0
    n_reviews: int = 0
    n_fetched: int = 0
    watches: tuple[str, ...] = ()
    n_withheld: int = 0

"""A freeze: which versions of documents a corpus had, and by what they were read, so that it can be asked again."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class FrozenDocument:
    """One version of a document as it was read: `content` is a hash of the rules by which that was done."""

    id: str
    sha256: str
    content: str


@dataclass(frozen=True, slots=True)
class Freeze:
    """The manifest. It holds no words of documents, and no addresses: what is forgotten later is not in it.

    Attributes:
        made_at: UTC.
        version: Of the program.
        corpus_sha256: As in `Provenance`.
        analysis: Names dictionary and rules by which words were read.
        facts: Names the rules by which facts were found.
        documents: All versions that were there.
        n_current: How many of them were current.
        sources: How many versions each address had, by a hash of the address.
        reviews: Ids of the lines that the journal of reviews had.
    """

    name: str
    made_at: dt.datetime
    version: str
    corpus_id: str
    revision: int
    corpus_sha256: str
    analysis: str
    facts: str
    documents: tuple[FrozenDocument, ...]
    n_current: int
    sources: Mapping[str, int]
    reviews: tuple[str, ...] = ()


FrozenState = Literal["same", "read_otherwise", "forgotten", "withheld", "gone", "damaged"]


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """What became of a document of a freeze: `title` is None where it is not there any more."""

    document: FrozenDocument
    state: FrozenState
    title: str | None = None

"""What ingest, verify and status have to tell."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

IngestOutcome = Literal[
    "added", "new_version", "updated", "unchanged", "withdrawn", "returned", "left_out", "skipped", "failed"
]
Stage = Literal["fetch", "extract", "structure", "analyse", "facts", "store", "index"]


@dataclass(frozen=True, slots=True)
class IngestEvent:
    """What became of one original.

    `unchanged`: the same bytes, or others that say the same. `updated`: it was known, and read again by other rules.
    `withdrawn`: its address gives nothing more, and what was met there is kept. `returned`: it gives the same again.
    `left_out`: `reason` is the rule by which.

    Attributes:
        documents: Ids of the documents in it, in order.
        stage: Where it failed, for `failed`.
        reason: Why it failed, was skipped or left out, or that other bytes say the same: one sentence without a
            final stop.
        warnings: A sentence each, for originals that were read with something missing.
    """

    uri: str
    outcome: IngestOutcome
    documents: tuple[str, ...] = ()
    stage: Stage | None = None
    reason: str | None = None
    warnings: tuple[str, ...] = ()
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Failure:
    """An original that could not be read at the last try.

    Attributes:
        kept: The hash of its bytes, if they were read once: they are kept, and what was read of them may be.
    """

    uri: str
    stage: Stage
    reason: str
    at: dt.datetime
    kept: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is no document, and why it was taken for none."""

    uri: str
    reason: str


@dataclass(frozen=True, slots=True)
class VerifyEvent:
    """What was proved of one document, and a sentence for each thing that does not hold.

    Attributes:
        n_spans: Spans whose text is the quote stored with them, or that lie inside the text.
        n_quotes: Quotes whose letters another reader found in the original, on their page.
        n_ocr: Quotes from pages that were read by OCR: no other reader can confirm them.
        n_gone: Quotes whose original is not kept, since something in it was forgotten: only their spans are proved.
    """

    document: str
    uri: str
    n_spans: int
    n_quotes: int
    n_ocr: int = 0
    problems: tuple[str, ...] = ()
    n_gone: int = 0


@dataclass(frozen=True, slots=True)
class Tool:
    """A program or library outside Python that the work depends on: `version` is None where it is missing."""

    name: str
    version: str | None
    purpose: str
    install: str


@dataclass(frozen=True, slots=True)
class Status:
    """The state of a corpus, its index and this machine.

    `readers` counts the documents with words that OCR read, by engine: the one that read them, not today's. `n_held`
    counts those that are held back until a person has looked, `n_withdrawn` those that all their addresses have
    withdrawn and that are hidden until a person decides; they are counted nowhere else.
    """

    corpus: str
    index: str
    revision: int
    n_sources: int
    n_snapshots: int
    n_documents: int
    n_current: int
    n_passages: int
    counts: Mapping[str, int]
    types: Mapping[str, int]
    readers: Mapping[str, int]
    failures: tuple[Failure, ...]
    skipped: tuple[Skipped, ...]
    warnings: tuple[tuple[str, str], ...]
    language: str
    index_state: Literal["missing", "current", "stale", "mismatch", "damaged"]
    index_detail: str
    tools: tuple[Tool, ...]
    n_copies: int = 0
    n_held: int = 0
    n_withdrawn: int = 0

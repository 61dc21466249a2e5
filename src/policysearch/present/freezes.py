"""Freezes as records and lines."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from policysearch.model.freezing import CheckedDocument, Freeze, FrozenState
from policysearch.present.records import Record

_SAID: dict[FrozenState, str] = {
    "same": "as it was",
    "read_otherwise": "read anew by other rules",
    "forgotten": "forgotten, whole or in part",
    "withheld": "withheld: held back, or withdrawn and hidden until somebody decides",
    "gone": "gone: its original, or the document in it, is not here",
    "damaged": "its original is not the one that was frozen",
}


def freeze_record(freeze: Freeze) -> Record:
    """The `freeze` record."""
    return {
        "record": "freeze",
        "name": freeze.name,
        "made_at": freeze.made_at.isoformat(),
        "version": freeze.version,
        "documents": len(freeze.documents),
        "current": freeze.n_current,
        "reviews": len(freeze.reviews),
        "corpus": {"id": freeze.corpus_id, "revision": freeze.revision, "sha256": freeze.corpus_sha256},
        "analysis": freeze.analysis,
        "facts": freeze.facts,
    }


def manifest_record(freeze: Freeze) -> Record:
    """The same, with the versions of documents in the place of their number."""
    versions = [{"id": one.id, "sha256": one.sha256, "content": one.content} for one in freeze.documents]
    return {**freeze_record(freeze), "documents": versions}


def checked_record(checked: CheckedDocument) -> Record:
    """What became of a document."""
    document = checked.document
    return {
        "record": "frozen_document",
        "id": document.id,
        "sha256": document.sha256,
        "title": checked.title,
        "state": checked.state,
    }


def freeze_lines(freezes: Iterable[Freeze]) -> Iterator[Text]:
    """One line each."""
    for one in freezes:
        when = f"{one.made_at:%Y-%m-%d %H:%M} UTC"
        yield Text.assemble((one.name, "bold"), f"  {when}, {one.n_current} documents, policysearch {one.version}")


def manifest_lines(freeze: Freeze) -> Iterator[Text]:
    """All of a freeze but the versions of documents, which JSON has."""
    yield from freeze_lines([freeze])
    versions = len(freeze.documents) - freeze.n_current
    yield Text(f"  {versions} older versions and copies; {len(freeze.reviews)} reviews")
    yield Text(f"  corpus {freeze.corpus_id}, revision {freeze.revision}, sha256 {freeze.corpus_sha256}")
    yield Text(f"  words: {freeze.analysis}")
    yield Text(f"  facts: {freeze.facts}")


def checked_lines(found: Iterable[CheckedDocument]) -> Iterator[Text]:
    """What is not as it was, a line a document."""
    for one in found:
        yield Text(f"{one.document.id}  {_SAID[one.state]}" + (f": {one.title}" if one.title else ""))

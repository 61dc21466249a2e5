"""What records say of the attachments that they list: by it, what comes from those addresses is held back.

A record and its attachments are originals of their own, and may come in any order and by different ways. So marks are
kept by address, asked for when an original is written, and noted beside it: forgetting the record lets nothing in.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from policysearch.model.held import Mark
from policysearch.pipeline import ReadOriginal
from policysearch.privacy.screen import reasons_of_marks
from policysearch.sources.addresses import spelt

Marked = tuple[tuple[str, str], ...]
"""Fields of a record and their values."""


def holding(read: ReadOriginal) -> Iterator[Mark]:
    """The marks of an original that hold back what they are said of, by canonical address."""
    for mark in read.marks:
        if any(reasons_of_marks([(mark.field, mark.value)])):
            yield replace(mark, uri=spelt(mark.uri))


def marks_stamp(marked: Marked) -> str:
    """What marks add to the stamp of a reading, so that new ones have it read again."""
    return "".join(f"/{field}: {value}" for field, value in marked)


def hold_back(read: ReadOriginal, marked: Marked, released: Iterable[str]) -> ReadOriginal:
    """The original with its documents held back by what a record says of it, but for those that a person let in."""
    reasons = tuple(reasons_of_marks(marked))
    if not reasons:
        return read
    let_in = frozenset(released)
    before = {id_: (found, metadata) for id_, found, metadata in read.held}
    new = [one.document for one in read.documents if one.document.id not in let_in]
    before |= {document.id: ((), replace(document.metadata, title=None)) for document in new}
    held = tuple((id_, tuple(dict.fromkeys((*found, *reasons))), metadata) for id_, (found, metadata) in before.items())
    kept = tuple(one for one in read.documents if one.document.id in let_in)
    return replace(read, documents=kept, held=held)

"""Documents in which a name was covered, or from whose original another item was taken: what is kept of them.

The original holds what was forgotten, so its bytes are gone. In their place stands the reading, `….covered.json` beside
where they were: the documents as they were read, letter for letter but for the name, so that all spans hold. From then
on it is what their facts and their index are made of; it is evidence like the words of OCR, and is never made again.
"""

import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from policysearch import codec
from policysearch.contacts import COVER
from policysearch.errors import CorpusFormatError
from policysearch.model.document import Document
from policysearch.model.text import Span
from policysearch.privacy.names import PersonName
from policysearch.snapshots import Sighting

T = TypeVar("T")
_ADDRESSES = frozenset({"uri", "url", "final_uri"})
_VERBATIM = frozenset({"id", "sha256", "locator", "media_type"})


@dataclass(frozen=True, slots=True)
class CoveredOriginal:
    """What is kept of an original whose bytes are gone.

    Attributes:
        size: Of the bytes.
        documents: In the order of the original.
        sightings: Where it was met; what stands beside it is this again, should a backup have brought back another.
    """

    size: int
    documents: tuple[Document, ...]
    sightings: tuple[Sighting, ...]


def read_covered(path: Path) -> CoveredOriginal | None:
    """What is kept of an original; None where its bytes are there.

    Raises:
        CorpusFormatError: The file cannot be understood. It cannot be made again.
    """
    try:
        return codec.decode(path.read_text(encoding="utf-8"), CoveredOriginal)
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise CorpusFormatError(f"{path} is damaged: {error}; restore it from a backup") from error


def covered_stamp(path: Path) -> str | None:
    """Names the reading that is kept; None where there is none."""
    try:
        return f"covered/{hashlib.sha256(path.read_bytes()).hexdigest()[:16]}"
    except FileNotFoundError:
        return None


def cover_document(document: Document, name: PersonName) -> Document:
    """The document without that name, in its text, title, furniture, agenda and lists; its bearer takes no part."""
    spans = name.spans(document.text, alone=True)
    people = tuple(p for p in document.participants if not any(p.span.overlaps(span) for span in spans))
    return cover_strings(replace(document, participants=people), Document, name, alone=True)


def cover_strings(value: T, type_: type[T], name: PersonName, *, alone: bool = False) -> T:
    """A value of the model with the name covered in each of its strings but ids; addresses lose their path."""
    return codec.decode(json.dumps(cover_json(json.loads(codec.encode(value)), name, alone=alone)), type_)


def cover_json(value: Any, name: PersonName, *, alone: bool = False, key: str = "") -> Any:
    """As `cover_strings`, of JSON."""
    if isinstance(value, str):
        if key in _VERBATIM:
            return value
        return name.covered_address(value, alone=alone) if key in _ADDRESSES else name.covered(value, alone=alone)
    if isinstance(value, list):
        return [cover_json(one, name, alone=alone, key=key) for one in value]
    if isinstance(value, dict):
        return {k: cover_json(one, name, alone=alone, key=k) for k, one in value.items()}
    return value


def as_covered(quote: str, text: str) -> str | None:
    """A quote from before the covering, as `text` has it now; None where it does not stand there.

    Covered letters of the text stand for any letter.
    """
    at = _find(quote, text)
    return None if at is None else at.of(text)


def _find(quote: str, text: str) -> Span | None:
    if not quote.strip():
        return None
    for start in range(len(text) - len(quote) + 1):
        if all(a == b or b == COVER for a, b in zip(quote, text[start : start + len(quote)], strict=True)):
            return Span(start, start + len(quote))
    return None

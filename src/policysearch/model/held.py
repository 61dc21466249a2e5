"""What is held back until a person has looked at it."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

HeldKind = Literal["identity_code", "personal_data", "not_public", "stamp"]


@dataclass(frozen=True, slots=True)
class HeldReason:
    """Why a document is held back.

    Attributes:
        kind: A personal identity code stands in it; its record, or one that lists it as an attachment, says that it
            holds personal data, or is not public; it bears a stamp of secrecy.
        said: The words that say so, the code itself masked.
        page: Where, 1-based; None where unknown.
    """

    kind: HeldKind
    said: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """What a record says of the attachment at an address that it lists: *PersonalData*, *PublicityClass*."""

    uri: str
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """A document that is not in the corpus yet, and what was decided of it.

    Attributes:
        id: Of the document, as it will be.
        sha256: Of its original, which is kept.
        uri: Where the original was met.
        released_at: When a person let it in; None while it is held.
        by: Who.
    """

    id: str
    sha256: str
    uri: str
    reasons: tuple[HeldReason, ...]
    released_at: dt.datetime | None = None
    by: str | None = None

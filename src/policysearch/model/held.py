"""What is held back until a person has looked at it."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from policysearch.model.source import Metadata

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
        released_at: When a person let it in past the screen; None while nobody has.
        by: Who.
        metadata: What tells where it belongs (day, body, numbers), so that lists can say that it is withheld there. The
            title only of a withdrawn one, and for whoever decides.
        withdrawn_at: Since when no address gives it, and nobody has decided; None where the screen alone holds it.
    """

    id: str
    sha256: str
    uri: str
    reasons: tuple[HeldReason, ...]
    released_at: dt.datetime | None = None
    by: str | None = None
    metadata: Metadata = field(default_factory=Metadata)
    withdrawn_at: dt.datetime | None = None

    @property
    def is_held(self) -> bool:
        """Whether it is held back now."""
        return self.withdrawn_at is not None or (bool(self.reasons) and self.released_at is None)

    @property
    def why(self) -> str:
        """Why, in words: what the screen met, and that it is withdrawn."""
        said = [] if self.released_at else [reason.said for reason in self.reasons]
        if self.withdrawn_at:
            said.append(f"withdrawn by its publisher, seen {self.withdrawn_at.date().isoformat()}")
        return "; ".join(dict.fromkeys(said))


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided of a document that was held back.

    Attributes:
        what: To keep what was withdrawn, or to let in what the screen held.
        at: UTC.
        withdrawn_at: Of which withdrawal; a later one is decided anew.
    """

    what: Literal["keep", "release"]
    sha256: str
    document: str
    at: dt.datetime
    by: str
    reason: str | None = None
    withdrawn_at: dt.datetime | None = None

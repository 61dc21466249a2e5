"""A sample that a person judges, and what the judgements say of the whole."""

from dataclasses import dataclass
from typing import Literal, get_args

from policysearch.model.search import DocumentSummary

Stratum = Literal["year", "type", "issuer"]
STRATA: tuple[Stratum, ...] = get_args(Stratum)


@dataclass(frozen=True, slots=True)
class SampledRow:
    """One commitment or passage of a sample.

    Attributes:
        id: Of the commitment or passage.
        kind: Of the commitment; None for a passage.
        text: Verbatim.
        stratum: Of its document: year, type or issuer, `unknown` where the document has none; empty where the sample
            has no strata.
        stratum_size: How many of that stratum there are to draw from.
    """

    id: str
    kind: str | None
    text: str
    document: DocumentSummary
    page: int | None
    stratum: str
    stratum_size: int


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share with its interval, both from 0 to 1.

    Attributes:
        name: Of the stratum; empty for the whole.
        right: How many of the judged are right.
        judged: How many were judged.
        size: How many there are to draw from; None where the sheet does not say.
    """

    name: str
    right: int
    judged: int
    share: float
    low: float
    high: float
    size: int | None = None

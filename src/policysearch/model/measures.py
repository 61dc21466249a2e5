"""Measures of a plan, with what the corpus says of them since."""

from dataclasses import dataclass

from policysearch.model.facts import Measure
from policysearch.model.search import DocumentSummary


@dataclass(frozen=True, slots=True)
class FoundMeasure:
    """A measure of a plan, with its document."""

    measure: Measure
    document: DocumentSummary

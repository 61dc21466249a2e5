"""Documents as cases, and as series of meetings."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from policysearch.model.search import DocumentSummary


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case in the list: its newest title, when it was handled, and how many documents it has."""

    number: str
    title: str
    documents: tuple[DocumentSummary, ...]

    @property
    def newest(self) -> DocumentSummary:
        """The document of its last day."""
        return self.documents[-1]


def meetings(documents: Iterable[DocumentSummary]) -> dict[str, list[DocumentSummary]]:
    """A document of each meeting by the body that met, in the order of days: its minutes, else one of its decisions."""
    by_day: dict[str, dict[object, DocumentSummary]] = defaultdict(dict)
    for document in documents:
        m = document.metadata
        if m.issuer is None or not (m.type == "minutes" or (m.type == "decision" and m.date)):
            continue
        day = m.date or document.id
        if m.type == "minutes" or day not in by_day[m.issuer]:
            by_day[m.issuer][day] = document
    return {body: list(days.values()) for body, days in by_day.items()}


def cases(documents: Iterable[DocumentSummary]) -> list[CaseLine]:
    """The cases of documents, those handled last first."""
    by_number: dict[str, list[DocumentSummary]] = defaultdict(list)
    for document in documents:
        if document.metadata.case_number:
            by_number[document.metadata.case_number].append(document)
    lines = []
    for number, found in by_number.items():
        found.sort(key=lambda document: (document.metadata.date is not None, str(document.metadata.date)))
        lines.append(CaseLine(number, found[-1].metadata.title or "", tuple(found)))
    lines.sort(key=lambda line: str(line.newest.metadata.date or ""), reverse=True)
    return lines

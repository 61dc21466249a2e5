"""Citations as RIS, which every reference manager reads. The only importer of rispy."""

from collections.abc import Iterable
from typing import Any

import rispy

from policysearch.model.research import Citation
from policysearch.model.source import DocumentType
from policysearch.present.citations import citation_csl

_TYPES: dict[DocumentType | None, str] = {
    "plan": "RPRT",
    "report": "RPRT",
    "web_page": "ELEC",
    "press_release": "PRESS",
}
"""Types of RIS; minutes, decisions and statements have none of their own."""
_OTHER = "GEN"


def citations_ris(citations: Iterable[Citation], *, note: str | None = None) -> str:
    """A record a citation; what RIS has no field for stands in its notes.

    Args:
        citations: Documents, passages or commitments.
        note: Put into the notes of each, to say how the list was made.
    """
    records = [_record(citation, note) for citation in citations]
    return str(rispy.dumps(records, implementation=_Writer)) if records else ""


class _Writer(rispy.RisWriter):  # type: ignore[misc]  # rispy has no types
    def set_header(self, count: int) -> str:
        """Nothing: RIS knows no numbers before its records."""
        return ""


def _record(citation: Citation, note: str | None) -> dict[str, Any]:
    item = citation_csl(citation)
    m = citation.document.metadata
    notes = [item.get("note"), note]
    record = {
        "type_of_reference": _TYPES.get(m.type, _OTHER),
        "id": item["id"],
        "title": item["title"],
        "authors": [m.issuer] if m.issuer else None,
        "publisher": m.issuer,
        "year": str(m.date.year) if m.date else None,
        "date": m.date.strftime("%Y/%m/%d/") if m.date else None,
        "type_of_work": item.get("genre"),
        "number": m.case_number,
        "start_page": item.get("page"),
        "urls": [item["URL"]],
        "access_date": citation.sources[0].retrieved_at.strftime("%Y/%m/%d/"),
        "language": m.language,
        "abstract": citation.quote and " ".join(citation.quote.split()),
        "notes": [" ".join(text.split()) for text in notes if text],
    }
    return {name: value for name, value in record.items() if value}

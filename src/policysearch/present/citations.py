"""Citations as text, BibTeX and CSL-JSON. Pure functions."""

import datetime as dt
from typing import Any

from policysearch.model.research import Citation
from policysearch.model.source import DocumentType, Source
from policysearch.present.records import source_record

_TYPES: dict[DocumentType | None, tuple[str, str]] = {
    "minutes": ("document", "Minutes"),
    "decision": ("document", "Decision"),
    "press_release": ("document", "Press release"),
    "plan": ("report", "Plan"),
    "report": ("report", "Report"),
    "statement": ("document", "Statement"),
    "web_page": ("webpage", "Web page"),
    None: ("document", ""),
}
"""Type of CSL 1.0.2 and genre of each type of document; CSL has no type for minutes and decisions of public bodies."""

_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        # BibTeX counts braces whether they are escaped or not, so that one of them alone would break the entry.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{mark: f"\\{mark}" for mark in "$&#_%"},
    }
)
_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LANGUAGES = {"fi": "finnish", "sv": "swedish", "en": "english"}
"""Names that babel and biblatex use."""


def citation_text(citation: Citation) -> str:
    """A few lines for a person: whose, when, what, where; the words; every address, and the hash."""
    m = citation.document.metadata
    date = m.date.isoformat() if m.date else "undated"
    title = m.title or _file_name(citation)
    place = [_genre(citation), *_identifiers(citation)]
    if citation.kind != "document":
        place.append("page unknown" if citation.page is None else f"p. {citation.page}")
    if citation.ocr:
        place.append("read by OCR")
    details = ", ".join(part for part in place if part)
    lines = [f"{m.issuer or 'Issuer unknown'} ({date}): {title}. {details}".rstrip(". ") + "."]
    if citation.heading and citation.heading != title:
        lines.append(f"Under: {citation.heading}")
    if citation.quote:
        lines.append(f"”{_flat(citation.quote)}”")
    if said := _said(citation):
        lines.append(f"{said}.")
    lines += [f"{_address(citation, source)} ({_met(source)})" for source in citation.sources]
    lines.append(f"SHA-256 {citation.document.sha256}")
    ids = f"document {citation.document.id}"
    lines.append(f"policysearch {ids}" + ("" if citation.kind == "document" else f", {citation.kind} {citation.id}"))
    return "\n".join(lines)


def citation_bibtex(citation: Citation) -> str:
    """An entry for BibTeX and biblatex, in UTF-8."""
    m = citation.document.metadata
    first = _cited_source(citation)
    fields: list[tuple[str, str | None]] = [
        ("author", m.issuer and f"{{{_escaped(m.issuer)}}}"),
        ("title", f"{{{_escaped(m.title or _file_name(citation))}}}"),
        ("howpublished", _escaped(_genre(citation)) or None),
        ("number", m.case_number and _escaped(m.case_number)),
        ("date", m.date.isoformat() if m.date else None),
        ("year", str(m.date.year) if m.date else None),
        ("pages", None if citation.page is None else str(citation.page)),
        ("url", _address(citation, first).translate(_IN_ADDRESS)),
        ("urldate", first.retrieved_at.date().isoformat()),
        ("langid", _LANGUAGES.get(m.language or "")),
        ("note", _escaped(_note(citation))),
    ]
    lines = [f"@misc{{policysearch-{citation.id}"]
    lines += [f"  {name} = {{{value}}}" for name, value in fields if value]
    if m.date:
        lines.append(f"  month = {_MONTHS[m.date.month - 1]}")
    return ",\n".join(lines) + "\n}"


def citation_csl(citation: Citation) -> dict[str, Any]:
    """An item of CSL-JSON 1.0.2; what CSL has no field for stands in `custom`."""
    m = citation.document.metadata
    first = _cited_source(citation)
    item: dict[str, Any] = {
        "id": f"policysearch-{citation.id}",
        "type": _TYPES[m.type][0],
        "title": m.title or _file_name(citation),
        "author": [{"literal": m.issuer}] if m.issuer else None,
        "issued": m.date and _date(m.date),
        "accessed": _date(first.retrieved_at),
        "genre": _genre(citation) or None,
        "number": m.case_number,
        "section": m.section_number and f"§ {m.section_number}",
        "page": None if citation.page is None else str(citation.page),
        "URL": _address(citation, first),
        "language": m.language,
        "note": _note(citation),
        "custom": {
            "document": citation.document.id,
            citation.kind: citation.id,
            "sha256": citation.document.sha256,
            "locator": citation.document.locator or None,
            "meeting_number": m.meeting_number,
            "heading": citation.heading,
            "quote": citation.quote,
            "said": _said(citation),
            "span": None if citation.span is None else [citation.span.start, citation.span.end],
            "ocr": citation.ocr or None,
            "sources": [
                {name: value for name, value in source_record(source).items() if value is not None}
                for source in citation.sources
            ],
        },
    }
    item["custom"] = {name: value for name, value in item["custom"].items() if value is not None}
    return {name: value for name, value in item.items() if value}


def _note(citation: Citation) -> str:
    first = _cited_source(citation)
    others = [_address(citation, source) for source in citation.sources if source != first]
    parts = [part for part in _identifiers(citation) if part != citation.document.metadata.case_number]
    parts += [f"”{_flat(citation.quote)}”"] if citation.quote else []
    parts += [said] if (said := _said(citation)) else []
    parts += [f"Retrieved {_second(first.retrieved_at)}", f"SHA-256 {citation.document.sha256}"]
    parts += [f"Also at {address}" for address in others]
    parts += [f"{s.uri}: {_withdrawn(s)}" for s in citation.sources if s.withdrawn_at]
    return ". ".join(parts)


def _cited_source(citation: Citation) -> Source:
    """The address that a reader is sent to: one of the web that still gives it, before a file of one's own."""
    return min(
        citation.sources,
        key=lambda source: (source.document is not None, not source.is_public, source.withdrawn_at is not None),
    )


def _met(source: Source) -> str:
    """When the original was at an address, by whose word, and what became of it there."""
    met = "given as the address of the file, " if source.is_told else "retrieved "
    newer = "" if source.is_newest else "; there is a newer version at this address"
    gone = f"; {_withdrawn(source)}" if source.withdrawn_at else ""
    other = f"; the same text in another original, document {source.document}" if source.document else ""
    return f"{met}{_second(source.retrieved_at)}{newer}{gone}{other}"


def _withdrawn(source: Source) -> str:
    answer = f", which answered {source.status}" if source.status else ""
    return f"withdrawn from this address{answer}, seen {_second(source.withdrawn_at)}" if source.withdrawn_at else ""


def _said(citation: Citation) -> str | None:
    """Whose words a commitment is, and of which day, where they are not those of the document itself."""
    commitment, m = citation.commitment, citation.document.metadata
    if commitment is None:
        return None
    speaker = commitment.speaker.name if commitment.speaker else None
    by = f" by {speaker}" if speaker and speaker.casefold() != (m.issuer or "").casefold() else ""
    on = f" on {commitment.said_on.isoformat()}" if commitment.said_on and commitment.said_on != m.date else ""
    return f"Said{by}{on}" if by or on else None


def _identifiers(citation: Citation) -> list[str]:
    m = citation.document.metadata
    section = f"§ {m.section_number}" if m.section_number else None
    meeting = f"meeting {m.meeting_number}" if m.meeting_number else None
    return [part for part in (m.case_number, section, meeting) if part]


def _genre(citation: Citation) -> str:
    return _TYPES[citation.document.metadata.type][1]


def _address(citation: Citation, source: Source) -> str:
    locator = citation.document.locator
    return f"{source.uri}#{locator}" if locator and source.document is None else source.uri


def _file_name(citation: Citation) -> str:
    return citation.document.uri.rstrip("/").rpartition("/")[2]


def _second(moment: dt.datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _date(day: dt.date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]}


def _flat(text: str) -> str:
    return " ".join(text.split())


def _escaped(text: str) -> str:
    return _flat(text).translate(_ESCAPES)

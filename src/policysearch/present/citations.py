"""Citations as text, BibTeX and CSL-JSON. Pure functions."""

import datetime as dt
from typing import Any

from policysearch.model.meeting import SheetLanguage
from policysearch.model.research import Citation
from policysearch.model.source import DocumentType, Source
from policysearch.present.records import source_record
from policysearch.present.wording import CITATION, GENRES, day_text

_TYPES: dict[DocumentType | None, str] = {"plan": "report", "report": "report", "web_page": "webpage"}
"""Types of CSL 1.0.2; it has none for minutes, decisions and statements of public bodies, which are a *document*."""

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


def citation_text(citation: Citation, language: SheetLanguage = "en") -> str:
    """A few lines for a person: whose, when, what, where; the words; every address, and the hash."""
    m, words = citation.document.metadata, CITATION[language]
    date = day_text(m.date.isoformat(), language) if m.date else words["undated"]
    title = m.title or _file_name(citation)
    place = [GENRES[language].get(m.type or "", ""), *_identifiers(citation, language)]
    if citation.kind != "document":
        place.append(words["no_page"] if citation.page is None else words["page"].format(page=citation.page))
    if citation.ocr:
        place.append(words["ocr"])
    details = ", ".join(part for part in place if part)
    lines = [f"{m.issuer or words['no_issuer']} ({date}): {title}. {details}".rstrip(". ") + "."]
    if citation.heading and citation.heading != title:
        lines.append(f"{words['under']}: {citation.heading}")
    if citation.quote:
        lines.append(f"”{_flat(citation.quote)}”")
    if said := _said(citation, language):
        lines.append(f"{said}.")
    lines += [f"{source_address(citation, s)} ({source_text(s, language)})" for s in citation.sources]
    lines.append(f"SHA-256 {citation.document.sha256}")
    ids = f"{words['document']} {citation.document.id}"
    own = "" if citation.kind == "document" else f", {words[citation.kind]} {citation.id}"
    lines.append(f"policysearch {ids}{own}")
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
        ("url", source_address(citation, first).translate(_IN_ADDRESS)),
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
        "type": _TYPES.get(m.type, "document"),
        "title": m.title or _file_name(citation),
        "author": [{"literal": m.issuer}] if m.issuer else None,
        "issued": m.date and _date(m.date),
        "accessed": _date(first.retrieved_at),
        "genre": _genre(citation) or None,
        "number": m.case_number,
        "section": m.section_number and f"§ {m.section_number}",
        "page": None if citation.page is None else str(citation.page),
        "URL": source_address(citation, first),
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
    others = [source_address(citation, source) for source in citation.sources if source != first]
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


def source_text(source: Source, language: SheetLanguage = "en") -> str:
    """When the original was at an address, by whose word, and what became of it there; moments in ISO 8601."""
    words = CITATION[language]
    met = words["told"] if source.is_told else words["retrieved"]
    newer = "" if source.is_newest else words["newer"]
    gone = f"; {_withdrawn(source, language)}" if source.withdrawn_at else ""
    other = words["other"].format(document=source.document) if source.document else ""
    return f"{met}{_second(source.retrieved_at)}{newer}{gone}{other}"


def source_address(citation: Citation, source: Source) -> str:
    """The address, with the place in it where it holds several documents."""
    locator = citation.document.locator
    return f"{source.uri}#{locator}" if locator and source.document is None else source.uri


def _withdrawn(source: Source, language: SheetLanguage = "en") -> str:
    words = CITATION[language]
    answer = words["answered"].format(status=source.status) if source.status else ""
    return words["withdrawn"].format(answer=answer, at=_second(source.withdrawn_at)) if source.withdrawn_at else ""


def _said(citation: Citation, language: SheetLanguage = "en") -> str | None:
    """Whose words a commitment is, and of which day, where they are not those of the document itself."""
    commitment, m, words = citation.commitment, citation.document.metadata, CITATION[language]
    if commitment is None:
        return None
    speaker = commitment.speaker.name if commitment.speaker else None
    by = words["by"].format(who=speaker) if speaker and speaker.casefold() != (m.issuer or "").casefold() else ""
    said_on = commitment.said_on if commitment.said_on != m.date else None
    on = words["on"].format(day=day_text(said_on.isoformat(), language)) if said_on else ""
    if not (by or on):
        return None
    return words["said"] + (on + by if language == "fi" else by + on)


def _identifiers(citation: Citation, language: SheetLanguage = "en") -> list[str]:
    m = citation.document.metadata
    section = f"§ {m.section_number}" if m.section_number else None
    meeting = CITATION[language]["meeting"].format(number=m.meeting_number) if m.meeting_number else None
    return [part for part in (m.case_number, section, meeting) if part]


def _genre(citation: Citation) -> str:
    return GENRES["en"].get(citation.document.metadata.type or "", "")


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

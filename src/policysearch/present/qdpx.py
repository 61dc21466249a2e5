"""Codes and notes of people as a REFI-QDA project (QDPX), for programs of qualitative analysis (docs/exchange.md).

A project is a ZIP of `project.qde`, XML after Project.xsd of 18 March 2019, and the text of each source. Positions are
code points from 0, the end left out, as `Span` has them. The same reviews give the same bytes.
"""

import io
import uuid
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from policysearch import __version__
from policysearch.model.research import Provenance
from policysearch.model.reviews import CodedPlace, Said
from policysearch.model.search import DocumentSummary
from policysearch.present.provenance import provenance_rows

NAMESPACE = "urn:QDA-XML:project:1.0"
_IDS = uuid.UUID("6a3d5a52-4f3e-5b0e-9d5c-2f0f4f7c9b11")
"""Names the ids of this program among all: made once, at random."""
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class CodedDocument:
    """A document, its text, and the places in it that people said something of."""

    summary: DocumentSummary
    text: str
    places: tuple[CodedPlace, ...]


def qdpx_bytes(documents: Sequence[CodedDocument], provenance: Provenance) -> bytes:
    """The project as the bytes of a file."""
    said = [one for document in documents for place in document.places for one in (*place.tags, *place.notes)]
    project = ET.Element(
        "Project", {"xmlns": NAMESPACE, "name": "policysearch", "origin": f"policysearch {__version__}"}
    )
    _add_users(project, {one.by for one in said})
    _add_codes(project, {one.value for document in documents for place in document.places for one in place.tags})
    if documents:
        sources = ET.SubElement(project, "Sources")
        for document in documents:
            _add_source(sources, document)
    _add_notes(project, documents)
    lines = [f"{name}: {value}" for name, value in provenance_rows(provenance)]
    ET.SubElement(project, "Description").text = "\n".join(lines)
    ET.indent(project)
    whole = ET.tostring(project, encoding="utf-8", xml_declaration=True)
    texts = [(f"Sources/{_guid('source', d.summary.id)}.txt", d.text.encode()) for d in documents]
    return _zipped([("project.qde", whole), *texts])


def _add_users(project: ET.Element, names: Iterable[str]) -> None:
    users = sorted(names)
    if users:
        parent = ET.SubElement(project, "Users")
        for name in users:
            ET.SubElement(parent, "User", {"guid": _guid("user", name), "name": name})


def _add_codes(project: ET.Element, tags: Iterable[str]) -> None:
    codes = sorted(tags)
    if codes:
        parent = ET.SubElement(ET.SubElement(project, "CodeBook"), "Codes")
        for tag in codes:
            ET.SubElement(parent, "Code", {"guid": _guid("code", tag), "name": tag, "isCodable": "true"})


def _add_source(sources: ET.Element, document: CodedDocument) -> None:
    m, guid = document.summary.metadata, _guid("source", document.summary.id)
    source = ET.SubElement(
        sources,
        "TextSource",
        {"guid": guid, "name": m.title or document.summary.id, "plainTextPath": f"internal://{guid}.txt"},
    )
    about = (m.issuer, m.date, document.summary.uri, f"SHA-256 {document.summary.sha256}", document.summary.id)
    ET.SubElement(source, "Description").text = ", ".join(str(each) for each in about if each)
    for place in document.places:
        _add_place(source, document.summary.id, document.text, place)


def _add_place(source: ET.Element, document: str, text: str, place: CodedPlace) -> None:
    span = place.span
    key = f"{document}:{span.start}-{span.end}"
    first = min((*place.tags, *place.notes), key=lambda one: one.at)
    selection = ET.SubElement(
        source,
        "PlainTextSelection",
        {
            "guid": _guid("selection", key),
            "name": _xml(" ".join(span.of(text).split()))[:80],
            "startPosition": str(span.start),
            "endPosition": str(span.end),
            **_made("creatingUser", first),
        },
    )
    for tag in place.tags:
        values = {"guid": _guid("coding", f"{key}:{tag.value}:{tag.by}"), **_made("creatingUser", tag)}
        coding = ET.SubElement(selection, "Coding", values)
        ET.SubElement(coding, "CodeRef", {"targetGUID": _guid("code", tag.value)})
    for note in place.notes:
        ET.SubElement(selection, "NoteRef", {"targetGUID": _note_guid(key, note)})


def _add_notes(project: ET.Element, documents: Iterable[CodedDocument]) -> None:
    parent = ET.Element("Notes")
    for document in documents:
        for place in document.places:
            key = f"{document.summary.id}:{place.span.start}-{place.span.end}"
            for note in place.notes:
                element = ET.SubElement(
                    parent,
                    "Note",
                    {
                        "guid": _note_guid(key, note),
                        "name": _xml(" ".join(note.value.split()))[:80],
                        **_made("creatingUser", note),
                    },
                )
                ET.SubElement(element, "PlainTextContent").text = _xml(note.value)
    if len(parent):
        project.append(parent)


def _made(name: str, said: Said) -> dict[str, str]:
    return {name: _guid("user", said.by), "creationDateTime": f"{said.at:%Y-%m-%dT%H:%M:%SZ}"}


def _note_guid(key: str, note: Said) -> str:
    return _guid("note", f"{key}:{note.by}:{note.at.isoformat()}")


def _guid(kind: str, name: str) -> str:
    return str(uuid.uuid5(_IDS, f"{kind}:{name}"))


def _xml(text: str) -> str:
    """Without characters that XML has none for."""
    return "".join(letter for letter in text if letter in "\t\n" or letter >= " ")


def _zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), data, zipfile.ZIP_DEFLATED)
    return whole.getvalue()

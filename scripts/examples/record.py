"""Decisions as the records of a city's decision interface: JSON, the text as HTML inside it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Record:
    """One decision. `parts` are (heading, paragraphs); `meeting` is None for an official's own decision.

    Attributes:
        native_id: GUID of this version, upper case, without braces.
        meeting: Start of the meeting, ISO without zone, local time.
        body_type: *Hallitus*, *Lautakunta*, *Viranhaltija*.
    """

    native_id: str
    title: str
    case_label: str
    classification: tuple[str, str]
    section: str
    body: str
    body_id: str
    body_type: str
    sector: str
    meeting: str | None
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    presenter: tuple[str, str]
    contact: tuple[str, str, str, str]
    attachments: tuple[str, ...] = ()
    motion: tuple[str, ...] = ()


def write_records(records: tuple[Record, ...], path: Path) -> Path:
    """Write `records` to `path` under the key `decisions`."""
    listing = {"decisions": [_item(record) for record in records]}
    path.write_text(json.dumps(listing, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def _item(record: Record) -> dict[str, Any]:
    code, name = record.classification
    return {
        "links": [],
        "NativeId": f"{{{record.native_id}}}",
        "Title": record.title,
        "CaseID": record.case_label.replace(" ", "-"),
        "CaseIDLabel": record.case_label,
        "Section": record.section,
        "Content": _content(record),
        "Motion": _motion(record),
        "ClassificationCode": code,
        "ClassificationTitle": name,
        "Organization": {
            "Name": record.body,
            "ID": record.body_id,
            "Type": record.body_type,
            "Existing": "true",
            "Sector": {"SectorID": "K10", "Sector": record.sector},
        },
        "Meeting": _meeting(record),
        "VotingResults": [],
        "Attachments": [
            {"Title": title, "Type": "liite", "AttachmentNumber": str(i), "Language": "fi", "FileURI": None}
            for i, title in enumerate(record.attachments, 1)
        ],
        "PreviousDecisions": [],
    }


def _meeting(record: Record) -> dict[str, Any] | None:
    if record.meeting is None:
        return None
    return {
        "MeetingID": record.body_id + record.meeting[:10].replace("-", ""),
        "Name": record.body,
        "Location": "Kaupungintalo, Rantatori 1",
        "DateMeeting": f"{record.meeting}:00.000",
        "DecisionMaker": record.body,
        "DecisionMakerId": record.body_id,
    }


def _page(record: Record, root: str, inner: str) -> str:
    return (
        '<html lang="fi"><head><META content="text/html; charset=UTF-8" http-equiv="Content-Type">'
        f'<META name="DhId" content="{{{record.native_id}}}">'
        '<META name="ThisHTMLGenerated" content="2023-03-01T20:15:03.410+02:00">'
        f'<title>{record.title}</title></head><body><div class="{root}">{inner}</div></body></html>'
    )


def _section(heading: str, paragraphs: tuple[str, ...]) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f'<div class="SisaltoSektio"><h3 class="SisaltoOtsikko">{heading}</h3>{body}</div>'


def _content(record: Record) -> str:
    title, name = record.presenter
    who, what, phone, mail = record.contact
    inner = (
        f'<div class="Asiapykala">§ {record.section}</div><h1 class="AsiaOtsikko">{record.title}</h1>'
        f'<div class="DnroTmuoto">{record.case_label} T {record.classification[0]}</div>'
        + "".join(_section(heading, paragraphs) for heading, paragraphs in record.parts)
        + f'<h3 class="EsittelijaTiedot">Esittelijä</h3><div>{title}</div><div>{name}</div>'
        f'<h3 class="LisatiedotOtsikko">Lisätiedot</h3><p>{who}, {what}, puhelin: {phone}<div>{mail}</div></p>'
    )
    if record.attachments:
        inner += '<h3 class="LiitteetOtsikko">Liitteet</h3>'
        inner += "".join(f"<div>{i} {attachment}</div>" for i, attachment in enumerate(record.attachments, 1))
    return _page(record, "paatos", inner)


def _motion(record: Record) -> str:
    if not record.motion:
        return ""
    inner = f'<h1 class="AsiaOtsikko">{record.title}</h1>' + _section("Päätösehdotus", record.motion)
    return _page(record, "esitys", inner)

"""Evidence as one file of HTML that stands by itself: nothing in it is fetched from anywhere."""

import base64
import hashlib
import json
from typing import Any

from policysearch.model.evidence import Evidence
from policysearch.present.citations import citation_text
from policysearch.present.records import Record, commitment_record, document_record
from policysearch.present.rendering import rendered

_SETTLED = {
    "decided": "adopted in the same document",
    "rejected": "rejected in the same document",
    "tabled": "tabled in the same document",
    "returned": "returned for preparation in the same document",
}
_PARTS = {
    "decision": "the decision itself",
    "proposal": "a proposal for a decision",
    "rationale": "the presenter's reasons, not the decision",
    "summary": "a summary, not the decision",
    "statement": "a statement that is quoted or given, not the decision",
    "history": "the history of the matter, not this decision",
    "handling": "the record of how the matter was handled",
}
_KINDS = {
    "decision": "a decision",
    "undertaking": "an undertaking: somebody says that it will act",
    "obligation": "an obligation: somebody must act",
    "proposal": "a proposal or a wish, not final",
    "accomplishment": "a report that something was done",
}


def evidence_html(found: Evidence) -> str:
    """The file."""
    c = found.citation
    before, quote, after = found.context[: found.at.start], found.at.of(found.context), found.context[found.at.end :]
    return rendered(
        "evidence.html.j2",
        found=found,
        document=c.document,
        meta=c.document.metadata,
        before=before,
        quote=quote,
        after=after,
        standing=tuple(_standing(found)),
        pages=[
            {
                "number": page.number,
                "width": page.width,
                "height": page.height,
                "boxes": page.boxes,
                "data": f"data:image/png;base64,{base64.b64encode(page.picture).decode()}",
            }
            for page in found.pages
        ],
        original=None
        if found.original is None
        else f"data:{found.media_type};base64,{base64.b64encode(found.original).decode()}",
        citation=citation_text(c),
        data=_embedded(evidence_record(found)),
    )


def evidence_record(found: Evidence) -> Record:
    """The data of the file: what a program compares. `quote` is `context[at[0]:at[1]]`, in code points."""
    c = found.citation
    return {
        "record": "evidence",
        "quote": found.at.of(found.context),
        "context": found.context,
        "at": [found.at.start, found.at.end],
        "printed_lines": list(found.printed_lines),
        "sha256": c.document.sha256,
        "document": document_record(c.document),
        "span": [c.span.start, c.span.end] if c.span else None,
        "page": c.page,
        "pages": [
            {
                "number": page.number,
                "picture_sha256": hashlib.sha256(page.picture).hexdigest(),
                "boxes": [[box.x0, box.top, box.x1, box.bottom] for box in page.boxes],
            }
            for page in found.pages
        ],
        "kind": c.kind,
        "id": c.id,
        "commitment": commitment_record(c.commitment) if c.commitment else None,
        "settled": found.settled,
        "has_original": found.original is not None,
        "media_type": found.media_type,
        "program": f"policysearch {found.version}",
    }


def _standing(found: Evidence) -> list[tuple[str, str]]:
    """Who says it, when, and whether it is final."""
    c = found.citation
    rows: list[tuple[str, str]] = []
    commitment = c.commitment
    speaker = commitment.speaker if commitment else None
    said_on = commitment.said_on if commitment else None
    meta = c.document.metadata
    rows.append(("Said by", speaker.name if speaker else meta.issuer or "unknown"))
    day = said_on or meta.date
    rows.append(("Said on", day.isoformat() if day else "unknown"))
    if commitment:
        rows.append(
            ("What it is", _KINDS[commitment.kind] + (", negative" if commitment.polarity == "negative" else ""))
        )
        if commitment.outcome:
            rows.append(("Outcome", commitment.outcome))
    if found.settled in _SETTLED:
        rows.append(("What became of it", _SETTLED[found.settled]))
    part = _part(found)
    if part:
        rows.append(("Stands in", part))
    if c.heading:
        rows.append(("Under the heading", c.heading))
    if c.ocr:
        rows.append(("Read by", "OCR, from the picture of the page: compare with it"))
    return rows


def _part(found: Evidence) -> str | None:
    return _PARTS.get(found.part or "")


def _embedded(value: Any) -> str:
    """JSON that cannot end the element that it stands in."""
    return json.dumps(value, ensure_ascii=False, indent=1).replace("<", "\\u003c").replace("&", "\\u0026")

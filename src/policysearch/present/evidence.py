"""Evidence as one file of HTML that stands by itself: nothing in it is fetched from anywhere."""

import base64
import hashlib
import json
from collections.abc import Callable
from typing import Any

from policysearch.model.evidence import Evidence
from policysearch.model.meeting import SheetLanguage
from policysearch.present.citations import citation_text, source_address, source_text
from policysearch.present.records import Record, commitment_record, document_record
from policysearch.present.rendering import rendered
from policysearch.present.wording import EVIDENCE, GENRES, KINDS, OUTCOMES, PARTS, SETTLED, day_text


def evidence_html(
    found: Evidence, language: SheetLanguage = "fi", said: Callable[[str], tuple[str, str]] | None = None
) -> str:
    """The file.

    Args:
        found: What it proves.
        language: Of everything but the words themselves, the data for programs, and the script.
        said: Gives a sentence of the library in the language of the file, with the language that it is in then.
    """
    c = found.citation
    before, quote, after = found.context[: found.at.start], found.at.of(found.context), found.context[found.at.end :]
    return rendered(
        "evidence.html.j2",
        found=found,
        language=language,
        words=EVIDENCE[language],
        genre=GENRES[language].get(c.document.metadata.type or ""),
        day=day_text(c.document.metadata.date.isoformat(), language) if c.document.metadata.date else None,
        sources=[(source_address(c, source), source_text(source, language)) for source in c.sources],
        warnings=[(said or _as_it_is)(warning) for warning in found.warnings],
        document=c.document,
        meta=c.document.metadata,
        before=before,
        quote=quote,
        after=after,
        standing=_standing(found, language),
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
        citation=citation_text(c, language),
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


def _standing(found: Evidence, language: SheetLanguage) -> list[tuple[str, str]]:
    """Who says it, when, and whether it is final."""
    words, c = EVIDENCE[language], found.citation
    commitment, meta = c.commitment, c.document.metadata
    speaker = commitment.speaker if commitment else None
    day = (commitment.said_on if commitment else None) or meta.date
    rows = [
        (words["said_by"], speaker.name if speaker else meta.issuer or words["unknown"]),
        (words["said_on"], day_text(day.isoformat(), language) if day else words["unknown"]),
    ]
    if commitment:
        negative = words["negative"] if commitment.polarity == "negative" else ""
        rows.append((words["what"], KINDS[language][commitment.kind] + negative))
        if commitment.outcome:
            rows.append((words["outcome"], OUTCOMES[language].get(commitment.outcome, commitment.outcome)))
    if found.settled and found.settled in SETTLED[language]:
        rows.append((words["became"], SETTLED[language][found.settled]))
    if part := PARTS[language].get(found.part or ""):
        rows.append((words["part"], part))
    if c.heading:
        rows.append((words["heading"], c.heading))
    if c.ocr:
        rows.append((words["read_by"], words["ocr"]))
    return rows


def _as_it_is(sentence: str) -> tuple[str, str]:
    return sentence, "en"


def _embedded(value: Any) -> str:
    """JSON that cannot end the element that it stands in."""
    return json.dumps(value, ensure_ascii=False, indent=1).replace("<", "\\u003c").replace("&", "\\u0026")

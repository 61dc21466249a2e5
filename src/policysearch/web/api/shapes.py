"""The shapes of records as JSON Schema 2020-12, by name: the `components` of the OpenAPI document.

A record has all of its fields, and no other than these, so that a field that is added or gone fails a test.
"""

from collections.abc import Mapping
from typing import get_args

from policysearch.model.document import PARTS
from policysearch.model.quotes import Verdict, WordRelation
from policysearch.model.source import DOCUMENT_TYPES
from policysearch.web.api.gathered_shapes import GATHERED
from policysearch.web.api.shaping import (
    COMMITMENT,
    COUNT,
    DAY_OR_NONE,
    FACT,
    MEASURE,
    MENTION,
    NUMBER,
    PAGE,
    SPAN,
    TEXT,
    TEXT_OR_NONE,
    TIME,
    WHEN,
    YES_NO,
    Shape,
    fields,
    many,
    of,
    one_of,
    or_none,
    page_of,
    record,
)

DOCUMENT = {
    "id": TEXT,
    "source": fields({"uri": TEXT, "url": TEXT_OR_NONE, "locator": TEXT_OR_NONE, "sha256": TEXT, "retrieved_at": TEXT}),
    "type": one_of(DOCUMENT_TYPES, none=True),
    "title": TEXT_OR_NONE,
    "date": DAY_OR_NONE,
    "issuer": TEXT_OR_NONE,
    "language": TEXT_OR_NONE,
    "identifiers": fields(
        {"meeting_number": TEXT_OR_NONE, "case_number": TEXT_OR_NONE, "section_number": TEXT_OR_NONE}
    ),
    "current": YES_NO,
    "withdrawn_at": TEXT_OR_NONE,
    "sources": many(of("Source")),
    "same_as": TEXT_OR_NONE,
    "translations": many(fields({"document": TEXT, "language": TEXT_OR_NONE})),
}
_OF_DOCUMENT = {"document": of("Document")}
_PART = one_of(PARTS, none=True)
_FACET = many(fields({"value": TEXT_OR_NONE, "count": COUNT}))

SHAPES: Mapping[str, Shape] = {
    "Actor": fields({"id": TEXT, "name": TEXT}),
    "When": fields(WHEN),
    "Source": fields(
        {
            "uri": TEXT,
            "retrieved_at": TEXT,
            "newest": YES_NO,
            "told": YES_NO,
            "withdrawn_at": TEXT_OR_NONE,
            "status": {"type": ["integer", "null"]},
            "document": TEXT_OR_NONE,
        }
    ),
    "Document": record("document", DOCUMENT),
    "WholeDocument": record(
        "document",
        {
            **DOCUMENT,
            "structure": fields(
                {
                    "sections": many(
                        fields(
                            {
                                "heading": TEXT,
                                "level": COUNT,
                                "part": _PART,
                                "number": TEXT_OR_NONE,
                                "speaker": TEXT_OR_NONE,
                                "said_on": DAY_OR_NONE,
                                "span": SPAN,
                                "page": PAGE,
                            }
                        )
                    ),
                    "agenda": many(fields({"number": TEXT_OR_NONE, "title": TEXT})),
                    "participants": many(
                        fields(
                            {"name": TEXT, "title": TEXT_OR_NONE, "organisation": TEXT_OR_NONE, "role": TEXT_OR_NONE}
                        )
                    ),
                    "pages": many(fields({"number": COUNT, "status": TEXT})),
                    "languages": many(fields({"language": TEXT, "passages": COUNT})),
                    "warnings": many(TEXT),
                    "reader": TEXT_OR_NONE,
                }
            ),
            "text": TEXT,
        },
    ),
    "Passage": record(
        "passage",
        {**FACT, "document": of("Document"), "heading": TEXT_OR_NONE, "part": _PART, "kind": TEXT, "ocr": YES_NO},
    ),
    "PassageOfDocument": record("passage", {**FACT, "part": _PART, "kind": TEXT, "language": TEXT, "ocr": YES_NO}),
    "Commitment": record("commitment", COMMITMENT),
    "Time": record("time", TIME),
    "Mention": record("actor", MENTION),
    "Measure": record("measure", MEASURE),
    "Fact": {"anyOf": [of("Commitment"), of("Time"), of("Mention"), of("Measure")]},
    "Standing": fields(
        {
            "finding": TEXT,
            "finding_fi": TEXT,
            "as_of": DAY_OR_NONE,
            "was": or_none(of("When")),
            "adopted": YES_NO,
            "body": TEXT_OR_NONE,
            "newest": or_none(of("Document")),
        }
    ),
    "ReviewState": fields(
        {
            "verdict": TEXT_OR_NONE,
            "corrected": {"type": "object", "additionalProperties": TEXT},
            "status": TEXT_OR_NONE,
            "evidence": TEXT_OR_NONE,
            "notes": many(TEXT),
            "tags": many(TEXT),
            "by": many(TEXT),
            "conflicts": many(TEXT),
        }
    ),
    "FoundCommitment": record(
        "commitment",
        {**COMMITMENT, **_OF_DOCUMENT, "thread": TEXT_OR_NONE},
        {"standing": of("Standing"), "review": of("ReviewState"), "found": of("Commitment")},
    ),
    "MeasureNews": fields(
        {
            "event": TEXT_OR_NONE,
            "day": DAY_OR_NONE,
            "quotes": many(TEXT),
            "page": PAGE,
            **_OF_DOCUMENT,
            "commitment": TEXT_OR_NONE,
            "measure": TEXT_OR_NONE,
            "thread": TEXT_OR_NONE,
            "score": {"type": ["number", "null"]},
            "words": many(TEXT),
        }
    ),
    "FoundMeasure": record(
        "measure",
        {
            **MEASURE,
            **_OF_DOCUMENT,
            "since": many(of("MeasureNews")),
            "unsure": many(of("MeasureNews")),
            "review": or_none(of("ReviewState")),
        },
    ),
    "FoundTime": record(
        "time",
        {
            **TIME,
            **_OF_DOCUMENT,
            "sentence": TEXT,
            "actors": many(of("Actor")),
            "commitments": many(of("Commitment")),
        },
    ),
    "FoundMention": record("actor", {**MENTION, **_OF_DOCUMENT, "sentence": TEXT}),
    **GATHERED,
    "Box": fields({"page": COUNT, "x0": NUMBER, "top": NUMBER, "x1": NUMBER, "bottom": NUMBER}),
    "Hit": record(
        "hit",
        {
            "passage": TEXT,
            "score": NUMBER,
            **_OF_DOCUMENT,
            "heading": TEXT_OR_NONE,
            "part": _PART,
            "page": PAGE,
            "language": TEXT,
            "span": SPAN,
            "snippet": fields({"text": TEXT, "span": SPAN}),
            "highlights": many(SPAN),
            "in_title": many(SPAN),
            "in_heading": many(SPAN),
            "boxes": many(many(of("Box"))),
            "folded": many(TEXT),
            "ocr": YES_NO,
        },
    ),
    "Results": page_of(
        of("Hit"),
        {
            "record": {"const": "results"},
            "query": TEXT,
            "complete": COUNT,
            "differing": COUNT,
            "undated_left_out": COUNT,
            "notes": many(TEXT),
            "expansions": many(
                fields(
                    {
                        "typed": TEXT,
                        "searched": many(TEXT),
                        "source": TEXT,
                        "span": SPAN,
                        "left_out": COUNT,
                        "notes": many(TEXT),
                    }
                )
            ),
            "filters": many(TEXT),
            "suggestions": many(fields({"query": TEXT, "total": COUNT, "change": TEXT, "dropped": TEXT_OR_NONE})),
            "facets": {"type": "object", "additionalProperties": _FACET},
        },
    ),
    "Thread": record(
        "thread",
        {
            "id": TEXT,
            "steps": many(of("Step")),
            "links": many(
                fields(
                    {
                        "first": TEXT,
                        "second": TEXT,
                        "basis": TEXT,
                        "score": NUMBER,
                        "words": many(TEXT),
                        "act": TEXT_OR_NONE,
                        "actor": TEXT_OR_NONE,
                        "time": TEXT_OR_NONE,
                        "same_case": YES_NO,
                    }
                )
            ),
            "paper": or_none(fields({**_OF_DOCUMENT, "commitment": TEXT, "words": many(TEXT)})),
            "silent_since": DAY_OR_NONE,
            "standing": or_none(of("Standing")),
        },
    ),
    "Step": record(
        "step",
        {
            "thread": TEXT,
            "event": TEXT,
            "day": DAY_OR_NONE,
            "was": or_none(of("When")),
            "now": or_none(of("When")),
            "commitment": record("commitment", {**COMMITMENT, **_OF_DOCUMENT}),
        },
    ),
    "Line": record(
        "line",
        {
            "left": TEXT,
            "node": TEXT,
            "right": TEXT,
            "lemma": TEXT,
            "form": TEXT,
            "group": TEXT_OR_NONE,
            "span": SPAN,
            "page": PAGE,
            "passage": TEXT,
            "heading": TEXT_OR_NONE,
            "part": _PART,
            "ocr": YES_NO,
            **_OF_DOCUMENT,
        },
    ),
    "Citation": record(
        "citation",
        {
            "of": one_of(("document", "passage", "commitment", "measure")),
            "id": TEXT,
            **_OF_DOCUMENT,
            "page": PAGE,
            "span": or_none(SPAN),
            "heading": TEXT_OR_NONE,
            "quote": TEXT_OR_NONE,
            "ocr": YES_NO,
            "address": TEXT,
            "text": TEXT,
            "bibtex": TEXT,
            "csl": {"type": "object", "description": "CSL-JSON 1.0.2."},
        },
    ),
    "QuoteCheck": record(
        "quote_check",
        {
            "quote": TEXT,
            "paragraph": {"type": ["integer", "null"]},
            "verdict": one_of(get_args(Verdict)),
            "total": COUNT,
            "places": many(
                fields(
                    {
                        **_OF_DOCUMENT,
                        "passage": TEXT_OR_NONE,
                        "spans": many(SPAN),
                        "pages": many(COUNT),
                        "heading": TEXT_OR_NONE,
                        "part": _PART,
                        "ocr": YES_NO,
                        "printed": TEXT,
                        "in_order": YES_NO,
                        "left_out": many(TEXT),
                        "likeness": NUMBER,
                        "words": many(
                            fields(
                                {
                                    "relation": one_of(get_args(WordRelation)),
                                    "quoted": TEXT_OR_NONE,
                                    "printed": TEXT_OR_NONE,
                                }
                            )
                        ),
                    }
                )
            ),
        },
    ),
    "Corpus": record(
        "corpus",
        {
            "revision": COUNT,
            "originals": COUNT,
            "sources": COUNT,
            "documents": COUNT,
            "current": COUNT,
            "passages": COUNT,
            "counts": {"type": "object", "additionalProperties": COUNT},
            "types": {"type": "object", "additionalProperties": COUNT},
            "readers": {"type": "object", "additionalProperties": COUNT},
            "failures": many(fields({"uri": TEXT, "stage": TEXT, "reason": TEXT, "at": TEXT})),
            "skipped": many(fields({"uri": TEXT, "reason": TEXT})),
            "warnings": many(fields({"document": TEXT, "warning": TEXT})),
            "language": TEXT,
            "index": TEXT,
        },
    ),
    "Problem": {
        "type": "object",
        "description": "An error (RFC 9457). Of a query that cannot be read: the place, and the nearest that can.",
        "properties": {
            "type": {"type": "string", "format": "uri-reference"},
            "title": TEXT,
            "status": {"type": "integer"},
            "detail": TEXT,
            "at": {"type": ["integer", "null"]},
            "suggestion": TEXT_OR_NONE,
        },
        "required": ["type", "title", "status", "detail"],
        "additionalProperties": False,
    },
}

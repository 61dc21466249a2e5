"""JSON Schema 2020-12 in short: the words that shapes of records are written in, and the shapes of facts."""

from collections.abc import Mapping
from typing import Any, get_args

from policysearch.model.facts import COMMITMENT_KINDS, MEASURE_PARTS, Outcome, Strength
from policysearch.model.time import TIME_ROLES

Shape = dict[str, Any]

TEXT: Shape = {"type": "string"}
TEXT_OR_NONE: Shape = {"type": ["string", "null"]}
COUNT: Shape = {"type": "integer", "minimum": 0}
NUMBER: Shape = {"type": "number"}
YES_NO: Shape = {"type": "boolean"}
PAGE: Shape = {"type": ["integer", "null"], "minimum": 1, "description": "From 1; null where it is unknown."}
DAY_OR_NONE: Shape = {"type": ["string", "null"], "format": "date"}
SPAN: Shape = {
    "type": "array",
    "items": COUNT,
    "minItems": 2,
    "maxItems": 2,
    "description": "Code points of the document's text, half open.",
}


def of(name: str) -> Shape:
    """A reference to a shape."""
    return {"$ref": f"#/components/schemas/{name}"}


def many(items: Shape) -> Shape:
    """A list."""
    return {"type": "array", "items": items}


def or_none(shape: Shape) -> Shape:
    """That, or null."""
    return {"anyOf": [shape, {"type": "null"}]}


def one_of(values: tuple[str, ...], *, none: bool = False) -> Shape:
    """One of some words."""
    return {"type": ["string", "null"], "enum": [*values, None]} if none else {"type": "string", "enum": list(values)}


def fields(required: Mapping[str, Shape], optional: Mapping[str, Shape] | None = None) -> Shape:
    """An object with these fields and no other."""
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def record(name: str, required: Mapping[str, Shape], optional: Mapping[str, Shape] | None = None) -> Shape:
    """A record, which says what it is."""
    return fields({"record": {"const": name}, **required}, optional)


def page_of(items: Shape, more: Mapping[str, Shape] | None = None) -> Shape:
    """A page of a list: `next` is the address of the next one, null on the last."""
    return fields(
        {
            "total": COUNT,
            "offset": COUNT,
            "limit": COUNT,
            "next": {"type": ["string", "null"], "format": "uri-reference"},
            **(more or {}),
            "items": many(items),
        }
    )


WHEN = {
    "role": one_of(TIME_ROLES),
    "begin": TEXT_OR_NONE,
    "end": TEXT_OR_NONE,
    "duration": TEXT_OR_NONE,
    "set": TEXT_OR_NONE,
    "approximate": YES_NO,
    "note": TEXT_OR_NONE,
}
FACT = {"id": TEXT, "document": TEXT, "quote": TEXT, "span": SPAN, "page": PAGE}
COMMITMENT = {
    **FACT,
    "kind": one_of(COMMITMENT_KINDS),
    "actors": many(of("Actor")),
    "possible_actors": many(of("Actor")),
    "action": TEXT_OR_NONE,
    "time": or_none(of("When")),
    "condition": TEXT_OR_NONE,
    "amount": or_none(fields({"value": NUMBER, "currency": TEXT})),
    "polarity": one_of(("positive", "negative")),
    "outcome": one_of(get_args(Outcome), none=True),
    "strength": one_of(get_args(Strength), none=True),
    "routine": YES_NO,
    "speaker": or_none(of("Actor")),
    "said_on": DAY_OR_NONE,
    "own_words": YES_NO,
    "cue": TEXT,
    "ocr": YES_NO,
}
TIME = {**FACT, **WHEN, "ocr": YES_NO}
MENTION = {
    **FACT,
    "actor": fields({"id": TEXT, "name": TEXT, "kind": one_of(("organisation", "person"))}),
    "title": TEXT_OR_NONE,
    "organisation": TEXT_OR_NONE,
    "role": TEXT_OR_NONE,
    "ocr": YES_NO,
}
_FIELDS = many(fields({"quote": TEXT, "span": SPAN, "page": PAGE}))
MEASURE = {
    **FACT,
    "kind": one_of(("measure", "recommendation")),
    "number": TEXT_OR_NONE,
    "parts": fields(dict.fromkeys(MEASURE_PARTS, _FIELDS)),
    "actors": many(of("Actor")),
    "time": or_none(of("When")),
    "cue": TEXT,
    "ocr": YES_NO,
}

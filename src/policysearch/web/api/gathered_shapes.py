"""The shapes of matters, meetings, versions, gaps, actors over time, and counts."""

from typing import get_args

from policysearch.model.cases import Known
from policysearch.model.changes import FactChangeKind, PieceKind
from policysearch.model.coverage import GAP_STATES, GROUP_KINDS
from policysearch.model.facts import COMMITMENT_KINDS, Outcome
from policysearch.model.meeting import SheetList
from policysearch.model.source import AddressEventKind
from policysearch.model.threads import EVENT_KINDS
from policysearch.web.api.shaping import (
    COMMITMENT,
    COUNT,
    DAY_OR_NONE,
    NUMBER,
    PAGE,
    SPAN,
    TEXT,
    TEXT_OR_NONE,
    TIME,
    YES_NO,
    Shape,
    fields,
    many,
    of,
    one_of,
    or_none,
    record,
)

ACTOR_SUMMARY = {
    "id": TEXT,
    "name": TEXT,
    "kind": one_of(("organisation", "person")),
    "names": many(TEXT),
    "mentions": COUNT,
    "documents": COUNT,
    "commitments": COUNT,
}
_FIELD_CHANGE = fields({"name": TEXT, "old": TEXT_OR_NONE, "new": TEXT_OR_NONE})
GATHERED: dict[str, Shape] = {
    "ActorSummary": record("actor_summary", ACTOR_SUMMARY),
    "AddressEvent": record(
        "address_event",
        {
            "uri": TEXT,
            "event": one_of(get_args(AddressEventKind)),
            "at": TEXT,
            "sha256": TEXT,
            "size": COUNT,
            "status": {"type": ["integer", "null"]},
            "documents": many(TEXT),
        },
    ),
    "Change": record(
        "change",
        {
            "uri": TEXT,
            "at": TEXT,
            "old": or_none(of("Document")),
            "new": or_none(of("Document")),
            "draft_approved": YES_NO,
            "metadata": many(_FIELD_CHANGE),
            "facts": many(
                fields(
                    {
                        "change": one_of(get_args(FactChangeKind)),
                        "fields": many(_FIELD_CHANGE),
                        "old": or_none(of("Fact")),
                        "new": or_none(of("Fact")),
                    }
                )
            ),
            "sentences": many(
                fields(
                    {
                        "old": or_none(SPAN),
                        "new": or_none(SPAN),
                        "pieces": many(fields({"kind": one_of(get_args(PieceKind)), "text": TEXT})),
                    }
                )
            ),
            "moved": COUNT,
        },
    ),
    "ActorOverTime": record(
        "actor_over_time",
        {
            **ACTOR_SUMMARY,
            "years": many(of("YearOfCommitments")),
            "partners": many(fields({"actor": of("ActorSummary"), "commitments": COUNT})),
        },
    ),
    "CommitmentsByYear": record(
        "commitments_by_year",
        {"total": COUNT, "years": many(of("YearOfCommitments")), "undated_left_out": COUNT},
    ),
    "YearOfCommitments": fields(
        {
            "year": {"type": ["integer", "null"], "description": "In which they were said; null where it is unknown."},
            "kinds": fields(dict.fromkeys(COMMITMENT_KINDS, COUNT)),
        }
    ),
    "Frequency": record(
        "frequency",
        {
            "item": TEXT,
            "parts": many(TEXT),
            "group": TEXT_OR_NONE,
            "title": TEXT_OR_NONE,
            "count": COUNT,
            "per_1000": NUMBER,
            "documents": COUNT,
            "words": COUNT,
        },
    ),
    "CaseSummary": record(
        "case_summary", {"number": TEXT, "title": TEXT, "documents": many(TEXT), "newest": of("Document")}
    ),
    "Case": record(
        "case",
        {
            "number": TEXT,
            "forms": many(TEXT),
            "title": TEXT_OR_NONE,
            "handlings": many(
                fields(
                    {
                        "body": TEXT_OR_NONE,
                        "date": DAY_OR_NONE,
                        "section": TEXT_OR_NONE,
                        "title": TEXT_OR_NONE,
                        "known": one_of(get_args(Known)),
                        "announced": YES_NO,
                        "outcome": one_of(get_args(Outcome), none=True),
                        "documents": many(of("Document")),
                        "told_in": many(TEXT),
                        "commitments": many(record("commitment", COMMITMENT)),
                        "votes": many(fields({"document": TEXT, "span": SPAN, "quote": TEXT, "page": PAGE})),
                    }
                )
            ),
            "mentions": many(of("Document")),
            "withheld": many(TEXT),
        },
    ),
    "MeetingSummary": record("meeting_summary", {"body": TEXT, "document": of("Document")}),
    "Meeting": record(
        "meeting",
        {
            "documents": many(of("Document")),
            "body": TEXT_OR_NONE,
            "number": TEXT_OR_NONE,
            "date": DAY_OR_NONE,
            "time": TEXT_OR_NONE,
            "place": TEXT_OR_NONE,
            "people": many(fields({"name": TEXT, "printed": TEXT, "under": TEXT_OR_NONE, "page": PAGE})),
            "items": many(fields({"number": TEXT_OR_NONE, "title": TEXT, "document": TEXT})),
            "entries": many(
                fields(
                    {
                        "on": one_of(get_args(SheetList)),
                        "item": or_none(COUNT),
                        "quote": TEXT,
                        "page": PAGE,
                        "document": TEXT,
                        "settled": one_of(EVENT_KINDS, none=True),
                        "commitment": or_none(record("commitment", COMMITMENT)),
                        "deadline": or_none(record("time", TIME)),
                    }
                )
            ),
        },
    ),
    "CoverageGroup": record(
        "coverage_group",
        {
            "kind": one_of(GROUP_KINDS),
            "name": TEXT,
            "title": TEXT_OR_NONE,
            "document": TEXT_OR_NONE,
            "basis": TEXT,
            "expected": COUNT,
            "present": COUNT,
            "gaps": many(
                fields(
                    {
                        "name": TEXT,
                        "last": TEXT_OR_NONE,
                        "count": COUNT,
                        "state": one_of(GAP_STATES),
                        "title": TEXT_OR_NONE,
                        "told_by": many(TEXT),
                        "reason": TEXT_OR_NONE,
                    }
                )
            ),
        },
    ),
}

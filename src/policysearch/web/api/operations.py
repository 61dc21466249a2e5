"""The operations of the interface as data: the routes and the OpenAPI document are both made of this table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from policysearch.model.coverage import GAP_STATES
from policysearch.model.facts import COMMITMENT_KINDS
from policysearch.model.research import ALONG, GROUPINGS, SORTINGS
from policysearch.model.search import SORTS
from policysearch.model.source import DOCUMENT_TYPES
from policysearch.present.records import Record
from policysearch.web.api import answers, gathered
from policysearch.web.api.lists import DEFAULT_LIMIT, MOST_LIMIT
from policysearch.web.api.shaping import COUNT, Shape, fields, many, of, one_of, page_of
from policysearch.web.asking import MOST_OFFSET, MOST_QUERY, Asked


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value of the address: of the path, or of the query."""

    name: str
    shape: Shape
    about: str
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Operation:
    """What can be asked: its path below `/api/v1`, its name, what answers it, and the shape of the answer."""

    path: str
    name: str
    about: str
    answer: Callable[[Asked], Record]
    shape: Shape
    parameters: tuple[Parameter, ...] = ()


def _text(name: str, about: str) -> Parameter:
    return Parameter(name, {"type": "string", "maxLength": MOST_QUERY}, about)


def _needed(parameter: Parameter) -> Parameter:
    shape = {**parameter.shape, "minLength": 1, "pattern": r"\S"}
    return replace(parameter, needed=True, shape=shape)


def _day(name: str, about: str) -> Parameter:
    return Parameter(name, {"type": "string", "format": "date"}, about)


def _switch(name: str, about: str) -> Parameter:
    return Parameter(name, {"type": "string", "enum": ["0", "1"]}, about)


def _choice(name: str, values: tuple[str, ...], about: str) -> Parameter:
    return Parameter(name, one_of(values), about)


def _several(name: str, values: tuple[str, ...], about: str) -> Parameter:
    return Parameter(name, many(one_of(values)), f"{about}; several times for any of them.")


def _number(name: str, least: int, most: int, default: int, about: str) -> Parameter:
    return Parameter(name, {"type": "integer", "minimum": least, "maximum": most, "default": default}, about)


_ID = Parameter("id", {"type": "string", "minLength": 1, "maxLength": 100}, "An id, or the beginning of one.", True)
_QUERY = _text("q", "A query (docs/query-language.md).")
_PAGING = (
    _number("limit", 1, MOST_LIMIT, DEFAULT_LIMIT, "At most so many items."),
    _number("offset", 0, MOST_OFFSET, 0, "So many items are left out; `next` leads on."),
)
_WHERE = (
    _day("after", "Documents of this day or later."),
    _day("before", "Documents of this day or earlier."),
    Parameter("document", {"type": "string", "maxLength": 100}, "One document, by its id."),
)
_FILTERS = (
    *_WHERE,
    _several("type", DOCUMENT_TYPES, "Type of document"),
    _text("issuer", "Words of the name of the issuer."),
    _text("actor", "Any name of an actor."),
)
_FACTS = (
    *_FILTERS,
    _day("due_after", "Due on this day or later."),
    _day("due_before", "Due on this day or earlier."),
    _choice("values", ("found", "reviewed"), "As the machine found them, or as people corrected them."),
)
_ROUTINE = "Proposals and the routine of every meeting too."
_UNDATED = {"undated_left_out": COUNT}

OPERATIONS: tuple[Operation, ...] = (
    Operation(
        "/search",
        "search",
        "Passages that answer a query.",
        answers.search,
        of("Results"),
        (
            _QUERY,
            *_FILTERS,
            _switch("any", "Passages with any of the words."),
            _switch("exact", "Without synonyms."),
            _switch("fold", "Passages that say the same are one; `total` counts these."),
            _choice("sort", SORTS, "Order."),
            *_PAGING,
        ),
    ),
    Operation(
        "/documents",
        "documents",
        "All documents, in the order of their dates.",
        answers.documents,
        page_of(of("Document")),
        (_switch("all_versions", "Older versions too."), *_PAGING),
    ),
    Operation("/documents/{id}", "document", "A document.", answers.document, of("WholeDocument"), (_ID,)),
    Operation(
        "/documents/{id}/passages",
        "document-passages",
        "The passages of a document, in the order of its text.",
        answers.passages_of,
        page_of(of("PassageOfDocument")),
        (_ID, *_PAGING),
    ),
    Operation(
        "/documents/{id}/facts",
        "document-facts",
        "Commitments, times and actors of a document, in the order of its text.",
        answers.facts_of,
        page_of(of("Fact")),
        (_ID, *_PAGING),
    ),
    Operation(
        "/documents/{id}/measures",
        "document-measures",
        "Measures of a plan or recommendations of a report, with what later documents say of each.",
        answers.measures_of,
        page_of(of("FoundMeasure")),
        (_ID, *_PAGING),
    ),
    Operation(
        "/documents/{id}/history",
        "document-history",
        "What happened at the addresses of a document: versions met, withdrawn, given again.",
        gathered.history,
        page_of(of("AddressEvent")),
        (_ID, *_PAGING),
    ),
    Operation(
        "/documents/{id}/changes",
        "document-changes",
        "What changed between the versions of a document, in words and in facts, the newest change first.",
        gathered.changes,
        page_of(of("Change")),
        (_ID, *_PAGING),
    ),
    Operation("/passages/{id}", "passage", "A passage.", answers.passage, of("Passage"), (_ID,)),
    Operation(
        "/commitments",
        "commitments",
        "Commitments, as machine and people found them. With `open`, what no later document here reports done.",
        answers.commitments,
        page_of(of("FoundCommitment"), _UNDATED),
        (
            _QUERY,
            *_FACTS,
            _several("kind", COMMITMENT_KINDS, "Kind"),
            _switch("routine", _ROUTINE),
            _switch("open", "Only what is not reported done; by `due_before`, else by today."),
            _switch("undated", "Of the open ones: those that name no day."),
            _day("as_of", "Of the open ones: as if it were that day."),
            *_PAGING,
        ),
    ),
    Operation(
        "/commitments/years",
        "commitments-years",
        "How many commitments of each kind were said in each year.",
        gathered.commitments_by_year,
        of("CommitmentsByYear"),
        (_QUERY, *_FACTS, _several("kind", COMMITMENT_KINDS, "Kind"), _switch("routine", _ROUTINE)),
    ),
    Operation(
        "/commitments/{id}/thread",
        "thread",
        "The history of a commitment.",
        answers.thread,
        of("Thread"),
        (_ID, _day("as_of", "Later documents are left out.")),
    ),
    Operation(
        "/deadlines",
        "deadlines",
        "Deadlines in the order of their days.",
        answers.deadlines,
        page_of(of("FoundTime"), _UNDATED),
        (_QUERY, *_FACTS, *_PAGING),
    ),
    Operation(
        "/actors",
        "actors",
        "Actors, those named most first.",
        answers.actors,
        page_of(of("ActorSummary")),
        (_choice("kind", ("organisation", "person"), "Only these."), *_WHERE, *_PAGING),
    ),
    Operation(
        "/actor",
        "actor",
        "One actor: how much it promised, proposed and was obliged to over the years, and with whom.",
        gathered.actor,
        of("ActorOverTime"),
        (_needed(Parameter("id", {"type": "string", "maxLength": 300}, "The whole id of an actor.")),),
    ),
    Operation(
        "/mentions",
        "mentions",
        "Where an actor is named.",
        answers.mentions,
        page_of(of("FoundMention"), _UNDATED),
        (_needed(_text("name", "Any name of the actor.")), *_WHERE, *_PAGING),
    ),
    Operation(
        "/concordance",
        "concordance",
        "Every occurrence of a word in its context.",
        answers.concordance,
        page_of(of("Line")),
        (
            _needed(_QUERY),
            *_FILTERS,
            _number("width", 0, answers.MOST_WIDTH, 40, "Letters on each side."),
            _choice("sort", SORTINGS, "Order."),
            _choice("group", GROUPINGS, "Lines of one kind together."),
            *_PAGING,
        ),
    ),
    Operation(
        "/frequencies",
        "frequencies",
        "How often a word is met in the documents of each year, type or issuer, or in each document.",
        gathered.frequencies,
        page_of(of("Frequency"), {"occurrences": COUNT, "words": {"type": "object", "additionalProperties": COUNT}}),
        (_needed(_QUERY), *_FILTERS, _choice("by", ALONG, "Groups of documents; year if not given."), *_PAGING),
    ),
    Operation(
        "/cases",
        "cases",
        "Matters by their diary numbers, those handled last first.",
        gathered.cases,
        page_of(of("CaseSummary")),
        _PAGING,
    ),
    Operation(
        "/case",
        "case",
        "One matter over its handlings.",
        gathered.case,
        of("Case"),
        (_needed(_text("number", "Its diary number.")), _text("issuer", "Whose number it is, where several use it.")),
    ),
    Operation(
        "/meetings",
        "meetings",
        "Meetings, the newest first, each by its minutes or one of its decisions.",
        gathered.meetings,
        page_of(of("MeetingSummary")),
        (_text("body", "Only of this body, by its whole name."), *_PAGING),
    ),
    Operation(
        "/meetings/{id}",
        "meeting",
        "One meeting on one sheet, by the id of its minutes or of one of its decisions.",
        gathered.meeting,
        of("Meeting"),
        (_ID,),
    ),
    Operation(
        "/coverage",
        "coverage",
        "What documents and channels let us expect, and what of it is not here.",
        gathered.coverage,
        page_of(of("CoverageGroup"), {"counts": fields(dict.fromkeys(GAP_STATES, COUNT))}),
        _PAGING,
    ),
    Operation("/cite/{id}", "cite", "A citation in several forms.", answers.cite, of("Citation"), (_ID,)),
    Operation(
        "/check",
        "check",
        "Whether quoted words stand in the corpus (docs/proof.md).",
        answers.check,
        of("QuoteCheck"),
        (_needed(_text("q", "The words.")),),
    ),
    Operation("/corpus", "corpus", "What is in the corpus, and what failed.", answers.corpus, of("Corpus")),
)

ERRORS: Mapping[str, str] = {
    "400": "A value or the query cannot be read.",
    "401": "A token is needed.",
    "404": "There is no such thing.",
    "414": "The address is too long.",
    "421": "The page does not answer under this name.",
    "503": "The corpus cannot answer now.",
}
"""What may go wrong with any operation, by status."""

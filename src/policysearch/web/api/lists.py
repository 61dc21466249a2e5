"""Parts of a question that several operations share, and lists as answers."""

from collections.abc import Iterable
from typing import Any

from policysearch.errors import UsageError
from policysearch.model.facts import COMMITMENT_KINDS
from policysearch.model.search import FactRows
from policysearch.model.source import DOCUMENT_TYPES
from policysearch.present.records import Record
from policysearch.web.asking import Asked

DEFAULT_LIMIT, MOST_LIMIT = 20, 100


def window(asked: Asked) -> tuple[int, int]:
    """How many items are wanted, and how many are left out before them."""
    return asked.number("limit", default=DEFAULT_LIMIT, least=1, most=MOST_LIMIT), asked.number("offset", default=0)


def page_of(asked: Asked, items: Iterable[Record], total: int) -> Record:
    """A page of a list: some of `total` items, and the address of the next page."""
    limit, offset = window(asked)
    more = offset + limit < total
    return {
        "total": total,
        "offset": offset,
        "limit": limit,
        "next": asked.here(offset=offset + limit) if more else None,
        "items": list(items),
    }


def cut(asked: Asked, found: list[Record]) -> Record:
    """The page that is wanted of a whole list."""
    limit, offset = window(asked)
    return page_of(asked, found[offset : offset + limit], len(found))


def rows_of(asked: Asked, found: FactRows[Any], items: Iterable[Record]) -> Record:
    """A page of facts."""
    return {**page_of(asked, items, found.total), "undated_left_out": found.undated}


def when_and_where(asked: Asked) -> dict[str, Any]:
    """Filters by day and document."""
    return {
        "after": asked.day("after"),
        "before": asked.day("before"),
        "document": asked.text("document", most=100) or None,
    }


def passage_filters(asked: Asked) -> dict[str, Any]:
    """Filters of passages."""
    return {
        **when_and_where(asked),
        "types": asked.choices("type", DOCUMENT_TYPES),
        "issuer": asked.text("issuer") or None,
        "actor": asked.text("actor") or None,
    }


def fact_filters(asked: Asked) -> dict[str, Any]:
    """Filters of facts."""
    return {
        **passage_filters(asked),
        "kinds": asked.choices("kind", COMMITMENT_KINDS),
        "due_after": asked.day("due_after"),
        "due_before": asked.day("due_before"),
        "routine": asked.switch("routine"),
    }


def is_reviewed(asked: Asked) -> bool:
    """Whether values are wanted as people corrected them."""
    return asked.choice("values", ("found", "reviewed"), default="found") == "reviewed"


def needed(asked: Asked, name: str) -> str:
    """A value of the address that must be there."""
    value = asked.text(name)
    if not value:
        raise UsageError(f"{name} is needed")
    return value

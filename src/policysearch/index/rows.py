"""From documents and facts to rows of the index, and from filters of the model to filters of the engine."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from policysearch.index.port import Between, Column, ColumnValue, Filter, Holds, IndexRow, OneOf
from policysearch.index.terms import StoredToken
from policysearch.model.document import Passage
from policysearch.model.facts import Commitment
from policysearch.model.search import FactFilters, Filters
from policysearch.model.source import Metadata
from policysearch.model.time import Moment


def passage_row(
    document: str, metadata: Metadata, passage: Passage, tokens: Sequence[StoredToken], actors: Iterable[str] = ()
) -> IndexRow:
    """A passage of `document`; `actors` are the ids of those who are mentioned in it."""
    columns = _document_columns(metadata) | {
        "kind": passage.kind,
        "part": passage.part,
        "actors": _distinct(actors),
    }
    return IndexRow(passage.id, document, tokens, columns)


def commitment_row(metadata: Metadata, commitment: Commitment, tokens: Sequence[StoredToken]) -> IndexRow:
    """A commitment of the document that `metadata` describes; `tokens` are those of its quote."""
    when = commitment.when
    columns = _document_columns(metadata) | {
        "kind": commitment.kind,
        "actors": _distinct(actor.id for actor in (*commitment.actors, *commitment.possible_actors)),
        "begin": _moment(when.begin if when else None),
        "end": _moment(when.end if when else None),
        "routine": "yes" if commitment.routine else "no",
    }
    return IndexRow(commitment.id, commitment.document, tokens, columns)


def tokens_within(tokens: Iterable[StoredToken], start: int, end: int) -> tuple[StoredToken, ...]:
    """The tokens that lie wholly between two code points of the text."""
    return tuple(token for token in tokens if start <= token.start and token.end <= end)


def filters_of(filters: Filters) -> tuple[Filter, ...]:
    """Filters of the model for an engine.

    The issuer is one of `issuer_names`, or where they are not looked up, has `issuer` anywhere in its name, whatever
    the case of letters; `actor` must be the id of an actor.
    """
    found: list[Filter] = []
    if filters.types:
        found.append(OneOf("type", frozenset(filters.types)))
    if filters.issuer_names is not None:
        found.append(OneOf("issuer", frozenset(filters.issuer_names)))
    elif filters.issuer is not None:
        found.append(Holds("issuer", filters.issuer))
    if filters.actor is not None:
        found.append(OneOf("actors", frozenset({filters.actor})))
    if filters.document is not None:
        found.append(OneOf("document", frozenset({filters.document})))
    if filters.after or filters.before:
        found.append(Between("date", _moment(filters.after), _moment(filters.before)))
    return (*found, *_of_facts(filters)) if isinstance(filters, FactFilters) else tuple(found)


def _of_facts(filters: FactFilters) -> Iterator[Filter]:
    if filters.kinds:
        yield OneOf("kind", frozenset(filters.kinds))
    if filters.due_after or filters.due_before:
        yield Between("end", _moment(filters.due_after), _moment(filters.due_before))
    if not filters.routine:
        yield OneOf("routine", frozenset({"no"}))


def _document_columns(metadata: Metadata) -> dict[Column, ColumnValue]:
    date = metadata.date
    return {
        "type": metadata.type,
        "issuer": metadata.issuer,
        "date": _moment(date),
        "year": date.year if date else None,
    }


def _moment(moment: Moment | None) -> str | None:
    """ISO 8601; a clock time to the minute."""
    if isinstance(moment, dt.datetime):
        return moment.isoformat(timespec="minutes")
    return moment.isoformat() if moment else None


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))

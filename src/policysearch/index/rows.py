"""From documents and facts to rows of the index, and from filters of the model to filters of the engine."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policysearch.index.conditions import Between, Column, Filter, Holds, OneOf, case_key
from policysearch.index.port import ColumnValue, IndexRow
from policysearch.index.terms import StoredToken
from policysearch.model.document import Passage
from policysearch.model.facts import Commitment
from policysearch.model.search import FactFilters, Filters
from policysearch.model.source import Metadata
from policysearch.model.time import Moment


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a passage or a commitment.

    Attributes:
        numbers: Those of its sections, from the outermost one.
        title: The terms of the title of the document.
        heading: The terms of the heading that it stands under.
    """

    metadata: Metadata
    numbers: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()

    def columns(self) -> dict[Column, ColumnValue]:
        """What all rows of one place have."""
        metadata = self.metadata
        date = metadata.date
        numbers = ((metadata.section_number,) if metadata.section_number else ()) + self.numbers
        return {
            "type": metadata.type,
            "issuer": metadata.issuer,
            "date": _moment(date),
            "year": date.year if date else None,
            "case": case_key(metadata.case_number) if metadata.case_number else None,
            "language": metadata.language,
            "section": _distinct(numbers),
        }


@dataclass(frozen=True, slots=True)
class Inside:
    """The facts inside a passage: ids of actors, kinds of commitments, days by which something is owed."""

    actors: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    due: tuple[Moment, ...] = ()


def passage_row(
    document: str, around: Around, passage: Passage, tokens: Sequence[StoredToken], inside: Inside
) -> IndexRow:
    """A passage of `document`."""
    columns = around.columns() | {
        "language": passage.language,
        "block": passage.kind,
        "part": passage.part,
        "page": passage.page,
        "actors": _distinct(inside.actors),
        "kind": _distinct(inside.kinds),
        "due": _distinct(moment for each in inside.due if (moment := _moment(each))),
    }
    return IndexRow(passage.id, document, tokens, columns, around.title, around.heading)


def commitment_row(
    around: Around, commitment: Commitment, part: str | None, tokens: Sequence[StoredToken], *, is_due: bool
) -> IndexRow:
    """A commitment; `part` is that of its passage, `tokens` are those of its quote, `is_due` that its end is owed."""
    when = commitment.when
    end = _moment(when.end if when else None)
    columns = around.columns() | {
        "kind": (commitment.kind,),
        "part": part,
        "page": commitment.page,
        "actors": _distinct(actor.id for actor in (*commitment.actors, *commitment.possible_actors)),
        "begin": _moment(when.begin if when else None),
        "end": end,
        "due": (end,) if end and is_due else (),
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


def _moment(moment: Moment | None) -> str | None:
    """ISO 8601; a clock time to the minute."""
    if isinstance(moment, dt.datetime):
        return moment.isoformat(timespec="minutes")
    return moment.isoformat() if moment else None


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))

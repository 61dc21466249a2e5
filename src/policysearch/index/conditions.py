"""Conditions on the columns of a row: the same inside a query (`tree.Where`) and beside it (outer filters)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

Column = Literal[
    "type",
    "issuer",
    "date",  # ISO 8601
    "year",
    "part",
    "block",  # heading, paragraph, list_item, table_row
    "kind",  # of the commitments, several
    "actors",  # ids, several
    "begin",  # ISO 8601, of the time of a commitment
    "end",
    "due",  # ISO 8601, several: the days by which something is owed
    "routine",  # "yes" or "no"
    "case",  # as `case_key` writes it
    "section",  # numbers, several: of the minutes (§) and of the agenda
    "language",
    "page",  # a number
    "fold",  # the same for passages that say the same
]
COLUMNS: tuple[Column, ...] = get_args(Column)
SEVERAL: frozenset[str] = frozenset({"kind", "actors", "due", "section"})
"""Columns that may hold several values."""
Value = str | tuple[str, ...] | None
"""What a row has in a column; None and an empty tuple are *unknown*."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """The column holds one of `values`; for a column with several values, any of them does."""

    column: Column | Literal["document"]
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Holds:
    """The column holds `text` somewhere, whatever the case of letters."""

    column: Column
    text: str


@dataclass(frozen=True, slots=True)
class Between:
    """The column holds a date from `low` to `high`, both inclusive, ISO 8601; undated rows are counted apart."""

    column: Column
    low: str | None
    high: str | None


@dataclass(frozen=True, slots=True)
class Numbers:
    """The column holds a whole number from `low` to `high`, both inclusive."""

    column: Column
    low: int | None
    high: int | None


Filter = OneOf | Holds | Between | Numbers


def meets(value: Value, wanted: Filter) -> bool:
    """Whether what a row has in a column meets a condition; what is unknown meets none."""
    values: Sequence[str] = (value,) if isinstance(value, str) else value or ()
    match wanted:
        case OneOf(_, any_of):
            return not any_of.isdisjoint(values)
        case Holds(_, text):
            return any(text.casefold() in each.casefold() for each in values)
        case Between(_, low, high):
            # A minute of the last day is still that day: an upper end without a time covers all of it.
            last = high or "9999-12-31T24"
            return any((low or "") <= each and each[: len(last)] <= last for each in values)
        case Numbers(_, least, most):
            numbers = (int(each) for each in values)
            return any((least is None or least <= n) and (most is None or n <= most) for n in numbers)


def is_of_document_date(wanted: Filter) -> bool:
    """Whether rows that fail a condition for want of a date are told apart; that nothing is `due` is no such want."""
    return isinstance(wanted, Between) and wanted.column != "due"


def case_key(number: str) -> str:
    """A case number as it is compared: *HEL 2021-001526* and *hel2021-001526* are one."""
    return "".join(number.split()).casefold()

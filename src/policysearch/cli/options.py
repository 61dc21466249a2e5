"""Options that commands share, and their values."""

import datetime as dt
import functools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, TypeVar

import click

from policysearch.model.days import first_and_last
from policysearch.model.facts import COMMITMENT_KINDS
from policysearch.model.meeting import SHEET_LANGUAGES, SheetLanguage
from policysearch.model.query import ENGINES, EngineName
from policysearch.model.source import DOCUMENT_TYPES
from policysearch.settings import Settings, load_settings

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[dt.date]):
    """A day as 2024-05-31 or 31.5.2024; a month or year stands for its first or its last day; also *today*."""

    name = "date"

    def __init__(self, bound: Literal["first", "last"]) -> None:
        self.bound = bound

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """The day that `value` stands for."""
        if isinstance(value, dt.date):
            return value
        if value == "today":
            # --today is eager, so that it is known here; where it is not given, click keeps a mark of its own there.
            given = ctx.params.get("today") if ctx else None
            return load_settings(today=given if isinstance(given, dt.date) else None).today
        try:
            first, last = first_and_last(value)
        except ValueError:
            self.fail(f"{value!r} is no date: give 2024, 2024-05, 2024-05-31, 31.5.2024 or today", param, ctx)
        return first if self.bound == "first" else last


def places(function: F) -> F:
    """`--corpus`, `--index`, `--engine` and `--today`, given to the command as one `settings`."""
    folder = click.Path(path_type=Path, file_okay=False)

    @click.option("--corpus", type=folder, help="Folder of the corpus.  [default: corpus]")
    @click.option("--index", type=folder, help="Folder of the index.  [default: index]")
    @click.option(
        "--engine",
        type=click.Choice(ENGINES),
        metavar="NAME",
        help=f"What makes and asks the index: {' or '.join(ENGINES)}.  [default: whoosh]",
    )
    @click.option("--today", type=Day("first"), is_eager=True, help="Act as on this day.  [default: the real one]")
    @functools.wraps(function)
    def wrapped(
        corpus: Path | None, index: Path | None, engine: EngineName | None, today: dt.date | None, **options: Any
    ) -> Any:
        settings: Settings = load_settings(corpus=corpus, index=index, engine=engine, today=today)
        return function(settings=settings, **options)

    return wrapped  # type: ignore[return-value]  # click's decorators keep the callable, not its type


def asking(function: F) -> F:
    """`places` and `--at`, for commands that only ask."""

    @click.option("--at", metavar="FREEZE", help="Ask the corpus as it was: a name that `freeze list` shows.")
    @functools.wraps(function)
    def wrapped(settings: Settings, at: str | None, **options: Any) -> Any:
        return function(settings=settings if at is None else replace(settings, at=at), **options)

    return places(wrapped)  # type: ignore[return-value]  # as above


def many(options: list[Callable[[F], F]]) -> Callable[[F], F]:
    """Several options as one decorator, shown in the order of the list."""

    def decorate(function: F) -> F:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


after = click.option("--after", type=Day("first"), help="Documents of this day or later.")
before = click.option("--before", type=Day("last"), help="Documents of this day or earlier.")
due_after = click.option("--due-after", type=Day("first"), help="Due on this day or later.")
due_before = click.option("--due-before", type=Day("last"), help="Due on this day or earlier.")
actor = click.option("--actor", help="Any name or abbreviation of an actor: STM, Migri, poliisi.")
issuer = click.option("--issuer", help="Words of the issuer's name.")
types = click.option("--type", "types", type=click.Choice(DOCUMENT_TYPES), multiple=True, help="Type of document.")
kinds = click.option("--kind", "kinds", type=click.Choice(COMMITMENT_KINDS), multiple=True, help="Kind of commitment.")
document = click.option("--document", help="Id of one document, or its beginning.")
routine = click.option("--routine", is_flag=True, help="Show the routine of every meeting and bare proposals too.")
no_synonyms = click.option("--no-synonyms", is_flag=True, help="Search for the words as typed, without synonyms.")
offset = click.option("--offset", type=click.IntRange(min=0), default=0, help="Leave out the first ones.")


as_reviewed = click.option(
    "--as", "values", type=click.Choice(["found", "reviewed"]), default="found", show_default=True,
    help="Values as the machine found them, or as people corrected them.",
)  # fmt: skip


def limit(default: int) -> Callable[[F], F]:
    """`--limit`; 0 means all."""
    return click.option(
        "-n", "--limit", type=click.IntRange(min=0), default=default, show_default=True, help="At most; 0 for all."
    )


def language(default: SheetLanguage) -> Callable[[F], F]:
    """`--language`, of what is handed on."""
    return click.option(
        "--language", type=click.Choice(SHEET_LANGUAGES), default=default, show_default=True, help="Of the labels."
    )


def formats(*names: str) -> Callable[[F], F]:
    """`--format`, the first one being the default."""
    return click.option(
        "--format", "form", type=click.Choice(names), default=names[0], show_default=True, help="How to print."
    )

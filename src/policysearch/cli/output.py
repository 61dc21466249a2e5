"""Printing: tables and colours for a terminal, plain lines for a pipe."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

PIPE_WIDTH = 100_000
"""Columns of a pipe: wide enough that nothing is wrapped or cut there."""


def console() -> "Console":
    """Where results go: wrapped and coloured on a terminal, plain in a pipe."""
    from rich.console import Console

    class Quiet(Console):
        """Leaves a pipe that the reader has closed to the one place that knows what to do."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    found = Quiet(highlight=False, emoji=False, markup=False)
    return found if found.is_terminal else Quiet(highlight=False, emoji=False, markup=False, width=PIPE_WIDTH)


def show(renderables: Iterable["RenderableType"], to: "Console | None" = None) -> None:
    """Print rich renderables."""
    to = to or console()
    for renderable in renderables:
        to.print(renderable)


def show_records(
    form: str, records: Iterable[dict[str, Any]], kind: str, people: Callable[[], Iterable["RenderableType"]]
) -> None:
    """Print records as `form` asks: `table` through `people`, else json, jsonl or csv."""
    from policysearch.present import tables

    if form == "table":
        show(people())
    elif form == "json":
        click.echo(tables.json_text(list(records)))
    else:
        lines = tables.jsonl_text(records) if form == "jsonl" else tables.csv_text(records, kind)
        for line in lines:
            click.echo(line)


def note(text: str) -> None:
    """A sentence for the person, beside the results."""
    click.echo(text, err=True)


@contextmanager
def progress(verb: str) -> Iterator[tuple[Callable[[int], None], Callable[[], None]]]:
    """A progress bar on standard error if that is a terminal; else nothing.

    Gives what takes how many there are, and what is called after each.
    """
    if not sys.stderr.isatty():
        yield (lambda _: None), (lambda: None)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(verb, total=None)
        yield (lambda total: bar.update(task, total=total)), (lambda: bar.advance(task))

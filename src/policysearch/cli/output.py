"""Printing: tables and colours for a terminal, plain lines for a pipe."""

import os
import re
import shlex
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

PIPE_WIDTH = 100_000
"""Columns of a pipe: wide enough that nothing is wrapped or cut there."""
_LINK = re.compile("\x1b]8;[^\x1b]*\x1b\\\\")


def console() -> "Console":
    """Where results go: as wide as the terminal, with its colours; a pipe is plain and never wrapped.

    NO_COLOR leaves bold type alone on a terminal; FORCE_COLOR colours a pipe too, unless NO_COLOR is set; a terminal
    that calls itself dumb gets no styles at all.
    """
    from rich.console import Console

    class Quiet(Console):
        """Leaves a pipe that the reader has closed to the one place that knows what to do."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    if sys.stdout.isatty():
        return Quiet(highlight=False, emoji=False, markup=False)
    forced = False if os.environ.get("NO_COLOR") else None
    return Quiet(highlight=False, emoji=False, markup=False, width=PIPE_WIDTH, force_terminal=forced)


def is_plain(to: "Console") -> bool:
    """Whether neither styles nor links reach the reader, so that marks must stand in the text."""
    return to.color_system is None


def show(renderables: Iterable["RenderableType"], to: "Console | None" = None) -> None:
    """Print rich renderables."""
    to = to or console()
    for renderable in renderables:
        to.print(renderable)


def show_paged(renderables: Iterable["RenderableType"], to: "Console", *, pager: bool = True) -> None:
    """Print rich renderables, through the reader's pager where they are longer than the screen."""
    if not pager or not sys.stdout.isatty() or not sys.stdin.isatty() or to.is_dumb_terminal:
        show(renderables, to)
        return
    with to.capture() as captured:
        show(renderables, to)
    text = captured.get()
    if text.count("\n") < to.height:
        click.echo(text, nl=False, color=True)
    else:
        click.echo_via_pager(text if _pager_knows_links() else _LINK.sub("", text))


def _pager_knows_links() -> bool:
    """Links pass through `less` since its version 566; another pager would show them as rubbish."""
    import subprocess

    command = shlex.split(os.environ.get("PAGER") or "less")
    if not command or PurePath(command[0]).name != "less":
        return False
    try:
        done = subprocess.run([command[0], "--version"], capture_output=True, text=True, timeout=2, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    version = re.match(r"less (\d+)", done.stdout)
    return version is not None and int(version[1]) >= 566


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

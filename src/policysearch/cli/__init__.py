"""The command line: parse, one call of the facade, print. Errors become one line and an exit code here alone."""

import importlib
import os
import sys
from collections import UserDict
from typing import Any

import click

from policysearch import __version__
from policysearch.errors import PolicySearchError

INTERRUPTED = 130
_MODULES = {
    "actors": "facts",
    "case": "case",
    "changes": "changes",
    "check": "check",
    "cite": "cite",
    "collocates": "counts",
    "commitments": "facts",
    "compare": "compare",
    "completion": "completion",
    "concordance": "concordance",
    "coverage": "coverage",
    "deadlines": "facts",
    "estimate": "sample",
    "evidence": "evidence",
    "export": "show",
    "forget": "forget",
    "freeze": "freeze",
    "frequencies": "counts",
    "held": "held",
    "ingest": "ingest",
    "keyness": "counts",
    "left-out": "pull",
    "measures": "measures",
    "meeting": "meeting",
    "pull": "pull",
    "reindex": "ingest",
    "review": "review",
    "reviews": "review",
    "sample": "sample",
    "search": "search",
    "serve": "serve",
    "mcp": "tools",
    "show": "show",
    "status": "state",
    "verify": "state",
    "watch": "watch",
}
"""Commands and the modules of `policysearch.cli` that have them, under their names with low lines for hyphens."""


class _Commands(UserDict[str, click.Command]):
    """Commands by name, each imported when it is first asked for: no command waits for the others."""

    def __init__(self) -> None:
        super().__init__()
        self.data = dict.fromkeys(_MODULES)  # type: ignore[assignment]  # until they are asked for

    def __getitem__(self, name: str) -> click.Command:
        if self.data[name] is None:
            module = importlib.import_module(f"policysearch.cli.{_MODULES[name]}")
            self.data[name] = getattr(module, name.replace("-", "_"))
        return self.data[name]


class _Cli(click.Group):
    """Shows our own errors as one line and an exit code; a bug keeps its traceback."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.commands = _Commands()

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except PolicySearchError as error:
            click.echo(f"Error: {error}", err=True)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo("Stopped. Nothing half done is kept; give the same command again to go on.", err=True)
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            # The reader of the pipe has had enough: no error, but nothing may be flushed there at exit either.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


@click.group(cls=_Cli, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", prog_name="policysearch")
def main() -> None:
    """Search Finnish anti-trafficking policy texts: who decided or promised what, by when, and where it says so.

    \b
    Begin with:
        policysearch ingest my-documents/
        policysearch search "ihmiskaupan uhrien auttaminen"
        policysearch commitments --due-after today
    """

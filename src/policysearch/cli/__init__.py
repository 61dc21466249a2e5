"""The command line: parse, one call of the facade, print. Errors become one line and an exit code here alone."""

import os
import sys
from typing import Any

import click

from policysearch import __version__
from policysearch.cli.case import case
from policysearch.cli.changes import changes
from policysearch.cli.check import check
from policysearch.cli.cite import cite
from policysearch.cli.compare import compare
from policysearch.cli.completion import completion
from policysearch.cli.concordance import concordance
from policysearch.cli.counts import collocates, frequencies, keyness
from policysearch.cli.coverage import coverage
from policysearch.cli.evidence import evidence
from policysearch.cli.facts import actors, commitments, deadlines
from policysearch.cli.ingest import ingest, reindex
from policysearch.cli.meeting import meeting
from policysearch.cli.pull import left_out, pull
from policysearch.cli.review import review, reviews
from policysearch.cli.sample import estimate, sample
from policysearch.cli.search import search
from policysearch.cli.serve import serve
from policysearch.cli.show import export, show
from policysearch.cli.state import status, verify
from policysearch.cli.watch import watch
from policysearch.errors import PolicySearchError

INTERRUPTED = 130


class _Cli(click.Group):
    """Shows our own errors as one line and an exit code; a bug keeps its traceback."""

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


for command in (
    ingest,
    pull,
    left_out,
    search,
    commitments,
    deadlines,
    actors,
    show,
    export,
    status,
    verify,
    reindex,
    completion,
    concordance,
    frequencies,
    keyness,
    collocates,
    cite,
    check,
    evidence,
    compare,
    meeting,
    sample,
    estimate,
    review,
    reviews,
    watch,
    serve,
    changes,
    case,
    coverage,
):
    main.add_command(command)

"""`policysearch mcp`."""

import click

from policysearch.cli import options
from policysearch.settings import Settings


@click.command(short_help="Offer search and citations to programs that speak MCP.")
@options.places
def mcp(*, settings: Settings) -> None:
    """Offer search, commitments, deadlines, actors, document and citation as tools over standard input and output.

    For assistants that speak the Model Context Protocol. Reads only; every quote is verbatim, with its page and
    address; contact details of persons are covered. Needs an extra: pip install "policysearch[mcp]".

    \b
    Examples:
        policysearch mcp --corpus corpus --index index
    """
    from policysearch.tools import serve_tools

    serve_tools(settings)

"""`policysearch serve`."""

import click

from policysearch.cli import options
from policysearch.cli.output import note
from policysearch.settings import Settings


@click.command(short_help="Show everything in a browser.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="0 for any free one.")
@click.option("--token", envvar="POLICYSEARCH_TOKEN", help="What readers must know; made for any other --host.")
@click.option("--behind-proxy", is_flag=True, help="A reverse proxy asks readers who they are: no token is made.")
@click.option("--allow-host", "allowed", multiple=True, metavar="NAME", help="Name that leads to the page.")
@click.option("--show-contacts", is_flag=True, help="Show phone numbers and e-mail addresses of persons.")
@options.places
def serve(
    *,
    host: str,
    port: int,
    token: str | None,
    behind_proxy: bool,
    allowed: tuple[str, ...],
    show_contacts: bool,
    settings: Settings,
) -> None:
    """Show search, documents and their pages in a browser, until interrupted.

    Listens on this machine alone. With another --host, readers need a token, which is made and printed unless --token
    or POLICYSEARCH_TOKEN gives one; with --behind-proxy a reverse proxy must ask who they are (docs/web.md).

    \b
    Examples:
        policysearch serve
        policysearch serve --host 0.0.0.0 --allow-host aineisto.example.fi
    """
    from policysearch.web.serving import serve as run

    run(
        settings,
        host=host,
        port=port,
        token=token,
        behind_proxy=behind_proxy,
        allowed=allowed,
        show_contacts=show_contacts,
        note=note,
    )

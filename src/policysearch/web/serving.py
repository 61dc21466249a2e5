"""Listening. The only importer of uvicorn."""

import datetime as dt
import secrets
import socket
from ipaddress import ip_address

import uvicorn

from policysearch.corpus import open_corpus
from policysearch.errors import CorpusBusyError, UsageError
from policysearch.notes import Note
from policysearch.settings import Settings
from policysearch.web.app import create_app
from policysearch.web.security import LEAST_TOKEN
from policysearch.web.site import Site

_SECONDS_IDLE = 5
_MOST_AT_ONCE = 200
"""Requests that are taken in at once; others are told to come back (503)."""


def serve(
    settings: Settings,
    *,
    host: str,
    port: int,
    token: str | None,
    behind_proxy: bool,
    allowed: tuple[str, ...],
    show_contacts: bool,
    note: Note,
) -> None:
    """Bring the index up to date, then answer until interrupted.

    Args:
        settings: Of the corpus.
        host: Address to listen on.
        port: 0 for any that is free.
        token: What readers must know; made, and said, where the address is not loopback and there is none.
        behind_proxy: A reverse proxy asks readers who they are: no token is made.
        allowed: Names under which the page may be asked for.
        show_contacts: Show phone numbers and e-mail addresses of persons.
        note: Is told the address.

    Raises:
        UsageError: The token is too short, or nothing can listen there.
    """
    if token is not None and len(token) < LEAST_TOKEN:
        raise UsageError(f"a token needs at least {LEAST_TOKEN} characters; leave it out to have one made")
    if token is None and not is_loopback(host) and not behind_proxy:
        token = secrets.token_urlsafe(24)
        note(f"Readers need this token: {token}")
    with open_corpus(settings=settings, on_note=note) as corpus:
        corpus.prepare_pictures()
        try:
            corpus.update_index()
        except CorpusBusyError:
            note("Another process is taking documents in: its changes appear when it is done.")
    names = frozenset(name.casefold() for name in (*allowed, host))
    is_real_day = settings.today == dt.date.today()
    writable = is_loopback(host) and not behind_proxy  # who sits behind a proxy is not known to us
    app = create_app(Site(settings, token, names, show_contacts, follows_clock=is_real_day, writable=writable))
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_keep_alive=_SECONDS_IDLE,
        limit_concurrency=_MOST_AT_ONCE,
        proxy_headers=behind_proxy,
    )
    try:
        listening = config.bind_socket()
    except SystemExit as error:
        raise UsageError(f"nothing can listen on {host}, port {port}: choose another with --host, --port") from error
    # Else the end of an answer waits for the browser to confirm its beginning: 40 ms a page. Connections inherit it.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listening.listen()  # before the address is printed: who asks at once must wait, not be turned away
    shown = f"[{host}]" if ":" in host else host
    note(f"http://{shown}:{listening.getsockname()[1]}/ · Ctrl-C ends it")
    uvicorn.Server(config).run(sockets=[listening])


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches the address."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False

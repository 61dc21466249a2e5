"""A web server on loopback that a test scripts, and a clock that nobody waits for."""

import datetime as dt
import hashlib
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from policysearch.sources.manners import Clock


@dataclass(frozen=True)
class Access:
    """One line of the access log: when by the test's clock, what, with which headers, and what was answered."""

    at: float
    method: str
    path: str
    headers: Mapping[str, str]
    status: int
    body: bytes = b""

    @property
    def is_conditional(self) -> bool:
        return "if-none-match" in self.headers or "if-modified-since" in self.headers


@dataclass
class Page:
    """What a path answers. With `validators` it has an ETag and knows when nothing changed."""

    body: bytes | str = b""
    status: int = 200
    media_type: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    validators: bool = True

    @property
    def data(self) -> bytes:
        return self.body.encode() if isinstance(self.body, str) else self.body


Answer = Page | Callable[[Any], None]
"""A page, or a function that takes the request handler and writes what it likes."""


class FakeClock:
    """Seconds that pass by sleeping only, and one tick at each look with `tick`."""

    def __init__(self, tick: float = 0.0) -> None:
        self.time = 1000.0
        self.tick = tick
        self.slept: list[float] = []
        self.looks = threading.Semaphore(0)

    def seconds(self) -> float:
        self.time += self.tick
        self.looks.release()
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds

    def now(self) -> dt.datetime:
        return dt.datetime(2026, 11, 2, 12, tzinfo=dt.UTC) + dt.timedelta(seconds=self.time - 1000)

    @property
    def clock(self) -> Clock:
        return Clock(seconds=self.seconds, sleep=self.sleep, now=self.now, chance=lambda: 0.0)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, site: "Site", *arguments: Any) -> None:
        self.site = site
        super().__init__(*arguments)

    def log_message(self, *_: object) -> None: ...

    def note(self, status: int, body: bytes = b"") -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.site.log.append(Access(self.site.clock.time, self.command, self.path, headers, status, body))

    def do_GET(self) -> None:
        self.respond()

    def do_POST(self) -> None:
        self.respond(self.rfile.read(int(self.headers.get("content-length", 0))))

    def respond(self, body: bytes = b"") -> None:
        answer: Any = self.site.pages.get(self.path, Page("not here", 404))
        if isinstance(answer, list):  # one after another, the last one for good
            answer = answer.pop(0) if len(answer) > 1 else answer[0]
        if isinstance(answer, Page):
            self.show(answer, body)
        else:
            self.note(0, body)
            answer(self)

    def show(self, page: Page, body: bytes) -> None:
        etag = f'"{hashlib.sha256(page.data).hexdigest()[:12]}"'
        knows = page.validators and page.status == 200
        unchanged = knows and self.headers.get("if-none-match") == etag
        status = 304 if unchanged else page.status
        self.note(status, body)
        self.send_response(status)
        if knows:
            self.send_header("ETag", etag)
        for name, value in page.headers.items():
            self.send_header(name, value)
        if not unchanged:
            self.send_header("Content-Type", page.media_type)
            self.send_header("Content-Length", str(len(page.data)))
        self.end_headers()
        if not unchanged:
            self.wfile.write(page.data)


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Clients of these tests hang up, and are killed, on purpose."""


class Site:
    """The server: `pages` by path with query, changed while it runs; `log` is what was asked of it."""

    def __init__(self, clock: FakeClock | None = None, *, tls: ssl.SSLContext | None = None) -> None:
        self.pages: dict[str, Answer | list[Answer]] = {}
        self.log: list[Access] = []
        self.clock = clock or FakeClock()
        self._server = _Server(("127.0.0.1", 0), partial(_Handler, self))
        self._server.daemon_threads = True
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self.port = self._server.server_address[1]
        self.host = f"127.0.0.1:{self.port}"
        self.base = f"http://{self.host}"
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def asked(self, path: str | None = None) -> list[Access]:
        """The accesses of a path; without one, all but those to robots.txt."""
        return [a for a in self.log if (a.path == path if path else a.path != "/robots.txt")]


@contextmanager
def open_site(clock: FakeClock | None = None, *, tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    site = Site(clock, tls=tls)
    try:
        yield site
    finally:
        site.close()

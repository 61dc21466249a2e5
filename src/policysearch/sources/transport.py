"""One exchange on one connection that was checked: no redirects, no retries, no decoding. The only user of httpx.

A name is looked up once for a connection, each of its addresses checked, and the connection made to what was checked:
a second look-up, which could answer otherwise, never happens. Host header and TLS name stay those of the address.
"""

import ssl
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpcore
import httpx

from policysearch.errors import FetchError, RefusedError
from policysearch.sources.addresses import Resolve, allowed_addresses, look_up

CONNECT_SECONDS = 15.0
SILENCE_SECONDS = 60.0

Dial = Callable[[str, int], tuple[str, int]]
"""Where an address and port are really connected to: itself, but in tests."""


class NoAnswerError(FetchError):
    """The other side cannot be reached, hangs up, or talks no HTTP; another try may succeed."""


@dataclass
class Guard:
    """Watches what comes over the wire during one exchange, headers included, and ends what takes too long.

    Attributes:
        clock: Seconds, monotonic.
        seconds: The longest that one exchange may take.
        least_rate: Bytes a second, on average, after `grace` seconds.
    """

    clock: Callable[[], float]
    seconds: float
    least_rate: float
    grace: float = SILENCE_SECONDS
    _start: float = 0.0
    _n_bytes: int = 0

    def start(self) -> None:
        """A new exchange begins."""
        self._start, self._n_bytes = self.clock(), 0

    def count(self, n_bytes: int) -> None:
        """So many bytes came.

        Raises:
            RefusedError: They come too slowly, or for too long.
        """
        self._n_bytes += n_bytes
        elapsed = self.clock() - self._start
        if elapsed > self.seconds:
            raise RefusedError(f"takes longer than the {self.seconds:g} s that pull.seconds allows")
        if elapsed > self.grace and self._n_bytes < self.least_rate * elapsed:
            rate = self._n_bytes / elapsed
            raise RefusedError(
                f"comes at {rate:.1f} bytes a second, less than the {self.least_rate:g} of pull.least_rate"
            )


@dataclass(frozen=True, slots=True)
class RawAnswer:
    """Status and headers (names in lower case) as they came, and the body as it comes: encoded, in pieces."""

    status: int
    headers: Mapping[str, str]
    chunks: Iterator[bytes]


@dataclass
class Wire:
    """Connections to public machines, and to those that `allow_hosts` names."""

    guard: Guard
    allow_hosts: Collection[str] = ()
    resolve: Resolve = look_up
    dial: Dial = field(default=lambda address, port: (address, port))
    ssl_context: ssl.SSLContext | None = None

    def __post_init__(self) -> None:
        pool = httpcore.ConnectionPool(
            ssl_context=self.ssl_context or httpx.create_ssl_context(),
            network_backend=_Backend(self),
            max_connections=10,
            keepalive_expiry=30.0,
        )
        # A transport of our own, as httpx takes no network backend; and no httpx.Client around it, which would keep
        # cookies, and parse a redirect to what is no web address before anybody can refuse it.
        self._transport = _Transport(pool)

    def close(self) -> None:
        """Hang up."""
        self._transport.close()

    @contextmanager
    def exchange(
        self, method: str, uri: str, *, headers: Mapping[str, str], content: bytes | None = None
    ) -> Iterator[RawAnswer]:
        """Ask once.

        Raises:
            NoAnswerError: Nothing, or nothing usable, came back.
            RefusedError: The host or the answer breaks a rule.
        """
        self.guard.start()
        timeout = httpx.Timeout(SILENCE_SECONDS, connect=CONNECT_SECONDS)
        try:
            request = httpx.Request(
                method, uri, headers=dict(headers), content=content, extensions={"timeout": timeout.as_dict()}
            )
            response = self._transport.handle_request(request)
            try:
                yield RawAnswer(response.status_code, _joined(response.headers), _chunks(response))
            finally:
                response.close()
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise _no_answer(error) from error


def _chunks(response: httpx.Response) -> Iterator[bytes]:
    try:
        yield from response.iter_raw()
    except httpx.HTTPError as error:
        raise _no_answer(error) from error


def _joined(headers: httpx.Headers) -> dict[str, str]:
    """Names in lower case; a header that came twice has its values joined by commas."""
    return {name.lower(): value for name, value in headers.items()}


def _no_answer(error: Exception) -> NoAnswerError:
    kinds = {
        httpx.ConnectTimeout: "cannot be reached in time",
        httpx.ConnectError: "cannot be reached",
        httpx.ReadTimeout: f"is silent for {SILENCE_SECONDS:g} s",
        httpx.TimeoutException: "does not take the question in time",
    }
    said = next((text for kind, text in kinds.items() if isinstance(error, kind)), "breaks off or talks no HTTP")
    detail = str(error).strip(" .")
    return NoAnswerError(f"{said} ({detail})" if detail else said)


class _Backend(httpcore.NetworkBackend):
    """Connects to checked addresses."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        wire = self._wire
        addresses = allowed_addresses(host, port, resolve=wire.resolve, allow_hosts=wire.allow_hosts)
        for last, address in enumerate(addresses, start=1 - len(addresses)):
            to, at = wire.dial(address, port)
            try:
                return _Stream(self._inner.connect_tcp(to, at, timeout, local_address, socket_options), wire.guard)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if last == 0:
                    raise
        raise AssertionError("a name has at least one address")

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        raise RefusedError(f"{path} is refused: sockets of this machine are not fetched from")


class _Stream(httpcore.NetworkStream):
    """A connection whose guard sees every byte that comes."""

    def __init__(self, inner: httpcore.NetworkStream, guard: Guard) -> None:
        self._inner = inner
        self._guard = guard

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = self._inner.read(max_bytes, timeout)
        self._guard.count(len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, timeout)

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, timeout), self._guard)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Body(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        with _as_httpx():
            yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


class _Transport(httpx.BaseTransport):
    """Requests of httpx through a pool of httpcore."""

    def __init__(self, pool: httpcore.ConnectionPool) -> None:
        self._pool = pool

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        asked = httpcore.Request(
            method=request.method,
            url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        with _as_httpx():
            answer = self._pool.handle_request(asked)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions)

    def close(self) -> None:
        self._pool.close()


@contextmanager
def _as_httpx() -> Iterator[None]:
    """Errors of httpcore as those of httpx."""
    try:
        yield
    except httpcore.ConnectTimeout as error:
        raise httpx.ConnectTimeout(str(error)) from error
    except httpcore.ReadTimeout as error:
        raise httpx.ReadTimeout(str(error)) from error
    except httpcore.TimeoutException as error:
        raise httpx.PoolTimeout(str(error)) from error
    except httpcore.ConnectError as error:
        raise httpx.ConnectError(str(error)) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
        raise httpx.RemoteProtocolError(str(error)) from error

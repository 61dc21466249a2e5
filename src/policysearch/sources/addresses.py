"""Which addresses may be fetched: what a URI may be, and which machines a name may lead to."""

import ipaddress
import socket
from collections.abc import Callable, Collection
from contextlib import suppress
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from policysearch.errors import FetchError, RefusedError

Resolve = Callable[[str, int], list[str]]
"""Host and port to IP addresses, in the order in which they should be tried."""


class NotAllowedError(RefusedError):
    """A machine that may not be fetched from: nothing was sent."""


_PORTS = {"http": 80, "https": 443}


def canonical(uri: str, base: str = "") -> str:
    """A whole `http(s)` address in one spelling: scheme and host in lower case, no default port, no fragment.

    Raises:
        RefusedError: It is of another scheme, names no host, or carries a password.
    """
    uri = urljoin(base, uri.strip())
    try:
        parts = urlsplit(uri)
        port = parts.port
    except ValueError as error:
        raise RefusedError(f"{uri!r} is no address: {error}") from error
    if parts.scheme not in _PORTS:
        raise RefusedError(f"{uri} is refused: only http and https addresses are fetched")
    if not parts.hostname:
        raise RefusedError(f"{uri!r} is no address: it names no host")
    if parts.username is not None or parts.password is not None:
        raise RefusedError(f"the address on {parts.hostname} is refused: it carries a name or password")
    host = parts.hostname.rstrip(".").lower()
    host = f"[{host}]" if ":" in host else host
    netloc = host if port in (None, _PORTS[parts.scheme]) else f"{host}:{port}"
    return urlunsplit((parts.scheme, netloc, _escaped(parts.path or "/"), _escaped(parts.query), ""))


def _escaped(text: str) -> str:
    """White space, controls and letters beyond ASCII percent-encoded; what is encoded already stays."""
    return "".join(c if "!" <= c <= "~" and c not in '"<>' else "".join(f"%{b:02X}" for b in c.encode()) for c in text)


def origin_of(uri: str) -> str:
    """Scheme, host and port of a canonical address: what one robots.txt speaks for."""
    parts: SplitResult = urlsplit(uri)
    return f"{parts.scheme}://{parts.netloc}"


def host_of(uri: str) -> str:
    """Host and port of a canonical address: what is asked one thing at a time."""
    return urlsplit(uri).netloc


def look_up(host: str, port: int) -> list[str]:
    """The addresses of a name, asked from the system once."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def spelt(uri: str) -> str:
    """An address in its one spelling, as `canonical`; what is none stays as it is."""
    with suppress(FetchError):
        return canonical(uri)
    return uri


def allowed_addresses(host: str, port: int, *, resolve: Resolve, allow_hosts: Collection[str]) -> list[str]:
    """The IP addresses that `host` may be reached at; the caller connects to these, and asks for the name no more.

    A name that leads to a private address beside a public one is refused whole.

    Raises:
        NotAllowedError: One of them is no public address, and the settings do not allow the host.
        FetchError: The name is not known.
    """
    try:
        found = resolve(host, port)
    except (OSError, UnicodeError) as error:
        raise FetchError(
            f"the name {host} is not known ({_short(error)}): look at the address, or try again"
        ) from error
    if not found:
        raise FetchError(f"the name {host} has no address")
    if host in allow_hosts or f"{host}:{port}" in allow_hosts:
        return found
    for address in found:
        if (kind := private_kind(address)) is not None:
            shown = host if host == address else f"{host} ({address})"
            raise NotAllowedError(
                f"{shown} is refused: it is {kind} address; if you trust it, add {host!r} to pull.allow_hosts"
            )
    return found


def private_kind(address: str) -> str | None:
    """What kind of address it is that a stranger must not lead us to; None for a public one."""
    try:
        ip = ipaddress.ip_address(address.split("%", 1)[0])
    except ValueError:
        return "no valid"
    if isinstance(ip, ipaddress.IPv6Address) and (_carries_ipv4(ip)):
        return "an IPv6 address that stands for an IPv4"
    kinds = (
        (ip.is_unspecified, "the unspecified"),
        (ip.is_loopback, "a loopback"),
        (ip.is_link_local, "a link-local"),
        (ip.is_multicast, "a multicast"),
        (ip.is_private, "a private"),
        (not ip.is_global, "a shared or reserved"),
    )
    return next((name for is_so, name in kinds if is_so), None)


_TRANSLATED = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "::/96")))


def _carries_ipv4(ip: ipaddress.IPv6Address) -> bool:
    """Mapped, 6to4, Teredo, NAT64 and the old compatible form: ways to write a private IPv4 address unseen."""
    if ip.is_loopback or ip.is_unspecified:
        return False
    named = ip.ipv4_mapped is not None or ip.sixtofour is not None or ip.teredo is not None
    return named or any(ip in network for network in _TRANSLATED)


def _short(error: BaseException) -> str:
    return (getattr(error, "strerror", None) or str(error)).strip(" .").lower()

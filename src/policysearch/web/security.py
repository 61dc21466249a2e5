"""What guards the page: who may ask, under which name, what a browser may do with an answer."""

import base64
import binascii
import hashlib
import hmac
import ipaddress
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from policysearch.web.api.problems import PREFIX, problem
from policysearch.web.site import Site

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer: a browser would then send "Origin: null" with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Robots-Tag": "noindex",
}
COOKIE = "policysearch"
MOST_TARGET = 8000
"""Bytes of path and query together."""
LEAST_TOKEN = 16
"""Characters of a token that is not ours."""
_OPEN = ("/login", "/static/")
"""Paths that can be read without the token."""


class Guard:
    """Middleware around everything: headers, names, token, and writing only from our own pages."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self._app, self._site = app, site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what must not be asked; let everything else through, with headers on its answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "private, no-cache")
            await send(message)

        refusal = self._refusal(scope)
        await (refusal or self._app)(scope, receive, send_guarded)

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        headers = Headers(scope=scope)
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > MOST_TARGET:
            return _said(scope, "The address is too long.", 414)
        if not is_known_host(headers.get("host", ""), self._site.hosts):
            return _said(scope, "The page does not answer under this name: see --allow-host.", 421)
        if scope["method"] not in ("GET", "HEAD") and not is_from_here(headers):
            return _said(scope, "This can only be sent from a page of this site.", 403)
        if self._site.token is None or scope["path"].startswith(_OPEN) or knows(Request(scope), self._site.token):
            return None
        is_page = not scope["path"].startswith(PREFIX)
        if is_page and scope["method"] in ("GET", "HEAD") and "text/html" in headers.get("accept", ""):
            return RedirectResponse("/login", status_code=303)
        asked = {"WWW-Authenticate": 'Basic realm="policysearch", charset="UTF-8"'}
        return _said(scope, "A token is needed.", 401, asked)


def _said(scope: Scope, text: str, status: int, headers: dict[str, str] | None = None) -> ASGIApp:
    """A sentence for a person, or the same for a program."""
    if scope["path"].startswith(PREFIX):
        return problem(status, text, headers=headers)
    return PlainTextResponse(text, status, headers)


def is_known_host(host: str, names: frozenset[str]) -> bool:
    """Whether a `Host` header is one of ours: a foreign name that leads here is an attack (DNS rebinding).

    A numeric address cannot be one, since no name was asked for it.
    """
    try:
        name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return False
    try:
        return bool(ipaddress.ip_address(name))
    except ValueError:
        return name == "localhost" or name in names


def is_from_here(headers: Headers) -> bool:
    """Whether a request that writes comes from a page of ours, or from a program that is no browser."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site not in ("same-origin", "none"):
        return False
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def knows(request: Request, token: str) -> bool:
    """Whether the request shows the token: its cookie, `Authorization: Bearer`, or the password of `Basic`."""
    cookie = request.cookies.get(COOKIE)
    if cookie is not None and is_same(cookie, cookie_value(token)):
        return True
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    if scheme.casefold() == "bearer":
        return is_same(value.strip(), token)
    if scheme.casefold() == "basic":
        try:
            given = base64.b64decode(value, validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            return False
        return is_same(given.partition(":")[2], token)
    return False


def is_same(given: str, wanted: str) -> bool:
    """Whether two texts are the same, in a time that says nothing about where they differ."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())


def cookie_value(token: str) -> str:
    """What the cookie of a reader who knows the token holds: made from it, and not the token itself."""
    return hmac.new(token.encode(), b"policysearch session", hashlib.sha256).hexdigest()

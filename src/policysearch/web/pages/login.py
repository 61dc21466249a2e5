"""The page that asks for the token."""

from collections.abc import Awaitable, Callable
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from policysearch.web.asking import page
from policysearch.web.language import LANGUAGES, preferred, words
from policysearch.web.security import COOKIE, cookie_value, is_same
from policysearch.web.site import Site

MOST_BODY = 4096
"""Bytes of the form."""
_SECONDS = 30 * 24 * 3600


def endpoint(site: Site) -> Callable[[Request], Awaitable[Response]]:
    """Shows the form, and takes it: a right token gives the cookie."""

    async def login(request: Request) -> Response:
        asked = request.query_params.get("lang") or request.cookies.get("lang") or ""
        speech = words(asked if asked in LANGUAGES else preferred(request.headers.get("accept-language", "")))
        if site.token is None:
            return RedirectResponse("/", status_code=303)
        if request.method != "POST":
            return page(request, speech, site, "login.html", 200, {"is_wrong": False})
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > MOST_BODY:
                return PlainTextResponse("The form is too large.", 413)
        given = parse_qs(body.decode("utf-8", "replace")).get("token", [""])[0].strip()
        if not is_same(given, site.token):
            return page(request, speech, site, "login.html", 403, {"is_wrong": True})
        response = RedirectResponse("/", status_code=303)
        response.set_cookie(
            COOKIE,
            cookie_value(site.token),
            max_age=_SECONDS,
            httponly=True,
            samesite="lax",
            secure=request.url.scheme == "https",
        )
        return response

    return login

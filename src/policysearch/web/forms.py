"""What a page of ours sends: read within limits, and taken only with the token that the page had in it.

Three things must hold before anything is written: the request comes from a page of ours (`security.is_from_here`),
the reader may write (`may_write`), and the form has the token that belongs to the cookie of the same browser.
"""

import hashlib
import hmac
import ipaddress
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import IO
from urllib.parse import urlsplit

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Message

from policysearch.web.security import is_same
from policysearch.web.site import Site

COOKIE = "policysearch_form"
FIELD = "token"
MOST_BODY = 256 * 1024
"""Bytes of a form without files."""
_MOST_FIELDS = 200
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


class OldFormError(Exception):
    """The form was not sent from a page that this browser was given."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that was sent: the name that the browser gave it, which is never a path of ours, and its bytes."""

    name: str
    file: IO[bytes]
    size: int


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form, and its files."""

    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    files: tuple[Sent, ...] = ()

    def text(self, name: str, *, most: int = 1000) -> str:
        """A text, without blanks around it and signs that are not seen; cut where it is longer than `most`."""
        value = self.fields.get(name, ("",))[0].replace("\r\n", "\n")
        return _CONTROLS.sub("", value).strip()[:most]

    def line(self, name: str, *, most: int = 300) -> str:
        """A text on one line."""
        return " ".join(self.text(name, most=most).split())

    def all(self, name: str) -> tuple[str, ...]:
        """All values of that name."""
        return self.fields.get(name, ())


def may_write(request: Request, site: Site) -> bool:
    """Whether this reader may write: whoever knows the token, else only somebody at this machine."""
    if site.token is not None:
        return True  # nobody else came this far
    return site.writable and is_local(request)


def is_local(request: Request) -> bool:
    """Whether the request was sent on this machine, to this machine, with nothing between."""
    if request.client is None or any(name in request.headers for name in _FORWARDED):
        return False
    name = urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
    return _is_loopback(request.client.host) and (name == "localhost" or _is_loopback(name))


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def secret_of(request: Request) -> str:
    """What the cookie of this browser holds; a new one where it has none."""
    kept = request.cookies.get(COOKIE, "")
    return kept if len(kept) == 32 and kept.isascii() else secrets.token_urlsafe(24)


def token_of(secret: str, site: Site) -> str:
    """What a form must bring along that was given to the browser with this cookie."""
    return hmac.new(site.form_key, secret.encode(), hashlib.sha256).hexdigest()


async def read_form(request: Request, site: Site, *, most: int = MOST_BODY, most_files: int = 0) -> Form:
    """The form that a request sends.

    Args:
        request: A POST.
        site: With the key of its tokens.
        most: Bytes of the whole of it.
        most_files: How many files may be in it.

    Raises:
        OldFormError: Its token is not that of this browser.
        HTTPException: It is too large (413), or no form (400).
    """
    limited = Request(request.scope, _Limited(request, most))
    data = await limited.form(max_files=most_files, max_fields=_MOST_FIELDS, max_part_size=MOST_BODY)
    kept = request.cookies.get(COOKIE, "")
    given = data.get(FIELD)
    if not kept or not isinstance(given, str) or not is_same(given, token_of(kept, site)):
        await data.close()
        raise OldFormError
    return _form(data)


def _form(data: FormData) -> Form:
    fields: dict[str, tuple[str, ...]] = {}
    files = []
    for name, value in data.multi_items():
        if isinstance(value, UploadFile):
            if value.filename:  # a field for files that was left empty has none
                files.append(Sent(value.filename, value.file, value.size or 0))
        else:
            fields[name] = (*fields.get(name, ()), value)
    return Form(fields, tuple(files))


class _Limited:
    """Receives a body of at most so many bytes."""

    def __init__(self, request: Request, most: int) -> None:
        self._receive, self._left = request.receive, most
        length = request.headers.get("content-length", "")
        if length.isdecimal() and int(length) > most:
            raise HTTPException(413, _TOO_LARGE)

    async def __call__(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise HTTPException(413, _TOO_LARGE)
        return message


_TOO_LARGE = "What was sent is too large."

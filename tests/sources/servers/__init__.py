"""Servers on loopback that answer in the shape of real channels: one module a channel, all texts invented.

Each module fills a `Site` by hand after what is known of the channel (docs/sources.md says how well), so that a test
can change, withdraw, add, break and slow down what it serves. `PlainClient` asks without manners, for tests of
connectors alone.
"""

import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import httpx
from reportlab.pdfgen import canvas

from policysearch.errors import FetchError
from policysearch.model.channel import Channel, Expectation, Listing, Offer, Trouble
from policysearch.sources.connectors import Response, connector_of
from tests.sources.site import Page, Site


@dataclass
class PlainClient:
    """Asks at once, and remembers what it asked."""

    asked: list[str] = field(default_factory=list)

    def get(self, uri: str, *, params: Mapping[str, str | int] | None = None, accept: str | None = None) -> Response:
        if params:
            uri = f"{uri}{'&' if '?' in uri else '?'}{urlencode(params)}"
        self.asked.append(uri)
        return self._response(httpx.get(uri, headers={"Accept": accept or "*/*"}, follow_redirects=True))

    def post_json(self, uri: str, payload: Any) -> Response:
        self.asked.append(uri)
        return self._response(httpx.post(uri, json=payload))

    def _response(self, answer: httpx.Response) -> Response:
        if not answer.is_success:
            raise FetchError(f"answers {answer.status_code}", status=answer.status_code)
        media_type = answer.headers.get("content-type", "").split(";")[0].strip().lower()
        return Response(str(answer.url), answer.status_code, answer.content, media_type, answer.charset_encoding)


def listings(channel: Channel, client: PlainClient | None = None) -> list[Listing]:
    """Everything that a channel lists."""
    return list(connector_of(channel)(channel, client or PlainClient()))


def offers(found: Iterable[Listing]) -> dict[str, Offer]:
    """The offers by key; a key that comes twice is an error of the connector."""
    by_key: dict[str, Offer] = {}
    for one in found:
        if isinstance(one, Offer):
            assert one.key not in by_key, one.key
            by_key[one.key] = one
    return by_key


def expectations(found: Iterable[Listing]) -> dict[tuple[str, str], tuple[str, ...]]:
    """What there should be, by series and kind."""
    return {(one.series, one.kind): one.names for one in found if isinstance(one, Expectation)}


def troubles(found: Iterable[Listing]) -> list[str]:
    """The reasons of what could not be read, with the end of the address."""
    return [f"{one.uri.rsplit('/', 1)[-1]}: {one.reason}" for one in found if isinstance(one, Trouble)]


def query_of(parameters: Mapping[str, str | int]) -> str:
    """A query as the client writes it."""
    return urlencode(parameters)


def answer_posts(site: Site, path: str, answer: Callable[[Any], Any]) -> None:
    """Answers a POST of JSON with what `answer` makes of it: JSON, or a page."""

    def respond(handler: Any) -> None:
        made = answer(json.loads(site.log[-1].body or b"null"))
        page = made if isinstance(made, Page) else json_page(made)
        handler.send_response(page.status)
        handler.send_header("Content-Type", page.media_type)
        handler.send_header("Content-Length", str(len(page.data)))
        for name, value in page.headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(page.data)

    site.pages[path] = respond


def json_page(value: Any, **more: Any) -> Page:
    """An answer of JSON."""
    return Page(json.dumps(value, ensure_ascii=False), media_type="application/json; charset=utf-8", **more)


def pdf_page(*lines: str) -> Page:
    """A PDF of one page; the same lines give the same bytes."""
    file = io.BytesIO()
    sheet = canvas.Canvas(file, invariant=True)
    for number, line in enumerate(lines):
        sheet.drawString(72, 760 - 20 * number, line)
    sheet.save()
    return Page(file.getvalue(), media_type="application/pdf")

"""The polite client: says who it is, obeys robots rules, waits its turn, judges each redirect, gives up in time.

`get` and `post_json` are for listings and remember their answers; `download` streams a document to disk.
"""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, BinaryIO
from urllib.parse import urlencode

from policysearch.errors import FetchError, RobotsError
from policysearch.notes import Note, say_nothing
from policysearch.settings import Pull
from policysearch.sources.asking import Asker, FileSink, MemorySink, Question, conditional
from policysearch.sources.bodies import BodyLimit
from policysearch.sources.cache import Cache, Cached
from policysearch.sources.connectors import Response
from policysearch.sources.manners import Clock
from policysearch.sources.robots import header_rule, meta_rule
from policysearch.sources.transport import Wire

_GONE = frozenset({404, 410})


@dataclass(frozen=True, slots=True)
class Download:
    """What came of a document's address.

    Attributes:
        status: 2xx with the bytes in the file, 304 for unchanged, 404 or 410 for gone.
        final_uri: Where it came from, after redirects.
        served_as: The server's Content-Type, which may be wrong.
        rule: Where the document itself asks programs to leave it alone.
    """

    status: int
    final_uri: str
    sha256: str = ""
    size: int = 0
    etag: str | None = None
    last_modified: str | None = None
    served_as: str | None = None
    rule: str | None = None


@dataclass
class PoliteClient:
    """One run's way to the network. Use it in one thread, and close it.

    Attributes:
        noindex: The rule by which a listing's page itself is to be left out, by address.
    """

    settings: Pull
    cache: Cache
    clock: Clock = field(default_factory=Clock)
    wire: Wire | None = None
    on_note: Note = say_nothing
    noindex: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._asker = Asker(self.settings, self.cache, self.clock, self.wire, self.on_note)
        self._limit = BodyLimit(self.settings.file_mb * 2**20, "pull.file_mb")

    @property
    def requests(self) -> Counter[str]:
        """How many requests there were: *all*, *conditional*, *not modified*."""
        return self._asker.requests

    def close(self) -> None:
        """Hang up."""
        self._asker.close()

    def look(self, uri: str) -> str:
        """The spelling in which an address may be fetched, without fetching it.

        Raises:
            RefusedError: It may not.
            RobotsError: The publisher does not want it to be.
        """
        return self._asker.look(uri)

    # --- listings -------------------------------------------------------------------------------------------------

    def get(self, uri: str, *, params: Mapping[str, str | int] | None = None, accept: str | None = None) -> Response:
        """The answer to a GET, from memory where the server says that nothing changed.

        Raises:
            FetchError: It cannot or may not be had.
        """
        if params:
            uri = f"{uri}{'&' if '?' in uri else '?'}{urlencode(params)}"
        return self._listing(Question("GET", uri, {"Accept": accept or "*/*"}, self._limit))

    def post_json(self, uri: str, payload: Any) -> Response:
        """The answer to a POST of JSON; raises as `get`."""
        content = json.dumps(payload, ensure_ascii=False, sort_keys=True).encode()
        headers = {"Accept": "application/json", "Content-Type": "application/json"}
        return self._listing(Question("POST", uri, headers, self._limit, content))

    def _listing(self, question: Question) -> Response:
        key = " ".join((question.method, question.uri, question.headers["Accept"], (question.content or b"").decode()))
        if known := self.cache.fresh(key):
            return self._usable(known)
        earlier = self.cache.last(key) if question.method == "GET" else None
        sink = MemorySink()
        answer = self._asker.ask(conditional(question, earlier), sink)
        if answer.status == 304 and earlier is not None:
            known = replace(earlier, response=replace(earlier.response, from_cache=True))
        elif 200 <= answer.status < 300:
            head = answer.headers
            response = Response(
                answer.uri, answer.status, sink.content, _media_type(head), _charset(head.get("content-type", ""))
            )
            known = Cached(response, head.get("etag"), head.get("last-modified"), head.get("x-robots-tag"))
        else:
            raise FetchError(f"answers {answer.status}", status=answer.status)
        self.cache.keep(key, known)
        return self._usable(known)

    def _usable(self, known: Cached) -> Response:
        """The answer, unless it asks programs not to follow its links; whether it may be kept itself is noted."""
        response = known.response
        page = response.content if response.media_type in ("text/html", "application/xhtml+xml", "") else b""
        if rule := header_rule(known.robots_tag) or meta_rule(page):
            self.noindex[response.uri] = rule
        if rule := header_rule(known.robots_tag, links=True) or meta_rule(page, links=True):
            raise RobotsError(f"asks programs not to follow its links ({rule})", rule=rule)
        return response

    # --- documents ------------------------------------------------------------------------------------------------

    def download(
        self, uri: str, to: BinaryIO, *, etag: str | None = None, last_modified: str | None = None
    ) -> Download:
        """Stream a document into a file.

        Args:
            uri: Its address.
            to: An empty file that can be written and cut; what a failed try left in it is cut off.
            etag: What the server called the version that is known already.
            last_modified: As `etag`.

        Raises:
            FetchError: It cannot be had now: network, server, limits.
            RobotsError: It may not be had.
        """
        sink = FileSink(to)
        question = Question("GET", uri, {"Accept": "*/*"}, self._limit)
        known = Cached(Response("", 0, b""), etag, last_modified)
        answer = self._asker.ask(conditional(question, known), sink)
        head = answer.headers
        validators = {"etag": head.get("etag"), "last_modified": head.get("last-modified")}
        if answer.status == 304 and (etag or last_modified):
            return Download(304, answer.uri, etag=etag, last_modified=last_modified)
        if answer.status in _GONE:
            return Download(answer.status, answer.uri)
        if not 200 <= answer.status < 300:
            raise FetchError(f"answers {answer.status}", status=answer.status)
        rule = header_rule(head.get("x-robots-tag")) or (None if sink.head[:5] == b"%PDF-" else meta_rule(sink.head))
        return Download(
            answer.status,
            answer.uri,
            sink.sha256,
            sink.size,
            **validators,
            served_as=head.get("content-type"),
            rule=rule,
        )


def _media_type(headers: Mapping[str, str]) -> str:
    return headers.get("content-type", "").split(";", 1)[0].strip().lower()


def _charset(content_type: str) -> str | None:
    """The charset parameter of a Content-Type."""
    for part in content_type.split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'").lower() or None
    return None

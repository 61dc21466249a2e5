"""One question, whatever it takes: robots rules, turns, tries, redirects judged one by one, https where it answers."""

import hashlib
import io
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import BinaryIO, Protocol
from urllib.parse import urlsplit

from policysearch import __version__
from policysearch.errors import FetchError, RefusedError, RobotsError
from policysearch.notes import Note, say_nothing
from policysearch.settings import Pull
from policysearch.sources.addresses import NotAllowedError, canonical, host_of, origin_of
from policysearch.sources.bodies import ENCODINGS, BodyLimit, body_of
from policysearch.sources.cache import Cache, Cached
from policysearch.sources.connectors import Response
from policysearch.sources.manners import Clock, Turns, back_off, retry_after
from policysearch.sources.robots import PROGRAM, Robots, parse_robots
from policysearch.sources.transport import Guard, NoAnswerError, Wire

_MOST_REDIRECTS = 10
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_AGAIN = frozenset({429, 500, 502, 503, 504})
_ROBOTS_SIZE = 500 * 2**10
"""What RFC 9309 (2.5) wants read at least; the rest is left."""
HEAD = 200_000
"""Bytes of a page in which its robots meta tags are looked for."""


class Sink(Protocol):
    """Where a body goes, piece by piece; a new try starts from nothing."""

    def restart(self) -> None:
        """Forget what a failed try left."""

    def write(self, piece: bytes) -> None:
        """Take the next piece."""


class MemorySink:
    """A body in memory."""

    def __init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """Forget what a failed try left."""
        self._buffer = io.BytesIO()

    def write(self, piece: bytes) -> None:
        """Take the next piece."""
        self._buffer.write(piece)

    @property
    def content(self) -> bytes:
        """What came."""
        return self._buffer.getvalue()


class FileSink:
    """An open file that is hashed as it is written."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.restart()

    def restart(self) -> None:
        """Forget what a failed try left."""
        self._file.seek(0)
        self._file.truncate()
        self._hash, self.size, self.head = hashlib.sha256(), 0, b""

    def write(self, piece: bytes) -> None:
        """Take the next piece."""
        if len(self.head) < HEAD:
            self.head += piece
        self._file.write(piece)
        self._hash.update(piece)
        self.size += len(piece)

    @property
    def sha256(self) -> str:
        """Of what came, 64 hex digits."""
        return self._hash.hexdigest()


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        obeys: Robots rules hold for it, and https is preferred: for all but the robots.txt itself.
        is_probe: Nobody knows whether there is such a server: one try is enough, and a failure is none of the host's.
    """

    method: str
    uri: str
    headers: Mapping[str, str]
    limit: BodyLimit
    content: bytes | None = None
    obeys: bool = True
    is_probe: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: from where in the end, with which status and headers (names in lower case)."""

    uri: str
    status: int
    headers: Mapping[str, str]


def conditional(question: Question, known: Cached | None) -> Question:
    """The question, conditional where something is known."""
    if known is None:
        return question
    headers = dict(question.headers)
    if known.etag:
        headers["If-None-Match"] = known.etag
    if known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    return replace(question, headers=headers)


@dataclass
class Asker:
    """What one run knows of its hosts: their rules, when they may be asked again, whether they answer https.

    Attributes:
        requests: How many requests there were: *all*, *conditional*, *not modified*.
    """

    settings: Pull
    cache: Cache
    clock: Clock
    wire: Wire | None = None
    on_note: Note = say_nothing
    requests: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._wire = self.wire or Wire(
            Guard(self.clock.seconds, self.settings.seconds, self.settings.least_rate), self.settings.allow_hosts
        )
        self._turns = Turns(self.clock, self.settings.delay, self.settings.minutes * 60)
        self._robots: dict[str, Robots] = {}
        self._plain: dict[str, bool] = {}
        self._told_plain: set[str] = set()
        contact = self.settings.contact
        self._headers = {"User-Agent": f"{PROGRAM}/{__version__} (+{contact})", "Accept-Encoding": ENCODINGS}
        if "@" in contact and ":" not in contact:
            self._headers["From"] = contact

    def close(self) -> None:
        """Hang up."""
        self._wire.close()

    def look(self, uri: str) -> str:
        """The canonical spelling of an address that may be fetched, without fetching it.

        Raises:
            RefusedError: It may not.
            RobotsError: The publisher does not want it to be.
        """
        uri = self._upgraded(canonical(uri))
        self._obey(uri)
        return uri

    def ask(self, question: Question, sink: Sink) -> Answer:
        """Follow redirects, each of which is judged as if it had been asked for."""
        uri = self._upgraded(canonical(question.uri)) if question.obeys else question.uri
        way = [uri]
        while True:
            try:
                if question.obeys:
                    self._obey(uri)
                answer = self._try(question, uri, sink)
            except RefusedError as error:
                if len(way) > 1:
                    raise RefusedError(f"redirects to {uri}: {error}") from error
                raise
            location = answer.headers.get("location")
            if answer.status not in _REDIRECTS or not location:
                return answer
            if question.method == "POST" and answer.status not in (307, 308):
                raise FetchError(f"answers a search with {answer.status}, a way to {location}", status=answer.status)
            uri = self._next(uri, location, upgrade=question.obeys)
            if uri in way:
                raise RefusedError(f"redirects in a circle: {' → '.join((*way, uri))}")
            if len(way) > _MOST_REDIRECTS:
                raise RefusedError(f"redirects more than {_MOST_REDIRECTS} times, at last to {uri}")
            way.append(uri)

    def _next(self, uri: str, location: str, *, upgrade: bool) -> str:
        """Where a redirect leads."""
        try:
            target = canonical(location, base=uri)
            if uri.startswith("https:") and target == "http:" + uri.removeprefix("https:"):
                self._plain[host_of(target)] = True  # it answers https only to send us away from it
            return self._upgraded(target) if upgrade else target
        except RefusedError as error:
            raise RefusedError(f"redirects to {location.strip()}: {error}") from error

    def _try(self, question: Question, uri: str, sink: Sink) -> Answer:
        """Ask until there is an answer that counts, or no tries are left."""
        host = host_of(uri)
        n_tries = 1 if question.is_probe else self.settings.attempts
        problem = FetchError("was not asked for")
        for attempt in range(1, n_tries + 1):
            self._turns.wait(host)
            wait: float | None = None
            try:
                answer = self._once(question, uri, sink)
                if answer.status not in _AGAIN:
                    self._turns.done(host, answered=True)
                    return answer
                times = f" {attempt} times in a row" if attempt > 1 else ""
                problem = FetchError(f"answers {answer.status}{times}", status=answer.status)
                wait = retry_after(answer.headers.get("retry-after"), self.clock.now())
            except NoAnswerError as error:
                problem = error
            except FetchError:
                self._turns.done(host, answered=True)
                raise
            self._turns.done(host, answered=False)
            if wait is not None:
                self._turns.hold(host, wait)
            elif attempt < n_tries:
                self._turns.pause(back_off(attempt, self.clock.chance()))
        if not question.is_probe:
            self._turns.failed(host)
        raise problem

    def _once(self, question: Question, uri: str, sink: Sink) -> Answer:
        headers = {**self._headers, **question.headers}
        is_conditional = "If-None-Match" in headers or "If-Modified-Since" in headers
        sink.restart()
        is_refused = False
        try:
            with self._wire.exchange(question.method, uri, headers=headers, content=question.content) as raw:
                self._tell_plain(uri)
                if 200 <= raw.status < 300:
                    for piece in body_of(raw.headers, raw.chunks, question.limit):
                        sink.write(piece)
                self.requests["not modified"] += raw.status == 304
                return Answer(uri, raw.status, raw.headers)
        except NotAllowedError:
            is_refused = True  # nobody was asked
            raise
        finally:
            self.requests["all"] += not is_refused
            self.requests["conditional"] += is_conditional and not is_refused

    # --- the rules of the house -----------------------------------------------------------------------------------

    def _obey(self, uri: str) -> None:
        robots = self._robots_of(origin_of(uri))
        if robots.ban is not None:
            raise FetchError(robots.ban)
        if rule := robots.rule_against(uri):
            raise RobotsError(f"is left alone as {rule}", rule=rule)

    def _robots_of(self, origin: str) -> Robots:
        if origin not in self._robots:
            try:
                self._robots[origin] = self._fetched_robots(origin)
            except RefusedError:
                raise
            except FetchError as error:
                self._robots[origin] = Robots(
                    ban=f"{origin}/robots.txt cannot be had, so nothing is fetched there in this run: {error}"
                )
        return self._robots[origin]

    def _fetched_robots(self, origin: str, *, is_probe: bool = False) -> Robots:
        """The rules of an origin; none where the server has none (RFC 9309, 2.3.1.3).

        Raises:
            FetchError: Nobody knows whether there are some.
        """
        uri = f"{origin}/robots.txt"
        limit = BodyLimit(10 * _ROBOTS_SIZE, "the size of a robots.txt")
        question = Question("GET", uri, {"Accept": "text/plain,*/*"}, limit, obeys=False, is_probe=is_probe)
        earlier = self.cache.last(f"robots {uri}")
        sink = MemorySink()
        answer = self.ask(conditional(question, earlier), sink)
        if answer.status == 304 and earlier is not None:
            text = earlier.response.content
        elif 200 <= answer.status < 300:
            text = sink.content
            response = Response(answer.uri, answer.status, text)
            head = answer.headers
            self.cache.keep(f"robots {uri}", Cached(response, head.get("etag"), head.get("last-modified")))
        elif 400 <= answer.status < 500:
            text = b""
        else:
            raise FetchError(f"answers {answer.status}", status=answer.status)
        robots = parse_robots(text[:_ROBOTS_SIZE].decode("utf-8-sig", errors="replace"))
        self._turns.ask_for(host_of(uri), robots.delay)
        return robots

    def _upgraded(self, uri: str) -> str:
        """The `https` address for an `http` one whose host answers there."""
        parts = urlsplit(uri)
        if parts.scheme == "https":
            return uri
        if parts.port is not None:
            self._plain[parts.netloc] = True
            return uri
        if parts.netloc not in self._plain:
            try:
                secure = f"https://{parts.netloc}"
                self._robots[secure] = self._fetched_robots(secure, is_probe=True)
                self._plain[parts.netloc] = False
            except NoAnswerError:
                self._plain[parts.netloc] = True
            except RefusedError:
                raise
            except FetchError:
                self._plain[parts.netloc] = False  # it answers there; what it says is looked at in its turn
        return uri if self._plain[parts.netloc] else f"https{uri.removeprefix('http')}"

    def _tell_plain(self, uri: str) -> None:
        """Say once of a host that it is asked by http."""
        parts = urlsplit(uri)
        host = parts.netloc
        if parts.scheme == "https" or host in self._told_plain:
            return
        self._told_plain.add(host)
        if not {host, urlsplit(f"//{host}").hostname} & set(self.settings.allow_hosts):  # whose user trusts the way
            self.on_note(f"{host} is asked by http, not https: what comes from it could have been changed on the way.")

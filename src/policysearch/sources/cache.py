"""The last answer to each question of a listing, so that an unchanged one need not be sent again. May be deleted."""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from policysearch.sources.connectors import Response


@dataclass(frozen=True, slots=True)
class Cached:
    """An answer with what a server needs to say that it still holds."""

    response: Response
    etag: str | None
    last_modified: str | None
    robots_tag: str | None = None


class Cache:
    """A folder of answers; without a folder it remembers for one run only."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._fresh: dict[str, Cached] = {}

    def fresh(self, question: str) -> Cached | None:
        """The answer that this run had already."""
        return self._fresh.get(question)

    def last(self, question: str) -> Cached | None:
        """The answer of an earlier run, if it is whole and can be asked about."""
        if self._folder is None:
            return None
        try:
            head, _, body = self._path(question).read_bytes().partition(b"\n")
            known = json.loads(head)
            if known.pop("question") != question or known.pop("sha256") != hashlib.sha256(body).hexdigest():
                return None
            validators = {name: known.pop(name) for name in ("etag", "last_modified", "robots_tag")}
            return Cached(Response(content=body, **known), **validators)
        except (OSError, ValueError, TypeError, KeyError):
            return None  # missing, half written or of another version: it is asked for anew

    def keep(self, question: str, cached: Cached) -> None:
        """Remember an answer; on disk too if the server can be asked whether it still holds."""
        self._fresh[question] = replace(cached, response=replace(cached.response, from_cache=True))
        if self._folder is None or cached.response.from_cache or not (cached.etag or cached.last_modified):
            return
        body = cached.response.content
        known = asdict(replace(cached.response, content=b""))
        del known["content"], known["from_cache"]
        known |= {"etag": cached.etag, "last_modified": cached.last_modified, "robots_tag": cached.robots_tag}
        known |= {"question": question, "sha256": hashlib.sha256(body).hexdigest()}
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._path(question)
        part = path.with_suffix(".part")
        part.write_bytes(json.dumps(known).encode() + b"\n" + body)
        part.replace(path)

    def _path(self, question: str) -> Path:
        assert self._folder is not None
        return self._folder / hashlib.sha256(question.encode()).hexdigest()[:32]

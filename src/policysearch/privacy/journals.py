"""What is written about documents beside them: reviews, pulls, decisions, watches; rewritten without what is forgotten.

They are only ever added to by everybody else. Each is rewritten whole, under its lock, line by line as JSON, so that a
line of a kind that this module does not know is looked at as well.
"""

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from policysearch.contacts import COVER
from policysearch.errors import CorpusBusyError
from policysearch.model.ids import document_id
from policysearch.privacy.covering import as_covered, cover_json
from policysearch.privacy.decisions import NAME as DECISIONS
from policysearch.privacy.names import PersonName
from policysearch.privacy.tombstones import address_key, line_key, offer_key
from policysearch.snapshots import write_whole

REVIEWS, PULLS, WATCHES = "reviews.jsonl", "pull.jsonl", "watches.json"
Change = Callable[[dict[str, Any]], dict[str, Any] | None]


@dataclass(frozen=True)
class Reach:
    """What is to go from the journals.

    Attributes:
        documents: Ids of those that are forgotten.
        originals: Hashes of those of which nothing is kept.
        keys: Of addresses and offers from which they came.
        name: A name to cover; None where documents are forgotten.
        covered: Originals in which it is covered, and the text of each of their documents, by id, as it is now.
        lines: What goes whatever it is of (`Tombstone.lines`), unless its words are covered.
        homonyms: Originals and addresses where the name is somebody else's.
        items: Ids of passages and entries of the documents, for watches.
    """

    documents: frozenset[str] = frozenset()
    originals: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()
    name: PersonName | None = None
    covered: Mapping[str, Mapping[str, str]] | None = None
    homonyms: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()
    lines: frozenset[str] = frozenset()

    def review(self, line: dict[str, Any]) -> dict[str, Any] | None:
        """A line of the journal of reviews as it will be; None where it goes."""
        anchor = line.get("anchor")
        if not anchor:
            return line
        sha256, id_ = anchor["sha256"], document_id(anchor["sha256"], anchor["locator"])
        if sha256 in self.originals or id_ in self.documents:
            return None
        if self.covered and (texts := self.covered.get(sha256)) is not None:
            quote = as_covered(anchor["quote"], texts.get(id_, ""))
            if quote is None:
                return None
            line = {**line, "anchor": {**anchor, "quote": quote}}
            if self.name is not None:
                return dict(cover_json(line, self.name, alone=True))
            if quote != anchor["quote"]:  # from a time before the covering: so is its address
                line["anchor"]["uri"] = ""
            return None if line["id"] in self.lines and not is_covered(line) else line
        return line

    def fetched(self, line: dict[str, Any]) -> dict[str, Any] | None:
        """A line of the journal of pulls as it will be; None where it goes."""
        keys = {address_key(line[key]) for key in ("uri", "final_uri") if line.get(key)}
        if line.get("key"):
            keys.add(offer_key(line.get("channel", ""), line["key"]))
        if line.get("sha256") in self.originals or keys & self.keys:
            return None
        if line_key(line) in self.lines:
            return None
        if self.covered and line.get("sha256") in self.covered:  # what a listing calls it cannot be trusted
            line = {key: value for key, value in line.items() if key != "title"}
        if self.name is None or {line.get("sha256"), line.get("uri")} & self.homonyms:
            return line
        return dict(cover_json(line, self.name))

    def decision(self, line: dict[str, Any]) -> dict[str, Any] | None:
        """A line of the journal of decisions as it will be; None where it goes."""
        if line.get("sha256") in self.originals or line.get("document") in self.documents:
            return None
        return line if self.name is None else dict(cover_json(line, self.name, alone=True))

    def watch(self, watch: dict[str, Any]) -> dict[str, Any] | None:
        """A saved query as it will be; None where it goes."""
        asks = json.dumps([watch.get("name"), watch.get("query"), watch.get("filters")], ensure_ascii=False)
        is_known = watch.get("filters", {}).get("document") in self.documents or watch.get("id") in self.lines
        if is_known or (self.name and self.name.asked_for_in(asks)):
            return None
        seen = watch.get("seen", {})
        return {**watch, "seen": {id_: key for id_, key in seen.items() if id_ not in self.items}} if seen else watch


def is_covered(review: Mapping[str, Any]) -> bool:
    """Whether a name was covered in the words of the person who reviewed."""
    return any(COVER in (review.get(key) or "") for key in ("by", "value", "evidence"))


def lines_with(folder: Path, reach: Reach) -> tuple[str, ...]:
    """What holds the name of `reach` in words of people or listings, as `Tombstone.lines` has it."""
    if reach.name is None:
        return ()
    found = set()
    for line in _lines(folder / REVIEWS):
        after = reach.review(line)
        if after is not None and any(line.get(key) != after.get(key) for key in ("by", "value", "evidence")):
            found.add(line["id"])
    found |= {line_key(line) for line in _lines(folder / PULLS) if reach.fetched(line) != line}
    found |= {watch["id"] for watch in _watches(folder) if reach.watch(watch) is None}
    return tuple(sorted(found))


def rewrite(folder: Path, reach: Reach) -> None:
    """Rewrite all of them; those that nothing changes in are not touched."""
    gone = {line["id"] for line in _lines(folder / REVIEWS) if "id" in line and reach.review(line) is None}

    def review(line: dict[str, Any]) -> dict[str, Any] | None:
        return None if line.get("kind") == "retract" and line.get("value") in gone else reach.review(line)

    _rewrite_lines(folder / REVIEWS, review)
    _rewrite_lines(folder / PULLS, reach.fetched)
    _rewrite_lines(folder / DECISIONS, reach.decision)
    before = _watches(folder)
    after = [kept for watch in before if (kept := reach.watch(watch)) is not None]
    if after != before:
        write_whole(folder / WATCHES, json.dumps(after, ensure_ascii=False, separators=(",", ":")).encode())


def count(folder: Path, reach: Reach) -> tuple[int, int, tuple[str, ...]]:
    """How many reviews and lines of pulls would go or change, and the names of the watches that would go."""
    reviews = sum(reach.review(line) != line for line in _lines(folder / REVIEWS))
    fetched = sum(reach.fetched(line) != line for line in _lines(folder / PULLS))
    return reviews, fetched, tuple(watch["name"] for watch in _watches(folder) if reach.watch(watch) is None)


def fetched_of(folder: Path, originals: Collection[str], addresses: Collection[str]) -> Iterator[dict[str, Any]]:
    """The lines of pulls about some originals or addresses."""
    for line in _lines(folder / PULLS):
        if line.get("sha256") in originals or line.get("uri") in addresses:
            yield line


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Nobody else pulls or reviews meanwhile.

    Raises:
        CorpusBusyError: Somebody does.
    """
    with ExitStack() as stack:
        for name in (".pull.lock", f"{REVIEWS}.lock", f"{DECISIONS}.lock"):
            try:
                stack.enter_context(FileLock(folder / name, timeout=0))
            except Timeout as error:
                raise CorpusBusyError(f"another process is at work in {folder}: try again when it is done") from error
        yield


def _watches(folder: Path) -> list[dict[str, Any]]:
    path = folder / WATCHES
    return list(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else []


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return
    for line in data.rpartition(b"\n")[0].splitlines():
        yield json.loads(line)


def _rewrite_lines(path: Path, change: Change) -> None:
    before = list(_lines(path))
    after = [kept for line in before if (kept := change(line)) is not None]
    if after != before:
        text = "".join(f"{json.dumps(line, ensure_ascii=False, separators=(',', ':'))}\n" for line in after)
        write_whole(path, text.encode())

"""Freezes: manifests of what a corpus holds, and copies of it to be asked as it was (docs/adr/0015-freezes.md).

A manifest, `freezes/NAME.json` in the folder of the corpus, is truth and belongs into backups. Its copy, in the folder
of the index, is derived: made with the freeze, and made again where it is missing.
"""

import datetime as dt
import hashlib
import os
import re
import shutil
import uuid
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from filelock import FileLock

from policysearch import __version__, codec
from policysearch.errors import CorpusFormatError, FreezeError
from policysearch.lang.base import Language
from policysearch.model.freezing import CheckedDocument, Freeze, FrozenDocument, FrozenState
from policysearch.privacy.tombstones import Tombstones, address_key
from policysearch.provenance import corpus_sha256
from policysearch.reviews.journal import ReviewJournal
from policysearch.sameness import update_sameness
from policysearch.snapshots import Snapshots
from policysearch.stamps import analysis_stamp, facts_stamp
from policysearch.store import Store

FOLDER = "freezes"
"""Of manifests in the corpus, and of copies in the index."""
_NAME = re.compile(r"[^\W_][\w.-]{0,63}")
_RESERVED = frozenset({"list", "show", "check", "remove"})
_MADE_OF = "made-of.json"


@dataclass(frozen=True, slots=True)
class Copy:
    """Where the corpus as it was is kept.

    Attributes:
        freeze: Its manifest.
        database: The store.
        index: Folder of its index.
        notes: What is not as it was, a sentence each.
    """

    freeze: Freeze
    database: Path
    index: Path
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _MadeOf:
    """What a copy was made of: when any of it changes, it is made again."""

    manifest: str
    analysis: str
    changed: int
    gone: int
    withheld: tuple[str, ...] = ()


class Freezes:
    """The freezes of one corpus.

    Args:
        corpus: Folder of the corpus.
        index: Folder of the index.
    """

    def __init__(self, corpus: Path, index: Path) -> None:
        self._corpus, self._folder, self._copies = corpus, corpus / FOLDER, index / FOLDER

    def names(self) -> tuple[str, ...]:
        """The names of all freezes."""
        return tuple(sorted(path.stem for path in self._folder.glob("*.json")))

    def read(self, name: str) -> Freeze:
        """The manifest of a freeze.

        Raises:
            FreezeError: There is none of that name.
            CorpusFormatError: It is damaged.
        """
        path = self._path(name)
        try:
            return codec.decode(path.read_text(encoding="utf-8"), Freeze)
        except FileNotFoundError:
            known = ", ".join(self.names()) or "none"
            raise FreezeError(f"there is no freeze {name!r}; there are: {known}") from None
        except ValueError as error:
            raise CorpusFormatError(f"{path} is damaged: {error}; restore it from a backup") from error

    def make(self, name: str, store: Store, language: Language) -> Freeze:
        """Freeze the corpus as it is.

        Raises:
            FreezeError: The name is none, or taken; or documents were read by other rules than today's.
        """
        if not _NAME.fullmatch(name) or name in _RESERVED:
            raise FreezeError(f"{name!r} is no name for a freeze: letters, digits, and . - _ after the first one")
        path = self._path(name)
        if path.exists():
            raise FreezeError(f"there is a freeze {name!r} already: choose another name, or remove it")
        if stale := store.stale_facts(facts_stamp(language)):
            raise FreezeError(
                f"{len(stale)} documents were read by other rules than today's: run `policysearch reindex`, then freeze"
            )
        documents = sorted(store.all_content_keys().items())
        freeze = Freeze(
            name=name,
            made_at=dt.datetime.now(dt.UTC),
            version=__version__,
            corpus_id=store.corpus_id,
            revision=store.revision,
            corpus_sha256=corpus_sha256(store),
            analysis=analysis_stamp(language),
            facts=facts_stamp(language),
            documents=tuple(FrozenDocument(id_, sha256, _digest(content)) for id_, (sha256, content) in documents),
            n_current=store.counts()["current"],
            sources={address_key(uri): number for uri, number in sorted(store.version_counts().items())},
            reviews=tuple(review.id for review in ReviewJournal(self._corpus).read()),
        )
        self._folder.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{uuid.uuid4().hex}")
        with draft.open("w", encoding="utf-8") as file:
            file.write(codec.encode(freeze) + "\n")
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        return freeze

    def remove(self, name: str) -> None:
        """Remove a freeze and its copy; the documents stay.

        Raises:
            FreezeError: There is none of that name.
        """
        self.read(name)
        self._path(name).unlink()
        shutil.rmtree(self._copies / name, ignore_errors=True)

    def check(self, freeze: Freeze, store: Store) -> Iterator[CheckedDocument]:
        """What became of each document, its original included, in the order of the manifest."""
        now, snapshots, stones = (
            store.all_content_keys(),
            Snapshots(self._corpus / "snapshots"),
            Tombstones(self._corpus),
        )
        for document in freeze.documents:
            if document.id not in now:
                is_forgotten = stones.of_original(document.sha256) is not None
                is_withheld = any(one.id == document.id and one.is_held for one in snapshots.held(document.sha256))
                state: FrozenState = "forgotten" if is_forgotten else "withheld" if is_withheld else "gone"
                yield CheckedDocument(document, state)
                continue
            title = store.summary(document.id).metadata.title
            if _digest(now[document.id][1]) != document.content:
                yield CheckedDocument(document, "read_otherwise", title)
            elif stones.of_original(document.sha256) is not None:
                yield CheckedDocument(document, "forgotten", title)
            else:
                path = snapshots.path(document.sha256)
                is_whole = path.is_file() and _hash(path) == document.sha256
                yield CheckedDocument(document, "same" if is_whole else "damaged", title)

    def copy(self, name: str, language: Language, open_store: Callable[[], Store]) -> Copy:
        """The corpus as it was, its copy made where there is none.

        Args:
            name: Of the freeze.
            language: How words are read today.
            open_store: Opens the corpus as it is.

        Raises:
            FreezeError: There is none of that name, or it is of another corpus.
        """
        freeze, folder = self.read(name), self._copies / name
        wanted = (_hash(self._path(name)), analysis_stamp(language))
        self._copies.mkdir(parents=True, exist_ok=True)
        with FileLock(self._copies / f".{name}.lock"):
            made_of = _made_of(folder)
            withheld = self._withheld(freeze)
            if made_of is None or (made_of.manifest, made_of.analysis, made_of.withheld) != (*wanted, withheld):
                shutil.rmtree(folder, ignore_errors=True)
                store = open_store()
                try:
                    made_of = self._make_copy(freeze, folder, store, *wanted, withheld)
                finally:
                    store.close()
        notes = tuple(_notes(freeze, made_of, language))
        return Copy(freeze, folder / "corpus.db", folder / "index", notes)

    def _withheld(self, freeze: Freeze) -> tuple[str, ...]:
        """Ids of the documents of a freeze that are held back now."""
        held = {one.id for one in Snapshots(self._corpus / "snapshots").all_held()}
        return tuple(sorted(held & {document.id for document in freeze.documents}))

    def _make_copy(
        self, freeze: Freeze, folder: Path, store: Store, manifest: str, analysis: str, withheld: tuple[str, ...]
    ) -> _MadeOf:
        if store.corpus_id != freeze.corpus_id:
            raise FreezeError(f"the freeze {freeze.name!r} is of another corpus, {freeze.corpus_id}")
        now, ids = store.all_content_keys(), {document.id for document in freeze.documents}
        here = [document for document in freeze.documents if document.id in now]
        changed = sum(_digest(now[document.id][1]) != document.content for document in here)
        gone = ids - {document.id for document in here} - set(withheld)
        made_of = _MadeOf(manifest, analysis, changed, len(gone), withheld)
        shutil.rmtree(folder, ignore_errors=True)
        draft = folder.with_name(f".{freeze.name}.new")
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        store.copy_to(draft / "corpus.db")
        copy = Store(draft / "corpus.db")
        try:
            copy.narrow(ids, freeze.sources, address_key, freeze.made_at)
            update_sameness(copy)
            copy.set_revision(freeze.revision)
        finally:
            copy.close()
        (draft / _MADE_OF).write_text(codec.encode(asdict(made_of)), encoding="utf-8")
        draft.replace(folder)
        return made_of

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise FreezeError(f"{name!r} is no name of a freeze: `policysearch freeze list` shows them")
        return self._folder / f"{name}.json"


def forget_copies(index: Path) -> None:
    """Remove all copies: something in them is to be forgotten. They are made again without it."""
    shutil.rmtree(index / FOLDER, ignore_errors=True)


def _notes(freeze: Freeze, made_of: _MadeOf, language: Language) -> Iterator[str]:
    """What is not as it was."""
    if made_of.gone:
        were = "document of it is" if made_of.gone == 1 else "documents of it are"
        yield (
            f"freeze {freeze.name}: {made_of.gone} {were} gone from this corpus (forgotten, or its original missing); "
            f"`policysearch freeze check {freeze.name}` names them. The answers are without them."
        )
    if n_withheld := len(made_of.withheld):
        are = "document of it is" if n_withheld == 1 else "documents of it are"
        yield (
            f"freeze {freeze.name}: {n_withheld} {are} withheld until somebody decides: `policysearch held list`. The "
            "answers are without them."
        )
    others = []
    if analysis_stamp(language) != freeze.analysis:
        others.append("words are read and queries understood by other rules than then")
    if made_of.changed:
        others.append(f"{made_of.changed} of {len(freeze.documents)} documents have been read anew by other rules")
    if others:
        yield (
            f"freeze {freeze.name}: {'; '.join(others)}. The documents are those of then, the answers may not be: "
            f"policysearch {freeze.version} with the analysis {freeze.analysis} gives those."
        )


def _made_of(folder: Path) -> _MadeOf | None:
    try:
        return codec.decode((folder / _MADE_OF).read_text(encoding="utf-8"), _MadeOf)
    except (OSError, ValueError):
        return None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

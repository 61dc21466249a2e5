"""An index on disk: opened, checked, searched, and brought up to date, one writer at a time."""

import contextlib
import secrets
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Literal, Self, TypeVar

from filelock import BaseFileLock

from policysearch.errors import IndexDamagedError, IndexMismatchError, IndexNotFoundError, IndexWriteError
from policysearch.index import manifest
from policysearch.index.engines import engine_named, identity, open_engine
from policysearch.index.folding import Folds
from policysearch.index.lock import write_lock
from policysearch.index.manifest import (
    REBUILD,
    Manifest,
    SeenFiles,
    check_files,
    hash_files,
    read_manifest,
    write_manifest,
)
from policysearch.index.port import FACETS, Column, Engine, Filter, Found, IndexRow, Sort
from policysearch.index.port import VERSION as COLUMNS
from policysearch.index.terms import VERSION as TERMS
from policysearch.index.tree import EVERYTHING, AnalysedQuery
from policysearch.model.query import EngineName, TermField

T = TypeVar("T")
_FOLDS = "folds-"
IndexName = Literal["passages", "commitments"]


@dataclass(frozen=True, slots=True)
class IndexState:
    """How an index stands to its corpus; `detail` is a sentence for the reader.

    `stale` can be searched and brought up to date; `missing`, `mismatch` and `damaged` must be built anew.
    """

    name: Literal["missing", "current", "stale", "mismatch", "damaged"]
    detail: str


def open_index(
    folder: Path, *, name: IndexName, corpus_id: str, stamp: str, engine: EngineName = "whoosh"
) -> "SearchIndex":
    """The index `name` in `folder`, which need not exist; nothing is read before it is asked for.

    Args:
        folder: Holds the indexes of one corpus; may be deleted at any time.
        name: Which of them.
        corpus_id: Whose index it must be.
        stamp: The language that reads the texts, with its dictionary (`Language.stamp`).
        engine: What makes and asks it.

    Raises:
        EngineError: The engine is not installed.
    """
    stamp = f"{stamp}; terms {TERMS}; columns {COLUMNS}"
    return SearchIndex(folder / name, corpus_id, stamp, engine, folds=name == "passages")


class SearchIndex:
    """One index. Searching needs no lock; what is searched is the last commit, made by whatever process.

    Example:
        index.begin()
        index.replace(document, key, rows)
        index.commit(revision)
        index.search(analyse_query(parse_query("uhri"), language)).total
    """

    def __init__(self, folder: Path, corpus_id: str, stamp: str, engine: EngineName, *, folds: bool = False) -> None:
        """With `folds`, rows that say the same have one fold key."""
        self.folder = folder
        self._is_folding = folds
        self._folds = Folds()
        self._made_for = Manifest(corpus_id, stamp, identity(engine), "", "")
        self._name = engine
        self._hashes: SeenFiles = {}
        self._seen: tuple[int, ...] = ()
        self._engine: Engine | None = None
        self._lock: BaseFileLock | None = None
        self._writer: Engine | None = None
        self._draft = self._made_for
        self._documents: dict[str, str] = {}

    def state(self, revision: str, *, thorough: bool = True) -> IndexState:
        """How this index stands to `revision` of its corpus.

        Args:
            revision: Of the corpus.
            thorough: Every file is read and compared with its hash; without it that is left to the first search.
        """
        try:
            found = self._checked(thorough=thorough)
        except IndexMismatchError as error:
            return IndexState("mismatch", str(error))
        except IndexDamagedError as error:
            return IndexState("damaged", str(error))
        if found is None:
            return IndexState("missing", f"There is no index at {self.folder}. {REBUILD}")
        if found.revision != revision:
            return IndexState("stale", f"The index at {self.folder} was made before the corpus changed last.")
        return IndexState(
            "current", f"The index at {self.folder} holds {len(found.documents)} documents, by {found.engine}."
        )

    def documents(self) -> Mapping[str, str]:
        """The key of the content of each indexed document, by document id; empty where there is no usable index.

        While writing, as it will be after the commit.
        """
        if self._writer is not None:
            return dict(self._documents)
        try:
            found = read_manifest(self.folder)
        except (IndexMismatchError, IndexDamagedError):
            return {}
        return dict(found.documents) if found is not None and self._is_ours(found) else {}

    def begin(self, *, anew: bool = False) -> None:
        """Begin to write, alone, from what there is, or `anew` from nothing; searches see the old until `commit`.

        Raises:
            CorpusBusyError: Another writer is at work.
            IndexWriteError: There is no right to write there.
            IndexMismatchError: What there is was made by another corpus or analysis.
            IndexDamagedError: What there is is not what was written.
        """
        self._lock = write_lock(self.folder)
        try:
            found = None if anew else self._checked()
        except (IndexMismatchError, IndexDamagedError):
            self.cancel()
            raise
        if found is None:
            found = replace(self._made_for, build=_new_build())
            (self.folder / found.build).mkdir()
        if not anew:
            self._sweep(found)
        self._draft, self._documents = found, dict(found.documents)
        self._folds = self._read_folds(found)
        self._writer = self._engine_of(found)
        if found.files and self._writer.rewrites:
            self._draft = self._copied(found, self._writer.rewrites)
            self._writer = self._engine_of(replace(found, build=self._draft.build))

    def replace(self, document: str, key: str, rows: Iterable[IndexRow]) -> None:
        """Put `rows` in the place of all rows of `document`; `key` names its content for `documents`."""
        self._folds.forget(document)
        self._writing().replace(document, map(self._folded, rows) if self._is_folding else rows)
        self._documents[document] = key

    def remove(self, document: str) -> None:
        """Take out all rows of `document`."""
        self._writing().remove(document)
        self._folds.forget(document)
        self._documents.pop(document, None)

    def commit(self, revision: str) -> None:
        """Make what was written the index, made from `revision` of the corpus, and let the next writer in.

        Raises:
            IndexDamagedError: The folder was taken away while it was written to.
            IndexWriteError: The disk is full; the index of the commit before stands.
        """
        self.prepare(revision)
        self.publish()

    def prepare(self, revision: str) -> None:
        """The long part of `commit`, of which searches see nothing; raises as it."""
        writer, draft = self._writing(), self._draft
        with self._told():
            names = (*writer.commit(), *self._write_folds(draft))
            files = hash_files(self.folder / draft.build, names, draft.files, self._hashes)
            self._draft = replace(draft, revision=revision, files=files, documents=dict(self._documents))

    def publish(self) -> None:
        """The rest of `commit`: what was prepared is the index from now on; raises as it."""
        with self._told():
            write_manifest(self.folder, self._draft)
        self._sweep(self._draft)
        self.cancel()

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """What went wrong with the files that are written, as `commit` says it; nothing of them stays."""
        try:
            yield
        except FileNotFoundError as error:
            self.cancel()
            raise IndexDamagedError(f"{error.filename} was taken away during writing. {REBUILD}") from None
        except OSError as error:
            self.cancel()
            raise IndexWriteError(
                f"The index at {self.folder} cannot be written ({error.strerror}); the one before still stands. "
                "Make room on the disk, and try again."
            ) from None

    def cancel(self) -> None:
        """Forget what was written since `begin`, and let the next writer in."""
        if self._writer is not None:
            self._writer.close()
        self._writer = None
        if self._lock is not None:
            self._lock.release()
        self._lock = None

    def search(
        self,
        query: AnalysedQuery = EVERYTHING,
        filters: Sequence[Filter] = (),
        *,
        limit: int = 10,
        offset: int = 0,
        facets: Sequence[Column] = FACETS,
        sort: Sort = "relevance",
        fold: bool = False,
    ) -> Found:
        """One page of the rows that `query` and all `filters` meet; total and facets are over all of them.

        With `fold`, rows that say the same are one, and `limit` and `offset` count these groups.

        Raises:
            IndexNotFoundError: There is no index.
            IndexMismatchError: The index was made by another corpus or analysis.
            IndexDamagedError: The files are not those that were written.
        """
        return self._asked(
            lambda engine: engine.search(
                query, filters, limit=limit, offset=offset, facets=facets, sort=sort, fold=fold
            )
        )

    def terms(self, field: TermField, prefix: str = "") -> Sequence[tuple[str, int]]:
        """All terms of a field that begin with `prefix`, in order, and how many rows have each; raises as `search`."""
        return self._asked(lambda engine: engine.terms(field, prefix))

    def close(self) -> None:
        """Let go of all files; what was not committed is forgotten."""
        self.cancel()
        self._close_engine()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _asked(self, question: Callable[[Engine], T]) -> T:
        for _ in range(3):
            engine = self._opened()
            try:
                return question(engine)
            except FileNotFoundError:
                # Another process committed and swept away a file that was not open yet: look again.
                self._close_engine()
        raise IndexDamagedError(f"Files of the index at {self.folder} are missing. {REBUILD}")

    def _is_ours(self, found: Manifest) -> bool:
        ours = self._made_for
        return (found.corpus, found.stamp, found.engine) == (ours.corpus, ours.stamp, ours.engine)

    def _checked(self, *, thorough: bool = True) -> Manifest | None:
        """The manifest, once it agrees with corpus, analysis and engine and its files are those that were written."""
        found = read_manifest(self.folder)
        if found is None:
            return None
        ours = self._made_for
        for what, theirs, wanted in (
            ("for another corpus", found.corpus, ours.corpus),
            ("by another analysis", found.stamp, ours.stamp),
            ("by another engine", found.engine, ours.engine),
        ):
            if theirs != wanted:
                said = f'The index at {self.folder} was made {what}: "{theirs}", not "{wanted}".'
                raise IndexMismatchError(f"{said} {_way_out(theirs, wanted)}")
        if not thorough:
            return found
        try:
            check_files(self.folder, found, self._hashes)
        except IndexDamagedError:
            if read_manifest(self.folder) == found:
                raise
            return self._checked()  # another process has committed meanwhile, and swept
        return found

    def _opened(self) -> Engine:
        """The engine over the last commit; files are checked once for each manifest."""
        seen: tuple[int, ...] = ()
        with contextlib.suppress(OSError):
            status = (self.folder / manifest.NAME).stat()
            seen = (status.st_ino, status.st_mtime_ns, status.st_size)
        if self._engine is None or seen != self._seen:
            self._close_engine()
            found = self._checked()
            if found is None:
                raise IndexNotFoundError(f"There is no index at {self.folder}. {REBUILD}")
            self._engine, self._seen = self._engine_of(found), seen
        return self._engine

    def _engine_of(self, found: Manifest) -> Engine:
        """The engine over the files of an index that are its own."""
        own = [name for name in found.files if not name.startswith(_FOLDS)]
        return open_engine(self._name, self.folder / found.build, own)

    def _close_engine(self) -> None:
        if self._engine is not None:
            self._engine.close()
        self._engine, self._seen = None, ()

    def _folded(self, row: IndexRow) -> IndexRow:
        named = row.columns.get("actors")
        key = self._folds.key(row.document, row.tokens, named if isinstance(named, tuple) else ())
        return replace(row, columns={**row.columns, "fold": key})

    def _read_folds(self, found: Manifest) -> Folds:
        name = next((name for name in found.files if name.startswith(_FOLDS)), None)
        if not self._is_folding or name is None:
            return Folds()
        return Folds.read((self.folder / found.build / name).read_text(encoding="utf-8"))

    def _write_folds(self, draft: Manifest) -> tuple[str, ...]:
        """Keep the fold keys beside the engine's files, under a name of their own for each commit."""
        if not self._is_folding:
            return ()
        name = f"{_FOLDS}{secrets.token_hex(4)}.json"
        (self.folder / draft.build / name).write_text(self._folds.written(), encoding="utf-8")
        return (name,)

    def _writing(self) -> Engine:
        if self._writer is None:
            raise RuntimeError("call begin() before writing to an index")
        return self._writer

    def _copied(self, found: Manifest, rewrites: Collection[str]) -> Manifest:
        """The files of an index in a folder of their own, linked where they never change."""
        made = replace(found, build=_new_build(), files={n: h for n, h in found.files.items() if n not in rewrites})
        (self.folder / made.build).mkdir()
        for name in found.files:
            source, target = self.folder / found.build / name, self.folder / made.build / name
            if name in made.files:
                with contextlib.suppress(OSError):  # a file system without links
                    target.hardlink_to(source)
                    continue
            shutil.copy2(source, target)
        return made

    def _sweep(self, keep: Manifest) -> None:
        """Delete what the manifest does not name: leftovers of a killed writer, and files of the commit before."""
        for build in self.folder.glob("build-*"):
            if build.name != keep.build:
                shutil.rmtree(build, ignore_errors=True)
                continue
            for path in build.iterdir():
                if path.is_dir():
                    shutil.rmtree(path, ignore_errors=True)
                elif path.name not in keep.files:
                    with contextlib.suppress(OSError):  # still open in another process, on some systems
                        path.unlink()


def _way_out(theirs: str, wanted: str) -> str:
    """The command that rebuilds; where another engine made the index, also how to go on with that one."""
    made, asked = engine_named(theirs), engine_named(wanted)
    if made and asked and made != asked:
        return f"{REBUILD} --engine {asked}, or go on with --engine {made}"
    return REBUILD


def _new_build() -> str:
    return f"build-{secrets.token_hex(4)}"

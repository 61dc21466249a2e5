"""The manifest beside an index: who made it, from what, and the hash of each of its files.

The manifest is the index: what it does not name does not exist, and putting a new one in the place of the old is the
moment of a commit. A process killed at any other moment leaves the old manifest with all the files that it names.
"""

import contextlib
import functools
import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from policysearch.errors import IndexDamagedError, IndexMismatchError
from policysearch.index.seal import is_sealed, seal

NAME = "manifest.json"
FORMAT = 1
"""Changes with the fields of the index or of this file; part of what an index must agree in."""


SeenFiles = dict[tuple[int, ...], str]
"""Hashes of files that this process has read: by device, inode, size and time of change."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is known of an index without opening it.

    Attributes:
        corpus: Id of the corpus.
        stamp: Language with its dictionary, and the version of the terms.
        revision: Revision of the corpus that was indexed last.
        build: Folder of the engine's files, beside the manifest.
        files: SHA-256 by name, of all files of the engine.
        documents: Key of the content by document id, as given by the caller.
    """

    corpus: str
    stamp: str
    engine: str
    revision: str
    build: str
    files: Mapping[str, str] = field(default_factory=dict)
    documents: Mapping[str, str] = field(default_factory=dict)


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of an index; None where there is no index.

    Raises:
        IndexDamagedError: It is no manifest.
        IndexMismatchError: It was made by another installation or version of this program.
    """
    try:
        raw = json.loads((folder / NAME).read_bytes())
    except FileNotFoundError:
        return None
    except (ValueError, OSError) as error:
        raise IndexDamagedError(f"{folder / NAME} cannot be read ({error}). {REBUILD}") from None
    if not isinstance(raw, dict) or not isinstance(raw.get("index"), dict):
        raise IndexDamagedError(f"{folder / NAME} is no manifest of an index. {REBUILD}")
    if raw.get("format") != FORMAT:
        raise IndexMismatchError(f"The index at {folder} was made by another version of policysearch. {REBUILD}")
    if not is_sealed(_content(raw["index"]), str(raw.get("seal"))):
        raise IndexMismatchError(
            f"The index at {folder} was made or changed outside this installation, and is not opened, since an "
            f"index can hold code. {REBUILD}"
        )
    return Manifest(**raw["index"])


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Put `manifest` in the place of the one before, at once and for good."""
    index = asdict(manifest)
    raw = {"format": FORMAT, "seal": seal(_content(index)), "index": index}
    draft = folder / f"{NAME}.new"
    with draft.open("w", encoding="utf-8") as file:
        json.dump(raw, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder / NAME)
    sync_folder(folder)


def hash_files(folder: Path, names: Iterable[str], known: Mapping[str, str], seen: SeenFiles) -> dict[str, str]:
    """SHA-256 of each file, brought to the disk; files of an index never change, so `known` hashes stay."""
    hashes = {}
    for name in sorted(names):
        if name not in known:
            with (folder / name).open("rb+") as file:
                os.fsync(file.fileno())
        hashes[name] = known.get(name) or _hash(folder / name, seen)
    sync_folder(folder)
    return hashes


def check_files(folder: Path, manifest: Manifest, seen: SeenFiles) -> None:
    """Make sure that every file of the index is the one that was written; those in `seen` are not read again.

    Raises:
        IndexDamagedError: One is missing or another.
    """
    for name, wanted in manifest.files.items():
        path = folder / manifest.build / name
        try:
            found = _hash(path, seen)
        except OSError as error:
            raise IndexDamagedError(f"{path} cannot be read ({error.strerror}). {REBUILD}") from None
        if found != wanted:
            raise IndexDamagedError(f"{path} is not the file that was written. {REBUILD}")


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system can."""
    if os.name == "nt":  # pragma: no cover
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


REBUILD = "Rebuild it with: policysearch reindex"


def _hash(path: Path, seen: SeenFiles) -> str:
    with path.open("rb") as file:
        status = os.fstat(file.fileno())
        key = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
        if key not in seen:
            seen[key] = hashlib.file_digest(file, "sha256").hexdigest()
    return seen[key]


def _content(index: object) -> bytes:
    return json.dumps(index, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def index_revisions(folder: Path) -> tuple[str, ...]:
    """Of which revision of the corpus each index in `folder` was made; those that cannot be read are missing."""
    found = []
    for path in sorted(folder.glob(f"*/{NAME}")):
        with contextlib.suppress(OSError, IndexMismatchError, IndexDamagedError):
            status = path.stat()
            found.append(_revision(path.parent, status.st_ino, status.st_mtime_ns, status.st_size))
    return tuple(found)


@functools.lru_cache(maxsize=16)
def _revision(folder: Path, *_: int) -> str:
    manifest = read_manifest(folder)
    return "" if manifest is None else manifest.revision

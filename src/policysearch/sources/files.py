"""Originals on disk: files, and folders with everything below them."""

import os
import stat
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from policysearch.errors import ReadError, UnsupportedFormatError, UsageError
from policysearch.model.source import Reference


def list_references(paths: Iterable[Path], *, leave_out: Iterable[Path] = ()) -> Iterator[Reference]:
    """One reference a file, folders in the order of their names, each file once.

    A folder that cannot be listed is a reference of its own, so that reading it reports why. Hidden files and
    folders (`.git`) inside a folder are left out; links to folders are not followed.

    Args:
        paths: Files and folders.
        leave_out: What is not looked at, with everything below it, also where it is given itself.

    Raises:
        UsageError: A path does not exist.
    """
    seen: set[Path] = set()
    ours = frozenset(path.resolve() for path in leave_out)
    for path in paths:
        if not os.path.lexists(path):
            raise UsageError(f"{path} does not exist: give files or folders that do")
        resolved = path.resolve()
        if not ours.isdisjoint((resolved, *resolved.parents)):
            continue
        for file in _walk(path.absolute(), ours):
            if file not in seen:
                seen.add(file)
                yield Reference(uri=file.as_uri())


def _walk(path: Path, ours: Collection[Path]) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    try:
        entries = sorted(path.iterdir())
    except OSError:
        yield path
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if (entry.is_dir() and entry.is_symlink()) or entry.resolve() in ours:
            continue
        yield from _walk(entry, ours)


def path_of(uri: str) -> Path:
    """The path that a `file:` URI names."""
    return Path(os.fsdecode(unquote_to_bytes(urlsplit(uri).path)))


def name_of(uri: str) -> str:
    """The last part of the address, for people and for telling formats apart."""
    return unquote(urlsplit(uri).path.rstrip("/").rsplit("/", 1)[-1]) or uri


def read_bytes(uri: str, *, limit: int) -> bytes:
    """The bytes of one original.

    Args:
        uri: A `file:` URI.
        limit: The largest size that is read, in bytes.

    Raises:
        ReadError: It cannot be opened, or is larger than `limit`.
        UnsupportedFormatError: It is no regular file.
    """
    path = path_of(uri)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            os.listdir(path)  # noqa: PTH208 - only to learn why the folder could not be listed
        if not stat.S_ISREG(status.st_mode):
            raise UnsupportedFormatError("is no regular file")
        if status.st_size > limit:
            raise ReadError(
                f"is {status.st_size / 2**20:.0f} MiB, more than the {limit / 2**20:.0f} MiB that limits.file_mb allows"
            )
        return path.read_bytes()
    except PermissionError as error:
        raise ReadError("may not be read: permission denied") from error
    except FileNotFoundError as error:
        raise ReadError("is gone, or is a link that leads nowhere") from error
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror}") from error

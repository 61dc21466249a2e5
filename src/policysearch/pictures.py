"""Pictures of pages, drawn from the stored originals: derived, kept in the folder of the index.

Each is drawn in a process of its own, within limits of time and memory: a page may be hostile.
"""

import contextlib
import multiprocessing
import sys
from collections.abc import Callable, Iterable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from policysearch.contacts import contact_spans
from policysearch.errors import PictureError
from policysearch.model.text import Box

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

WIDTHS = (600, 900, 1200, 1800)
"""Pixels that a picture may be wide; few, so that few are kept."""
_SECONDS, _MEMORY_MB = 10, 1024
_MOST_KEPT = 512 * 2**20
"""Bytes of all pictures; past that the oldest go."""
_LOOKS_EVERY = 50
"""Drawn pictures, after which it is looked whether there are too many."""
_VERSION = 1
"""Changes when the same page would be drawn otherwise."""


class Pictures:
    """The folder of pictures."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn = 0

    def kept(self, sha256: str, page: int, width: int, *, hide_contacts: bool) -> bytes | None:
        """The picture, if it was drawn before."""
        try:
            return self._path(sha256, page, width, hide_contacts=hide_contacts).read_bytes()
        except OSError:
            return None

    def draw(
        self, original: Path, sha256: str, page: int, width: int, *, covered: Iterable[Box], hide_contacts: bool
    ) -> bytes:
        """The picture, drawn anew and kept.

        Raises:
            PictureError: The page cannot be drawn, or not within the limits.
        """
        data = _drawn_alone(original, page, width, tuple(covered), hide_contacts)
        path = self._path(sha256, page, width, hide_contacts=hide_contacts)
        with contextlib.suppress(OSError):  # a full or foreign disk only makes it slower
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_name(f".{path.name}.{multiprocessing.current_process().pid}.part")
            part.write_bytes(data)
            part.replace(path)
            self._drawn += 1
            if self._drawn % _LOOKS_EVERY == 0:
                self._make_room()
        return data

    def forget_others(self, is_there: Callable[[str], bool]) -> None:
        """Forget pictures of originals that are no longer there, by their SHA-256."""
        for path in self._folder.glob("??/*.png"):
            if not is_there(path.name.partition("-")[0]):
                path.unlink(missing_ok=True)

    def forget(self, originals: Iterable[str]) -> None:
        """Forget the pictures of these originals, by their SHA-256."""
        for sha256 in originals:
            for path in self._folder.glob(f"{sha256[:2]}/*{sha256}-*"):
                path.unlink(missing_ok=True)

    def _path(self, sha256: str, page: int, width: int, *, hide_contacts: bool) -> Path:
        contacts = "covered" if hide_contacts else "whole"
        return self._folder / sha256[:2] / f"{sha256}-{page}-{width}-{contacts}-{_VERSION}.png"

    def _make_room(self) -> None:
        files = sorted((path.stat().st_mtime, path.stat().st_size, path) for path in self._folder.glob("??/*.png"))
        total = sum(size for _, size, _ in files)
        for _, size, path in files:
            if total <= _MOST_KEPT:
                break
            path.unlink(missing_ok=True)
            total -= size


def make_ready() -> None:
    """Start the process from which those that draw are made, so that the first picture need not wait for it."""
    process = _context().Process(target=_nothing)
    process.start()
    process.join()


def _drawn_alone(original: Path, page: int, width: int, covered: tuple[Box, ...], hide_contacts: bool) -> bytes:
    context = _context()
    mine, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_draw, args=(theirs, original, page, width, covered, hide_contacts), daemon=True)
    process.start()
    theirs.close()
    try:
        data = mine.recv_bytes() if mine.poll(_SECONDS) else b""
    except EOFError:  # it ended without a word: out of memory, or worse
        data = b""
    finally:
        mine.close()
        process.kill()
        process.join()
    if not data:
        raise PictureError(f"page {page} of {original.name} cannot be drawn; read its text, or open the original")
    return data


def _draw(to: Connection, original: Path, page: int, width: int, covered: tuple[Box, ...], hide_contacts: bool) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # as in workers.py
        import resource

        limit = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
        resource.setrlimit(limit, (_MEMORY_MB * 2**20, resource.getrlimit(limit)[1]))
    from policysearch.extract.pdf_picture import page_png

    find = contact_spans if hide_contacts else None
    to.send_bytes(page_png(original.read_bytes(), page, width=width, covered=covered, find=find) or b"")
    to.close()


def _nothing() -> None:
    """Does nothing, in a process of its own."""


def _context() -> "ForkServerContext | SpawnContext":
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", "policysearch.pictures", "policysearch.extract.pdf_picture"])
    return context

"""Originals on disk, unchanged, named by their SHA-256; beside each what cannot be made from it again.

`snapshots/ab/abcd…` are the bytes, `snapshots/ab/abcd….json` lists where and when they were met, and what the user
said of them; `snapshots/ab/abcd….ocr.json`, where there is one, holds the words that OCR read on their pages. What
the screen holds back of it, and what a person let in, is in `….held.json`. Files are
written whole: under a passing name, synced, then renamed.
"""

import datetime as dt
import hashlib
import os
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, TypeVar

from policysearch import codec
from policysearch.errors import CorpusFormatError
from policysearch.kill_points import kill_point
from policysearch.model.held import HeldDocument
from policysearch.model.source import Metadata
from policysearch.model.text import OcrPage

T = TypeVar("T")
_INCOMING = "in"


@dataclass(frozen=True, slots=True)
class Sighting:
    """The original was met at `uri`, or is met there no longer.

    Attributes:
        retrieved_at: UTC.
        overrides: The user's own values.
        url: The address on the web that a file came from, by the word of the user.
        withdrawn: The address gives nothing more; it gave this original last.
        status: The answer that said so.
        hints: What the listing of a channel said of it.
        served_as: What the server called it: *text/plain; charset=iso-8859-1*.
        read_as: The media type as which it was read; None if it could not be. Whoever reads it again goes by this where
            bytes and name say nothing, and an original that has it is never taken for no document.
        marked: What records said of it, where they listed it as an attachment: *PersonalData*, *PublicityClass*.
    """

    uri: str
    retrieved_at: dt.datetime
    overrides: Metadata = field(default_factory=Metadata)
    url: str | None = None
    withdrawn: bool = False
    status: int | None = None
    hints: Metadata = field(default_factory=Metadata)
    served_as: str | None = None
    read_as: str | None = None
    marked: tuple[tuple[str, str], ...] = ()


class Snapshots:
    """The folder of originals."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str) -> Path:
        """Where the bytes of that hash are, or would be."""
        return self.folder / sha256[:2] / sha256

    def add(self, data: bytes) -> str:
        """Keep `data`, once; returns its SHA-256 (64 hex digits). A damaged copy of it is replaced."""
        sha256 = hashlib.sha256(data).hexdigest()
        if not self._has(sha256, len(data)):
            write_whole(self.path(sha256), data)
        return sha256

    @contextmanager
    def incoming(self) -> Iterator[BinaryIO]:
        """An empty file for bytes that are still coming; `keep` makes an original of it, else it is gone afterwards."""
        folder = self.folder / _INCOMING
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f".{uuid.uuid4().hex}.part"
        try:
            with path.open("w+b") as file:
                yield file
        finally:
            path.unlink(missing_ok=True)

    def keep(self, file: BinaryIO, sha256: str) -> None:
        """Make what is in a file of `incoming` the original with that hash."""
        path = self.path(sha256)
        file.flush()
        if self._has(sha256, os.fstat(file.fileno()).st_size):
            return
        os.fsync(file.fileno())
        path.parent.mkdir(parents=True, exist_ok=True)
        kill_point()
        Path(file.name).replace(path)
        kill_point()
        _sync_folder(path.parent)

    def remove_incoming(self) -> None:
        """Clear away what a killed pull left half fetched; only while no other pull is at work."""
        for path in (self.folder / _INCOMING).glob(".*.part"):
            path.unlink(missing_ok=True)

    def drop(self, sha256: str) -> None:
        """Forget an original that turned out to be no document."""
        for path in (
            self.ocr_path(sha256),
            self._held_path(sha256),
            self.covered_path(sha256),
            self._side(sha256),
            self.path(sha256),
        ):
            path.unlink(missing_ok=True)
            kill_point()

    def held(self, sha256: str) -> tuple[HeldDocument, ...]:
        """The documents of an original that the screen holds back, or that a person let in."""
        return _read_list(self._held_path(sha256), tuple[HeldDocument, ...])

    def keep_held(self, sha256: str, held: Iterable[HeldDocument]) -> None:
        """Note what is held back, and what a person let in."""
        if held := tuple(held):
            write_whole(self._held_path(sha256), codec.encode(held).encode())
        else:
            self._held_path(sha256).unlink(missing_ok=True)

    def all_held(self) -> Iterator[HeldDocument]:
        """All documents that are held back now, by original."""
        for path in sorted(self.folder.glob("??/*.held.json")):
            yield from (held for held in self.held(path.name.partition(".")[0]) if held.is_held)

    def _held_path(self, sha256: str) -> Path:
        return self.path(sha256).with_suffix(".held.json")

    def drop_bytes(self, sha256: str) -> None:
        """Forget the bytes of an original, and what OCR read of them; notes and a covered reading stay."""
        for path in (self.ocr_path(sha256), self._held_path(sha256), self.path(sha256)):
            path.unlink(missing_ok=True)
            kill_point()

    def covered_path(self, sha256: str) -> Path:
        """Where the reading is, or would be, that stands in the place of the bytes (`privacy.covering`)."""
        return self.path(sha256).with_suffix(".covered.json")

    def keep_covered(self, sha256: str, data: str) -> None:
        """Keep a reading in the place of the bytes."""
        write_whole(self.covered_path(sha256), data.encode())

    def replace_sightings(self, sha256: str, sightings: Iterable[Sighting]) -> None:
        """Write all notes of an original anew."""
        write_whole(self._side(sha256), codec.encode(tuple(sightings)).encode())

    def sightings(self, sha256: str) -> tuple[Sighting, ...]:
        """Where the original was met, oldest first; empty if it never was.

        Raises:
            CorpusFormatError: The file beside the original cannot be understood.
        """
        return _read_list(self._side(sha256), tuple[Sighting, ...])

    def add_sighting(self, sha256: str, sighting: Sighting) -> None:
        """Note that the original was met."""
        write_whole(self._side(sha256), codec.encode((*self.sightings(sha256), sighting)).encode())

    def note_reading(self, sha256: str, media_type: str) -> None:
        """Note as what an original was read that could not be read when it was met."""
        first, *others = self.sightings(sha256)
        write_whole(self._side(sha256), codec.encode((replace(first, read_as=media_type), *others)).encode())

    def note_marks(self, sha256: str, marked: tuple[tuple[str, str], ...]) -> None:
        """Note what records say of an original that was met before."""
        first, *others = sightings = self.sightings(sha256)
        if new := set(marked) - {mark for sighting in sightings for mark in sighting.marked}:
            first = replace(first, marked=tuple(sorted({*first.marked, *new})))
            write_whole(self._side(sha256), codec.encode((first, *others)).encode())

    def ocr_path(self, sha256: str) -> Path:
        """Where the words that OCR read are, or would be; `read_ocr` reads them."""
        return self.path(sha256).with_suffix(".ocr.json")

    def add_ocr(self, sha256: str, pages: Iterable[OcrPage]) -> None:
        """Keep what OCR read of pages that it has not read before; what is kept is never changed."""
        known = read_ocr(self.ocr_path(sha256))
        if new := [page for page in pages if page.number not in known]:
            in_order = sorted((*known.values(), *new), key=lambda page: page.number)
            write_whole(self.ocr_path(sha256), codec.encode(tuple(in_order)).encode())

    def all(self) -> Iterator[str]:
        """The hashes of all originals that were met, in order."""
        for side in sorted(self.folder.glob(f"??/{'[0-9a-f]' * 64}.json")):
            yield side.stem

    def without_note(self) -> Iterator[Path]:
        """Originals of which no note tells where they were met, in order; one that is on its way may be among them."""
        for path in sorted(self.folder.glob(f"??/{'[0-9a-f]' * 64}")):
            if not self._side(path.name).exists():
                yield path

    def remove_leftovers(self, before: dt.datetime) -> None:
        """Clear away files that a killed run left half written, older than `before` (UTC)."""
        for path in self.folder.glob("??/.*.part"):
            if path.stat().st_mtime < before.timestamp():
                path.unlink(missing_ok=True)

    def _has(self, sha256: str, size: int) -> bool:
        path = self.path(sha256)
        return path.exists() and path.stat().st_size == size

    def _side(self, sha256: str) -> Path:
        return self.path(sha256).with_suffix(".json")


def read_ocr(path: Path) -> dict[int, OcrPage]:
    """The pages that OCR read, by number, as `Snapshots.add_ocr` keeps them; empty where it read none.

    Raises:
        CorpusFormatError: The file cannot be understood. It is not made again: other words would stand for it.
    """
    return {page.number: page for page in _read_list(path, tuple[OcrPage, ...])}


def _read_list(side: Path, type_: type[tuple[T, ...]]) -> tuple[T, ...]:
    """What a file beside an original lists; nothing where there is no such file."""
    try:
        return codec.decode(side.read_text(encoding="utf-8"), type_)
    except FileNotFoundError:
        return ()
    except ValueError as error:
        raise CorpusFormatError(f"{side} is damaged: {error}; restore it from a backup") from error


def write_whole(path: Path, data: bytes) -> None:
    """Write a file at once: under a passing name, synced, then renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    kill_point()
    part.replace(path)
    kill_point()
    _sync_folder(path.parent)


def _sync_folder(path: Path) -> None:
    folder = os.open(path, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)

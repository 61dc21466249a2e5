"""Whether words stand in any file of some folders, however they are packed: the witness of forgetting."""

import gzip
import io
import re
import sqlite3
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import zstandard

_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_GZIP, _ZSTD = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"
_DEPTH = 4


def found_in(folders: Iterable[Path], words: Iterable[str]) -> list[str]:
    """Each place in which one of the words stands: the file, how it was unpacked, and the word."""
    wanted = {word: [word.lower(), unicodedata.normalize("NFD", word.lower())] for word in words}
    places = []
    for folder in folders:
        for path in [folder] if folder.is_file() else sorted(p for p in folder.rglob("*") if p.is_file()):
            said = {word for word in wanted if _plain(word) in _plain(path.name)}
            places += [f"{path}: its name: {word}" for word in said]
            for how, data in _unpacked(path.read_bytes(), ""):
                texts = list(_texts(data))
                for word, forms in wanted.items():
                    if any(form in text for form in forms for text in texts):
                        places.append(f"{path}: {how or 'as it is'}: {word}")
    return sorted(set(places))


def _texts(data: bytes) -> Iterator[str]:
    """The data as letters, in every encoding in which a program might have written them."""
    yield data.decode("utf-8", "ignore").lower()
    yield data.decode("cp1252", "ignore").lower()
    for encoding in ("utf-16-le", "utf-16-be"):
        yield data.decode(encoding, "ignore").lower()
        yield data[1:].decode(encoding, "ignore").lower()
    escaped = re.sub(rb"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)).encode("utf-8", "ignore"), data)
    yield escaped.decode("utf-8", "ignore").lower()
    yield re.sub(
        rb"%([0-9a-fA-F]{2})", lambda m: bytes([int(m[1], 16)]), data
    ).decode("utf-8", "ignore").lower()  # fmt: skip


def _unpacked(data: bytes, how: str, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """The data, and all that is packed in it, wherever it begins."""
    yield how, data
    if depth == _DEPTH:
        return
    if data[:4] == b"PK\x03\x04":
        with suppress(zipfile.BadZipFile), zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield from _unpacked(name.encode() + b"\n" + archive.read(name), f"{how} zip:{name}", depth + 1)
    for at in (m.start() for m in _ZLIB.finditer(data)):
        with suppress(zlib.error):
            if inner := zlib.decompressobj().decompress(data[at:]):
                yield from _unpacked(inner, f"{how} zlib@{at}", depth + 1)
    for at in _all(_GZIP, data):
        with suppress(OSError, EOFError, zlib.error):
            yield from _unpacked(gzip.decompress(data[at:]), f"{how} gzip@{at}", depth + 1)
    for at in _all(_ZSTD, data):
        with suppress(zstandard.ZstdError):
            yield from _unpacked(
                zstandard.ZstdDecompressor().decompressobj().decompress(data[at:]), f"{how} zstd@{at}", depth + 1
            )
    if data[:16] == b"SQLite format 3\0" and depth == 0:
        yield from _rows(data, how, depth)


def _rows(data: bytes, how: str, depth: int) -> Iterator[tuple[str, bytes]]:
    """Every value of every table: a value may lie on several pages of the file, parted."""
    db = sqlite3.connect(":memory:")
    db.deserialize(data[:18] + b"\x01\x01" + data[20:])
    for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        for row in db.execute(f"SELECT * FROM {table}"):
            for value in row:
                if isinstance(value, str | bytes):
                    raw = value.encode() if isinstance(value, str) else value
                    yield from _unpacked(raw, f"{how} table {table}", depth + 1)
    db.close()


def _all(mark: bytes, data: bytes) -> Iterator[int]:
    at = data.find(mark)
    while at >= 0:
        yield at
        at = data.find(mark, at + 1)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower()

"""The key with which this installation seals its indexes.

An index holds pickles, so that opening a stranger's index runs the stranger's code, and a stranger can write hashes
into a manifest as well as we can. The manifest is therefore sealed with a key that never leaves this user's machine.
"""

import contextlib
import functools
import hashlib
import hmac
import os
import secrets
import tempfile
from pathlib import Path

VARIABLE = "POLICYSEARCH_INDEX_KEY"
"""Environment variable: another file for the key, such as one that several users of a shared index can read."""


def key_file() -> Path:
    """Where the key is kept."""
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen)
    state = os.environ.get("XDG_STATE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(state) if state else Path.home() / ".local" / "state") / "policysearch" / "index.key"


def seal(content: bytes) -> str:
    """The seal of `content`: 64 hex digits that only this installation can make."""
    return hmac.new(_key(key_file()), content, hashlib.sha256).hexdigest()


def is_sealed(content: bytes, mark: str) -> bool:
    """Whether `mark` is the seal of `content`."""
    return hmac.compare_digest(seal(content), mark)


@functools.cache
def _key(path: Path) -> bytes:
    """The key in `path`, made on first use; where it cannot be kept, one that lasts as long as this process."""
    try:
        return _read(path) or _make(path)
    except OSError:
        return secrets.token_bytes(32)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes() or None
    except FileNotFoundError:
        return None


def _make(path: Path) -> bytes:
    """Written whole under another name first, so that of two processes one wins and both read the same key."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secrets.token_hex(32).encode())
    with contextlib.suppress(FileExistsError):
        os.link(name, path)
    Path(name).unlink()
    return path.read_bytes()

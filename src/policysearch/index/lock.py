"""One writer at a time: a lock on a file, which the system lets go when its process ends."""

import os
from pathlib import Path

from policysearch.errors import CorpusBusyError, IndexWriteError

NAME = "write.lock"

if os.name == "nt":  # pragma: no cover
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriteLock:
    """The lock of one folder, taken when made.

    Raises:
        CorpusBusyError: Another writer has it.
        IndexWriteError: There is no right to write there.
    """

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._descriptor: int | None = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise IndexWriteError(
                f"The index at {folder} cannot be written ({error.strerror}). Give this user the right to, or choose "
                "another folder with --index."
            ) from None
        try:
            _lock(self._descriptor)
        except OSError:
            self.release()
            raise CorpusBusyError(
                f"Another process is writing to the index at {folder}. Wait until it has ended, and try again."
            ) from None

    def release(self) -> None:
        """Let the next writer in."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

"""One writer at a time: a lock on a file, which the system lets go when its process ends."""

from pathlib import Path

from filelock import FileLock, Timeout

from policysearch.errors import CorpusBusyError, IndexWriteError

NAME = "write.lock"


def write_lock(folder: Path) -> FileLock:
    """The lock of one index, taken; `release` it.

    Raises:
        CorpusBusyError: Another writer has it.
        IndexWriteError: There is no right to write there.
    """
    # Not bound to a thread: a server may end on another one than it began on.
    lock = FileLock(folder / NAME, timeout=0, thread_local=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout:
        raise CorpusBusyError(
            f"Another process is writing to the index at {folder}. Wait until it has ended, and try again."
        ) from None
    except OSError as error:
        raise IndexWriteError(
            f"The index at {folder} cannot be written ({error.strerror}). Give this user the right to, or choose "
            "another folder with --index."
        ) from None
    return lock

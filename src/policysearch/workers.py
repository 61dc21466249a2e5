"""Originals read side by side in child processes, each within limits of time and memory; results in input order.

A child that passes a limit is killed and replaced; only the original that it was reading fails.
"""

import multiprocessing
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import TimeoutError as LimitPassedError
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from policysearch.errors import WorkersError
from policysearch.lang.fi import Finnish, open_finnish
from policysearch.model.document import Document
from policysearch.model.facts import Facts
from policysearch.pipeline import ReadOriginal, StageError, Work, find_facts_again, read_original
from policysearch.settings import Limits, Settings


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one piece of work: `result` or `error`, and the word forms analysed on the way."""

    result: ReadOriginal | Facts | None
    error: StageError | None = None
    forms: Mapping[str, str] | None = None


def run(
    works: Iterable[Work | Document | None], *, settings: Settings, forms: Mapping[str, str]
) -> Iterator[Outcome | None]:
    """Read originals (`Work`), or find the facts of documents anew (`Document`), in child processes.

    Args:
        works: None passes through, for inputs that need no work.
        settings: Number of processes and limits.
        forms: Word forms known from earlier runs.

    Yields:
        An outcome for each input, in the order of the inputs, a few ahead of the reader at most.
    """
    n_workers, limits = settings.n_workers, settings.limits
    # Children are made from a clean server process: a fork of this one would copy its threads' locks.
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    pool = ProcessPool(n_workers, initializer=_start, initargs=(dict(forms), limits.memory_mb), context=context)
    waiting: deque[ProcessFuture[Outcome] | None] = deque()
    try:
        for work in works:
            waiting.append(None if work is None else pool.schedule(_do, args=(work,), timeout=limits.seconds))
            if len(waiting) > 3 * n_workers:
                yield _outcome(waiting.popleft(), limits)
        while waiting:
            yield _outcome(waiting.popleft(), limits)
        pool.close()  # type: ignore[no-untyped-call]  # pebble types its functions in part
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def _outcome(future: ProcessFuture[Outcome] | None, limits: Limits) -> Outcome | None:
    if future is None:
        return None
    try:
        outcome: Outcome = future.result()
    except LimitPassedError:
        reason = f"takes longer than the {limits.seconds} s that limits.seconds allows"
        return Outcome(None, StageError("extract", reason))
    except ProcessExpired as error:
        reason = f"ended the process that read it (exit code {error.exitcode}): perhaps out of memory"
        return Outcome(None, StageError("extract", reason))
    except BrokenProcessPool as error:
        raise WorkersError(
            "the processes that read documents cannot start: give them more memory (limits.memory_mb in "
            "policysearch.toml), or close other programs"
        ) from error
    except MemoryError:
        return Outcome(None, StageError("extract", "needs more memory than limits.memory_mb allows"))
    return outcome


def _start(forms: Mapping[str, str], memory_mb: int) -> None:
    with suppress(ImportError, ValueError, OSError):  # no such limits on Windows, or stricter ones are set already
        import resource

        limit = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
        resource.setrlimit(limit, (memory_mb * 2**20, resource.getrlimit(limit)[1]))
    _finnish().remember(forms)


@cache
def _finnish() -> Finnish:
    """The Finnish of this child process, with the word forms that it has met so far."""
    return open_finnish()


def _do(work: Work | Document) -> Outcome:
    language = _finnish()
    try:
        result = read_original(work, language) if isinstance(work, Work) else find_facts_again(work, language)
    except StageError as error:
        return Outcome(None, error, language.new_forms())
    return Outcome(result, None, language.new_forms())

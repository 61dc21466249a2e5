"""What one running web page is set up with, and its worker threads with a corpus each."""

import asyncio
import contextlib
import datetime as dt
import secrets
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import TypeVar

from policysearch.corpus import Corpus, open_corpus
from policysearch.errors import CorpusBusyError, PolicySearchError
from policysearch.settings import Settings

T = TypeVar("T")

_TRIES, _SECONDS_BETWEEN = 40, 0.05
WORKERS = 2
"""Threads that answer, each with a corpus of its own open. One interpreter computes one page at a time: with four,
20 readers waited 1.4 s, with two 1.1 s (95th percentile, `benchmarks/web.py`). The second is for a slow page."""


@dataclass(frozen=True, slots=True)
class Site:
    """How the page is served.

    Attributes:
        settings: Of the corpus.
        token: What a reader must know; None where everybody who reaches the page may read.
        hosts: Names, beside numeric addresses and *localhost*, under which the page may be asked for.
        show_contacts: Show phone numbers and e-mail addresses of persons.
        workers: How many threads answer.
        follows_clock: *Today* is the real day, also when the next one comes; else that of `settings`.
        writable: Whoever sits at this machine may review and add documents without a token.
        form_key: Makes the tokens of forms; new with each start.
    """

    settings: Settings
    token: str | None = None
    hosts: frozenset[str] = field(default_factory=frozenset)
    show_contacts: bool = False
    workers: int = WORKERS
    follows_clock: bool = False
    writable: bool = True
    form_key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)


class Workers:
    """Threads with a read-only corpus each, which is opened anew once there is a newer complete state."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._own = threading.local()
        self._threads = ThreadPoolExecutor(site.workers, thread_name_prefix="page")

    async def open(self) -> None:
        """Open the corpus in every thread: one that did so later could find the middle of an ingest."""
        loop, all_there = asyncio.get_running_loop(), threading.Barrier(self._site.workers)

        def opened() -> None:
            with contextlib.suppress(PolicySearchError):  # who asks is told
                self._corpus()
            all_there.wait()  # so that no thread does it twice, and another not at all

        await asyncio.gather(*(loop.run_in_executor(self._threads, opened) for _ in range(self._site.workers)))

    async def run(self, answer: Callable[[Corpus], T], *, reads: bool = True) -> T:
        """What `answer` makes of the corpus, in one of the threads.

        Args:
            answer: Is asked again where it only `reads`, and the index changed under it.
            reads: It changes nothing.
        """
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, lambda: self._answered(answer, reads=reads))

    def close(self) -> None:
        """Let go of threads and files."""
        self._threads.shutdown(cancel_futures=True)

    def _answered(self, answer: Callable[[Corpus], T], *, reads: bool) -> T:
        if not reads:
            return answer(self._corpus())
        for _ in range(_TRIES):
            corpus = self._corpus()
            try:
                result = answer(corpus)
            except Exception:
                if not corpus.has_moved():
                    raise
            else:
                if not corpus.has_moved():
                    return result
            time.sleep(_SECONDS_BETWEEN)  # the two indexes change one right after the other
        raise CorpusBusyError(
            f"The index at {self._site.settings.index} is not whole: while another process writes, ask again; "
            "else run `policysearch ingest` once more."
        )

    def _corpus(self) -> Corpus:
        corpus: Corpus | None = getattr(self._own, "corpus", None)
        settings = self._site.settings
        if self._site.follows_clock:
            settings = replace(settings, today=dt.date.today())
        if corpus is None:
            corpus = self._own.corpus = self._opened(settings)
        elif corpus.settings != settings or corpus.is_outdated():
            newer = self._opened(settings)
            if newer.is_complete() or not corpus.is_complete():
                corpus.close()
                corpus = self._own.corpus = newer
            else:  # somebody began to write meanwhile: the last complete state goes on answering
                newer.close()
        return corpus

    def _opened(self, settings: Settings) -> Corpus:
        return open_corpus(
            settings=settings, read_only=True, hide_contacts=not self._site.show_contacts, hide_places=True
        )

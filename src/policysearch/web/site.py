"""What one running web page is set up with, and its worker threads with a corpus each."""

import asyncio
import datetime as dt
import secrets
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import TypeVar

from policysearch.corpus import Corpus, open_corpus
from policysearch.settings import Settings

T = TypeVar("T")

WORKERS = 4
"""Threads that answer: each holds a corpus of its own open, and more of them do not make two cores faster."""


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

    async def run(self, answer: Callable[[Corpus], T]) -> T:
        """What `answer` makes of the corpus, in one of the threads."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, lambda: answer(self._corpus()))

    def close(self) -> None:
        """Let go of threads and files."""
        self._threads.shutdown(cancel_futures=True)

    def _corpus(self) -> Corpus:
        corpus: Corpus | None = getattr(self._own, "corpus", None)
        settings = self._site.settings
        if self._site.follows_clock:
            settings = replace(settings, today=dt.date.today())
        if corpus is not None and (corpus.settings != settings or corpus.is_outdated()):
            self._own.corpus = None
            corpus.close()
            corpus = None
        if corpus is None:
            corpus = self._own.corpus = open_corpus(
                settings=settings, read_only=True, hide_contacts=not self._site.show_contacts, hide_places=True
            )
        return corpus

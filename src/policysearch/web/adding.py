"""Documents that readers hand over: taken in one after another, beside the pages, by the same `ingest`."""

import logging
import secrets
import threading
from collections import OrderedDict
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from dataclasses import dataclass, replace

from policysearch.corpus import open_corpus
from policysearch.errors import CorpusBusyError, PolicySearchError
from policysearch.model.report import IngestEvent
from policysearch.model.source import Metadata
from policysearch.settings import Settings
from policysearch.web.forms import Sent

MOST_WAITING = 20
"""Files that wait or are being read; what comes beyond them is asked to come later."""
_MOST_KEPT = 100
"""Batches whose outcome can still be looked at."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody knows of the files of a batch."""

    overrides: Metadata
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one file: an event of `ingest`, or why there is none."""

    event: IngestEvent | None = None
    trouble: str | None = None
    is_busy: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """One file of a batch, with what becomes of it."""

    name: str
    outcome: Future[Taken]

    @property
    def taken(self) -> Taken | None:
        """None while it waits or is read."""
        return self.outcome.result() if self.outcome.done() and not self.outcome.cancelled() else None


class Adding:
    """One thread that takes in what is handed over, and the outcomes of late."""

    def __init__(self, settings: Settings) -> None:
        self._settings = replace(settings, jobs=1)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="adding")
        self._batches: OrderedDict[str, tuple[File, ...]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, files: Iterable[Sent], given: Given) -> str | None:
        """The id of a batch under which its outcome will be found; None where too many wait already."""
        files = tuple(files)
        with self._lock:
            waiting = sum(file.taken is None for batch in self._batches.values() for file in batch)
            if waiting + len(files) > MOST_WAITING:
                return None
            id_ = secrets.token_urlsafe(12)
            self._batches[id_] = tuple(File(sent.name, self._thread.submit(self._add, sent, given)) for sent in files)
            while len(self._batches) > _MOST_KEPT:
                self._batches.popitem(last=False)
        return id_

    def batch(self, id_: str) -> tuple[File, ...] | None:
        """The files of a batch; None where there is none of that id."""
        with self._lock:
            return self._batches.get(id_)

    def wait(self, id_: str, seconds: float) -> None:
        """Wait a little for a batch to be done."""
        wait_for([file.outcome for file in self.batch(id_) or ()], timeout=seconds)

    def close(self) -> None:
        """Take in no more."""
        self._thread.shutdown(cancel_futures=True)

    def _add(self, sent: Sent, given: Given) -> Taken:
        try:
            with sent.file as file, open_corpus(settings=self._settings) as corpus:
                file.seek(0)
                event = corpus.add(file.read(), sent.name, overrides=given.overrides, url=given.url)
                corpus.update_index()
        except CorpusBusyError:
            return Taken(is_busy=True)
        except PolicySearchError as error:
            log.error("adding: %s", error)  # the message may name folders of the machine
            return Taken(trouble=type(error).__name__)
        except Exception:
            log.exception("adding")
            return Taken(trouble="fault")
        return Taken(event)

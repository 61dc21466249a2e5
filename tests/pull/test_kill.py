"""A pull may be killed anywhere: after one more run the corpus is as if nobody had disturbed it."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

from policysearch import ingest as ingesting
from policysearch import open_corpus
from policysearch.kill_points import VARIABLE
from policysearch.lang.fi import Finnish, open_finnish
from policysearch.model.document import Document
from policysearch.model.source import Metadata
from policysearch.pipeline import StageError, Work, read_original
from policysearch.workers import Outcome
from tests.pull.dump import dump
from tests.pull.made import ON_TOPIC, Publisher
from tests.sources.site import Page, Site

ROOT = Path(__file__).resolve().parents[2]


@cache
def warm_finnish() -> Finnish:
    """A Finnish that has read such documents already: forked processes have its word forms and word lists from it."""
    language = open_finnish()
    page = ON_TOPIC.format(title="Päätös", day=1, month=2, until="31.12.2025")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.html"
        path.write_text(page, encoding="utf-8")
        sha256 = hashlib.sha256(page.encode()).hexdigest()
        read_original(Work(path, path.with_suffix(".ocr"), "a.html", sha256, Metadata(), False, judge=True), language)
    return language


def read_here(language: Finnish, works: Iterable[Work | Document | None], **_: Any) -> Iterator[Outcome | None]:
    """As `workers.run`, two works ahead, without child processes: the kill points are all in the parent."""
    waiting: list[Work | Document | None] = []

    def done(work: Work | Document | None) -> Outcome | None:
        if work is None:
            return None
        assert isinstance(work, Work)
        try:
            return Outcome(read_original(work, language), None, language.new_forms())
        except StageError as error:
            return Outcome(None, error)

    for work in works:
        waiting.append(work)
        if len(waiting) > 2:
            yield done(waiting.pop(0))
    for work in waiting:
        yield done(work)


def in_child(folder: Path, kill_at: int | None) -> int:
    """Pull in a forked process that kills itself at that point; how it ended."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            if kill_at is not None:
                os.environ[VARIABLE] = str(kill_at)
            os.fsync = lambda file: None  # type: ignore[assignment]  # the disk itself outlives a kill
            with open_corpus(folder / "corpus", folder / "index", create=True) as corpus:
                list(corpus.pull())
            status = 0
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def publish(publisher: Publisher, site: Site) -> None:
    """Six kinds of originals: two kept, one copy, one beside the topic, one closed, one that is no document."""
    publisher.entries.append({"series": "1/2024", "expect": ["a", "b"]})
    publisher.put("a", series="1/2024")
    publisher.put("penkit", topic=False)
    publisher.put("b", series="1/2024")
    publisher.put("copy")
    site.pages["/copy.html"] = site.pages["/a.html"]
    publisher.put("closed", public=False)
    publisher.put("zip")
    publisher.entries[-1]["uri"] = "/files?id=7"
    site.pages["/files?id=7"] = Page(b"PK\x05\x06" + bytes(18), media_type="application/zip")
    publisher.show()


def change(publisher: Publisher, site: Site) -> None:
    """One changed, one gone, one new."""
    publisher.put("a", until="1.2.2027")
    del site.pages["/b.html"]
    publisher.put("d")


@pytest.mark.parametrize("is_second", [False, True], ids=["first pull", "pull of changes"])
def test_kill_at_every_numbered_point(
    publisher: Publisher, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_second: bool
) -> None:
    """At each place of the writing, up to the last one that the run passes."""
    language = warm_finnish()
    monkeypatch.setattr("policysearch.lang.fi.open_finnish", lambda: language)
    monkeypatch.setattr(ingesting, "run", partial(read_here, language))
    publish(publisher, site)
    start = tmp_path / "start"
    start.mkdir()
    if is_second:
        assert in_child(start, None) == 0
        change(publisher, site)
    whole = tmp_path / "whole"
    shutil.copytree(start, whole)
    assert in_child(whole, None) == 0
    expected = dump(whole / "corpus")
    killed = 0
    while True:
        folder = tmp_path / f"killed-{killed + 1}"
        shutil.copytree(start, folder)
        ended = in_child(folder, killed + 1)
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
        killed += 1
        assert in_child(folder, None) == 0
        assert dump(folder / "corpus") == expected, f"killed at point {killed}"
        shutil.rmtree(folder)
    assert killed > 30


PROGRAM = """
import sys
from policysearch.sources import connectors
from tests.pull.made import listing
connectors.CONNECTORS = {"made": listing}
from policysearch.cli import main
if __name__ == "__main__":
    main(sys.argv[1:])
"""


def command(folder: Path) -> list[str]:
    (folder / "pull.py").write_text(PROGRAM, encoding="utf-8")
    places = ["--corpus", str(folder / "corpus"), "--index", str(folder / "index")]
    return [sys.executable, str(folder / "pull.py"), "pull", *places]


@pytest.mark.parametrize(
    ("how", "n_requests"),
    [(signal.SIGKILL, 2), (signal.SIGKILL, 7), (signal.SIGINT, 5)],
    ids=["early", "late", "Ctrl-C"],
)
def test_stopped_in_the_middle_of_a_request(
    publisher: Publisher, site: Site, tmp_path: Path, how: signal.Signals, n_requests: int
) -> None:
    """The real command, with its child processes, is stopped while the server answers; the next run completes it."""
    for name in "abcdef":
        publisher.put(name)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    process: subprocess.Popen[bytes]

    def stops(handler: Any) -> None:
        process.send_signal(how)
        handler.close_connection = True

    names = ["robots", "list", *"abcdef"]
    path = f"/{names[n_requests]}.html"
    page = site.pages[path]
    site.pages[path] = stops
    process = subprocess.Popen(
        command(tmp_path), cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    output, _ = process.communicate(timeout=120)
    assert process.returncode == (-signal.SIGKILL if how == signal.SIGKILL else 130), output
    assert b"Traceback" not in output
    site.pages[path] = page
    done = subprocess.run(command(tmp_path), cwd=tmp_path, env=environment, capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        assert sorted(s.metadata.title or "" for s in corpus.documents()) == [f"Päätös {name}" for name in "abcdef"]
        assert not [problem for event in corpus.verify() for problem in event.problems]

"""While another process takes documents in, pages answer from the last complete state, and then from the new one."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from policysearch.corpus import open_corpus
from policysearch.index import SearchIndex
from policysearch.settings import Settings
from tests.conftest import EXAMPLES, TODAY
from tests.web.conftest import Open, served

MADE = 150
READERS = 3
"""At once, so that threads of the page begin to answer while documents are taken in."""
FEWEST_ROUNDS = 3
ADDRESSES = (
    "/?q=uhri", "/search.jsonl?q=uhri", "/commitments?actor=Lyhtytupa+ry", "/commitments.csv", "/deadlines.ics",
    "/corpus", "/api/v1/corpus", "/concordance.csv?q=uhri",
)  # fmt: skip
"""Answers from documents alone, from the index, and from both."""
Answers = dict[str, tuple[int, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus of one document, and beside it files to take in."""
    (tmp_path / "made").mkdir()
    for number in range(MADE):
        day = f"{1 + number % 28}.{1 + number % 12}"
        (tmp_path / "made" / f"{number:03}.txt").write_text(
            f"Päätös {number}\n\nKuusjärven kaupunginhallitus päätti {day}.2022, että hyvinvointilautakunta tuo "
            f"selvityksen {number} uhrien palveluista kaupunginhallitukselle {day}.2024 mennessä.\n\n"
            f"Lyhtytupa ry avaa uhreille tukipisteen {number} elokuussa 2023.\n",
            encoding="utf-8",
        )
    assert ingest(tmp_path, EXAMPLES / "tiedote-hyvinvointiministerio-2022-03-24.html").wait() == 0
    return tmp_path


def ingest(folder: Path, *paths: Path) -> subprocess.Popen[bytes]:
    """The command, in a process of its own."""
    command = [sys.executable, "-m", "policysearch", "ingest", *map(str, paths), "--today", TODAY]
    command += ["--corpus", str(folder / "corpus"), "--index", str(folder / "index")]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def originals(folder: Path) -> int:
    """How many have been taken in."""
    return sum(1 for _ in (folder / "corpus" / "snapshots").glob("??/*.json"))


def test_each_answer_is_of_one_complete_state(folder: Path) -> None:
    """Every page and file, asked again and again by several readers: all as before, or all as after; never an error."""
    with served(folder, workers=READERS + 1) as address, httpx.Client(base_url=address, timeout=60) as client:

        def look(_: object = None) -> Answers:
            answers = {path: client.get(path) for path in ADDRESSES}
            return {path: (answer.status_code, answer.text) for path, answer in answers.items()}

        before = look()
        writing = ingest(folder, folder / "made")
        rounds: list[tuple[bool, Answers]] = []
        with ThreadPoolExecutor(READERS) as readers:
            while writing.poll() is None:
                began = originals(folder) > 1
                answers = list(readers.map(look, range(READERS)))
                is_between = began and originals(folder) < MADE + 1
                rounds += [(is_between, each) for each in answers]
        assert writing.returncode == 0
        after = look()

    assert {status for answers in (before, after) for status, _ in answers.values()} == {200}
    assert all(before[path] != after[path] for path in ADDRESSES)
    assert '"documents":151' in after["/api/v1/corpus"][1].replace(" ", "")
    for path in ADDRESSES:
        seen = [answers[path] for _, answers in rounds]
        assert {*seen} <= {before[path], after[path]}, path
        between = [answers[path] for is_between, answers in rounds if is_between]
        assert len(between) >= FEWEST_ROUNDS, "there was time to look while documents were taken in"
        assert {*between} == {before[path]}, path


def test_the_two_indexes_appear_together(open_site: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that takes long is done before either is seen; where one alone is, pages say that they cannot answer."""
    settings = Settings(tmp_path / "corpus", tmp_path / "index")
    first, second = sorted(EXAMPLES.glob("tiedote-*.html"))
    with open_corpus(settings=settings, create=True) as corpus:
        list(corpus.ingest([first]))
        corpus.update_index()
    site, steps = open_site(tmp_path), []
    prepare, publish = SearchIndex.prepare, SearchIndex.publish
    monkeypatch.setattr(
        SearchIndex, "prepare", lambda self, revision: (steps.append("prepare"), prepare(self, revision))
    )

    def publish_and_ask(self: SearchIndex) -> None:
        steps.append(f"publish {site.get('/?q=ihmiskauppa').status_code}")
        publish(self)

    monkeypatch.setattr(SearchIndex, "publish", publish_and_ask)
    with open_corpus(settings=settings) as corpus:
        list(corpus.ingest([second]))
        corpus.update_index()
    assert steps == ["prepare", "prepare", "publish 200", "publish 503"]
    assert "turvallisuusministeriö" in site.get("/?q=ihmiskauppa").text

"""A reader at the first page of the examples."""

from collections.abc import Callable
from pathlib import Path

import pytest

from policysearch.corpus import open_corpus
from tests.web.journeys.reader import LOCALES, Reader, Way
from tests.web.test_browser import Open, visit

__all__ = ["visit"]

Walk = Callable[..., Reader]


@pytest.fixture
def walk(visit: Open) -> Walk:
    """Opens a page for a reader; the way says how she reads."""

    def opened(way: Way, path: str = "/", **options: object) -> Reader:
        how = {"locale": LOCALES[way.language], "java_script_enabled": way.scripts, "reduced_motion": "reduce"}
        page = visit(path, **how, **options)
        return Reader(page, way)

    return opened


@pytest.fixture(scope="session")
def texts(examples: Path) -> dict[str, str]:
    """The text of each document by its id, as it is stored."""
    with open_corpus(examples / "corpus", examples / "index", read_only=True) as corpus:
        return {each.id: corpus.document(each.id).text for each in corpus.documents()}


@pytest.fixture(scope="session")
def corpus_sha256(examples: Path) -> str:
    """The hash over the examples as they are read."""
    with open_corpus(examples / "corpus", examples / "index", read_only=True) as corpus:
        return corpus.provenance("search").corpus_sha256

"""Coverage of what channels offer and list, from the journal of pulls."""

import json
from pathlib import Path
from typing import Any

from policysearch import open_corpus
from policysearch.model.pulling import PullOptions
from tests.conftest import Run
from tests.pull.made import Publisher, publisher
from tests.sources.site import Page, Site, open_site

__all__ = ["publisher"]

import pytest


@pytest.fixture
def site() -> Any:
    with open_site() as site:
        yield site


def test_a_channel_and_what_it_lists(publisher: Publisher, site: Site, run: Run, tmp_path: Path) -> None:
    """Each offer is here, or has a state and a reason; what is listed and was never offered is a gap."""
    for name in ("a", "b", "c"):
        publisher.put(name, series="18/2024")
    publisher.put("d", topic=False, series="18/2024")
    publisher.entries.append({"uri": "/salainen.pdf", "key": "e", "title": "Liite 2", "public": False})
    publisher.entries.append({"series": "18/2024", "expect": ["a", "b", "c", "d", "e", "f"]})
    publisher.entries.append({"trouble": f"{site.base}/rikki"})
    publisher.show()
    site.pages["/b.html"] = Page(status=500)

    def pull() -> None:
        with open_corpus(tmp_path / "corpus", tmp_path / "index", create=True) as corpus:
            list(corpus.pull((), options=PullOptions()))

    pull()
    groups = json.loads(run("coverage", "--kind", "channel", "--format", "json").stdout)["groups"]
    offers, listed = groups
    assert (offers["name"], offers["present"], offers["expected"]) == ("kuusjarvi", 2, 5)
    states = {gap["name"].rpartition("/")[2]: gap["state"] for gap in offers["gaps"]}
    assert states == {"b.html": "failed", "d.html": "left_out", "salainen.pdf": "not_public", "rikki": "failed"}
    assert all(gap["reason"] for gap in offers["gaps"])
    assert (listed["name"], listed["present"], listed["expected"]) == ("kuusjarvi: 18/2024", 2, 6)
    assert {gap["name"]: gap["state"] for gap in listed["gaps"]} == {
        "item b": "failed",
        "item d": "left_out",
        "item e": "not_public",
        "item f": "missing",
    }
    assert next(gap["reason"] for gap in listed["gaps"] if gap["name"] == "item f").endswith("could not be read")
    publisher.put("b", series="18/2024")
    del site.pages["/c.html"]
    pull()
    offers = json.loads(run("coverage", "--kind", "channel", "--format", "json").stdout)["groups"][0]
    assert offers["present"] == 3
    assert {gap["name"].rpartition("/")[2]: gap["state"] for gap in offers["gaps"]}["c.html"] == "withdrawn"
    stdout = run("coverage").stdout
    assert "kuusjarvi: 18/2024: 3 of 6" in stdout
    assert "not public: item e" in stdout
    assert "withdrawn from its address, kept here" in stdout


def test_pulled_address_of_a_file(publisher: Publisher, run: Run, tmp_path: Path) -> None:
    """A file ingested with its address, and pulled from there later: one document, two sources, and both are cited."""
    uri = publisher.put("a")
    page = publisher.site.pages["/a.html"]
    assert isinstance(page, Page)
    file = tmp_path / "ladattu.html"
    file.write_bytes(page.data)
    assert run("ingest", file, "--url", uri).exit_code == 0
    with open_corpus(tmp_path / "corpus", tmp_path / "index") as corpus:
        list(corpus.pull((), options=PullOptions()))
        (document,) = corpus.documents(all_versions=True)
    record = json.loads(run("export").stdout.splitlines()[0])
    assert record["source"]["uri"] == file.as_uri()
    assert record["source"]["url"] == uri
    assert [(source["uri"], source["told"]) for source in record["sources"]] == [(file.as_uri(), False), (uri, False)]
    cited = run("cite", document.id).stdout
    assert f"{file.as_uri()} (retrieved" in cited
    assert f"{uri} (retrieved" in cited


def test_the_last_look_is_in_the_history(publisher: Publisher, site: Site, run: Run, tmp_path: Path) -> None:
    """When it was looked at last, and what the answer was."""
    publisher.put("a")
    for _ in range(2):
        with open_corpus(tmp_path / "corpus", tmp_path / "index", create=True) as corpus:
            list(corpus.pull((), options=PullOptions()))
            (document,) = corpus.documents()
    history = json.loads(run("show", document.id, "--history", "--format", "json").stdout)
    assert [(event["event"], event["status"]) for event in history] == [("met", None), ("unchanged", 304)]
    assert "looked at, unchanged (304)" in run("show", document.id, "--history").stdout

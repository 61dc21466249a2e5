"""Saved queries: what is new is shown once, whatever becomes of the index, the database or the folder."""

import shutil
from pathlib import Path

import pytest

from policysearch import Corpus, open_corpus
from policysearch.errors import CorpusFormatError, QueryError, UsageError
from policysearch.model.search import FactFilters
from policysearch.watches import add_watch, mark_seen, remove_watch, run_watch, watches
from tests.conftest import Run

HEAD = "Kuusjärven kaupunki\nTiedote {day}.2.2022\n\nUutinen\n\n"
FIRST = HEAD.format(day=1) + "Kaupunki hyväksyi uhrien palvelut.\n"
SECOND = HEAD.format(day=2) + "Kaupunki järjestää uhrien tuen vuoden 2022 loppuun mennessä.\n"


@pytest.fixture
def folder(run: Run, tmp_path: Path) -> Path:
    """A corpus of one document."""
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    assert run("ingest", tmp_path / "a.txt").exit_code == 0
    return tmp_path


def opened(folder: Path) -> Corpus:
    return open_corpus(folder / "corpus", folder / "index")


def new(folder: Path, name: str = "uhrit", *, mark: bool = True) -> list[str]:
    """Words of what is new to a watch, which is then seen."""
    with opened(folder) as corpus:
        watch = next(watch for watch in watches(corpus) if watch.name == name)
        done = run_watch(corpus, watch)
        if mark:
            mark_seen(corpus, [done])
        return [hit.text for hit in done.hits]


def test_only_what_is_new_is_found(run: Run, folder: Path) -> None:
    """All at the first run, nothing at the second, the new document at the third."""
    with opened(folder) as corpus:
        add_watch(corpus, "uhrit", "uhri")
    assert new(folder) == ["Kaupunki hyväksyi uhrien palvelut."]
    assert new(folder) == []
    (folder / "b.txt").write_text(SECOND, encoding="utf-8")
    assert run("ingest", folder / "b.txt").exit_code == 0
    assert new(folder, mark=False) == ["Kaupunki järjestää uhrien tuen vuoden 2022 loppuun mennessä."]
    assert len(new(folder)) == 1, "what was not marked is still new"
    assert new(folder) == []


def test_a_new_version_shows_only_what_changed_in_it(run: Run, folder: Path) -> None:
    """All ids change with a version; words that were there before are nothing new."""
    with opened(folder) as corpus:
        add_watch(corpus, "uhrit", "uhri")
    new(folder)
    (folder / "a.txt").write_text(FIRST + "\nUhrien asema paranee.\n", encoding="utf-8")
    assert run("ingest", folder / "a.txt").exit_code == 0
    assert new(folder) == ["Uhrien asema paranee."]


def test_watches_survive_reindex_a_lost_database_and_a_copy(run: Run, folder: Path) -> None:
    """They lie beside what the corpus is made from."""
    with opened(folder) as corpus:
        add_watch(corpus, "uhrit", "uhri", filters=FactFilters(types=("press_release",)))
    new(folder)
    assert run("reindex").exit_code == 0
    assert new(folder) == []
    for name in ("corpus.db", "corpus.db-wal", "corpus.db-shm"):
        (folder / "corpus" / name).unlink(missing_ok=True)
    assert run("reindex").exit_code == 0
    assert new(folder) == []
    shutil.copytree(folder / "corpus", folder / "copy" / "corpus")
    assert new(folder / "copy") == []
    with opened(folder / "copy") as corpus:
        assert watches(corpus)[0].filters.types == ("press_release",)


def test_commitments_can_be_watched(run: Run, folder: Path) -> None:
    """With their own filters."""
    with opened(folder) as corpus:
        add_watch(corpus, "luvat", "", kind="commitments", filters=FactFilters(kinds=("undertaking",)))
    assert new(folder, "luvat") == []
    (folder / "b.txt").write_text(SECOND, encoding="utf-8")
    assert run("ingest", folder / "b.txt").exit_code == 0
    assert len(new(folder, "luvat")) == 1


def test_no_word_of_a_query_is_dropped(folder: Path) -> None:
    """A watch never falls back on any of its words."""
    with opened(folder) as corpus:
        add_watch(corpus, "uhrit", "uhri kvanttimekaniikka")
    assert new(folder) == []


def test_wrong_use_is_explained(folder: Path) -> None:
    """Names twice, nothing asked, filters that do not fit, broken queries, unknown names, a damaged file."""
    with opened(folder) as corpus:
        add_watch(corpus, "uhrit", "uhri")
        for arguments, said in (
            ({"name": "uhrit", "query": "x"}, "another name"),
            ({"name": " ", "query": "x"}, "needs a name"),
            ({"name": "a", "query": ""}, "everything"),
            ({"name": "a", "query": "x", "filters": FactFilters(kinds=("decision",))}, "--commitments"),
        ):
            with pytest.raises(UsageError, match=said):
                add_watch(corpus, **arguments)  # type: ignore[arg-type]
        with pytest.raises(QueryError):
            add_watch(corpus, "a", "uhri AND")
        with pytest.raises(UsageError, match="there are: uhrit"):
            remove_watch(corpus, "b")
        assert [watch.name for watch in watches(corpus)] == ["uhrit"]
        remove_watch(corpus, "uhrit")
        assert watches(corpus) == ()
        (folder / "corpus" / "watches.json").write_text("{", encoding="utf-8")
        with pytest.raises(CorpusFormatError, match=r"watches\.json"):
            watches(corpus)

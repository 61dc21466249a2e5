"""Both engines over the corpus of the examples: what a reader sees is the same, whichever made the index."""

import tomllib
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path
from statistics import mean

import pytest

from policysearch import Corpus, open_corpus
from policysearch.model.query import ENGINES, EngineName
from policysearch.model.search import Filters, SearchResults, Sort
from policysearch.settings import Settings
from tests.conftest import ROOT, Run
from tests.index.both_engines import HAS_TANTIVY, NO_TANTIVY

needs_tantivy = pytest.mark.skipif(not HAS_TANTIVY, reason=NO_TANTIVY)
NEEDS = tomllib.loads((ROOT / "evaluation" / "ranking" / "needs.toml").read_text("utf-8"))["need"]
QUERIES = [
    *(need["query"] for need in NEEDS if need["corpus"] == "examples"),
    '"ihmiskauppa uhri"~4', '"uhri auttaminen" TAI (toimintaohjelma EI type:plan)', "ihmiskaup*", "ihmiskauppa~",
    "(uhri date:2022..2023) TAI rikos", "uhri JA actor:poliisi", "lemma:kaupunki -part:hallitus", "kaupunki",
]  # fmt: skip


@pytest.fixture(scope="module")
def corpora(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[EngineName, Corpus]]:
    """The examples, with an index of each engine."""
    folder = tmp_path_factory.mktemp("engines")
    opened = {
        engine: open_corpus(settings=Settings(corpus=examples / "corpus", index=folder / engine, engine=engine))
        for engine in ENGINES
    }
    yield opened
    for corpus in opened.values():
        corpus.close()


def answers(corpora: Mapping[EngineName, Corpus], query: str, **options: object) -> list[SearchResults]:
    """What each engine answers."""
    return [corpora[engine].search(query, limit=None, **options) for engine in ENGINES]  # type: ignore[arg-type]


@needs_tantivy
@pytest.mark.parametrize("query", QUERIES)
def test_engines_answer_alike(corpora: Mapping[EngineName, Corpus], query: str) -> None:
    """Hits, totals, facets and highlights are the same, folded or not, with all of the words or any."""
    for options in ({}, {"any_word": True}, {"fold": True}, {"filters": Filters(types=("decision", "minutes"))}):
        one, other = answers(corpora, query, **options)
        assert (one.total, one.groups, one.undated) == (other.total, other.groups, other.undated)
        assert one.facets == other.facets
        if "fold" not in options:
            assert {hit.passage.id for hit in one.hits} == {hit.passage.id for hit in other.hits}
        snippets = {hit.passage.id: hit.snippet for hit in one.hits}
        assert all(hit.snippet == snippets.get(hit.passage.id, hit.snippet) for hit in other.hits)


@needs_tantivy
@pytest.mark.parametrize("sort", ["date", "document"])
def test_engines_sort_alike(corpora: Mapping[EngineName, Corpus], sort: Sort) -> None:
    """In the order of the text they agree to the passage; newest first, to the day."""
    for query in QUERIES:
        one, other = answers(corpora, query, sort=sort, any_word=True)
        if sort == "document":
            assert [hit.passage.id for hit in one.hits] == [hit.passage.id for hit in other.hits]
        else:
            assert [hit.document.metadata.date for hit in one.hits] == [
                hit.document.metadata.date for hit in other.hits
            ]


@needs_tantivy
def test_engines_rank_much_alike(corpora: Mapping[EngineName, Corpus]) -> None:
    """Of the first ten hits most are the same: the engines weigh rare words a little differently."""
    shares = []
    for query in QUERIES:
        one, other = ([hit.passage.id for hit in each.hits[:10]] for each in answers(corpora, query, any_word=True))
        if len(one) == 10:
            shares.append(len(set(one) & set(other)) / 10)
    assert len(shares) >= 10
    assert mean(shares) >= 0.85


@needs_tantivy
def test_reindex_changes_the_engine(run: Run, tmp_path: Path) -> None:
    """An index of the other engine is refused with the command that rebuilds it, and that command does."""
    (tmp_path / "a.txt").write_text("Kuusjärven kunnanvaltuusto päätti uhrien auttamisesta.", encoding="utf-8")
    assert run("ingest", tmp_path / "a.txt").exit_code == 0
    assert "**uhrien**" in run("search", "uhri").stdout
    refused = run("search", "uhri", "--engine", "tantivy")
    assert refused.exit_code == 1
    assert "policysearch reindex --engine tantivy" in refused.stderr
    assert run("reindex", "--engine", "tantivy").exit_code == 0
    assert "**uhrien**" in run("search", "uhri", "--engine", "tantivy").stdout
    assert "--engine tantivy" in run("search", "uhri").stderr


def test_missing_engine_is_named(run: Run, examples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package the message has the command that installs it."""

    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr("policysearch.index.engines.metadata.version", missing)
    result = run("search", "uhri", "--engine", "tantivy", examples=examples)
    assert result.exit_code == 1
    assert 'pip install "policysearch[tantivy]"' in result.stderr

"""Queries against the real documents: words that must be met, and words that must not."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from policysearch import Corpus, open_corpus
from policysearch.errors import QueryError
from policysearch.model.search import FactFilters, Filters, SearchResults
from tests.conftest import EXAMPLES
from tests.shared import shared_folder

NEEDED = re.compile(r"\b(sää|säätila|vaaraa|vääräksi|Biaudet|ihmiskaup|määräajassa)\b")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    """Real documents whose texts hold the words of the tables, beside the examples."""
    folder = tmp_path_factory.mktemp("real")
    decisions = json.loads(shared_folder("real", "helsinki", "decisions.json").read_text("utf-8"))["decisions"]
    chosen = [each for each in decisions if NEEDED.search(json.dumps(each, ensure_ascii=False))]
    (folder / "decisions.json").write_text(json.dumps({"decisions": chosen}), "utf-8")
    sources = [shared_folder("corpus"), folder / "decisions.json", EXAMPLES]
    with open_corpus(folder / "corpus", folder / "index", create=True) as opened:
        assert all(event.outcome in ("added", "skipped") for event in opened.ingest(sources))
        yield opened


def words(found: SearchResults) -> set[str]:
    """The words of the texts that are highlighted, in lower case."""
    return {
        span.of(hit.snippet.text.rjust(hit.snippet.span.end)).casefold()
        for hit in found.hits
        for span in hit.snippet.highlights
    }


@dataclass(frozen=True)
class Case:
    """A query; words that it must meet, as they are printed; beginnings of words that it must not meet."""

    query: str
    met: tuple[str, ...]
    not_met: tuple[str, ...] = ()


WORDS = [
    Case("saa", ("saa", "saada", "saanut", "saavat"), ("sää", "saar")),
    Case("sää", ("sää", "säätila"), ("saa",)),
    Case("'saa'", ("saa",), ("saan", "saav", "sää")),
    Case("vaara", ("vaaraa",), ("väär",)),
    Case("väärä", ("vääräksi",), ("vaar",)),
    Case("väär*", ("vääräksi",), ("vaar",)),
    Case("määräaikaan", ("määräaikaan", "määräajassa", "määräajan"), ("määräraha",)),
    Case("part:aika", ("määräaikaan",), ("aika ", "ajan ")),
    Case("päätöksessään", ("päätös", "päätöksen", "päätöksestä"), ("päättä", "päätti")),
    Case("Biaudet'n", ("biaudet", "biaudetin"), ("biaude ",)),
    Case("rikos", ("ihmiskaupparikoksista", "rikoksen", "ihmiskaupparikosten"), ("riko ",)),
    Case("lemma:rikos", ("rikoksen",), ("ihmiskaupparikos", "ihmiskaupparikoks")),
    Case("part:rikos", ("ihmiskaupparikoksista",), ("rikoksen", "rikos ")),
    Case("ihmiskaupparikoksista", ("ihmiskaupparikosten", "ihmiskaupparikoksista"), ("ihmiskaupan", "rikoksen")),
    Case("ihmiskaup*", ("ihmiskaupan", "ihmiskaupparikoksista"), ("ihmisoi", "kaupan")),
    Case("form:ihmiskaup*", ("ihmiskaupan", "ihmiskauppaa"), ("ihmisoi",)),
    Case("lemma:ihmiskauppa*", ("ihmiskaupan", "ihmiskaupparikoksista"), ()),
    Case("ihmiskauppa", ("ihmiskaupan", "ihmiskaupparikoksista"), ("ihmiskapan",)),
    Case("ihmiskauppa~", ("ihmiskapan", "ihmiskaupan"), ("ihmisoi", "kaupan", "kauppaa")),
    Case("ihmiskuppa~", ("ihmiskaupan",), ("ihmisoi",)),
    Case("hyväksikäyttö", ("hyväksikäytön",), ("hyväksyä", "käytön")),
    Case('"ihmiskauppa uhri"', ("ihmiskaupan uhrien",), ("uhri", "ihmiskaupan ja")),
    Case('"uhri ihmiskauppa"~5', ("uhrien", "ihmiskaupan"), ()),
    Case("'ihmiskaupan uhrien'", ("ihmiskaupan uhrien",), ("ihmiskaupan uhre", "ihmiskauppaan")),
    Case("sosiaali- ja terveystoimiala", ("sosiaali- ja terveystoimialan",), ("sosiaali- ja terveysm",)),
]


@pytest.mark.parametrize("case", WORDS, ids=lambda case: case.query)
def test_words(corpus: Corpus, case: Case) -> None:
    """What a query of words meets in the texts."""
    found = corpus.search(case.query, limit=None, expand=False)
    met = words(found)
    assert set(case.met) <= met, sorted(met)
    assert not [word for word in met if f"{word} ".startswith(case.not_met)]
    assert all(hit.snippet.highlights for hit in found.hits)


FILTERED = [
    ("uhri type:minutes", "uhri", Filters(types=("minutes",))),
    ("uhri tyyppi:pöytäkirja,päätös", "uhri", Filters(types=("minutes", "decision"))),
    ('issuer:"Helsingin kaupunginhallitus" ihmiskauppa', "ihmiskauppa", Filters(issuer="Helsingin kaupunginhallitus")),
    ("toimija:STM", "", Filters(actor="STM")),
    ('actor:"sosiaali- ja terveysministeriö"', "", Filters(actor="sosiaali- ja terveysministeriö")),
]


@pytest.mark.parametrize(("inside", "query", "beside"), FILTERED, ids=[case[0] for case in FILTERED])
def test_filters_inside_and_beside_are_one(corpus: Corpus, inside: str, query: str, beside: Filters) -> None:
    """A filter means the same in the query and as an option."""
    one, other = corpus.search(inside, limit=None), corpus.search(query, filters=beside, limit=None)
    assert one.total > 0
    assert one.total == other.total
    assert {hit.passage.id for hit in one.hits} == {hit.passage.id for hit in other.hits}
    assert one.facets == other.facets


KNOWN = ["Kela", "non-punishment", "Folkpensionsanstalten"]


@pytest.mark.parametrize("query", KNOWN)
def test_names_and_terms_that_are_known_are_not_corrected(corpus: Corpus, query: str) -> None:
    """*Kela* is no misspelt *kala*, and no part of an English term is met as a word of another."""
    found = corpus.search(query)
    assert found.expansions
    assert not [each for each in found.suggestions if " for " in each.change]
    assert not [hit for hit in found.hits if re.search(r"\bnon\b|\bkala", hit.snippet.text)]


def test_filters_of_every_kind(corpus: Corpus) -> None:
    """Case numbers however they are spaced, sections, pages, parts, languages, dates, what is due."""
    case = corpus.search('case:"HEL 2021-001526"', limit=None)
    assert case.total == corpus.search("diaarinumero:hel2021-001526").total > 50
    assert {hit.document.metadata.case_number for hit in case.hits} == {"HEL 2021-001526"}
    assert {hit.document.metadata.section_number for hit in corpus.search("pykälä:333").hits} == {"333"}
    pages = corpus.search("sivu:2..3", limit=None)
    assert {hit.passage.page for hit in pages.hits} == {2, 3}
    assert {hit.passage.part for hit in corpus.search("kohta:perustelut", limit=None).hits} == {"rationale"}
    years = {hit.document.metadata.date.year for hit in corpus.search("date:2022..2023 uhri", limit=None).hits}  # type: ignore[union-attr]
    assert years == {2022, 2023}
    due = corpus.search("määräaika:2022 laji:velvoite,päätös", limit=None)
    assert due.total > 0
    assert set(dict(due.facets["kind"])) & {"obligation", "decision"}
    assert not corpus.search("määräaika:<1990").total


def test_groups_of_filters_and_words(corpus: Corpus) -> None:
    """Filters stand wherever words do, and highlights are those of the words whose conditions are met."""
    either = corpus.search("(type:plan uhri) OR (type:minutes poliisi)", limit=None)
    plan, minutes = corpus.search("type:plan uhri"), corpus.search("type:minutes poliisi")
    assert either.total == plan.total + minutes.total > 0
    for hit in either.hits:
        begins = "uhr" if hit.document.metadata.type == "plan" else "poliisi"
        assert all(word.startswith(begins) or begins in word for word in words(SearchResults("", 1, 0, (hit,))))
    assert (
        corpus.search("uhri -type:decision").total
        == corpus.search("uhri").total - corpus.search("uhri type:decision").total
    )


def test_facets_are_over_all_hits(corpus: Corpus) -> None:
    """Counts are those of counting every hit, whatever is shown."""
    some, every = corpus.search("ihmiskauppa", limit=1), corpus.search("ihmiskauppa", limit=None)
    assert some.facets == every.facets
    types = [hit.document.metadata.type for hit in every.hits]
    assert dict(some.facets["type"]) == {type_: types.count(type_) for type_ in set(types)}
    actors = dict(some.facets["actor"])
    for name in list(actors)[:2]:
        assert corpus.search(f'ihmiskauppa actor:"{name}"').total == actors[name]


def test_orders_and_folding(corpus: Corpus) -> None:
    """Newest first; document by document; what is said several times shown once, and counted."""
    days = [hit.document.metadata.date for hit in corpus.search("päätös", limit=None, sort="date").hits]
    assert [day for day in days if day] == sorted((day for day in days if day), reverse=True)
    folded, whole = corpus.search("päätös", limit=None, fold=True), corpus.search("päätös", limit=None)
    assert folded.total == whole.total == len(whole.hits)
    assert folded.groups == len(folded.hits) < whole.total
    assert sum(1 + len(hit.folded) for hit in folded.hits) == whole.total
    assert corpus.search("päätös", limit=3, offset=3, fold=True).hits == folded.hits[3:6]


NOTHING = [
    ("ihmiskuppa", Filters(), ("ihmiskauppa", None)),
    ("kouluttajien", Filters(), ("kouluttaa", None)),
    ("uhri type:plan date:1999", Filters(), ("uhri type:plan", None)),
    ("ihmiskuppa type:minutes", Filters(), ("ihmiskauppa type:minutes", None)),
    ("uhri", Filters(issuer="Turun kaupunki"), ("uhri", "issuer")),
]


@pytest.mark.parametrize(("query", "filters", "wanted"), NOTHING, ids=[case[0] for case in NOTHING])
def test_nothing_found_is_answered(
    corpus: Corpus, query: str, filters: Filters, wanted: tuple[str, str | None]
) -> None:
    """Words of the corpus that may be meant, and the filters to drop, each with the hits that it has."""
    found = corpus.search(query, filters=filters, expand=False)
    offered = {(each.query, each.dropped): each.total for each in found.suggestions}
    assert wanted in offered
    for (text, dropped), total in offered.items():
        assert corpus.search(text, filters=Filters() if dropped else filters, expand=False).n_complete == total > 0


def test_commitments_take_the_same_language(corpus: Corpus) -> None:
    """The ledger is asked in the same language: what the query says of kinds and days is what comes."""
    rows = corpus.commitments("laji:ehdotus uhri").rows
    assert rows
    assert {row.commitment.kind for row in rows} == {"proposal"}
    assert all("uhr" in row.commitment.quote.casefold() for row in rows)
    due = corpus.commitments("määräaika:2021..2023").rows
    beside = FactFilters(due_after=dt.date(2021, 1, 1), due_before=dt.date(2023, 12, 31))
    assert [row.commitment.id for row in due] == [row.commitment.id for row in corpus.commitments(filters=beside).rows]
    assert due


def test_researchers_tools_take_the_same_language(corpus: Corpus) -> None:
    """A selection by filters inside the query counts what the search finds."""
    begins = corpus.research.concordance("form:ihmiskaup*")
    assert any("ihmiskaup*: searched as ihmiskaupan" in each for each in begins.provenance.expansions)
    assert {line.form[:9] for line in begins.lines} == {"ihmiskaup"}
    lines = corpus.research.concordance("(type:plan uhri) OR (type:minutes poliisi)").lines
    assert lines
    assert {line.document.metadata.type for line in lines} == {"minutes", "plan"}
    assert not any("poliisi" in line.lemma for line in lines if line.document.metadata.type == "plan")


def test_broken_query_offers_one_that_runs(corpus: Corpus) -> None:
    """The nearest valid reading is a query with hits."""
    with pytest.raises(QueryError) as raised:
        corpus.search('uhri AND (type:decisoin OR "ihmiskauppa')
    assert raised.value.suggestion is not None
    assert corpus.search(raised.value.suggestion).total > 0

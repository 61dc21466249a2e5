"""Synonyms in searches over a corpus: found, shown, and switched off."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from policysearch import Corpus, open_corpus
from policysearch.model.search import SearchResults
from tests.conftest import Run

TEXTS = {
    "ministerio": "Sosiaali- ja terveysministeriön mukaan palveluja kehitetään.",
    "stm": "STM:n lausunto saatiin.",
    "english": "The Ministry of Social Affairs and Health was heard. Victims of human trafficking were interviewed.",
    "migri": "Migri ja poliisi tunnistavat uhreja.",
    "virasto": "Maahanmuuttovirasto päätti oleskeluluvasta.",
    "former": "Ulkomaalaisvirasto antoi oleskeluluvan vuonna 2006.",
    "ihmiskauppa": "Ihmiskaupan uhrien auttaminen jatkuu, ja ihmiskaupparikoksia tutkitaan.",
    "rankaisematta": "Uhrin rankaisematta jättäminen kirjataan lakiin. Rankaisemattomuus on periaate.",
    "kauppa": "Kauppa käy. Rankaiseminen ja jättäminen ovat eri asioita.",
    "swedish": "Om offer för människohandel finns bestämmelser i lagen.",
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    folder = tmp_path_factory.mktemp("synonyms")
    (folder / "texts").mkdir()
    for name, text in TEXTS.items():
        (folder / "texts" / f"{name}.txt").write_text(text, encoding="utf-8")
    with open_corpus(folder / "corpus", folder / "index", create=True) as opened:
        list(opened.ingest([folder / "texts"]))
        yield opened


def files(found: SearchResults) -> set[str]:
    """The names of the texts that were found."""
    return {Path(hit.document.uri).stem for hit in found.hits}


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("STM", {"ministerio", "stm", "english"}),
        ("stm", {"ministerio", "stm", "english"}),
        ("sosiaali- ja terveysministeriö", {"ministerio", "stm", "english"}),
        ("Social Affairs and Health", {"ministerio", "stm", "english"}),
        ("Migri", {"migri", "virasto", "former"}),
        ("maahanmuuttoviraston", {"migri", "virasto", "former"}),
        ("Migri oleskelulupa", {"virasto", "former"}),
        ("Finnish Immigration Service residence permit", {"virasto", "former"}),
        ("human trafficking", {"ihmiskauppa", "english"}),
        ("människohandel", {"ihmiskauppa", "swedish"}),
        ("människohandelns offer", {"ihmiskauppa"}),
        ("offer för människohandel", {"ihmiskauppa", "swedish"}),
        ("victims of human trafficking", {"ihmiskauppa", "english"}),
        ("trafficking -victims", set()),
        ("non-punishment", {"rankaisematta"}),
        ('"residence permit"', {"virasto", "former"}),
        ("lemma:STM", {"stm"}),
        ("form:stm", set()),
        ("ihmiskauppa", {"ihmiskauppa"}),
    ],
)
def test_synonyms_are_searched_for(corpus: Corpus, query: str, wanted: set[str]) -> None:
    """Names of one body in three languages, and Finnish terms for Swedish and English words; not for other fields."""
    found = corpus.search(query, limit=None)
    assert files(found) == wanted
    assert found.total == len(wanted)


def test_expansions_say_what_was_searched_for(corpus: Corpus) -> None:
    """Typed words, what stood beside them, which list says so, and until when a name was used."""
    found = corpus.search("Migri human trafficking", any_word=True)
    shown = {(each.typed, each.source): each for each in found.expansions}
    assert shown.keys() == {("Migri", "gazetteer"), ("human trafficking", "thesaurus")}
    migri = shown["Migri", "gazetteer"]
    assert "Maahanmuuttovirasto" in migri.searched
    assert migri.notes == ("Ulkomaalaisvirasto: name until 2007",)
    assert migri.span.of(found.query) == "Migri"
    assert shown["human trafficking", "thesaurus"].searched == ("ihmiskauppa",)
    (former,) = corpus.search("Ulkomaalaisvirasto").expansions
    assert former.notes == ("the typed name was used until 2007",)


def test_synonyms_are_marked_in_the_snippet(corpus: Corpus) -> None:
    """The words that were found in the place of the typed ones are highlighted."""
    (hit,) = corpus.search("rankaisemattomuus lakiin non-punishment").hits
    text = corpus.document(hit.document.id).text
    marked = [span.of(text) for span in hit.snippet.highlights]
    assert "rankaisematta jättäminen" in marked


def test_synonyms_can_be_switched_off(corpus: Corpus) -> None:
    """Without them only what was typed is found, and nothing is shown."""
    found = corpus.search("STM", expand=False)
    assert files(found) == {"stm"}
    assert found.expansions == ()
    assert corpus.search("människohandel", expand=False).total == 1


def test_commitments_and_deadlines_are_found_by_synonyms(run: Run, examples: Path) -> None:
    """The command says what it searched for; from the library, words are as typed unless asked otherwise."""
    for command in ("commitments", "deadlines"):
        typed = run(command, "human trafficking", "--no-synonyms", "--format", "json", examples=examples)
        assert json.loads(typed.stdout) == []
        found = run(command, "human trafficking", "--format", "json", "--limit", "0", examples=examples)
        finnish = run(command, "ihmiskauppa", "--format", "json", "--limit", "0", examples=examples)
        ids, finnish_ids = ({row["id"] for row in json.loads(each.stdout)} for each in (found, finnish))
        assert ids == finnish_ids != set()
        assert "also searched as ihmiskauppa (thesaurus)" in found.stderr
    with open_corpus(examples / "corpus", examples / "index") as corpus:
        assert corpus.commitments("human trafficking").total == 0
        (expansion,) = corpus.commitments("human trafficking", expand=True).expansions
        assert expansion.searched == ("ihmiskauppa",)

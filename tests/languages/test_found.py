"""The language of documents and passages is found from their words."""

from pathlib import Path

import pytest

from policysearch import open_corpus
from policysearch.lang.fi import Finnish, open_finnish
from policysearch.model.document import Passage
from policysearch.model.text import Span
from policysearch.structure.languages import language_of, with_languages


@pytest.fixture(scope="module")
def finnish() -> Finnish:
    return open_finnish()


def test_each_document_has_the_language_of_its_text(languages: Path) -> None:
    with open_corpus(languages / "corpus", languages / "index") as corpus:
        found = {Path(d.uri).name: d.metadata.language for d in corpus.documents()}
    assert found == {"sv.txt": "sv", "en.md": "en", "mixed.txt": "fi", "se.txt": "se", "names.txt": "fi"}


def test_passages_of_a_mixed_document_have_each_their_own(languages: Path) -> None:
    """Headings go with what stands under them, names and numbers with the document."""
    with open_corpus(languages / "corpus", languages / "index") as corpus:
        mixed = next(d.id for d in corpus.documents() if d.uri.endswith("mixed.txt"))
        document = corpus.document(mixed)
    assert document.metadata.issuer == "Saarijoen kunnanhallitus"
    found = {p.span.of(document.text)[:22]: p.language for p in document.passages}
    others = {words: code for words, code in found.items() if code != "fi"}
    assert others == {"Sammandrag": "sv", "Kommunstyrelsen beslut": "sv", "The municipal board de": "en"}


def test_what_the_publisher_states_decides_only_of_short_texts() -> None:
    text = "Kaupunginhallitus päätti hyväksyä ihmiskaupan vastaisen toimintaohjelman vuosille 2022–2024. " * 4
    assert language_of(text, stated="en") == "fi"
    assert language_of("Beslut 12/2021", stated="sv") == "sv"
    assert language_of("12/2021", stated=None) is None


@pytest.mark.parametrize(
    ("words", "document", "found"),
    [
        ("Kommunen ska ge råd till offren för människohandel.", "fi", "sv"),
        ("Victims of trafficking have the right to a lawyer.", "fi", "en"),
        ("Kunta neuvoo ihmiskaupan uhreja heidän omalla kielellään.", "sv", "fi"),
        ("Sámediggi lea sámiid álbmotválljen orgána ja dat lea Anáris.", "fi", "se"),
        ("Jan Lindholm, Eva Biaudet, Thomas Blomqvist, Anders Adlercreutz", "fi", "fi"),
        ("Pöytäkirjanpitäjä Sari Åkerlund", "fi", "fi"),
        ("Matti Meikäläinen, puheenjohtaja", "sv", "sv"),
        ("HEL 2021-001526 T 00 01 02", "fi", "fi"),
        ("Ks. Group of Experts on Action against Trafficking (GRETA) -raportti, joka julkaistaan.", "fi", "fi"),
        ("Folkhälsan i Finland r.f. ja Victim Support Finland antoivat lausunnon hankkeesta.", "fi", "fi"),
    ],
)  # fmt: skip
def test_a_passage_is_in_the_language_of_its_document_unless_surely_in_another(
    words: str, document: str, found: str, finnish: Finnish
) -> None:
    passage = Passage("a" * 16, Span(0, len(words)), None, None, None)
    assert [p.language for p in with_languages([passage], words, document, finnish)] == [found]


def test_no_facts_are_taken_from_other_languages(languages: Path) -> None:
    with open_corpus(languages / "corpus", languages / "index") as corpus:
        for summary in corpus.documents():
            facts, document = corpus.facts(summary.id), corpus.document(summary.id)
            foreign = [p.span for p in document.passages if p.language != "fi"]
            found = [f.span for kind in (facts.times, facts.mentions, facts.commitments, facts.measures) for f in kind]
            assert not any(span.overlaps(other) for span in found for other in foreign)
        mixed = next(d.id for d in corpus.documents() if d.uri.endswith("mixed.txt"))
        assert [c.action for c in corpus.facts(mixed).commitments] == ["laatia"]

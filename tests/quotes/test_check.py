"""Quotations against the examples: exact, inflected, reordered, with words left out, over a page break, made up."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from policysearch.corpus import Corpus, open_corpus
from policysearch.errors import UsageError
from policysearch.model.quotes import Verdict
from tests.conftest import Run
from tests.quotes.invented import INVENTED


@pytest.fixture(scope="module")
def corpus(examples: Path) -> Iterator[Corpus]:
    """The examples, opened once."""
    with open_corpus(examples / "corpus", examples / "index") as opened:
        yield opened


EXACT = (
    "Rahoituksen määrä jää ratkaistavaksi kehysneuvotteluissa keväällä 2022.",
    "Rahoituksen määrä jää\n   ratkaistavaksi kehysneuvotteluissa keväällä 2022",
    "Rahoituksen määrä jää ratkaista-\nvaksi kehysneuvotteluissa",
    "– Uhri ei saa jäädä yksin siksi, ettei kunnassa tunneta ilmiötä",
    "Kunnan osuus kustannuksista on vuonna 2022 enintään 38 000 euroa.",
    "Sihteeristö viimeistelee ohjelman, […] hallituksen käsittelyyn tammikuussa 2022",
    "Sopimuksen mukaan Kuusjärven kaupunki vastaa yksikön henkilöstöstä … Tilat on kunnostettava",
    "Sihteeristön tehtävänä on koota ministeriöiden tiedot seurantataulukkoon.",
)
SAME_WORDS = (
    "rahoituksen määrä jää RATKAISTAVAKSI kehysneuvotteluissa",
    "Uhri ei saa jäädä yksin siksi ettei kunnassa tunneta ilmiötä",
)
DIFFERS = (
    ("Rahoituksen määrät jäävät ratkaistaviksi kehysneuvotteluissa keväällä 2022", {"inflected"}),
    ("Kehysneuvotteluissa keväällä 2022 jää ratkaistavaksi rahoituksen määrä", {"moved"}),
    ("Rahoituksen määrä jää ratkaistavaksi kehysneuvotteluissa keväällä 2023", {"replaced"}),
    ("Rahoituksen määrä ei jää ratkaistavaksi kehysneuvotteluissa keväällä 2022", {"added"}),
    ("Uhri saa jäädä yksin siksi, ettei kunnassa tunneta ilmiötä", {"left_out"}),
    ("Kunnan osuus kustannuksista on vuonna 2022 enintään 83 000 euroa.", {"replaced"}),
)


@pytest.mark.parametrize(
    ("quote", "verdict"), [*((q, "exact") for q in EXACT), *((q, "same_words") for q in SAME_WORDS)]
)
def test_words_that_stand_there(corpus: Corpus, quote: str, verdict: Verdict) -> None:
    """The place is given, its spans are the words, and nothing is said to differ."""
    found = corpus.check(quote)
    assert found.verdict == verdict
    place = found.places[0]
    assert place.words == ()
    text = corpus.document(place.document.id).text
    assert [span.of(text) for span in place.spans] == place.printed.split(" […] ")


@pytest.mark.parametrize(("quote", "relations"), DIFFERS, ids=[quote[:40] for quote, _ in DIFFERS])
def test_words_that_differ(corpus: Corpus, quote: str, relations: set[str]) -> None:
    """What differs is told word by word, and nothing else is."""
    found = corpus.check(quote)
    assert found.verdict == "differs"
    assert {pair.relation for pair in found.places[0].words} - {"same"} == relations


def test_two_readings_of_one_number_are_shown(corpus: Corpus) -> None:
    """The reader sees both words."""
    (pair,) = (p for p in corpus.check(DIFFERS[2][0]).places[0].words if p.relation != "same")
    assert (pair.quoted, pair.printed) == ("2023", "2022")


def test_what_is_left_out_is_shown(corpus: Corpus) -> None:
    """A *not* that a quotation leaves out is seen: each gap has the words of the text between the parts."""
    found = corpus.check("Uhri […] saa jäädä yksin siksi […] kunnassa tunneta ilmiötä")
    assert found.verdict == "exact"
    assert found.places[0].left_out == ("ei", ", ettei")
    assert found.places[0].in_order
    assert corpus.check(EXACT[0]).places[0].left_out == ()


def test_parts_in_another_order(corpus: Corpus) -> None:
    """Words of one sentence turned round at a gap are no exact quotation, though each part stands there."""
    found = corpus.check("kehysneuvotteluissa keväällä 2022 […] Rahoituksen määrä jää ratkaistavaksi")
    assert found.verdict == "differs"
    place = found.places[0]
    assert {pair.relation for pair in place.words} == {"same"}
    assert not place.in_order
    assert place.left_out == ()


@pytest.mark.parametrize("quote", INVENTED, ids=[quote[:40] for quote in INVENTED])
def test_what_was_made_up_is_absent(corpus: Corpus, quote: str) -> None:
    """Words of the field brought together by chance are no quotation."""
    assert corpus.check(quote).verdict == "absent"


def test_over_a_page_break(corpus: Corpus) -> None:
    """A sentence that a page cuts is one quotation, on two pages."""
    documents = [corpus.document(summary.id) for summary in corpus.documents()]
    cuts = [(d, s.start) for d in documents for _, s in d.page_spans[1:] if d.text[s.start - 1] == " "]
    assert cuts
    for document, at in cuts:
        quote = document.text[at - 60 : at + 60].split(" ", 1)[1].rsplit(" ", 1)[0].replace("\n\n", " ")
        found = corpus.check(quote)
        assert found.verdict == "exact", quote
        assert document.page_at(at) in found.places[0].pages
        assert len(found.places[0].pages) == 2


def test_every_place_is_given(corpus: Corpus) -> None:
    """Words that stand in several documents are found in all of them."""
    found = corpus.check("Puheenjohtaja päätti kokouksen")
    texts = (corpus.document(summary.id).text for summary in corpus.documents())
    assert found.total == sum(text.count("Puheenjohtaja päätti kokouksen") for text in texts) > 1


def test_nothing_to_check(corpus: Corpus) -> None:
    """A quotation without a word is an error that says so."""
    with pytest.raises(UsageError, match="no word"):
        corpus.check("… – !")


def test_command(run: Run, examples: Path, tmp_path: Path) -> None:
    """The answer in words and as records, and an exit code that a script can ask."""
    exact = run("check", EXACT[0], examples=examples)
    assert exact.exit_code == 0
    assert exact.stdout.startswith("exact")
    assert "p. 1" in exact.stdout
    differs = run("check", DIFFERS[2][0], examples=examples)
    assert differs.exit_code == 1
    assert "[2023 ← 2022]" in differs.stdout
    assert "left out: ”ei”" in run("check", "Uhri […] saa jäädä yksin siksi", examples=examples).stdout
    turned = run(
        "check", "kehysneuvotteluissa keväällä 2022 […] Rahoituksen määrä jää ratkaistavaksi", examples=examples
    )
    assert turned.exit_code == 1
    assert "another order" in turned.stdout
    article = tmp_path / "juttu.md"
    article.write_text(
        f'# Juttu\n\nOhjausryhmän mukaan ”{EXACT[0]}” ja "{INVENTED[0]}".\n\nSe on ”hyvä”.\n', encoding="utf-8"
    )
    found = run("check", "--file", article, examples=examples)
    assert found.exit_code == 1
    assert "2 quotations: 1 exact; 1 not in this corpus" in found.stdout
    assert "1 shorter" in found.stdout
    records = run("check", "--file", article, "--format", "jsonl", examples=examples).stdout.splitlines()
    assert len(records) == 2
    assert '"paragraph": 2' in records[0]


def test_command_errors(run: Run, examples: Path, tmp_path: Path) -> None:
    """Nothing given, and an article that is none."""
    assert run("check", examples=examples).exit_code == 2
    broken = tmp_path / "juttu.docx"
    broken.write_bytes(b"\x00\x01\x02 no article")
    found = run("check", "--file", broken, examples=examples)
    assert found.exit_code == 2
    assert "cannot be read as an article" in found.stderr

"""Frequencies, keyness and collocates over the examples: sums, groups, and what is said once."""

from collections import Counter
from pathlib import Path

import pytest

from policysearch import Corpus, open_corpus
from policysearch.errors import UsageError
from policysearch.model.research import ALONG, COUNTED, MEASURES
from policysearch.model.search import Filters
from tests.conftest import Run

STATEMENT = (
    "Lyhtytupa ry\nLausunto 12.1.2022\n\nLausunto palveluista\n\n"
    "Lyhtytupa ry katsoo että turvakodin palvelut on järjestettävä koko maassa viipymättä ja uhrien tuki on turvattava"
    " riittävällä rahoituksella.\n"
)
MINUTES = (
    "Kuusjärven kaupunginhallitus\nPöytäkirja 3.3.2022\n\n12 § Lausunto\n\n"
    "Kaupunginhallitus merkitsi tiedoksi, että Lyhtytupa ry katsoo, että turvakodin palvelut on järjestettävä koko"
    " maassa viipymättä ja uhrien tuki on turvattava riittävällä rahoituksella.\n\n"
    "Uhrien asema on vaikea.\n"
)


@pytest.fixture(scope="module")
def corpus(examples: Path) -> Corpus:
    """The corpus of the examples."""
    return open_corpus(examples / "corpus", examples / "index")


@pytest.fixture
def quoted(run: Run, tmp_path: Path) -> Corpus:
    """A statement, the minutes that quote it inside a sentence, and a copy of the statement."""
    for name, text in (("a.txt", STATEMENT), ("b.txt", MINUTES), ("c.txt", STATEMENT.replace("12.1.", "15.1."))):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert run("ingest", tmp_path / name).exit_code == 0
    return open_corpus(tmp_path / "corpus", tmp_path / "index")


def counts(corpus: Corpus, word: str | None = None, **options: object) -> Counter[str]:
    """Count of each item over all groups."""
    found: Counter[str] = Counter()
    for row in corpus.research.frequencies(word, limit=None, **options).rows:  # type: ignore[arg-type]
        found[row.item] += row.count
    return found


@pytest.mark.parametrize("along", ALONG)
@pytest.mark.parametrize("of", COUNTED)
def test_groups_add_up(corpus: Corpus, of: str, along: str) -> None:
    """Whatever is counted along, the sums are those without groups, and so are the words."""
    whole = corpus.research.frequencies(of=of, limit=None)  # type: ignore[arg-type]
    grouped = corpus.research.frequencies(of=of, along=along, limit=None)  # type: ignore[arg-type]
    assert counts(corpus, of=of) == counts(corpus, of=of, along=along)
    assert sum(grouped.groups.values()) == whole.words == grouped.words
    for row in grouped.rows:
        assert row.per_1000 == pytest.approx(1000 * row.count / row.words if row.words else 0)
        assert row.documents <= row.count


def test_every_word_counts_once_as_lemma_and_form(corpus: Corpus) -> None:
    """Lemmas, forms and cases of all words are as many as the words."""
    found = corpus.research.frequencies(limit=None)
    for of in ("lemma", "form", "case"):
        assert counts(corpus, of=of).total() == found.words
    assert counts(corpus, of="part").total() >= 2 * counts(corpus, of="compound").total()
    assert counts(corpus, of="compound")["ihmiskauppa"] == counts(corpus)["ihmiskauppa"]


def test_a_word_restricts_what_is_counted_and_not_of_what(corpus: Corpus) -> None:
    """Counts of one word are those of its concordance; the words that they are of stay."""
    found = corpus.research.frequencies("hyväksikäyttö", of="form", every_time=True)
    assert found.count == corpus.research.concordance("hyväksikäyttö").total
    assert {row.item for row in found.rows} == {"hyväksikäytön", "hyväksikäytöstä", "hyväksikäyttöä"}
    assert found.words == corpus.research.frequencies(every_time=True).words
    by_case = {"genitive": 10, "elative": 2, "partitive": 1}
    assert dict(counts(corpus, "hyväksikäyttö", of="case", every_time=True)) == by_case
    assert set(counts(corpus, "lapsi", of="compound")) <= set(counts(corpus, of="compound"))


def test_classes_restrict_what_is_counted(corpus: Corpus) -> None:
    """Only nouns: no conjunction; the words that counts are of stay."""
    nouns = counts(corpus, pos=("noun",))
    assert "uhri" in nouns
    assert "ja" not in nouns
    assert corpus.research.frequencies(pos=("noun",)).words == corpus.research.frequencies().words


def test_where_restricts_what_is_read(corpus: Corpus) -> None:
    """Only passages that a query finds, or filters admit."""
    found = corpus.research.frequencies(where="uhri", every_time=True)
    assert 0 < found.words < corpus.research.frequencies(every_time=True).words
    decisions = corpus.research.frequencies(filters=Filters(types=("decision",)), along="type")
    assert set(decisions.groups) == {"decision"}


def test_what_is_quoted_is_counted_once(quoted: Corpus) -> None:
    """A copy, and a statement inside another sentence, are left out of counts and of the words that they are of."""
    once, each = counts(quoted), counts(quoted, every_time=True)
    assert each["rahoitus"] == 3
    assert once["rahoitus"] == 1
    assert each["uhri"] == 4
    assert once["uhri"] == 2
    by_year = quoted.research.frequencies(along="document")
    assert by_year.repeated == each.total() - once.total() > 30
    assert by_year.words == once.total()
    said = {row.group: row.count for row in by_year.rows if row.item == "rahoitus"}
    first = next(summary for summary in quoted.documents() if str(summary.metadata.date) == "2022-01-12")
    assert {group for group, count in said.items() if count} == {first.id}


def test_nothing_is_lost_by_counting_once(corpus: Corpus) -> None:
    """Every item that is met at all is met when each is counted once."""
    assert counts(corpus).keys() == counts(corpus, every_time=True).keys()
    assert counts(corpus, of="form").keys() == counts(corpus, of="form", every_time=True).keys()


def test_keyness_compares_two_selections(corpus: Corpus) -> None:
    """The signs are right, the order is that of log-likelihood, and both sides can change places."""
    before, after = Filters(before=None, types=("decision",)), Filters(types=("plan",))
    found = corpus.research.keyness("", "", filters_a=before, filters_b=after, limit=None)
    values = [row.log_likelihood for row in found.rows]
    assert values == sorted(values, reverse=True)
    assert found.shared == 0
    turned = corpus.research.keyness("", "", filters_a=after, filters_b=before, limit=None)
    other = {row.item: row for row in turned.rows}
    for row in found.rows:
        assert other[row.item].log_likelihood == pytest.approx(row.log_likelihood)
        assert other[row.item].log_ratio == pytest.approx(-row.log_ratio)
        assert (row.log_ratio > 0) == (row.per_1000_a > row.per_1000_b) or row.log_ratio == 0


def test_keyness_without_b_takes_the_rest(corpus: Corpus) -> None:
    """A and the rest share nothing, and are the whole."""
    found = corpus.research.keyness("työperäinen", every_time=True)
    assert found.shared == 0
    assert found.words_a + found.words_b == corpus.research.frequencies(every_time=True).words
    assert found.rows[0].item == "työperäinen"
    assert found.provenance.options["b"] == "the rest"
    more_in_b = corpus.research.keyness("työperäinen", more_in="b").rows
    assert more_in_b
    assert all(row.per_1000_b > row.per_1000_a and row.log_ratio <= 0 for row in more_in_b)
    with pytest.raises(UsageError, match="whole corpus"):
        corpus.research.keyness("")


def test_collocates_stand_in_the_window(corpus: Corpus) -> None:
    """Every count is one of the neighbours in the text, and a wider window has no fewer."""
    narrow = {row.item: row for row in corpus.research.collocates("uhri", window=1, minimum=1, limit=None).rows}
    wide = {row.item: row for row in corpus.research.collocates("uhri", window=5, minimum=1, limit=None).rows}
    assert narrow.keys() <= wide.keys()
    assert narrow["ihmiskauppa"].left == narrow["ihmiskauppa"].together
    for item, row in wide.items():
        assert 0 < row.together <= row.count
        assert row.left <= row.together
        assert row.logdice <= 14
        assert item not in narrow or narrow[item].together <= row.together
    passage = corpus.research.collocates("uhri", window=50, within="passage", minimum=1, limit=None)
    sentence = corpus.research.collocates("uhri", window=50, minimum=1, limit=None)
    assert passage.total > sentence.total


@pytest.mark.parametrize("measure", MEASURES)
def test_collocates_come_in_the_order_of_their_measure(corpus: Corpus, measure: str) -> None:
    """Whichever it is."""
    found = corpus.research.collocates("uhri", measure=measure)  # type: ignore[arg-type]
    values = [getattr(row, measure) for row in found.rows]
    assert values == sorted(values, reverse=True)
    assert found.nodes == corpus.research.frequencies("uhri").count

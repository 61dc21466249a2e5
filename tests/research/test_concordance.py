"""Every occurrence in its context: on the tokens of the search, inside the document, in Finnish order."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policysearch import Corpus, open_corpus
from policysearch.errors import QueryError
from policysearch.model.research import SORTINGS
from policysearch.model.search import Filters
from policysearch.model.text import Span
from policysearch.research.concordance import collation, context


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def corpus(examples: Path) -> Corpus:
    """The corpus of the examples."""
    return open_corpus(examples / "corpus", examples / "index")


@pytest.mark.parametrize("query", ["uhri", "ihmiskaupan uhri", '"ihmiskauppa uhri"', "part:kauppa", "'uhrien'", "HYM"])
def test_occurrences_are_what_the_search_marks(corpus: Corpus, query: str) -> None:
    """All highlights of all hits, and nothing else, where the snippet shows the whole passage."""
    lines = corpus.research.concordance(query).lines
    found: dict[str, set[Span]] = {}
    for line in lines:
        found.setdefault(line.passage.id, set()).add(line.span)
    hits = corpus.search(query, limit=None).hits
    assert hits
    assert {hit.passage.id for hit in hits} == found.keys()
    for hit in hits:
        assert set(hit.snippet.highlights) <= found[hit.passage.id]
        if hit.snippet.span == hit.passage.span:
            assert set(hit.snippet.highlights) == found[hit.passage.id]


def test_lines_are_verbatim_and_stay_in_their_document(corpus: Corpus) -> None:
    """Left, occurrence and right stand side by side in the text; the page is that of the occurrence."""
    found = corpus.research.concordance("ihmiskauppa", width=300)
    assert found.total == len(found.lines) > 20
    for line in found.lines:
        document = corpus.document(line.document.id)
        assert flat(line.span.of(document.text)) == line.node
        assert (line.left + line.node + line.right) in flat(document.text)
        assert line.page == document.page_at(line.span.start)
        assert line.passage.span.contains(line.span)
        assert len(line.left) <= 301
        assert len(line.right) <= 301


@pytest.mark.parametrize("sort", SORTINGS)
def test_order_changes_no_line(corpus: Corpus, sort: str) -> None:
    """However lines are sorted, they are the same ones; and sorting is what it says."""
    by_date = corpus.research.concordance("uhri").lines
    lines = corpus.research.concordance("uhri", sort=sort).lines  # type: ignore[arg-type]
    assert {(line.document.id, line.span) for line in lines} == {(line.document.id, line.span) for line in by_date}
    dates = [str(line.document.metadata.date or "undated") for line in lines]
    bare = ([collation(word.strip('.,;:()”"–')) for word in line.right.split()] for line in lines)
    rights = [[word for word in words if word][:1] for words in bare]
    if sort == "date":
        assert dates == sorted(dates)
    if sort == "right":
        assert rights == sorted(rights)


def test_groups_stand_together_the_largest_first(corpus: Corpus) -> None:
    """Group counts are of all lines, also where few are shown."""
    found = corpus.research.concordance("uhri", group="form", limit=3)
    assert sum(found.groups.values()) == found.total
    assert list(found.groups.values()) == sorted(found.groups.values(), reverse=True)
    assert len(found.lines) == 3
    assert {line.group for line in found.lines} == {next(iter(found.groups))}
    lemmas = corpus.research.concordance("rikos", group="lemma").groups
    assert "rikos" in " ".join(lemmas)


def test_filters_are_those_of_the_search(corpus: Corpus) -> None:
    """A type, a date; what is undated is counted."""
    dated = corpus.research.concordance("uhri", filters=Filters(types=("decision",), after=None))
    assert {line.document.metadata.type for line in dated.lines} == {"decision"}
    assert dated.provenance.filters == {"types": "decision"}
    with pytest.raises(QueryError):
        corpus.research.concordance("uhri AND")


def test_words_that_never_meet_give_no_line(corpus: Corpus) -> None:
    """A concordance never falls back on any of the words."""
    assert corpus.research.concordance("uhri kvanttimekaniikka").total == 0


def test_finnish_order() -> None:
    """å, ä and ö come last, in this order; capitals do not count."""
    assert sorted(["öljy", "äiti", "Åbo", "zoo", "aika"], key=collation) == ["aika", "zoo", "Åbo", "äiti", "öljy"]


@given(
    words=st.lists(st.text("abcäö", min_size=1, max_size=12), min_size=1, max_size=30),
    gaps=st.sampled_from([" ", "\n", "\n\n", "  \t "]),
    pick=st.integers(0, 29),
    width=st.integers(0, 60),
)
def test_context_is_whole_words_of_the_text(words: list[str], gaps: str, pick: int, width: int) -> None:
    """Never half a word, never more than the width, always what stands next to the span."""
    text = gaps.join(words)
    index = pick % len(words)
    start = sum(len(word) + len(gaps) for word in words[:index])
    left, right = context(text, Span(start, start + len(words[index])), width)
    assert len(left.strip()) <= width
    assert len(right.strip()) <= width
    n_left, n_right = len(left.split()), len(right.split())
    assert left.split() == words[index - n_left : index]
    assert right.split() == words[index + 1 : index + 1 + n_right]
    if width >= len(text):
        assert n_left == index
        assert n_right == len(words) - index - 1

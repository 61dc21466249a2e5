"""Each engine against the truth: `is_match` over the stored tokens of every row, one by one."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policysearch.index.conditions import Between, Filter, Holds, Numbers, OneOf, meets
from policysearch.index.engines import open_engine
from policysearch.index.highlight import is_match, matches
from policysearch.index.port import Engine, IndexRow
from policysearch.index.scoring import FACT_WEIGHT, clues, rarity, saturation
from policysearch.index.terms import StoredToken
from policysearch.index.tree import (
    AllOf,
    AnalysedQuery,
    AnyOf,
    AnyTerm,
    Everything,
    InContext,
    Near,
    Node,
    NoneOf,
    TermRun,
    Where,
    Word,
    conditions,
)
from policysearch.model.query import EngineName, TermField
from policysearch.model.text import Span
from tests.index.both_engines import ENGINE_PARAMS, both_engines

SPAN = Span(0, 1)
SPANS = st.just(SPAN)
WORD = Word(AnyTerm("mixed", ("uhri",), SPAN), near=("apu",), parts=("kauppa",))
WORDS = ("uhri", "apu", "kauppa", "ihmiskauppa", "saa", "sää", "rikos", "sosiaali- ja terveys", "é")
TYPES = ("decision", "minutes", None)
ISSUERS = ("Kuusjärven kaupunki", "Kuusjärven kaupunki, sivistyslautakunta", None)
DATES = ("2019-05-02", "2020-01-31", "2021-12-31", None)


def token(number: int, lemma: str, parts: Sequence[str] = (), more: str | None = None) -> StoredToken:
    """A token of nine letters at its place; its form is its lemma with an ending."""
    lemmas = (lemma,) if more is None or more == lemma else (lemma, more)
    parts = tuple(part for part in dict.fromkeys(parts) if part not in lemmas)
    return StoredToken(number * 10, number * 10 + 9, f"{lemma}n", lemmas, parts)


@st.composite
def token_lists(draw: st.DrawFn) -> tuple[StoredToken, ...]:
    """The tokens of one passage, maybe none."""
    words = st.sampled_from(WORDS)
    drawn = draw(st.lists(st.tuples(words, st.lists(words, max_size=2), st.none() | words), max_size=7))
    return tuple(token(number, *each) for number, each in enumerate(drawn))


@st.composite
def row_lists(draw: st.DrawFn) -> list[IndexRow]:
    """Rows of up to four documents."""
    rows = []
    for number, tokens in enumerate(draw(st.lists(token_lists(), max_size=10))):
        date = draw(st.sampled_from(DATES))
        columns = {
            "type": draw(st.sampled_from(TYPES)),
            "issuer": draw(st.sampled_from(ISSUERS)),
            "date": date,
            "year": date and int(date[:4]),
            "actors": draw(st.lists(st.sampled_from(("a", "b")), unique=True).map(tuple)),
            "due": draw(st.lists(st.sampled_from(("2020-01-31", "2021-12-31T12:00")), unique=True).map(tuple)),
            "page": draw(st.none() | st.integers(1, 12)),
            "fold": draw(st.none() | st.sampled_from("xyz")),
        }
        title, heading = (draw(st.lists(st.sampled_from(WORDS), max_size=2)) for _ in range(2))
        rows.append(IndexRow(f"row{number}", f"doc{number % 4}", tokens, columns, title, heading))
    return rows


def nodes() -> st.SearchStrategy[Node]:
    """Trees of every kind of node, nested a few levels."""
    terms = st.lists(st.sampled_from(WORDS), min_size=1, max_size=2, unique=True).map(tuple)
    fields: st.SearchStrategy[TermField] = st.sampled_from(("mixed", "lemma", "part", "form"))
    forms = st.sampled_from(WORDS).map(lambda word: (f"{word}n",))
    leaves = st.one_of(
        st.builds(AnyTerm, fields, terms, st.just(SPAN)),
        st.builds(AnyTerm, st.just("form"), forms, st.just(SPAN)),
        st.builds(TermRun, st.just("lemma"), st.lists(terms, min_size=2, max_size=4).map(tuple), st.just(SPAN)),
        st.builds(TermRun, st.just("form"), st.lists(forms, min_size=2, max_size=3).map(tuple), st.just(SPAN)),
        st.builds(Near, st.just("lemma"), st.lists(terms, min_size=2, max_size=3).map(tuple), st.integers(0, 3), SPANS),
        st.builds(Where, conditions_of_rows(), SPANS),
        st.builds(InContext, terms, SPANS),
        st.just(Everything()),
    )
    return st.recursive(leaves, _compounds, max_leaves=6)


def _compounds(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(st.builds(AllOf, several), st.builds(AnyOf, several), st.builds(NoneOf, inner))


def conditions_of_rows() -> st.SearchStrategy[Filter]:
    """A condition of any kind."""
    days = st.none() | st.sampled_from(("2019-05-02", "2020-01-01", "2020-01-31", "2021-12-31"))
    pages = st.none() | st.integers(0, 13)
    return st.one_of(
        st.just(OneOf("type", frozenset({"decision"}))),
        st.just(OneOf("actors", frozenset({"a"}))),
        st.just(OneOf("document", frozenset({"doc1", "doc2"}))),
        st.just(Holds("issuer", "SIVISTYS")),
        st.builds(Between, st.just("date"), days, days),
        st.builds(Between, st.just("due"), days, days),
        st.builds(Numbers, st.just("page"), pages, pages),
    )


def filter_lists() -> st.SearchStrategy[list[Filter]]:
    """Up to three filters."""
    return st.lists(conditions_of_rows(), max_size=3)


def engine_of(name: EngineName, rows: Sequence[IndexRow], folder: Path, *, commits: int) -> Engine:
    """An engine over `rows`, written in several commits."""
    engine = open_engine(name, folder, ())
    documents = sorted({row.document for row in rows})
    for number in range(commits):
        for document in documents[number::commits]:
            engine.replace(document, [row for row in rows if row.document == document])
        engine.commit()
    return engine


def value(row: IndexRow, column: str) -> str | tuple[str, ...] | None:
    """What a row has in a column, as text."""
    held = row.document if column == "document" else row.columns.get(column)
    return str(held) if isinstance(held, int) else held


def met(row: IndexRow, each: Filter) -> bool:
    """Whether a row meets one filter, told in the plainest way."""
    held = value(row, each.column)
    values = held if isinstance(held, tuple) else () if held is None else (held,)
    match each:
        case OneOf(_, wanted):
            return any(one in wanted for one in values)
        case Holds(_, text):
            return any(text.casefold() in one.casefold() for one in values)
        case Between(_, low, high):
            return any((low or "") <= one[:10] <= (high or "9999") for one in values)
        case Numbers(_, low, high):
            return any((low or 0) <= int(one) <= (99 if high is None else high) for one in values)


def test_conditions_are_met_in_the_plainest_way() -> None:
    """The function that engines share agrees with the plain one."""
    row = IndexRow("row", "doc", (), {"due": ("2020-01-31T12:30",), "page": 3})
    for wanted in (Between("due", "2020-01-31", "2020-01-31"), Numbers("page", 3, None), Numbers("page", None, 2)):
        assert met(row, wanted) == meets(value(row, wanted.column), wanted)
    assert not meets(None, Numbers("page", None, None))
    assert not meets((), Between("due", None, None))


def met_conditions(row: IndexRow, query: AnalysedQuery) -> frozenset[Filter]:
    """The conditions inside a query that a row meets."""
    return frozenset(each for each in conditions(query.root) if met(row, each))


def truth(rows: Sequence[IndexRow], query: AnalysedQuery, filters: Sequence[Filter]) -> Iterator[IndexRow]:
    """The hits, by brute force."""
    wanted = [*(where.condition for where in query.filters), *filters]
    for row in rows:
        context = (*row.title, *row.heading)
        if is_match(query, row.tokens, met_conditions(row, query), context) and all(met(row, each) for each in wanted):
            yield row


@both_engines
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    rows=row_lists(),
    root=nodes(),
    first=st.none() | nodes(),
    own=filter_lists(),
    filters=filter_lists(),
    commits=st.integers(1, 3),
    fold=st.booleans(),
)
def test_engine_finds_what_brute_force_finds(
    engine_name: EngineName,
    rows: list[IndexRow],
    root: Node,
    first: Node | None,
    own: list[Filter],
    filters: list[Filter],
    commits: int,
    fold: bool,
) -> None:
    """Hits, total, groups, facets, undated rows and what comes first are those of a search without an index."""
    of_words = (*clues(root, ()), *clues(WORD.node, [WORD]))
    query = AnalysedQuery(root, of_words, filters=tuple(Where(each, SPAN) for each in own), first=first)
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:  # tantivy tidies up a moment longer
        engine = engine_of(engine_name, rows, Path(folder), commits=commits)
        found = engine.search(query, filters, limit=100, facets=("type", "issuer", "year", "actors"), fold=fold)
        terms = {field: dict(engine.terms(field)) for field in ("mixed", "form")}
        engine.close()
    hits = list(truth(rows, query, filters))
    under = [id_ for ids in found.folded for id_ in ids]
    assert sorted((*found.ids, *under)) == sorted(row.id for row in hits)
    assert found.total == len(hits)
    assert found.groups == len(found.ids)
    if fold:
        keys = [row.columns["fold"] for row in hits]
        assert found.groups == len({key for key in keys if key}) + keys.count(None)
    else:
        assert not under
    before = {row.id for row in truth(hits, AnalysedQuery(first or Everything()), ())}
    assert found.n_first == len(before)
    order = [(row in before, score) for row, score in zip(found.ids, found.scores, strict=True)]
    assert order == sorted(order, reverse=True)
    for name in ("type", "issuer", "actors", "year"):
        values = [row.columns[name] for row in hits]
        each = [one for value in values for one in (value or (None,) if isinstance(value, tuple) else (value,))]
        assert dict(found.facets[name]) == Counter(None if one is None else str(one) for one in each)
    wanted = [*own, *filters]
    others = [each for each in wanted if not isinstance(each, Between)]
    dated = [each.column for each in wanted if isinstance(each, Between) and each.column != "due"]
    others += [each for each in wanted if isinstance(each, Between) and each.column == "due"]
    candidates = truth(rows, AnalysedQuery(root), others)
    assert found.undated == sum(any(not row.columns[name] for name in dated) for row in candidates)
    by_id = {row.id: row for row in rows}
    for place, id_ in enumerate(found.ids):
        assert found.met_by(place) == met_conditions(by_id[id_], query)
    for field, known in terms.items():
        assert known == Counter(
            term for row in rows for term in {t for token in row.tokens for t in token.terms(field)}
        )


@given(tokens=token_lists(), root=nodes())
def test_highlights_are_words_of_a_hit(tokens: tuple[StoredToken, ...], root: Node) -> None:
    """A passage that is no hit has no highlights; those of a hit are in order, apart, and begin and end at words."""
    spans = matches(AnalysedQuery(root), tokens)
    if not is_match(AnalysedQuery(root), tokens):
        assert not spans
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert {span.start for span in spans} <= {each.start for each in tokens}
    assert {span.end for span in spans} <= {each.end for each in tokens}


@given(tokens=token_lists(), terms=st.lists(st.sampled_from(WORDS), min_size=1, unique=True), all_of=st.booleans())
def test_hits_of_words_have_highlights(tokens: tuple[StoredToken, ...], terms: list[str], all_of: bool) -> None:
    """Every hit of words that must be there shows each word that makes it one."""
    leaves = tuple(AnyTerm("mixed", (term,), SPAN) for term in terms)
    query = AnalysedQuery(AllOf(leaves) if all_of else AnyOf(leaves))
    if not is_match(query, tokens):
        return
    spans = matches(query, tokens)
    shown = [each for each in tokens if set(each.mixed) & set(terms)]
    assert spans
    assert all(any(span.start <= each.start and each.end <= span.end for span in spans) for each in shown)


@pytest.fixture(scope="module", params=ENGINE_PARAMS)
def many(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[list[IndexRow], Engine]]:
    """900 rows in several segments: long posting lists, some documents replaced and removed again."""
    chance = random.Random(7)
    rows = []
    for number in range(900):
        words = chance.choices(WORDS, weights=range(9, 0, -1), k=chance.randrange(1, 12))
        tokens = tuple(token(place, word, [chance.choice(WORDS)]) for place, word in enumerate(words))
        columns = {"type": chance.choice(TYPES), "date": chance.choice(DATES), "issuer": chance.choice(ISSUERS)}
        columns["fold"] = f"key{chance.randrange(40)}"
        columns["kind"] = ("decision",) if chance.random() < 0.2 else ()
        title = chance.sample(WORDS, chance.randrange(3))
        rows.append(
            IndexRow(f"row{number:03}", f"doc{number // 9:02}", tokens, columns, title, WORDS[number % 9 :][:1])
        )
    engine = engine_of(request.param, rows, tmp_path_factory.mktemp("many"), commits=3)
    for number in range(0, 100, 7):
        engine.replace(f"doc{number:02}", [row for row in rows if row.document == f"doc{number:02}"])
    for number in range(0, 100, 11):
        engine.remove(f"doc{number:02}")
    engine.commit()
    kept = [row for row in rows if int(row.document[3:]) % 11]
    yield kept, engine
    engine.close()


LEAVES = [AnyTerm(field, (word,), SPAN) for field in ("mixed", "lemma", "part") for word in WORDS]
RUNS = [TermRun("lemma", ((one,), (other,)), SPAN) for one in WORDS[:4] for other in WORDS[:4]]


@pytest.mark.parametrize(
    "root",
    [
        *(
            Near("lemma", ((one,), (other,)), within, SPAN)
            for one in WORDS[:3]
            for other in WORDS[:3]
            for within in (0, 3)
        ),
        AllOf((LEAVES[0], Where(OneOf("type", frozenset({"decision"})), SPAN))),
        NoneOf(Where(Between("date", "2020-01-01", None), SPAN)),
        *LEAVES,
        *RUNS,
        TermRun("lemma", (("uhri", "apu"), ("kauppa",), ("uhri",)), SPAN),
        TermRun("form", (("uhrin",), ("uhrin",), ("uhrin",)), SPAN),
        *(AllOf((one, other)) for one, other in zip(LEAVES, RUNS, strict=False)),
        *(AnyOf((one, other, NoneOf(LEAVES[0]))) for one, other in zip(LEAVES[5:], RUNS, strict=False)),
        *(AllOf((one, NoneOf(other), NoneOf(LEAVES[7]))) for one, other in zip(LEAVES[9:], RUNS, strict=False)),
        AnyOf(tuple(LEAVES[:7])),
    ],
    ids=str,
)
def test_long_posting_lists(many: tuple[list[IndexRow], Engine], root: Node) -> None:
    """Over several segments with deletions, hits and total are those of brute force."""
    rows, engine = many
    query = AnalysedQuery(root, clues(root, ()))
    found = engine.search(query, limit=1000)
    assert sorted(found.ids) == sorted(row.id for row in truth(rows, query, ()))
    assert found.total == len(found.ids)


def test_scores_are_those_of_the_formula(many: tuple[list[IndexRow], Engine]) -> None:
    """Each score is what `scoring` says of its row, but for the rounding of lengths."""
    rows, engine = many
    query = AnalysedQuery(WORD.node, clues(WORD.node, [WORD]))
    found = engine.search(query, limit=1000)
    by_id = {row.id: row for row in rows}
    for id_, score in zip(found.ids, found.scores, strict=True):
        assert score == pytest.approx(formula(rows, by_id[id_], query), rel=0.15)


def formula(rows: Sequence[IndexRow], row: IndexRow, query: AnalysedQuery) -> float:
    """The score of a row, told in the plainest way."""
    mean = sum(len(each.mixed) for other in rows for each in other.tokens) / len(rows)
    length = sum(len(each.mixed) for each in row.tokens) / mean
    score = 0.0
    for clue in query.clues:
        values = [0.0]
        for field, term, weight in clue:
            held = {"title": row.title, "heading": row.heading}.get(field)
            stands: TermField = "lemma" if field == "lemma" else "mixed"
            n_with = sum(any(term in token.terms(stands) for token in other.tokens) for other in rows)
            worth = weight * rarity(len(rows), n_with)
            count = sum(token.terms(stands).count(term) for token in row.tokens)
            if held is None and count:
                values.append(worth * saturation(count, length))
            elif held is not None and term in held:
                values.append(worth)
        score += max(values)
    return score * (FACT_WEIGHT if row.columns.get("kind") else 1.0)


def test_pages_join_to_the_whole_in_one_order(many: tuple[list[IndexRow], Engine]) -> None:
    """Any page is a slice of the whole; equal scores are newest first, undated last, then in the order of the text."""
    rows, engine = many
    query = AnalysedQuery(WORD.node, clues(WORD.node, [WORD]))
    whole = engine.search(query, limit=1000)
    pages = [engine.search(query, limit=7, offset=offset) for offset in range(0, whole.total + 7, 7)]
    assert tuple(row for page in pages for row in page.ids) == whole.ids
    by_id = {row.id: row for row in rows}
    everything = engine.search(AnalysedQuery(Everything()), limit=1000).ids
    keys = [(str(by_id[row].columns["date"] or ""), row) for row in everything]
    assert keys == sorted(sorted(keys, key=lambda key: key[1]), key=lambda key: key[0], reverse=True)


def test_orders_and_folding(many: tuple[list[IndexRow], Engine]) -> None:
    """Newest first, or document by document; of rows of one fold key the first in the order is shown."""
    rows, engine = many
    query = AnalysedQuery(AnyTerm("mixed", ("uhri",), SPAN))
    by_id = {row.id: row for row in rows}

    def days(ids: Sequence[str]) -> list[str]:
        return [str(by_id[id_].columns["date"] or "") for id_ in ids]

    newest = engine.search(query, limit=1000, sort="date")
    assert days(newest.ids) == sorted(days(newest.ids), reverse=True)
    text = engine.search(query, limit=1000, sort="document")
    dated = [day or "9999" for day in days(text.ids)]
    assert dated == sorted(dated)
    assert set(text.ids) == set(newest.ids)
    for sort in ("relevance", "date", "document"):
        whole = engine.search(query, limit=1000, sort=sort)
        folded = engine.search(query, limit=1000, sort=sort, fold=True)
        assert folded.total == whole.total
        first: dict[object, str] = {}
        for id_ in whole.ids:
            first.setdefault(by_id[id_].columns["fold"], id_)
        assert list(folded.ids) == list(first.values())
        pages = [engine.search(query, limit=7, offset=at, sort=sort, fold=True) for at in range(0, len(first) + 7, 7)]
        assert [id_ for page in pages for id_ in page.ids] == list(folded.ids)
        for id_, others in zip(folded.ids, folded.folded, strict=True):
            key = by_id[id_].columns["fold"]
            assert [id_, *others] == [other for other in whole.ids if by_id[other].columns["fold"] == key]


def test_terms_by_their_beginning(many: tuple[list[IndexRow], Engine]) -> None:
    """The vocabulary from a beginning on, in order, with at least the rows that have each."""
    rows, engine = many
    found = dict(engine.terms("lemma", "s"))
    assert list(found) == sorted({"saa", "sää", "sosiaali- ja terveys"})
    assert all(found[term] >= sum(any(term in t.lemmas for t in row.tokens) for row in rows) for term in found)
    assert list(engine.terms("lemma", "puu")) == []

"""Queries that are read, and queries that are refused with a finger on the place."""

import tomllib
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policysearch.errors import QueryError
from policysearch.index.query import MAX_DEPTH, MAX_LENGTH, Match, parse_query
from policysearch.model.search import And, Not, Or, Phrase, Query, Term


def shown(query: Query) -> str:
    """A tree in one line: a word bare, other fields with their name, operators before their children."""
    match query:
        case Term(text, field):
            return text if field == "mixed" else f"{field}:{text}"
        case Phrase(texts, field):
            return f"{field}:<{' '.join(texts)}>"
        case And(children):
            return f"AND({', '.join(map(shown, children))})"
        case Or(children):
            return f"OR({', '.join(map(shown, children))})"
        case Not(child):
            return f"NOT({shown(child)})"


GOOD = [
    ("uhri", "uhri", "uhri"),
    ("uhrien auttaminen", "AND(uhrien, auttaminen)", "OR(uhrien, auttaminen)"),
    ("uhri AND apu", "AND(uhri, apu)", "AND(uhri, apu)"),
    ("uhri JA apu TAI tuki", "OR(AND(uhri, apu), tuki)", "OR(AND(uhri, apu), tuki)"),
    ("uhri OR apu tuki", "OR(uhri, AND(apu, tuki))", "OR(uhri, apu, tuki)"),
    ("(uhri OR apu) tuki", "AND(OR(uhri, apu), tuki)", "OR(uhri, apu, tuki)"),
    ("uhri apu AND tuki", "AND(uhri, apu, tuki)", "AND(OR(uhri, apu), tuki)"),
    ("uhri -apu", "AND(uhri, NOT(apu))", "AND(uhri, NOT(apu))"),
    ("-apu uhri tuki", "AND(NOT(apu), uhri, tuki)", "AND(OR(uhri, tuki), NOT(apu))"),
    ("uhri EI apu", "AND(uhri, NOT(apu))", "AND(uhri, NOT(apu))"),
    ("uhri AND NOT (apu OR tuki)", "AND(uhri, NOT(OR(apu, tuki)))", "AND(uhri, NOT(OR(apu, tuki)))"),
    ("uhri OR NOT apu", "OR(uhri, NOT(apu))", "OR(uhri, NOT(apu))"),
    ("NOT NOT uhri", "uhri", "uhri"),
    ("lemma:kauppa part:kauppa", "AND(lemma:kauppa, part:kauppa)", "OR(lemma:kauppa, part:kauppa)"),
    ("Perusmuoto:kauppa OSA:kauppa", "AND(lemma:kauppa, part:kauppa)", "OR(lemma:kauppa, part:kauppa)"),
    ("'uhrien apu'", "form:<uhrien apu>", "form:<uhrien apu>"),
    ("'uhrien'", "form:uhrien", "form:uhrien"),
    ("form:uhrien", "form:uhrien", "form:uhrien"),
    ('form:"uhrien apu"', "form:<uhrien apu>", "form:<uhrien apu>"),
    ('"uhri apu"', "lemma:<uhri apu>", "lemma:<uhri apu>"),
    ("”uhri apu”", "lemma:<uhri apu>", "lemma:<uhri apu>"),
    ('"uhri"', "lemma:uhri", "lemma:uhri"),
    ('-"uhri apu" tuki', "AND(NOT(lemma:<uhri apu>), tuki)", "AND(tuki, NOT(lemma:<uhri apu>))"),
    ("-(apu tuki) uhri", "AND(NOT(AND(apu, tuki)), uhri)", "AND(uhri, NOT(OR(apu, tuki)))"),
    ("Roy'n raportti", "AND(Roy'n, raportti)", "OR(Roy'n, raportti)"),
    ("'Roy'n raportti'", "form:<Roy'n raportti>", "form:<Roy'n raportti>"),
    ("STM:n eu:ssa", "AND(STM:n, eu:ssa)", "OR(STM:n, eu:ssa)"),
    ("klo 12:30 https://kuusjarvi.example/a", "AND(klo, 12:30, https://kuusjarvi.example/a)", None),
    ("aihe: uhri", "AND(aihe:, uhri)", "OR(aihe:, uhri)"),
    ("sosiaali- ja terveyslautakunta", "sosiaali- ja terveyslautakunta", "sosiaali- ja terveyslautakunta"),
    ("lemma:vapaa-aika-, liikunta- ja nuorisotyö apu", "AND(lemma:vapaa-aika-, liikunta- ja nuorisotyö, apu)", None),
    ("uhri ja apu", "AND(uhri, ja, apu)", "OR(uhri, ja, apu)"),
    ("JAKO TAITO EIKÄ", "AND(JAKO, TAITO, EIKÄ)", "OR(JAKO, TAITO, EIKÄ)"),
    ("1.6.2020–31.12.2022", "1.6.2020–31.12.2022", "1.6.2020–31.12.2022"),
    ("((uhri))", "uhri", "uhri"),
    ("uhri - apu", "AND(uhri, -, apu)", "OR(uhri, -, apu)"),
]


@pytest.mark.parametrize(("text", "all_of", "any_of"), GOOD, ids=[case[0] for case in GOOD])
def test_query_is_read(text: str, all_of: str, any_of: str | None) -> None:
    """Words side by side are all wanted, or any; everything else means the same in both."""
    assert shown(parse_query(text)) == all_of
    if any_of is not None:
        assert shown(parse_query(text, match="any")) == any_of


def test_spans_point_into_the_query() -> None:
    """Every node knows its place."""
    query = parse_query('uhri (lemma:apu OR "tuki ja turva")')
    assert isinstance(query, And)
    term, group = query.children
    assert isinstance(group, Or)
    text = 'uhri (lemma:apu OR "tuki ja turva")'
    assert [node.span.of(text) for node in (term, *group.children)] == ["uhri", "lemma:apu", '"tuki ja turva"']


BROKEN = [
    ("uhri AND", 8, "after AND"),
    ("uhri TAI", 8, "after TAI"),
    ("OR uhri", 0, "before OR"),
    ("JA", 0, "before JA"),
    ("uhri AND OR apu", 9, "after AND"),
    ("(uhri AND )", 10, "after AND"),
    ("uhri ()", 6, "before )"),
    ("(uhri", 0, "never closed"),
    ("apu (uhri (tuki)", 4, "never closed"),
    ("uhri)", 4, "closes nothing"),
    ('uhri "apu tuki', 5, "never closed"),
    ("uhri 'apu", 5, "never closed"),
    ('uhri ""', 5, "no word"),
    ("''", 0, "no word"),
    ("NOT uhri", 0, "must not be there"),
    ("-uhri -apu", 0, "must not be there"),
    ("lemma: uhri", 6, "right after lemma:"),
    ("apu lemma:", 10, "right after lemma:"),
    ("lemma:(uhri apu)", 6, "right after lemma:"),
    ('part:"uhri apu"', 5, "one word"),
    ("uhri type:decision", 5, "--type"),
    ("määräaika:2022", 0, "--due-before"),
    ("part-of:decision", 0, "not available"),
    ("otsikko:uhri", 0, "no field otsikko:"),
    ("apu ihmiskaup*", 13, "not available"),
    ("uhri~", 4, "not available"),
    ('"uhri apu"~5', 10, "not available"),
    ("äiti\u0308nen AND", 12, "after AND"),
]


@pytest.mark.parametrize(("text", "at", "said"), BROKEN, ids=[case[0] for case in BROKEN])
@pytest.mark.parametrize("match", ["all", "any"])
def test_broken_query_is_pointed_at(text: str, at: int, said: str, match: Match) -> None:
    """The message says what is wrong, shows the query with a caret at the place, and what to do."""
    with pytest.raises(QueryError) as raised:
        parse_query(text, match=match)
    first, query, caret, advice = str(raised.value).split("\n")
    assert said in f"{first} {advice}"
    assert f"character {at + 1} " in first
    assert query == f"  {text}"
    assert caret == " " * (2 + at - text[:at].count("\u0308")) + "^"
    assert advice.endswith(".")


@pytest.mark.parametrize("text", ["", "  \n"], ids=["empty", "white"])
def test_empty_query(text: str) -> None:
    """An empty query is told what to type."""
    with pytest.raises(QueryError, match="Type at least one word"):
        parse_query(text)


def test_white_space_is_shown_as_spaces() -> None:
    """A query over several lines is shown on one, so that the caret stands under its place."""
    with pytest.raises(QueryError) as raised:
        parse_query("uhri\n\tAND")
    assert str(raised.value).split("\n")[1:3] == ["  uhri  AND", "           ^"]


def test_limits() -> None:
    """Pasted documents and endless parentheses are refused, and what is within the limits is read."""
    with pytest.raises(QueryError, match="Shorten it"):
        parse_query("a" * (MAX_LENGTH + 1))
    with pytest.raises(QueryError, match="inside one another"):
        parse_query("(" * (MAX_DEPTH + 1) + "a" + ")" * (MAX_DEPTH + 1))
    deep = "(NOT " * MAX_DEPTH + "a" + ")" * MAX_DEPTH
    assert shown(parse_query(deep)) == "a"
    parse_query("NOT " * 1000 + "a")
    parse_query("uhri " * 900)


@given(st.text("ab\"'()-:*~ JATIORND”\u0308\n", max_size=25))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever is typed, the answer is a tree inside the query, or a QueryError."""
    try:
        query = parse_query(text)
    except QueryError:
        return
    assert 0 <= query.span.start < query.span.end <= len(text)


def test_fields_of_the_grammar_are_those_of_the_data() -> None:
    """query.lark and operators.toml name the same fields."""
    data = tomllib.loads(resources.files("policysearch.index").joinpath("operators.toml").read_text("utf-8"))
    for name, field in data["fields"].items():
        assert shown(parse_query(f"{name}:uhri")) == f"{field}:uhri"
    assert not set(data["fields"]) & set(data["filters"])

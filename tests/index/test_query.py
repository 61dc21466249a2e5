"""Queries that are read, and queries that are refused with a finger on the place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policysearch.errors import QueryError
from policysearch.index.operators import operators
from policysearch.index.query import MAX_DEPTH, MAX_LENGTH, Match, parse_query
from policysearch.model.document import PARTS
from policysearch.model.facts import COMMITMENT_KINDS
from policysearch.model.query import (
    FILTER_NAMES,
    And,
    Fuzzy,
    Not,
    OfDay,
    OfPage,
    OfValue,
    Or,
    Phrase,
    Prefix,
    Query,
    Term,
)
from policysearch.model.source import DOCUMENT_TYPES


def shown(query: Query) -> str:  # noqa: C901  # one line a node
    """A tree in one line: a word bare, other fields with their name, operators before their children."""
    match query:
        case Term(text, field):
            return text if field == "mixed" else f"{field}:{text}"
        case Prefix(text, field):
            return f"{text}*" if field == "mixed" else f"{field}:{text}*"
        case Fuzzy(text, field, _, distance):
            return f"{'' if field == 'mixed' else f'{field}:'}{text}~{distance or ''}"
        case Phrase(texts, field, _, within):
            return f"{field}:<{' '.join(texts)}>{'' if within is None else f'~{within}'}"
        case OfValue(name, values):
            return f"{name}={','.join(values)}"
        case OfDay(name, first, last):
            return f"{name}={first or ''}..{last or ''}"
        case OfPage(low, high):
            return f"page={low or ''}..{high or ''}"
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
    ("uhri AND", 8, "after AND", "uhri"),
    ("uhri TAI", 8, "after TAI", "uhri"),
    ("OR uhri", 0, "before OR", "uhri"),
    ("JA", 0, "before JA", None),
    ("uhri AND OR apu", 9, "after AND", "uhri OR apu"),
    ("(uhri AND )", 10, "after AND", "(uhri )"),
    ("uhri ()", 6, "before )", "uhri"),
    ("(uhri", 0, "never closed", "(uhri)"),
    ("apu (uhri (tuki)", 4, "never closed", "apu (uhri (tuki))"),
    ("uhri)", 4, "closes nothing", "uhri"),
    ('uhri "apu tuki', 5, "never closed", 'uhri "apu tuki"'),
    ("uhri 'apu", 5, "never closed", "uhri 'apu'"),
    ("uhri 'apu \"tuki", 5, "never closed", 'uhri apu "tuki"'),
    ('uhri ""', 5, "no word", "uhri"),
    ("''", 0, "no word", None),
    ("NOT uhri", 0, "must not be there", None),
    ("-uhri -apu", 0, "must not be there", None),
    ("-type:minutes", 0, "must not be there", None),
    ("lemma: uhri", 6, "right after lemma:", "lemma:uhri"),
    ("apu lemma:", 10, "right after lemma:", "apu"),
    ("lemma:(uhri apu)", 6, "right after lemma:", "(uhri apu)"),
    ('part:"uhri apu"', 5, "one word", "part:uhri part:apu"),
    ("otsikko:uhri", 0, "no field otsikko:", "otsikko uhri"),
    ("isuer:espoo", 0, "no field isuer:", "issuer:espoo"),
    ("ihmis*kauppa", 5, "only at the end", "ihmis*"),
    ("*kauppa", 0, "part:word", "kauppa"),
    ("a*", 1, "at least 2 letters", "a"),
    ("uh~ri", 2, "only at the end", "uh~"),
    ("uhri~5", 4, "at most 2 letters", "uhri~2"),
    ('"uhri* apu"', 5, "no beginnings of words", '"uhri apu"'),
    ("uhri type:", 10, "right after type:", "uhri"),
    ("type: decision", 5, "right after type:", "type:decision"),
    ("type:(decision)", 5, "right after type:", "(decision)"),
    ("uhri type:decisoin", 10, "does not take 'decisoin'", "uhri type:decision"),
    ("tyyppi:p\u00f6yt\u00e4kirja,xyz uhri", 18, "does not take 'xyz'", "uhri"),
    ("kind:promise", 5, "accomplishment", None),
    ("date:eilen uhri", 5, "no date", "uhri"),
    ("date:2021-13", 5, "no date", None),
    ("date:2023..2019 uhri", 5, "before it begins", "date:2019..2023 uhri"),
    ("due:.. uhri", 4, "neither end", "uhri"),
    ('uhri date:"2021-02-30"', 11, "no date", "uhri"),
    ("page:viisi uhri", 5, "no page", "uhri"),
    ("äiti\u0308nen AND", 12, "after AND", "äiti\u0308nen"),
]


@pytest.mark.parametrize(("text", "at", "said", "nearest"), BROKEN, ids=[case[0] for case in BROKEN])
@pytest.mark.parametrize("match", ["all", "any"])
def test_broken_query_is_pointed_at(text: str, at: int, said: str, nearest: str | None, match: Match) -> None:
    """The message says what is wrong, shows the query with a caret at the place, what to do and what may be meant."""
    with pytest.raises(QueryError) as raised:
        parse_query(text, match=match)
    first, query, caret, advice, *more = str(raised.value).split("\n")
    assert said in f"{first} {advice}"
    assert f"character {at + 1} " in first
    assert query == f"  {text}"
    assert caret == " " * (2 + at - text[:at].count("\u0308")) + "^"
    assert advice.endswith(".")
    assert raised.value.suggestion == nearest
    assert more == ([] if nearest is None else [f"Did you mean: {nearest}"])


FILTERS = [
    ("type:decision", "type=decision"),
    ("tyyppi:pöytäkirja,tiedote", "type=minutes,press_release"),
    ("kind:obligation", "kind=obligation"),
    ("laji:velvoite", "kind=obligation"),
    ("part-of:history", "part-of=history"),
    ("kohta:perustelut", "part-of=rationale"),
    ("kieli:ruotsi", "lang=sv"),
    ("toimija:STM", "actor=STM"),
    ('issuer:"Helsingin kaupunginhallitus"', "issuer=Helsingin kaupunginhallitus"),
    ("actor:sosiaali- ja terveysministeriö", "actor=sosiaali- ja terveysministeriö"),
    ("case:'HEL 2021-001526'", "case=HEL 2021-001526"),
    ('section:"§ 333"', "section=333"),
    ("asiakirja:0f3a", "document=0f3a"),
    ("date:2021", "date=2021-01-01..2021-12-31"),
    ("date:2021-02", "date=2021-02-01..2021-02-28"),
    ("päiväys:9.2.2021", "date=2021-02-09..2021-02-09"),
    ("date:2.2021", "date=2021-02-01..2021-02-28"),
    ("date:2019..2023", "date=2019-01-01..2023-12-31"),
    ("date:2019–2023", "date=2019-01-01..2023-12-31"),
    ("date:..2023-05", "date=..2023-05-31"),
    ("date:1.2.2021..", "date=2021-02-01.."),
    ("due:<2022-07", "due=..2022-06-30"),
    ("due:<=2022-07", "due=..2022-07-31"),
    ("määräaika:>2022", "due=2023-01-01.."),
    ("due:>=2022", "due=2022-01-01.."),
    ("page:3", "page=3..3"),
    ("sivu:3..5", "page=3..5"),
    ("page:<10", "page=..9"),
    ("uhri -type:minutes (actor:STM OR kind:decision)", "AND(uhri, NOT(type=minutes), OR(actor=STM, kind=decision))"),
    ("ihmiskaup*", "ihmiskaup*"),
    ("lemma:ihmiskaup*", "lemma:ihmiskaup*"),
    ("uhri~ apu~1", "AND(uhri~, apu~1)"),
    ('"uhri apu"~3', "lemma:<uhri apu>~3"),
    ('"uhri apu"~', "lemma:<uhri apu>~5"),
    ('form:"uhrin apu"~0', "form:<uhrin apu>~0"),
]


@pytest.mark.parametrize(("text", "tree"), FILTERS, ids=[case[0] for case in FILTERS])
def test_filters_and_wider_words_are_read(text: str, tree: str) -> None:
    """Filters in both languages, ranges, beginnings of words, similar words, words near one another."""
    assert shown(parse_query(text)) == tree


def test_filters_hold_also_where_any_word_will_do() -> None:
    """A filter is no word: with any of the words it must still be met."""
    query = parse_query("uhri type:minutes apu", match="any")
    assert shown(query) == "AND(OR(uhri, apu), type=minutes)"


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


FRAGMENTS = (
    *(
        "uhri",
        "apu",
        "ihmis*",
        "uhri~",
        "~2",
        "*",
        "AND",
        "TAI",
        "NOT",
        "-",
        "(",
        ")",
        '"',
        "'",
        "”",
        "..",
        "<",
        ",",
        ":",
    ),
    *("type:", "tyyppi:plan", "type:x", "date:", "2019..2023", "date:2021", "date:<2021-02", "due:2023..2019"),
    *("page:3..", "page:x", "lemma:", "part:", "isuer:a"),
)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=9), st.sampled_from([" ", ""]))
def test_what_is_offered_can_be_read(fragments: list[str], between: str) -> None:
    """Whatever is wrong, the place lies inside the query, and what is offered instead is a query."""
    text = between.join(fragments)
    broken = None
    try:
        parse_query(text)
    except QueryError as error:
        broken = error
    if broken is not None:
        assert broken.at is None or 0 <= broken.at <= len(text)
        if broken.suggestion is not None:
            parse_query(broken.suggestion)


def test_names_of_the_grammar_are_those_of_the_data() -> None:
    """query.lark and operators.toml name the same fields and filters."""
    known = operators()
    for name, field in known.fields.items():
        assert shown(parse_query(f"{name}:uhri")) == f"{field}:uhri"
    examples = {"date": "2021", "due": "2021", "page": "1", "type": "plan", "kind": "decision", "part-of": "decision"}
    for name, meant in known.filters.items():
        assert shown(parse_query(f"{name}:{examples.get(meant, 'fi')}")).startswith(f"{meant}=")
    assert set(known.filters.values()) == set(FILTER_NAMES)
    assert not set(known.fields) & set(known.filters)


def test_values_in_finnish_are_those_of_the_model() -> None:
    """Each value of a filter that can be typed is one of the model, and each of the model has a Finnish name."""
    for name, values in (("type", DOCUMENT_TYPES), ("kind", COMMITMENT_KINDS), ("part-of", PARTS)):
        typed = operators().values[name]
        assert set(typed.values()) == set(values)
        assert {typed[word] for word in typed if word not in values} == set(values)

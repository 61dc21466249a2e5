"""Headings, paragraphs, lists and tables of a page."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policysearch.errors import ReadError
from policysearch.extract.html import extract_html
from policysearch.extract.normalise import normalise


def rows(body: str) -> list[str]:
    """First letter of the kind, level or L for a label, and text of each block; lines joined by a slash."""
    page = f"<html><body>{body}</body></html>".encode()
    return [
        f"{block.kind[0]}{block.level or ''}{'L' if block.is_label else ''} {block.text}".replace("\n", " / ")
        for block in extract_html(page).blocks
    ]


GAP = "&nbsp;&nbsp;&nbsp; "
LONG = "Työryhmä arvioi ohjelman toteutumista joka vuosi ja kertoo siitä valtuustolle aina"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<p>Eka\nrivi.<p>Toka.", ["p Eka rivi.", "p Toka."], id="source lines are white space"),
        pytest.param("alku<div>keski</div>loppu", ["p alku", "p keski", "p loppu"], id="text between blocks"),
        pytest.param("<h1>A</h1><h4>B <em>c</em></h4>", ["h1 A", "h4 B c"], id="headings"),
        pytest.param("<p>yksi<!-- ei --> kaksi</p><!-- ei -->", ["p yksi kaksi"], id="comments"),
        pytest.param("<p>a<script>b</script><style>c</style></p>", ["p a"], id="scripts and styles"),
        pytest.param("<p>hyväksi&shy;käyttö&nbsp;on&#8203; rikos</p>", ["p hyväksikäyttö on rikos"], id="odd spaces"),
        pytest.param("<p>Hel<b>sin</b>ki</p>", ["p Helsinki"], id="a word in several tags"),
        pytest.param("<ul><li>a<ol><li>b</li></ol></li><li><p>c</p></li></ul>", ["l a", "l b", "l c"], id="lists"),
        pytest.param(
            "<p>Esittelijä<br>johtaja<br>Maija Malli</p>", ["p Esittelijä", "p johtaja", "p Maija Malli"], id="br"
        ),
        pytest.param(f"<p>{LONG}<br>syksyllä.</p>", [f"p {LONG} / syksyllä."], id="wrap"),
        pytest.param(f"<p>{LONG}.<br>syksyllä.</p>", [f"p {LONG}.", "p syksyllä."], id="br after a sentence"),
        pytest.param(f"<p>{LONG}<br><br>syksyllä.</p>", [f"p {LONG}", "p syksyllä."], id="two br"),
        pytest.param(
            "<p>Maija Malli, erityisasiantuntija, p. 000 555 0001, m@example.fi<br>johtaja Matti Tamm</p>",
            ["p Maija Malli, erityisasiantuntija, p. 000 555 0001, m@example.fi", "p johtaja Matti Tamm"],
            id="br between contacts",
        ),
        pytest.param(
            "<h1>Ohjelma<br>uhrien auttamiseksi</h1>", ["h1 Ohjelma / uhrien auttamiseksi"], id="br in a title"
        ),
        pytest.param("<p><strong>Päätös</strong></p><p>Hyväksyttiin.</p>", ["h Päätös", "p Hyväksyttiin."], id="bold"),
        pytest.param("<p><b>Liitteet:</b><br>1 Opas</p>", ["h Liitteet:", "p 1 Opas"], id="bold line"),
        pytest.param("<p><b>Tässä on koko lause.</b></p>", ["p Tässä on koko lause."], id="bold sentence"),
        pytest.param("<p><b>Aika:</b> maanantai</p>", ["p Aika: maanantai"], id="bold word in a line"),
        pytest.param(f"<p><b>Päätös</b>{GAP}Lautakunta:</p>", ["hL Päätös", "p Lautakunta:"], id="label with room"),
        pytest.param(
            '<p><span class="ehdotuspaatos">Päätös</span>Ehdotus hyväksyttiin.</p>',
            ["hL Päätös", "p Ehdotus hyväksyttiin."],
            id="label by class",
        ),
        pytest.param("<p>- opas<br>- koulutus</p>", ["l opas", "l koulutus"], id="typed bullets"),
        pytest.param("<p>-<span>&nbsp;&nbsp;&nbsp; </span>Sääntö</p>", ["l Sääntö"], id="bullet of Word"),
        pytest.param("<p>o&nbsp;&nbsp;&nbsp;&nbsp; Sääntö</p>", ["l Sääntö"], id="round bullet of Word"),
        pytest.param(
            "<p>– Kukaan uhri ei saa jäädä yksin missään kunnassa, sanoo johtaja.</p>",
            ["p – Kukaan uhri ei saa jäädä yksin missään kunnassa, sanoo johtaja."],
            id="speech",
        ),
        pytest.param("<h3><button>Kuka voi hakea?</button></h3>", ["h3 Kuka voi hakea?"], id="button in a heading"),
        pytest.param("<p>Kysely<a href=#1><sup>1</sup></a> alkaa</p>", ["p Kysely 1 alkaa"], id="number of a footnote"),
        pytest.param("<p>100 m<sup>2</sup></p>", ["p 100 m2"], id="exponent"),
        pytest.param('<p class="MsoListParagraph">1. Avaus</p>', ["l 1. Avaus"], id="item of Word"),
        pytest.param("<pre>yksi\nkaksi</pre>", ["p yksi", "p kaksi"], id="pre"),
        pytest.param(
            '<div><span class="a">metsäministeriö</span><span class="b">Tiedote</span></div>',
            ["p metsäministeriö", "p Tiedote"],
            id="row of fields",
        ),
        pytest.param(
            "<p>metsäministeriö<span>vesiministeriö</span></p>",
            ["p metsäministeriö", "p vesiministeriö"],
            id="publishers",
        ),
    ],
)
def test_markup_gives_blocks(body: str, expected: list[str]) -> None:
    """Kinds, levels and text of what a page marks up."""
    assert rows(body) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param("<tr><th>Toimi<th>Aika<tr><td>Opas<td>2.5.2023", ["t Toimi\tAika", "t Opas\t2.5.2023"], id="data"),
        pytest.param("<tr><td>a<td>&nbsp;<td>b<tr><td>c<td><td>d", ["t a\tb", "t c\td"], id="column that makes room"),
        pytest.param("<tr><td>a<td>b<td>c<tr><td>d<td><td>e", ["t a\tb\tc", "t d\t\te"], id="empty cell"),
        pytest.param("<tr><td>Maija Malli<tr><td>Matti Tamm", ["p Maija Malli", "p Matti Tamm"], id="one column"),
        pytest.param("<tr><td><h2>A</h2><p>b</p><td>c", ["h2 A", "p b", "p c"], id="heading in a frame"),
        pytest.param("<tr><td>x<td><table><tr><td>a<td>b</table>", ["p x", "t a\tb"], id="table in a frame"),
        pytest.param(
            f"<tr><td>Päätös<td><p>{LONG}.</p><p>{LONG}.</p><tr><td>Tiedoksi<td>Poliisi",
            ["hL Päätös", f"p {LONG}.", f"p {LONG}.", "hL Tiedoksi", "p Poliisi"],
            id="labels beside text",
        ),
        pytest.param(
            "<tr><td>Läsnä<td><p>Maija Malli</p><p>Matti Tamm</p>",
            ["hL Läsnä", "p Maija Malli", "p Matti Tamm"],
            id="label beside paragraphs",
        ),
        pytest.param("<caption>Vaiheet<tr><td>a<td>b", ["p Vaiheet", "t a\tb"], id="caption"),
        pytest.param("<tr><td>a<br>b<td><div>c</div><div>d</div>", ["t a b\tc d"], id="lines in a cell"),
    ],
)
def test_tables_are_data_or_frames(table: str, expected: list[str]) -> None:
    """Rows of data become one block each; tables that arrange a page give what is in them."""
    assert rows(f"<table>{table}</table>") == expected


paragraphs = st.lists(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co")), min_size=1)
    .map(lambda text: " ".join(normalise(text).split()))
    .filter(lambda text: any(c.isalnum() for c in text) and text[0].isalpha() and normalise(text) == text),
    min_size=1,
    max_size=6,
)


@given(paragraphs)
def test_paragraphs_come_out_as_they_went_in(texts: list[str]) -> None:
    """Whatever the letters of a paragraph, the page gives them back, one block each."""
    # Behind a word of our own, no text is a bullet or a control of the page.
    body = "".join(f"<p>Asia: {html.escape(text)}</p>" for text in texts)
    assert [row[2:] for row in rows(body)] == [f"Asia: {text}" for text in texts]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<div>" * 20_000 + "syvä", id="nested elements"),
        pytest.param("<b><a href=x>" * 10_000 + "syvä", id="nested links"),
        pytest.param("<table><tr><td>" * 20_000 + "syvä", id="nested tables"),
        pytest.param("<ul><li>" * 30_000 + "syvä", id="nested lists"),
    ],
)
def test_bomb_of_nested_elements_is_refused(page: str) -> None:
    """A page that nests without end is refused in one sentence, without a stack overflow."""
    with pytest.raises(ReadError, match="nests"):
        extract_html(page.encode())


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f'<p class="{"x " * 500_000}">Teksti</p>', id="huge attribute"),
        pytest.param("<p>Teksti</p>" + "<br>" * 20_000, id="many breaks"),
        pytest.param("<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><p>Teksti</p>", id="entities"),
        pytest.param("<p>Teksti</p>" + "<p" * 50_000, id="open tags"),
        pytest.param("<table>" + "<tr><td>a</td></tr>" * 2_000 + "</table><p>Teksti</p>", id="long table"),
        pytest.param("<div><div><div>" * 600 + "<p>Teksti</p>", id="deep but readable"),
    ],
)
def test_hostile_markup_is_read(body: str) -> None:
    """Large or broken markup is read as far as it holds text."""
    assert any("Teksti" in row for row in rows(body))


def test_page_without_text_is_refused() -> None:
    """A page that a script draws holds nothing to read, and the message says so."""
    with pytest.raises(ReadError, match="holds no text"):
        extract_html(b"<html><body><div id=app></div><script>draw()</script></body></html>")

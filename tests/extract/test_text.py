"""Plain text and Markdown."""

import pytest

from policysearch.errors import ReadError
from policysearch.extract import extract
from policysearch.extract.markdown import plain
from policysearch.model.source import Extract


def read(text: str, name: str = "a.txt") -> Extract:
    """The extract of one text file."""
    (extracted,) = extract(text.encode(), name=name)
    return extracted


def rows(text: str, name: str = "a.txt") -> list[str]:
    """First letter of the kind and the text of each block, lines joined by a slash."""
    return [f"{block.kind[0]} {block.text}".replace("\n", " / ") for block in read(text, name).blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Eka\nrivi.\n\nToka.", ["p Eka / rivi.", "p Toka."], id="blank line"),
        pytest.param("Eka  \nrivi.", ["p Eka / rivi."], id="trailing spaces are no break in plain text"),
        pytest.param(
            "Tavoitteena on:\n\n  • koota tietoa\n    aiheesta\n  • jakaa osaamista",
            [
                "p Tavoitteena on:",
                "l koota tietoa / aiheesta",
                "l jakaa osaamista",
            ],
            id="bullets",
        ),
        pytest.param(
            "Sovittiin:\n- opas laaditaan\n- koulutus pidetään",
            ["p Sovittiin:", "l opas laaditaan", "l koulutus pidetään"],
            id="dashes after a colon",
        ),
        pytest.param(
            "Hanke kestää kauan\n– ainakin vuoden – ja jatkuu.",
            ["p Hanke kestää kauan / – ainakin vuoden – ja jatkuu."],
            id="wrapped dash of a sentence",
        ),
        pytest.param(
            "– Uhrien auttaminen on meille kaikille tärkeää, sanoo johtaja Maija Malli.",
            ["p – Uhrien auttaminen on meille kaikille tärkeää, sanoo johtaja Maija Malli."],
            id="dash that opens speech",
        ),
        pytest.param(
            "Asiat:\n1. Avaus\n2. Päätös\n   asiasta\n3. Lopetus",
            [
                "p Asiat:",
                "l 1. Avaus",
                "l 2. Päätös / asiasta",
                "l 3. Lopetus",
            ],
            id="numbers that count up",
        ),
        pytest.param("5. Muut asiat", ["p 5. Muut asiat"], id="one number is no list"),
        pytest.param(
            "Kausi alkaa\n1. tammikuuta 2022 ja\npäättyy pian.",
            ["p Kausi alkaa / 1. tammikuuta 2022 ja / päättyy pian."],
            id="wrapped date",
        ),
        pytest.param("hyväksi-\nkäytön", ["p hyväksi- / käytön"], id="hyphen stays"),
        pytest.param("hyväksi\u00ad\nkäy\u00adtön", ["p hyväksi- / käytön"], id="soft hyphens"),
        pytest.param("A * b ja [x](y)", ["p A * b ja [x](y)"], id="marks of plain text stay"),
    ],
)
def test_plain_text_gives_blocks(text: str, expected: list[str]) -> None:
    """Only what the text marks up itself becomes structure; lines stay lines."""
    assert rows(text) == expected


def test_form_feeds_are_pages() -> None:
    """Each form feed begins a page, an empty page is blank, and a last form feed begins none."""
    extracted = read("Eka\n\fToka\n\f\n\fNeljäs\n\f")
    assert [(block.text, block.page) for block in extracted.blocks] == [("Eka", 1), ("Toka", 2), ("Neljäs", 4)]
    assert [page.status for page in extracted.pages] == ["text", "text", "blank", "text"]


def test_without_form_feeds_pages_are_unknown() -> None:
    """No page is page 1 unless the file says so."""
    extracted = read("Eka")
    assert (extracted.pages, extracted.blocks[0].page) == ((), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("# Otsikko\nTeksti", ["h Otsikko", "p Teksti"], id="heading"),
        pytest.param("## **2) Muut asiat**", ["h 2) Muut asiat"], id="bold heading"),
        pytest.param("**Päätös**\nHyväksyttiin.", ["h Päätös", "p Hyväksyttiin."], id="bold line"),
        pytest.param("Otsikko\n===\nTeksti", ["h Otsikko", "p Teksti"], id="underlined heading"),
        pytest.param(
            "# A\nMaija Malli, jäsen  \nMatti Tamm, jäsen  \n",
            ["h A", "p Maija Malli, jäsen", "p Matti Tamm, jäsen"],
            id="hard breaks",
        ),
        pytest.param(
            "# A\n- yksi\n  jatkuu\n- kaksi\n\n1. eka\n2. toka",
            [
                "h A",
                "l yksi / jatkuu",
                "l kaksi",
                "l 1. eka",
                "l 2. toka",
            ],
            id="lists",
        ),
        pytest.param(
            "| Nimi | Aika |\n|---|:-:|\n| Opas | 2.5.2023 |",
            ["t Nimi\tAika", "t Opas\t2.5.2023"],
            id="table",
        ),
        pytest.param("# A\n> lainaus\n> jatkuu\n\n---\n\nloppu", ["h A", "p lainaus / jatkuu", "p loppu"], id="rule"),
        pytest.param("# A\nyksi<br>kaksi", ["h A", "p yksi", "p kaksi"], id="break tag"),
    ],
)
def test_markdown_marks_become_kinds(text: str, expected: list[str]) -> None:
    """Marks are gone from the text and live on as kinds."""
    assert rows(text, "a.md") == expected


def test_markdown_heading_keeps_its_level() -> None:
    """The number of marks is the level; a bold line has none."""
    assert [block.level for block in read("# A\n\n#### B\n\n**C**").blocks] == [1, 4, None]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("**lihava** ja *kursiivi* ja _alle_", "lihava ja kursiivi ja alle"),
        ("[ohjelma](https://a.example/x_(1)) ja ![kuva](k.png)", "ohjelma ja "),
        ("<https://a.example>", "https://a.example"),
        (r"1\. kohta ja 2 \* 3", "1. kohta ja 2 * 3"),
        ("nimi_joka_säilyy ja 2 * 3 * 4", "nimi_joka_säilyy ja 2 * 3 * 4"),
        ("`koodi` &amp; <u>viiva</u>", "koodi & viiva"),
        ("*kaksi\nriviä*", "kaksi\nriviä"),
    ],
)
def test_plain_strips_marks_only(marked: str, expected: str) -> None:
    """Marks go, letters stay."""
    assert plain(marked) == expected


def test_text_states_date_publisher_and_type() -> None:
    """The first lines of an exported press release are read as those of the page would be."""
    hints = read(
        "Uusi hanke alkaa\n\nmetsäministeriö\nJulkaisuajankohta 8.6.2023 15.09\nTiedote 3/2023\n\nTeksti."
    ).hints
    assert (hints.type, str(hints.date), hints.issuer) == ("press_release", "2023-06-08", "metsäministeriö")


def test_text_of_bullets_only_is_refused() -> None:
    """A file without any text is no document."""
    with pytest.raises(ReadError):
        read("\u200b\u200b")

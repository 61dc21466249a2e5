"""What a page says about itself."""

import datetime as dt

import pytest

from policysearch.extract.html import extract_html
from policysearch.model.source import Metadata


def hints(body: str, head: str = "", attributes: str = "") -> Metadata:
    """The hints of a page."""
    return extract_html(f"<html {attributes}><head>{head}</head><body>{body}</body></html>".encode()).hints


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ["metsäministeriö", "Julkaisuajankohta 8.6.2023 15.09", "Uutinen"],
            Metadata("press_release", date=dt.date(2023, 6, 8), issuer="metsäministeriö"),
            id="publisher, date, type",
        ),
        pytest.param(
            ["metsäministeriö", "vesiministeriö", "Julkaisuajankohta 8.6.2023 15.09", "Tiedote 33/2023"],
            Metadata("press_release", date=dt.date(2023, 6, 8), issuer="metsäministeriö"),
            id="two publishers",
        ),
        pytest.param(
            ["Metsäministeriö 20.6.2018 9.15", "Tiedote 71/2018"],
            Metadata("press_release", date=dt.date(2018, 6, 20), issuer="Metsäministeriö"),
            id="publisher and date on a line",
        ),
        pytest.param(["18.10.2016 8.48"], Metadata(date=dt.date(2016, 10, 18)), id="date and time alone"),
        pytest.param(["13.3.2024 | News item"], Metadata("press_release", date=dt.date(2024, 3, 13)), id="with a type"),
        pytest.param(["Utgivningsdatum 23.3.2022 13.48"], Metadata(date=dt.date(2022, 3, 23)), id="Swedish"),
        pytest.param(["Publication date 18.11.2021 14.09"], Metadata(date=dt.date(2021, 11, 18)), id="English"),
        pytest.param(["Kolumni", "Julkaistu 1.2.2020"], Metadata("web_page", date=dt.date(2020, 2, 1)), id="column"),
        pytest.param(["Lausunto 5.5.2021"], Metadata("statement", date=dt.date(2021, 5, 5)), id="statement"),
        pytest.param(["Lausunto"], Metadata(), id="heading of a part"),
        pytest.param(["Päivitetty 1.2.2020"], Metadata(), id="date of a change"),
        pytest.param(["Kokous 1.2.2020 klo 12.00"], Metadata(), id="some other date"),
        pytest.param(["Julkaistu 31.2.2020"], Metadata(), id="day that does not exist"),
        pytest.param(["1.2.2020"], Metadata(), id="date without a word"),
    ],
)
def test_lines_at_the_top_state_date_publisher_and_type(lines: list[str], expected: Metadata) -> None:
    """The lines under the title are read; a date is taken only where the line says what it is."""
    body = "<h2>Uhrien palvelut</h2>" + "".join(f"<p>{line}</p>" for line in lines)
    assert hints(body) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param(
            '<meta property="article:published_time" content="2023-06-08T22:30:00Z">',
            Metadata(date=dt.date(2023, 6, 9)),
            id="UTC, the next day in Finland",
        ),
        pytest.param(
            '<meta property="article:published_time" content="2023-06-08">', Metadata(date=dt.date(2023, 6, 8)), id="d"
        ),
        pytest.param('<meta name="ThisHTMLGenerated" content="2022-01-11T20:51:37">', Metadata(), id="generated"),
        pytest.param('<meta name="last-modified" content="2022-01-11">', Metadata(), id="modified"),
        pytest.param(
            '<meta property="og:site_name" content="Metsäministeriö">'
            '<meta property="og:title" content="Uusi hanke - Metsäministeriö">',
            Metadata(title="Uusi hanke", issuer="Metsäministeriö"),
            id="open graph",
        ),
        pytest.param('<meta property="og:site_name" content="kuusjarvi.fi">', Metadata(), id="site that is an address"),
        pytest.param(
            '<script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"], "headline": "Uusi hanke", '
            '"datePublished": "2021-03-02T09:00:00+02:00", "publisher": {"name": "Metsäministeriö"}}]}</script>',
            Metadata("press_release", "Uusi hanke", dt.date(2021, 3, 2), issuer="Metsäministeriö"),
            id="linked data",
        ),
        pytest.param('<script type="application/ld+json">{"@type": </script>', Metadata(), id="broken linked data"),
        pytest.param('<script type="application/ld+json">[[1], null]</script>', Metadata(), id="odd linked data"),
        pytest.param("<title>Teksti on tässä</title>", Metadata(title="Teksti on tässä"), id="title that is printed"),
        pytest.param("<title>Teksti</title>", Metadata(), id="title of one word"),
        pytest.param("<title>Kuusjärven kaupunki</title>", Metadata(), id="title of the site"),
    ],
)
def test_head_states_metadata(head: str, expected: Metadata) -> None:
    """Markup of the head is read; stamps of the making of the HTML are not."""
    assert hints("<p>Teksti on tässä</p><p>Teksti</p>", head) == expected


@pytest.mark.parametrize(
    ("attributes", "code"), [('lang="fi-FI"', "fi"), ('lang="sv"', "sv"), ('xml:lang="en"', "en"), ('lang="x"', None)]
)
def test_language_is_declared(attributes: str, code: str | None) -> None:
    """The language that the page declares, without its region."""
    assert hints("<p>Teksti</p>", attributes=attributes).language == code


def test_language_of_a_translated_frame_is_not_that_of_the_text() -> None:
    """Helsinki shows the same text under Finnish, Swedish and English paths: a page declares what its path says."""
    text = "<h2>Förslag</h2><p>Staden ordnar rådgivning.</p>"
    page = f'<article class="issue"><div class="issue-content">{text}</div></article>'
    assert hints(page, attributes='lang="fi"').language is None


def test_pages_of_known_systems_state_their_fields() -> None:
    """Body, date, section and case number stand where each system puts them."""
    dynasty = """<body class="bodyKokousasia" lang="FI"><table class="tbl"><tr><td><label class="h3">
        Kunnanhallitus<br>Pöytäkirja 08.05.2017 Pykälä 127</label></td></tr></table><div class="WordSection1">
        <p class="MsoNormal">§ 127</p><p class="MsoNormal"><strong>Säännön hyväksyminen</strong></p></div>"""
    page = f"<html><head><title>Kuusjärven kunta</title></head>{dynasty}</html>".encode("cp1252")
    expected = Metadata(
        title="Säännön hyväksyminen",
        date=dt.date(2017, 5, 8),
        issuer="Kuusjärven kunnanhallitus",
        language="fi",
        section_number="127",
    )
    assert extract_html(page).hints == expected
    turku = """<table class="ytt"><tr><td><b>Kuusjärven kaupunki</b><td>§<td>Kokouspvm<tr><td>Kaupunginhallitus
        <td>190<td>02.05.2017</table><hr><p>5024-2017 (010)</p><p class="ots">Sopimuksen päivittäminen</p>"""
    assert hints(turku) == Metadata(
        "decision",
        "Sopimuksen päivittäminen",
        dt.date(2017, 5, 2),
        "Kuusjärven kaupunginhallitus",
        case_number="5024-2017",
        section_number="190",
    )
    ahjo = """<div class="paatos"><div class="Asiapykala">§ 12</div><h1 class="AsiaOtsikko">Opas</h1>
        <div class="DnroTmuoto">HEL 2031-000123 T 02 02 02</div><p>Hyväksyttiin.</p></div>"""
    assert hints(ahjo) == Metadata("decision", "Opas", case_number="HEL 2031-000123", section_number="12")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "<h2>Kaupunginhallitus, kokous 18.5.2020</h2><h3>§ 198 Opas uhrien auttamisesta</h3>",
            Metadata(None, "Opas uhrien auttamisesta", dt.date(2020, 5, 18), "Kaupunginhallitus", section_number="198"),
            id="body and date, number and title",
        ),
        pytest.param(
            "<h1>Perusturvalautakunta 02.05.2017 - Pöytäkirja</h1>",
            Metadata(
                title="Perusturvalautakunta 02.05.2017 - Pöytäkirja",
                date=dt.date(2017, 5, 2),
                issuer="Perusturvalautakunta",
            ),
            id="list of items",
        ),
        pytest.param("<h2>Kevätjuhla 18.5.2020</h2>", Metadata(), id="no body"),
        pytest.param(
            "<p>§ 5</p><p><b>Opas</b></p>", Metadata(title="Opas", section_number="5"), id="title under the number"
        ),
    ],
)
def test_headings_of_minutes_state_metadata(body: str, expected: Metadata) -> None:
    """Minutes without a known markup say in their headings who met when, and what the item is."""
    assert hints(body + "<p>Hyväksyttiin.</p>") == expected

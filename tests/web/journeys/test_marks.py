"""The mark on the picture of a page lies where the words are printed: compared with the original, pixel by pixel."""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from tests.conftest import EXAMPLES
from tests.web.journeys.conftest import Walk
from tests.web.journeys.pictures import compare, printed
from tests.web.journeys.reader import Reader, Way


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an example, and why they are here."""

    why: str
    file: str
    words: str


QUOTES = (
    Quote("one-line", "lausunto-lyhtytupa-2023-02-17.pdf",
          "Lapsiuhrille on nimettävä edustaja viimeistään seitsemän päivän kuluessa tunnistamisesta"),
    Quote("joined-hyphen", "lausunto-lyhtytupa-2023-02-17.pdf",
          "esittää, että lain toimeenpanoa varten varataan kunnille vähintään 1,5 miljoonaa euroa vuodessa"),
    Quote("left-column", "raportti-kuusjarvi-seuranta-2024-03.pdf",
          "Hankintapalvelut saattaa ohjeen kaupunginhallituksen käsittelyyn kesäkuun 2024 loppuun mennessä"),
    Quote("right-column", "raportti-kuusjarvi-seuranta-2024-03.pdf",
          "ohjelma vuosille 2025–2027 tuodaan kaupunginvaltuuston päätettäväksi viimeistään 31.1.2025"),
    Quote("labels-beside", "paatos-lehtoranta-kunnanhallitus-2022-87.pdf",
          "kunnanhallitus päätti, että perusturvajohtaja tuo kunnanhallitukselle selvityksen yksikön käyttöasteesta"),
    Quote("later-page", "paatos-kuusjarvi-kaupunginhallitus-2021-298.pdf",
          "Hyvinvointilautakunta selvittää kriisimajoituksen tarpeen yhdessä Lehtorannan kunnan kanssa"),
    Quote("over-a-page-end", "poytakirja-kuusjarvi-hyvinvointilautakunta-2022-04-12.pdf",
          "Mikäli yhteistä yksikköä ei perusteta, kaupunki hankkii kaksi turva-asuntoa ostopalveluna"),
    Quote("word-over-a-page-end", "poytakirja-ohjausryhma-2021-11-25.pdf",
          "Lyhtytupa ry:n edustaja esitti, että arvioinnissa kuullaan myös palveluja käyttäneitä uhreja"),
)  # fmt: skip


def find(reader: Reader, quote: str) -> None:
    """Check the quotation, and go to where it stands."""
    reader.go_to("Check a quotation")
    reader.write(reader.field("Quoted words"), quote)
    reader.follow(reader.button("Check"))
    reader.follow(reader.page.locator(".hits h3 a").first)


@pytest.mark.parametrize("quote", QUOTES, ids=[quote.why for quote in QUOTES])
def test_the_mark_lies_on_the_words(walk: Walk, quote: Quote) -> None:
    """On each page that has some of them, and on no other words."""
    reader = walk(Way(), device_scale_factor=2)
    find(reader, quote.words)
    pages = printed(EXAMPLES / quote.file, quote.words)
    assert ("page-end" in quote.why) == (len(pages) == 2)
    for number, page in pages.items():
        if number != min(pages):
            reader.follow(reader.link("Next", reader.page.locator("#picture")))
        expect(reader.page.locator("#picture img")).to_have_attribute("src", re.compile(f"/pages/{number}/"))
        compare(reader.page.locator("#picture .sheet"), page)


@pytest.mark.parametrize(
    "options",
    [{"width": 390, "device_scale_factor": 3}, {"color_scheme": "dark"}],
    ids=["phone", "dark"],
)
def test_whatever_the_screen(walk: Walk, options: dict[str, object]) -> None:
    """On a phone and on a dark screen, and on the page alone, as large as the window."""
    reader, quote = walk(Way(), **options), QUOTES[2]
    find(reader, quote.words)
    page = printed(EXAMPLES / quote.file, quote.words)[1]
    compare(reader.page.locator("#picture .sheet"), page)
    reader.follow(reader.link("Large"))
    compare(reader.page.locator(".alone .sheet"), page)

"""Reviews and documents are added in a real browser: its cookies and headers are those that protect the forms."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from policysearch.reviews.journal import read_reviews
from tests.web.conftest import served
from tests.web.test_browser import AXE

Open = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, own: Path) -> Iterator[Open]:
    """Opens a path of a page over a corpus of its own."""
    with ExitStack() as stack:
        address = stack.enter_context(served(own))

        def opened(path: str, **options: object) -> Page:
            settings = {"locale": "fi-FI", "viewport": {"width": 1280, "height": 900}, **options}
            context = browser.new_context(base_url=address, **settings)  # type: ignore[arg-type]
            stack.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(20_000)
            page.goto(path)
            return page

        yield opened


def audit(page: Page) -> None:
    """Nothing for axe to say, and nothing wider than a phone."""
    found = Axe().run(page, options=AXE)
    assert found.violations_count == 0, found.generate_report()
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_commitment_is_reviewed_without_javascript(visit: Open, own: Path) -> None:
    """From the ledger to the form and back, with the keyboard's own fields."""
    page = visit("/commitments?kind=undertaking", java_script_enabled=False)
    page.locator("a[href$='/review']").first.click()
    page.get_by_label("kyllä on").check()
    page.get_by_label("Tila").select_option("tehty")
    page.get_by_label("Missä se kerrotaan").fill("raportti 2024, s. 3")
    page.get_by_label("Nimesi").fill("Aino")
    page.get_by_role("button", name="Tallenna").click()
    expect(page.get_by_role("status")).to_contain_text("Tallennettu")
    expect(page.locator(".review")).to_contain_text("raportti 2024, s. 3")
    assert [one.kind for one in read_reviews(own / "corpus" / "reviews.jsonl")] == ["confirm", "status"]
    expect(page.get_by_label("Nimesi")).to_have_value("Aino")


def test_selected_words_become_an_entry(visit: Open, own: Path) -> None:
    """Words selected in the text lead to the form, which offers them and their sentence."""
    page = visit("/?q=lapsiuhri")
    page.locator(".hits h3 a").first.click()
    expect(page.locator("[data-adds]")).to_be_hidden()
    page.evaluate(
        "() => { const range = document.createRange(); range.selectNodeContents(document.querySelector('#mark'));"
        " getSelection().removeAllRanges(); getSelection().addRange(range); }"
    )
    page.get_by_role("link", name="Lisää valitut sanat kirjaukseksi").click()
    assert page.locator("input[name=place]").count() >= 2
    page.locator("input[name=place]").nth(1).check()
    page.get_by_label("sitoumus").check()
    page.get_by_label("Nimesi").fill("Aino")
    audit(page)
    page.get_by_role("button", name="Lisää", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Tallennettu")
    audit(page)
    assert [one.kind for one in read_reviews(own / "corpus" / "reviews.jsonl")] == ["add"]


@pytest.mark.parametrize("javascript", [True, False])
def test_a_document_is_added(visit: Open, tmp_path: Path, javascript: bool) -> None:
    """From the list of documents to the form, and to what was read of the file."""
    paper = tmp_path / "Tukipiste – päätös.txt"
    paper.write_text("Päätös\n\nKuusjärven kaupunginhallitus päätti perustaa tukipisteen uhreille.\n", encoding="utf-8")
    page = visit("/corpus", java_script_enabled=javascript)
    page.get_by_role("link", name="Lisää asiakirjoja").click()
    if javascript:
        audit(page)
    page.get_by_label("Tiedostot").set_input_files(paper)
    page.locator("#type").select_option("viranomaisen päätös")
    page.get_by_role("button", name="Lisää", exact=True).click()
    while not javascript and page.locator("[data-waits]").count():
        page.get_by_role("link", name="Katso uudelleen").click()
    expect(page.get_by_text("otettu aineistoon")).to_be_visible(timeout=60_000)
    expect(page.locator(".file-name")).to_have_text("Tukipiste – päätös.txt")
    if javascript:
        audit(page)
    page.locator(".hits h3 a").click()
    expect(page.locator(".document-text")).to_contain_text("tukipisteen")

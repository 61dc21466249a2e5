"""The pages of facts in a real browser: axe, widths, and the way from a deadline to its place."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.web.test_browser import AXE, Open, visit

__all__ = ["visit"]

PAGES = (
    "/commitments?open=1", "/commitments/years", "/deadlines", "/deadlines?view=month&month=2023-09",
    "/deadlines?view=past", "/actors", "/actors/organisation:kuusjärven-kaupunginhallitus", "/cases",
    "/cases/KUU%202022-000188", "/meetings?body=Kuusjärven%20kaupunginhallitus", "/meetings/39a50eb3e04473a7",
    "/corpus", "/corpus/coverage", "/documents/fd5efba9/measures",
    "/concordance?q=uhri&group=form", "/concordance/years?q=uhri",
    "/quotation?quote=lapsiuhrin+palvelupolku+on+kuvattu",
)  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(visit: Open, address: str) -> None:
    """WCAG 2.2 AA as far as a program can tell, dark on a phone and light on a wide screen, nothing cut off."""
    for width, scheme in ((320, "dark"), (1280, "light")):
        page = visit(address, width=width, color_scheme=scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.evaluate("for (const closed of document.querySelectorAll('details')) closed.open = true")
        found = Axe().run(page, options=AXE)
        assert found.violations_count == 0, found.generate_report()


def test_from_a_deadline_to_its_words(visit: Open) -> None:
    """Without JavaScript: the month, the day, the sentence, and its mark in the document."""
    page = visit("/deadlines?view=month&month=2023-09", java_script_enabled=False)
    page.locator(".month a").last.click()
    page.locator(".quote", has_text="Hankintapalvelujen").click()
    expect(page.locator("#mark")).to_be_in_viewport()

"""The pages of facts in a real browser: the way from a deadline to its place."""

from playwright.sync_api import expect

from tests.web.test_browser import Open, visit

__all__ = ["visit"]


def test_from_a_deadline_to_its_words(visit: Open) -> None:
    """Without JavaScript: the month, the day, the sentence, and its mark in the document."""
    page = visit("/deadlines?view=month&month=2023-09", java_script_enabled=False)
    page.locator(".month a").last.click()
    page.locator(".quote", has_text="Hankintapalvelujen").click()
    expect(page.locator("#mark")).to_be_in_viewport()

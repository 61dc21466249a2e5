"""The ways of a reader in a real browser: with and without JavaScript, by keyboard alone, in three languages."""

import hashlib
import io
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

Open = Callable[..., Page]
REPORT = "Kuusjärven ihmiskaupan vastaisen toimintaohjelman seurantaraportti 2023"
AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
}
"""WCAG 2.2 AA as far as a program can tell."""


@pytest.fixture
def visit(browser: Browser, server: str) -> Iterator[Open]:
    """Opens a path; fails if the page asked anybody else for anything, or complained of anything."""
    asked: list[str] = []
    complaints: list[str] = []
    with ExitStack() as stack:

        def opened(path: str, *, width: int = 1280, height: int = 900, **options: object) -> Page:
            settings = {"locale": "fi-FI", "viewport": {"width": width, "height": height}, **options}
            context = browser.new_context(base_url=server, **settings)  # type: ignore[arg-type]
            stack.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(20_000)
            page.on("request", lambda request: asked.append(request.url))
            page.on("console", lambda message: complaints.append(message.text))
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.goto(path)
            return page

        yield opened
    assert all(url.startswith(server) for url in asked)
    assert [text for text in complaints if "status of 4" not in text] == []


def box(page: Page, selector: str) -> dict[str, float]:
    found = page.locator(selector).first.bounding_box()
    assert found is not None
    return dict(found)


@pytest.mark.parametrize("javascript", [True, False])
def test_from_a_word_to_the_place_where_it_is_printed(visit: Open, javascript: bool) -> None:
    """Search, open a hit: its words are in sight, and marked on the picture of the page where they are printed."""
    page = visit("/", java_script_enabled=javascript)
    page.get_by_label("Hakusanat").fill("lapsiuhri")
    page.get_by_role("button", name="Hae").click()
    page.get_by_role("link", name=REPORT).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(REPORT)
    expect(page.locator("#mark")).to_have_text("lapsiuhrien")
    expect(page.locator("#mark")).to_be_in_viewport()
    page.wait_for_load_state("load")
    page.locator(".sheet rect").scroll_into_view_if_needed()
    drawn = Image.open(io.BytesIO(page.screenshot(clip=box(page, ".sheet rect")))).convert("RGB")
    pixels = list(zip(*[iter(drawn.tobytes())] * 3, strict=True))
    yellow = sum(red > 200 and green > 160 and blue < 140 for red, green, blue in pixels)
    letters = sum(max(pixel) < 110 for pixel in pixels)
    assert yellow > 0.4 * len(pixels), "the mark is drawn"
    assert letters > 0.04 * len(pixels), "on letters"


def test_the_whole_way_by_keyboard(visit: Open) -> None:
    """Tab and Enter alone lead from the head of the page to the document; the focus is always seen."""
    page = visit("/?q=lapsiuhri")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(40):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "() => { const e = document.activeElement, s = getComputedStyle(e);"
            " return [e.textContent.trim(), s.outlineStyle, parseFloat(s.outlineWidth)]; }"
        )
        assert focused[1] != "none", focused
        assert focused[2] >= 2, focused
        if focused[0] == REPORT:
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(REPORT)


@pytest.mark.parametrize(
    ("locale", "label", "button"),
    [("fi-FI", "Hakusanat", "Hae"), ("sv-FI", "Sökord", "Sök"), ("en-GB", "Words to search for", "Search")],
)
def test_it_speaks_the_language_of_the_browser(visit: Open, locale: str, label: str, button: str) -> None:
    """And switches to another one by a link, without losing the search."""
    page = visit("/", locale=locale)
    page.get_by_label(label).fill("uhri")
    page.get_by_role("button", name=button).click()
    expect(page.locator("#results")).to_contain_text("40")
    page.get_by_role("link", name="Svenska").click()
    expect(page.locator("#results")).to_have_text("40 textställen")
    page.get_by_role("link", name="Kunnille avustusta ihmiskaupan uhrien palveluihin").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "sv")


def test_narrow_sort_and_save(visit: Open, tmp_path: Path) -> None:
    """A facet narrows, the choice is shown and can be taken out, and the file that is saved says what was asked."""
    page = visit("/?q=uhri")
    page.get_by_role("link", name="lausunto", exact=True).click()
    expect(page.locator("#results")).to_have_text("7 katkelmaa")
    with page.expect_download() as saved:
        page.get_by_role("link", name="CSV", exact=True).click()
    saved.value.save_as(tmp_path / "hits.csv")
    text = (tmp_path / "hits.csv").read_text(encoding="utf-8")
    assert "# query: uhri" in text
    assert "# filter types: statement" in text
    assert text.count(",statement,2023-02-17,") == 7
    page.get_by_role("link", name="Poista rajaus: lausunto").click()
    expect(page.locator("#results")).to_have_text("40 katkelmaa")


def test_cite_and_download(visit: Open, tmp_path: Path) -> None:
    """The citation has the words and the hash of the file that can be downloaded; it can be copied."""
    page = visit("/?q=lapsiuhri", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name=REPORT).click()
    citation = page.locator("#cite-text").input_value()
    sha256 = re.search(r"SHA-256 (\w{64})", citation)
    assert sha256 is not None
    page.get_by_role("button", name="Kopioi").first.click()
    expect(page.locator("#copied-text")).to_have_text("Kopioitu")
    assert page.evaluate("navigator.clipboard.readText()") == citation
    with page.expect_download() as saved:
        page.get_by_role("link", name="Lataa alkuperäinen").first.click()
    saved.value.save_as(tmp_path / "original")
    assert hashlib.sha256((tmp_path / "original").read_bytes()).hexdigest() == sha256[1]

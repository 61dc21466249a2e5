"""Somebody who reads the pages in a language, with mouse or keyboard: steps that check themselves."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Locator, Page, expect

from policysearch.web.language import words
from tests.web.test_messages import catalogue

LOCALES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
MOST_TABS = 400
_BLANK = re.compile(r"%\\\(\w+\\\)s")
_NAMES = {"BibTeX", "CSL-JSON", "policysearch", "SHA-256"}
"""Labels that are the same in every language, and in no catalogue."""

# Where the focus is, whether that is the place sought, and what a reader could not see of it.
_FOCUS = """sought => {
  const e = document.activeElement;
  if (!e || e === document.body) return [false, ""];
  const s = getComputedStyle(e), name = e.outerHTML.slice(0, 120);
  if (e.type === "date" && !e.matches(":focus")) return [false, ""];  // the browser's own button in it, with its ring
  if (s.outlineStyle === "none" || parseFloat(s.outlineWidth) < 2) return [e === sought, "no ring around " + name];
  const seen = [...e.getClientRects()].some(r =>
    r.width > 1 && r.height > 1 && r.bottom > 0 && r.right > 0 && r.top < innerHeight && r.left < innerWidth);
  return [e === sought, seen ? "" : "out of sight: " + name];
}"""

# The words of a page with their language, and its labels. Words in a field to copy from, and names of languages, are
# neither; nor is what is marked as being of the language of a document.
_WORDS = """() => {
  const shown = e => e.checkVisibility({visibilityProperty: true});
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  for (let node; (node = walker.nextNode());) {
    const e = node.parentElement, text = node.data.replace(/\\s+/g, " ").trim();
    if (!text || !shown(e) || e.closest("textarea, script, code, [hreflang]")) continue;
    texts.push([text, e.closest("[lang]").lang]);
  }
  for (const e of document.querySelectorAll("[aria-label], [title], [alt], [placeholder]"))
    for (const name of ["aria-label", "title", "alt", "placeholder"])
      if (e.getAttribute(name)) texts.push([e.getAttribute(name), e.closest("[lang]").lang]);
  const labels = "label, legend, button, summary, th[scope=col], nav a:not([lang]), .skip";
  return [texts, [...document.querySelectorAll(labels)].filter(e => shown(e) && !e.closest(".month, .contents"))
    .map(e => e.innerText.replace(/\\s+/g, " ").replace(/ \\(\\d+\\)$/, "").trim())];
}"""


@dataclass(frozen=True, slots=True)
class Way:
    """How somebody reads."""

    language: Literal["fi", "sv", "en"] = "fi"
    hands: Literal["mouse", "keyboard"] = "mouse"
    scripts: bool = True

    def __str__(self) -> str:
        return f"{self.language}-{self.hands}" + ("" if self.scripts else "-no_script")


WAYS = (Way("fi"), Way("sv"), Way("en"), Way("sv", scripts=False), Way("fi", "keyboard"))


class Reader:
    """A page, and the hands and the language of who reads it."""

    def __init__(self, page: Page, way: Way) -> None:
        self.page = page
        self.way = way
        self._words = words(way.language)
        self.arrived()

    def message(self, text: str, **blanks: object) -> str:
        """A message of the pages in the reader's language."""
        return self._words.gettext(text) % blanks if blanks else self._words.gettext(text)

    def link(self, text: str, within: Locator | None = None) -> Locator:
        """The first link that a message, or the title of a document, names."""
        return (within or self.page.locator("main")).get_by_role("link", name=self.message(text), exact=True).first

    def field(self, text: str) -> Locator:
        """The field that a message labels."""
        return self.page.get_by_label(self.message(text), exact=True).first

    def button(self, text: str) -> Locator:
        """The button that a message names."""
        return self.page.get_by_role("button", name=self.message(text), exact=True).first

    def go_to(self, text: str) -> None:
        """By the ways at the head of every page."""
        self.follow(self.link(text, self.page.locator("header.top nav").first))

    def follow(self, target: Locator) -> None:
        """Click a link or a button, or reach it with the keyboard and press Enter; then look where one has come."""
        with self.page.expect_navigation() as going:
            self.press(target)
        answer = going.value
        assert answer is None or answer.status < 400, f"{answer.status}: {self.page.url}"
        self.arrived()

    def press(self, target: Locator) -> None:
        """Click something, or reach it with the keyboard and press Enter."""
        self.reach(target)
        if self.way.hands == "mouse":
            target.click()
        else:
            self.page.keyboard.press("Enter")

    def save(self, target: Locator, folder: Path) -> Path:
        """The file behind a link."""
        with self.page.expect_download() as saving:
            self.press(target)
        path = folder / saving.value.suggested_filename
        saving.value.save_as(path)
        return path

    def write(self, field: Locator, text: str) -> None:
        """Put words in the place of those in a field."""
        if self.way.hands == "mouse":
            field.fill(text)
            return
        self.reach(field)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def write_day(self, field: Locator, year: int, both: int) -> None:
        """Put in a day whose number is that of its month: how the two are ordered is the browser's matter."""
        if self.way.hands == "mouse":
            field.fill(f"{year}-{both:02}-{both:02}")
            return
        self.reach(field)
        self.page.keyboard.type(f"{both:02}{both:02}{year}")

    def tick(self, box: Locator) -> None:
        """Choose something."""
        if self.way.hands == "mouse":
            box.check()
            return
        self.reach(box)
        self.page.keyboard.press("Space")
        expect(box).to_be_checked()

    def reach(self, target: Locator) -> None:
        """Go on with Tab until the target has the focus, which is seen at every stop; a mouse is there at once."""
        if self.way.hands == "mouse":
            return
        sought = target.element_handle()
        for _ in range(MOST_TABS):
            is_there, wrong = self.page.evaluate(_FOCUS, sought)
            assert not wrong, f"{self.page.url}: {wrong}"
            if is_there:
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{self.page.url}: no way with Tab to {target}")

    def arrived(self) -> None:
        """The page is in the reader's language, all of it but the words of documents."""
        expect(self.page.locator("html")).to_have_attribute("lang", self.way.language)
        if self.way.language != "en":
            found = foreign_words(self.page, self.way.language)
            assert not found, f"{self.page.url}: not in {self.way.language}: {found}"


def foreign_words(page: Page, language: str) -> list[str]:
    """What stands there in English, and labels that the catalogue of the language does not have."""
    english, own = _patterns(language)
    texts, labels = page.evaluate(_WORDS)
    found = [text for text, lang in texts if lang == "en" or english.fullmatch(text)]
    return found + [label for label in labels if label not in _NAMES and not own.fullmatch(label)]


_KNOWN: dict[str, tuple[re.Pattern[str], re.Pattern[str]]] = {}


def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Every message in English that reads otherwise in the language, and every message in the language."""
    if language not in _KNOWN:
        english, own = [], []
        for message in catalogue(language):
            ids = message.id if isinstance(message.id, tuple) else (message.id,)
            texts = message.string if isinstance(message.string, tuple) else (message.string,)
            own += [_pattern(text) for text in texts if text]
            english += [_pattern(text) for text in ids if text and text not in texts and _has_words(text)]
        _KNOWN[language] = re.compile("|".join(english), re.DOTALL), re.compile("|".join(own), re.DOTALL)
    return _KNOWN[language]


def _has_words(message: str) -> bool:
    return len(re.sub(r"%\(\w+\)s|\W", "", message)) > 2


def _pattern(message: str) -> str:
    return _BLANK.sub(".+", re.escape(" ".join(message.split())))


def read_csv(path: Path) -> list[dict[str, str]]:
    """The rows of a file without the lines of comment above them."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    return list(csv.DictReader(line for line in lines if not line.startswith("# ")))


def read_head(path: Path) -> dict[str, str]:
    """The lines of comment above a file, by name."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line[2:].split(": ", 1) for line in lines if line.startswith("# "))

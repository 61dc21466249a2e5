"""What publishers ask of programs: robots.txt (RFC 9309), robots meta tags, and the header X-Robots-Tag."""

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.filter import SoupStrainer
from protego import Protego

PROGRAM = "policysearch"
"""The name that rules are looked up by."""

_BANS = ("noindex", "none")
_LINK_BANS = ("nofollow", "none")
_DIRECTIVE = re.compile(r"^\s*(?:(?P<who>[A-Za-z][\w.-]*)\s*:)?\s*(?P<what>[\w-]+)")
_META = re.compile(rb"<meta[^>]{0,500}\b(?:robots|" + PROGRAM.encode() + rb")\b", re.IGNORECASE)
_VALUED = ("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview")


@dataclass(frozen=True, slots=True)
class Robots:
    """The robots.txt of one origin; `parsed` is None where everything is allowed, or nothing is.

    Attributes:
        ban: A sentence, where nothing may be fetched at all because the rules could not be had.
    """

    parsed: Protego | None = None
    text: str = ""
    ban: str | None = None

    @property
    def delay(self) -> float | None:
        """Seconds between two requests, where the rules ask for some."""
        delay = None if self.parsed is None else self.parsed.crawl_delay(PROGRAM)
        return None if delay is None else float(delay)

    def rule_against(self, uri: str) -> str | None:
        """The rule that forbids an address, in the words of the file; None if it is allowed."""
        if self.parsed is None or self.parsed.can_fetch(uri, PROGRAM):
            return None
        return f"robots.txt: {self._words(uri)}"

    def _words(self, uri: str) -> str:
        """The line that forbids: the one without which the address would be allowed."""
        lines = self.text.splitlines()
        for number, line in enumerate(lines):
            if line.split(":", 1)[0].strip().casefold() == "disallow":
                rest = "\n".join((*lines[:number], "Disallow:", *lines[number + 1 :]))
                if Protego.parse(rest).can_fetch(uri, PROGRAM):
                    return " ".join(line.split("#", 1)[0].split())
        return "disallowed"


META_RULE = "meta "
"""What the rule of a page's own tag begins with."""


def parse_robots(text: str) -> Robots:
    """The rules of a robots.txt."""
    return Robots(Protego.parse(text), text)


def header_rule(value: str | None, *, links: bool = False) -> str | None:
    """The directive of an `X-Robots-Tag` that keeps a document out, or with `links` its links; None if none does."""
    if not value:
        return None
    who = ""
    for part in value.split(","):
        match = _DIRECTIVE.match(part)
        if match is None:
            continue
        if match["who"] and match["who"].casefold() not in _VALUED:
            who = match["who"].casefold()  # holds for what follows up to the next name
        if who in ("", PROGRAM) and match["what"].casefold() in (_LINK_BANS if links else _BANS):
            return f"X-Robots-Tag: {match['what'].casefold()}"
    return None


def meta_rule(page: bytes, *, links: bool = False) -> str | None:
    """The directive of the robots meta tags of an HTML page that keeps it out, or with `links` its links."""
    head = page[:200_000]
    if not _META.search(head):
        return None
    for tag in BeautifulSoup(head, "lxml", parse_only=SoupStrainer("meta")).find_all("meta"):
        name = str(tag.get("name") or "").strip().casefold()
        if name in ("robots", PROGRAM):
            for word in re.split(r"[\s,;]+", str(tag.get("content") or "").casefold()):
                if word in (_LINK_BANS if links else _BANS):
                    return f"{META_RULE}{name}: {word}"
    return None

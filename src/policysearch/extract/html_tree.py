"""Small questions to the tree of a page: classes, visible text, how much of it is links. Never recursive.

Pages may nest without end, so everything here walks with a stack of its own and in linear time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from bs4.element import CData, NavigableString, Tag

from policysearch.extract.html_markup import markup
from policysearch.extract.normalise import normalise

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary"))
_SPACES = re.compile(r"[ \t\n\r\f\u00a0]+")


@dataclass(frozen=True, slots=True)
class Event:
    """One step of a walk: an element begins or ends, or text stands here."""

    kind: Literal["start", "end", "text"]
    tag: Tag
    text: str = ""


def walk(root: Tag, *, skipped: set[int] | None = None) -> Iterator[Event]:
    """Yields the visible parts of a tree in document order; elements that are not read are left out whole.

    The consumer may add the `id` of an element to `skipped` while it is at its start, to leave out what is in it.
    """
    unread = markup().unread
    skipped = set() if skipped is None else skipped
    yield Event("start", root)
    stack = [(root, iter(() if id(root) in skipped else root.contents))]
    while stack:
        owner, children = stack[-1]
        node = next(children, None)
        if node is None:
            stack.pop()
            yield Event("end", owner)
        elif isinstance(node, Tag):
            if node.name not in unread and not _is_control(node):
                yield Event("start", node)
                stack.append((node, iter(() if id(node) in skipped else node.contents)))
        elif type(node) in (NavigableString, CData):
            yield Event("text", owner, str(node))


def _is_control(tag: Tag) -> bool:
    """Whether an element is a button that does something; one in a heading only opens the text under it."""
    if tag.name != "button":
        return False
    return all(parent.name not in _HEADINGS for parent in islice(tag.parents, 3))


def flat_text(root: Tag) -> str:
    """The visible text on one line."""
    pieces: list[str] = []
    for event in walk(root):
        if event.kind == "text":
            pieces.append(event.text)
        elif event.tag.name in markup().blocks or event.tag.name == "br":
            pieces.append(" ")
    return tidy("".join(pieces))


def tidy(text: str) -> str:
    """Text as a browser shows it: normalised, runs of white space as one space, none around it."""
    return _SPACES.sub(" ", normalise(_SPACES.sub(" ", text))).strip()


def classes(tag: Tag) -> list[str]:
    """The classes of an element, in order."""
    value = tag.get("class")
    return [value] if isinstance(value, str) else list(value or ())


def attribute(tag: Tag, name: str) -> str:
    """The value of an attribute, empty where it is missing."""
    value = tag.get(name)
    return " ".join(value) if isinstance(value, list) else (value or "")


@dataclass(frozen=True, slots=True)
class Mass:
    """How much visible text an element holds: letters, letters inside links, and the number of links."""

    letters: int = 0
    linked: int = 0
    links: int = 0


def masses(root: Tag) -> dict[int, Mass]:
    """The mass of every element under `root`, itself included, by `id` of the element."""
    found: dict[int, Mass] = {}
    totals: list[list[int]] = []
    depth_of_links = 0
    for event in walk(root):
        match event.kind:
            case "start":
                totals.append([0, 0, 0])
                if event.tag.name == "a":
                    depth_of_links += 1
                    totals[-1][2] += 1
            case "text":
                n = len(event.text) - sum(map(event.text.count, " \n\t\r\u00a0"))
                totals[-1][0] += n
                totals[-1][1] += n if depth_of_links else 0
            case "end":
                depth_of_links -= event.tag.name == "a"
                total = totals.pop()
                found[id(event.tag)] = Mass(*total)
                if totals:
                    totals[-1] = [a + b for a, b in zip(totals[-1], total, strict=True)]
    return found

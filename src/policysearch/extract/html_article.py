"""The tree of a page -> the elements that hold its text, with the furniture of the site taken out."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from policysearch.extract.html_markup import System, markup
from policysearch.extract.html_tree import Mass, attribute, classes, flat_text, masses

_WORD = re.compile(r"[a-zåäö0-9]+")
_CAMEL = re.compile(r"(?<=[a-zåäö])(?=[A-ZÅÄÖ])")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SEPARATORS = re.compile(r"[\s|»«›‹>/·•]+")
_BAR_SEPARATOR = re.compile(r"[|»«›‹>·•]")

# Where a page marks its text itself, best first (HTML standard; WAI-ARIA; stock themes of content systems).
_ROOTS = (
    "main article", "main", "[role=main]", "article",
    "#main-content", "#maincontent", "#main", "#content", "#sisalto",
    ".journal-content-article", ".entry-content", ".article-content", ".article-body", ".main-content",
)  # fmt: skip
# A marked part that holds less than this share of the running text of the page is a teaser, not the article.
_MIN_SHARE = 0.3
# An element with more than this share of the text is never furniture, whatever its class says.
_MAX_FURNITURE_SHARE = 0.5
_LONGEST_BAR = 200
# What is hidden and longer than this is text behind a heading that opens it, not a hint for screen readers.
_LONGEST_HIDDEN = 200
# A list of links is a menu if it has several short ones and stands in a page with text of its own.
_MENU_LINKS, _MENU_LINK_LETTERS, _MENU_SHARE, _OWN_TEXT = 4, 25, 0.8, 200


def recognise(soup: BeautifulSoup) -> System | None:
    """The publishing system that made the page, if it is a known one."""
    systems = markup().systems
    if soup.select_one(", ".join(system.recognise for system in systems)) is None:
        return None
    return next(system for system in systems if soup.select_one(system.recognise))


def article(soup: BeautifulSoup, system: System | None) -> list[Tag]:
    """The elements that hold the text, in document order and none inside another; furniture is removed from them."""
    body = soup.body or soup
    amounts = masses(body)
    roots = _known_roots(soup, system) or [_marked_root(body, amounts)]
    for root in roots:
        _remove_furniture(root, system, amounts)
    if roots == [body] and system is None:
        _remove_menus(body)
    title = _title_outside(body, roots)
    return [title, *roots] if title is not None else roots


def _known_roots(soup: BeautifulSoup, system: System | None) -> list[Tag]:
    if system is None:
        return []
    found = soup.select(system.root)
    inner = {id(tag) for root in found for tag in root.find_all(True)}
    # An empty anchor marks where the text begins, and the element around it holds the text.
    return [
        root if len(root.contents) or root.parent is None else root.parent for root in found if id(root) not in inner
    ]


def _marked_root(body: Tag, amounts: dict[int, Mass]) -> Tag:
    whole = amounts[id(body)]
    own = whole.letters - whole.linked
    if body.select_one(", ".join(_ROOTS)) is None:
        return body
    for selector in _ROOTS:
        found = body.select(selector)
        if len(found) == 1 or selector == "main":
            mass = amounts.get(id(found[0])) if found else None
            if mass is not None and mass.letters - mass.linked >= _MIN_SHARE * own and mass.letters:
                return found[0]
    return body


def _title_outside(body: Tag, roots: list[Tag]) -> Tag | None:
    """The only h1 of the page, where it stands before the article rather than in it."""
    headings = body.find_all("h1")
    if len(headings) != 1 or any(root is parent for parent in headings[0].parents for root in roots):
        return None
    if any(root.find("h1") for root in roots):
        return None
    title = headings[0]
    return title if flat_text(title) else None


def _remove_furniture(root: Tag, system: System | None, amounts: dict[int, Mass]) -> None:
    total = max(amounts[id(root)].letters, 1) if id(root) in amounts else 1
    doomed: list[Tag] = list(root.select(system.furniture)) if system and system.furniture else []
    for tag in root.find_all(True):
        mass = amounts.get(id(tag), Mass())
        is_small = mass.letters <= _MAX_FURNITURE_SHARE * total
        if (is_small and ((mass.letters <= _LONGEST_HIDDEN and _is_hidden(tag)) or _is_furniture(tag))) or (
            mass.letters <= _LONGEST_BAR and mass.links and (_is_control(tag) or _is_link_bar(tag, mass))
        ):
            doomed.append(tag)
    for tag in doomed:
        # Cleared rather than cut out: an element inside a cleared one is no longer in the tree.
        tag.clear()


def _is_hidden(tag: Tag) -> bool:
    return (
        tag.has_attr("hidden")
        or not markup().hidden.isdisjoint(classes(tag))
        or bool(_HIDDEN_STYLE.search(attribute(tag, "style")))
    )


def _is_furniture(tag: Tag) -> bool:
    known = markup()
    if tag.name in known.elements or attribute(tag, "role").lower() in known.roles:
        return True
    if tag.name in ("html", "body", "main", "article", "h1"):
        return False
    is_named_so = any(not known.words.isdisjoint(_words(name)) for name in (*classes(tag), attribute(tag, "id")))
    is_page_header = tag.name == "header" and tag.parent is not None and tag.parent.name == "body"
    return (is_named_so or is_page_header) and tag.find("h1") is None


def _words(name: str) -> Iterator[str]:
    return (word for word in _WORD.findall(_CAMEL.sub("-", name).lower()))


def _is_control(tag: Tag) -> bool:
    return flat_text(tag).casefold() in markup().phrases


def _is_link_bar(tag: Tag, mass: Mass) -> bool:
    """Links with nothing but separators between them (*Etusivu | Toimielimet | Haku*)."""
    if mass.links < 2 or tag.find(("li", "tr", "p")) is not None:
        return False
    between = flat_text(tag)
    for link in tag.find_all("a"):
        between = between.replace(flat_text(link), " ", 1)
    return bool(_BAR_SEPARATOR.search(between)) and not _SEPARATORS.sub("", between)


def _remove_menus(body: Tag) -> None:
    amounts = masses(body)
    whole = amounts[id(body)]
    if whole.letters - whole.linked < _OWN_TEXT:
        return
    for tag in body.find_all(("ul", "ol", "table", "td", "div", "p", "center")):
        mass = amounts.get(id(tag), Mass())
        if (
            mass.links >= _MENU_LINKS
            and mass.linked >= _MENU_SHARE * mass.letters
            and mass.letters <= _MENU_LINK_LETTERS * mass.links
        ):
            tag.clear()

"""The article of a stored page as HTML again, to be shown: not yet safe, only without the frame around it."""

from collections.abc import Iterator
from urllib.parse import urljoin

from bs4 import Tag
from bs4.element import NavigableString, PreformattedString

from policysearch.contacts import without_contacts
from policysearch.extract.html import page_of
from policysearch.extract.html_article import article, recognise

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "figcaption", "h1", "h2", "h3", "h4",
    "h5", "h6", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "thead", "tr", "ul",
})  # fmt: skip


def shown_article(data: bytes, *, base: str | None, hide_contacts: bool) -> str:
    """The elements that hold the text of a page, in their own markup.

    Args:
        data: The bytes of the page.
        base: Its address; links that are relative lead nowhere where it is None.
        hide_contacts: Cover phone numbers and e-mail addresses of persons, letter by letter.

    Raises:
        ReadError: The page nests without end.
    """
    soup = page_of(data)[0]
    roots = article(soup, recognise(soup))
    for root in roots:
        for link in [*root.find_all("a"), *([root] if root.name == "a" else [])]:
            _lead(link, base)
        _lower_headings(root)
        if hide_contacts:
            _cover(root)
    return "\n".join(str(root) for root in roots)


def _lead(link: Tag, base: str | None) -> None:
    href = link.get("href")
    try:
        target = urljoin(base or "", str(href or ""))
    except ValueError:
        target = ""
    if target.startswith(("http://", "https://")):
        link["href"] = target
    elif href is not None:
        del link["href"]


def _lower_headings(root: Tag) -> None:
    """The page that shows the article has a first heading of its own."""
    for heading in [root, *root.find_all(["h1", "h2", "h3", "h4", "h5"])]:
        if heading.name in ("h1", "h2", "h3", "h4", "h5"):
            heading.name = f"h{int(heading.name[1]) + 1}"


def _cover(root: Tag) -> None:
    """Cover contact details, also those that markup parts."""
    for run in _runs(root):
        text = "".join(run)
        covered = without_contacts(text)
        if covered == text:
            continue
        at = 0
        for string in run:
            string.replace_with(NavigableString(covered[at : at + len(string)]))
            at += len(string)


def _runs(root: Tag) -> Iterator[list[NavigableString]]:
    """The texts that stand on one line of thought: in the same block, with no line break between."""
    run: list[NavigableString] = []
    block: object = None
    for each in list(root.descendants):
        if isinstance(each, PreformattedString):
            continue
        is_text = isinstance(each, NavigableString)
        own = next((id(parent) for parent in each.parents if parent.name in _BLOCKS), None) if is_text else block
        if run and (own != block or (isinstance(each, Tag) and each.name == "br")):
            yield run
            run = []
        block = own
        if isinstance(each, NavigableString):
            run.append(each)
    if run:
        yield run

"""Words of a document marked in its stored page: found there by their letters, since its HTML has no spans."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from markupsafe import Markup

from policysearch.model.text import Span

_TAG = re.compile(r"""(<(?:"[^"]*"|'[^']*'|[^>"'])*>)""")
_SIGN = re.compile(r"&(?:#\w+|\w+);|.", re.DOTALL)
_NUMBER = re.compile(r"\s*(?:\w{1,3}[.)]?|[-–•*])\s+")
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """A page with marks, the first of which has the id *mark*; `n_missing` spans were not found in it."""

    html: Markup
    n_missing: int


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters of a text without white space and soft hyphens, and where each stands in it."""

    text: str
    places: tuple[int, ...]


def marked_article(html: Markup, text: str, spans: Sequence[Span]) -> MarkedArticle:
    """Mark words of a document in its sanitised HTML.

    Words that stand there several times are marked at the same one of them as in `text`.

    Args:
        html: Well-formed, as `safe_html` gives it.
        text: Of the document.
        spans: Words of `text`.
    """
    pieces = _TAG.split(html)
    signs = [[] if number % 2 else _SIGN.findall(piece) for number, piece in enumerate(pieces)]
    where = [(number, at) for number, found in enumerate(signs) for at in range(len(found))]
    page = _letters(unescape(signs[number][at]) for number, at in where)
    read = _letters(text)
    chosen = [_chosen(page, read, span) or _by_line(page, text, span) for span in spans]
    for run in (run for runs in chosen for run in runs):
        _mark(signs, where, page, run)
    marked = "".join("".join(found) or piece for found, piece in zip(signs, pieces, strict=True))
    return MarkedArticle(Markup(marked.replace("<mark", '<mark id="mark"', 1)), chosen.count(()))  # noqa: S704


def _letters(signs: Iterable[str]) -> _Letters:
    kept = [(sign, at) for at, sign in enumerate(signs) if not sign.isspace() and sign != _SOFT_HYPHEN]
    return _Letters("".join(sign for sign, _ in kept), tuple(at for _, at in kept))


def _chosen(page: _Letters, read: _Letters, span: Span) -> tuple[Span, ...]:
    """The run of letters of the page that are the words at `span`; empty if they are not in it."""
    start, end = bisect_left(read.places, span.start), bisect_left(read.places, span.end)
    words = read.text[start:end]
    found = list(_starts(page.text, words)) if words else []
    if not found:
        return ()
    number = sum(at < start for at in _starts(read.text, words))
    first = found[min(number, len(found) - 1)]
    return (Span(first, first + len(words)),)


def _by_line(page: _Letters, text: str, span: Span) -> tuple[Span, ...]:
    """The same, line by line: the number of a list item is in no letters of the page."""
    runs: list[Span] = []
    for line in span.of(text).splitlines():
        words = _letters(_NUMBER.sub("", line, count=1)).text
        at = page.text.find(words, runs[-1].end if runs else 0)
        if at < 0:
            return ()
        if words:
            runs.append(Span(at, at + len(words)))
    return tuple(runs)


def _starts(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _mark(signs: list[list[str]], where: Sequence[tuple[int, int]], page: _Letters, run: Span) -> None:
    """Put marks around a run of letters, one in each piece of text that it goes through."""
    ends: dict[int, tuple[int, int]] = {}
    for place in page.places[run.start : run.end]:
        number, at = where[place]
        ends[number] = (ends.get(number, (at, at))[0], at)
    for number, (first, last) in ends.items():
        signs[number][first] = f"<mark>{signs[number][first]}"
        signs[number][last] += "</mark>"

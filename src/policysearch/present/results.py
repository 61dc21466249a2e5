"""Hits of a search for a person: on a screen of any width with links and colours, or as plain lines for a pipe."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from rich.console import Console, ConsoleOptions, Group
from rich.style import Style
from rich.text import Text

from policysearch.model.search import FoundPlace, Hit, SearchResults
from policysearch.model.text import Span
from policysearch.present.addresses import withdrawn_text
from policysearch.present.expansions import SYNONYMS, expansion_text
from policysearch.present.terminal import SHORT_ID, name, page_text

SHOWN_FACETS = 8
"""Values of a facet that are listed, the most frequent ones."""
SHOWN_ALIKE = 3
"""Folded passages that are named under a hit."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How hits are shown.

    Attributes:
        plain: Without styles and links: found words stand between **, addresses are written out.
        facets: The counts over all hits as well.
        alike: Folded passages by the id of the hit that they are folded under; the first few are enough.
    """

    plain: bool = False
    facets: bool = False
    alike: Mapping[str, Sequence[FoundPlace]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Indented:
    """Text whose lines, the first one apart, begin below one another; without blanks at their ends."""

    text: Text
    first: str = "   "
    rest: str = "   "

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """The lines, as rich asks for them."""
        width = max(options.max_width - max(len(self.first), len(self.rest)), 1)
        for number, line in enumerate(self.text.wrap(console, width)):
            line.rstrip()
            yield Text(self.rest if number else self.first, no_wrap=True, overflow="ignore") + line


def results(found: SearchResults, shown: Shown) -> Iterator[Group | Text | Indented]:
    """What was searched for, the hits, and how many there are."""
    for note in (*found.notes, *map(expansion_text, found.expansions)):
        yield Text(note, style="yellow")
    if any(each.source in SYNONYMS for each in found.expansions):
        yield Text("(the typed words alone: --no-synonyms)", style="dim")
    if found.hits:
        yield from _suggestions(found)
        if found.notes or found.expansions or found.suggestions:
            yield Text()
    for number, hit in enumerate(found.hits, start=found.offset + 1):
        yield _hit(number, hit, shown)
    yield _totals(found, plain=shown.plain)
    if not found.hits:
        yield from _suggestions(found)
    if shown.facets:
        yield from _facets(found)


def marked(text: str, span: Span, highlights: Iterable[Span], *, plain: bool = False) -> Text:
    """`text`, which stands at `span`, with the highlights in bold, or between ** where `plain`."""
    shown, done = Text(), span.start
    for highlight in highlights:
        words = text[highlight.start - span.start : highlight.end - span.start]
        shown.append(text[done - span.start : highlight.start - span.start])
        shown.append(f"**{words}**" if plain else words, style="bold reverse")
        done = highlight.end
    shown.append(text[done - span.start :])
    return Text(" ").join(shown.split("\n"))


def _hit(number: int, hit: Hit, shown: Shown) -> Group:
    m = hit.document.metadata
    title = _marked_line(m.title, hit.in_title, shown) if m.title else Text(name(hit.document))
    title.stylize_before(_linked(hit, shown, "bold"))
    mark = f"{number}. "
    head = Indented(title, mark, " " * max(3, len(mark)))
    heading = _marked_line(hit.heading, hit.in_heading, shown) if hit.heading and hit.heading != m.title else None
    where = [m.type, m.issuer, m.date.isoformat() if m.date else "undated", heading, page_text(hit.passage.page)]
    if hit.passage.ocr:
        where.append("from OCR")
    under = Text(" · ").join(Text.assemble(value) for value in where if value)
    under.stylize_before("dim")
    snippet = marked(hit.snippet.text, hit.snippet.span, hit.snippet.highlights, plain=shown.plain)
    if hit.snippet.span.start > hit.passage.span.start:
        snippet = Text("… ") + snippet
    if hit.snippet.span.end < hit.passage.span.end:
        snippet.append(" …")
    lines = [under, snippet, _source(hit, shown)]
    if hit.folded:
        lines.append(_alike(hit, shown))
    return Group(head, *map(Indented, lines), Text())


def _marked_line(text: str, words: Iterable[Span], shown: Shown) -> Text:
    return marked(text, Span(0, len(text)), words, plain=shown.plain)


def _source(hit: Hit, shown: Shown) -> Text:
    """The id and the address: the whole of it in a pipe, its end on a screen, where the link leads to it."""
    locator = f"#{hit.document.locator}" if hit.document.locator else ""
    address = unquote(hit.document.uri) + locator if shown.plain else _short_address(hit.document.uri) + locator
    line = Text.assemble(f"{hit.document.id[:SHORT_ID]} ", (address, _linked(hit, shown)), style="dim")
    return line.append(withdrawn_text(hit.document), style="red")


def _short_address(uri: str) -> str:
    parts = urlsplit(uri)
    pieces = [piece for piece in unquote(parts.path).split("/") if piece]
    last = pieces[-1] if pieces else ""
    if not parts.netloc:
        return last or uri
    return f"{parts.netloc}{'/…' if len(pieces) > 1 else ''}/{last}"


def _linked(hit: Hit, shown: Shown, style: str = "") -> Style:
    """A style with a link to the source, at the page of the passage where the original is a PDF."""
    parsed = Style.parse(style)
    if shown.plain:
        return parsed
    uri, page = hit.document.uri, hit.passage.page
    is_pdf = urlsplit(uri).path.casefold().endswith(".pdf")
    return parsed + Style(link=f"{uri}#page={page}" if is_pdf and page else uri)


def _alike(hit: Hit, shown: Shown) -> Text:
    """*and 4 more alike: Title (2021-02-09, p. 3, 4a94eed1), …*."""
    named = shown.alike.get(hit.passage.id, ())[:SHOWN_ALIKE]
    text = f"and {len(hit.folded)} more alike"
    if named:
        text += f": {'; '.join(map(_place, named))}"
        text += "; …" if len(named) < len(hit.folded) else ""
    return Text(text, style="italic")


def _place(found: FoundPlace) -> str:
    m = found.document.metadata
    date = m.date.isoformat() if m.date else "undated"
    where = (date, page_text(found.passage.page), found.document.id[:SHORT_ID])
    return f"{m.title or name(found.document)} ({', '.join(where)})"


def _totals(found: SearchResults, *, plain: bool) -> Text:
    last = found.offset + len(found.hits)
    rows = found.groups or found.total
    shown = f"{found.offset + 1}–{last} of " if found.hits and len(found.hits) < rows else ""
    alike = f", {rows} that differ" if found.total != rows else ""
    text = Text(f"{shown}{found.total} passage{'' if found.total == 1 else 's'}{alike}", style="bold")
    if alike and shown:
        text = Text(f"{shown}{rows} that differ, {found.total} passages in all", style="bold")
    if not plain and found.hits and last < rows:
        text.append(f" · more: --offset {last}", style="not bold dim")
    if found.undated:
        text.append(f"; {found.undated} more in undated documents, which a date filter leaves out", style="yellow")
    return text


def _suggestions(found: SearchResults) -> Iterator[Text]:
    for other in found.suggestions:
        passages = f"{other.total} passage{'' if other.total == 1 else 's'}"
        yield Text.assemble("  try ", (other.query or "no words", "bold"), f" ({other.change}): {passages}")


def _facets(found: SearchResults) -> Iterator[Indented]:
    for facet, values in found.facets.items():
        if values:
            listed = ", ".join(f"{value or 'unknown'} {count}" for value, count in values[:SHOWN_FACETS])
            more = f", … ({len(values)} in all)" if len(values) > SHOWN_FACETS else ""
            yield Indented(Text(f"{facet}: {listed}{more}", style="dim"), "  ", "     ")

"""Measures of a plan for people: the words of the plan, a line a part."""

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from policysearch.model.facts import MEASURE_PARTS
from policysearch.model.measures import FoundMeasure, MeasureNews
from policysearch.model.reviews import DoneStatus
from policysearch.present.terminal import SHORT_ID, name, page_text

_INDENT = (0, 0, 0, 3)
_DEEPER = (0, 0, 0, 5)
STATUS_FI: Mapping[DoneStatus, str] = {
    "done": "tehty", "partly": "osittain", "ongoing": "kesken", "lapsed": "rauennut",
}  # fmt: skip
"""What a person says became of it."""


def measures(found: Iterable[FoundMeasure]) -> Iterator[Group]:
    """A block each: number, words, page, what the plan says of it, what people say, and what later documents say."""
    for one in found:
        m = one.measure
        number = f"{m.number}  " if m.number else ""
        head = Text.assemble((number, "bold"), (f"{m.kind} · {page_text(m.page)} · {m.id[:8]}", "dim"))
        lines = [Padding(Text(f"”{' '.join(m.quote.split())}”"), _INDENT, expand=False)]
        for part in MEASURE_PARTS:
            fields = m.parts(part)
            if part != "description" and fields:
                quotes = "; ".join(" ".join(field.quote.split()) for field in fields)
                lines.append(Padding(Text.assemble((f"{part}: ", "bold"), quotes), _INDENT, expand=False))
        if one.review is not None and one.review.status:
            by = f" ({', '.join(one.review.by)})" if one.review.by else ""
            evidence = f": {one.review.evidence}" if one.review.evidence else ""
            lines.append(_line(f"reviewed: {STATUS_FI[one.review.status]}{evidence}{by}", "green"))
        if one.since:
            lines.append(_line("since", "bold"))
            lines += [part for news in one.since for part in _news(news)]
        if one.unsure:
            lines.append(_line("may be about it; nothing is concluded from these", "yellow"))
            lines += [part for news in one.unsure for part in _news(news)]
        yield Group(head, *lines, Text(""))


def _line(text: str, style: str) -> Padding:
    return Padding(Text(text, style=style), _INDENT, expand=False)


def _news(news: MeasureNews) -> Iterator[Padding]:
    """The words, whose document they are, of which day, on which page."""
    quotes = " … ".join(f"”{' '.join(quote.split())}”" for quote in news.quotes)
    day = news.day.isoformat() if news.day else "undated"
    event = f" · {news.event.replace('_', ' ')}" if news.event else ""
    yield Padding(Text.assemble((day, "bold"), f"{event}  {quotes}"), _DEEPER, expand=False)
    m = news.document.metadata
    parts = [m.title or name(news.document), m.issuer, page_text(news.page), news.document.id[:SHORT_ID]]
    if news.link is not None and news.link.words:
        parts.append(f"shares {', '.join(news.link.words)}")
    yield Padding(Text(" · ".join(part for part in parts if part), style="dim"), _DEEPER, expand=False)

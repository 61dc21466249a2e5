"""Checked quotations for a person at a terminal and as records."""

from collections.abc import Iterator, Sequence

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from policysearch.model.quotes import ArticleCheck, QuoteCheck, QuotePlace, Verdict, WordPair
from policysearch.present.records import Record, document_record
from policysearch.present.terminal import SHORT_ID, name

_INDENT = (0, 0, 0, 3)
_LONGEST_GAP = 240
"""A gap of a quotation with more characters is shown by its beginning and end only."""
_EACH_END = 12
_VERDICTS: dict[Verdict, tuple[str, str]] = {
    "exact": ("exact", "green"),
    "same_words": ("same words; capital letters or marks differ", "green"),
    "differs": ("differs", "yellow"),
    "absent": ("not in this corpus", "red"),
}


def check(found: QuoteCheck) -> Iterator[Group]:
    """The quotation, the verdict, and each place with its words; of a place that differs, what differs."""
    said, style = _VERDICTS[found.verdict]
    head = Text.assemble((said, f"bold {style}"))
    if found.total > 1:
        head.append(f" · {found.total} places")
    if found.paragraph is not None:
        head.append(f" · paragraph {found.paragraph}", style="dim")
    yield Group(head, Padding(Text(f"”{_flat(found.quote)}”"), _INDENT, expand=False))
    for place in found.places:
        yield Group(*(Padding(line, _INDENT, expand=False) for line in _place(place)))
    yield Group(Text())


def article(found: ArticleCheck) -> Iterator[Group]:
    """Every quotation, and how many there are of each verdict."""
    for one in found.checks:
        yield from check(one)
    counts = [(sum(c.verdict == verdict for c in found.checks), said) for verdict, (said, _) in _VERDICTS.items()]
    total = Text(
        f"{len(found.checks)} quotations: " + "; ".join(f"{n} {said}" for n, said in counts if n), style="bold"
    )
    if not found.checks:
        total = Text("no quotations", style="bold")
    lines = [total]
    if found.short:
        lines.append(Text(f"{found.short} shorter ones were not checked; --min-words 1 checks them", style="dim"))
    yield Group(*lines)


def check_record(found: QuoteCheck) -> Record:
    """The `quote_check` record."""
    return {
        "record": "quote_check",
        "quote": found.quote,
        "paragraph": found.paragraph,
        "verdict": found.verdict,
        "total": found.total,
        "places": [_place_record(place) for place in found.places],
    }


def ends_of_gap(gap: str) -> tuple[str, int, str]:
    """What a quotation leaves out as it is shown: its beginning, how many words are not shown, and its end.

    A gap of at most 240 characters is shown whole: nothing is hidden and the end is empty.
    """
    words = gap.split()
    hidden = len(words) - 2 * _EACH_END
    if len(" ".join(words)) <= _LONGEST_GAP or hidden <= 0:
        return " ".join(words), 0, ""
    return " ".join(words[:_EACH_END]), hidden, " ".join(words[-_EACH_END:])


def _place(place: QuotePlace) -> Iterator[Text]:
    if place.words:
        yield Text("in print: ", style="dim").append(f"”{_flat(place.printed)}”", style="default")
        yield _compared(place.words)
    if not place.in_order:
        yield Text("the parts stand there in another order", style="yellow")
    for gap in filter(None, place.left_out):
        begin, hidden, end = ends_of_gap(gap)
        line = Text("left out: ", style="dim").append(f"”{begin}", style="default")
        if hidden:
            line.append(f" … {hidden} words … ", style="dim").append(end, style="default")
        yield line.append("”", style="default")
    m = place.document.metadata
    date = m.date.isoformat() if m.date else "undated"
    parts = [m.title or name(place.document), m.issuer, date, _pages(place.pages), place.part]
    yield Text(" · ".join(part for part in (*parts, place.document.id[:SHORT_ID]) if part), style="dim")
    if place.heading and place.heading != m.title:
        yield Text(f"under: {place.heading}", style="dim")
    if place.ocr:
        yield Text("read by OCR: compare with the picture of the page", style="yellow")


def _compared(words: Sequence[WordPair]) -> Text:
    """Word by word in plain marks, so that a pipe and a colour-blind reader see them too."""
    shown = Text("compared: ", style="dim")
    for i, pair in enumerate(words):
        shown.append(" " if i else "")
        match pair.relation:
            case "same":
                shown.append(pair.quoted or "", style="default")
            case "inflected":
                shown.append(f"{{{pair.quoted} ← {pair.printed}}}", style="yellow")
            case "replaced":
                shown.append(f"[{pair.quoted} ← {pair.printed}]", style="red")
            case "moved":
                form = "" if pair.quoted == pair.printed_form else f" ← {pair.printed_form}"
                shown.append(f"<{pair.quoted}{form}>", style="yellow")
            case "added":
                shown.append(f"+{pair.quoted}", style="red")
            case "left_out":
                shown.append(f"-{pair.printed}", style="red")
    return shown


def _place_record(place: QuotePlace) -> Record:
    return {
        "document": document_record(place.document),
        "passage": place.passage,
        "spans": [[span.start, span.end] for span in place.spans],
        "pages": list(place.pages),
        "heading": place.heading,
        "part": place.part,
        "ocr": place.ocr,
        "printed": place.printed,
        "in_order": place.in_order,
        "left_out": list(place.left_out),
        "likeness": round(place.likeness, 3),
        "words": [
            {"relation": pair.relation, "quoted": pair.quoted, "printed": pair.printed or pair.printed_form}
            for pair in place.words
        ],
    }


def _pages(pages: tuple[int, ...]) -> str:
    if not pages:
        return "page unknown"
    return f"p. {pages[0]}" if len(pages) == 1 else f"pp. {pages[0]}–{pages[-1]}"


def _flat(text: str) -> str:
    return " ".join(text.split())

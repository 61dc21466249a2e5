"""Measures of a plan for people: the words of the plan, a line a part."""

from collections.abc import Iterable, Iterator

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from policysearch.model.facts import MEASURE_PARTS
from policysearch.model.measures import FoundMeasure
from policysearch.present.terminal import page_text

_INDENT = (0, 0, 0, 3)


def measures(found: Iterable[FoundMeasure]) -> Iterator[Group]:
    """A block each: number, words, page, and what the plan says of who, when, how it is measured and paid."""
    for one in found:
        m = one.measure
        number = f"{m.number}  " if m.number else ""
        head = Text.assemble((number, "bold"), (f"{m.kind} · {page_text(m.page)} · {m.id[:8]}", "dim"))
        lines = [Padding(Text(f"”{' '.join(m.quote.split())}”"), _INDENT, expand=False)]
        for name in MEASURE_PARTS:
            fields = m.parts(name)
            if name != "description" and fields:
                quotes = "; ".join(" ".join(field.quote.split()) for field in fields)
                lines.append(Padding(Text.assemble((f"{name}: ", "bold"), quotes), _INDENT, expand=False))
        yield Group(head, *lines, Text(""))

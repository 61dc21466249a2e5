"""Two documents side by side, for a person at a terminal and as records."""

from collections.abc import Iterator

from rich.console import Group
from rich.text import Text

from policysearch.model.comparing import ComparedPair, Comparison, Difference
from policysearch.model.facts import Commitment
from policysearch.model.search import DocumentSummary
from policysearch.present.records import Record, commitment_record, document_record
from policysearch.present.terminal import SHORT_ID, name, page_text, when_text


def comparison(found: Comparison, *, differing: bool = False) -> Iterator[Group]:
    """The pairs, one under the other with what differs in brackets; then what has no counterpart, by document.

    With `differing`, pairs in the same words of which the same was found are only counted.
    """
    yield Group(*(Text(f"{mark}  {_head(s)}", "bold") for mark, s in (("A", found.first), ("B", found.second))), Text())
    both = [pair for pair in found.pairs if pair.first and pair.second]
    shown = [pair for pair in both if not (differing and _is_alike(pair))]
    for pair in shown:
        yield Group(_line("A", pair.first, pair), _line("B", pair.second, pair), Text())
    for mark, alone in (
        ("A", [p for p in found.pairs if not p.second]),
        ("B", [p for p in found.pairs if not p.first]),
    ):
        if alone:
            lines = (_line(mark, pair.first or pair.second, pair) for pair in alone)
            yield Group(Text(f"Only in {mark}", "bold"), *lines, Text())
    alone_n = len(found.pairs) - len(both)
    yield Group(
        Text(f"{len(both)} pairs; {alone_n} entries without a counterpart. What it means is for the reader.", "bold"),
        *([Text(f"{len(both) - len(shown)} pairs say the same and are not shown", "dim")] if differing else ()),
    )


def comparison_record(found: Comparison, *, differing: bool = False) -> Record:
    """The `comparison` record; with `differing` without the pairs that say the same."""
    return {
        "record": "comparison",
        "first": document_record(found.first),
        "second": document_record(found.second),
        "pairs": [
            {
                "first": commitment_record(pair.first) if pair.first else None,
                "second": commitment_record(pair.second) if pair.second else None,
                "words": list(pair.words),
                "likeness": round(pair.likeness, 3),
                "differences": list(pair.differences),
            }
            for pair in found.pairs
            if not (differing and _is_alike(pair))
        ],
    }


def _is_alike(pair: ComparedPair) -> bool:
    """Whether both say the same in the same words."""
    if pair.first is None or pair.second is None or pair.differences:
        return False
    return pair.first.quote.split() == pair.second.quote.split()


def _head(summary: DocumentSummary) -> str:
    m = summary.metadata
    date = m.date.isoformat() if m.date else "undated"
    kind = (m.type or "document").replace("_", " ")
    return f"{m.title or name(summary)} · {kind}, {date}, {summary.id[:SHORT_ID]}"


def _line(mark: str, c: Commitment | None, pair: ComparedPair) -> Text:
    assert c is not None
    values: dict[Difference, str] = {
        "kind": c.kind,
        "verb": c.action or "no verb",
        "strength": c.strength or "no strength",
        "polarity": "not" if c.polarity == "negative" else "",
        "actor": ", ".join(actor.name for actor in c.actors) or "not named",
        "time": when_text(c.when) if c.when and c.when.is_resolved else "no time",
        "amount": f"{c.amount.value} {c.amount.currency}" if c.amount else "",
        "condition": f"if: {c.condition}" if c.condition else "",
    }
    line = Text.assemble((f"{mark}  ", "bold"), f"”{' '.join(c.quote.split())}”  ")
    for thing, value in values.items():
        if thing in pair.differences:
            line.append(f"[{thing}: {value or 'none'}] ", style="bold yellow")
        elif thing in ("kind", "verb", "actor"):
            line.append(f"{value} · ", style="dim")
    return line.append(page_text(c.page), style="dim")

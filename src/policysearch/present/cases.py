"""One matter over its handlings, for a person and as a dictionary."""

from collections.abc import Iterable, Iterator

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from policysearch.model.cases import Case, Handling
from policysearch.model.facts import Commitment
from policysearch.model.search import DocumentSummary
from policysearch.present.records import Record, commitment_record, document_record
from policysearch.present.terminal import SHORT_ID, page_text, when_text

_TELLING = ("decision", "proposal", "undertaking", "obligation", "accomplishment")
"""Kinds of commitments, what a reader of a case looks for first."""
_INDENT = (0, 0, 0, 5)


def case(found: Case, *, limit: int | None) -> Iterator[Text | Group]:
    """Each handling with its outcome and what it said; `limit` quotes of each, None for all."""
    yield Text.assemble((found.number, "bold"), f"  {found.title}" if found.title else "")
    if len(found.forms) > 1:
        yield Text(f"also written {', '.join(form for form in found.forms if form != found.number)}", style="dim")
    yield Text()
    for handling in found.handlings:
        yield Group(*_handling(handling, limit), Text())
    held = sum(handling.known == "held" for handling in found.handlings)
    quoted = sum(handling.known == "quoted" for handling in found.handlings)
    parts = [f"{len(found.handlings)} handlings", f"{held} with a document in this corpus", f"{quoted} only quoted"]
    parts.append(f"{len(found.handlings) - held - quoted} only named")
    yield Text(", ".join(parts), style="bold")
    if found.withheld:
        ids = ", ".join(id_[:8] for id_ in found.withheld)
        yield Text(f"withheld until somebody decides: {ids} (`policysearch held list`)", style="yellow")
    if found.mentions:
        yield Text(f"named in documents of other matters: {_ids(found.mentions)}", style="dim")


def case_record(found: Case) -> Record:
    """The `case` record."""
    return {
        "record": "case",
        "number": found.number,
        "forms": list(found.forms),
        "title": found.title,
        "handlings": [_handling_record(handling) for handling in found.handlings],
        "mentions": [document_record(summary) for summary in found.mentions],
        "withheld": list(found.withheld),
    }


def _handling_record(handling: Handling) -> Record:
    return {
        "body": handling.body,
        "date": handling.date.isoformat() if handling.date else None,
        "section": handling.section,
        "title": handling.title,
        "known": handling.known,
        "announced": handling.is_announced,
        "outcome": handling.outcome,
        "documents": [document_record(summary) for summary in handling.documents],
        "told_in": [summary.id for summary in handling.told_in],
        "commitments": [commitment_record(c) for c in handling.said],
        "votes": [
            {"document": v.document, "span": [v.span.start, v.span.end], "quote": v.text, "page": v.page}
            for v in handling.votes
        ],
    }


def _handling(handling: Handling, limit: int | None) -> Iterator[Text | Padding]:
    day = handling.date.isoformat() if handling.date else "undated"
    head = Text.assemble((day, "bold"), " · ", (handling.body or "body unknown", "bold"))
    if handling.section:
        head.append(f" · § {handling.section}")
    if handling.outcome:
        head.append(f" · {handling.outcome}", style="green")
    yield head
    if handling.title:
        yield Text(f"   {handling.title}")
    yield Text(f"   {_known(handling)}", style="dim" if handling.known == "held" else "yellow")
    for vote in handling.votes:
        where = f" · {page_text(vote.page)}" if vote.page else ""
        yield Text(f"   vote{where}", style="cyan")
        yield Padding(Text(f"”{_flat(vote.text)}”"), _INDENT, expand=False)
    said = sorted(handling.said, key=lambda c: _TELLING.index(c.kind))
    shown = sorted(said[:limit], key=lambda c: c.span)
    for c in shown:
        yield from _commitment(c)
    if len(shown) < len(said):
        yield Text(f"   … and {len(said) - len(shown)} more: --limit 0 shows all", style="dim")


def _known(handling: Handling) -> str:
    if handling.known == "held":
        return f"document {_ids(handling.documents)}"
    told = _ids(handling.told_in)
    if handling.known == "quoted":
        return f"not in this corpus; quoted in {told}"
    return f"not in this corpus; {'announced' if handling.is_announced else 'named'} in {told}"


def _commitment(c: Commitment) -> Iterator[Text | Padding]:
    head = Text.assemble("   ", c.kind, " · ", ", ".join(actor.name for actor in c.actors) or "actor not named")
    if c.when and c.when.is_resolved:
        head.append(f" · {when_text(c.when)}", style="green")
    marks = (c.polarity == "negative" and "not", c.outcome, page_text(c.page) if c.page else None)
    yield head.append("".join(f" · {mark}" for mark in marks if mark), style="dim")
    yield Padding(Text(f"”{_flat(c.quote)}”"), _INDENT, expand=False)


def _ids(summaries: Iterable[DocumentSummary]) -> str:
    return ", ".join(summary.id[:SHORT_ID] for summary in summaries)


def _flat(text: str) -> str:
    return " ".join(text.split())

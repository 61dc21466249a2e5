"""Results for a person at a terminal, as rich renderables. The only importer of rich's text and tables."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from policysearch.model.document import Document
from policysearch.model.facts import Commitment
from policysearch.model.report import Status, VerifyEvent
from policysearch.model.search import (
    ActorSummary,
    DocumentSummary,
    FoundCommitment,
    FoundMention,
    FoundThread,
    FoundTime,
    Standing,
)
from policysearch.model.time import When
from policysearch.present.addresses import source_lines, withdrawn_text
from policysearch.present.languages import unread
from policysearch.present.records import OPEN
from policysearch.present.reviews import reviewed_lines

SHORT_ID = 8
"""Digits of an id that are shown: enough to be unique in any corpus that one machine holds."""
_INDENT = (0, 0, 0, 3)


def commitments(rows: Iterable[FoundCommitment], *, explain: bool = False) -> Iterator[Group]:
    """Commitments with their verbatim quotes."""
    for found in rows:
        c = found.commitment
        head = Text.assemble((c.kind, "bold"), " · ", _actors(c))
        if c.action:
            head.append(f" · {c.action}")
        if c.when and c.when.is_resolved:
            head.append(f" · {when_text(c.when)}", style="green")
        for mark in (c.polarity == "negative" and "not", c.outcome, c.routine and "routine", c.ocr and "from OCR"):
            if mark:
                head.append(f" [{mark}]", style="yellow")
        if explain:
            head.append(f"  (rule {c.cue})", style="dim")
        if found.thread:
            head.append(f"  thread {found.thread[:SHORT_ID]}", style="cyan")
        lines: list[Text | Padding] = [head, _quote(c.quote), _source(found.document, c.page, c.document)]
        if found.standing:
            lines += [Padding(line, _INDENT, expand=False) for line in _standing(found.standing)]
        if found.review:
            lines += [Padding(line, _INDENT, expand=False) for line in reviewed_lines(found.review, found.found)]
        yield Group(*lines, Text())


def thread(found: FoundThread) -> Iterator[Group]:
    """The history of a commitment, step by step."""
    yield Group(Text(f"Thread {found.id}", style="bold"), Text())
    answered = {link.second: link for link in found.links if link.basis == "answers"}
    for step in found.steps:
        event, c = step.event, step.commitment
        head = Text.assemble(
            (event.day.isoformat() if event.day else "undated", "bold"), f" · {event.kind.replace('_', ' ')}"
        )
        if event.was and event.now:
            head.append(f" from {when_text(event.was)} to {when_text(event.now)}", style="green")
        elif c.when and c.when.is_resolved:
            head.append(f" · {when_text(c.when)}", style="green")
        head.append_text(Text(" · ")).append_text(_actors(c))
        if c.id in answered:
            link = answered[c.id]
            head.append(f" · answers {link.first[:SHORT_ID]} ({', '.join(link.words)})", style="cyan")
        yield Group(head, _quote(c.quote), _source(step.document, c.page, c.document), Text())
    if found.paper:
        paper = found.paper.document
        date = paper.metadata.date.isoformat() if paper.metadata.date else "undated"
        said = f"this document is itself what was promised ({', '.join(found.paper.words)})"
        yield Group(
            Text.assemble((date, "bold"), " · done: ", said),
            _source(paper, None, paper.id),
            Text(),
        )
    if found.standing:
        since = f"silent since {found.silent_since.isoformat()}: " if found.silent_since else ""
        first, *rest = _standing(found.standing)
        yield Group(Text(since, style="bold").append_text(first), *rest, Text())


def _standing(standing: Standing) -> Iterator[Text]:
    """That nothing later reports it done, in the one wording that we have for it."""
    as_of = f" (as of {standing.as_of.isoformat()})" if standing.as_of else ""
    yield Text(f"{OPEN}{as_of}", style="yellow")
    if standing.is_adopted:
        yield Text("proposed, and adopted in the same document", style="dim")
    if standing.was:
        yield Text(f"before: {when_text(standing.was)}", style="dim")
    body = standing.body or "this body"
    if standing.newest is None:
        yield Text(f"no dated document of {body} is in this corpus", style="dim")
        return
    m = standing.newest.metadata
    date = m.date.isoformat() if m.date else "undated"
    title = m.title or name(standing.newest)
    yield Text(f"newest document held of {body}: {date}, {title}, {standing.newest.id[:SHORT_ID]}", style="dim")


def times(rows: Iterable[FoundTime]) -> Iterator[Group]:
    """Times with their words and sentences."""
    for found in rows:
        t = found.time
        head = Text.assemble((when_text(t.when), "bold green"), " · ", (t.quote, "italic"))
        actors = dict.fromkeys(a.name for c in found.commitments for a in c.actors)
        if actors:
            head.append(f" · {', '.join(actors)}")
        if t.ocr:
            head.append(" [from OCR]", style="yellow")
        yield Group(head, _quote(found.sentence), _source(found.document, t.page, t.document), Text())


def mentions(rows: Iterable[FoundMention]) -> Iterator[Group]:
    """Mentions of an actor with their sentences."""
    for found in rows:
        m = found.mention
        head = Text.assemble((m.actor.name, "bold"), " · ", (m.quote, "italic"))
        for value in (m.title, m.organisation, m.role):
            if value:
                head.append(f" · {value}")
        yield Group(head, _quote(found.sentence), _source(found.document, m.page, m.document), Text())


def actors(rows: Sequence[ActorSummary]) -> Table:
    """Actors with their counts."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    for title in ("actor", "kind", "also"):
        table.add_column(title, overflow="fold")
    for title in ("mentions", "documents", "commitments"):
        table.add_column(title, justify="right")
    for a in rows:
        table.add_row(
            Text(a.name), a.kind, Text(", ".join(a.names)), *map(str, (a.n_mentions, a.n_documents, a.n_commitments))
        )
    return table


def documents(rows: Iterable[DocumentSummary]) -> Table:
    """A list of documents."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    for title in ("id", "date", "type", "issuer", "title"):
        table.add_column(title, overflow="fold")
    for summary in rows:
        m = summary.metadata
        date = m.date.isoformat() if m.date else "undated"
        called = Text(m.title or name(summary)).append(withdrawn_text(summary), style="red")
        table.add_row(summary.id[:SHORT_ID], date, m.type or "", Text(m.issuer or ""), called)
    return table


def document(summary: DocumentSummary, doc: Document, found: Iterable[Commitment]) -> Iterator[Text | Group]:
    """Metadata, structure and commitments of one document."""
    m = summary.metadata
    yield Text(m.title or name(summary), style="bold")
    pages = ", ".join(f"{p.number} ({p.status})" for p in doc.pages if p.status not in ("text", "blank"))
    rows = {
        "id": doc.id,
        "type": m.type,
        "date": m.date.isoformat() if m.date else None,
        "issuer": m.issuer,
        "case number": m.case_number,
        "section": f"§ {m.section_number}" if m.section_number else None,
        "meeting": m.meeting_number,
        "language": ", ".join(f"{code} ({n} passages)" for code, n in doc.languages)
        if doc.languages[1:]
        else m.language,
        "pages": f"{len(doc.pages)}" if doc.pages else "page unknown",
        "pages not read as text": pages or None,
        "read by": doc.reader,
        **source_lines(summary),
        "sha256": doc.sha256,
        "same as": summary.same_as and f"{summary.same_as}, which stands for it in searches and lists",
        "in other languages": ", ".join(f"{t.document} ({t.language})" for t in summary.translations) or None,
        "version": None if summary.is_current else "older: a newer version of the source is in the corpus",
    }
    for label, value in rows.items():
        if value:
            yield Text.assemble((f"{label:>12}: ", "dim"), value)
    for warning in doc.warnings:
        yield Text(f"warning: {warning}", style="yellow")
    if said := unread(doc):
        yield Text(said, style="yellow")
    yield from _structure(doc)
    yield from _commitment_list(found)


def status(state: Status) -> Iterator[Text]:
    """The state of corpus, index and machine."""
    yield Text.assemble(("Corpus ", "bold"), state.corpus, f", revision {state.revision}")
    yield Text(
        f"  {state.n_current} documents, {state.n_documents - state.n_current - state.n_copies} older versions"
        + (f", {state.n_copies} other originals of the same documents" if state.n_copies else "")
        + f"; "
        f"{state.n_snapshots} originals from {state.n_sources} addresses; {state.n_passages} passages"
    )
    yield Text("  " + ", ".join(f"{n} {kind}" for kind, n in state.types.items()) if state.types else "  empty")
    yield Text("  facts: " + (", ".join(f"{n} {kind}s" for kind, n in state.counts.items()) or "none"))
    for reader, n in state.readers.items():
        yield Text(f"  with pages read by OCR: {n}, by {reader}")
    yield Text.assemble(("Index ", "bold"), state.index, f": {state.index_state}. {state.index_detail}")
    line = Text(state.language)
    line.stylize("bold", 0, len("Finnish"))
    yield line
    for tool in state.tools:
        found = tool.version or f"missing; {tool.install}"
        yield Text.assemble((f"  {tool.name} ", "" if tool.version else "yellow"), f"({tool.purpose}): {found}")
    if state.n_held:
        yield Text(
            f"Held back until somebody has looked: {state.n_held} documents (`policysearch held list`)", "yellow"
        )
    if state.n_withdrawn:
        yield Text(
            f"Withdrawn, kept, and hidden until somebody decides: {state.n_withdrawn} documents "
            "(`policysearch held list`)", "yellow",
        )  # fmt: skip
    yield from _listed("Failed", [f"{_path(f.uri)}: {f.stage}: {f.reason}" for f in state.failures], "red")
    yield from _listed("Read with something missing", [f"{d[:SHORT_ID]}: {w}" for d, w in state.warnings], "yellow")
    yield from _listed("Skipped, no documents", [f"{_path(s.uri)}: {s.reason}" for s in state.skipped], "dim")


def verification(event: VerifyEvent) -> Text:
    """One line a document, and one a problem."""
    ocr = f", {event.n_ocr} from OCR" if event.n_ocr else ""
    head = f"{event.document[:SHORT_ID]} {_path(event.uri)}: {event.n_spans} spans, {event.n_quotes} quotes{ocr}"
    text = Text(head, style="red" if event.problems else "")
    for problem in event.problems:
        text.append(f"\n    {problem}")
    return text


def when_text(when: When) -> str:
    """A time in one line: *by 2022-12-31*, *2021-01-01 – 2023-12-31*, *from 2020-01-15*, *P3Y*."""
    begin, end = (None if m is None else m.isoformat().removesuffix(":00") for m in (when.begin, when.end))
    if begin and end:
        text = begin if begin == end else f"{begin} – {end}"
    elif end:
        text = f"by {end}"
    elif begin:
        text = f"from {begin}"
    elif when.note:
        text = f"time unknown: {when.note}"
    else:
        text = when.duration or (f"every {when.recurrence}" if when.recurrence else "time unknown")
    if when.role == "deadline" and begin and end:
        text = f"by {text}"
    return f"about {text}" if when.approximate else text


def page_text(page: int | None) -> str:
    """*p. 4*, or *page unknown*: never a guess."""
    return "page unknown" if page is None else f"p. {page}"


def name(summary: DocumentSummary) -> str:
    """The file name of a document's address, for those without a title."""
    return PurePosixPath(unquote(urlsplit(summary.uri).path)).name or summary.uri


def _actors(c: Commitment) -> Text:
    if c.actors:
        return Text(", ".join(actor.name for actor in c.actors))
    if c.possible_actors:
        return Text(f"actor not named, possibly {', '.join(a.name for a in c.possible_actors)}", style="dim")
    return Text("actor not named", style="dim")


def _quote(text: str) -> Padding:
    return Padding(Text(f"”{' '.join(text.split())}”"), _INDENT, expand=False)


def _source(summary: DocumentSummary, page: int | None, document_id: str) -> Text:
    m = summary.metadata
    date = m.date.isoformat() if m.date else "undated"
    parts = [m.title or name(summary), m.issuer, date, page_text(page), document_id[:SHORT_ID]]
    text = Text("   " + " · ".join(part for part in parts if part), style="dim")
    return text.append(withdrawn_text(summary), style="red")


def _structure(doc: Document) -> Iterator[Text]:
    if doc.participants:
        yield Text("\nPeople", style="bold")
        for p in doc.participants:
            yield Text("  " + ", ".join(value for value in (p.name, p.title, p.organisation, p.role) if value))
    if doc.sections:
        yield Text("\nSections", style="bold")
        for section in doc.sections:
            page = doc.page_at(section.heading.start)
            heading = " ".join(section.heading.of(doc.text).split())
            part = f"  [{section.part}]" if section.part else ""
            yield Text(f"{'  ' * section.level}{heading}{part}" + (f"  p. {page}" if page else ""))


def _commitment_list(found: Iterable[Commitment]) -> Iterator[Group | Text]:
    for number, c in enumerate(found):
        if not number:
            yield Text("\nCommitments", style="bold")
        when = f" · {when_text(c.when)}" if c.when and c.when.is_resolved else ""
        yield Group(Text.assemble(f"  {c.kind} · ", _actors(c), when, f" · {page_text(c.page)}"), _quote(c.quote))


def _listed(title: str, lines: Sequence[str], style: str) -> Iterator[Text]:
    if lines:
        yield Text(f"{title}: {len(lines)}", style="bold")
        for line in lines:
            yield Text(f"  {line}", style=style)


def _path(uri: str) -> str:
    return unquote(urlsplit(uri).path) if uri.startswith("file:") else uri

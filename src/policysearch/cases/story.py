"""One matter over its handlings, from all documents that are of it or tell of it."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from policysearch.cases.bodies import municipality, same_body
from policysearch.cases.numbers import case_key, case_numbers, is_without_registry
from policysearch.cases.references import handling_references
from policysearch.errors import CaseNotFoundError
from policysearch.model.cases import Case, Excerpt, Handling
from policysearch.model.document import Section, page_at
from policysearch.model.facts import Commitment, Outcome
from policysearch.model.search import DocumentSummary
from policysearch.model.text import Span
from policysearch.store import Store

_VOTE = re.compile(r"äänesty[ks]|äänesti|\bjaa-ään|\bei-ään|\bäänin\s+\d|\d+\s+ääntä|omröstning|röster", re.IGNORECASE)
_LONGEST = 600
"""Letters of an account of a vote that are quoted, at most; the passage goes on in the document."""


@dataclass(slots=True)
class _Found:
    """A handling while it is put together."""

    body: str | None
    date: dt.date | None
    section: str | None
    title: str | None = None
    own: list[tuple[DocumentSummary, Span | None]] = field(default_factory=list)
    quoted_in: list[tuple[DocumentSummary, Span]] = field(default_factory=list)
    named_in: list[DocumentSummary] = field(default_factory=list)
    is_announced: bool = False

    def is_that(self, body: str | None, date: dt.date | None, section: str | None) -> bool:
        """Whether it may be of that body, day and §; what one of them does not know keeps nothing apart."""
        if not same_body(self.body, body):
            return False
        if date and self.date and date != self.date:
            return False
        if section and self.section and section != self.section:
            return False
        return bool((date and self.date) or (section and self.section))


def find_case(store: Store, number: str, *, issuer: str | None = None) -> Case:
    """The matter of a diary number.

    Args:
        store: Where its documents are.
        number: In any way in which it is written.
        issuer: Words of the name of the municipality, for a number that does not say whose it is.

    Raises:
        CaseNotFoundError: No document has that number, or those of several municipalities do.
    """
    key = case_key(number)
    summaries = list(store.summaries())
    own = [s for s in summaries if s.metadata.case_number and case_key(s.metadata.case_number) == key]
    if issuer:
        own = [s for s in own if issuer.casefold() in (s.metadata.issuer or "").casefold()]
    if is_without_registry(key):
        _check_municipality(number, own)
    named = list(_naming(store, key, (s for s in summaries if s not in own)))
    items = [(s, section) for s, sections in named for section in sections]
    if not own and not items:
        raise CaseNotFoundError(
            f"no document of this corpus is of the case {number!r}"
            + (f"; it is named in {', '.join(s.id[:8] for s, _ in named)}" if named else "")
            + ": `policysearch coverage` lists the cases that are there"
        )
    own.sort(key=lambda s: s.metadata.language not in ("fi", None))
    forms = Counter(form for s in own if (form := s.metadata.case_number))
    found = _gathered(store, own, items)
    handlings = sorted((_handling(store, one) for one in found), key=_order)
    return Case(
        number=forms.most_common(1)[0][0] if forms else number,
        forms=tuple(sorted(forms)),
        title=next((h.title for h in reversed(handlings) if h.title), None),
        handlings=tuple(handlings),
        mentions=tuple(s for s, sections in named if not sections),
    )


def _check_municipality(number: str, own: Iterable[DocumentSummary]) -> None:
    towns = sorted({town for s in own if (town := municipality(s.metadata.issuer))})
    if len(towns) > 1:
        raise CaseNotFoundError(
            f"{number!r} does not say whose registry it is of, and there are documents of several: "
            f"{', '.join(towns)}; name one with --issuer"
        )


def _naming(
    store: Store, key: str, summaries: Iterable[DocumentSummary]
) -> Iterator[tuple[DocumentSummary, tuple[Section, ...]]]:
    """Other documents that name the number: those with items of it, minutes of several matters, with these items."""
    for summary in summaries:
        places = [m.start() for m in case_numbers(store.text(summary.id)) if case_key(m[0]) == key]
        if not places:
            continue
        items: list[Section] = []
        if summary.metadata.type == "minutes":
            numbered = [section for section in store.sections(summary.id) if section.number is not None]
            items = [s for s in numbered if any(s.span.start <= at < s.span.end for at in places)]
        yield summary, tuple(items)


def _gathered(
    store: Store, own: Sequence[DocumentSummary], items: Sequence[tuple[DocumentSummary, Section]]
) -> list[_Found]:
    """All handlings that these documents are of, quote or name, each once."""
    found: list[_Found] = []
    for summary in own:
        m = summary.metadata
        # Without a day and a § nothing says that two documents are of one handling.
        is_placed = m.issuer and (m.date or m.section_number)
        if not is_placed:
            found.append(_Found(m.issuer, m.date, m.section_number))
        one = _that(found, m.issuer, m.date, m.section_number) if is_placed else found[-1]
        one.own.append((summary, None))
        one.title = one.title or m.title
    for summary, section in items:
        m = summary.metadata
        one = _that(found, m.issuer, m.date, section.number)
        one.own.append((summary, section.span))
        one.title = one.title or " ".join(section.heading.of(store.text(summary.id)).split())
    for summary in own:
        _add_told(found, store, summary)
    return found


def _that(found: list[_Found], body: str | None, date: dt.date | None, section: str | None) -> _Found:
    """The handling of that body, day and §, a new one if it is not there."""
    for one in found:
        if one.is_that(body, date, section):
            one.date, one.section = one.date or date, one.section or section
            return one
    found.append(_Found(body, date, section))
    return found[-1]


def _add_told(found: list[_Found], store: Store, summary: DocumentSummary) -> None:
    """The handlings that a document quotes in its history, that its record lists, and that it names."""
    text, sections = store.text(summary.id), store.sections(summary.id)
    for section in sections:
        if section.part == "history" and section.speaker and section.said_on:
            heading = handling_references(section.heading.of(text), ())
            one = _that(found, section.speaker, section.said_on, heading[0].section if heading else None)
            one.quoted_in.append((summary, section.span))
    for listed in store.listed(summary.id):
        if listed.kind == "handling" and listed.body and (listed.date or listed.section):
            one = _that(found, listed.body, listed.date, listed.section)
            one.named_in.append(summary)
            one.title = one.title or listed.title
    for reference in handling_references(text, sections, summary.metadata.title):
        is_known = any(one.is_that(reference.body, reference.date, reference.section) for one in found)
        one = _that(found, reference.body, reference.date, reference.section)
        one.named_in.append(summary)
        one.is_announced = one.is_announced or (reference.is_announced and not is_known)


def known_handlings(store: Store, own: Sequence[DocumentSummary]) -> tuple[Handling, ...]:
    """The handlings of one matter that its documents are of, quote or name, without what was said in them."""
    return tuple(sorted((_bare(one) for one in _gathered(store, own, ())), key=_order))


def _bare(found: _Found) -> Handling:
    documents = tuple(dict.fromkeys(summary for summary, _ in found.own))
    quoted = tuple(dict.fromkeys(summary for summary, _ in found.quoted_in))
    told = tuple(s for s in dict.fromkeys((*quoted, *found.named_in)) if s not in documents)
    return Handling(
        body=found.body,
        date=found.date,
        section=found.section,
        title=found.title,
        known="held" if documents else "quoted" if quoted else "named",
        documents=documents,
        told_in=told,
        is_announced=found.is_announced and not documents and not quoted,
    )


def _handling(store: Store, found: _Found) -> Handling:
    handling = _bare(found)
    is_quoted = handling.known == "quoted"
    # Twins in another language say the same; facts are read from Finnish.
    places: list[tuple[DocumentSummary, Span | None]] = sorted(
        found.own or list(found.quoted_in), key=lambda place: place[0].metadata.language not in ("fi", None)
    )
    if not places:
        return handling
    summary, span = places[0]
    everything = tuple(_said(store, summary, span, is_quoted=is_quoted))
    decided = [section.span for section in store.sections(summary.id) if section.part == "decision"]
    return replace(
        handling,
        said=tuple(c for c in everything if not c.routine or any(part.contains(c.span) for part in decided)),
        outcome=_outcome(everything, decided, found.date),
        votes=tuple(_votes(store, summary, span, is_quoted=is_quoted)),
    )


def _said(store: Store, summary: DocumentSummary, span: Span | None, *, is_quoted: bool) -> Iterator[Commitment]:
    """The commitments of one handling: not those of another one that its document quotes."""
    m = summary.metadata
    for c in store.facts(summary.id).commitments:
        if span is not None and not span.contains(c.span):
            continue
        other_day = c.said_on is not None and m.date is not None and c.said_on != m.date
        if is_quoted or span is not None or not other_day:
            yield c


def _outcome(said: Sequence[Commitment], decided: Sequence[Span], date: dt.date | None) -> Outcome | None:
    """What became of the matter: by the words under *Päätös*, else by the last decision that says so."""
    told = [c for c in said if c.outcome and not _is_of_another_day(c, date)]
    under_heading = [c.outcome for c in told if any(span.contains(c.span) for span in decided)]
    elsewhere = [c.outcome for c in told if c.kind == "decision"]
    return (under_heading or elsewhere or [None])[-1]


def _is_of_another_day(c: Commitment, date: dt.date | None) -> bool:
    """*16.03.2021 Pöydälle*, in what is told of the handling of the thirtieth."""
    match = re.match(r"(\d{1,2})\.(\d{1,2})\.(\d{4})\b", c.quote)
    return (
        match is not None and date is not None and [int(n) for n in match.groups()] != [date.day, date.month, date.year]
    )


def _votes(store: Store, summary: DocumentSummary, span: Span | None, *, is_quoted: bool) -> Iterator[Excerpt]:
    """What the handling tells of votes: sections about one, and passages elsewhere in it."""
    text, pages, sections = store.text(summary.id), store.page_spans(summary.id), store.sections(summary.id)
    histories = [s.span for s in sections if s.part == "history" and s.speaker]
    votes = [s.span for s in sections if s.part == "handling" and _VOTE.search(s.heading.of(text))]
    passages = [
        p.span
        for p in (stored.passage for stored in store.passages(summary.id))
        if p.part in ("handling", "decision") and p.kind != "heading" and _VOTE.search(p.span.of(text))
    ]
    for place in sorted((*votes, *(p for p in passages if not any(vote.contains(p) for vote in votes)))):
        if span is not None and not span.contains(place):
            continue
        if is_quoted or not any(history.contains(place) for history in histories):
            shown = Span(place.start, min(place.end, place.start + _LONGEST))
            yield Excerpt(summary.id, shown, shown.of(text), page_at(pages, text, shown.start))


def _order(handling: Handling) -> tuple[str, int]:
    section = handling.section or ""
    return handling.date.isoformat() if handling.date else "9", int(section) if section.isdecimal() else 0

"""Coverage: what documents and channels say there should be, and what of it is in the corpus.

A gap is *not in this corpus*, never *missing at the source*: what we do not hold may have been published, or not.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from policysearch.cases.bodies import municipality, same_body
from policysearch.cases.numbers import case_key, is_without_registry, number_order
from policysearch.cases.references import attachments
from policysearch.cases.story import known_handlings
from policysearch.coverage.series import Numbered, meeting_groups, section_groups
from policysearch.extract.names import is_body
from policysearch.model.cases import Handling
from policysearch.model.coverage import Coverage, CoverageGroup, Gap, GapState, GroupKind
from policysearch.model.search import DocumentSummary
from policysearch.sources.addresses import spelt
from policysearch.sources.files import name_of
from policysearch.store import Store

_SECTION_IN_HEADING = re.compile(r"^(?:§\s*(\d{1,4})|(\d{1,4})\s*§)")
_HEAD = 600
"""Letters at the beginning of a document in which its own number stands, *18/2021*."""
_CLOSED_TITLE = re.compile(r"^(?:salassa pidettävä|sekretessbelagd)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Corpus:
    """The current documents, and the addresses of what is held back."""

    store: Store
    summaries: tuple[DocumentSummary, ...]
    held: frozenset[str]


def find_coverage(
    store: Store,
    *,
    kinds: Collection[GroupKind] = (),
    more: Iterable[CoverageGroup] = (),
    held: Iterable[str] = (),
) -> Coverage:
    """What there should be and is.

    Args:
        store: Where the documents are.
        kinds: Only these; empty for all.
        more: Groups that others know of: channels.
        held: The addresses of what the screen holds back.
    """
    corpus = _Corpus(store, tuple(store.summaries()), frozenset(map(spelt, held)))
    makers = {
        "meetings": _meetings,
        "sections": _sections,
        "items": _items,
        "attachments": _attachments,
        "case": _cases,
        "pages": _pages,
        "originals": _originals,
    }
    groups = [group for group in more if not kinds or group.kind in kinds]
    for kind, make in makers.items():
        if not kinds or kind in kinds:
            groups += make(corpus)
    return Coverage(tuple(groups))


def _meetings(corpus: _Corpus) -> Iterator[CoverageGroup]:
    held = []
    for summary in corpus.summaries:
        m = summary.metadata
        if m.issuer and m.date and m.meeting_number and m.meeting_number.isdecimal():
            number = f"{m.meeting_number}/{m.date.year}"
            # A group that numbers through the years (*3. kokous*) says nothing of how many there were in one.
            if number in _front(corpus.store, summary.id):
                held.append(Numbered(m.issuer, m.date.isoformat(), int(m.meeting_number), summary.id))
    yield from meeting_groups(held)


def _front(store: Store, document: str) -> str:
    """Running headers and the beginning of the text, without blanks around the stroke of a number."""
    lines = " ".join(line for _, line in store.furniture(document))
    return re.sub(r"\s*/\s*", "/", f"{lines} {store.text(document)[:_HEAD]}")


def _sections(corpus: _Corpus) -> Iterator[CoverageGroup]:
    held = []
    for summary in corpus.summaries:
        m = summary.metadata
        if m.issuer is None or not is_body(m.issuer):
            continue  # many office holders share a title, each with sections of their own
        day = m.date.isoformat() if m.date else None
        numbers = set(_own_sections(corpus.store, summary)) if m.type == "minutes" else set()
        if m.section_number and m.section_number.isdecimal():
            numbers.add(int(m.section_number))
        held += [Numbered(m.issuer, day, number, summary.id) for number in numbers]
    yield from section_groups(held)


def _own_sections(store: Store, summary: DocumentSummary) -> Iterator[int]:
    """The §§ whose text stands in minutes of a whole meeting."""
    text = store.text(summary.id)
    for section in store.sections(summary.id):
        if section.part is None and (match := _SECTION_IN_HEADING.match(section.heading.of(text))):
            yield int(match[1] or match[2])


def _items(corpus: _Corpus) -> Iterator[CoverageGroup]:
    """The items on the list of a meeting: with their text in the minutes, or as documents of their own."""
    for summary in corpus.summaries:
        document = corpus.store.document(summary.id) if summary.metadata.type == "minutes" else None
        if document is None or not document.agenda:
            continue
        numbered = {section.number for section in document.sections if section.number}
        numbered |= {str(number) for number in _own_sections(corpus.store, summary)}
        others = {s.metadata.section_number for s in corpus.summaries if s is not summary and _same_day(s, summary)}
        titles = {(item.number or item.title): item.title for item in document.agenda}
        lone = {item.title for item in document.agenda if item.number is None}
        expected = titles.keys() | {str(n) for n in _between([n for n in titles if n.isdecimal()])}
        gaps = tuple(
            Gap(f"item {name}" if name in titles else f"number {name}", "missing", title=titles.get(name),
                told_by=(summary.id,))
            for name in sorted(expected, key=lambda n: (int(n) if n.isdecimal() else 0, n))
            if name not in numbered and name not in others and name not in lone
        )  # fmt: skip
        date = summary.metadata.date
        name = f"{summary.metadata.issuer or _name(summary)} {date or 'undated'}"
        basis = "the list of the meeting, and the numbers between its first and last"
        yield CoverageGroup("items", name, basis, len(expected), len(expected) - len(gaps), gaps, document=summary.id)


def _between(numbers: Iterable[str]) -> range:
    known = [int(number) for number in numbers]
    return range(min(known), max(known) + 1) if known else range(0)


def _same_day(one: DocumentSummary, other: DocumentSummary) -> bool:
    a, b = one.metadata, other.metadata
    return a.date is not None and a.date == b.date and same_body(a.issuer, b.issuer)


def _attachments(corpus: _Corpus) -> Iterator[CoverageGroup]:
    titles = defaultdict(set)
    for summary in corpus.summaries:
        titles[_flat(summary.metadata.title or "")].add(summary.id)
    addresses = {spelt(source.uri) for summary in corpus.summaries for source in summary.sources}
    for summary in corpus.summaries:
        listed = _listed_attachments(corpus.store, summary)
        gaps = []
        for one in listed:
            has_twin = bool(titles.get(_flat(one.title), set()) - {summary.id})
            address = spelt(one.uri) if one.uri else None
            if address in addresses or has_twin:
                continue
            state: GapState = "not_public" if one.is_public is False else "missing"
            if address in corpus.held:
                state = "held"
            name = f"attachment {one.number}" if one.number else "attachment"
            gaps.append(Gap(name, state, title=one.title, told_by=(summary.id,)))
        if listed:
            yield CoverageGroup(
                "attachments",
                _name(summary),
                "the list of attachments in the document",
                len(listed),
                len(listed) - len(gaps),
                tuple(gaps),
                document=summary.id,
            )


@dataclass(frozen=True, slots=True)
class _Attached:
    """An attachment as the text lists it, or the record, or both."""

    title: str
    number: str | None = None
    is_public: bool | None = None
    uri: str | None = None


def _listed_attachments(store: Store, summary: DocumentSummary) -> tuple[_Attached, ...]:
    """What the text and the record list, each once.

    A record may call an attachment otherwise than the text does: what is left over on both sides is taken for the
    same, in order, since one attachment counted twice would be a gap that there is none.
    """
    printed = [
        _Attached(a.title, a.number, a.is_public)
        for a in attachments(store.text(summary.id), store.sections(summary.id))
    ]
    recorded = [one for one in store.listed(summary.id) if one.kind == "attachment" and one.title]
    by_title = {_flat(one.title): one for one in printed}
    left = [one for one in printed if one.is_public is not False]
    found = {id(one): one for one in printed}
    unmatched = []
    for one in recorded:
        same = by_title.get(_flat(one.title or ""))
        if same is None:
            unmatched.append(one)
            continue
        found[id(same)] = replace(same, uri=one.uri)
        left = [other for other in left if other is not same]
    for one in unmatched:
        if left:
            same = left.pop(0)
            found[id(same)] = replace(same, uri=one.uri)
        else:
            is_public = False if _CLOSED_TITLE.match(one.title or "") else one.is_public
            found[id(one)] = _Attached(one.title or "", one.number, is_public, one.uri)
    return tuple(found.values())


def _name(summary: DocumentSummary) -> str:
    return summary.metadata.title or name_of(summary.uri)


def _flat(title: str) -> str:
    return " ".join(title.casefold().split())


def _cases(corpus: _Corpus) -> Iterator[CoverageGroup]:
    by_case: dict[tuple[str, str | None], list[DocumentSummary]] = defaultdict(list)
    for summary in corpus.summaries:
        if number := summary.metadata.case_number:
            key = case_key(number)
            town = municipality(summary.metadata.issuer) if is_without_registry(key) else None
            by_case[key, town].append(summary)
    for _, own in sorted(by_case.items(), key=lambda item: number_order(item[0][0])):
        handlings = known_handlings(corpus.store, own)
        gaps = tuple(_handling_gap(h) for h in handlings if h.known != "held")
        yield CoverageGroup(
            "case",
            own[0].metadata.case_number or "",
            "the handlings that its documents quote, list, name or announce",
            len(handlings),
            len(handlings) - len(gaps),
            gaps,
            title=own[-1].metadata.title,
        )


def _handling_gap(handling: Handling) -> Gap:
    section = f" § {handling.section}" if handling.section else ""
    day = f" {handling.date.isoformat()}" if handling.date else ""
    state: GapState = "quoted" if handling.known == "quoted" else "announced" if handling.is_announced else "missing"
    told = tuple(summary.id for summary in handling.told_in)
    return Gap(f"{handling.body}{day}{section}", state, title=handling.title, told_by=told)


def _pages(corpus: _Corpus) -> Iterator[CoverageGroup]:
    for summary in corpus.summaries:
        statuses = corpus.store.page_statuses(summary.id)
        unread = [number for number, status in statuses if status == "unread"]
        if unread:
            gaps = tuple(Gap(f"page {number}", "unread", told_by=(summary.id,)) for number in unread)
            name = _name(summary)
            n_pages = len(statuses)
            basis = "the pages of the original"
            yield CoverageGroup("pages", name, basis, n_pages, n_pages - len(unread), gaps, document=summary.id)


def _originals(corpus: _Corpus) -> Iterator[CoverageGroup]:
    """What could not be read, and what its address no longer gives."""
    failures = corpus.store.failures()
    failed = tuple(Gap(f.uri, "failed", reason=f"{f.stage}: {f.reason}") for f in failures)
    gone = tuple(
        Gap(s.uri, "withdrawn", title=s.metadata.title, told_by=(s.id,), reason=f"seen {s.withdrawn_at.isoformat()}")
        for s in corpus.summaries
        if s.withdrawn_at
    )
    held = {s.sha256 for s in corpus.summaries}
    lost = [f for f in failures if f.kept not in held]
    basis = "the originals that were taken in"
    yield CoverageGroup("originals", "originals", basis, len(held) + len(lost), len(held), (*failed, *gone))
